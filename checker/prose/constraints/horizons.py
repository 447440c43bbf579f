"""Aims of a year that has passed, or that the plan does not reach: 到2025年 in a plan of 2026—2030."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.constraints.conflict import Conflict
from checker.prose.reading import Reading
from checker.prose.reading.frame import Frame
from checker.prose.reading.passages import Passage
from checker.prose.reading.sections import Section
from checker.prose.reading.times import Time

#: Years for which aims beyond a plan are told: those of the long-range aims of the nation and of carbon.
_LONG_RANGE = frozenset({2035, 2049, 2050, 2060})
_AGAIN = re.compile(
    "再(?:奋斗|用|经过|过)(?P<years>[一二两三四五六七八九十]+|[0-9]{1,2})(?:个)?(?:五)?年(?:的?时间|左右)?[^。；]{0,4}，?[^，。；]{0,4}$"
)
#: Words behind which a year that has passed is one of the past.
_PAST = re.compile("比|较|从|自|由|相比|以来|当年|截至|截止|已|了|曾|上一|此前|原|回顾|过去|五年来")
#: 2025年前完成, 2025年底前建成: a deadline; 2000年前建成的小区 is none.
_DEADLINE = re.compile(
    "(?:年|底|末|前)?(?:以|之)?前?(?:全面|基本|全部|力争)?(?:完成|实现|建成|达到|投产|投用|消除)(?![^，。；]{0,6}的)"
)
_FARTHEST = 10
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "十": 10, "十五": 15, "二十": 20}


def find_horizons(reading: Reading) -> Iterator[Conflict]:
    """Times that lead on to a year which cannot be that of an aim of this document."""
    frame = reading.frame
    at = 0
    for passage, times in zip(reading.passages, reading.times, strict=True):
        while at + 1 < len(reading.sections) and reading.sections[at + 1].start <= passage.start:
            at += 1
        for time in times:
            wanted = _wanted(passage, time, reading.sections[at], frame)
            if wanted:
                start, end = passage.span(time.start, time.end)
                said = {"value": passage.text[time.start : time.end], "wanted": wanted}
                yield Conflict("year_out", start, end, said, (), time.last, time.last)


def _near(year: int, period: tuple[int, int]) -> bool:
    """Whether a slip of the pen may have led to this year: not 1949, not 2100."""
    return period[0] - _FARTHEST <= year <= period[1] + _FARTHEST


def _wanted(passage: Passage, time: Time, section: Section, frame: Frame) -> str:
    """Which years the aim may be of, "" where nothing is wrong."""
    is_deadline = time.role == "at" and _DEADLINE.match(passage.text, time.end - 1) is not None
    if (time.role != "goal" and not is_deadline) or time.relative or time.first != time.last:
        return ""
    again = _AGAIN.search(passage.text, max(time.start - 24, 0), time.start)
    if again is not None and frame.is_plan and frame.period is not None:
        years = _NUMBERS.get(again["years"]) or (int(again["years"]) if again["years"].isdigit() else 0)
        wanted = frame.period[1] + years
        return f"{wanted}年" if years and time.last != wanted else ""
    if section.tense != "target" or frame.period is None or not (frame.is_plan or frame.is_report):
        return ""
    first, last = frame.period
    if frame.is_report and frame.year:
        first = min(first, frame.year)
    if first <= time.last <= last or time.last in _LONG_RANGE or not _near(time.last, frame.period):
        return ""
    if frame.is_report and time.last > last:
        return ""  # What a report announces may lie anywhere ahead.
    clause = passage.text[max(time.start - 12, 0) : time.start]
    if _PAST.search(clause):
        return ""
    return f"{first}—{last}年"
