"""Where a table begins in a sheet: the rows of heads above its columns, told by the words in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.prose.xlsx import Cell, Sheet
from checker.source import fold

_BLANKS = re.compile(r"\s+")
_FIGURE = re.compile(r"[-≥≤<>约〔\[]*[0-9][0-9,.]*[%‰〕\]]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")
#: Heads never take more rows than these.
_MOST_ROWS = 4
#: Words longer than this are no head.
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class Head:
    """One column, counted from 0.

    `words` are those of all its heads from above, without blanks; `cell` is the lowest of them.
    """

    column: int
    words: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table; `first` and `last` are their rows, counted from 0."""

    first: int
    last: int
    columns: Sequence[Head]


def compact(text: str) -> str:
    """`text` at half width, without blanks and line ends."""
    return _BLANKS.sub("", fold(text))


def find_heads(sheet: Sheet, key: Callable[[str], bool], also: Callable[[str], bool]) -> Heads | None:
    """The first rows that are heads: one cell says what `key` looks for, and another what `also` does."""
    for at, row in enumerate(sheet.rows):
        keys = [cell for cell in row if cell.row == cell.origin[0] and key(_head_words(cell))]
        if not keys:
            continue
        heads = _heads(sheet, at, keys[0])
        if any(head.column != keys[0].column - 1 and also(head.words) for head in heads.columns):
            return heads
    return None


def _head_words(cell: Cell) -> str:
    return compact(cell.text) if len(cell.text) <= _LONGEST_HEAD else ""


def _heads(sheet: Sheet, first: int, key: Cell) -> Heads:
    last = first
    while last + 1 < min(len(sheet.rows), first + _MOST_ROWS) and _continues(sheet.rows[last + 1], key):
        last += 1
    columns = []
    for at, cell in enumerate(sheet.rows[last]):
        held: dict[tuple[int, int], str] = {}
        for row in range(first, last + 1):
            above = sheet.rows[row][at]
            held[above.origin] = _head_words(above)
        columns.append(Head(at, "".join(held.values()), cell))
    return Heads(first, last, columns)


def _continues(row: Sequence[Cell], key: Cell) -> bool:
    """Whether `row` still holds heads: below the key it is merged with it, or empty beside words and years."""
    below = row[key.column - 1]
    if below.origin == key.origin:
        return True
    words = [_head_words(cell) for cell in row if cell.text]
    if below.text or len(words) < 2:
        return False
    return all(_YEAR.fullmatch(word) or not _FIGURE.fullmatch(word) for word in words) and any(
        re.search("年|基期|目标|现状|累计|实际", word) for word in words
    )
