"""A document marked 内部: its words are on the screen, and in no file that may be passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.engine import Report
from checker.engine.withhold import for_others
from checker.render.formats import FORMATS
from tests.doors.conftest import Run

SECRET = "绝不外泄的提法"
TEXT = (
    "云川市国民经济和社会发展第十五个五年规划纲要\n内部资料 注意保存\n"
    f"第一章 {SECRET}\n突出三个方面：一是{SECRET}，二是创新强区。\n到2030年，地区生产总值达到519亿元。\n"
    f"到2030年，地区生产总值达到871亿元。{SECRET}待补充。\n"
)
PLAN = (
    "规划 云川市十五五 { 规划期：2026—2030  成稿：2026年1月  文本：“纲要.txt” }\n"
    "目标 总目标 { 类型：总目标  衡量指标：地区生产总值 }\n指标 地区生产总值 { 单位：亿元  2030年：目标 ≥900 }\n"
)
WORDS = (SECRET, "519", "871", "创新强区")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "纲要.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "云川.plan").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def report(folder: Path) -> Report:
    return checker.check(folder)


def is_clean(text: str) -> bool:
    return not any(word in text for word in WORDS)


def test_the_screen_has_the_words(report: Report) -> None:
    assert all(word in checker.format_report(report) for word in WORDS)
    assert {"PC701", "PC703", "PC714"} <= {one.code for one in report.findings}


@pytest.mark.parametrize("output_format", [one for one in FORMATS if one != "text"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_format_for_others_has_them(report: Report, output_format: str, lang: str) -> None:
    written = checker.format_report(report, output_format, lang)
    assert is_clean(written)
    assert "PC701" in written


def test_findings_stay_where_they_are_and_are_known_again(report: Report) -> None:
    withheld = for_others(report)
    assert [(one.code, one.fingerprint, one.span.start, one.span.end) for one in withheld.findings] == [
        (one.code, one.fingerprint, one.span.start, one.span.end) for one in report.findings
    ]
    assert is_clean(checker.format_report(withheld))


def test_a_report_without_such_documents_is_the_same_one(folder: Path) -> None:
    (folder / "纲要.txt").write_text(TEXT.replace("内部资料 注意保存\n", ""), encoding="utf-8")
    report = checker.check(folder)
    assert for_others(report) is report


def test_no_file_that_a_command_writes_has_them(folder: Path, run: Run) -> None:
    made = folder.parent / "出"
    assert run("report", folder, "--single-file", made / "一.html", "-o", made / "站").status in (0, 1)
    run("check", folder, "-o", made / "文字.txt")
    run("baseline", folder, "-o", made / "基线.json")
    run("snapshot", folder, "--name", "甲", "-o", made / "轮.sqlite")
    run("snapshot", folder, "--name", "乙")
    files = [path for path in made.rglob("*") if path.is_file() and path.suffix not in (".woff2", ".png")]
    assert {"一.html", "index.html", "文字.txt", "基线.json", "轮.sqlite"} <= {path.name for path in files}
    for path in (*files, folder / ".plancheck" / "rounds.sqlite"):
        data = path.read_bytes()
        assert not any(word.encode("utf-8") in data for word in WORDS if not word.isdigit()), path.name
    page = (made / "一.html").read_text(encoding="utf-8")
    assert "密级：内部资料，不含原话" in page
    known = run("check", folder, "--baseline", made / "基线.json")
    assert (known.status, "已知" in known.out) == (0, True)


def test_a_round_keeps_no_copy(folder: Path) -> None:
    from checker.engine.options import Options
    from checker.revise.history import take_round

    assert list(take_round(folder, "甲", "2026-01-31", Options()).files) == ["云川.plan"]


def test_a_lock_holds_digests_and_numbers_only(folder: Path) -> None:
    from checker.engine.approval import approve

    (folder / "纲要.txt").write_text(TEXT, encoding="utf-8")
    _, lock = approve(checker.check(folder), "", "2026-01-31")
    assert is_clean(lock)
    assert "第一章" in lock
