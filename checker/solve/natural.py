"""What values can be at all: a share is 0 to 100 %, a count is not below 0. Only what relations tie is bounded."""

from __future__ import annotations

from fractions import Fraction

from checker.meaning.figures import unit_of
from checker.messages.solve import STATED_COUNT_BOUND, STATED_SHARE_BOUND
from checker.model import Indicator
from checker.quantity import Interval, UnitKind
from checker.solve.collect import Collected, Statement, Variable

_ONE = Fraction(1)
#: Endings of names of shares where no rule says which: PC307 has them as a parameter.
SHARES = ("占比", "比重", "覆盖率", "参保率", "入园率", "城镇化率", "优良天数比率", "优良天数比例", "达标率", "普及率")


def add_natural_bounds(made: Collected, *asked: int) -> None:
    """Bound the variables of shares and counts that a row or a product ties to others, and those asked for."""
    tied = set(asked)
    tied |= {one for row in made.system.rows if len(row.form) > 1 for one, _ in row.form}
    tied |= {one for product in made.system.products for one in product.variables}
    indicators = {
        (id(one.plan), one.name): one for plan in made.plans for one in plan.elements if isinstance(one, Indicator)
    }
    stated: dict[int, int] = {}
    for number in sorted(tied):
        variable: Variable | None = made.system.variables[number]
        if variable is not None and variable.year is not None and variable.tense in {"actual", "target", "expected"}:
            indicator = indicators.get((id(variable.plan), variable.name))
            if indicator is not None:
                _bound(made, indicator, number, stated)


def _bound(made: Collected, indicator: Indicator, variable: int, stated: dict[int, int]) -> None:
    """Bound one of its variables; what it can be at all is one statement (`stated`, by id), whatever the year."""
    unit = unit_of(indicator)
    if unit is None:
        return
    if unit.kind is UnitKind.RATIO and indicator.name.endswith(made.shares):
        label, bounds = STATED_SHARE_BOUND(name=indicator.name), Interval(Fraction(0), _ONE)
    elif unit.kind is UnitKind.COUNT and not indicator.name.startswith("净") and "净增" not in indicator.name:
        label, bounds = STATED_COUNT_BOUND(name=indicator.name), Interval(Fraction(0))
    else:
        return
    if id(indicator) not in stated:
        statement = Statement("natural", indicator, indicator.name_span, label)
        stated[id(indicator)] = made.system.state(statement)
    made.system.bound({variable: _ONE}, bounds, stated[id(indicator)])
