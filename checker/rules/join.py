"""The rows of a case: every way to fill the variables of its 凡 so that the conditions hold.

The first variable is what the rule is about and ranges over the checked plans; each further one is found
from those before it, through its ties where it has any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from checker.rules import typed as t
from checker.rules.evaluate import Evaluator, Row
from checker.rules.search import Finder


def rows_of(case: t.Case, evaluator: Evaluator, wanted: Callable[[Any], bool]) -> Iterator[Row]:
    """Each row; a row is reused for the next one. `wanted` says which things the first variable may be."""
    subject, *others = case.variables
    slot, _, kinds = subject
    about = frozenset({slot})
    own = [part for part in case.condition.parts if t.slots_of(part) <= about]
    check = evaluator.check(t.AllOf(tuple(own)))
    rest = [part for part in case.condition.parts if part not in own]
    steps = _steps(others, about, rest, evaluator)
    row: Row = [None] * case.slots
    meter = evaluator.meter
    for kind in kinds:
        for thing in evaluator.facts.things(kind):
            meter.spend(1)
            row[slot] = thing
            if wanted(thing) and check(row, False):
                yield from _fill(row, steps, 0)


def _steps(
    others: list[tuple[int, str, tuple[str, ...]]],
    known: frozenset[int],
    parts: list[t.Test],
    evaluator: Evaluator,
) -> list[tuple[int, Finder]]:
    """The other variables in the order in which they are best found, each with the search that finds it."""
    steps: list[tuple[int, Finder]] = []
    waiting = list(others)
    while waiting:
        candidates = []
        for variable in waiting:
            slot, _, kinds = variable
            mine = [part for part in parts if t.slots_of(part) <= known | {slot}]
            candidates.append((variable, mine, Finder(evaluator, t.Search(slot, kinds, t.AllOf(tuple(mine))))))
        tied = [one for one in candidates if one[2].links(known)]
        variable, mine, finder = (tied or candidates)[0]
        waiting.remove(variable)
        parts = [part for part in parts if part not in mine]
        known |= {variable[0]}
        steps.append((variable[0], finder))
    return steps


def _fill(row: Row, steps: list[tuple[int, Finder]], position: int) -> Iterator[Row]:
    if position == len(steps):
        yield row
        return
    slot, finder = steps[position]
    for thing in finder.matches(row, possible=False):
        row[slot] = thing
        yield from _fill(row, steps, position + 1)
    row[slot] = None
