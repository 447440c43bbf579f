"""Where the target of an indicator stands beside that of the upper one: alike, above or below it in number."""

from __future__ import annotations

from typing import Literal

from checker.meaning.figures import target_of, unit_of
from checker.meaning.ties import is_total, one_territory
from checker.model import Figure, Indicator
from checker.quantity import Interval
from checker.source import name_key
from checker.statement import as_written

#: Where one stands beside the other; "" where they cannot be compared.
Beside = Literal["alike", "above", "below", ""]


def beside(own: Indicator, upper: Indicator, level: str | None) -> Beside:
    """Where `own`, of a plan of `level`, stands; totals of unlike places and unlike years are not compared."""
    if is_total(own, unit_of(own)) and not one_territory(own, upper, level):
        return ""
    for here, there in zip(_wanted(own), _wanted(upper), strict=True):
        if here is not None and there is not None:
            return _beside(here, there)
    return ""


def _wanted(indicator: Indicator) -> tuple[Figure | None, Figure | None, Figure | None]:
    """The target of the last year, that a year on average, that of all years."""
    annual, total = indicator.annual_target, indicator.cumulative_target
    return target_of(indicator), next(iter(annual), None), next(iter(total), None)


def _beside(here: Figure, there: Figure) -> Beside:
    if here.year != there.year:
        return ""
    one, other = here.statement, there.statement
    if one is None or other is None:
        same = here.in_words is not None and name_key(here.in_words) == name_key(there.in_words or "")
        return "alike" if same else ""
    if here.unit is None or there.unit is None or here.unit.dimension != there.unit.dimension:
        return ""
    left, right = _number(as_written(one), here), _number(as_written(other), there)
    if left == right:
        return "alike"
    if left.low is not None and right.high is not None and left.low >= right.high:
        return "above"
    if left.high is not None and right.low is not None and left.high <= right.low:
        return "below"
    return ""


def _number(interval: Interval, figure: Figure) -> Interval:
    """The number that is written stands for a bound: ≥40 is beside 45 as 40 is."""
    quantity = figure.quantity
    if quantity is None or quantity.point is None:
        return interval
    return Interval.at(quantity.point * (quantity.unit.factor if quantity.unit is not None else 1))
