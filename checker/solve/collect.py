"""From what is stated to a system of rows: values and growth; breakdowns, ties and relations are in `relate`.

A variable is a subject in one year as `bounds.Key` tells it apart; values of one key meet in one variable.
Statements carry where they stand, so that a conflict can be shown by its own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from checker.messages import Message
from checker.messages.solve import (
    STATED_FIGURE,
    STATED_GROWTH,
    STATED_TOLERANCE,
)
from checker.quantity import Interval, Quantity, Unit, write_number
from checker.solve.bounds import Key, as_written, bounds_of, key_of, plain_key
from checker.solve.given import Document, Given, Value
from checker.solve.system import System
from checker.source import Span
from checker.statement import Statement as Stated
from checker.statement import prices_meet
from checker.statement.growth import growth_factor, growth_step

_ZERO = Fraction(0)
_ONE = Fraction(1)
#: What is doubted first where statements contradict each other.
_WEIGHTS = {"target": 4, "share": 4, "growth": 3, "tie": 2, "breakdown": 2, "actual": 1}
_OWN = 10


@dataclass(slots=True, eq=False, repr=False)
class Statement:
    """What is written at one place: `kind` is figure, growth, relation, common, share, breakdown or tie.

    `about` tells of what: "subject", "relation" or "document" with its number among what is given; `name` is its name.
    """

    kind: str
    about: tuple[str, int]
    name: str
    document: Document
    span: Span
    label: Message
    variable: int = -1
    value: Value | None = None
    #: Of growth: the variables it leads from and to, all that it leads to (in other prices too), and the one that
    #: stands for it over so many years.
    ends: tuple[int, int] = (-1, -1)
    reached: tuple[int, ...] = ()
    factor: int = -1
    years: int = 0
    quantity: Quantity | None = None
    #: What its line of arithmetic needs: a relation's instances, a tie with its variables, a breakdown's parts and
    #: whole.
    relation: Any = None


@dataclass(slots=True, eq=False, repr=False)
class Variable:
    """What a variable stands for, for those who read: name, year, unit; -1 where it is of no one subject."""

    name: str
    document: Document
    year: int | None
    unit: Unit | None
    tense: str = "target"
    subject: int = -1


@dataclass(slots=True, eq=False, repr=False)
class Collected:
    """The system of what is given, and where each variable is found again."""

    given: Given
    #: The values of each subject.
    values: list[list[Value]]
    system: System = field(default_factory=System)
    keys: dict[object, int] = field(default_factory=dict)
    factors: dict[object, int] = field(default_factory=dict)
    tied: set[object] = field(default_factory=set)
    #: Endings of names of shares.
    shares: tuple[str, ...] = ()

    def told(self, kind: str, subject: int, span: Span, label: Message, **more: Any) -> Statement:
        """A statement of a subject; `more` are its other fields."""
        told = self.given.subjects[subject]
        document = self.given.documents[told.document]
        return Statement(kind, ("subject", subject), told.name, document, span, label, **more)

    def state(self, statement: Statement, kind: str) -> int:
        """Take a statement in; what is written here is doubted before what is written above."""
        return self.system.state(statement, _WEIGHTS[kind] + (_OWN if statement.document.checked else 0))

    def variable(self, key: Key, unit: Unit | None = None) -> int:
        """The variable of a key, made where there is none."""
        known = self.keys.get(key)
        if known is None:
            told = self.varying(key.subject, key.year, key.tense, unit)
            known = self.keys[key] = self.system.vary(told)
        return known

    def varying(self, subject: int, year: int | None, tense: str = "target", unit: Unit | None = None) -> Variable:
        """What a variable of a subject stands for, in its own unit if no other is given."""
        told = self.given.subjects[subject]
        return Variable(told.name, self.given.documents[told.document], year, unit or told.unit, tense, subject)

    def point(self, subject: int, tense: str, year: int) -> int:
        """The variable of a subject's own value of a year."""
        return self.variable(plain_key(subject, self.given.subjects[subject], tense, year))

    def key_of(self, value: Value) -> Key:
        """The key of a value."""
        return key_of(value, self.given.subjects[value.subject])

    def points(self, subject: int, *tenses: str) -> list[Value]:
        """The subject's own values of years in these tenses, told in numbers."""
        return [
            one
            for one in self.values[subject]
            if one.basis == "point" and one.tense in tenses and one.quantity is not None and not one.remarks
        ]


def collect(given: Given) -> Collected:
    """All that is stated of subjects one by one; relations and ties are in `relate`."""
    values: list[list[Value]] = [[] for _ in given.subjects]
    for value in given.values:
        values[value.subject].append(value)
    made = Collected(given, values)
    for value in given.values:
        if value.basis == "point" and value.year is not None:
            _figure(made, value)
    for value in given.values:
        if value.basis == "annual" and value.tense == "target":
            _growth(made, value)
    return made


def _figure(made: Collected, value: Value) -> None:
    bounds = bounds_of(value)
    if bounds is None:
        return
    subject = made.given.subjects[value.subject]
    variable = made.variable(key_of(value, subject), value.unit)
    plan = made.given.documents[subject.document].name
    label = STATED_FIGURE(name=subject.name, plan=plan, year=value.year, value=written(value), tense=tense_of(value))
    statement = made.told(
        "figure", value.subject, value.span, label, variable=variable, value=value, quantity=value.quantity
    )
    number = made.state(statement, "actual" if value.tense == "actual" else "target")
    made.system.bound({variable: _ONE}, bounds, number, printed=as_printed(value))


def written(value: Value) -> Message | str:
    """The number as written, with the tolerance that holds for it: 6%左右（容差0.5个百分点）."""
    quantity, stated = value.quantity, value.statement
    if quantity is None:
        return value.in_words or ""
    if stated is None or stated.tolerance is None:
        return quantity.describe()
    room = f"{write_number(stated.tolerance)}{stated.tolerance_unit}"
    return STATED_TOLERANCE(value=quantity.describe(), room=room)


def tense_of(value: Value) -> Message:
    """The word for what kind of value it is."""
    from checker.messages.solve import STATED_TENSES

    return STATED_TENSES[value.tense]()


def as_printed(value: Value) -> Interval | None:
    """The number as printed where it is one without a tolerance, else None."""
    statement = value.statement
    if statement is None or value.quantity is None or statement.tolerance is not None:
        return None
    return as_written(value.quantity)


# ---- growth


def base_of(made: Collected, subject: int, year: int) -> Value | None:
    """The value of that year that growth starts from: the actual one, else the expected one; None without one.

    Of several that speak of one thing it is the first; of several things none.
    """
    for tense in ("actual", "expected"):
        found = [one for one in made.points(subject, tense) if one.year == year]
        if found:
            return found[0] if len({made.key_of(one) for one in found}) == 1 else None
    return None


def _growth(made: Collected, value: Value) -> None:
    """Growth ties the value it starts from to the one it leads to; both may be unknown."""
    number = value.subject
    subject, stated = made.given.subjects[number], value.statement
    period = subject.period
    if period is None or stated is None:
        return
    years, unit = period[1] - period[0], subject.unit
    step = growth_step(stated, years, unit, subject.direction)
    factor = None if step is not None else growth_factor(stated, years, unit, subject.direction)
    if step is None and factor is None:
        return
    start, end = ends_of(made, number, period)
    reached = tuple(_ends_alike(made, number, stated, period))
    ends = (start, end if end in reached or not reached else reached[0])
    label = STATED_GROWTH(name=subject.name, plan=made.given.document_of(number).name, value=written(value))
    statement = made.told(
        "growth",
        number,
        value.span,
        label,
        variable=ends[1],
        value=value,
        ends=ends,
        reached=reached,
        years=years,
        quantity=value.quantity,
    )
    said = made.state(statement, "growth")
    printed = as_printed(value)
    if step is not None:
        told = None if printed is None else printed.scale(Fraction(years))
        for end in reached:
            made.system.bound({end: _ONE, start: -_ONE}, step, said, printed=told)
        return
    assert factor is not None
    statement.factor = factor_variable(made, number, period, stated.price)
    exact = None if printed is None or printed.point is None else (1 + printed.point) ** years
    for end in reached:
        grow(made.system, (start, end), factor, said, exact)
    told = None if exact is None else Interval.at(exact)
    made.system.bound({statement.factor: _ONE}, factor, said, printed=told)


def _ends_alike(made: Collected, subject: int, growth: Stated, period: tuple[int, int]) -> Iterator[int]:
    """What growth leads to: the subject's target, and targets in other prices that meet those of growth and start."""
    base = base_of(made, subject, period[0])
    start = base.statement.price if base is not None and base.statement is not None else ""
    own = plain_key(subject, made.given.subjects[subject], "target", period[1])
    others = [made.key_of(one) for one in made.points(subject, "target") if one.year == period[1]]
    for key in dict.fromkeys([own, *others]):
        if key.kind == own.kind and prices_meet(growth.price, start, key.price):
            yield made.variable(key)


def starts_alike(made: Collected, subject: int, year: int, price: str) -> bool:
    """Whether growth in these prices may lead from the value of that year to the subject's own."""
    base = base_of(made, subject, year)
    stated = base.statement if base is not None else None
    return prices_meet(price, "" if stated is None else stated.price, made.given.subjects[subject].price)


def ends_of(made: Collected, subject: int, period: tuple[int, int]) -> tuple[int, int]:
    """The variables that growth starts from and leads to."""
    base = base_of(made, subject, period[0])
    start = made.variable(made.key_of(base)) if base is not None else made.point(subject, "actual", period[0])
    return start, made.point(subject, "target", period[1])


def growth_price(made: Collected, subject: int) -> str:
    """The prices that growth of a subject is meant in: its own, or those that it is stated in."""
    own = made.given.subjects[subject].price
    values = made.values[subject]
    stated = [one.statement.price for one in values if one.basis == "annual" and one.statement is not None]
    return own if own in stated or not stated else stated[0]


def factor_variable(made: Collected, subject: int, period: tuple[int, int], price: str) -> int:
    """The variable that stands for growth over the period in these prices.

    It is tied to the values only where a relation asks.
    """
    key = (subject, period, price)
    known = made.factors.get(key)
    if known is None:
        told = made.given.subjects[subject]
        growth = Variable(told.name, made.given.documents[told.document], None, None, "growth", subject)
        known = made.factors[key] = made.system.vary(growth)
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
