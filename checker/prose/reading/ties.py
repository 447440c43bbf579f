"""The ties between a figure and those before it in its sentence: 由…到, how it came about, what it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.prose.reading.figure_words import FigureWords
from checker.prose.reading.rows import Edge, Stated
from checker.statement import Measure

_FARTHEST = 20
_TURNS = (Measure.CHANGE, Measure.GROWTH)
#: Between a whole and a part of it: 59项测评点中上海有22项.
_OUT_OF = re.compile("[\u4e00-\u9fff]{1,10}中(?![心医小学型])(?:[\u4e00-\u9fff]{0,8}有)$")


def find_ties(rows: Sequence[Stated], count: int, told: FigureWords, between: str) -> Iterator[Edge]:
    """The ties of the last of `rows`, which are counted from `count` on, told as `told` is.

    `between` are the words between it and the figure before it.
    """
    if len(rows) < 2 or rows[-2].sentence != rows[-1].sentence:
        return
    row, before, number = rows[-1], rows[-2], count + len(rows) - 1
    if row.unit == "倍" and between == "的" and before.follows == number - 2 >= count:
        # A达到480亿元，是2020年300亿元的1.6倍
        yield Edge("base", number - 2, number - 1)
        yield Edge("change", number - 2, number)
    elif row.follows == number - 1:
        edge = _of_follower(rows, count, told)
        if edge is not None:
            yield edge
            _read_span(rows, count, edge)
            yield from _told_first(rows, count, edge)
            yield from _base_first(rows, number, edge)
    if "其中" in between or (before.unit == row.unit and _OUT_OF.match(between)):
        yield Edge("part", _level_at(rows, count, number - 1), number)


def _read_span(rows: Sequence[Stated], count: int, edge: Edge) -> None:
    """由2020年的A增加到2025年的B，年均增长X: the years of the growth are those between."""
    level, growth = rows[edge.first - count], rows[edge.second - count]
    start = rows[level.follows - count] if edge.kind == "change" and level.follows >= count else None
    if start is None or not start.sets_out or not growth.average or growth.first_year != growth.last_year:
        return
    if start.last_year is not None and level.last_year is not None and start.last_year < level.last_year:
        growth.first_year, growth.last_year = start.last_year + 1, level.last_year


def _of_follower(rows: Sequence[Stated], count: int, told: FigureWords) -> Edge | None:
    """The tie of a figure to the one with whose subject it goes on."""
    row, before, number = rows[-1], rows[-2], count + len(rows) - 1
    turns = row.measure in _TURNS or told.main == "added" or row.unit == "倍"
    if row.against:
        return Edge("base", number - 1, number)
    if turns and before.against:
        return Edge("change", before.follows, number) if before.follows >= 0 else None
    if before.sets_out and not row.sets_out and (row.reaches or told.plain or told.passes):
        row.measure = before.measure
        if told.passes:
            row.rises = row.rises or 1  # 由22万元跃上25万元
        if not before.unit and row.unit and _are_near(before, row):
            before.unit = row.unit  # 由36提高到58万亩
        return Edge("from_to", number - 1, number)
    if turns and before.measure not in _TURNS:
        return Edge("change", number - 1, number)
    if turns and before.follows == number - 2 and before.follows >= count:
        # 由A增加到B、增长X、年均增长Y: both are how B came about.
        above = rows[before.follows - count]
        return Edge("change", above.follows if above.against else before.follows, number)
    if row.measure is Measure.LEVEL and before.measure in _TURNS and row.unit == before.unit == "%" and _is_tier(row):
        row.measure, row.rises, row.average = before.measure, before.rises, before.average  # 增长5%，力争6%
        return None
    if row.measure is Measure.LEVEL and (before.measure in _TURNS or before.flow == "fold"):
        return Edge("change", number, number - 1)
    return None


def _are_near(one: Stated, other: Stated) -> bool:
    """Whether two bare numbers may have one unit."""
    if not one.point or not other.point:
        return False
    return max(one.point, other.point) <= _FARTHEST * min(one.point, other.point)


def _is_tier(row: Stated) -> bool:
    return bool(row.modal) or not row.moves


def _told_first(rows: Sequence[Stated], count: int, edge: Edge) -> Iterator[Edge]:
    """增长3倍，由A增加到B: how it came about stands in front."""
    start = rows[edge.first - count] if edge.kind == "from_to" else None
    if start is not None and start.follows >= count:
        above = rows[start.follows - count]
        if above.flow == "fold" or above.measure in _TURNS or above.rises:
            yield Edge("change", edge.second, start.follows)


def _base_first(rows: Sequence[Stated], number: int, edge: Edge) -> Iterator[Edge]:
    """比2020年的A增加X，达到B: with what it is compared stands in front."""
    if edge.kind == "change" and edge.first == number and len(rows) > 2:
        start = rows[-3]
        if start.against and start.sentence == rows[-1].sentence and rows[-2].follows == number - 2:
            yield Edge("base", number, number - 2)


def _level_at(rows: Sequence[Stated], count: int, number: int) -> int:
    """The row whose growth the row of this number tells, itself if it tells none."""
    while rows[number - count].measure in _TURNS and rows[number - count].follows >= count:
        number = rows[number - count].follows
    return number
