"""Lines of arithmetic a drafter can follow, and the numbers that would settle a conflict."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from checker.quantity import DIGITS, Interval, Unit, rounded, write_number
from checker.statement import base_factor

_MOST_DIGITS = 24
_PERCENT = Fraction(1, 100)


def write_value(value: Fraction, unit: Unit | None, beside: Fraction | None = None, digits: int = DIGITS) -> str:
    """`value`, in the base unit, told in `unit` with so many digits, or as many as tell it from `beside`: 1539亿元."""
    factor = base_factor(unit)
    own, other = value / factor, None if beside is None else beside / factor
    symbol = unit.symbol if unit is not None else ""
    while digits < _MOST_DIGITS and other is not None and not _told_apart(own, other, digits):
        digits += 1
    return f"{short(own, digits)}{symbol}"


def _told_apart(own: Fraction, other: Fraction, digits: int) -> bool:
    """Whether what is shown of a number is on the same side of another, in full or to as many digits."""
    shown = rounded(own, digits)
    return own == other or all(
        (shown > beside) == (own > other) != (shown < beside) for beside in (other, rounded(other, digits))
    )


def short(value: Fraction, digits: int = DIGITS) -> str:
    """A number to so many digits, whole numbers in full; a rate of 14.87 stays 14.87."""
    # A power of ten shows by itself that it is rounded.
    return write_number(rounded(value, digits)).removeprefix("约")


def write_end(interval: Interval, unit: Unit | None, beside: Fraction | None = None) -> str:
    """What an interval allows: 1539亿元, ≥800亿元, 1530亿元—1540亿元."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        if low == high:
            return write_value(low, unit, beside)
        return f"{write_value(low, unit, beside)}—{write_value(high, unit, beside)}"
    if low is not None:
        return f"{'>' if interval.low_open else '≥'}{write_value(low, unit, beside)}"
    if high is not None:
        return f"{'<' if interval.high_open else '≤'}{write_value(high, unit, beside)}"
    return "—"


def write_rate(rate: Fraction) -> str:
    """A rate in %, 14.9%."""
    return f"{write_number(rate / _PERCENT)}%"


def rate_needed(base: Interval, target: Interval, years: int) -> Fraction | None:
    """A rate to one or two decimals of a percent that leads from a number of `base` to one of `target`, or None."""
    start, goal = _middle(base), _middle(target)
    if start is None or goal is None or start <= 0 or goal <= 0:
        return None
    exact = root(goal / start, years) - 1
    for step in (Fraction(1, 1000), Fraction(1, 10000)):
        nearest = round(exact / step) * step
        for rate in (nearest, nearest + step, nearest - step):
            reached = Interval(1 + rate - step / 2, 1 + rate + step / 2, high_open=True) if rate > -1 else None
            if reached is not None and (base * reached.power(years)).intersects(target):
                return rate
    return None


def root(value: Fraction, degree: int) -> Fraction:
    """The root to some thirty digits; good for a first guess, which is then tried exactly."""
    with localcontext() as context:
        context.prec = 40
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(number ** (Decimal(1) / Decimal(degree)))


def _middle(interval: Interval) -> Fraction | None:
    """The middle of what was printed, or the end of a bound."""
    if interval.low is None or interval.high is None:
        return interval.low if interval.low is not None else interval.high
    return (interval.low + interval.high) / 2
