"""Where a conflict shows: a statement of it that the others leave no room for, and the corner that says so.

The others hold the form that the statement bounds at an end; there each statement that matters is used up to its own
end, so that the numbers can be worked out one after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from checker.quantity import Interval, UnitKind
from checker.solve.collect import Statement
from checker.solve.conflicts import PIVOTS, numbered
from checker.solve.ranges import Corner, end_of, range_of, ratio_end, rows_without
from checker.solve.simplex import Form, LimitReached, Tableau, feasible
from checker.solve.system import Component, Product, Row, System, box_of

_ZERO = Fraction(0)
_ONE = Fraction(1)
#: Statements of a number; the others say how numbers hang together.
STATING = ("figure", "growth", "share", "natural")


@dataclass(slots=True, eq=False, repr=False)
class Clash:
    """A statement, what it asks of its form (`own`), and the end the others leave that; `below`: short of it.

    `variable` is the one that the corner is about: the form's only one, or one that stands for the form or for the
    ratio of growth.
    """

    statement: int
    form: Form
    own: Interval
    below: bool
    variable: int
    corner: Corner
    #: Of growth: what it leads from and to.
    ratio: Product | None = None
    #: The variables that are the same wherever the others leave the form its end.
    settled: dict[int, Fraction] = field(default_factory=dict)

    @property
    def limits(self) -> set[int]:
        """Those that come as near to 0 as one likes and are not 0: the end is left out."""
        value, small = self.corner.value
        return {one for one, at in self.settled.items() if not at} if small and not value else set()

    @property
    def edge(self) -> Fraction:
        """The end."""
        return self.corner.value[0]

    @property
    def left(self) -> Interval:
        """What the others leave."""
        value, small = self.corner.value
        return Interval(None, value, False, small < 0) if self.below else Interval(value, None, small > 0)


def find_clash(system: System, component: Component, conflict: Sequence[int], order: Sequence[int]) -> Clash | None:
    """The first clash of these statements, numbers as printed, else with the allowance for rounding.

    Those of the checked document come before those of others, and of these those that state a number before those that
    say how numbers hang together.
    """
    groups: dict[tuple[bool, bool], list[int]] = {}
    for one in order:
        statement: Statement = system.statements[one]
        groups.setdefault((not statement.document.checked, statement.kind not in STATING), []).append(one)
    for _, numbers in sorted(groups.items()):
        for printed in (True, False):
            part = component.only(conflict)
            part = part.as_printed(conflict) if printed else part
            for number in numbers:
                try:
                    clash = next(_clashes(part, number, system), None)
                except LimitReached:
                    clash = None
                if clash is not None:
                    return clash
    return None


def zero_divisor(component: Component, conflict: Sequence[int]) -> tuple[int, int] | None:
    """A statement that divides by what the others let only be 0, with that."""
    part = component.only(conflict)
    for product in part.products:
        if product.divided:
            rest = part.only(one for one in part.statements() if one not in product.needs)
            left = range_of(rest, product.whole)
            if left is not None and left.interval.point == 0:
                return product.needs[0], product.whole
    return None


def _clashes(part: Component, number: int, system: System) -> Iterator[Clash]:
    statement: Statement = system.statements[number]
    own = [row for row in part.rows if row.needs == (number,)]
    if statement.kind == "multiple" or (statement.kind == "growth" and not is_in_points(statement)):
        rest = part.only(one for one in part.statements() if one != number)
        yield from _growth(rest, number, statement, own)
        return
    fresh = len(system.variables)
    # It may clash by what it says of one year, or only with what it says of the others beside.
    alone = [one for one in part.rows if one.needs != (number,)]
    for row, rows in [(row, [*alone, *rest]) for rest in ((), own) for row in own if row.form]:
        others = Component([one for one in rows if one is not row], part.products)
        if len(row.form) == 1:
            yield from _held(others, number, row.form, box_of(row), row.form[0][0])
        else:
            form = Row((*row.form, (fresh, -_ONE)), Interval.at(_ZERO), ())
            yield from _held(others.with_rows([form]), number, row.form, row.bounds, fresh)


def _held(
    rest: Component, number: int, form: Form, own: Interval, variable: int, ratio: Product | None = None
) -> Iterator[Clash]:
    """The clash of a variable, or of a ratio, with what the rest leaves it."""
    for rising in (True, False):
        corner = end_of(rest, variable, rising=rising) if ratio is None else ratio_end(rest, ratio, rising=rising)
        if isinstance(corner, Corner):
            clash = Clash(number, form, own, rising, variable, corner, ratio)
            if clash.left.disjoint(own) and clash.left.below(own) is rising:
                clash.settled = _settled(corner, ratio)
                yield clash


def _growth(rest: Component, number: int, statement: Statement, own: Sequence[Row]) -> Iterator[Clash]:
    """Growth held against the ratio of the values that the rest lets it lead from and to."""
    # The ratio of a multiple has no variable of its own.
    factor, lone = factor_asked(own, statement), ((statement.factor, _ONE),)
    if factor is None:
        return
    if any(statement.factor in product.variables for product in rest.products) or any(
        one == statement.factor for row in rest.rows for one, _ in row.form
    ):
        yield from _held(rest, number, lone, factor, statement.factor)
    start = statement.ends[0]
    yield from _held(rest, number, ((start, _ONE),), Interval(_ZERO, None, True), start)
    for end in statement.reached:
        ratio = Product(end, statement.factor, start, (), sign=1)
        # What it asks of its other ends holds beside.
        others = rest.with_rows(row for row in own if end not in dict(row.form))
        yield from _held(others, number, lone, factor, statement.factor, ratio)


def factor_asked(own: Sequence[Row], statement: Statement) -> Interval | None:
    """How many times its start growth in % asks its end to be, from its own rows; None where these say nothing."""
    start, end = statement.ends
    low: tuple[Fraction | None, bool] = (None, False)
    high: tuple[Fraction | None, bool] = (None, False)
    for row in own:
        form = dict(row.form)
        if row.form == ((statement.factor, _ONE),):
            low, high = (row.bounds.low, row.bounds.low_open), (row.bounds.high, row.bounds.high_open)
        elif set(form) <= {start, end} and end in form:
            edge = -form.get(start, _ZERO)
            low = (edge, row.bounds.low_open) if row.bounds.low is not None else low
            high = (edge, row.bounds.high_open) if row.bounds.high is not None else high
    return None if low[0] is None and high[0] is None else Interval(low[0], high[0], low[1], high[1])


def is_in_points(statement: Statement) -> bool:
    """Whether it is growth in 百分点."""
    unit = statement.value.unit if statement.value is not None else None
    return statement.kind == "growth" and unit is not None and unit.kind is UnitKind.POINTS


def _settled(corner: Corner, ratio: Product | None = None) -> dict[int, Fraction]:
    """The variables that have no choice while the corner's is at its end, with what they are."""
    value, products = corner.value[0], [*corner.products, *([ratio] if ratio is not None else [])]
    quotient = next((one for one in products if one.share == corner.variable), None)
    rows = [Row(row.form, _closed(row.bounds), ()) for row in rows_without(corner)]
    if quotient is not None:
        rows.append(Row(((quotient.result, _ONE), (quotient.whole, -value)), Interval.at(_ZERO), ()))
    else:
        rows.append(Row(((corner.variable, _ONE),), Interval.at(value), ()))
    found = {corner.variable: value}
    tableau, holds = feasible(numbered(rows), PIVOTS)
    for variable in sorted({one for row in rows for one, _ in row.form}) if holds else ():
        at = _only_value(tableau, variable)
        if at is not None:
            found[variable] = at
    for product in products:
        whole = found.get(product.whole)
        if whole and product.result in found:
            found.setdefault(product.share, found[product.result] / whole)
        elif whole == 0:
            # Only the closed rows let it be 0: it comes as near as one likes, and nothing is settled by it.
            found = {one: at for one, at in found.items() if one not in product.variables}
    for product in corner.products:
        for row in corner.held:
            # What a factor comes to at most or at least is the part that the row has.
            form = dict(row.form)
            for factor, other in ((product.share, product.whole), (product.whole, product.share)):
                if product.needs and set(product.needs) <= set(row.needs) and set(form) == {product.result, other}:
                    found.setdefault(factor, -form[other] / form[product.result])
    return found


def _only_value(tableau: Tableau, variable: int) -> Fraction | None:
    ends = tableau.extreme(variable, True), tableau.extreme(variable, False)
    if ends[0] is None or ends[1] is None or ends[0][0][0] != ends[1][0][0]:
        return None
    return ends[0][0][0]


def _closed(bounds: Interval) -> Interval:
    return Interval(bounds.low, bounds.high)
