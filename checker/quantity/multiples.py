"""Targets told as a multiple of a value: 翻一番, 比2020年翻两番, 增长一倍以上."""

from __future__ import annotations

from dataclasses import dataclass

from checker.source import Expression, fold

_WORDS = Expression(
    r"(?:比(?P<year>[0-9]{4})年?|较(?P<other>[0-9]{4})年?)?"
    r"(?:实现)?(?:翻(?P<times>[一两二三1-3])?番|(?P<double>倍增|增长[一1]倍|doubled)|(?P<four>quadrupled))"
    r"(?P<more>以上)?(?:_since_(?P<since>[0-9]{4}))?"
)
_TIMES = {"一": 1, "1": 1, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3}


@dataclass(slots=True, unsafe_hash=True)
class Multiple:
    """`factor` times the value of `year` (None: of the year before the period); `more`: that or above."""

    factor: int
    year: int | None = None
    more: bool = False


def read_multiple(words: str) -> Multiple | None:
    """The multiple that these words tell, None for any others. 翻一番 is twice, 翻两番 four times as much."""
    found = _WORDS.made.fullmatch(fold(words).strip())
    if found is None:
        return None
    factor = 4 if found["four"] else 2 if found["double"] else 2 ** _TIMES.get(found["times"] or "", 1)
    year = found["year"] or found["other"] or found["since"]
    return Multiple(factor, int(year) if year else None, bool(found["more"]))
