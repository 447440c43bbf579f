"""The head of a document: the lines above its first heading and its first sentence, and what stands in its headers.

Title, stage, place, period and marks of secrecy stand there. What is said further down is running text and says
nothing of the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.prose.document import Block, BlockKind, Document

#: So many lines at most; beyond them no title page goes.
_MOST_LINES = 24
#: A paragraph of so many characters is text, whatever it ends with.
_LONGEST = 90
_SENTENCE = re.compile(r"[。；！？]\s*$")
#: 各位代表：, how a report begins to speak.
_ADDRESS = re.compile(r"^各位[\u4e00-\u9fff、]{2,12}[：:]")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line: its words, the offset of its first character, and whether it is a table cell with others beside it."""

    text: str
    start: int
    beside: bool = False


def head_lines(document: Document) -> Sequence[HeadLine]:
    """The lines of the head, in order; none for a document that begins with its first chapter."""
    crowded = _crowded_rows(document.blocks[:_MOST_LINES])
    return tuple(_lines(document.blocks, crowded))


def _lines(blocks: Sequence[Block], crowded: set[tuple[int, int]]) -> Iterator[HeadLine]:
    for block in blocks[:_MOST_LINES]:
        text = block.text.strip()
        if block.kind is BlockKind.NOTE:
            return
        if block.cell is None and _is_body(block, text):
            return
        beside = block.cell is not None and (block.cell.table, block.cell.row) in crowded
        yield HeadLine(text, block.start + len(block.text) - len(block.text.lstrip()), beside)


def _is_body(block: Block, text: str) -> bool:
    if block.kind is BlockKind.HEADING and block.number:
        return True
    return len(text) > _LONGEST or _SENTENCE.search(text) is not None or _ADDRESS.match(text) is not None


def _crowded_rows(blocks: Sequence[Block]) -> set[tuple[int, int]]:
    """Table and row of cells that share their row with another filled cell."""
    columns: dict[tuple[int, int], set[int]] = {}
    for block in blocks:
        if block.cell is not None and block.text.strip():
            columns.setdefault((block.cell.table, block.cell.row), set()).add(block.cell.column)
    return {row for row, filled in columns.items() if len(filled) > 1}
