"""Plan periods, plenums and years that do not go together, and words that a later rule has replaced.

Five-year plans: 十四五 is 2021—2025, each period five years on. Plenums by the official communiqués.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker import resources
from checker.messages import Message
from checker.messages.prose import (
    PERIOD_HORIZON,
    PERIOD_OLD_WORD,
    PERIOD_OTHER_PLAN,
    PERIOD_PLENUM,
    PERIOD_YEAR,
    PERIOD_YEARS,
)
from checker.prose.years import period_years
from checker.quantity import parse_numeral

_PERIOD = "(?P<period>八五|九五|十一五|十二五|十三五|十四五|十五五|十六五)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
_RANGE = re.compile(
    rf"“?{_PERIOD}”?(?:时期|期间|规划)?(?:为|是|即)?[（(]?"
    r"(?P<first>(?:19|20)[0-9]{2})年?[—–\-～~至到]{1,2}(?P<last>(?:19|20)[0-9]{2})年?"
)
_END = re.compile(
    rf"“?{_PERIOD}”?(?:时期|规划)?(?:期?末|收官之年)[（(，]?(?:即|是)?{_YEAR}"
    rf"|{_YEAR.replace('year', 'year_b')}(?:底|末)?[（(，]?(?:即|也就是|是)"
    r"“?(?P<period_b>十[一二三四五六]五)”?(?:时期|规划)?(?:期?末|收官之年)"
)
_START = re.compile(
    rf"{_YEAR}[，]?(?:是|作为)“?{_PERIOD}”?(?:时期|规划)?(?:的)?(?P<edge>开局之年|起步之年|收官之年|最后一年|第一年)"
)
_HORIZON = re.compile(rf"{_YEAR}(?:基本实现社会主义现代化)?(?:的)?远景(?:发展)?目标")
_PLENUM = re.compile(r"(?P<congress>十[五六七八九]|二十)届(?P<number>[一二三四五六七])中全会")
_HELD = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:(?:[0-9]{1,2}月[，]?)(?:(?:胜利)?召开的?|举行的?)?|(?:胜利)?召开的|举行的)"
    r"(?:党的|中共|中国共产党)?第?$"
)
_TO_2035 = ("十四五", "十五五")
_DRAWN_UP = re.compile(
    r"(?:谋划|编制|制定|描绘|科学谋划|谋划好|编制好|制定好|实施好)(?:我[区市省县])?(?:好)?“(?P<period>十[一二三四五六]五)”"
)


@dataclass(frozen=True, slots=True)
class PeriodSlip:
    """One disagreement: where it stands and what it is; `outdated` tells a replaced word from a contradiction."""

    start: int
    end: int
    message: Message
    outdated: bool = False


def find_period_slips(text: str) -> Iterator[PeriodSlip]:
    """Periods, plenums and years of a whole text that disagree."""
    yield from _ranges(text)
    yield from _edges(text)
    yield from _plenums(text)
    yield from _horizons(text)
    yield from _other_plans(text)
    yield from _old_words(text)


def own_period(text: str) -> str | None:
    """The period whose plan the text is, by its head: 十四五, or None."""
    found = re.search(r"第(?P<ordinal>十[一二三四五六])个五年规划", text[:400])
    return f"{found['ordinal']}五" if found else None


def _ranges(text: str) -> Iterator[PeriodSlip]:
    for found in _RANGE.finditer(text):
        first, last = period_years(found["period"])
        if (int(found["first"]), int(found["last"])) != (first, last):
            message = PERIOD_YEARS(period=found["period"], first=first, last=last)
            yield PeriodSlip(found.start("first"), found.end("last"), message)


def _edges(text: str) -> Iterator[PeriodSlip]:
    for pattern in (_END, _START):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            period = groups.get("period") or groups.get("period_b")
            year = groups.get("year") or groups.get("year_b")
            if period is None or year is None:
                continue
            first, last = period_years(period)
            edge = groups.get("edge")
            wanted = first if edge in ("开局之年", "起步之年", "第一年") else last
            if _number(year) != wanted:
                yield PeriodSlip(found.start(), found.end(), PERIOD_YEAR(period=period, year=wanted, told=year))


def _plenums(text: str) -> Iterator[PeriodSlip]:
    """A plenum with the month or the words of its meeting right before it; 2020年贯彻…精神 tells no meeting."""
    years = _plenum_years()
    for found in _PLENUM.finditer(text):
        wanted = years.get(found[0])
        begin = max(found.start() - 26, 0)
        held = _HELD.search(text, begin, found.start())
        if wanted is not None and held is not None and int(held["year"]) != wanted:
            message = PERIOD_PLENUM(plenum=found[0], year=wanted, told=held["year"])
            yield PeriodSlip(held.start("year"), found.end(), message)


@cache
def _plenum_years() -> dict[str, int]:
    return {row["plenum"]: row["year"] for row in resources.read_data("periods.toml")["plenum"]}


def _horizons(text: str) -> Iterator[PeriodSlip]:
    """A 远景目标 of a year that is not the one of most mentions; 十四五 and 十五五 look to 2035."""
    found = list(_HORIZON.finditer(text))
    years = Counter(_number(one["year"]) for one in found)
    if not years:
        return
    usual, count = years.most_common(1)[0]
    if own_period(text) in _TO_2035:
        usual, count = 2035, len(found) + 1
    for one in found:
        if _number(one["year"]) != usual and years[_number(one["year"])] < count:
            yield PeriodSlip(one.start(), one.end("year"), PERIOD_HORIZON(told=one["year"], usual=usual))


def _other_plans(text: str) -> Iterator[PeriodSlip]:
    """Another period where the plan speaks of what it sets itself: 谋划“十三五” in a plan of 十四五."""
    own = own_period(text)
    if own is None:
        return
    for found in _DRAWN_UP.finditer(text):
        if found["period"] != own and period_years(found["period"]) < period_years(own):
            yield PeriodSlip(found.start(), found.end(), PERIOD_OTHER_PLAN(told=found["period"], own=own))


def _old_words(text: str) -> Iterator[PeriodSlip]:
    """Names that a rule has replaced before the text's own period began."""
    own = own_period(text)
    if own is None:
        return
    first, _ = period_years(own)
    for row in resources.read_data("periods.toml")["replaced"]:
        if row["since"] >= first:
            continue
        for found in re.finditer(rf"(?<!原){re.escape(row['word'])}", text):
            message = PERIOD_OLD_WORD(word=row["word"], now=row["now"], since=row["since"])
            yield PeriodSlip(found.start(), found.end(), message, outdated=True)


def _number(year: str) -> int:
    return int(parse_numeral(year) or 0)
