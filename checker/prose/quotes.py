"""Quotes looked up in a text: word for word, whatever the width of signs and the kind of quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.source import fold

_LEAVE_OUT = re.compile(r"[\s\u3000“”‘’\"'「」『』]+")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_LEAST_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Near:
    """The sentence of a text most like a lost quote."""

    start: int
    end: int
    likeness: float


class QuotedText:
    """A text in which quotes are looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = plain(text)

    def holds(self, quote: str) -> bool:
        """Whether the text has these words; an … within a quote stands for anything left out."""
        position = 0
        for part in re.split(r"…+|\.{3,}|—{4,}", plain(quote)):
            found = self._plain.find(part, position)
            if found < 0:
                return False
            position = found + len(part)
        return True

    def nearest(self, quote: str) -> Near | None:
        """The sentence most like the quote, by the pairs of characters they share; None where none is alike."""
        pairs = _pairs(plain(quote))
        best: Near | None = None
        for found in _SENTENCE.finditer(self._text):
            share = len(pairs & _pairs(plain(found[0]))) / max(len(pairs), 1)
            if share >= _LEAST_ALIKE and (best is None or share > best.likeness):
                lead = len(found[0]) - len(found[0].lstrip())
                best = Near(found.start() + lead, found.end(), share)
        return best


def plain(text: str) -> str:
    """The characters that count when words are compared."""
    return _LEAVE_OUT.sub("", fold(text))


def _pairs(words: str) -> set[str]:
    return {words[index : index + 2] for index in range(len(words) - 1)}
