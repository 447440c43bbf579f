"""What of the plans above a plan may carry, with what; and what of them nothing answers.

Only a proposal: ties that are written stand, and what carries something already is proposed nothing more of that
line. What nearer plans have is not looked for in those behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct, field

from checker.graph import PlanGraph
from checker.meaning.asked import breaks_down_to, direct_uppers, out_of_force, refusals
from checker.meaning.carried_goals import find_alike_goals, find_alike_measures
from checker.meaning.carried_how import broken_down_words, how_carried
from checker.meaning.namesakes import ALIAS, BARE, OTHER_FORM, PART, SAME, WORDING, find_namesakes, name_of
from checker.meaning.proposal import Confidence, Proposal
from checker.messages import Message, Template
from checker.messages.carrying import (
    NOT_SET_ELSEWHERE,
    NOT_SET_LEVEL,
    NOT_SET_REFUSED,
    UNSEEN_NO_INDICATORS,
    UNSEEN_NO_LEVEL,
    UNSEEN_NO_NATURES,
    UNSEEN_NO_OWN,
    UNSEEN_NO_UPPER,
    UNSEEN_NOT_AT_HAND,
    UNSEEN_NOT_IN_FORCE,
    UNSEEN_PARTIAL,
    WAY_ALIAS,
    WAY_BARE,
    WAY_OTHER_FORM,
    WAY_PART,
    WAY_SAME,
    WAY_WORDING,
)
from checker.model import Element, Goal, Indicator, Measure, Plan
from checker.model.words import LEVELS

#: How an upper item stands: carried (written), proposed, refused (不承接 with a reason), not_set (not a matter of this
#: level), open (nothing answers it).
Standing = Literal["carried", "proposed", "refused", "not_set", "open"]

_WAYS: dict[str, tuple[Template, Confidence]] = {
    SAME: (WAY_SAME, "high"),
    ALIAS: (WAY_ALIAS, "high"),
    WORDING: (WAY_WORDING, "high"),
    BARE: (WAY_BARE, "middle"),
    OTHER_FORM: (WAY_OTHER_FORM, "middle"),
    PART: (WAY_PART, "low"),
}
_RANKS = {choice.en: choice.rank for choice in LEVELS if choice.rank is not None}
#: A zone is asked by its city, a county of the province by the province.
_WITHIN = 2


class UpperItem(Struct, frozen=True, eq=False):
    """An indicator of a direct upper plan: how it stands, what answers it, and why nothing has to.

    `asked` tells that it binds and is broken down to the plan.
    """

    indicator: Indicator
    standing: Standing
    asked: bool
    answers: tuple[Element, ...] = ()
    reason: Message | None = None


class Carrying(Struct, eq=False):
    """All of it: proposals (what is asked first), the upper items, own indicators without an upper one.

    `unseen` says what was not looked at.
    """

    plan: Plan
    proposals: list[Proposal] = field(default_factory=list)
    items: list[UpperItem] = field(default_factory=list)
    alone: list[Indicator] = field(default_factory=list)
    unseen: list[Message] = field(default_factory=list)


def find_carrying(plan: Plan, graph: PlanGraph, level: str | None, day: date) -> Carrying:
    """What `plan`, of `level`, may carry of its upper plans in force on `day`; `graph` has the written ties."""
    made = Carrying(plan)
    own = [one for one in plan.elements if isinstance(one, Indicator)]
    lines = _lines(plan, day)
    carried = _carried(own, graph)
    for upper in (*lines[0], *lines[1]):
        # A framework is for what no outline has.
        free = [one for one in own if id(one) not in carried]
        there = [one for one in upper.elements if isinstance(one, Indicator) and not _answers(one, plan, graph)]
        for pair in find_namesakes(free, there):
            carried.add(id(pair.own))
            made.proposals.append(_proposal(pair.own, pair.upper, pair.way, level))
    ties = {(id(one.own), id(one.target)) for one in made.proposals} | _written(own, graph)
    for upper in lines[0]:
        taken = {id(one.own) for one in made.proposals}
        found = (*_of_goals(plan, upper, graph, ties), *_of_measures(plan, upper, graph))
        made.proposals += [one for one in found if id(one.own) not in taken]
    made.items = list(_items(made, lines[0], graph, level))
    order = {id(item.indicator): at for at, item in enumerate(made.items)}
    made.proposals.sort(
        key=lambda one: (not isinstance(one.own, Indicator), order.get(id(one.target), len(order)), one.own.index)
    )
    made.alone = [one for one in own if one.in_table != "no" and id(one) not in carried]
    made.unseen = list(_unseen(plan, lines[0], own, level, day))
    return made


def _lines(plan: Plan, day: date) -> tuple[list[Plan], list[Plan]]:
    """The outlines and the assessment frameworks above that are at hand and in force, the nearest first."""
    found: list[Plan] = []
    waiting = [plan]
    while waiting:
        for reference in (*direct_uppers(waiting[0]), *waiting[0].upper_plans):
            upper = reference.target
            if isinstance(upper, Plan) and upper is not plan and upper not in found and not out_of_force(upper, day):
                found.append(upper)
                waiting.append(upper)
        waiting.pop(0)
    assessing = [one for one in found if one.document_kind == "assessment"]
    return [one for one in found if one not in assessing], assessing


def _carried(own: Sequence[Indicator], graph: PlanGraph) -> set[int]:
    return {id(one) for one in own if graph.out("aligns", one)}


def _written(own: Sequence[Element], graph: PlanGraph) -> set[tuple[int, int]]:
    return {(id(one), id(edge.target)) for one in own for edge in graph.out("aligns", one)}


def _answers(upper: Element, plan: Plan, graph: PlanGraph) -> tuple[Element, ...]:
    """What of the plan carries an upper item, as it is written."""
    return tuple(edge.source for edge in graph.into("aligns", upper) if edge.source.plan is plan)


def _proposal(own: Indicator, upper: Indicator, way: str, level: str | None) -> Proposal:
    template, confidence = _WAYS[way]
    how = how_carried(own, upper, way, level)
    return Proposal(own, "aligns", upper, confidence, (template(), how.reason), how.mode, how.share)


def _of_goals(plan: Plan, upper: Plan, graph: PlanGraph, ties: set[tuple[int, int]]) -> Iterator[Proposal]:
    own, there = ([one for one in side.elements if isinstance(one, Goal)] for side in (plan, upper))
    for goal, other, confidence, reason in find_alike_goals(own, there, graph, ties):
        if not graph.out("aligns", goal):
            yield Proposal(goal, "aligns", other, confidence, (reason,))


def _of_measures(plan: Plan, upper: Plan, graph: PlanGraph) -> Iterator[Proposal]:
    own = [one for one in plan.elements if isinstance(one, Measure) and not graph.out("aligns", one)]
    there = [one for one in upper.elements if isinstance(one, Measure) and not _answers(one, plan, graph)]
    for measure, other, confidence, reason in find_alike_measures(own, there):
        yield Proposal(measure, "aligns", other, confidence, (reason,))


# ---- the other side


def _items(made: Carrying, outlines: Sequence[Plan], graph: PlanGraph, level: str | None) -> Iterator[UpperItem]:
    """The indicators of the upper outlines that are nearest, what is asked first, then what binds."""
    plan = made.plan
    refused = refusals(plan)
    proposed = {id(one.target): one for one in made.proposals}
    found = [
        item
        for upper in _nearest(plan, outlines)
        for one in upper.elements
        if isinstance(one, Indicator)
        for item in [_item(one, plan, _answers(one, plan, graph), proposed, refused, level)]
        if item.standing not in ("open", "not_set") or not _is_far(upper, level) or _is_in_table(one)
    ]
    yield from sorted(found, key=lambda one: (not one.asked, one.indicator.nature != "binding"))


def _nearest(plan: Plan, outlines: Sequence[Plan]) -> Sequence[Plan]:
    """Those that are directly above; where these are not at hand, the first that is."""
    direct = {id(reference.target) for reference in direct_uppers(plan)}
    return [one for one in outlines if id(one) in direct] or outlines[:1]


def _is_far(upper: Plan, level: str | None) -> bool:
    """Whether it stands more than two levels above: what only its chapters tell is for the levels between."""
    return upper.level in _RANKS and level in _RANKS and _RANKS[upper.level] - _RANKS[level] > _WITHIN


def _is_in_table(one: Indicator) -> bool:
    return one.in_table not in ("no", "unknown")


def _item(
    one: Indicator,
    plan: Plan,
    answers: tuple[Element, ...],
    proposed: dict[int, Proposal],
    refused: dict[int, str],
    level: str | None,
) -> UpperItem:
    handed = breaks_down_to(one, plan, level)
    asked = handed and one.nature == "binding"
    if answers:
        return UpperItem(one, "carried", asked, answers)
    if id(one) in refused:
        return UpperItem(one, "refused", asked, reason=NOT_SET_REFUSED(reason=refused[id(one)]))
    if id(one) in proposed:
        return UpperItem(one, "proposed", asked, (proposed[id(one)].own,))
    if one.broken_down_to and not handed:
        return UpperItem(one, "not_set", asked, reason=NOT_SET_ELSEWHERE(to=broken_down_words(one)))
    lowest = _lowest(one)
    if not handed and lowest and level in _RANKS and _RANKS[level] < _RANKS[lowest]:
        word = next(choice.zh[0] for choice in LEVELS if choice.en == lowest)
        return UpperItem(one, "not_set", asked, reason=NOT_SET_LEVEL(level=word))
    return UpperItem(one, "open", asked)


def _lowest(one: Indicator) -> str:
    """The lowest level that has the indicator, by the dictionary."""
    from checker.prose.reading.lexicon import longest_known

    found = longest_known(name_of(one.name).thing)
    return found[0].lowest if found is not None and found[1] == 0 else ""


def _unseen(
    plan: Plan, uppers: Sequence[Plan], own: Sequence[Indicator], level: str | None, day: date
) -> Iterator[Message]:
    if not plan.upper_plans:
        yield UNSEEN_NO_UPPER()
    for reference in plan.upper_plans:
        upper = reference.target
        if upper is None:
            yield UNSEEN_NOT_AT_HAND(name=reference.path.parts[-1].text if reference.path else reference.text)
        elif isinstance(upper, Plan) and out_of_force(upper, day):
            yield UNSEEN_NOT_IN_FORCE(name=upper.name)
    for upper in uppers:
        there = [one for one in upper.elements if isinstance(one, Indicator)]
        if not there:
            yield UNSEEN_NO_INDICATORS(name=upper.name)
            continue
        if all(one.nature in (None, "unknown") for one in there):
            yield UNSEEN_NO_NATURES(name=upper.name)
        if upper.indicators_listed not in (None, "complete"):
            yield UNSEEN_PARTIAL(name=upper.name)
    if uppers and level is None:
        yield UNSEEN_NO_LEVEL()
    if not own:
        yield UNSEEN_NO_OWN()
