"""Which goals an element serves, and which indicators measure a goal."""

from __future__ import annotations

from collections.abc import Iterable

from checker.graph import Edge, PlanGraph
from checker.model import Element, Goal, Indicator, Measure, Slogan


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


def _goals(edges: Iterable[Edge]) -> list[Goal]:
    return list({id(edge.target): edge.target for edge in edges if isinstance(edge.target, Goal)}.values())
