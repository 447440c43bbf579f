"""Other places where the text's own belongs, and places that do not lie where the text puts them.

A place of others is named rightly in many ways: for cooperation, as a neighbour, as an example. It is a slip where
only one's own can stand: in 平安…, 美丽…, between the words that elsewhere stand around the own name, with a body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from checker import resources
from checker.prose.constraints.known_others import find_known_others
from checker.prose.constraints.own_slots import find_strange_in_slots
from checker.prose.places import own_sign
from checker.prose.reading.divisions import cities, is_municipality, own_names, provinces, short_place
from checker.prose.reading.flow import Flow
from checker.prose.reading.frame import Frame
from checker.prose.reading.mentions import Mention, Mentions
from checker.source import Expression

_INTENT = re.compile(r"阐明(?P<whose>[\u4e00-\u9fff、]{2,12}?)(?:的)?战略意图")
_INTENT_LEVELS = {
    "national": ("国家", "中央"),
    "province": ("省委", "省政府", "自治区"),
    "city": ("市委", "市政府"),
    "county": ("县委", "区委", "县政府", "区政府"),
    "zone": ("党工委", "管委会", "全区", "我区", "开发区", "经开区", "高新区"),
}
_MINE = re.compile(r"我(?P<sign>[省市县])(?![场长级区])")
_BODY = re.compile(
    "委办公室|委(?!员|托|派)|人民政府|政府|发展和?改革委|发改委|卫生健康委|人大常委会|党工委|管委会|街道办?|"
    "(?!及|和|与|等|的|在|到|有)[\u4e00-\u9fff]{2,8}?局(?![面部势限域长])"
)
_TOGETHER = re.compile(
    r"[与和同跟及、]$|对标|学习|借鉴|合作|协作|协同|帮扶|援|联合|跨[省市]|结对|共建|来自|赴|到$|在$|向$|驻"
)
#: What reaches beyond the own place.
_ABROAD = re.compile("跨|省际|毗邻|都市圈|城市群|经济圈|经济带|铁路|高速|航线|合作|协同|联动|走廊|流域|对接")
#: The plan of a place: behind the own name only, unless other places are spoken of.
_OWN_PAPER = re.compile("[省市县区]?国民经济和社会发展")
_ZONES = "经济(?:技术)?开发区|经开区|高新(?:技术产业开发)?区|开发区|新区|示范区|园区"
#: A body with its place, where a sentence, a clause or a word for what it has done begins.
_STRANGE_BODY = Expression(
    rf"(?:(?m:^)|(?<=[，。；：\n日])|(?<=按照)|(?<=根据)|(?<=[经由受报])|(?<=提请)|(?<=听取))(?P<name>[\u4e00-\u9fff]{{2,3}})"
    rf"(?:(?P<zone>{_ZONES})(?:管委会|管理委员会|党工委|党委)|(?P<sign>[省市县区])人民政府)",
    "管委会",
    "管理委员会",
    "党工委",
    "党委",
    "人民政府",
)
#: What is no name of one place.
_NO_NAME = re.compile(
    "[各全本我该其省市县区国级有所是两等多第每由经在与和及对]|设区|综合|工业|高新|主城|所在|相关|毗邻|周边"
)
_TOGETHER_ANYWHERE = re.compile(
    "[与和同跟]|合作|协作|协同|联合|共建|对接|飞地|帮扶|学习|借鉴|考察|签|来自|赴|结对|代管|托管|辖|支持|指导"
)
_JOINTS = frozenset("、与和及同跟")
_RARE = 2
_MARKS = frozenset("，。；：、“《》（）？！ \n·—0123456789与和及同跟")


class ForeignName(Struct, eq=False):
    """A place or body of others in a slot of one's own: where in the source, and which."""

    start: int
    end: int
    words: str


class WrongParent(Struct, eq=False):
    """A place under one that it does not lie in: where in the source, which, and where it lies."""

    start: int
    end: int
    words: str
    right: str


def find_foreign(mentions: Mentions, frame: Frame, level: str) -> Iterator[ForeignName]:
    """Bodies, pronouns and places of others where the own ones belong; `level` is a stored word of the model."""
    flow = mentions.flow
    yield from _levels(flow, frame, level)
    if level == "national" or not frame.place:
        return
    own, below = own_names(frame.place)
    mine = own | {frame.place, short_place(frame.place)}
    foreign = [one for one in mentions.places if not _is_mine(flow, one, mine | below, frame)]
    near = mine | below
    if level in ("zone", "county"):
        near |= {name for name, above in cities().items() if above & mine}
    found = [*_bodies(flow, foreign, near), *_slots(flow, foreign, _surroundings(mentions, frame), bool(own), level)]
    found += [*_strange_bodies(flow, frame), *find_strange_in_slots(flow, frame, level)]
    found += _listed(flow, mentions.places, mine, below)
    found += find_known_others(flow, frame, level)
    for start, end in sorted(set(found)):
        yield ForeignName(*flow.span(start, end), flow.text[start:end])


def _listed(
    flow: Flow, places: Sequence[Mention], mine: frozenset[str], below: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """A district or city of others between two of the own ones in a list: 姑苏区、滨湖区、吴中区."""
    for first, one, last in zip(places, places[1:], places[2:], strict=False):
        joined = flow.text[first.end : one.start] == "、" and flow.text[one.end : last.start] in ("、", "和")
        inside = {first.name, last.name} <= below and one.name not in below | mine
        if joined and inside and one.name[-1:] == first.name[-1:] == last.name[-1:]:
            begin, end = flow.sentence(one.start)
            if not _ABROAD.search(flow.text, begin, end):
                yield one.start, one.end


def _is_mine(flow: Flow, mention: Mention, mine: frozenset[str], frame: Frame) -> bool:
    """Whether a place is the own one, one above or below it, or only part of a longer own name."""
    if mention.name in mine:
        return True
    around = flow.text[max(mention.start - len(frame.place), 0) : mention.end + len(frame.place)]
    return mention.name in frame.place and frame.place in around


def _strange_bodies(flow: Flow, frame: Frame) -> Iterator[tuple[int, int]]:
    """The body of a place of the own kind that the list does not know, doing what the own one does, once or twice."""
    is_zone = frame.level == "zone"
    if not is_zone and frame.sign not in ("省", "市", "县", "区"):
        return
    own = re.sub(f"(?:{_ZONES}|[省市县区])$", "", frame.place)
    for found in _STRANGE_BODY.in_lines(flow.text):
        name, sign = found["name"], found["zone"] or found["sign"]
        is_kind = found["zone"] is not None if is_zone else sign == frame.sign
        if not is_kind or _NO_NAME.search(name) or name in own or own in name or name + sign in cities():
            continue
        if name in frame.place or flow.text.count(name + sign) > _RARE:
            continue
        begin, end = flow.sentence(found.start())
        if not _TOGETHER_ANYWHERE.search(flow.text, begin, end):
            yield found.start("name"), found.end()


def _levels(flow: Flow, frame: Frame, level: str) -> Iterator[ForeignName]:
    """Bodies and pronouns of another level."""
    for found in _INTENT.finditer(flow.text):
        levels = [one for one, words in _INTENT_LEVELS.items() if any(word in found["whose"] for word in words)]
        own_city = level == "province" and is_municipality(frame.place) and "市" in found["whose"]
        if levels and level in _INTENT_LEVELS and level not in levels and not own_city:
            yield ForeignName(*flow.span(*found.span("whose")), found["whose"])
    sign = frame.sign or own_sign(flow.text, level)
    strange = [found for found in _MINE.finditer(flow.text) if found["sign"] != sign]
    usual = len(re.findall(rf"[我全]{sign}(?![场长级域])", flow.text)) if sign else 0
    # A few slips among many right ones; a text that says both often means both.
    if sign and strange and usual >= 2 * len(strange):
        for found in strange:
            if found["sign"] == "省" and level == "city" and not _stands_like(flow.text, found, f"我{sign}"):
                continue  # a city may well speak of its province
            yield ForeignName(*flow.span(*found.span()), found[0])


def _stands_like(text: str, found: re.Match[str], own: str) -> bool:
    """Whether what stands before or behind a pronoun stands so with the own one elsewhere."""
    before, behind = text[max(found.start() - 3, 0) : found.start()], text[found.end() : found.end() + 4]
    return before + own in text or own + behind in text


def _bodies(flow: Flow, foreign: Sequence[Mention], near: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Bodies of a place that is not near, named once or twice."""
    counted = Counter(one.name for one in foreign)
    for one in foreign:
        body = _BODY.match(flow.text, one.end)
        if body is None or len(one.name) < 3 or one.name in near or counted[one.name] > _RARE:
            continue
        before = flow.text[max(one.start - 12, 0) : one.start]
        if not _TOGETHER.search(before) and before[-1:] not in ("“", "《"):
            yield one.start, body.end()


def _slots(
    flow: Flow, foreign: Sequence[Mention], around: frozenset[tuple[str, str]], known: bool, level: str
) -> Iterator[tuple[int, int]]:
    """Places between words that belong to the own one: 平安…, 谱写…新篇章, or learned from the text itself.

    Of a place that the list does not know nobody can tell what lies above it: only its equals are foreign.
    """
    before, behind = _slot_words()
    for one in foreign:
        is_province = one.name in provinces()
        if (not known and is_province != (level == "province")) or one.name in _also_words():
            continue
        start, end = one.start, one.end
        joined = flow.text[end : end + 1] in _JOINTS or flow.text[start - 1 : start] in _JOINTS
        fixed = before.search(flow.text, max(start - 8, 0), start) is not None
        if joined:
            fixed = fixed and flow.text[end : end + 1] == "、"
        elif not fixed and not _TOGETHER.search(flow.text, max(start - 12, 0), start):
            fixed = bool(behind.match(flow.text, end)) or (
                not _may_be_above(one.name, level) and _OWN_PAPER.match(flow.text, end) is not None
            )
        if fixed or not around.isdisjoint(_sides(flow.text, start, end)):
            yield start, end


def _may_be_above(name: str, level: str) -> bool:
    """Whether a place stands above those of `level`: a province above all others, a city above counties and zones."""
    if name in provinces():
        return level != "province"
    return level in ("county", "zone") and cities().get(name, frozenset()) <= provinces().keys()


def _surroundings(mentions: Mentions, frame: Frame) -> frozenset[tuple[str, str]]:
    """What stands right before and behind the own name, short or long, throughout the text."""
    text = mentions.flow.text
    return frozenset(
        sides
        for name in {frame.place, short_place(frame.place)}
        for place in re.finditer(re.escape(name), text)
        for sides in _sides(text, place.start(), place.end())
    )


def _sides(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """What stands around a place, two characters on both sides or one and three; of a quoted name what goes with it."""
    for before, behind in ((2, 2), (1, 3)):
        sides = text[max(start - before, 0) : start], text[end : end + behind]
        if len(sides[0]) == before and len(sides[1]) == behind and not _MARKS & {*sides[0], *sides[1]}:
            yield sides
    if text[start - 1 : start] == "“" and text[end + 2 : end + 3] == "”" and start:
        yield "“", text[end : end + 2]


@cache
def _slot_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = resources.read_data("own_slots.toml")
    return re.compile(f"(?:{'|'.join(table['before'])})$"), re.compile("|".join(table["behind"]))


@cache
def _also_words() -> frozenset[str]:
    """Names of cities without their sign that are words as well: 长治久安."""
    return frozenset(resources.read_data("own_slots.toml")["also_words"])


def find_wrong_parents(mentions: Mentions) -> Iterator[WrongParent]:
    """A city right behind a province, or a district right behind a city, that does not lie in it."""
    flow, places = mentions.flow, mentions.places
    for upper, lower in pairwise(places):
        if upper.end != lower.start:
            continue
        right = _lies_in(upper.name, lower.name)
        if right:
            yield WrongParent(*flow.span(upper.start, lower.end), upper.name + lower.name, right)


def _lies_in(upper: str, lower: str) -> str:
    """Where `lower` lies, if that is not `upper`; "" where it may lie there."""
    province = provinces().get(upper)
    if province is not None:
        if lower in provinces():
            full = province == upper and lower == provinces()[lower] and lower != upper
            return provinces()[lower] if full and is_municipality(lower) else ""
        above = cities()[lower]
        if province in above or (upper != province and is_municipality(province)) or upper in cities():
            return ""
        return "、".join(sorted(above)) if province == upper or lower.endswith("市") or len(lower) > 2 else ""
    above = cities().get(lower, frozenset())
    if upper not in cities() or not upper.endswith("市") or not lower.endswith(("区", "县", "市")) or not above:
        return ""
    return "" if upper in above or upper == lower else "、".join(sorted(above))
