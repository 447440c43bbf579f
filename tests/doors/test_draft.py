"""``plancheck draft TABLE.xlsx``: what comes out of a table, and what becomes of files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.conftest import Run
from tests.snapshots import Snapshot
from tests.workbooks import Row, by_spreadsheet, make_book

ROWS: list[Row] = [
    ["云川开发区“十四五”时期主要指标"],
    ["类别", "指标名称", "单位", "2020年基期", "2025年目标", "年均增速（%）〔累计〕", "属性", "责任单位"],
    ["经济发展", "地区生产总值", "亿元", 312.6, "480左右", 9, "预期性", "经济发展局、统计局"],
    [None, "固定资产投资（亿元）", None, "〔682〕", "—", "〔1000〕", "预期性", None],
    ["绿色生态", "能耗降低", "%", None, "完成上级下达任务", None, "约束性", None],
    [None, "绿化率", "成色", 0.36, "1.2→1.5", None, None, None],
    ["注：〔〕内为累计数。"],
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "表.xlsx"
    path.write_bytes(make_book(ROWS, ["A1:H1", "A3:A4", "A5:A6", "A7:H7"], {"D6": "0%"}))
    return path


def test_the_draft_says_what_the_table_says(run: Run, table: Path, tmp_path: Path, snapshot: Snapshot) -> None:
    plan = tmp_path / "新.plan"
    ran = run("draft", table, "-o", plan)
    assert (ran.status, ran.out, ran.err) == (0, f"已写：{plan.as_posix()}\n", "")
    snapshot("drafted-from-table.plan", plan.read_text(encoding="utf-8"))
    assert run("fmt", "--check", plan).status == 0
    assert run("check", plan, "--select", "PC101,PC102,PC103,PC104").out.count("没有查出问题") == 1


def test_the_same_table_saved_by_a_real_spreadsheet_program(run: Run, table: Path, snapshot: Snapshot) -> None:
    snapshot("drafted-from-table.plan", run("draft", by_spreadsheet(table)).out)


def test_without_output_it_goes_to_the_screen(run: Run, table: Path, snapshot: Snapshot) -> None:
    snapshot("drafted-from-table.plan", run("draft", table).out)


def test_a_file_that_exists_is_not_overwritten(run: Run, table: Path, tmp_path: Path) -> None:
    plan = tmp_path / "有.plan"
    plan.write_text("规划 甲 {}\n", encoding="utf-8")
    ran = run("draft", table, "-o", plan)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"plancheck：{plan.as_posix()} 已经有了，没有覆盖；换一个文件名\n"
    assert plan.read_text(encoding="utf-8") == "规划 甲 {}\n"


def test_sheets_that_tell_of_one_indicator_make_one(run: Run, tmp_path: Path) -> None:
    more: dict[str, list[Row]] = {
        "年度": [["指标名称", "2020年", "2021年"], ["产值（亿元）", 1, 2], ["产值", 1, 3], ["就业", 5, 6.5]]
    }
    path = tmp_path / "表.xlsx"
    heads = ["指标名称", "单位", "2020年基期", "年均"]
    path.write_bytes(make_book([heads, ["产值", "亿元", 1.5, 8]], title="甲", more=more))
    out = run("draft", path).out
    assert "# 待核：年度!C1：这一列「2021年」按2021年目标值读\n" in out
    assert out.endswith(
        """
规划 表 {  # 待核：规划的名称取自“表.xlsx”
}

指标 产值 {  # 甲!A2
  单位：亿元
  2020年：实际 1.5    2021年：目标 2    年均：目标 8%（待核）
  # 待核：年度!B2 写的是 1，与甲!C2不同
  # 待核：甲!D2：年均没有写单位，按 % 读
}

指标 产值 {  # 年度!A3
  2020年：实际 1    2021年：目标 3
  # 待核：年度!A3：「产值」在这张表里不止一行
}

指标 就业 {  # 年度!A4
  2020年：实际 5    2021年：目标 6.5
}
"""
    )


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("表.xlsx", make_book([["甲"]]), "没有找到指标表：要有一行表头，写着“指标名称”和“单位”“属性”或年份"),
        (
            "表.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            ".xls 文件读不了，用 WPS 或 Excel 打开，另存为 .xlsx 后再用",
        ),
        ("说明.pdf", b"%PDF-1.7", ".pdf 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("旧.doc", b"", ".doc 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("旧.wps", b"", ".wps 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("甲.plan", b"", "不能从它起草：要 .docx、.txt、.md 的文本或 .xlsx 的指标表"),
        (None, b"", "没有这个文件或文件夹"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(
    run: Run, tmp_path: Path, name: str | None, content: bytes, told: str
) -> None:
    path = tmp_path / (name or "无.xlsx")
    if name:
        path.write_bytes(content)
    ran = run("draft", path)
    assert (ran.status, ran.out, ran.err) == (2, "", f"plancheck：{path.as_posix()}：{told}\n")


def test_what_was_not_read_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(make_book([["指标名称", "单位", "热度"], ["产值", "亿元", 3]], title="甲"))
    assert run("draft", path).err == "plancheck：甲!C1：这一列「热度」没有读\n"


def test_names_and_words_that_the_language_would_trip_over(run: Run, tmp_path: Path) -> None:
    names = ["PM2.5浓度", "“一老一小”服务", "目标", "「怪」名", "a#b // c", "注：产值", "2025年", "{}"]
    path = tmp_path / "表.xlsx"
    rows = [[name, "亿元", "”不成对“ # 注"] for name in names]
    path.write_bytes(make_book([["指标名称", "单位", "2025年目标"], *rows], title="甲"))
    plan = tmp_path / "新.plan"
    run("draft", path, "-o", plan)
    assert run("check", plan, "--select", "PC101").out.count("没有查出问题") == 1
    for name in ("「PM2.5浓度」", "「“一老一小”服务」", "『怪』名", "「a#b//c」", "2025年：目标 “」不成对「 # 注”"):
        assert name in plan.read_text(encoding="utf-8")
