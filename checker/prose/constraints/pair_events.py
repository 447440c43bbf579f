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
    "(?P<act>开工|动工|启动建设|建成|投用|投产|竣工|完工|通车|投运|启用|交付|中期评估|总结评估|终期评估)"
)
#: Acts that are done once for one plan: nothing else needs to be named.
_ONCE = ("中期评估", "总结评估", "终期评估")
_SAME = {"动工": "开工", "启动建设": "开工", "投运": "投用", "启用": "投用", "竣工": "建成", "完工": "建成"}
_REACH = 44
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


def find_events_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Acts that `second` tells for another year than `first`, which is called `document`."""
    if first.frame.is_report or second.frame.is_report:
        return
    known: dict[str, list[_Event]] = defaultdict(list)
    for event in _events(first):
        known[event.act].append(event)
    for event in _events(second):
        others = known.get(event.act, [])
        if event.act in _ONCE:
            if len({other.year for other in others}) != 1:
                continue
            alike = others
        else:
            alike = _alike(event, others)
        if alike and all(other.year != event.year for other in alike):
            other = alike[0]
            message = APART_YEAR(words=event.shown, value=str(event.year), other=str(other.year), document=document)
            place = Place("document", other.start, other.end, str(other.year), first)
            yield Conflict("documents_apart", event.start, event.end, places=(place,), message=message)


def _events(reading: Reading) -> Iterator[_Event]:
    for passage in reading.passages:
        text = passage.text
        if passage.kind is BlockKind.HEADING or "20" not in text:
            continue
        for found in _ACTS.finditer(text):
            begin = max(text.rfind(mark, 0, found.start()) for mark in _SENTENCE) + 1
            begin = max(begin, found.start() - _REACH)
            words = tuple(piece for piece in _MARKS.split(text[begin : found.start()]) if len(piece) >= 2)
            span = passage.span(*found.span("year"))
            shown = text[max(begin, found.start() - 12) : found.end()].lstrip("，、：；")
            yield _Event(_SAME.get(found["act"], found["act"]), int(found["year"]), words, *span, shown)


def _alike(event: _Event, others: list[_Event]) -> list[_Event]:
    """The events of the same thing: those that share the longest name with it."""
    shared = [(max((_common(a, b) for a in event.words for b in other.words), default=0), other) for other in others]
    most = max((length for length, _ in shared), default=0)
    return [other for length, other in shared if length == most] if most >= _NAME else []


def _common(one: str, other: str) -> int:
    """The length of the longest run of signs that both have."""
    best = 0
    for start in range(len(one) - _NAME + 1):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best
