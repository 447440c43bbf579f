"""A conflict in words: which statement cannot be, the arithmetic that says so, and what would settle it.

One figure of the conflict is held against what the others leave it. The arithmetic is that of the corner at which the
others hold it: there each statement that matters is used up to its end, so that the numbers can be worked out one after
another. Numbers are taken as printed, unless the conflict needs the allowance for rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from checker.messages import Message
from checker.messages.rules import RULE_JOIN_TWO
from checker.messages.solve import (
    CONFLICT,
    CONFLICT_ADVICE_ONE,
    CONFLICT_ADVICE_RATE,
    CONFLICT_ADVICE_TWO,
    CONFLICT_ADVICE_VALUE,
    CONFLICT_ALONE,
    CONFLICT_ALONE_ADVICE,
    CONFLICT_BARE,
    CONFLICT_CHECK,
    CONFLICT_COMPARED,
    CONFLICT_COUNT,
    CONFLICT_MULTIPLE,
    CONFLICT_RATE,
    CONFLICT_SHARE,
    STATED_TENSES,
)
from checker.quantity import Interval, UnitKind
from checker.solve.arithmetic import rate_needed, root, short, write_rate, write_value
from checker.solve.bounds import factor_of, growth_of
from checker.solve.collect import Collected, Statement, Variable, grow
from checker.solve.conflicts import PIVOTS, Verdict, decide, rows_of
from checker.solve.simplex import LimitReached, Tableau, feasible
from checker.solve.system import Component, Row, System, box_of
from checker.solve.worked import worked_lines

_ONE = Fraction(1)
#: Larger components are not solved again only to word an advice.
_LARGEST = 3_000
_OF_PERIOD = ("total", "average")


@dataclass(slots=True, eq=False, repr=False)
class Clash:
    """A figure of a conflict, the end that the others leave it, and the corner at which they do."""

    statement: int
    edge: Fraction
    below: bool
    tableau: Tableau
    rows: Sequence[Row]
    holding: tuple[int, ...]
    start: Fraction | None = None


@dataclass(slots=True, eq=False, repr=False)
class Told:
    """A conflict in words; `first` is the statement it is told of."""

    first: int
    message: Message
    advice: Message


def tell(made: Collected, component: Component, conflict: tuple[int, ...], dropped: frozenset[int]) -> Told:
    """Word a conflict of `component`; `dropped` are the statements that other conflicts are blamed on."""
    statements = [made.system.statements[one] for one in conflict]
    order = sorted(conflict, key=lambda one: _doubt(made, one), reverse=True)
    natural = [one for one in conflict if made.system.statements[one].kind == "natural"]
    clash = _find_clash(made.system, component, conflict, natural[:1] or order)
    if clash is None:
        first = order[0]
        if len(statements) == 1:
            return Told(first, CONFLICT_ALONE(), CONFLICT_ALONE_ADVICE())
        if {one.kind for one in statements} == {"growth", "multiple"}:
            told = _multiple(statements)
            if told is not None:
                return Told(first, *told)
        return Told(first, CONFLICT_BARE(count=len(statements)), CONFLICT_CHECK())
    message = _message(made, clash, conflict)
    return Told(clash.statement, message, _advice(made, component, conflict, clash, dropped))


def _multiple(statements: Sequence[Statement]) -> tuple[Message, Message] | None:
    """Growth beside 翻一番 of the same years, whatever the baseline is."""
    by_kind = {one.kind: one.figure for one in statements}
    growth, multiple = by_kind["growth"], by_kind["multiple"]
    years = next(one.years for one in statements if one.kind == "growth")
    factor = growth_of(growth, years) if growth is not None else None
    if (
        growth is None
        or multiple is None
        or multiple.multiple is None
        or factor is None
        or len(statements) > len(by_kind)
    ):
        return None
    aim = Fraction(multiple.multiple.factor)
    reached = factor.high if factor.below(Interval.at(aim)) else factor.low
    needed = rate_needed(Interval.at(_ONE), Interval.at(aim), years)
    if reached is None or needed is None:
        return None
    rate = growth.quantity.interval.point if growth.quantity is not None else None
    if rate is not None and growth.unit is not None:
        reached = (1 + rate * growth.unit.factor) ** years
    name = growth.indicator.name if growth.indicator is not None else ""
    message = CONFLICT_MULTIPLE(
        name=name, rate=growth.quantity, years=years, reached=short(reached), multiple=multiple.in_words
    )
    return message, CONFLICT_ADVICE_RATE(name=name, rate=write_rate(needed))


def _doubt(made: Collected, number: int) -> tuple[bool, int, int]:
    statement: Statement = made.system.statements[number]
    return statement.plan.role == "checked", made.system.weights[number], number


def _find_clash(system: System, component: Component, conflict: tuple[int, ...], order: Sequence[int]) -> Clash | None:
    for printed in (True, False):
        part = component.only(conflict)
        part = part.as_printed(conflict) if printed else part
        for number in order:
            statement: Statement = system.statements[number]
            variable = _held(statement)
            clash = _clash(part, number, variable) if variable >= 0 else None
            if clash is None and statement.kind == "growth":
                clash = _growth_clash(part, number, statement)
            if clash is not None:
                return clash
    return None


def _held(statement: Statement) -> int:
    """The variable that a statement bounds by itself, -1 for none."""
    if statement.kind == "growth":
        return statement.factor
    return statement.variable if statement.kind in ("figure", "share", "natural") else -1


def _clash(part: Component, number: int, variable: int) -> Clash | None:
    boxes = [row for row in part.rows if row.needs == (number,) and len(row.form) == 1 and row.form[0][0] == variable]
    needs = part.statements()
    rest = part.only(one for one in needs if one != number)
    for box in boxes:
        own = box_of(box)
        for rising in (True, False):
            try:
                rows = rows_of(rest)
                tableau, holds = feasible([(at, row.form, row.bounds) for at, row in enumerate(rows)], PIVOTS)
                end = tableau.extreme(variable, rising) if holds else None
            except LimitReached:
                return None
            if end is not None and _beyond(end[0], own, rising):
                return Clash(number, end[0][0], rising, tableau, rows, end[1])
    return None


def _growth_clash(part: Component, number: int, statement: Statement) -> Clash | None:
    """Growth held against what leads from where the others let it start to where they let it end."""
    start, end = statement.ends
    rest = part.only(one for one in part.statements() if one != number)
    own = growth_of(statement.figure, statement.years) if statement.figure is not None else None
    for rising in (True, False) if own is not None else ():
        try:
            rows = rows_of(rest)
            tableau, holds = feasible([(at, row.form, row.bounds) for at, row in enumerate(rows)], PIVOTS)
            first = tableau.extreme(start, not rising) if holds else None
            last = tableau.extreme(end, rising) if holds else None
        except LimitReached:
            return None
        if first is None or last is None or first[0][0] <= 0:
            continue
        edge = last[0][0] / first[0][0]
        if own is not None and _beyond((edge, Fraction(0)), own, rising):
            holding = tuple(sorted({*first[1], *last[1]}))
            return Clash(number, edge, rising, tableau, rows, holding, first[0][0])
    return None


def _beyond(end: tuple[Fraction, Fraction], own: Interval, rising: bool) -> bool:
    """Whether the end of what the rest leaves stays short of the figure."""
    value, small = end
    if rising:
        left = Interval(None, value, False, small < 0)
        return left.below(own)
    return own.below(Interval(value, None, small > 0))


# ---- the sentence


def _message(made: Collected, clash: Clash, conflict: tuple[int, ...]) -> Message:
    system = made.system
    statement: Statement = system.statements[clash.statement]
    variable: Variable = system.variables[_held(statement)]
    written = _written(statement)
    if statement.kind == "growth":
        edge: Message | str = CONFLICT_RATE(rate=f"{short((root(clash.edge, statement.years) - 1) * 100)}%")
    else:
        edge = write_value(clash.edge, variable.unit, _point(statement))
    held = _held(statement) if clash.start is None else statement.ends[1]
    lines: list[Message | str] = [*worked_lines(made, clash.tableau, clash.rows, clash.holding, held)]
    if clash.start is not None:
        unit = system.variables[statement.ends[0]].unit
        ends = write_value(clash.start, unit), write_value(clash.start * clash.edge, unit)
        lines.append(f"{variable.name}{ends[0]} → {ends[1]}")
    sign = "<" if clash.below else ">"
    compare = CONFLICT_COMPARED(edge=edge, sign=sign, value=written.lstrip("≥≤><"))
    time = f"{variable.year}年" if variable.year is not None else ""
    if statement.kind == "natural":
        ratio = variable.unit is not None and variable.unit.kind is UnitKind.RATIO
        joined = reduce(lambda one, two: RULE_JOIN_TWO(one=one, two=two), lines) if lines else edge
        template = CONFLICT_SHARE if ratio else CONFLICT_COUNT
        return template(name=variable.name, time=time, time_en=variable.year, lines=joined)
    return CONFLICT(
        name=variable.name,
        time=time,
        time_en=f" {variable.year}" if variable.year is not None else "",
        tense=STATED_TENSES[variable.tense](),
        value=written,
        count=len(conflict) - 1,
        lines=reduce(lambda one, two: RULE_JOIN_TWO(one=one, two=two), [*lines, compare]),
    )


def _written(statement: Statement) -> str:
    quantity = statement.quantity
    return quantity.describe() if quantity is not None else ""


def _point(statement: Statement) -> Fraction | None:
    quantity = statement.quantity
    if quantity is None or quantity.point is None:
        return None
    return quantity.point * factor_of(quantity.unit)


# ---- what would settle it


def _advice(
    made: Collected, component: Component, conflict: tuple[int, ...], clash: Clash, dropped: frozenset[int]
) -> Message:
    """At most two changes, each tried on the whole component first."""
    if len(component.rows) > _LARGEST:
        return CONFLICT_CHECK()
    others = set(component.statements()) - dropped - {clash.statement}
    found: list[Message] = []
    order = [clash.statement, *sorted(set(conflict) - {clash.statement}, key=lambda one: -made.system.weights[one])]
    for number in order:
        statement: Statement = made.system.statements[number]
        actual = statement.figure is not None and statement.figure.tense == "actual"
        if statement.plan.role == "checked" and len(found) < 2 and not actual:
            rest = component.only((others | {clash.statement}) - {number})
            found += _changes(made, rest, statement, number, conflict)
    if not found:
        return CONFLICT_CHECK()
    return CONFLICT_ADVICE_ONE(one=found[0]) if len(found) == 1 else CONFLICT_ADVICE_TWO(one=found[0], two=found[1])


def _changes(
    made: Collected, rest: Component, statement: Statement, number: int, conflict: tuple[int, ...]
) -> Iterator[Message]:
    if statement.kind == "growth":
        change = _other_rate(rest, statement, number)
    elif statement.kind in ("figure", "share") and statement.variable >= 0:
        change = _other_value(made, rest, statement, conflict)
    else:
        return
    if change is not None:
        yield change


def _other_value(made: Collected, rest: Component, statement: Statement, conflict: tuple[int, ...]) -> Message | None:
    """The value nearest to the figure that all the rest allows."""
    variable: Variable = made.system.variables[statement.variable]
    target = statement.quantity
    point = _point(statement)
    if target is None or point is None:
        return None
    rows = rest.as_printed(conflict).relaxed()
    if not feasible([(at, row.form, row.bounds) for at, row in enumerate(rows)], PIVOTS)[1]:
        rows = rest.relaxed()
    for rising in (True, False):
        try:
            tableau, holds = feasible([(at, row.form, row.bounds) for at, row in enumerate(rows)], PIVOTS)
            end = tableau.extreme(statement.variable, rising) if holds else None
        except LimitReached:
            return None
        if end is None or (end[0][0] < point) is not rising:
            continue
        for value in _near(end[0][0], variable, rising):
            trial = rest.with_rows([Row(((statement.variable, _ONE),), Interval.at(value), ())])
            if decide(trial).verdict is Verdict.HOLDS:
                sign = "≤" if rising else "≥"
                shown = f"{sign}{write_value(value, variable.unit)}"
                when: Message | str = f"{variable.year}年" if variable.year is not None else ""
                when_en: Message | int | str = variable.year or ""
                if variable.tense in _OF_PERIOD:
                    when = when_en = STATED_TENSES[variable.tense]()
                return CONFLICT_ADVICE_VALUE(name=variable.name, time=when, time_en=when_en, value=shown)
    return None


def _near(edge: Fraction, variable: Variable, rising: bool) -> Iterator[Fraction]:
    """Numbers of four digits near an end, from the one it is printed as inwards."""
    factor = factor_of(variable.unit)
    own = edge / factor
    shown = own if "^" in short(own) else Fraction(short(own))
    step = Fraction(1, 10 ** max(4 - len(str(abs(int(own)))), 0))
    for value in (shown, shown - step if rising else shown + step):
        yield value * factor


def _other_rate(rest: Component, statement: Statement, number: int) -> Message | None:
    """The rate that leads from the start to the end that the rest allows."""
    start, end = statement.ends
    rows = rest.relaxed()
    if start < 0:
        return None
    try:
        spans = [_span(rows, one) for one in (start, end)]
    except LimitReached:
        return None
    if spans[0] is None or spans[1] is None or statement.figure is None or statement.figure.quantity is None:
        return None
    if statement.figure.unit is None or statement.figure.unit.factor != Fraction(1, 100):
        return None
    rate = rate_needed(spans[0], spans[1], statement.years)
    if rate is None or rate <= -1:
        return None
    system = System()
    half = Fraction(1, 2000) if (rate * 1000).denominator == 1 else Fraction(1, 20000)
    grow(system, (start, end), Interval(1 + rate - half, 1 + rate + half).power(statement.years), number)
    if decide(rest.with_rows(system.rows)).verdict is not Verdict.HOLDS:
        return None
    return CONFLICT_ADVICE_RATE(name=statement.element.name, rate=write_rate(rate))


def _span(rows: Sequence[Row], variable: int) -> Interval | None:
    ends: list[Fraction | None] = []
    for rising in (False, True):
        tableau, holds = feasible([(at, row.form, row.bounds) for at, row in enumerate(rows)], PIVOTS)
        end = tableau.extreme(variable, rising) if holds else None
        ends.append(None if end is None else end[0][0])
    return None if ends == [None, None] else Interval(ends[0], ends[1])
