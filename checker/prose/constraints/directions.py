"""A verb against its numbers: 由12%提高到9%, 由第60位跃居第65位."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.prose.constraints.compare import certainly_below, is_floor, slipped, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure
from checker.statement.meeting import told_alike

#: What is compared stands that many figures before the change, and the level that it leads to so many.
_NEAR, _FAR = 2, 12


def find_directions(reading: Reading) -> Iterator[Conflict]:
    """Steps from one figure to another that go the other way than their verb, or over a slip of the unit."""
    rows = reading.statements
    for edge in reading.edges:
        if edge.kind != "from_to":
            continue
        start, end = rows[edge.first], rows[edge.second]
        if start.each or end.each:
            continue
        if _are_of_unlike_kind(start, end):
            yield conflict_of(reading, "unit_slip", start, end)
        elif not told_alike(start, end):
            continue
        elif slipped(start, end):
            yield conflict_of(reading, "unit_slip", start, end)
        elif runs_against(end.rises, start, end):
            yield conflict_of(reading, "direction_conflict", start, end)


def _are_of_unlike_kind(start: Stated, end: Stated) -> bool:
    """Whether a change leads from a measure to one of another kind: 由90分钟缩短至50公里."""
    one, other = start.measured_in, end.measured_in
    if one is None or other is None or one.dimension == other.dimension or start.vague or end.follows < 0:
        return False
    return one.kind is other.kind is UnitKind.AMOUNT and bool(end.rises) and end.reaches


def find_passed(reading: Reading) -> Iterator[Conflict]:
    """Figures below the mark that they are told to have passed: 突破5000亿元、达4985亿元."""
    for before, row in pairwise(reading.statements):
        if row.follows < 0 or row.sentence != before.sentence or row.passage != before.passage or not is_floor(before):
            continue
        is_level = before.measure is row.measure is Measure.LEVEL and not row.each and not before.vague
        if before.last_year != row.last_year:
            continue  # 突破900万人次，是2020年450万人次的2倍
        if is_level and row.moves and told_alike(before, row) and certainly_below(row, before):
            yield conflict_of(reading, "unit_slip" if slipped(before, row) else "number_conflict", before, row)


def find_compared(reading: Reading) -> Iterator[Conflict]:
    """What is told to be more than before and stands above it as less: 主要指标21项。与上期的23项相比，增加2项."""
    rows = reading.statements
    for number, row in enumerate(rows):
        if row.follows < 0 or row.measure is not Measure.CHANGE or not row.rises or row.each:
            continue
        near = (one for one in rows[max(number - _NEAR, 0) : number] if one.sentence == row.sentence)
        base = next((one for one in near if one.against and one.passage == row.passage and one.unit == row.unit), None)
        start, by = value_of(base) if base is not None else None, value_of(row)
        if base is None or start is None or not by:
            continue
        above = [one for one in rows[max(number - _FAR, 0) : number] if one.passage == row.passage]
        levels = {value_of(one): one for one in above if one.unit == base.unit and one is not base}
        level = levels.get(start - by * row.rises)
        if level is not None and start + by * row.rises not in levels:
            yield conflict_of(reading, "direction_conflict", base, level, rises=row.rises)


def runs_against(rises: int, start: Stated, end: Stated) -> bool:
    """Whether the numbers fall where the verb rises, or rise where it falls; of ranks the smaller is the higher."""
    up = -rises if end.measure is Measure.RANK else rises
    if up > 0:
        return certainly_below(end, start)
    return up < 0 and certainly_below(start, end)


def conflict_of(reading: Reading, kind: str, base: Stated, row: Stated, rises: int = 0) -> Conflict:
    """A figure against the one that it sets out from; `rises` is told elsewhere than of the figure, if not 0."""
    said = {
        "indicator": row.name or base.name,
        "value": words_of(reading, row),
        "other": words_of(reading, base),
        "verb": "升" if (rises or row.rises) > 0 else "降",
    }
    places = (place_of(reading, base, "base"),)
    return Conflict(kind, row.start, row.end, said, places, row.last_year or 0, row.last_year or 0)
