"""Tables that list things with their numbers, by themselves: numbers of rows, counts, sums down and across, years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.messages import Message
from checker.messages.registers import (
    REGISTER_ACROSS,
    REGISTER_COUNT,
    REGISTER_NUMBER_GAP,
    REGISTER_NUMBER_TWICE,
    REGISTER_NUMBER_WRONG,
    REGISTER_ROW_TWICE,
    REGISTER_TOTAL,
    REGISTER_YEARS_BACK,
    REGISTER_YEARS_OUT,
)
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.indicator_words import plan_years
from checker.prose.reading import Reading
from checker.prose.reading.registers import Amount, Register, RegisterRow, sums_up
from checker.quantity import write_number

#: So many rows in which columns add up show that they are to.
_SHOWN = 3
#: Of more rows than this each may have been rounded.
_FEW = 3
_FARTHEST = Fraction(1, 2)
_NAME = 3
#: What began that many years before a plan is still built in it.
_OLDEST = 10


def find_register_slips(reading: Reading) -> Iterator[Conflict]:
    """The slips within the tables that list things; where rows are left out or told twice, sums tell no more."""
    for register in reading.registers:
        structure = list(_structure(register))
        yield from structure
        if structure:
            continue
        yield from _counts(register)
        yield from _sums(register)
        yield from _across(register)
        yield from _years(reading, register)


def is_broken(register: Register) -> bool:
    """Whether rows are left out or told twice, so that counts tell nothing."""
    return any(True for _ in _structure(register))


def _structure(register: Register) -> Iterator[Conflict]:
    yield from _numbers(register)
    yield from _twice(register)


def _slip(kind: str, at: tuple[int, int], message: Message, role: str = "line", *places: tuple[int, int]) -> Conflict:
    others = tuple(Place(role, *place, "") for place in places)
    return Conflict(kind, *at, places=others, message=message)


def _at(row: RegisterRow) -> tuple[int, int]:
    return row.start, row.end


# ---- rows


def _numbers(register: Register) -> Iterator[Conflict]:
    """Numbers that do not count on; they may begin anew in each group."""
    rows = register.items
    if not all(row.number.isdigit() for row in rows):
        return
    last = 0
    for at, row in enumerate(rows):
        number, wanted = int(row.number), last + 1
        following = int(rows[at + 1].number) if at + 1 < len(rows) else 0
        others = [(each.start, each.end) for each in rows[max(at - 1, 0) : at]]
        last = number
        if number == wanted or (number == 1 and at):
            continue
        if following == wanted + 1:
            last = wanted
            yield _slip(
                "table_structure", _at(row), REGISTER_NUMBER_WRONG(number=number, wanted=wanted), "line", *others
            )
        elif number == wanted - 1 and at and row.name != rows[at - 1].name:
            yield _slip("table_structure", _at(row), REGISTER_NUMBER_TWICE(number=number), "line", *others)
        elif number == wanted + 1:
            message = REGISTER_NUMBER_GAP(before=wanted - 1, number=number)
            yield _slip("table_structure", _at(row), message, "line", *others)


def _twice(register: Register) -> Iterator[Conflict]:
    seen: dict[tuple[str, str, object], RegisterRow] = {}
    for row in register.items:
        key = row.name, row.group, row.years if row.amounts else None
        first = seen.setdefault(key, row)
        if first is not row and len(row.name) >= _NAME and _alike(first, row):
            yield _slip("table_structure", _at(row), REGISTER_ROW_TWICE(name=row.name), "line", _at(first))


def _alike(one: RegisterRow, other: RegisterRow) -> bool:
    return {at: each.value for at, each in one.amounts.items()} == {
        at: each.value for at, each in other.amounts.items()
    }


def _counts(register: Register) -> Iterator[Conflict]:
    """产业类（4项） over three rows, 合计（13项） over twelve."""
    told = [(line, len(items)) for line, items in register.groups]
    if register.total is not None:
        told.append((register.total, len(register.items)))
    for line, listed in told:
        if line.told is not None and line.told != listed:
            yield _slip("table_count", _at(line), REGISTER_COUNT(name=line.name, told=line.told, listed=listed))


# ---- sums


def _sums(register: Register) -> Iterator[Conflict]:
    """Subtotals that their rows do not come to; a total that neither the subtotals nor all rows come to."""
    for column in sums_up(register):
        head = register.heads[column]
        off = False
        for line, items in register.groups:
            if (wrong := _off(line, items, column)) is not None:
                off = True
                yield _sum_slip(line, head, column, wrong, items)
        total = register.total
        if total is None:
            continue
        lines = [line for line, _ in register.groups]
        whole = _off(total, register.items, column)
        if whole is not None and (not lines or not off or _off(total, lines, column) is not None):
            yield _sum_slip(total, head, column, whole, register.items)


def _off(line: RegisterRow, items: Sequence[RegisterRow], column: int) -> Fraction | None:
    """What the rows come to, where it is not what the line says."""
    told = line.amounts.get(column)
    if told is None or len(items) < 2 or any(column in row.unknown for row in items):
        return None
    amounts = [row.amounts[column] for row in items if column in row.amounts]
    given = sum((each.value for each in amounts), Fraction(0))
    gap = abs(given - told.value)
    return given if _room(told, amounts) < gap <= told.value * _FARTHEST else None


def _room(told: Amount, amounts: Sequence[Amount]) -> Fraction:
    """What rounding leaves open: of many rows one step of the last digit, of few half of it a row."""
    steps = [each.step for each in (told, *amounts)]
    is_whole = all(step == 1 for step in steps)
    if is_whole and len(amounts) <= _FEW:
        return Fraction(0)
    return max(steps) if len(amounts) > _FEW else max(steps) / 2


def _sum_slip(line: RegisterRow, head: str, column: int, given: Fraction, items: Sequence[RegisterRow]) -> Conflict:
    told = line.amounts[column]
    message = REGISTER_TOTAL(head=head, name=line.name or "合计", told=told.words, sum=write_number(given))
    cells = tuple(
        Place("part", each.start, each.end, each.words)
        for row in items
        if (each := row.amounts.get(column)) is not None
    )
    return Conflict("table_value", told.start, told.end, places=cells, message=message)


def _across(register: Register) -> Iterator[Conflict]:
    """One column that is the sum of the others in all rows but one."""
    columns = list(sums_up(register))
    if len(columns) < _SHOWN or len({register.units[column] for column in columns}) > 1:
        return
    rows = [row for row in register.rows if all(column in row.amounts for column in columns)]
    first, others = columns[0], columns[1:]
    gaps = [row.amounts[first].value - sum(row.amounts[column].value for column in others) for row in rows]
    off = [(row, gap) for row, gap in zip(rows, gaps, strict=True) if gap]
    if len(off) == 1 and len(rows) > _SHOWN:
        row, gap = off[0]
        told = row.amounts[first]
        given = write_number(told.value - gap)
        message = REGISTER_ACROSS(name=row.name or "合计", head=register.heads[first], told=told.words, sum=given)
        cells = [(row.amounts[column].start, row.amounts[column].end) for column in others]
        yield _slip("table_value", (told.start, told.end), message, "part", *cells)


# ---- years


def _years(reading: Reading, register: Register) -> Iterator[Conflict]:
    period = plan_years(register.grid.above) or reading.frame.period
    rows = [row for row in register.items if row.years is not None]
    inside = [row for row in rows if row.years is not None and _is_within(row.years, period)]
    for row in rows:
        assert row.years is not None
        first, last = row.years
        said = {"name": row.name, "first": first, "last": last}
        if first > last:
            yield _slip("table_value", row.years_at, REGISTER_YEARS_BACK(**said))
        elif period is not None and not _is_within(row.years, period) and len(inside) * 2 > len(rows):
            message = REGISTER_YEARS_OUT(begin=period[0], end=period[1], **said)
            yield _slip("table_value", row.years_at, message)


def _is_within(years: tuple[int, int], period: tuple[int, int] | None) -> bool:
    if period is None:
        return True
    return period[0] - _OLDEST <= years[0] <= period[1] and period[0] <= years[1]
