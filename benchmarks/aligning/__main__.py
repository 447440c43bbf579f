"""`python -m benchmarks.aligning`: proposals of 承接, measured.

    python -m benchmarks.aligning [--gold FILE …] [--show]

For each gold: how much of what is proposed is in it (precision), how much of it is proposed (recall), how many of these
have its mode, and how many upper items that nothing answers stand as it says (不设 or 没有对应). `--show` names what
differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.aligning.gold import load_gold
from benchmarks.aligning.measure import Measured, measure, proposals

HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gold", type=Path, nargs="+", default=sorted(HERE.glob("*.toml")))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    print("| 答案 | 承接 | 建议 | 准确 | 召回 | 方式 | 不设、没有对应 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    whole = Measured()
    for path in options.gold:
        with tempfile.TemporaryDirectory() as folder:
            gold = load_gold(path)
            made = measure(gold, proposals(gold, Path(folder)))
        print(row(path.stem, made))
        made.wrong = [f"- {path.stem} {one}" for one in made.wrong]
        whole += made
    print(row("合计", whole))
    if options.show:
        print("\n" + "\n".join(whole.wrong))
    return 0


def row(name: str, made: Measured) -> str:
    """A row of the table."""
    precision = f"{made.right / made.proposed:.2f}" if made.proposed else "—"
    recall = f"{made.right / made.there:.2f}" if made.there else "—"
    stands = f"{made.stands}/{made.standing}" if made.standing else "—"
    told = (name, made.there, made.proposed, precision, recall, f"{made.modes}/{made.right}", stands)
    return f"| {' | '.join(map(str, told))} |"


if __name__ == "__main__":
    sys.exit(main())
