"""What two documents that go together say of when one thing is begun, done or assessed.

The thing is known by the words that stand before the year in both: 区人民医院新院区2028年底建成.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.documents import APART_YEAR
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.document import BlockKind
from checker.prose.reading import Reading

_ACTS = re.compile(
    "(?P<year>20[0-9]{2})年(?:[上下]半年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|年?[初中底末])?(?P<before>以?前)?"
    "(?:与[\u4e00-\u9fff]{2,6}?同步|力争|争取|计划|全面|基本|正式|全线|进行|开展|组织|完成|实施|实现)*"
    "(?P<object>(?!中期|总结|终期)[\u4e00-\u9fff“”]{5,20}?)?"
    "(?P<act>开工|动工|启动建设|建成(?:并?(?P<use>投用|投产|通车|投运))?|投用|投产|竣工|完工|通车|投运|启用|交付|中期评估|总结评估|终期评估)"
)
#: Acts that are done once for one plan: nothing else needs to be named.
_ONCE = ("中期评估", "总结评估", "终期评估")
_SAME = {"动工": "开工", "启动建设": "开工", "投运": "投用", "启用": "投用", "竣工": "建成", "完工": "建成"}
_REACH = 72
_SENTENCE = "。；\n"
#: So many words in a row are the name of one thing in two documents.
_NAME = 5
_MARKS = re.compile("[，、：“”《》（）()0-9年月日至到底前将于的在]")


class _Event(Struct, eq=False):
    """One act with its year; `words` are those that stand before it in its sentence, in pieces without marks."""

    act: str
    year: int
    words: tuple[str, ...]
    start: int
    end: int
    shown: str


class _Known:
    """The events of one act that a document tells: of each year the first, of all and of those with one name."""

    def __init__(self) -> None:
        self._first: dict[int, _Event] = {}
        self._events: list[_Event] = []
        self._by_run: dict[int, dict[str, dict[int, _Event]]] = {}

    def add(self, event: _Event) -> None:
        """Take one more, in the order of the text."""
        self._first.setdefault(event.year, event)
        self._events.append(event)

    def alike(self, event: _Event) -> dict[int, _Event]:
        """The events of the same thing, the first of each year: those that share the longest name with it.

        What is done once for one plan shares none; told for more than one year, it says nothing.
        """
        if event.act in _ONCE:
            return self._first if len(self._first) == 1 else {}
        low, high = _NAME - 1, max(map(len, event.words), default=0)
        while low < high:  # What has a run of signs in common has each part of it in common.
            length = (low + high + 1) // 2
            low, high = (length, high) if self._sharing(event, length) else (low, length - 1)
        return self._sharing(event, low) if low >= _NAME else {}

    def _sharing(self, event: _Event, length: int) -> dict[int, _Event]:
        """The first event of each year that has so many signs in a row in common with this one."""
        if length not in self._by_run:
            by_run: dict[str, dict[int, _Event]] = defaultdict(dict)
            for one in self._events:
                for run in _runs(one, length):
                    by_run[run].setdefault(one.year, one)
            self._by_run[length] = dict(by_run)
        shared: dict[int, _Event] = {}
        for run in _runs(event, length):
            for year, one in self._by_run[length].get(run, {}).items():
                shared[year] = min(one, shared.get(year, one), key=lambda each: each.start)
        return shared


def _runs(event: _Event, length: int) -> Iterator[str]:
    """All so many signs in a row of the words before an event."""
    return (words[at : at + length] for words in event.words for at in range(len(words) - length + 1))


def find_events_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Acts that `second` tells for another year than `first`, which is called `document`."""
    if first.frame.is_report or second.frame.is_report:
        return
    known: dict[str, _Known] = defaultdict(_Known)
    for event in _events(first):
        known[event.act].add(event)
    for event in _events(second):
        alike = known[event.act].alike(event) if event.act in known else {}
        if alike and event.year not in alike:
            other = min(alike.values(), key=lambda each: each.start)
            message = APART_YEAR(words=event.shown, value=str(event.year), other=str(other.year), document=document)
            place = Place("document", other.start, other.end, str(other.year), first)
            yield Conflict("documents_apart", event.start, event.end, places=(place,), message=message)


def _events(reading: Reading) -> Iterator[_Event]:
    for passage in reading.passages:
        text = passage.text
        if passage.kind is BlockKind.HEADING or "20" not in text:
            continue
        for found in _ACTS.finditer(text):
            furthest = max(found.start() - _REACH, 0)
            begin = max(furthest, *(text.rfind(mark, furthest, found.start()) + 1 for mark in _SENTENCE))
            # 2028年底甲项目建成投产 names the thing behind the year; what stands before it may be another.
            named = found["object"] or text[begin : found.start()]
            words = tuple(piece for piece in _MARKS.split(named) if len(piece) >= 2)
            span = passage.span(*found.span("year"))
            shown = text[max(begin, found.start() - 12) : found.end()].lstrip("，、：；")
            act = found["use"] or found["act"]
            yield _Event(_SAME.get(act, act), int(found["year"]), words, *span, shown)
