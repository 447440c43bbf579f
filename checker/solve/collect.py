"""From linked plans to a system of rows: figures, growth, breakdowns, links to upper plans; relations are in `relate`.

A variable is an indicator in one year as `bounds.Key` tells it apart; figures of one key meet in one variable.
Statements carry where they stand, so that a conflict can be shown by its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from checker.messages import Message
from checker.messages.solve import (
    STATED_BREAKDOWN,
    STATED_FIGURE,
    STATED_GROWTH,
    STATED_SHARE,
    STATED_SHARE_OPEN,
    STATED_TIE,
)
from checker.model import Element, Figure, Indicator, Plan, Reference, ShareValue
from checker.model.values import read_quantity
from checker.quantity import Interval, Quantity, Unit, UnitKind, same_dimension
from checker.solve.bounds import (
    Key,
    allowed,
    bounds_of,
    factor_of,
    growth_of,
    key_of,
    period_of,
    price_of,
    prices_meet,
    tolerance_of,
)
from checker.solve.formula import dimension_of
from checker.solve.parts import (
    breakdown_year,
    is_complete,
    key_at,
    one_thing,
    own_price,
    part_indicator,
    target_years,
    unit_of,
)
from checker.solve.system import System
from checker.source import Span
from checker.syntax import Amount

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
    #: Of growth: the variables it leads from and to, and the one that stands for it over so many years.
    ends: tuple[int, int] = (-1, -1)
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
        return self.variable(key_at(indicator, tense, year), indicator)


def collect(plans: Sequence[Plan]) -> Collected:
    """All that plans say of their indicators, but for relations."""
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
        for reference in indicator.aligns:
            _tie(made, indicator, reference)
        if indicator.breakdown:
            _breakdown(made, indicator)
    return made


def _figure(made: Collected, indicator: Indicator, figure: Figure) -> None:
    bounds = bounds_of(figure)
    if bounds is None:
        return
    variable = made.variable(key_of(figure), indicator, figure.unit)
    label = STATED_FIGURE(
        name=indicator.name, plan=indicator.plan.name, year=figure.year, value=figure.quantity, tense=tense_of(figure)
    )
    statement = Statement("figure", indicator, figure.name_span, label, variable, figure, quantity=figure.quantity)
    number = made.state(statement, "actual" if figure.tense == "actual" else "target")
    printed = as_printed(figure)
    made.system.bound({variable: _ONE}, bounds, number, printed=printed)


def tense_of(figure: Figure) -> Message:
    """The word for what kind of value it is."""
    from checker.messages.solve import STATED_TENSES

    return STATED_TENSES[figure.tense]()


def as_printed(figure: Figure) -> Interval | None:
    """The number as printed where it is one without a tolerance, else None."""
    quantity = figure.quantity
    if quantity is None or tolerance_of(figure) is not None:
        return None
    return quantity.interval.scale(factor_of(quantity.unit))


# ---- growth


def base_of(indicator: Indicator, year: int) -> Figure | None:
    """The value that growth starts from: the actual one of that year, else the expected one."""
    for tense in ("actual", "expected"):
        for one in indicator.figures:
            if one.basis == "point" and one.tense == tense and one.year == year and one.quantity is not None:
                return None if key_of(one).apart else one
    return None


def _growth(made: Collected, indicator: Indicator, figure: Figure) -> None:
    period = period_of(indicator)
    if period is None:
        return
    years = period[1] - period[0]
    base = base_of(indicator, period[0])
    ends = ends_of(made, indicator, period)
    label = STATED_GROWTH(name=indicator.name, plan=indicator.plan.name, value=figure.quantity)
    statement = Statement(
        "growth", indicator, figure.name_span, label, ends[1], figure, ends, years=years, quantity=figure.quantity
    )
    # Without a baseline only 翻一番 can be held against growth.
    known = base is not None or any(one.multiple is not None for one in indicator.figures)
    base_price = price_of(base) if base is not None else None
    tied = known and prices_meet(price_of(figure), base_price, own_price(indicator))
    if figure.unit is not None and figure.unit.kind is UnitKind.POINTS:
        step = bounds_of(figure) if tied and indicator.unit_kind == "ratio" else None
        if step is not None:
            number = made.state(statement, "growth")
            printed = as_printed(figure)
            total, printed = step.scale(Fraction(years)), None if printed is None else printed.scale(Fraction(years))
            made.system.bound({ends[1]: _ONE, ends[0]: -_ONE}, total, number, printed=printed)
        return
    factor = growth_of(figure, years)
    if factor is None:
        return
    statement.factor = factor_variable(made, indicator, period)
    number = made.state(statement, "growth")
    if tied:
        printed = as_printed(figure)
        exact = None if printed is None or printed.point is None else (1 + printed.point) ** years
        grow(made.system, ends, factor, number, exact)
    made.system.bound({statement.factor: _ONE}, factor, number)


def ends_of(made: Collected, indicator: Indicator, period: tuple[int, int]) -> tuple[int, int]:
    """The variables that growth starts from and leads to."""
    base = base_of(indicator, period[0])
    start = key_of(base) if base is not None else key_at(indicator, "actual", period[0])
    return made.variable(start, indicator), made.point(indicator, "target", period[1])


def factor_variable(made: Collected, indicator: Indicator, period: tuple[int, int]) -> int:
    """The variable that stands for growth over the period; it is tied to the values only where a relation asks."""
    key = (id(indicator), period)
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


# ---- upper plans


def _tie(made: Collected, own: Indicator, reference: Reference) -> None:
    """承接 by share, or at least, at most, the same for what does not depend on size."""
    upper = reference.target
    if not isinstance(upper, Indicator) or upper.plan is own.plan:
        return
    one, other = unit_of(own), unit_of(upper)
    if one is None or other is None or not same_dimension(one, other):
        return
    sense, share = _sense(own, upper, reference, other)
    if sense is None or not one_thing(own, upper):
        return
    label = STATED_TIE(name=own.name, plan=own.plan.name, upper=upper.name, upper_plan=upper.plan.name)
    span = Span(own.plan.source, reference.start, reference.end)
    statement = Statement("tie", own, span, label, relation=[])
    number = made.state(statement, "tie")
    for year in sorted(target_years(own) | target_years(upper)):
        ends = made.point(own, "target", year), made.point(upper, "target", year)
        statement.relation.append((*ends, share))
        made.system.bound({ends[0]: _ONE, ends[1]: -share}, sense, number)


def _sense(own: Indicator, upper: Indicator, reference: Reference, unit: Unit) -> tuple[Interval | None, Fraction]:
    lower = "lower" in (own.direction, upper.direction) or unit.kind is UnitKind.ORDINAL
    sides = {True: Interval(None, _ZERO), False: _NOT_NEGATIVE}
    if "share" in reference.notes:
        note = reference.notes["share"]
        quantity = read_quantity(note.value, "", []) if isinstance(note.value, Amount) else None
        if quantity is None or quantity.point is None or dimension_of(quantity.unit) != dimension_of(None):
            return None, _ONE
        return sides[lower], quantity.point * factor_of(quantity.unit)
    if not unit.intensive:
        return None, _ONE
    if "same" in reference.notes:
        return Interval.at(_ZERO), _ONE
    if "at_least" in reference.notes:
        return sides[lower], _ONE
    return (sides[True], _ONE) if "at_most" in reference.notes else (None, _ONE)


# ---- parts of a whole


def _breakdown(made: Collected, indicator: Indicator) -> None:
    """Parts declared complete reach the whole; caps of parts stay below it in any case.

    A part that has a plan of its own here is what that plan's indicator has to reach (or to keep below).
    """
    year = breakdown_year(indicator)
    written = indicator.written("breakdown")
    unit = unit_of(indicator)
    if year is None or written is None:
        return
    complete, lower = is_complete(indicator), indicator.direction == "lower"
    whole = made.point(indicator, "target", year)
    parts = [_part(made, indicator, share, unit, year) for share in indicator.breakdown]
    form = {whole: -_ONE, **dict.fromkeys(parts, _ONE)}
    sides = {"higher": _NOT_NEGATIVE, "lower": Interval(None, _ZERO)}
    bounds = sides.get(indicator.direction or "", Interval.at(_ZERO) if complete else None)
    if bounds is None or not (complete or lower):
        return
    values = written.values
    span = Span(indicator.source, values[0].start, values[-1].end) if values else indicator.name_span
    label = STATED_BREAKDOWN(name=indicator.name, plan=indicator.plan.name)
    statement = Statement("breakdown", indicator, span, label, relation=(parts, whole))
    number = made.state(statement, "breakdown")
    made.system.bound(form, bounds, number)


def _part(made: Collected, indicator: Indicator, share: ShareValue, unit: Unit | None, year: int) -> int:
    name = share.reference.path.text if share.reference.path is not None else ""
    variable = made.system.vary(Variable(f"{indicator.name}（{name}）", indicator.plan, year, unit))
    bounds = _share_bounds(share.quantity)
    span = Span(indicator.source, share.start, share.end)
    label = STATED_SHARE_OPEN(name=indicator.name, plan=indicator.plan.name, part=name)
    if share.quantity is not None:
        label = STATED_SHARE(name=indicator.name, plan=indicator.plan.name, part=name, value=share.quantity)
    statement = Statement("share", indicator, span, label, variable, quantity=share.quantity)
    number = made.state(statement, "share")
    if bounds is not None:
        printed = share.quantity.interval.scale(factor_of(share.quantity.unit)) if share.quantity is not None else None
        made.system.bound({variable: _ONE}, bounds, number, printed=printed)
    below = part_indicator(indicator, name, made.plans)
    if below is not None and (bounds is not None or is_complete(indicator)):
        lower = indicator.direction == "lower"
        sense = Interval(None, _ZERO) if lower else _NOT_NEGATIVE
        made.system.bound({made.point(below, "target", year): _ONE, variable: -_ONE}, sense, number)
    return variable


def _share_bounds(quantity: Quantity | None) -> Interval | None:
    return allowed(quantity) if quantity is not None else None
