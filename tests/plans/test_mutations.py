"""Take any one thing out of the zone plan: the right finding appears, and no other declaration is blamed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.source import name_key
from tests.plans.conftest import PLANS, Found
from tests.plans.mutations import Mutation, declarations, mutations

ZONE = next((PLANS / "zhengzhou-etdz").glob("*.plan"))
TEXT = ZONE.read_text(encoding="utf-8")
#: A change of these says nothing that a rule of the model looks at.
SILENT = {"原文", "来源", "说明", "旨在", "角色", "贯彻", "时间", "主体", "收到", "轮次", "材料", "内容", "结果", "日期"}


@pytest.fixture(scope="module")
def whole(findings: Callable[[Path, str], Found]) -> Found:
    return findings(ZONE, TEXT)


def mentioning(name: str) -> set[tuple[str, str]]:
    """Every declaration that names `name`, and those that these name in turn."""
    key = name_key(name)
    return {(d.kind, d.name.text) for d in declarations(TEXT) if key in name_key(TEXT[d.start : d.end])}


def around(mutation: Mutation) -> set[tuple[str, str]]:
    """The declarations that an edit may put in another light: itself, who names it and whom it names, the plan."""
    own = next(d for d in declarations(TEXT) if (d.kind, d.name.text) == (mutation.kind, mutation.name))
    words = name_key(TEXT[own.start : own.end])
    named = {(d.kind, d.name.text) for d in declarations(TEXT) if len(d.name.text) > 1 and name_key(d.name.text) in words}
    return mentioning(mutation.name) | named | {(mutation.kind, mutation.name)}


def expected(mutation: Mutation) -> set[tuple[str, str, str]]:
    """What must come up for an edit, where only one thing can be right."""
    about = (mutation.kind, mutation.name)
    own = next(d for d in declarations(TEXT) if (d.kind, d.name.text) == about)
    words = {field.word for field in own.fields}
    overall = any(f.word == "类型" and "总目标" in TEXT[f.start : f.end] for f in own.fields)
    match mutation.what, mutation.kind, mutation.field:
        case "field", "goal", "上级目标":
            return {("PC205", *about)}
        case "field", "goal", "衡量指标" if not overall:
            return {("PC202", *about)}
        case "field", "measure", "支撑" if "上级举措" not in words and "工程" not in mutation.name:
            return {("PC201", *about)}
        case "field", "indicator", "2020年" if "列入指标表" not in words:
            return {("PC301", *about)}
        case "field", "indicator", "2025年":
            return {("PC302", *about)}
        case "field", "indicator", "属性":
            return {("PC304", *about)}
        case "count", "plan", "指标数":
            return {("PC305", *about)}
        case "count", "part", "章数":
            return {("PC105", *about)}
        case "declaration", "chapter", _:
            return {("PC105", "plan", "郑州经开区十四五")}
        case _:
            return set()


CASES = [m for m in mutations(TEXT) if m.field not in SILENT]


@pytest.mark.parametrize("mutation", CASES, ids=lambda m: f"{m.what}-{m.kind}-{m.name}-{m.field}")
def test_one_thing_changed(mutation: Mutation, findings: Callable[[Path, str], Found], whole: Found) -> None:
    found = findings(ZONE, mutation.text)
    new = found - whole
    assert "PC101" not in {code for code, _, _ in new}
    assert expected(mutation) <= set(new)
    blamed = {(kind, name) for _, kind, name in new}
    near = around(mutation)
    strangers = {(kind, name) for kind, name in blamed if (kind, name) not in near and kind != "plan"}
    assert {name.split("·")[0] for _, name in strangers} <= {name for _, name in near}
    cleared = {(kind, name) for _, kind, name in whole - found}
    assert cleared <= near | {("plan", "郑州经开区十四五")}


@pytest.mark.parametrize("mutation", [m for m in mutations(TEXT) if m.field in SILENT], ids=lambda m: f"{m.name}-{m.field}")
def test_what_no_rule_of_the_model_looks_at(
    mutation: Mutation, findings: Callable[[Path, str], Found], whole: Found
) -> None:
    new = findings(ZONE, mutation.text) - whole
    assert {code for code, _, _ in new} <= {"PC103"}
