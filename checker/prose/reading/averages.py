"""Averages told with their total and number in one sentence: 企业200家，产值100亿元，平均每家5000万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage
from checker.quantity import UnitKind

_THING = (
    "项目|企业|学校|社区|园区|乡镇|平方公里|公里|公顷|镇|列|家|户|个|人|亩|所|项|套|件|场|期|台|辆|座|处|次|村|县|班|天"
)
_AVERAGE = re.compile(
    rf"平均(?:到|至)?(?:每一?|单)(?:[个家所](?=项目|企业|学校|村|社区|园区|县|乡镇|镇))?(?P<each>{_THING})"
    rf"|(?P<of>户|人|亩|套|家|村|件|场|期|校|园|单体|单项)均|(?P<yield>亩产|单产)|(?:每|单)(?:[个家所](?=项目|企业|学校|村|社区|园区|县|乡镇|镇))?(?P<one>{_THING})平均"
)
#: What is counted by another word than that of its average.
_SAME = {"人": ("人", "名", "人次", "位"), "校": ("所",), "单体": ("个",), "单项": ("项", "个")}
#: Things that are counted with 个, 家 or 所 before them: 30个村.
_NAMED = frozenset({"村", "社区", "园区", "县", "乡镇", "镇", "项目", "企业", "学校"})
_ALL_TOLD = re.compile("[共总计]")
_REACH, _BEHIND = 400, 40
_NEAR = 20
_NAME = 8
#: What of each is told: no 人均收入增长4.3%.
_MEASURED = (UnitKind.AMOUNT, UnitKind.COUNT)
#: With more totals or numbers than that, nobody can say which the average is of.
_MOST = 2


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
    if "均" not in text:
        return
    for found in _AVERAGE.finditer(text):
        start, end = shape.sentence_at(found.start()), shape.sentence_end(found.start())
        figure = next(iter(find_figures(text, found.end(), min(found.end() + _NEAR, end))), None)
        unit = figure.quantity.unit if figure is not None else None
        if (
            figure is None
            or unit is None
            or unit.kind not in _MEASURED
            or re.search("[，。；]", text[found.end() : figure.start])
        ):
            continue
        counted = found["each"] or found["of"] or found["one"] or "亩"
        before = list(find_figures(text, max(start, found.start() - _REACH), found.start()))
        numbers = [one for one in before if _counts(text, one, counted)]
        totals = [one for one in before if _dimension(one) == _dimension(figure) and one not in numbers]
        totals = [one for one in totals if "均" not in text[max(one.start - _NAME, start) : one.start]]
        if not totals:
            behind = find_figures(text, figure.end, min(figure.end + _BEHIND, end))
            totals = [
                one
                for one in behind
                if _dimension(one) == _dimension(figure) and _ALL_TOLD.search(text, figure.end, one.start)
            ][:1]
        totals = [one for one in totals if one.quantity.point]
        first = min((one.start for one in (*numbers, *totals)), default=start)
        if "其中" in text[first : figure.start]:
            continue  # 其中水稻20万亩，亩产520公斤: the average of a part
        if 1 <= len(numbers) <= _MOST and 1 <= len(totals) <= _MOST:
            yield [_average(passage, figure, total, number) for total in totals for number in numbers]


def _average(passage: Passage, figure: Figure, total: Figure, number: Figure) -> Average:
    return Average(figure, total, number, *(passage.span(one.start, one.end) for one in (figure, total, number)))


def _counts(text: str, figure: Figure, counted: str) -> bool:
    """Whether a figure tells how many there are of what the average is of."""
    if not figure.quantity.point or figure.years:
        return False
    if counted in _NAMED:
        behind = re.match("[\u4e00-\u9fff]{0,10}", text[figure.end : figure.end + 10])
        is_named = (behind is not None and counted in behind[0]) or text.endswith(counted, 0, figure.start)
        return figure.unit in ("个", "家", "所") and is_named
    return figure.unit in _SAME.get(counted, (counted,))


def _dimension(figure: Figure) -> str:
    unit = figure.quantity.unit
    return "" if unit is None or figure.years else unit.dimension
