"""The report: time, size and the largest page, for made-up plans of growing size, anew and when nothing changed.

    python -m benchmarks.report [--sizes 40,400,4000,6000] [--shape tree]

The reference is the check of the same plan in the same run: a report is a check and its pages.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.generate import make_plans, write_plans
from benchmarks.processes import environment, run


def measure(size: int, shape: str, folder: Path) -> str:
    """One row: pages, seconds anew and again, seconds of a check alone, MB, the largest page in kB."""
    plans, site = folder / f"plans-{size}", folder / f"site-{size}"
    plans.mkdir()
    write_plans(make_plans(size, shape), plans)
    env = environment(folder / "cache")
    program = [sys.executable, "-m", "checker"]
    run([*program, "report", str(plans), "--single-file", str(folder / "warm.html")], env)
    checked, _ = run([*program, "check", str(plans)], env, fine=(0, 1))
    anew, _ = run([*program, "report", str(plans), "-o", str(site)], env)
    again, _ = run([*program, "report", str(plans), "-o", str(site)], env)
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    cells = (
        f"{size:>9}",
        f"{len(pages):>6}",
        f"{anew.wall:>7.2f}",
        f"{anew.cpu:>6.2f}",
        f"{again.wall:>7.2f}",
        f"{checked.cpu:>7.2f}",
        f"{anew.memory:>7.0f}",
        f"{total / 1e6:>7.1f}",
        f"{max(pages) / 1e3:>8.0f}",
    )
    return " ".join(cells)


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--sizes", default="40,400,4000,6000")
    words.add_argument("--shape", default="tree", choices=("tree", "hub", "chain"))
    told = words.parse_args()
    print("    items  pages  wall s  CPU s  again s  check s  peak MB  site MB  page kB")
    with tempfile.TemporaryDirectory(prefix="plancheck-") as folder:
        for size in map(int, told.sizes.split(",")):
            print(measure(size, told.shape, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
