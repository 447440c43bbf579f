"""Comments that were adopted, against the snapshot of their round: told where nothing changed, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.conftest import Run

PLAN = """规划 云川市十五五 { 层级：市  文种：纲要  规划期：2026—2030  文本：“纲要.txt” }
章 第一章 「做强产业」 {}
章 第二章 「改善民生」 {}
意见 「1」 { 轮次：1轮    处理：采纳    内容：“补充冷链物流”    落实：第一章 }
"""
TEXT = """云川市国民经济和社会发展第十五个五年规划纲要
第一章 做强产业
发展现代物流，建设集散中心。
第二章 改善民生
办好学校。
"""


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "云川.plan").write_text(PLAN, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plancheck.toml").write_text("", encoding="utf-8")
    assert run("snapshot", ".", "--name", "第一轮征求意见").status == 0
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_adopted_comment_whose_chapter_did_not_change_is_told(run: Run, folder: Path) -> None:
    assert "PC809" not in run(".").out, "nothing was worked on yet"
    change(folder / "纲要.txt", "办好学校。", "办好学校，扩建医院。")
    told = run(".").out
    assert "云川.plan:4:4: 提示 PC809" in told
    assert "从快照「第一轮征求意见」起没有变" in told


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("纲要.txt", "建设集散中心。", "建设冷链集散中心。"),
        ("纲要.txt", "扩建医院。", "扩建医院。建设冷链物流中心。"),
        ("云川.plan", "落实：第一章", "落实：第一章    理由：“第一章第1段已体现”"),
        ("云川.plan", "落实：第一章", "落实：第一章    说明：“已吸收到专项规划”"),
        ("云川.plan", "落实：第一章", "落实：第二章"),
        ("云川.plan", "处理：采纳", "处理：部分采纳"),
        ("云川.plan", "轮次：1轮", "轮次：2轮"),
        ("云川.plan", "    落实：第一章", ""),
    ],
)
def test_what_answers_it_clears_it(run: Run, folder: Path, file: str, old: str, new: str) -> None:
    change(folder / "纲要.txt", "办好学校。", "办好学校，扩建医院。")
    change(folder / file, old, new)
    assert "PC809" not in run(".").out


def test_a_new_draft_under_a_new_name_is_held_against_the_old_one(run: Run, folder: Path) -> None:
    change(folder / "纲要.txt", "办好学校。", "办好学校，扩建医院。")
    (folder / "纲要.txt").rename(folder / "纲要二稿.txt")
    change(folder / "云川.plan", "“纲要.txt”", "“纲要二稿.txt”")
    assert "从快照「第一轮征求意见」起没有变" in run(".").out
    change(folder / "纲要二稿.txt", "建设集散中心。", "建设冷链集散中心。")
    assert "PC809" not in run(".").out


def test_a_store_that_cannot_be_read_stops_no_check(run: Run, folder: Path) -> None:
    change(folder / "纲要.txt", "办好学校。", "办好学校，扩建医院。")
    (folder / ".plancheck" / "rounds.sqlite").write_bytes(b"SQLite format 3\0 broken")
    ran = run(".")
    assert ran.status == 0
    assert "PC809" not in ran.out
