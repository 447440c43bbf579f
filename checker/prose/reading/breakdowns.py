"""Totals with the list of their parts behind them: 46家单位，其中部门18家、街道12家、企业16家.

A list behind 其中 need not be of all parts, so that most only show a total that is too small. It is of all where its
names end alike (产业类5项、空间类3项、民生类4项), where one is what the other is not (采纳、未采纳), where the sentence
has named them before, or where another figure told of each of them makes its own total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from checker.prose.figures import Figure
from checker.quantity import Comparator, UnitKind

_FEWEST, _FEWEST_PAIRS = 3, 2
_GAP, _FAR = 24, 24
_MOST = 24
#: What leads to the parts: 其中, also at the head of the sentence behind; a bracket or nothing only where all are told.
_LEAD = re.compile(r"[\u4e00-\u9fff“”]{0,12}[，。；（(：:]?其中(?:包括|有)?[，：:]?")
_BARE_LEAD = re.compile(r"[\u4e00-\u9fff“”]{0,8}[，（(：:]")
_JOINTS = re.compile("[、，；,]")
_LAST_JOINT = re.compile("[、，；和及与]|以及")
_BREAK = re.compile("[。：:！？（）()]")
#: What a part is not called: words of a change, of another time or of another total.
_NO_PART = re.compile(
    "新增|占|[比较]|同比|增长|增加|下降|减少|累计|[合总共]计|全[市省县区国]|均|年|等$|以[上下]$|约|超|达到?|突破"
)
#: Kinds that overlap: one thing may be of several of them.
_OVERLAPS = re.compile(
    "高新技术|专精特新|小巨人|上市|单项冠军|瞪羚|独角兽|科技型|民营|民间|外资|党员|女|少数民族|以上|重点|示范|智能|数字|绿色|脱贫|"
    "残疾|困难|失业|毕业生|农民工|青年|高层次|获|通过"
)
_TYPES = ("类", "型", "性")
_NEGATIONS = ("未", "非", "不", "没有")
_OPEN = re.compile("等|以上|左右|余")


class Breakdown(Struct, eq=False):
    """A total and its parts; `whole` says that these are all, so that a total that is too large is wrong too."""

    total: Figure
    parts: Sequence[Figure]
    whole: bool


class _Part(Struct, eq=False):
    """A part with its name, and what else is told of it."""

    figure: Figure
    name: str
    other: Figure | None = None


def find_breakdowns(text: str, figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """The totals among `figures` of `text` that a list of parts follows."""
    for at, total in enumerate(figures):
        lead = _LEAD.match(text, total.end) or _BARE_LEAD.match(text, total.end)
        if lead is None or at + _FEWEST >= len(figures) or not is_exact(total):
            continue
        is_told = "其中" in lead[0]
        behind = figures[at + 1 : at + _MOST]
        parts = _run(text, lead.end(), behind, total)
        if len(parts) >= _FEWEST:
            whole = _is_all(text, total, [one.name for one in parts])
            if whole or (is_told and not any(_OVERLAPS.search(one.name) for one in parts)):
                yield Breakdown(total, [one.figure for one in parts], whole)
        elif is_told:
            yield from _pairs(text, lead.end(), figures, at)


def is_exact(figure: Figure) -> bool:
    """Whether it tells one number of things or of something that can be measured, and no bound."""
    quantity = figure.quantity
    kind = quantity.unit.kind if quantity.unit is not None else None
    counted = kind in (UnitKind.COUNT, UnitKind.AMOUNT) or figure.unit in ("金", "银", "铜")
    return counted and quantity.point is not None and quantity.comparator is Comparator.EQUAL and not quantity.approx


def alike(one: Figure, other: Figure) -> bool:
    """Whether the two can be added."""
    left, right = one.quantity.unit, other.quantity.unit
    return left is not None and right is not None and left.dimension == right.dimension


def value_of(figure: Figure) -> Fraction:
    """Its number in the base unit."""
    assert figure.quantity.point is not None
    unit = figure.quantity.unit
    return figure.quantity.point * (unit.factor if unit is not None else 1)


def _run(text: str, start: int, figures: Sequence[Figure], total: Figure) -> list[_Part]:
    """The parts from `start` on, joined by one mark throughout, the last perhaps by 和."""
    parts: list[_Part] = []
    joint, end = "", start
    for figure in figures:
        between = text[end : figure.start]
        if not is_exact(figure) or not alike(figure, total) or len(between) > _GAP or _BREAK.search(between):
            break
        marks = _JOINTS.findall(between)
        if parts and not (marks == [joint] or (not joint and len(marks) == 1) or _is_last(between, marks)):
            break
        if not parts and marks:
            break
        joint = joint or (marks[0] if parts and marks else "")
        name = _name(text, between, figure)
        if _NO_PART.search(name):
            break
        parts.append(_Part(figure, name))
        end = figure.end
        if parts[1:] and not marks:
            break
    if parts and _OPEN.match(text, parts[-1].figure.end):
        return []
    return parts


def _is_last(between: str, marks: Sequence[str]) -> bool:
    return not marks and _LAST_JOINT.search(between) is not None


def _name(text: str, between: str, figure: Figure) -> str:
    """What a part is called: the words before its number behind the joint or, 4个组赴县区, those behind it."""
    before = _LAST_JOINT.split(between)[-1] if between else ""
    if before:
        return before
    found = re.match("[\u4e00-\u9fff]{0,12}", text[figure.end : figure.end + 12])
    return found[0] if found is not None else ""


def _is_all(text: str, total: Figure, names: Sequence[str]) -> bool:
    if all(name and name.endswith(_TYPES) for name in names):
        return True
    if any(f"{sign}{name}" in names for name in names if name for sign in _NEGATIONS):
        return True
    begin = max(text.rfind("。", 0, total.start), text.rfind("；", 0, total.start)) + 1
    before = text[begin : total.start]
    return all(len(name) >= 2 and name in before for name in names)


def _pairs(text: str, start: int, figures: Sequence[Figure], at: int) -> Iterator[Breakdown]:
    """86个项目、总投资412亿元，其中产业项目38个、投资205亿元，…: one of both makes its total, so the other has to."""
    behind = figures[at + 1 : at + _MOST]
    first, second = figures[at - 1] if at else None, figures[at]
    if first is None or second.start - first.end > _FAR or _BREAK.search(text, first.end, second.start):
        return
    if not is_exact(first) or alike(first, second):
        return
    pairs: list[tuple[Figure, Figure]] = []
    end = start
    for one, other in zip(behind[::2], behind[1::2], strict=False):
        lead, between = text[end : one.start], text[one.end : other.start]
        order = (one, other) if alike(one, first) else (other, one)
        if not alike(order[0], first) or not alike(order[1], second) or not (is_exact(one) and is_exact(other)):
            break
        if len(lead) > _GAP or len(between) > _GAP or re.search("[。：]", lead + between):
            break
        pairs.append(order)
        end = other.end
    if len(pairs) < _FEWEST_PAIRS:
        return
    counts, amounts = [one for one, _ in pairs], [other for _, other in pairs]
    is_first, is_second = _makes(first, counts), _makes(second, amounts)
    if is_first and not is_second:
        yield Breakdown(second, amounts, True)
    elif is_second and not is_first:
        yield Breakdown(first, counts, True)


def _makes(total: Figure, parts: Sequence[Figure]) -> bool:
    return value_of(total) == sum((value_of(one) for one in parts), Fraction(0))
