"""Predicates of alignment: the direct upper plans, what they hand down and what is left out.

A plan above that is not in force on the day of judging gives no records: what it demands is no fault of the
plan, and the engine says in a notice that it was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.predicates import Column, Record, predicate
from checker.meaning.asked import breaks_down_to, uppers_in_force
from checker.meaning.namesakes import OF_ONE_FIGURE, find_namesakes
from checker.messages import Message
from checker.messages.alignment import ALIGN_ADD, ALIGN_LINK_ALIKE
from checker.model import Indicator, Plan, Reference
from checker.quantity import same_dimension
from checker.rules.types import TEXT, Sort, Type, element
from checker.source import Span, name_key
from checker.workspace.near import NearNames

_UPPER = Column("upper", "上位", element("plan"))
_INDICATOR = Column("indicator", "指标", element("indicator"))


@predicate("直接上位", "direct_upper", _UPPER)
def uppers_directly_above(facts: Facts) -> Iterator[Record]:
    """Each direct upper plan in force; 位置 is where the plan names it."""
    for plan, reference, upper in _direct(facts):
        yield Record("direct_upper", plan, _span(plan, reference), values={"upper": upper})


def _direct(facts: Facts) -> Iterator[tuple[Plan, Reference, Plan]]:
    for plan in facts.plans:
        if plan.role == "checked":
            yield from ((plan, reference, upper) for reference, upper in uppers_in_force(plan, facts.as_of))


def _handed_down(upper: Plan, plan: Plan, level: str | None) -> list[Indicator]:
    """The indicators of an upper plan that are broken down to `plan`, its place or its `level`."""
    return [one for one in upper.elements if isinstance(one, Indicator) and breaks_down_to(one, plan, level)]


def _span(plan: Plan, reference: Reference) -> Span:
    return Span(plan.source, reference.start, reference.end)


@predicate(
    "下达指标",
    "handed_down",
    _UPPER,
    _INDICATOR,
    Column("alike", "相近", element("indicator")),
    Column("way", "写法", Type(Sort.MESSAGE)),
)
def handed_down(facts: Facts) -> Iterator[Record]:
    """Indicators of a direct upper plan that are broken down to the plan, its place or its level.

    相近 is an indicator of the plan alike in name, if it has any; 写法 says how to carry the upper one.
    """
    for plan, reference, upper in _direct(facts):
        level = facts.stated(plan, "level")
        own = _OwnNames(plan, upper)
        for indicator in _handed_down(upper, plan, level):
            carried = any(tie.source.plan is plan for tie in facts.graph.into("aligns", indicator))
            alike = None if carried else own.alike(indicator)
            values = {"upper": upper, "indicator": indicator, "alike": alike, "way": _way(indicator, alike)}
            yield Record("handed_down", plan, _span(plan, reference), values=values)


def _way(indicator: Indicator, alike: Indicator | None) -> Message:
    path = f"{_bare(indicator.plan.name)}.{_bare(indicator.name)}"
    return ALIGN_ADD(path=path) if alike is None else ALIGN_LINK_ALIKE(name=alike.name, path=path)


def _bare(name: str) -> str:
    """A name as a reference writes it."""
    return name if re.fullmatch(r"\w+", name) else f"「{name}」"


class _OwnNames:
    """The indicators of a plan that carry nothing of one upper plan yet, by what they are called."""

    def __init__(self, plan: Plan, upper: Plan) -> None:
        own = (one for one in plan.elements if isinstance(one, Indicator))
        self._own = [one for one in own if not any(_of(upper, reference) for reference in one.aligns)]
        self._upper = [one for one in upper.elements if isinstance(one, Indicator)]
        self._same: dict[int, Indicator] | None = None
        self._near: NearNames | None = None

    def alike(self, upper: Indicator) -> Indicator | None:
        """The indicator that is `upper` by its name, or the nearest in name told in like units; None if none is."""
        if self._same is None:
            pairs = find_namesakes(self._own, self._upper, OF_ONE_FIGURE)
            self._same = {id(pair.upper): pair.own for pair in pairs}
        if id(upper) in self._same:
            return self._same[id(upper)]
        named = {name_key(one.name): one for one in reversed(self._own)}
        if self._near is None:
            self._near = NearNames(named)
        near = (named[name] for name in self._near.find(name_key(upper.name)))
        return next((one for one in near if _like_units(one, upper)), None)


def _of(plan: Plan, reference: Reference) -> bool:
    return reference.target is not None and reference.target.plan is plan


def _like_units(one: Indicator, other: Indicator) -> bool:
    return one.unit is None or other.unit is None or same_dimension(one.unit, other.unit)


@predicate(
    "不承接项",
    "left_out",
    Column("what", "所指", element("indicator", "goal", "measure")),
    Column("reason", "理由", TEXT),
)
def left_out(facts: Facts) -> Iterator[Record]:
    """What plans say they do not carry; 所指 is not known where the name is wrong.

    What belongs to a plan that is not at hand is none of those that are, and gives no record.
    """
    wrong = {id(problem.element) for problem in facts.links.problems}
    for one in facts.things("not_carried"):
        if one.what is not None and (one.what.target is not None or id(one) in wrong):
            values = {"what": one.what.target, "reason": one.reason}
            yield Record("left_out", one, one.name_span, values=values)


#: What the rules of alignment know.
PREDICATES = (uppers_directly_above, handed_down, left_out)
