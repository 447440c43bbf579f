"""The sentences and clauses of a passage; what stands in quotation marks, titles and brackets is in one piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from checker.prose.reading.passages import Passage

_NESTED = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」|（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|［[^［］]*］")
_HAS_NESTED = re.compile("[“《「（(〔［]")
_SENTENCE = re.compile(r"[。！？；;!?]+[”」』）]*")
_STOP = re.compile(r"[。！？!?]+[”」』）]*")
_CLAUSE = re.compile(r"[，。！？；：;!?,:]+")


class Clause(Struct, eq=False):
    """A clause as positions in its passage; `sentence` is where its sentence begins."""

    passage: int
    start: int
    end: int
    sentence: int


class Shape(Struct, eq=False, dict=True):
    """Where the sentences and clauses of one passage begin; `shown` is its text with nested words blotted out."""

    shown: str

    @cached_property
    def sentences(self) -> Sequence[int]:
        """Where its sentences begin."""
        return _starts(_SENTENCE, self.shown)

    @cached_property
    def stops(self) -> Sequence[int]:
        """Where its sentences begin if semicolons part none."""
        return _starts(_STOP, self.shown)

    @cached_property
    def clauses(self) -> Sequence[int]:
        """Where its clauses begin."""
        return _starts(_CLAUSE, self.shown)

    def sentence_at(self, position: int) -> int:
        """Where the sentence that holds `position` begins."""
        return self.sentences[bisect_right(self.sentences, position) - 1]

    def sentence_end(self, position: int) -> int:
        """Where the sentence that holds `position` ends."""
        at = bisect_right(self.sentences, position)
        return self.sentences[at] if at < len(self.sentences) else len(self.shown)

    def between_stops(self, position: int) -> tuple[int, int]:
        """From where to where the sentence goes that holds `position`, semicolons within it."""
        at = bisect_right(self.stops, position)
        return self.stops[at - 1], self.stops[at] if at < len(self.stops) else len(self.shown)

    def clause_at(self, position: int) -> int:
        """Where the clause that holds `position` begins."""
        return self.clauses[bisect_right(self.clauses, position) - 1]

    def clauses_between(self, start: int, end: int) -> Sequence[int]:
        """Where the clauses begin that begin from `start` up to `end`."""
        return self.clauses[bisect_left(self.clauses, start) : bisect_left(self.clauses, end)]


def blotted(text: str) -> str:
    """`text` with what is nested blotted out, character for character, its own marks kept."""
    if not _HAS_NESTED.search(text):
        return text
    return _NESTED.sub(lambda found: found[0][0] + "□" * (len(found[0]) - 2) + found[0][-1], text)


def shape_of(text: str) -> Shape:
    """The sentences and clauses of one passage."""
    return Shape(blotted(text))


def _starts(ends: re.Pattern[str], shown: str) -> Sequence[int]:
    """The beginning, and what follows each end but the last."""
    size = len(shown)
    return [0, *[end for found in ends.finditer(shown) if (end := found.end()) < size]]


def find_clauses(number: int, passage: Passage, shape: Shape) -> list[Clause]:
    """The clauses of the passage with this number."""
    starts = shape.clauses
    ends = [*starts[1:], len(passage.text)]
    return [
        Clause(number, start, end, shape.sentence_at(start))
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]
