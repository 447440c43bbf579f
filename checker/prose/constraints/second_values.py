"""One thing told in two values where its time is not told with it: what stands now, and digits that changed places.

`repeats` compares what is told of one time. What a change sets out from (由36%提高到50%) and what is told without a
time in a part about the state of things are both of the present. Whatever the times, two numbers of the same digits in
another order (412公里, 421公里) of one thing are one number, once mistyped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from checker.prose.constraints.compare import differ, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.constraints.repeats import of_other_things
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import write_number
from checker.statement import Measure, Origin

#: Shorter names are of many things; the present of what is told in the sections of aims is told as an aim.
_LEAST_KEY, _SHORT_KEY = 5, 2
#: Fewer digits come in another order by chance.
_LEAST_DIGITS = 3
_FEWEST_SHARED = 2
#: So many values of one group are held against each other.
_MOST = 12


def find_present(reading: Reading) -> Iterator[Conflict]:
    """Values that changes set out from, and values of the present, that cannot both hold; one for each thing."""
    known: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for row in reading.statements:
        if not _is_named(row) or not (row.tense == "target" if row.sets_out else _is_of_now(reading, row)):
            continue
        key = (row.key, row.area, row.unit, row.flow)
        other = next((one for one in known[key] if (row.sets_out or one.sets_out) and _are_apart(one, row)), None)
        if other is not None:
            base = reading.frame.base
            said = {"indicator": row.name, "value": words_of(reading, row), "other": words_of(reading, other)}
            yield Conflict("number_conflict", row.start, row.end, said, (place_of(reading, other),), base, base)
            return
        known[key].append(row)


def _is_named(row: Stated) -> bool:
    long = row.exact or len(row.key) >= _LEAST_KEY
    return long and not row.vague and not row.each and row.table < 0 and row.measure is Measure.LEVEL


def _is_of_now(reading: Reading, row: Stated) -> bool:
    """Whether a value without a time stands where the text tells how things are."""
    return row.last_year is None and reading.section_at(row.start).tense != "target"


def _are_apart(one: Stated, other: Stated) -> bool:
    for row in (one, other):
        if row.sets_out and row.period_from is not Origin.DEFAULT:
            return False
    beside = (one.passage, one.sentence) == (other.passage, other.sentence)
    return not beside and not of_other_things(one, other) and differ(one, other)


def find_swapped(reading: Reading) -> Iterator[Conflict]:
    """Numbers of the same digits in another order that are told of one thing; the later or rarer one is told."""
    groups: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for row in reading.statements:
        digits = _digits(row)
        if row.table < 0 and len(digits) >= _LEAST_DIGITS and len(row.key) >= _SHORT_KEY and not row.each:
            group = groups["".join(sorted(digits)), row.unit, row.area, row.measure, row.key[-_SHORT_KEY:]]
            if len(group) < _MOST:
                group.append(row)
    for rows in groups.values():
        for one, other in combinations(rows, 2):
            if _is_swapped(one, other) and _is_of_one(one, other):
                rare, usual = sorted((other, one), key=lambda row: sum(row.point == each.point for each in rows))
                said = {"indicator": rare.name, "value": words_of(reading, rare), "other": words_of(reading, usual)}
                yield Conflict("digits_swapped", rare.start, rare.end, said, (place_of(reading, usual),))
                break


def _digits(row: Stated) -> str:
    """The digits of a value as it is written, "" for one that is a range or no number."""
    if row.point is None or value_of(row) is None:
        return ""
    return write_number(row.point).replace(".", "").strip("0")


def _is_swapped(one: Stated, other: Stated) -> bool:
    """Whether two digits beside each other have changed places, and nothing else."""
    left, right = _digits(one), _digits(other)
    apart = [at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return one.step == other.step and len(apart) == 2 and apart[1] == apart[0] + 1


def _is_of_one(one: Stated, other: Stated) -> bool:
    """Whether the name of one is that of the other, or its end, and no two times are told."""
    if one.passage == other.passage and one.sentence == other.sentence:
        return False
    long, short = sorted((one.key, other.key), key=len, reverse=True)
    if not long.endswith(short) or (long != short and len(short) <= _FEWEST_SHARED) or of_other_things(one, other):
        return False
    years = [row.last_year for row in (one, other) if row.last_year is not None and row.period_from is Origin.SAID]
    return len(set(years)) < 2 and one.flow == other.flow
