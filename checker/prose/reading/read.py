"""A document → its reading: one pass, all tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from checker.prose.document import BlockKind, Document
from checker.prose.reading.areas import area_of, begins_with_place, own_part
from checker.prose.reading.averages import Average, find_averages
from checker.prose.reading.clauses import Clause, Shape, find_clauses, shape_of
from checker.prose.reading.context import Context
from checker.prose.reading.contexts import Framed, find_framed
from checker.prose.reading.counted import Counted, find_counted
from checker.prose.reading.events import Event, find_events
from checker.prose.reading.flow import Flow
from checker.prose.reading.frame import Frame, read_frame
from checker.prose.reading.grids import Grid, find_grids
from checker.prose.reading.leads import Lead, find_leads
from checker.prose.reading.listings import Announced, find_announced
from checker.prose.reading.members import Members, Titles, find_members, find_titles
from checker.prose.reading.mentions import Mentions
from checker.prose.reading.named import Named, find_named
from checker.prose.reading.outline import Entry, Head, find_entries, find_heads
from checker.prose.reading.passages import Passage, find_passages
from checker.prose.reading.portions import Portion, find_portions
from checker.prose.reading.ranks import Rank, find_ranks
from checker.prose.reading.ratios import Shares, find_shares
from checker.prose.reading.references import Reference, Total, find_references, find_totals
from checker.prose.reading.registers import Register, find_registers
from checker.prose.reading.respective import Respective, find_respective
from checker.prose.reading.rows import Edge, Stated
from checker.prose.reading.sections import Section, find_sections
from checker.prose.reading.series import Series, find_series
from checker.prose.reading.statements import read_statements
from checker.prose.reading.streaks import Streak, find_streaks
from checker.prose.reading.tables import TextTable, find_tables
from checker.prose.reading.times import Time, find_times
from checker.prose.reading.undertakings import Undertaking, find_undertakings, undertaking_in
from checker.prose.reading.wholes import Whole, find_wholes, find_yearly_wholes
from checker.prose.reading.year_lists import OfYear, find_year_lists

_PROSE = 24
#: Behind the head of a paragraph that tells what it is about: 东岭产业园。规划面积….
_RUN_IN = re.compile("[。：:，]")
_HEAD, _MARKS = 24, "—0123456789.．、（）()一二三四五六七八九十 "


class Reading:
    """What a document says, as tables; `times` and `shapes` go with the passages, one each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.frame: Frame = read_frame(document)
        self.passages: list[Passage] = find_passages(document)
        self.times: list[Sequence[Time]] = [
            list(find_times(passage.text, self.frame.year, self.frame.period)) for passage in self.passages
        ]
        self.sections: list[Section] = find_sections(document, self.passages, self.times, self.frame)
        self.shapes: list[Shape] = [shape_of(passage.text) for passage in self.passages]
        self.edges: list[Edge] = []
        self.grids: list[Grid] = find_grids(document)
        self.tables: list[TextTable]
        self.statements: list[Stated]
        self.tables, self.statements = find_tables(self.grids, self.frame, 0)
        self._read_text()

    @cached_property
    def registers(self) -> list[Register]:
        """The tables that list things with their numbers."""
        taken = {id(table.grid) for table in self.tables}
        return find_registers([grid for grid in self.grids if id(grid) not in taken])

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of all passages."""
        return [
            clause
            for number, (passage, shape) in enumerate(zip(self.passages, self.shapes, strict=True))
            for clause in find_clauses(number, passage, shape)
        ]

    @cached_property
    def events(self) -> list[Event]:
        """What is said to happen when."""
        return find_events(self.passages)

    @cached_property
    def mentions(self) -> Mentions:
        """What the text names."""
        return Mentions(Flow(self.document, self.passages))

    @cached_property
    def named(self) -> list[Named]:
        """What it names without marks: programmes, positions, counted slogans."""
        return list(find_named(self.passages))

    @cached_property
    def undertakings(self) -> list[Undertaking]:
        """The programmes and projects that it says are carried out, by name."""
        return list(find_undertakings(self.passages))

    @cached_property
    def framed(self) -> list[Framed]:
        """The numerals of the running text with the words around them."""
        return list(find_framed(self.passages))

    @cached_property
    def heads(self) -> list[Head]:
        """The headings, and the titles of panels, tables, figures and annexes."""
        return find_heads(self.document, self.passages)

    @cached_property
    def series(self) -> list[Series]:
        """The series of numbers: chapters, 一是…二是…, panels."""
        return find_series(self.document, self.passages)

    @cached_property
    def leads(self) -> list[Lead]:
        """What paragraphs and told-off items begin with."""
        return find_leads(self.document, self.passages, self.series)

    @cached_property
    def counted(self) -> list[Counted]:
        """The counted phrases whose members it lists."""
        return find_counted(self.passages, self.leads)

    @cached_property
    def references(self) -> list[Reference]:
        """The words that point at chapters, panels and the like."""
        return list(find_references(self.passages))

    @cached_property
    def totals(self) -> list[Total]:
        """The numbers of chapters and the like that are told of a document."""
        return list(find_totals(self.passages))

    @cached_property
    def members(self) -> list[Members]:
        """The lists of running text."""
        return list(find_members(self.passages))

    @cached_property
    def titles(self) -> list[Titles]:
        """The titles of items that stand below each other."""
        return list(find_titles(self.passages, self.series))

    @cached_property
    def announced(self) -> list[Announced]:
        """What a count announces, and what follows."""
        return list(find_announced(self.passages, self.series, self.heads))

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of the table of contents."""
        return find_entries(self.document)

    @cached_property
    def respective(self) -> list[Respective]:
        """What is told 分别 in figures."""
        return [
            one
            for passage, shape in zip(self.passages, self.shapes, strict=True)
            for one in find_respective(passage, shape)
        ]

    @cached_property
    def wholes(self) -> list[Whole]:
        """The wholes that are told with all their parts."""
        return [
            *(one for passage, shape in self._shaped() for one in find_wholes(passage, shape)),
            *(one for number, told in self.year_lists for one in find_yearly_wholes(self.passages[number], told)),
        ]

    @cached_property
    def year_lists(self) -> list[tuple[int, Sequence[OfYear]]]:
        """The lists that tell their figures year by year, each with the number of its passage."""
        return [(number, one) for number, passage in enumerate(self.passages) for one in find_year_lists(passage.text)]

    @cached_property
    def averages(self) -> list[Sequence[Average]]:
        """The averages that are told with totals and numbers that may give them."""
        return [one for passage, shape in self._shaped() for one in find_averages(passage, shape)]

    @cached_property
    def portions(self) -> list[Portion]:
        """The shares that are told with their part."""
        return [one for passage, shape in self._shaped() for one in find_portions(passage, shape)]

    @cached_property
    def ranks(self) -> list[Rank]:
        """The places held among others."""
        return [
            one
            for number, (passage, shape) in enumerate(self._shaped())
            if passage.kind is not BlockKind.HEADING
            for one in find_ranks(
                number, passage, shape, self.times[number], self.section_at(passage.start), self.frame
            )
        ]

    def _ranks_of(self, number: int, passage: Passage, shape: Shape) -> Iterator[Rank]:
        section = self.section_at(passage.start)
        return find_ranks(number, passage, shape, self.times[number], section, self.frame)

    @cached_property
    def streaks(self) -> list[Streak]:
        """How many years in a row something has been so."""
        return [one for passage, shape in self._shaped() for one in find_streaks(passage, shape)]

    def section_at(self, position: int) -> Section:
        """The section that holds this place of the source."""
        return self.sections[bisect_right(self._section_starts, position) - 1]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [one.start for one in self.sections]

    def _shaped(self) -> Iterator[tuple[Passage, Shape]]:
        return zip(self.passages, self.shapes, strict=True)

    @cached_property
    def shares(self) -> list[Shares]:
        """The shares of a whole told in a row."""
        return [one for passage in self.passages for one in find_shares(passage)]

    def _read_text(self) -> None:
        at, topics = 0, _Topics(self.frame)
        tabled = {number for table in self.tables for number in range(table.grid.first, table.grid.last + 1)}
        for number, passage in enumerate(self.passages):
            while at + 1 < len(self.sections) and self.sections[at + 1].start <= passage.start:
                at += 1
            if passage.kind is BlockKind.HEADING:
                topics.heading(self.document.blocks[passage.first].level, self.document.blocks[passage.first].title)
                continue
            if passage.first in tabled or (passage.kind is BlockKind.CELL and not _is_prose(passage.text)):
                continue
            shape, times, section = self.shapes[number], self.times[number], self.sections[at]
            topic, thing = topics.of(passage.text), topics.thing_of(passage.text)
            context = Context(number, passage, shape, times, section, self.frame, topic, thing)
            rows, edges = read_statements(context, len(self.statements))
            self.statements += rows
            self.edges += edges


def _is_prose(text: str) -> bool:
    """Whether a cell holds running text, as a panel does that is a table of one cell."""
    return len(text) >= _PROSE and any(mark in text for mark in "，。；")


class _Topics:
    """The areas and the projects that headings and the heads of paragraphs name."""

    def __init__(self, frame: Frame) -> None:
        self.own = frame.place
        self.open: list[tuple[int, str]] = []
        self.things: list[tuple[int, str]] = []

    def heading(self, level: int, title: str) -> None:
        """A heading: what it names holds until one of its rank."""
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        area = area_of(title, self.own)[0] if begins_with_place(title, self.own) else self._part(title)
        if area:
            self.open.append((level, area))
        while self.things and self.things[-1][0] >= level:
            self.things.pop()
        thing = undertaking_in(title)
        if thing:
            self.things.append((level, thing))

    def thing_of(self, text: str) -> str:
        """The project that a paragraph tells of, "" for none."""
        head = _RUN_IN.split(text[:_HEAD].lstrip(_MARKS), maxsplit=1)
        return (undertaking_in(head[0]) if len(head) > 1 else "") or (self.things[-1][1] if self.things else "")

    def of(self, text: str) -> str:
        """The area that a paragraph is about, "" for the document's own."""
        head = text[:_HEAD].lstrip(_MARKS)
        part = self._part(_RUN_IN.split(head, maxsplit=1)[0])
        if part and part != head:
            return part
        if begins_with_place(head, self.own):
            area, length = area_of(head, self.own)
            if head[length : length + 1] in ("：", "。", "，", "（", ":"):
                return area
        return self.open[-1][1] if self.open else ""

    def _part(self, title: str) -> str:
        """`title` where it is the name of a part of the document's own area."""
        short = self.own.rstrip("省市县区州盟旗")
        return "" if self.own and title.startswith(short) else own_part(title)


def read(document: Document) -> Reading:
    """The reading of `document`."""
    return Reading(document)
