"""Slips of writing that can hardly be right: a closed table, marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.messages import Message
from checker.messages.prose import (
    TYPO_CONFUSED,
    TYPO_MIXED,
    TYPO_UNCLOSED,
    TYPO_UNOPENED,
)
from checker.prose.confusions import find_confusions
from checker.prose.quotations import said_by_others

_OPEN = {"《": "》", "“": "”", "「": "」", "『": "』", "（": "）", "【": "】"}
_CLOSE = {close: start for start, close in _OPEN.items()}
_MARK = re.compile(r"[《》“”「」『』（）【】()]")
_NUMBERED = re.compile(r"[0-9一二三四五六七八九十a-zA-Z①-⑳]{1,3}$")
_PAIRS = {"(": "（", ")": "）"}
_BRACKETS = "（）()"
_FEW_LINES = 8
#: What stands between brackets longer than this is not written out anew.
_LONGEST_BRACKETS = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: where it stands, what is wrong with it, and what would be right ("" where that is for the writer).

    `sure` tells whether that may be put in without asking anybody.
    """

    start: int
    end: int
    message: Message
    right: str
    sure: bool = False


def find_typos(text: str) -> Iterator[Slip]:
    """The slips of one paragraph, marks without a partner excepted.

    Nothing is sure in the words and titles of others: what is written there is theirs.
    """
    for slip in _slips(text):
        yield replace(slip, sure=slip.sure and not said_by_others(text, slip.start, slip.end))


def _slips(text: str) -> Iterator[Slip]:
    for row, start, end in find_confusions(text):
        yield Slip(start, end, TYPO_CONFUSED(wrong=row.wrong, reason=row.reason), row.right, row.fixed)


def find_unpaired(paragraphs: Iterable[tuple[str, int]]) -> Iterator[Slip]:
    """Marks without a partner in paragraphs (text, offset in the whole text), at most one a paragraph.

    A pair that is broken over a few lines is a pair.
    """
    waiting: list[tuple[int, str, Slip]] = []
    for number, (text, start) in enumerate(paragraphs):
        while waiting and number - waiting[0][0] > _FEW_LINES:
            yield waiting.pop(0)[2]
        mixed, alone = _judged(text)
        doubtful = any(text[slip.start] in _BRACKETS for slip in alone)
        for slip in mixed:
            yield _moved(slip, start, not doubtful and not said_by_others(text, slip.start, slip.end))
        for slip in alone:
            mark = text[slip.start]
            partner = next((one for one in reversed(waiting) if one[1] == _CLOSE.get(mark)), None)
            if partner is not None:
                waiting.remove(partner)
            elif mark in _OPEN:
                waiting.append((number, mark, _moved(slip, start, False)))
            else:
                yield _moved(slip, start, False)
    yield from (slip for _, _, slip in waiting)


def _moved(slip: Slip, offset: int, sure: bool) -> Slip:
    return replace(slip, start=slip.start + offset, end=slip.end + offset, sure=slip.sure and sure)


def _judged(text: str) -> tuple[list[Slip], list[Slip]]:
    """The pairs of unlike width in a paragraph, and at most one mark that stands alone.

    That is the first one without a partner before it or, if there is none, the last one without a partner behind it.
    """
    opened: list[tuple[str, int]] = []
    mixed: list[Slip] = []
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        full = _PAIRS.get(mark, mark)
        if full in _OPEN:
            opened.append((mark, place))
        elif opened and _PAIRS.get(opened[-1][0], opened[-1][0]) == _CLOSE[full]:
            before, begin = opened.pop()
            if (before in _PAIRS) != (mark in _PAIRS):
                mixed.append(_mixed(text, begin, place + 1))
        elif not (full == "）" and _NUMBERED.search(text[max(place - 3, 0) : place])):
            return mixed, [Slip(place, place + 1, TYPO_UNOPENED(mark=mark), "")]
    # A quotation of several paragraphs opens each of them anew.
    if opened and not (opened[-1][0] == "“" and not text[: opened[-1][1]].strip()):
        mark, place = opened[-1]
        return mixed, [Slip(place, place + 1, TYPO_UNCLOSED(mark=mark), "")]
    return mixed, []


def _mixed(text: str, start: int, end: int) -> Slip:
    """Brackets of unlike width; those of a Markdown link and around long passages are for the writer."""
    words = text[start:end]
    right = f"（{words[1:-1]}）" if len(words) <= _LONGEST_BRACKETS else ""
    return Slip(start, end, TYPO_MIXED(words=words[:20]), right, bool(right) and text[start - 1 : start] != "]")
