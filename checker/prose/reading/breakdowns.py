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
from checker.quantity import Comparator, UnitKind, parse_numeral

_FEWEST, _FEWEST_PAIRS = 3, 2
#: What is no more than that part of a total is not left out of a list of three and more.
_LEFT = Fraction(6, 100)
_GAP, _FAR = 24, 24
_MOST = 24
#: What leads to the parts: 其中, also at the head of the sentence behind; a bracket or nothing only where all are told.
_LEAD = re.compile(r"[\u4e00-\u9fff“”]{0,12}[，。；（(：:]?其中(?:包括|有)?[，：:]?")
#: What may be told of a total before its parts are: 872亿元，是“十三五”时期的1.6倍，其中….
_ASIDE = re.compile(r"[\u4e00-\u9fff“”（）()]{0,12}，(?:是|为|占|同比|比|较|增长|年均|完成率)[^，。；]{1,24}")
_BARE_LEAD = re.compile(r"[\u4e00-\u9fff“”]{0,8}[，（(：:]由?")
#: Behind parts that are all: 由小学41所、初中15所、高中6所组成.
_COMPOSED = ("组成", "构成")
#: How the industries are called that make the whole economy.
_INDUSTRIES = {"第一产业", "第二产业", "第三产业"}
_INDUSTRY = 4
#: As many parts as the words before the total count: 五大产业规模达到2200亿元.
_COUNTED = re.compile(
    "(?<![第0-9一二三四五六七八九十])(?P<n>[两二三四五六七八九十]|[2-9]|1[0-9])(?:大|类|个|项|条|家|座|所)[^，。；、0-9]{0,16}$"
)
_JOINTS = re.compile("[、，；,]")
_LAST_JOINT = re.compile("[、，；和及与]|以及")
#: What is told of a part beside its number: 防洪工程62亿元，占31.3%.
_SHARE = re.compile("[，（]占(?:比|总投资|投资|总数|全部)?(?:为|约)?[0-9.]+%）?")
_BREAK = re.compile("[。：:！？（）()]")
#: What a part is not called: words of a change, of another time or of another total.
_NO_PART = re.compile(
    "新增|占|[比较]|同比|增长|增加(?!值)|下降|减少|累计|[合总共]计|全[市省县区国]|均|年|等$|以[上下]$|约|超(?!长|算|高清)|达到?|突破"
)
#: Kinds that overlap: one thing may be of several of them.
_OVERLAPS = re.compile(
    "高新技术|专精特新|小巨人|上市|单项冠军|瞪羚|独角兽|科技型|民营|民间|外资|党员|女|少数民族|以上|重点|示范|智能|数字|绿色|脱贫|"
    "残疾|困难|失业|毕业生|农民工|青年|高层次|获|通过|技改|技术改造|制造业|基础设施|涉农|小微|普惠|中长期|一般贸易|跨境|机电|过夜|直接|税收"
)
#: The last characters of a name tell of what sort it is.
_SORT = 2
_TYPES = ("类", "型", "性")
#: What comes last in a list and leaves nothing over.
_REST = ("其他", "其余")
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
        lead = _lead(text, total, figures[at + 1 : at + 2]) or _BARE_LEAD.match(text, total.end)
        if lead is None or at + _FEWEST_PAIRS >= len(figures) or not is_exact(total):
            continue
        is_told = "其中" in lead[0]
        behind = [one for one in figures[at + 1 : at + _MOST] if one.start >= lead.end()]
        parts = _run(text, lead.end(), behind, total)
        if len(parts) >= _FEWEST:
            whole = _is_all(text, total, parts) or (is_told and _is_nearly_all(total, parts))
            if whole or (is_told and not any(_OVERLAPS.search(one.name) for one in parts)):
                yield Breakdown(total, [one.figure for one in parts], whole)
        elif is_told and len(parts) == _FEWEST_PAIRS and _are_apart(*(one.name for one in parts)):
            yield Breakdown(total, [one.figure for one in parts], False)
        elif is_told:
            yield from _pairs(text, lead.end(), figures, at)


def _lead(text: str, total: Figure, after: Sequence[Figure]) -> re.Match[str] | None:
    """The words that lead from a total to its parts, behind what else is told of it."""
    aside = _ASIDE.match(text, total.end)
    if aside is not None and not any(one.start < aside.end() and alike(one, total) for one in after):
        return _LEAD.match(text, total.end) or _LEAD.match(text, aside.end())
    return _LEAD.match(text, total.end)


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
        if parts and _is_share(figure) and _SHARE.search(text, figure.start - 8, figure.end):
            continue
        between = _SHARE.sub("", text[end : figure.start])
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


def _is_share(figure: Figure) -> bool:
    unit = figure.quantity.unit
    return unit is not None and unit.kind is UnitKind.RATIO


def _is_last(between: str, marks: Sequence[str]) -> bool:
    return not marks and _LAST_JOINT.search(between) is not None


def _name(text: str, between: str, figure: Figure) -> str:
    """What a part is called: the words before its number behind the joint or, 4个组赴县区, those behind it."""
    before = _LAST_JOINT.split(between)[-1] if between else ""
    if before:
        return before
    found = re.match("[\u4e00-\u9fff]{0,12}", text[figure.end : figure.end + 12])
    return found[0] if found is not None else ""


def _is_all(text: str, total: Figure, parts: Sequence[_Part]) -> bool:
    """Whether the parts are all there are, by their names or by what stands around them."""
    names = [one.name for one in parts]
    if text.startswith(_COMPOSED, parts[-1].figure.end) or {name[:_INDUSTRY] for name in names} == _INDUSTRIES:
        return True
    if names[-1].startswith(_REST) or all(name and name.endswith(_TYPES) for name in names):
        return True
    if any(f"{sign}{name}" in names for name in names if name for sign in _NEGATIONS):
        return True
    begin = max(text.rfind("。", 0, total.start), text.rfind("；", 0, total.start)) + 1
    before = text[begin : total.start]
    if (counted := _COUNTED.search(before)) is not None and parse_numeral(counted["n"].replace("两", "二")) == len(
        names
    ):
        return True
    return all(len(name) >= 2 and name in before for name in names)


def _is_nearly_all(total: Figure, parts: Sequence[_Part]) -> bool:
    """Whether parts that are told to be some leave less over than a drafter would leave untold."""
    if any(_OVERLAPS.search(one.name) for one in parts):
        return False
    rest = value_of(total) - sum((value_of(one.figure) for one in parts), Fraction(0))
    return 0 < rest <= value_of(total) * _LEFT


def _are_apart(one: str, other: str) -> bool:
    """Whether two parts are of one sort, 特别国债 and 专项债券, and none of them may be among the other."""
    if not one or not other or one in other or other in one or _OVERLAPS.search(one) or _OVERLAPS.search(other):
        return False
    return not set(one[-_SORT:]).isdisjoint(other[-_SORT:])


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
