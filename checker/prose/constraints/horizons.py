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


def _wanted(passage: Passage, time: Time, section: Section, frame: Frame) -> str:
    """Which years the aim may be of, "" where nothing is wrong."""
    if time.role != "goal" or time.relative or time.first != time.last:
        return ""
    again = _AGAIN.search(passage.text, max(time.start - 24, 0), time.start)
    if again is not None and frame.is_plan and frame.period is not None:
        years = _NUMBERS.get(again["years"]) or (int(again["years"]) if again["years"].isdigit() else 0)
        wanted = frame.period[1] + years
        return f"{wanted}年" if years and time.last != wanted else ""
    if section.tense != "target" or not frame.is_plan or frame.period is None:
        return ""
    first, last = frame.period
    if first <= time.last <= last or time.last in _LONG_RANGE or time.last > last + 30:
        return ""
    clause = passage.text[max(time.start - 12, 0) : time.start]
    if _PAST.search(clause):
        return ""
    return f"{first}—{last}年"
