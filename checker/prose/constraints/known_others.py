"""Places that the text itself knows as others', or that cannot be its own, where only its own stand.

No list has the places of a small area. The text tells them apart: 与邻近的某市联动 names a neighbour, 位于某省 and 隶属
某市 what lies above. A neighbour's harbour is not built here, another province is no subject of an act of the own one,
and the last sentence of a report speaks of its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.reading.divisions import cities, own_names, provinces, short_place
from checker.prose.reading.flow import Flow
from checker.prose.reading.frame import Frame
from checker.source import Expression

_HAN = "[\u4e00-\u9fff]"
_TIES = "联动|合作|协作|共建|结对|协同|对接|帮扶|一体化|同城化"
#: 与沿海的甲市结对协作, 邻近的乙县.
_NEIGHBOUR = Expression(
    rf"(?:(?:邻近|毗邻|相邻|接壤)的?|[与同和](?:{_HAN}{{1,4}}的)?)(?P<name>{_HAN}{{2}})[省市县区](?![域场长级直内外])"
    rf"(?:(?<=的..[省市县区])|(?=[^，。；]{{0,12}}(?:{_TIES})))",
    *_TIES.split("|"),
    "邻近",
    "毗邻",
    "相邻",
    "接壤",
    sign=f"的{_HAN}{{2}}[省市县区]",
)
_ABOVE = Expression(rf"(?:位于|地处|隶属于?|属于)(?P<name>{_HAN}{{2,3}}[省市])", "位于", "地处", "隶属", "属于")
#: What is built, widened, led here.
_ACT = "加快|推进|推动|建设|建成|提升|支持|完善|扩大|实施|做[强大优]|发挥|依托|打造|启动|加强|办好"
_THING = (
    "综合保税区|经济(?:技术)?开发区|经开区|高新(?:技术产业开发)?区|开发区|新区|新城|产业园|工业园|科技园|园区|港|机场|海关|大学|学院|"
    "医院|高铁|[东南西北]?站|古城|老城|城区|主城|中心城|水库|湖|湾|山|河"
)
_BUILT = Expression(rf"(?:{_ACT})(?P<name>{_HAN}{{2}})(?:{_THING})", *_ACT.split("|")[:6], sign=f"(?:{_ACT})")
_SUBJECT = Expression(
    rf"(?:(?m:^)|(?<=[，。；]))(?P<name>{_HAN}{{2,3}}省)(?=加快|推进|推动|实施|支持|把|将|出台|大力|深入|深化|全面)",
    "省",
)
_STRIVE = Expression(
    rf"(?:现代化新|美丽新|幸福新|富裕新|美好新|现代化)(?P<name>{_HAN}{{2,3}}?)(?=而(?:不懈|团结|努力|共同|接续|继续)?{_HAN}{{0,4}}(?:奋斗|努力))",
    "奋斗",
    "努力",
)
_NO_NAME = re.compile("国家|[省市县区州城乡镇村]$|家园|强国|征程|篇章|时代|目标|生活|未来|新|的")
#: 平安某县, 法治某县: what stands there beside the own name is another's, or a word of what any place has.
_VIRTUE = Expression(
    rf"(?:平安|法治|清廉|书香|美丽)(?P<name>{_HAN}{{2,3}}?)(?=建设|[，。、；]|$|\n)",
    *re.findall("..", "平安法治清廉书香美丽"),
)
_ANY_HAS = re.compile(
    "[乡农县市城][村镇市区域]|[村社街校园河海江湖田庭家]|中国|机关|企业|单位|医|学|交|工[地厂]|政|经济|产业|商|金融|市场|出行|旅|景|细胞|"
    "铁路|公路|边|航|库区|港|库|老|生活|人|体系|环境|行动|工程|创|教|信|安|法|文|民|小康|网|保|服务|素|事业|促|建|宣|监|"
    "意识|思|观|实践|行为|和|与|及|的|共|发展|水|社会|示范|品|国|镇|场|稳定|方式|手段|制|轨道|固|论坛|美好|风采|更|权|效"
)
#: 市生态环境局某某分局: of a district or zone the only one is its own.
_BRANCH = Expression(rf"[局院](?P<name>{_HAN}{{2,3}})分局", "分局")
_TOGETHER = re.compile(f"[与同]|{_TIES}|学习|借鉴|联合|来自|赴|飞地|等省")


def find_known_others(flow: Flow, frame: Frame, level: str) -> Iterator[tuple[int, int]]:
    """Where names of others stand in the flow in the place of the own one; `level` is a stored word of the model."""
    own = frame.place.rstrip("省市县区州盟旗") if len(frame.place) > 2 else frame.place
    if not own or level == "national":
        return
    known, below = own_names(frame.place)
    above = {found["name"] for found in _ABOVE.in_lines(flow.text)}
    mine = {own, short_place(frame.place), *known, *below, *(name[:-1] for name in above)}
    others = {found["name"] for found in _NEIGHBOUR.in_lines(flow.text)} - mine
    for found in _BUILT.in_lines(flow.text) if others else ():
        if found["name"] in others and not _is_joint(flow, found):
            yield found.span("name")
    for found in _in_own_slots(flow, own, level):
        if not _is_of(found["name"], mine, frame):
            yield found.span("name")
    for found in _SUBJECT.in_lines(flow.text) if any(name.endswith("省") for name in above) else ():
        name = found["name"]
        if name in provinces() and name not in above and flow.text.count(name) == 1 and not _is_joint(flow, found):
            yield found.span("name")


def _in_own_slots(flow: Flow, own: str, level: str) -> Iterator[re.Match[str]]:
    """What stands where the own name belongs: 某某分局, 现代化新某某而奋斗, 平安某某."""
    for found in _BRANCH.in_lines(flow.text) if level in ("county", "zone") else ():
        if not _is_joint(flow, found):
            yield found
    yield from (found for found in _STRIVE.in_lines(flow.text) if not _NO_NAME.search(found["name"]))
    virtues = list(_VIRTUE.in_lines(flow.text))
    for found in virtues if sum(one["name"] == own for one in virtues) > 1 else ():
        if not _ANY_HAS.search(found["name"]) and flow.text.count(found["name"]) == 1:
            yield found


def _is_of(name: str, mine: set[str], frame: Frame) -> bool:
    """Whether a name, or a part of it, is one of the own names."""
    return name in frame.place or any(one in name or name in one for one in mine) or name in _bare_parts(frame.place)


def _bare_parts(place: str) -> frozenset[str]:
    """The short names of what lies in a place of the list."""
    return frozenset(name[:-1] for name, above in cities().items() if place in above)


def _is_joint(flow: Flow, found: re.Match[str]) -> bool:
    """Whether the sentence tells of something done together with others."""
    begin, end = flow.sentence(found.start())
    return _TOGETHER.search(flow.text, begin, end) is not None
