"""Percent and percentage points: what is told in % rises by 个百分点, an amount by %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import value_of
from checker.prose.constraints.conflict import Conflict, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure

_ABOVE = re.compile(
    "(?:分别)?(?:高于|快于|高出|领先于?|低于|慢于|落后于?|不及)(?:全国|全省|全市|全区|同期|平均|水平|增速|规划|计划|目标|要求|预期|任务|、|和)+"
)
#: Behind a figure that is what the others have or want themselves: 高于全省5.5%左右的预期目标.
_THEIRS = re.compile("(?:以上|左右|以内)?的")
#: Right behind the name of a ratio: how high it stands, and not by how much it has changed.
_STANDS = re.compile(
    "(?:已|均|将|稳定|力争|预计|总体|平均)*"
    "(?:(?:提[高升]|上升|降低?|下降|控制|稳定|保持|维持)(?:到|至|在)|达到?|到|为|是|超过?|突破|不低于|不高于)(?:约|近|超)?[0-9]"
)
#: A ratio that is told against that of others; a gap wider than this is no gap but what the others have.
_GAP = re.compile(f"(?:增[速幅]|[^比]率|[比占]重|占比|比例){_ABOVE.pattern}$")
_WIDEST = Fraction(4, 100)
_TURNS = (Measure.CHANGE, Measure.GROWTH)


def find_points(reading: Reading) -> Iterator[Conflict]:
    """Changes of a ratio told in %, and of an amount told in 百分点."""
    rows = reading.statements
    levels = {edge.second: rows[edge.first] for edge in reading.edges if edge.kind == "change"}
    for number, row in enumerate(rows):
        unit = row.measured_in
        if (
            unit is not None
            and unit.kind is UnitKind.RATIO
            and _is_gap(reading, row, rows[number - 1] if number else None)
        ):
            said = {"indicator": row.name, "value": words_of(reading, row), "wanted": "个百分点"}
            yield Conflict("percent_point", row.start, row.end, said)
            continue
        if unit is not None and unit.kind is UnitKind.POINTS and _stands(reading, row):
            said = {"indicator": row.name, "value": words_of(reading, row), "wanted": "%"}
            yield Conflict("percent_point", row.start, row.end, said)
            continue
        if unit is None or row.table >= 0 or row.measure not in _TURNS or not row.rises or row.each:
            continue
        wanted = _wanted(row, unit.kind, levels.get(number))
        if wanted:
            said = {"indicator": row.name, "value": words_of(reading, row), "wanted": wanted}
            yield Conflict("percent_point", row.start, row.end, said)


def _is_gap(reading: Reading, row: Stated, last: Stated | None) -> bool:
    """Whether it tells how far a percentage lies above that of others: 增长5.8%、高于全国0.8%; 增幅高于全国0.7%."""
    if _THEIRS.match(reading.document.source.text, row.end):
        return False
    if _GAP.search(row.name) and (value_of(row) or _WIDEST) < _WIDEST:
        return True
    if last is None or last.sentence != row.sentence or last.passage != row.passage or last.unit != "%":
        return False
    return row.follows < 0 and _ABOVE.fullmatch(row.name) is not None


def _stands(reading: Reading, row: Stated) -> bool:
    """Whether it tells how high a ratio is: 森林覆盖率超过25个百分点."""
    ratio = row.known is not None and row.known.kind == "ratio" and row.known.most is not None
    if not ratio or row.table >= 0 or row.follows >= 0 or row.rises:
        return False
    return _STANDS.match(reading.document.source.text, row.named_to, row.end) is not None


def _wanted(row: Stated, kind: UnitKind, level: Stated | None) -> str:
    """The unit that the change should have, "" where it has it or nobody knows."""
    if kind is UnitKind.RATIO:
        told = level.measured_in if level is not None and level.measure is Measure.LEVEL else None
        of_ratio = told is not None and told.kind is UnitKind.RATIO
        by_name = (
            level is None and row.known is not None and row.known.kind == "ratio" and not row.vague and row.flow != "of"
        )
        return "个百分点" if of_ratio or by_name else ""
    if kind is UnitKind.POINTS and level is not None and row.measure is Measure.GROWTH and row.follows >= 0:
        told = level.measured_in
        if told is not None and told.kind in (UnitKind.AMOUNT, UnitKind.COUNT) and not level.sets_out:
            return "%"  # 完成产值120亿元，增长8.4个百分点
    amount = row.known is not None and row.exact and row.known.kind in ("amount", "count")
    return "%" if kind is UnitKind.POINTS and amount and not row.key.endswith(("增速", "比重", "率")) else ""
