"""Parts of a whole as rows: breakdowns, and what plans below make of the parts that they stand for."""

from __future__ import annotations

from fractions import Fraction

from checker.meaning.figures import unit_of
from checker.messages.solve import STATED_BREAKDOWN, STATED_SHARE, STATED_SHARE_OPEN
from checker.model import Indicator, ShareValue
from checker.quantity import Interval, Unit
from checker.solve.bounds import as_written, bounds_of_quantity
from checker.solve.collect import Collected, Statement, Variable
from checker.solve.parts import breakdown_year, is_complete, part_indicator
from checker.source import Span

_ZERO = Fraction(0)
_ONE = Fraction(1)
_NOT_NEGATIVE = Interval(_ZERO)


def add_breakdowns(made: Collected) -> None:
    """Add the breakdowns of all plans."""
    for plan in made.plans:
        for indicator in plan.elements:
            if isinstance(indicator, Indicator) and indicator.breakdown:
                _breakdown(made, indicator)


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
    bounds = bounds_of_quantity(share.quantity)
    span = Span(indicator.source, share.start, share.end)
    label = STATED_SHARE_OPEN(name=indicator.name, plan=indicator.plan.name, part=name)
    if share.quantity is not None:
        label = STATED_SHARE(name=indicator.name, plan=indicator.plan.name, part=name, value=share.quantity)
    statement = Statement("share", indicator, span, label, variable, quantity=share.quantity)
    number = made.state(statement, "share")
    if bounds is not None:
        printed = as_written(share.quantity) if share.quantity is not None else None
        made.system.bound({variable: _ONE}, bounds, number, printed=printed)
    below = part_indicator(indicator, name, made.plans)
    if below is not None and (bounds is not None or is_complete(indicator)):
        lower = indicator.direction == "lower"
        sense = Interval(None, _ZERO) if lower else _NOT_NEGATIVE
        made.system.bound({made.point(below, "target", year): _ONE, variable: -_ONE}, sense, number)
    return variable
