"""Every fact of a plan altered in turn, and how many of the alterations that can be decided are found.

    python -m benchmarks.mutation [--plan yunchuan] [--kind 日期] [--most 8] [--show] [--jobs 2]
                                   [--results mutation.jsonl]

`--plan` is a name of `plans/`, or yunchuan-drafted; all three without it. `--most` tries at most so many of a class.
`--show` lists what was not found. What came of each alteration is appended to the results. The exit status is 1 where
of one kind less than nine in ten are found.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.mutation.run import KINDS, SHIPPED, Key, alterations, new_findings, told, workspace

#: What is asked for of every kind.
LEAST = 0.9


def judged(plan: str, kinds: tuple[str, ...], most: int, share: tuple[int, int]) -> list[dict[str, object]]:
    """What came of one share (which, of how many) of the alterations of a plan."""
    which, parts = share
    with workspace(plan) as world:
        before: dict[tuple[str, str], Counter[Key]] = {}
        rows = []
        for number, one in enumerate(alterations(world, kinds, most)):
            if number % parts == which:
                new = new_findings(world, before, one)
                rows.append(
                    {
                        "number": number,
                        "plan": plan,
                        "kind": one.kind,
                        "what": one.what,
                        "where": one.where,
                        "missing": one.missing,
                        "found": sorted({code for severity, code, *_ in new if told(severity)}),
                        "info": sorted({code for severity, code, *_ in new if not told(severity)}),
                    }
                )
    return rows


def run(plans: tuple[str, ...], kinds: tuple[str, ...], most: int, jobs: int) -> Iterator[dict[str, object]]:
    """What came of all alterations, plan by plan, in the order they were made."""
    for plan in plans:
        if jobs == 1:
            yield from judged(plan, kinds, most, (0, 1))
            continue
        with ProcessPoolExecutor(jobs) as pool:
            shares = [pool.submit(judged, plan, kinds, most, (which, jobs)) for which in range(jobs)]
            rows = [row for share in shares for row in share.result()]
        yield from sorted(rows, key=lambda row: int(str(row["number"])))


def table(rows: list[dict[str, object]]) -> str:
    """How many there are of each kind, how many can be decided, how many of these are found."""
    lines = [
        "| 种类 | 改动 | 可判定 | 警告以上查出 | 只有提示 | 查出 |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in (*KINDS, "合计"):
        own = [row for row in rows if kind in {row["kind"], "合计"}]
        if own:
            decided = [row for row in own if not row["missing"]]
            loud = sum(bool(row["found"]) for row in decided)
            quiet = sum(bool(row["info"]) and not row["found"] for row in decided)
            part = f"{(loud + quiet) / len(decided):.0%}" if decided else "—"
            lines.append(f"| {kind} | {len(own)} | {len(decided)} | {loud} | {quiet} | {part} |")
    return "\n".join(lines)


def classes(rows: list[dict[str, object]]) -> str:
    """The same by class of alteration, with the codes that tell of it; and why the rest cannot be decided."""
    lines = [
        "| 种类 | 改动 | 可判定 | 查出 | 由哪些规则 | 不可判定的，缺什么 |",
        "| --- | --- | ---: | ---: | --- | --- |",
    ]
    groups: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        groups[str(row["kind"]), str(row["what"])].append(row)
    for (kind, what), own in groups.items():
        decided = [row for row in own if not row["missing"]]
        found = [row for row in decided if row["found"] or row["info"]]
        codes = Counter(code for row in found for code in (*row["found"], *row["info"]))  # type: ignore[misc]
        missing = Counter(str(row["missing"]) for row in own if row["missing"])
        told_of = "、".join(code for code, _ in codes.most_common(5))
        why = "；".join(f"{reason}（{number}）" for reason, number in missing.most_common())
        lines.append(f"| {kind} | {what} | {len(decided)} | {len(found)} | {told_of} | {why} |")
    return "\n".join(lines)


def least(rows: list[dict[str, object]]) -> float:
    """The part of the decided ones that is found, of the kind where it is smallest."""
    parts = []
    for kind in KINDS:
        decided = [row for row in rows if row["kind"] == kind and not row["missing"]]
        if decided:
            parts.append(sum(bool(row["found"] or row["info"]) for row in decided) / len(decided))
    return min(parts, default=1.0)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--plan", action="append", choices=SHIPPED)
    parser.add_argument("--kind", action="append", choices=tuple(KINDS))
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = []
    for row in run(tuple(options.plan or SHIPPED), tuple(options.kind or ()), options.most, options.jobs):
        rows.append(row)
        if options.results is not None:
            with options.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        if options.show and not (row["missing"] or row["found"] or row["info"]):
            print(f"没有查出：{row['plan']} {row['kind']} {row['what']}：{row['where']}")
    for plan in dict.fromkeys(str(row["plan"]) for row in rows):
        own = [row for row in rows if row["plan"] == plan]
        print(f"\n## {plan}\n\n{table(own)}\n\n{classes(own)}")
    return 0 if least(rows) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
