"""The reader of workbooks: what a reader would see in each cell; and nothing that a file holds does any harm."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.prose.comment_table import read_comment_table
from checker.prose.indicator_table import read_indicator_table
from checker.prose.xlsx import read_workbook
from checker.prose.xlsx_cells import column_letters, column_number
from checker.prose.xlsx_values import show_number
from checker.quantity import parse_numeral
from checker.source import Unreadable
from tests.workbooks import make_book, with_part

SHEET = "xl/worksheets/sheet1.xml"


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_workbook(data, "表.xlsx").sheets[0].rows]


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_workbook(data, "表.xlsx")
    return str(refused.value)


def test_cells_show_what_a_reader_sees() -> None:
    data = make_book(
        [["指标 ", 0.36, 10, 1234.5, 312.59999999999997, True, date(2021, 4, 15), "完成\n任务"]],
        formats={"B1": "0%", "C1": "0.0", "D1": "#,##0.00_ "},
    )
    assert texts(data) == [["指标", "36%", "10.0", "1234.50", "312.6", "是", "2021年4月15日", "完成\n任务"]]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.1255, "0.00%", "12.55%"),
        (2.5, '0.0"亿元"', "2.5"),
        (7, "0.##", "7"),
        (7.25, "0.0#", "7.25"),
        (1e20, "0", "100000000000000000000"),
        (0.5, "# ?/?", "0.5"),
        (1.005, "General", "1.005"),
        (-3.0, "0;[Red]-0", "-3"),
    ],
)
def test_numbers_keep_the_decimals_of_their_format(value: float, number_format: str, shown: str) -> None:
    assert show_number(value, number_format) == shown


def test_every_cell_of_a_merged_range_shows_its_first() -> None:
    sheet = read_workbook(make_book([["甲", None, 1], [None, None, 2]], ["A1:B2"]), "表.xlsx").sheets[0]
    assert [[cell.text for cell in row] for row in sheet.rows] == [["甲", "甲", "1"], ["甲", "甲", "2"]]
    last = sheet.rows[1][1]
    assert (last.place, last.origin, last.is_origin) == ("主要指标!B2", (1, 1), False)


def test_a_formula_without_a_result_is_told_apart_from_an_empty_cell() -> None:
    sheet = read_workbook(make_book([["=1+1", None, "x"]]), "表.xlsx").sheets[0]
    assert [cell.uncounted for cell in sheet.rows[0]] == [True, False, False]


def test_hidden_sheets_are_left_out() -> None:
    data = make_book([["甲"]], more={"藏": [["乙"]], "见": [["丙"]]}, hidden={"藏"})
    assert [sheet.title for sheet in read_workbook(data, "表.xlsx").sheets] == ["主要指标", "见"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "表.xlsx：不是 .xlsx 文件"),
        ("规划 甲 {}".encode(), "表.xlsx：不是 .xlsx 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "表.xlsx：是旧格式（.xls、.et、.wps），用"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "表.xlsx：有密码，用",
        ),
        (make_book([["甲"]])[:700], "表.xlsx：表格文件损坏"),
    ],
)
def test_other_files_are_told_in_one_line(data: bytes, told: str) -> None:
    assert refusal(data).startswith(told)
    assert "\n" not in refusal(data)


def test_a_word_file_is_no_workbook() -> None:
    data = with_part(make_book([["甲"]]), "xl/workbook.xml", lambda _: b"<a/>")
    renamed = data.replace(b"xl/workbook.xml", b"wd/document.xml")
    assert refusal(renamed) == "表.xlsx：不是 .xlsx 文件"


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    assert refusal(with_part(make_book([["甲"]]), "xl/styles.xml", lambda _: bomb)) == (
        "表.xlsx：表格文件里有外来的定义（DOCTYPE），没有读"
    )


@pytest.mark.parametrize(
    "swollen",
    [
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * (33 * 1024 * 1024)),
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b"<c/>" * 1_000_001),
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b"<c>" * 300 + b"</c>" * 300),
    ],
)
def test_what_swells_is_refused_at_once(swollen: object) -> None:
    assert callable(swollen)
    data = with_part(make_book([["甲"]]), SHEET, swollen)
    begun = time.process_time()
    assert refusal(data).startswith("表.xlsx：表格太大")
    assert time.process_time() - begun < 10


def unread(data: bytes) -> list[str]:
    return [told.text() for told in read_workbook(data, "表.xlsx").unread]


def replaced(old: bytes, new: bytes, rows: list[list[object]] | None = None) -> bytes:
    """A book of one sheet, whose XML is changed in one place."""
    data = with_part(make_book(rows or [["甲"]]), SHEET, lambda xml: xml.replace(old, new, 1))
    assert data != make_book(rows or [["甲"]])
    return data


@pytest.mark.parametrize(
    ("far", "farthest"), [("A9000", "A9000"), ("ZZ9", "ZZ9"), ("XFD1048576", "XFD1048576"), ("A9999999", "A9999999")]
)
def test_a_sheet_is_cut_at_a_cell_far_off_and_that_is_told(far: str, farthest: str) -> None:
    data = replaced(b"</sheetData>", f'<row><c r="{far}"><v>1</v></c></row></sheetData>'.encode())
    assert texts(data) == [["甲"]]
    assert unread(data) == [f"表「主要指标」只读了前5000行、前256列，最远的内容在 {farthest} 一带，没有读"]


def test_a_long_run_of_empty_rows_is_left_out() -> None:
    corner = b'<row r="5000"><c r="IV5000"><v>1</v></c></row></sheetData>'
    sheet = read_workbook(replaced(b"</sheetData>", corner), "表.xlsx").sheets[0]
    assert [[row[0].row, len(row)] for row in sheet.rows] == [[1, 256], [5000, 256]]
    assert sheet.rows[1][255].place == "主要指标!IV5000"


def test_a_sheet_with_more_cells_than_a_table_has_is_cut() -> None:
    rows = "".join(f'<row r="{row}"><c r="IV{row}"><v>1</v></c></row>' for row in range(2, 3001))
    data = replaced(b"</sheetData>", f"{rows}</sheetData>".encode())
    book = read_workbook(data, "表.xlsx")
    assert len(book.sheets[0].rows) == 400_000 // 256
    assert [told.text() for told in book.unread] == ["表「主要指标」太大，只读到第1562行"]


def test_a_part_without_a_name_is_none() -> None:
    data = with_part(make_book([["甲"]]), "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"sharedStrings", b"x"))
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("/", b"")
    assert [cell.text for cell in read_workbook(buffer.getvalue(), "表.xlsx").sheets[0].cells()] == ["甲"]


def test_long_words_again_and_again_are_cut() -> None:
    words = with_part(
        make_book([["甲"]]),
        "xl/sharedStrings.xml",
        lambda _: b"<sst><si><t>" + b"x" * 200_000 + b"</t></si></sst>",
    )
    words = with_part(
        words,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(
            b"</Relationships>",
            b'<Relationship Id="w" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
    )
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(2, 3000))
    data = with_part(words, SHEET, lambda xml: xml.replace(b"</sheetData>", f"{cells}</sheetData>".encode()))
    read = read_workbook(data, "表.xlsx")
    assert sum(len(cell.text) for cell in read.sheets[0].cells()) <= 4_000_000
    assert read.unread[0].text() == "主要指标!A2：超过32767字，只读了前面的"
    assert read.unread[-1].text() == "表「主要指标」的字太多，从 A124 起没有读全".replace("A124", "主要指标!A124")


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (b'<c r="B1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!", []),
        (b'<c r="B1"><v>abc</v></c>', "abc", ["主要指标!B1：存的内容“abc”读不成值，照原话读"]),
        (b'<c r="B1" t="s"><v>99</v></c>', "99", ["主要指标!B1：存的内容“99”读不成值，照原话读"]),
        (b'<c r="B1" t="b"><v>7</v></c>', "7", ["主要指标!B1：存的内容“7”读不成值，照原话读"]),
        (b'<c r="B1"><v>1e999</v></c>', "1e999", ["主要指标!B1：存的内容“1e999”读不成值，照原话读"]),
        (b'<c r="B1" t="d"><v>2021-04-15T00:00:00</v></c>', "2021年4月15日", []),
        (b'<c r="B1" s="999"><v>5</v></c>', "5", []),
        (b'<c r="B1" t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>', "a", []),
        (b'<c r="B1" t="str"><v>a_x000D_\nb_x005F_x</v></c>', "a\nb_x", []),
    ],
)
def test_one_odd_cell_does_not_cost_the_book(cell: bytes, text: str, told: list[str]) -> None:
    data = replaced(b"</row>", cell + b"</row>")
    assert texts(data) == [["甲", text]]
    assert unread(data) == told


def test_the_strict_form_of_the_format_is_read() -> None:
    data = make_book([["甲", 0.36]], formats={"B1": "0%"})
    for part in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml"):
        data = with_part(
            data,
            part,
            lambda xml: xml.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ).replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
        )
    assert texts(data) == [["甲", "36%"]]


def test_ranges_merged_beyond_the_cells_cost_nothing() -> None:
    many = b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 9 + b"</mergeCells>"
    assert texts(replaced(b"</sheetData>", many)) == [["甲"]]


def test_words_longer_than_a_head_are_none() -> None:
    rows: list[list[object]] = [
        ["指标名称" + "甲" * 60, "单位", "2025年"],
        ["指标名称", "单位", "2025年"],
        ["甲", "%", 3],
    ]
    sheet = read_workbook(make_book(rows), "表.xlsx").sheets[0]
    table = read_indicator_table(sheet)
    assert table is not None
    assert [row.name for row in table.rows] == ["甲"]


def test_one_range_over_the_whole_sheet_costs_nothing() -> None:
    whole = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = with_part(make_book([["甲"], [None, "乙"]]), SHEET, lambda xml: xml.replace(b"</sheetData>", whole))
    assert texts(data) == [["甲", "甲"], ["甲", "甲"]]


@given(st.integers(1, 16384))
def test_letters_of_columns_lead_back(number: int) -> None:
    assert column_number(column_letters(number)) == number


@given(st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**6), 10**6, places=4).map(float)))
@settings(max_examples=60, deadline=None)
def test_a_number_reads_back_equal(number: float) -> None:
    ((text,),) = texts(make_book([[number]]))
    assert parse_numeral(text) is not None
    assert float(text) == number


_WORDS = st.sampled_from(
    [
        "指标名称",
        "单位",
        "2025年",
        "基期",
        "目标",
        "年均",
        "属性",
        "意见",
        "采纳情况",
        "一、经济",
        "〔9〕",
        "—",
        "≥3",
        "注：甲",
    ]
)
_CELLS = st.one_of(
    st.none(),
    _WORDS,
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8).filter(
        lambda text: not text.startswith("=")
    ),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**9), 10**9),
)


@given(st.lists(st.lists(_CELLS, max_size=6), max_size=8), st.sets(st.sampled_from(["A1:B2", "C1:C3", "D2:F2"])))
@settings(max_examples=80, deadline=None)
def test_any_grid_is_read(rows: list[list[object]], merged: set[str]) -> None:
    """Whatever stands in the cells, the readers say what they can and raise nothing."""
    from checker.draft.table import draft_plan
    from checker.model import parse_plan
    from checker.source import SourceText
    from checker.write import format_text

    data = make_book(rows, sorted(merged))
    for sheet in read_workbook(data, "表.xlsx").sheets:
        read_comment_table(sheet)
        table = read_indicator_table(sheet)
        if table is not None:
            text = draft_plan([table], "表.xlsx")
            assert parse_plan(SourceText("", text)).problems == []
            assert format_text(text) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    for content in (data, b"PK\x03\x04" + data):
        with pytest.raises(Unreadable):
            read_workbook(content, "表.xlsx")
