"""Times as a text tells them: 到2030年, 2021—2025年, “十五五”时期, 五年来, 去年; each with its years and its role.

Words that look at another time from where the writer stands (今后五年, 去年) take their years from the frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.prose.years import period_years
from checker.quantity import parse_numeral

_Y = "(?:19|20)[0-9]{2}"
_PLANS = "[八九]五|十[一二三四五六七八]五"
#: Behind the name of a period: a plan and not its time.
_NAME = "普法|规划|计划|建议|纲要|系列|》|（|首年|开局|良好开局|开好局"
_TIME = re.compile(
    r"(?=[12一二八九十“过五5这近经今未去上本年现基目])"
    rf"(?:(?<![0-9])(?P<first>{_Y})年?(?:——?|–|-|－|~|～|至|到)(?P<last>{_Y})年"
    rf"|(?<![0-9.])(?P<year>{_Y})年(?!代)(?:底|末|(?P<part>初|前|以前|之前|以来|起|后|以后|之后))?"
    r"|(?P<spelt>[一二][〇○零九0][〇○零0一二三四五六七八九]{2})年(?!代)"
    rf"|“?(?P<edged>{_PLANS})”?(?:时期|规划)?的?(?:(?P<opens>开局之年|起步之年|首年|第一年)|收官之年|收官年|最后一年|决胜之年)"
    rf"|“?(?P<plan>{_PLANS})”?(?P<span>时?期末|末|时期|期间|以来|五年)?(?!”?(?:{_NAME}))"
    r"|(?P<past>过去的?五年|过去5年|五年来|5年来|这五年|近五年|(?<![再将])经过[五5]年(?:的)?(?:建设|发展))"
    r"|(?P<coming>今后的?五年|未来的?五年|今后5年|未来5年)"
    r"|(?P<back>一年来|过去的?一年|去年|(?<!础)上年末?(?!均))"
    r"|(?P<now>今年|本年度?|年内)"
    r"|(?P<held>(?:现状|基期)值?|目前)(?=(?:仅|只|已|约|为|是|有|达到?)*[0-9]))"
)
_BEFORE = re.compile(
    r"(?:(?P<compared>比|较|相比|同|与|相对于?|超过)|(?P<base>从|由|自|在)|(?P<goal>(?<!达)到|至|力争|确保|截至|截止到?|争取))$"
)
#: Behind a year: what it is only the base of, 2020年的2.6倍, 2020年的58%.
_BASE_BEHIND = re.compile(r"的(?:约|近|超过|超)?[0-9]")
_TITLE = re.compile(r"《[^《》]*》")
_REACH = 3


class Time(Struct, eq=False):
    """A time told from `start` to `end` of a passage: the years `first` to `last`.

    `role` is goal (到2030年, “十五五”末), during (“十四五”时期, 2021—2025年), at (2025年), compared (比2020年) or
    base (从2020年的); a year told as the edge of its plan (“十四五”收官之年) is at. `relative` says that it is told by
    where the writer stands (去年, 五年来).
    """

    start: int
    end: int
    first: int
    last: int
    role: str
    relative: bool = False


def find_times(text: str, year: int, period: tuple[int, int] | None) -> Iterator[Time]:
    """The times of one passage in order, those in titles left out.

    `year` is when it was written, 0 if nobody knows; `period` is that of the plan.
    """
    if "年" not in text and "五”" not in text and "期值" not in text and "现状" not in text:
        return
    shown = _TITLE.sub(lambda found: "□" * len(found[0]), text) if "《" in text else text
    for found in _TIME.finditer(shown):
        years = _years(found, year, period)
        if years is None:
            continue
        before = _BEFORE.search(shown, max(found.start() - _REACH, 0), found.start())
        role = before.lastgroup if before is not None and before.lastgroup else _own_role(found)
        if role in ("at", "goal") and before is None and _BASE_BEHIND.match(shown, found.end()):
            role = "base"
        relative = found.lastgroup in ("past", "coming", "back", "now", "held")
        yield Time(found.start(), found.end(), *years, role, relative)


def _years(found: re.Match[str], year: int, period: tuple[int, int] | None) -> tuple[int, int] | None:
    if found["year"]:
        told = int(found["year"])
        return told, told
    if found["first"]:
        first, last = int(found["first"]), int(found["last"])
        return (first, last) if first <= last else None
    if found["spelt"]:
        told = int(parse_numeral(found["spelt"].replace("零", "〇")) or 0)
        return (told, told) if told else None
    if found["edged"]:
        first, last = period_years(found["edged"])
        return (first, first) if found["opens"] else (last, last)
    if found["plan"]:
        first, last = period_years(found["plan"])
        return (last, last) if (found["span"] or "").endswith("末") else (first, last)
    return _seen_from(found, year, period)


def _seen_from(found: re.Match[str], year: int, period: tuple[int, int] | None) -> tuple[int, int] | None:
    first = period[0] if period is not None else year
    if not first:
        return None
    if found["past"]:
        return first - 5, first - 1
    if found["coming"]:
        return first, first + 4
    if found["held"]:
        base = (year or first) - 1
        return base, base
    if not year:
        return None
    return (year - 1, year - 1) if found["back"] else (year, year)


def _own_role(found: re.Match[str]) -> str:
    if found["plan"]:
        return "goal" if (found["span"] or "").endswith("末") else "during"
    return "during" if found["first"] or found["past"] or found["coming"] else "at"
