"""One thing told twice, in two values: in one document, or in two that go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.prose.constraints.compare import CURRENT, differ, power_apart, range_of
from checker.prose.constraints.conflict import Conflict, Place, place_of, times_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.prose.reading.streaks import Streak
from checker.quantity import UnitKind
from checker.statement import Measure, Origin

_AIMS = ("target", "striving")
#: So many values of one thing are kept to be compared with.
_MOST = 4

Key = tuple[object, ...]


def find_repeats(reading: Reading) -> Iterator[Conflict]:
    """Rows that contradict an earlier one of the same thing, one for each thing; text and table are `table_text`."""
    known: dict[Key, list[Stated]] = {}
    told: set[Key] = set()
    tied = {frozenset((edge.first, edge.second)) for edge in reading.edges}
    numbers = {id(row): number for number, row in enumerate(reading.statements)}
    for row in _in_order(reading.statements):
        key = key_of(row)
        if key is None or key in told:
            continue
        earlier = known.setdefault(key, [])
        for other in earlier:
            if (other.table < 0) is not (row.table < 0):
                continue
            if frozenset((numbers[id(other)], numbers[id(row)])) in tied or not _apart(other, row):
                continue
            if of_other_things(other, row):
                continue
            told.add(key)
            yield _conflict(reading, other, reading, row)
            break
        if len(earlier) < _MOST:
            earlier.append(row)


def find_streaks(reading: Reading) -> Iterator[Conflict]:
    """Rows of years of one thing that are told in two lengths: 连续16年, 连续14年位居第一."""
    known: dict[tuple[str, str], Streak] = {}
    for one in reading.streaks:
        other = known.setdefault((one.key, one.held), one)
        if other.years != one.years:
            value, elsewhere = f"连续{one.years}年", f"连续{other.years}年"
            said = {"indicator": one.key, "value": value, "other": elsewhere}
            places = (Place("value", other.start, other.end, elsewhere),)
            base = reading.frame.base
            yield Conflict("number_conflict", one.start, one.end, said, places, base, base)
            return


def find_repeats_between(first: Reading, second: Reading) -> Iterator[Conflict]:
    """Rows of `second` that contradict those of `first`, one for each thing."""
    known: dict[Key, list[Stated]] = {}
    for row in first.statements:
        key = key_of(row)
        if key is not None and len(known.setdefault(key, [])) < _MOST:
            known[key].append(row)
    told: set[Key] = set()
    for row in _in_order(second.statements):
        key = key_of(row)
        if key is None or key in told:
            continue
        # What a table of the first tells is held against the text of the second by `table_text`.
        alike = [one for one in known.get(key, ()) if one.table < 0 or row.table >= 0]
        other = next((one for one in alike if differ(one, row) and not of_other_things(one, row)), None)
        if other is not None:
            told.add(key)
            yield _conflict(first, other, second, row)


def key_of(row: Stated) -> Key | None:
    """What two rows have in common that speak of one thing; None for one that is no ground for comparing."""
    unit = row.measured_in
    if not row.key or row.vague or row.each or row.last_year is None:
        return None
    if unit is None and (row.unit or not row.exact):
        return None
    if row.period_from is Origin.DEFAULT or (row.measure is Measure.CHANGE and not row.exact):
        return None
    if row.modal == "strive" and row.follows >= 0:
        # 达到2.9%、力争达到3.2%: the better of two tiers.
        return None
    kind = unit.kind if unit is not None else None
    if row.spanned and row.tense == "actual" and kind is not UnitKind.RATIO:
        return None
    tense = "target" if row.tense in _AIMS else "actual"
    dimension = "%" if kind in (UnitKind.RATIO, UnitKind.POINTS) else unit.dimension if unit is not None else ""
    years = (row.first_year, row.last_year)
    return (
        row.key,
        row.area,
        row.measure,
        years,
        tense,
        dimension,
        row.flow,
        row.average,
        row.price == CURRENT,
        row.against,
        row.rises if row.measure is Measure.CHANGE else 0,
    )


def of_other_things(one: Stated, other: Stated) -> bool:
    """Whether what no dictionary has is told of two projects, or as an amount of one and of all: 总投资, 受益人口."""
    if one.exact or one.thing == other.thing:
        return False
    unit = one.measured_in
    adds = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.AMOUNT)
    return adds or bool(one.thing and other.thing)


def _in_order(rows: Iterable[Stated]) -> list[Stated]:
    """The rows of the text as they stand; those of tables first, which the text repeats."""
    return sorted(rows, key=lambda row: (row.table < 0, row.start))


def _apart(one: Stated, other: Stated) -> bool:
    """Whether two rows of one document contradict each other; what one sentence tells side by side are tiers."""
    if one.passage == other.passage >= 0 and one.table < 0:
        return one.sentence != other.sentence and range_of(one).disjoint(range_of(other))
    return differ(one, other)


def _conflict(where: Reading, other: Stated, reading: Reading, row: Stated) -> Conflict:
    kind = "unit_slip" if power_apart(other, row) else "number_conflict"
    foreign = where is not reading
    value, elsewhere = words_of(reading, row), words_of(where, other)
    said = {"indicator": row.name, "value": value, "other": elsewhere}
    places = (place_of(where, other, foreign=foreign), *times_of(reading, row))
    return Conflict(kind, row.start, row.end, said, places, row.first_year or 0, row.last_year or 0)
