"""An aim against what has been reached before it: a target below its base, or above, by what is better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.constraints.compare import certainly_below, is_cap, is_floor, power_apart, slipped
from checker.prose.constraints.conflict import Conflict, place_of, times_of, words_of
from checker.prose.constraints.directions import runs_against
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure, Origin

#: A name of one's own that is shorter may be another thing in another chapter.
_LONG = 7
#: So long may the name of what is told to be raised or lowered be: 茶园面积扩大到….
_SHORT = 4

#: Of these less is better, or nobody can say.
_BURDEN = re.compile(
    "排放|耗|死亡|事故|失业|贫困|负债|债务|用地|用水|用电|时限|时间|成本|费|案件|投诉|违|污染|浓度|人口|煤|碳|垃圾|污水|差距|"
    "库存|预算|支出|压减|减少|减量|资金|投资"
)

Key = tuple[object, ...]


def find_bases(reading: Reading) -> Iterator[Conflict]:
    """Aims that lie on the wrong side of what the same text tells of an earlier year."""
    known: dict[Key, list[Stated]] = {}
    for row in reading.statements:
        key = _key_of(row)
        if key is not None:
            known.setdefault(key, []).append(row)
    for rows in known.values():
        yield from _of_one(reading, sorted(rows, key=lambda row: (row.last_year or 0, row.start)))


def _of_one(reading: Reading, rows: list[Stated]) -> Iterator[Conflict]:
    """The aims of one thing that fall behind the last value told of a year before; `rows` by their years."""
    base, before = None, rows[0]
    for row in rows:
        if before.last_year != row.last_year:
            base = before
        before = row
        if base is None or row.tense == "actual" or row.table >= 0:
            continue
        kind = _kind(reading, base, row)
        if kind:
            yield _conflict(reading, kind, base, row)
            return


def _key_of(row: Stated) -> Key | None:
    unit = row.measured_in
    if not row.key or row.vague or row.each or row.flow or row.average or row.last_year is None:
        return None
    if row.measure is not Measure.LEVEL or row.period_from is Origin.DEFAULT or row.unit == "个百分点":
        return None
    if unit is None and (row.unit or not row.exact):
        return None
    return row.key, row.area, unit.dimension if unit is not None else ""


def _kind(reading: Reading, base: Stated, row: Stated) -> str:
    """What is wrong with an aim that sets out from `base`, "" for nothing."""
    if slipped(base, row):
        return "unit_slip" if row.exact or power_apart(base, row) else ""
    if not row.exact and ((is_floor(row) and not row.moves) or _is_short(reading, base, row)):
        return ""
    known = row.known or base.known
    direction = known.direction if known is not None else _usual_direction(row)
    if row.reaches and runs_against(row.rises, base, row):
        against = direction in ("higher", "lower") and (row.rises > 0) is (direction == "higher")
        return "target_below_base" if against or not direction else "direction_conflict"
    if row.keeps or _is_line(row, direction):
        return ""
    if direction == "higher" and not is_cap(row):
        return "target_below_base" if certainly_below(row, base) else ""
    if direction == "lower" and not is_floor(row):
        return "target_below_base" if certainly_below(base, row) else ""
    return ""


def _is_short(reading: Reading, base: Stated, row: Stated) -> bool:
    """Whether a name says too little for figures that stand apart: not for two steps of one sentence.

    What is raised or lowered, and what the part about the aims tells after the one about the results, is told of all.
    """
    if (base.passage, base.sentence) == (row.passage, row.sentence):
        return False
    of_all = not row.thing and not base.thing and _is_aim_of_all(reading, row) and _is_result_of_all(reading, base)
    return len(row.key) < (_SHORT if row.reaches or of_all else _LONG)


def _is_aim_of_all(reading: Reading, row: Stated) -> bool:
    section = reading.section_at(row.start)
    return section.tense == "target" and section.last == row.last_year and section.origin != "document"


def _is_result_of_all(reading: Reading, row: Stated) -> bool:
    return reading.section_at(row.start).tense == "actual" and row.last_year == reading.frame.base


def _is_line(row: Stated, direction: str) -> bool:
    """Whether an aim is a line that is to be held, not a value to be reached: 5%以上, 5.5%以内, 失业率5.5%左右."""
    about = row.approx and direction == "lower" and not row.reaches
    return (is_floor(row) or is_cap(row) or about) and not row.moves


def _usual_direction(row: Stated) -> str:
    """The direction of what nobody has written down: more of it is better, unless its name says otherwise."""
    unit = row.measured_in
    counted = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.AMOUNT)
    return "higher" if counted and row.moves and not _BURDEN.search(row.key) else ""


def _conflict(reading: Reading, kind: str, base: Stated, row: Stated) -> Conflict:
    said = {
        "indicator": row.name,
        "value": words_of(reading, row),
        "other": words_of(reading, base),
        "verb": "升" if row.rises > 0 else "降",
    }
    places = (place_of(reading, base, "base"), *times_of(reading, row, base))
    return Conflict(kind, row.start, row.end, said, places, row.last_year or 0, row.last_year or 0)
