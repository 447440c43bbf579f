"""Heads of an indicator table whose years cannot be right: a year twice, not the last of the plan, of another plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.indicator_table import IndicatorTable
from checker.prose.indicator_words import column_role, plan_years
from checker.prose.reading.grids import Grid
from checker.prose.xlsx import Cell

_PAST = ("actual", "expected")
_LOOKS_BACK = re.compile("完成|实际|实现|实施|评估|回顾|基期|现状|预计|末")
_RESULT = re.compile("完成|实际|实现")
_LOOKS_AHEAD = re.compile("目标|指标|规划")
_PERIOD = re.compile("十[二三四五]五")
#: A base is no older than that many years before the plan.
_OLDEST = 3

Place = tuple[int, int]


class OddHead(Struct, eq=False):
    """A head that cannot be right.

    `kind` is twice (two columns of one year), target (not the last year of the plan), base (not a year before it) or
    period (that of another plan); `told` is what it says, `wanted` what it should, `other` the place it is held
    against, (0, 0) for none. What stands in the column `column` states nothing; 0 for none.
    """

    kind: str
    told: str
    wanted: str
    start: int
    end: int
    other: Place = (0, 0)
    column: int = 0


class _Column(Struct, eq=False):
    column: int
    year: int
    tense: str
    place: Place
    result: bool


def find_odd_heads(read: IndicatorTable, grid: Grid, period: Place | None) -> list[OddHead]:
    """The heads of a table that are odd in a document of this period."""
    first = min((row.cell.row for row in read.rows), default=1)
    lines = [line for line in grid.sheet.rows if line[0].row < first]
    if not lines:
        return []
    columns = list(_columns(lines, grid))
    found = list(_twice(columns))
    if period is not None and not found:
        found += _out_of_period(columns, period, grid.above + read.title)
    return [*found, *(_of_other_plan(lines, columns, grid, period) if period is not None else ())]


def _columns(lines: Sequence[Sequence[Cell]], grid: Grid) -> Iterator[_Column]:
    """The columns of values whose heads tell a year."""
    for cell in lines[-1]:
        words = "".join(dict.fromkeys(line[cell.column - 1].text for line in lines))
        role = column_role("".join(words.split()))
        spans = grid.places.get(cell.origin)
        if role.role == "figure" and role.year is not None and cell.is_origin and spans:
            result = _RESULT.search(words) is not None
            yield _Column(cell.column, role.year, role.tense, (spans[0][0], spans[-1][1]), result)


def _twice(columns: Sequence[_Column]) -> Iterator[OddHead]:
    seen: dict[int, _Column] = {}
    for one in columns:
        other = seen.setdefault(one.year, one)
        if one.result is not other.result:
            continue  # What was aimed at beside what came of it.
        if other is not one and (one.tense == other.tense or (one.tense in _PAST) != (other.tense in _PAST)):
            year = str(one.year)
            yield OddHead("twice", year, "", *one.place, other.place, one.column)
            yield OddHead("", year, "", *other.place, one.place, other.column)


def _out_of_period(columns: Sequence[_Column], period: Place, above: str) -> Iterator[OddHead]:
    """A target for a year that is not the plan's last, a base that is not before it."""
    aims = [one for one in columns if one.tense not in _PAST and one.year >= period[0]]
    bases = [one for one in columns if one not in aims]
    if len(aims) == 1 and aims[0].year != period[1] and str(aims[0].year) not in above:
        yield OddHead("target", str(aims[0].year), str(period[1]), *aims[0].place, column=aims[0].column)
    if not aims and len(columns) == 1 and columns[0].tense not in _PAST:
        yield OddHead("target", str(columns[0].year), str(period[1]), *columns[0].place, column=columns[0].column)
    elif not any(period[0] - _OLDEST <= one.year < period[0] for one in bases):
        for one in bases[-1:]:
            if period[1] in (aim.year for aim in aims):
                yield OddHead("base", str(one.year), str(period[0] - 1), *one.place, column=one.column)


def _of_other_plan(
    lines: Sequence[Sequence[Cell]], columns: Sequence[_Column], grid: Grid, period: Place
) -> Iterator[OddHead]:
    """The name of another plan over what is this plan's: “十四五”目标 over 2030年."""
    if period[1] not in (one.year for one in columns):
        return
    wanted = next((word for word in ("十二五", "十三五", "十四五", "十五五") if plan_years(word) == period), "")
    if not wanted:
        return
    for cell in (cell for line in lines for cell in line if cell.is_origin):
        told = _other_plan(cell.text, period)
        spans = grid.places.get(cell.origin)
        if told and spans:
            yield OddHead("period", told, wanted, spans[0][0], spans[-1][1])
    told = _other_plan(grid.above, period)
    if told and len(grid.above) <= 60 and grid.above_at[1]:
        yield OddHead("period", told, wanted, *grid.above_at)


def _other_plan(words: str, period: Place) -> str:
    """The other plan that these words name, "" for none."""
    years = plan_years(words)
    if years is None or years == period or _LOOKS_BACK.search(words) or not _LOOKS_AHEAD.search(words):
        return ""
    found = _PERIOD.search(words)
    return found[0] if found is not None else ""
