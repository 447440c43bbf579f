"""One thing with one value in two documents that go together, told otherwise in its unit, bound, way or year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from checker.messages import Message, Template
from checker.messages.documents import APART_BOUND, APART_SUMMED, APART_UNIT, APART_WAY, APART_YEAR, APART_YEARLY
from checker.prose.constraints.compare import is_cap, is_floor, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.constraints.pair_rows import AIMS, by_key, has_firm_time
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure, Origin

_LONG_KEY = 8


def find_other_slots(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Figures of `second` that differ from one of `first`, called `document`, in a slot that is not the value."""
    known, mine = by_key(first), by_key(second)
    for key, rows in mine.items():
        for row in rows:
            found = _against(row, known.get(key, ()), rows)
            if found is not None:
                template, other = found
                said = {"value": words_of(second, row), "other": words_of(first, other)}
                if template is APART_YEAR:
                    said = {"value": str(row.last_year), "other": str(other.last_year)}
                message = template(words=row.name, document=document, **said)
                place = place_of(first, other, "document", foreign=True)
                yield Conflict("documents_apart", row.start, row.end, places=(place,), message=message)
                break


def _against(row: Stated, others: Sequence[Stated], mine: Sequence[Stated]) -> tuple[Template, Stated] | None:
    """How the row differs from one of the others in a slot that is not its value."""
    if any(_agrees(row, other) for other in others):
        return None
    for other in others:
        for template, test in _SLOTS:
            if test(row, other) and not (template is APART_YEAR and _has_both(other, mine)):
                return template, other
    return None


def _agrees(row: Stated, other: Stated) -> bool:
    return (
        value_of(row) == value_of(other)
        and row.measured_in == other.measured_in
        and row.measure is other.measure
        and _at_one_time(row, other)
        and not _other_bound(row, other)
        and not _other_way(row, other)
    )


def _has_both(other: Stated, mine: Iterable[Stated]) -> bool:
    """Whether the document tells something of the other's year as well."""
    return any(each.last_year == other.last_year for each in mine)


def _at_one_time(row: Stated, other: Stated) -> bool:
    same = (row.tense in AIMS) == (other.tense in AIMS)
    return row.last_year is not None and row.last_year == other.last_year and same


def _other_unit(row: Stated, other: Stated) -> bool:
    left, right = row.measured_in, other.measured_in
    if left is None or right is None or left.dimension == right.dimension or row.point != other.point:
        return False
    if {left.kind, right.kind} != {UnitKind.AMOUNT}:
        return False
    loose = not (has_firm_time(row) or has_firm_time(other)) and (row.tense in AIMS) == (other.tense in AIMS)
    return (loose or _at_one_time(row, other)) and row.measure is other.measure


def _same_value(row: Stated, other: Stated) -> bool:
    return value_of(row) == value_of(other) and row.measured_in == other.measured_in


def _other_bound(row: Stated, other: Stated) -> bool:
    if not (_same_value(row, other) and _at_one_time(row, other)):
        return False
    return (is_cap(row) and not is_cap(other)) or (is_cap(other) and is_floor(row))


def _other_way(row: Stated, other: Stated) -> bool:
    told = row.rises and other.rises and row.rises != other.rises
    return bool(told) and _same_value(row, other) and _at_one_time(row, other)


def _is_yearly(row: Stated, other: Stated) -> bool:
    return _counts(row, other, Measure.AVERAGE, Measure.CUMULATIVE)


def _is_summed(row: Stated, other: Stated) -> bool:
    return _counts(row, other, Measure.CUMULATIVE, Measure.AVERAGE)


def _counts(row: Stated, other: Stated, told: Measure, wanted: Measure) -> bool:
    if (row.measure, other.measure) != (told, wanted) or not _same_value(row, other) or not _at_one_time(row, other):
        return False
    return row.first_year == other.first_year != row.last_year


def _other_year(row: Stated, other: Stated) -> bool:
    """One aim, and one value of it, for two years that both are told beside it."""
    if not (_same_value(row, other) and row.measure is other.measure and row.tense in AIMS and other.tense in AIMS):
        return False
    if {row.period_from, other.period_from} != {Origin.SAID} or row.last_year == other.last_year:
        return False
    assert row.point is not None
    return len(row.key) >= _LONG_KEY or len(str(row.point.numerator).rstrip("0")) >= 2


_SLOTS: tuple[tuple[Template, Callable[[Stated, Stated], bool]], ...] = (
    (APART_UNIT, _other_unit),
    (APART_BOUND, _other_bound),
    (APART_WAY, _other_way),
    (APART_YEARLY, _is_yearly),
    (APART_SUMMED, _is_summed),
    (APART_YEAR, _other_year),
)
