"""What a finder of this folder returns: a contradiction with its places."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.messages import Message
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.statement import Origin

_NO_FIGURES = ("time", "row", "line", "head")
_REACHED = re.compile("^(?:达到?|为|等于)")
_SAID = (Origin.SAID, Origin.TABLE)


class Place(Struct, eq=False, frozen=True):
    """Another place of a contradiction.

    `role` says what stands there: value, base, part, member, time; of an indicator table cell, row, head; of another
    table listed, line. `words` are what stands there, as it is told to a reader; `reading` is the document of it, None
    for the same one.
    """

    role: str
    start: int
    end: int
    words: str
    reading: Reading | None = None


class Conflict(Struct, eq=False):
    """A contradiction, found from `start` to `end` of its document; `kind` is the predicate that tells it.

    `said` are the columns of that predicate; `first` to `last` are the years it is about, 0 for none. `message` is a
    sentence of its own, for a predicate that tells several sorts.
    """

    kind: str
    start: int
    end: int
    said: dict[str, str] = {}
    places: tuple[Place, ...] = ()
    first: int = 0
    last: int = 0
    message: Message | None = None

    def covers(self, places: set[tuple[int, int]]) -> bool:
        """Whether it stands at one of these places of its own document."""
        return any((place.start, place.end) in places for place in self.own())

    def own(self) -> list[Place]:
        """Its places in its own document, the one where it is found first; none of them where no figure stands."""
        mine = [place for place in self.places if place.reading is None and place.role not in _NO_FIGURES]
        return [Place("value", self.start, self.end, ""), *mine]


def words_of(reading: Reading, row: Stated) -> str:
    """The figure of a row as it is told to a reader: as written, with the unit of its row in a table."""
    words = " ".join(reading.document.source.text[row.start : row.end].split())
    if row.table >= 0 and row.said is not None and row.said.printed.startswith(words):
        return row.said.printed
    return _REACHED.sub("", words)


def place_of(reading: Reading, row: Stated, role: str = "value", *, foreign: bool = False) -> Place:
    """The place of a row's figure; `foreign` for one of another document."""
    return Place(role, row.start, row.end, words_of(reading, row), reading if foreign else None)


def times_of(reading: Reading, *rows: Stated) -> tuple[Place, ...]:
    """Where the times of these rows are told, for those whose own sentence does not tell it."""
    text = reading.document.source.text
    told = dict.fromkeys(
        (row.told_from, row.told_to) for row in rows if row.period_from not in _SAID and row.told_to > row.told_from
    )
    return tuple(Place("time", start, end, " ".join(text[start:end].split())) for start, end in told)
