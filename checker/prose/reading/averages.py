"""Averages told with their total and number in one sentence: 企业200家，产值100亿元，平均每家5000万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage
from checker.quantity import UnitKind

#: 平均每家, 每个项目平均, 户均, 项目平均投资: of what one the average is; `each` may go on with a verb.
_AVERAGE = re.compile(
    r"平均(?:到|至)?(?:每一?|单)(?!年|月|日|天|周|季|小时)(?P<each>[\u4e00-\u9fff]{1,8})"
    r"|(?:每|单)(?P<one>[\u4e00-\u9fff]{1,6}?)平均"
    r"|(?P<of>户|人|亩|套|家|村|件|场|期|校|园|笔|站|县|镇|乡|店|班|单体|单项)均|(?P<yield>亩产|单产)"
    r"|(?P<thing>项目|企业|学校|园区|社区|水库|小区)平均(?!每)"
)
#: What is counted by another word than that of its average.
_SAME = {"人": ("人", "名", "人次", "位"), "校": ("所",), "单体": ("个",), "单项": ("项", "个")}
_MEASURE = re.compile("[个家所座处项名条](?=[\u4e00-\u9fff])")
#: Nouns behind 每个 that say what is counted; any other word there is a verb.
_NOUN = re.compile("项目|企业|学校|村|社区|园区|街道|小区|家庭|县|乡镇|镇|市|区|班级|医院|机构|单位|车间|基地")
_ALL_TOLD = re.compile("[共总计]")
#: Behind an average, what it has been reckoned with: （按年末常住人口5240万人计算）.
_RECKONED = re.compile(r"[（(]按[^（）()]{0,40}")
_REACH, _BEHIND = 400, 40
_NEAR = 20
_NAME = 8
#: What of each is told: no 人均收入增长4.3%.
_MEASURED = (UnitKind.AMOUNT, UnitKind.COUNT)
#: With more totals or numbers than that, nobody can say which the average is of.
_MOST = 3
#: Of these one is no average of the other: 财政收入, 人均财政支出.
_SORTS = re.compile("收入|支出|产值|税收|税|利润|存款|贷款|面积|补[助贴]|工资|奖励?|成本")
_OF_EACH = re.compile("(?<!多年平)均")
_SPENT = re.compile("消费|花费")


class Average(Struct, eq=False):
    """An average with a total and a number that may give it, as figures, and their places in the source."""

    figure: Figure
    total: Figure
    number: Figure
    at: tuple[int, int]
    total_at: tuple[int, int]
    number_at: tuple[int, int]


def find_averages(passage: Passage, shape: Shape) -> Iterator[Sequence[Average]]:
    """The averages of one passage, each with every total and number of its sentence that may give it."""
    text = passage.text
    if "均" not in text and "亩产" not in text and "单产" not in text:
        return
    for found in _AVERAGE.finditer(text):
        begin, end = shape.between_stops(found.start())
        figure = next(iter(find_figures(text, _behind(found), min(found.end() + _NEAR, end))), None)
        unit = figure.quantity.unit if figure is not None else None
        if (
            figure is None
            or unit is None
            or unit.kind not in _MEASURED
            or re.search("[，。；]", text[_behind(found) : figure.start])
        ):
            continue
        sort = text[_behind(found) : figure.start]
        near = max(shape.sentence_at(found.start()), found.start() - _REACH)
        totals = _totals(text, found, figure, sort, near, end)
        numbers = _numbers_for(text, found, figure, sort, near) or _numbers_for(text, found, figure, sort, begin)
        totals = [one for one in totals if one not in numbers]
        first = min((one.start for one in (*numbers, *totals)), default=begin)
        if "其中" in text[first : figure.start]:
            continue  # 其中水稻20万亩，亩产520公斤: the average of a part
        if 1 <= len(numbers) <= _MOST and 1 <= len(totals) <= _MOST:
            yield [_average(passage, figure, total, number) for total in totals for number in numbers]


def _behind(found: re.Match[str]) -> int:
    """Where the words begin behind the word for one: what goes on behind 平均每 may be the verb already."""
    return found.start("each") if found["each"] else found.end()


def _numbers_for(text: str, found: re.Match[str], figure: Figure, sort: str, start: int) -> list[Figure]:
    """How many there are of what the average is of, told from `start` on or in brackets behind it."""
    counted = found["each"] or found["one"] or found["of"] or found["thing"] or "亩"
    before = list(find_figures(text, max(start, found.start() - _REACH), found.start()))
    numbers = _numbers(text, before, counted)
    if not numbers and (reckoned := _RECKONED.match(text, figure.end)) is not None:
        numbers = _numbers(text, list(find_figures(text, figure.end, reckoned.end())), counted)
    return [one for one in numbers if one.unit != "人次" or _SPENT.search(sort) or not found["of"]]


def _totals(text: str, found: re.Match[str], figure: Figure, sort: str, start: int, end: int) -> list[Figure]:
    """What the average may be of; behind it only where a word says that it is all."""
    before = find_figures(text, start, found.start())
    totals = [one for one in before if _dimension(one) == _dimension(figure)]
    totals = [one for one in totals if _may_be_total(text, max(one.start - _NAME, start), one.start, sort)]
    if not totals:
        behind = find_figures(text, figure.end, min(figure.end + _BEHIND, end))
        totals = [
            one
            for one in behind
            if _dimension(one) == _dimension(figure) and _ALL_TOLD.search(text, figure.end, one.start)
        ][:1]
    return [one for one in totals if one.quantity.point]


def _may_be_total(text: str, start: int, end: int, sort: str) -> bool:
    """Whether what stands before a total is of the sort that the average is of."""
    own, other = _SORTS.findall(sort), _SORTS.findall(text, start, end)
    if _OF_EACH.search(text, start, end):
        return False
    return not own or not other or own[-1] == other[-1] or _SPENT.search(sort) is not None


def _numbers(text: str, figures: Sequence[Figure], counted: str) -> list[Figure]:
    """The figures that tell how many there are of what the average is of."""
    usable = [one for one in figures if one.quantity.point and not one.years and _is_count(one)]
    measure = _MEASURE.match(counted)
    noun = _NOUN.match(counted) or (_NOUN.match(counted, measure.end()) if measure is not None else None)
    if noun is not None:
        return [one for one in usable if _is_named(text, one, noun[0])]
    by_unit = [
        one for one in usable if one.unit and (one.unit in _SAME.get(counted, ()) or counted.startswith(one.unit))
    ]
    return by_unit or [one for one in usable if len(counted) == 1 and _is_named(text, one, counted)]


def _is_count(figure: Figure) -> bool:
    unit = figure.quantity.unit
    return unit is not None and (unit.kind is UnitKind.COUNT or unit.dimension in ("面积", "长度"))


def _is_named(text: str, figure: Figure, noun: str) -> bool:
    """Whether the thing of this name stands beside the figure: 30个村, 老旧小区75个."""
    behind = re.match("[\u4e00-\u9fff]{0,10}", text[figure.end : figure.end + 10])
    return (behind is not None and noun in behind[0]) or text.endswith(noun, 0, figure.start)


def _average(passage: Passage, figure: Figure, total: Figure, number: Figure) -> Average:
    return Average(figure, total, number, *(passage.span(one.start, one.end) for one in (figure, total, number)))


def _dimension(figure: Figure) -> str:
    unit = figure.quantity.unit
    return "" if unit is None or figure.years else unit.dimension
