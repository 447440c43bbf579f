"""Places that cannot all be held: two for one year, a start that was not reached, an aim behind what is held."""

from __future__ import annotations

from collections.abc import Iterator

from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.reading import Reading
from checker.prose.reading.ranks import Rank


def find_rank_slips(reading: Reading) -> Iterator[Conflict]:
    """Places that contradict what is told of the same before, one for each thing."""
    held: dict[tuple[str, str], list[Rank]] = {}
    for one in reading.ranks:
        if one.role == "held" and one.year:
            held.setdefault((one.key, one.among), []).append(one)
    told: set[tuple[str, str]] = set()
    for one in reading.ranks:
        if one.members and one.number > one.members:
            yield Conflict("out_of_range", one.start, one.end, {"indicator": one.key, "value": one.words})
            continue
        key = one.key, one.among
        if key in told:
            continue
        other = next((other for other in held.get(key, ()) if other is not one and _apart(other, one, reading)), None)
        if other is not None:
            told.add(key)
            yield _conflict(one, other)


def _apart(held: Rank, one: Rank, reading: Reading) -> bool:
    """Whether `one` cannot be where `held` is."""
    base = reading.frame.base
    if one.role == "held":
        if one.start < held.start or not held.year - held.years < one.year <= held.year:
            return False
        return _differ(held, one)
    if held.year != base or held.ahead:
        return False
    if one.role == "start":
        # 由第9位上升到第6位 behind 十四五 sets out from a time before.
        return one.year > base and not one.ahead and one.number != held.number
    return one.year > base and not one.kept and one.number > held.number


def _differ(one: Rank, other: Rank) -> bool:
    if one.ahead or other.ahead:
        exact, first = (other, one) if one.ahead else (one, other)
        return not exact.ahead and exact.number > first.number
    return one.number != other.number


def _conflict(one: Rank, other: Rank) -> Conflict:
    kind = "target_below_base" if one.role == "aim" else "number_conflict"
    said = {"indicator": one.key, "value": one.words, "other": other.words, "verb": "升"}
    role = "base" if one.role == "aim" else "value"
    return Conflict(
        kind, one.start, one.end, said, (Place(role, other.start, other.end, other.words),), one.year, one.year
    )
