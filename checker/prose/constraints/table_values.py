"""The values in one row of an indicator table: base and target, each year and all years, growth, powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.messages import Message
from checker.messages.tables import (
    TABLE_VALUE_BACKWARD,
    TABLE_VALUE_CHANGE,
    TABLE_VALUE_GROWTH,
    TABLE_VALUE_SUM,
    TABLE_VALUE_TIMES,
)
from checker.prose.constraints.compare import half_step, is_cap, is_floor, range_of, value_of
from checker.prose.constraints.conflict import Conflict, Place, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.prose.reading.tables import TableRow
from checker.quantity import UnitKind
from checker.statement import Measure, base_factor

_AIMS = ("target", "striving")
_SUM_ROOM = Fraction(1, 50)
#: How far 左右 on one side may reach before a target is certainly worse than its base.
_ABOUT = Fraction(1, 20)
#: By so many points growth at constant prices may lie apart from that of the values.
_PRICES, _NO_PRICES = 2.0, 0.3
_ENDS = (Measure.LEVEL, Measure.CUMULATIVE)
#: Values so many times a power of ten apart are one with a point or a nought too many.
_TENS = (10, 100, 1000, 10_000)
_LEAST, _MOST = Fraction(7, 10), Fraction(2)
#: So few things may well become ten times as many.
_FEW = 50


def find_value_slips(reading: Reading) -> Iterator[Conflict]:
    """Rows whose values cannot be right together, or by themselves; one slip a row."""
    reached = _reached(reading)
    for table in reading.tables:
        for row in table.rows:
            values = [reading.statements[at] for at in row.values]
            found = next(_of_row(reading, row, values, reached.get(row.key, ())), None)
            if found is not None:
                yield found


def _reached(reading: Reading) -> dict[str, list[Stated]]:
    """What the text says has been reached in the base year, by indicator."""
    made: dict[str, list[Stated]] = {}
    for said in reading.statements:
        is_own = said.table < 0 and said.key and not said.vague and not said.area and not said.each
        is_reached = said.tense not in _AIMS and said.last_year == reading.frame.base and said.measure is Measure.LEVEL
        if is_own and is_reached:
            made.setdefault(said.key, []).append(said)
    return made


def _of_row(reading: Reading, row: TableRow, values: Sequence[Stated], reached: Sequence[Stated]) -> Iterator[Conflict]:
    yield from _sums(reading, row, values)
    yield from _times(reading, row, values, reached)
    yield from _backward(reading, row, values, reached)
    yield from _growth(reading, row, values)
    yield from _difference(reading, row, values)


def _slip(reading: Reading, value: Stated, message: Message, *others: Stated) -> Conflict:
    places = tuple(
        Place("cell" if one.table >= 0 else "value", one.start, one.end, words_of(reading, one)) for one in others
    )
    return Conflict("table_value", value.start, value.end, places=places, message=message)


# ---- each year and all years


def _sums(reading: Reading, row: TableRow, values: Sequence[Stated]) -> Iterator[Conflict]:
    total = _total_ahead(values)
    if total is None or total.years is None or value_of(total) is None:
        return
    yearly = [one for one in values if one.measure is Measure.AVERAGE and one.years == total.years]
    # Where the target is told for one year, the years lie between what was before and that.
    ends = yearly or [one for one in values if one.measure is Measure.CUMULATIVE and one.years == 1]
    aims = [one for one in ends if one.tense in _AIMS]
    if not aims or any(not _same_unit(one, total) for one in ends):
        return
    numbers = [number for one in ends if (number := value_of(one)) is not None]
    least, most, whole = min(numbers) * total.years, max(numbers) * total.years, value_of(total)
    assert whole is not None
    is_floored = len(numbers) == 1 and is_floor(aims[0]) and not total.approx and is_floor(total)
    room = max(half_step(total), half_step(aims[0]) * total.years, abs(least) * _SUM_ROOM)
    if whole < least - room or (whole > most + room and not is_floored and not (len(ends) == 1 and not yearly)):
        wanted = aims[0].point * total.years if aims[0].point is not None else Fraction(0)
        message = TABLE_VALUE_SUM(
            name=row.name,
            yearly=words_of(reading, aims[0]),
            wanted=f"{float(wanted):g}",
            value=words_of(reading, total),
        )
        yield _slip(reading, total, message, aims[0])


def _total_ahead(values: Sequence[Stated]) -> Stated | None:
    """What is to come together over several years; what came together before the period is another matter."""
    totals = (one for one in values if one.measure is Measure.CUMULATIVE and (one.years or 0) > 1)
    return next((one for one in totals if one.tense in _AIMS), None)


def _difference(reading: Reading, row: TableRow, values: Sequence[Stated]) -> Iterator[Conflict]:
    """By how much a level is to change in all years, against the levels at both ends: 54.3, 60, 〔5.7〕."""
    levels = [one for one in values if one.measure is Measure.LEVEL and one.years == 1]
    told = _total_ahead(values)
    base = next((one for one in levels if one.tense not in _AIMS), None)
    aim = next((one for one in levels if one.tense in _AIMS), None)
    if told is None or base is None or aim is None or not (_same_unit(base, aim) and _same_unit(told, aim)):
        return
    if (told.first_year or 0) - 1 != base.last_year or told.last_year != aim.last_year:
        return
    left, right, by = value_of(base), value_of(aim), value_of(told)
    if not left or right is None or by is None or any(is_floor(one) or is_cap(one) or one.approx for one in values):
        return
    room = half_step(base) + half_step(aim) + half_step(told)
    in_percent = (right - left) / left * 100 / base_factor(told.measured_in)
    # 〔10〕 may be told in per cent, or be the sum of what is told by the year.
    alike = (abs(right - left), abs(in_percent) * base_factor(told.measured_in))
    if any(abs(abs(by) - one) <= max(room, one * _SUM_ROOM) for one in alike) or _may_be_sum(base, aim, told):
        return
    message = TABLE_VALUE_CHANGE(
        name=row.name, base=words_of(reading, base), target=words_of(reading, aim),
        wanted=f"{float((right - left) / base_factor(aim.measured_in)):g}", value=words_of(reading, told),
    )  # fmt: skip
    yield _slip(reading, told, message, base, aim)


def _may_be_sum(base: Stated, aim: Stated, told: Stated) -> bool:
    """Whether a cumulative value can be what comes together over the years rather than a change."""
    unit = told.measured_in
    left, right, by = value_of(base), value_of(aim), value_of(told)
    assert left is not None
    assert right is not None
    assert by is not None
    return (unit is None or unit.kind is not UnitKind.RATIO) and abs(by) >= min(abs(left), abs(right))


# ---- base and target


def _backward(
    reading: Reading, row: TableRow, values: Sequence[Stated], reached: Sequence[Stated]
) -> Iterator[Conflict]:
    levels = [one for one in values if one.measure in _ENDS and one.years == 1]
    aims = [one for one in levels if one.tense in _AIMS]
    bases = [one for one in levels if one.tense not in _AIMS]
    for aim in aims:
        known = aim.known
        if known is None or known.direction not in ("higher", "lower"):
            continue
        way = 1 if known.direction == "higher" else -1
        # 不低于 of what should rise is a line to hold, and may lie below what has been reached.
        if (is_floor(aim) and way > 0) or (is_cap(aim) and way < 0):
            continue
        for base in bases or reached:
            if (base.last_year or 0) < (aim.last_year or 0) and _same_unit(base, aim) and _is_worse(base, aim, way):
                message = TABLE_VALUE_BACKWARD(
                    name=row.name, base_year=base.last_year, base=words_of(reading, base),
                    year=aim.last_year, value=words_of(reading, aim),
                )  # fmt: skip
                yield _slip(reading, aim, message, base)
                return


def _is_worse(base: Stated, aim: Stated, way: int) -> bool:
    left, right = value_of(base), value_of(aim)
    if left is None or right is None:
        return False
    room = max(half_step(base), half_step(aim))
    if base.approx or aim.approx or is_floor(base) or is_cap(base):
        room = max(room, abs(left) * _ABOUT)
    return (left - right) * way > room


# ---- a power of ten


def _times(reading: Reading, row: TableRow, values: Sequence[Stated], reached: Sequence[Stated]) -> Iterator[Conflict]:
    """A base and a target about ten, a hundred or a thousand times apart: a point or a nought too many."""
    for aim in values:
        if aim.tense not in _AIMS or not (aim.measure is Measure.GROWTH or (aim.measure in _ENDS and aim.years == 1)):
            continue
        bases = [one for one in values if one.tense not in _AIMS and one.measure is aim.measure and one.years == 1]
        for base in bases or (reached if aim.measure is Measure.LEVEL else ()):
            if _same_unit(base, aim) and (times := _powers(base, aim)):
                message = TABLE_VALUE_TIMES(
                    name=row.name, base_year=base.last_year, base=words_of(reading, base),
                    year=aim.last_year, value=words_of(reading, aim), times=times,
                )  # fmt: skip
                yield _slip(reading, aim, message, base)
                return


def _powers(base: Stated, aim: Stated) -> int:
    """How many times the one is the other, if that is about a power of ten; else 0."""
    left, right = value_of(base), value_of(aim)
    if left is None or right is None or min(left, right) <= 0:
        return 0
    is_counted = base.measured_in is not None and base.measured_in.kind is UnitKind.COUNT and left.denominator == 1
    if is_counted and left < _FEW:
        return 0
    times = max(left, right) / min(left, right)
    return round(times) if any(power * _LEAST <= times <= power * _MOST for power in _TENS) else 0


# ---- growth


def _growth(reading: Reading, row: TableRow, values: Sequence[Stated]) -> Iterator[Conflict]:
    """The growth told in a row against that of its values; those in money may be told at constant prices."""
    rate = next((one for one in values if one.measure is Measure.GROWTH and (one.years or 0) > 1), None)
    levels = [one for one in values if one.measure is Measure.LEVEL]
    base = next((one for one in levels if one.tense not in _AIMS), None)
    aim = next((one for one in levels if one.tense in _AIMS), None)
    if rate is None or base is None or aim is None or rate.point is None or not _same_unit(base, aim):
        return
    left, right, unit = value_of(base), value_of(aim), base.measured_in
    if not left or not right or left < 0 or right < 0 or unit is None or unit.kind is UnitKind.RATIO:
        return
    years = (aim.last_year or 0) - (base.last_year or 0)
    if years < 2 or rate.measured_in is None or rate.measured_in.kind is not UnitKind.RATIO:
        return
    implied = (float(right / left) ** (1 / years) - 1) * 100
    told = float(rate.point) * (-1 if rate.rises < 0 else 1)
    room = (_PRICES if "元" in unit.symbol else _NO_PRICES) + float(rate.step) + (0.5 if rate.approx else 0)
    bounded = range_of(rate)
    off = implied - told
    if (is_floor(rate) and off > 0) or (bounded.point is None and not rate.approx and not is_floor(rate)):
        return
    if abs(off) > room:
        message = TABLE_VALUE_GROWTH(
            name=row.name, base=words_of(reading, base), target=words_of(reading, aim),
            wanted=f"{implied:.1f}%", value=words_of(reading, rate),
        )  # fmt: skip
        yield _slip(reading, rate, message, base, aim)


def _same_unit(one: Stated, other: Stated) -> bool:
    left, right = one.measured_in, other.measured_in
    if left is None or right is None:
        return left is right and one.unit == other.unit
    return left.dimension == right.dimension
