"""Rows of which some are tied by products: decided case by case, the whole above, below or at zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from benchmarks.agreement.linear import Row, TooMany, can_hold

_ONE = Fraction(1)
#: So many cases of signs are tried in one group of what hangs together.
_MOST_CASES = 100
#: Part, share, whole, and whether the whole divides, so that it cannot be 0.
Product = tuple[object, object, object, bool]


def is_tied(name: object, rows: Sequence[Row], products: Sequence[Product]) -> bool:
    """Whether more than one product, or a row of several, has part in a number."""
    in_rows = any(name in form and len(form) > 1 for form, _, _ in rows)
    return in_rows or sum(name in one[:3] for one in products) > 1


def turned(product: Product, rows: Sequence[Row], products: Sequence[Product]) -> Product:
    """A product with that factor as its share which nothing else ties."""
    part, share, whole, divides = product
    if divides or not is_tied(share, rows, products) or is_tied(whole, rows, products):
        return product
    return part, whole, share, divides


def all_hold(rows: Sequence[Row], products: Sequence[Product]) -> bool:
    """Whether some numbers satisfy all rows and all products, as far as each share is tied by nothing else.

    Raises TooMany.
    """
    return all(_Cases().hold(own, own, tied) for own, tied in _groups(rows, products))


class _Cases:
    def __init__(self) -> None:
        self.left = _MOST_CASES

    def hold(self, own: list[Row], rows: list[Row], products: list[Product]) -> bool:
        """Product after product, each in all its cases; what cannot hold without the rest is not looked at further."""
        self.left -= 1
        if self.left < 0:
            raise TooMany
        if not can_hold(rows):
            return False
        if not products:
            return True
        first, *rest = products
        # Above zero comes first: most wholes are, and one case that holds is enough.
        return any(
            self.hold(own, [*rows, *_in_case(own, first, sign)], rest) for sign in ((1, -1) if first[3] else (1, -1, 0))
        )


def _in_case(own: list[Row], product: Product, sign: int) -> Iterator[Row]:
    """What a product comes to where its whole has that sign."""
    part, share, whole, _ = product
    if not sign:
        yield {whole: _ONE}, Fraction(0), None
        yield {part: _ONE}, Fraction(0), None
        return
    yield {whole: Fraction(-sign)}, Fraction(0), True
    for form, bound, strict in own:
        if set(form) != {share}:
            continue
        lead = form[share]
        made = {part: _ONE, whole: -bound / lead}
        if strict is not None and (lead > 0) != (sign > 0):
            made = {name: -value for name, value in made.items()}
        yield made, Fraction(0), strict


def _groups(rows: Sequence[Row], products: Sequence[Product]) -> Iterator[tuple[list[Row], list[Product]]]:
    """Rows and products sorted by what has names in common."""
    leader: dict[object, object] = {}

    def find(name: object) -> object:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for names in [*(list(form) for form, _, _ in rows), *(list(names[:3]) for names in products)]:
        for name in names[1:]:
            leader[find(names[0])] = find(name)
    found: dict[object, tuple[list[Row], list[Product]]] = {}
    for row in rows:
        found.setdefault(find(next(iter(row[0]))) if row[0] else None, ([], []))[0].append(row)
    for one in products:
        found.setdefault(find(one[0]), ([], []))[1].append(one)
    yield from found.values()
