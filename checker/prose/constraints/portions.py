"""A share against its part and its whole: 床位4200张，其中护理型2520张，占70%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.prose.constraints.compare import range_of
from checker.prose.constraints.conflict import Conflict, Place, words_of
from checker.prose.reading import Reading
from checker.prose.reading.lexicon import wording
from checker.prose.reading.portions import Portion
from checker.prose.reading.rows import Stated
from checker.quantity import Interval, write_number
from checker.statement import Measure, Origin

_HUNDRED = Fraction(100)
#: What 约, 近 and a share that is not rounded with care leave open of it.
_ABOUT = Fraction(6, 100)
#: How far figures of two places, revised or of other reckonings, usually set a share off.
_REVISED = Fraction(5, 100)
#: Whose a whole is, before its name; nothing but that is no name.
_OWN = re.compile("^(?:全[省市区县州盟国]|我[省市区县州]|本[省市区县]|其|当年|同期)?的?")
_SHORTEST = 2
_AMOUNTS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.AVERAGE)
#: The size of the area of a document is told only once, be its name ever so short.
_AREA = ("总面积", "国土面积", "区域面积", "行政区域面积", "规划面积")

Whole = tuple[Interval, tuple[int, int]]


def find_portions(reading: Reading) -> Iterator[Conflict]:
    """Shares that no figure which may be their whole gives with their part."""
    rows = {(row.start, row.end): row for row in reading.statements if row.table < 0}
    by_key: dict[str, list[Stated]] = defaultdict(list)
    for row in reading.statements if reading.portions else ():
        by_key[row.key].append(row)
    for one in reading.portions:
        part = rows.get(one.part_at)
        if part is None or part.each:
            continue
        is_far, wholes = _wholes(one, part, rows, by_key)
        given = [_given(part, whole) for whole, _ in wholes]
        if given and all(_misses(one, share, is_far=is_far) for share in given):
            yield _conflict(reading, one, part, wholes[-1], given[-1])


def _wholes(
    one: Portion, part: Stated, rows: Mapping[tuple[int, int], Stated], by_key: Mapping[str, Sequence[Stated]]
) -> tuple[bool, list[Whole]]:
    """What may be the whole, and whether it is told elsewhere than in the sentence.

    `rows` are the statements of the running text by their place, `by_key` all of the document by the name of what
    they are of.
    """
    near = [(rows[at], at) for _, at in one.wholes if at in rows]
    if not one.of:
        return False, [(range_of(row), at) for row, at in near if not row.rises]
    of = wording(_OWN.sub("", one.of))
    if len(of) < _SHORTEST:
        return False, []
    named = [(range_of(row), at) for row, at in near if row.key.endswith(of) or of.endswith(row.key or "□")]
    if named:
        return False, named
    return True, [(range_of(row), (row.start, row.end)) for row in _told_elsewhere(by_key.get(of, ()), one, part, of)]


def _told_elsewhere(named: Sequence[Stated], one: Portion, part: Stated, of: str) -> Iterator[Stated]:
    """Of the statements of this name, `of`, the levels of the year and area of the part."""
    unit = part.measured_in
    is_own = one.of != of or not part.area
    for row in named:
        mine = row.measured_in
        if mine is None or unit is None or mine.dimension != unit.dimension or row.measure not in _AMOUNTS:
            continue
        if of in _AREA:
            if is_own and not row.flow and not row.area:
                yield row
        elif not row.vague and not row.average and not row.each and row.period_from is not Origin.DEFAULT:
            same = row.last_year == part.last_year is not None and row.area == ("" if is_own else part.area)
            if same and row.measure is Measure.LEVEL:
                yield row


def _given(part: Stated, whole: Interval) -> Interval | None:
    """The share, in %, that the part is of the whole; None where that cannot be told."""
    own = range_of(part)
    if whole.low is None or whole.low <= 0 or own.low is None or own.high is None or whole.high is None:
        return None
    return own.scale(_HUNDRED) / whole


def _misses(one: Portion, given: Interval | None, *, is_far: bool) -> bool:
    told = one.share.quantity
    if given is None or told.point is None:
        return given is not None
    room = told.step / 2 + told.point * (_ABOUT if told.approx else _REVISED if is_far else 0)
    return given.disjoint(told.rounded().widen(room))


def _conflict(reading: Reading, one: Portion, part: Stated, whole: Whole, given: Interval | None) -> Conflict:
    text = reading.document.source.text
    start, end = whole[1]
    low = given.low if given is not None and given.low is not None else Fraction(0)
    high = given.high if given is not None and given.high is not None else low
    wanted = f"{write_number(Fraction(round((low + high) / 2 * 10), 10))}%"
    words = " ".join(text[start:end].split())
    said = {"value": " ".join(text[one.at[0] : one.at[1]].split()), "wanted": wanted}
    said |= {"part": words_of(reading, part), "total": words}
    places = (Place("part", part.start, part.end, said["part"]), Place("total", start, end, words))
    return Conflict("portion_mismatch", *one.at, said, places)
