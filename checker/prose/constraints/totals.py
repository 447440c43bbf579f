"""What is told of each year against what is told of all years together: 年均60万人, 五年累计250万人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from checker.prose.constraints.compare import is_cap, is_floor, range_of, value_of
from checker.prose.constraints.conflict import Conflict, place_of, times_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import Interval, UnitKind
from checker.statement import Measure, Origin
from checker.statement.meeting import told_alike

_ONE = Fraction(1)
_FEWEST_YEARS = 2
_MOST_YEARS = 15
#: A level is no sum of what is told of each year if it is hardly more, and nothing is so many times as much.
_LEAST_TIMES, _MOST_TIMES = 2, 40
#: A floor for each year, which the sum of all may well be above: 每年不少于3万人.
_AT_LEAST = re.compile("不[少低小]于|至少")
#: How far two floors may be rounded away from each other.
_FLOOR_ROOM = Fraction(8, 100)

Key = tuple[object, ...]


def find_totals(reading: Reading) -> Iterator[Conflict]:
    """Yearly figures that do not come to the figure of all years."""
    yield from _told_together(reading)
    yearly: dict[Key, Stated] = {}
    for row in reading.statements:
        key = _key_of(row)
        if key is not None and _is_yearly(row):
            yearly.setdefault(key, row)
    told: set[Key] = set()
    for row in reading.statements:
        key = _key_of(row)
        each = yearly.get(key) if key is not None and _is_total(row) else None
        if each is None or key in told or (each.table >= 0 and row.table >= 0):
            continue
        given = _given(each, row)
        if given is not None and given.disjoint(range_of(row)):
            told.add(key)  # type: ignore[arg-type]  # a row without a key has no yearly one
            yield _conflict(reading, each, row)


def _told_together(reading: Reading) -> Iterator[Conflict]:
    """五年累计645亿元，年均129亿元: both stand beside each other under one name."""
    for number, (before, row) in enumerate(pairwise(reading.statements)):
        if (before.passage, before.sentence) != (row.passage, row.sentence) or row.table >= 0:
            continue
        if row.each or before.each:
            continue  # 每年分别为A、B、C
        each, total = (row, before) if _is_yearly(row) else (before, row)
        is_one = row.follows == number or (row.key != "" and row.key == before.key)
        if not is_one or not _is_yearly(each) or not _may_be_total(total) or not told_alike(each, total):
            continue
        years = _years_of(reading, each, total)
        if years and _are_apart(each, total, years):
            yield _conflict(reading, each, total)


def _may_be_total(row: Stated) -> bool:
    """Whether a figure beside a yearly one tells what that comes to: not what stands there at a time."""
    if row.average or row.sets_out or row.against or row.keeps or row.unit == "倍":
        return False
    unit = row.measured_in
    if unit is None or unit.kind in (UnitKind.RATIO, UnitKind.POINTS):
        return False
    return row.measure in (Measure.LEVEL, Measure.CUMULATIVE) and (not row.moves or row.count_of_years > 0)


def _years_of(reading: Reading, each: Stated, total: Stated) -> int:
    """Of how many years the two are told: as their sentence says, else all of the plan's; 0 where nobody knows."""
    told = total.count_of_years or each.count_of_years
    if told:
        return told
    first, last, period = _first_year(total), total.last_year, reading.frame.period
    if last is not None and first and first < last:
        return last - first + 1
    if period is None or not reading.frame.is_plan:
        return 0
    is_of_year = last is not None and total.period_from is Origin.SAID and last != period[1]
    return 0 if is_of_year else period[1] - period[0] + 1


def _are_apart(each: Stated, total: Stated, years: int) -> bool:
    """Whether so many years of the one cannot come to the other; what only stands there at a time is told apart."""
    yearly, whole = value_of(each), value_of(total)
    if not yearly or not whole or yearly < 0:
        return False
    is_sum = total.measure is Measure.CUMULATIVE or total.summed or total.count_of_years > 0 or total.flow != ""
    if not _LEAST_TIMES <= whole / yearly <= _MOST_TIMES and not (is_sum and whole / yearly <= _MOST_TIMES):
        return False
    given = range_of(each).scale(Fraction(years))
    if not is_floor(each) and not is_cap(each):
        return given.disjoint(range_of(total))
    # 年均4万人以上 of 20万人以上: two floors are held against each other as they are written.
    sum_of_all = yearly * years
    room = sum_of_all * _FLOOR_ROOM
    is_promise = each.said is not None and _AT_LEAST.match(each.said.printed) is not None
    return whole < sum_of_all - room or (whole > sum_of_all + room and not is_promise)


def _key_of(row: Stated) -> Key | None:
    unit = row.measured_in
    if not row.key or row.each or row.first_year is None or row.last_year is None or unit is None:
        return None
    first, place = _first_year(row), (row.passage, row.sentence) if row.vague else ()
    if row.period_from is Origin.DEFAULT or not _FEWEST_YEARS <= row.last_year - first + 1 <= _MOST_YEARS:
        return None
    # A name that is too vague to be compared is one with itself in one sentence.
    return row.key, row.area, first, row.last_year, unit.dimension, unit.kind is UnitKind.RATIO and row.rises, place


def _first_year(row: Stated) -> int:
    return row.spanned or row.first_year or 0


def _is_yearly(row: Stated) -> bool:
    return row.measure is Measure.AVERAGE or (row.measure is Measure.GROWTH and row.average)


def _is_total(row: Stated) -> bool:
    if row.measure is Measure.CUMULATIVE or _is_of_years(row):
        return not row.average
    return row.measure in (Measure.CHANGE, Measure.GROWTH) and row.summed and not row.average


def _is_of_years(row: Stated) -> bool:
    """Whether a level is told of several years beside it, and so of all of them: “十五五”期间完成造林100万亩."""
    return row.spanned > 0 and row.period_from is Origin.SAID and row.follows < 0 and row.flow != "of"


def _given(each: Stated, total: Stated) -> Interval | None:
    """What the yearly figure comes to in all years."""
    years = (total.last_year or 0) - _first_year(total) + 1
    value = range_of(each)
    if each.measure is Measure.AVERAGE:
        return value.scale(Fraction(years))
    unit = each.measured_in
    if unit is None or unit.kind is not UnitKind.RATIO:
        return value.scale(Fraction(years))
    factor = value + Interval.at(_ONE) if each.rises >= 0 else Interval.at(_ONE) - value
    if factor.low is None or factor.low <= 0:
        return None
    grown = factor.power(years) - Interval.at(_ONE)
    return grown if each.rises >= 0 else -grown


def _conflict(reading: Reading, each: Stated, total: Stated) -> Conflict:
    said = {"indicator": total.name or each.name, "value": words_of(reading, total), "other": words_of(reading, each)}
    places = (place_of(reading, each), *times_of(reading, total, each))
    return Conflict("yearly_total", total.start, total.end, said, places, total.first_year or 0, total.last_year or 0)
