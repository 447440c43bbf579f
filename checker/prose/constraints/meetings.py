"""Congresses, plenums and sessions that do not exist, do not go together, or are numbered in two ways in one text.

What is held by the table is checked by it; a local meeting is checked against what the text says elsewhere. A meeting
later than the table knows is nobody's slip.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.mentions import (
    MEETING_COMMITTEE,
    MEETING_FORM,
    MEETING_LAST,
    MEETING_LATER,
    MEETING_NONE,
    MEETING_OLD,
    MEETING_ORDER,
    MEETING_PAIR,
    MEETING_SESSION,
    MEETING_TWO,
)
from checker.prose.congresses import congress_years, known_to, over, people_years, plenums
from checker.prose.reading.flow import Flow
from checker.prose.reading.frame import Frame
from checker.prose.reading.mentions import Mentions
from checker.quantity import parse_numeral
from checker.source import Expression

_N = "[一二三四五六七八九十]{1,3}"
_PAIR = Expression(
    rf"(?<![0-9一二三四五六七八九十])(?P<congress>{_N})(?:大|次全国代表大会)(?:精神)?(?:以及|[和及、与暨])(?:党的|中共)?(?P<plenum>{_N})届(?=历次|[一二三四五六七八九十]+中|[^，。；]{{0,4}}全会)",
    "届",
)
_PLENUMS = Expression(
    rf"(?<![省市县区])(?:党的|中共|中央|第)?(?P<congress>{_N})届(?P<list>(?:{_N}中(?:全会)?(?:以及|[、和及与])?)*{_N}中)全会",
    "届",
)
_GUIDE = Expression(
    rf"(?:贯彻|落实|遵循|学习)(?:落实)?(?:好)?党的(?P<congress>{_N})大(?:和(?P<plenum>{_N})届[^，。；]{{0,16}}全会)?精神",
    "党的",
)
_FORM = Expression(
    rf"(?:(?P<central>党的|中共中央|党中央)|[省市县区州]委)(?P<ordinal>{_N})届(?P<number>{_N})(?(central)次|中)全会",
    "届",
)
_LONG_FORM = Expression(rf"(?P<congress>{_N})届中央委员会第(?P<number>{_N})次全体会议", "届")
_LOCAL = Expression(
    rf"(?P<organ>[省市县区州]委|自治区党委)(?P<ordinal>{_N})届(?P<session>{_N})次(?:、{_N}次)*(?:全会|全体会议)"
    rf"|(?P<ordinal_b>{_N})届(?P<organ_b>[省市县区州])委(?P<session_b>{_N})次(?:全会|全体会议)",
    "届",
)
_LONG_LOCAL = Expression(rf"第(?P<ordinal>{_N})届委员会第(?P<session>{_N})次全体会议", "届委员会")
_GUIDING_PLENUM = Expression(
    rf"(?:贯彻|落实|遵循|学习)(?:落实)?(?:好)?党的(?P<congress>{_N})届(?:{_N}中、)*(?P<number>{_N})中全会[^，。；]{{0,4}}精神",
    "中全会",
)
_PARTY = Expression(rf"(?P<organ>[省市县区])第(?P<ordinal>{_N})次(?:党员?代表?大?会|党代会)", "次党")
_PEOPLE = Expression(
    rf"(?P<organ>全国|[省市县区州]|自治[区州县])?第?(?P<ordinal>{_N})届(?P<organ_b>全国)?(?:人民代表大会|人大)(?:常委会)?第?(?P<session>{_N})次会议",
    "届",
)
_YEAR = re.compile(r"(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[，]?(?:在|召开的?)?$")
_BY = re.compile("(?:贯彻|落实|按照|根据|依据|遵照)(?:落实)?(?:中共)?[\u4e00-\u9fff]{0,4}$")
_ASKS = re.compile("(?:提请|请|交)$")
_TASKS = re.compile("(?:确定|提出|部署|明确)的(?:各项|全年|年度|主要)?(?:目标|任务|工作)")
#: From so many sessions on a committee has been in office for years: the one before it is history.
_SETTLED = 4


class MeetingSlip(Struct, eq=False):
    """One slip: where in the source, what it is, and where in the source it is told otherwise, if anywhere."""

    start: int
    end: int
    message: Message
    other: tuple[int, int] | None = None


class _Session(Struct, eq=False):
    """One local meeting: whose, its two ordinals, and where in the flow it stands."""

    ordinal: int
    session: int
    start: int
    end: int


def find_meeting_slips(mentions: Mentions, frame: Frame) -> Iterator[MeetingSlip]:
    """The meetings of a text that cannot be as it tells them."""
    flow = mentions.flow
    yield from _pairs(flow)
    yield from _plenums(flow, frame)
    yield from _forms(flow)
    yield from _guides(flow, frame)
    yield from _committees(flow)
    yield from _sessions(flow, frame)


def _pairs(flow: Flow) -> Iterator[MeetingSlip]:
    """党的二十大和十九届历次全会: a committee goes with the congress that elected it."""
    for found in _PAIR.in_lines(flow.text):
        if found["congress"] != found["plenum"]:
            message = MEETING_PAIR(congress=found["congress"], plenum=found["plenum"])
            yield MeetingSlip(*flow.span(found.start(), found.end("plenum") + 1), message)


def _plenums(flow: Flow, frame: Frame) -> Iterator[MeetingSlip]:
    """Plenums that a committee never held, that come later than the text, or stand out of their order."""
    table = plenums()
    for found in _PLENUMS.in_lines(flow.text):
        held = table.get(found["congress"])
        numbers = [(one, int(parse_numeral(one[0]) or 0)) for one in re.finditer(rf"{_N}(?=中)", found["list"])]
        place = flow.span(*found.span())
        if [number for _, number in numbers] != sorted({number for _, number in numbers}):
            listed = "、".join(f"{one[0]}中" for one, _ in numbers)
            yield MeetingSlip(*flow.span(found.start(), found.end()), MEETING_ORDER(plenums=listed))
            continue
        if held is None:
            continue
        last = numbers[-1][1]
        plenum = f"{found['congress']}届{numbers[-1][0][0]}中全会"
        # A committee in office may have met since, about once a year.
        since = _MOST if not frame.year else max(frame.year - known_to(), 0)
        if last > len(held) + (0 if found["congress"] in over() else since):
            yield MeetingSlip(*place, MEETING_NONE(plenum=plenum, congress=found["congress"], count=len(held)))
        elif last <= len(held) and 0 < frame.year < held[last - 1]:
            yield MeetingSlip(*place, MEETING_LATER(meeting=plenum, held=held[last - 1], year=frame.year))


def _forms(flow: Flow) -> Iterator[MeetingSlip]:
    """党的二十届四次全会 is 四中全会, 省委十二届八中全会 八次全会."""
    for found in _FORM.in_lines(flow.text):
        right = f"{found['ordinal']}届{found['number']}{'中' if found['central'] else '次'}全会"
        yield MeetingSlip(*flow.span(found.start("ordinal"), found.end()), MEETING_FORM(right=right))
    for found in _LONG_FORM.in_lines(flow.text):
        held = plenums().get(found["congress"], [])
        newest = max(_number(one) for one in plenums())
        is_over = found["congress"] in over() and _number(found["number"]) > len(held)
        if is_over or _number(found["congress"]) > newest + 1:
            message = MEETING_NONE(plenum=found[0], congress=found["congress"], count=len(held))
            yield MeetingSlip(*flow.span(*found.span()), message)


def _guides(flow: Flow, frame: Frame) -> Iterator[MeetingSlip]:
    """贯彻党的十九大精神 in a text of years after the next congress."""
    years = congress_years()
    known = [ordinal for ordinal, year in years.items() if year < frame.year - 1]
    if not known or frame.year > known_to() + 2:
        return
    now = max(known, key=lambda ordinal: years[ordinal])
    for found in (*_GUIDE.in_lines(flow.text), *_GUIDING_PLENUM.in_lines(flow.text)):
        told = found["congress"]
        begin, end = flow.sentence(found.start())
        has_now = f"{now}大" in flow.text[begin:end] or f"{now}届" in flow.text[begin:end]
        never = _number(found.groupdict().get("number", "")) > len(plenums().get(told, ()))
        if years.get(told, 9999) < years[now] and not has_now and not never:
            message = MEETING_OLD(year=frame.year, now=now, congress=told)
            yield MeetingSlip(*flow.span(*found.span()), message)


def _committees(flow: Flow) -> Iterator[MeetingSlip]:
    """Plenums of one local committee under two ordinals, or under one that its congress does not have."""
    elected: dict[str, set[int]] = defaultdict(set)
    for found in _PARTY.in_lines(flow.text):
        elected[found["organ"]].add(_number(found["ordinal"]))
    told: dict[str, list[_Session]] = defaultdict(list)
    for found in _LOCAL.in_lines(flow.text):
        organ = found["organ"] or f"{found['organ_b']}委"
        ordinal, session = found["ordinal"] or found["ordinal_b"], found["session"] or found["session_b"]
        told[organ[-2:]].append(_Session(_number(ordinal), _number(session), *found.span()))
    yield from _own_plenum(flow)
    for organ, sessions in told.items():
        yield from _two_ordinals(flow, sessions)
        congresses = elected.get(organ[0])
        for one in sessions:
            if congresses and one.ordinal > max(congresses):
                message = MEETING_COMMITTEE(organ=organ, congress=max(congresses), told=one.ordinal)
                yield MeetingSlip(*flow.span(one.start, one.end), message)


def _own_plenum(flow: Flow) -> Iterator[MeetingSlip]:
    """The plenum that adopted the text by its title page, told with another number further on."""
    plenums = [
        _Session(_number(found["ordinal"]), _number(found["session"]), *found.span())
        for found in _LONG_LOCAL.in_lines(flow.text)
    ]
    own = plenums[0] if plenums and plenums[0].start < _HEAD else None
    for one in plenums[1:] if own is not None else ():
        if own is not None and own.ordinal == one.ordinal and own.session != one.session:
            yield _two(flow, one, own)


def _two_ordinals(flow: Flow, sessions: list[_Session]) -> Iterator[MeetingSlip]:
    """The rarer of two ordinals, where both cannot be: one session under both, or a committee long in office."""
    ordinals: dict[int, list[_Session]] = defaultdict(list)
    for one in sessions:
        ordinals[one.ordinal].append(one)
    if len(ordinals) == 1:
        yield from _two_sessions(flow, sessions)
    if len(ordinals) != 2:
        return
    rare, usual = sorted(ordinals.values(), key=lambda group: (len(group), -group[0].start))
    same = {one.session for one in rare} & {one.session for one in usual}
    newest = max(sessions, key=lambda one: (one.ordinal, one.session))
    apart = abs(rare[0].ordinal - usual[0].ordinal)
    if len(rare) == 1 and (same or apart > 1 or newest.session >= _SETTLED):
        yield _two(flow, rare[0], usual[0])


def _two_sessions(flow: Flow, sessions: list[_Session]) -> Iterator[MeetingSlip]:
    """One plenum that the text is drawn up by and another: 按照…八次全会部署, 按照…九次全会部署."""
    guiding = [one for one in sessions if _BY.search(flow.text, max(one.start - 8, 0), one.start)]
    numbers = {one.session for one in guiding}
    ends = {flow.text[one.end : one.end + 2] for one in guiding}
    if len(numbers) == 2 and len(ends) == 1 and not any("、" in flow.text[one.start : one.end] for one in guiding):
        counted = Counter(one.session for one in guiding)
        rare, usual = sorted(guiding, key=lambda one: (counted[one.session], -one.start))[:: len(guiding) - 1][:2]
        if counted[rare.session] == 1:
            yield _two(flow, rare, usual)


def _two(flow: Flow, one: _Session, other: _Session) -> MeetingSlip:
    told, usual = (flow.text[each.start : each.end] for each in (one, other))
    message = MEETING_TWO(told=told, usual=usual)
    return MeetingSlip(*flow.span(one.start, one.end), message, flow.span(other.start, other.end))


def _sessions(flow: Flow, frame: Frame) -> Iterator[MeetingSlip]:
    """Sessions of people's congresses: national ones by the year, local ones by the one the text was read to."""
    own: _Session | None = None
    whose = ""
    for found in _PEOPLE.in_lines(flow.text):
        one = _Session(_number(found["ordinal"]), _number(found["session"]), *found.span())
        organ = found["organ"] or found["organ_b"] or ""
        if organ == "全国":
            yield from _by_year(flow, frame, one, found["ordinal"])
        elif own is None:
            own, whose = (one, organ) if one.start < _HEAD else (own, whose)
        elif not (organ and whose) or organ == whose:
            yield from _beside_own(flow, frame, own, one)


def _beside_own(flow: Flow, frame: Frame, own: _Session, one: _Session) -> Iterator[MeetingSlip]:
    """A session of the congress that the text was read to or approved by, which is none of the years before it."""
    later = _order(own) < _order(one)
    if _TASKS.match(flow.text, one.end):
        if frame.is_report:
            yield from _year_before(flow, own, one)
        elif later:
            yield _two(flow, one, own)
    elif _order(own) != _order(one) and one.session > 1:
        # The first session of a congress is spoken of for its whole term: what it set is told beside the last one.
        asks = frame.is_report and _ASKS.search(flow.text, max(one.start - 6, 0), one.start)
        if one.start < _HEAD or asks or (frame.is_report and later):
            yield _two(flow, one, own)


def _by_year(flow: Flow, frame: Frame, one: _Session, ordinal: str) -> Iterator[MeetingSlip]:
    first = people_years().get(ordinal)
    told = _YEAR.search(flow.text, max(one.start - 20, 0), one.start)
    head = frame.level == "national" and frame.is_report and flow.text.startswith("会议上", one.end - 2)
    year = int(told["year"]) if told is not None else frame.year if head else 0
    if first is not None and year and (year != first + one.session - 1 or one.session > _TERM):
        ordinals = [(name, year - start + 1) for name, start in people_years().items() if 0 < year - start + 1 <= _TERM]
        for name, session in ordinals:
            message = MEETING_SESSION(year=year, ordinal=name, session=session)
            yield MeetingSlip(*flow.span(one.start, one.end), message)


def _year_before(flow: Flow, own: _Session, one: _Session) -> Iterator[MeetingSlip]:
    """The session that set the tasks of the year that a report looks back at is the one before its own."""
    if own.ordinal == one.ordinal and own.session > 1 and one.session != own.session - 1:
        message = MEETING_LAST(now=own.session, last=own.session - 1, told=one.session)
        yield MeetingSlip(*flow.span(one.start, one.end), message, flow.span(own.start, own.end))
    elif own.ordinal != one.ordinal and own.session > 1:
        yield _two(flow, one, own)


def _order(session: _Session) -> tuple[int, int]:
    return session.ordinal, session.session


def _number(numeral: str) -> int:
    return int(parse_numeral(numeral) or 0)


_TERM = 5
#: On the title page, and right behind it, only the session that the text was read to or approved by is named.
_HEAD = 400
#: No committee of the last decades held more plenums.
_MOST = 9
