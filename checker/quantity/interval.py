"""Sets of numbers between two ends, each end part of it or not: what a statement like “≥2000” allows.

All exact. An interval is never empty; an end that is None is infinite.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checker.quantity.numerals import read_numeral

_ZERO = Fraction(0)
#: An end for the product: -1, 0 or 1 for minus infinity, finite, infinity; the value; whether it is left out.
_End = tuple[int, Fraction, bool]


@dataclass(slots=True, unsafe_hash=True)
class Interval:
    """The numbers from `low` to `high`; an open end does not belong to it, an infinite end is open.

    Raises ValueError if there is no such number.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None or high is None:
            self.low_open, self.high_open = self.low_open or low is None, self.high_open or high is None
        elif low is high and not self.low_open and not self.high_open:
            return
        elif low > high or ((self.low_open or self.high_open) and low == high):
            raise ValueError(f"empty interval {self}")

    @classmethod
    def at(cls, value: Fraction) -> Interval:
        """That one number."""
        return cls(value, value)

    @property
    def point(self) -> Fraction | None:
        """The only number in it, or None if there are more."""
        return self.low if self.low is self.high or self.low == self.high else None

    def contains(self, value: Fraction) -> bool:
        """Whether `value` belongs to it."""
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def covers(self, other: Interval) -> bool:
        """Whether every number of `other` belongs to it."""
        return self.intersection(other) == other

    def below(self, other: Interval) -> bool:
        """Whether each of its numbers is less than each of `other`."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def at_most(self, other: Interval) -> bool:
        """Whether each of its numbers is at most each of `other`."""
        return self.high is not None and other.low is not None and self.high <= other.low

    def disjoint(self, other: Interval) -> bool:
        """Whether no number belongs to both."""
        return self.below(other) or other.below(self)

    def intersects(self, other: Interval) -> bool:
        """Whether some number belongs to both."""
        return not self.disjoint(other)

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers that belong to both, or None if there are none."""
        if self.disjoint(other):
            return None
        low, low_open = _inner(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _inner(self.high, self.high_open, other.high, other.high_open, -1)
        return Interval(low, high, low_open, high_open)

    def scale(self, factor: Fraction) -> Interval:
        """Each number times `factor`."""
        if factor == 0:
            return Interval.at(_ZERO)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def widen(self, by: Fraction) -> Interval:
        """As far as `by` (not negative) beyond either end."""
        return self + Interval(-by, by)

    def power(self, exponent: int) -> Interval:
        """Each number to the power of `exponent`, at least 1. Raises ValueError if a number may be negative."""
        if self.low is None or self.low < 0 or exponent < 1:
            raise ValueError(f"{self} to the power of {exponent}")
        high = None if self.high is None else self.high**exponent
        return Interval(self.low**exponent, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        return self.scale(Fraction(-1))

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        products = [_product(one, two) for one in self._ends() for two in other._ends()]
        low_infinite, low, low_open = min(products)
        high_infinite, high, high_open = max(products, key=lambda end: (end[0], end[1], not end[2]))
        return Interval(None if low_infinite else low, None if high_infinite else high, low_open, high_open)

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError if 0 belongs to `other`."""
        return self * _reciprocal(other)

    def __str__(self) -> str:
        left = f"{'(' if self.low_open else '['}{'-∞' if self.low is None else self.low}"
        return f"{left}, {'∞' if self.high is None else self.high}{')' if self.high_open else ']'}"

    def _ends(self) -> tuple[_End, _End]:
        low = (-1, _ZERO, True) if self.low is None else (0, self.low, self.low_open)
        high = (1, _ZERO, True) if self.high is None else (0, self.high, self.high_open)
        return low, high


def _reciprocal(interval: Interval) -> Interval:
    if interval.contains(_ZERO):
        raise ZeroDivisionError(f"1/{interval}")
    low, high = interval.low, interval.high
    if low is None or low < 0:
        return -_reciprocal(-interval)
    return Interval(
        _ZERO if high is None else 1 / high, 1 / low if low else None, interval.high_open, interval.low_open
    )


def _inner(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool, side: int
) -> tuple[Fraction | None, bool]:
    """The end nearer the middle; `side` is 1 for lower ends, -1 for upper ones."""
    if one is None or two is None:
        return (two, two_open) if one is None else (one, one_open)
    if one == two:
        return one, one_open or two_open
    return (one, one_open) if (one > two) == (side > 0) else (two, two_open)


def _product(one: _End, two: _End) -> _End:
    zeros = [end for end in (one, two) if end[0] == 0 and end[1] == 0]
    if zeros:
        # 0 times anything is 0, infinity too: it stands for numbers that are all finite.
        return 0, _ZERO, all(end[2] for end in zeros)
    if one[0] or two[0]:
        return _sign(one) * _sign(two), _ZERO, True
    return 0, one[1] * two[1], one[2] or two[2]


def _sign(end: _End) -> int:
    return end[0] or (1 if end[1] > 0 else -1)


def as_printed(number_text: str) -> Interval:
    """The numbers that are printed as `number_text` after rounding half away from zero.

    “2000” stands for 1999.5 up to, not including, 2000.5; “2000.0” for 1999.95 up to 2000.05; “1.5万” for
    14500 up to 15500. Raises ValueError if the text is no number.
    """
    numeral = read_numeral(number_text)
    if numeral is None:
        raise ValueError("not a number")
    return rounding(numeral.value, numeral.step)


def rounding(value: Fraction, step: Fraction) -> Interval:
    """The numbers that round, half away from zero, to `value` on a grid of `step`; 0 is an exact value's step."""
    half = step / 2
    if value == 0 or not half:
        return Interval(value - half, value + half, bool(half), bool(half))
    return Interval(value - half, value + half, value < 0, value > 0)
