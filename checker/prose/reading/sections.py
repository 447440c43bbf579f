"""The stretches of a document that share a time: what a figure without a year of its own speaks of.

A heading (2025年工作回顾, 主要目标), a lead-in (到2030年，努力实现以下目标：) or a cue (五年来，一年来，) sets period
and tense of what follows, until the next one or until a heading of its own rank. Behind its aims, an outline's
chapters are about its own period.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from checker.prose.document import Block, BlockKind, Document
from checker.prose.reading.frame import Frame
from checker.prose.reading.passages import Passage
from checker.prose.reading.times import Time

_REVIEW = re.compile(
    "回顾|总结|成就|成绩|成效|进展|开局|基础$|基础[与和]|发展基础|现状|评估|圆满|胜利完成|收官|五载|过去|顺利实现|奠定"
)
_AIM = re.compile("目标|主要指标|预期|愿景")
_AIMS = re.compile("(?:主要|发展|奋斗|总体|预期|规划)目标|主要指标")
_VISION = re.compile("远景|(?:二〇三五|2035)年")
_GUIDANCE = re.compile(
    "发展环境|面临|形势|阶段特征|新特点|机遇|挑战|指导思想|指导方针|原则|总体要求|基本要求|总体思路|战略定位|意义"
)
_FIRST = re.compile("第[一1][编篇部章]")
_WORK = re.compile("(?:工作|任务)(?:安排|部署|任务|重点)?$|重点工作|主要任务|政府建设|自身建设|政府治理|民生实事")
_BARE_HEADING = re.compile(r"[^，。；：！？]{4,30}$")
#: What may stand between the beginning of a sentence and the time that opens it.
_OPENING = re.compile(
    r"(?:^|[。；！？])(?:[0-9一二三四五六七八九十、.（）()—]*|[^，。]{0,6}，)(?:刚刚|回顾|展望)?(?:过去的)?$"
)
_LONGEST_OPENING = 14
#: Behind a year that opens what follows: 2025年，全省上下…, 2025年是…, 2025年很不平凡.
_OPENS = re.compile(r"[，是很]")
#: A paragraph of one short sentence may lead in without a colon.
_SHORT_LEAD_IN = re.compile(r"[^。；：]{6,60}(?:目标|工作|任务)。$")
#: A paragraph with a number has its heading in its first sentence: 5.主要目标。….
_RUN_IN = re.compile(
    r"\s*(?:[0-9]{1,2}[.．、](?![0-9])|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)"
    r"(?P<title>[^，。；：！？]{2,30})[。：]."
)
_LEAD_IN = re.compile(
    r"(?:目标|预期|安排|任务|指标|方面|工作|要求|做到|实现|重点)[^，。；：]{0,8}[：:]$"
    r"|(?:以下|下列|如下|这些)[^，。；：]{0,16}。$"
)
_OWN_AIMS = re.compile(r"(?:预期|奋斗|发展|主要|工作|总体|调控)+目标[^，。；]{0,8}(?:是|为|如下|包括)?[：:]")


class Section(Struct, eq=False):
    """From `start` of the source on, until the next section, what stands there speaks of `first` to `last`.

    `tense` is actual, target or "" where nothing tells, the years then being 0. `origin` is heading, lead-in, cue
    or document, and `told_from` to `told_to` where its words stand in the source.
    """

    start: int
    first: int = 0
    last: int = 0
    tense: str = ""
    origin: str = ""
    told_from: int = 0
    told_to: int = 0


class _Open(Struct, eq=False):
    """A section that holds until a heading of `level` or above."""

    level: int
    section: Section


def find_sections(
    document: Document, passages: Sequence[Passage], times: Sequence[Sequence[Time]], frame: Frame
) -> list[Section]:
    """The sections of `document`, by the `times` of each of its `passages`."""
    reader = _Reader(frame)
    for passage, told in zip(passages, times, strict=True):
        if passage.kind is BlockKind.HEADING:
            reader.heading(document.blocks[passage.first], passage, told)
        elif passage.kind is not BlockKind.CELL:
            reader.paragraph(passage, told)
    return reader.sections


class _Reader:
    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.sections = [Section(0)]
        self.stack: list[_Open] = []
        self.level = 0
        #: How far below the heading a paragraph stands: lower where it has a heading of its own in its first sentence.
        self.depth = 1
        self.has_aims = False
        self.has_dated_heading = False

    # ---- headings

    def heading(self, block: Block, passage: Passage, times: Sequence[Time]) -> None:
        """A heading: what it opens, and what it ends."""
        self.level, self.depth = block.level, 1
        self._pop(block.level)
        if _FIRST.match(block.number) and self.stack == []:
            self.has_aims = False  # What came before was a table of contents.
        made = self._by_title(block.title, block.level, passage, times)
        if made is not None:
            self.has_dated_heading = self.has_dated_heading or bool(made.tense)
            self.stack.append(_Open(block.level, made))
        self._resume(passage)

    def _by_title(self, title: str, level: int, passage: Passage, times: Sequence[Time]) -> Section | None:
        """What a heading sets, None for nothing."""
        frame, span = self.frame, passage.span(0, len(passage.text))
        own = [time for time in times if time.role != "compared"]
        limit = frame.period[1] if frame.period is not None else 0
        past = [time for time in own if time.last <= frame.base]
        ahead = [time for time in own if frame.base < time.last <= limit or (not limit and time.last > frame.base)]
        if not ahead and own and not past and _VISION.search(title):
            return Section(0, own[-1].last, own[-1].last, "target", "heading", *span)
        if ahead and not (past and _REVIEW.search(title)):
            return self._ahead(title, ahead, span)
        if past:
            longest = max(past, key=lambda time: time.last - time.first)
            # 2025年工作和“十四五”时期发展回顾: all of it is past, and each paragraph is of one of the two.
            if any(time.first > longest.first for time in past):
                return Section(0, tense="actual", origin="heading")
            return Section(0, longest.first, longest.last, "actual", "heading", *span)
        return self._by_words(title, level, span)

    def _ahead(self, title: str, ahead: Sequence[Time], span: tuple[int, int]) -> Section:
        if _GUIDANCE.search(title) and not _AIM.search(title):
            return Section(0, origin="heading")
        self._tell_aims()
        return Section(0, ahead[-1].first, ahead[-1].last, "target", "heading", *span)

    def _by_words(self, title: str, level: int, span: tuple[int, int]) -> Section | None:
        frame = self.frame
        above = self.stack[-1].section.tense if self.stack else ""
        if frame.period is not None and (_AIMS.search(title) or (_AIM.search(title) and not above)):
            if _REVIEW.search(title):
                return None
            self._tell_aims()
            return Section(0, *frame.period, "target", "heading", *span)
        if _GUIDANCE.search(title):
            return None if self.has_aims or above else Section(0, origin="heading")
        if _REVIEW.search(title) and frame.base and not above and not self.has_aims:
            years = (frame.base, frame.base) if frame.is_report else (frame.base - 4, frame.base)
            return Section(0, *years, "actual", "heading", *span)
        if frame.is_report and frame.year and level == 1 and _WORK.search(title):
            return Section(0, frame.year, frame.year, "target", "heading", *span)
        return None

    def _tell_aims(self) -> None:
        self.has_aims = self.has_aims or self.frame.is_plan

    # ---- paragraphs

    def paragraph(self, passage: Passage, times: Sequence[Time]) -> None:
        """A paragraph: the cues and lead-ins in it."""
        text = passage.text
        self._run_in(passage, times)
        if not times:
            self._year_of_report(passage)
            return
        if len(text) <= 30 and _BARE_HEADING.match(text):
            self._bare_heading(passage, times)
            return
        for time in times:
            made = self._opened(passage, time)
            if made is not None:
                self._override(made, passage.offset(time.start))
        if _LEAD_IN.search(text[-30:]) or _SHORT_LEAD_IN.match(text):
            self._lead_in(passage, times)
        else:
            self._year_of_report(passage)

    def _run_in(self, passage: Passage, times: Sequence[Time]) -> None:
        """A heading in the first sentence of a numbered paragraph holds until the next one of its kind."""
        found = _RUN_IN.match(passage.text)
        self.depth = 2 if found is not None else 1
        if found is None:
            return
        below = bool(self.stack) and self.stack[-1].level >= self.level + 2
        self._pop(self.level + 2)
        made = self._by_title(found["title"], 2, passage, [time for time in times if time.end <= found.end("title")])
        if made is not None:
            self._override(made, passage.start)
        elif below:
            self._resume(passage)

    def _bare_heading(self, passage: Passage, times: Sequence[Time]) -> None:
        """A short line without a number, like 2026年重点工作, is a heading in all but its looks."""
        title = passage.text
        if not (_REVIEW.search(title) or _AIM.search(title) or _WORK.search(title)) or title.endswith("政府工作报告"):
            return
        level = self.level + 1 if self.has_dated_heading else 0
        self._pop(level)
        made = self._by_title(title, 1, passage, times)
        if made is not None:
            self.stack.append(_Open(level, made))
            self._resume(passage)

    def _opened(self, passage: Passage, time: Time) -> Section | None:
        """The section that a time at the head of a sentence opens: 五年来，… 2025年是…."""
        text, base = passage.text, self.frame.base
        if time.role not in ("during", "at") or not base:
            return None
        begin = max(time.start - _LONGEST_OPENING, 0)
        head = text[begin : time.start]
        if not (_OPENING.search(head) if begin else _OPENING.fullmatch(head) or _OPENING.search(head)):
            return None
        lasting = time.relative or time.last > time.first
        if not lasting and not (time.last in (base, self.frame.year) and _OPENS.match(text, time.end)):
            return None
        if time.relative and text[time.start : time.end] in ("去年", "上年", "上年末", "今年", "年内"):
            return None
        current, span = self.sections[-1], passage.span(time.start, time.end)
        if time.last <= base:
            # Where the aims of an outline are told, a look back holds for its sentence only.
            if current.tense == "target" and self.frame.is_plan and self.has_aims:
                return None
            return Section(0, time.first, time.last, "actual", "cue", *span)
        if current.tense == "target" or _GUIDANCE.search(text, 0, 60):
            return None
        return Section(0, time.first, time.last, "target", "cue", *span)

    def _lead_in(self, passage: Passage, times: Sequence[Time]) -> None:
        text = passage.text
        begin = max(text.rfind(mark, 0, len(text) - 1) for mark in "。；！？") + 1
        told = [time for time in times if time.start >= begin and time.role in ("goal", "during", "at")]
        if not told or text[told[-1].end - 1] in "前后起初":
            return
        time = told[-1]
        tense = "actual" if time.last <= self.frame.base else "target"
        if tense == "target":
            self._tell_aims()
        made = Section(0, time.first, time.last, tense, "lead-in", *passage.span(time.start, time.end))
        self._override(made, passage.offset(len(text) - 1) + 1)

    def _year_of_report(self, passage: Passage) -> None:
        """A report's 主要预期目标是：… tells the aims of its year where it names no other."""
        year = self.frame.year
        if not year or not self.frame.is_report or "目标" not in passage.text:
            return
        found = _OWN_AIMS.search(passage.text)
        if found is not None and self.sections[-1].tense != "target":
            span = passage.span(*found.span())
            self._override(Section(0, year, year, "target", "lead-in", *span), passage.start)

    # ---- the state

    def _pop(self, level: int) -> None:
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()

    def _resume(self, passage: Passage) -> None:
        """Go on with what the headings above have set."""
        if self.stack:
            self._enter(self.stack[-1].section, passage.start)
        elif self.has_aims and self.frame.period is not None:
            span = passage.span(0, len(passage.text))
            self._enter(Section(0, *self.frame.period, "target", "document", *span), passage.start)
        else:
            self._enter(Section(0), passage.start)

    def _override(self, section: Section, start: int) -> None:
        self._pop(self.level + self.depth)
        self.stack.append(_Open(self.level + self.depth, section))
        self._enter(section, start)

    def _enter(self, section: Section, start: int) -> None:
        last = self.sections[-1]
        told = (section.first, section.last, section.tense, section.origin, section.told_from, section.told_to)
        is_same = (last.first, last.last, last.tense, last.origin) == told[:4]
        if is_same and (section.origin == "document" or (section.origin == "heading" and last.told_from == told[4])):
            return
        if last.start == start:
            self.sections.pop()
        self.sections.append(Section(start, *told))
