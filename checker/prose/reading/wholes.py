"""Wholes and the parts that are told to be all of them: 22项指标，包括20项…和2项…; A 9枚、B 5枚，合计14枚.

Parts are all there is where a word says so (包括, 分为, 合计) or where their names leave nothing else (预期性 and
约束性, 城镇 and 农村).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.breakdowns import alike, find_breakdowns, is_exact, value_of
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage
from checker.prose.reading.year_lists import OfYear
from checker.quantity import UnitKind

_LINK = re.compile(
    r"[^，。；、“”0-9]{0,12}?(?:，|：|:|（|\(|——)?(?:[每各]年|逐年|依次|各[类级项市县区][^，。；、0-9]{0,4})?(?P<link>分为[一二三四五六七八九十]类[：:]|包括|包含|分别[是为]|即|其中|含|：|:|（|\()"
)
_ALL = re.compile("分为|包括|包含|分别|即")
#: Names of two parts that leave nothing else.
_COMPLEMENTS = (
    ("预期性", "约束性"), ("中央", "地方"), ("城镇", "农村"), ("城镇", "乡村"), ("城市", "农村"), ("男", "女"),
    ("进口", "出口"), ("上半年", "下半年"),
    ("国内", "境外"), ("境内", "境外"), ("公办", "民办"), ("国有", "民营"), ("一般", "重大"),
)  # fmt: skip
_OPEN = re.compile(r"等|以上|约(?!束)|左右|余|多|近|超")
_OPEN_BEHIND = re.compile("等|以[上下]|左右|余|多(?![种项个家])")
_FEWEST = 2
_TRIGGER = re.compile(
    "包括|包含|分为|其中|[合共总]计|[一总]共|共有?[0-9]|，总|约束性|分别[是为]|即|[未非]|，由|[（：][\u4e00-\u9fff]{2,12}[0-9]"
)
#: The word for a sum, with how many are summed or whose it is: 三项合计, 全市共.
_SUM = re.compile(
    r"[，,、（(]?(?:以上|上述|前述)?(?:[两二三四五六七八九十0-9]{1,2}(?:[项类者个家种方地区园]|部分)[^，。；、0-9]{0,6})?"
    r"(?:全[市县区省])?(?:合计|共计|总计|一共|总共|共|总(?P<noun>投资|面积|规模|里程|长度)额?)(?:为|达到?|有)?$"
)
#: Between two parts that stand in clauses of their own: ，农村劳动力转移就业.
_NAMED = re.compile("[，、][\u4e00-\u9fff]{2,14}")
_THIRD = re.compile("(?:[、和及与]|以及)[\u4e00-\u9fff]{2,14}")
_PARTED = re.compile("[。；：]")
#: Behind a number that belongs to a name: 3000吨级泊位.
_OF_NAME = re.compile("[级型号]")
#: So many rounded parts are rarely off by more than one of the last digit together.
_FEW_PARTS = 5
_REACH = 400
_GAP = 24
_MOST = 40
_PLAN_YEARS = 5
_YEARS_REACH, _WHOSE = 90, 10
_OF_ONE_YEAR = re.compile("年均|平均|每年|其中|增加|增长|多")
_OF_YEARS = re.compile("[五5]年|“十[三四五六]五”|累计|合计|总投资|20[0-9]{2}年?[—–-]20[0-9]{2}年")
_LEADS_TO_YEARS = re.compile("[^，。；0-9]{0,6}[，：（](?:其中|分年度看|分别为?|即)?[，：]?")


class Whole(Struct, eq=False):
    """A total, from `start` to `end` of the source, the places of its parts, and what these come to.

    `total` and `sum` are in the unit of the total; `room` is what rounding leaves open.
    """

    start: int
    end: int
    total: Fraction
    sum: Fraction
    room: Fraction
    unit: str
    parts: tuple[tuple[int, int], ...]


def find_wholes(passage: Passage, shape: Shape) -> Iterator[Whole]:
    """The wholes of one passage with all their parts."""
    text = passage.text
    if not _TRIGGER.search(text):
        return
    every = [one for one in find_figures(text) if not one.years and not _OF_NAME.match(text, one.end)]
    figures = [one for one in every if is_exact(one)]
    for at, figure in enumerate(figures):
        end = min(shape.sentence_end(figure.start), figure.end + _REACH)
        behind = [one for one in figures[at + 1 : at + _MOST] if one.end <= end]
        parts = _listed_behind(text, figure, behind, end) or _complements(text, figure, behind)
        if not parts:
            parts = _summed_before(text, figure, figures[max(at - _MOST, 0) : at], shape.sentence_at(figure.start))
        if parts:
            yield _whole(passage, figure, parts)
    for one in find_breakdowns(text, every):
        made = _whole(passage, one.total, one.parts)
        if one.whole or made.sum > made.total:
            yield made


def find_yearly_wholes(passage: Passage, told: Sequence[OfYear]) -> Iterator[Whole]:
    """The total of what a list tells for each year of a period: 五年投资145亿元，2021年21亿元、2022年25亿元、…."""
    text, years = passage.text, [one.year for one in told]
    parts = [one.figure for one in told]
    if not all(one.plain and is_exact(one.figure) for one in told) or years != list(range(years[0], years[-1] + 1)):
        return
    begin = max(told[0].start - _YEARS_REACH, 0)
    for figure in reversed(list(find_figures(text, begin, told[0].start))):
        before = text[max(figure.start - _WHOSE, begin) : figure.start]
        if not alike(figure, parts[0]) or _OF_ONE_YEAR.search(before):
            continue
        whole = _whole(passage, figure, parts) if is_exact(figure) else None
        is_of_all = _OF_YEARS.search(text, begin, figure.start) or _LEADS_TO_YEARS.fullmatch(
            text, figure.end, told[0].start
        )
        # Fewer years than a plan has may be some of them; what is far off is the total of something else.
        is_near = whole is not None and whole.total < 2 * whole.sum < 4 * whole.total
        if whole is not None and is_near and is_of_all and (len(years) == _PLAN_YEARS or whole.sum > whole.total):
            yield whole
        return


def _listed_behind(text: str, total: Figure, behind: Sequence[Figure], stop: int) -> list[Figure]:
    """The parts of 22项指标，包括20项…和2项….."""
    link = _LINK.match(text, total.end, stop)
    if link is None or not _ALL.match(link["link"]):
        return []
    parts: list[Figure] = []
    for figure in behind:
        between = text[parts[-1].end if parts else total.end : figure.start]
        is_other = parts and "，" in between and "性" not in between and not _NAMED.fullmatch(between)
        if not alike(figure, total) or len(between) > _GAP or is_other:
            break
        parts.append(figure)
    if len(parts) < 2 or _OPEN.search(text, total.end, parts[-1].end + 6):
        return []
    return parts


def _complements(text: str, total: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """The two parts of 25项指标，其中预期性17项、约束性8项."""
    same = [one for one in behind if one.unit == total.unit]
    for first, second in pairwise(same):
        # 由A增加到B，其中…: the parts are those of B.
        if second.start - first.end > _GAP or any(one.end <= first.start for one in same):
            continue
        lead = text[max(total.end, first.start - _GAP) : first.start]
        middle = text[first.end : second.start]
        for one, other in _COMPLEMENTS:
            told = (one in lead and other in middle) or (other in lead and one in middle)
            tail = text[second.end : second.end + 4]
            if told and ("其中" in text[total.end : first.start] or one == "预期性") and "其中" not in tail:
                return [first, second] if not _goes_on(text, second, same) else []
    return []


def _goes_on(text: str, last: Figure, same: Sequence[Figure]) -> bool:
    """Whether a third part stands behind what seemed to be both."""
    after = next((one for one in same if one.start >= last.end), None)
    return after is not None and _THIRD.fullmatch(text, last.end, after.start) is not None


def _summed_before(text: str, total: Figure, before: Sequence[Figure], sentence: int) -> list[Figure]:
    """The parts of A、B分别达到22家、182家，合计204家."""
    word = _SUM.search(text, sentence, total.start)
    if word is None:
        return []
    parts: list[Figure] = []
    end = word.start()
    for figure in reversed(before):
        between = text[figure.end : end]
        is_like = alike(figure, total) or _is_medal(figure, total)
        if figure.start < sentence or not is_like or len(between) > _GAP or _PARTED.search(between):
            break
        if "，" in between and not _NAMED.fullmatch(between):
            break
        if word["noun"] and not text.endswith(word["noun"], sentence, figure.start):
            break
        parts.insert(0, figure)
        end = figure.start
    if len(parts) < _FEWEST:
        return []
    is_open = any(_OPEN_BEHIND.match(text, part.end) for part in parts) or "等" in text[parts[-1].end : word.start()]
    return parts if not is_open else []


def _is_medal(part: Figure, total: Figure) -> bool:
    return part.unit in ("金", "银", "铜") and total.unit in ("枚", "块")


def _step(figure: Figure) -> Fraction:
    unit = figure.quantity.unit
    step = figure.quantity.step * (unit.factor if unit is not None else 1)
    return step if unit is not None and unit.kind is UnitKind.AMOUNT else Fraction(0)


def _whole(passage: Passage, total: Figure, parts: Sequence[Figure]) -> Whole:
    unit = total.quantity.unit
    factor = Fraction(unit.factor) if unit is not None else Fraction(1)
    steps = [_step(one) for one in (total, *parts)]
    room = min(sum(steps, Fraction(0)) / 2, max(steps) * (1 if len(parts) <= _FEW_PARTS else 2)) / factor
    amount = sum((value_of(part) for part in parts), Fraction(0)) / factor
    places = tuple(passage.span(part.start, part.end) for part in parts)
    return Whole(*passage.span(total.start, total.end), value_of(total) / factor, amount, room, total.unit, places)
