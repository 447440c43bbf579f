"""Comparing and reckoning with quantities, units and all.

A quantity is a set of numbers, so a comparison may hold for all of them, for none, or for some.
"""

from __future__ import annotations

from checker.quantity.amount import Quantity, aligned
from checker.quantity.comparator import Comparator
from checker.quantity.interval import Interval
from checker.quantity.unit_table import UnitKind
from checker.quantity.units import Unit, UnitError, unit_product, unit_quotient


def holds(left: Quantity, comparator: Comparator, right: Quantity) -> bool | None:
    """Whether `left` is =, >, ≥, < or ≤ `right`: True if it must be, False if it cannot be, None if either may be.

    Units are converted. Raises UnitError for unlike units (one with a unit and one without are unlike) and
    ValueError for a comparator that does not compare.
    """
    one, two = left.interval, aligned(right, left)
    match comparator:
        case Comparator.EQUAL:
            return False if one.disjoint(two) else (True if one == two and one.point is not None else None)
        case Comparator.LESS:
            return True if one.below(two) else (False if two.at_most(one) else None)
        case Comparator.LESS_EQUAL:
            return True if one.at_most(two) else (False if two.below(one) else None)
        case Comparator.GREATER:
            return True if two.below(one) else (False if one.at_most(two) else None)
        case Comparator.GREATER_EQUAL:
            return True if two.at_most(one) else (False if one.below(two) else None)
        case _:
            raise ValueError(f"{comparator} does not compare")


def add(left: Quantity, right: Quantity) -> Quantity:
    """The sum in the unit of `left`; 百分点 may be added to a percentage. Raises UnitError for unlike units."""
    return _result(left.interval + _addend(left, right), left.unit, left, right)


def subtract(left: Quantity, right: Quantity) -> Quantity:
    """The difference in the unit of `left`; 百分点 may be taken from a percentage. Raises UnitError."""
    return _result(left.interval - _addend(left, right), left.unit, left, right)


def multiply(left: Quantity, right: Quantity) -> Quantity:
    """The product; a figure without unit is a plain number, a percentage a share of the other."""
    if left.unit is None or right.unit is None:
        return _result(left.interval * right.interval, left.unit or right.unit, left, right)
    unit = unit_product(left.unit, right.unit)
    factor = left.unit.factor * right.unit.factor / unit.factor
    return _result((left.interval * right.interval).scale(factor), unit, left, right)


def divide(left: Quantity, right: Quantity) -> Quantity:
    """The quotient; like by like is told in %. Raises ZeroDivisionError if `right` may be 0.

    Raises UnitError if a plain number is divided by a figure with a unit.
    """
    quotient = left.interval / right.interval
    if right.unit is None:
        return _result(quotient, left.unit, left, right)
    if left.unit is None:
        raise UnitError(left.unit, right.unit)
    unit = unit_quotient(left.unit, right.unit)
    return _result(quotient.scale(left.unit.factor / right.unit.factor / unit.factor), unit, left, right)


def _addend(left: Quantity, right: Quantity) -> Interval:
    ratio, points = left.unit, right.unit
    if ratio is not None and points is not None and ratio.kind is UnitKind.RATIO and points.kind is UnitKind.POINTS:
        return right.interval.scale(points.factor / 100 / ratio.factor)
    return aligned(right, left)


def _result(interval: Interval, unit: Unit | None, left: Quantity, right: Quantity) -> Quantity:
    # a range unless it turns out simpler
    comparator = Comparator.RANGE
    if interval.point is not None:
        comparator = Comparator.EQUAL
    elif interval.high is None and interval.low is not None:
        comparator = Comparator.GREATER if interval.low_open else Comparator.GREATER_EQUAL
    elif interval.low is None and interval.high is not None:
        comparator = Comparator.LESS if interval.high_open else Comparator.LESS_EQUAL
    approx = left.approx or right.approx
    return Quantity(interval, unit, interval.point, "", comparator, approx, unit_text=unit.symbol if unit else "")
