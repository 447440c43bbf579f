"""How far a variable can go: its ends under all of a component, and the corners at which it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from checker.quantity import Interval
from checker.solve.conflicts import (
    MOST_ASSUMED,
    PIVOTS,
    Rows,
    Verdict,
    decide_case,
    needs_of,
    numbered,
    rows_of,
)
from checker.solve.simplex import Point, feasible
from checker.solve.system import Component, Product, Row, assumed

_ONE = Fraction(1)


@dataclass(slots=True, eq=False, repr=False)
class Corner:
    """Where a variable is at its end: the end, and the rows that hold it there."""

    variable: int
    value: Point
    rows: Sequence[Row]
    holding: tuple[int, ...]
    #: The products of the case of signs.
    products: Sequence[Product]
    #: What it rests on beside the rows.
    also: tuple[int, ...] = ()

    @property
    def held(self) -> list[Row]:
        """The rows that hold it there."""
        return [self.rows[number] for number in self.holding]

    @property
    def needs(self) -> tuple[int, ...]:
        """The statements that hold it there."""
        return tuple(sorted({one for one in (*needs_of(self.rows, self.holding), *self.also) if one >= 0}))


#: A corner; else that there is no end, or nothing at all.
End = Corner | Literal["empty", "open"]


def corner_of(case: Component, variable: int, *, rising: bool, pivots: int = PIVOTS) -> Corner | None:
    """The end of a variable in a case that can hold; None where nothing holds it. Raises LimitReached."""
    rows = rows_of(case, pivots)
    quotient = next((one for one in case.products if one.share == variable), None)
    if quotient is not None and case.ties()[variable] == 1:
        return quotient_corner(case, quotient, rising=rising, pivots=pivots)
    tableau, holds = feasible(numbered(rows), pivots)
    end = tableau.extreme(variable, rising) if holds else None
    if end is None:
        return None
    return Corner(variable, end[0], rows, end[1], case.products)


def quotient_corner(case: Component, product: Product, *, rising: bool, pivots: int = PIVOTS) -> Corner | None:
    """The end of a share that nothing else ties: all else is told in parts of the whole, so that the share is linear.

    After Charnes and Cooper: with y = x ÷ |whole| and t = 1 ÷ |whole|, a·x ≤ b is a·y ≤ b·t. None, too, where the
    whole cannot have the sign of the product. Raises LimitReached.
    """
    rows = rows_of(case, pivots)
    part = max((*_variables(rows), *product.variables), default=0) + 1
    scaled: Rows = [(len(rows), ((part, _ONE),), Interval(Fraction(0), None, True))]
    scaled.append((len(rows), ((product.whole, _ONE),), Interval.at(Fraction(product.sign))))
    for number, row in enumerate(rows):
        if all(one != product.share for one, _ in row.form):
            scaled += [
                (number, (*row.form, (part, -edge)) if edge else row.form, limit) for edge, limit in _sides(row.bounds)
            ]
    tableau, holds = feasible(scaled, pivots)
    end = tableau.extreme(product.result, rising == (product.sign > 0)) if holds else None
    if end is None:
        return None
    (value, small), sign = end[0], product.sign
    holding = tuple(number for number in end[1] if number < len(rows))
    also = (*product.needs, *product.sign_needs)
    return Corner(product.share, (value * sign, small * sign), rows, holding, case.products, also)


def _sides(bounds: Interval) -> Iterator[tuple[Fraction, Interval]]:
    zero = Fraction(0)
    if bounds.point is not None:
        yield bounds.point, Interval.at(zero)
        return
    if bounds.low is not None:
        yield bounds.low, Interval(zero, None, bounds.low_open)
    if bounds.high is not None:
        yield bounds.high, Interval(None, zero, False, bounds.high_open)


def rows_without(corner: Corner) -> list[Row]:
    """The corner's rows, but for those on its variable if that is a share, linear in parts of its whole only."""
    return [row for row in corner.rows if not corner.also or all(one != corner.variable for one, _ in row.form)]


def _variables(rows: Iterable[Row]) -> list[int]:
    return sorted({one for row in rows for one, _ in row.form})


@dataclass(slots=True, eq=False, repr=False)
class Range:
    """What a variable may be: each end with the statements that set it (None where nothing does)."""

    low: tuple[Point, tuple[int, ...]] | None
    high: tuple[Point, tuple[int, ...]] | None
    exact: bool

    @property
    def interval(self) -> Interval:
        """The numbers in it."""
        low, high = (end[0] if end is not None else None for end in (self.low, self.high))
        return Interval(
            low[0] if low is not None else None,
            high[0] if high is not None else None,
            low is not None and low[1] > 0,
            high is not None and high[1] < 0,
        )


def range_of(component: Component, variable: int, pivots: int = PIVOTS) -> Range | None:
    """The range of a variable under all of a component; None if its statements contradict each other.

    Raises LimitReached.
    """
    oriented = component.oriented()
    low, high = (_end_in_cases(oriented, {}, variable, rising, pivots) for rising in (False, True))
    return None if "empty" in (low, high) else Range(_told(low), _told(high), oriented.exact())


def ratio_range(component: Component, ratio: Product, pivots: int = PIVOTS) -> Range | None:
    """The range of what its result is of its whole, where that is above zero; None where it cannot be.

    Raises LimitReached.
    """
    low, high = (ratio_end(component, ratio, rising=rising, pivots=pivots) for rising in (False, True))
    return None if "empty" in (low, high) else Range(_told(low), _told(high), exact=True)


def _told(corner: End) -> tuple[Point, tuple[int, ...]] | None:
    return (corner.value, corner.needs) if isinstance(corner, Corner) else None


def end_of(component: Component, variable: int, *, rising: bool, pivots: int = PIVOTS) -> End:
    """The end of a variable over all cases of signs. Raises LimitReached."""
    return _end_in_cases(component.oriented(), {}, variable, rising, pivots)


def ratio_end(component: Component, ratio: Product, *, rising: bool, pivots: int = PIVOTS) -> End:
    """The end of what the result of `ratio` is of its whole, where that is above zero. Raises LimitReached."""
    above = Row(((ratio.whole, _ONE),), Interval(Fraction(0), None, True), ())
    return _end_in_cases(component.with_rows([above]).oriented(), {}, ratio, rising, pivots)


def _end_in_cases(component: Component, signs: dict[int, int], asked: int | Product, rising: bool, pivots: int) -> End:
    """The end over all cases of signs, tried apart only where the end rests on an assumed sign."""
    case = component.in_case(signs)
    answer = decide_case(case, pivots)
    corner = None
    if answer.verdict is not Verdict.BROKEN:
        if isinstance(asked, Product):
            corner = quotient_corner(case, asked, rising=rising, pivots=pivots)
        else:
            corner = corner_of(case, asked, rising=rising, pivots=pivots)
        if corner is None:
            return "open"
    rests = set(answer.core) if corner is None else {*needs_of(corner.rows, corner.holding), *corner.also}
    free = [number for number in range(len(component.products)) if number not in signs and assumed(number) in rests]
    if not free or len(signs) >= MOST_ASSUMED:
        return corner or "empty"
    choices = (1, -1) if component.products[free[0]].divided else (1, -1, 0)
    tried = [_end_in_cases(component, {**signs, free[0]: sign}, asked, rising, pivots) for sign in choices]
    if "open" in tried:
        return "open"
    found = [one for one in tried if isinstance(one, Corner)]
    if not found:
        return "empty"
    ends = sorted(found, key=_value)
    return ends[-1] if rising else ends[0]


def _value(corner: Corner) -> Point:
    return corner.value
