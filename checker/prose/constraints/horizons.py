"""Aims of a year that has passed, or that the plan does not reach: 到2025年 in a plan of 2026—2030."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.constraints.conflict import Conflict
from checker.prose.document import BlockKind
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
_WHEN = r"年(?:底|末|初|内|[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初]|[上中下]旬)?)?"
#: 2028年9月1日前: a day by which something is to be.
_BY_DAY = re.compile(rf"{_WHEN}(?:以|之)?前(?!.{{0,10}}(?:的|已))")
#: 2028年核心区基本建成, 2028年组织中期评估: what a plan has in store for a year.
_STEP = re.compile(
    rf"{_WHEN}(?:以|之)?前?[^，。；、：0-9的已曾了于由]{{0,12}}?(?:基本|全面|全部|力争|正式|实现|主体)*"
    r"(?:建成|完工|竣工|投用|投产|投运|投入使用|投入运营|通车|贯通|封顶|开工|动工|启动建设|(?:组织|开展)[^，。；]{0,6}评估)"
    r"(?![^，。；]{0,8}的)"
)
_BEGUN = re.compile(
    "(?:底|末|初)?(?:以?前)?(?:全面|正式)?(?:开工|动工|启动|开建)(?:建设|实施)?[，、](?:力争|预计|计划|到)?"
)
#: 2023年建成, 2024年开通: what is told of a year in a part that looks back.
_DONE_IN = re.compile(
    "(?:建成|开通|通车|投产|投用|投运|竣工|获批|荣获|获评|入选|成功|顺利|圆满|如期|创成|摘帽|全面完成|实现)"
)
_PLANNED = re.compile("将|计划|预计|力争|拟|有望|确保|争取|目标|展望|未来|下一步|到20")
_PROSPECTS = re.compile("形势|机遇|挑战|展望|趋势|前景")
_OUTLOOK = re.compile("展望(?:到)?$")
_STEP_WITHIN, _HEAD = 12, 20
#: The evaluation of a plan lies in its own years.
_EVALUATED = re.compile("年(?:底|末)?(?:前)?(?:组织|开展|进行)[^，。；]{0,6}(?:中期|总结|终期)评估")
#: So shortly before a plan begins, what is told of a year is mostly what has been.
_RECENT = 2
#: Headings of a report about what is ahead, and those that look back.
_AHEAD = re.compile("(?:目标|任务|安排|部署|工作|重点)")
_BACK = re.compile("回顾|总结|情况|完成|成效|成就|评价")
_FARTHEST = 10
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "十": 10, "十五": 15, "二十": 20}


def find_horizons(reading: Reading) -> Iterator[Conflict]:
    """Times that lead on to a year which cannot be that of an aim of this document."""
    frame = reading.frame
    at, heading = 0, ""
    for passage, times in zip(reading.passages, reading.times, strict=True):
        heading = passage.text if passage.kind is BlockKind.HEADING else heading
        looks_back = not (_PROSPECTS.search(heading) or _PROSPECTS.search(passage.text, 0, _HEAD))
        while at + 1 < len(reading.sections) and reading.sections[at + 1].start <= passage.start:
            at += 1
        is_told = False
        for place, time in enumerate(times):
            if frame.period == (time.first, time.last):
                looks_back, is_told = False, True  # “十五五”时期 in the same paragraph leads on to what is ahead.
            wanted = _wanted(passage, time, reading.sections[at], frame, looks_back=looks_back)
            # 规划期为2026—2030年，展望到2035年 is held against the period that it names (PC717).
            wanted = wanted or ("" if is_told else _wanted_of_outlook(passage.text, time, frame))
            if wanted and not (place and _has_begun(passage.text, times[place - 1], time, frame)):
                start, end = passage.span(time.start, time.end)
                said = {"value": passage.text[time.start : time.end], "wanted": wanted}
                yield Conflict("year_out", start, end, said, (), time.last, time.last)


def _has_begun(text: str, before: Time, time: Time, frame: Frame) -> bool:
    """Whether what is to be done after the period is begun within it: 2027年开工、2031年建成."""
    if frame.period is None or time.last < frame.period[1] or not frame.period[0] <= before.last <= frame.period[1]:
        return False
    return _BEGUN.fullmatch(text, before.end, time.start) is not None


def _wanted_of_heading(passage: Passage, time: Time, frame: Frame) -> str:
    """Which year the heading of a report's part ahead or behind is of; "" where it may be so."""
    text = passage.text
    if time.role != "at" or time.relative or not frame.year or abs(time.last - frame.year) > _FARTHEST:
        return ""
    if _BACK.search(text):
        wanted = frame.year - 1
    elif _AHEAD.search(text, time.end):
        wanted = frame.year
    else:
        return ""
    return f"{wanted}年" if time.last not in (wanted, frame.year, frame.year - 1) else ""


def _is_ahead(text: str, time: Time, frame: Frame) -> bool:
    """Whether the time is that of an aim: it leads up to a year, or tells by when or when something is to be done."""
    if time.role != "at":
        return time.role == "goal"
    end = text.rfind("年", time.start, time.end)
    if _EVALUATED.match(text, end):
        return True
    if _DEADLINE.match(text, end) or _BY_DAY.match(text, end):
        return True
    is_recent = frame.period is not None and frame.period[0] - _RECENT <= time.last < frame.period[0]
    return not is_recent and _STEP.match(text, end) is not None


def _is_done_ahead(text: str, time: Time, frame: Frame) -> bool:
    """Whether what has been done is told of a year that is still ahead."""
    if time.role != "at" or time.last <= frame.base or not _DONE_IN.match(text, time.end):
        return False
    return frame.year < time.last and not _PLANNED.search(
        text, max(text.rfind("。", 0, time.start), 0), time.end + _STEP_WITHIN
    )


def _near(year: int, period: tuple[int, int]) -> bool:
    """Whether a slip of the pen may have led to this year: not 1949, not 2100."""
    return period[0] - 2 * _FARTHEST <= year <= period[1] + _FARTHEST


def _wanted_of_outlook(text: str, time: Time, frame: Frame) -> str:
    """Which years are meant where a plan looks out on a year of its own: 展望2030年 in a plan of 2026—2030."""
    if not frame.is_plan or frame.period is None or not _OUTLOOK.search(text, 0, time.start):
        return ""
    return f"{frame.period[1]}年以后" if time.last <= frame.period[1] else ""


def _wanted_of_plan(text: str, time: Time, frame: Frame, *, looks_back: bool) -> str:
    """Which years are meant where a plan that `looks_back` tells what has been done of a year ahead."""
    return f"{frame.base}年或以前" if frame.is_plan and looks_back and _is_done_ahead(text, time, frame) else ""


def _wanted(passage: Passage, time: Time, section: Section, frame: Frame, *, looks_back: bool) -> str:
    """Which years the aim may be of, "" for no fault; `looks_back` where no heading tells of prospects."""
    if passage.kind is BlockKind.HEADING and frame.is_report:
        return _wanted_of_heading(passage, time, frame)
    if time.relative or time.first != time.last:
        return ""
    told = _wanted_of_plan(passage.text, time, frame, looks_back=looks_back and section.tense == "actual")
    if told or not _is_ahead(passage.text, time, frame):
        return told
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
