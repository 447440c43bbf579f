"""Whether two rows can both hold: aims are taken at their word, results as they are rounded."""

from __future__ import annotations

from fractions import Fraction

from checker.prose.reading.rows import Stated
from checker.quantity import Comparator, Interval
from checker.statement import base_factor, price_key, usually_allowed

#: Growth that nothing else is told of is in constant prices; that of levels as they are printed is not.
CURRENT = price_key("现价")

_FLOORS = (Comparator.GREATER, Comparator.GREATER_EQUAL, Comparator.MORE)
_CAPS = (Comparator.LESS, Comparator.LESS_EQUAL)
_ZERO = Fraction(0)
#: A value that many times another of its kind is written in another unit.
_SLIP = 100
_POWER_ROOM = Fraction(1, 100)


def value_of(row: Stated) -> Fraction | None:
    """The number that is written, in the base unit."""
    return None if row.point is None else row.point * base_factor(row.measured_in)


def half_step(row: Stated) -> Fraction:
    """How far the number may lie from what it is rounded from, in the base unit."""
    return row.step * base_factor(row.measured_in) / 2


def range_of(row: Stated) -> Interval:
    """All that the row leaves open, 左右 taken as far as it usually goes; in the base unit."""
    return usually_allowed(row) or Interval()


def is_floor(row: Stated) -> bool:
    """Whether it tells the least that is to be: 以上, 超过, 不低于, 多."""
    return row.comparator in _FLOORS


def is_cap(row: Stated) -> bool:
    """Whether it tells the most that may be: 以下, 不超过, 以内."""
    return row.comparator in _CAPS


def differ(one: Stated, other: Stated) -> bool:
    """Whether the two cannot be one value: aims as they are written, results by their rounding."""
    if _as_written(one) == _as_written(other):
        return False
    if range_of(one).disjoint(range_of(other)):
        return True
    return one.tense == other.tense == "target" and _differ_as_aims(one, other)


def _as_written(row: Stated) -> tuple[object, ...]:
    """All that `differ` looks at, tense apart: two rows that are alike in it are cheaply told to agree."""
    ends = (row.low, row.high, row.low_open, row.high_open, row.point, row.step)
    return (*ends, row.unit, row.comparator, row.approx, row.tolerance, row.tolerance_unit)


def _differ_as_aims(one: Stated, other: Stated) -> bool:
    """Two numbers for one aim differ as soon as they are printed otherwise; a floor is met by more than it says."""
    if Comparator.RANGE in (one.comparator, other.comparator):
        return one.comparator is other.comparator and (one.low, one.high) != (other.low, other.high)
    left, right = value_of(one), value_of(other)
    if left is None or right is None:
        return False
    floors, caps = (is_floor(one), is_floor(other)), (is_cap(one), is_cap(other))
    if floors == (True, False):
        return right < left
    if floors == (False, True):
        return left < right
    if caps == (True, False):
        return right > left
    if caps == (False, True):
        return left > right
    return left != right


def certainly_below(low: Stated, high: Stated) -> bool:
    """Whether what is written in `low` is less than in `high`, beyond rounding or what a bound leaves open."""
    left, right = value_of(low), value_of(high)
    if left is None or right is None or left >= right:
        return False
    return left + max(half_step(low), half_step(high)) < right or range_of(low).disjoint(range_of(high))


def slipped(one: Stated, other: Stated) -> bool:
    """Whether the two are so far apart that one of them has the wrong unit."""
    left, right = value_of(one), value_of(other)
    if not left or not right:
        return False
    return max(abs(left), abs(right)) >= _SLIP * min(abs(left), abs(right))


def power_apart(one: Stated, other: Stated) -> int:
    """The k where one value is 10^k times the other, k ≥ 3, as finely as both are printed; else 0."""
    left, right = value_of(one), value_of(other)
    if not left or not right:
        return 0
    ratio = max(abs(left), abs(right)) / min(abs(left), abs(right))
    power = 0
    while ratio >= 10:
        ratio, power = ratio / 10, power + 1
    if ratio > 5:
        ratio, power = ratio / 10, power + 1
    return power if power >= 3 and abs(ratio - 1) <= _POWER_ROOM else 0
