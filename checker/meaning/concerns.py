"""Which goals an element serves and which indicators measure a goal; whom and which chapters an element concerns."""

from __future__ import annotations

from collections.abc import Iterable

from checker.finding import Concern
from checker.graph import Edge, PlanGraph
from checker.model import Element, Figure, Goal, Indicator, Measure, Relation, Slogan


def goals_of(element: Element, graph: PlanGraph) -> list[Goal]:
    """The goals that an element serves, measures or is; an indicator without one those of its category."""
    if isinstance(element, Goal):
        return [element]
    if isinstance(element, Measure | Slogan):
        return _goals(graph.out("supports", element))
    if isinstance(element, Indicator):
        own = _goals(graph.out("measures", element))
        return own or _goals(
            edge for category in graph.out("belongs", element) for edge in graph.out("measures", category.target)
        )
    return []


def indicators_of(goal: Goal, graph: PlanGraph) -> list[tuple[Indicator, Edge]]:
    """The indicators that measure a goal, one by one or as a category; the tie says which."""
    found: dict[int, tuple[Indicator, Edge]] = {}
    for edge in graph.into("measures", goal):
        if isinstance(edge.source, Indicator):
            found.setdefault(id(edge.source), (edge.source, edge))
        else:
            for member in graph.into("belongs", edge.source):
                if isinstance(member.source, Indicator):
                    found.setdefault(id(member.source), (member.source, edge))
    return list(found.values())


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


def _goals(edges: Iterable[Edge]) -> list[Goal]:
    return list({id(edge.target): edge.target for edge in edges if isinstance(edge.target, Goal)}.values())


def _chapters(element: Element) -> tuple[str, ...]:
    told = getattr(element, "chapters", ())
    return tuple(reference.path.parts[-1].text for reference in told if reference.path is not None)


def _places(element: Element) -> list[Element]:
    """The declared chapters, parts and sections that an element stands in."""
    return [reference.target for reference in getattr(element, "chapters", ()) if reference.target is not None]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
