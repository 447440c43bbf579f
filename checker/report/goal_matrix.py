"""目标×举措×指标 on a page: the rows of the sheet 目标举措指标, its holes marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View
from checker.write.goal_rows import GoalRow, goal_rows

KEY = "goals/matrix"
_SIZE = 300
#: Of a kind in one cell; the page of the goal has all.
_SHOWN = 12
_DEEPEST = 4


def matrix_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The table, in pages where it is long: the goals of the plans that the report is about."""
    rows = [(plan, row) for plan in material.own_plans for row in goal_rows(plan, material.graph(plan))]
    keys = list_keys(KEY, len(rows), _SIZE)
    for number, some in cut(rows, _SIZE):
        view = View(material, page_key(KEY, number))
        groups = [
            {"plan": plan.name, "rows": [_row(View(material, view.here, plan), row) for _, row in members]}
            for plan, members in groupby(some, itemgetter(0))
        ]
        body = templates.body(
            "goal_matrix.html",
            groups=groups,
            total=len(rows),
            unserved=sum(row.unserved for _, row in rows),
            unmeasured=sum(row.unmeasured for _, row in rows),
            pages=turns(view, keys),
        )
        yield Page(view.here, "Goals, measures, indicators" if material.lang == "en" else "目标、举措、指标", body)


def _row(view: View, row: GoalRow) -> dict[str, Any]:
    return {
        "ref": view.ref(row.goal),
        "depth": min(row.depth, _DEEPEST),
        "measures": view.refs(row.measures[:_SHOWN]),
        "more_measures": len(row.measures) - len(row.measures[:_SHOWN]),
        "indicators": view.refs(row.indicators[:_SHOWN]),
        "more_indicators": len(row.indicators) - len(row.indicators[:_SHOWN]),
        "unserved": row.unserved,
        "unmeasured": row.unmeasured,
    }
