"""Patterns that are made when they are first needed, and tried only where a quick look says that they may match."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_NONE: Iterator[re.Match[str]] = iter(())


class Expression:
    """A pattern with `keys`, of which each of its matches holds one; without keys it is tried everywhere.

    `sign` is a key that no word tells, as a short pattern; it should begin with a character or a set of them, which
    is looked for fastest. What holds no key is not looked at, and a pattern is not made before a text holds one.
    """

    __slots__ = ("_made", "_pattern", "_sign", "keys")

    def __init__(self, pattern: str, *keys: str, sign: str = "") -> None:
        self._pattern = pattern
        self.keys = keys
        self._sign: str | re.Pattern[str] = sign
        self._made: re.Pattern[str] | None = None

    @property
    def made(self) -> re.Pattern[str]:
        """The pattern itself, for what is known to hold a key."""
        if self._made is None:
            self._made = re.compile(self._pattern)
        return self._made

    def may_match(self, text: str) -> bool:
        """Whether `text` holds a key."""
        for key in self.keys:
            if key in text:
                return True
        return self._holds_sign(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between `start` and `end`."""
        return self.made.search(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches between `start` and `end`, in order."""
        for key in self.keys:
            if key in text:
                return self.made.finditer(text, start, end)
        return self.made.finditer(text, start, end) if self._holds_sign(text) else _NONE

    def in_lines(self, text: str) -> Iterator[re.Match[str]]:
        """The matches within the lines of a long text: only the lines that hold a key are looked at."""
        for start, end in self._lines(text):
            yield from self.made.finditer(text, start, end)

    def _lines(self, text: str) -> list[tuple[int, int]]:
        """The lines that hold a key, in order, each with the sign that ends it."""
        lines: dict[int, int] = {}
        for key in self.keys:
            at = text.find(key)
            while at >= 0:
                at = _add_line(lines, text, at)
                at = text.find(key, at)
        if self._sign:
            signs, at = self._signs(), 0
            while found := signs.search(text, at):
                at = _add_line(lines, text, found.start())
        return sorted(lines.items()) if self.keys or self._sign else [(0, len(text))]

    def _holds_sign(self, text: str) -> bool:
        return self._signs().search(text) is not None if self._sign else not self.keys

    def _signs(self) -> re.Pattern[str]:
        if isinstance(self._sign, str):
            self._sign = re.compile(self._sign)
        return self._sign


def _add_line(lines: dict[int, int], text: str, at: int) -> int:
    """Note the line around `at`; gives where the next one begins."""
    end = text.find("\n", at) + 1 or len(text)
    lines[text.rfind("\n", 0, at) + 1] = end
    return end
