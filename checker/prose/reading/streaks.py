"""How many years in a row something has been so: 集装箱吞吐量连续16年位居世界第一."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.prose.reading.clauses import Shape
from checker.prose.reading.lexicon import longest_known, wording
from checker.prose.reading.passages import Passage

_STREAK = re.compile(
    "连续(?P<years>[0-9]{1,2}|[二三四五六七八九十]{1,2})年(?P<held>[\u4e00-\u9fff]{2,14}?第[一二三四五六七八九十0-9]{1,3})"
)
_VERBS = re.compile("稳居|位居|位列|排名|居于|居|保持|蝉联|实现|为|获评|获|评为|荣获|入选")
_NAME = re.compile(r"[\u4e00-\u9fff（）()A-Za-z]{4,24}$")


class Streak(Struct, eq=False):
    """One row of years, from `start` to `end` of the source; `key` is what has been so, `held` what it has been."""

    key: str
    held: str
    years: str
    start: int
    end: int


def find_streaks(passage: Passage, shape: Shape) -> Iterator[Streak]:
    """The rows of years told in one passage, those whose name the dictionary knows."""
    text = passage.text
    if "连续" not in text:
        return
    for found in _STREAK.finditer(text):
        named = _NAME.search(text, shape.clause_at(found.start()), found.start())
        known = longest_known(wording(named[0])) if named is not None else None
        if known is not None:
            held = _VERBS.sub("", found["held"])
            yield Streak(known[0].name, held, found["years"], *passage.span(found.start(), found.end()))
