"""The cells of one worksheet part: those that are filled, within bounds, merged ranges, and what was not read.

A sheet is cut where no real table goes on, at 5000 rows and 256 columns or when its words are too many; what is
beyond is told with the cell that lies farthest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.messages import Message
from checker.messages.sheets import SHEETS_CELL_CUT, SHEETS_CELL_ODD, SHEETS_CUT, SHEETS_CUT_WORDS
from checker.office.xlsx_package import Handler, XlsxPackage
from checker.prose.xlsx_parts import CELL_LIMIT, Book, plain_words
from checker.prose.xlsx_values import read_value

ROW_LIMIT = 5000
COLUMN_LIMIT = 256
#: Characters that the cells of a workbook may show, and cells that may be told as odd, before the rest is one line.
WORDS_LIMIT = 4_000_000
_ODD_LIMIT = 20
_MERGED_LIMIT = 100_000
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Place = tuple[int, int]


@dataclass(slots=True)
class SheetCells:
    """The filled cells of a sheet by row and column from 1: words as shown, and the value as stored.

    `merged` are ranges (top, left, bottom, right); `uncounted` are formulas without a stored result; `unread` says
    what was left out.
    """

    filled: dict[Place, tuple[str, object]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncounted: set[Place] = field(default_factory=set)
    unread: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Allowance:
    """What the words of a workbook may still take."""

    words: int = WORDS_LIMIT


def read_cells(package: XlsxPackage, part: str, title: str, book: Book, allowance: Allowance) -> SheetCells:
    """The cells of the worksheet `part`, known to readers as `title`."""
    reader = _Cells(title, book, allowance)
    package.read(part, reader)
    return reader.told()


class _Cells(Handler):
    """Follows the elements of a worksheet."""

    def __init__(self, title: str, book: Book, allowance: Allowance) -> None:
        self.cells = SheetCells()
        self.title, self.book, self.allowance = title, book, allowance
        self.row = self.column = 0
        self.kind = self.style = ""
        self.has_formula = False
        self.stored: list[str] = []
        self.length = 0
        self.in_stored = self.in_reading = False
        self.farthest: Place = (0, 0)
        self.words_cut: str = ""
        self.odd = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "row":
                number = attributes.get("r", "")
                self.row = int(number) if number.isascii() and number.isdecimal() and len(number) < 8 else self.row + 1
                self.column = 0
            case "c":
                self._begin_cell(attributes)
            case "f":
                self.has_formula = True
            case "rPh":
                self.in_reading = True
            case "v" | "t":
                self.in_stored = not self.in_reading
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = _CELL.fullmatch(attributes.get("r", ""))
        self.column = column_number(place[1]) if place else self.column + 1
        if place and int(place[2]):
            self.row = int(place[2])
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.has_formula = False
        self.stored, self.length = [], 0

    def end(self, name: str) -> None:
        match name:
            case "v" | "t":
                self.in_stored = False
            case "rPh":
                self.in_reading = False
            case "c":
                self._end_cell()

    def characters(self, text: str) -> None:
        if self.in_stored and self.length <= CELL_LIMIT:
            self.stored.append(text)
            self.length += len(text)

    def _end_cell(self) -> None:
        stored = "".join(self.stored)
        if not stored and not self.has_formula:
            return
        place = self.row, self.column
        if self.row > ROW_LIMIT or self.column > COLUMN_LIMIT:
            self.farthest = max(self.row, self.farthest[0]), max(self.column, self.farthest[1])
        elif stored:
            self._fill(place, stored)
        else:
            self.cells.uncounted.add(place)

    def _fill(self, place: Place, stored: str) -> None:
        told = read_value(stored, self.kind, self.style, self.book)
        if told is None:
            self._odd(SHEETS_CELL_ODD(place=self._named(place), text=stored[:40]))
            told = plain_words(stored).strip(), None
        text, value = told
        if len(text) > CELL_LIMIT:
            self._odd(SHEETS_CELL_CUT(place=self._named(place), limit=CELL_LIMIT))
            text = text[:CELL_LIMIT]
        if len(text) > self.allowance.words:
            self.words_cut = self.words_cut or self._named(place)
            return
        self.allowance.words -= len(text)
        if value is not None or text:
            self.cells.filled[place] = text, value

    def _odd(self, told: Message) -> None:
        self.odd += 1
        if self.odd <= _ODD_LIMIT:
            self.cells.unread.append(told)

    def _named(self, place: Place) -> str:
        return f"{self.title}!{column_letters(place[1])}{place[0]}"

    def _merge(self, reference: str) -> None:
        ends = [_CELL.fullmatch(end) for end in reference.split(":")]
        if len(ends) == 2 and ends[0] and ends[1] and len(self.cells.merged) < _MERGED_LIMIT:
            top, bottom = sorted((int(ends[0][2]), int(ends[1][2])))
            left, right = sorted((column_number(ends[0][1]), column_number(ends[1][1])))
            self.cells.merged.append((max(top, 1), left, min(bottom, ROW_LIMIT), min(right, COLUMN_LIMIT)))

    def told(self) -> SheetCells:
        """The cells, with what was not read."""
        if self.farthest != (0, 0):
            farthest = f"{column_letters(self.farthest[1])}{self.farthest[0]}"
            self.cells.unread.append(
                SHEETS_CUT(title=self.title, rows=ROW_LIMIT, columns=COLUMN_LIMIT, farthest=farthest)
            )
        if self.words_cut:
            self.cells.unread.append(SHEETS_CUT_WORDS(title=self.title, place=self.words_cut))
        return self.cells


def column_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
