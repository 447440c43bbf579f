"""The sheets of 衔接对照: upper indicators beside own ones, and the other ties that are proposed, to be ticked.

What is ticked is brought back (`prose.alignment_table`, `write.update_alignment`).
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine.aligning import Alignment
from checker.write.alignment_rows import NOTHING, AlignmentRow, alignment_rows, other_rows
from checker.write.sheet_beside import beside_sheets
from checker.write.workbook import SheetColumn, SheetTable

_TICK = "采纳"
_NOTE = (
    "注：认可的在“采纳”一列打√，再用 plancheck align --from 导回；打√就是经人核定，不再标推断。"
    "“本级指标”“承接方式”可以改；上级有而本级不设的，在“对照”写不设、“说明”写理由，打√后记为不承接。"
)
_TOTALS = "总量不与上级的总量相比，“对照”空着；上级分解了数的，写份额。"
_HERE = "本规划"
_OTHERS = "注：认可的在“采纳”一列打√，再用 plancheck align --from 导回。"


def alignment_sheets(found: Alignment, level: str | None) -> list[SheetTable]:
    """The sheets for a plan of `level`; none where there is nothing to hold it against and nothing to propose."""
    rows, others = alignment_rows(found, level), other_rows(found)
    sheets = [_indicators(found, rows)] if any(row.upper for row in rows) else []
    sheets += [_others(found, others)] if others else []
    return [*sheets, *beside_sheets(found.plan)] if sheets else []


def _indicators(found: Alignment, told: Sequence[AlignmentRow]) -> SheetTable:
    rows = [
        (
            str(number),
            row.upper_plan or NOTHING,
            row.upper or NOTHING,
            row.nature or NOTHING,
            row.wanted or NOTHING,
            row.own,
            row.own_wanted or NOTHING,
            row.stands or NOTHING,
            row.mode,
            row.note,
            row.confidence,
            row.taken,
        )
        for number, row in enumerate(told, 1)
    ]
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("上位规划",), 13, left=True),
        SheetColumn(("上级指标",), 26, left=True),
        SheetColumn(("属性",), 9),
        SheetColumn(("目标",), 16),
        SheetColumn(("本级指标",), 26, left=True),
        SheetColumn(("本级目标",), 16),
        SheetColumn(("对照",), 10),
        SheetColumn(("承接方式",), 11),
        SheetColumn(("说明",), 36, left=True),
        SheetColumn(("把握",), 6),
        SheetColumn((_TICK,), 8),
    )
    notes = [_NOTE, _TOTALS, *(f"没有看的：{one.text()}" for one in found.unseen)]
    return SheetTable("衔接对照", f"{found.plan.name}与上位规划衔接对照", columns, rows, notes)


def _others(found: Alignment, told: Sequence[AlignmentRow]) -> SheetTable:
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("本级",), 34, left=True),
        SheetColumn(("关系",), 8),
        SheetColumn(("所在规划",), 16),
        SheetColumn(("所指",), 34, left=True),
        SheetColumn(("说明",), 46, left=True),
        SheetColumn(("把握",), 6),
        SheetColumn((_TICK,), 8),
    )
    rows = [
        (str(number), row.own, row.relation, row.upper_plan or _HERE, row.upper, row.note, row.confidence, "")
        for number, row in enumerate(told, 1)
    ]
    return SheetTable("目标举措", f"{found.plan.name}目标举措的承接、支撑、衡量（建议）", columns, rows, [_OTHERS])
