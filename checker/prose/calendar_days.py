"""Days and months that are in no calendar: 2月30日, 二〇二五年十三月十二日."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
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
_PLAIN_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_LEAP, _LEAP_DAY = 2000, (2, 29)
_MONTHS = 12


class NoSuchDay(NamedTuple):
    """A date that is none: where it stands, and as written."""

    start: int
    end: int
    words: str


def find_impossible_days(text: str) -> Iterator[NoSuchDay]:
    """Dates of a paragraph with a month beyond December or a day beyond its month.

    29 February without a year is one, unless the paragraph tells a year before it, and neither that nor the next has
    it. A month by itself is only judged behind a year: 13月 may be part of anything.
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
        days = monthrange(year or _LEAP, month)[1] if 1 <= month <= _MONTHS else 0
        no_leap = year is None and (month, day) == _LEAP_DAY and not _may_leap(text, found.start(), found.end())
        if not days or no_leap or (day is not None and not 1 <= day <= days):
            yield NoSuchDay(found.start(), found.end(), found[0])


def _may_leap(text: str, start: int, end: int) -> bool:
    """Whether a day without a year may be in a leap year: the last told before it or the next, else the next told."""
    before = [int(one[0]) for one in _PLAIN_YEAR.finditer(text, 0, start)]
    behind = _PLAIN_YEAR.search(text, end)
    years = [before[-1], before[-1] + 1] if before else [int(behind[0])] if behind is not None else [_LEAP]
    return any(isleap(year) for year in years)


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return count_of(words) if len(words) < 4 else _year(words)


def _year(words: str) -> int | None:
    year = count_of(words)
    return year if year is not None and 1900 <= year < 2100 else None
