"""What is said of several years at once: totals over the period (累计), averages a year, multiples of a baseline.

A total is the sum of the years only for what is reckoned year by year (investment, revenue), never for what
stands at a year's end (companies, population): of those 累计 counts what is added. An average a year in the
indicator's own unit times the years is the total in any case.
"""

from __future__ import annotations

from fractions import Fraction

from checker.messages.solve import STATED_AVERAGE, STATED_MULTIPLE, STATED_SUM, STATED_TIMES, STATED_TOTAL
from checker.quantity import Interval, UnitKind
from checker.solve.bounds import Key, bounds_of
from checker.solve.collect import (
    Collected,
    as_printed,
    base_of,
    factor_variable,
    grow,
    starts_alike,
    written,
)
from checker.solve.formula import dimension_of
from checker.solve.given import Subject, Value
from checker.statement import Measure, prices_meet

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
    """Add totals, averages and multiples of all subjects."""
    for subject, values in enumerate(made.values):
        if values:
            _add(made, subject, values)


def _add(made: Collected, subject: int, values: list[Value]) -> None:
    """What is reckoned year by year has totals that are sums; an average ties them even where no total is told."""
    for value in values:
        if value.multiple is not None and value.basis == "point":
            _multiple(made, value)
    told = {"total": 0, "average": 0}
    for kind in told:
        for value in values:
            if _kind_of(value) == kind:
                told[kind] += _whole(made, value, kind)
    if not any(told.values()):
        return
    flow = is_flow(made.given.subjects[subject])
    if told["average"] and (told["total"] or flow):
        _times(made, subject)
    if flow:
        add_sum(made, subject)


def _kind_of(value: Value) -> str | None:
    """Whether it is a total or an average over the period."""
    statement = value.statement if value.tense == "target" and value.basis != "point" else None
    kinds = {Measure.CUMULATIVE: "total", Measure.AVERAGE: "average"}
    return None if statement is None else kinds.get(statement.measure)


# ---- totals and averages


def _whole(made: Collected, value: Value, tense: str) -> bool:
    """A total or an average as a figure; False where it bounds nothing or is of another kind."""
    subject = made.given.subjects[value.subject]
    bounds, unit = bounds_of(value), subject.unit
    alike = unit is not None and value.unit is not None and unit.dimension == value.unit.dimension
    if bounds is None or not alike or value.remarks or value.unit is None or value.unit.kind not in _SUMMED:
        return False
    statement = value.statement
    if statement is None or not prices_meet(statement.price, subject.price):
        return False
    variable = whole_variable(made, value.subject, tense)
    told = STATED_TOTAL if tense == "total" else STATED_AVERAGE
    label = told(name=subject.name, plan=made.given.document_of(value.subject).name, value=written(value))
    figure = made.told(
        "figure", value.subject, value.span, label, variable=variable, value=value, quantity=value.quantity
    )
    made.system.bound({variable: _ONE}, bounds, made.state(figure, "target"), printed=as_printed(value))
    return True


def whole_variable(made: Collected, subject: int, tense: str) -> int:
    """The variable of a subject's total or average over the period."""
    unit = made.given.subjects[subject].unit
    return made.variable(Key(subject, tense, "cumulative", None, dimension_of(unit), (), ""))


def years_of(made: Collected, subject: int) -> range | None:
    """The years of the document's period, the first and the last among them; None where it states none."""
    period = made.given.subjects[subject].period
    if period is None or made.given.document_of(subject).first_year is None:
        return None
    return range(period[0] + 1, period[1] + 1)


def _times(made: Collected, number: int) -> None:
    """The total is the average times the years."""
    years, subject = years_of(made, number), made.given.subjects[number]
    if years:
        label = STATED_TIMES(name=subject.name, years=len(years))
        average, total = (whole_variable(made, number, one) for one in ("average", "total"))
        statement = made.told("times", number, subject.span, label, ends=(average, total), years=len(years))
        said = made.system.state(statement)
        made.system.bound({total: _ONE, average: -Fraction(len(years))}, Interval.at(_ZERO), said)


def is_flow(subject: Subject) -> bool:
    """Whether its values of years surely add up: said to be of the year (时点：当年), or named like that."""
    unit, timing = subject.unit, subject.timing
    if unit is None or unit.kind not in _SUMMED or any(word in subject.name for word in _STANDING):
        return False
    return timing in _IN_YEAR if timing else any(word in subject.name for word in _FLOWS)


def add_sum(made: Collected, number: int) -> bool:
    """The total is the sum of the years; what is not stated is at least 0 where it cannot be less.

    False where the period is not known. A year with a target and an actual value may be meant either way: it
    counts as not stated.
    """
    years, subject = years_of(made, number), made.given.subjects[number]
    if not years:
        return False
    total = whole_variable(made, number, "total")
    key = ("sum", total)
    if key in made.tied:
        return True
    made.tied.add(key)
    label = STATED_SUM(name=subject.name, first=years[0], last=years[-1])
    parts = [_year(made, number, year) for year in years]
    said = made.system.state(made.told("sum", number, subject.span, label, relation=(parts, total)))
    made.system.bound({**dict.fromkeys(parts, _ONE), total: -_ONE}, Interval.at(_ZERO), said)
    if not any(word in subject.name for word in _EITHER_SIGN):
        for part in parts:
            made.system.bound({part: _ONE}, Interval(_ZERO), said)
    return True


def _year(made: Collected, subject: int, year: int) -> int:
    tenses = {
        one.tense
        for one in made.values[subject]
        if one.basis == "point" and one.year == year and one.tense in {"actual", "target"} and not one.remarks
    }
    if len(tenses) > 1:
        return made.system.vary(made.varying(subject, year))
    return made.point(subject, next(iter(tenses), "target"), year)


# ---- multiples


def _multiple(made: Collected, value: Value) -> None:
    """翻一番: twice the baseline; at least that where more is better, or where 以上 says so."""
    number, multiple = value.subject, value.multiple
    subject = made.given.subjects[number]
    period = subject.period
    assert multiple is not None
    year = multiple.year or (period[0] if period is not None else None)
    base = base_of(made, number, year) if year is not None else None
    stated = value.statement
    if year is None or stated is None or value.year is None or value.year <= year or value.remarks:
        return
    if not starts_alike(made, number, year, stated.price):
        return
    start = made.variable(made.key_of(base)) if base is not None else made.point(number, "actual", year)
    end = made.point(number, value.tense, value.year)
    plan = made.given.documents[subject.document].name
    label = STATED_MULTIPLE(name=subject.name, plan=plan, year=value.year, value=value.in_words, base=year)
    statement = made.told("multiple", number, value.span, label, value=value, ends=(start, end), reached=(end,))
    said = made.state(statement, "target")
    least = Fraction(multiple.factor)
    factor = Interval(least, None if multiple.more or subject.direction == "higher" else least)
    grow(made.system, (start, end), factor, said)
    if (year, value.year) == period:
        # Where growth of the period is compared, this is what it comes to.
        statement.factor = factor_variable(made, number, period, stated.price)
        made.system.bound({statement.factor: _ONE}, factor, said)
