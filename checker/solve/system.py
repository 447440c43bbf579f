"""Statements, what they bound, and which of them hang together.

A row bounds a linear form of variables and rests on the statements in `needs`; without any one of these it falls.
A product says that one variable is two others multiplied (part = share × total, end = growth × start). It bounds
linearly once the sign of the whole is known: a component *in a case* has a sign for each of its products. A sign that
no row gives by itself is assumed, and what rests on it needs a number below zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from checker.quantity import Interval
from checker.solve.simplex import Form

_ZERO = Fraction(0)
_ONE = Fraction(1)
_NOTHING = Interval.at(_ZERO)


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A bounded form and the statements it rests on; `printed` is both without any allowance for rounding."""

    form: Form
    bounds: Interval
    needs: tuple[int, ...]
    printed: tuple[Form, Interval] | None = None


@dataclass(slots=True, eq=False, repr=False)
class Product:
    """result = share × whole; `needs` is the statement that says so. A whole that divides (`divided`) is not 0.

    In a case `sign` is that of the whole, and `sign_needs` what says so.
    """

    result: int
    share: int
    whole: int
    needs: tuple[int, ...]
    divided: bool = False
    sign: int = 0
    sign_needs: tuple[int, ...] = ()

    @property
    def variables(self) -> tuple[int, int, int]:
        """The three it ties."""
        return self.result, self.share, self.whole

    def turned(self) -> Product:
        """The same with its factors changed over."""
        return Product(self.result, self.whole, self.share, self.needs)


@dataclass(slots=True, eq=False, repr=False)
class System:
    """All rows and products; `statements` and `variables` hold whatever stands for them outside, by number."""

    statements: list[Any] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    variables: list[Any] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    products: list[Product] = field(default_factory=list)

    def state(self, statement: object, weight: int = 0) -> int:
        """Take a statement in; gives its number. Of a conflict, the statement of most weight is the first to doubt."""
        self.statements.append(statement)
        self.weights.append(weight)
        return len(self.statements) - 1

    def vary(self, variable: object) -> int:
        """Take a variable in; gives its number."""
        self.variables.append(variable)
        return len(self.variables) - 1

    def bound(
        self,
        coefficients: dict[int, Fraction],
        bounds: Interval,
        *needs: int,
        printed: Interval | None = None,
        printed_coefficients: dict[int, Fraction] | None = None,
    ) -> None:
        """Bound a form; coefficients of 0 do not count. What is `printed` takes the place of either for a reader."""
        form = form_of(coefficients)
        told = None
        if printed is not None or printed_coefficients is not None:
            told = (form_of(printed_coefficients) if printed_coefficients else form), printed or bounds
        self.rows.append(Row(form, bounds, needs, told))

    def multiply(self, result: int, share: int, whole: int, *needs: int, divided: bool = False) -> None:
        """Say that `result` is `share` × `whole`; `divided`: that the whole is not 0."""
        self.products.append(Product(result, share, whole, needs, divided))

    def components(self) -> list[Component]:
        """The parts that have no variable in common, in the order of their first rows."""
        leader = list(range(len(self.variables)))

        def find(one: int) -> int:
            while leader[one] != one:
                leader[one] = leader[leader[one]]
                one = leader[one]
            return one

        for row in self.rows:
            _join(leader, find, [variable for variable, _ in row.form])
        for product in self.products:
            _join(leader, find, product.variables)
        found: dict[int, Component] = {}
        for row in self.rows:
            # A row without variables stands by itself.
            key = find(row.form[0][0]) if row.form else -1 - len(found)
            found.setdefault(key, Component()).rows.append(row)
        for product in self.products:
            found.setdefault(find(product.result), Component()).products.append(product)
        return list(found.values())


def _join(leader: list[int], find: Any, members: Sequence[int]) -> None:
    for other in members[1:]:
        one, two = find(members[0]), find(other)
        if one != two:
            leader[max(one, two)] = min(one, two)


@dataclass(slots=True, eq=False, repr=False)
class Component:
    """Rows and products that share variables."""

    rows: list[Row] = field(default_factory=list)
    products: list[Product] = field(default_factory=list)

    def statements(self) -> list[int]:
        """The statements that anything here rests on, in order."""
        found = {one for row in self.rows for one in row.needs}
        return sorted(one for one in found.union(*(product.needs for product in self.products)) if one >= 0)

    def only(self, statements: Iterable[int]) -> Component:
        """What rests on these statements alone."""
        kept = frozenset(statements)
        return Component(
            [row for row in self.rows if kept.issuperset(row.needs)],
            [product for product in self.products if kept.issuperset(product.needs)],
        )

    def relaxed(self) -> list[Row]:
        """Of a component in a case: the rows, and what follows from products and the bounds of one of their factors.

        From result = share × whole, whole > 0 and share ≥ a follows result ≥ a × whole; from share ≥ 0 and whole ≥ b
        follows result ≥ share × b; and bounds of result and whole bound their quotient.
        """
        if not self.products:
            return self.rows
        boxes = self.boxes()
        implied = [row for product in self.products for row in _implied(product, boxes)]
        return [*self.rows, *implied, *_same_quotients(self.products)]

    def boxes(self) -> dict[int, list[Row]]:
        """The rows that bound one variable alone, by that."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            if len(row.form) == 1:
                found.setdefault(row.form[0][0], []).append(row)
        return found

    def in_case(self, signs: Mapping[int, int]) -> Component:
        """The same with signs of wholes, by number of the product: as rows have it, as told, else above zero."""
        rows, products, boxes = list(self.rows), [], self.boxes()
        for number, product in enumerate(self.products):
            known = known_sign(product.whole, boxes)
            sign, needs = known or (signs.get(number, 1), (assumed(number),))
            if not known:
                limit = Interval(_ZERO, None, True) if sign else Interval.at(_ZERO)
                rows.append(Row(((product.whole, Fraction(sign or 1)),), limit, needs))
            if sign:
                products.append(replace(product, sign=sign, sign_needs=needs))
            else:
                rows.append(Row(((product.result, _ONE),), Interval.at(_ZERO), _joined(product.needs, needs)))
        return Component(rows, products)

    def oriented(self) -> Component:
        """The same, each product with that factor as its share which nothing else ties, and a whole of known sign."""
        ties, boxes = self.ties(), self.boxes()

        def worth(product: Product) -> tuple[bool, bool]:
            return ties[product.share] == 1, known_sign(product.whole, boxes) is not None

        turned = [one if one.divided or worth(one) >= worth(one.turned()) else one.turned() for one in self.products]
        return Component(self.rows, turned)

    def as_printed(self, statements: Iterable[int]) -> Component:
        """The same, these statements without allowance for rounding: what the printed numbers come to."""
        exact = frozenset(statements)
        rows = [
            row if row.printed is None or not exact.issuperset(row.needs) else Row(*row.printed, row.needs)
            for row in self.rows
        ]
        return Component(rows, self.products)

    def with_rows(self, rows: Iterable[Row]) -> Component:
        """The same and these rows."""
        return Component([*self.rows, *rows], self.products)

    def ties(self) -> dict[int, int]:
        """How many rows of several variables and how many products each variable is in."""
        found: dict[int, int] = {}
        for row in self.rows:
            for variable, _ in row.form if len(row.form) > 1 else ():
                found[variable] = found.get(variable, 0) + 1
        for product in self.products:
            for variable in product.variables:
                found[variable] = found.get(variable, 0) + 1
        return found

    def exact(self) -> bool:
        """Whether `relaxed` says all there is: each product has a factor that nothing else ties."""
        ties = self.ties()
        return all(ties[product.share] == 1 and product.share != product.whole for product in self.products)


def assumed(number: int) -> int:
    """What stands among needs for the sign that is assumed of a product's whole."""
    return -1 - number


def known_sign(variable: int, boxes: Mapping[int, Sequence[Row]]) -> tuple[int, tuple[int, ...]] | None:
    """The sign that one row alone gives a variable, and what that row rests on; None where none does."""
    for row in boxes.get(variable, ()):
        box = box_of(row)
        if box.below(_NOTHING):
            return -1, row.needs
        if _NOTHING.below(box):
            return 1, row.needs
    return None


def _implied(product: Product, boxes: dict[int, list[Row]]) -> Iterator[Row]:
    shares = boxes.get(product.share, [])
    for box in shares:
        needs = _joined(product.needs, box.needs, product.sign_needs)
        yield from _scaled(product.result, product.whole, box_of(box), needs, product.sign, strict=True)
    yield from _quotients(product, boxes)
    for sign, limit in ((1, Interval(_ZERO)), (-1, Interval(None, _ZERO))):
        signs = [box for box in shares if limit.covers(box_of(box))]
        for one in signs[:1]:
            for box in boxes.get(product.whole, []):
                needs = _joined(product.needs, box.needs, one.needs)
                yield from _scaled(product.result, product.share, box_of(box), needs, sign, strict=False)


def _quotients(product: Product, boxes: dict[int, list[Row]]) -> Iterator[Row]:
    """What the share is, from what result and whole may be."""
    side = Interval(_ZERO, None, True) if product.sign > 0 else Interval(None, _ZERO, False, True)
    for box in boxes.get(product.result, []):
        for other in boxes.get(product.whole, []):
            whole = box_of(other).intersection(side)
            if whole is not None:
                needs = _joined(product.needs, box.needs, other.needs, product.sign_needs)
                yield Row(((product.share, _ONE),), box_of(box) / whole, needs)


def _same_quotients(products: Iterable[Product]) -> Iterator[Row]:
    """Two shares of one part in one whole are equal."""
    first: dict[tuple[int, int], Product] = {}
    for product in products:
        other = first.setdefault((product.result, product.whole), product)
        if other.share != product.share:
            needs = _joined(product.needs, other.needs, product.sign_needs)
            yield _difference(product.share, other.share, _ONE, Interval.at(_ZERO), needs)


def form_of(coefficients: dict[int, Fraction]) -> Form:
    """A form without what counts for nothing."""
    return tuple(sorted((variable, part) for variable, part in coefficients.items() if part))


def _joined(*needs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({one for part in needs for one in part}))


def box_of(row: Row) -> Interval:
    """What a row with one variable allows it to be."""
    return row.bounds.scale(1 / row.form[0][1])


def _scaled(
    result: int, other: int, box: Interval, needs: tuple[int, ...], sign: int, *, strict: bool
) -> Iterator[Row]:
    """What is low to high times the other, which has that sign; `strict`: it is not 0, so that open ends stay open."""
    ends = ((box.low, strict and box.low_open, True), (box.high, strict and box.high_open, False))
    for end, is_open, floor in ends:
        if end is not None:
            limit = Interval(_ZERO, None, is_open) if floor == (sign > 0) else Interval(None, _ZERO, False, is_open)
            yield _difference(result, other, end, limit, needs)


def _difference(result: int, other: int, times: Fraction, bounds: Interval, needs: tuple[int, ...]) -> Row:
    coefficients = {result: _ONE}
    coefficients[other] = coefficients.get(other, _ZERO) - times
    return Row(form_of(coefficients), bounds, needs)
