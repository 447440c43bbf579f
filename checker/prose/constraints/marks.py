"""Marks that cannot stand as they do: at half width in Chinese text, two in a row, right behind an opening bracket.

Marks at half width are slips where the text has them at full width nearly everywhere else; a text that has many of
them writes so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.messages.prose import (
    MARK_BRACKETS,
    MARK_DOUBLED,
    MARK_HALF,
    MARK_INSIDE,
    MARK_NUMBER,
    MARK_QUOTES,
    MARK_WRONG_WAY,
)
from checker.prose.quotations import said_by_others
from checker.prose.typos import Slip
from checker.source import Expression

_HAN = "\u4e00-\u9fff"
_FULL = str.maketrans(",;:!?.", "，；：！？。")
#: Between Chinese words, or behind one at the end of a paragraph; “时间: 2026” and names of files are no sentences.
_HALF = Expression(
    rf"(?<=[{_HAN}”》）］〕])(?:[,;!?](?=[ ]?[{_HAN}0-9A-Za-z“《（]|\s*$)"
    rf"|:(?=[ ]?[{_HAN}“《])|\.(?=[ ]?[{_HAN}“《]|\s*$))"
    rf"|(?<=[0-9A-Za-z%％])[,;!?](?=[ ]?[{_HAN}“《])"
)
_BRACKETS = Expression(rf"(?<=[{_HAN}”》])\((?P<words>[^()（）\n]{{1,40}})\)(?=[{_HAN}，。；：、！？“《]|$)")
_QUOTES = Expression(rf"\"(?P<words>[^\"“”\n]{{1,40}})\"(?=[{_HAN}，。；：、！？（]|$)")
_DOUBLED = Expression(
    r"[，。；：、,;] ?[，。；：、,;]+|[！？][，。；：、]+|[，；：、][！？]+",
    sign="[，。；：、,;！？] ?[，。；：、,;！？]",
)
_INSIDE = Expression(
    r"[，、；：,;](?=[）》〕］])|(?<=[（《〔［“])[，。；：、]|[，、；：](?=”)",
    sign="[，。、；：,;（《〔［“](?:(?<=[，、；：,;])[）》〕］”]|(?<=[（《〔［“])[，。；：、])",
)
#: GB/T 15834: no mark behind a number in brackets.
_NUMBER = re.compile(r"\s*[（(][一二三四五六七八九十百0-9]{1,4}[）)](?P<mark>[、.．，。])")
_WRONG_WAY = re.compile(r"“[^“”\n]{1,40}“(?=[^“”]*(?:“|$))")
#: More of them than this, and the text writes so.
_MOST = 5
#: A mark at half width that stands beside no digit.
_NARROW = re.compile(r"[,;:!?(\".](?<![0-9]\.)")


def find_marks(paragraphs: Sequence[tuple[str, int]]) -> Iterator[Slip]:
    """The marks of paragraphs (text, offset in the whole text) that are wrong where they stand."""
    few: dict[Expression, list[Slip]] = {pattern: [] for pattern in _UNLIKE}
    for text, offset in paragraphs:
        for slip in _in_any_text(text):
            yield _moved(slip, offset, text)
        if _NARROW.search(text) is not None and not text.isascii():
            for pattern, (_, made) in _UNLIKE.items():
                few[pattern] += (_moved(made(found), offset, text) for found in pattern.finditer(text))
    for pattern, slips in few.items():
        full = _UNLIKE[pattern][0]
        usual = sum(text.count(mark) for text, _ in paragraphs for mark in full) if slips else 0
        if len(slips) <= _MOST and len(slips) <= usual:
            yield from slips


def _moved(slip: Slip, offset: int, text: str) -> Slip:
    sure = slip.sure and not said_by_others(text, slip.start, slip.end)
    return Slip(slip.start + offset, slip.end + offset, slip.message, slip.right, sure)


def _in_any_text(text: str) -> Iterator[Slip]:
    """What is wrong whatever the text writes elsewhere."""
    end = -1
    for found in _DOUBLED.finditer(text):
        marks, end = found[0], found.end()
        same = len(set(marks)) == 1
        yield Slip(found.start(), end, MARK_DOUBLED(marks=marks), marks[0] if same else "", same)
    for found in _INSIDE.finditer(text):
        if found.end() != end:
            yield Slip(*found.span(), MARK_INSIDE(mark=found[0]), "")
    for found in _WRONG_WAY.finditer(text) if text.count("“") > text.count("”") else ():
        yield Slip(found.end() - 1, found.end(), MARK_WRONG_WAY(mark="“", right="”"), "”")
    numbered = _NUMBER.match(text)
    if numbered is not None:
        yield Slip(*numbered.span("mark"), MARK_NUMBER(mark=numbered["mark"]), "")


def _half(found: re.Match[str]) -> Slip:
    # A list may go on with 、 where a half-width comma stands.
    return Slip(*found.span(), MARK_HALF(mark=found[0]), found[0].translate(_FULL))


def _brackets(found: re.Match[str]) -> Slip:
    return Slip(*found.span(), MARK_BRACKETS(words=found[0]), f"（{found['words']}）", True)


def _quotes(found: re.Match[str]) -> Slip:
    return Slip(*found.span(), MARK_QUOTES(words=found[0]), f"“{found['words']}”")


#: What is a slip where it is rare: the marks that stand there otherwise, and the slip.
_UNLIKE = {_HALF: ("，；：！？。", _half), _BRACKETS: ("（", _brackets), _QUOTES: ("“", _quotes)}
