"""A slogan may be told in another text of its plan."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker

PLAN = "规划 云川 {{ 层级：开发区  成稿：2021年4月  文本：{} }}\n"
BOTH = "“纲要.txt”（主文）、“起草说明.txt”（说明）"
TOLD = "实施“三大提升”，即产业提升、服务提升、环境提升。\n"
MENTIONED = "规划以“三大提升”为抓手。\n"


def files_with_findings(folder: Path, told: str, outline: str, note: str, *checked: str) -> list[str]:
    """The files in which PC709 finds something."""
    for name, text in (("云川.plan", PLAN.format(told)), ("纲要.txt", outline), ("起草说明.txt", note)):
        (folder / name).write_text(text, encoding="utf-8")
    report = checker.check([folder / name for name in checked or ("云川.plan",)], select="PC709")
    spans = [span for one in report.findings for span in (one.span, *(other.span for other in one.related))]
    return sorted({Path(span.source.path).name for span in spans})


def test_the_outline_tells_what_the_drafting_note_mentions(tmp_path: Path) -> None:
    assert files_with_findings(tmp_path, BOTH, TOLD, MENTIONED) == []


def test_the_drafting_note_does_not_tell_it_for_the_outline(tmp_path: Path) -> None:
    assert files_with_findings(tmp_path, BOTH, MENTIONED, TOLD) == ["纲要.txt"]


def test_what_no_text_tells_is_found(tmp_path: Path) -> None:
    assert "纲要.txt" in files_with_findings(tmp_path, BOTH, MENTIONED, MENTIONED)


def test_a_note_checked_without_the_outline_at_hand_is_not_blamed(tmp_path: Path) -> None:
    assert files_with_findings(tmp_path, BOTH, TOLD, MENTIONED, "起草说明.txt") == []


@pytest.mark.parametrize("told", ["未随附《云川纲要》、“起草说明.txt”（说明）", "“起草说明.txt”（说明）"])
def test_a_note_without_an_outline_is_judged_by_itself(told: str, tmp_path: Path) -> None:
    assert files_with_findings(tmp_path, told, TOLD, MENTIONED) == ["起草说明.txt"]


def test_texts_without_a_plan_do_not_speak_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "乙.txt").write_text(MENTIONED, encoding="utf-8")
    report = checker.check([tmp_path / "甲.txt", tmp_path / "乙.txt"], select="PC709")
    assert [Path(one.span.source.path).name for one in report.findings] == ["乙.txt"]
