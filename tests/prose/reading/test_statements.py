"""Figures as statements: whose, of when, told how."""

from __future__ import annotations

import pytest

from tests.prose.reading.texts import REPORT, TITLE, read_text, rows, words

GOALS = "第一章 主要目标\n"
REVIEW = "第一章 “十四五”时期发展成就\n"


def test_a_heading_gives_the_time_that_a_figure_does_not_tell() -> None:
    assert rows(GOALS + "地区生产总值达到800亿元，城镇化率达到66%。") == [
        ("地区生产总值", "level", 2030, 2030, "达到800亿元"),
        ("城镇化率", "level", 2030, 2030, "达到66%"),
    ]


def test_a_lead_in_holds_for_the_paragraphs_behind_it_and_an_explicit_year_beats_it() -> None:
    text = "到2030年，努力实现以下目标：\n——全员劳动生产率达到30万元/人。\n——到2035年人均预期寿命达到82岁。"
    assert rows(text) == [
        ("全员劳动生产率", "level", 2030, 2030, "达到30万元/人"),
        ("人均预期寿命", "level", 2035, 2035, "达到82岁"),
    ]


def test_cues_of_a_review_part_one_year_from_five() -> None:
    text = "一、工作回顾\n五年来，城镇新增就业15万人。一年来，城镇新增就业3万人。"
    assert rows(text, REPORT) == [
        ("城镇新增就业", "cumulative", 2021, 2025, "15万人"),
        ("城镇新增就业", "cumulative", 2025, 2025, "3万人"),
    ]


def test_the_aims_of_a_report_are_those_of_its_year() -> None:
    text = "二、2026年工作安排\n主要预期目标是：地区生产总值增长5%左右，城镇新增就业3万人以上。"
    assert rows(text, REPORT) == [
        ("地区生产总值", "growth", 2026, 2026, "5%左右"),
        ("城镇新增就业", "cumulative", 2026, 2026, "3万人以上"),
    ]


def test_from_to_keeps_the_subject_and_ties_the_two() -> None:
    reading = read_text(TITLE + REVIEW + "城镇化率由2020年的52%提高到58%，提高6个百分点。")
    first, second, third = reading.statements
    assert (first.last_year, second.last_year) == (2020, 2025)
    assert {first.key, second.key, third.key} == {first.key}
    assert [(edge.kind, edge.first, edge.second) for edge in reading.edges] == [("from_to", 0, 1), ("change", 1, 2)]


@pytest.mark.parametrize(
    ("text", "measure", "years"),
    [
        ("地区生产总值年均增长6%。", "growth", (2026, 2030)),
        ("每年新增城镇就业3万人。", "average", (2026, 2030)),
        ("新建绿道500公里。", "cumulative", (2026, 2030)),
        ("城镇化率提高8个百分点。", "change", (2026, 2030)),
        ("数字经济核心产业增加值占地区生产总值比重达到12%。", "level", (2030, 2030)),
        ("“十五五”时期累计供应建设用地40平方公里。", "cumulative", (2026, 2030)),
    ],
)
def test_verbs_tell_what_is_measured(text: str, measure: str, years: tuple[int, int]) -> None:
    (row,) = read_text(TITLE + GOALS + text).statements
    assert (row.measure.value, (row.first_year, row.last_year)) == (measure, years)


@pytest.mark.parametrize(
    ("words_", "key"),
    [
        ("规上工业企业营收达到9亿元", "规模以上工业企业营业收入"),
        ("R&D经费支出与地区生产总值之比达到3%", "研发投入强度"),
        ("城乡居民收入倍差缩小到1.6", "城乡居民收入比"),
        ("奋力实现地区生产总值9亿元", "生产总值"),
    ],
)
def test_two_wordings_of_one_indicator_meet(words_: str, key: str) -> None:
    (row,) = read_text(TITLE + GOALS + words_ + "。").statements
    assert row.key == key


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("全市常住人口达到90万人。", ""),
        ("到2030年浦东新区全员劳动生产率超过70万元/人。", "浦东新区"),
        ("国家纲要提出到2030年全国人均预期寿命达到80岁。", "国家"),
        ("落实国家规划纲要关于单位国内生产总值二氧化碳排放降低17%的要求。", "国家"),
    ],
)
def test_the_area_of_a_figure(text: str, area: str) -> None:
    (row,) = read_text(TITLE + GOALS + text).statements
    assert row.area == area


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("国家“十五五”规划纲要提出，到2030年森林覆盖率达到25.8%，人均预期寿命提高到80岁。", ["国家", "国家"]),
        ("省规划纲要明确提出，到2030年森林覆盖率达到30%；我市森林覆盖率达到45%。", ["省", ""]),
        ("全国规划纲要提出，人均预期寿命提高到80岁。到2030年人均预期寿命达到81岁。", ["全国", ""]),
        ("市规划纲要提出，到2030年森林覆盖率达到45%。", [""]),
        ("按照国家规划纲要要求，到2030年森林覆盖率达到45%。", [""]),
    ],
)
def test_a_sentence_that_tells_of_a_plan_above_has_figures_of_that(text: str, areas: list[str]) -> None:
    assert [row.area for row in read_text(TITLE + GOALS + text).statements] == areas


def test_what_is_counted_stands_behind_its_number() -> None:
    assert rows(GOALS + "新培育20家省级标杆企业，建设10个省级数据产业园。") == [
        ("省级标杆企业", "cumulative", 2026, 2030, "20家"),
        ("省级数据产业园", "cumulative", 2026, 2030, "10个"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "打造千亿级产业集群。",
        "建成21号线一期。",
        "贯彻党的二十届四中全会精神。",
        "1.2 培育主导产业",
        "第十五个五年规划",
        "2030年前达峰",
    ],
)
def test_numbers_that_are_no_amounts_are_none(text: str) -> None:
    assert read_text(TITLE + GOALS + text).statements == []


def test_lines_that_a_pdf_has_broken_and_padded_are_one_paragraph() -> None:
    lines = [
        "“十四五”时期我市坚持稳中求进工作总基调，统筹推进各项工作，经济社会发展取得新的成",
        "绩，发展质量效益不断提升，产业结构持续优化，创新能力明显增强，城乡面貌焕然一新，民生",
        "福祉持续改善，生态环境质量稳步提升，各项事业全面进步，为“十五五”时期的发展奠定了坚",
        "实基础。到 2030 年，全市地区生产总值达到 800 亿元，常住人口城镇化率达到 66 %，研发投入强",
        "度达到 3%，居民人均可支配收入达到 6 万元，各项主要指标位居全省前列，综合实力再上新的",
        "台阶，人民群众获得感幸福感安全感不断增强，社会大局保持和谐稳定，治理体系和治理能力现",
        "代化水平明显提高，平安云川法治云川建设达到更高水平，全面从严治党向纵深推进，政治生态",
        "持续向好，干事创业氛围更加浓厚，形成了心齐气顺劲足实干的良好局面，全市上下同心同德向",
    ]
    reading = read_text(TITLE + "第一章 目标\n" + "\n".join(lines))
    told = {row.key: words(reading, row) for row in reading.statements}
    assert told["研发投入强度"] == "达到 3%"
    assert told["常住人口城镇化率"] == "达到 66 %"
