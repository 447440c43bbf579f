"""Random workspaces checked by plancheck and by a judge of its own.

    python -m benchmarks.agreement [--count 20000] [--first 1] [--results agreement.jsonl] [--table]

Each workspace is made of its number alone. What came of each is appended to the results; a run that was stopped goes
on behind the last number in them. `--table` prints the table of the results, `--seed N` one workspace in full. The
exit status is 1 where anything disagrees.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.agreement.compare import Disagreement, compare
from benchmarks.agreement.judge import everything, holds
from benchmarks.agreement.linear import TooMany
from benchmarks.agreement.ranges import compare_range
from benchmarks.agreement.world import write
from benchmarks.agreement.worlds import make_world


def run_one(seed: int) -> dict[str, object]:
    """What came of one workspace."""
    world = make_world(seed)
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = compare(world, Path(folder))
            found += [Disagreement("range", one) for one in compare_range(world, Path(folder), seed)]
            all_hold = holds(world, world.statements, everything(world))
        except TooMany:
            return {"seed": seed, "levels": world.levels, "holds": None, "found": []}
    return {"seed": seed, "levels": world.levels, "holds": all_hold, "found": [list(one) for one in found]}


def table(results: Path) -> str:
    """The table of what came of all workspaces so far."""
    rows = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    kinds = Counter(kind for row in rows for kind in {one[0] for one in row["found"]})
    lines = [
        "| 层级 | 工作区 | 成立 | 有冲突 | 太大没有判 | 与判定不一致 |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for levels in (1, 2, 3, None):
        own = [row for row in rows if levels in (None, row["levels"])]
        count = [sum(row["holds"] is value for row in own) for value in (True, False, None)]
        wrong = sum(bool(row["found"]) for row in own)
        lines.append(f"| {levels or '合计'} | {len(own)} | {count[0]} | {count[1]} | {count[2]} | {wrong} |")
    return "\n".join([*lines, "", *(f"- {kind}: {number}" for kind, number in kinds.most_common())])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--results", type=Path, default=Path("agreement.jsonl"))
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    if options.seed is not None:
        print("".join(write(make_world(options.seed)).values()))
        print(json.dumps(run_one(options.seed), ensure_ascii=False, indent=1))
        return 0
    if options.table:
        print(table(options.results))
        return 0
    done = 0
    if options.results.exists():
        done = max((json.loads(line)["seed"] for line in options.results.open(encoding="utf-8")), default=0)
    wrong = 0
    with options.results.open("a", encoding="utf-8") as results:
        for seed in range(max(options.first, done + 1), options.first + options.count):
            row = run_one(seed)
            wrong += bool(row["found"])
            results.write(json.dumps(row, ensure_ascii=False) + "\n")
            results.flush()
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
