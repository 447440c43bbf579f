"""Which goals and measures of a plan answer those of a plan above, as far as indicators and words let guess.

Two goals are alike if indicators that measure the one carry indicators that measure the other. Measures are alike if
they are about one thing: 高新技术企业 of 高新技术企业倍增行动.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from checker.graph import PlanGraph
from checker.meaning.goals import indicators_of
from checker.messages import Message
from checker.messages.carrying import WAY_MEASURED, WAY_OBJECT, WAY_OVERALL, WAY_SAME
from checker.model import Goal, Measure
from checker.source import name_key

_OVERALL = "overall"
_KIND = re.compile("(?:重点|重大|专项)?(?:工程|行动|计划|项目|专项|方案|任务)$")
_DONE = re.compile(
    "(?:培育|倍增|提升|提质|增效|改造|攻坚|创建|壮大|发展|强基|建设|推进|扩容|升级|提级|集聚|引育|促进|实施|打造|保护|治理|修复)+$"
)
_MARKS = re.compile(r"[“”‘’「」『』《》\s]")
_SHORTEST_OBJECT = 4
_SURE_OF = 2

Alike = tuple[Goal, Goal, Literal["middle", "low"], Message]


def find_alike_goals(
    own: Sequence[Goal], upper: Sequence[Goal], graph: PlanGraph, ties: set[tuple[int, int]]
) -> Iterator[Alike]:
    """Pairs with how sure they are and why; `ties` are indicators (by identity) of which the first carries the second.

    Goals under other goals than the overall one go with these.
    """
    overall = [next((one for one in side if one.type == _OVERALL), None) for side in (own, upper)]
    if overall[0] is not None and overall[1] is not None:
        yield overall[0], overall[1], "middle", WAY_OVERALL()
    here, there = ([one for one in side if _is_top(one)] for side in (own, upper))
    measures = {one.index: {id(indicator) for indicator, _ in indicators_of(one, graph)} for one in (*here, *there)}
    counts = _common(here, there, measures, ties)
    nearest: Counter[int] = Counter()
    for (_, other), count in counts.items():
        nearest[other] = max(nearest[other], count)
    by_index = {one.index: one for one in there}
    shared: dict[int, list[int]] = defaultdict(list)
    for own_index, other in counts:
        shared[own_index].append(other)
    for goal in here:
        best = max(shared[goal.index], key=lambda other: (counts[goal.index, other], -other), default=None)
        if best is None:
            continue
        count, fewer = counts[goal.index, best], min(len(measures[goal.index]), len(measures[best]))
        # A single indicator says something only of goals with few, and if no other goal has more to do with it.
        if count >= _SURE_OF or (count * 2 >= fewer and count == nearest[best]):
            yield goal, by_index[best], "middle" if count >= _SURE_OF else "low", WAY_MEASURED(count=count)


def _common(
    here: Sequence[Goal], there: Sequence[Goal], measures: Mapping[int, set[int]], ties: set[tuple[int, int]]
) -> Counter[tuple[int, int]]:
    """How many indicators of a goal carry some of an upper goal, by the numbers of the two."""
    carried: dict[int, list[int]] = defaultdict(list)
    for own, upper in ties:
        carried[own].append(upper)
    goals: dict[int, list[int]] = defaultdict(list)
    for goal in there:
        for indicator in measures[goal.index]:
            goals[indicator].append(goal.index)
    return Counter(
        (goal.index, other)
        for goal in here
        for indicator in measures[goal.index]
        for upper in carried[indicator]
        for other in goals[upper]
    )


def _is_top(goal: Goal) -> bool:
    return goal.type != _OVERALL and all(
        isinstance(one.target, Goal) and one.target.type == _OVERALL for one in goal.parents
    )


def find_alike_measures(
    own: Sequence[Measure], upper: Sequence[Measure]
) -> Iterator[tuple[Measure, Measure, Literal["high", "middle"], Message]]:
    """Pairs of one name, or about one thing that no other measure of their side is about."""
    named = {name_key(one.name): one for one in upper}
    about = [Counter(map(_object, side)) for side in (own, upper)]
    objects = {_object(one): one for one in upper}
    for measure in own:
        same = named.get(name_key(measure.name))
        what = _object(measure)
        if same is not None:
            # What is only a task may bear the name of any task.
            yield measure, same, "middle" if "task" in (measure.type, same.type) else "high", WAY_SAME()
        elif len(what) >= _SHORTEST_OBJECT and about[0][what] == about[1][what] == 1:
            yield measure, objects[what], "middle", WAY_OBJECT(word=what)


def _object(measure: Measure) -> str:
    bare = _KIND.sub("", _MARKS.sub("", measure.name))
    return _DONE.sub("", bare)
