"""Places that cannot all be held: two for one year, a start that was not reached, an aim behind what is held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.messages import Message
from checker.messages.documents import APART_VALUE
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
    for before, one in pairwise(reading.ranks):
        is_next = before.role == "start" and before.sentence == one.sentence and not (before.ahead or one.ahead)
        if is_next and one.steps and before.number - one.steps != one.number:
            yield _conflict(one, before)
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


def find_ranks_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Places held that `second` tells otherwise than `first`, which is called `document`."""
    known: dict[tuple[str, int], set[int]] = {}
    places: dict[tuple[str, int], Rank] = {}
    for one in first.ranks:
        if one.role == "held" and one.year and one.among and not one.ahead:
            known.setdefault(_of_year(one), set()).add(one.number)
            places.setdefault(_of_year(one), one)
    for one in second.ranks:
        other = places.get(_of_year(one))
        if one.role != "held" or one.ahead or other is None or one.number in known[_of_year(one)]:
            continue
        if len(known[_of_year(one)]) == 1:
            message = APART_VALUE(words=one.key, document=document, value=one.words, other=other.words)
            place = Place("document", other.start, other.end, other.words, first)
            yield Conflict("documents_apart", one.start, one.end, places=(place,), message=message)


def _of_year(one: Rank) -> tuple[str, int]:
    """Whose place it is, among whom, of which year: 全省高新区的综合排名 is 全省的高新区综合排名."""
    return one.among + one.key, one.year


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
