"""Days and months that are in no calendar: 2月30日, 二〇二五年十三月十二日."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from checker.prose.counts import count_of

_CHINESE = "[〇零一二三四五六七八九十○O0]"
#: A year stands in front of most dates; 年 alone may belong to a stretch of years, and 个月 to one of months.
_DATE = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}|[一二][〇零一二三四五六七八九○O0]{{3}})年)?"
    rf"(?P<month>(?<![0-9.．—–\-～~]){'[0-9]{1,2}'}|(?<![〇零一二三四五六七八九十第几]){_CHINESE}{{1,3}})月"
    rf"(?:(?P<day>[0-9]{{1,2}}|{_CHINESE}{{1,3}})[日号])?"
)
#: 2026-02-30; the same sign twice, so that no stretch of years or number of a version is one.
_WITH_SIGNS = re.compile(
    r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)[0-9]{2})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9A-Za-z.\-/])"
)
#: A fifth quarter, an hour after midnight, a year of five digits or of another age before a month or as a goal.
_NEVER = re.compile(
    r"(?=[第五六七八九0-9])(?:第?[五六七八九5-9]季度|(?<![0-9])(?:2[5-9]|[3-9][0-9])时[0-9]{1,2}分|[0-9]时[6-9][0-9]分(?!钟)"
    r"|(?<![0-9.])(?:[0-9]{5}|(?!19|20)[0-9]{4})年(?=[0-9]{1,2}月)|(?<=[到至])(?:20[0-9]{3}|[13-9]0[0-9]{2}|2[2-9][0-9]{2})年(?=[底末，]))"
)
_LEAP = 2000
_MONTHS = 12


class NoSuchDay(NamedTuple):
    """A date that is none: where it stands, and as written."""

    start: int
    end: int
    words: str


def find_impossible_days(text: str) -> Iterator[NoSuchDay]:
    """Dates of a paragraph with a month beyond December or a day beyond its month; 29 February without a year is one.

    A month by itself is only judged behind a year: 13月 may be part of anything.
    """
    if "月" in text:
        yield from _impossible(_DATE, text)
    if "20" in text or "19" in text:
        yield from _impossible(_WITH_SIGNS, text)
    for found in _NEVER.finditer(text) if "季度" in text or "分" in text or "年" in text else ():
        yield NoSuchDay(*found.span(), found[0])


def _impossible(pattern: re.Pattern[str], text: str) -> Iterator[NoSuchDay]:
    for found in pattern.finditer(text):
        year, month, day = (_number(found[part]) for part in ("year", "month", "day"))
        if month is None or (year is None and day is None):
            continue
        if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= monthrange(year or _LEAP, month)[1]):
            yield NoSuchDay(found.start(), found.end(), found[0])


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return count_of(words) if len(words) < 4 else _year(words)


def _year(words: str) -> int | None:
    year = count_of(words)
    return year if year is not None and 1900 <= year < 2100 else None
