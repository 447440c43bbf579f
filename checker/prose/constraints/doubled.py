"""Words written twice in a row: 加快加快, 的的.

A word is doubled where it opens or ends a clause twice over, where it is one that hardly ends another, or where the
text opens or ends a clause with it elsewhere, so that it is a word; 健全全链条, 一代一代, 构建共建共治 are right.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cached_property

from checker.messages.prose import DOUBLED_WORD
from checker.prose.quotations import said_by_others
from checker.prose.typos import Slip

_H = "[\u4e00-\u9fff]"
_LONGEST = 10
#: A character that comes again as soon as it does in a row; looks ahead, so that no row hides another.
_AGAIN = re.compile(rf"({_H})(?=({_H}{{0,{_LONGEST - 1}}})\1)")
#: What may stand twice in a row of its own right: verbs tried out, one by one.
_RIGHT = re.compile(
    "研究|讨论|商量|考虑|学习|活动|锻炼|交流|了解|休息|检验|打扫|收拾|意思|琢磨|比较|非常|特别|一|二|两|三|几|每|多么|很|越|非|又|再|"
    "边|随|且|半|时|大|小|哈|好"
)
_OPENS = re.compile(r"(?:^[ \u3000\u2003]*|[，。；：、！？“（]|[加赶]快|[大着努奋]力|切实|持续|不断|继续|积极|深入)$")
#: Names and nouns that begin with a verb.
_NOUN = re.compile("[力者型]|银行|部门|兵团")
_CLOSES = re.compile(r"[，。；：、！？”）]|$")
_MARK_BEFORE, _MARK_BEHIND = re.compile("[，。；：！？“（\n]"), re.compile("[，。；：！？”）\n]")
#: Verbs and adverbs of plans, which hardly end a word.
_WORDS = frozenset(
    re.findall(
        "..",
        "加快加强加大推进推动提升提高促进完善健全强化优化深化坚持支持鼓励引导落实实施开展建立构建打造培育壮大巩固拓展扩大增强"
        "保障确保全面积极大力持续不断深入切实努力力争着力充分严格逐步稳步统筹聚焦围绕依托立足抓好做好形成实现达到超过突破成为"
        "作为通过按照根据以及并且或者我们他们各项各类各级各地有关相关主要重点重大重要群众全国全市全省全区全县同时其中已经必须"
        "能够可以应当更加采取处置处理进行予以给予有力有效有序严格规范稳妥妥善科学合理高效精准协调协同联动配合贯彻执行部署安排制定"
        "编制出台印发发布组织动员调动激发释放带动拉动引进引入吸引集聚汇聚整合盘活挖掘开发利用改造改善改进更新升级转变转型"
        "防范化解遏制整治查处打击维护捍卫弘扬传承践行秉持遵循恪守落地见效增长下降减少增加扩展延伸覆盖惠及服务保护修复",
    )
)
#: A single word that is doubled in no right sentence but behind what is named: 目的的, 重要要求, 以及及时.
_SINGLE = re.compile(
    r"(?<![目标有端靶鹄中之似别么打无男女的])的的(?![的确士喀哥姐票款])|(?<![了])了了(?!解|不起|望|断|结|得|如指掌|却)|(?<![调平温缓暖共中总求饱附随祥谦柔应])和和(?![美睦气平解好缓谐善田林风煦])|"
    r"(?<![主需重首必只想纲概机紧冗])要要(?!求|素|点|闻|件|害|义|领|道|地|塞|务)|(?<![存实所现潜内外自好正旨])在在(?![建线校职岗册逃编押])|"
    r"(?<![得可足予加用难所])以以(?![及来上下内外色往致便前后])|(?<![参给授赋])与与(?!会|时|此|众)|(?<![兼合归吞])并并(?!网|购|入|行|轨|列|联)|"
    r"(?<![服听盲跟])从从(?!严|业|事|而|重|快|紧|容|来|政)|(?<![面方倾指朝取定意导志流走])向向(?!好|上|下|前|外|海|往|心|纵)|"
    r"(?<![即名大上])将将(?!军|来|领|近|要)|(?<![相针面应敌一结])对对(?!外|口|标|象|接|策|联|照|应|手|比|立|等)|(?<![自])由由(?!于|此)|"
    r"(?<![掌])把把(?!关|握|控|手)|(?<![促致驱即使出])使使(?!用|命|馆|者)|"
    r"(?<![礼退谦转出])让让(?!步|利|位)|(?<![作成认以行更尤最])为为(?!民|先|主|期|止|了|政|人|企|基|农)|"
    r"(?<![求就都也算若])是是(?!非|否)|(?<![所具拥享国没只占含])有有(?!关|利|效|限|机|序|力|的|色|线|源|为|形|所)|(?<![以遍涉普波顾])及及(?!时|格|其|早)"
)


class ClauseEnds:
    """The pairs of characters that a text opens or ends a clause with: two characters that are a word there."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        return word in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[str]:
        text = self._text
        opening = (text[mark.end() : mark.end() + 2] for mark in _MARK_BEFORE.finditer(text))
        closing = (text[max(mark.start() - 2, 0) : mark.start()] for mark in _MARK_BEHIND.finditer(text))
        return frozenset((*opening, *closing))


def find_doubled_words(text: str, words: Container[str] = ()) -> Iterator[Slip]:
    """The words that stand twice in a row in a paragraph; `words` are those that the text it is of shows to be some."""
    end = 0
    for again in _AGAIN.finditer(text):
        start = again.start()
        size = _row(text, start, again.end(2)) if start >= end else 0
        if size and _is_slip(text, start, size, words):
            end = start + 2 * size
            word = text[start : start + size]
            # Within a clause it may be a mark that is missing: 水平明显提高提高质量.
            sure = word == "的" or (_opens(text, start) and (size > 2 or word == "建设" or word in _WORDS))
            yield Slip(start, end, DOUBLED_WORD(word=word), word, sure and not said_by_others(text, start, end))


def _row(text: str, start: int, last: int) -> int:
    """How many characters from `start` on stand there twice in a row, the second time from `last` on at the latest."""
    at = text.find(text[start], start + 1, last + 1)
    while at >= 0 and not text.startswith(text[start:at], at):
        at = text.find(text[start], at + 1, last + 1)
    return max(at - start, 0)


def _is_slip(text: str, start: int, size: int, words: Container[str]) -> bool:
    if size == 1:
        return _SINGLE.match(text, start) is not None
    word = text[start : start + size]
    if word in _WORDS:
        return _NOUN.match(text, start + 2 * size) is None
    if _RIGHT.match(word) or len(set(word)) == 1:
        return False
    # Between two words of a clause, two characters may end one and begin the next.
    if _NOUN.match(text, start + 2 * size):
        return False
    stands_apart = size > 2 or _opens(text, start) or _CLOSES.match(text, start + 2 * size) is not None
    return stands_apart or word in words


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text, max(start - 4, 0), start) is not None
