"""What is known of indicators by their names: the dictionary that ships, and what the last words of a name tell.

Names are compared in one wording (规上工业营收 is 规模以上工业营业收入), so that two ways to write one thing meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from checker import resources
from checker.quantity import Unit, parse_unit

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
#: What may stand before the name of a thing, as its kind; and words that begin no kind: 五百米可达公园绿地.
_LONGEST_KIND = 4
#: Words that say themselves what is measured, however long the name before them is.
_MEASURED = ("面积", "总面积", "长度", "里程", "库容", "容积")
_NO_KIND = re.compile("[可内外见进长宽高以范半]")
#: What is counted is named with and without 数: 高新技术企业数. And of a flow 年 says nothing: 年接待游客.
_COUNT_END = re.compile("(?:(?<=企业|机构|床位|平台|项目|团队|车辆|泊位)|(?<=[户家]))数$")
_YEARLY = re.compile("^年(?=接待|旅游|游客|销售|营业收入|交易|发电|供水)")
_MARKS = str.maketrans("", "", " \u3000“”‘’《》「」")


class Known(Struct, eq=False):
    """An indicator or a kind of indicators: `kind` ratio, index, amount, count; `direction` higher, lower, range.

    `flow` is yearly, additive or "" for what stands at a time; `least` and `most` are bounds by definition, `usual`
    the range that it has anywhere, in `unit`. `name` is "" for what only the end of a name tells. `part` is what a
    share or an intensity is of, where its name does not say so; `lowest` the lowest level that has it, "" for any.
    """

    name: str
    kind: str
    direction: str
    unit: Unit | None = None
    flow: str = ""
    least: float | None = None
    most: float | None = None
    usual: tuple[float, float] | None = None
    part: str = ""
    lowest: str = ""


def wording(name: str) -> str:
    """`name` in the wording in which names are compared."""
    plain, same = _same()
    one = _BRACKETS.sub("", plain.sub(lambda found: same[found[0]], name)).translate(_MARKS)
    if one.endswith("数"):
        one = _COUNT_END.sub("", one)
    return _YEARLY.sub("", one) if one.startswith("年") else one


def known_indicator(wording: str) -> Known | None:
    """The indicator that has this name, told in the one wording."""
    return _indicators().get(wording)


@lru_cache(maxsize=4096)
def longest_known(wording: str) -> tuple[Known, int] | None:
    """The indicator whose name is the longest end of these words, and where in them it begins."""
    names, lengths = _indicators(), _lengths()
    size = len(wording)
    for length in lengths:
        if length <= size:
            known = names.get(wording[size - length :])
            if known is not None:
                return known, size - length
    return None


@lru_cache(maxsize=4096)
def by_ending(wording: str) -> Known | None:
    """What the last words of a name tell of it."""
    for endings, known in _heads():
        if wording.endswith(endings):
            return known
    return None


def known_of(wording: str) -> Known | None:
    """What is known of this name: as an indicator, by its longest known end, or by its last words."""
    found = longest_known(wording)
    return found[0] if found is not None else by_ending(wording)


@cache
def _same() -> tuple[re.Pattern[str], dict[str, str]]:
    same = dict(resources.read_data("wordings.toml")["same"])
    return re.compile("|".join(re.escape(word) for word in sorted(same, key=len, reverse=True))), same


@cache
def _indicators() -> dict[str, Known]:
    made: dict[str, Known] = {}
    for row in resources.read_data("dictionary.toml")["indicator"]:
        known = _known(row, row["name"])
        for word in (row["name"], *row["aliases"]):
            made.setdefault(wording(word), known)
    return made


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(name) for name in _indicators()}, reverse=True))


@cache
def _heads() -> tuple[tuple[tuple[str, ...], Known], ...]:
    rows = resources.read_data("dictionary.toml")["head"]
    return tuple((tuple(wording(end) for end in row["ends"]), _known(row, "")) for row in rows)


def _known(row: dict[str, Any], name: str) -> Known:
    usual = row.get("usual")
    return Known(
        name,
        row["kind"],
        row["direction"],
        parse_unit(row["unit"]) if "unit" in row else None,
        row.get("flow", ""),
        row.get("least"),
        row.get("most"),
        (usual[0], usual[1]) if usual else None,
        row.get("part", ""),
        row.get("lowest", ""),
    )


@lru_cache(maxsize=2048)
def thing_dimension(name: str) -> str:
    """What kind of measure things of this name have (面积 of 建成区), "" where nothing is known."""
    for ends, dimension in _things():
        if name.endswith(ends):
            end = next(end for end in ends if name.endswith(end))
            near = len(name) - len(end) <= _LONGEST_KIND or end in _MEASURED
            if near and (name == end or not _NO_KIND.match(name)):
                return dimension
    return ""


@cache
def _things() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(row["ends"]), str(row["dimension"])) for row in resources.read_data("things.toml")["thing"])


@cache
def orders() -> tuple[tuple[str, frozenset[str]], ...]:
    """Names in the one wording that are always larger than others at one time and place."""
    rows = resources.read_data("dictionary.toml")["order"]
    return tuple((wording(row["larger"]), frozenset(map(wording, row["smaller"]))) for row in rows)
