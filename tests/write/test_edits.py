"""Sheets and edits: what goes into a workbook comes back, and an edit touches nothing else."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Indicator, build_plan, parse_plan
from checker.model.plan_words import is_unit, written_figure, written_name, written_sentence
from checker.prose.xlsx import read_workbook
from checker.source import SourceText
from checker.write.edits import Edit, add_field, add_figure, append, apply
from checker.write.workbook import SheetColumn, SheetTable, write_workbook

_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


def first(text: str) -> Indicator:
    plan = build_plan(parse_plan(SourceText("", f"规划 甲 {{}}\n{text}")))
    return next(element for element in plan.elements if isinstance(element, Indicator))


def added(text: str, word: str, written: str) -> str:
    element = first(text)
    return apply(element.source.text, [add_figure(element, word, written)]).removeprefix("规划 甲 {}\n")


def test_edits_at_one_place_stand_in_their_order() -> None:
    assert apply("甲乙丙", [Edit(2, 2, "3"), Edit(1, 2, "2"), Edit(1, 1, "1"), Edit(2, 2, "4")]) == "甲1234丙"


def test_a_figure_goes_where_its_year_belongs() -> None:
    text = "指标 乙 { 2020年：实际 1    2025年：目标 3 }  # 注"
    assert added(text, "2021年", "目标 2") == ("指标 乙 { 2020年：实际 1    2021年：目标 2    2025年：目标 3 }  # 注")
    assert added(text, "2030年", "目标 4") == ("指标 乙 { 2020年：实际 1    2025年：目标 3    2030年：目标 4 }  # 注")
    assert added(text, "2025年", "力争 4") == "指标 乙 { 2020年：实际 1    2025年：目标 3、力争 4 }  # 注"
    assert added("指标 乙 { 单位：家  # 注\n}", "年均", "目标 4%") == "指标 乙 { 单位：家    年均：目标 4%  # 注\n}"
    assert added("指标 乙 {}", "2025年", "目标 4") == "指标 乙 { 2025年：目标 4 }"
    assert added("指标 乙 { 累计：目标 4 }", "2025年", "目标 4") == "指标 乙 { 累计：目标 4    2025年：目标 4 }"


def test_a_field_stands_before_the_comment_of_its_line() -> None:
    element = first("指标 乙 {\n  单位：家  # 注\n}")
    assert apply(element.source.text, [add_field(element, "属性：约束性")]).endswith(
        "  单位：家    属性：约束性  # 注\n}"
    )


def test_what_is_appended_has_the_line_ends_of_the_file() -> None:
    assert append("规划 甲 {}\r\n", ["目标 乙 {}\n"]) == "规划 甲 {}\r\n\r\n目标 乙 {}\r\n"
    assert append("规划 甲 {}", ["目标 乙 {}"]) == "规划 甲 {}\n\n目标 乙 {}\n"
    assert append("", ["目标 乙 {}"]) == "目标 乙 {}\n"


@given(_TEXT, _TEXT)
@settings(max_examples=80, deadline=None)
def test_any_words_are_read_as_what_they_are(name: str, sentence: str) -> None:
    text = f"指标 {written_name(name)} {{ 说明：{written_sentence(sentence)} }}"
    plan = build_plan(parse_plan(SourceText("", f"规划 甲 {{}}\n{text}\n")))
    assert plan.problems == []
    (element,) = (element for element in plan.elements if isinstance(element, Indicator))
    assert element.remark is not None or not sentence.strip()


@given(_TEXT, st.sampled_from(["亿元", "%", "", "立方米/万元"]))
@settings(max_examples=80, deadline=None)
def test_a_figure_is_read_or_none(text: str, unit: str) -> None:
    for figure in (text, f"≥{text}", f"5{text}"):
        written = written_figure(figure, unit)
        if written is not None:
            assert first(f"指标 乙 {{ 2025年：目标 {written} }}").figures[0].quantity is not None


def test_figures_as_cells_have_them() -> None:
    figures = {
        "36%": "36",
        "480亿元": "480",
        "＞＝ 5": "≥5",
        "大于等于5.5": "≥5.5",
        "6.5左右": "6.5左右",
        "1,200": "1,200",
        "6—7": "6—7",
        "达到90": "90",
        "约300余": "约300余",
        "第3": None,
        "1→2": None,
        "完成任务": None,
    }
    assert {text: written_figure(text, "%" if "%" in text else "亿元") for text in figures} == figures
    assert (is_unit("亿元"), is_unit("成色"), is_unit("")) == (True, False, False)


def _table(rows: list[tuple[str, str]]) -> SheetTable:
    return SheetTable(
        "表", "题", [SheetColumn(("甲",), 10, merged=True), SheetColumn(("乙", "丙"), 20, left=True)], rows
    )


@given(st.lists(st.tuples(_TEXT, st.one_of(_TEXT, st.decimals(0, 10**9, places=3).map(str))), max_size=6))
@settings(max_examples=60, deadline=None)
def test_what_is_written_reads_back(rows: list[tuple[str, str]]) -> None:
    # Empty rows at the end of a sheet are none.
    rows = [*rows, ("末", "末")]
    data = write_workbook([_table(rows)])
    assert data == write_workbook([_table(rows)])
    grid = read_workbook(data, "表.xlsx").sheets[0].rows
    told = [tuple(cell.text for cell in row) for row in grid[3 : 3 + len(rows)]]
    assert told == [(one.strip(), other.strip()) for one, other in rows]


def test_words_that_begin_like_a_formula_stay_words() -> None:
    grid = read_workbook(write_workbook([_table([("=1+1", "+8")])]), "表.xlsx").sheets[0].rows
    assert [cell.text for cell in grid[3]] == ["=1+1", "+8"]


def test_no_cell_of_a_sheet_is_a_formula() -> None:
    """Titles, heads, cells and notes that begin like one are words."""
    table = SheetTable(
        "甲", "=1+1", [SheetColumn(("@甲",), 10), SheetColumn(("-乙",), 10)], [("=HYPERLINK(1)", "+8")], ["=2"]
    )
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([table])))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
