"""What a text says is carried out and built, by name: 实施A工程、“B”行动, 建成C大桥, D、E等重大项目.

In: passages. Out: a row for each name. A name ends as programmes and projects do, or as what is built does, stands in
the object of a verb of doing, and is one: 一批重大项目 and 政府投资项目 name none. Quotation marks, brackets, letters,
digits, 和 and 与 may stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.lists import hide_nested
from checker.prose.reading.passages import Passage

_KIND = "专项行动|行动计划|三年行动|工程|行动|计划|项目"
_STRONG = "实施好?|推进|推动|开展|启动|组织|落实|深化|建成|开工建设|开工|制定|谋划|推出|抓好|续建|新建|学习运用"
_WEAK = "建设|完成|打造|完善|加快|优化|发挥|建强|做强做优|做大做强|做强"
#: What may stand beside the verb before a name.
_BESIDE = (
    "深入|全面|大力|有序|高质量|高标准|高水平|扎实|稳步|接续|力争|滚动|适时|继续|主动|积极|持续|加快|将|并|再|争取|"
    "新一批|一批|一系列|以及|和|与"
)
_STRONG_VERB = re.compile(_STRONG)
_ONE_VERB = re.compile(f"{_STRONG}|{_WEAK}")
_LEADING = re.compile(f"^(?:{_STRONG}|{_WEAK}|{_BESIDE})+")
_CLAUSES = re.compile(r"[^，。；：！？]+")
_SPLIT = re.compile(r"、|以及|(?<=[”）程动划目线路桥速园])[和及与]|[和及与](?=“)|(?<=”)(?=“)")
#: 等 that leaves a list open, not that of 高等教育 and 等级.
_AND_SO_ON = "(?<![高中同平均何])等(?![级次奖教第于])"
#: Behind the last name of an open list: 等重大工程, 等项目建设.
_SUMMED = re.compile(
    rf"{_AND_SO_ON}(?P<which>[^，、“”和与]{{0,14}}?)(?P<kind>{_KIND})(?:的?(?:建设|实施|落地|改造))?$|{_AND_SO_ON}$"
)
_BEHIND = re.compile(r"(?:的?(?:建设|实施|落地|落实|前期工作|前期))$|（[^（）]*）$")
_IS_KIND = re.compile(rf"(?:{_KIND})[”]?(?:（[^（）]{{1,16}}）)?$")
_BUILT = re.compile(
    r"(?:号线|[支专]线|连接线|高速|高速公路|快速[路通]道?|快速路|高铁|铁路|城际|大桥|特大桥|隧道|机场|水库|电站|电厂|风电场|码头|港区|枢纽|水厂|"
    r"泵闸|闸站|大道|航道|管线|西环线|东环线|客专|产业园|物流园)(?:[一二三四五六][期段]|二三期|[东西南北]?延伸?|改扩建|扩建|[\u4e00-\u9fff]{0,4}段)?(?:及[东西南北]延伸)?(?:（[^（）]{1,16}）)?$"
)
_BUILDS = re.compile("建成|开工|续建|新建|建设|推进|启动")
#: What is of a kind is not one of them: 国际航空枢纽, 绿色机场.
_OF_A_KIND = re.compile(
    "^(?:国际|全球|世界|智慧|绿色|综合|重要|现代|全国|国家|区域|干线|城际|市域|高速|高能级|轨道|新城|数字|智能)"
)
#: What names none though it ends so: the words before its kind say only which ones are meant.
_GENERAL = re.compile(
    r"^(?:一[批系项个]|[百千万]?[项大个]|若干|重[点大]|各[类项级]?|全|有关|相关|更多|这些|上述|其他|此类|政府|民间|社会|外资|"
    r"国家|省级?|市级?|年度|专项|基本|建设|投资|固定资产|科研|民生|主要|示范|标志性|配套|产业|新开放|新兴|优质|存量|新增|全[省市县区国]|"
    r"[一二三四五六七八九十两几0-9]+[项大个批]|[”“]?$)(?:重大|重点|[\u4e00-\u9fff]{0,6}(?:领域|投资|类))?(?:建设|投资|专项)?(?:三年)?(?:工程|行动|计划|项目|专项)?$"
)
_NO_NAME = re.compile(
    rf"[，。；：]|^(?:的|了|和|与|及|等|其)|(?:政府|投资|科研|重大|重点|外资|民生|产业|建设|示范|标杆|标志性|多|些|类|批|性|化|式|型|区|市)项目$|"
    rf"(?:年度|攻关|工作|发展|投资|实施|建设|[一二三四五六七八九十0-9]年)计划$|(?:具体|一致|联合|集体|统一|自觉|执法|协同|实际)行动$|"
    rf"(?:系统|基础|民心|土木|软件|民生|形象|标志性|安全|重大|重点|建设|水利|国际|科学|软)工程$|^(?:千万|这一|该)|{_AND_SO_ON}|^[改建]|^(?:具有|以|省(?!级|道)|产业目标)|^.{{0,4}}项目$|^(?:形象|政绩|面子)工程$|的(?:项目|工程|行动|计划)$"
)
_SHORTEST, _LONGEST = 4, 34


class Undertaking(Struct, eq=False, frozen=True):
    """A programme or project by name, and where its words stand in the source; `kind` is 工程, 行动, 计划 or 项目."""

    words: str
    kind: str
    passage: int
    start: int
    end: int


def undertaking_in(title: str) -> str:
    """The name of a project that these words are, without the verbs before it and a 建设 behind; "" for none."""
    name = _LEADING.sub("", title.strip())
    behind = None if _IS_KIND.search(name) else _BEHIND.search(name)
    name = name[: behind.start()] if behind is not None else name
    is_one = _IS_KIND.search(name) or (_BUILT.search(name) and not _OF_A_KIND.match(name))
    return name if is_one and _is_name(name) else ""


def find_undertakings(passages: Sequence[Passage]) -> Iterator[Undertaking]:
    """The names in all running text, in order; each mention is one."""
    for number, passage in enumerate(passages):
        if passage.kind is BlockKind.HEADING or not _may_hold(passage.text):
            continue
        shown = hide_nested(passage.text)
        for clause in _CLAUSES.finditer(shown):
            for words, kind, start in _names(passage.text, shown, clause.start(), clause.end()):
                yield Undertaking(words, kind, number, *passage.span(start, start + len(words)))


def _may_hold(text: str) -> bool:
    return _ONE_VERB.search(text) is not None


def _names(text: str, shown: str, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """The names in one clause, with their kinds and places; one verb governs them all."""
    verb = _ONE_VERB.search(shown, start, end)
    if verb is None:
        return
    summed = _SUMMED.search(shown, verb.end(), end)
    kind = summed["kind"] if summed is not None else None
    end = summed.start() if summed is not None else end
    builds = _BUILDS.search(shown, start, end) is not None
    cuts = [verb.start(), *(place for found in _SPLIT.finditer(shown, verb.end(), end) for place in found.span()), end]
    for first, last in zip(cuts[::2], cuts[1::2], strict=True):
        low = _without_verbs(shown, first, last)
        words = text[low:last]
        behind = None if _IS_KIND.search(words) else _BEHIND.search(words)
        words = words[: behind.start()] if behind is not None else words
        told = _kind(words, kind or "", builds=builds)
        if told and _is_name(words):
            yield words, told, low


def _without_verbs(shown: str, low: int, high: int) -> int:
    """Where the name begins: behind its last strong verb, and what stands beside that."""
    strong = [found.end() for found in _STRONG_VERB.finditer(shown, low, high) if found.end() < high - 2]
    low = strong[-1] if strong else low
    leading = _LEADING.match(shown[low:high])
    return low + leading.end() if leading is not None else low


def _kind(words: str, shared: str, *, builds: bool) -> str:
    """Of what kind a name is, "" for none."""
    own = _IS_KIND.search(words)
    if own is not None:
        return next(kind for kind in ("工程", "行动", "计划", "项目") if kind in own[0])
    if shared and (builds or words.startswith("“")):
        return next(kind for kind in ("工程", "行动", "计划", "项目") if kind in shared)
    return "项目" if builds and _BUILT.search(words) and not _OF_A_KIND.match(words) else ""


def _is_name(words: str) -> bool:
    bare = words.strip("“”")
    if (
        not _SHORTEST <= len(words) <= _LONGEST
        or words.count("“") != words.count("”")
        or words.count("（") != words.count("）")
    ):
        return False
    return not _GENERAL.match(bare) and not _NO_NAME.search(bare)
