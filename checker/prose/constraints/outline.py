"""What a text says of its parts against the parts it has: totals (共九章), references into nothing (见专栏7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from checker.prose.document import Document
from checker.prose.reading.outline import Entry, Head
from checker.prose.reading.references import Reference, Total
from checker.prose.reading.series import Series

#: A document about another one counts the other one's parts.
_NOTE = re.compile("说明|解读|汇报")
#: What counts many things beside parts of a document, and is sure only where it plainly refers.
_LOOSE = frozenset({"部分", "条", "节", "表", "图"})
_COUNTS_MUCH = frozenset({"部分", "条"})
_LEAST = 2
#: What is added to a text is there with one of its kind, too.
_ADDED = frozenset({"附件", "附表", "附图", "专栏"})
#: A note that names so many parts of the other document, the last at the end, goes through all of it.
_TURNS = 3
#: Numbers that run on through a document are articles only where there are many of them.
_LEAST_ARTICLES = 20


class TotalSlip(Struct, frozen=True):
    """A total told of a unit, where, and how many parts of that unit there are; the last one's place."""

    start: int
    end: int
    words: str
    unit: str
    headings: int
    last: tuple[int, int]


class Dangling(Struct, frozen=True):
    """A reference to a number that no part has: where, and the last number there is with its place."""

    start: int
    end: int
    words: str
    unit: str
    highest: int
    last: tuple[int, int]


class _Unit(Struct, frozen=True):
    """The parts of one unit: how many, the highest number, that of the contents, and where the last one stands."""

    headings: int
    highest: int
    listed: int
    last: tuple[int, int]


class Parts:
    """The parts that a document has, by unit; the sections of each chapter, by the chapter's number."""

    def __init__(
        self, document: Document, heads: Sequence[Head], series: Sequence[Series], entries: Sequence[Entry]
    ) -> None:
        self.document = document
        self.is_note = any(_NOTE.search(block.text) for block in document.blocks[:3] if len(block.text) < 60)
        found: dict[str, list[tuple[int, int, int]]] = {}
        top: list[tuple[int, int, int]] = []
        self.sections: dict[int, list[tuple[int, int, int]]] = {}
        self.chapter_at: list[tuple[int, int]] = []
        for head in heads:
            if head.form == "一、" and head.level == 1:
                top.append((head.number, head.start, head.end))
            elif head.form:
                found.setdefault(head.form, []).append((head.number, head.start, head.end))
            if head.form == "章":
                self.chapter_at.append((head.passage, head.number))
            elif head.form == "节" and self.chapter_at:
                chapter = self.chapter_at[-1][1]
                self.sections.setdefault(chapter, []).append((head.number, head.start, head.end))
        for one in series:
            if one.form == "条" or (one.form == "1." and len(one.items) >= _LEAST_ARTICLES and "条" not in found):
                found.setdefault("条", []).extend((item.number, item.start, item.end) for item in one.items)
        if top and not found.keys() & {"部分", "章", "篇", "编"}:
            found["部分"] = top
        listed: dict[str, int] = {}
        for entry in entries:
            listed[entry.form] = max(listed.get(entry.form, 0), entry.number)
        self.units = {
            unit: _unit(one, listed.get(unit, 0))
            for unit, one in found.items()
            if len(one) >= (1 if unit in _ADDED else _LEAST)
        }

    def of(self, reference: Reference) -> _Unit | None:
        """The parts that the reference is to one of, None where that is not known."""
        if reference.unit == "节":
            sections = self.sections.get(reference.above or self._chapter_of(reference))
            return _unit(sections, 0) if sections else None
        return self.units.get(reference.unit)

    def _chapter_of(self, reference: Reference) -> int:
        """The chapter that a section without one is in: its own, if the words say so."""
        if reference.own != "本章":
            return 0
        return next((number for passage, number in reversed(self.chapter_at) if passage <= reference.passage), 0)


def _spoken_of(references: Iterable[Reference]) -> dict[str, _Unit]:
    """The parts of another document as a note goes through them: those that it names in turn, to the last."""
    named: dict[str, list[Reference]] = {}
    for one in references:
        if one.unit in ("部分", "编", "篇", "章") and not one.others and one.number:
            named.setdefault(one.unit, []).append(one)
    return {
        unit: _Unit(last.number, last.number, 0, (last.start, last.end))
        for unit, ones in named.items()
        if len(ones) >= _TURNS and (last := max(ones, key=lambda one: one.number)) is ones[-1]
    }


def find_total_slips(parts: Parts, totals: Iterable[Total], references: Iterable[Reference]) -> Iterator[TotalSlip]:
    """Totals that are not those of the headings or, in a note on another document, of the parts it goes through."""
    units = _spoken_of(references) if parts.is_note else parts.units
    for one in totals:
        known = units.get(one.unit)
        if known is None or not one.number or (one.unit in _COUNTS_MUCH and not one.sure):
            continue
        if one.number not in (known.headings, known.highest, known.listed):
            yield TotalSlip(one.start, one.end, one.words, one.unit, known.headings, known.last)


def find_dangling(parts: Parts, references: Iterable[Reference], totals: Iterable[Total] = ()) -> Iterator[Dangling]:
    """References beyond the last part of their unit; in a note, beyond what it tells the other document to have."""
    told = _told_of(totals) if parts.is_note else {}
    for one in references:
        if one.unit in told and not one.own and not one.others:
            total = told[one.unit]
            if one.number > total.number:
                yield Dangling(one.start, one.end, one.words, one.unit, total.number, (total.start, total.end))
            continue
        known = parts.of(one)
        if known is None or one.others or one.number <= max(known.highest, known.listed):
            continue
        if one.unit in _LOOSE and not one.cued and not one.above:
            continue
        if parts.is_note and not one.own:
            continue
        yield Dangling(one.start, one.end, one.words, one.unit, known.highest, known.last)


def _told_of(totals: Iterable[Total]) -> dict[str, Total]:
    """The totals that a note tells of the document it is on, by unit; none where it tells two."""
    told: dict[str, list[Total]] = {}
    for one in totals:
        if one.number and one.unit not in _COUNTS_MUCH and one.unit != "节":
            told.setdefault(one.unit, []).append(one)
    return {unit: ones[0] for unit, ones in told.items() if len({one.number for one in ones}) == 1}


def _unit(parts: Sequence[tuple[int, int, int]], listed: int) -> _Unit:
    last = max(parts, key=lambda part: part[0])
    return _Unit(len({part[0:2] for part in parts}), last[0], listed, last[1:])
