"""The session of the own people's congress, and the plenum, that two documents name for one act, and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.documents import APART_MEETING
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.reading import Reading
from checker.prose.reading.flow import Flow
from checker.quantity import parse_numeral

_N = "[一二三四五六七八九十]{1,3}"
_CONGRESS = re.compile(
    rf"(?<!全国)第?(?P<ordinal>{_N})届(?:人民代表大会|人大)第?(?P<session>{_N})次会议(?P<act>[^，。；]{{0,8}})"
)
_PLENUM = re.compile(
    rf"(?:第(?P<ordinal>{_N})届委员会第(?P<session>{_N})次全体会议|[省市县区州盟旗]委(?P<ordinal_b>{_N})届(?P<session_b>{_N})次(?:全会|全体会议))"
    r"(?P<act>[^。；《》]{0,8}《[^《》]{0,60}》|[^。；]{0,16})"
)
#: What only the meeting that deals with the plan does.
_ACTS = re.compile("批准|审议通过|审查批准|审议批准|表决通过")
_AT = re.compile("[上）)]|$")
_DAY = re.compile(r"(?P<day>20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)[^。；]{0,24}$")
_HEAD = 400


class _Held(Struct, eq=False):
    """A meeting: its two ordinals, its day ("" where none is told), and where it stands in the flow."""

    number: tuple[int, int]
    words: str
    day: str
    start: int
    end: int
    day_at: tuple[int, int]


def find_meetings_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Meetings that `second` names otherwise than `first`, which is called `document`."""
    left, right = first.frame, second.frame
    if (right.is_report and left.is_plan) and (left.period is None or right.year != left.period[0]):
        return
    for find in (_sessions, _plenums):
        mine, others = find(second), find(first)
        if len({one.number for one in mine}) == 1 and len({one.number for one in others}) == 1:
            yield from _compare(first, others[0], second, mine[0], document)


def _compare(first: Reading, other: _Held, second: Reading, one: _Held, document: Message) -> Iterator[Conflict]:
    if one.number != other.number:
        yield _conflict(first, (other.start, other.end), second, (one.start, one.end), document)
    elif one.day and other.day and one.day != other.day and not (first.frame.is_report or second.frame.is_report):
        yield _conflict(first, other.day_at, second, one.day_at, document)


def _conflict(
    first: Reading, there: tuple[int, int], second: Reading, here: tuple[int, int], document: Message
) -> Conflict:
    left, right = first.mentions.flow, second.mentions.flow
    words, usual = right.text[slice(*here)], left.text[slice(*there)]
    message = APART_MEETING(words=words, other=usual, document=document)
    place = Place("document", *left.span(*there), usual, first)
    return Conflict("meetings_apart", *right.span(*here), places=(place,), message=message)


def _sessions(reading: Reading) -> list[_Held]:
    """The sessions of the own congress that deal with the plan or hear the report."""
    flow = reading.mentions.flow
    return [
        _held(flow, found, found["ordinal"], found["session"])
        for found in _CONGRESS.finditer(flow.text)
        if _ACTS.search(found["act"]) or (found.start() < _HEAD and _AT.match(found["act"]))
    ]


def _plenums(reading: Reading) -> list[_Held]:
    """The plenums that adopt the proposal for the plan."""
    flow = reading.mentions.flow
    return [
        _held(flow, found, found["ordinal"] or found["ordinal_b"], found["session"] or found["session_b"])
        for found in _PLENUM.finditer(flow.text)
        if "建议" in found["act"] or (reading.frame.kind == "proposal" and found.start() < _HEAD)
    ]


def _held(flow: Flow, found: re.Match[str], ordinal: str, session: str) -> _Held:
    number = int(parse_numeral(ordinal) or 0), int(parse_numeral(session) or 0)
    day = _DAY.search(flow.text, max(found.start() - 40, 0), found.start())
    end = found.start("act")
    return _Held(
        number,
        flow.text[found.start() : end],
        day["day"] if day is not None else "",
        found.start(),
        end,
        day.span("day") if day is not None else (found.start(), end),
    )
