"""Averages told with their total and number in one sentence: 企业200家，产值100亿元，平均每家5000万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage

_AVERAGE = re.compile(
    r"(?P<word>平均每|户均|人均|亩均|每(?=[家户个人亩所]平均)|平均单[个家])(?P<counted>[家户个人亩所项]?)"
)
_COUNTED = {"户均": "户", "人均": "人", "亩均": "亩"}
_REACH = 400
_NEAR = 20


class Average(Struct, eq=False):
    """An average with the total and the number that give it, as figures, and their places in the source."""

    figure: Figure
    total: Figure
    number: Figure
    at: tuple[int, int]
    total_at: tuple[int, int]
    number_at: tuple[int, int]


def find_averages(passage: Passage, shape: Shape) -> Iterator[Average]:
    """The averages of one passage whose sentence tells one total and one number."""
    text = passage.text
    if "均" not in text:
        return
    for found in _AVERAGE.finditer(text):
        start, end = shape.sentence_at(found.start()), shape.sentence_end(found.start())
        counted = _COUNTED.get(found["word"], found["counted"])
        figure = next(iter(find_figures(text, found.end(), min(found.end() + _NEAR, end))), None)
        if figure is None or not counted or figure.quantity.unit is None:
            continue
        before = list(find_figures(text, max(start, found.start() - _REACH), found.start()))
        numbers = [one for one in before if one.unit.endswith(counted) and one.quantity.point]
        totals = [one for one in before if _dimension(one) == _dimension(figure) and one.quantity.point]
        if len(numbers) == len(totals) == 1 and numbers[0] is not totals[0]:
            places = [passage.span(one.start, one.end) for one in (figure, totals[0], numbers[0])]
            yield Average(figure, totals[0], numbers[0], *places)


def _dimension(figure: Figure) -> str:
    unit = figure.quantity.unit
    return "" if unit is None or figure.years else unit.dimension
