"""What one statement allows its subject to be; in base units (元, 人, 1 for 100 %).

Numbers allow what is printed alike: 2000 is 1999.5 up to 2000.5, 2000.0 is 1999.95 up to 2000.05. Bounds (≥2000,
2000以上) and ranges are taken at their word. About (左右) with a tolerance is that far both ways; without one nobody
can say how far, so that the statement bounds nothing for certain. A tolerance in % is taken of an amount, and counts
as 百分点 for what is told in % itself.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.quantity import Comparator, Interval, Quantity, Unit, UnitError, UnitKind, parse_unit
from checker.statement.value import Statement, known_unit

_ONE = Fraction(1)
_RATIOS = (UnitKind.RATIO, UnitKind.POINTS)
#: As far as 约 and 左右 usually go: a share of an amount, and of a percentage so many points.
_USUAL = Fraction(1, 20)
_USUAL_POINTS = Fraction(1, 100)


def base_factor(unit: Unit | None) -> Fraction:
    """What one of the unit is in the base unit; 百分点 count like %, so that they may be added to a ratio."""
    if unit is None:
        return _ONE
    return unit.factor / 100 if unit.kind is UnitKind.POINTS else unit.factor


def as_written(statement: Statement) -> Interval:
    """What the words say without any allowance."""
    return statement.interval.scale(base_factor(statement.measured_in))


def allowed(statement: Statement) -> Interval | None:
    """What it allows; None where it bounds nothing: 左右 without a tolerance, or with one that cannot be used."""
    quantity = statement.quantity
    if statement.tolerance is not None:
        wide = widened(statement, quantity)
        return None if wide is None else wide.scale(base_factor(quantity.unit))
    return None if statement.approx else _as_printed(quantity).scale(base_factor(quantity.unit))


def usually_allowed(statement: Statement) -> Interval | None:
    """The same with 左右 taken as far as it usually goes where no tolerance says how far."""
    if statement.tolerance is not None or not statement.approx:
        return allowed(statement)
    quantity = statement.quantity
    factor = base_factor(quantity.unit)
    ratio = quantity.unit is not None and quantity.unit.kind in _RATIOS
    largest = max((abs(end) for end in (statement.low, statement.high) if end is not None), default=Fraction(0))
    room = _USUAL_POINTS if ratio else largest * factor * _USUAL
    return _as_printed(replace(quantity, approx=False)).scale(factor).widen(room)


def _as_printed(quantity: Quantity) -> Interval:
    at_its_word = quantity.comparator.direction or quantity.comparator in (Comparator.RANGE, Comparator.MORE)
    return quantity.interval if at_its_word else quantity.rounded()


def widened(statement: Statement, quantity: Quantity) -> Interval | None:
    """What a quantity in the statement's unit comes to with its tolerance; None for one that cannot be used."""
    unit = known_unit(statement.tolerance_unit)
    tolerance = Quantity(
        Interval(), unit, statement.tolerance, "", Comparator.EQUAL, False, unit_text=statement.tolerance_unit
    )
    own = quantity.unit
    if own is not None and unit is not None and own.kind in _RATIOS and unit.kind is UnitKind.RATIO:
        points = parse_unit("个百分点")
        tolerance = replace(tolerance, unit=points, point=statement.tolerance * unit.factor * 100)  # type: ignore[operator]
    try:
        return quantity.widened(tolerance).interval
    except (UnitError, ValueError):
        return None
