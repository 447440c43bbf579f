"""How a figure is told: the words between whose figure it is and the number (年均增长, 由…提高到, 力争达到).

In: the words right before a figure. Out: where the name in front of them ends, and what they say: what the figure
measures, whether it rises or falls, whether it is striven for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from checker.statement import Measure, price_key

_UP = (
    "提高|提升|增加(?!值)|增长|上升|上涨|扩大|扩容|拓展|发展|壮大|跃升|跃居|攀升|攀上|攀高|抬升|扩充|升高|增高|拉长|前进|恢复|回升|增|升|涨|跨上|跨越|迈上|迈入|迈过|站上|"
    "突破|延长|扩展|集聚|成长|跃上|登上|冲刺|前移|晋升|进位|晋级|跃进|进|晋"
)
_DOWN = "下降|降低|减少|压减|压降|压缩|缩小|缩减|压紧|精简|收窄|回落|缩短|下调|下滑|下跌|后移|滑落|退|跌|降|缩|减"
_RISES = (
    "多出|(?<![很更最许众较增])多|"
    "提高|提升|增加(?!值)|增长|上升|上涨|扩大|净增|新增|多增|增|升|涨|递增|净增加|增速|增幅|涨幅|增长率|增收|增产|增量"
)
_FALLS = "下降|降低|减少|压减|压降|压缩|缩小|收窄|回落|缩短|少|降|跌|降幅|下降率|降低率|减收|减产"
#: Stands for a time that was taken out.
TIME = "□"
#: One word of what may stand between name and figure.
_WORDS = re.compile(
    rf"(?P<up_to>(?:{_UP})(?:了)?(?:到|至|为))|(?P<down_to>(?:{_DOWN})(?:了)?(?:到|至|为))"
    r"|(?P<keep>(?:保持|稳定|维持|控制|巩固|优化|调整|设定|定|稳)(?:在|到|为|至)?)"
    r"|(?P<rank>(?:全国|全省|世界|全球|综合|总量|规模)?(?:排名|排位|位次|名列|位列|位居|跃居|居于?|列)(?:第|前)?)"
    r"|(?P<growth>(?:年均|年平均|平均|同比|环比)?(?:增长|增速|递增|增幅|涨幅|上涨|增长率|增速率))"
    r"|(?P<added>净增加?|新增加?(?!值)|多增)"
    rf"|(?P<rise>(?:{_RISES})(?:了|率)?)|(?P<fall>(?:{_FALLS})(?:了|率)?)"
    r"|(?P<passes>(?:再|又|连续|成功)?(?:迈上|迈入|跨上|跨越|站上|迈过|跃上|登上|突破))"
    r"|(?P<per>每[日天月]|日均)"
    r"|(?P<average>年均|年平均|每年|平均每年|平均)|(?P<sum>五年累计|累计|合计|总计|共计|总共|一共|五年共?)"
    r"|(?P<strive>力争|争取|努力|有望|力求|冲刺)|(?P<ensure>确保|保证|不低于|至少)|(?P<expect>预计|预期|计划|拟|将|目标(?:是|为)?)"
    r"|(?P<done>已经?|实际)|(?P<each>分别|各|均|都|依次)"
    r"|(?P<compared>(?:比|较)(?:上年|去年|同期|上年同期)(?:同期|末)?|[同环]比)"
    r"|(?P<current>(?:按|以)?(?:现价|现行价|当年价|名义)格?(?:计算)?)|(?P<constant>(?:按|以)?(?:不变|可比)价格?(?:计算)?)"
    rf"|(?P<start>(?:由|从|自){TIME}?的?)|(?P<against>(?:比|较|同|与|相较于?){TIME}(?:的|同期)?(?:相比)?)|(?P<time>{TIME}的?)"
    r"|(?P<plain>是(?:[一二三四五十0-9]+年前|去年|上年|期初)的|达到了?|达|到|至|为|是|有|共有?|在|成为|实现|完成|突破|超过|超|逾|高于|约|近|接近|大约|占|了|仅|只|再|又|总|也|的?基础上|"
    r"进一步|逐步|稳步|持续|全面|基本|全年|当年|年度|左右|可|要|能|均|以|按|按照|每|：|:|，|将近|不足|不到)"
)
_ALL = re.sub(r"\?P<[a-z_]+>", "?:", _WORDS.pattern)
_TAIL = re.compile(rf"(?:{_ALL})+$")
#: No more characters than that tell of one figure: a line without marks is not gone through for each figure.
_LONGEST_TAIL = 200


class FigureWords(Struct, eq=False, frozen=True):
    """What the words before a figure say of it.

    `rises` is 1 for what goes up and -1 for what goes down, 0 where nothing tells; `reaches` says that the figure is
    where it goes to (提高到), not by how much. `each` is 分别, `sets_out` 由 or 从
    before the figure, `compared` 比 or 较 with what stands before, `passes` 迈上: the figure is a mark that is
    passed, `main` the kind of the verb, "" for none; `of_rate` says that it is growth that changes,
    `price` in which prices it is told.
    """

    measure: Measure = Measure.LEVEL
    rises: int = 0
    reaches: bool = False
    average: bool = False
    summed: bool = False
    added: bool = False
    modal: str = ""
    each: bool = False
    sets_out: bool = False
    plain: bool = False
    compared: bool = False
    passes: bool = False
    main: str = ""
    of_rate: bool = False
    price: str = ""


def split_figure_words(words: str) -> tuple[str, FigureWords]:
    """The words before those that tell, and what these say."""
    found = _TAIL.search(words, max(len(words) - _LONGEST_TAIL, 0))
    if found is None:
        return words, _NOTHING
    return words[: found.start()], _analysed(found[0])


#: The growth of something, whose own change is then told: 增速提高2个百分点.
_RATE = re.compile("增速|增幅|涨幅|降幅|增长率")
_NOTHING = FigureWords()
_PLAIN = frozenset({"达到", "达", "为", "是", "到", "至", "突破", "目标为", "目标是"})
_PRICES = {"current": price_key("现价"), "constant": price_key("不变价")}


@lru_cache(maxsize=2048)
def _analysed(tail: str) -> FigureWords:
    groups = [(found.lastgroup or "", found[0]) for found in _WORDS.finditer(tail)]
    kinds = {kind for kind, _ in groups}
    last = next((pair for pair in reversed(groups) if pair[0] in _MAIN), ("", ""))
    modal = next((kind for kind in ("strive", "ensure", "expect", "done") if kind in kinds), "")
    measure, rises, reaches = _measure(last[0], kinds)
    if last[0] in ("up_to", "down_to"):
        reaches = True
    elif last[0] == "keep" and "growth" in kinds:
        measure, rises = Measure.GROWTH, 1  # 年均增速保持在5.5%
    return FigureWords(
        measure,
        rises,
        reaches,
        average=any(word.startswith(("年均", "年平均", "每年", "平均每年")) for _, word in groups),
        summed="sum" in kinds,
        added="added" in kinds,
        modal=modal,
        each="each" in kinds,
        sets_out=next((kind for kind, _ in reversed(groups) if kind != "per"), "") == "start",
        plain=last[0] == "" and any(word in _PLAIN for _, word in groups),
        passes="passes" in kinds,
        main=last[0],
        price=next((_PRICES[kind] for kind, _ in groups if kind in _PRICES), ""),
        of_rate=last[0] in ("rise", "fall", "added", "up_to", "down_to") and _RATE.search(tail) is not None,
        compared=not kinds.isdisjoint(("compared", "against")),
    )


_MAIN = frozenset({"up_to", "down_to", "keep", "rank", "growth", "added", "rise", "fall"})


def _measure(main: str, kinds: set[str]) -> tuple[Measure, int, bool]:
    if main in ("up_to", "down_to"):
        return Measure.LEVEL, 1 if main == "up_to" else -1, True
    if main == "rank":
        return Measure.RANK, 0, False
    if main == "growth":
        return Measure.GROWTH, 1, False
    if main == "added":
        return (Measure.AVERAGE if "average" in kinds else Measure.CUMULATIVE), 1, False
    if main in ("rise", "fall"):
        measure = Measure.GROWTH if "average" in kinds else Measure.CHANGE
        return measure, 1 if main == "rise" else -1, False
    if "average" in kinds:
        return Measure.AVERAGE, 0, False
    return (Measure.CUMULATIVE if "sum" in kinds else Measure.LEVEL), 0, False
