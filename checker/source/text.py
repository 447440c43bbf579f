"""A decoded text, its lines, and stretches of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from msgspec import Struct

from checker.messages import Message
from checker.messages.source import SOURCE_LOCATOR

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(Struct, frozen=True):
    """One position: line and column from 1, offset from 0, all in characters."""

    line: int
    column: int
    offset: int


class SourceText(Struct, eq=False):
    r"""The text of one file; `path` is what the reader sees, with ``/`` between its parts.

    Lines end at ``\n``, ``\r\n`` or ``\r``; a text has one line more than it has line ends. The table of
    line starts is made when a place is first asked for. Offsets outside the text are drawn to its ends.
    Two source texts are equal only if they are the same object. `locate` says where an offset is in words
    where lines are not the whole truth: set by the reader of a plan text, which knows its headings.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    locate: Callable[[int], Message] | None = None
    _starts: list[int] | None = None

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._starts

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._line_starts())

    def line_start(self, line: int) -> int:
        """The offset at which `line` begins (lines from 1); behind the last line, the text's end."""
        starts = self._line_starts()
        return starts[max(line, 1) - 1] if line <= len(starts) else len(self.text)

    def line_end(self, line: int) -> int:
        """The offset of the line end of `line`; behind the last line, the text's end."""
        start, end = self.line_start(line), self.line_start(line + 1)
        if end > start and line < self.line_count:
            end -= 2 if self.text.endswith("\r\n", start, end) else 1
        return end

    def line(self, line: int) -> str:
        """The characters of `line` without its line end; "" where there is no such line."""
        return self.text[self.line_start(line) : self.line_end(line)] if 1 <= line <= self.line_count else ""

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`; ``line_start(line) + column - 1`` leads back."""
        offset = min(max(offset, 0), len(self.text))
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1, offset)

    def utf16_column(self, offset: int) -> int:
        """UTF-16 code units between the line's start and `offset`, from 0, as editors count."""
        place = self.place(offset)
        before = self.text[place.offset - place.column + 1 : place.offset]
        return len(before) + sum(character > "\uffff" for character in before)

    def locator(self, offset: int) -> Message:
        """Where `offset` is, in words."""
        return self.told_place(offset) or SOURCE_LOCATOR(line=self.place(offset).line)

    def told_place(self, offset: int) -> Message | None:
        """Where `offset` is, in words that say more than its line; None where there are none."""
        words = self.locate(offset) if self.locate is not None else None
        return None if words == SOURCE_LOCATOR(line=self.place(offset).line) else words


class Span(Struct, frozen=True):
    """The characters of `source` from `start` up to, not including, `end`."""

    source: SourceText
    start: int
    end: int

    @property
    def start_place(self) -> Place:
        """The place of the first character."""
        return self.source.place(self.start)

    @property
    def end_place(self) -> Place:
        """The place behind the last character."""
        return self.source.place(self.end)

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]
