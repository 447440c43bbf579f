"""The 目标举措指标 sheet: goals with what serves and measures them, holes named."""

from __future__ import annotations

from checker.graph import PlanGraph
from checker.model import Plan
from checker.write.goal_rows import GoalRow, goal_rows
from checker.write.workbook import SheetColumn, SheetTable

_NOTE = "注：空着的，由下级目标的举措、指标支撑、衡量；“缺”指自己和下级目标都没有。"
_DEEPER = "　"
_DEEPEST = 6


def goal_sheets(plan: Plan, graph: PlanGraph) -> list[SheetTable]:
    """The sheet; none for a plan without goals."""
    rows = [
        (
            str(number),
            _DEEPER * min(row.depth, _DEEPEST) + row.goal.name,
            "、".join(one.name for one in row.measures),
            "、".join(one.name for one in row.indicators),
            _lacking(row),
        )
        for number, row in enumerate(goal_rows(plan, graph), 1)
    ]
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("目标",), 34, left=True),
        SheetColumn(("举措",), 46, left=True),
        SheetColumn(("指标",), 46, left=True),
        SheetColumn(("缺",), 12),
    )
    return [SheetTable("目标举措指标", f"{plan.name}目标、举措、指标对应表", columns, rows, [_NOTE])] if rows else []


def _lacking(row: GoalRow) -> str:
    return "、".join(word for word, lacks in (("举措", row.unserved), ("指标", row.unmeasured)) if lacks)
