"""The tables of a reading row by row, each with its place in the source: for who shows them and who asks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from checker.prose.reading.read import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import DateInterval, Quantity


class Row(Struct, eq=False):
    """What stands from `start` to `end` of the source."""

    start: int
    end: int


class StatementRow(Row):
    """One figure with what it is a figure of."""

    stated: Stated

    @property
    def subject(self) -> str:
        """The subject in the one wording, else as written; "" where nobody is named."""
        return self.stated.key or self.stated.name

    @property
    def quantity(self) -> Quantity:
        """The figure, as printed where the text prints it in one piece."""
        return self.stated.said or self.stated.quantity


class CountRow(Row):
    """A number told of what stands elsewhere: `behind` are the numbers of items in what may be what it counts."""

    number: int
    unit: str
    behind: tuple[int, ...]


class ListRow(Row):
    """The members of a list."""

    members: tuple[str, ...]


class MentionRow(Row):
    """What a text names: `kind` is document_number or a word of `mentions.Kind`."""

    kind: str
    name: str


class EventRow(Row):
    """What is said to happen when; `act` is "" where no verb tells."""

    time: DateInterval
    act: str


class HeadingRow(Row):
    """A heading, and the time of which what stands under it speaks: 0 and "" where none is told."""

    level: int
    title: str
    first_year: int
    last_year: int
    tense: str


def _statements(reading: Reading) -> Iterator[Row]:
    return (StatementRow(one.start, one.end, one) for one in reading.statements)


def _counts(reading: Reading) -> Iterator[Row]:
    for one in reading.announced:
        behind = tuple(dict.fromkeys(group.count for group in one.groups))
        yield CountRow(one.start, one.end, one.count, "", behind)
    for total in reading.totals:
        yield CountRow(total.start, total.end, total.number, total.unit, ())


def _lists(reading: Reading) -> Iterator[Row]:
    for members in (*(one.members for one in reading.members), *(one.titles for one in reading.titles)):
        if members:
            words = tuple(" ".join(member.words.split()) for member in members)
            yield ListRow(members[0].start, members[-1].end, words)


def _mentions(reading: Reading) -> Iterator[Row]:
    found = reading.mentions
    for one in (*found.titles, *found.quoted, *found.defined, *found.places):
        yield MentionRow(*found.flow.span(one.start, one.end), one.kind.value, one.name)
    for number in found.numbers:
        words = found.flow.text[number.start : number.end]
        yield MentionRow(*found.flow.span(number.start, number.end), "document_number", words)


def _events(reading: Reading) -> Iterator[Row]:
    for one in reading.events:
        yield EventRow(*reading.passages[one.passage].span(one.start, one.end), one.time, one.act)


def _headings(reading: Reading) -> Iterator[Row]:
    for head in reading.heads:
        held = [one for one in reading.sections if one.start <= head.end]
        first, last, tense = (held[-1].first, held[-1].last, held[-1].tense) if held else (0, 0, "")
        yield HeadingRow(head.start, head.end, head.level, head.title, first, last, tense)


_SHEETS: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "statements": _statements,
    "counts": _counts,
    "lists": _lists,
    "mentions": _mentions,
    "events": _events,
    "sections": _headings,
}


def rows_of(reading: Reading, sheet: str) -> list[Row]:
    """The rows of a table in the order in which they stand in the text."""
    return sorted(_SHEETS[sheet](reading), key=lambda row: (row.start, row.end))
