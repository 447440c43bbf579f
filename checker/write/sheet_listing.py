"""The sheet of a list of things of one kind."""

from __future__ import annotations

from checker.engine.listing import Listing
from checker.source import display_width
from checker.write.workbook import SheetColumn, SheetTable

_NARROWEST, _WIDEST = 8, 40


def listing_sheets(listing: Listing, lang: str = "zh") -> list[SheetTable]:
    """One sheet, a row for each thing."""
    heads = listing.headings(lang)
    rows = [["" if cell is None else str(cell) for cell in row] for row in listing.cells(lang)]
    columns = [
        SheetColumn((head,), _width([head, *(row[at] for row in rows)]), left=True) for at, head in enumerate(heads)
    ]
    return [SheetTable(listing.kind, listing.kind, columns, rows)]


def _width(words: list[str]) -> float:
    return min(max(_NARROWEST, *(display_width(word) + 2 for word in words)), _WIDEST)
