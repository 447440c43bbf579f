"""Formulas of relations as linear forms over variables; what is not linear becomes products.

Values are in base units (元, 人, 1 for 100 %), so that + and comparisons need like dimensions and nothing is
converted on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from checker.messages import Message
from checker.messages.solve import (
    FORMULA_FUNCTION,
    FORMULA_NOT_LINEAR,
    FORMULA_NUMBER,
    FORMULA_UNIT_UNKNOWN,
    FORMULA_UNITS,
    FORMULA_ZERO,
)
from checker.quantity import Interval, Unit, UnitKind, parse_numeral, parse_unit
from checker.quantity.unit_table import RATIO
from checker.quantity.units import unit_product, unit_quotient
from checker.solve.system import System
from checker.statement import base_factor
from checker.syntax import Term

_ZERO = Fraction(0)
_ONE = Fraction(1)
#: Deeper formulas are no relation anybody reads.
_DEEPEST = 60
#: Functions that add up the years of the period.
TOTALS = ("累计", "cumulative")
SUMS = ("合计", "sum")


class NotSolvable(Exception):
    """A relation that cannot be worked out; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(slots=True, eq=False, repr=False)
class Expr:
    """A linear form and a constant, with its dimension; of like by like (`like`), × 100 means × 100 %."""

    parts: dict[int, Fraction]
    constant: Fraction
    dimension: str
    like: bool = False
    number: bool = False

    def scaled(self, factor: Fraction) -> Expr:
        """The same times a number."""
        return Expr({one: part * factor for one, part in self.parts.items()}, self.constant * factor, self.dimension)


@dataclass(slots=True, eq=False, repr=False)
class Builder:
    """Builds the rows of one relation in one year; `operand` gives what a name stands for there."""

    system: System
    statement: int
    #: What a reader is told of a term that is no name: 甲 ÷ 乙, in a unit.
    told: Callable[[Term, Unit | None], object]
    operand: Callable[[Term], list[tuple[int, str]]]
    #: What 累计（甲） stands for.
    total: Callable[[Term], tuple[int, str]]
    aliases: dict[int, int] = field(default_factory=dict)

    def relate(self, left: Term, sign: str, right: Term, tolerance: Fraction) -> None:
        """Add left sign right. Raises NotSolvable before anything is added that stands by itself."""
        one, quotient = self._ratio(left, right, sign, tolerance)
        if quotient:
            return
        two = self.expression(right)
        _alike(one, two)
        parts = dict(one.parts)
        for variable, part in two.parts.items():
            parts[variable] = parts.get(variable, _ZERO) - part
        self.system.bound(parts, _difference(sign, two.constant - one.constant, tolerance), self.statement)

    def _ratio(self, left: Term, right: Term, sign: str, tolerance: Fraction) -> tuple[Expr, bool]:
        """The left side; where it is one name and the right a quotient of it, the product is added as well."""
        one = self.expression(left)
        plain = sign == "=" and not tolerance and len(one.parts) == 1 and not one.constant
        quotient = quotient_of(right)
        if not plain or quotient is None or next(iter(one.parts.values())) != 1:
            return one, False
        above, below = (self.expression(term) for term in quotient)
        if not below.parts or (not above.parts and not above.constant):
            return one, False
        _alike(one, Expr({}, _ZERO, _quotient(above, below)))
        part, whole = (self._variable(side, term) for side, term in zip((above, below), quotient, strict=True))
        self.system.multiply(part, next(iter(one.parts)), whole, self.statement, divided=True)
        return one, True

    def expression(self, term: Term, deep: int = 0) -> Expr:
        """What a term comes to. Raises NotSolvable."""
        if deep > _DEEPEST:
            raise NotSolvable(FORMULA_NOT_LINEAR())
        match term.operator:
            case "path":
                return self._names(term)
            case "number":
                return _number(term)
            case "+" | "-":
                one, two = (self.expression(part, deep + 1) for part in term.operands)
                return _sum(one, two, 1 if term.operator == "+" else -1)
            case "×" | "÷":
                one, two = (self.expression(part, deep + 1) for part in term.operands)
                return self._times(term, one, two) if term.operator == "×" else self._by(term, one, two)
            case operator if operator in TOTALS:
                variable, dimension = self.total(term)
                return Expr({variable: _ONE}, _ZERO, dimension)
            case operator if operator in SUMS:
                total = self.expression(term.operands[0], deep + 1)
                for part in term.operands[1:]:
                    total = _sum(total, self.expression(part, deep + 1), 1)
                return total
            case _:
                raise NotSolvable(FORMULA_FUNCTION(function=term.operator))

    def _names(self, term: Term) -> Expr:
        total: Expr | None = None
        for variable, dimension in self.operand(term):
            one = Expr({variable: _ONE}, _ZERO, dimension)
            total = one if total is None else _sum(total, one, 1)
        if total is None:
            raise NotSolvable(FORMULA_NOT_LINEAR())
        return total

    def _times(self, term: Term, one: Expr, two: Expr) -> Expr:
        for number, other in ((one, two), (two, one)):
            if number.number and number.constant == 100 and other.like:
                return other
        dimension = _product(one, two)
        for constant, other in ((one, two), (two, one)):
            if not constant.parts:
                scaled = other.scaled(constant.constant)
                return Expr(scaled.parts, scaled.constant, dimension, other.like and constant.number)
        result = self._vary(term, dimension)
        share, whole = (self._variable(side, part) for side, part in zip((one, two), term.operands, strict=True))
        self.system.multiply(result, share, whole, self.statement)
        return Expr({result: _ONE}, _ZERO, dimension)

    def _by(self, term: Term, one: Expr, two: Expr) -> Expr:
        dimension = _quotient(one, two)
        like = dimension == RATIO and not two.number
        if not two.parts:
            if not two.constant:
                raise NotSolvable(FORMULA_ZERO())
            scaled = one.scaled(1 / two.constant)
            return Expr(scaled.parts, scaled.constant, dimension, like)
        share = self._vary(term, dimension)
        part, whole = (self._variable(side, each) for side, each in zip((one, two), term.operands, strict=True))
        self.system.multiply(part, share, whole, self.statement, divided=True)
        return Expr({share: _ONE}, _ZERO, dimension, like)

    def _vary(self, term: Term, dimension: str) -> int:
        return self.system.vary(self.told(term, _shown_in(dimension)))

    def _variable(self, expr: Expr, term: Term) -> int:
        """One variable that stands for an expression."""
        if not expr.constant and len(expr.parts) == 1 and next(iter(expr.parts.values())) == 1:
            return next(iter(expr.parts))
        variable = self._vary(term, expr.dimension)
        parts = {one: -part for one, part in expr.parts.items()}
        parts[variable] = parts.get(variable, _ZERO) + 1
        self.system.bound(parts, Interval.at(expr.constant), self.statement)
        return variable


def quotient_of(term: Term) -> tuple[Term, Term] | None:
    """The two sides of 甲 ÷ 乙, also of 甲 ÷ 乙 × 100 and × 100%."""
    if term.operator == "×":
        inner, factor = term.operands
        if factor.operator == "number" and factor.number == "100" and factor.unit in ("", "%"):
            term = inner
    return (term.operands[0], term.operands[1]) if term.operator == "÷" else None


def _difference(sign: str, end: Fraction, tolerance: Fraction) -> Interval:
    match sign:
        case "=":
            return Interval(end - tolerance, end + tolerance)
        case "≥" | ">":
            return Interval(end - tolerance, None, sign == ">" and not tolerance)
        case _:
            return Interval(None, end + tolerance, False, sign == "<" and not tolerance)


def _number(term: Term) -> Expr:
    unit = parse_unit(term.unit) if term.unit else None
    return Expr({}, number_of(term), dimension_of(unit), number=not term.unit)


def number_of(term: Term) -> Fraction:
    """The value of a number in base units. Raises NotSolvable."""
    value, unit = parse_numeral(term.number), parse_unit(term.unit) if term.unit else None
    if value is None:
        raise NotSolvable(FORMULA_NUMBER(number=term.number))
    if term.unit and unit is None:
        raise NotSolvable(FORMULA_UNIT_UNKNOWN(unit=term.unit))
    return value * base_factor(unit)


def dimension_of(unit: Unit | None) -> str:
    """The dimension of figures in a unit; 百分点 are added to ratios, and what has no unit is a plain number."""
    return RATIO if unit is None or unit.kind is UnitKind.POINTS else unit.dimension


def _alike(one: Expr, two: Expr) -> None:
    """Raises NotSolvable where the two are not of one dimension. A zero is of any; 人均 may be told in plain 元."""
    for left, right in ((one, two), (two, one)):
        if (not left.parts and not left.constant) or left.dimension == right.dimension:
            return
        if len(left.parts) == 1 and right.dimension == f"{left.dimension}/人":
            return
    raise NotSolvable(FORMULA_UNITS(one=one.dimension, two=two.dimension))


def _sum(one: Expr, two: Expr, sign: int) -> Expr:
    _alike(one, two)
    parts = dict(one.parts)
    for variable, part in two.parts.items():
        parts[variable] = parts.get(variable, _ZERO) + sign * part
    dimension = one.dimension if one.parts or one.constant else two.dimension
    return Expr(parts, one.constant + sign * two.constant, dimension)


def _shown_in(dimension: str) -> Unit | None:
    """The unit that a reader is told a value of that dimension in."""
    return parse_unit({RATIO: "%", "元": "亿元"}.get(dimension, dimension))


def _base(dimension: str) -> Unit:
    return Unit(dimension, dimension, _ONE, UnitKind.AMOUNT)


def _product(one: Expr, two: Expr) -> str:
    return unit_product(_base(one.dimension), _base(two.dimension)).dimension


def _quotient(one: Expr, two: Expr) -> str:
    return unit_quotient(_base(one.dimension), _base(two.dimension)).dimension
