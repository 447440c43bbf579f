"""When a goal or a measure is to begin and to be done, as deadlines are written."""

from __future__ import annotations

from checker.model import Goal, Measure
from checker.quantity import DateInterval, parse_date
from checker.syntax import DateRange


def begun_in(thing: Goal | Measure) -> int | None:
    """The year in which it begins, where a beginning and an end are written: 2023 of 2023年—2027年."""
    field = thing.written("deadline")
    value = field.values[0] if field is not None and field.values else None
    if thing.deadline is None or not isinstance(value, DateRange) or value.last is None:
        return None
    return thing.deadline.first.year


def done_by(thing: Goal | Measure) -> DateInterval | None:
    """The time by which it ends: 2024年 of 2022年—2024年, 2023年底 of 2023年底前; None without a deadline."""
    deadline = thing.deadline
    if deadline is None:
        return None
    field = thing.written("deadline")
    value = field.values[0] if field is not None and field.values else None
    if isinstance(value, DateRange) and value.last is not None:
        last = parse_date(value.last.text, deadline.first.year)
        # 2023年10月—12月: the last time is within what was read of both together.
        deadline = last if last is not None and last.last == deadline.last else deadline
    if not deadline.open_start:
        return deadline
    return DateInterval(deadline.first, deadline.last, open_end=deadline.open_end, printed=deadline.printed)
