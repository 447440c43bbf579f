"""Slips of writing that can hardly be right: a closed table, letters among Chinese digits, marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from checker import resources
from checker.messages import Message
from checker.messages.prose import (
    TYPO_CONFUSED,
    TYPO_DIGIT_LETTER,
    TYPO_LETTER,
    TYPO_MIXED,
    TYPO_UNCLOSED,
    TYPO_UNOPENED,
)

_DIGITS = "一二三四五六七八九〇○零"
_LETTER = re.compile(
    rf"[{_DIGITS}]+[OoＯｏ0０][{_DIGITS}OoＯｏ0０]*(?![A-Za-z0-9])|(?<![A-Za-z0-9])[0-9]+[OoＯ][0-9]+(?![A-Za-z])"
)
_OPEN = {"《": "》", "“": "”", "「": "」", "『": "』", "（": "）", "【": "】"}
_CLOSE = {close: start for start, close in _OPEN.items()}
_MARK = re.compile(r"[《》“”「」『』（）【】()]")
_NUMBERED = re.compile(r"[0-9一二三四五六七八九十a-zA-Z①-⑳]{1,3}$")
_PAIRS = {"(": "（", ")": "）"}
_FEW_LINES = 8
#: What stands between brackets longer than this is not written out anew.
_LONGEST_BRACKETS = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: where it stands, what is wrong with it, and what would be right ("" where that is for the writer)."""

    start: int
    end: int
    message: Message
    right: str


def find_typos(text: str) -> Iterator[Slip]:
    """The slips of one paragraph, marks without a partner excepted."""
    yield from _confusions(text)
    for found in _LETTER.finditer(text):
        yield _letter(found)


def _letter(found: re.Match[str]) -> Slip:
    if found[0][0] in _DIGITS:
        right = re.sub("[OoＯｏ0０]", "〇", found[0])
        return Slip(found.start(), found.end(), TYPO_LETTER(words=found[0]), right)
    right = re.sub("[OoＯ]", "0", found[0])
    return Slip(found.start(), found.end(), TYPO_DIGIT_LETTER(words=found[0]), right)


@cache
def _table() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str, str, str], ...]]:
    """A pattern of all wrong words, and for each its own pattern, what is right and why."""
    rows = resources.read_data("confusions.toml")["confusion"]
    every = "|".join(sorted({re.escape(row["wrong"]) for row in rows}, key=len, reverse=True))
    patterns = tuple(
        (re.compile(row.get("pattern", f"({re.escape(row['wrong'])})")), row["wrong"], row["right"], row["reason"])
        for row in rows
    )
    return re.compile(every), patterns


def _confusions(text: str) -> Iterator[Slip]:
    every, rows = _table()
    present = set(every.findall(text))
    for pattern, wrong, right, reason in rows:
        if wrong not in present and not any(wrong in one for one in present):
            continue
        for found in pattern.finditer(text):
            yield Slip(found.start(1), found.end(1), TYPO_CONFUSED(wrong=wrong, reason=reason), right)


def find_unpaired(paragraphs: Iterable[tuple[str, int]]) -> Iterator[Slip]:
    """Marks without a partner in paragraphs (text, offset in the whole text), at most one a paragraph.

    A pair that is broken over a few lines is a pair.
    """
    waiting: list[tuple[int, str, Slip]] = []
    for number, (text, start) in enumerate(paragraphs):
        while waiting and number - waiting[0][0] > _FEW_LINES:
            yield waiting.pop(0)[2]
        for slip in _unpaired(text, start):
            mark = text[slip.start - start]
            partner = next((one for one in reversed(waiting) if one[1] == _CLOSE.get(mark)), None)
            if partner is not None:
                waiting.remove(partner)
            elif mark in _OPEN:
                waiting.append((number, mark, slip))
            else:
                yield slip
    yield from (slip for _, _, slip in waiting)


def _unpaired(text: str, start: int) -> Iterator[Slip]:
    """The first mark of a paragraph that has no partner before it, and the last one that has none behind it."""
    opened: list[tuple[str, int]] = []
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        full = _PAIRS.get(mark, mark)
        if full in _OPEN:
            opened.append((mark, place))
        elif opened and _PAIRS.get(opened[-1][0], opened[-1][0]) == _CLOSE[full]:
            before, begin = opened.pop()
            if (before in _PAIRS) != (mark in _PAIRS):
                words = text[begin : place + 1]
                right = f"{_PAIRS.get(before, before)}{words[1:-1]}{full}" if len(words) <= _LONGEST_BRACKETS else ""
                yield Slip(start + begin, start + place + 1, TYPO_MIXED(words=words[:20]), right)
        elif not (full == "）" and _NUMBERED.search(text[max(place - 3, 0) : place])):
            yield Slip(start + place, start + place + 1, TYPO_UNOPENED(mark=mark), "")
            return
    # A quotation of several paragraphs opens each of them anew.
    if opened and not (opened[-1][0] == "“" and not text[: opened[-1][1]].strip()):
        mark, place = opened[-1]
        yield Slip(start + place, start + place + 1, TYPO_UNCLOSED(mark=mark), "")
