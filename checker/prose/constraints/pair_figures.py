"""One thing told in two documents that go together: other numbers, years, units, bounds in the same words.

`first` is the document that the other depends on; what differs is found in `second`. Figures of one key in two values
are `repeats`; here are those whose times do not tell that they are of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.messages import Message
from checker.messages.documents import APART_VALUE
from checker.prose.constraints.compare import differ, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.constraints.known_numbers import WORDS, KnownNumbers
from checker.prose.constraints.pair_rows import AIMS, asks_more, at_other_times, by_key, is_one_measure
from checker.prose.constraints.pair_slots import find_other_slots
from checker.prose.constraints.pair_words import find_same_words
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.statement import Origin

#: What behind a figure is nothing that it counts: 由1208亿元增加到….
_GOES_ON = re.compile("[增提达上升扩降减缩下以左到至的和与及调]")
#: A name that has so many words is one thing in both documents.
_LEAST_NAME, _LEAST_NAME_IN_NOTE = 6, 4


def find_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """What `second` tells otherwise than `first`, which is called `document`."""
    told = KnownNumbers(first)
    yield from find_other_slots(first, second, document)
    yield from _other_values(first, second, told, document)
    yield from find_same_words(first, second, told, document)


def _other_values(first: Reading, second: Reading, told: KnownNumbers, document: Message) -> Iterator[Conflict]:
    """Figures that are none of those which the other document has of the same thing, whatever their times."""
    known = by_key(first)
    # What a drafting note tells of its outline it tells in its words.
    least = _LEAST_NAME_IN_NOTE if second.frame.kind == "drafting_note" else _LEAST_NAME
    for key, rows in by_key(second).items():
        for row in rows:
            if (
                row.table >= 0
                or not _is_named(row, least)
                or _is_guessed(row)
                or (row.sets_out and second.frame.is_report)
                or (row.point is not None and told.has(row.point, row.unit, row.key[-WORDS:]))
            ):
                continue
            alike = [one for one in known.get(key, ()) if _is_named(one, least) and _is_of_kind(row, one)]
            if any(not differ(one, row) or asks_more(first, one, row) for one in alike):
                continue
            near = [
                one
                for one in alike
                if not (at_other_times(first, one, second, row) or _is_guessed(one) or one.sets_out)
                and not (_has_no_time(row, one) and any(not differ(one, each) for each in rows))
            ]
            if row.sets_out:
                near = [one for one in near if one.tense not in AIMS]
            if near and (len({value_of(one) for one in near}) == 1 or row.last_year is None):
                other = min(near, key=lambda one: _distance(one, row))
                said = {"value": words_of(second, row), "other": words_of(first, other)}
                message = APART_VALUE(words=row.name, document=document, **said)
                place = place_of(first, other, "document", foreign=True)
                yield Conflict("documents_apart", row.start, row.end, places=(place,), message=message)


def _has_no_time(row: Stated, other: Stated) -> bool:
    """Whether nothing tells of when one of the two is, so that it may be what stands elsewhere in the other text."""
    return row.last_year is None or other.last_year is None


def _is_guessed(row: Stated) -> bool:
    """Whether its time is only the usual one."""
    return row.period_from is Origin.DEFAULT and row.last_year is not None


def _is_named(row: Stated, least: int) -> bool:
    """Whether the name before the figure is surely its own: 2个万亿级集群、9个千亿级集群 counts what stands behind."""
    is_counted = row.table < 0 and row.counted != "" and not _GOES_ON.match(row.counted)
    return (row.exact or len(row.key) >= least) and not (is_counted and row.named_to <= row.start)


def _is_of_kind(row: Stated, other: Stated) -> bool:
    left, right = row.measured_in, other.measured_in
    if left is None or right is None:
        return left is right and row.unit == other.unit and is_one_measure(row, other)
    return left.dimension == right.dimension and left.kind is right.kind and is_one_measure(row, other)


def _distance(one: Stated, row: Stated) -> Fraction:
    left, right = value_of(one), value_of(row)
    return abs(left - right) if left is not None and right is not None else Fraction(0)
