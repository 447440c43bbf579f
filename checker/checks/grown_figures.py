"""What growth makes of figures, for rules: where it starts, over which years, and how far it leads."""

from __future__ import annotations

from fractions import Fraction

from checker.checks.own_figures import points
from checker.meaning.years import growth_period
from checker.model import Figure, Indicator
from checker.quantity import Comparator, Interval, Quantity, Unit, parse_unit
from checker.solve.arithmetic import root, short
from checker.statement import Statement, allowed, as_written, base_factor
from checker.statement.growth import TIMES, growth_factor, growth_step

_PERCENT = parse_unit("%")
_ONE = Fraction(1)
_ZERO = Fraction(0)


def growth_from(indicator: Indicator) -> int | None:
    """The year from whose value growth leads: the one before the plan's period."""
    period = growth_period(indicator)
    return period[0] if period is not None else None


def growth_to(indicator: Indicator) -> int | None:
    """The year to whose value growth leads: the last of the plan's period."""
    period = growth_period(indicator)
    return period[1] if period is not None else None


def growth_base(indicator: Indicator) -> Figure | None:
    """The one value from which growth leads; None if there is none, or more than one."""
    period = growth_period(indicator)
    return base_of(indicator, period[0]) if period is not None else None


def base_of(indicator: Indicator, year: int) -> Figure | None:
    """The value of that year that growth starts from: the actual one, else the expected one; None if there are two."""
    for tense in ("actual", "expected"):
        found = [one for one in points(indicator, tense) if one.year == year]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def reached(
    base: Statement, growth: Statement, years: int, unit: Unit | None, direction: str | None = None
) -> Interval | None:
    """Where growth leads from `base`; None where it bounds nothing, or in % from a start that cannot be above zero."""
    start = allowed(base)
    if start is None:
        return None
    step = growth_step(growth, years, unit, direction)
    if step is not None:
        return start + step
    factor = growth_factor(growth, years, unit, direction)
    above = start.intersection(Interval(_ZERO, None, True))
    return None if factor is None or above is None else above * factor


def grows_to(figure: Figure) -> Quantity | None:
    """What growth or a multiple (翻一番) of the whole period comes to, in % of the base; None for other figures.

    Of growth told in %, as of amounts; a rounded rate allows all that is printed alike.
    """
    period = _led_over(figure)
    if period is None or figure.statement is None or figure.indicator is None:
        return None
    factor = growth_factor(figure.statement, period[1] - period[0], None, figure.indicator.direction)
    return _ratio(factor) if factor is not None else None


def grows_to_as_written(figure: Figure) -> Quantity | None:
    """The same of the rate as it is written, for telling what it takes."""
    period = _led_over(figure)
    if period is None or figure.statement is None or grows_to(figure) is None:
        return None
    written = as_written(figure.statement)
    if figure.statement.unit == TIMES:
        return _ratio(written)
    factor = written + Interval.at(_ONE)
    grown = factor.power(period[1] - period[0]) if factor.low is not None and factor.low >= 0 else None
    return _ratio(grown) if grown is not None else None


def _led_over(figure: Figure) -> tuple[int, int] | None:
    """The years from which and to which a target leads that is told as growth, or as a multiple of the base."""
    if figure.tense != "target" or figure.statement is None or figure.indicator is None:
        return None
    period = growth_period(figure.indicator)
    if period is None or figure.multiple is None:
        return period if figure.basis == "annual" else None
    return period if figure.year == period[1] and figure.multiple.year in {None, period[0]} else None


def _ratio(factor: Interval) -> Quantity | None:
    comparator = Comparator.EQUAL if factor.point is not None else Comparator.RANGE
    return Quantity(factor.scale(1 / base_factor(_PERCENT)), _PERCENT, None, "", comparator, False, unit_text="%")


def growth_made(figure: Figure) -> str | None:
    """The yearly growth by which the base leads to a value of the last year: 3.71%; None for other figures."""
    times = _times(figure)
    if times is None:
        return None
    value, years = times
    return f"{short((root(value, years) - 1) * 100, 3)}%" if value > 0 else None


def times_made(figure: Figure) -> str | None:
    """How many times the base a value of the last year is: 1.2; None for other figures."""
    times = _times(figure)
    return short(times[0]) if times is not None else None


def _times(figure: Figure) -> tuple[Fraction, int] | None:
    if figure.indicator is None or figure.basis != "point" or figure.quantity is None:
        return None
    period, base = growth_period(figure.indicator), growth_base(figure.indicator)
    if period is None or base is None or figure.year != period[1]:
        return None
    first, last = (_number(one.statement) for one in (base, figure))
    return (last / first, period[1] - period[0]) if first is not None and last is not None and first > 0 else None


def _number(statement: Statement | None) -> Fraction | None:
    """The number as written, or the end of a bound."""
    written = as_written(statement) if statement is not None else None
    return None if written is None else written.high if written.high is not None else written.low
