"""What is said of several years at once: totals over the period (累计), averages a year, multiples of a baseline.

A total is the sum of the years only for what is reckoned year by year (investment, revenue), never for what
stands at a year's end (companies, population): of those 累计 counts what is added. An average a year in the
indicator's own unit times the years is the total in any case.
"""

from __future__ import annotations

from fractions import Fraction

from checker.meaning.figures import apart, unit_of
from checker.meaning.years import growth_period
from checker.messages.solve import STATED_AVERAGE, STATED_MULTIPLE, STATED_SUM, STATED_TIMES, STATED_TOTAL
from checker.model import Figure, Indicator
from checker.quantity import Interval, UnitKind
from checker.solve.bounds import Key, bounds_of, key_of, plain_key
from checker.solve.collect import (
    Collected,
    Statement,
    Variable,
    as_printed,
    base_of,
    factor_variable,
    grow,
    starts_alike,
    written,
)
from checker.solve.formula import dimension_of
from checker.statement import Measure, price_key, prices_meet

_ZERO = Fraction(0)
_ONE = Fraction(1)
_SUMMED = (UnitKind.AMOUNT, UnitKind.COUNT)
_IN_YEAR = ("当年", "全年", "年度", "in_year")
#: Words of what is reckoned anew each year; all else may be what stands at a year's end.
_FLOWS = (
    *(
        "投资",
        "收入",
        "产值",
        "增加值",
        "生产总值",
        "进出口",
        "出口额",
        "进口额",
        "零售总额",
        "销售额",
        "交易额",
        "税收",
    ),
    *("新增", "利用外资", "利用内资", "引进资金", "到位资金", "成交额", "吞吐量", "产量", "客运量", "货运量", "接待"),
)
_STANDING = ("余额", "存量", "总数", "保有", "拥有", "累计", "规模", "人均", "每", "平均", "占比", "比重", "率", "强度")
#: Words of what may be below zero in a year.
_EITHER_SIGN = ("净", "利润", "增长", "变动", "差额", "顺差", "逆差", "盈", "亏")


def add_periods(made: Collected) -> None:
    """Add totals, averages and multiples of the plans' indicators."""
    for plan in made.plans:
        for indicator in plan.elements:
            if isinstance(indicator, Indicator):
                _indicator(made, indicator)


def _indicator(made: Collected, indicator: Indicator) -> None:
    """What is reckoned year by year has totals that are sums; an average ties them even where no total is told."""
    for figure in indicator.figures:
        if figure.multiple is not None and figure.basis == "point":
            _multiple(made, indicator, figure)
    told = {"total": 0, "average": 0}
    for kind in told:
        for figure in indicator.figures:
            if _kind_of(figure) == kind:
                told[kind] += _whole(made, indicator, figure, kind)
    flow = is_flow(indicator)
    if told["average"] and (told["total"] or flow):
        _times(made, indicator)
    if flow and any(told.values()):
        add_sum(made, indicator)


def _kind_of(figure: Figure) -> str | None:
    """Whether it is a total or an average over the period."""
    statement = figure.statement if figure.tense == "target" and figure.basis != "point" else None
    kinds = {Measure.CUMULATIVE: "total", Measure.AVERAGE: "average"}
    return None if statement is None else kinds.get(statement.measure)


# ---- totals and averages


def _whole(made: Collected, indicator: Indicator, figure: Figure, tense: str) -> bool:
    """A total or an average as a figure; False where it bounds nothing or is of another kind."""
    bounds, unit = bounds_of(figure), unit_of(indicator)
    alike = unit is not None and figure.unit is not None and unit.dimension == figure.unit.dimension
    if bounds is None or not alike or apart(figure) or figure.unit is None or figure.unit.kind not in _SUMMED:
        return False
    statement = figure.statement
    if statement is None or not prices_meet(statement.price, price_key(indicator.price)):
        return False
    variable = whole_variable(made, indicator, tense)
    told = STATED_TOTAL if tense == "total" else STATED_AVERAGE
    label = told(name=indicator.name, plan=indicator.plan.name, value=written(figure))
    number = made.state(
        Statement("figure", indicator, figure.name_span, label, variable, figure, quantity=figure.quantity), "target"
    )
    made.system.bound({variable: _ONE}, bounds, number, printed=as_printed(figure))
    return True


def whole_variable(made: Collected, indicator: Indicator, tense: str) -> int:
    """The variable of an indicator's total or average over the period."""
    key = Key(id(indicator), tense, "cumulative", None, dimension_of(unit_of(indicator)), (), "")
    known = made.keys.get(key)
    if known is None:
        told = Variable(indicator.name, indicator.plan, None, unit_of(indicator), tense)
        known = made.keys[key] = made.system.vary(told)
    return known


def years_of(indicator: Indicator) -> range | None:
    """The years of the plan's period, the first and the last among them; None where it states none."""
    period = growth_period(indicator) if indicator.plan.first_year is not None else None
    return None if period is None else range(period[0] + 1, period[1] + 1)


def _times(made: Collected, indicator: Indicator) -> None:
    """The total is the average times the years."""
    years = years_of(indicator)
    if years:
        label = STATED_TIMES(name=indicator.name, years=len(years))
        average, total = (whole_variable(made, indicator, one) for one in ("average", "total"))
        statement = Statement("times", indicator, indicator.name_span, label, ends=(average, total), years=len(years))
        number = made.system.state(statement)
        made.system.bound({total: _ONE, average: -Fraction(len(years))}, Interval.at(_ZERO), number)


def is_flow(indicator: Indicator) -> bool:
    """Whether its values of years surely add up: said to be of the year (时点：当年), or named like that."""
    unit, timing = unit_of(indicator), indicator.timing
    if unit is None or unit.kind not in _SUMMED or any(word in indicator.name for word in _STANDING):
        return False
    return timing in _IN_YEAR if timing else any(word in indicator.name for word in _FLOWS)


def add_sum(made: Collected, indicator: Indicator) -> bool:
    """The total is the sum of the years; what is not stated is at least 0 where it cannot be less.

    False where the period is not known. A year with a target and an actual value may be meant either way: it
    counts as not stated.
    """
    years = years_of(indicator)
    if not years:
        return False
    total = whole_variable(made, indicator, "total")
    key = ("sum", total)
    if key in made.tied:
        return True
    made.tied.add(key)
    label = STATED_SUM(name=indicator.name, first=years[0], last=years[-1])
    parts = [_year(made, indicator, year) for year in years]
    statement = Statement("sum", indicator, indicator.name_span, label, relation=(parts, total))
    number = made.system.state(statement)
    made.system.bound({**dict.fromkeys(parts, _ONE), total: -_ONE}, Interval.at(_ZERO), number)
    if not any(word in indicator.name for word in _EITHER_SIGN):
        for part in parts:
            made.system.bound({part: _ONE}, Interval(_ZERO), number)
    return True


def _year(made: Collected, indicator: Indicator, year: int) -> int:
    tenses = {
        one.tense
        for one in indicator.figures
        if one.basis == "point" and one.year == year and one.tense in {"actual", "target"} and not apart(one)
    }
    if len(tenses) > 1:
        return made.system.vary(Variable(indicator.name, indicator.plan, year, unit_of(indicator)))
    return made.point(indicator, next(iter(tenses), "target"), year)


# ---- multiples


def _multiple(made: Collected, indicator: Indicator, figure: Figure) -> None:
    """翻一番: twice the baseline; at least that where more is better, or where 以上 says so."""
    multiple, period = figure.multiple, growth_period(indicator)
    assert multiple is not None
    year = multiple.year or (period[0] if period is not None else None)
    base = base_of(indicator, year) if year is not None else None
    stated = figure.statement
    if year is None or stated is None or figure.year is None or figure.year <= year or apart(figure):
        return
    if not starts_alike(indicator, year, stated.price):
        return
    start = made.variable(key_of(base) if base is not None else plain_key(indicator, "actual", year), indicator)
    end = made.point(indicator, figure.tense, figure.year)
    label = STATED_MULTIPLE(
        name=indicator.name, plan=indicator.plan.name, year=figure.year, value=figure.in_words, base=year
    )
    statement = Statement(
        "multiple", indicator, figure.name_span, label, figure=figure, ends=(start, end), reached=(end,)
    )
    number = made.state(statement, "target")
    least = Fraction(multiple.factor)
    factor = Interval(least, None if multiple.more or indicator.direction == "higher" else least)
    grow(made.system, (start, end), factor, number)
    if (year, figure.year) == period:
        # Where growth of the period is compared, this is what it comes to.
        statement.factor = factor_variable(made, indicator, period, stated.price)
        made.system.bound({statement.factor: _ONE}, factor, number)
