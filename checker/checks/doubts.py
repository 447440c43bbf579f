"""What broken references leave open: one mistake, one finding.

A measure whose 支撑 names nothing that is defined may support any goal, and a goal whose name the slip
resembles may be the one that is meant. Neither is certain, so no rule may build a finding on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from checker.graph import FIELD_RELATIONS, PlanGraph
from checker.model import Element, Indicator, Measure, Plan, Reference, Slogan
from checker.workspace import Links

#: Relation and direction: True from the source to the target.
Way = tuple[str, bool]


class Doubts(Struct, eq=False):
    """`open_ways`: elements from which a way may lead anywhere; `possible`: where it may lead in particular."""

    open_ways: dict[Way, set[Element]] = field(default_factory=dict)
    possible: dict[Way, dict[Element, list[Element]]] = field(default_factory=dict)

    def anywhere(self, relation: str, *, forward: bool) -> set[Element]:
        """The elements from which that way may lead anywhere."""
        return self.open_ways.get((relation, forward), _NOTHING)

    def somewhere(self, relation: str, *, forward: bool) -> Mapping[Element, Sequence[Element]]:
        """Where that way may lead from each element, beside where it is known to lead."""
        return self.possible.get((relation, forward), {})

    def note(self, relation: str, holder: Element, meant: Iterable[Element], *, reverse: bool) -> None:
        """A broken reference of `holder` (the tie's target if `reverse`) that may mean one of `meant`."""
        self.open_ways.setdefault((relation, not reverse), set()).add(holder)
        for other in meant:
            self.possible.setdefault((relation, not reverse), {}).setdefault(holder, []).append(other)
            self.possible.setdefault((relation, reverse), {}).setdefault(other, []).append(holder)


_NOTHING: set[Element] = set()


def find_doubts(plans: Iterable[Plan], links: Links, graph: PlanGraph) -> Doubts:
    """Look at every reference once; linear."""
    doubts = Doubts()
    meant = _meant(links)
    for plan in plans:
        for element in (plan, *plan.elements):
            for reference, relation, reverse in _held(element):
                if reference.path is not None and reference.target is None:
                    near = meant.get((element, reference.start), ())
                    doubts.note(relation, element, near, reverse=reverse)
    _add_passed_on(doubts, plans, graph)
    return doubts


def _meant(links: Links) -> dict[tuple[Element, int], tuple[Element, ...]]:
    return {(problem.element, problem.span.start): problem.near for problem in links.problems if problem.near}


def _held(element: Element) -> Iterator[tuple[Reference, str, bool]]:
    """Each reference that makes a tie, with the relation and whether the holder is its target."""
    for attr, relation, reverse in FIELD_RELATIONS.get(element.kind, ()):
        for reference in getattr(element, attr):
            yield reference, relation, reverse
    if isinstance(element, Measure | Slogan):
        for reference in element.supports:
            yield reference, "supports", False
    if isinstance(element, Indicator) and element.category is not None:
        yield element.category, "belongs", False


def _add_passed_on(doubts: Doubts, plans: Iterable[Plan], graph: PlanGraph) -> None:
    """支撑 passes through slogans and from a measure to its parts; so does doubt about it."""
    supports = doubts.open_ways.setdefault(("supports", True), set())
    members = doubts.anywhere("contains", forward=True)
    parts = doubts.anywhere("part_of", forward=True)
    waiting: list[Element] = []
    for plan in plans:
        for element in plan.elements:
            if isinstance(element, Measure | Slogan) and _names_open_slogan(element, members):
                supports.add(element)
            if isinstance(element, Measure) and not element.supports and element in parts:
                supports.add(element)
            if element in supports:
                waiting.append(element)
    while waiting:
        giver = waiting.pop()
        takers = [edge.target for edge in graph.out("contains", giver)]
        takers += [edge.source for edge in graph.into("part_of", giver)]
        for taker in takers:
            if isinstance(taker, Measure | Slogan) and not taker.supports and taker not in supports:
                supports.add(taker)
                waiting.append(taker)


def _names_open_slogan(element: Measure | Slogan, broken: set[Element]) -> bool:
    """Whether it supports a slogan whose members are not all listed: 未列出的不算错."""
    return any(
        isinstance(reference.target, Slogan)
        and (
            reference.target in broken
            or reference.target.listed not in (None, "complete")
            or any(member.path is None for member in reference.target.members)
        )
        for reference in element.supports
    )
