"""Two figures in documents that go together: whether both are of one measure, one time, and may hold together."""

from __future__ import annotations

from collections import defaultdict

from checker.prose.constraints.compare import CURRENT, is_floor, value_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.statement import Measure, Origin

AIMS = ("target", "striving")
#: A time that stands so near before a figure is its own.
_NEXT_TO = 12


def by_key(reading: Reading) -> dict[tuple[str, str], list[Stated]]:
    """The figures of a document that tell what they are of, by name and area."""
    rows: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for row in reading.statements:
        if row.key and not row.vague and not row.each and row.point is not None:
            rows[row.key, row.area].append(row)
    return rows


def is_one_measure(row: Stated, told: Stated) -> bool:
    """Whether both tell of one measure: both new, both at current prices, or both how many there are."""
    if row.measure is told.measure:
        return (row.flow == "new") is (told.flow == "new") and (row.price == CURRENT) is (told.price == CURRENT)
    counts = (Measure.LEVEL, Measure.CUMULATIVE)
    alike = row.summed == told.summed and (row.flow == told.flow or _tells_less(row, told))
    return alike and row.measure in counts and told.measure in counts


def _tells_less(row: Stated, told: Stated) -> bool:
    """Whether the one that is no flow tells no time either: 人才公寓2400套 for 五年建设人才公寓2400套."""
    return any(not one.flow and one.last_year is None for one in (row, told))


def at_other_times(first: Reading, told: Stated, second: Reading, row: Stated) -> bool:
    """Whether the two are of two times; one that stands far from a figure may not be its own."""
    if row.last_year is None or told.last_year is None:
        return False
    if (row.tense in AIMS) != (told.tense in AIMS):
        return True
    if has_firm_time(row) or has_firm_time(told):
        return row.last_year != told.last_year
    if _is_of_year(second, row) != _is_of_year(first, told):
        return True
    ends = {reading.frame.period[1] for reading in (first, second) if reading.frame.period is not None}
    beyond = [any(one.last_year > end for end in ends) for one in (row, told) if one.last_year is not None]
    return beyond[0] != beyond[1]


def has_firm_time(row: Stated) -> bool:
    """Whether its time is surely its own: of its column, or told right before it."""
    return row.period_from is Origin.TABLE or (
        row.period_from is Origin.SAID and 0 <= row.start - row.told_to <= _NEXT_TO
    )


def _is_of_year(reading: Reading, row: Stated) -> bool:
    """Whether it is the aim of one year in the report of that year."""
    return reading.frame.is_report and row.tense in AIMS and row.first_year == row.last_year == reading.frame.year


def asks_more(first: Reading, told: Stated, row: Stated) -> bool:
    """Whether a plan sets more than the proposal asks for, and says that it is the least."""
    left, right = value_of(told), value_of(row)
    if first.frame.kind != "proposal" or left is None or right is None:
        return False
    return is_floor(row) and not is_floor(told) and right > left
