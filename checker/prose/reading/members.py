"""The members of lists in running text (科技服务、金融服务和物流服务), and titles that stand below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.lists import hide_nested
from checker.prose.reading.marks import mark_of
from checker.prose.reading.passages import Passage
from checker.prose.reading.series import Series

_CLAUSE = re.compile(r"[^，。；：！？]+")
_JOINT = re.compile(r"以及|[和与及]")
#: What sums a list up behind its last member.
_SUMMED_UP = re.compile(r"等|“?(?:[一二两三四五六七八九十]{1,2}|[0-9]{1,2})(?:[个大项类种条]|位一体)|等?重点|等?领域$")
_FEWEST = 3
_MOST = 10
_LONGEST = 20
_TITLE = re.compile(r"[^，。；：！？]{2,30}")
_BULLET = re.compile(r"\s*(?:——|—|[●■◆▲•·])\s*")


class Member(Struct, frozen=True):
    """Words and where they stand in the source."""

    words: str
    start: int
    end: int


class Members(Struct, eq=False):
    """The members of one list, and the passage that it stands in; `at` is where it begins there."""

    passage: int
    at: int
    members: list[Member]


class Titles(Struct, eq=False):
    """What stands below or behind each other as items: the words that each begins with, from which passage to which."""

    first: int
    last: int
    at: int
    titles: list[Member]


def find_members(passages: Sequence[Passage]) -> Iterator[Members]:
    """The lists of three members or more, one in a clause."""
    for number, passage in enumerate(passages):
        if passage.kind is BlockKind.CELL or passage.text.count("、") < _FEWEST - 2:
            continue
        shown = hide_nested(passage.text)
        mark = mark_of(shown)
        # 三、 parts no member from the next.
        begin = mark.end if mark is not None and shown.endswith("、", 0, mark.end) else 0
        for clause in _CLAUSE.finditer(shown, begin):
            if "、" in clause[0]:
                members = list(_split(passage, shown, clause.start(), clause.end()))
                if _FEWEST <= len(members) <= _MOST and all(len(one.words) <= _LONGEST for one in members[1:]):
                    yield Members(number, clause.start(), members)


def _split(passage: Passage, shown: str, start: int, end: int) -> Iterator[Member]:
    cuts, at = [start], shown.find("、", start, end)
    while at >= 0:
        cuts += [at, at + 1]
        at = shown.find("、", at + 1, end)
    joint = _JOINT.search(shown, cuts[-1] + 2, end - 2)
    if joint is not None and len(cuts) > 1:
        cuts += [joint.start(), joint.end()]
    summed = _SUMMED_UP.search(shown, cuts[-1] + 2, end)
    cuts.append(summed.start() if summed is not None else end)
    for low, high in zip(cuts[::2], cuts[1::2], strict=True):
        words = passage.text[low:high].strip("“”")
        if words:
            yield Member(words, *passage.span(low, high))


def find_titles(passages: Sequence[Passage], series: Sequence[Series]) -> Iterator[Titles]:
    """The titles of numbered items, and of lines behind dashes."""
    for one in series:
        if len(one.items) >= _FEWEST - 1 and all(item.number == place for place, item in enumerate(one.items, 1)):
            found = [_title(passages[item.passage], item.at + len(item.words)) for item in one.items]
            titles = [title for title in found if title is not None]
            if len(titles) == len(one.items):
                yield Titles(one.items[0].passage, one.items[-1].passage, one.items[0].at, titles)
    yield from _bulleted(passages)


def _bulleted(passages: Sequence[Passage]) -> Iterator[Titles]:
    run: list[Member] = []
    for number, passage in enumerate(passages):
        bullet = _BULLET.match(passage.text)
        title = _title(passage, bullet.end()) if bullet is not None else None
        if title is not None:
            run.append(title)
            continue
        if len(run) >= _FEWEST - 1:
            yield Titles(number - len(run), number - 1, 0, run)
        run = []
    if len(run) >= _FEWEST - 1:
        yield Titles(len(passages) - len(run), len(passages) - 1, 0, run)


def _title(passage: Passage, behind: int) -> Member | None:
    found = _TITLE.match(passage.text, behind)
    return Member(found[0], *passage.span(found.start(), found.end())) if found is not None else None
