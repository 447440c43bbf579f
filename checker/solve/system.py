"""Statements, what they bound, and which of them hang together.

A row bounds a linear form of variables and rests on the statements in `needs`; without any one of these it falls.
A product says that one variable is two others multiplied (part = share × total, end = growth × start).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from checker.quantity import Interval
from checker.solve.simplex import Form

_ZERO = Fraction(0)
_ONE = Fraction(1)
_POSITIVE = Interval(_ZERO, None, True)


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A bounded form and the statements it rests on; `printed` is both without any allowance for rounding."""

    form: Form
    bounds: Interval
    needs: tuple[int, ...]
    printed: tuple[Form, Interval] | None = None


@dataclass(slots=True, eq=False, repr=False)
class Product:
    """result = share × whole, the whole above zero; `needs` is the statement that says so."""

    result: int
    share: int
    whole: int
    needs: tuple[int, ...]

    @property
    def variables(self) -> tuple[int, int, int]:
        """The three it ties."""
        return self.result, self.share, self.whole


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

    def multiply(self, result: int, share: int, whole: int, *needs: int) -> None:
        """Say that `result` is `share` × `whole` and that the whole is above zero."""
        self.products.append(Product(result, share, whole, needs))
        self.rows.append(Row(((whole, _ONE),), _POSITIVE, needs))

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
        return sorted(found.union(*(product.needs for product in self.products)))

    def only(self, statements: Iterable[int]) -> Component:
        """What rests on these statements alone."""
        kept = frozenset(statements)
        return Component(
            [row for row in self.rows if kept.issuperset(row.needs)],
            [product for product in self.products if kept.issuperset(product.needs)],
        )

    def relaxed(self) -> list[Row]:
        """The rows, and those that follow from products and the bounds of one of their factors.

        From result = share × whole, whole > 0 and share ≥ a follows result ≥ a × whole; from share ≥ 0 and whole ≥ b
        follows result ≥ share × b; and bounds of result and whole bound their quotient.
        """
        if not self.products:
            return self.rows
        boxes: dict[int, list[Row]] = {}
        for row in self.rows:
            if len(row.form) == 1:
                boxes.setdefault(row.form[0][0], []).append(row)
        implied = [row for product in self.products for row in _implied(product, boxes)]
        return [*self.rows, *implied, *_same_quotients(self.products)]

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

    def exact(self) -> bool:
        """Whether `relaxed` says all there is: each product has a factor that nothing else ties."""
        ties: dict[int, int] = {}
        for row in self.rows:
            for variable, _ in row.form if len(row.form) > 1 else ():
                ties[variable] = ties.get(variable, 0) + 1
        for product in self.products:
            for variable in product.variables:
                ties[variable] = ties.get(variable, 0) + 1
        return all(ties[product.share] == 1 and product.share != product.whole for product in self.products)


def _implied(product: Product, boxes: dict[int, list[Row]]) -> Iterator[Row]:
    shares = boxes.get(product.share, [])
    for box in shares:
        needs = _joined(product.needs, box.needs)
        yield from _scaled(product.result, product.whole, box_of(box), needs, strict=True)
    yield from _quotients(product, boxes)
    signs = [box for box in shares if (low := box_of(box).low) is not None and low >= 0]
    for sign in signs[:1]:
        for box in boxes.get(product.whole, []):
            needs = _joined(product.needs, box.needs, sign.needs)
            yield from _scaled(product.result, product.share, box_of(box), needs, strict=False)


def _quotients(product: Product, boxes: dict[int, list[Row]]) -> Iterator[Row]:
    """What the share is, from what result and whole may be, where both are not below zero."""
    for box in boxes.get(product.result, []):
        for other in boxes.get(product.whole, []):
            # The product itself says that the whole is above zero.
            result, whole = box_of(box), box_of(other).intersection(_POSITIVE)
            if whole is not None and result.low is not None and result.low >= 0:
                needs = _joined(product.needs, box.needs, other.needs)
                yield Row(((product.share, _ONE),), result / whole, needs)


def _same_quotients(products: Iterable[Product]) -> Iterator[Row]:
    """Two shares of one part in one whole are equal."""
    first: dict[tuple[int, int], Product] = {}
    for product in products:
        other = first.setdefault((product.result, product.whole), product)
        if other.share != product.share:
            yield _difference(product.share, other.share, _ONE, Interval.at(_ZERO), _joined(product.needs, other.needs))


def form_of(coefficients: dict[int, Fraction]) -> Form:
    """A form without what counts for nothing."""
    return tuple(sorted((variable, part) for variable, part in coefficients.items() if part))


def _joined(*needs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({one for part in needs for one in part}))


def box_of(row: Row) -> Interval:
    """What a row with one variable allows it to be."""
    return row.bounds.scale(1 / row.form[0][1])


def _scaled(result: int, other: int, box: Interval, needs: tuple[int, ...], *, strict: bool) -> Iterator[Row]:
    """What is low to high times the other; `strict`: the other is above zero, so that open ends stay open."""
    if box.low is not None:
        yield _difference(result, other, box.low, Interval(_ZERO, None, strict and box.low_open), needs)
    if box.high is not None:
        yield _difference(result, other, box.high, Interval(None, _ZERO, False, strict and box.high_open), needs)


def _difference(result: int, other: int, times: Fraction, bounds: Interval, needs: tuple[int, ...]) -> Row:
    coefficients = {result: _ONE}
    coefficients[other] = coefficients.get(other, _ZERO) - times
    return Row(form_of(coefficients), bounds, needs)
