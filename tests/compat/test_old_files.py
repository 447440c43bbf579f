"""What an earlier version wrote is read: plans, settings, rules, baselines, locks, rounds, sheets, reports."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from checker.messages.choices import Choice
from checker.model.schema import ELEMENTS
from checker.model.words import NOTES
from tests.commands import plancheck
from tests.compat.conftest import Workspace
from tests.compat.make import EVERYTHING, PLAN

#: Codes of findings in these workspaces that a later version makes, or makes no more, and why. An entry here says
#: that whoever has a baseline of that version meets new findings: it takes a reason that stands in CHANGELOG.md.
NEW: dict[str, str] = {
    **dict.fromkeys(
        ("PC106", "PC107", "PC208", "PC209", "PC312", "PC313", "PC406", "PC407", "PC510", "PC806", "PC807", "PC808"),
        "a rule that there was not",
    ),
    "PC306": "an indicator without a category is told where others of the table have one",
    "PC314": "a rule that there was not",
    "PC703": "years are taken from headings and lead-ins too, and tables in .txt files are held against the plan",
}
GONE: dict[str, str] = {
    "PC310": "asked of plans that break targets down, no longer of outlines",
    "PC702": "a value of a text that contradicts the plan file is told by PC703 alone",
    "PC712": "a value of a text that contradicts the plan file is told by PC703 alone",
}


def _report(folder: Path, *words: str) -> Any:
    return json.loads(plancheck("check", ".", "--format", "json", *words, folder=folder).out)


def _codes(findings: Iterable[Any], status: str) -> list[str]:
    return [f"{one['code']} {one['message']}" for one in findings if one["status"] == status]


# ---- plans, settings, rules


def _words(choices: Iterable[Choice]) -> Iterable[tuple[str, ...]]:
    for choice in choices:
        yield choice.zh
        yield (choice.en,)


def test_the_plans_use_every_word_that_the_old_language_has(version: Path) -> None:
    """Fields that came later are none of an old plan; those that were there must not go."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((version / EVERYTHING).rglob("*.plan")))
    fields = {word for spec in ELEMENTS for one in spec.fields for word in (*one.zh, one.attr)}
    since = _later_words(version)
    lacking = [
        words
        for words in (
            *((one.attr,) for spec in ELEMENTS for one in spec.fields),
            *(one.zh for spec in ELEMENTS for one in spec.fields),
            *(words for spec in ELEMENTS for one in spec.fields for words in _words(one.choices)),
            *_words(NOTES),
        )
        if not any(f"{word}：" in text or f"{word}: " in text if word in fields else word in text for word in words)
        and not since.issuperset(words)
    ]
    assert lacking == []


#: A basis may be a proposal; an upper plan may not be issued yet, or not be at hand; chapters have drafters.
_SINCE_0_1_0 = ("建议", "proposal", "未印发", "unissued", "未取得", "not_at_hand", "执笔", "执笔处室", "drafters")


def _later_words(version: Path) -> frozenset[str]:
    """Words that the language got after that version."""
    return frozenset({"0.1.0": _SINCE_0_1_0}[version.name])


def test_nothing_in_the_plans_settings_and_rules_is_refused(workspace: Workspace) -> None:
    folder = workspace(EVERYTHING)
    report = _report(folder)
    assert [one for one in report["findings"] if one["code"].startswith("PC1")] == []
    assert {one["plan"] for one in report["findings"]} == {"青石镇开发区十四五", "Qingshi"}
    assert {"QS101"} <= {one["code"] for one in report["findings"]}, "the rule of one's own"
    assert (report["stage"], report["as_of"]) == ("review_draft", "2021-04-30"), "the settings"
    assert plancheck("rules", "test", "规则", folder=folder).status == 0


@pytest.mark.parametrize("name", [EVERYTHING, "云川", "有错"])
def test_a_plan_that_was_put_in_order_stays_as_it_is(version: Path, workspace: Workspace, name: str) -> None:
    folder = workspace(name)
    assert plancheck("fmt", ".", folder=folder).status == 0
    assert plancheck("fmt", "--check", ".", folder=folder).status == 0
    assert "规划没有改动" in plancheck("diff", version / name, ".", folder=folder).out


# ---- baselines


@pytest.mark.parametrize("name", [EVERYTHING, "有错"])
def test_the_findings_of_a_baseline_are_known(workspace: Workspace, name: str) -> None:
    folder = workspace(name)
    report = _report(folder, "--baseline", "plancheck-baseline.json")
    assert [one for one in _codes(report["findings"], "new") if one.split()[0] not in NEW] == []
    recorded = json.loads((folder / "plancheck-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert [one for one in report["gone"] if one["code"] not in GONE] == []
    known = Counter(one["code"] for one in report["findings"] if one["status"] == "known")
    assert known == Counter(one["code"] for one in recorded if one["code"] not in GONE)
    others = [word for code in NEW for word in ("--ignore", code)]
    assert plancheck("check", ".", "--baseline", "plancheck-baseline.json", *others, folder=folder).status == 0


# ---- locks


@pytest.mark.parametrize("name", [EVERYTHING, "云川"])
def test_what_was_approved_is_what_is_there(workspace: Workspace, name: str) -> None:
    folder = workspace(name)
    assert [one for one in _report(folder)["findings"] if one["code"] in {"PC805", "PC509"}] == []


def test_a_change_of_what_was_approved_is_told(workspace: Workspace) -> None:
    folder = workspace("云川")
    _replace(folder / PLAN, "2025年：目标 480", "2025年：目标 481")
    (told,) = [one for one in _report(folder)["findings"] if one["code"] == "PC805"]
    assert "地区生产总值" in json.dumps(told, ensure_ascii=False)


def test_a_change_of_what_was_reviewed_is_told(workspace: Workspace) -> None:
    folder = workspace("云川")
    upper = folder / "upper/云川市十四五.plan"
    _replace(upper, "指标 地区生产总值 {", "指标 地区生产总值 { 别名：生产总值 ")
    told = [one for one in _report(folder)["findings"] if one["code"] == "PC509"]
    assert [one["subject"] for one in told] == ["地区生产总值"]


def test_ties_can_be_reviewed_and_plans_approved_again(workspace: Workspace) -> None:
    folder = workspace("云川")
    assert plancheck("review", PLAN, folder=folder).status == 0
    assert plancheck("approve", ".", "--on", "2021-05-08", folder=folder).status == 0
    assert [one for one in _report(folder)["findings"] if one["code"] in {"PC805", "PC509"}] == []


# ---- rounds


def test_the_rounds_are_listed_and_followed_by_others(version: Path, workspace: Workspace) -> None:
    folder = workspace("云川")
    listed = (version / "输出/rounds.txt").read_text(encoding="utf-8")
    assert plancheck("snapshot", "--list", ".", folder=folder).out == listed
    assert plancheck("snapshot", ".", "--name", "第四轮", "--on", "2021-05-08", folder=folder).status == 0
    assert plancheck("snapshot", "--list", ".", folder=folder).out == f"{listed}  2021-05-08  第四轮\n"
    told = json.loads(plancheck("history", ".", "--format", "json", folder=folder).out)
    assert [one["name"] for one in told["rounds"]] == ["第一轮", "第二轮", "第三轮", "第四轮"]


def test_a_round_is_compared_with_today(workspace: Workspace) -> None:
    folder = workspace("云川")
    for round_ in ("快照:第一轮", "另存.snapshot"):
        told = plancheck("diff", round_, ".", folder=folder)
        assert told.status == 0
        assert "已复核" in told.out, "reviewed since"
    told = plancheck("diff", "快照:第一轮", ".", folder=folder)
    assert "期限：2024年 → 2025年" in told.out


# ---- sheets


@pytest.mark.parametrize("sheet", ["主要指标", "意见采纳"])
def test_a_sheet_that_was_not_edited_changes_nothing(workspace: Workspace, sheet: str) -> None:
    folder = workspace("云川")
    before = (folder / PLAN).read_bytes()
    assert plancheck("table", sheet, ".", "--import", f"表-{sheet}.xlsx", folder=folder).status == 0
    assert (folder / PLAN).read_bytes() == before


def test_an_edited_sheet_of_indicators_is_carried_into_the_plan(workspace: Workspace) -> None:
    folder = workspace("云川")
    _edit(folder / "表-主要指标.xlsx", 480, 482)
    before = (folder / PLAN).read_text(encoding="utf-8")
    assert plancheck("table", "主要指标", ".", "--import", "表-主要指标.xlsx", folder=folder).status == 0
    assert (folder / PLAN).read_text(encoding="utf-8") == before.replace("2025年：目标 480 ", "2025年：目标 482 ")


def test_an_edited_sheet_of_comments_is_carried_into_the_plan(workspace: Workspace) -> None:
    folder = workspace("云川")
    _edit(folder / "表-意见采纳.xlsx", "采纳", "部分采纳")
    assert plancheck("table", "意见采纳", ".", "--import", "表-意见采纳.xlsx", folder=folder).status == 0
    told = plancheck("diff", "另存.snapshot", ".", folder=folder).out
    assert "处理：采纳 → 部分采纳" in told


def test_comments_of_a_sheet_are_not_added_twice(workspace: Workspace) -> None:
    folder = workspace("云川")
    before = (folder / PLAN).read_bytes()
    assert plancheck("comments", "import", "表-意见采纳.xlsx", PLAN, folder=folder).status == 0
    assert (folder / PLAN).read_bytes() == before


# ---- reports


def test_a_folder_of_a_report_is_taken_over(version: Path, workspace: Workspace) -> None:
    """What the old report wrote and today's does not write goes; a file of somebody else stays."""
    folder = workspace("云川")
    old = folder / "报告"
    listed = json.loads((version / "输出/report-folder.json").read_text(encoding="utf-8"))["files"]
    for name in listed:
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text("旧", encoding="utf-8")
    shutil.copy(version / "输出/report-folder.json", old / ".plancheck-report.json")
    (old / "别人的.txt").write_text("留着", encoding="utf-8")
    assert plancheck("report", ".", "-o", "报告", folder=folder).status == 0
    assert (old / "别人的.txt").read_text(encoding="utf-8") == "留着"
    left = [path for path in old.rglob("*") if path.is_file() and path.read_bytes() == "旧".encode()]
    assert left == []


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def _edit(path: Path, before: str | int, after: str | int) -> None:
    """Put another value into the first cell that holds `before`, as somebody with a spreadsheet does."""
    book = load_workbook(path)
    cell = next(cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == before)
    cell.value = after
    book.save(path)
