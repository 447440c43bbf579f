"""``python -m checker`` is ``plancheck``."""

import sys

from checker.doors.cli import main

if __name__ == "__main__":
    sys.exit(main())
