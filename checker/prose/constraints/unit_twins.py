"""One number told twice of one thing in units far apart: 管辖面积36.8平方公里, 管辖面积36.8平方米."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.constraints.compare import value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind

#: So many digits are no coincidence in figures of the same name.
_FEWEST_DIGITS = 3
#: So many times as large is no other way to round.
_FAR = 100
_SHORTEST = 2
#: What a name is told with at one place and without at another: 总投资, 计划总投资.
_MORE = re.compile("现有?|计划|规划|预计|累计|全年|总")
#: What is told of each and what is told of all may have the same digits.
_OF_EACH = re.compile("均|每|单位|强度|户")

Key = tuple[str, str, str, str]


def find_unit_twins(reading: Reading) -> Iterator[Conflict]:
    """Figures with the digits of an earlier one of the same name, and not its size."""
    known: dict[Key, Stated] = {}
    for row in reading.statements:
        key = _key_of(row)
        if key is None:
            continue
        other = known.setdefault(key, row)
        left, right = value_of(other), value_of(row)
        if left and right and max(left, right) >= _FAR * min(left, right):
            said = {"indicator": row.name, "value": words_of(reading, row), "other": words_of(reading, other)}
            yield Conflict("unit_slip", row.start, row.end, said, (place_of(reading, other),), row.last_year or 0)


def _key_of(row: Stated) -> Key | None:
    """Its digits, what it is measured in, whose it is and its name; None for one that tells too little."""
    unit = row.measured_in
    if row.table >= 0 or row.each or not row.point or unit is None:
        return None
    if unit.kind is not UnitKind.AMOUNT or _OF_EACH.search(row.key):
        return None
    digits = str(row.point.numerator * 10**6 // row.point.denominator).strip("0")
    name = _MORE.sub("", row.key)
    if len(digits) < _FEWEST_DIGITS or len(name) < _SHORTEST:
        return None
    return digits, unit.dimension, row.area, name
