"""What the head of a text says of its plan: title, name, period; and the documents that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from checker.draft.values import QuotedName, quotable
from checker.model.words import LEVELS
from checker.prose.document import Document
from checker.prose.places import place_level
from checker.prose.reading import Reading
from checker.prose.years import period_years

_TITLE = re.compile(r"规划|纲要|说明|方案")
_PLACE = re.compile(r"^(?:关于)?《?(?P<place>.{2,20}?)(?:国民经济和社会发展)?第(?P<ordinal>十[一二三四五六])个五年规划")
#: A title in its short form, as files are called: 甲县“十五五”规划纲要（送审稿）.
_SHORT = re.compile(r"^(?P<place>[\u4e00-\u9fff]{2,20}?)[“\"]?(?P<ordinal>十[一二三四五六])五[”\"]?(?:规划)?纲要")
#: What the nation is called where a plan's name tells its place; a title has the state's full name.
NATION = "国家"
_NATIONS = ("中华人民共和国", "全国")
_DOCUMENT = re.compile(r"《(?P<title>[^《》]{4,60}(?:规划|纲要|意见|条例|办法|建议|方案|决定|通知)[^《》]{0,12})》")
_PROPOSAL = re.compile(r"^中共.{2,20}关于制定.*建议$|^中共中央关于制定.*建议$")
#: A line of the title that goes on in the next, and one that goes on with the line before.
_RUNS_ON = re.compile(r"社会发展$|^[^》]*《[^》]*$")
_GOES_ON = re.compile(
    r"第十[一二三四五六]个五年规划.{0,24}|和二[〇○零Oo0]三五年远景目标纲要|纲要|(?:的)?(?:起草|编制)?(?:情况)?(?:的)?说明"
)
_HEAD_LINES = 8
_LONGEST_TITLE = 80


class Head(Struct):
    """What the head of the text says: full name, name, first and last year."""

    title: str
    name: str
    period: tuple[int, int] | None


def find_head(reading: Reading) -> Head:
    """The title is the first line that looks like one, before the first heading, with the lines it runs over.

    Its quotation marks are left out: 《…纲要》起草说明 is called …纲要起草说明. An outline without a title is the one
    that its file is called after.
    """
    document = reading.document
    title = _title(_first_lines(document))
    is_untitled = not title and reading.frame.kind == "outline"
    found = _SHORT.search(PurePath(document.source.path).stem) if is_untitled else _PLACE.search(title)
    period = period_years(f"{found['ordinal']}五") if found is not None else None
    place = _place(found) if found is not None else reading.frame.place
    period = period or reading.frame.period
    ordinal = plan_word(period)
    name = f"{place}{ordinal}" if place and ordinal else ""
    return Head(title or reading.frame.name, name, period)


def name_in(title: str) -> str:
    """The name of the plan that a title is of, "" for what is no title of a five-year plan."""
    found = _PLACE.search("".join(title.split()))
    return f"{_place(found)}{found['ordinal']}五" if found is not None else ""


def _place(found: re.Match[str]) -> str:
    """The place that a title is of; 国家 for the state."""
    place = found["place"].removeprefix("中共")
    return NATION if place in _NATIONS else place


def plan_word(period: tuple[int, int] | None) -> str:
    """(2026, 2030) → 十五五, "" for what is no such period."""
    return next((word for word in _PERIODS if period is not None and period_years(word) == period), "")


def plan_rank(name: str) -> int:
    """How high the place stands that a plan is called after, 国家十五五 above 临江省十五五; -1 for another name."""
    word = next((word for word in _PERIODS if name.endswith(word)), "")
    place = name.removesuffix(word)
    level = "national" if place == NATION else place_level(place)
    return next((choice.rank or 0 for choice in LEVELS if choice.en == level), 0) if word and place else -1


_PERIODS = ("十一五", "十二五", "十三五", "十四五", "十五五", "十六五")


def _first_lines(document: Document) -> list[str]:
    first = next((block.start for block in document.headings), len(document.source.text))
    lines = [block.text.strip() for block in document.blocks if block.text.strip() and block.cell is None]
    before = [block for block in document.blocks if block.start < first and block.text.strip()]
    return lines[: max(_HEAD_LINES, min(len(before), _HEAD_LINES * 2))]


def _title(lines: Sequence[str]) -> str:
    """国民经济和社会发展 / 第十四个五年规划…纲要 / 起草说明: one title over three lines."""
    at = next((at for at, line in enumerate(lines) if _TITLE.search(line) and _is_short(line)), None)
    if at is None:
        return ""
    above = lines[at - 1] if at and _RUNS_ON.search(lines[at - 1]) and _is_short(lines[at - 1]) else ""
    below = next((line for line in lines[at + 1 : at + 2] if _GOES_ON.fullmatch(line)), "")
    return "".join(re.split(r"[《》\s]+", above + lines[at] + below))


def _is_short(line: str) -> bool:
    return len(line) < _LONGEST_TITLE and not re.search("[。，；]", line)


def find_documents(reading: Reading, own: str) -> list[QuotedName]:
    """Documents in 《》 other than the text itself, in the order of their first mention."""
    found: dict[str, QuotedName] = {}
    for passage in reading.passages:
        for match in _DOCUMENT.finditer(passage.text) if "《" in passage.text else ():
            title = match["title"]
            if title not in own and own not in title and not re.search(r"\s", title):
                found.setdefault(title, QuotedName(title, quotable(f"《{title}》")))
    return list(found.values())


def is_proposal(title: str) -> bool:
    """Whether a document is the 建议 of a party committee, which comes before a plan."""
    return _PROPOSAL.match(title) is not None


def upper_plan(title: str, own: Head) -> str:
    """The name of the plan that an outline's title is of, if it is of another place and the own period; else ""."""
    found = _PLACE.search(title)
    if found is None or not title.endswith(("纲要", "规划")) or period_years(f"{found['ordinal']}五") != own.period:
        return ""
    name = f"{_place(found)}{found['ordinal']}五"
    return "" if name == own.name or "中共" in title else name
