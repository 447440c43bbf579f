"""The arithmetic of a conflict line by line, the numbers taken at one corner of what the statements allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.solve.arithmetic import write_rate, write_value
from checker.solve.bounds import bounds_of
from checker.solve.collect import Collected, Statement, Variable
from checker.solve.formula import TOTALS
from checker.solve.simplex import Tableau
from checker.solve.system import Row
from checker.syntax import Term

_LEVELS = {"+": 1, "-": 1, "×": 2, "÷": 2}
#: A longer line is read by nobody.
_MOST_LINES = 8


def worked_lines(
    made: Collected, tableau: Tableau, rows: Sequence[Row], holding: Sequence[int], variable: int
) -> list[str]:
    """A line for each statement that holds `variable` where it is, those farthest from it first."""
    tight = [rows[number] for number in holding]
    far = _distances(tight, variable)
    steps: dict[int, int] = {}
    for row in tight:
        for need in row.needs:
            distance = min((far[one] for one, _ in row.form if one in far), default=0)
            steps[need] = max(steps.get(need, 0), distance)
    lines: list[str] = []
    for need in sorted(steps, key=lambda one: (-steps[one], one)):
        statement: Statement = made.system.statements[need]
        used = {one for row in tight if need in row.needs for one, _ in row.form}
        lines += [line for line in _lines(made, statement, tableau, used) if line not in lines]
    return lines[-_MOST_LINES:]


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


def _lines(made: Collected, statement: Statement, tableau: Tableau, used: set[int]) -> Iterator[str]:
    match statement.kind:
        case "relation" | "common":
            yield from _relations(made, statement, tableau, used)
        case "tie":
            for own, upper, share in statement.relation:
                if {own, upper} <= used:
                    factor = "" if share == 1 else f" × {write_rate(share)}"
                    yield f"{_of_plan(made, own, tableau)} ← {_of_plan(made, upper, tableau)}{factor}"
        case kind:
            line = _LINES[kind](made, statement, tableau) if kind in _LINES else None
            if line is not None:
                yield line


def _relations(made: Collected, statement: Statement, tableau: Tableau, used: set[int]) -> Iterator[str]:
    if statement.relation.of_growth:
        yield statement.relation.relation.name
        return
    for tense, year in statement.relation.moments:
        if used & statement.relation.variables(tense, year):
            yield _relation(made, statement, tableau, tense, year)


def _multiple(made: Collected, statement: Statement, tableau: Tableau) -> str:
    start, end = statement.ends
    factor = statement.figure.multiple.factor if statement.figure and statement.figure.multiple else ""
    return f"{_named(made, start, tableau)} × {factor} = {_value(made, end, tableau)}"


def _times(made: Collected, statement: Statement, tableau: Tableau) -> str:
    average, total = statement.ends
    return f"{_named(made, average, tableau)} × {statement.years} = {_value(made, total, tableau)}"


def _sum(made: Collected, statement: Statement, tableau: Tableau) -> str:
    """The years one after the other, those that are not stated as they are at this corner."""
    parts, total = statement.relation
    return f"{' + '.join(_value(made, one, tableau) for one in parts)} = {_named(made, total, tableau)}"


def _value(made: Collected, variable: int, tableau: Tableau) -> str:
    at = tableau.at(variable)
    told: Variable = made.system.variables[variable]
    return "" if at is None else write_value(at, told.unit)


def _named(made: Collected, variable: int, tableau: Tableau) -> str:
    told: Variable = made.system.variables[variable]
    return f"{told.name}{_value(made, variable, tableau)}"


def _of_plan(made: Collected, variable: int, tableau: Tableau) -> str:
    """With the plan's name, where two plans have indicators of one name."""
    return f"{made.system.variables[variable].plan.name}{_named(made, variable, tableau)}"


def _growth(made: Collected, statement: Statement, tableau: Tableau) -> str | None:
    start, end = statement.ends
    one, two = tableau.at(start), tableau.at(end)
    if one is None or two is None or statement.figure is None or not one:
        return None
    name = statement.element.name
    shown = f"{name}{_value(made, start, tableau)}"
    rate = _rate_at(statement, two / one)
    if rate is None:
        return f"{shown} → {_value(made, end, tableau)}"
    sign = "-" if rate.startswith("-") else "+"
    return f"{shown} × (1{sign}{rate.lstrip('-')})^{statement.years} = {_value(made, end, tableau)}"


def _rate_at(statement: Statement, factor: Fraction) -> str | None:
    """The printed rate, or the end of a range or bound, that the factor comes from."""
    figure = statement.figure
    assert figure is not None
    quantity = figure.quantity
    rates = bounds_of(figure)
    if quantity is None or rates is None or quantity.unit is None:
        return None
    printed = quantity.interval.scale(quantity.unit.factor)
    for end in (printed.low, printed.high, rates.low, rates.high):
        if end is not None and (1 + end) ** statement.years == factor:
            return write_rate(end)
    return None


def _relation(made: Collected, statement: Statement, tableau: Tableau, tense: str, year: int) -> str:
    formula = statement.relation.formula
    sides = [_term(made, statement, term, tableau, (tense, year), 0) for term in (formula.left, formula.right)]
    return f"{sides[0]} {formula.sign} {sides[1]}"


def _term(
    made: Collected, statement: Statement, term: Term, tableau: Tableau, moment: tuple[str, int], level: int
) -> str:
    """A term with the value behind each name."""
    if term.operator == "number":
        return f"{term.number}{term.unit}"
    if term.path is not None:
        found = [variable for variable, _ in statement.relation.operand(term, *moment)]
        if len(found) == 1:
            # What holds by definition has names of its own; the plan's are those to look for.
            name = term.path.text if statement.kind == "relation" else made.system.variables[found[0]].name
            return f"{name}{_value(made, found[0], tableau)}"
        return f"({' + '.join(_named(made, one, tableau) for one in found)})"
    if term.operator in TOTALS:
        total = statement.relation.total(term)[0]
        return f"{term.operator}({made.system.variables[total].name}){_value(made, total, tableau)}"
    own = _LEVELS.get(term.operator, 0)
    parts = [
        _term(made, statement, part, tableau, moment, own + (position > 0))
        for position, part in enumerate(term.operands)
    ]
    if not own:
        return f"{term.operator}({', '.join(parts)})"
    text = f"{parts[0]} {term.operator} {parts[1]}"
    return f"({text})" if own < level else text


def _breakdown(made: Collected, statement: Statement, tableau: Tableau) -> str:
    parts, whole = statement.relation
    return f"{' + '.join(_value(made, one, tableau) for one in parts)} = {_of_plan(made, whole, tableau)}"


#: The statements that come to one line each.
_LINES = {"growth": _growth, "multiple": _multiple, "times": _times, "sum": _sum, "breakdown": _breakdown}
