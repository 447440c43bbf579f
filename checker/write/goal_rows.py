"""目标×举措×指标: each goal of a plan with what serves and what measures it, and where there is a hole.

Sheet and report show the same rows. A goal lacks what neither it nor a goal below it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.graph import PlanGraph
from checker.meaning.goals import indicators_of
from checker.model import Element, Goal, Indicator, Measure, Plan


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalRow:
    """A goal, `depth` steps below a top one; what serves and measures it itself."""

    goal: Goal
    depth: int
    measures: Sequence[Measure]
    indicators: Sequence[Indicator]
    unserved: bool
    unmeasured: bool


def goal_rows(plan: Plan, graph: PlanGraph) -> list[GoalRow]:
    """The goals of `plan`, each with those below it behind it."""
    goals = [one for one in plan.elements if isinstance(one, Goal)]
    served = _with_all_above(graph, (one for one in goals if graph.into("supports", one)))
    measured = _with_all_above(graph, (one for one in goals if one.evaluation or graph.into("measures", one)))
    return [
        GoalRow(
            goal,
            depth,
            list(dict.fromkeys(_serving(graph, goal))),
            [indicator for indicator, _ in indicators_of(goal, graph)],
            id(goal) not in served,
            id(goal) not in measured,
        )
        for goal, depth in _in_order(goals, graph)
    ]


def _serving(graph: PlanGraph, goal: Goal) -> Iterator[Measure]:
    return (edge.source for edge in graph.into("supports", goal) if isinstance(edge.source, Measure))


def _in_order(goals: Sequence[Goal], graph: PlanGraph) -> Iterator[tuple[Goal, int]]:
    """From the top down, branch by branch; goals in a circle have no top and come last."""
    reached: set[int] = set()
    tops = [one for one in goals if not graph.out("parent", one)]
    for top in (*tops, *goals):
        waiting = [(top, 0)]
        while waiting:
            goal, depth = waiting.pop()
            if id(goal) in reached:
                continue
            reached.add(id(goal))
            yield goal, depth
            below = [edge.source for edge in graph.into("parent", goal)]
            waiting += [(one, depth + 1) for one in reversed(below) if isinstance(one, Goal)]


def _with_all_above(graph: PlanGraph, goals: Iterable[Element]) -> frozenset[int]:
    """Goals and all goals above them, by identity."""
    found: set[int] = set()
    waiting = list(goals)
    while waiting:
        one = waiting.pop()
        if id(one) not in found:
            found.add(id(one))
            waiting += [edge.target for edge in graph.out("parent", one)]
    return frozenset(found)
