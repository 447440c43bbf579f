"""Wholes against their parts: sums, shares of a whole, a part larger than its whole, an average."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.constraints.compare import certainly_below
from checker.prose.constraints.conflict import Conflict, Place, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.averages import Average
from checker.quantity import UnitKind, parse_unit, write_number
from checker.statement import Measure
from checker.statement.meeting import told_alike

#: Sums that lie farther off are those of something else.
_FARTHEST = Fraction(1, 2)
_HUNDRED = 100
#: What 约 and 左右 leave open, and how far those are apart whom a year begins and ends with, of whom it is per head.
_ABOUT, _PEOPLE = Fraction(10, 100), Fraction(3, 100)
#: 人均, 户均, 平均, 每千人: what is told of each is no whole of anything, and larger for some of them.
_OF_EACH = re.compile("均|每")


def find_sums(reading: Reading) -> Iterator[Conflict]:
    """Totals that all their parts together miss."""
    for one in reading.wholes:
        gap = abs(one.total - one.sum)
        if one.room < gap <= one.total * _FARTHEST:
            said = {"total": _told(reading, one.start, one.end), "listed": f"{write_number(one.sum)}{one.unit}"}
            places = tuple(Place("part", *at, "") for at in one.parts)
            yield Conflict("sum_mismatch", one.start, one.end, said, places)


def find_parts(reading: Reading) -> Iterator[Conflict]:
    """Parts that are larger than what they are told to be part of."""
    rows = reading.statements
    for edge in reading.edges:
        if edge.kind != "part":
            continue
        whole, part = rows[edge.first], rows[edge.second]
        unit = part.measured_in
        if unit is None or unit.kind not in (UnitKind.COUNT, UnitKind.AMOUNT) or part.unit in ("倍", "位"):
            continue
        adds = whole.measure in (Measure.CHANGE, Measure.GROWTH) or (whole.rises and not whole.reaches)
        if adds or part.measure is Measure.CHANGE or not told_alike(whole, part):
            continue
        if whole.last_year != part.last_year or whole.average is not part.average:
            continue
        if any(_OF_EACH.search(name) for name in (whole.name, whole.key, part.name, part.key)):
            continue
        if certainly_below(whole, part):
            said = {"value": words_of(reading, part), "total": words_of(reading, whole)}
            yield Conflict("part_above_whole", part.start, part.end, said, (place_of(reading, whole, "total"),))


def find_shares(reading: Reading) -> Iterator[Conflict]:
    """Shares of a whole told in a row that do not make 100, beyond their rounding."""
    for one in reading.shares:
        amount = sum(one.shares, Fraction(0))
        # Every share may be off by half of its last digit; 10 as a sum is a ratio of another kind.
        if abs(amount - _HUNDRED) > one.step * len(one.shares) / 2 and 80 <= amount <= 120:
            yield Conflict("share_mismatch", one.start, one.end, {"total": one.words, "listed": write_number(amount)})


def find_averages(reading: Reading) -> Iterator[Conflict]:
    """Averages that total and number do not give, beyond the rounding of all three."""
    for every in reading.averages:
        gives = [_given(one) for one in every]
        one, given = every[-1], gives[-1]
        if given is not None and None not in gives:
            said = {"total": _told(reading, *one.at), "listed": given}
            places = (Place("total", *one.total_at, ""), Place("part", *one.number_at, ""))
            yield Conflict("average_mismatch", *one.at, said, places)


def _given(one: Average) -> str | None:
    """What total and number give, None where that may be the average told."""
    average, total, number = one.figure.quantity, one.total.quantity, one.number.quantity
    if average.unit is None or total.unit is None or number.unit is None:
        return None
    counted = parse_unit(one.number.unit)
    scale = number.unit.factor / (counted.factor if counted is not None else 1)  # 60万亩 are 600000 亩
    count = number.rounded().scale(scale)
    if count.low is None or count.low <= 0 or not total.point or not number.point:
        return None
    given = total.to(average.unit).rounded() / count
    is_about = average.approx or total.approx or number.approx
    room = _ABOUT if is_about else _PEOPLE if one.number.unit == "人" else Fraction(0)
    if not given.disjoint(average.rounded().widen((average.point or Fraction(0)) * room)):
        return None
    value = total.point * total.unit.factor / (number.point * scale) / average.unit.factor
    return write_number(Fraction(round(value * _HUNDRED), _HUNDRED))


def _told(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.document.source.text[start:end].removeprefix("达到").split())
