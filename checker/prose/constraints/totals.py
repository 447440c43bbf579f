"""What is told of each year against what is told of all years together: 年均60万人, 五年累计250万人."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import range_of
from checker.prose.constraints.conflict import Conflict, place_of, times_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import Interval, UnitKind
from checker.statement import Measure, Origin

_ONE = Fraction(1)
_FEWEST_YEARS = 2
_MOST_YEARS = 15

Key = tuple[object, ...]


def find_totals(reading: Reading) -> Iterator[Conflict]:
    """Yearly figures that do not come to the figure of all years."""
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
