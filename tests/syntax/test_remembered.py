"""Fields that are remembered are those that the tables make: with and without memory one tree, places and slips."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from checker.model import parse_plan
from checker.source import SourceText
from checker.syntax import PlanFile
from tests.syntax.texts import Manner, fragments, mutated, plan_text, seeds

SHIPPED = sorted((Path(__file__).parents[2] / "plans").rglob("*.plan"))
#: What stands behind a field, or what a field is taken apart by, in the layouts that drafters use.
_BETWEEN = (
    "\n",
    "\r\n",
    "    ",
    "  ",
    " ",
    "；",
    "\n\n",
    " # 注\n",
    "    注：旧\n",
    "\n  # 注\n  ",
    "\n｛",
    " { ",
    "}\n",
)
_FIELDS = (
    "单位：%", "单位：亿元", "期限：2025年", "期限：2021—2025", "支撑：乙", "支撑：乙（推断）", "支撑：乙、丙",
    "支撑：乙、\n", "说明：“甲  乙：丙”", "说明：“甲", "2025年：目标 40", "2025年：目标 约300余条左右", "2024年：",
    "来源：《某说明》（官方）",
    "4月：5", "月份：旧", "20日", "4月底", "（推断）", "、丁", "不知何物：甲", "责任：发改局", "责任：", "：甲",
)  # fmt: skip


def plain(node: Any) -> Any:
    if isinstance(node, Struct):
        return type(node).__name__, *(plain(getattr(node, name)) for name in node.__struct_fields__)
    return [plain(one) for one in node] if isinstance(node, list | tuple) else node


def tree(parsed: PlanFile) -> Any:
    return plain(parsed.declarations), [plain(one) for one in parsed.problems]


def check_alike(text: str) -> None:
    """Who asks for the words gets what is read without memory."""
    source = SourceText("例.plan", text)
    assert tree(parse_plan(source)) == tree(parse_plan(source, []))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_plans(path: Path) -> None:
    check_alike(path.read_text(encoding="utf-8"))


@given(seeds, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=40, deadline=None)
def test_plans_made_by_chance(seed: int, line_end: str) -> None:
    text = plan_text(seed, Manner())
    check_alike((text + text).replace("\n", line_end))


@given(st.lists(mutated() | fragments, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_broken_ones(texts: list[str]) -> None:
    check_alike("\n".join([*texts, *texts]))


@given(st.lists(st.tuples(st.sampled_from(_FIELDS), st.sampled_from(_BETWEEN)), min_size=2, max_size=14))
@settings(max_examples=400, deadline=None)
def test_fields_in_any_order_and_layout(fields: list[tuple[str, str]]) -> None:
    body = "".join(field + between for field, between in fields)
    check_alike("".join(f"{kind} 甲 {{\n  {body}}}\n" for kind in ("举措", "目标", "指标", "举措")))
