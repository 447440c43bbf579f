"""Percent and percentage points: what is told in % rises by 个百分点, an amount by %."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        if unit is None or row.table >= 0 or row.measure not in _TURNS or not row.rises or row.each:
            continue
        wanted = _wanted(row, unit.kind, levels.get(number))
        if wanted:
            said = {"indicator": row.name, "value": words_of(reading, row), "wanted": wanted}
            yield Conflict("percent_point", row.start, row.end, said)


def _is_gap(reading: Reading, row: Stated, last: Stated | None) -> bool:
    """Whether it tells how far a percentage lies above that of others: 增长5.8%、高于全国0.8%."""
    if last is None or last.sentence != row.sentence or last.passage != row.passage or last.unit != "%":
        return False
    if _THEIRS.match(reading.document.source.text, row.end):
        return False
    return row.follows < 0 and _ABOVE.fullmatch(row.name) is not None


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
