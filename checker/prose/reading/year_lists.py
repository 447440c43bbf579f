"""What is told year by year in one list: 2026年30万平方米，2027年、2028年各40万平方米."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.prose.figures import Figure, figure_at
from checker.source import Expression

_ITEM = Expression(
    r"(?<![0-9])(?P<years>(?:20[0-9]{2}年[、和与及])*20[0-9]{2}年)(?P<told>[^，。；、：:（）0-9]{0,10})(?=[0-9])",
    sign="年[^，。；、：:（）0-9]{0,10}[0-9]",
)
_YEAR = re.compile("20[0-9]{2}")
_JOINT = re.compile("[，、；]|和|及")
#: What is no amount of the year alone: a stock, a bound, a change.
_NO_AMOUNT = re.compile("达|突破|超|约|近|增长|增至|提高|下降|降|累计|至|比")
_FEWEST = 3


class OfYear(Struct, eq=False, frozen=True):
    """The figure of one year of a list, and where the year is told; `plain` says that it is the amount of that year."""

    year: int
    start: int
    end: int
    figure: Figure
    plain: bool


def find_year_lists(text: str) -> Iterator[list[OfYear]]:
    """The lists of one paragraph that tell three years and more, in figures of one kind, in the order of the text."""
    run: list[OfYear] = []
    for found in _ITEM.finditer(text) if text.count("年") >= _FEWEST else ():
        figure = figure_at(text, found.end())
        if figure is None or figure.quantity.unit is None:
            continue
        if run and not (_is_next(text, run[-1].figure.end, found.start()) and _alike(run[-1].figure, figure)):
            yield from _long(run)
            run = []
        plain = _NO_AMOUNT.search(found["told"]) is None
        run += [
            OfYear(int(one[0]), found.start() + one.start(), found.start() + one.end(), figure, plain)
            for one in _YEAR.finditer(found["years"])
        ]
    yield from _long(run)


def _long(run: list[OfYear]) -> Iterator[list[OfYear]]:
    if len(run) >= _FEWEST:
        yield run


def _is_next(text: str, end: int, start: int) -> bool:
    return _JOINT.fullmatch(text, end, start) is not None


def _alike(one: Figure, other: Figure) -> bool:
    left, right = one.quantity.unit, other.quantity.unit
    return left is not None and right is not None and left.dimension == right.dimension
