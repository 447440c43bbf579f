"""Indicator tables held against plan file and body: .xlsx files that a plan names, and tables within texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest

import checker
from checker.engine import Report

PLAN = """
规划 云川 {{ 层级：开发区  规划期：2021—2025  成稿：2021年4月  文本：{} }}
指标 地区生产总值 {{ 单位：亿元  2020年：实际 300  2025年：目标 ≥480  年均：目标 9% }}
指标 专精特新企业数 {{ 单位：家  2025年：目标 60 }}
指标 固定资产投资 {{ 单位：亿元  累计：目标 1000 }}
"""
HEAD = ("指标", "单位", "2020年", "2025年", "年均增速", "属性")
GOOD = (HEAD, ("地区生产总值", "亿元", "300", "480", "9%", "预期性"), ("专精特新企业数", "家", "", "60", "", "预期性"))


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def checked(folder: Path, told: str, *, select: str = "PC702,PC703") -> Report:
    (folder / "云川.plan").write_text(PLAN.format(told), encoding="utf-8")
    return checker.check(folder / "云川.plan", select=select.split(","))


def found(report: Report) -> list[tuple[str, str, str]]:
    """Code, place in words, and the marked words of each finding."""
    spans = [(one.code, one.span) for one in report.findings]
    return [
        (code, span.source.locator(span.start).text(), span.source.text[span.start : span.end]) for code, span in spans
    ]


def test_a_workbook_that_says_what_the_plan_says_is_clean(tmp_path: Path) -> None:
    workbook(tmp_path / "表.xlsx", GOOD)
    report = checked(tmp_path, "“表.xlsx”（指标表）")
    assert (found(report), [one.message.text() for one in report.notices]) == ([], [])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("地区生产总值", "亿元", 300, 450, "9%", "预期性"), ("表1!D2", "450")),
        (("地区生产总值", "亿元", 310, 480, "9%", "预期性"), ("表1!C2", "310")),
        (("地区生产总值", "亿元", 300, 480, "8%", "预期性"), ("表1!E2", "8%")),
        (("地区生产总值", "万元", "", 480, "", "预期性"), ("表1!D2", "480")),
        (("固定资产投资", "亿元", "〔800〕", "〔1200〕", "", "预期性"), ("表1!D2", "〔1200〕")),
    ],
)
def test_a_cell_that_differs_is_found_at_its_place(
    row: Sequence[object], said: tuple[str, str], tmp_path: Path
) -> None:
    workbook(tmp_path / "表.xlsx", (HEAD, row))
    assert found(checked(tmp_path, "“表.xlsx”（指标表）")) == [("PC703", *said)]


def test_the_sentence_has_the_unit_of_the_row(tmp_path: Path) -> None:
    workbook(tmp_path / "表.xlsx", (HEAD, ("地区生产总值", "亿元", 300, 450, "9%", "预期性")))
    (one,) = checked(tmp_path, "“表.xlsx”").findings
    assert one.message.text() == "「地区生产总值」2025年文本写的是450亿元，规划文件写的是≥480亿元"


def test_merged_cells_and_rows_of_one_name_make_no_finding(tmp_path: Path) -> None:
    workbook(
        tmp_path / "表.xlsx", (("主要指标",), HEAD, *GOOD[1:], ("其中：工业", "亿元", 1, 2, "", ""), (*GOOD[1][:3], 9))
    )
    book = openpyxl.load_workbook(tmp_path / "表.xlsx")
    book.worksheets[0].merge_cells("A1:F1")
    book.save(tmp_path / "表.xlsx")
    assert found(checked(tmp_path, "“表.xlsx”")) == []


def test_a_workbook_without_an_indicator_table_is_said(tmp_path: Path) -> None:
    workbook(tmp_path / "表.xlsx", (("通讯录",), ("单位", "电话"), ("财政局", "0")))
    report = checked(tmp_path, "“表.xlsx”（指标表）")
    notice = report.notices[0]
    assert notice.message.text() == "「云川」的“表.xlsx”里没有认出指标表，没有与规划文件核对"
    assert notice.codes == ("PC703",)


def test_a_broken_workbook_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(b"PK\x03\x04 no")
    report = checked(tmp_path, "“表.xlsx”")
    assert (report.exit_status(), len(report.unreadable)) == (2, 1)


def document(path: Path, body: str, rows: Sequence[Sequence[object]]) -> None:
    written = docx.Document()
    written.add_paragraph(body)
    table = written.add_table(0, len(rows[0]))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    written.save(str(path))


def test_a_table_in_a_word_file_is_held_against_body_and_plan(tmp_path: Path) -> None:
    row = ("地区生产总值", "亿元", 300, 450, "9%", "预期性")
    document(tmp_path / "纲要.docx", "到2025年，地区生产总值达到480亿元。", (HEAD, row))
    assert found(checked(tmp_path, "“纲要.docx”")) == [("PC703", "表1!D2", "450")]
    document(tmp_path / "纲要.docx", "到2025年，地区生产总值达到480亿元。", GOOD)
    report = checked(tmp_path, "“纲要.docx”")
    assert found(report) == []
    assert [(one.told, one.known) for one in report.coverage] == [(5, 5)]


TABLE = "到2025年，{}达到{}。\n\n| 指标 | 单位 | 2025年 |{}\n|---|---|---|{}\n| {} | {} | 450 |{}\n"


def in_markdown(
    folder: Path, body: tuple[str, str], row: tuple[str, str], nature: str = ""
) -> list[tuple[str, str, str]]:
    columns = (" 属性 |", "---|", f" {nature} |") if nature else ("", "", "")
    text = TABLE.format(*body, columns[0], columns[1], *row, columns[2])
    (folder / "甲.md").write_text(text, encoding="utf-8")
    return found(checker.check(folder / "甲.md", select="PC702,PC727"))


def test_a_known_name_or_a_nature_makes_a_row_an_indicator(tmp_path: Path) -> None:
    gdp, cars = [("PC727", "第1行", "达到480亿元")], [("PC727", "第1行", "达到480辆")]
    assert in_markdown(tmp_path, ("地区生产总值", "480亿元"), ("地区生产总值", "亿元")) == gdp
    assert in_markdown(tmp_path, ("新能源汽车产量", "480辆"), ("新能源汽车产量", "辆"), "预期性") == cars
    assert in_markdown(tmp_path, ("新能源汽车产量", "480辆"), ("新能源汽车产量", "辆")) == []


def test_values_that_can_both_hold_and_units_of_another_kind_are_silent(tmp_path: Path) -> None:
    assert in_markdown(tmp_path, ("地区生产总值", "450亿元以上"), ("地区生产总值", "亿元")) == []
    assert in_markdown(tmp_path, ("地区生产总值", "480亿元"), ("地区生产总值", "%")) == []


def test_a_table_beyond_all_measure_is_left_alone(tmp_path: Path) -> None:
    rows = "".join(f"| 甲{number} | 亿元 | 1 | 2 |\n" for number in range(13_000))
    text = "| 指标 | 单位 | 2020年 | 2025年 |\n|---|---|---|---|\n" + rows
    (tmp_path / "甲.md").write_text(text, encoding="utf-8")
    assert found(checker.check(tmp_path / "甲.md", select="PC702")) == []
