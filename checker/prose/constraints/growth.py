"""Growth that does not lead from one figure to the other: base × (1 + g)ⁿ, N times, 翻番, from + change = to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.prose.constraints.compare import CURRENT, is_cap, is_floor, range_of, value_of
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.quantity import Interval, UnitKind
from checker.statement import Measure, Origin, base_factor, price_key
from checker.statement.meeting import told_alike

_ONE = Fraction(1)
_TURNS = (Measure.CHANGE, Measure.GROWTH)
#: Growth of these is told in constant prices, their levels in current ones.
_CONSTANT = re.compile("生产总值|增加值|生产率|可支配收入|纯收入|(?:居民|农民|城乡|人均)[^，。]{0,4}收入|总产出")
_CONSTANT_PRICES = price_key("不变价")
_TAKEN_AWAY = re.compile("撤[销并]|关停|淘汰|退役|拆除|报废|关闭|注销|退出|整合|归并")
#: How far revised figures and price changes usually set two places of a text apart.
_REVISED = Fraction(2, 100)
#: The same of what is told in %, in %.
_REVISED_POINTS = Fraction(3, 10)
#: No more than that part of what has been added.
_OF_CHANGE = Fraction(15, 100)
#: What 翻一番 leaves open above: at least twice as much.
_FOLD_ROOM = Fraction(15, 100)
#: How far prices may set growth in constant ones and levels in current ones apart over five years.
_PRICES = Fraction(25, 100)
#: How far a rate of a base that is reckoned otherwise may set the amount off that it comes to.
_ROUGH = Fraction(6, 100)
#: Growth is told for no more years than that.
_MOST_YEARS = 30

Key = tuple[object, ...]


def find_growth(reading: Reading) -> Iterator[Conflict]:
    """Changes that do not lead from the earlier figure to the later one."""
    yield from _told_together(reading)
    yield from _told_twice(reading)
    yield from _added(reading)
    yield from _told_apart(reading)


def _told_together(reading: Reading) -> Iterator[Conflict]:
    """由A增加到B、增长X: the three stand in one sentence."""
    rows = reading.statements
    starts = {edge.second: edge.first for edge in reading.edges if edge.kind == "from_to"}
    bases = {edge.first: edge.second for edge in reading.edges if edge.kind == "base"}
    for edge in reading.edges:
        start = starts.get(edge.first, bases.get(edge.first)) if edge.kind == "change" else None
        if start is None or rows[start].each or rows[edge.first].each or rows[edge.second].each:
            continue
        base, level, change = rows[start], _total_of(rows, edge.first, rows[start]), rows[edge.second]
        given = _given(base, level, change)
        room = _PRICES if _is_constant(change) else Fraction(0)
        if given is not None and _widened(given, room).disjoint(range_of(level)):
            yield _conflict(reading, base, level, change, given)


def _total_of(rows: Sequence[Stated], at: int, base: Stated) -> Stated:
    """The figure that is held against a base: 累计2150亿元、年均430亿元，比上期的1280亿元 is of the total."""
    level = rows[at]
    if not level.average or base.average or at == 0:
        return level
    before = rows[at - 1]
    same = (before.key, before.area, before.passage, before.sentence) == (
        level.key,
        level.area,
        level.passage,
        level.sentence,
    )
    return before if same and not before.average and told_alike(before, level) else level


def _told_twice(reading: Reading) -> Iterator[Conflict]:
    """成交额42.5亿元，增长25%，比上年增加8.5亿元: one change, told as a rate and as an amount."""
    rows = reading.statements
    changes: dict[int, list[Stated]] = {}
    for edge in reading.edges:
        if edge.kind == "change":
            changes.setdefault(edge.first, []).append(rows[edge.second])
    for number, told in changes.items():
        level = rows[number]
        rate = next((one for one in told if _is_rate(one)), None)
        amount = next((one for one in told if one.measure is Measure.CHANGE and told_alike(one, level)), None)
        if amount is not None and not level.each:
            yield from _times_and_amount(reading, level, amount, told)
        if rate is None or amount is None or level.each or rate.each or not rate.rises or rate.rises != amount.rises:
            continue
        by, to, added = range_of(rate), range_of(level), range_of(amount)
        factor = Interval.at(_ONE) + (by if rate.rises > 0 else -by)
        if _is_constant(rate) or factor.low is None or factor.low <= 0 or to.low is None or to.low <= 0:
            continue
        given = to * (Interval.at(_ONE) - Interval.at(_ONE) / factor)
        if _widened(given if rate.rises > 0 else -given, _ROUGH).disjoint(added):
            base = to - added if rate.rises > 0 else to + added
            sign = "－" if rate.rises > 0 else "＋"
            words = f"{_shown(base, level)}（{words_of(reading, level)}{sign}{words_of(reading, amount)}）"
            yield _conflict(reading, amount, level, rate, base * factor, words)


def _times_and_amount(reading: Reading, level: Stated, amount: Stated, told: Sequence[Stated]) -> Iterator[Conflict]:
    """37家，比2020年增加22家，是2020年的2.5倍: one change, told as an amount and as a multiple."""
    times = next((one for one in told if one.unit == "倍" and _is_times(one)), None)
    if times is None or not amount.rises or times.last_year != (amount.first_year or 0) - 1:
        return
    base = range_of(level) - range_of(amount) if amount.rises > 0 else range_of(level) + range_of(amount)
    if base.low is not None and base.low > 0 and _widened(base * range_of(times), _ROUGH).disjoint(range_of(level)):
        sign = "－" if amount.rises > 0 else "＋"
        words = f"{_shown(base, level)}（{words_of(reading, level)}{sign}{words_of(reading, amount)}）"
        yield _conflict(reading, times, level, times, base * range_of(times), words)


def _is_rate(row: Stated) -> bool:
    unit = row.measured_in
    return row.measure in _TURNS and not row.average and unit is not None and unit.kind is UnitKind.RATIO


def _added(reading: Reading) -> Iterator[Conflict]:
    """机位由16个增加到34个，新增机位20个: what is new is told under the same name in the same sentence."""
    rows = reading.statements
    for edge in reading.edges:
        if edge.kind != "from_to":
            continue
        base, level = rows[edge.first], rows[edge.second]
        nearby = [rows[at] for at in (edge.first - 1, edge.second + 1) if 0 <= at < len(rows)]
        for new in nearby:
            same = (new.key, new.area, new.passage, new.sentence) == (
                level.key,
                level.area,
                level.passage,
                level.sentence,
            )
            is_share = new.follows >= 0 and rows[new.follows].flow == "new"  # 4个（2027年2个、2029年2个）
            if (
                not new.key
                or not same
                or is_share
                or new.flow != "new"
                or new.each
                or base.each
                or not told_alike(new, level)
            ):
                continue
            given = range_of(base) + range_of(new)
            if given.disjoint(range_of(level)) and not _is_taken_away(reading, new):
                yield _conflict(reading, base, level, new, given)


def _is_taken_away(reading: Reading, row: Stated) -> bool:
    """Whether the paragraph tells that some of what there was is no more."""
    return _TAKEN_AWAY.search(reading.passages[row.passage].text) is not None


def _told_apart(reading: Reading) -> Iterator[Conflict]:
    """A level, its growth, and the level of the year before the growth began, wherever they stand."""
    levels, beside = _known_levels(reading)
    tied = {edge.second: edge.first for edge in reading.edges if edge.kind == "change"}
    for number, change in enumerate(reading.statements):
        turns = change.measure in _TURNS or (change.measure is Measure.CUMULATIVE and change.flow == "new")
        turns = turns or (change.unit == "倍" and number in tied)
        if not turns or not _is_ground(change) or change.first_year is None or change.last_year is None:
            continue
        for level in _levels_of(reading, number, tied, beside):
            base = _base_of(change, level, levels, beside)
            if base is None or base is level or not _may_be_held(base, level, change):
                continue
            given = _given(base, level, change)
            if given is not None and not _is_beside(base, level):
                given = _revised(given, base, level)
            if given is not None and given.disjoint(_reached(level)):
                yield _conflict(reading, base, level, change, given)


def _reached(level: Stated) -> Interval:
    """What a level leaves open: an aim that is told as one number is that number."""
    value = value_of(level)
    is_number = level.tense == "target" and value is not None and not (level.approx or is_floor(level) or is_cap(level))
    return Interval.at(value) if is_number and value is not None and level.high is not None else range_of(level)


def _known_levels(reading: Reading) -> tuple[dict[Key, Stated], dict[tuple[int, int], list[Stated]]]:
    """The levels of years by what they are of, and all levels by their sentence.

    What the text itself tells of a year goes before its table.
    """
    levels: dict[Key, Stated] = {}
    beside: dict[tuple[int, int], list[Stated]] = {}
    for row in sorted(reading.statements, key=lambda row: row.table >= 0):
        if row.measure is not Measure.LEVEL or row.last_year is None or not row.key or row.vague or row.each:
            continue
        if row.table >= 0 or row.period_from is not Origin.DEFAULT:
            levels.setdefault((row.key, row.area, row.last_year, _dimension(row)), row)
        if row.table < 0:
            beside.setdefault((row.passage, row.sentence), []).append(row)
    return levels, beside


def _is_beside(base: Stated, level: Stated) -> bool:
    return base.table < 0 and (base.passage, base.sentence) == (level.passage, level.sentence)


def _may_be_held(base: Stated, level: Stated, change: Stated) -> bool:
    """Whether nothing speaks against holding the three against each other: prices, two aims, another paragraph."""
    if level.tense == base.tense == "target" or (_is_constant(change) and level.tense == "actual"):
        return False
    return _is_beside(base, level) or (not _is_constant(change) and level.passage == change.passage)


def _levels_of(
    reading: Reading, number: int, tied: dict[int, int], beside: dict[tuple[int, int], list[Stated]]
) -> Iterator[Stated]:
    """The levels that a change is told to lead to."""
    change = reading.statements[number]
    if number in tied:
        yield reading.statements[tied[number]]
        return
    for level in beside.get((change.passage, change.sentence), ()):
        if (level.key, level.area, level.last_year) == (change.key, change.area, change.last_year):
            yield level


def _base_of(
    change: Stated, level: Stated, levels: dict[Key, Stated], beside: dict[tuple[int, int], list[Stated]]
) -> Stated | None:
    """The level of the year before the change began: of its own sentence, else of the text."""
    # 是2020年的2.5倍 tells the year that it sets out from, 比2020年增长 those behind it.
    year = (change.last_year or 0) if _is_multiple(change) else (change.first_year or 0) - 1
    for base in beside.get((change.passage, change.sentence), ()):
        if (base.key, base.area, base.last_year) == (change.key, change.area, year):
            return base
    if change.measure is Measure.CHANGE or change.flow == "fold":
        # 2020年为38%，2025年达到42%，提高6个百分点: from the only level told before.
        earlier = [
            one
            for one in beside.get((change.passage, change.sentence), ())
            if (one.key, one.area) == (level.key, level.area) and (one.last_year or 0) < (level.last_year or 0)
        ]
        if len(earlier) == 1 and not change.against:
            return earlier[0]
    return levels.get((change.key, change.area, year, _dimension(level)))


def _is_ground(row: Stated) -> bool:
    return bool(row.key) and not row.vague and not row.each and row.table < 0


def _is_constant(change: Stated) -> bool:
    """Whether its growth is in constant prices, so that levels in current ones say nothing of it."""
    unit = change.measured_in
    if unit is None or unit.kind is not UnitKind.RATIO or change.price == CURRENT:
        return False
    return change.price == _CONSTANT_PRICES or _CONSTANT.search(change.key) is not None


def _dimension(row: Stated) -> str:
    unit = row.measured_in
    return unit.dimension if unit is not None else row.unit


def _widened(given: Interval, room: Fraction) -> Interval:
    if not room or given.low is None or given.high is None:
        return given
    return Interval(given.low * (1 - room), given.high * (1 + room))


def _revised(given: Interval, base: Stated, level: Stated) -> Interval:
    """What revised figures leave open: of an amount a share, of a percentage some tenths, and never all the change."""
    if given.low is None or given.high is None:
        return given
    unit, start = level.measured_in, range_of(base)
    least = max(abs(given.low - (start.high or given.low)), abs(given.high - (start.low or given.high))) * _OF_CHANGE
    if unit is not None and unit.kind is UnitKind.RATIO:
        room = _REVISED_POINTS * base_factor(unit)
    else:
        room = max(abs(given.low), abs(given.high)) * _REVISED
    room = min(room, least)
    return Interval(given.low - room, given.high + room)


def _given(base: Stated, level: Stated, change: Stated) -> Interval | None:
    """Where the change leads from the base; None where nobody can say."""
    unit, own = change.measured_in, level.measured_in
    if not told_alike(base, level) or level.measure is Measure.RANK:
        return None
    start, by = range_of(base), range_of(change)
    if start.low is None or start.low <= 0 or (by.low is None and by.high is None):
        return None
    if change.flow == "fold" and change.point is not None:
        given = start * Interval.at(change.point)
        return Interval(given.low, given.high * (1 + _FOLD_ROOM)) if given.high is not None else given
    if change.unit == "倍":
        return start * (by if _is_times(change) else by + Interval.at(_ONE))
    if unit is None:
        return None
    if unit.kind is UnitKind.RATIO and (own is None or own.kind not in (UnitKind.RATIO, UnitKind.POINTS)):
        return _by_rate(base, level, change, start, by)
    is_step = unit.kind is UnitKind.POINTS and own is not None and own.kind is UnitKind.RATIO
    if is_step or (own is not None and unit.dimension == own.dimension and unit.kind is not UnitKind.RATIO):
        return _by_steps(base, level, change, start, by) if change.rises and (is_step or not change.average) else None
    return None


def _by_steps(base: Stated, level: Stated, change: Stated, start: Interval, by: Interval) -> Interval | None:
    """Where as much as that, each year if it is an average, leads from the start."""
    if change.average:
        years = (level.last_year or 0) - (base.last_year or 0)
        if base.last_year is None or not 1 < years <= _MOST_YEARS:
            return None
        by = by * Interval.at(Fraction(years))
    return start + by if change.rises > 0 else start - by


def _is_times(change: Stated) -> bool:
    """Whether it tells how many times as much, 是2020年的3.1倍; 增长2.1倍 is so much more."""
    return change.measure not in _TURNS


def _is_multiple(change: Stated) -> bool:
    return change.unit == "倍" and change.flow != "fold" and _is_times(change)


def _by_rate(base: Stated, level: Stated, change: Stated, start: Interval, rate: Interval) -> Interval | None:
    signed = rate if change.rises >= 0 else -rate
    factor = signed + Interval.at(_ONE)
    if factor.low is not None and factor.low <= 0:
        return None
    if not change.average:
        return start * factor
    years = (level.last_year or 0) - (base.last_year or 0)
    if not 1 < years <= _MOST_YEARS or base.last_year is None:
        return None
    return start * factor.power(years)


def _conflict(
    reading: Reading, base: Stated, level: Stated, change: Stated, given: Interval, words: str = ""
) -> Conflict:
    """A change that does not lead from the base, told by `words` where it is none of the figures, to the level."""
    said = {
        "indicator": level.name or base.name,
        "value": words_of(reading, change),
        "base": words or words_of(reading, base),
        "other": words_of(reading, level),
        "wanted": _shown(given, level),
    }
    places = (place_of(reading, base, "base"), place_of(reading, level))
    return Conflict(
        "growth_unreached", change.start, change.end, said, places, level.last_year or 0, level.last_year or 0
    )


def _shown(given: Interval, level: Stated) -> str:
    """Where growth leads, in the unit of the level, as finely as that is worth saying."""
    from checker.quantity import write_number

    unit = level.measured_in
    factor = unit.factor if unit is not None else _ONE
    ends = [write_number(_rounded(end / factor)) for end in (given.low, given.high) if end is not None]
    middle = ends[0] if len(ends) == 1 or ends[0] == ends[-1] else f"{ends[0]}—{ends[-1]}"
    return f"{middle}{level.unit}"


def _rounded(value: Fraction) -> Fraction:
    """Four digits of a value."""
    digits = 3 - (len(str(int(abs(value)))) - 1) if abs(value) >= 1 else 4
    return Fraction(round(value * 10**digits), 10**digits) if digits >= 0 else Fraction(round(value))
