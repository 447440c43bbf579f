"""Ranges of chapters and what is said of them: “第三至第八章……六个方面”, “共九章”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from checker.prose.counts import count_of
from checker.source import Expression

_NUMBER = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_RANGE = Expression(
    rf"第(?P<first>{_NUMBER})章?[至到—–\-～~]第?(?P<last>{_NUMBER})(?P<unit>章|篇|节|部分)", "章", "篇", "节", "部分"
)
_TOLD = re.compile(
    rf"(?P<count>(?<![第一二三四五六七八九十0-9]){_NUMBER})(?P<measure>个方面|大方面|个领域|大领域|项重点任务|大任务|章)"
)
_SINGLE = re.compile(rf"第(?P<number>{_NUMBER})(?P<unit>章|篇|节|部分)(?![至到—–\-～~、和])")
_REACH = 60  # characters behind the range within which its count is told


@dataclass(frozen=True, slots=True)
class ChapterCount:
    """A range of chapters and the count told of it: offsets and numbers; `listed` where the text tells them off."""

    start: int
    end: int
    phrase: str
    chapters: int
    unit: str
    told_start: int
    told_end: int
    told_phrase: str
    told: int


def find_chapter_counts(text: str) -> Iterator[ChapterCount]:
    """Ranges of one paragraph with the count that is told right behind them, in this sentence or the next."""
    for found in _RANGE.finditer(text):
        chapters = _length(found)
        if chapters is None:
            continue
        told = _TOLD.search(text, found.end(), found.end() + _REACH)
        if told is not None and not _RANGE.search(text, found.end(), told.start()):
            number = count_of(told["count"])
            if number is not None and number > 1:
                yield _count(found, chapters, told, told[0], number)


def find_chapters_told(text: str) -> Iterator[ChapterCount]:
    """Ranges of one paragraph that then tells its chapters one by one: 第三至第五章……。第三章是…；第四章是…."""
    if not _RANGE.may_match(text):
        return
    every = list(_SINGLE.finditer(text))
    starts = [one.start() for one in every]
    for found in _RANGE.finditer(text):
        chapters, first, last = _length(found), count_of(found["first"]), count_of(found["last"])
        if chapters is None or first is None or last is None:
            continue
        told = _ascending(every, bisect_left(starts, found.end()), found["unit"], first)
        if len(told) >= 2 and count_of(told[-1]["number"]) != last:
            yield _count(found, chapters, told[-1], told[-1][0], len(told))


def _ascending(every: list[re.Match[str]], index: int, unit: str, first: int) -> list[re.Match[str]]:
    """Those from `index` on that count up from `first` without a gap, if the next one begins there."""
    told: list[re.Match[str]] = []
    for one in islice(every, index, None):
        if one["unit"] != unit:
            continue
        if count_of(one["number"]) != first + len(told):
            break
        told.append(one)
    return told


def _length(found: re.Match[str]) -> int | None:
    first, last = count_of(found["first"]), count_of(found["last"])
    return last - first + 1 if first and last and last > first else None


def _count(found: re.Match[str], chapters: int, told: re.Match[str], phrase: str, number: int) -> ChapterCount:
    return ChapterCount(
        found.start(), found.end(), found[0], chapters, found["unit"], told.start(), told.end(), phrase, number
    )
