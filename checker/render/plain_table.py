"""A table of headings and rows: for people, for WPS and Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from checker.render.csv_table import BYTE_ORDER_MARK, inert
from checker.render.visible import visible
from checker.source import display_width

_WIDEST = 40
Cell = str | int | None


def text_table(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """For people: long cells are cut, rows stand below each other."""
    shown = [list(headings), *([_short(cell) for cell in row] for row in rows)]
    widths = [max(map(display_width, cells)) for cells in zip(*shown, strict=True)]
    lines = ("  ".join(c + " " * (w - display_width(c)) for c, w in zip(row, widths, strict=True)) for row in shown)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def columns_within(width: int, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """How many of the first columns take no more than `width` on a screen; one at least."""
    taken = 0
    for at, heading in enumerate(headings):
        taken += max(map(display_width, (heading, *(_short(row[at]) for row in rows)))) + 2
        if at and taken > width:
            return at
    return len(headings)


def csv_of_table(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """As CSV, cells whole."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([inert("" if cell is None else str(cell)) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _short(cell: Cell) -> str:
    words = visible("" if cell is None else str(cell))
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
