"""The predicate for measures that serve a goal and work against it, or serve goals that are at odds.

Linear but for what is found: for each goal that a measure supports, the shorter of two lists of 制约 is looked
through; for two goals at odds, the measures of the one with fewer.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate
from checker.finding import Related
from checker.graph import Edge, PlanGraph
from checker.messages import Message, Template
from checker.messages.opposed import (
    OPPOSED_ADVICE,
    OPPOSED_DIRECT,
    OPPOSED_EXCLUDED,
    OPPOSED_GOALS,
    OPPOSED_HINDERS,
    OPPOSED_OVER,
    OPPOSED_SUPPORTS,
)
from checker.messages.rules import RULE_LIST_MORE
from checker.model import Element, Goal
from checker.source import name_key

_MOST_NAMED = 6


@predicate("作用相反", "opposed_contribution")
def opposed_contributions(facts: Facts) -> Iterator[Record]:
    """Measures that support and hinder one goal over at most two 制约; goals at odds that measures both support.

    Goals are at odds where one is said to hinder the other, or where they exclude each other; one record a pair.
    """
    graph = facts.graph
    for measure in facts.things("measure"):
        if graph.out("hinders", measure):
            yield from _by_itself(graph, measure)
    for relation, template in (("hinders", OPPOSED_GOALS), ("excludes", OPPOSED_EXCLUDED)):
        told: set[frozenset[int]] = set()
        for goal in facts.things("goal"):
            for tie in graph.out(relation, goal):
                pair = frozenset((goal.index, tie.target.index))
                if isinstance(tie.target, Goal) and len(pair) == 2 and pair not in told:
                    told.add(pair)
                    yield from _both_served(graph, tie, template)


def _by_itself(graph: PlanGraph, measure: Element) -> Iterator[Record]:
    own = {edge.target.index: edge for edge in reversed(graph.out("hinders", measure))}
    seen: set[int] = set()
    for support in graph.out("supports", measure):
        goal = support.target
        if goal.index in seen:
            continue
        seen.add(goal.index)
        path = _path(graph, own, goal)
        if path:
            yield _hindered(measure, support, path)


def _path(graph: PlanGraph, own: dict[int, Edge], goal: Element) -> list[Edge]:
    """One 制约, else two, from the measure of the ties `own` (by the number of their target) to the goal."""
    if goal.index in own:
        return [own[goal.index]]
    against = graph.into("hinders", goal)
    if len(own) < len(against):
        for first in reversed(own.values()):
            for second in graph.out("hinders", first.target):
                if second.target is goal:
                    return [first, second]
        return []
    for second in against:
        if second.source.index in own:
            return [own[second.source.index], second]
    return []


def _hindered(measure: Element, support: Edge, path: list[Edge]) -> Record:
    goal = support.target
    if len(path) == 1:
        message = OPPOSED_DIRECT(measure=measure.name, goal=goal.name)
    else:
        message = OPPOSED_OVER(measure=measure.name, goal=goal.name, between=path[0].target.name)
    related = (_supports(support), *(_hinders(edge) for edge in path[1:]))
    return Record("opposed_contribution", measure, path[0].span, message, OPPOSED_ADVICE(), related)


def _both_served(graph: PlanGraph, tie: Edge, template: Template) -> Iterator[Record]:
    one, other = tie.source, tie.target
    few, many = sorted((one, other), key=lambda goal: len(graph.into("supports", goal)))
    pairs: dict[int, tuple[Edge, Edge]] = {}
    for edge in graph.into("supports", few):
        measure = edge.source
        second = next((also for also in graph.out("supports", measure) if also.target is many), None)
        if measure.kind == "measure" and second is not None:
            pairs.setdefault(measure.index, (edge, second))
    if pairs:
        names = [edge.source.name for edge, _ in pairs.values()]
        message = template(first=one.name, second=other.name, measures=_named(names))
        related = tuple(_supports(edge) for pair in list(pairs.values())[:_MOST_NAMED] for edge in pair)
        yield Record("opposed_contribution", one, tie.span, message, OPPOSED_ADVICE(), related)


def _named(names: list[str]) -> Message | str:
    distinct = list({name_key(name): name for name in names}.values())
    words = "、".join(f"「{name}」" for name in distinct[:_MOST_NAMED])
    return RULE_LIST_MORE(listed=words, count=len(distinct)) if len(distinct) > _MOST_NAMED else words


def _supports(edge: Edge) -> Related:
    return Related(OPPOSED_SUPPORTS(measure=edge.source.name, goal=edge.target.name), edge.span)


def _hinders(edge: Edge) -> Related:
    return Related(OPPOSED_HINDERS(source=edge.source.name, target=edge.target.name), edge.span)


#: What the rule about contributions that are at odds knows.
PREDICATES = (opposed_contributions,)
