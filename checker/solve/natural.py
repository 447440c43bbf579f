"""What values can be at all: a share is 0 to 100 %, a count is not below 0. Only what relations tie is bounded."""

from __future__ import annotations

from fractions import Fraction

from checker.messages.solve import STATED_COUNT_BOUND, STATED_SHARE_BOUND
from checker.quantity import Interval, UnitKind
from checker.solve.collect import Collected, Variable

_ONE = Fraction(1)
#: Endings of names of shares where no rule says which: PC307 has them as a parameter.
SHARES = ("占比", "比重", "覆盖率", "参保率", "入园率", "城镇化率", "优良天数比率", "优良天数比例", "达标率", "普及率")


def add_natural_bounds(made: Collected, *asked: int) -> None:
    """Bound the variables of shares and counts that a row or a product ties to others, and those asked for."""
    tied = set(asked)
    tied |= {one for row in made.system.rows if len(row.form) > 1 for one, _ in row.form}
    tied |= {one for product in made.system.products for one in product.variables}
    stated: dict[int, int] = {}
    for number in sorted(tied):
        variable: Variable = made.system.variables[number]
        told = variable.subject >= 0 and variable.year is not None
        if told and variable.tense in {"actual", "target", "expected"}:
            _bound(made, variable.subject, number, stated)


def _bound(made: Collected, number: int, variable: int, stated: dict[int, int]) -> None:
    """Bound a variable of a subject; what that can be at all is one statement (`stated`), whatever the year."""
    subject = made.given.subjects[number]
    unit = subject.unit
    if unit is None:
        return
    if unit.kind is UnitKind.RATIO and subject.name.endswith(made.shares):
        label, bounds = STATED_SHARE_BOUND(name=subject.name), Interval(Fraction(0), _ONE)
    elif unit.kind is UnitKind.COUNT and not subject.name.startswith("净") and "净增" not in subject.name:
        label, bounds = STATED_COUNT_BOUND(name=subject.name), Interval(Fraction(0))
    else:
        return
    if number not in stated:
        stated[number] = made.system.state(made.told("natural", number, subject.span, label))
    made.system.bound({variable: _ONE}, bounds, stated[number])
