"""Shares told with a part and its whole in one sentence.

床位4200张，其中护理型2520张，占60%; 收到612条，采纳486条，采纳率79.4%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.breakdowns import alike, value_of
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage
from checker.quantity import Comparator, UnitKind

_VERB = "(?:的?(?:比[重例率]|份额)|比)?(?:已|约|均|只|仅|将)?(?:达到?|为|是|到|至|超过?)?(?:了|约|近)?"
#: What a share is of, between 占 and its figure; nothing for 占60% and 占比60%.
_OF = re.compile(rf"占(?!比重?[^，。；]{{0,2}}为主)(?P<whole>[^，。；：占率]{{0,24}}?){_VERB}$")
#: A rate that is named by what has been done: 采纳率, 整改完成率, 达标率.
_RATE = re.compile(rf"(?:^|[，、；（(已])(?P<done>[\u4e00-\u9fff]{{2,4}})率{_VERB}$")
#: What such a rate and its part are both called by.
_STEM = 2
_NOUN = re.compile("[\u4e00-\u9fff]{0,4}")
#: Between a part and its share nothing is named; how the part has changed may be told.
_BESIDE = re.compile(
    r"(?:左右|以上|以内)?(?:[、，（(](?:同比|比上年|较上年|年均)?(?:增长|下降|增加|减少|提高)[0-9.]+[^，。；、0-9]{1,5})?[、，（(）)]*(?:[约共已均]|大约|合计)?"
)
#: Behind a figure that is no part of anything: of another year, or what has been added.
_TURNED = re.compile("同比|比上年|较上年|增长|下降|提高|降低|减少")
_PART_OF = re.compile("其中|含|里")
_NEAR, _REACH = 28, 200
#: No whole is that much smaller than its part; one that is is the number of something else.
_SMALLEST = 2
_MOST = 4


class Portion(Struct, eq=False):
    """A share with the part it is told of, and the figures that may be the whole; `at` and `part_at` in the source.

    `of` is what the words call the whole, "" where they do not; then `wholes` are all there may be.
    """

    share: Figure
    part: Figure
    wholes: Sequence[tuple[Figure, tuple[int, int]]]
    of: str
    at: tuple[int, int]
    part_at: tuple[int, int]


def find_portions(passage: Passage, shape: Shape) -> Iterator[Portion]:
    """The shares of one passage that are told with their part."""
    text = passage.text
    if "%" not in text or not ("占" in text or "率" in text):
        return
    figures = [one for one in find_figures(text) if not one.years]
    for at, share in enumerate(figures):
        if share.unit != "%" or share.quantity.point is None or share.quantity.comparator is not Comparator.EQUAL:
            continue
        begin = max(shape.between_stops(share.start)[0], share.start - _REACH)
        before = [one for one in figures[max(at - _MOST * 2, 0) : at] if one.start >= begin and _is_counted(one)]
        words = text[max(begin, share.start - _NEAR) : share.start]
        made = _of_whole(text, words, before, share) or _of_rate(text, words, before, share.start)
        if made is not None:
            part, wholes, of = made
            spans = [(one, passage.span(one.start, one.end)) for one in wholes[-_MOST:]]
            yield Portion(
                share, part, spans, of, passage.span(share.start, share.end), passage.span(part.start, part.end)
            )


_Made = tuple[Figure, list[Figure], str]


def _of_whole(text: str, words: str, before: list[Figure], share: Figure) -> _Made | None:
    """护理型床位2520张，占60%; 投资960亿元，占总投资1280亿元的75%; 产值183亿元，占工业总产值的22%."""
    found = _OF.search(words)
    if found is None or not before:
        return None
    start = share.start - len(words) + found.start()
    if before[-1].start >= start:
        if len(before) < 2 or share.start - before[-1].end > _STEM or not _are_near(text, before[-2], start):
            return None
        return (before[-2], [before[-1]], "") if alike(before[-2], before[-1]) else None
    part = before[-1]
    if not _are_near(text, part, start):
        return None
    of = found["whole"].strip("的、")
    if of:
        return part, [one for one in before[:-1] if alike(one, part)], of
    lead = [one for one in before[:-1] if alike(one, part) and _PART_OF.search(text, one.end, part.start)]
    return (part, lead[-1:], "") if lead and not text.endswith("占", 0, part.start) else None


def _of_rate(text: str, words: str, before: list[Figure], end: int) -> _Made | None:
    """收到612条，采纳486条，采纳率79.4%: the part is called by what the rate is."""
    found = _RATE.search(words)
    if found is None or len(before) < 2:
        return None
    part = before[-1]
    behind = _NOUN.match(text, part.end)
    called = text[max(part.start - _NEAR, before[-2].end) : part.start] + (behind[0] if behind is not None else "")
    done = found["done"]
    stems = {done[:_STEM], done[-_STEM:]}
    if not any(stem in called for stem in stems) or not _are_near(text, part, end - len(found[0]) + 1):
        return None
    wholes = [
        one
        for one in before[:-1]
        if one.unit == part.unit and value_of(one) * _SMALLEST > value_of(part) and not _is_turned(text, one)
    ]
    return (part, wholes, "") if wholes else None


def _is_counted(figure: Figure) -> bool:
    quantity = figure.quantity
    counted = quantity.unit is not None and quantity.unit.kind in (UnitKind.COUNT, UnitKind.AMOUNT)
    return counted and bool(quantity.point)


def _are_near(text: str, part: Figure, start: int) -> bool:
    """Whether a share whose words begin at `start` is that of this figure: nothing else is told in between."""
    return _BESIDE.fullmatch(text, part.end, start) is not None and not _is_turned(text, part)


def _is_turned(text: str, figure: Figure) -> bool:
    """Whether a figure tells by how much something has changed."""
    return _TURNED.search(text, max(figure.start - _STEM * 2, 0), figure.start) is not None
