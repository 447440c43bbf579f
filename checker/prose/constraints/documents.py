"""Names of documents: those that are none, two for one document, a short name nobody agreed on, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

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
from checker.prose.reading.flow import Flow
from checker.prose.reading.mentions import Mention, Mentions, Numbered, neighbours

#: What stands in the name of every five-year plan: a pattern of its wrong forms, and the right one.
_FORMULAS = (
    (re.compile("国民经济(?P<wrong>[与及、])社会发展第"), "和"),
    (
        re.compile(
            "(?P<wrong>社会发展和国民经济|国民经济社会发展|国民经济和社会事业发展|国民经济与社会)(?=第[一二三四五六七八九十]+个五年)"
        ),
        "国民经济和社会发展",
    ),
    (re.compile("第[一二三四五六七八九十]+个(?P<wrong>五年计划)(?=纲要|和二〇三五|和2035|的建议)"), "五年规划"),
    (
        re.compile(
            "关于制定[^《》，。；]{0,24}第[一二三四五六七八九十]+个五年(?P<wrong>规划纲要)(?:和[^《》，。；]{4,12})?的建议"
        ),
        "规划",
    ),
    (
        re.compile(
            "关于制定[^《》，。；]{0,24}第[一二三四五六七八九十]+个五年规划(?:和[^《》，。；]{4,12})?的(?P<wrong>意见|决定|说明|方案|通知)"
        ),
        "建议",
    ),
    (
        re.compile(
            "第[一二三四五六七八九十]+个五年规划和(?:二〇三五年|2035年)(?P<wrong>远景规划|愿景目标|远期目标|远景发展)(?=纲要|的建议|目标)"
        ),
        "远景目标",
    ),
)
_SHORT = re.compile(r"以下(?:统称|均?简称)为?[：:]?[《“](?P<short>[^》”]{2,12})[》”]")
_LONG = 8
_SHORT_TITLE = 8


class DocumentSlip(Struct, eq=False):
    """One slip: where in the source, what it is, and where in the source it is told otherwise, if anywhere."""

    start: int
    end: int
    message: Message
    other: tuple[int, int] | None = None


def find_document_slips(mentions: Mentions) -> Iterator[DocumentSlip]:
    """The names and numbers of documents that are not as they should be."""
    flow = mentions.flow
    for start, end, right in find_statute_slips(mentions):
        told = flow.text[start:end]
        message = DOCUMENT_NEAR(told=told, right=right) if right else DOCUMENT_LOCAL_LAW(told=told)
        yield DocumentSlip(*flow.span(start, end), message)
    yield from _formulas(flow)
    yield from _two_titles(mentions)
    yield from _short_names(mentions)
    yield from _numbers(mentions)


def _formulas(flow: Flow) -> Iterator[DocumentSlip]:
    for start, line in flow.lines():
        if "五年" not in line:
            continue
        for pattern, right in _FORMULAS:
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
        for key in neighbours(name):
            families[key].append(name)
    pairs = {tuple(sorted(family)) for family in families.values() if len(family) == 2}
    for one, two in sorted(pairs):
        first, second = sorted((names[one], names[two]), key=lambda found: (-len(found), found[0].start))
        if first[0].skeleton == second[0].skeleton or {one, two} <= document_names():
            continue
        place, other = second[0], first[0]
        message = DOCUMENT_TWO(told=place.name, usual=other.name)
        span = mentions.flow.span
        yield DocumentSlip(*span(place.start, place.end), message, span(other.start, other.end))


def _short_names(mentions: Mentions) -> Iterator[DocumentSlip]:
    """《规划草案》 where 《纲要草案》 was agreed on: half of the name is the same, and nothing else bears it."""
    flow = mentions.flow
    agreed = {found["short"]: found.span("short") for found in _SHORT.finditer(flow.text)}
    counted: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.titles:
        if len(mention.name) <= _SHORT_TITLE:
            counted[mention.name].append(mention)
    for short, place in agreed.items():
        for name, found in counted.items():
            others = any(name in one.name for one in mentions.titles if len(one.name) > _SHORT_TITLE)
            if name in agreed or others or len(found) > 1 or not _half_alike(name, short) or found[0].start < place[0]:
                continue
            message = DOCUMENT_SHORT(told=name, usual=short)
            yield DocumentSlip(*flow.span(found[0].start, found[0].end), message, flow.span(*place))


def _half_alike(one: str, two: str) -> bool:
    """Whether two short names of one length have a half in common."""
    half = len(one) // 2
    return len(one) == len(two) > 3 and one != two and (one[:half] == two[:half] or one[-half:] == two[-half:])


def _numbers(mentions: Mentions) -> Iterator[DocumentSlip]:
    """Numbers in another form than 国发〔2020〕5号, and two for one document."""
    flow = mentions.flow
    titles = {mention.end: mention for mention in mentions.titles}
    told: dict[str, tuple[str, Numbered]] = {}
    for number in mentions.numbers:
        written = number.written
        right = f"〔{written['year']}〕{int(written['number'])}号"
        as_told = flow.text[written.start() : number.end]
        odd = written["mark"] or written["number"].startswith("0") or written["open"] in "（("
        if odd and number.issuer.endswith(("发", "字", "函", "办", "令")):
            yield DocumentSlip(*flow.span(written.start(), number.end), DOCUMENT_NUMBER(told=as_told, right=right))
        title = next((titles[at] for at in range(number.start, number.start - 4, -1) if at in titles), None)
        if title is None:
            continue
        whole = number.issuer + right
        usual, first = told.setdefault(title.name, (whole, number))
        if usual != whole:
            message = DOCUMENT_TWO_NUMBERS(told=whole, usual=usual)
            yield DocumentSlip(*flow.span(number.start, number.end), message, flow.span(first.start, first.end))
