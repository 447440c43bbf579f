"""The values that all the rest leaves to one subject in one year."""

from __future__ import annotations

from dataclasses import dataclass

from checker.quantity import Interval, Unit
from checker.solve.bounds import bounds_of, plain_key
from checker.solve.collect import Statement, collect
from checker.solve.conflicts import decide, irreducible
from checker.solve.given import Given, Value
from checker.solve.natural import SHARES, add_natural_bounds
from checker.solve.periods import add_periods
from checker.solve.ranges import range_of
from checker.solve.relate import relate
from checker.solve.system import Component


@dataclass(slots=True, eq=False, repr=False)
class Feasible:
    """A range with the statements that set its ends; None where the rest contradicts itself (`low` says how).

    `own` are the subject's own values of the year, each with whether the range allows it.
    """

    interval: Interval | None
    unit: Unit | None
    low: tuple[Statement, ...] = ()
    high: tuple[Statement, ...] = ()
    own: tuple[tuple[Value, bool], ...] = ()
    exact: bool = True


def feasible_range(given: Given, subject: int, year: int, shares: tuple[str, ...] = SHARES) -> Feasible:
    """The range of a subject's target; the actual value where only that is stated. Raises LimitReached."""
    made = collect(given)
    made.shares = shares
    add_periods(made)
    tenses = [one.tense for one in made.values[subject] if one.basis == "point" and one.year == year]
    tense = "actual" if tenses and set(tenses) == {"actual"} else "target"
    # Relations are held in the year asked for, whether anything is stated of it or not.
    variable = made.point(subject, tense, year)
    relate(made)
    add_natural_bounds(made, variable)
    statements = made.system.statements
    own = [number for number, one in enumerate(statements) if one.kind == "figure" and one.variable == variable]
    component = next((part for part in made.system.components() if _has(part, variable)), Component())
    rest = component.only(set(component.statements()) - set(own))
    told = given.subjects[subject]
    found = range_of(rest, variable)
    if found is None:
        core = irreducible(rest, decide(rest).core)
        return Feasible(None, told.unit, tuple(statements[one] for one in core))
    low, high = (tuple(statements[one] for one in end[1]) if end else () for end in (found.low, found.high))
    key = plain_key(subject, told, tense, year)
    values = [one for one in made.values[subject] if one.basis == "point" and made.key_of(one) == key]
    allowed = [(one, bounds.intersects(found.interval)) for one in values if (bounds := bounds_of(one)) is not None]
    return Feasible(found.interval, told.unit, low, high, tuple(allowed), found.exact)


def _has(component: Component, variable: int) -> bool:
    if any(variable in product.variables for product in component.products):
        return True
    return any(one == variable for row in component.rows for one, _ in row.form)
