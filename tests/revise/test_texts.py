"""Texts of two versions: which paragraph of which chapter is not the same any more."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.plan_texts import PlanText
from checker.engine import Options
from checker.prose.plain import build_plain
from checker.render.revision import render_revision
from checker.revise import Side, compare_sides
from checker.revise.texts import compare_texts
from checker.source import SourceText

PLAN = "规划 云川区 { 层级：开发区  规划期：2021—2025  文本：“%s” }\n"
TEXT = "云川区规划纲要\n第一章 目标\n收入达到70000元。\n人口稳步增长。\n第二章 任务\n做好就业。\n"


def side(folder: Path, text: str, name: str = "纲要.txt") -> Side:
    folder.mkdir()
    (folder / "区.plan").write_text(PLAN % name, encoding="utf-8")
    if name.endswith(".docx"):
        made = docx.Document()
        for line in text.splitlines():
            made.add_paragraph(line)
        made.save(str(folder / name))
    else:
        (folder / name).write_text(text, encoding="utf-8")
    return Side(folder.name, folder, folder)


def told(tmp_path: Path, text: str, name: str = "纲要.txt") -> list[str]:
    revision = compare_sides(side(tmp_path / "旧", TEXT), side(tmp_path / "新", text, name), Options())
    lines = render_revision(revision).splitlines()
    return [line.strip().removeprefix("文本") for line in lines if line.startswith("  文本")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("70000", "71000", ["「纲要.txt」 第一章：收入达到70000元。 → 收入达到71000元。"]),
        ("做好就业。\n", "", ["「纲要.txt」 第二章：做好就业。 → （没有）"]),
        ("做好就业。\n", "做好就业。\n做好社保。\n", ["「纲要.txt」 第二章：（没有） → 做好社保。"]),
        ("云川区规划纲要", "云川区规划", ["「纲要.txt」 开头：云川区规划纲要 → 云川区规划"]),
        ("第二章 任务", "第二章 行动", ["「纲要.txt」 第二章：第二章 任务 → 第二章 行动"]),
        ("。\n", "。\n\n", []),
    ],
)
def test_a_changed_paragraph_is_one_line(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert told(tmp_path, TEXT.replace(old, new)) == said


def test_of_a_long_paragraph_only_the_change_is_shown(tmp_path: Path) -> None:
    before, after = ("很长的话" * 30 + word + "说不完的话" * 30 for word in ("达到", "超过"))
    one, two = side(tmp_path / "旧", before), side(tmp_path / "新", after)
    (change,) = compare_sides(one, two, Options()).changes
    assert change.old == "…" + ("很长的话" * 3) + "达到" + ("说不完的话" * 3)[:12] + "…"
    assert change.new.replace("超过", "达到") == change.old


def test_another_kind_of_file_is_the_same_text(tmp_path: Path) -> None:
    found = told(tmp_path, TEXT.replace("就业", "创业"), "纲要.docx")
    assert found == ["「纲要.docx」 第二章：做好就业。 → 做好创业。"]


def test_a_text_that_came_or_went(tmp_path: Path) -> None:
    one, two = side(tmp_path / "旧", TEXT), side(tmp_path / "新", TEXT)
    (tmp_path / "新" / "区.plan").write_text(
        PLAN.replace("：“%s”", "：“纲要.txt”、“说明.txt”（说明）"), encoding="utf-8"
    )
    (tmp_path / "新" / "说明.txt").write_text("第一章 目标\n", encoding="utf-8")
    for a, b, word in ((one, two, "新增"), (two, one, "删除")):
        lines = render_revision(compare_sides(a, b, Options())).splitlines()
        assert "  文本「说明.txt」" in lines[lines.index(word) :]


LINES = st.lists(st.sampled_from(["第一章 目标", "第二章 任务", "甲项。", "乙项。", "丙项。"]), max_size=8)


@given(LINES, LINES)
def test_the_changes_lead_from_the_one_to_the_other(old: list[str], new: list[str]) -> None:
    one, two = (PlanText(build_plain(SourceText("a.txt", "\n".join(lines)))) for lines in (old, new))
    changes = list(compare_texts([one], [two]))
    assert all(change.old != change.new for change in changes)
    lines = sorted(old)
    for change in changes:
        if change.old:
            lines.remove(change.old)
        if change.new:
            lines.append(change.new)
    assert sorted(lines) == sorted(new)
