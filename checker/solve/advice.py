"""What would settle a conflict: changes of one number that were tried, and that a planner could take."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.messages import Message
from checker.messages.solve import (
    CONFLICT_ADVICE_FIGURE,
    CONFLICT_ADVICE_ONE,
    CONFLICT_ADVICE_RATE,
    CONFLICT_ADVICE_TWO,
    CONFLICT_ADVICE_VALUE,
    CONFLICT_CHECK,
    STATED_TENSES,
)
from checker.quantity import Interval, rounded
from checker.solve.arithmetic import root, short, write_rate, write_value
from checker.solve.bounds import as_written
from checker.solve.clash import factor_asked, is_in_points
from checker.solve.collect import Collected, Statement, Variable, grow, written
from checker.solve.conflicts import Verdict, decide
from checker.solve.given import Value
from checker.solve.ranges import range_of, ratio_range
from checker.solve.simplex import LimitReached
from checker.solve.system import Component, Product, Row, System, box_of
from checker.statement import base_factor

_ONE = Fraction(1)
_ZERO = Fraction(0)
_PERCENT = Fraction(1, 100)
#: Larger components are not solved again only to word an advice.
_LARGEST = 3_000
_OF_PERIOD = ("total", "average")


def advise(
    made: Collected, component: Component, conflict: tuple[int, ...], first: int, dropped: frozenset[int]
) -> Message:
    """At most two changes, each tried on this conflict and on all that does not contradict itself elsewhere."""
    if len(component.rows) > _LARGEST:
        return CONFLICT_CHECK()
    found: list[Message] = []
    order = [first, *sorted(set(conflict) - {first}, key=lambda one: -made.system.weights[one])]
    everything = set(component.statements()) - (dropped - set(conflict))
    for number in order:
        statement: Statement = made.system.statements[number]
        actual = statement.value is not None and statement.value.tense == "actual"
        if statement.document.checked and len(found) < 2 and not actual:
            rest = component.only(everything - {number})
            if decide(rest).verdict is not Verdict.HOLDS:
                rest = component.only(set(conflict) - {number})
            found += _changes(made, component, rest, statement, number)
    if not found:
        return CONFLICT_CHECK()
    return CONFLICT_ADVICE_ONE(one=found[0]) if len(found) == 1 else CONFLICT_ADVICE_TWO(one=found[0], two=found[1])


def _changes(
    made: Collected, component: Component, rest: Component, statement: Statement, number: int
) -> Iterator[Message]:
    change = None
    try:
        if statement.kind == "growth" and not is_in_points(statement):
            change = _other_rate(component, rest, statement, number)
        elif statement.kind in ("figure", "share") and statement.variable >= 0:
            change = _other_value(made, component, rest, statement, number)
    except LimitReached:
        return
    if change is not None:
        yield change


def _other_value(
    made: Collected, component: Component, rest: Component, statement: Statement, number: int
) -> Message | None:
    """The value nearest to the figure that all the rest allows."""
    variable: Variable = made.system.variables[statement.variable]
    own = next((box_of(row) for row in component.rows if row.needs == (number,) and len(row.form) == 1), None)
    left = range_of(_printed(rest), statement.variable)
    if own is None or left is None or own.intersects(left.interval):
        return None
    rising = left.interval.below(own)
    edge = left.interval.high if rising else left.interval.low
    for value in _near(edge, variable, rising) if edge is not None else ():
        told = write_value(value, variable.unit)
        trial = rest.with_rows([Row(((statement.variable, _ONE),), Interval.at(value), ())])
        possible = "^" not in told and _could_be(value, variable, own, rising, made.shares)
        if possible and decide(trial).verdict is Verdict.HOLDS:
            when: Message | str = f"{variable.year}年" if variable.year is not None else ""
            when_en: Message | int | str = variable.year or ""
            if variable.tense in _OF_PERIOD:
                when = when_en = STATED_TENSES[variable.tense]()
            new = f"{'≤' if rising else '≥'}{told}"
            if statement.value is not None and _has_like(made, statement.value):
                old = written(statement.value)
                return CONFLICT_ADVICE_FIGURE(name=variable.name, time=when, time_en=when_en, old=old, value=new)
            return CONFLICT_ADVICE_VALUE(name=variable.name, time=when, time_en=when_en, value=new)
    return None


def _has_like(made: Collected, value: Value) -> bool:
    """Whether its subject has another number of the same year, so that the year does not say which is meant."""
    own = value.basis, value.year, value.tense
    alike = [one for one in made.values[value.subject] if one.quantity and (one.basis, one.year, one.tense) == own]
    return len(alike) > 1


def _printed(rest: Component) -> Component:
    """The rest with its numbers as printed, where they can hold so."""
    printed = rest.as_printed(rest.statements())
    return printed if decide(printed).verdict is Verdict.HOLDS else rest


def _could_be(value: Fraction, variable: Variable, own: Interval, rising: bool, shares: tuple[str, ...]) -> bool:
    """Whether a planner could write it: nothing turns below zero or to nothing, no share leaves 0 to 100 %."""
    if variable.name.endswith(shares) and not _ZERO <= value <= _ONE:
        return False
    ends = [end for end in (own.low, own.high) if end is not None]
    if all(end >= 0 for end in ends):
        return value > 0 or (not rising and value == 0)
    return value < 0 or not all(end <= 0 for end in ends)


def _near(edge: Fraction, variable: Variable, rising: bool) -> Iterator[Fraction]:
    """Numbers of four digits near an end, from the one it is printed as inwards."""
    factor = base_factor(variable.unit)
    shown = rounded(edge / factor)
    step = _last_digit(shown)
    for value in (shown, shown - step if rising else shown + step):
        yield value * factor


def _last_digit(value: Fraction) -> Fraction:
    """What the last of four digits is worth; 1 for whole numbers."""
    text = short(value)
    return Fraction(1, 10 ** len(text.partition(".")[2])) if "^" not in text else _ZERO


def _other_rate(component: Component, rest: Component, statement: Statement, number: int) -> Message | None:
    """The rate nearest to the growth that leads from a start to an end which the rest allows."""
    value = statement.value
    if value is None or value.unit is None or value.unit.factor != _PERCENT:
        return None
    own = factor_asked([row for row in component.rows if row.needs == (number,)], statement)
    left = _ratio(_printed(rest), statement)
    if own is None or left is None or own.intersects(left):
        return None
    edge = left.high if left.below(own) else left.low
    if edge is None or edge <= 0:
        return None
    exact = root(edge, statement.years) - 1
    printed = as_written(statement.quantity) if statement.quantity is not None else Interval()
    for step in (Fraction(1, 1000), Fraction(1, 10000)):
        nearest = round(exact / step) * step
        for rate in (nearest, nearest - step, nearest + step):
            # The end of a range or a bound, written as a number, is no other rate.
            fresh = rate > -1 and rate not in (printed.low, printed.high)
            if fresh and _keeps_its_way(rate, own) and _leads(rest, statement, number, rate, step):
                return CONFLICT_ADVICE_RATE(name=statement.name, rate=write_rate(rate))
    return None


def _keeps_its_way(rate: Fraction, own: Interval) -> bool:
    """Whether what should grow still grows, and what should fall falls."""
    if own.low is not None and own.low >= 1:
        return rate >= 0
    return rate <= 0 or own.high is None or own.high > 1


def _ratio(rest: Component, statement: Statement) -> Interval | None:
    """What the ends may be of the start, as far as that is above zero."""
    found = Interval(_ZERO)
    for end in statement.reached:
        left = ratio_range(rest, Product(end, statement.factor, statement.ends[0], (), sign=1))
        both = found.intersection(left.interval) if left is not None else None
        if both is None:
            return None
        found = both
    return found


def _leads(rest: Component, statement: Statement, number: int, rate: Fraction, step: Fraction) -> bool:
    """Whether the rate, as it would be printed, leads from a start to an end that the rest allows."""
    printed = step if (rate / step) % 10 else step * 10 if step < Fraction(1, 1000) else _PERCENT
    half = printed / 2
    factor = Interval(1 + rate - half, 1 + rate + half, rate < 0, rate > 0).power(statement.years)
    system = System()
    for end in statement.reached:
        grow(system, (statement.ends[0], end), factor, number)
    system.bound({statement.factor: _ONE}, factor, number)
    return decide(rest.with_rows(system.rows)).verdict is Verdict.HOLDS
