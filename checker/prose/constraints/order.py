"""Times that cannot be in order: a stretch that ends before it begins, a step out of turn, an end before its start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.messages import Message, Template
from checker.messages.prose import ORDER_BEFORE, ORDER_BUILT, ORDER_PUBLISHED, ORDER_STAGE, ORDER_STEP, ORDER_YEARS
from checker.prose.document import BlockKind
from checker.prose.reading.events import Event
from checker.prose.reading.passages import Passage
from checker.prose.reading.read import Reading
from checker.prose.reading.year_lists import OfYear
from checker.quantity import parse_date
from checker.source import Expression
from checker.statement import Origin

_DATE = r"(?:(?:19|20)[0-9]{2}年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日|上旬|中旬|下旬|初|中|底|末)?)?"
_DASH = r"(?:[—–\-－～~]{1,2}|至|到)"
_SPAN = Expression(
    rf"(?<![0-9])(?P<first>{_DATE}|(?:19|20)[0-9]{{2}}){_DASH}(?P<last>{_DATE})",
    sign=r"[0-9年月日旬初中底末][—–\-－～~至到]{1,2}(?:19|20)[0-9]{2}年",
)
#: 从2025年3月启动，至2026年3月形成草案.
_FROM_TO = Expression(
    rf"(?:从|自)(?P<first>{_DATE})(?!以来)[^，。；、0-9]{{0,12}}，?(?:至|到)(?P<last>{_DATE})(?![^，。；]{{0,4}}以来)",
    sign="[从自](?:19|20)[0-9]{2}年",
)
#: 12月20日至12月5日: within one year, if it does not lead over the turn of it.
_DAYS = Expression(
    r"(?<![0-9])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日?(?:——?|–|-|~|～|至|到)(?P<month2>[0-9]{1,2})月(?P<day2>[0-9]{1,2})日",
    sign="月[0-9]{1,2}日?[—–\\-~～至到]",
)
#: 5月至2月, by months alone.
_MONTHS = Expression(
    r"(?<![0-9.])(?P<month>1[0-2]|[1-9])月(?:份|[初中底末])?(?:——?|–|-|~|～|至|到)(?P<month2>1[0-2]|[1-9])月(?!后|前)",
    sign="月份?[初中底末]?[—–\\-~～至到]",
)
_CELL_SPAN = re.compile(rf"\s*(?P<first>20[0-9]{{2}})年?{_DASH}(?P<last>20[0-9]{{2}})年?\s*$")
_PROCEDURE = re.compile(r"起草|编制|征求意见|调研|座谈|论证|审议|报批|送审|修改|课题|初稿|草案|公示|听证")
_LEAST_STEPS = 3
_AUTUMN = 9
#: Steps that one thing goes through, each list in its order.
_COURSES = (("prepare", "begin", "done"), ("midterm", "final"))
#: Between two steps of one work: nothing that could be another work.
_SAME_WORK = re.compile(
    r"[^，、；。]{0,6}(?:，|、|并|，并|，计划|、计划)?(?:力争|争取|计划|预计|确保|将|拟|于|到|在|至|其中)*$"
)
#: What is begun may be named behind the first step, if the second names nothing: 2029年开工建设A，2028年建成.
_NAMED_WORK = re.compile("[^，、；。0-9]{0,30}，(?:力争|争取|计划|预计|确保|将|拟|于|到|在|至)*$")
_NAMES_NOTHING = re.compile("(?:年?[初底末内]|前|实现|全面|全线|全部|基本|正式|主体|工程|组织|开展|完成|建设)*$")
_ENDS_STEP = re.compile(
    "(?:通车|投产|投用|投运|投入使用|投入运营|运营|运行|达产|见效|蓄水|并|和|、|等|建设|实施)*(?=[，。；]|$)"
)
_THEN = re.compile("[后来]，$")
_AGAIN = re.compile("再次|再度|又一次|第二次")
_HEAD, _FOOT = 30, 8
_STAGE = Expression(
    r"第(?P<ordinal>[一二三四五])(?:步|阶段)[^。；]{0,8}?(?:到|至|，)?(?P<year>20[0-9]{2})年",
    sign="第[一二三四五](?:步|阶段)",
)


class DateSlip(NamedTuple):
    """Two times that are in the wrong order: the place of the odd one, that of the other, and what is said of them."""

    span: tuple[int, int]
    words: str
    other_span: tuple[int, int]
    other: str
    message: Message


def find_order_slips(reading: Reading) -> Iterator[DateSlip]:
    """Times of a document that are in the wrong order."""
    for passage in reading.passages:
        yield from _reversed(passage)
        yield from _turned(passage)
        yield from _stages(passage)
    for number, told_by_year in reading.year_lists:
        yield from _years_listed(reading.passages[number], told_by_year)
    events: dict[int, list[Event]] = {}
    for event in reading.events:
        events.setdefault(event.passage, []).append(event)
    for number, told in events.items():
        passage = reading.passages[number]
        yield from _out_of_turn(passage, told)
        yield from _steps_of_one(passage, told)
        yield from _followed(passage, told)
    yield from _ends_before_start(reading)
    yield from _published(reading)


def _slip(passage: Passage, odd: tuple[int, int], other: tuple[int, int], template: Template) -> DateSlip:
    words, before = passage.text[slice(*odd)], passage.text[slice(*other)]
    return DateSlip(passage.span(*odd), words, passage.span(*other), before, template(words=words, before=before))


def _reversed(passage: Passage) -> Iterator[DateSlip]:
    """2025年至2021年, and 2025—2021 alone in a cell."""
    alone = _CELL_SPAN.match(passage.text) if passage.kind is BlockKind.CELL else None
    told = [alone] if alone is not None else [*_SPAN.finditer(passage.text), *_FROM_TO.finditer(passage.text)]
    for found in told:
        first, last = (
            parse_date(found[part] if found[part][-1] in "年月日旬初中底末" else found[part] + "年")
            for part in ("first", "last")
        )
        if first is not None and last is not None and last.before(first):
            yield _slip(passage, found.span("last"), found.span("first"), ORDER_BEFORE)


def _turned(passage: Passage) -> Iterator[DateSlip]:
    """12月20日至12月5日; from autumn on a stretch may end in the spring of the next year."""
    for found in _DAYS.finditer(passage.text) if "日" in passage.text else ():
        month, day, last, last_day = (int(found[part]) for part in ("month", "day", "month2", "day2"))
        if (last, last_day) < (month, day) and (last == month or month < _AUTUMN):
            yield _slip(
                passage, (found.start("month2"), found.end()), (found.start(), found.start("month2") - 1), ORDER_BEFORE
            )
    for found in _MONTHS.finditer(passage.text):
        if int(found["month2"]) < int(found["month"]) < _AUTUMN:
            yield _slip(passage, found.span("month2"), found.span("month"), ORDER_BEFORE)


def _stages(passage: Passage) -> Iterator[DateSlip]:
    """第一步到2028年, 第二步到2027年."""
    for before, after in pairwise(_STAGE.finditer(passage.text)):
        is_next = "一二三四五".index(before["ordinal"]) < "一二三四五".index(after["ordinal"])
        if is_next and int(after["year"]) < int(before["year"]):
            yield _slip(passage, after.span("year"), before.span("year"), ORDER_STAGE)


def _out_of_turn(passage: Passage, events: Sequence[Event]) -> Iterator[DateSlip]:
    """The step of a procedure, told in its order in one paragraph, that alone stands before the one it follows.

    Where more than one step breaks the order, the paragraph does not tell them in their order.
    """
    steps = [event for event in events if event.opens and event.monthly]
    if len(steps) < _LEAST_STEPS or not _PROCEDURE.search(passage.text) or any(step.back for step in steps[1:]):
        return
    broken = [index for index in range(1, len(steps)) if steps[index].time.before(steps[index - 1].time)]
    if len(broken) != 1:
        return
    index = broken[0]
    # The odd one is the later of the two unless only dropping the earlier mends the order.
    odd, other = index, index - 1
    if index + 1 < len(steps) and steps[index + 1].time.before(steps[index - 1].time):
        odd, other = index - 1, index
    left = steps[:odd] + steps[odd + 1 :]
    if not any(after.time.before(before.time) for before, after in pairwise(left)):
        yield _slip(passage, (steps[odd].start, steps[odd].end), (steps[other].start, steps[other].end), ORDER_BEFORE)


def _steps_of_one(passage: Passage, events: Sequence[Event]) -> Iterator[DateSlip]:
    """One work that is finished before it begins, an assessment that comes before the one that leads to it."""
    for one, other in pairwise(events):
        course = next((course for course in _COURSES if one.act in course and other.act in course), ())
        if one.act == other.act or not course or not _are_of_one(passage.text, one, other):
            continue
        early, late = (one, other) if course.index(one.act) < course.index(other.act) else (other, one)
        if late.time.before(early.time):
            built = (early.act, late.act) == ("begin", "done")
            template = ORDER_BUILT if built else ORDER_STEP
            yield _slip(passage, (late.start, late.end), (early.start, early.end), template)


def _are_of_one(text: str, before: Event, after: Event) -> bool:
    """Whether two steps are told of one thing, by what stands between them."""
    between = text[before.act_at[1] : after.start]
    if _SAME_WORK.match(between):
        return True
    return (
        before.act != "done"
        and _NAMED_WORK.match(between) is not None
        and _NAMES_NOTHING.match(text[after.end : after.act_at[0]]) is not None
        and _ENDS_STEP.match(text, after.act_at[1]) is not None
    )


def _years_listed(passage: Passage, told: Sequence[OfYear]) -> Iterator[DateSlip]:
    """2026年30万，2027年40万，2027年30万: a year of a list that is told again, or after a later one."""
    broken = [at for at in range(1, len(told)) if told[at].year <= told[at - 1].year]
    if len(broken) == 1:
        one, before = told[broken[0]], told[broken[0] - 1]
        yield _slip(passage, (one.start, one.end), (before.start, before.end), ORDER_YEARS)


def _followed(passage: Passage, events: Sequence[Event]) -> Iterator[DateSlip]:
    """继2014年5月考察后，2013年9月再次考察: what comes again or after stands before what it follows."""
    for before, after in pairwise(events):
        between, behind = passage.text[before.end : after.start], passage.text[after.end : after.act_at[1]]
        follows = passage.text[before.start - 1 : before.start] == "继" and _THEN.search(between) is not None
        again = before.act == after.act == "visit" and _AGAIN.search(behind) is not None and "。" not in between
        if (follows or again) and after.time.before(before.time):
            yield _slip(passage, (after.start, after.end), (before.start, before.end), ORDER_BEFORE)


def _ends_before_start(reading: Reading) -> Iterator[DateSlip]:
    """由2020年的A增加到2015年的B: a change that leads to a year before the one it sets out from."""
    text = reading.document.source.text
    for edge in reading.edges:
        start, end = reading.statements[edge.first], reading.statements[edge.second]
        if edge.kind != "from_to" or not start.period_from is end.period_from is Origin.SAID:
            continue
        if (end.last_year or 0) < (start.last_year or 0) and start.told_to <= start.start < end.told_from < end.start:
            spans = (end.told_from, end.told_to), (start.told_from, start.told_to)
            words, before = text[slice(*spans[0])], text[slice(*spans[1])]
            yield DateSlip(spans[0], words, spans[1], before, ORDER_BEFORE(words=words, before=before))


def _published(reading: Reading) -> Iterator[DateSlip]:
    """At the head and foot of a document: published before the meeting that it was told at or adopted by."""
    foot = len(reading.passages) - _FOOT
    head = [
        event
        for event in reading.events
        if not _HEAD <= event.passage < foot and event.dated and len(event.time.printed) > 7
    ]
    meetings = [event for event in head if event.act == "meet"]
    for event in head:
        if event.act not in ("publish", "force") and not _is_stamp(reading, event):
            continue
        for meeting in meetings:
            if event.time.before(meeting.time):
                passage, other = reading.passages[event.passage], reading.passages[meeting.passage]
                words, before = passage.text[event.start : event.end], other.text[meeting.start : meeting.end]
                spans = passage.span(event.start, event.end), other.span(meeting.start, meeting.end)
                yield DateSlip(spans[0], words, spans[1], before, ORDER_PUBLISHED(words=words, before=before))
                break


def _is_stamp(reading: Reading, event: Event) -> bool:
    """Whether a date opens a line that holds hardly anything else, as a web page has it above a text."""
    return event.start == 0 and not event.act and len(reading.passages[event.passage].text) <= event.end + 12
