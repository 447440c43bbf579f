"""Whose figure it is: the name before a figure, without the verbs, times and areas around it."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.prose.reading.areas import area_of
from checker.prose.reading.lexicon import Known, by_ending, known_indicator, longest_known, wording

#: What may stand in front of a name: times, joints, and verbs whose object it is.
_Y = r"(?:19|20)[0-9]{2}"
_LEAD = re.compile(
    rf"(?:(?:到|至|截至|截止|力争|预计|自|从|在|比|较)?(?:{_Y}(?:[—–\-至]{_Y})?年(?:底|末|初|前|以前|以后|以来|起)?|[一二][〇○零九0][〇○零0一二三四五六七八九]{{2}}年)"
    r"|“?十?[一二三四五六七八九]五”?(?:时期|期间|时?期?末|以来|五年)?|(?:过去|今后|未来|近|这)的?五年|[五5]年来?(?!期)|一年来|去年|今年|上年|全年|当年|年内|每年|年均|累计|[0-9一二三四五六七八九十两]{{1,2}}年来?|期末|年末|年底|到时|届时"
    r"|其中|同时|并且?|而且?|且|以及|及|和|与|使得?|让|将|把|对|以|为|按|按照|推动|带动|促进|支撑|实现|完成|达成|确保|保证|力争|争取|努力|预计|预期(?!性)|计划(?!单列)|已|已经|基本|全面|持续|不断|进一步|"
    r"奋力|全力|聚力|合力|加快|大力|深入|着力|积极|稳步|逐步|更好|有序|有效|合理|充分|高效|科学|滚动|分批|集中|统一|"
    r"提高|提升|扩大|增强|优化|稳定|保持|巩固|改善(?![\u4e00-\u9fff]{0,6}(?:面积|人口|户))|推进|强化|统筹|做大|做强|壮大|控制|降低|安排|落实|用好|发挥|坚持|围绕|聚焦|经济社会发展|主要|目标|综合考虑|考虑到?|经?测算|"
    r"一是|二是|三是|四是|五是|六是|七是|八是|九是|十是|[（(][一二三四五六七八九十0-9]{1,3}[）)]|——|—|[0-9]{1,2}[.．、]|、|，|：|；|的|年度|也|又|还|再|都|均|共|约(?!束)|近|超(?!高|算|级|低)|至|到|了)+"
)
_TRAIL = re.compile(r"(?:连续[0-9一二三四五六七八九十两]{1,3}年|[，、：；的]|也|均|都)+$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
#: Verbs whose object is counted or measured: 新建绿道, 建成数据集. What they say belongs to what the figure measures.
_FLOW = re.compile(
    r"(?P<new>新建改?、?改?扩建|新增加?|净增加?|新（改）建|新建（改）|新（扩）建|新建改造|新改造|新建|新改建|新改扩建|新开工|新开|新设立?|新引进|新培育|新认定|新招收|新招引|新投用|新建成|累计新增)"
    r"|(?P<done>建设(?!用地|兵团|资金|项目|规模|面积)|建立|构建|形成|开行|承办|签订|出台|办好|改善|关停淘汰|淘汰|累计建成|建成投用|建成投运|建成|打造|培育|培养|引进|招引|引育|集聚|创建|实施|推出|开展|改造|改建|治理|修复|完成|筹集|供应|供给|布局|投放|举办|创成|创造|发放|落地|开工|投产|设立|组建|认定|推广|制定|发布|开通|签约|惠及|服务|帮助|支持|争取|投入|下达|发行|筹措)"
)
#: Too vague to be compared by itself: 营业收入 is another one in each section.
_VAGUE = re.compile(
    r"(?:总[额数值]?|规模|占|占比|比重|面积|长度|投资额?|总投资|收入|人数|产值|总产值|营业收入|主营业务收入|销售收入|销售额|增加值|税收|利税|利润|产能|产量|企业|单位|"
    r"从业人员|就业|增速|覆盖率|覆盖面|平台|项目|个数|家数|户数|里程|总里程|产业|园区|基地|人才|经济|服务|设施|资金|其他|全部|各类|品牌|示范|重点|面|率|同比|价格|交易额|成交额|用地|"
    r"受益|群众|居民|人口|农户|学校|医院|社区|村|县|市|区|镇|省|国|亩均|人均|每|户均|累计|任务|成果|标准|活动|行动|工程|专项|机构|队伍|站点|线路|航线|贷款|基金|债券|奖项|奖牌|技术|产品|专利|公园|桥|路|车|床位|学位|车位)"
)
_VAGUE_EDGE = re.compile(
    r"^(?:增速|增幅|涨幅|降幅|总量|规模(?!以上|以下)|综合实力|位[次居列]|居|排名|其|该|此|这|各|每|另|等|以|从|在|由|比|较)|(?:安排|投入|下达|拨付|支持|补助|将|可|要|达|拥有|共有|设有|[、和与及等]|(?<![高初])中)$"
)
#: What stands before an indicator and ends so is no part of its name: 奋力实现地区生产总值.
_VERBAL = re.compile(
    "(?:实现|完成|达到|推动|促进|确保|保证|保持|带动|支撑|力争|争取|提高|提升|扩大|稳定|落实|推进|增强|改善|加大|加强|巩固|优化|调控|控制|新增|使|让|把|将|对|以|在|于|下|中|上|后|的|，)$"
)
#: Growth by itself is that of the whole economy.
_ECONOMY = re.compile("(?:经济|经济增长|增长|国民经济)(?:预期)?(?:目标|速度|预期)?")
_LONGEST = 44


class Subject(Struct, eq=False, frozen=True):
    """Whose figure it is.

    `name` is what stands there, `key` its one wording, by which it is compared (an indicator's own where the
    dictionary has it), from `start` on in the words it was read from; `area` is whose ("" for the document's own
    and what is not said); `flow` is new or done where a verb tells what is counted, `verb` that verb. `known` is what
    the dictionary has of it, by its name if `exact` and else by its last words; `vague` names are no ground for
    comparing.
    """

    name: str = ""
    key: str = ""
    area: str = ""
    flow: str = ""
    start: int = 0
    known: Known | None = None
    exact: bool = False
    vague: bool = True
    verb: str = ""


NOBODY = Subject()


@lru_cache(maxsize=8192)
def subject_in(words: str, own: str) -> Subject:
    """The subject at the end of `words`, which stand before a figure and what tells it.

    `own` is the document's own place.
    """
    if len(words) > _LONGEST:
        cut = len(words) - _LONGEST
        found = subject_in(words[cut:], own)
        return _moved(found, cut)
    trail = _TRAIL.search(words)
    end = trail.start() if trail is not None else len(words)
    start = _last_member(words, end)
    start, area, flow, verb = _front(words, start, end, own)
    name = words[start:end]
    if not name:
        return Subject(area=area, flow=flow, start=start)
    found = _named(name, area, flow, start, own)
    return replace(found, verb=verb) if verb else found


def _moved(found: Subject, by: int) -> Subject:
    return replace(found, start=found.start + by)


def _front(words: str, start: int, end: int, own: str) -> tuple[int, str, str, str]:
    """Where the name begins behind times, verbs and area, with the area, the kind of verb and the verb."""
    area = flow = told = ""
    while start < end:
        lead = _LEAD.match(words, start, end)
        if lead is not None and (lead.end() < end or not flow):
            start = lead.end()
            continue
        verb = _FLOW.match(words, start, end)
        if verb is not None and (not flow or verb.end() < end) and not known_indicator(wording(words[start:end])):
            told, flow, start = told or verb[0], flow or verb.lastgroup or "", verb.end()
            continue
        if not area:
            area, length = area_of(words[start:end], own)
            if area:
                start += length
                continue
        break
    return start, area, flow, told


def _last_member(words: str, end: int) -> int:
    """Where the last member of 稳就业、地区生产总值 begins, if it is an indicator by itself."""
    bare = _BRACKETS.sub(lambda found: "□" * len(found[0]), words[:end])
    mark = bare.rfind("、")
    if mark < 0:
        return 0
    last = wording(words[mark + 1 : end])
    found = longest_known(last)
    return mark + 1 if found is not None or (len(last) >= 4 and by_ending(last) is not None) else 0


def _named(name: str, area: str, flow: str, start: int, own: str) -> Subject:
    key = wording(name)
    exact = known_indicator(key)
    if exact is not None:
        return Subject(name, _key_of(exact), area, flow, start, exact, True, False)
    found = longest_known(key)
    if found is not None:
        known, at = found
        rest = key[:at]
        inner, length = area_of(rest + "□", own) if rest else ("", 0)
        if _VERBAL.search(rest):
            return Subject(name, _key_of(known), area, flow, start, known, True, False)
        if inner and length == len(rest) and not area:
            return Subject(name, _key_of(known), inner, flow, start, known, True, False)
        return Subject(name, key, area, flow, start, known, False, len(key) < 5)
    known_end = by_ending(key)
    vague = (
        len(key) < 4
        or _VAGUE_EDGE.search(key) is not None
        or _VAGUE.fullmatch(key) is not None
        or not re.search("[\u4e00-\u9fff]{2}", key)
    )
    return Subject(name, key, area, flow, start, known_end, False, vague)


def is_economy(key: str) -> bool:
    """Whether a name whose growth is told stands for the whole economy."""
    return _ECONOMY.fullmatch(key) is not None


def _key_of(known: Known) -> str:
    return wording(known.name)
