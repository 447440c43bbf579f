"""Sheets as they go with a draft for review → the bytes of an .xlsx file, the same for the same content.

A sheet has a title row, rows of heads, rows of cells, and notes below; it prints on A4 landscape, its heads
repeated on each page, in the fonts that official papers have (by name: they come with WPS and Office).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from checker.office.archive import pack, unpack
from checker.source import display_width

_TITLE_FONT, _HEAD_FONT, _BODY_FONT = "黑体", "黑体", "仿宋"
_TITLE_SIZE, _SIZE = 16, 10.5
_LINE_HEIGHT = 15
_MOST_MERGED = 20
_HIGHEST = 400  # a spreadsheet takes no row beyond 409 points
#: A file carries no time of its own, so that the same sheet is the same file.
_PROPERTIES = "docProps/core.xml"
_STAMP = b"1980-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.([0-9]{1,6}))?")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its heads from above, its width in characters, and whether its words begin at the left.

    Heads alike side by side, or one below the other, are one merged cell.
    """

    heads: tuple[str, ...]
    width: float
    left: bool = False
    merged: bool = False  # cells alike below each other are one


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet; `name` is its tab, `title` the line on top."""

    name: str
    title: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())


def write_workbook(tables: Sequence[SheetTable]) -> bytes:
    """The .xlsx file of `tables`."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    book.properties.creator = "plancheck"
    book.properties.title = _clean(tables[0].title)
    stream = io.BytesIO()
    book.save(stream)
    return _without_time(stream.getvalue())


def _fill(sheet: Any, table: SheetTable) -> None:
    depth = max(len(column.heads) for column in table.columns)
    first = 2 + depth
    _title(sheet, table, len(table.columns))
    for at, column in enumerate(table.columns, 1):
        sheet.column_dimensions[_letter(at)].width = column.width
        for row in range(depth):
            _put(sheet, row + 2, at, column.heads[min(row, len(column.heads) - 1)], head=True)
    for row in range(depth):
        # What stands over several columns has room enough in two lines.
        own = [(column.heads[row], column) for column in table.columns if row == len(column.heads) - 1]
        _set_height(sheet, row + 2, own if row == depth - 1 else [("\n", table.columns[0])])
    _merge_heads(sheet, table, depth)
    for row, cells in enumerate(table.rows, first):
        for at, (text, column) in enumerate(zip(cells, table.columns, strict=True), 1):
            _put(sheet, row, at, text, left=column.left)
        _set_height(sheet, row, [(t, c) for t, c in zip(cells, table.columns, strict=True) if not c.merged])
    _merge_bodies(sheet, table, first)
    for row, note in enumerate(table.notes, first + len(table.rows)):
        _note(sheet, row, note, table)
    _page(sheet, first)


def _set_height(sheet: Any, row: int, cells: Sequence[tuple[str, SheetColumn]]) -> None:
    """As many lines as the longest cell takes when its words are wrapped; not every program works that out."""
    lines = [
        sum(max(-(-display_width(line) // max(int(column.width) - 1, 1)), 1) for line in text.split("\n"))
        for text, column in cells
    ]
    sheet.row_dimensions[row].height = min(_LINE_HEIGHT * max(lines, default=1) + 4, _HIGHEST)


def _title(sheet: Any, table: SheetTable, columns: int) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(1, 1, _clean(table.title))
    cell.data_type = "s"
    cell.font = Font(name=_TITLE_FONT, size=_TITLE_SIZE)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 2 * _LINE_HEIGHT + 6
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=columns)


def _put(sheet: Any, row: int, column: int, text: str, *, head: bool = False, left: bool = False) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    cell = sheet.cell(row, column)
    number = _PLAIN_NUMBER.fullmatch(text) if not head else None
    if number:
        cell.value = Decimal(text)
        cell.number_format = f"0.{'0' * len(number[1])}" if number[1] else "0"
    elif text:
        cell.value = _clean(text)
        cell.data_type = "s"  # words that begin with = are words, never a formula
    line = Side(style="thin")
    cell.border = Border(line, line, line, line)
    cell.alignment = Alignment(horizontal="left" if left and not head else "center", vertical="center", wrap_text=True)
    cell.font = Font(name=_HEAD_FONT if head else _BODY_FONT, size=_SIZE)


def _merge_heads(sheet: Any, table: SheetTable, depth: int) -> None:
    """One head over several columns, or down several rows, is one cell."""
    at = 0
    while at < len(table.columns):
        heads = table.columns[at].heads
        if len(heads) == 1:
            if depth > 1:
                sheet.merge_cells(start_row=2, end_row=1 + depth, start_column=at + 1, end_column=at + 1)
            at += 1
            continue
        last = at
        while last + 1 < len(table.columns) and _shares_top(table.columns[last + 1], heads):
            last += 1
        if last > at:
            sheet.merge_cells(start_row=2, end_row=2, start_column=at + 1, end_column=last + 1)
        at = last + 1


def _shares_top(column: SheetColumn, heads: tuple[str, ...]) -> bool:
    return len(column.heads) > 1 and column.heads[0] == heads[0]


def _merge_bodies(sheet: Any, table: SheetTable, first: int) -> None:
    for at, column in enumerate(table.columns):
        if not column.merged:
            continue
        begin = 0
        for row in range(1, len(table.rows) + 1):
            if row < len(table.rows) and table.rows[row][at] == table.rows[begin][at]:
                continue
            # A cell that runs over pages would show its words on one of them only.
            if 1 < row - begin <= _MOST_MERGED and table.rows[begin][at]:
                sheet.merge_cells(
                    start_row=first + begin, end_row=first + row - 1, start_column=at + 1, end_column=at + 1
                )
            begin = row


def _note(sheet: Any, row: int, note: str, table: SheetTable) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, 1, _clean(note))
    cell.data_type = "s"
    cell.font = Font(name=_BODY_FONT, size=_SIZE)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    width = sum(column.width for column in table.columns)
    sheet.row_dimensions[row].height = _LINE_HEIGHT * -(-display_width(note) // max(int(width), 1)) + 4
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(table.columns))


def _page(sheet: Any, first: int) -> None:
    """A4 landscape, as wide as the page, the heads on each; they also stay in sight on the screen."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"A{first}"
    sheet.print_title_rows = f"2:{first - 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)[:32_000]


def _without_time(archive: bytes) -> bytes:
    parts = unpack(archive)
    parts[_PROPERTIES] = _TIMES.sub(rb"\g<1>" + _STAMP, parts[_PROPERTIES])
    return pack(parts)
