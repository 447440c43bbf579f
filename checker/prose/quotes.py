"""Quotes looked up in a text: word for word, whatever the width of signs and the kind of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.source import fold

_LEAVE_OUT = re.compile(r"[\s\u3000“”‘’\"'「」『』]+")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_LEAST_ALIKE = 0.3
#: So much of a quote has to be in the sentence that takes its place, and so much more than in any other.
_SURELY_ALIKE, _APART = 0.5, 0.2
_CLAUSE = "，；：。！？、\n"


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
        return max((one for one, _ in self.sentences_like(quote)), key=lambda one: one.likeness, default=None)

    def sentences_like(self, quote: str) -> Iterator[tuple[Near, str]]:
        """The sentences that share some pairs of characters with the quote, in order, with their words."""
        pairs = _pairs(plain(quote))
        for found in _SENTENCE.finditer(self._text):
            share = len(pairs & _pairs(plain(found[0]))) / max(len(pairs), 1)
            if share >= _LEAST_ALIKE:
                lead = len(found[0]) - len(found[0].lstrip())
                yield Near(found.start() + lead, found.end(), share), found[0].strip()


def passages_for(texts: list[QuotedText], quote: str) -> list[str]:
    """What stands in the texts where a lost quote stood: of the sentences that may be it, each passage once.

    Empty where none is like it enough; more than one where nobody can say which.
    """
    near = [one for text in texts for one in text.sentences_like(quote)]
    best = max((one.likeness for one, _ in near), default=0.0)
    if best < _SURELY_ALIKE:
        return []
    found = (_aligned(quote, words) for one, words in near if one.likeness > best - _APART)
    return list({plain(one): one for one in found}.values())


def _aligned(quote: str, sentence: str) -> str:
    """The part of a sentence that the quote became: from where its first words stand to where its last ones do.

    A first or last word that was changed itself is taken with its clause.
    """
    import difflib

    blocks = difflib.SequenceMatcher(None, quote, sentence, autojunk=False).get_matching_blocks()[:-1]
    first, last = blocks[0], blocks[-1]
    start, end = first.b, last.b + last.size
    if first.a:
        start = max((sentence.rfind(mark, 0, start) for mark in _CLAUSE), default=-1) + 1
    if last.a + last.size < len(quote):
        end = min((at for mark in _CLAUSE if (at := sentence.find(mark, end)) >= 0), default=len(sentence))
    # A mark of quotation right beside the words belongs to them, if its other half does.
    inside = sentence[start:end]
    end += inside.count("“") > inside.count("”") and sentence.startswith("”", end)
    start -= inside.count("“") < inside.count("”") and sentence[start - 1 : start] == "“"
    return sentence[start:end].strip()


def plain(text: str) -> str:
    """The characters that count when words are compared."""
    return _LEAVE_OUT.sub("", fold(text))


def _pairs(words: str) -> set[str]:
    return {words[index : index + 2] for index in range(len(words) - 1)}
