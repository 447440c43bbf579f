"""The arithmetic of a conflict line by line, with the numbers that a corner of what the statements allow settles.

What is not settled there stands by its name alone. All numbers are shown to as many digits as it takes for every line
to hold with the numbers shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

from checker.messages import Message
from checker.messages.solve import (
    STATED_COUNT_BOUND,
    STATED_GROWN,
    STATED_OTHERS,
    STATED_ROOM,
    STATED_START,
    STATED_TENSES,
)
from checker.quantity import Interval, rounded
from checker.solve.arithmetic import write_rate, write_value
from checker.solve.bounds import bounds_of
from checker.solve.clash import Clash
from checker.solve.collect import Collected, Statement, Variable, written
from checker.solve.formula import TOTALS, quotient_of
from checker.solve.moments import Moment
from checker.solve.relate import Instances
from checker.solve.simplex import Form
from checker.solve.system import Component, Row
from checker.statement import base_factor
from checker.syntax import Term

_ZERO = Fraction(0)
#: Statements of the number of one variable.
_WRITTEN = ("figure", "share")
_OF_PERIOD = ("total", "average")
_LEVELS = {"+": 1, "-": 1, "×": 2, "÷": 2}
#: A longer line is read by nobody.
_MOST_LINES = 8
_FEWEST_DIGITS, _EXACT_DIGITS, _MOST_DIGITS = 4, 7, 24
#: So much of the smallest number of a line the two sides may be apart for rounding.
_OFF = Fraction(1, 1000)
#: How a strict comparison is shown at its limit.
_WEAK = {">": "≥", "<": "≤"}


@dataclass(slots=True, eq=False, repr=False)
class Sheet:
    """The numbers of a corner, as they are shown."""

    made: Collected
    settled: dict[int, Fraction]
    #: Those that only come near to 0, and have no number.
    limits: AbstractSet[int]
    digits: int = _FEWEST_DIGITS

    def value(self, variable: int) -> str:
        """The number of a variable in its unit; "" where it is not settled."""
        told: Variable | None = self.made.system.variables[variable]
        at = self.settled.get(variable)
        return "" if at is None or told is None else write_value(at, told.unit, digits=self.digits)

    def named(self, variable: int) -> str:
        """Name and number."""
        told: Variable = self.made.system.variables[variable]
        word = STATED_TENSES[told.tense]().text() if told.tense in _OF_PERIOD else ""
        return f"{told.name}{word}{self.value(variable)}"

    def named_or_value(self, variable: int) -> str:
        """The number; where it is not settled the name and the year."""
        told: Variable = self.made.system.variables[variable]
        return self.value(variable) or f"{told.name}.{told.year}年"

    def of_plan(self, variable: int) -> str:
        """With the plan's name, where two plans have indicators of one name."""
        return f"{self.made.system.variables[variable].document.name}{self.named(variable)}"

    def is_stated(self, variable: int) -> bool:
        """Whether a number is written for it."""
        statements: list[Statement] = self.made.system.statements
        return any(one.variable == variable and one.kind in _WRITTEN and one.quantity is not None for one in statements)

    def shown(self, variable: int) -> Fraction | None:
        """The number that a reader sees, in base units."""
        told: Variable | None = (
            self.made.system.variables[variable] if variable < len(self.made.system.variables) else None
        )
        at = self.settled.get(variable)
        factor = base_factor(told.unit if told is not None else None)
        return None if at is None else rounded(at / factor, self.digits) * factor


def sheet_of(made: Collected, clash: Clash, part: Component) -> Sheet:
    """The numbers with as few digits as make the lines hold in full, else but for rounding."""
    limits = clash.limits
    settled = {one: at for one, at in clash.settled.items() if one not in limits}
    sheet = Sheet(made, settled, limits)
    for off, most in ((_ZERO, _EXACT_DIGITS), (_OFF, _MOST_DIGITS)):
        for digits in range(_FEWEST_DIGITS, most + 1):
            sheet = Sheet(made, settled, limits, digits)
            if _holds(sheet, part, off):
                return sheet
    return sheet


def _holds(sheet: Sheet, part: Component, off: Fraction) -> bool:
    """Whether what holds at the corner holds with the numbers shown, but for `off`, a part of the smallest number."""
    for row in part.rows:
        for form, bounds in ((row.form, row.bounds), *([row.printed] if row.printed is not None else [])):
            if len(form) > 1 and _met(form, bounds, sheet.settled) and not _near(sheet, form, off):
                return False
    statements: list[Statement] = [sheet.made.system.statements[one] for one in part.statements()]
    relations = [one.relation for one in statements if one.kind in ("relation", "common")]
    return all(_line_holds(sheet, relation, moment, off) for relation in relations for moment in relation.moments)


def _met(form: Form, bounds: Interval, values: dict[int, Fraction]) -> bool:
    if any(one not in values for one, _ in form):
        return False
    total = sum((part * values[one] for one, part in form), _ZERO)
    return total in (bounds.low, bounds.high)


def _near(sheet: Sheet, form: Form, off: Fraction) -> bool:
    shown = [part * (sheet.shown(one) or _ZERO) for one, part in form]
    exact = sum((part * sheet.settled[one] for one, part in form), _ZERO)
    return _close(sum(shown, _ZERO) - exact, shown, off)


def _close(apart: Fraction, sizes: Iterable[Fraction], off: Fraction) -> bool:
    found = [abs(size) for size in sizes if size]
    return not found or abs(apart) <= off * min(found)


def _line_holds(sheet: Sheet, relation: Instances, moment: Moment, off: Fraction) -> bool:
    """Whether the sides of a relation are as far apart in the numbers shown as they are."""
    sides = relation.formula.left, relation.formula.right
    exact = [relation.addends(side, sheet.settled.get, *moment) for side in sides]
    shown = [relation.addends(side, sheet.shown, *moment) for side in sides]
    apart: list[Fraction] = []
    for left, right in (exact, shown):
        if left is None or right is None:
            return True
        apart.append(sum(left, _ZERO) - sum(right, _ZERO))
    sizes = [*(shown[0] or ()), *(shown[1] or ()), relation.tolerance]
    return _close(apart[1] - apart[0], sizes, off)


def worked_lines(sheet: Sheet, needs: Sequence[int], rows: Sequence[Row], variable: int) -> list[Message | str]:
    """A line for each of these statements that ties several numbers, those farthest from `variable` first.

    `rows` hold the variable where it is; a statement that none of them rests on rules out another case of signs.
    """
    far = _distances(rows, variable)
    steps: dict[int, int] = {}
    for row in rows:
        for need in row.needs:
            distance = min((far[one] for one, _ in row.form if one in far), default=0)
            steps[need] = max(steps.get(need, 0), distance)
    lines: list[Message | str] = []
    everything = {one for row in rows for one, _ in row.form} | {variable}
    for need in sorted(set(needs), key=lambda one: (-steps.get(one, 0), one)):
        statement: Statement = sheet.made.system.statements[need]
        used = {one for row in rows if need in row.needs for one, _ in row.form}
        if statement.kind == "sum" and len(used) == 1:
            # Only that no year is below 0 counts.
            lines.append(STATED_COUNT_BOUND(name=statement.name))
        else:
            lines += list(_lines(sheet, statement, used | {variable})) or _lines(sheet, statement, everything)
    return list(dict.fromkeys(lines))[-_MOST_LINES:]


def _distances(rows: Sequence[Row], variable: int) -> dict[int, int]:
    """How many rows each variable is away from `variable`."""
    far, edge = {variable: 0}, [variable]
    while edge:
        reached: list[int] = []
        for row in rows:
            members = [one for one, _ in row.form]
            near = [far[one] for one in members if one in edge]
            for one in members if near else ():
                if one not in far:
                    far[one] = min(near) + 1
                    reached.append(one)
        edge = reached
    return far


def _lines(sheet: Sheet, statement: Statement, used: set[int]) -> Iterator[Message | str]:
    match statement.kind:
        case "natural":
            yield statement.label
        case "relation" | "common":
            yield from _relations(sheet, statement, used)
        case "tie":
            tie, variables = statement.relation
            factor = "" if tie.share is None else f" × {write_rate(tie.share)}"
            for own, upper in variables:
                if {own, upper} <= used:
                    yield f"{sheet.of_plan(own)} ← {sheet.of_plan(upper)}{factor}"
        case kind:
            line = _LINES[kind](sheet, statement) if kind in _LINES else None
            if line is not None:
                yield line


def _relations(sheet: Sheet, statement: Statement, used: set[int]) -> Iterator[str]:
    relation = statement.relation
    if relation.of_growth:
        yield relation.relation.name
        for start, end in relation.grown:
            if {start, end} <= set(sheet.settled):
                yield f"{sheet.named(start)} → {sheet.value(end)}"
        return
    met = [moment for moment in relation.moments if used & relation.variables(*moment)]
    settled = [one for one in met if relation.variables(*one) <= set(sheet.settled)]
    shown = settled or met[-1:]
    for moment in shown:
        # The same names with other numbers: which year they are of has to be said.
        yield relation_line(sheet, statement, moment) + (f"（{moment[1]}年）" if len(shown) > 1 else "")


def relation_line(sheet: Sheet, statement: Statement, moment: tuple[str, int]) -> str:
    """A relation with the number behind each name, and how far its two sides may be apart."""
    relation = statement.relation
    formula = relation.formula
    sides = [_term(sheet, statement, term, moment, 0) for term in (formula.left, formula.right)]
    told = f"{sides[0]} {_WEAK.get(formula.sign, formula.sign)} {sides[1]}"
    if not relation.tolerance:
        return told
    room = STATED_ROOM(room=relation.relation.tolerance).text()
    off = relation.apart(sheet.settled, *moment)
    if off is None or abs(off) != relation.tolerance:
        return f"{told}（{room}）"
    return f"{told} {'-' if off < 0 else '+'} {room}"


def _multiple(sheet: Sheet, statement: Statement) -> Message | str:
    start, end = statement.ends
    if start in sheet.limits and statement.value is not None:
        return STATED_START(name=statement.name, value=statement.value.in_words or "")
    factor = statement.value.multiple.factor if statement.value and statement.value.multiple else ""
    sign = "≤" if statement.value is not None and _is_floor(statement) else "="
    return f"{sheet.named(start)} × {factor} {sign} {sheet.named_or_value(end)}"


def _is_floor(statement: Statement) -> bool:
    stated = statement.value.statement if statement.value is not None else None
    return stated is not None and stated.high is None


def _times(sheet: Sheet, statement: Statement) -> str:
    average, total = statement.ends
    return f"{sheet.named(average)} × {statement.years} = {sheet.named(total)}"


def _sum(sheet: Sheet, statement: Statement) -> str:
    """The years one after the other, those that are not stated as they are at this corner."""
    parts, total = statement.relation
    least = [one for one in parts if sheet.settled.get(one) == 0 and not sheet.is_stated(one)]
    told = [sheet.named_or_value(one) for one in parts if one not in least]
    rest = [STATED_OTHERS(zero=sheet.value(least[0])).text()] if least else []
    return f"{' + '.join([*told, *rest])} = {sheet.named(total)}"


def _growth(sheet: Sheet, statement: Statement) -> Message | str:
    start, end = statement.ends
    one, two = sheet.settled.get(start), sheet.settled.get(end)
    grown = statement.value
    assert grown is not None
    if (start in sheet.limits or one == 0) and not _in_points(statement):
        return STATED_START(name=STATED_GROWN(name=statement.name, value=written(grown)), value="")
    if one is None or two is None:
        return STATED_GROWN(name=statement.name, value=written(grown))
    if _in_points(statement):
        step = write_value((two - one) / statement.years, grown.unit, digits=_MOST_DIGITS)
        return f"{sheet.named(start)} + {step} × {statement.years} = {sheet.value(end)}"
    rate = _rate_at(statement, two / one)
    if rate is None:
        return f"{sheet.named(start)} → {sheet.value(end)}"
    sign = "-" if rate.startswith("-") else "+"
    return f"{sheet.named(start)} × (1{sign}{rate.lstrip('-')})^{statement.years} = {sheet.value(end)}"


def _in_points(statement: Statement) -> bool:
    """Whether it adds points, which has no factor that it multiplies with."""
    return statement.factor < 0


def _rate_at(statement: Statement, factor: Fraction) -> str | None:
    """The printed rate, or the end of a range or bound, that the factor comes from."""
    grown = statement.value
    assert grown is not None
    quantity = grown.quantity
    rates = bounds_of(grown)
    if quantity is None or rates is None or quantity.unit is None:
        return None
    printed = quantity.interval.scale(quantity.unit.factor)
    for end in (printed.low, printed.high, rates.low, rates.high):
        if end is not None and (1 + end) ** statement.years == factor:
            return write_rate(end)
    return None


def _term(sheet: Sheet, statement: Statement, term: Term, moment: tuple[str, int], level: int) -> str:
    """A term with the value behind each name."""
    if term.operator == "number":
        return f"{term.number}{term.unit}"
    if term.path is not None:
        found = [variable for variable, _ in statement.relation.operand(term, *moment)]
        if statement.relation.is_group(term):
            # The members take the place of the category.
            members = " + ".join(sheet.named(one) for one in found)
            return f"({members})" if level and len(found) > 1 else members
        # What holds by definition has names of its own; the plan's are those to look for.
        name = term.path.text if statement.kind == "relation" else sheet.made.system.variables[found[0]].name
        return f"{name}{sheet.value(found[0])}"
    if term.operator in TOTALS:
        total = statement.relation.total(term)[0]
        return f"{term.operator}({sheet.made.system.variables[total].name}){sheet.value(total)}"
    quotient = quotient_of(term)
    if quotient is not None and term.operator == "×":
        # × 100 behind a quotient of like by like only says that it is told in %.
        return _term(sheet, statement, term.operands[0], moment, level)
    own = _LEVELS.get(term.operator, 0)
    # What stands between commas needs no brackets.
    parts = [
        _term(sheet, statement, part, moment, own + (position > 0 and own > 0))
        for position, part in enumerate(term.operands)
    ]
    if not own:
        return f"{term.operator}({', '.join(parts)})"
    text = f"{parts[0]} {term.operator} {parts[1]}"
    return f"({text})" if own < level else text


def _breakdown(sheet: Sheet, statement: Statement) -> str:
    """The parts one after the other; the one that is worked out is named."""
    parts, whole = statement.relation
    told = [(sheet.is_stated(one) and sheet.value(one)) or sheet.named(one) for one in parts]
    return f"{' + '.join(told)} = {sheet.of_plan(whole)}"


#: The statements that come to one line each.
_LINES = {"growth": _growth, "multiple": _multiple, "times": _times, "sum": _sum, "breakdown": _breakdown}
