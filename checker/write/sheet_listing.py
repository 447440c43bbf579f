"""The sheet of a list of things of one kind, and of any other plain list."""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine.listing import Listing
from checker.source import display_width
from checker.write.workbook import SheetColumn, SheetTable

_NARROWEST, _WIDEST = 8, 40


def listing_sheets(listing: Listing, lang: str = "zh") -> list[SheetTable]:
    """One sheet, a row for each thing."""
    rows = [["" if cell is None else str(cell) for cell in row] for row in listing.cells(lang)]
    return [plain_sheet(listing.kind, listing.kind, listing.headings(lang), rows)]


def plain_sheet(name: str, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> SheetTable:
    """A sheet of rows under headings, each column as wide as its words, within reason."""
    columns = [
        SheetColumn((head,), _width([head, *(row[at] for row in rows)]), left=True) for at, head in enumerate(headings)
    ]
    return SheetTable(name, title, columns, rows)


def _width(words: list[str]) -> float:
    return min(max(_NARROWEST, *(display_width(word) + 2 for word in words)), _WIDEST)
