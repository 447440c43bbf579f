"""Over which years an indicator's growth leads."""

from __future__ import annotations

from checker.model import Indicator
from checker.model.statements import LONGEST_PERIOD


def growth_period(indicator: Indicator) -> tuple[int, int] | None:
    """The years from which and to which 年均 leads: the one before the plan's period to its last.

    Without a period: from the last actual year to the last target year. None where they are not known.
    """
    first, last = indicator.plan.first_year, indicator.plan.last_year
    if first is not None and last is not None:
        return (first - 1, last) if 0 <= last - first < LONGEST_PERIOD else None
    points = [figure for figure in indicator.figures if figure.basis == "point"]
    actual = [one.year for one in points if one.tense == "actual" and one.year is not None]
    target = [one.year for one in points if one.tense == "target" and one.year is not None]
    if not actual or not target or not 0 < max(target) - max(actual) <= LONGEST_PERIOD:
        return None
    return max(actual), max(target)
