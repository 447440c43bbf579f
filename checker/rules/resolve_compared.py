"""The static check of comparisons: what is held against each other has to be alike."""

from __future__ import annotations

from msgspec.structs import replace

from checker.messages import Message
from checker.messages.rules import RULE_NO_ORDER, RULE_UNIT_UNKNOWN, RULE_UNLIKE, RULE_UNLIKE_UNITS
from checker.quantity import UnitKind, parse_unit
from checker.rules.reach import Hops, reversed_hops
from checker.rules.resolve_values import type_words
from checker.rules.scope import UNKNOWN, WRONG_KIND, Names, Placed
from checker.rules.typed import Calculation, Compare, Constant, Expr, Link, Test, Walk
from checker.rules.types import NUMBER, Sort, Type, comparable, is_ordered

#: Values of these sorts are the same or not; the others are compared.
SAME_OR_NOT = frozenset({Sort.ELEMENT, Sort.NUMBER, Sort.TEXT, Sort.CHOICE, Sort.UNIT})


def compare(left: Expr, sign: str, right: Expr, names: Names, place: Placed) -> Test | None:
    """The comparison left sign right, with a fault where that makes no sense."""
    left, right = as_unit(left, right, names, place), as_unit(right, left, names, place)
    left, right = _as_ratio(left, right), _as_ratio(right, left)
    zero = isinstance(right, Constant) and right.value == 0 and right.type.sort is Sort.NUMBER
    if not comparable(left.type, right.type, exact_zero=zero):
        names.faults.add(WRONG_KIND, _unlike(left.type, right.type, names), place)
        return None
    if sign != "=" and not (is_ordered(left.type) and is_ordered(right.type)):
        names.faults.add(WRONG_KIND, RULE_NO_ORDER(sort=left.type.sort.message, sign=sign), place)
        return None
    if sign == "=" and left.type.sort is right.type.sort and left.type.sort in SAME_OR_NOT:
        return tied(left, (), right)
    return Compare(left, sign, right)


def _as_ratio(expr: Expr, other: Expr) -> Expr:
    """A percentage beside what one number is of another is a number."""
    ratio = isinstance(other, Calculation) and other.sign == "÷" and other.type.sort is Sort.NUMBER
    unit = expr.type.unit if isinstance(expr, Constant) and not expr.type.many else None
    if not ratio or unit is None or unit.kind is not UnitKind.RATIO:
        return expr
    assert isinstance(expr, Constant)
    return Constant(expr.value.point * unit.factor, NUMBER)


def _unlike(left: Type, right: Type, names: Names) -> Message:
    if left.unit is not None and right.unit is not None:
        return RULE_UNLIKE_UNITS(left=left.unit.symbol, right=right.unit.symbol)
    return RULE_UNLIKE(left=type_words(left, names), right=type_words(right, names))


def as_unit(expr: Expr, other: Expr, names: Names, place: Placed) -> Expr:
    """A text beside a unit is a unit."""
    if not (isinstance(expr, Constant) and expr.type.sort is Sort.TEXT and other.type.sort is Sort.UNIT):
        return expr
    unit = parse_unit(expr.value)
    if unit is None:
        names.faults.add(UNKNOWN, RULE_UNIT_UNKNOWN(unit=expr.value), place)
    return Constant(unit, replace(expr.type, sort=Sort.UNIT))


def tied(left: Expr, hops: Hops, right: Expr) -> Link:
    """The tie between what two walks lead to, as one walk from the thing on the left to the one on the right."""
    start, there = (left.base, left.hops) if isinstance(left, Walk) else (left, ())
    end, back = (right.base, right.hops) if isinstance(right, Walk) else (right, ())
    return Link(start, (*there, *hops, *reversed_hops(back)), end)
