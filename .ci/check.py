"""All that has to hold before a change is handed in, in one command; the continuous integration runs the same.

python .ci/check.py              format, lint, types, layers, documentation, tests
python .ci/check.py --fix        the same, after mending what the tools can mend by themselves
python .ci/check.py --no-tests   without the last step
python .ci/check.py --fast       format, lint and the tests of some rooms, without those marked slow

One task alone, or several in their order:

python .ci/check.py mend | lint | look | docs | fast | tests | bench | coverage

mend      what the tools can mend           lint      format and lint
look      lint, types, layers               docs      the documentation builds
fast      tests of a minute                 tests     all tests, as in the README
bench     how time and memory grow          coverage  which lines the tests run, as information
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = {"--fix", "--no-tests", "--fast"}
#: Rooms whose tests take neither processes nor pages: in two processes they take less than a minute.
FAST = ("source", "finding", "quantity", "syntax", "model", "workspace", "render", "engine", "write")
PYTHON = [sys.executable, "-m"]


def tasks() -> dict[str, list[list[str]]]:
    """The commands of each task, in order."""
    # Not on Windows, and not in a virtual environment that is not active, is it simply on the path.
    lint_imports = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"
    lint = [[*PYTHON, "ruff", "check"], [*PYTHON, "ruff", "format", "--check"]]
    pytest = [*PYTHON, "pytest"]
    return {
        "mend": [[*PYTHON, "ruff", "check", "--fix", "--quiet", "--exit-zero"], [*PYTHON, "ruff", "format", "--quiet"]],
        "lint": lint,
        "look": [*lint, [*PYTHON, "mypy"], [lint_imports, "--no-cache"]],
        # Nothing of it is kept; the build fails for a link that leads nowhere and for a rule that cannot be shown.
        "docs": [[*PYTHON, "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"]],
        "fast": [[*pytest, "-q", "-m", "not slow", "-n", "2", *(f"tests/{room}" for room in FAST)]],
        "tests": [pytest],
        "bench": [[*PYTHON, "benchmarks.run"]],
        # In one process: the lines of several would have to be put together.
        "coverage": [[*PYTHON, "coverage", "run", "-m", "pytest", "-p", "no:xdist"], [*PYTHON, "coverage", "report"]],
    }


def chosen(words: list[str]) -> list[str] | None:
    """The tasks that are meant; None for words that mean nothing."""
    options = {word for word in words if word.startswith("--")}
    named = [word for word in words if word not in options]
    if options - OPTIONS or set(named) - set(tasks()) or (options and named):
        return None
    if named:
        return named
    if "--fast" in options:
        rest = ["lint", "fast"]
    else:
        rest = ["look", "docs", *([] if "--no-tests" in options else ["tests"])]
    return (["mend"] if "--fix" in options else []) + rest


def main() -> int:
    """Run all steps, even after one that failed; 0 if all went well."""
    names = chosen(sys.argv[1:])
    if names is None:
        print(__doc__)
        return 2
    failed = []
    for step in (step for name in names for step in tasks()[name]):
        name = " ".join([Path(step[0]).stem, *step[1:]] if step[1] != "-m" else step[2:])
        print(f"== {name}", flush=True)
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== all well", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
