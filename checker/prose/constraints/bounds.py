"""A value that nothing of its kind can have: a share of 108 %, an income in 亿元, square kilometres as 公里."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import certainly_below, slipped, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.lexicon import Known, by_ending, orders, thing_dimension
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure

_ALL_OF = 100
_SHORTEST = 3
#: Dimensions that a thing has one of.
_MEASURES = frozenset({"长度", "面积", "功率"})
_FLAT = ("长度", "面积")
#: Where the thing behind a figure ends: 1000公里建成区达到海绵城市要求.
_VERB = re.compile("达到|实现|完成|建成(?!区)|纳入|得到|全部|建设(?!用地)")
_AMOUNTS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.AVERAGE)
#: A share of these may be more than all: 占年度计划的112%.
_MAY_PASS = re.compile(
    "占[^占]*(?:计划|任务|目标|年度|全年|年初|预算$|同期|上年|去年|需求|设计|额度|进度|产能|能力|标准)"
)
#: What there is only whole of, and where a figure tells how many there are of it for each of something.
_WHOLE = frozenset("人户家所座名辆艘架件项条只株宗起")
_FOR_EACH = re.compile("[每均]|率|比|密度|强度|指数|系数|当量|相当于|折合|倍|万人|拥有量")
_PER = {"每百万": 10**6, "每十万": 10**5, "每万": 10**4, "每千": 10**3}


def find_bounds(reading: Reading) -> Iterator[Conflict]:
    """Values beyond what their indicator is bounded by, or of another kind than it."""
    for row in reading.statements:
        if row.measure not in _AMOUNTS and not _thing_of(row):
            continue
        kind = _kind(reading, row)
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


def _kind(reading: Reading, row: Stated) -> str:
    unit = row.measured_in
    if unit is None:
        return ""
    dimension = _thing_of(row)
    if dimension and unit.dimension in _MEASURES and unit.dimension != dimension:
        return "unit_misfit"
    if _is_of_other_kind(row) or _is_more_than_all(row) or _is_in_pieces(reading, row):
        return "unit_misfit"
    if row.measure is Measure.LEVEL and _is_share_above_all(row):
        return "out_of_range"
    if row.vague or row.flow or row.measure is not Measure.LEVEL:
        return ""
    return "out_of_range" if _is_beyond(row, row.known) else ""


def _is_share_above_all(row: Stated) -> bool:
    """Whether a share is told as more than all, be its name ever so short: 签约率103%, 占支出的178%."""
    unit, value = row.measured_in, value_of(row)
    if unit is None or value is None or unit.kind is not UnitKind.RATIO or value <= 1 or row.rises:
        return False
    if "占" in row.key[1:] and not row.key.endswith(("占比", "率")):
        return not _MAY_PASS.search(row.name) and not row.flow
    known = by_ending(row.key) if not row.exact and len(row.key) >= _SHORTEST else None
    return known is not None and known.most == _ALL_OF and known.kind == "ratio"


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
    if unit is None or row.follows >= 0:
        return False
    known = row.known.unit if row.known is not None and row.exact else None
    if known is not None and known.kind is UnitKind.RATIO:
        # 城镇化率达到70万人; what stands behind a name only in one clause may be of something else.
        is_told = row.moves or row.table >= 0
        return is_told and row.measure is Measure.LEVEL and unit.kind in (UnitKind.COUNT, UnitKind.AMOUNT)
    usual = row.known if row.exact and row.known is not None and row.known.usual is not None else None
    if usual is not None and usual.kind == "amount" and unit.kind is UnitKind.RATIO:  # 人均预期寿命达到81.5%
        return row.measure is Measure.LEVEL and (row.reaches or (row.moves and not row.rises))
    if unit.dimension == "体积":
        return thing_dimension(row.key) in _FLAT
    if unit.dimension not in _MEASURES:
        return False
    if known is not None:
        is_people = known.dimension == "人"
        return (known.kind is UnitKind.AMOUNT or is_people) and known.dimension != unit.dimension
    dimension = thing_dimension(row.key)
    return bool(dimension) and dimension != unit.dimension


def _is_more_than_all(row: Stated) -> bool:
    """Whether there is more than one for each of so many people: 每万名老人拥有床位22万张."""
    unit, value = row.measured_in, value_of(row)
    if unit is None or value is None or unit.kind is not UnitKind.COUNT:
        return False
    return any(row.name.startswith(word) and value > people for word, people in _PER.items())


def _is_in_pieces(reading: Reading, row: Stated) -> bool:
    """Whether a part of something is counted that there is only whole of: 城镇新增就业81.2人, 1.88所卫生院."""
    if row.unit not in _WHOLE or row.point is None or row.point.denominator == 1 or row.each or row.average:
        return False
    passage = reading.passages[row.passage]
    begin = reading.shapes[row.passage].between_stops(row.position)[0]
    return row.table < 0 and not _FOR_EACH.search(passage.text, begin, row.position)
