"""What a written number allows its subject to be, and which of them speak of one thing, as the solver keys them.

What words allow is told in `statement`; nothing of it is decided here again.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.quantity import Interval, Quantity
from checker.solve.given import Subject, Value
from checker.statement import allowed, base_factor, state


class Key(NamedTuple):
    """What a value speaks of; values with one key meet."""

    subject: int
    tense: str
    basis: str
    year: int | None
    kind: str
    apart: tuple[tuple[str, str], ...]
    price: str


def key_of(value: Value, subject: Subject) -> Key:
    """The key of a value of a subject; of growth in 百分点 and in % they are two things."""
    statement = value.statement
    unit = statement.measured_in if statement is not None and value.quantity is not None else value.unit
    kind = unit.dimension if unit is not None else value.unit_text
    price = statement.price if statement is not None else subject.price
    return Key(value.subject, value.tense, value.basis, value.year, kind, value.remarks, price)


def plain_key(number: int, subject: Subject, tense: str, year: int) -> Key:
    """The key of the subject's own value of that year, in whatever unit it is told; `number` is the subject's."""
    unit = subject.unit
    kind = unit.dimension if unit is not None else subject.unit_text
    return Key(number, tense, "point", year, kind, (), subject.price)


def bounds_of(value: Value) -> Interval | None:
    """What the value allows, in the base unit of its dimension (元, 人, 1 for 100 %); None where it bounds nothing."""
    statement = value.statement if value.quantity is not None else None
    return None if statement is None else allowed(statement)


def bounds_of_quantity(quantity: Quantity | None) -> Interval | None:
    """What a number that is no value of a subject allows: of a part, of a resource."""
    return None if quantity is None else allowed(state(quantity))


def as_written(quantity: Quantity) -> Interval:
    """What a quantity says without any allowance, in the base unit of its dimension."""
    return quantity.interval.scale(base_factor(quantity.unit))
