"""What a figure allows its indicator to be, and which figures speak of one thing, as the solver keys them.

What words allow is told in `statement`, whose figures and which prices meet in `meaning`; nothing of it is decided
here again.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.meaning.figures import apart, unit_of
from checker.model import Figure, Indicator
from checker.quantity import Interval, Quantity
from checker.statement import allowed, base_factor, price_key, state


class Key(NamedTuple):
    """What a figure speaks of; figures with one key meet."""

    indicator: int
    tense: str
    basis: str
    year: int | None
    kind: str
    apart: tuple[tuple[str, str], ...]
    price: str


def key_of(figure: Figure) -> Key:
    """The key of a figure; of growth in 百分点 and in % they are two things."""
    indicator, statement = figure.indicator, figure.statement
    assert indicator is not None
    unit = statement.measured_in if statement is not None and figure.quantity is not None else figure.unit
    kind = unit.dimension if unit is not None else figure.unit_text
    price = statement.price if statement is not None else price_key(indicator.price)
    return Key(id(indicator), figure.tense, figure.basis, figure.year, kind, apart(figure), price)


def plain_key(indicator: Indicator, tense: str, year: int) -> Key:
    """The key of the indicator's own figure of that year, in whatever unit it is told."""
    unit = unit_of(indicator)
    kind = unit.dimension if unit is not None else indicator.unit_text
    return Key(id(indicator), tense, "point", year, kind, (), price_key(indicator.price))


def bounds_of(figure: Figure) -> Interval | None:
    """What the figure allows, in the base unit of its dimension (元, 人, 1 for 100 %); None where it bounds nothing."""
    statement = figure.statement if figure.quantity is not None else None
    return None if statement is None else allowed(statement)


def bounds_of_quantity(quantity: Quantity | None) -> Interval | None:
    """What a number that is no figure of an indicator allows: of a part, of a resource."""
    return None if quantity is None else allowed(state(quantity))


def as_written(quantity: Quantity) -> Interval:
    """What a quantity says without any allowance, in the base unit of its dimension."""
    return quantity.interval.scale(base_factor(quantity.unit))
