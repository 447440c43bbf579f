"""Whose figure it is: the area in front of a name, 全市, 我省, 浦东新区, 中心城区."""

from __future__ import annotations

import re
from functools import cache

from checker import resources

#: The document speaks of all of its own area, or of one above it.
_WHOLE = re.compile(
    r"(?:全国|我国|全[省市区县州盟](?!域)|我[省市区县州盟](?!场)|本[省市区县]|[省市区县]域|全域|市域|全省域)(?:的)?"
)
#: A part that needs no name.
_PART = re.compile(
    r"(?:[东西南北中]部(?:地区)?|[东西]北地区|沿海(?:地区)?|[沿内]边|脱贫(?:地区|县)|民族地区|边境地区|山区|革命老区|主城区|中心城区|中心城|城区|"
    r"新城|县城|县域|郊区|农村(?!居民|劳动力|自来水|生活污水|生活垃圾|公路|卫生)|山区县|自贸(?:试验)?区|临港新片区|都市圈|城市群|长三角(?:地区)?|粤港澳大湾区|大湾区|"
    r"京津冀|开发区|高新区|经开区|示范区|园区|新区|合作区|先行区|功能区|保税区|综保区|国家级新区|各区|各县|部分地区)"
)
#: What lies across the borders of those who plan.
_ACROSS = re.compile("都市圈|城市群|长三角|大湾区|京津冀|[各部]")
#: What no name of a part begins with: a verb, or a word for many.
_NO_NAME = (
    r"(?!建设|打造|推[进动]|加[快强]|优化|提升|发展|构建|完善|壮大|统筹|培育|做[大强优好]|支持|深化|实施|创[建新]|规范|坚持|聚焦|引导|"
    r"鼓励|依托|围绕|高[质水标]|各|全|所有|这些|我|本)"
)
_PART_SIGNS = (
    "产业园区?|科技园|物流园|工业园区?|创业园|软件园|装备园|园区|功能区|开发区|经开区|高新区|保税区|合作区|"
    "新区|片区|街区|城区|库区|景区|新城|主城|副城|组团|街道|小镇|板块|港区|科学城"
)
#: A part that is not in the list of places, by the last words of its name: 东岭产业园, 石桥镇, 生物谷.
_OWN_PART = re.compile(
    rf"{_NO_NAME}[\u4e00-\u9fffA-Za-z0-9·“”]{{1,14}}?(?:{_PART_SIGNS}|(?<![城乡村])[镇乡县]|[园谷港湾岛]|(?<!之)城)"
)
#: Such a part as the first words of a sentence: 临港产业园重点发展….
_OPENING_PART = re.compile(rf"{_NO_NAME}(?P<part>[\u4e00-\u9fff]{{2,8}}?(?:{_PART_SIGNS}))(?![0-9、和与及等]|建设)")
#: What one of several parts is: “一核”指望川主城, “两副”为示县和石桥县.
_DEFINED = re.compile(
    r"“(?:[^“”]{1,8}”(?:是?指的?是?|即是?)|[一两双三四五六七八九](?!五)[^“”]{1,5}”(?:为|是|包括|分别[是为]))"
    r"(?P<part>[^，。；：！？]{2,24})[，：]"
)
#: A clause that only says of which side what follows is: 茶叶方面，.
_SIDE = re.compile(r"(?:在)?(?P<side>[^，。；：！？、0-9]{2,12})(?:方面|领域|板块)[，：]")
#: Behind a place: a body that is named for it.
_BODY = re.compile("大学|学院|银行|[委办]|政府|医院|中学|博物|晚报|日报")
_OWN = frozenset({"全域", "全社会", "市域", "全市域", "县域", "区域"})
#: What a zone calls itself.
_ZONES = frozenset({"开发区", "经开区", "高新区"})
_SIGNS = ("省", "市", "区", "县", "州", "盟", "旗")


def area_of(name: str, own: str) -> tuple[str, int]:
    """The area in front of `name`, and how many characters it takes; "" and 0 for none.

    `own` is the document's own place; its own name, long or short, counts as 全域.
    """
    if own:
        short = own.rstrip("省市县区州盟旗") if len(own) > 2 else own
        for word in (own, short):
            if len(word) >= 2 and name.startswith(word) and len(name) > len(word):
                return "全域", len(word)
    whole = _WHOLE.match(name)
    if whole is not None and len(name) > whole.end():
        return whole[0], whole.end()
    place = _place(name)
    if place:
        return name[:place], place
    part = _PART.match(name)
    if part is not None and len(name) > part.end():
        return part[0], part.end()
    return "", 0


def is_own_area(area: str, level: str, sign: str) -> bool:
    """Whether the words for an area mean the document's own: 全市 of a city, whose `sign` is 市."""
    bare = area.rstrip("的")
    if bare in _OWN or (level == "national" and bare in ("全国", "我国")) or (level == "zone" and bare in _ZONES):
        return True
    return bool(sign) and bare in {f"{who}{sign}" for who in "全我本"}


def is_part(area: str) -> bool:
    """Whether an area is a part of a larger one that needs no name, or is named as one: 中心城区, 东岭产业园."""
    return (_PART.fullmatch(area) is not None and not _ACROSS.search(area)) or bool(own_part(area))


def own_part(text: str) -> str:
    """`text` itself where it is the name of a part with figures of its own, 东岭产业园; else ""."""
    return text if _OWN_PART.fullmatch(text) else ""


def part_told(text: str, start: int) -> str:
    """The part that the sentence from `start` on says by its first words to speak of; "" for none."""
    found = _DEFINED.match(text, start) or _OPENING_PART.match(text, start)
    if found is not None:
        return found["part"]
    side = side_told(text, start)
    return side if _PART.fullmatch(side) or own_part(side) else ""


def side_told(text: str, start: int) -> str:
    """The side that the sentence from `start` on opens with, 茶叶方面; "" for none.

    It tells whose a figure is only where the name of the figure does not.
    """
    found = _SIDE.match(text, start)
    return found["side"] if found is not None else ""


def begins_with_place(text: str, own: str) -> bool:
    """Whether `text` begins with the full name of a place that is not the document's own."""
    length = _place(text)
    return text[:length].endswith(_SIGNS) and area_of(text, own)[0] == text[:length]


def _place(name: str) -> int:
    """The length of the real place that `name` begins with, 0 for none."""
    for place in _places().get(name[:2], ()):
        if len(place) < len(name) and name.startswith(place) and not _BODY.match(name, len(place)):
            return len(place)
    return 0


@cache
def _places() -> dict[str, list[str]]:
    """Provinces and cities, also without their last sign, and counties and districts of three characters or more.

    By their first two characters, the longest first.
    """
    found: set[str] = set()
    for province in resources.read_data("divisions.toml")["province"]:
        names = [province["name"], *(city[0] for city in province["cities"] if city[0])]
        found.update(names)
        found.update(re.sub("(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", name) for name in names if len(name) > 2)
        found.update(name for city in province["cities"] for name in city[1:] if len(name) >= 3)
    by_start: dict[str, list[str]] = {}
    for name in sorted(found, key=len, reverse=True):
        by_start.setdefault(name[:2], []).append(name)
    return by_start
