"""Values of a size that nothing of their kind has: a county of 2000 square metres, railways of 4 million km."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import value_of
from checker.prose.constraints.conflict import Conflict, words_of
from checker.prose.reading import Reading
from checker.prose.reading.areas import is_own_area
from checker.prose.reading.frame import Frame
from checker.prose.reading.rows import Stated
from checker.statement import Measure, Origin

_FAR = 3
_AMOUNTS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.AVERAGE)
_EACH = ("每", "人均", "单位")
_ANY = (Fraction(1), Fraction(1))
#: The least and the most that a value of the dictionary is widened by, for the own area of a text of this level.
_LEVELS = {
    "province": (Fraction(100), Fraction(1)),
    "city": (Fraction(10), Fraction(1, 2)),
    "county": (Fraction(1), Fraction(1, 5)),
    "zone": (Fraction(1, 5), Fraction(1, 5)),
}
#: What the least of depends on how large an area is.
_OF_ALL = frozenset({"人民币", "人"})
#: The area of a county, a city or a zone is no matter of square metres.
_LAND = re.compile("(?:行政区域|[省市县区镇乡]域|国土|幅员|辖区|管辖|区划|版图)[总土地]{0,2}面积$")
_ALL_LAND = re.compile("[总土地]{0,2}面积$")
_ADMINISTRATIVE = re.compile("行政区域|(?:下?辖|管辖)[0-9一二三四五六七八九十]")
_LEAST_LAND = 10**6


def find_magnitudes(reading: Reading) -> Iterator[Conflict]:
    """Values far beyond the range that the dictionary has for their indicator, and areas in square metres."""
    for row in reading.statements:
        if row.measure in _AMOUNTS and (_is_far(row, reading.frame) or _is_no_land(reading, row)):
            said = {"indicator": row.name, "value": words_of(reading, row), "other": ""}
            yield Conflict("unit_misfit", row.start, row.end, said, (), row.last_year or 0, row.last_year or 0)


def _is_own(row: Stated, frame: Frame) -> bool:
    """Whether it is told of all of the document's own area."""
    return not row.area or is_own_area(row.area, frame.level, frame.sign)


def _is_no_land(reading: Reading, row: Stated) -> bool:
    """Whether the area of a county or a zone is told in square metres."""
    unit, value = row.measured_in, value_of(row)
    if unit is None or value is None or unit.dimension != "面积" or not 0 < value < _LEAST_LAND or row.flow:
        return False
    if _LAND.search(row.name):
        return True
    if not _ALL_LAND.fullmatch(row.name) or row.follows >= 0:
        return False
    passage = reading.passages[row.passage].text if row.passage >= 0 else ""
    sentence = passage[row.sentence : passage.find("。", row.position)]
    is_all = row.scope_from is Origin.SAID and (not row.area or row.area[0] in "全我本")
    return is_all or _ADMINISTRATIVE.search(sentence) is not None


def _is_far(row: Stated, frame: Frame) -> bool:
    """Whether a value is far beyond the range that its indicator has in an area of this size."""
    known = row.known if row.exact and not row.vague else None
    if known is None or known.usual is None:
        return False
    value, unit, mine = value_of(row), known.unit, row.measured_in
    if value is None or unit is None or mine is None or unit.dimension != mine.dimension:
        return False
    low, high = (Fraction(str(bound)) * unit.factor for bound in known.usual)
    if row.flow or row.measure is not Measure.LEVEL:
        return value > high * _FAR
    scale = _LEVELS.get(frame.level, _ANY) if _is_own(row, frame) else _ANY
    is_of_all = unit.dimension in _OF_ALL and not known.name.startswith(_EACH) and "人均" not in known.name
    lower, upper = scale if is_of_all else (Fraction(1), scale[1] if known.kind == "count" else Fraction(1))
    return value * _FAR < low * lower or value > high * upper * _FAR
