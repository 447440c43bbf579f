"""衔接对照: what upper plans have beside what a plan has, the rows that `plancheck table 衔接对照` writes.

What nobody answers stands first; what is only proposed is told apart from what the plan says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.engine.aligning import align
from checker.model import Plan
from checker.report.material import Material
from checker.report.view import Ref, View
from checker.write.alignment_rows import AlignmentRow, alignment_rows

#: In the order of a reader's need; what a plan has alone is only counted.
_ORDER = ("open", "proposed", "carried", "refused", "not_set")
#: Of a plan, on one page; the sheet has all.
_LISTED = 300


def compared(view: View) -> list[dict[str, Any]]:
    """A table for each plan that the report is about and that stands under another."""
    tables = []
    for plan in view.material.own_plans:
        facts = view.material.facts(plan)
        rows = alignment_rows(align(facts, plan), view.material.level(plan), view.material.lang)
        beside = sorted((row for row in rows if row.standing in _ORDER), key=lambda row: _ORDER.index(row.standing))
        if beside:
            tables.append(
                {
                    "plan": plan.name,
                    "rows": list(_rows(view, plan, beside[:_LISTED])),
                    "more": len(beside) - len(beside[:_LISTED]),
                    "open": sum(row.standing == "open" for row in beside),
                    "alone": len(rows) - len(beside),
                }
            )
    return tables


def _rows(view: View, plan: Plan, rows: list[AlignmentRow]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            "told": row,
            "upper": _ref(view.material, view, row.upper_plan, row.upper),
            "own": _ref(view.material, view, plan.name, row.own),
        }


def _ref(material: Material, view: View, plan: str, name: str) -> Ref:
    element = material.named(plan, "indicator", name)
    return Ref(name, material.href(view.here, element) if element is not None else None)
