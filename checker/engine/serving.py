"""Which goal a measure may serve that serves none yet, and which an indicator may measure, by the text of the goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.graph import PlanGraph
from checker.meaning.goals import goals_of
from checker.meaning.nearness import Profiles, named_in, nearness, nearness_of_measure, profiles_of
from checker.meaning.proposal import Proposal
from checker.messages.serving import MEASURES_NAMED, SERVES_WORDS
from checker.model import Goal, Indicator, Measure, Plan
from checker.prose.reading.word_pairs import shared_words

_SAFEGUARD = "safeguard"
#: So much nearer than to any other goal is near without a doubt.
_CLEARLY = 2.0
_SHOWN = 4


def find_serving(plan: Plan, graph: PlanGraph, said: Mapping[int, str]) -> Iterator[Proposal]:
    """The proposals; `said` are the words of the passage of each goal, by its number in the graph.

    A measure that is as near to another goal serves none, here: what nothing tells is not proposed.
    """
    goals = {one.name: one for one in plan.elements if isinstance(one, Goal) and one.index in said}
    if not goals:
        return
    profiles = profiles_of({name: said[one.index] for name, one in goals.items()})
    for measure in plan.elements:
        if isinstance(measure, Measure) and measure.type != _SAFEGUARD and not goals_of(measure, graph):
            yield from _supports(measure, goals, profiles)
    yield from _measures(plan, graph, goals, said)


def _supports(measure: Measure, goals: Mapping[str, Goal], profiles: Profiles) -> Iterator[Proposal]:
    titles = " ".join(getattr(one.target, "title", "") for one in measure.chapters)
    scores = nearness_of_measure(profiles, measure.name, nearness(profiles, titles))
    best, *others = sorted(scores, key=lambda name: -scores[name])
    if scores[best] <= 0 or (others and scores[best] < scores[others[0]] * _CLEARLY):
        return
    words = shared_words(f"{measure.name}，{titles}", profiles[best])
    yield Proposal(measure, "supports", goals[best], "middle", (SERVES_WORDS(words="、".join(words[:_SHOWN])),))


def _measures(plan: Plan, graph: PlanGraph, goals: Mapping[str, Goal], said: Mapping[int, str]) -> Iterator[Proposal]:
    free = {
        one.name: one
        for one in plan.elements
        if isinstance(one, Indicator) and one.in_table != "no" and not goals_of(one, graph)
    }
    for goal in goals.values():
        named = named_in(said[goal.index], list(free))
        for name, indicator in free.items():
            if name in named:
                yield Proposal(goal, "measures", indicator, "middle", (MEASURES_NAMED(),))
