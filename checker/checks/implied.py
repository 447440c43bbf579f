"""Predicates on targets that are not written but follow: from growth over a baseline, or from 翻一番.

Only a lone baseline counts, only where prices agree, and only what growth certainly comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.checks.alignment import carried_pair
from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate
from checker.finding import Related
from checker.meaning.figures import base_of, points
from checker.meaning.ties import demand_of
from checker.meaning.years import growth_period
from checker.messages.implied import (
    IMPLIED_ABOVE,
    IMPLIED_ADVICE,
    IMPLIED_BELOW,
    IMPLIED_MULTIPLE_SHORT,
    IMPLIED_RATE_SHORT,
    IMPLIED_STATED,
    IMPLIED_UPPER,
    IMPLIED_UPPER_ADVICE,
)
from checker.model import Figure, Indicator
from checker.quantity import Interval
from checker.solve.arithmetic import root, short, write_end, write_value
from checker.statement import Statement, allowed, base_factor, key_of, prices_meet, reached
from checker.statement.growth import growth_factor

_ONE = Fraction(1)


@dataclass(slots=True, eq=False, repr=False)
class _Implied:
    """A target that follows from `origin`: `base` led to `interval` in `year`."""

    origin: Figure
    base: Figure
    year: int
    interval: Interval


def _stated(figure: Figure) -> Statement:
    statement = figure.statement
    assert statement is not None
    return statement


def _base(indicator: Indicator, period: tuple[int, int]) -> Figure | None:
    """The one actual value of the year before the period."""
    base = base_of(indicator, period[0])
    return base if base is not None and base.tense == "actual" else None


def _demands_growth(figure: Figure, period: tuple[int, int]) -> bool:
    """Whether it says how much the value of the year before the period is to grow to its end."""
    if figure.tense != "target" or figure.statement is None:
        return False
    if figure.multiple is None:
        return figure.basis == "annual"
    return figure.year == period[1] and figure.multiple.year in {None, period[0]}


def _implied(indicator: Indicator) -> Iterator[_Implied]:
    """The targets of the last year that follow, where none is written in numbers."""
    period = growth_period(indicator)
    base = _base(indicator, period) if period is not None else None
    start = allowed(_stated(base)) if base is not None else None
    if period is None or base is None or start is None or start.low is None or start.low <= 0:
        return
    if any(one.year == period[1] for one in points(indicator, "target")):
        return
    for figure in indicator.figures:
        if _demands_growth(figure, period) and prices_meet(_stated(figure).price, _stated(base).price):
            led = _reached(figure, base, period[1] - period[0])
            if led is not None:
                yield _Implied(figure, base, period[1], led)


def _reached(figure: Figure, base: Figure, years: int) -> Interval | None:
    start = _stated(base)
    direction = base.indicator.direction if base.indicator is not None else None
    return reached(start, _stated(figure), years, start.measured_in, direction)


# ---- yearly targets


@predicate("推算倒退", "implied_milestone")
def implied_milestones(facts: Facts) -> Iterator[Record]:
    """A target of the last year that only follows, worse than the yearly target before it."""
    for indicator in facts.things("indicator"):
        if indicator.direction not in {"higher", "lower"} or indicator.reason is not None:
            continue
        for implied in _implied(indicator):
            before = [one for one in points(indicator, "target") if implied.base.year < one.year < implied.year]  # type: ignore[operator]  # years of points are known
            latest = max((one.year or 0 for one in before), default=0)
            last = [one for one in before if one.year == latest and "reason" not in one.notes]
            prices = [_stated(one).price for one in (*last, implied.base, implied.origin)]
            if len(last) == 1 and prices_meet(*prices):
                yield from _milestone(indicator, implied, last[0])


def _milestone(indicator: Indicator, implied: _Implied, stated: Figure) -> Iterator[Record]:
    bounds = allowed(_stated(stated))
    higher = indicator.direction == "higher"
    if bounds is None or key_of(_stated(stated)).unit != key_of(_stated(implied.base)).unit:
        return
    if not (implied.interval.below(bounds) if higher else bounds.below(implied.interval)):
        return
    template = IMPLIED_BELOW if higher else IMPLIED_ABOVE
    edge = implied.interval.high if higher else implied.interval.low
    assert edge is not None
    message = template(
        name=indicator.name,
        stated_year=stated.year,
        stated=_told(stated),
        rate=_told(implied.origin),
        year=implied.year,
        reached=write_value(edge, stated.unit),
        line=f"{_told(implied.base)} → {write_end(implied.interval, stated.unit)}",
    )
    related = (Related(IMPLIED_STATED(year=stated.year), stated.name_span),)
    advice = IMPLIED_ADVICE(year=stated.year)
    yield Record("implied_milestone", implied.origin, implied.origin.name_span, message, advice, related)


def _told(figure: Figure) -> str:
    return figure.quantity.describe() if figure.quantity is not None else figure.in_words or ""


# ---- upper plans


@predicate("推算不足", "implied_shortfall")
def implied_shortfalls(facts: Facts) -> Iterator[Record]:
    """Values that grow less than the upper plan demands of growth or as a multiple, at least 不低于 or 同值.

    A value that can be held against the upper plan's own value of that year is left to 上下对照.
    """
    compared = {id(one.subject) for one in facts.things("comparison")}
    for tie in facts.things("aligns_tie"):
        pair = carried_pair(tie, facts)
        demand = demand_of(tie.reference, *pair) if pair is not None else None
        if pair is None or demand is None or demand.share is not None or demand.sense == "at_most":
            continue
        own, upper = pair
        if own.reason is None and "lower" not in {own.direction, upper.direction}:
            yield from _shortfall(own, upper, compared)


def _shortfall(own: Indicator, upper: Indicator, compared: set[int]) -> Iterator[Record]:
    period = growth_period(own)
    if period is None or period != growth_period(upper):
        return
    base, years = _base(own, period), period[1] - period[0]
    targets = [one for one in points(own, "target") if one.year == period[1]]
    # What the plan says of growth itself is compared as it stands; beyond it, two statements are one too many.
    if base is None or len(targets) != 1 or any(one.basis == "annual" and one.tense == "target" for one in own.figures):
        return
    target = targets[0]
    first, last = _stated(base), _stated(target)
    start, end = allowed(first), allowed(last)
    if start is None or end is None or start.low is None or start.low <= 0 or key_of(first).unit != key_of(last).unit:
        return
    if "reason" in target.notes or id(target) in compared:
        return
    for demand in upper.figures:
        if not _demands_growth(demand, period):
            continue
        factor = growth_factor(_stated(demand), years, first.measured_in, upper.direction)
        alike = prices_meet(_stated(demand).price, first.price, last.price)
        if factor is None or factor.low is None or not alike or end.high is None:
            continue
        if (end / start).below(Interval(factor.low)):
            yield _short(own, upper, demand, (base, target), factor.low)


def _short(own: Indicator, upper: Indicator, demand: Figure, ends: tuple[Figure, Figure], least: Fraction) -> Record:
    base, target = ends
    years = (target.year or 0) - (base.year or 0)
    one, two = (_middle(figure) for figure in ends)
    told = {
        "name": own.name,
        "base_year": base.year,
        "year": target.year,
        "upper_plan": upper.plan.name,
        "required": _told(demand),
    }
    if demand.multiple is not None:
        message = IMPLIED_MULTIPLE_SHORT(**told, own=short(two / one))
    else:
        rate = f"{short((root(two / one, years) - 1) * 100, 3)}%"
        message = IMPLIED_RATE_SHORT(**told, own=rate, base=_told(base), target=_told(target))
    rate_low = demand.quantity.interval.low if demand.quantity is not None else None
    if rate_low is not None:
        least = (1 + rate_low * base_factor(demand.unit)) ** years
    advice = IMPLIED_UPPER_ADVICE(year=target.year, needed=write_value(one * least, target.unit))
    related = (Related(IMPLIED_UPPER(name=upper.name), demand.name_span),)
    return Record("implied_shortfall", target, target.name_span, message, advice, related)


def _middle(figure: Figure) -> Fraction:
    """The number as written, or the end of a bound, in the base unit."""
    interval = figure.quantity.interval if figure.quantity is not None else Interval.at(_ONE)
    end = interval.high if interval.high is not None else interval.low
    assert end is not None
    return end * base_factor(figure.unit)


#: What the rules know of targets that follow.
PREDICATES = (implied_milestones, implied_shortfalls)
