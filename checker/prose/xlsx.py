"""An .xlsx workbook → sheets of cells, each with its words as a reader sees them and its place.

Merged cells are resolved: every cell of a merged range shows the words of its first cell and names that cell
as its origin. Numbers keep the decimals of their format (0.36 shown as 36%, 10 shown as 10.0). Of many empty
rows one after the other none is kept, so that a stray cell far below a table costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.messages import Message
from checker.messages.sheets import SHEETS_CUT_CELLS
from checker.messages.source import SOURCE_WITH_PATH
from checker.office.xlsx_package import XlsxPackage
from checker.prose.xlsx_cells import Allowance, Place, SheetCells, column_letters, read_cells
from checker.prose.xlsx_parts import read_book
from checker.source import Unreadable

#: Cells of all sheets, empty ones beside filled ones too; the largest real table has some ten thousand.
_CELLS_LIMIT = 400_000
#: Empty rows that are still a part of a sheet.
_LONGEST_GAP = 100


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
    """A sheet as a rectangle of cells from column A on; a long run of empty `rows` is left out."""

    title: str
    rows: Sequence[Sequence[Cell]]

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """The visible sheets of a file; `path` is what a reader sees, `unread` what was left out of them."""

    path: str
    sheets: Sequence[Sheet]
    unread: Sequence[Message] = ()


def read_workbook(data: bytes, shown: str) -> Workbook:
    """The workbook in `data`, to be known to readers as `shown`.

    Raises Unreadable, in one sentence, for what is no .xlsx, encrypted, broken or beyond any real table.
    """
    try:
        return _read(XlsxPackage(data), shown)
    except Unreadable as error:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=error.message)) from None


def _read(package: XlsxPackage, shown: str) -> Workbook:
    book = read_book(package)
    sheets: list[Sheet] = []
    unread: list[Message] = []
    allowance = Allowance()
    left = _CELLS_LIMIT
    for title, part in book.sheets:
        cells = read_cells(package, part, title, book, allowance)
        unread += cells.unread
        sheet, is_whole = _sheet(title, cells, left)
        left -= sum(map(len, sheet.rows))
        if not is_whole:
            unread.append(SHEETS_CUT_CELLS(title=title, row=sheet.rows[-1][0].row if sheet.rows else 0))
        sheets.append(sheet)
    return Workbook(shown, sheets, unread)


def _sheet(title: str, cells: SheetCells, left: int) -> tuple[Sheet, bool]:
    """The rows of a sheet with at most `left` cells, and whether these are all."""
    held = {*cells.filled, *cells.uncounted}
    width = max((column for _, column in held), default=0)
    own = {row for row, _ in held}
    height = max(own, default=0)
    origins, covered = _origins(cells, height, width, left)
    numbers = list(_without_long_gaps(sorted(own | covered)))
    kept = numbers[: left // width if width else 0]
    return Sheet(title, [_row(title, number, width, cells, origins) for number in kept]), len(kept) == len(numbers)


def _without_long_gaps(numbers: Sequence[int]) -> Iterator[int]:
    """The numbers from 1 on, those between two far apart left out."""
    before = 0
    for number in numbers:
        if number - before <= _LONGEST_GAP:
            yield from range(before + 1, number)
        yield number
        before = number


def _row(title: str, row: int, width: int, cells: SheetCells, origins: dict[Place, Place]) -> list[Cell]:
    made = []
    for column in range(1, width + 1):
        origin = origins.get((row, column), (row, column))
        text, value = cells.filled.get(origin, ("", None))
        made.append(Cell(title, row, column, text, value, origin, origin in cells.uncounted))
    return made


def _origins(cells: SheetCells, height: int, width: int, most: int) -> tuple[dict[Place, Place], set[int]]:
    """Where the words of each merged cell stand, and the rows that a filled one runs over.

    Ranges beyond the values cost nothing, and no more than `most` cells are looked at.
    """
    origins: dict[Place, Place] = {}
    covered: set[int] = set()
    for top, left, bottom, right in cells.merged:
        rows, columns = range(top, min(bottom, height) + 1), range(left, min(right, width) + 1)
        most -= len(rows) * len(columns)
        if most < 0:
            break
        if (top, left) in cells.filled and columns:
            covered.update(rows)
        for row in rows:
            for column in columns:
                origins.setdefault((row, column), (top, left))
    return origins, covered
