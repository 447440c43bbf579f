"""Names in the slots of the own place that no reader of whole texts would take for a place.

Short names of counties are words too often to be looked for everywhere (和平, 富民); right behind 平安 or 美丽 and at
the end of a clause they are places. Behind 中国式现代化 and before 新篇章 stands the own name, whatever stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker import resources
from checker.prose.reading.divisions import cities, own_names, short_place
from checker.prose.reading.flow import Flow
from checker.prose.reading.frame import Frame
from checker.source import Expression

#: Where a name ends that a slogan is about.
_END = "(?=[，。；、！：”》\\n]|$|建设|新?篇章|实践)"
#: Words about a chapter of history that are no names.
_PRAISE = re.compile(
    "[新的谱写更本各全我与和在]|壮丽|精彩|华彩|辉煌|生动|伟大|光辉|绚丽|美好|时代|动人|建设|事业|[地区市县省城]域|地方|基层|城市"
)
_CHAPTER = Expression(
    "(?:中国式|社会主义)现代化(?P<name>[\u4e00-\u9fff]{2,3}?)(?:新篇章|篇章|新实践|实践|新局面|新画卷|新图景|新答卷)",
    "现代化",
)
_COUNTY_SIGN = re.compile("(?:自治[县旗]|[县区市旗])$")


def find_strange_in_slots(flow: Flow, frame: Frame, level: str) -> Iterator[tuple[int, int]]:
    """Short names of counties of others behind 平安…, 美丽…, and names other than the own one before 新篇章.

    Of a place that the list does not know nobody can tell which counties lie in it: only a county's text is looked at.
    """
    own, below = own_names(frame.place)
    bare = _bare(frame.place)
    mine = own | below | {bare}
    if own or level in ("county", "zone"):
        slots = _slots()
        for found in slots.in_lines(flow.text):
            name = found["name"]
            if name in _counties() and not any(name in one or one in name for one in mine):
                yield found.span("name")
    if f"现代化{bare}" not in flow.text:
        return  # What the text itself never puts there may well be said of the nation.
    for found in _CHAPTER.in_lines(flow.text):
        name = found["name"]
        if not any(name in one or one in name for one in mine) and not _PRAISE.search(name):
            yield found.span("name")


def _bare(place: str) -> str:
    """A place's name without its sign, of whatever level."""
    return _COUNTY_SIGN.sub("", short_place(place)) if len(place) > 2 else place


@cache
def _slots() -> Expression:
    before = resources.read_data("own_slots.toml")["before"]
    return Expression(f"(?:{'|'.join(before)})(?P<name>[\u4e00-\u9fff]{{2}}){_END}", *before)


@cache
def _counties() -> frozenset[str]:
    """The short names of counties that are no words as well."""
    words = set(resources.read_data("own_slots.toml")["also_words"])
    return frozenset(bare for name in cities() if len(bare := _COUNTY_SIGN.sub("", name)) == 2 and name != bare) - words
