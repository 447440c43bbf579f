"""Walking along relations: from some elements to all that a chain of hops leads to.

Each walk looks at an edge once, also in a hub and round a cycle. A walk asks either for what is certain or
for what is possible, see `doubts.py`; in the latter case it may turn out to lead anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.model import Element
from checker.rules.attributes import Step
from checker.rules.facts import Facts


class BudgetSpent(Exception):
    """A rule looked at more rows than it may."""


class Meter(Struct, eq=False):
    """Counts the rows a rule looks at. `spend` raises BudgetSpent beyond the limit."""

    limit: int
    rows: int = 0

    def spend(self, rows: int) -> None:
        """Add `rows`."""
        self.rows += rows
        if self.rows > self.limit:
            raise BudgetSpent


class Hop(Struct, eq=False):
    """Steps that may be taken: one of them once, or (`closure`) any number of times; `with_base`: or not at all."""

    steps: tuple[Step, ...]
    closure: bool = False
    with_base: bool = False

    def reversed(self) -> Hop:
        """The same hop the other way."""
        return Hop(tuple(step.reversed() for step in self.steps), self.closure, self.with_base)


Hops = tuple[Hop, ...]


def reversed_hops(hops: Hops) -> Hops:
    """The chain walked from its end."""
    return tuple(hop.reversed() for hop in reversed(hops))


class Reached(Struct, eq=False):
    """Where a walk led, each element once, nearest first; `anywhere`: it may also lead anywhere else."""

    elements: list[Element]
    anywhere: bool = False


def walk(facts: Facts, start: Iterable[Element], hops: Hops, meter: Meter, *, possible: bool) -> Reached:
    """All that `hops` lead to from `start`."""
    reached = Reached(list(start))
    for hop in hops:
        further = _hop(facts, reached.elements, hop, meter, possible=possible)
        reached = Reached(further.elements, reached.anywhere or further.anywhere)
    return reached


def _hop(facts: Facts, start: list[Element], hop: Hop, meter: Meter, *, possible: bool) -> Reached:
    doubts = facts.doubts if possible else None
    graph = facts.graph
    seen: set[Element] = set(start) if hop.with_base else set()
    found: list[Element] = list(dict.fromkeys(start)) if hop.with_base else []
    anywhere = False
    entered = set(start)
    waiting = list(start)
    position = 0
    while position < len(waiting):
        element = waiting[position]
        position += 1
        for step in hop.steps:
            if element.kind not in step.sources:
                continue
            if step.forward:
                nexts = [edge.target for edge in graph.out(step.relation, element)]
            else:
                nexts = [edge.source for edge in graph.into(step.relation, element)]
            if doubts is not None:
                nexts += doubts.somewhere(step.relation, element, forward=step.forward)
                anywhere = anywhere or element in doubts.anywhere(step.relation, forward=step.forward)
            meter.spend(len(nexts) + 1)
            for other in nexts:
                if other not in seen:
                    seen.add(other)
                    found.append(other)
                if hop.closure and other not in entered:
                    entered.add(other)
                    waiting.append(other)
    return Reached(found, anywhere)


def open_starts(facts: Facts, hops: Hops, meter: Meter) -> set[Element]:
    """Every element from which `hops` may lead anywhere."""
    doubts = facts.doubts
    starts: set[Element] = set()
    for index, hop in enumerate(hops):
        loose: set[Element] = set()
        for step in hop.steps:
            loose |= doubts.anywhere(step.relation, forward=step.forward)
        if not loose:
            continue
        # The hop itself may be taken several times before it leads astray.
        before = hops[:index] + ((Hop(hop.steps, True, True),) if hop.closure else ())
        ordered = sorted(loose, key=lambda element: element.index)
        starts.update(walk(facts, ordered, reversed_hops(before), meter, possible=True).elements)
    return starts
