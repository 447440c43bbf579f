"""The words that a paragraph or a told-off item begins with, as a title of what follows: ——经济实力实现新提升。….

Items behind dashes, numbered lines, headings, 一是… within a paragraph, and paragraphs whose first sentence is short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from checker.prose.document import BlockKind, Document
from checker.prose.reading.marks import mark_of, value_of
from checker.prose.reading.passages import Passage
from checker.prose.reading.series import Series

_BULLET = re.compile(r"\s*(?:——|—|[●■◆▲•·])\s*(?=\S)")
_TOLD = re.compile(r"\s*(?P<number>[一二三四五六七八九十]{1,2})[是要](?![一二三四五六七八九十的])")
#: Up to the first mark that ends it; what stands in quotation marks and brackets ends nothing.
_WORDS = re.compile(r"(?:“[^“”]{0,40}”|（[^（）]{0,40}）|《[^《》]{0,60}》|[^。；：:！？“（《])+")
_ITEM_WORDS = re.compile(r"(?:“[^“”]{0,40}”|（[^（）]{0,40}）|《[^《》]{0,60}》|[^，。；：:！？“（《])+")
_LONGEST = 60
_LONGEST_UNMARKED = 40
_SHORTEST = 2
_DASH = "——"


class Lead(Struct, eq=False, frozen=True):
    """One lead: its words, and where they stand in the source.

    `form` is how it is told off: —— or the form of its number, 一是 within a paragraph, "" where nothing marks it;
    `number` is that number, 0 for none. `level` is that of a heading. `end` is where what it leads ends: its passage,
    or the next item in it. `alone` says that nothing follows in its passage; `cell` the table it stands in, 0 for none.
    """

    words: str
    form: str
    number: int
    passage: int
    start: int
    stop: int
    end: int
    level: int = 0
    alone: bool = False
    cell: int = 0


def find_leads(document: Document, passages: Sequence[Passage], series: Sequence[Series]) -> list[Lead]:
    """The leads of all passages in order; cells of tables that are more than one column wide have none."""
    wide = {one.cell.table for one in document.blocks if one.cell is not None and one.cell.column > 1}
    items = _items(passages, series)
    found: list[Lead] = []
    for number, passage in enumerate(passages):
        block = document.blocks[passage.first]
        if passage.kind is BlockKind.NOTE or (block.cell is not None and block.cell.table in wide):
            continue
        lead = _lead(document, passage, number)
        if lead is not None:
            found.append(lead)
        found += items.get(number, ())
    return found


def _lead(document: Document, passage: Passage, number: int) -> Lead | None:
    block = document.blocks[passage.first]
    text, form, value, begin = passage.text, "", 0, 0
    bullet = _BULLET.match(text)
    if bullet is not None:
        form, begin = _DASH, bullet.end()
    elif not block.number_in_text:
        mark = mark_of(f"{block.number} ")
        form, value = (mark.form, mark.number) if mark is not None else ("·", 0)
    elif (mark := mark_of(text)) is not None:
        form, value, begin = mark.form, mark.number, mark.end
    if not form and (told := _TOLD.match(text)) is not None:
        form, value, begin = "一是", value_of(told["number"]), told.end()
    words = (_ITEM_WORDS if form == "一是" else _WORDS).match(text, begin)
    level = block.level if passage.kind is BlockKind.HEADING else 0
    if words is None or len(words[0].strip()) < _SHORTEST:
        return None
    is_alone = words.end() >= len(text.rstrip("。：:；"))
    if len(words[0]) > (_LONGEST if form or level else _LONGEST_UNMARKED):
        return None
    if not form and not level and (is_alone or text[words.end()] != "。"):
        return None
    shown = words[0].strip()
    first = words.start() + words[0].index(shown)
    start, stop = passage.span(first, first + len(shown))
    end = passage.span(0, len(text))[1]
    table = block.cell.table if block.cell is not None else 0
    return Lead(shown, form, value, number, start, stop, end, level, is_alone, table)


def _items(passages: Sequence[Passage], series: Sequence[Series]) -> dict[int, list[Lead]]:
    """By passage, the items that are told off within it: 一是…, 二是…."""
    made: dict[int, list[Lead]] = {}
    for one in series:
        if one.line:
            continue
        for at, item in enumerate(one.items):
            if item.at == 0:
                continue  # It leads its passage.
            passage = passages[item.passage]
            words = _ITEM_WORDS.match(passage.text, item.at + len(item.words))
            if words is None or not _SHORTEST <= len(words[0]) <= _LONGEST:
                continue
            after = one.items[at + 1] if at + 1 < len(one.items) else None
            same = after is not None and after.passage == item.passage
            end = after.start if same and after is not None else passage.span(0, len(passage.text))[1]
            start, stop = passage.span(*words.span())
            made.setdefault(item.passage, []).append(
                Lead(words[0], item.form, item.number, item.passage, start, stop, end)
            )
    return made
