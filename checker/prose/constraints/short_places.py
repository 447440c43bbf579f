"""Where a text names a place without its sign, 余杭 for 余杭区, and means that place.

A short name may be that of a water (西湖, 巢湖), of a brand (天府) or of the place above. Better one left out than one
that is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.reading.divisions import cities, provinces

_SIGN = re.compile("(?:新片区|新区|自治[县州旗]|[市县区州盟旗])$")
#: New areas are no divisions: only some go by their name alone.
_NEW_AREA = re.compile("新片?区$")
_SHORTEST = 2
#: Behind a short name: the sign of another place, or the river or lake that it is the name of.
_OTHER = re.compile("省(?!域)|[市县区州盟旗江湖河]")
_WATER = re.compile("[江湖河海]$")
#: What is built in a place: 西湖云栖小镇, 高新区（滨江）.
_BUILT = re.compile(
    "[^，。；：、！？（）《》“”\n]{0,10}?(?:小镇|城|(?<!公)园区?|开发区|街道|社区|[\u4e00-\u9fff]镇)(?=等|[^0-9\u4e00-\u9fff]|$)|）"
)
#: Behind a name that stands in a row with others.
_ROW_GOES_ON = re.compile("[、，。；）等]")


def short_mentions(text: str, place: str, above: str) -> Iterator[int]:
    """Where `text`, the outline of the place `above`, means `place` by its name without the sign."""
    short = _short(place, above)
    starts = [found.start() for found in re.finditer(re.escape(short), text)] if short else []
    if (
        _NEW_AREA.search(place)
        and not _is_division(place, short)
        and not any(_in_row(text, at, short) for at in starts)
    ):
        return
    for start in starts:
        end = start + len(short)
        if _OTHER.match(text, end) or text.startswith(place, start):
            continue
        if _is_water(place, short) and not (_BUILT.match(text, end) or _in_row(text, start, short)):
            continue
        yield start


def _short(place: str, above: str) -> str:
    """The name without its sign; "" where that is the name of what is above, as 云川 of 云川经济开发区 is."""
    short = "" if place.endswith("开发区") else _SIGN.sub("", place)
    is_above = short in provinces() or short == _SIGN.sub("", above)
    return "" if short == place or len(short) < _SHORTEST or is_above else short


def _is_division(place: str, short: str) -> bool:
    return place in cities() or f"{short}区" in cities()


def _is_water(place: str, short: str) -> bool:
    """Whether the name is that of a water; of a city right below a province the city is meant: 珠海, 湛江."""
    above = cities().get(place)
    return _WATER.search(short) is not None and not (above and above <= provinces().keys())


def _in_row(text: str, start: int, short: str) -> bool:
    return text[start - 1 : start] == "、" and _ROW_GOES_ON.match(text, start + len(short)) is not None
