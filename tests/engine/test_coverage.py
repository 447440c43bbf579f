"""What a text states in figures and its plan file lacks."""

from __future__ import annotations

import json
from pathlib import Path

import checker
from checker.engine import Report

PLAN = """
规划 云川 { 层级：开发区  规划期：2021—2025  成稿：2021年4月  文本：“纲要.txt” }
指标 地区生产总值 { 单位：亿元  2020年：实际 300  2025年：目标 ≥480  年均：目标 9% }
指标 居民人均可支配收入 { 单位：元  2025年：目标 70000 }
目标 总目标 { 类型：总目标  原文：“新建标准厂房30万平方米” }
程序 征求意见 { 收到：286条 }
"""


def lacking(folder: Path, text: str, plan: str = PLAN) -> list[tuple[str, int | None, str]]:
    """Name, year and figure of what the plan file lacks; each stands where it says."""
    report = checked(folder, text, plan)
    (one,) = report.coverage
    assert one.known + len(one.lacking) == one.told
    assert all(it.span.source.text[it.span.start : it.span.end].endswith(it.value) for it in one.lacking)
    return [(it.name, it.year, it.value) for it in one.lacking]


def checked(folder: Path, text: str, plan: str = PLAN) -> Report:
    (folder / "云川.plan").write_text(plan, encoding="utf-8")
    (folder / "纲要.txt").write_text(text, encoding="utf-8")
    return checker.check(folder / "云川.plan", select="PC714")


def test_what_the_model_has_in_the_same_year_is_known_whatever_its_value(tmp_path: Path) -> None:
    assert lacking(tmp_path, "到2025年，地区生产总值达到480亿元，居民人均可支配收入达到6.5万元。\n") == []


def test_without_a_year_any_value_of_the_model_will_do_and_another_will_not(tmp_path: Path) -> None:
    assert lacking(tmp_path, "地区生产总值达到480亿元。\n") == []
    assert lacking(tmp_path, "地区生产总值达到450亿元。\n") == [("地区生产总值", None, "450亿元")]


def test_another_year_another_indicator_and_another_area_are_lacking(tmp_path: Path) -> None:
    text = (
        "云川经济开发区国民经济和社会发展第十四个五年规划\n"
        "到2023年，地区生产总值达到400亿元。\n到2025年，跨境电商交易额达到30亿元。\n"
        "到2025年，全省地区生产总值达到480亿元。\n"
    )
    assert lacking(tmp_path, text) == [
        ("地区生产总值", 2023, "400亿元"),
        ("跨境电商交易额", 2025, "30亿元"),
        ("全省地区生产总值", 2025, "480亿元"),
    ]


def test_growth_is_held_against_growth(tmp_path: Path) -> None:
    assert lacking(tmp_path, "到2025年，地区生产总值年均增长9%。\n") == []
    lacks = "到2025年，居民人均可支配收入年均增长8%。\n"
    assert lacking(tmp_path, lacks) == [("居民人均可支配收入年均增长", 2025, "8%")]


def test_quotes_and_figures_written_elsewhere_in_the_plan_file_are_known(tmp_path: Path) -> None:
    assert lacking(tmp_path, "新建标准厂房30万平方米。收到社会公众意见建议286条。\n") == []
    assert lacking(tmp_path, "新建标准厂房130万平方米。收到社会公众意见建议1286条。\n") == [
        ("新建标准厂房", None, "130万平方米"),
        ("收到社会公众意见建议", None, "1286条"),
    ]


def test_the_value_that_something_rose_from_has_no_year(tmp_path: Path) -> None:
    text = "2020年，技术合同成交额由1.2亿元增加到3.2亿元。\n"
    assert lacking(tmp_path, text)[0] == ("技术合同成交额", None, "1.2亿元")


def test_figures_of_nothing_named_are_not_counted(tmp_path: Path) -> None:
    text = "云川经济开发区国民经济和社会发展第十四个五年规划。占规模以上工业总产值的83.3%。比全市高1.5个百分点。\n"
    assert checked(tmp_path, text).coverage[0].told == 0


def test_a_text_without_a_plan_has_no_coverage(tmp_path: Path) -> None:
    (tmp_path / "纲要.txt").write_text("到2025年，地区生产总值达到480亿元。\n", encoding="utf-8")
    assert checker.check(tmp_path / "纲要.txt").coverage == ()


def test_text_and_json_say_it_and_a_text_without_figures_says_nothing(tmp_path: Path) -> None:
    report = checked(tmp_path, "到2025年，地区生产总值达到480亿元，跨境电商交易额达到30亿元。\n")
    shown = checker.format_report(report).splitlines()[-3]
    assert shown.endswith("纲要.txt：数字表述 2 处，规划文件已有 1 处，没有的 1 处（清单见 plancheck report）")
    (written,) = json.loads(checker.format_report(report, "json"))["coverage"]
    assert (written["stated"], written["in_model"], written["plan"]) == (2, 1, "云川")
    (row,) = written["lacking"]
    assert (row["name"], row["year"], row["value"], row["start"]["column"]) == (
        "跨境电商交易额",
        2025,
        "30亿元",
        29,
    )
    whole = checked(tmp_path, "到2025年，地区生产总值达到480亿元。\n")
    assert checker.format_report(whole).splitlines()[-3].endswith("纲要.txt：数字表述 1 处，规划文件都有")
    none = checked(tmp_path, "推动产业发展。\n")
    assert "数字表述" not in checker.format_report(none)
