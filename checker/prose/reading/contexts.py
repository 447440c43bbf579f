"""Every numeral of the running text with the words around it, so that two documents can be laid beside each other.

A figure that two documents tell in the same words is found by these words, whoever's figure it is: 综试区连续#年居第一
档. Numerals in the words around stand masked, marks and joints are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.reading.passages import Passage
from checker.quantity import parse_numeral

_N = "[一二两三四五六七八九十百]"
_NUMERAL = re.compile(
    rf"(?<![0-9.A-Za-z+])[0-9]+(?:\.[0-9]+)?(?![0-9]*[+A-Za-z])"
    rf"|(?<![一二两三四五六七八九十百千万几数])(?:(?<=第){_N}{{1,3}}(?=[位名])|{_N}{{1,3}}(?=[个项类条位年家座所](?!方面|体)))"
)
_SENTENCE = "。；！？"
_LEFT_OUT = re.compile("[，、：“”《》（）()的 ]")
_CLAUSE = re.compile("[，；：。！？]")
_TITLE_OR_NAME = re.compile("《[^《》]*》|“[^“”]*”")
_REACH = 30
#: So many of the words on either side are kept.
SIZE = 14


class Framed(Struct, eq=False):
    """One numeral, from `start` to `end` of the source, with the words before it and behind it in its sentence.

    `before` and `behind` are without marks, numerals as #; `rest` are the words behind with their numerals, of which
    `clause` many stand before the next mark; `shown` is what stands around it as it is written.
    """

    passage: int
    start: int
    end: int
    words: str
    value: Fraction
    before: str
    behind: str
    rest: str
    clause: int
    shown: str

    @property
    def is_year(self) -> bool:
        """Whether it is a year."""
        return len(self.words) == 4 and self.words[:2] in ("19", "20") and self.rest.startswith("年")


def find_framed(passages: Sequence[Passage]) -> Iterator[Framed]:
    """The numerals of all passages but headings and cells."""
    for number, passage in enumerate(passages):
        if passage.kind not in (BlockKind.HEADING, BlockKind.CELL):
            yield from _of_passage(number, passage)


def _of_passage(number: int, passage: Passage) -> Iterator[Framed]:
    text = passage.text
    hidden = [found.span() for found in _TITLE_OR_NAME.finditer(text)]
    at = 0
    for found in _NUMERAL.finditer(text):
        start, end = found.span()
        while at < len(hidden) and hidden[at][1] <= start:
            at += 1
        if at < len(hidden) and hidden[at][0] < start:
            continue  # Numerals in a name belong to it.
        begin = max((text.rfind(mark, max(start - _REACH, 0), start) for mark in _SENTENCE), default=-1) + 1
        stop = min(
            (cut for mark in _SENTENCE if (cut := text.find(mark, end, end + _REACH)) >= 0), default=end + _REACH
        )
        rest = _LEFT_OUT.sub("", text[end:stop])
        before = _NUMERAL.sub("#", _LEFT_OUT.sub("", text[max(begin, start - _REACH) : start]))
        value = parse_numeral(found[0])
        if value is not None:
            span = passage.span(start, end)
            behind = _NUMERAL.sub("#", rest)
            clause = len(_LEFT_OUT.sub("", _CLAUSE.split(text[end:stop], maxsplit=1)[0]))
            around = text[max(begin, start - SIZE) : start], text[start : min(stop, end + SIZE)]
            shown = _CLAUSE.split(around[0])[-1] + _CLAUSE.split(around[1], maxsplit=1)[0]
            yield Framed(
                number, *span, found[0], Fraction(value), before[-SIZE:], behind[:SIZE], rest[: SIZE + 4], clause, shown
            )
