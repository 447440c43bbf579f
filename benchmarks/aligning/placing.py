"""What ``plancheck align --place`` finds, held against lines that a person told to be about a place."""

from __future__ import annotations

import tomllib
from pathlib import Path

from benchmarks.aligning.measure import Measured
from checker.checks.plan_texts import PlanText
from checker.engine.placed import find_placed
from checker.prose.read import read_document


def measure_places(gold: Path) -> Measured:
    """The places of one gold, its text beside it: one sentence a line."""
    told = tomllib.loads(gold.read_text(encoding="utf-8"))
    path = gold.parent / told["text"]
    upper = PlanText(read_document(path.read_bytes(), path.suffix, path.name))
    made = Measured()
    for place, lines in told["places"].items():
        text = upper.source.text
        found = {text.count("\n", 0, one.span.start) + 1 for one in find_placed(upper, [], place, None)}
        made.there += len(lines)
        made.proposed += len(found)
        made.right += len(found & set(lines))
        made.wrong += [f"{place}：漏了第{line}行" for line in sorted(set(lines) - found)]
        made.wrong += [f"{place}：多了第{line}行" for line in sorted(found - set(lines))]
    return made
