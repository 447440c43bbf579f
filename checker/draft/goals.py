"""The goals of an outline: what stands in one form below each other where it tells its aims for the end of its period.

——经济实力实现新提升。…, （一）…, 一是…, or paragraphs that each begin with a short sentence. Better none than a wrong
one: principles stand in the same form, and so does what a chapter of tasks sets for its own matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.draft.chapters import Chapters
from checker.draft.values import Goal, quotable
from checker.prose.reading import Reading
from checker.prose.reading.leads import Lead

_PLACE = re.compile(
    r"(?:主要|发展|总体|奋斗|预期|核心|战略|规划|具体)目标|目标(?:任务|体系|定位|愿景|指标|$)|^目标|愿景"
)
_NOT_PLACE = re.compile(r"远景|二〇三五|20[0-9]{2}年|完成情况|实现情况|目标责任|目标管理")
_PRINCIPLE = re.compile(
    r"^(?:始终)?(?:坚持|坚定|必须|牢牢|统筹|把握|突出|注重|强化|树牢|遵循|贯彻|聚焦|着力|加快|推进|推动|加强|落实|"
    r"深化|深入|实施|打造|构建|完善|健全|更加注重|更加突出)"
)
#: What a result says: 实现新提升, 取得显著成效, 明显增强, 更加健全.
_RESULT = re.compile(
    r"实现|取得|迈[上出向入]|达到|再上|跃[上升]|展现|开创|形成|建成|基本|显著|明显|更加|持续|不断|稳步|全面|大幅|进一步|"
    r"[提增改优完健彰加深][升强善化全显高]|新[的]?[突跨提跃局台高阶进面篇成水改形风活气优]|更[\u4e00-\u9fff]|走在|领先|凸显|巩固|增长|共享|繁荣"
)
_NO_GOAL = re.compile(r"(?:目标|任务|指标|要求|原则|思路|定位|阶段|步骤|如下)$")
_OVERALL = re.compile(r"(?:^|[。；：])(?P<words>到(?:20[0-9]{2}|二[〇○零]三[〇○零])年(?:末|底)?，?[^。；：]{6,120})")
_FEWEST, _FEWEST_UNMARKED = 2, 3
_LOOSELY = 4
_MOSTLY = 0.6
_VISION = re.compile(r"2035|二[〇○零]三五|远景|本世纪中叶")


def find_goals(reading: Reading, chapters: Chapters) -> tuple[Goal | None, list[Goal], str]:
    """The overall goal, the goals, and the title under which they stand.

    The first place that speaks of aims and has such a run has them: a later chapter may set goals for its own matter.
    """
    for title, first, last in _places(reading):
        runs = [run for run in _runs(reading, first, last) if _are_goals(reading, run)]
        if runs:
            goals = [_goal(reading, chapters, lead) for lead in max(runs, key=len)]
            return _overall(reading, chapters, first, last), goals, title
    return None, [], ""


def _places(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The titles that speak of aims, the innermost of a chapter first, and from which lead to which what they head is.

    A title is a heading, or the first words of a numbered paragraph: （三）主要目标。….
    """
    leads = reading.leads
    found: list[tuple[int, int, str, int]] = []
    chapter = 0
    for at, lead in enumerate(leads):
        if lead.level and not _is_below(leads, at):
            chapter = at
        if (lead.level or lead.form) and _PLACE.search(lead.words) and not _NOT_PLACE.search(lead.words):
            found.append((chapter, -at, lead.words, at))
    for _, _, title, at in sorted(found):
        if reading.section_at(leads[at].stop).tense != "actual":
            yield title, at + 1, _end(leads, at)


def _is_below(leads: Sequence[Lead], at: int) -> bool:
    """Whether a heading stands below a chapter: parts and chapters are of the two highest levels."""
    return leads[at].level > 2 or leads[at].form in ("节", "（一）")


def _end(leads: Sequence[Lead], at: int) -> int:
    """The position of the lead that ends what the one at `at` heads."""
    head = leads[at]
    for position in range(at + 1, len(leads)):
        lead = leads[position]
        if head.level:
            if 0 < lead.level <= head.level:
                return position
        elif lead.level or lead.form == head.form:
            return position
    return len(leads)


def _runs(reading: Reading, first: int, last: int) -> Iterator[list[Lead]]:
    """The leads of one form, in the order of the text; those behind dashes and without a mark stand together."""
    by_form: dict[tuple[str, int], list[Lead]] = {}
    for lead in reading.leads[first:last]:
        if not lead.cell:
            by_form.setdefault((lead.form, lead.level), []).append(lead)
    # A text that breaks its lines may have ended a paragraph where a line and a sentence end together.
    apart = 1 if reading.document.origins else _LOOSELY
    for (form, _), leads in by_form.items():
        if form not in ("——", ""):
            yield leads
            continue
        run: list[Lead] = []
        for lead in leads:
            if run and not _follows(reading, run[-1], lead, apart):
                yield run
                run = []
            run.append(lead)
        yield run


def _follows(reading: Reading, before: Lead, lead: Lead, apart: int) -> bool:
    """Whether nothing parts two leads: no other paragraph, and none that leads in to others."""
    between = reading.passages[before.passage : lead.passage]
    return len(between) <= apart and not any(one.text.endswith(("：", ":")) for one in between)


def _are_goals(reading: Reading, run: Sequence[Lead]) -> bool:
    words = [lead.words for lead in run]
    fewest = _FEWEST if run[0].form else _FEWEST_UNMARKED
    if len(run) < fewest or len(set(words)) < len(words) or any(map(_NO_GOAL.search, words)):
        return False
    if any(_VISION.search(one) for one in words) or not _is_ahead(reading, run[0]):
        return False
    results = sum(_RESULT.search(one) is not None for one in words)
    orders = sum(_PRINCIPLE.search(one) is not None and not _RESULT.search(one[2:]) for one in words)
    if results < len(run) * (_MOSTLY if run[0].form else 1.0):
        return False
    return orders * 2 < len(run)


def _is_ahead(reading: Reading, lead: Lead) -> bool:
    """Whether what it leads is of the end of the plan's own period."""
    section, period = reading.section_at(lead.start), reading.frame.period
    if section.tense == "actual":
        return False
    return period is None or not section.last or section.last == period[1]


def _goal(reading: Reading, chapters: Chapters, lead: Lead) -> Goal:
    quote = quotable(reading.document.source.text[lead.start : lead.stop])
    end = lead.end
    if lead.level:
        after = (one.start for one in reading.leads if one.start > lead.start and one.level)
        end = next(after, len(reading.document.source.text))
    return Goal(lead.words, quote, chapters.number(lead.start), lead.start, end)


def _overall(reading: Reading, chapters: Chapters, first: int, last: int) -> Goal | None:
    """The sentence with the year that stands between the title and the goals."""
    leads = reading.leads
    begin = leads[first - 1].passage
    end = leads[last].passage if last < len(leads) else len(reading.passages)
    for number in range(begin, end):
        passage = reading.passages[number]
        found = _OVERALL.search(passage.text)
        if found is not None and not _VISION.search(found["words"]):
            start, stop = passage.span(*found.span("words"))
            words = reading.document.source.text[start:stop]
            quote = quotable(words) or quotable(
                words.partition("，")[0] + "，" + words.split("，")[1] if "，" in words else ""
            )
            return Goal("总目标", quote, chapters.number(start), start, stop)
    return None
