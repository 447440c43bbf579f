"""Names of documents: those that are none, two for one document, a short name nobody agreed on, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from checker import resources
from checker.messages import Message
from checker.messages.mentions import (
    DOCUMENT_FORMULA,
    DOCUMENT_LOCAL_LAW,
    DOCUMENT_NEAR,
    DOCUMENT_NUMBER,
    DOCUMENT_SHORT,
    DOCUMENT_TWO,
    DOCUMENT_TWO_NUMBERS,
)
from checker.prose.constraints.statutes import find_statute_slips
from checker.prose.document_names import document_names
from checker.prose.reading.flow import Flow, masked
from checker.prose.reading.frame import Frame
from checker.prose.reading.mentions import Mention, Mentions, Numbered, neighbours
from checker.source import Expression

#: What a title ends with: two that differ in it alone are told as two names of one only if all else is long.
_KINDS = re.compile("(?:若干)?(?:措施|政策|意见|方案|计划|办法|规定|规划|纲要|建议|决定|条例|细则|通知)$")
_SHORT = Expression(r"(?:以下)?(?:统称|均?简称)为?[：:]?[《“](?P<short>[^》”]{2,12})[》”]", "统称", "简称")
#: Names that say no more than what kind of paper it is.
_GENERIC = re.compile("(?:规划|纲要|方案|计划|规划纲要|行动计划|实施方案|总体方案)(?:草案)?")
#: What the titles of plans have behind the place whose they are.
_PLAN_KIND = re.compile("国民经济和社会发展第[一二三四五六七八九十]+个五年规划(?:和.{0,16})?(?:纲要)?")
#: So much of the name of a zone is the place it lies in: 沐岚经济技术开发区.
_STEM = 2
_LONG = 8
_VERY_LONG = 12
_SHORT_TITLE = 8
_SHORT_YEAR = 2


class DocumentSlip(Struct, eq=False):
    """One slip: where in the source, what it is, and where in the source it is told otherwise, if anywhere."""

    start: int
    end: int
    message: Message
    other: tuple[int, int] | None = None


def find_document_slips(mentions: Mentions, frame: Frame) -> Iterator[DocumentSlip]:
    """The names and numbers of documents that are not as they should be."""
    flow = mentions.flow
    for start, end, right in find_statute_slips(mentions):
        told = flow.text[start:end]
        message = DOCUMENT_NEAR(told=told, right=right) if right else DOCUMENT_LOCAL_LAW(told=told)
        yield DocumentSlip(*flow.span(start, end), message)
    yield from _formulas(flow)
    yield from _two_titles(mentions)
    yield from _own_title(mentions, frame)
    yield from _short_names(mentions)
    yield from _numbers(mentions)


def _formulas(flow: Flow) -> Iterator[DocumentSlip]:
    for start, line in flow.lines():
        if "五年" not in line:
            continue
        for pattern, right in _formulas_of_plans():
            for found in pattern.finditer(line):
                begin, end = found.span("wrong")
                message = DOCUMENT_FORMULA(told=found["wrong"], right=right)
                yield DocumentSlip(*flow.span(start + begin, start + end), message)


def _two_titles(mentions: Mentions) -> Iterator[DocumentSlip]:
    """Long titles that differ in one character which is no numeral: the rarer one, else the later one."""
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.titles:
        if len(mention.name) >= _LONG:
            names[mention.name].append(mention)
    families: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in (*neighbours(name), *_looser_keys(name)):
            families[key].append(name)
    pairs = {tuple(sorted(set(family))) for family in families.values() if len(set(family)) == 2}
    for one, two in sorted(pairs):
        first, second = sorted((names[one], names[two]), key=lambda found: (-len(found), found[0].start))
        if not _one_paper(first[0], second[0]) or {one, two} <= document_names():
            continue
        place, other = second[0], first[0]
        message = DOCUMENT_TWO(told=place.name, usual=other.name)
        span = mentions.flow.span
        yield DocumentSlip(*span(place.start, place.end), message, span(other.start, other.end))


def _own_title(mentions: Mentions, frame: Frame) -> Iterator[DocumentSlip]:
    """The text's own name without its end: 《…第十五个五年规划》 in that …规划纲要."""
    own = frame.name.removesuffix("纲要")
    if len(own) < _VERY_LONG or own == frame.name or not own.endswith(("规划", "远景目标")):
        return
    kind = _PLAN_KIND.search(frame.name)
    for mention in mentions.titles:
        other = _PLAN_KIND.search(mention.name)
        renamed = (
            kind is not None
            and other is not None
            and other[0] == kind[0]
            and mention.name[:_STEM] == frame.name[:_STEM]
            and mention.name[: other.start()] != frame.name[: kind.start()]
            and mention.name[: other.start()].endswith(("区", "园"))
            and frame.name[: kind.start()].endswith(("区", "园"))
        )
        if mention.name == own or renamed:
            message = DOCUMENT_TWO(told=mention.name, usual=frame.name)
            yield DocumentSlip(*mentions.flow.span(mention.start, mention.end), message)


def _looser_keys(name: str) -> Iterator[str]:
    """Keys of a long title without its kind (措施, 政策), and without any two characters inside."""
    if len(name) >= _VERY_LONG:
        stem = _KINDS.sub("", name)
        if len(stem) >= _VERY_LONG and stem != name:
            yield stem + "\2"
        yield from (name[:at] + name[at + 2 :] for at in range(4, len(name) - 4))
        yield masked(name)[0] + "\3"


def _one_paper(one: Mention, two: Mention) -> bool:
    """Whether two near titles are of one paper: not of another issue, year or period."""
    if one.numerals == two.numerals:
        return True
    years = [(a, b) for a, b in zip(one.numerals, two.numerals, strict=False) if len(a) == 4 and a.isdigit()]
    # 2021—2035 and 2020—2035: one end of a period is the same, the other is not.
    return one.skeleton == two.skeleton and len(years) == 2 and sum(a != b for a, b in years) == 1


def _short_names(mentions: Mentions) -> Iterator[DocumentSlip]:
    """《规划草案》 or 《规划》 where 《纲要草案》 was agreed on, once, and nothing else bears that name."""
    flow = mentions.flow
    agreed = {found["short"]: found.span("short") for found in _SHORT.in_lines(flow.text)}
    counted: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.titles:
        if len(mention.name) <= _SHORT_TITLE:
            counted[mention.name].append(mention)
    long = [mention.name for mention in mentions.titles if len(mention.name) > _SHORT_TITLE]
    for short, place in agreed.items():
        for name, found in counted.items():
            if name in agreed or len(found) > 1 or found[0].start < place[0]:
                continue
            near = _half_alike(name, short) and not any(name in one for one in long)
            if near or (_GENERIC.fullmatch(name) and _GENERIC.fullmatch(short) and len(counted.get(short, ())) > 2):
                message = DOCUMENT_SHORT(told=name, usual=short)
                yield DocumentSlip(*flow.span(found[0].start, found[0].end), message, flow.span(*place))


@cache
def _formulas_of_plans() -> Sequence[tuple[re.Pattern[str], str]]:
    rows = resources.read_data("plan_names.toml")["formula"]
    return [(re.compile(row["pattern"]), row["right"]) for row in rows]


def _half_alike(one: str, two: str) -> bool:
    """Whether two short names of one length have a half in common."""
    half = len(one) // 2
    return len(one) == len(two) > 3 and one != two and (one[:half] == two[:half] or one[-half:] == two[-half:])


def _numbers(mentions: Mentions) -> Iterator[DocumentSlip]:
    """Numbers in another form than 国发〔2020〕5号, and two for one document."""
    flow = mentions.flow
    told: dict[str, tuple[str, Numbered]] = {}
    for number in mentions.numbers:
        written = number.written
        as_told = flow.text[written.start() : number.end]
        is_short = len(written["year"]) == _SHORT_YEAR
        other = written["open"] in "（([［【" and number.issuer.endswith(("发", "字", "函", "办", "令"))
        if written["mark"] or written["number"].startswith("0") or is_short or other:
            yield DocumentSlip(
                *flow.span(written.start(), number.end), DOCUMENT_NUMBER(told=as_told, right=number.right)
            )
        if number.title is None:
            continue
        whole = number.whole
        usual, first = told.setdefault(number.title.name, (whole, number))
        if usual != whole:
            message = DOCUMENT_TWO_NUMBERS(told=whole, usual=usual)
            yield DocumentSlip(*flow.span(number.start, number.end), message, flow.span(first.start, first.end))
