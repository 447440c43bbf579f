"""The administrative list: which places there are, and which lies in which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from checker import resources

#: Peoples in the names of autonomous prefectures.
_PEOPLES = "藏|回|苗|侗|布依|土家|彝|哈尼|壮|傣|白|景颇|傈僳|羌|蒙古|朝鲜|哈萨克|柯尔克孜"
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})


@lru_cache(maxsize=8192)
def short_place(name: str) -> str:
    """The name of a province or city without its sign: 广西 of 广西壮族自治区."""
    bare = re.sub("(?:特别行政区|(?:[壮回]族|维吾尔)?自治区|地区|[省市盟])$", "", name)
    return re.sub(f"(?:(?:{_PEOPLES})族?)+自治州$", "", bare)


@cache
def _rows() -> Sequence[tuple[str, Sequence[Sequence[str]]]]:
    return [(row["name"], row["cities"]) for row in resources.read_data("divisions.toml")["province"]]


@cache
def provinces() -> Mapping[str, str]:
    """The names of provinces, long and short, with the long ones."""
    return {form: name for name, _ in _rows() for form in (name, short_place(name))}


@cache
def cities() -> Mapping[str, frozenset[str]]:
    """The names of cities, long and short, and of counties, with all long names of what they lie in."""
    found: dict[str, set[str]] = defaultdict(set)
    for province, rows in _rows():
        for city, *counties in rows:
            for county in filter(None, counties):
                found[county] |= {city, province} - {""}
            for name in {city, short_place(city)} - {""}:
                found[name].add(province)
    return {name: frozenset(above) for name, above in found.items()}


def is_municipality(name: str) -> bool:
    """Whether the province with this long name is a city."""
    return name in _MUNICIPALITIES


@cache
def own_names(place: str) -> tuple[frozenset[str], frozenset[str]]:
    """The real places that `place` is or lies in, and those that lie in it, by all their names; empty for others."""
    own = next((name for name in sorted(_every(), key=len, reverse=True) if name in place), "")
    if not own:
        return frozenset(), frozenset()
    long = next((name for name in _every() if short_place(name) == own and name in place), own)
    above = {long, *cities().get(long, ()), provinces().get(long, long)}
    below = {name for name, up in cities().items() if long in up or provinces().get(long) in up}
    return _all_forms(above), _all_forms(below)


@cache
def _every() -> frozenset[str]:
    return frozenset({*provinces(), *(name for name in cities() if len(name) > 2 or not name.endswith(("区", "县")))})


def _all_forms(names: set[str]) -> frozenset[str]:
    return frozenset({*names, *map(short_place, names)})
