"""The indicator table: heads, units, totals, sections; and what is told instead of being guessed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.prose.indicator_table import IndicatorTable, read_indicator_table
from checker.prose.indicator_words import column_role, split_category, split_name
from checker.prose.xlsx import read_workbook
from tests.workbooks import Row, make_book

HEADS = ["序号", "指标名称", "单位", "2020年基期", "2025年目标", "属性"]


def table(rows: Sequence[Row], merged: Sequence[str] = (), **more: object) -> IndicatorTable:
    sheet = read_workbook(make_book(rows, merged, **more), "表.xlsx").sheets[0]  # type: ignore[arg-type]
    found = read_indicator_table(sheet)
    assert found is not None
    return found


def figures(found: IndicatorTable, row: int = 0) -> list[tuple[object, ...]]:
    return [(f.year, f.tense, f.basis, f.text) for f in found.rows[row].figures]


def problems(found: IndicatorTable) -> list[str]:
    return [problem.text() for problem in found.problems]


def test_heads_over_two_rows_and_a_category_down_its_rows() -> None:
    found = table(
        [
            ["云川开发区“十四五”主要指标"],
            ["类别", "指标", "基期", None, "目标", None, "属性"],
            [None, None, "2019年", "2020年", "2024年", "2025年", None],
            ["经济发展", "地区生产总值（亿元）", 1, 2, 3, 4, "预期性"],
            [None, "就业（万人）", None, 5, None, "6左右", "约束性"],
        ],
        ["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3", "A4:A5"],
    )
    assert [(r.name, r.category, r.unit, r.nature) for r in found.rows] == [
        ("地区生产总值", "经济发展", "亿元", "预期性"),
        ("就业", "经济发展", "万人", "约束性"),
    ]
    assert figures(found) == [
        (2019, "actual", "point", "1"),
        (2020, "actual", "point", "2"),
        (2024, "target", "point", "3"),
        (2025, "target", "point", "4"),
    ]
    assert figures(found, 1) == [(2020, "actual", "point", "5"), (2025, "target", "point", "6左右")]
    assert found.title == "云川开发区“十四五”主要指标"
    assert found.period == (2021, 2025)


def test_totals_in_brackets_growth_and_cells_that_say_nothing() -> None:
    found = table(
        [
            ["指标名称", "单位", "2020年基期", "2025年目标", "年均增速（%）〔累计〕"],
            ["投资", "亿元", "〔682〕", "－", "[1000]"],
            ["收入", "元", 4, "", "8左右〔45〕"],
            ["能耗", "%", "/", "〔14.5〕", "—"],
        ]
    )
    assert figures(found) == [(2020, "actual", "point", "682"), (None, "target", "cumulative", "1000")]
    assert found.rows[0].figures[0].accumulated
    assert figures(found, 1) == [
        (2020, "actual", "point", "4"),
        (None, "target", "annual", "8%左右"),
        (None, "target", "cumulative", "45"),
    ]
    assert figures(found, 2) == [(None, "target", "cumulative", "14.5")]


def test_lines_between_rows_are_categories_and_notes_are_no_rows() -> None:
    found = table(
        [
            HEADS,
            ["一、经济发展（1项）"],
            [1, "产值", "亿元", 1, 2, "预期性"],
            ["绿色生态"],
            [2, "能耗降低", "%", None, "完成上级下达任务", "约束性"],
            ["注：①是快报数。"],
        ],
        ["A4:F4"],
    )
    assert [(row.name, row.category) for row in found.rows] == [("产值", "经济发展"), ("能耗降低", "绿色生态")]
    assert figures(found, 1) == [(2025, "target", "point", "完成上级下达任务")]
    assert found.footnotes == ["注：①是快报数。"]


def test_a_bare_line_is_a_category_only_by_guess() -> None:
    found = table([HEADS, [None, "经济发展"], [1, "产值", "亿元", 1, 2, "预期性"]])
    assert (found.rows[0].category, found.rows[0].guessed) == ("经济发展", {"category"})


def test_what_cannot_be_read_is_told_with_its_place() -> None:
    found = table(
        [
            [*HEADS, "目标", "排位"],
            [1, "产值", "亿元", "=1+1", "#REF!", "预期性", 9, "第3"],
            [2, None, "亿元", 7, 8, None, None, None],
        ]
    )
    assert problems(found) == [
        "主要指标!G1：这一列「目标」没有写年份，没有读",
        "主要指标!H1：这一列「排位」没有读",
        "主要指标!D2：是公式，文件里没有存结果，打开保存一次再读",
        "主要指标!E2：公式出错（#REF!），没有读",
        "主要指标!D3：这一行没有指标名称，没有读",
    ]
    assert figures(found) == []


def test_bare_years_are_a_guess_and_said_to_be() -> None:
    found = table([["指标名称", "单位", "2020年", "2021年"], ["产值", "亿元", 1, 2]])
    assert figures(found) == [(2020, "actual", "point", "1"), (2021, "target", "point", "2")]
    assert [guess.text() for guess in found.guesses] == [
        "主要指标!C1：这一列「2020年」按2020年实际值读",
        "主要指标!D1：这一列「2021年」按2021年目标值读",
    ]


def test_percent_formats_show_percent() -> None:
    found = table([HEADS, [1, "占比", "%", 0.36, 0.405, None]], formats={"D2": "0%", "E2": "0.0%"})
    assert [figure.text for figure in found.rows[0].figures] == ["36%", "40.5%"]


def test_heads_again_on_the_next_page_are_no_row() -> None:
    found = table([HEADS, [1, "产值", "亿元", 1, 2, None], HEADS, [2, "就业", "人", 1, 2, None]])
    assert [row.name for row in found.rows] == ["产值", "就业"]


@pytest.mark.parametrize("rows", [[], [["甲", "乙"]], [["指标名称", "说什么"]], [["单位", "2025年"]]])
def test_other_sheets_hold_no_indicators(rows: list[Row]) -> None:
    sheet = read_workbook(make_book(rows), "表.xlsx").sheets[0]
    assert read_indicator_table(sheet) is None


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("地区生产总值（亿元）", "地区生产总值", "亿元"),
        ("1.研发强度 (%)", "研发强度", "%"),
        ("（3）  用水量（立方米/万元）①", "用水量", "立方米/万元"),
        ("劳动生产率（2020年价）", "劳动生产率（2020年价）", ""),
        ("其中：高技术 制造业占比", "高技术制造业占比", ""),
        ("每千人口拥有3岁以下婴幼儿托位数[1]", "每千人口拥有3岁以下婴幼儿托位数", ""),
        ("5.0级以上", "5.0级以上", ""),
        ("（亿元）", "（亿元）", ""),
    ],
)
def test_units_numbers_and_marks_are_no_part_of_a_name(text: str, name: str, unit: str) -> None:
    assert split_name(text) == (name, unit)


@pytest.mark.parametrize("text", ["一、经济发展", "（一）经济发展（6项）", "1、经济 发展", "经济发展(6个)"])
def test_numbers_and_counts_are_no_part_of_a_category(text: str) -> None:
    assert split_category(text) == "经济发展"


@pytest.mark.parametrize(
    ("words", "role", "year", "tense"),
    [
        ("2020年(基期)", "figure", 2020, "actual"),
        ("“十四五”末目标", "figure", 2025, "target"),
        ("2025", "figure", 2025, ""),
        ("目标值", "figure", None, "target"),
        ("五年累计", "cumulative", None, "target"),
        ("“十三五”年均完成", "annual", None, "actual"),
        ("计量单位", "unit", None, ""),
        ("指标属性", "nature", None, ""),
        ("牵头单位", "owner", None, ""),
        ("随便", "unknown", None, ""),
    ],
)
def test_heads(words: str, role: str, year: int | None, tense: str) -> None:
    found = column_role(words)
    assert (found.role, found.year, found.tense) == (role, year, tense)


def test_one_name_over_rows_in_unlike_units_is_two_indicators() -> None:
    rows: list[list[object]] = [
        ["指标名称", "单位", "2020年", "2025年"],
        ["研发经费投入", "亿元", 10, 20],
        [None, "%", 2.1, 2.5],
        [None, "亿元", 11, 22],
        ["人口", "万人", 5, 6],
    ]
    sheet = read_workbook(make_book(rows, ["A2:A4"]), "表.xlsx").sheets[0]
    table = read_indicator_table(sheet)
    assert table is not None
    assert [(row.name, row.unit, "name" in row.guessed) for row in table.rows] == [
        ("研发经费投入", "亿元", False),
        ("研发经费投入（%）", "%", True),
        ("人口", "万人", False),
    ]
    assert [figure.text for figure in table.rows[0].figures] == ["10", "20", "11", "22"]
    assert [figure.text for figure in table.rows[1].figures] == ["2.1", "2.5"]
