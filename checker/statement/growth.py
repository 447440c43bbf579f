"""How far growth leads over years; in base units.

What should fall may be told to fall without a minus (越低越好, 年均 3% or 1个百分点): it may be meant either way, and
then nobody knows where it leads.
"""

from __future__ import annotations

from fractions import Fraction

from checker.quantity import Interval, Unit, UnitKind
from checker.statement.allowed import allowed
from checker.statement.value import Statement

_ONE = Fraction(1)
_ZERO = Fraction(0)
#: The unit of a multiple: 翻一番 is 2倍.
TIMES = "倍"


def sign_unsure(rate: Interval, direction: str | None) -> bool:
    """Whether a rate may be meant either way: not certainly below zero, of what is better the lower."""
    return direction == "lower" and (rate.high is None or rate.high > 0)


def _grows_by_rate(unit: Unit | None) -> bool:
    """Whether growth in % multiplies what is told in `unit`: amounts and counts, no ratios and ranks."""
    return unit is None or unit.kind in (UnitKind.AMOUNT, UnitKind.COUNT)


def growth_factor(growth: Statement, years: int, unit: Unit | None, direction: str | None = None) -> Interval | None:
    """How many times the value growth comes to: 8%—9% a year over 5 years is 1.4693 to 1.5386; 翻一番 is 2.

    `unit` and `direction` are those of what grows. None where it bounds nothing, or may be meant either way.
    """
    told = growth.measured_in
    if told is None or not years or not _grows_by_rate(unit):
        return None
    rate = allowed(growth)
    if rate is None or growth.unit == TIMES:
        return rate
    if told.kind is not UnitKind.RATIO or sign_unsure(rate, direction):
        return None
    factor = rate + Interval.at(_ONE)
    if factor.low is None or factor.low < 0:
        # A rate without a floor, “不超过5%”, leaves all that is not negative.
        if factor.high is None or factor.high <= 0:
            return None
        factor = Interval(_ZERO, factor.high, False, factor.high_open)
    return factor.power(years)


def growth_step(growth: Statement, years: int, unit: Unit | None, direction: str | None = None) -> Interval | None:
    """What growth in 百分点 adds over the years to what is told in `unit`; None where it bounds nothing."""
    points, step = growth.measured_in, allowed(growth)
    if points is None or points.kind is not UnitKind.POINTS or unit is None or unit.kind is not UnitKind.RATIO:
        return None
    return None if step is None or sign_unsure(step, direction) else step.scale(Fraction(years))
