"""Take any one thing out of the zone plan: the right finding appears, and no other declaration is blamed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.source import name_key
from checker.syntax import Declaration
from tests.plans.conftest import PLANS, Found
from tests.plans.mutations import Mutation, declarations, mutations

ZONE = next((PLANS / "zhengzhou-etdz").glob("*.plan"))
TEXT = ZONE.read_text(encoding="utf-8")
#: A change of these says nothing that a rule of the model looks at.
SILENT = {
    "原文",
    "来源",
    "说明",
    "旨在",
    "角色",
    "贯彻",
    "时间",
    "主体",
    "收到",
    "轮次",
    "材料",
    "内容",
    "结果",
    "日期",
}


@pytest.fixture(scope="module")
def whole(findings: Callable[[Path, str], Found]) -> Found:
    return findings(ZONE, TEXT)


def mentioning(names: set[str]) -> set[str]:
    """The declarations that name one of these, with those that are part of them, and so on."""
    keys = {name_key(name) for name in names}
    texts = {d.name.text: name_key(TEXT[d.start : d.end]) for d in declarations(TEXT)}
    found = {name for name, text in texts.items() if any(key in text for key in keys)}
    parts = {name for name, text in texts.items() if any(f"上级举措：{name_key(one)}" in text for one in found)}
    return found if parts <= found else mentioning(found | parts)


def around(mutation: Mutation) -> set[str]:
    """The declarations that an edit may put in another light: itself, who names it and whom it names."""
    own = own_declaration(mutation)
    written = name_key(TEXT[own.start : own.end])
    named = {d.name.text for d in declarations(TEXT) if len(d.name.text) > 1 and name_key(d.name.text) in written}
    inside = {child.name.text for child in own.children}
    return mentioning({mutation.name} | inside) | named | {mutation.name}


def own_declaration(mutation: Mutation) -> Declaration:
    """The declaration that is edited, as it was."""
    return next(d for d in declarations(TEXT) if (d.kind, d.name.text) == (mutation.kind, mutation.name))


def expected(mutation: Mutation) -> set[tuple[str, str, str]]:
    """What must come up for an edit, where only one thing can be right."""
    about = (mutation.kind, mutation.name)
    own = own_declaration(mutation)
    words = {field.word for field in own.fields}
    overall = any(f.word == "类型" and "总目标" in TEXT[f.start : f.end] for f in own.fields)
    match mutation.what, mutation.kind, mutation.field:
        case "field", "goal", "上级目标":
            return {("PC205", *about)}
        case "field", "goal", "衡量指标" if not overall:
            return {("PC202", *about)}
        case "field", "measure", "支撑" if "上级举措" not in words and "工程" not in mutation.name:
            return {("PC201", *about)}
        case "field", "measure", "上级举措" if "支撑" not in words:
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
    # Without its last baseline the table is told of once, as a whole, and its indicators no longer one by one.
    is_grouped = "PC312" in {code for code, _, _ in new}
    told_alone = {"PC301"} if is_grouped else set()
    assert {one for one in expected(mutation) if one[0] not in told_alone} <= set(new)
    near = around(mutation) | {"郑州经开区十四五"}
    # Whoever names what is gone says so; an indicator of a category that measures nothing any more does too, and a
    # step that came behind the one that is gone.
    elsewhere = {
        "PC103",
        *(["PC206"] if mutation.kind == "goal" else []),
        *(["PC808"] if mutation.kind == "procedure" else []),
    }
    blamed = {name for code, _, name in new if code not in elsewhere}
    assert {name.split("·")[0] for name in blamed} <= near
    # What names a goal that is gone may serve any: it is no orphan for sure.
    silent = told_alone | ({"PC201"} if mutation.kind == "goal" else set())
    assert {name for code, _, name in whole - found if code not in silent} <= near


def one_a_field(every: list[Mutation]) -> list[Mutation]:
    """The first of each kind of declaration and field."""
    firsts: dict[tuple[str, str, str], Mutation] = {}
    for mutation in every:
        firsts.setdefault((mutation.what, mutation.kind, mutation.field), mutation)
    return list(firsts.values())


@pytest.mark.parametrize(
    "mutation", one_a_field([m for m in mutations(TEXT) if m.field in SILENT]), ids=lambda m: f"{m.name}-{m.field}"
)
def test_what_no_rule_of_the_model_looks_at(
    mutation: Mutation, findings: Callable[[Path, str], Found], whole: Found
) -> None:
    new = findings(ZONE, mutation.text) - whole
    # The source of a baseline is asked for; what an indicator rests on otherwise is not.
    asked = {"PC103", "PC311"} if (mutation.kind, mutation.field) == ("indicator", "来源") else {"PC103"}
    assert {code for code, _, _ in new} <= asked
