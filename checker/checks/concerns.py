"""Whom an element concerns: the chapters it stands in, who answers for it, who writes it, the goals it serves."""

from __future__ import annotations

from collections.abc import Iterable

from checker.finding import Concern
from checker.graph import PlanGraph
from checker.meaning.goals import goals_of
from checker.model import Element, Figure, Indicator, Relation


def concern_of(element: Element, graph: PlanGraph) -> Concern:
    """The chapters an element stands in, those of its goals if it names none; its owners; its goals.

    A figure concerns what its indicator does, a relation what its indicators do.
    """
    if isinstance(element, Figure) and element.indicator is not None:
        return concern_of(element.indicator, graph)
    if isinstance(element, Relation):
        each = [concern_of(one.target, graph) for one in element.operands if isinstance(one.target, Indicator)]
        return Concern(*(_distinct(name for one in each for name in one[at]) for at in range(len(Concern._fields))))
    goals = goals_of(element, graph)
    stands = element if _chapters(element) else None
    within = [stands] if stands is not None else goals
    chapters = _distinct(name for one in within for name in _chapters(one))
    drafters = _distinct(name for one in within for place in _places(one) for name in drafters_of(place))
    owners = _distinct(phrase.text for phrase in getattr(element, "owners", ()))
    return Concern(chapters, owners, _distinct(goal.name for goal in goals), drafters)


def drafters_of(place: Element) -> tuple[str, ...]:
    """Who writes a part, chapter or section: as it says itself, or what it stands in."""
    above: Element | None = place
    while above is not None:
        written = getattr(above, "drafters", ())
        if written:
            return _distinct(phrase.text for phrase in written)
        above = getattr(above, "parent", None)
    return ()


def _chapters(element: Element) -> tuple[str, ...]:
    told = getattr(element, "chapters", ())
    return tuple(reference.path.parts[-1].text for reference in told if reference.path is not None)


def _places(element: Element) -> list[Element]:
    """The declared chapters, parts and sections that an element stands in."""
    return [reference.target for reference in getattr(element, "chapters", ()) if reference.target is not None]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
