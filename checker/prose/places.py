"""Whose text it is, and places and bodies of others where its own belong.

The list of divisions knows real places only; what a plan says of cooperation with other places is not its matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker import resources

_HEAD = 600
_TITLE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,24}?(?:特别行政区|自治区|开发区|示范区|实验区|高新区|新区|自治州|自治县|地区|省|市|县|区|旗|盟))"
    r"\s*(?:国民经济和社会发展|人民政府工作报告|政府工作报告|“十[一二三四五六]五”规划)"
)
_ZONE = ("开发区", "示范区", "实验区", "高新区", "新区")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
#: Level → the signs by which a text of it calls its own area.
_OWN_SIGNS = {"province": "省", "city": "市", "county": "县", "zone": "区"}
_INTENT = re.compile(r"阐明(?P<whose>[\u4e00-\u9fff、]{2,12}?)(?:的)?战略意图")
_INTENT_LEVELS = {
    "national": ("国家", "中央"),
    "province": ("省委", "省政府", "自治区"),
    "city": ("市委", "市政府"),
    "county": ("县委", "区委", "县政府", "区政府"),
    "zone": ("党工委", "管委会", "全区", "我区", "开发区", "经开区", "高新区"),
}
_MINE = re.compile(r"我(?P<sign>[省市县])(?![场长级区])")
_BODY = (
    r"(?:委办公室|委(?!员|托|派)|人民政府|政府|发展和?改革委|发改委|财政局|统计局|自然资源局|生态环境局|教育局|卫生健康委|住房和?城乡建设局|"
    r"工业和信息化局|商务局|科技局|民政局|人大常委会|党工委|管委会|镇|街道办?)"
)
_TOGETHER = re.compile(
    r"[与和同跟及、]$|对标|学习|借鉴|合作|协作|协同|帮扶|援|联合|跨[省市]|结对|共建|来自|赴|到$|在$|向$|驻"
)
_RARE = 2


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """The place a text is of: its name as its title tells it, and its level, a stored word of the model."""

    name: str
    level: str


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A place or body of others in a slot of one's own: where, which, and the level of the text."""

    start: int
    end: int
    words: str


def own_place(text: str) -> OwnPlace | None:
    """Whose plan or report a text is, by its head; None where the head does not tell."""
    found = _TITLE.search(text[:_HEAD].replace("《", " "))
    if found is None:
        return None
    name = re.sub(r"^.*?[年在是的]", "", found["place"]) if len(found["place"]) > 6 else found["place"]
    return OwnPlace(name or found["place"], place_level(name))


def place_level(name: str) -> str:
    """The level of the place called `name`, a stored word of the model."""
    if name.endswith(_ZONE):
        return "zone"
    if name.endswith(("省", "自治区")) or name in _MUNICIPALITIES:
        return "province"
    return "city" if name.endswith(("市", "自治州", "地区", "盟")) else "county"


def own_sign(text: str, level: str | None = None) -> str:
    """省, 市, 县 or 区: how the text calls its own area (我区, 全市), or "" if it does not.

    A zone is 区 and a city 市; provinces and counties go by several signs, so that the commonest counts.
    """
    if level in ("zone", "city"):
        return _OWN_SIGNS[level]
    counted = Counter(re.findall(r"[我全]([省市县区])(?![场长级域])", text))
    if not counted:
        return _OWN_SIGNS.get(level or "", "")
    sign: str = counted.most_common(1)[0][0]
    return sign


def find_foreign_levels(text: str, level: str) -> Iterator[ForeignName]:
    """Bodies and pronouns of another level where the text's own belongs; `level` is a stored word of the model."""
    for found in _INTENT.finditer(text):
        levels = [one for one, words in _INTENT_LEVELS.items() if any(word in found["whose"] for word in words)]
        if levels and level in _INTENT_LEVELS and level not in levels and not _own_city(text, level, found["whose"]):
            yield ForeignName(found.start("whose"), found.end("whose"), found["whose"])
    own = own_sign(text, level)
    mine = [found for found in _MINE.finditer(text) if found["sign"] != own]
    usual = len(re.findall(rf"[我全]{own}(?![场长级域])", text)) if own else 0
    # A few slips among many right ones; a text that says both often means both.
    if own and mine and usual >= 2 * len(mine):
        for found in mine:
            yield ForeignName(found.start(), found.end(), found[0])


def _own_city(text: str, level: str, whose: str) -> bool:
    """Whether a municipality speaks of its own 市委."""
    place = own_place(text)
    return level == "province" and place is not None and place.name in _MUNICIPALITIES and "市" in whose


def find_foreign_places(text: str) -> Iterator[ForeignName]:
    """Bodies of a real place that is neither the text's own nor above or below it, named once or twice."""
    own = own_place(text)
    if own is None:
        return
    near = _near(own.name)
    every = _pattern()
    found_all = [found for found in every.finditer(text) if found["name"] not in near and found["name"] not in own.name]
    counted = Counter(found["name"] for found in found_all)
    for found in found_all:
        before = text[max(found.start() - 12, 0) : found.start()]
        rare = counted[found["name"]] <= _RARE and text.count(found["name"]) <= _RARE
        if rare and not _TOGETHER.search(before) and before[-1:] not in "《“":
            yield ForeignName(found.start(), found.end(), found[0])


@cache
def _provinces() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    rows = resources.read_data("divisions.toml")["province"]
    return tuple((row["name"], tuple(tuple(city) for city in row["cities"])) for row in rows)


@cache
def _pattern() -> re.Pattern[str]:
    """Any city or county of at least three characters with a body of its own behind it."""
    names = {name for _, cities in _provinces() for city in cities for name in city if len(name) >= 3}
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name[1:])
    every = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items()))
    return re.compile(f"(?P<name>{every}){_BODY}")


def _near(own: str) -> frozenset[str]:
    """All places of the province that `own` lies in; none where the list does not know it."""
    for province, cities in _provinces():
        names = {province, *(name for city in cities for name in city if name)}
        short = {name[:-1] for name in names if len(name) > 2}
        if any(one in own for one in names) or any(own.startswith(one) for one in short if len(one) >= 2):
            return frozenset(names)
    return frozenset()
