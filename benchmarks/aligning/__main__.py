"""`python -m benchmarks.aligning`: proposals of 承接, measured.

    python -m benchmarks.aligning [--gold FILE …] [--show]

For each gold: how much of what is proposed is in it (precision), how much of it is proposed (recall), how many of these
have its mode, and how many upper items that nothing answers stand as it says (不设 or 没有对应). `--show` names what
differs. Then the sentences that name a place: `places/`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.aligning.gold import load_gold
from benchmarks.aligning.measure import Measured, measure, proposals
from benchmarks.aligning.placing import measure_places

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
    print("\n| 说到本地的话 | 该有 | 找到 | 准确 | 召回 |\n| --- | ---: | ---: | ---: | ---: |")
    for path in sorted((HERE / "places").glob("*.toml")):
        made = measure_places(path)
        print(f"| {' | '.join(_counted(path.stem, made))} |")
        whole.wrong += [f"- {path.stem} {one}" for one in made.wrong]
    if options.show:
        print("\n" + "\n".join(whole.wrong))
    return 0


def row(name: str, made: Measured) -> str:
    """A row of the table."""
    stands = f"{made.stands}/{made.standing}" if made.standing else "—"
    return f"| {' | '.join((*_counted(name, made), f'{made.modes}/{made.right}', stands))} |"


def _counted(name: str, made: Measured) -> tuple[str, ...]:
    precision = f"{made.right / made.proposed:.2f}" if made.proposed else "—"
    recall = f"{made.right / made.there:.2f}" if made.there else "—"
    return name, str(made.there), str(made.proposed), precision, recall


if __name__ == "__main__":
    sys.exit(main())
