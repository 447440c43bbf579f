"""The 任务分工 sheet: measures by the office that answers for them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Measure, Plan
from checker.model.words import MEASURE_TYPES
from checker.source import name_key
from checker.write.workbook import SheetColumn, SheetTable

_UNOWNED = "（未写责任单位）"
_TYPES = {choice.en: choice.zh[0] for choice in MEASURE_TYPES}


@dataclass(frozen=True, slots=True)
class _Task:
    lead: str
    helping: str
    measure: Measure


def task_sheets(plan: Plan) -> list[SheetTable]:
    """The sheet; none for a plan without measures."""
    tasks = _by_lead([task for e in plan.elements if isinstance(e, Measure) for task in _tasks(e)])
    if not tasks:
        return []
    rows = [
        (
            task.lead,
            str(number),
            task.measure.name,
            _TYPES.get(task.measure.type or "", ""),
            _names(task.measure, "supports"),
            _names(task.measure, "chapters"),
            _deadline(task.measure),
            task.helping,
        )
        for number, task in enumerate(tasks, 1)
    ]
    columns = (
        SheetColumn(("责任单位",), 18, merged=True),
        SheetColumn(("序号",), 6),
        SheetColumn(("举措",), 38, left=True),
        SheetColumn(("类型",), 8),
        SheetColumn(("支撑目标",), 28, left=True),
        SheetColumn(("章",), 12),
        SheetColumn(("期限",), 12),
        SheetColumn(("配合单位",), 20, left=True),
    )
    return [SheetTable("任务分工", f"{plan.name}任务分工", columns, rows)]


def _tasks(measure: Measure) -> list[_Task]:
    """One row for each office in the lead; those that only support stand beside it."""
    helping = "、".join(owner.text for owner in measure.owners if "support" in owner.notes)
    leads = [owner.text for owner in measure.owners if "support" not in owner.notes] or [_UNOWNED]
    return [_Task(lead, helping, measure) for lead in leads]


def _by_lead(tasks: list[_Task]) -> list[_Task]:
    """Offices in the order that the plan first names them; what nobody answers for comes last."""
    order: dict[str, int] = {}
    for task in tasks:
        order.setdefault(name_key(task.lead), len(order))
    order[name_key(_UNOWNED)] = len(tasks)
    return sorted(tasks, key=lambda task: order[name_key(task.lead)])


def _names(measure: Measure, attr: str) -> str:
    return "、".join(r.path.parts[-1].text if r.path is not None else r.text for r in getattr(measure, attr))


def _deadline(measure: Measure) -> str:
    part = measure.written("deadline")
    return measure.source.text[part.values[0].start : part.values[-1].end] if part is not None else ""
