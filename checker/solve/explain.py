"""A conflict in words: which statement cannot be, the arithmetic that says so, and what would settle it.

One statement of the conflict is held against what the others leave it (`clash`). Numbers are taken as printed, unless
the conflict needs the allowance for rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from checker.messages import Message
from checker.messages.rules import RULE_JOIN_TWO
from checker.messages.solve import (
    CONFLICT,
    CONFLICT_ADVICE_RATE,
    CONFLICT_ALONE,
    CONFLICT_ALONE_ADVICE,
    CONFLICT_BASE,
    CONFLICT_COMPARED,
    CONFLICT_COUNT,
    CONFLICT_DIVISOR,
    CONFLICT_LISTED,
    CONFLICT_MULTIPLE,
    CONFLICT_ONLY,
    CONFLICT_RATE,
    CONFLICT_RELATION,
    CONFLICT_SHARE,
    STATED_RATE,
    STATED_TENSES,
)
from checker.quantity import Interval, Unit, UnitKind, parse_unit
from checker.solve.advice import advise
from checker.solve.arithmetic import rate_needed, root, short, write_end, write_rate, write_value
from checker.solve.clash import STATING, Clash, find_clash, is_in_points, zero_divisor
from checker.solve.collect import Collected, Statement, Variable, written
from checker.solve.system import Component
from checker.solve.worked import Sheet, sheet_of, worked_lines
from checker.statement.growth import growth_factor

_ONE = Fraction(1)
_ZERO = Fraction(0)


@dataclass(slots=True, eq=False, repr=False)
class Explanation:
    """A conflict in words; `first` is the statement it is told of."""

    first: int
    message: Message
    advice: Message


def tell(made: Collected, component: Component, conflict: tuple[int, ...], dropped: frozenset[int]) -> Explanation:
    """Word a conflict of `component`; `dropped` are the statements that other conflicts are blamed on."""
    statements = [made.system.statements[one] for one in conflict]
    order = sorted(conflict, key=lambda one: _doubt(made, one), reverse=True)
    if len(statements) == 1:
        return Explanation(order[0], CONFLICT_ALONE(), CONFLICT_ALONE_ADVICE())
    told = _multiple(made, statements) if {one.kind for one in statements} == {"growth", "multiple"} else None
    if told is not None:
        return Explanation(order[0], *told)
    natural = [one for one in conflict if made.system.statements[one].kind == "natural"]
    clash = find_clash(made.system, component, conflict, natural[:1])
    clash = clash or find_clash(made.system, component, conflict, [one for one in order if one not in natural[:1]])
    divisor = zero_divisor(component, conflict) if clash is None else None
    first = order[0] if clash is None or _doubt(made, clash.statement) < (True,) else clash.statement
    advice = advise(made, component, conflict, first, dropped)
    if divisor is not None:
        relation: Statement = made.system.statements[divisor[0]]
        line = CONFLICT_DIVISOR(name=made.system.variables[divisor[1]].name)
        return Explanation(
            divisor[0], CONFLICT_RELATION(label=relation.label, count=len(conflict) - 1, lines=line), advice
        )
    if clash is None:
        return Explanation(first, CONFLICT_LISTED(statements=_joined(one.label for one in statements)), advice)
    return Explanation(first, _message(made, component, clash, conflict), advice)


def _multiple(made: Collected, statements: Sequence[Statement]) -> tuple[Message, Message] | None:
    """Growth beside 翻一番 of the same years, whatever the baseline is."""
    by_kind = {one.kind: one.value for one in statements}
    growth, multiple = by_kind["growth"], by_kind["multiple"]
    years = next(one.years for one in statements if one.kind == "growth")
    stated = growth.statement if growth is not None else None
    if growth is None or stated is None:
        return None
    if multiple is None or multiple.multiple is None or len(statements) > len(by_kind):
        return None
    subject = made.given.subjects[growth.subject]
    factor = growth_factor(stated, years, subject.unit, subject.direction)
    aim = Fraction(multiple.multiple.factor)
    needed = rate_needed(Interval.at(_ONE), Interval.at(aim), years)
    reached = None if factor is None else factor.high if factor.below(Interval.at(aim)) else factor.low
    if reached is None or needed is None:
        return None
    rate = growth.quantity.interval.point if growth.quantity is not None else None
    if rate is not None and growth.unit is not None:
        reached = (1 + rate * growth.unit.factor) ** years
    name = subject.name
    message = CONFLICT_MULTIPLE(
        name=name, rate=growth.quantity, years=years, reached=short(reached), multiple=multiple.in_words
    )
    return message, CONFLICT_ADVICE_RATE(name=name, rate=write_rate(needed))


def _doubt(made: Collected, number: int) -> tuple[bool, int, int]:
    statement: Statement = made.system.statements[number]
    return statement.document.checked, made.system.weights[number], number


def _joined(lines: Iterable[Message | str]) -> Message | str:
    return reduce(lambda one, two: RULE_JOIN_TWO(one=one, two=two), lines)


# ---- the sentence


def _message(made: Collected, component: Component, clash: Clash, conflict: tuple[int, ...]) -> Message:
    statement: Statement = made.system.statements[clash.statement]
    sheet = sheet_of(made, clash, component.only(conflict))
    needs = [one for one in conflict if one != clash.statement]
    led = statement.kind in ("growth", "multiple")
    about = statement.ends[1] if led else clash.variable
    lines: list[Message | str] = [*worked_lines(sheet, needs, clash.corner.held, about)]
    if statement.kind == "natural":
        return _unnatural(made, clash, sheet, lines, len(conflict) - 1)
    if led and set(statement.ends) <= set(sheet.settled) and clash.variable != statement.ends[0]:
        lines.append(f"{sheet.named(statement.ends[0])} → {sheet.value(statement.ends[1])}")
    lines.append(_end(made, clash, statement, sheet))
    if statement.kind not in STATING and not led:
        return CONFLICT_RELATION(label=statement.label, count=len(conflict) - 1, lines=_joined(lines))
    held = _held(statement)
    variable: Variable = made.system.variables[held]
    return CONFLICT(
        name=variable.name,
        time=f"{variable.year}年" if variable.year is not None and statement.kind != "growth" else "",
        time_en=f" {variable.year}" if variable.year is not None and statement.kind != "growth" else "",
        tense=STATED_TENSES["growth" if statement.kind == "growth" else variable.tense](),
        value=_written(statement),
        count=len(conflict) - 1,
        lines=_joined(lines),
    )


def _unnatural(made: Collected, clash: Clash, sheet: Sheet, lines: list[Message | str], count: int) -> Message:
    variable: Variable = made.system.variables[clash.variable]
    ratio = variable.unit is not None and variable.unit.kind is UnitKind.RATIO
    told = clash.variable in sheet.settled and any(sheet.named(clash.variable) in str(line) for line in lines)
    if not told or clash.own.contains(clash.edge):
        lines.append(CONFLICT_ONLY(name=variable.name, limit=write_end(clash.left, variable.unit)))
    time = f"{variable.year}年" if variable.year is not None else ""
    template = CONFLICT_SHARE if ratio else CONFLICT_COUNT
    return template(name=variable.name, time=time, time_en=variable.year, count=count, lines=_joined(lines))


def _held(statement: Statement) -> int:
    """The variable that a statement is told of."""
    return statement.ends[1] if statement.kind in ("growth", "multiple") else statement.variable


def _written(statement: Statement) -> Message | str:
    """The number as written, with its tolerance."""
    if statement.value is not None:
        return written(statement.value)
    return "" if statement.quantity is None else statement.quantity.describe()


def _end(made: Collected, clash: Clash, statement: Statement, sheet: Sheet) -> Message | str:
    """What the others leave beside what is asked: 83.33亿元 < 100亿元, or, where no line shows it, 甲只能≤83.33亿元."""
    bound = clash.own.low if clash.below else clash.own.high
    assert bound is not None
    sign = "<" if clash.below else ">"
    if statement.kind in ("growth", "multiple") and clash.variable != statement.ends[0]:
        return _growth_end(statement, clash, bound, sign)
    variable: Variable | None = None
    if len(clash.form) == 1:
        variable = made.system.variables[clash.form[0][0]]
    unit = _unit_of(made, clash) if variable is None else variable.unit
    if statement.kind in ("growth", "multiple"):
        return CONFLICT_BASE(name=statement.name, limit=write_end(clash.left, unit))
    name = _form_name(made, clash) if variable is None else variable.name
    # What is above 0 is told so, and not as 0.
    only = clash.edge == bound or (not clash.edge and not clash.left.contains(clash.edge))
    if variable is None or only or variable.tense == "term" or clash.variable not in sheet.settled:
        return CONFLICT_ONLY(name=name, limit=write_end(clash.left, unit, bound))
    edge = write_value(clash.edge, unit, bound, sheet.digits)
    return CONFLICT_COMPARED(edge=edge, sign=sign, value=_bound_written(statement, bound, unit, clash.edge))


def _growth_end(statement: Statement, clash: Clash, bound: Fraction, sign: str) -> Message | str:
    years, name = statement.years, statement.name
    if is_in_points(statement):
        unit = parse_unit("个百分点")
        ends = [
            write_value(end / years, unit, other / years) for end, other in ((clash.edge, bound), (bound, clash.edge))
        ]
        return CONFLICT_COMPARED(edge=ends[0], sign=sign, value=ends[1])
    if clash.edge <= 0 or bound < 0:
        return CONFLICT_ONLY(name=name, limit="≤0")
    limit = write_end(clash.left, None)[0]
    if statement.kind == "multiple":
        if clash.edge == bound:
            return CONFLICT_ONLY(name=name, limit=f"{limit}{short(bound)}倍")
        return CONFLICT_COMPARED(edge=f"{short(clash.edge)}倍", sign=sign, value=f"{short(bound)}倍")
    if clash.edge == bound:
        rate = write_rate(round(root(bound, years) - 1, 12))
        return CONFLICT_ONLY(name=name, limit=STATED_RATE(sign=limit, rate=rate))
    needed = (root(clash.edge, years) - 1) * 100
    asked = (root(bound, years) - 1) * 100
    digits = 4
    while digits < 12 and short(needed, digits) == short(round(asked, 10), digits):
        digits += 1
    rate = f"{short(needed, digits)}%"
    exact = (1 + Fraction(short(needed, digits)) / 100) ** years == clash.edge if "^" not in rate else False
    edge = rate if exact else CONFLICT_RATE(rate=rate)
    return CONFLICT_COMPARED(edge=edge, sign=sign, value=f"{short(round(asked, 10), digits)}%")


def _bound_written(statement: Statement, bound: Fraction, unit: Unit | None, edge: Fraction) -> str:
    """The end that is asked, as it is written where that is one number."""
    quantity = statement.quantity
    stated = statement.value.statement if statement.value is not None else None
    plain = quantity is not None and quantity.point is not None and (stated is None or stated.tolerance is None)
    if plain and quantity is not None and not quantity.approx:
        return quantity.describe().lstrip("≥≤><")
    return write_value(bound, unit, edge)


def _unit_of(made: Collected, clash: Clash) -> Unit | None:
    first: Variable = made.system.variables[clash.form[0][0]]
    return first.unit


def _form_name(made: Collected, clash: Clash) -> str:
    """甲 - 乙 × 0.5, what is added first."""
    told = ""
    for variable, part in sorted(clash.form, key=lambda one: one[1] < 0):
        name = made.system.variables[variable].name
        factor = "" if abs(part) == 1 else f" × {short(abs(part))}"
        sign = (" - " if part < 0 else " + ") if told else ("-" if part < 0 else "")
        told += f"{sign}{name}{factor}"
    return told
