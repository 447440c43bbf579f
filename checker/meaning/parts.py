"""Indicators as wholes and parts: their units, the year that is broken down, whose plan a part stands for."""

from __future__ import annotations

from collections.abc import Sequence

from checker.meaning.figures import unit_of
from checker.model import Indicator, Plan
from checker.quantity import same_dimension
from checker.source import name_key
from checker.statement import price_key, prices_meet


def one_thing(own: Indicator, upper: Indicator) -> bool:
    """Whether reckoning and prices are not told apart; the scope is each plan's own place."""
    reckonings = {name_key(one.reckoning) for one in (own, upper) if one.reckoning}
    return len(reckonings) <= 1 and prices_meet(price_key(own.price), price_key(upper.price))


def _target_years(indicator: Indicator) -> set[int]:
    """The years that it has targets for."""
    return {one.year for one in indicator.figures if one.year is not None and one.tense == "target"}


def breakdown_year(indicator: Indicator) -> int | None:
    """The year whose target is broken down: the plan's last, or the one year that has a target."""
    years = _target_years(indicator)
    last = indicator.plan.last_year
    return last if last in years or (last is not None and not years) else max(years, default=None)


def is_complete(indicator: Indicator) -> bool:
    """Whether the parts are said to be all."""
    return any("complete" in share.notes for share in indicator.breakdown)


def part_indicator(indicator: Indicator, part: str, plans: Sequence[Plan]) -> Indicator | None:
    """The indicator of the plan below that a part stands for: it carries the upper one, or bears its name."""
    place = name_key(part)
    for plan in plans:
        names = [name_key(name) for name in (plan.name, *(short.text for short in plan.short_names))]
        if plan is indicator.plan or not place or not any(name.startswith(place) for name in names):
            continue
        own = [one for one in plan.elements if isinstance(one, Indicator)]
        found = [one for one in own if any(tie.target is indicator for tie in one.aligns)]
        found = found or [one for one in own if name_key(one.name) == name_key(indicator.name)]
        unit, other = unit_of(indicator), unit_of(found[0]) if found else None
        if found and unit is not None and other is not None and same_dimension(unit, other):
            return found[0] if one_thing(found[0], indicator) else None
    return None
