"""Indicator tables, whatever shape they come in."""

from __future__ import annotations

import pytest

from tests.prose.reading.texts import TITLE, read_text, words

HEADS = ["序号", "指标", "单位", "2025年", "2030年", "年均/累计", "属性"]
ROWS = [
    ["1", "地区生产总值", "亿元", "568", "760", "6%左右", "预期性"],
    ["2", "全员劳动生产率", "万元/人", "18.4", "24.5", "—", "预期性"],
    ["3", "城镇新增就业", "万人", "1.9", "—", "〔9〕", "预期性"],
    ["4", "森林覆盖率", "%", "41.2", "＞41.8", "—", "约束性"],
]
ABOVE = TITLE + "第三章 主要目标\n表1 云川市“十五五”时期主要指标\n"
SHAPES = {
    "a cell a line": "\n".join("\n".join(row) for row in [HEADS, *ROWS]),
    "tabs": "\n".join("\t".join(row) for row in [HEADS, *ROWS]),
    "runs of blanks": "\n".join("   ".join(row) for row in [HEADS, *ROWS]),
    "number and name glued": "\n".join("  ".join([row[0] + row[1], *row[2:]]) for row in [HEADS, *ROWS]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_in_flat_text_is_told_by_what_stands_in_it(shape: str) -> None:
    reading = read_text(ABOVE + SHAPES[shape] + "\n注：〔〕内为五年累计数。\n第四章 产业\n发展产业。\n")
    (table,) = reading.tables
    assert [(row.number, row.name, row.nature) for row in table.rows] == [(row[0], row[1], row[6]) for row in ROWS]
    told = [(row.name, row.measure.value, row.last_year, words(reading, row)) for row in reading.statements]
    assert told == [
        ("地区生产总值", "level", 2025, "568"),
        ("地区生产总值", "level", 2030, "760"),
        ("地区生产总值", "growth", 2030, "6%左右"),
        ("全员劳动生产率", "level", 2025, "18.4"),
        ("全员劳动生产率", "level", 2030, "24.5"),
        ("城镇新增就业", "cumulative", 2025, "1.9"),
        ("城镇新增就业", "cumulative", 2030, "〔9〕"),
        ("森林覆盖率", "level", 2025, "41.2"),
        ("森林覆盖率", "level", 2030, "＞41.8"),
    ]


def test_cells_that_a_line_end_has_cut_are_one_and_categories_open_what_follows() -> None:
    lines = """类别
序号
指标名称
2025年
预计
2030年
目标
属性
经济发展
（2项）
1
地区生产总值（亿元）
568
760
预期性
2
规模以上工业企业营业
收入（亿元）
900
1200
左右
预期性
绿色低碳
（1项）
3
细颗粒物（PM
2.5
）浓度（微克/立方米）
33
（2024年）
29
约束性
""".replace("营业\n收入", "营业收入")
    (table,) = read_text(ABOVE + lines).tables
    assert [row.name for row in table.rows] == ["地区生产总值", "规模以上工业企业营业收入", "细颗粒物（PM2.5）浓度"]
    assert [(one.name, one.count, len(one.rows)) for one in table.categories] == [
        ("经济发展（2项）", 2, 2),
        ("绿色低碳（1项）", 1, 1),
    ]


def test_the_rest_of_a_name_below_its_row_is_part_of_it() -> None:
    rows = (
        "序号 指标 单位 属性 2025年 2030年\n"
        "1 地区生产总值 亿元 预期性 560 800\n"
        "2 规模以上工业增加值占地区 % 预期性 28.5 32\n生产总值比重\n"
        "3 常住人口城镇化率 % 预期性 52 57\n"
        "4 每万人口高价值发明专利 件 预期性 1.9 3.5\n拥有量\n"
    )
    reading = read_text(f"主要指标\n{rows}")
    assert [row.name for table in reading.tables for row in table.rows] == [
        "地区生产总值",
        "规模以上工业增加值占地区生产总值比重",
        "常住人口城镇化率",
        "每万人口高价值发明专利拥有量",
    ]
