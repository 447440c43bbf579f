"""A count that announces what follows against what does follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.prose.reading.listings import Announced

#: A title may count what its sections do not: only a number near to theirs is one of them.
_NEAR = 2


class CountSlip(Struct, frozen=True):
    """A count that none of the groups behind it bears out: where, in words, and the group nearest to it."""

    start: int
    end: int
    words: str
    count: int
    listed: int
    last: tuple[int, int]


def find_count_slips(announced: Iterable[Announced]) -> Iterator[CountSlip]:
    """The announcements whose groups all have another number of members."""
    told: set[int] = set()
    for one in announced:
        if one.start in told or any(group.count == one.count for group in one.groups):
            continue
        nearest = min(one.groups, key=lambda group: abs(group.count - one.count))
        if one.firm or abs(nearest.count - one.count) <= _NEAR:
            told.add(one.start)
            yield CountSlip(one.start, one.end, one.words, one.count, nearest.count, nearest.last)
