"""Whose text it is: its place by its head, the level of that, and how it calls its own area."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from checker.source import Expression

_HEAD = 600
_TITLE = Expression(
    r"(?P<place>[\u4e00-\u9fff]{2,24}?(?:特别行政区|自治区|开发区|示范区|实验区|高新区|新区|自治州|自治县|地区|省|市|县|区|旗|盟))"
    r"\s*(?:国民经济和社会发展|人民政府工作报告|政府工作报告|“十[一二三四五六]五”规划)",
    "国民经济和社会发展",
    "政府工作报告",
    "五”规划",
)
_ZONE = ("开发区", "示范区", "实验区", "高新区", "经开区", "新区", "合作区", "保税区")
#: A zone goes by its long name and its short one.
_SHORT = (
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
)
#: What a name has before that of the place itself: 珩州市 of 珩州市芷泉区.
_UPPER = Expression(
    r"^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|州|地区|盟))+(?=[\u4e00-\u9fff]{2,}(?:市|区|县|旗|州|盟)$)"
)
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
#: Level → the signs by which a text of it calls its own area.
_OWN_SIGNS = {"province": "省", "city": "市", "county": "县", "zone": "区"}


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """The place a text is of: its name as its title tells it, and its level, a stored word of the model."""

    name: str
    level: str


def own_place(text: str) -> OwnPlace | None:
    """Whose plan or report a text is, by its head; None where the head does not tell."""
    found = _TITLE.search(text[:_HEAD].replace("《", " "))
    if found is None:
        return None
    name = re.sub(r"^.*?[年在是的]", "", found["place"]) if len(found["place"]) > 6 else found["place"]
    return OwnPlace(name or found["place"], place_level(name))


def place_key(name: str) -> str:
    """The one name of a place by which documents of it meet: 云川市望水经济开发区 is 望水经开区."""
    name = _UPPER.made.sub("", name)
    for long, short in _SHORT:
        if name.endswith(long):
            return name.removesuffix(long) + short
    return name


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
