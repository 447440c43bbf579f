"""Records the walk through a revision: does what docs/revision-walk.md says, and writes down what was printed.

    python docs/making/walk.py              # record the page anew
    python docs/making/walk.py --check      # exit status 1 if the page does not tell what happens today
    python docs/making/walk.py --keep DIR   # leave the made-up repository in the new folder DIR, to look around

Files come from the page's blocks (`blocks.py`); in a console block every line that begins with `> ` is run, by git
or by the plancheck of this checkout, and what stands below it is what it printed, with the exit status if not 0.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "revision-walk.md"
sys.path.insert(0, str(ROOT))

from docs.making.blocks import BLOCK, Files, commands, cut  # noqa: E402 - run from anywhere

_PROGRAMS = {"git": ["git"], "plancheck": [sys.executable, "-m", "checker"]}
_STATUS = "（退出状态 {status}）"


class WalkError(Exception):
    """The page asks for what cannot be done."""


def record(markdown: str, folder: Path) -> str:
    """`markdown` with what its commands print now, when they are run one after another in the empty `folder`."""
    files, done = Files(folder), []
    rest = 0
    for block, match in zip(cut(PAGE.name, markdown), BLOCK.finditer(markdown), strict=True):
        files.take(block)
        if block.language == "console":
            done.append(markdown[rest : match.start(4)])
            done += [f"> {line}\n{_run(line, folder)}" for line, _ in commands(block.text)]
            rest = match.end(4)
    return "".join([*done, markdown[rest:]])


def _run(line: str, folder: Path) -> str:
    name, *words = shlex.split(line)
    if name not in _PROGRAMS:
        raise WalkError(f"{name} is neither git nor plancheck")
    ran = subprocess.run(  # noqa: S603 - the page is ours
        [*_PROGRAMS[name], *words],
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    told = ran.stdout.decode("utf-8").rstrip("\n")
    told = f"{told}\n" if told else ""
    return told + (f"{_STATUS.format(status=ran.returncode)}\n" if ran.returncode else "")


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the user's own settings, so that everybody records the same."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PLANCHECK_"))}
    office = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _OFFICE.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    return {**kept, **office, **alone, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}


_OFFICE = {"NAME": "规划科", "EMAIL": "plan@example.invalid", "DATE": "2026-01-31T09:00:00+08:00"}


def main(words: Sequence[str] | None = None) -> int:
    """Record the page, or check it."""
    parser = argparse.ArgumentParser(description="Records docs/revision-walk.md.")
    parser.add_argument("--check", action="store_true", help="change nothing; status 1 if the page is out of date")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder for the repository")
    options = parser.parse_args(words)
    written = PAGE.read_text(encoding="utf-8")
    if options.keep is not None:
        options.keep.mkdir(parents=True)
        recorded = record(written, options.keep)
    else:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            recorded = record(written, Path(folder))
    if recorded == written:
        return 0
    if options.check:
        sys.stderr.write(f"{PAGE}: not what happens today; run python docs/making/walk.py\n")
        return 1
    PAGE.write_text(recorded, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
