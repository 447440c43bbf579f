"""The outline of a document: the numbers and titles of its headings, panels and tables; what its contents say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind, Document
from checker.prose.reading.marks import Mark, mark_of
from checker.prose.reading.passages import Passage

#: What a line that bears the number of such a thing is no longer than, and does not end with: else it is a sentence.
_LONGEST_TITLE = 60
_SENTENCE_ENDS = ("。", "；", "，", "、", ";", ",")
_THINGS = frozenset({"专栏", "附件", "附表", "附图", "表", "图"})
_JOINED_BY = "".maketrans("", "", " \t\u3000\xa0\u2002\u2003")


class Head(Struct, eq=False):
    """A heading, or the title of a panel, table, figure or annex: its number, its title and where it stands.

    `form` and `number` are those of its mark, "" and 0 where it has none; `level` is that of a heading, 0 for another;
    `more` are the words of the line behind, with which a long title goes on in a text that breaks its lines.
    """

    form: str
    number: int
    words: str
    title: str
    start: int
    end: int
    level: int
    passage: int
    more: str = ""

    @property
    def label(self) -> str:
        """Number and title without blanks."""
        return bare(self.words)


class Entry(Struct, eq=False):
    """An entry of the table of contents; `column` is the list and the column in it, `page` 0 where none is told."""

    form: str
    number: int
    words: str
    title: str
    start: int
    end: int
    page: int
    column: tuple[int, int]


def bare(words: str) -> str:
    """`words` without blanks: those between a number and its title say nothing."""
    return words.translate(_JOINED_BY)


def find_heads(document: Document, passages: Sequence[Passage]) -> list[Head]:
    """The headings and titles of `document`, in order."""
    return list(_heads(document, passages))


def _heads(document: Document, passages: Sequence[Passage]) -> Iterator[Head]:
    for number, passage in enumerate(passages):
        block = document.blocks[passage.first]
        if passage.kind is BlockKind.HEADING:
            told = passage.text if block.number_in_text else f"{block.number} {passage.text}"
            mark, behind = mark_of(told), len(told)
            yield _head(mark, told, passage, number, block.level, _more(passages, number) if behind else "")
            continue
        if len(passage.text) > _LONGEST_TITLE or passage.text.endswith(_SENTENCE_ENDS):
            continue
        mark = mark_of(passage.text)
        if mark is not None and mark.form in _THINGS:
            yield _head(mark, passage.text, passage, number, 0, _more(passages, number))


def _head(mark: Mark | None, told: str, passage: Passage, number: int, level: int, more: str) -> Head:
    form, value, end = (mark.form, mark.number, mark.end) if mark is not None else ("", 0, 0)
    title = re.sub(r"^[\s：:]+", "", told[end:])
    return Head(form, value, told.strip(), title, *passage.span(0, len(passage.text)), level, number, more)


def _more(passages: Sequence[Passage], number: int) -> str:
    """The line behind, if it may be the rest of a title."""
    after = passages[number + 1] if number + 1 < len(passages) else None
    if after is None or after.kind is BlockKind.HEADING or len(after.text) > _LONGEST_TITLE:
        return ""
    return "" if after.text.endswith(_SENTENCE_ENDS) or mark_of(after.text) is not None else after.text


def find_entries(document: Document) -> list[Entry]:
    """The entries of the table of contents."""
    return [
        Entry(
            *((mark.form, mark.number) if (mark := mark_of(one.text)) is not None else ("", 0)),
            one.text,
            re.sub(r"^[\s：:]+", "", one.text[mark.end :] if mark is not None else one.text),
            one.start,
            one.end,
            one.page,
            one.column,
        )
        for one in document.contents
    ]
