"""Counted slogans in quotation marks (“五大工程”, “三区一高地”) and whether their members are told anywhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from checker.prose.counts import count_of
from checker.prose.fixed_phrases import is_fixed_phrase

_DIGIT = "[一二两三四五六七八九十0-9]{1,2}"
_SLOGAN = re.compile(
    rf"“(?P<words>(?P<count>{_DIGIT})(?P<measure>大|个|项|条|类|区|点|措|双|新|化)(?P<noun>[\u4e00-\u9fff0-9]{{1,6}})"
    r"|(?P<bare>一二三四?五?六?七?八?)"
    rf"|(?P<pairs>(?:{_DIGIT}(?:(?!{_DIGIT})[\u4e00-\u9fff]){{1,3}}){{2,5}}))”(?P<behind>[\u4e00-\u9fff]{{0,12}})"
)
#: Said by leaders, upper levels and others: not this plan's own.
_ELSEWHERE = re.compile(
    r"总书记|习近平|党中央|中央|国家|全国|省委|省政府|省“|市委|市政府|国务院|国际|入选|荣获|获评|位列|跻身|部署的?|提出的|落实|贯彻|做到|坚持|增强|深入实施|巩固"
)
_TOLD_NEAR = 240
#: 一河一策, 一县一馆: one of this for each of that, which counts nothing; 一核一带 does.
_ONE_EACH = re.compile(r"(?:一(?!一)[\u4e00-\u9fff]{1,3}){2}(?<![带廊轴核区园城圈极谷港心环屏湾链翼])")
#: A sentence that is hardly more than the slogan names what the sentences behind it tell.
_TOPIC = 24
_PARAGRAPH = 2000
_PARTS = re.compile(r"[^。；\n]{6,}[。；]")
_PAIR = re.compile(rf"{_DIGIT}(?:(?!{_DIGIT})[\u4e00-\u9fff]){{1,3}}")
_UNFOLDS = "”?(?:，?即|指|是|为|：|包括|分别|——)"
_MEMBERS_BEHIND = re.compile(r"[”’]?(?:[^。；！？\n]{0,12})(?:即|[：:]|包括|——|一是|分别[是为]|（)")


@dataclass(frozen=True, slots=True)
class OpenSlogan:
    """A slogan of the text whose members are nowhere listed: where it first stands, and its words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Slogans:
    """The slogans of a text: those whose members it lists, by their words, and those whose members it does not."""

    told: frozenset[str]
    open: tuple[OpenSlogan, ...]


def find_slogans(text: str, listed: Iterable[tuple[int, int]]) -> Slogans:
    """The slogans of a whole text; an open one has no mention with a list, and stands at its first mention.

    `listed` are where the counted phrases stand that have a list of their own. A slogan that another body has
    set, and a fixed phrase, counts as told.
    """
    spans = sorted(listed)
    first: dict[str, re.Match[str]] = {}
    told: set[str] = set()
    for found in _SLOGAN.finditer(text):
        words = found["words"]
        if is_fixed_phrase(words) or _ONE_EACH.fullmatch(words) or not _own(text, found):
            told.add(words)
        first.setdefault(words, found)
        if words not in told and (_is_told(text, found) or _overlaps(found, spans)):
            told.add(words)
    left = [found for words, found in first.items() if words not in told]
    return Slogans(
        frozenset(told), tuple(OpenSlogan(found.start(), found.start("behind"), found["words"]) for found in left)
    )


def _own(text: str, found: re.Match[str]) -> bool:
    """Whether the words of the clause before the slogan name nobody else as its author."""
    clause = max(text.rfind(mark, max(found.start() - 60, 0), found.start()) for mark in "，。；！？\n")
    return _ELSEWHERE.search(text, max(clause, found.start() - 60, 0), found.start()) is None


def _is_told(text: str, found: re.Match[str]) -> bool:
    """Whether a list stands right behind the slogan, or right before it, or its parts are told off soon."""
    end = found.end("words") + 1
    if _MEMBERS_BEHIND.match(text, end):
        return True
    before = text[max(found.start() - 60, 0) : found.start()]
    if re.search(r"[^，。；“]{2,}、[^，。；“]*[^，。；“、]$", before):
        return True
    return _parts_told(text, found) or _told_in_turn(text, found) or _pairs_told(text, found)


def _parts_told(text: str, found: re.Match[str]) -> bool:
    """Whether the noun of the slogan comes as often as the slogan counts: 三个全域化 … 全域A化、全域B化、全域C化."""
    count, noun = count_of(found["count"] or ""), found["noun"]
    if not count or not noun:
        return False
    key = noun[:2] if len(noun) > 2 else noun
    near = text[found.end() : found.end() + _TOLD_NEAR]
    near = re.sub(rf"“{_DIGIT}[^”]*”", "", near)
    return near.count(key) >= count


def _told_in_turn(text: str, found: re.Match[str]) -> bool:
    """Whether a short sentence with the slogan is followed by as many sentences, to the end of the paragraph."""
    begin = max(text.rfind(mark, max(found.start() - _TOPIC, 0), found.start()) for mark in "。；\n") + 1
    stops = (text.find(mark, found.end("words"), begin + _TOPIC + 1) for mark in "。；")
    end = min((at for at in stops if at >= 0), default=-1)
    count = count_of(found["count"]) if found["count"] else sum(_counts(found["pairs"] or found["bare"]))
    if end < 0 or not count or found.start() - begin > _TOPIC:
        return False
    close = text.find("\n", end, end + _PARAGRAPH)
    parts = _PARTS.finditer(text, end + 1, close + 1 if close >= 0 else end + _PARAGRAPH)
    return len(list(islice(parts, count))) == count


def _pairs_told(text: str, found: re.Match[str]) -> bool:
    """Whether each part of a compound is told what it is, part by part: “一廊”即…；“两带”即…."""
    parts = _PAIR.findall(found["pairs"] or "")
    near = text[found.end() : found.end() + _PARAGRAPH]
    return len(parts) > 1 and all(re.search(f"{part}{_UNFOLDS}", near) for part in parts)


def _counts(pairs: str) -> Iterator[int]:
    """The counts of 一主两副: 1, 2."""
    return (count_of(one) or 0 for one in re.findall(_DIGIT, pairs))


def _overlaps(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    """Whether one of the spans, in order and beside each other, shares a character with the slogan."""
    start, end = found.span("words")
    last = bisect_left(spans, (end, 0)) - 1
    return any(before[1] > start for before in spans[max(last - 1, 0) : last + 1])
