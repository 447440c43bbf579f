"""``plancheck comments import``: a summary sheet as offices send it in, into the plan, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.conftest import Run
from tests.snapshots import Snapshot
from tests.workbooks import Row, make_book

PLAN = """\
规划 甲 { 规划期：2021—2025 }
章 第三章 「产业」 {}
举措 集群工程 {}
意见 「7」 { 来源单位：财政局    内容：“补充测算”    处理：待处理 }  # 待回
"""
ROWS: list[Row] = [
    ["征求意见汇总表"],
    ["序号", "反馈单位", "修改意见和建议", "是否采纳", "未采纳理由", "修改位置", "轮次", "联系人"],
    [1, "财政局", "补充\n测算", "采纳", None, "第三章", None, "无"],
    [2, None, "增加“一老一小”内容", "部分采纳", "篇幅所限", "第三章第二节第4段", "第2轮", None],
    [3, "商务局", "删去集群工程", "不予采纳", "已有依据", "集群工程", 2, None],
    [4, "商务局", "统一口径", "再议", None, "附表", None, None],
    [5, "商务局", "统一口径", None, None, None, None, None],
    [6, "统计局", None, "采纳", None, None, None, None],
    ["注：共6条。"],
]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("汇总表.xlsx").write_bytes(make_book(ROWS, ["A1:H1", "B3:B4", "A9:H9"], title="汇总"))
    path = tmp_path / "甲.plan"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_comments_are_written_at_the_end_and_answers_brought_up_to_date(
    run: Run, plan: Path, snapshot: Snapshot
) -> None:
    ran = run("comments", "import", "汇总表.xlsx", "甲.plan")
    assert (ran.status, ran.out) == (0, "甲.plan：改了2处，新增3条\n")
    assert ran.err.splitlines() == [
        "plancheck：汇总!H2：这一列「联系人」没有读",
        "plancheck：汇总!D6：采纳情况“再议”认不出，可以是：采纳、部分采纳、不采纳、待处理",
        "plancheck：汇总!C8：这一行没有意见，没有读",
        "plancheck：汇总!C3：「7」的处理由 待处理 改为 采纳",
        "plancheck：汇总!C3：「7」的落实由 — 改为 第三章",
        "plancheck：汇总!C4：新增意见「8」",
        "plancheck：汇总!C5：新增意见「9」",
        "plancheck：汇总!C6：新增意见「10」",
        "plancheck：汇总!C6：修改位置“附表”在规划里没有同名的章、目标、举措，没有写进‘落实’",
        "plancheck：汇总!C7：这一条与前面一条单位、意见都相同，没有重复写",
    ]
    snapshot("comments-imported.plan", plan.read_text(encoding="utf-8"))
    assert run("check", plan, "--select", "PC101,PC102,PC103,PC104").out.count("没有查出问题") == 1


def test_a_second_import_changes_nothing(run: Run, plan: Path, snapshot: Snapshot) -> None:
    run("comments", "import", "汇总表.xlsx", "甲.plan")
    assert run("comments", "import", "汇总表.xlsx", "甲.plan").out == "甲.plan：与表一致，没有改动\n"
    snapshot("comments-imported.plan", plan.read_text(encoding="utf-8"))


def test_diff_shows_and_writes_nothing(run: Run, plan: Path) -> None:
    ran = run("comments", "import", "汇总表.xlsx", "甲.plan", "--diff")
    assert "+意见 「9」 {\n" in ran.out
    assert plan.read_text(encoding="utf-8") == PLAN


def test_another_reason_takes_the_place_of_the_old_one(run: Run, plan: Path) -> None:
    run("comments", "import", "汇总表.xlsx", "甲.plan")
    rows: list[Row] = [
        ["单位", "意见", "采纳情况", "理由", "修改位置"],
        ["商务局", "删去集群工程", "未采纳", "“另有”安排", None],
    ]
    rows.append(["财政局", "补充测算", "采纳", None, "附件"])
    Path("二.xlsx").write_bytes(make_book(rows, title="二"))
    run("comments", "import", "二.xlsx", "甲.plan")
    assert "理由：““另有”安排”\n" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize("rows", [[["甲"]], [["意见", "页码"], ["甲", 3]], [["单位", "意见"]]])
def test_other_sheets_are_told_in_one_line(run: Run, plan: Path, rows: list[list[object]]) -> None:
    Path("别.xlsx").write_bytes(make_book(rows))
    ran = run("comments", "import", "别.xlsx", "甲.plan")
    assert ran.status == 2
    assert ran.err.startswith("plancheck：别.xlsx：没有找到意见表：")


HEAD: Row = ["序号", "单位", "意见", "采纳情况", "理由", "修改位置"]


def versions(first: list[Row], second: list[Row]) -> tuple[str, ...]:
    """The command that brings in two versions of one sheet."""
    for name, rows in (("甲处.xlsx", first), ("乙处.xlsx", second)):
        Path(name).write_bytes(make_book([HEAD, *rows], title="汇总"))
    return ("comments", "import", "甲处.xlsx", "乙处.xlsx", "甲.plan")


def test_of_two_versions_of_a_sheet_each_change_is_taken(run: Run, plan: Path) -> None:
    assert run("table", "意见采纳", "甲.plan", "-o", "发出.xlsx").status == 0
    ran = run(
        *versions(
            [[1, "财政局", "补充测算", "采纳", None, None], [2, "商务局", "统一口径", "待处理", None, None]],
            [
                [1, "财政局", "补充测算", "待处理", "已经核过", "第三章"],
                [2, "统计局", "换表", "不采纳", "无此表", None],
            ],
        )
    )
    assert (ran.status, ran.out) == (0, "甲.plan：改了3处，新增2条\n")
    text = plan.read_text(encoding="utf-8")
    assert "处理：采纳    理由：“已经核过”    落实：第三章" in text
    assert text.count("意见 「") == 3
    assert run("comments", "import", "甲处.xlsx", "乙处.xlsx", "甲.plan", "--old", "发出.xlsx").err == ""
    assert plan.read_text(encoding="utf-8") == text


def test_what_two_versions_say_differently_is_told_and_not_chosen(run: Run, plan: Path) -> None:
    ran = run(
        *versions(
            [[1, "财政局", "补充测算", "采纳", None, "第三章"], [2, "商务局", "统一口径", "采纳", "同意", None]],
            [[1, "财政局", "补充测算", "不采纳", None, None], [2, "商务局", "统一口径", "采纳", "照办", None]],
        )
    )
    assert ran.status == 1
    told = ran.err.splitlines()
    assert told[-3:] == [
        "plancheck：“补充测算”的处理各说各的，没有写：甲处.xlsx 汇总!C2 是“采纳”，乙处.xlsx 汇总!C2 是“不采纳”",
        "plancheck：“统一口径”的理由各说各的，没有写：甲处.xlsx 汇总!C3 是“同意”，乙处.xlsx 汇总!C3 是“照办”",
        "plancheck：有2处冲突没有写：定下来以后，改在一张表里再导入",
    ]
    text = plan.read_text(encoding="utf-8")
    assert "处理：待处理    落实：第三章" in text
    assert "处理：采纳" in text
    assert "理由" not in text


def test_what_the_plan_says_since_the_sheet_was_sent_out_is_one_more_version(run: Run, plan: Path) -> None:
    run("table", "意见采纳", "甲.plan", "-o", "发出.xlsx")
    text = PLAN.replace("处理：待处理", "处理：部分采纳")
    plan.write_text(text, encoding="utf-8")
    rows: list[Row] = [[1, "财政局", "补充测算", "采纳", None, None]]
    ran = run(*versions(rows, rows), "--old", "发出.xlsx")
    assert ran.status == 1
    assert "“补充测算”的处理各说各的，没有写：规划里 是“部分采纳”，甲处.xlsx 汇总!C2 是“采纳”" in ran.err
    assert plan.read_text(encoding="utf-8") == text


def test_two_versions_that_are_one_and_the_same_are_no_conflict(run: Run, plan: Path) -> None:
    rows: list[Row] = [[1, "财政局", "补充测算", "采纳", "同意", "第三章"]]
    assert run(*versions(rows, rows)).status == 0
    assert "缺" in run("comments", "import", "甲.plan").err
