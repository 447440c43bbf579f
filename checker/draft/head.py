"""What the head of a text says of its plan: title, name, period; and the documents that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from checker.draft.values import Told, quotable
from checker.prose.document import Document
from checker.prose.reading import Reading
from checker.prose.years import period_years

_TITLE = re.compile(r"规划|纲要|说明|方案")
_PLACE = re.compile(r"^(?:关于)?《?(?P<place>.{2,20}?)(?:国民经济和社会发展)?第(?P<ordinal>十[一二三四五六])个五年规划")
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

    Its quotation marks are left out: 《…纲要》起草说明 is called …纲要起草说明.
    """
    document = reading.document
    title = _title(_first_lines(document))
    found = _PLACE.search(title)
    period = period_years(f"{found['ordinal']}五") if found is not None else None
    place = found["place"].removeprefix("中共") if found is not None else reading.frame.place
    period = period or reading.frame.period
    ordinal = plan_word(period)
    name = f"{place}{ordinal}" if place and ordinal else ""
    return Head(title or reading.frame.name, name, period)


def name_in(title: str) -> str:
    """The name of the plan that a title is of, "" for what is no title of a five-year plan."""
    found = _PLACE.search("".join(title.split()))
    return f"{found['place'].removeprefix('中共')}{found['ordinal']}五" if found is not None else ""


def plan_word(period: tuple[int, int] | None) -> str:
    """(2026, 2030) → 十五五, "" for what is no such period."""
    return next((word for word in _PERIODS if period is not None and period_years(word) == period), "")


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


def find_documents(reading: Reading, own: str) -> list[Told]:
    """Documents in 《》 other than the text itself, in the order of their first mention."""
    found: dict[str, Told] = {}
    for passage in reading.passages:
        for match in _DOCUMENT.finditer(passage.text) if "《" in passage.text else ():
            title = match["title"]
            if title not in own and own not in title and not re.search(r"\s", title):
                found.setdefault(title, Told(title, quotable(f"《{title}》")))
    return list(found.values())


def is_proposal(title: str) -> bool:
    """Whether a document is the 建议 of a party committee, which comes before a plan."""
    return _PROPOSAL.match(title) is not None


def upper_plan(title: str, own: Head) -> str:
    """The name of the plan that an outline's title is of, if it is of another place and the own period; else ""."""
    found = _PLACE.search(title)
    if found is None or not title.endswith(("纲要", "规划")) or period_years(f"{found['ordinal']}五") != own.period:
        return ""
    place = "国家" if found["place"] == "中华人民共和国" else found["place"]
    name = f"{place}{found['ordinal']}五"
    return "" if name == own.name or "中共" in name else name
