"""Predicates on targets that are not written but follow: from growth over a baseline, or from 翻一番.

Only a lone baseline counts, only where prices agree, and only what growth certainly comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.checks.facts import Facts
from checker.checks.grown_figures import base_of, reached
from checker.checks.meeting import key_of
from checker.checks.own_figures import points
from checker.checks.predicates import Record, predicate
from checker.finding import Related
from checker.meaning.years import growth_period
from checker.messages.implied import (
    IMPLIED_ABOVE,
    IMPLIED_ADVICE,
    IMPLIED_BELOW,
    IMPLIED_STATED,
)
from checker.model import Figure, Indicator
from checker.quantity import Interval
from checker.solve.arithmetic import write_end, write_value
from checker.statement import Statement, allowed, prices_meet


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
    if period is None or any(one.year == period[1] for one in points(indicator, "target")):
        return
    base = _base(indicator, period)
    start = allowed(_stated(base)) if base is not None else None
    if base is None or start is None or start.low is None or start.low <= 0:
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


#: What the rules know of targets that follow.
PREDICATES = (implied_milestones,)
