"""A paragraph → its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.source import Expression

_MARK = Expression(r"[。！？；!?;\r\n\u2028]+|[“”《》（）()「」『』]")
_PARTNERS = {"”": "“", "》": "《", "）": "（", ")": "(", "」": "「", "』": "『"}
_ENDS = frozenset("。！？；!?;\r\n\u2028")
_CLOSED_SENTENCE = frozenset("。！？!?")
#: What goes on with the sentence in which a whole sentence was quoted.
_GOES_ON = Expression(r"[的地之，、：和与及等是]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, as offsets in the source."""

    start: int
    end: int


def split_sentences(text: str, offset: int = 0) -> Iterator[Sentence]:
    """The sentences of `text`, told as offsets from `offset` on; what is blank is none.

    A sentence ends behind 。！？； and at line ends, not inside “” 《》 （）; a quotation that ends with the end of a
    sentence ends the sentence around it unless that goes on. A mark without its partner is no mark.
    """
    start = 0
    for end in _ends(text):
        if text[start:end].strip():
            yield Sentence(offset + start, offset + end)
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where the sentences end, the end of the text last."""
    marks = list(_MARK.finditer(text))
    paired = _paired(marks)
    depth = 0
    for position, mark in enumerate(marks):
        if mark[0][0] in _ENDS:
            if depth == 0:
                yield mark.end()
        elif position in paired:
            depth += 1 if mark[0] not in _PARTNERS else -1
            closes = depth == 0 and mark[0] in _PARTNERS and text[mark.start() - 1] in _CLOSED_SENTENCE
            if closes and not _GOES_ON.made.match(text, mark.end()):
                yield mark.end()
    yield len(text)


def _paired(marks: list[re.Match[str]]) -> set[int]:
    """The positions of the marks that have a partner; pairs lie inside each other or apart."""
    paired: set[int] = set()
    waiting: list[int] = []
    counts: dict[str, int] = {}
    for position, mark in enumerate(marks):
        sign = mark[0]
        if sign[0] in _ENDS:
            continue
        opening = _PARTNERS.get(sign)
        if opening is None:
            waiting.append(position)
            counts[sign] = counts.get(sign, 0) + 1
        elif counts.get(opening):
            # What was opened since then and not closed has no partner.
            while marks[(last := waiting.pop())][0] != opening:
                counts[marks[last][0]] -= 1
            counts[opening] -= 1
            paired.update((last, position))
    return paired
