"""An .xlsx workbook as a document: each filled cell a paragraph of its own, with the place of its cell."""

from __future__ import annotations

import re

from checker.prose.document import Block, BlockKind, Cell, Document
from checker.prose.xlsx import read_workbook
from checker.source import SourceText

#: What a sheet is called that nobody gave a name.
_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s*[0-9]*", re.IGNORECASE)


def build_xlsx(data: bytes, shown: str) -> Document:
    """The visible sheets of the workbook in `data`, one table each. Raises Unreadable, naming `shown`."""
    blocks: list[Block] = []
    lines: list[str] = []
    start = 0
    book = read_workbook(data, shown)
    for number, sheet in enumerate(book.sheets, 1):
        spans: dict[tuple[int, int], Cell] = {}
        for cell in sheet.cells():
            if cell.is_origin:
                if not cell.text:
                    continue
                text = " ".join(cell.text.split())
                spans[cell.origin] = Cell(number, cell.row, cell.column)
                blocks.append(Block(BlockKind.CELL, text, start, cell=spans[cell.origin]))
                lines.append(text)
                start += len(text) + 1
            elif cell.origin in spans:
                origin = spans[cell.origin]
                origin.rows = max(origin.rows, cell.row - origin.row + 1)
                origin.columns = max(origin.columns, cell.column - origin.column + 1)
    titles = {number: sheet.title for number, sheet in enumerate(book.sheets, 1) if not _UNNAMED.fullmatch(sheet.title)}
    return Document(SourceText(shown, "\n".join(lines)), blocks, unread=book.unread, titles=titles)
