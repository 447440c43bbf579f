"""A value that nothing of its kind can have: a share of 108 %, an income in 亿元, square kilometres as 公里."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import certainly_below, slipped, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.lexicon import Known, orders, thing_dimension
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure

_FAR = 3
#: Dimensions that a thing has one of.
_MEASURES = frozenset({"长度", "面积", "功率"})
_PHYSICAL = frozenset({"长度", "面积", "功率", "质量", "体积", "电量", "标准煤"})
#: Where the thing behind a figure ends: 1000公里建成区达到海绵城市要求.
_VERB = re.compile("达到|实现|完成|建成(?!区)|纳入|得到|全部|建设(?!用地)")
_AMOUNTS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.AVERAGE)
_PER = {"每百万": 10**6, "每十万": 10**5, "每万": 10**4, "每千": 10**3}


def find_bounds(reading: Reading) -> Iterator[Conflict]:
    """Values beyond what their indicator is bounded by, by definition or by the order of magnitude."""
    for row in reading.statements:
        if row.measure not in _AMOUNTS and not _thing_of(row):
            continue
        kind = _kind(row)
        if kind:
            said = {"indicator": row.name or row.counted, "value": words_of(reading, row), "other": ""}
            yield Conflict(kind, row.start, row.end, said, (), row.last_year or 0, row.last_year or 0)


def find_orders(reading: Reading) -> Iterator[Conflict]:
    """Values larger than what they are a part of by their names: 税收收入 above 生产总值."""
    levels: dict[tuple[str, str, int | None, str], Stated] = {}
    for row in reading.statements:
        if row.measure is Measure.LEVEL and row.exact and row.last_year is not None and row.table < 0:
            levels.setdefault((row.key, row.area, row.last_year, row.unit and _dimension(row)), row)
    for larger, smaller in orders():
        for (key, area, year, dimension), row in levels.items():
            whole = levels.get((larger, area, year, dimension)) if key in smaller else None
            if whole is not None and certainly_below(whole, row) and slipped(whole, row):
                said = {"indicator": whole.name, "value": words_of(reading, whole), "other": words_of(reading, row)}
                places = (place_of(reading, row),)
                yield Conflict("unit_slip", whole.start, whole.end, said, places, year or 0, year or 0)


def _dimension(row: Stated) -> str:
    unit = row.measured_in
    return unit.dimension if unit is not None else ""


def _thing_of(row: Stated) -> str:
    """What kind of measure the thing behind the figure has."""
    return thing_dimension(_VERB.split(row.counted, maxsplit=1)[0])


def _kind(row: Stated) -> str:
    unit = row.measured_in
    if unit is None:
        return ""
    dimension = _thing_of(row)
    if dimension and unit.dimension in _MEASURES and unit.dimension != dimension:
        return "unit_misfit"
    if _is_of_other_kind(row):
        return "unit_misfit"
    if row.vague or row.flow or row.measure is not Measure.LEVEL:
        return ""
    if _is_beyond(row, row.known):
        return "out_of_range"
    if row.known is not None and row.exact and row.known.usual is not None and _is_far(row, row.known):
        return "unit_misfit"
    return "unit_misfit" if _is_more_than_all(row) else ""


def _is_beyond(row: Stated, known: Known | None) -> bool:
    """Whether a share lies outside of what a share can be."""
    value, mine = value_of(row), row.measured_in
    if known is None or value is None or mine is None:
        return False
    if known.kind == "ratio" and mine.kind is UnitKind.RATIO:
        factor = Fraction(1, 100)
    elif known.unit is not None and row.exact and known.unit.dimension == mine.dimension:
        factor = Fraction(known.unit.factor)
    else:
        return False
    above = known.most is not None and value > Fraction(str(known.most)) * factor
    return above or (known.least is not None and value < Fraction(str(known.least)) * factor)


def _is_of_other_kind(row: Stated) -> bool:
    """Whether it is measured in what its name is not: 高速公路通车里程 in 平方公里."""
    unit = row.measured_in
    if unit is None or unit.dimension not in _MEASURES or row.follows >= 0:
        return False
    known = row.known.unit if row.known is not None and row.exact else None
    if known is not None:
        return known.kind is UnitKind.AMOUNT and known.dimension in _PHYSICAL and known.dimension != unit.dimension
    dimension = thing_dimension(row.key)
    return bool(dimension) and dimension != unit.dimension


def _is_far(row: Stated, known: Known) -> bool:
    """Whether a value is far beyond the range that its indicator has anywhere."""
    value, unit, mine = value_of(row), known.unit, row.measured_in
    if value is None or unit is None or mine is None or unit.dimension != mine.dimension or known.usual is None:
        return False
    low, high = (Fraction(str(bound)) * unit.factor for bound in known.usual)
    return value * _FAR < low or value > high * _FAR


def _is_more_than_all(row: Stated) -> bool:
    """Whether there is more than one for each of so many people: 每万名老人拥有床位22万张."""
    unit, value = row.measured_in, value_of(row)
    if unit is None or value is None or unit.kind is not UnitKind.COUNT:
        return False
    return any(row.name.startswith(word) and value > people for word, people in _PER.items())
