"""From linked plans to a system of rows: figures, growth, breakdowns, links to upper plans; relations are in `relate`.

A variable is an indicator in one year as `bounds.Key` tells it apart; figures of one key meet in one variable.
Statements carry where they stand, so that a conflict can be shown by its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from checker.meaning.figures import points, unit_of
from checker.meaning.years import growth_period
from checker.messages import Message
from checker.messages.solve import (
    STATED_FIGURE,
    STATED_GROWTH,
    STATED_TOLERANCE,
)
from checker.model import Element, Figure, Indicator, Plan
from checker.quantity import Interval, Quantity, Unit, write_number
from checker.solve.bounds import Key, as_written, bounds_of, key_of, plain_key
from checker.solve.system import System
from checker.source import Span
from checker.statement import Statement as Stated
from checker.statement import price_key, prices_meet
from checker.statement.growth import growth_factor, growth_step

_ZERO = Fraction(0)
_ONE = Fraction(1)
_NOT_NEGATIVE = Interval(_ZERO)
#: What is doubted first where statements contradict each other.
_WEIGHTS = {"target": 4, "share": 4, "growth": 3, "tie": 2, "breakdown": 2, "actual": 1}
_OWN = 10


@dataclass(slots=True, eq=False, repr=False)
class Statement:
    """What is written at one place: `kind` is figure, growth, relation, common, share, breakdown or tie."""

    kind: str
    element: Element
    span: Span
    label: Message
    variable: int = -1
    figure: Figure | None = None
    #: Of growth: the variables it leads from and to, all that it leads to (in other prices too), and the one that
    #: stands for it over so many years.
    ends: tuple[int, int] = (-1, -1)
    reached: tuple[int, ...] = ()
    factor: int = -1
    years: int = 0
    quantity: Quantity | None = None
    #: What its line of arithmetic needs: a relation's instances, a tie's variables, a breakdown's parts and whole.
    relation: Any = None

    @property
    def plan(self) -> Plan:
        """The plan it stands in."""
        return self.element.plan


@dataclass(slots=True, eq=False, repr=False)
class Variable:
    """What a variable stands for, for those who read: name, year, unit."""

    name: str
    plan: Plan
    year: int | None
    unit: Unit | None
    tense: str = "target"


@dataclass(slots=True, eq=False, repr=False)
class Collected:
    """The system of some plans, and where each variable is found again."""

    plans: Sequence[Plan]
    system: System = field(default_factory=System)
    keys: dict[object, int] = field(default_factory=dict)
    factors: dict[object, int] = field(default_factory=dict)
    tied: set[object] = field(default_factory=set)
    #: Endings of names of shares.
    shares: tuple[str, ...] = ()

    def state(self, statement: Statement, kind: str) -> int:
        """Take a statement in; what is written here is doubted before what is written above."""
        checked = statement.plan.role == "checked"
        return self.system.state(statement, _WEIGHTS[kind] + (_OWN if checked else 0))

    def variable(self, key: Key, indicator: Indicator, unit: Unit | None = None) -> int:
        """The variable of a key, made where there is none."""
        known = self.keys.get(key)
        if known is None:
            told = Variable(indicator.name, indicator.plan, key.year, unit or unit_of(indicator), key.tense)
            known = self.keys[key] = self.system.vary(told)
        return known

    def point(self, indicator: Indicator, tense: str, year: int) -> int:
        """The variable of an indicator's own figure of a year."""
        return self.variable(plain_key(indicator, tense, year), indicator)


def collect(plans: Sequence[Plan]) -> Collected:
    """All that plans say of their indicators one by one; relations and ties are in `relate`."""
    made = Collected(plans)
    indicators = [one for plan in plans for one in plan.elements if isinstance(one, Indicator)]
    for indicator in indicators:
        for figure in indicator.figures:
            if figure.basis == "point" and figure.year is not None:
                _figure(made, indicator, figure)
    for indicator in indicators:
        for figure in indicator.figures:
            if figure.basis == "annual" and figure.tense == "target":
                _growth(made, indicator, figure)
    return made


def _figure(made: Collected, indicator: Indicator, figure: Figure) -> None:
    bounds = bounds_of(figure)
    if bounds is None:
        return
    variable = made.variable(key_of(figure), indicator, figure.unit)
    label = STATED_FIGURE(
        name=indicator.name, plan=indicator.plan.name, year=figure.year, value=written(figure), tense=tense_of(figure)
    )
    statement = Statement("figure", indicator, figure.name_span, label, variable, figure, quantity=figure.quantity)
    number = made.state(statement, "actual" if figure.tense == "actual" else "target")
    printed = as_printed(figure)
    made.system.bound({variable: _ONE}, bounds, number, printed=printed)


def written(figure: Figure) -> Message | str:
    """The number as written, with the tolerance that holds for it: 6%左右（容差0.5个百分点）."""
    quantity, stated = figure.quantity, figure.statement
    if quantity is None:
        return figure.in_words or ""
    if stated is None or stated.tolerance is None:
        return quantity.describe()
    room = f"{write_number(stated.tolerance)}{stated.tolerance_unit}"
    return STATED_TOLERANCE(value=quantity.describe(), room=room)


def tense_of(figure: Figure) -> Message:
    """The word for what kind of value it is."""
    from checker.messages.solve import STATED_TENSES

    return STATED_TENSES[figure.tense]()


def as_printed(figure: Figure) -> Interval | None:
    """The number as printed where it is one without a tolerance, else None."""
    statement = figure.statement
    if statement is None or figure.quantity is None or statement.tolerance is not None:
        return None
    return as_written(figure.quantity)


# ---- growth


def base_of(indicator: Indicator, year: int) -> Figure | None:
    """The value of that year that growth starts from: the actual one, else the expected one; None without one.

    Of several that speak of one thing it is the first; of several things none.
    """
    for tense in ("actual", "expected"):
        found = [one for one in points(indicator, tense) if one.year == year]
        if found:
            return found[0] if len({key_of(one) for one in found}) == 1 else None
    return None


def _growth(made: Collected, indicator: Indicator, figure: Figure) -> None:
    """Growth ties the value it starts from to the one it leads to; both may be unknown."""
    period, stated = growth_period(indicator), figure.statement
    if period is None or stated is None:
        return
    years, unit = period[1] - period[0], unit_of(indicator)
    step = growth_step(stated, years, unit, indicator.direction)
    factor = None if step is not None else growth_factor(stated, years, unit, indicator.direction)
    if step is None and factor is None:
        return
    start, end = ends_of(made, indicator, period)
    reached = tuple(_ends_alike(made, indicator, stated, period))
    ends = (start, end if end in reached or not reached else reached[0])
    label = STATED_GROWTH(name=indicator.name, plan=indicator.plan.name, value=written(figure))
    statement = Statement(
        "growth",
        indicator,
        figure.name_span,
        label,
        ends[1],
        figure,
        ends,
        reached,
        years=years,
        quantity=figure.quantity,
    )
    number = made.state(statement, "growth")
    printed = as_printed(figure)
    if step is not None:
        told = None if printed is None else printed.scale(Fraction(years))
        for end in reached:
            made.system.bound({end: _ONE, start: -_ONE}, step, number, printed=told)
        return
    assert factor is not None
    statement.factor = factor_variable(made, indicator, period, stated.price)
    exact = None if printed is None or printed.point is None else (1 + printed.point) ** years
    for end in reached:
        grow(made.system, (start, end), factor, number, exact)
    told = None if exact is None else Interval.at(exact)
    made.system.bound({statement.factor: _ONE}, factor, number, printed=told)


def _ends_alike(made: Collected, indicator: Indicator, growth: Stated, period: tuple[int, int]) -> Iterator[int]:
    """What growth leads to: the indicator's target, and targets in other prices that meet those of growth and start."""
    base = base_of(indicator, period[0])
    start = base.statement.price if base is not None and base.statement is not None else ""
    own = plain_key(indicator, "target", period[1])
    others = [key_of(one) for one in points(indicator, "target") if one.year == period[1]]
    for key in dict.fromkeys([own, *others]):
        if key.kind == own.kind and prices_meet(growth.price, start, key.price):
            yield made.variable(key, indicator)


def starts_alike(indicator: Indicator, year: int, price: str) -> bool:
    """Whether growth in these prices may lead from the value of that year to the indicator's own."""
    base = base_of(indicator, year)
    stated = base.statement if base is not None else None
    return prices_meet(price, "" if stated is None else stated.price, price_key(indicator.price))


def ends_of(made: Collected, indicator: Indicator, period: tuple[int, int]) -> tuple[int, int]:
    """The variables that growth starts from and leads to."""
    base = base_of(indicator, period[0])
    start = key_of(base) if base is not None else plain_key(indicator, "actual", period[0])
    return made.variable(start, indicator), made.point(indicator, "target", period[1])


def growth_price(indicator: Indicator) -> str:
    """The prices that growth of an indicator is meant in: its own, or those that it is stated in."""
    own = price_key(indicator.price)
    stated = [one.statement.price for one in indicator.figures if one.basis == "annual" and one.statement is not None]
    return own if own in stated or not stated else stated[0]


def factor_variable(made: Collected, indicator: Indicator, period: tuple[int, int], price: str) -> int:
    """The variable that stands for growth over the period in these prices.

    It is tied to the values only where a relation asks.
    """
    key = (id(indicator), period, price)
    known = made.factors.get(key)
    if known is None:
        told = Variable(indicator.name, indicator.plan, None, None, "growth")
        known = made.factors[key] = made.system.vary(told)
    return known


def grow(
    system: System, ends: tuple[int, int], factor: Interval, statement: int, exact: Fraction | None = None
) -> None:
    """End ≥ low × start and end ≤ high × start, the start above zero; `exact` is the factor as printed."""
    start, end = ends
    system.bound({start: _ONE}, Interval(_ZERO, None, True), statement)
    for edge, limit in (
        (factor.low, Interval(_ZERO, None, factor.low_open)),
        (factor.high, Interval(None, _ZERO, False, factor.high_open)),
    ):
        if edge is not None:
            told = None if exact is None else Interval(limit.low, limit.high)
            printed = None if exact is None else {end: _ONE, start: -exact}
            system.bound({end: _ONE, start: -edge}, limit, statement, printed=told, printed_coefficients=printed)
