"""Parts of a whole as rows: breakdowns, and what the subjects below make of the parts that they stand for."""

from __future__ import annotations

from fractions import Fraction

from checker.messages.solve import STATED_BREAKDOWN, STATED_SHARE, STATED_SHARE_OPEN
from checker.quantity import Interval
from checker.solve.bounds import as_written, bounds_of_quantity
from checker.solve.collect import Collected, Variable
from checker.solve.given import Breakdown, Share

_ZERO = Fraction(0)
_ONE = Fraction(1)
_NOT_NEGATIVE = Interval(_ZERO)


def add_breakdowns(made: Collected) -> None:
    """Add all breakdowns."""
    for breakdown in made.given.breakdowns:
        _breakdown(made, breakdown)


def _breakdown(made: Collected, breakdown: Breakdown) -> None:
    """Parts declared complete reach the whole; caps of parts stay below it in any case.

    A part that has a subject of its own below is what that has to reach (or to keep below).
    """
    subject = made.given.subjects[breakdown.subject]
    lower = subject.direction == "lower"
    whole = made.point(breakdown.subject, "target", breakdown.year)
    parts = [_part(made, breakdown, share) for share in breakdown.shares]
    form = {whole: -_ONE, **dict.fromkeys(parts, _ONE)}
    sides = {"higher": _NOT_NEGATIVE, "lower": Interval(None, _ZERO)}
    bounds = sides.get(subject.direction or "", Interval.at(_ZERO) if breakdown.complete else None)
    if bounds is None or not (breakdown.complete or lower):
        return
    label = STATED_BREAKDOWN(name=subject.name, plan=made.given.documents[subject.document].name)
    statement = made.told("breakdown", breakdown.subject, breakdown.span, label, relation=(parts, whole))
    made.system.bound(form, bounds, made.state(statement, "breakdown"))


def _part(made: Collected, breakdown: Breakdown, share: Share) -> int:
    subject = made.given.subjects[breakdown.subject]
    document, quantity = made.given.documents[subject.document], share.quantity
    told = Variable(f"{subject.name}（{share.name}）", document, breakdown.year, subject.unit)
    variable = made.system.vary(told)
    bounds = bounds_of_quantity(quantity)
    label = STATED_SHARE_OPEN(name=subject.name, plan=document.name, part=share.name)
    if quantity is not None:
        label = STATED_SHARE(name=subject.name, plan=document.name, part=share.name, value=quantity)
    statement = made.told("share", breakdown.subject, share.span, label, variable=variable, quantity=quantity)
    number = made.state(statement, "share")
    if bounds is not None:
        printed = as_written(quantity) if quantity is not None else None
        made.system.bound({variable: _ONE}, bounds, number, printed=printed)
    if share.below >= 0 and (bounds is not None or breakdown.complete):
        sense = Interval(None, _ZERO) if subject.direction == "lower" else _NOT_NEGATIVE
        below = made.point(share.below, "target", breakdown.year)
        made.system.bound({below: _ONE, variable: -_ONE}, sense, number)
    return variable
