"""What the tables of a text are called: the caption above one, or the row that heads it all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.prose.document import Block

_CAPTION = re.compile(r"[\s\u3000]*(?:附?表|图表|专栏|附件)[\s\u3000]*[0-9０-９一二三四五六七八九十]+(?![、.．]?[0-9])")
#: A longer paragraph above a table or a longer first row is text.
_LONGEST = 60


def table_titles(blocks: Sequence[Block]) -> dict[int, str]:
    """The titles of the tables by number; a table without one is not in it."""
    titles: dict[int, str] = {}
    before: Block | None = None
    seen: set[int] = set()
    for at, block in enumerate(blocks):
        if block.cell is None:
            before = block
            continue
        if block.cell.table not in seen:
            seen.add(block.cell.table)
            title = _caption(before) or _heading_row(blocks, at)
            if title:
                titles[block.cell.table] = _without_number(title, block.cell.table)
        before = None
    return {number: title for number, title in titles.items() if title}


def _caption(block: Block | None) -> str:
    return _words(block.text) if block is not None and _is_caption(block.text) else ""


def _is_caption(text: str) -> bool:
    return len(text) <= _LONGEST and _CAPTION.match(text) is not None


def _heading_row(blocks: Sequence[Block], at: int) -> str:
    """The words of a first row that is one cell over several columns, or says that it is a caption."""
    first = blocks[at]
    assert first.cell is not None
    follows = blocks[at + 1].cell if at + 1 < len(blocks) else None
    alone = follows is None or follows.table != first.cell.table or follows.row > first.cell.row
    begins = first.cell.row == first.cell.column == 1
    whole = begins and alone and (first.cell.columns > 1 or _is_caption(first.text))
    return _words(first.text) if whole and len(first.text) <= _LONGEST else ""


def _without_number(title: str, number: int) -> str:
    return re.sub(rf"^表\s*{number}(?![0-9])[\s：:、.．]*", "", title)


def _words(text: str) -> str:
    return " ".join(text.split())
