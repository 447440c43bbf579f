"""An .xlsx workbook → sheets of cells, each with its words as a reader sees them and its place.

Merged cells are resolved: every cell of a merged range shows the words of its first cell and names that cell
as its origin. Numbers keep the decimals of their format (0.36 shown as 36%, 10 shown as 10.0).
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from checker.messages.sheets import SHEETS_BROKEN
from checker.messages.source import SOURCE_WITH_PATH
from checker.prose.xlsx_scan import COLUMN_LIMIT, ROW_LIMIT, PartScan, column_letters, scan_package
from checker.source import Unreadable

#: What stands in a number format beside the digits: literal words, colours, fill characters.
_FORMAT_NOISE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_FORMAT_DIGITS = re.compile(r"[#0?,]*[0#?](?:\.([0#?]+))?")
#: Digits that a spreadsheet keeps; what is beyond comes from binary fractions.
_SIGNIFICANT = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text` as shown, `value` as stored (None, str, int, float, bool, date).

    `row` and `column` count from 1; `origin` is the first cell of the merged range that it lies in, else its
    own place. `uncounted` says that it is a formula whose result the file does not hold.
    """

    sheet: str
    row: int
    column: int
    text: str
    value: object
    origin: tuple[int, int]
    uncounted: bool = False

    @property
    def place(self) -> str:
        """Where it stands: 主要指标!C7."""
        return f"{self.sheet}!{column_letters(self.column)}{self.row}"

    @property
    def is_origin(self) -> bool:
        """Whether it holds its words itself."""
        return self.origin == (self.row, self.column)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet as a full rectangle of cells, from A1 on."""

    title: str
    rows: Sequence[Sequence[Cell]]

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """The visible sheets of a file; `path` is what a reader sees."""

    path: str
    sheets: Sequence[Sheet]


def read_workbook(data: bytes, shown: str) -> Workbook:
    """The workbook in `data`, to be known to readers as `shown`.

    Raises Unreadable, in one sentence, for what is no .xlsx, encrypted, broken or beyond any real table.
    """
    try:
        scans = scan_package(data)
        return Workbook(shown, _read(data, scans))
    except Unreadable as error:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=error.message)) from None


def _read(data: bytes, scans: dict[str, PartScan]) -> list[Sheet]:
    import openpyxl

    with warnings.catch_warnings():
        # Data validation, unknown extensions: nothing of a table is lost with them.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                if not book.worksheets:  # “Strict Open XML”, which openpyxl does not know
                    raise Unreadable(SHEETS_BROKEN())
                visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                return [_read_sheet(sheet, scans) for sheet in visible]
            finally:
                book.close()
        except Unreadable:
            raise
        except Exception as error:  # openpyxl raises whatever a broken part brings about
            raise Unreadable(SHEETS_BROKEN()) from error


def _read_sheet(sheet: Any, scans: dict[str, PartScan]) -> Sheet:
    scan = scans.get(sheet._worksheet_path, PartScan())  # noqa: SLF001 - nothing public names the part
    # The dimension that a file declares is often wrong.
    sheet.reset_dimensions()
    found: dict[tuple[int, int], Any] = {}
    for row in sheet.iter_rows(max_row=ROW_LIMIT, max_col=COLUMN_LIMIT):
        for cell in row:
            if cell.value is not None:
                found[cell.row, cell.column] = cell
    found_or_due = {*found, *scan.uncounted}
    height = max((row for row, _ in found_or_due), default=0)
    width = max((column for _, column in found_or_due), default=0)
    origins = _origins(scan, height, width)
    rows = []
    for row in range(1, height + 1):
        cells = []
        for column in range(1, width + 1):
            origin = origins.get((row, column), (row, column))
            held = found.get(origin)
            text, value = _shown(held) if held is not None else ("", None)
            cells.append(Cell(sheet.title, row, column, text, value, origin, origin in scan.uncounted))
        rows.append(cells)
    return Sheet(sheet.title, rows)


def _origins(scan: PartScan, height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Where the words of each merged cell stand; ranges beyond the values cost nothing."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in scan.merged:
        for row in range(top, min(bottom, height) + 1):
            for column in range(left, min(right, width) + 1):
                origins.setdefault((row, column), (top, left))
    return origins


def _shown(cell: Any) -> tuple[str, object]:
    value = cell.value
    if isinstance(value, bool):
        return ("是" if value else "否"), value
    if isinstance(value, int | float):
        return show_number(value, cell.number_format or ""), value
    if isinstance(value, datetime):
        day = value.date()
        return f"{day.year}年{day.month}月{day.day}日", day
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日", value
    return str(value).strip(), value


def show_number(value: float, number_format: str) -> str:
    """`value` as a spreadsheet shows it, without thousands separators: 0.36 under 0% is 36%."""
    exact = _exact(value)
    if exact is None:
        return str(value)
    shape = _FORMAT_NOISE.sub("", number_format.split(";", 1)[0])
    percent = "%" if "%" in shape else ""
    if percent:
        exact *= 100
    digits = _FORMAT_DIGITS.search(shape)
    if digits is None or "E" in shape.upper() or shape.endswith(",") or "/" in shape:
        return _plain(exact) + percent
    places = digits[1] or ""
    if len(places) > _SIGNIFICANT:
        return _plain(exact) + percent
    shown = str(exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)) if _fits(exact) else _plain(exact)
    for _ in range(places.count("#")):
        shown = shown.removesuffix("0")
    return shown.removesuffix(".") + percent


def _exact(value: float) -> Decimal | None:
    number = Decimal(format(Decimal(value), f".{_SIGNIFICANT}g"))
    return number if number.is_finite() else None


def _fits(number: Decimal) -> bool:
    """Whether rounding to decimals stays within the digits that Decimal keeps."""
    return number.adjusted() < 12


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
