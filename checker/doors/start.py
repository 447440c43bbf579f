"""What `plancheck` starts with: the one answer that needs nothing of plancheck, and the command line for all others."""

from __future__ import annotations

import sys

from checker import resources


def main() -> int:
    """Run the command line of this process; its exit status, as `cli.main` tells it.

    Scripts ask for the version alone to see whether plancheck is there, and the command line takes longer to load
    than Python itself.
    """
    if sys.argv[1:] == ["--version"] and _told():
        return 0
    from checker.doors.cli import main as run

    return run()


def _told() -> bool:
    """Whether the version could be written; why it could not is for the command line to say."""
    try:
        sys.stdout.write(resources.VERSION_LINE)
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True
