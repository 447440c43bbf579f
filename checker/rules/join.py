"""The rows of a case: every way to fill the variables of its 凡 so that the conditions hold.

The first variable is what the rule is about and ranges over the checked plans; each further one is found
from those before it, through its ties where it has any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from checker.rules import typed as t
from checker.rules.evaluate import Check, Evaluator, Row
from checker.rules.search import Finder

#: Slots in the order in which they are filled, each with the search that fills it.
Steps = list[tuple[int, Finder]]


def rows_of(case: t.Case, evaluator: Evaluator, wanted: Callable[[Any], bool]) -> Iterator[Row]:
    """Each row; a row is reused for the next one. `wanted` says which things the first variable may be."""
    slot, _, kinds = case.variables[0]
    row: Row = [None] * case.slots
    meter = evaluator.meter
    search: tuple[Check, Steps] | None = None
    for kind in kinds:
        for thing in evaluator.tables.rows(kind):
            meter.spend(1)
            if not wanted(thing):
                continue
            # Made ready when there is something to look at: most rules find nothing of their kind in a small plan.
            check, steps = search = search or _search(case, evaluator)
            row[slot] = thing
            if check(row, False):
                yield from _fill(row, steps, 0)


def _search(case: t.Case, evaluator: Evaluator) -> tuple[Check, Steps]:
    """What the first thing of a row has to be like, and how the others are found."""
    subject, *others = case.variables
    if not others:
        return evaluator.check(case.condition), []
    about = frozenset({subject[0]})
    own = [part for part in case.condition.parts if t.slots_of(part) <= about]
    rest = [part for part in case.condition.parts if part not in own]
    return evaluator.check(t.AllOf(tuple(own))), _steps(others, about, rest, evaluator)


def _steps(
    others: list[tuple[int, str, tuple[str, ...]]],
    known: frozenset[int],
    parts: list[t.Test],
    evaluator: Evaluator,
) -> Steps:
    """The other variables in the order in which they are best found, each with the search that finds it."""
    steps: Steps = []
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


def _fill(row: Row, steps: Steps, position: int) -> Iterator[Row]:
    if position == len(steps):
        yield row
        return
    slot, finder = steps[position]
    for thing in finder.matches(row, possible=False):
        row[slot] = thing
        yield from _fill(row, steps, position + 1)
    row[slot] = None
