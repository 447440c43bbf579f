"""Totals and their parts: 22项指标，包括20项…和2项…; 三次产业比 1.3:39.7:59; 总量、个数与平均."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.prose.figures import Figure, find_figures
from checker.quantity import Comparator, UnitKind, write_number

_SENTENCE = re.compile(r"[^。；！？;\n]+")
_LINK = re.compile(
    r"^[^，。；、“”0-9]{0,12}?(?:，|：|:|（|\(|——)?(?P<link>分为[一二三四五六七八九十]类[：:]|包括|包含|分别[是为]|即|其中|含|：|:|（|\()"
)
_EXHAUSTIVE = re.compile(r"分为|包括|包含|分别|即")
_BINDING = re.compile(r"预期性[^。；]*约束性|约束性[^。；]*预期性")
_NATURES = re.compile(
    r"(?:预期性|约束性)(?:指标)?(?P<one>[0-9]{1,3})(?P<unit>[项个])[^。；0-9]{0,8}(?:预期性|约束性)(?:指标)?(?P<two>[0-9]{1,3})(?:[项个])"
)
_REACH = 400  # parts that stand further behind their total are parts of something else
_MOST = 40
_NEAR = 5  # a total further off is that of something else
_OPEN = re.compile(r"等|以上|约(?!束)|左右|余|多")
_SHARES = re.compile(
    r"(?<![0-9:：∶︰.])(?P<shares>[0-9]{1,2}(?:\.[0-9]+)?(?:[:：∶︰][0-9]{1,2}(?:\.[0-9]+)?){1,3})(?![0-9:：∶︰.])"
)
_STRUCTURE = re.compile(r"(?:产业|结构|构成|城乡|占比|比例)[^，。；]{0,12}$")
_AVERAGE = re.compile(
    r"(?P<word>平均每|户均|人均|亩均|每(?=[家户个人亩所]平均)|平均单[个家])(?P<counted>[家户个人亩所项]?)"
)
_COUNTED = {"户均": "户", "人均": "人", "亩均": "亩"}


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and what its parts come to, as offsets and in words; `parts` are where each stands."""

    start: int
    end: int
    total: str
    listed: str
    parts: tuple[tuple[int, int], ...]


def find_sums(text: str) -> Iterator[Sum]:
    """Totals of one paragraph that their parts, all of one unit and told to be all there are, miss."""
    for sentence in _SENTENCE.finditer(text):
        figures = [one for one in find_figures(text, sentence.start(), sentence.end()) if not one.years]
        for index, total in enumerate(figures[:-2]):
            found = _parts(text, min(sentence.end(), total.end + _REACH), total, figures[index + 1 : index + _MOST])
            if found is not None:
                yield found
                break


def find_natures(text: str) -> Iterator[Sum]:
    """预期性 and 约束性 together against the total that the same paragraph tells before them.

    Every indicator of a plan is one or the other, so that the two are all there is.
    """
    for found in _NATURES.finditer(text):
        counts = [int(found[name]) for name in ("one", "two")]
        totals = list(
            re.finditer(
                rf"(?P<number>[0-9]{{1,3}}){found['unit']}", text[max(found.start() - _REACH, 0) : found.start()]
            )
        )
        numbers = [int(one["number"]) for one in totals]
        if not numbers or sum(counts) in numbers:
            continue
        index = max(range(len(numbers)), key=numbers.__getitem__)
        if abs(numbers[index] - sum(counts)) <= _NEAR:
            places = (found.span("one"), found.span("two"))
            start = max(found.start() - _REACH, 0) + totals[index].start()
            yield Sum(start, start + len(totals[index][0]), totals[index][0], str(sum(counts)), places)


def _parts(text: str, stop: int, total: Figure, rest: list[Figure]) -> Sum | None:
    link = _LINK.match(text[total.end : stop])
    if link is None or not _exact(total):
        return None
    behind = text[total.end : stop]
    if link["link"] in ("其中", "含", "：", ":", "（", "(") and not _BINDING.search(behind):
        return None
    if link["link"] not in ("其中", "含", "：", ":", "（", "(") and not _EXHAUSTIVE.match(link["link"]):
        return None
    parts: list[Figure] = []
    for figure in rest:
        if figure.unit != total.unit or not _exact(figure):
            break
        between = text[parts[-1].end if parts else total.end : figure.start]
        if len(between) > 24 or (parts and "，" in between and "性" not in between):
            break
        parts.append(figure)
    if len(parts) < 2 or _OPEN.search(text[total.end : parts[-1].end + 6]):
        return None
    amount = sum((_value(part) for part in parts), Fraction(0))
    if amount == _value(total) or abs(amount - _value(total)) > _value(total) / 2:
        return None
    places = tuple((part.start, part.end) for part in parts)
    return Sum(total.start, total.end, text[total.start : total.end], write_number(amount), places)


def _exact(figure: Figure) -> bool:
    unit, quantity = figure.quantity.unit, figure.quantity
    counted = unit is not None and unit.kind is UnitKind.COUNT
    return counted and quantity.point is not None and quantity.comparator is Comparator.EQUAL and not quantity.approx


def _value(figure: Figure) -> Fraction:
    point, unit = figure.quantity.point, figure.quantity.unit
    assert point is not None
    return point * unit.factor if unit is not None else point


def find_shares(text: str) -> Iterator[Sum]:
    """Shares of a whole (三次产业比) of one paragraph that do not make 100, beyond their rounding."""
    for found in _SHARES.finditer(text):
        if not _STRUCTURE.search(text, max(found.start() - 24, 0), found.start()):
            continue
        shares = re.split("[:：∶︰]", found["shares"])
        if len(shares) < 3:
            continue
        amount = sum((Fraction(share) for share in shares), Fraction(0))
        step = max(Fraction(1, 10 ** len(share.partition(".")[2])) for share in shares)
        # Every share may be off by half of its last digit; 10 as a sum is a ratio of another kind.
        if abs(amount - 100) > step * len(shares) / 2 and 80 <= amount <= 120:
            yield Sum(found.start(), found.end(), found["shares"], write_number(amount), ())


def find_averages(text: str) -> Iterator[Sum]:
    """Averages of one paragraph that total and number, told in the same sentence, do not give.

    `total` is the average as printed, `listed` what the other two give; `parts` are where these stand.
    """
    for sentence in _SENTENCE.finditer(text):
        for found in _AVERAGE.finditer(text, sentence.start(), sentence.end()):
            told = _average(text, sentence, found)
            if told is not None:
                yield told


def _average(text: str, sentence: re.Match[str], found: re.Match[str]) -> Sum | None:
    counted = _COUNTED.get(found["word"], found["counted"])
    average = next(iter(find_figures(text, found.end(), min(found.end() + 20, sentence.end()))), None)
    if average is None or not counted or average.quantity.unit is None:
        return None
    before = [
        one for one in find_figures(text, max(sentence.start(), found.start() - _REACH), found.start()) if not one.years
    ]
    numbers = [one for one in before if one.unit.endswith(counted) and one.quantity.point]
    dimension = average.quantity.unit.dimension
    totals = [
        one
        for one in before
        if one.quantity.unit is not None and one.quantity.unit.dimension == dimension and one.quantity.point
    ]
    if len(numbers) != 1 or len(totals) != 1 or numbers[0] is totals[0]:
        return None
    number, total = numbers[0], totals[0]
    if number.quantity.unit is None or total.quantity.unit is None:
        return None
    whole = total.quantity.to(average.quantity.unit).rounded()
    count = number.quantity.rounded().scale(number.quantity.unit.factor)
    if count.low is None or count.low <= 0 or average.quantity.approx:
        return None
    given = whole / count
    if not given.disjoint(average.quantity.rounded()):
        return None
    value = _value(total) / _value(number) / average.quantity.unit.factor
    places = ((total.start, total.end), (number.start, number.end))
    listed = write_number(Fraction(round(value * 100), 100))
    return Sum(average.start, average.end, text[average.start : average.end], listed, places)
