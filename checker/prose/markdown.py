"""Markdown (.md) as a document: headings by their # and by their printed numbers, tables, lists, notes.

The blocks stand in the file's own text: marks in front of a line (#, -, >) are outside them, marks within it
(**, links) inside. Fenced code and HTML are no text of a plan and are in no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from checker.prose.document import BlockKind, Cell, Document
from checker.prose.headings import Line, is_title_line, outline, printed_number
from checker.source import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: What stands in front of the words of a line: quotes, list marks, #. A number stays: it is printed.
_FRONT = re.compile(r"[ \t\u3000]*(?:(?:>|[-*+](?=[ \t])|#{1,6}(?=[ \t]))[ \t\u3000]*)*")
_BACK = re.compile(r"(?:[ \t]+#+)?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)*")
_NOTE = re.compile(r"\[\^([^\]\s]{1,32})\]:[ \t]*")
#: A line that ends so is a paragraph of its own, whatever Markdown makes of a single line end.
_PARAGRAPH_ENDS = ("。", "；", "：", "！", "？")


def build_markdown(source: SourceText) -> Document:
    """The document of a Markdown text."""
    blocks, contents = outline(_Reader(source).lines())
    return Document(source, blocks, contents=contents)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Only the blocks are of interest: what is within a line would cost most of the time. Four blanks in front of
    # a paragraph are how people indent it here, not code; and what it takes for links are notes.
    return MarkdownIt("commonmark").enable("table").disable(["inline", "code", "reference"])


class _Reader:
    """Turns the parser's blocks, which know their lines, into lines with offsets."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._items = 0
        self._level = 0
        self._table = self._row = 0
        self._in_row = False

    def lines(self) -> Iterator[Line]:
        """The paragraphs, headings and table cells in order."""
        for token in _parser().parse(self._source.text):
            if token.type == "inline":
                if token.map is not None and not self._in_row:
                    yield from self._paragraph(token.map[0] + 1, token.map[1])
            elif token.type == "tr_open" and token.map is not None:
                self._row += 1
                self._in_row = True
                yield from self._cells(token.map[0] + 1)
            else:
                self._follow(token)

    def _follow(self, token: Token) -> None:
        """Keep in mind what the next words stand in."""
        kind = token.type
        if kind == "heading_open":
            self._level = int(token.tag[1:])
        elif kind == "heading_close":
            self._level = 0
        elif kind == "list_item_open":
            self._items += 1
        elif kind == "list_item_close":
            self._items -= 1
        elif kind == "table_open":
            self._table += 1
            self._row = 0
        elif kind == "tr_close":
            self._in_row = False

    def _paragraph(self, first: int, last: int) -> Iterator[Line]:
        """The lines `first` to `last`: one paragraph, or several where they are plainly that."""
        text = self._source.text
        start = end = -1
        for number in range(first, last + 1):
            low, high = self._words(number)
            parts = text.startswith(_PARAGRAPH_ENDS, end - 1) or bool(printed_number(text[low:high])[1])
            parts = parts or (start >= 0 and is_title_line(text[start:end]))
            # Between a quoted line and the next stands another >, which is not one of the words.
            parts = parts or text[self._source.line_start(number) : low].strip() != ""
            if start < 0:
                start = low
            elif parts and self._level == 0:
                yield self._line(start, end)
                start = low
            end = high
        if start < end:
            yield self._line(start, end)

    def _words(self, number: int) -> tuple[int, int]:
        """Where the words of a line begin and end."""
        start, end = self._source.line_start(number), self._source.line_end(number)
        line = self._source.text[start:end]
        front = _FRONT.match(line)
        begin = front.end() if front is not None else 0
        back = _BACK.search(line, begin) if self._level else None
        return start + begin, start + (back.start() if back is not None else len(line))

    def _line(self, start: int, end: int) -> Line:
        text = self._source.text[start:end]
        note = _NOTE.match(text)
        if note is not None:
            return Line(text[note.end() :], start + note.end(), BlockKind.NOTE, number=note[1])
        in_list = self._items > 0 and not self._level
        return Line(text, start, BlockKind.ITEM if in_list else BlockKind.PARAGRAPH, self._level)

    def _cells(self, number: int) -> Iterator[Line]:
        at, end = self._words(number)
        text = self._source.text
        at += text.startswith("|", at)
        column = 0
        while at < end:
            found = _CELL.match(text, at, end)
            assert found is not None
            column += 1
            words = found[0].strip()
            if words:
                start = at + found[0].index(words)
                yield Line(words, start, BlockKind.CELL, cell=Cell(self._table, self._row, column))
            at = found.end() + 1
