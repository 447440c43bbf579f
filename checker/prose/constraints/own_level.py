"""Words for the text's own area and government that belong to another level: 全省上下 in a city's plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.frame import Frame
from checker.prose.reading.passages import Passage
from checker.prose.reading.read import Reading
from checker.prose.reading.rows import Stated
from checker.statement import Measure

_SIGN = "[国省市县区州盟旗]"
_PATTERNS = (
    re.compile(rf"全(?P<sign>{_SIGN})(?P<all>上下)"),
    re.compile(rf"全(?P<sign>{_SIGN})(?:各级各部门|各级党组织|广大党员|党员干部|干部群众|各族人民|人民)"),
    re.compile(r"我(?:们)?代表(?:(?P<sign>[省市县州盟旗]|自治区|区)(?:人民)?政府|(?P<state>国务院))(?P<all>)"),
    re.compile(rf"在(?P<sign>{_SIGN})委(?:、(?:{_SIGN})政府)?的?(?:坚强|正确)领导下"),
    re.compile(rf"(?:提请|提交|经|报)(?P<sign>{_SIGN})(?:人大|人民代表大会)(?:常委会)?(?:审查|审议|批准)"),
)
#: The outline's own way to its approval.
_APPROVAL = re.compile(
    rf"(?:本(?:纲要|规划)|《(?:规划)?纲要》)[^。；]{{0,12}}?(?:提请|提交|经|报)(?P<sign>{_SIGN})(?:人大|人民代表大会)(?:常委会)?"
    r"(?:审查|审议|批准)"
)
#: What only a text's own government does, and what that of another level is hardly told to do in it.
_OWN_ACT = (
    r"(?:对(?:本)?(?:规划|纲要)|组织实施(?:本)?(?:规划|纲要|《)|负总责|(?:主要)?负责同志(?:任|担任|为)组长|[^，。；]{0,4}自身建设|[^，。；]{0,16}(?:中期|终期|总结|年度)评估|"
    r"[^，。；]{0,4}向[省市县区]?(?:人民代表大会|人大))"
)
_LEADS = "(?:建立|每半年|每季度|定期|统一领导|统筹|加强(?:对)?[^，。；]{0,8}(?:领导|统筹|协调)|成立|设立)"
_AGENT = re.compile(
    rf"(?:^|[，。；、\n]|(?<=[成设]立)由)(?P<words>(?P<sign>{_SIGN})(?:委、{_SIGN}政府|人民政府|政府))(?:(?P<own>{_OWN_ACT})|(?P<leads>{_LEADS}))"
)
#: Those below, of whom a text of a county or a city has none.
_BELOW = re.compile(
    "各(?P<words>县[（(]市、区[）)]|区县(?!级)|县区|县[（(]区[）)]|县市区|市县(?!乡)|设区市|地级以上市|市[（(]州[）)]|市州|盟市|旗县)"
    "(?=要|和|、|，|人民政府|党委|委|政府|结合|分别)"
)
_NONE_BELOW = {"county": None, "zone": None, "city": "设区市|地级以上市|市州|市（州）|盟市"}
#: A government of the neighbouring kind, whoever it is of: 县政府 in the text of a district.
_TWIN = re.compile(
    r"(?:^|(?<=[，。；、由经报按照]))(?P<words>(?P<sign>[县区])(?:委、[县区]政府|委|人民政府|政府|人大常委会|直有关部门))(?!书记|所在)"
)
#: A body whose area only the sign tells, as that of the own one is told: at the head of a clause, or behind 报 and 由.
_BODY = (
    "(?:委(?!员)|人民政府|政府|人大常委会|政协|[发经工科教民财人自生住交水农商文卫应审国市统医]"
    "[\u4e00-\u9fff]{1,8}?(?:改革委|局|委员会|办公室))"
)
_BEFORE_BODY = r"(?:^|(?<=[，。；由经报按照向在])|(?<=[县区市省]委、)|(?<=人大常委会、))"
_OWN_BODY = re.compile(rf"{_BEFORE_BODY}(?P<sign>[省市县区]){_BODY}")
_BODY_BELOW = re.compile(rf"{_BEFORE_BODY}(?P<words>(?P<sign>[市县区]){_BODY})(?!书记|所在|驻地|[、和与及]|[（(])")
#: What is told of the whole of one's own area.
_WHOLE = re.compile(
    r"(?P<words>全(?P<sign>[省市县区]))(?=经济总量|地区生产总值|生产总值|经济运行|居民(?:人均)?(?:可支配)?收入|一般公共预算|财政|固定资产投资|"
    r"社会消费|规模以上工业|规上工业)"
)
_PEOPLE = re.compile(rf"全(?P<sign>{_SIGN})(?:广大|各级)?(?:党员|干部群众|人民|各族|上下)")
#: Who carries the own plan out, and whose it is: …重点任务，由市政府统筹组织实施; 本纲要是全市人民的行动纲领.
_CARRIES_OUT = re.compile(
    rf"(?:任务|目标|举措|纲要|规划)，?由(?P<words>(?P<sign>{_SIGN})(?:人民)?政府)(?:统一|统筹|负责)?组织实施(?=[，。；]|$)"
    rf"|(?:本纲要|本规划|《纲要》|《规划》)[^。；]{{0,60}}?(?P<words_b>全(?P<sign_b>{_SIGN})(?:各族)?人民)(?:的|共同)"
)
#: Those that are told what to do beside those below: 各乡镇和县直有关部门, 各县（市、区）、市直各部门.
_BESIDE = re.compile(
    r"各(?P<below>乡镇(?:（街道）|、?街道)?|镇街?|县（市、区）|区县|县市区|县区|市（州）|市州|设区市)(?:和|、|及|以及)"
    r"(?P<words>(?P<sign>[省市县区])直(?:各|有关|相关)?(?:部门|单位|机关))"
)
#: A body that is charged with a task of the own plan.
_CHARGED = re.compile(
    rf"{_BEFORE_BODY}(?P<words>(?P<sign>[省市县区])[\u4e00-\u9fff]{{2,12}}?(?:改革委|局|委员会|办公室))(?:牵头|会同|负责)"
)
_ABOVE = "国省市县"
_ANY_WHOLE = re.compile(r"全(?P<sign>[县区旗])(?=[\u4e00-\u9fff])(?![域位间块])")
#: Areas that are no division of a country and call themselves 全区, too.
_ZONES = re.compile("[园景新发林牧矿灌库片校港厂保]区|示范区|试验区|实验区|功能区|度假区|合作区")
_HEIGHTS = {"国": 0, "省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3}
_LEVELS = {"national": 0, "province": 1, "city": 2, "county": 3, "zone": 3}
#: A text that calls its own area by its sign so often surely does.
_OFTEN = 3
#: And words of another level that it has no more often are a slip.
_ODD = 2
_SIGNED = re.compile("[全我](?P<sign>[国省市县区])")
_DIGITS = 3
#: What a government does is told within so many characters.
_LONGEST_ACT = 20
#: Between an area and the name of what it has: 全市实现地区生产总值.
_TO_NAME = re.compile("[^，。；：、]{0,4}")


class LevelSlip(Struct, frozen=True):
    """Words of another level: where, what they say, and the sign that the text uses of itself."""

    start: int
    end: int
    words: str
    sign: str


def find_level_slips(reading: Reading) -> Iterator[LevelSlip]:
    """The slips of a text that tells its level; what an upper level does is told rightly, but not as all of oneself."""
    passages, frame = reading.passages, reading.frame
    sign = frame.sign
    if not sign or frame.level not in _LEVELS:
        return
    yield from _agents(passages, frame)
    yield from _charged(passages, frame)
    yield from _neighbours(passages, frame)
    yield from _below(passages, frame)
    yield from _kindred(passages, frame)
    yield from _lower_bodies(passages, frame)
    if sign != "国" and sum(one.text.count(f"全{sign}") for one in passages) < _OFTEN:
        return
    height = _LEVELS[frame.level]
    for passage in passages:
        if "全" not in passage.text and "代表" not in passage.text and "领导下" not in passage.text:
            continue
        for pattern in _PATTERNS:
            for found in pattern.finditer(passage.text):
                said = "国" if found.groupdict().get("state") else found["sign"].removeprefix("自治")
                lower = _HEIGHTS[said] > max(height, _HEIGHTS[sign] if sign != "国" else 0)
                if said != sign and (lower or "all" in found.groupdict()):
                    yield LevelSlip(*passage.span(*found.span()), found[0], sign)
    yield from _lower_wholes(passages, sign, height)
    yield from _twins(reading)


def _agents(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """The government of another level that does what the text's own would do; a zone has none, but those above it."""
    sign = "" if frame.level == "zone" else frame.sign
    for passage in passages:
        for found in _AGENT.finditer(passage.text) if "政府" in passage.text else ():
            other = found["sign"]
            if other == sign or (found["leads"] and sign):
                continue
            if found["own"] or _bodies(passages, other) <= _ODD:
                yield LevelSlip(*passage.span(*found.span("words")), found["words"], frame.sign)
        for found in _APPROVAL.finditer(passage.text) if "人" in passage.text else ():
            if sign and found["sign"] != sign:
                yield LevelSlip(*passage.span(*found.span()), found[0], sign)


def _charged(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """Those of another level whom the own plan charges with its tasks, or whose plan it says to be."""
    sign = frame.sign
    if frame.level not in ("city", "county") or sign not in _HEIGHTS:
        return
    for passage in passages:
        text = passage.text
        for found in _CARRIES_OUT.finditer(text) if "政府" in text or "人民" in text else ():
            words, other = ("words", found["sign"]) if found["words"] else ("words_b", found["sign_b"])
            if other not in (sign, "国"):
                yield LevelSlip(*passage.span(*found.span(words)), found[words], sign)
        for found in _BESIDE.finditer(text) if "直" in text else ():
            if found["sign"] != sign:
                yield LevelSlip(*passage.span(*found.span("words")), found["words"], sign)
    found_above = [(passage, one) for passage in passages for one in _CHARGED.finditer(passage.text)]
    own = sum(one["sign"] == sign for _, one in found_above) + _own_bodies(passages, sign)
    others = [(passage, one) for passage, one in found_above if one["sign"] != sign]
    above = _ABOVE[_ABOVE.index(sign) - 1] if sign in _ABOVE else ""
    for passage, one in others if len(others) == 1 and own >= _OFTEN - 1 else ():
        if one["sign"] == above and not any(f"{above}直" in each.text for each in passages):
            yield LevelSlip(*passage.span(*one.span("words")), one["words"], sign)


def _neighbours(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """全区干部群众, 全区接待游客 once or twice in the text of a county: another area of the same height."""
    sign = frame.sign
    if not frame.place.endswith(sign) or any("自治" in one.text for one in passages):
        return
    for passage in passages:
        text = passage.text
        for found in _ANY_WHOLE.finditer(text) if "全" in text else ():
            other, at = found["sign"], found.start()
            if other == sign or _HEIGHTS[other] != _HEIGHTS[sign] or _wholes(passages, other) > _ODD:
                continue
            sentence = text[text.rfind("。", 0, at) + 1 :].partition("。")[0]
            alone = sentence.replace("地区", "").count(other) == sentence.count(f"全{other}")
            if _PEOPLE.match(text, at) or (alone and not _ZONES.search(sentence)):
                yield LevelSlip(*passage.span(*found.span()), found[0], sign)


def _below(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """各县（市、区）要结合实际 in the text of a district, which has none below it."""
    if frame.level not in _NONE_BELOW:
        return
    words = _NONE_BELOW[frame.level]
    found = [
        (passage, one)
        for passage in passages
        for one in (_BELOW.finditer(passage.text) if "各" in passage.text else ())
        if words is None or re.fullmatch(words, one["words"])
    ]
    for passage, one in found if len(found) <= _ODD else ():
        yield LevelSlip(*passage.span(*one.span()), one[0], frame.sign)


def _lower_bodies(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """县政协, 区发展改革委 once in the text of a city, of which a city has several."""
    if frame.level not in ("city", "province") or _own_bodies(passages, frame.sign) < _OFTEN:
        return
    found = [(passage, one) for passage in passages for one in _BODY_BELOW.finditer(passage.text)]
    found = [one for one in found if _HEIGHTS[one[1]["sign"]] > _LEVELS[frame.level]]
    if len({one["sign"] for _, one in found}) == len(found) <= _ODD:
        for passage, one in found:
            yield LevelSlip(*passage.span(*one.span("words")), one["words"], frame.sign)


def _own_bodies(passages: Sequence[Passage], sign: str) -> int:
    """How often bodies of the own level are spoken of without a name before them."""
    return sum(one["sign"] == sign for passage in passages for one in _OWN_BODY.finditer(passage.text))


def _kindred(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """县政府 once or twice in the text of a district, or 区政府 in that of a county."""
    if frame.sign not in ("县", "区") or not frame.place.endswith(frame.sign) or frame.level != "county":
        return
    found = [
        (passage, one)
        for passage in passages
        for one in (_TWIN.finditer(passage.text) if "政府" in passage.text or "委" in passage.text else ())
        if one["sign"] != frame.sign
    ]
    for passage, one in found if len(found) <= _ODD else ():
        agent = _AGENT.search(passage.text, max(one.start() - 1, 0), one.end() + _LONGEST_ACT)
        if agent is None or agent["leads"]:
            yield LevelSlip(*passage.span(*one.span("words")), one["words"], frame.sign)


def _wholes(passages: Sequence[Passage], sign: str) -> int:
    """How often an area is told as a whole."""
    return sum(one.text.count(f"全{sign}") for one in passages)


def _bodies(passages: Sequence[Passage], sign: str) -> int:
    """How often bodies of this level are spoken of."""
    return sum(len(re.findall(f"{sign}(?:委|政府|人民政府)", one.text)) for one in passages)


def _lower_wholes(passages: Sequence[Passage], sign: str, height: int) -> Iterator[LevelSlip]:
    """全县经济总量 once or twice in a city's plan, in a paragraph that speaks of no county."""
    for passage in passages:
        for found in _WHOLE.finditer(passage.text) if "全" in passage.text else ():
            other = found["sign"]
            if sign in (other, "国") or _HEIGHTS[other] <= height:
                continue
            is_odd = sum(one.text.count(f"全{other}") for one in passages) <= _ODD
            told = passage.text.replace("地区", "")
            if is_odd and told.count(other) == told.count(f"全{other}"):
                yield LevelSlip(*passage.span(*found.span("words")), found["words"], sign)


def _twins(reading: Reading) -> Iterator[LevelSlip]:
    """The value of the own area told of that of another level: 全市地区生产总值812.4亿元 of a district."""
    own: set[tuple[object, ...]] = set()
    other: dict[tuple[object, ...], Stated] = {}
    for row in reading.statements:
        whole = _SIGNED.fullmatch(row.area)
        if (
            not row.exact
            or not row.point
            or row.table >= 0
            or row.last_year is None
            or row.measure is not Measure.LEVEL
        ):
            continue
        key: tuple[object, ...] = (row.key, row.last_year, row.point, row.unit)
        if len(str(row.point.numerator).rstrip("0")) >= _DIGITS:
            if not row.area:
                own.add(key)
            elif whole is not None and whole["sign"] != reading.frame.sign:
                other.setdefault(key, row)
    text = reading.document.source.text
    for key, row in other.items():
        start = text.rfind(row.area, 0, row.named_from + len(row.area))
        between = text[start + len(row.area) : row.named_from]
        if key in own and _TO_NAME.fullmatch(between):
            yield LevelSlip(start, start + len(row.area), row.area, reading.frame.sign)
