"""Predicates on targets that are not written but follow: from growth over a baseline, or from 翻一番.

Only a lone baseline counts, only where prices agree, and only what growth certainly comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.finding import Related
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
from checker.quantity import Interval, UnitKind
from checker.rules.alignment import carried_pair
from checker.rules.facts import Facts
from checker.rules.predicates import Record, predicate
from checker.rules.vocabulary import mode_of
from checker.solve.arithmetic import root, short, write_end, write_value
from checker.solve.bounds import bounds_of, factor_of, growth_of, key_of, period_of, price_of, prices_meet

_ONE = Fraction(1)


@dataclass(slots=True, eq=False, repr=False)
class _Implied:
    """A target that follows from `origin`: `base` led to `interval` in `year`."""

    origin: Figure
    base: Figure
    year: int
    interval: Interval


def _points(indicator: Indicator, *tenses: str) -> list[Figure]:
    """The indicator's own values of years, told in numbers."""
    return [
        one
        for one in indicator.figures
        if one.basis == "point" and one.tense in tenses and one.quantity is not None and not key_of(one).apart
    ]


def _base(indicator: Indicator, year: int) -> Figure | None:
    """The one actual value of that year."""
    found = [one for one in _points(indicator, "actual") if one.year == year]
    return found[0] if len(found) == 1 else None


def _factor(figure: Figure, years: int) -> Interval | None:
    """How many times the baseline growth or a multiple comes to."""
    if figure.multiple is not None:
        times = Fraction(figure.multiple.factor)
        floor = figure.multiple.more or (figure.indicator is not None and figure.indicator.direction == "higher")
        return Interval(times, None) if floor else Interval.at(times)
    return growth_of(figure, years)


def _implied(indicator: Indicator) -> Iterator[_Implied]:
    """The targets of the last year that follow, where none is written in numbers."""
    period = period_of(indicator)
    base = _base(indicator, period[0]) if period is not None else None
    start = bounds_of(base) if base is not None else None
    if period is None or base is None or start is None or start.low is None or start.low <= 0:
        return
    if any(one.year == period[1] for one in _points(indicator, "target")):
        return
    for figure in indicator.figures:
        growth = figure.basis == "annual" and figure.tense == "target" and figure.quantity is not None
        own = figure.multiple is not None and figure.year == period[1] and figure.multiple.year in {None, period[0]}
        if (growth or (own and figure.tense == "target")) and prices_meet(price_of(figure), price_of(base)):
            reached = _reached(figure, start, period[1] - period[0])
            if reached is not None:
                yield _Implied(figure, base, period[1], reached)


def _reached(figure: Figure, start: Interval, years: int) -> Interval | None:
    points = figure.unit is not None and figure.unit.kind is UnitKind.POINTS
    if points:
        ratio = figure.indicator is not None and figure.indicator.unit_kind == "ratio"
        step = bounds_of(figure) if ratio else None
        # 百分点 without a sign on what should fall may be meant either way.
        lower = figure.indicator is not None and figure.indicator.direction == "lower"
        return None if step is None or lower else start + step.scale(Fraction(years))
    factor = _factor(figure, years)
    return None if factor is None else start * factor


# ---- yearly targets


@predicate("推算倒退", "implied_milestone")
def implied_milestones(facts: Facts) -> Iterator[Record]:
    """A target of the last year that only follows, worse than the yearly target before it."""
    for indicator in facts.things("indicator"):
        if indicator.direction not in {"higher", "lower"} or indicator.reason is not None:
            continue
        for implied in _implied(indicator):
            before = [one for one in _points(indicator, "target") if implied.base.year < one.year < implied.year]  # type: ignore[operator]  # years of points are known
            latest = max((one.year or 0 for one in before), default=0)
            last = [one for one in before if one.year == latest and "reason" not in one.notes]
            if len(last) == 1 and prices_meet(price_of(last[0]), price_of(implied.base), price_of(implied.origin)):
                yield from _milestone(indicator, implied, last[0])


def _milestone(indicator: Indicator, implied: _Implied, stated: Figure) -> Iterator[Record]:
    bounds = bounds_of(stated)
    higher = indicator.direction == "higher"
    if bounds is None or key_of(stated).kind != key_of(implied.base).kind:
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
        if pair is None or mode_of(tie) not in {"at_least", "same"}:
            continue
        own, upper = pair
        if own.reason is None and "lower" not in {own.direction, upper.direction}:
            yield from _shortfall(own, upper, compared)


def _shortfall(own: Indicator, upper: Indicator, compared: set[int]) -> Iterator[Record]:
    period = period_of(own)
    if period is None or period != period_of(upper):
        return
    base, years = _base(own, period[0]), period[1] - period[0]
    targets = [one for one in _points(own, "target") if one.year == period[1]]
    start = bounds_of(base) if base is not None else None
    end = bounds_of(targets[0]) if len(targets) == 1 else None
    if (
        base is None
        or start is None
        or end is None
        or start.low is None
        or start.low <= 0
        or "reason" in targets[0].notes
        or id(targets[0]) in compared
    ):
        return
    # What the plan says of growth itself is compared as it stands; beyond it, two statements are one too many.
    if any(one.basis == "annual" and one.tense == "target" for one in own.figures):
        return
    for demand in upper.figures:
        grows = demand.basis == "annual" or (demand.multiple is not None and demand.year == period[1])
        if demand.tense != "target" or not grows or (demand.multiple and demand.multiple.year not in {None, period[0]}):
            continue
        factor = _factor(demand, years)
        if factor is None or factor.low is None or key_of(base).kind != key_of(targets[0]).kind:
            continue
        alike = prices_meet(price_of(demand), price_of(base), price_of(targets[0]))
        if alike and end.high is not None and (end / start).below(Interval(factor.low)):
            yield _short(own, upper, demand, (base, targets[0]), factor.low)


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
        least = (1 + rate_low * factor_of(demand.unit)) ** years
    advice = IMPLIED_UPPER_ADVICE(year=target.year, needed=write_value(one * least, target.unit))
    related = (Related(IMPLIED_UPPER(name=upper.name), demand.name_span),)
    return Record("implied_shortfall", target, target.name_span, message, advice, related)


def _middle(figure: Figure) -> Fraction:
    """The number as written, or the end of a bound, in the base unit."""
    interval = figure.quantity.interval if figure.quantity is not None else Interval.at(_ONE)
    end = interval.high if interval.high is not None else interval.low
    assert end is not None
    return end * factor_of(figure.unit)


#: What the rules know of targets that follow.
PREDICATES = (implied_milestones, implied_shortfalls)
