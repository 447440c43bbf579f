"""Whose document it is: what its title page says, and what only its text tells: period, year, own short names.

All of it is told by the head of the document and its commonest words; what neither tells stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from checker.prose.document import Document
from checker.prose.places import own_sign, place_level
from checker.prose.title_page import TitlePage, read_title_page
from checker.prose.years import period_of, period_years

_HEAD_BLOCKS = 30
#: A text with that many chapters is an outline, whatever its head says.
_CHAPTERS = 12
_PLAN = re.compile(r"[“\"](?P<plan>[八九]五|十[一二三四五六七八]五)[”\"](?:时期|期间)")
#: In a text that never says so, any mention of a plan tells.
_ANY_PLAN = re.compile(r"[“\"](?P<plan>[八九]五|十[一二三四五六七八]五)[”\"]")
_DATED = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日")
_ADDRESS = re.compile(
    r"我(?:受|代表)(?P<place>[\u4e00-\u9fff]{2,12}?[省市县区州盟旗])(?:人民政府|政府)?(?:委托)?，?向大会(?:报告|作)"
)
_LOOK_BACK = re.compile(r"(?P<year>20[0-9]{2})年(?:(?:政府)?工作)?(?:回顾|总结)")
_LOOK_AHEAD = re.compile(
    r"(?P<year>20[0-9]{2})年(?:的)?(?:经济社会)?(?:发展)?(?:重点|主要|政府|预期)*(?:工作|任务|目标)(?!回顾|总结|情况|完成)"
    r"|今年是(?P<now>20[0-9]{2})年"
)
_SHORT = re.compile(r"（?以下(?:统称|均?简称)为?[“《](?P<short>[^”》]{1,20})[”》]")
_NATIONAL = re.compile(r"^国务院|我代表国务院|^中华人民共和国国民经济")


class Frame(Struct, eq=False):
    """What holds for a whole document.

    `kind` and `level` are stored words, as the title page has them; `sign` is how it calls its own area (市 of 全市,
    我市); `period` is that of the plan it is or speaks of; `year` the one it was written in or, of a report, that it
    is for; 0 where nothing tells.
    """

    name: str = ""
    short: tuple[str, ...] = ()
    place: str = ""
    level: str = ""
    sign: str = ""
    kind: str = ""
    stage: str = ""
    period: tuple[int, int] | None = None
    year: int = 0

    @property
    def is_report(self) -> bool:
        """Whether it is the report of a year."""
        return self.kind == "work_report"

    @property
    def is_plan(self) -> bool:
        """Whether it tells aims of a period of its own."""
        return self.kind in ("outline", "proposal", "implementation_plan")

    @property
    def base(self) -> int:
        """The last year of which results can be told: that before the plan or, of a report, before its own."""
        if self.is_report and self.year:
            return self.year - 1
        return self.period[0] - 1 if self.period is not None else self.year - 1 if self.year else 0


def read_frame(document: Document) -> Frame:
    """The frame of `document`."""
    page = read_title_page(document, PurePosixPath(document.source.path).stem)
    head = [block.text.strip() for block in document.blocks[:_HEAD_BLOCKS] if block.cell is None]
    text = document.source.text
    speaker = next((found["place"] for line in head if (found := _ADDRESS.search(line))), "")
    kind = page.kind or ("work_report" if speaker else "outline" if len(document.chapters) >= _CHAPTERS else "")
    place, level = page.place, page.level
    if any(_NATIONAL.search(line) for line in head) or (not level and not speaker and _speaks_of_the_nation(text)):
        place, level = "", "national"
    elif not place and speaker:
        place, level = speaker, place_level(speaker)
    frame = Frame(
        name=page.title,
        short=tuple(dict.fromkeys(found["short"] for found in _SHORT.finditer(text[:20_000]))),
        place=place,
        level=level,
        sign="国" if level == "national" else _sign(place, level) or own_sign(text, level or None),
        kind=kind,
        stage=page.stage.stage if page.stage is not None else "",
        period=_period(page, kind, text),
    )
    frame.year = _year(page, document, head, frame)
    if frame.is_report and frame.period is not None and frame.period[1] < frame.year:
        own = period_of(frame.year)  # However often it looks back, a report is of no period that is over.
        frame.period = period_years(own) if own else frame.period
    return frame


def _sign(place: str, level: str) -> str:
    """The sign of a county or district by its own name, however often it speaks of the city above it."""
    return place[-1] if level == "county" and place.endswith(("县", "区", "旗")) else ""


def _period(page: TitlePage, kind: str, text: str) -> tuple[int, int] | None:
    """The period that the title names, else the one that the text speaks of most as a time."""
    if page.years is not None and kind != "work_report" and page.years[1] > page.years[0]:
        return page.years
    counted = Counter(_PLAN.findall(text) or _ANY_PLAN.findall(text))
    # A report at the turn of two periods looks back at one and ahead at the other: the later one is its own.
    often = [plan for plan, times in counted.items() if times * 3 >= max(counted.values())]
    return max(map(period_years, often), default=None)


def _year(page: TitlePage, document: Document, head: Sequence[str], frame: Frame) -> int:
    if frame.is_report:
        told = page.years[0] if page.years is not None else _report_year(document)
        if told:
            return told
    dated = next((int(found["year"]) for line in head if (found := _DATED.search(line))), 0)
    return dated or (frame.period[0] if frame.period is not None and not frame.is_report else 0)


def _report_year(document: Document) -> int:
    """The year that a report without a date is for, by its headings."""
    told: list[int] = []
    for block in document.headings:
        ahead, back = _LOOK_AHEAD.search(block.text), _LOOK_BACK.search(block.text)
        if ahead is not None:
            told.append(int(ahead["year"] or ahead["now"]))
        elif back is not None:
            told.append(int(back["year"]) + 1)
    return max(told, default=0)


def _speaks_of_the_nation(text: str) -> bool:
    return text.count("我国") >= 5 and len(re.findall("[我全][省市县区](?![场长级])", text)) * 3 < text.count("我国")
