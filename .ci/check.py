"""All that has to hold before a change is handed in, in one command; the continuous integration runs the same.

python .ci/check.py              format, lint, types, layers, documentation, tests
python .ci/check.py --fix        the same, after mending what the tools can mend by themselves
python .ci/check.py --no-tests   without the last step
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = {"--fix", "--no-tests"}


def steps(options: set[str]) -> list[list[str]]:
    """The commands to run, in order."""
    # Not on Windows, and not in a virtual environment that is not active, is it simply on the path.
    lint_imports = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"
    python = [sys.executable, "-m"]
    mending = [[*python, "ruff", "check", "--fix", "--quiet", "--exit-zero"], [*python, "ruff", "format", "--quiet"]]
    looking = [
        [*python, "ruff", "check"],
        [*python, "ruff", "format", "--check"],
        [*python, "mypy"],
        [lint_imports, "--no-cache"],
    ]
    # Nothing of it is kept; the build fails for a link that leads nowhere and for a rule that cannot be shown.
    looking.append([*python, "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"])
    testing = [[*python, "pytest"]]
    return (mending if "--fix" in options else []) + looking + ([] if "--no-tests" in options else testing)


def main() -> int:
    """Run all steps, even after one that failed; 0 if all went well."""
    options = set(sys.argv[1:])
    if options - OPTIONS:
        print(__doc__)
        return 2
    failed = []
    for step in steps(options):
        name = " ".join([Path(step[0]).stem, *step[1:]] if step[1] != "-m" else step[2:])
        print(f"== {name}", flush=True)
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== all well", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
