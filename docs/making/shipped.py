"""The plans that ship with plancheck, as a table."""

from __future__ import annotations

from checker.model import Indicator, Plan, build_plan, parse_plan
from checker.model.words import LEVELS
from checker.source import read_source
from checker.workspace.shipped import shipped_plans
from docs.making.markdown import code, table


def shipped_table() -> str:
    """Each shipped plan by the name that `shipped` takes; the folders with a configuration of their own are made up."""
    files = [path for path in shipped_plans().values() if not (path.parent / "plancheck.toml").exists()]
    plans = [(path.stem, build_plan(parse_plan(read_source(path, path.name)))) for path in files]
    rows = [
        _row(name, plan) for name, plan in sorted(plans, key=lambda one: (_first_year(one[1]), one[0]), reverse=True)
    ]
    return table(("名称", "全称", "层级", "规划期", "指标"), rows)


def _row(name: str, plan: Plan) -> tuple[str, ...]:
    level = next((choice.zh[0] for choice in LEVELS if choice.en == plan.level), "")
    count = sum(isinstance(one, Indicator) for one in plan.elements)
    period = str(plan.period) if plan.period is not None else ""
    return code(name), plan.full_name or plan.name, level, period, str(count)


def _first_year(plan: Plan) -> int:
    return plan.period.first.year if plan.period is not None else 0
