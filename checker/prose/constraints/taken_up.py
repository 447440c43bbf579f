"""What the party committee's 建议 asks for, and whether the outline that follows it has it: kept, reworded, missing.

Items are quoted names, titles of documents, programmes, what the place is to become, counted slogans, and the aims that
are told as figures of something named. No item is a contradiction: those are found by the pairs of finders.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from checker.prose.constraints.compare import value_of
from checker.prose.constraints.conflict import words_of
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.reading import Reading
from checker.prose.reading.mentions import Mention
from checker.prose.reading.near_forms import NearForms
from checker.prose.reading.rows import Stated
from checker.statement import Measure
from checker.statement.meeting import told_alike

#: What an item is, and how it stands in the outline.
ItemKind = Literal["quoted", "title", "programme", "position", "slogan", "figure"]
ItemState = Literal["kept", "reworded", "missing"]
#: “十五五” names no thing of the place, and a title that is asked for is no other plan's.
_PERIOD = re.compile("[八九]五|十[一二三四五六七八]五|(?:19|20)[0-9]{2}")
_PLAN_TITLE = re.compile("建议|纲要|规划")
#: A quoted name is one of this place's plans where something is to be done with it, or it is some kind of thing.
_DONE = re.compile(
    "(?:打造|实施|构建|构筑|建设|锚定|围绕|开展|打响|推进|推动|落实|形成|完善|提升|强化|建成|壮大|布局|争创)[^，。；：、]{0,6}$"
)
_THING = re.compile(
    "”?[\u4e00-\u9fff]{0,4}(?:工程|行动|计划|产业|体系|格局|集群|品牌|定位|模式|战略|布局|机制|建设|改革|功能)"
)
_UNMARKED = str.maketrans("", "", "“”")
_SHORTEST_CORE = 4
#: Shorter names have no near forms.
_NEAR = 5
_SHORTEST_KEY = 3
#: So much of a subject's words has to stand around a figure of the same value.
_MOST_OF = Fraction(1, 2)


class TakenUp(Struct, eq=False, frozen=True):
    """An item of the proposal, from `start` to `end` of its source, and how it stands in the outline.

    `kind` is quoted, title, programme, position, slogan or figure. `other` are the words of the outline, at
    `other_start` to `other_end` of its source; they are empty where it is missing.
    """

    kind: ItemKind
    words: str
    start: int
    end: int
    state: ItemState
    other: str = ""
    other_start: int = 0
    other_end: int = 0


def find_taken_up(first: Reading, second: Reading) -> list[TakenUp]:
    """The items of `first`, a proposal, in their order, as they stand in the outline `second`."""
    named = list(_named(first))
    names = _Names(second, [words for _, words, *_ in named])
    figures = _Figures(second)
    found = [names.place(*item) for item in named]
    found += [figures.place(first, row) for row in _asked(first)]
    return sorted(found, key=lambda item: (item.start, item.end))


# ---- names

_Item = tuple[ItemKind, str, int, int, str]


def _named(reading: Reading) -> Iterator[_Item]:
    """Kind, words, place and core of each name, once."""
    told: set[str] = set()
    flow, behind = reading.mentions.flow, 0
    for mention in reading.mentions.quoted:
        if mention.start < behind:
            continue  # A member of a name that is a list goes with it.
        behind = mention.end
        if mention.name not in told and _is_own(reading, mention):
            told.add(mention.name)
            words = flow.text[mention.start : mention.end]
            yield "quoted", words, *flow.span(mention.start, mention.end), words
    for mention in reading.mentions.titles:
        if mention.name not in told and not _PLAN_TITLE.search(mention.name):
            told.add(mention.name)
            words = flow.text[mention.start : mention.end]
            yield "title", words, *flow.span(mention.start, mention.end), words
    for one in reading.named:
        if one.words not in told and not is_fixed_phrase(one.words):
            told.add(one.words)
            yield one.kind, one.words, one.start, one.end, one.core


def _is_own(reading: Reading, mention: Mention) -> bool:
    """Whether a quoted name is one of what the plan is to do: it counts, comes again, or something is done with it."""
    flow, name = reading.mentions.flow, mention.name
    if _PERIOD.fullmatch(name) or is_fixed_phrase(name):
        return False
    if mention.numerals or "+" in name or len(reading.mentions.by_name.get(name, ())) > 1:
        return True
    begin, _ = flow.sentence(mention.start)
    return bool(_DONE.search(flow.text[begin : mention.start - 1]) or _THING.match(flow.text, mention.end))


class _Names:
    """The words of an outline, ready to be looked up; near forms of all names are looked for at once."""

    def __init__(self, reading: Reading, names: Iterable[str]) -> None:
        self._flow = reading.mentions.flow
        lost = [bare for name in names if len(bare := _bare(name)) >= _NEAR and bare not in self._flow.bare]
        self._near: dict[str, tuple[int, int]] = {}
        for start, end, name in NearForms(lost).find(self._flow.bare) if lost else ():
            self._near.setdefault(name, (start, end))

    def place(self, kind: ItemKind, words: str, start: int, end: int, core: str) -> TakenUp:
        """How the name stands here: as it is, in a near form, by its core, or not."""
        bare = _bare(words)
        at = self._flow.bare.find(bare)
        if at >= 0:
            return self._told(kind, words, (start, end), "kept", (at, at + len(bare)))
        near = self._near.get(bare)
        if near is not None:
            return self._told(kind, words, (start, end), "reworded", near)
        if core != words and len(core) >= _SHORTEST_CORE and (at := self._flow.bare.find(core)) >= 0:
            return self._told(kind, words, (start, end), "reworded", (at, at + len(core)))
        return TakenUp(kind, words, start, end, "missing")

    def _told(
        self, kind: ItemKind, words: str, here: tuple[int, int], state: ItemState, bare: tuple[int, int]
    ) -> TakenUp:
        start, end = self._flow.marked(bare[0]), self._flow.marked(bare[1] - 1) + 1
        return TakenUp(kind, words, *here, state, self._flow.text[start:end], *self._flow.span(start, end))


def _bare(words: str) -> str:
    return words.translate(_UNMARKED)


# ---- figures


def _asked(reading: Reading) -> Iterator[Stated]:
    """The aims that are told as figures of something named; where a figure only sets out from, it is no aim."""
    bases = {edge.first for edge in reading.edges if edge.kind == "from_to"}
    told: set[tuple[str, str, Fraction | None]] = set()
    for number, row in enumerate(reading.statements):
        if row.tense not in ("target", "striving") or row.vague or row.point is None or number in bases:
            continue
        what = (row.key, row.area, value_of(row))
        if len(row.key) >= _SHORTEST_KEY and what not in told:
            told.add(what)
            yield row


class _Figures:
    """The figures of an outline, by their subjects and by their values."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_key: dict[str, list[Stated]] = defaultdict(list)
        self._by_value: dict[Fraction, list[Stated]] = defaultdict(list)
        # Sentences before tables: what is shown to a reader is the sentence, where there is one.
        for row in sorted(reading.statements, key=lambda row: row.table >= 0):
            value = value_of(row)
            if value is None:
                continue
            self._by_value[value].append(row)
            if row.key:
                self._by_key[row.key].append(row)

    def place(self, first: Reading, row: Stated) -> TakenUp:
        """How the aim stands here: with its value, with another one, or not."""
        words = f"{row.name}{words_of(first, row)}"
        value = value_of(row)
        assert value is not None
        same = [one for one in self._by_value.get(value, ()) if told_alike(one, row)]
        kept = next((one for one in same if _is_one(row, one)), None) or self._around(row, same)
        if kept is not None:
            return self._told(words, row, "kept", kept)
        others = [one for one in self._of(row.key) if told_alike(one, row) and _is_of_kind(one, row)]
        if others:
            return self._told(words, row, "reworded", min(others, key=lambda one: _years_apart(one, row)))
        return TakenUp("figure", words, row.start, row.end, "missing")

    def _of(self, key: str) -> Sequence[Stated]:
        """The rows of that subject, or of one that is told with more or fewer words before it."""
        near = [key] if key in self._by_key else [name for name in self._by_key if _is_tail(key, name)]
        found = self._by_key[max(near, key=len)] if near else []
        return [one for one in found if one.tense != "actual"]

    def _around(self, row: Stated, same: Sequence[Stated]) -> Stated | None:
        """The row of the same value whose paragraph has most of the subject's words."""
        for one in same:
            text = self._reading.passages[one.passage].text if one.passage >= 0 else ""
            pairs = [row.name[at : at + 2] for at in range(len(row.name) - 1)]
            if text and pairs and Fraction(sum(pair in text for pair in pairs), len(pairs)) >= _MOST_OF:
                return one
        return None

    def _told(self, words: str, row: Stated, state: ItemState, other: Stated) -> TakenUp:
        told = f"{other.name}{words_of(self._reading, other)}"
        return TakenUp("figure", words, row.start, row.end, state, told, other.start, other.end)


def _is_of_kind(one: Stated, row: Stated) -> bool:
    return one.measure is row.measure or {one.measure, row.measure} == {Measure.LEVEL, Measure.CUMULATIVE}


def _is_one(row: Stated, other: Stated) -> bool:
    return row.key == other.key or _is_tail(row.key, other.key)


def _is_tail(one: str, other: str) -> bool:
    """Whether one of two subjects is the end of the other."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(shorter) >= _SHORTEST_CORE and longer.endswith(shorter)


def _years_apart(one: Stated, row: Stated) -> int:
    return abs((one.last_year or 0) - (row.last_year or 0))
