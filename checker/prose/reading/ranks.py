"""Places held among others: whose, among whom, when, and whether they are held, set out from or aimed at.

营商环境评价由全省第9位上升到第6位, 力争进入全省前5位, 连续三年居前10位.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.clauses import Shape
from checker.prose.reading.frame import Frame
from checker.prose.reading.lexicon import longest_known, wording
from checker.prose.reading.passages import Passage
from checker.prose.reading.sections import Section
from checker.prose.reading.times import Time
from checker.quantity import parse_numeral
from checker.source import Expression

_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_RANK = Expression(
    rf"(?P<ahead>第|前)(?P<number>{_NUMBER})(?:位|名(?![单录字称])|强(?=[，。；、]|$))"
    rf"|(?<=[国省市区县州界球内位居列])第(?P<bare>{_NUMBER})(?=[，。；、]|$)|(?P<top>首位|榜首)",
    sign="[第前][0-9一二三四五六七八九十]{1,3}(?:[位名强，。；、]|$)|首位|榜首",
)
_AMONG = re.compile(
    "(?:全国|全省|全市|全区|全县|全州|全球|世界|国内|省内|亚洲|西部|中部|东部|中西部|长三角|副省级城市|同类)"
)
#: Verbs and particles between whose place it is and the place itself.
_HELD = (
    "稳居|位居|位列|名列|排名|排位|位次|跃居|跃升|上升|提升|前移|前进|晋升|进位|进入|迈进|挺进|跻身|冲刺|保持|维持|稳定|巩固|升|"
    "居于?|列|排|达到?|到|至|为|在|于|由|从|自|的|中|内|并|已|仍|均|继续|持续|成功|首次|第"
)
_TAIL = re.compile(rf"(?:{_HELD}|[，、]|连续(?:{_NUMBER})年|(?:19|20)[0-9]{{2}}年[底末初]?)+$")
_AREA = re.compile("[\u4e00-\u9fff]{0,3}[省市县区州]")
#: A figure before the place in its clause is of something else: 增长6%、总量居第5位.
_MEMBER = re.compile("[^、]*[0-9][^、]*、(?=[^、0-9]+$)")
_BRACKETS = re.compile("（[^（）]*）")
_LEAD = re.compile(
    r"(?:[，、]|力争|争取|确保|努力|推动|实现|促进|保持|巩固|提升|其中|并|使|让|将|预计|目标|"
    "(?:到|至|截至)?(?:19|20)[0-9]{2}年(?:底|末)?|连续[0-9一二三四五六七八九十]{1,3}年|“?十[一二三四五]五”?(?:时期|期间|末)?|在)+"
)
_STREAK = re.compile(f"连续(?P<years>{_NUMBER})年[^，。；0-9]{{0,12}}$")
_FROM = re.compile("(?:由|从|自)(?:(?:19|20)[0-9]{2}年[底末]?的?)?[^，。；0-9]{0,12}$")
#: By how many places: 前移两位至第三位, 提升4位到第3名.
_STEPS = re.compile(
    f"(?P<way>前移|上升|提升|跃升|前进|晋升|进|升|下降|下滑|后移|退|降)了?(?P<by>{_NUMBER}|两)个?(?:位次|位|名)"
)
_BACK = "下后退降"
_STEPS_REACH = 10
_AIMED = re.compile("力争|争取|确保|努力|冲刺|目标|挺进|迈进|将")
_KEPT = re.compile("保持|维持|稳定|稳居|不低于")
_NOW = re.compile("巩固|目前|现居|现列|已")
#: Words that say of what a place is only together with whose it is.
_SIDE = re.compile("(?:总量|增速|增幅|规模|均量|人均|总产量|产量|总数|数量|综合得分|得分)")
_NAMED = re.compile(
    "(?:[^，。；]*，)?(?:[0-9]{4}年，?)?(?P<name>[\u4e00-\u9fff]{4,20}?)(?:同比|累计|年均|预计)?(?:增长|达到?|完成|实现|为|下降|提高)?[0-9]"
)
#: How many others there are: 28家省级以上开发区, 16个市, 33个县（市、区）.
_AMONG_SO_MANY = re.compile(
    r"(?<![0-9.])(?P<members>[0-9]{1,3})(?:家|个|座|所)(?:[^，。；0-9]{0,12}(?:开发区|园区|经开区|高新区|城市|[省市县区州盟旗]）?))[^，。；0-9]{0,12}(?:中|里|内)?[^，。；0-9]{0,14}$"
)
_SHORTEST, _LONGEST = 3, 40
#: A group that is named so long tells what the place is of: 综合排名居全省高新区第6位.
_GROUP = 4


class Rank(Struct, eq=False):
    """A place from `start` to `end` of the source: the number, or the last of the first so many if `ahead`.

    `members` is how many there are among whom it is held, 0 where nothing tells; `steps` by how many places it lies
    ahead of the one before it in its sentence (behind it, if less than 0), 0 where nothing tells; `role` is held,
    start or aim; `kept` is 保持; `year` is the last of `years` years for which it is told, 0 for none.
    """

    key: str
    among: str
    number: int
    ahead: bool
    role: str
    kept: bool
    year: int
    years: int
    start: int
    end: int
    words: str
    sentence: tuple[int, int]
    members: int = 0
    steps: int = 0


def find_ranks(
    number: int, passage: Passage, shape: Shape, times: Sequence[Time], section: Section, frame: Frame
) -> Iterator[Rank]:
    """The places told in the passage with this number, those that tell whose they are."""
    text, last_end = passage.text, 0
    last: Rank | None = None
    for found in _RANK.finditer(text):
        sentence, clause = shape.sentence_at(found.start()), shape.clause_at(found.start())
        words = text[max(clause, last_end, found.start() - _LONGEST) : found.start()]
        before = last if last is not None and last.sentence == (number, sentence) else None
        key, among = _whose(_STEPS.sub("", words))
        if before is not None and (not key or _SIDE.fullmatch(key)):
            key, among = (before.key + key if not before.key.endswith(key) else before.key), among or before.among
        elif _SIDE.fullmatch(key):
            key = _side_of(text[sentence:clause], key)
        elif _AREA.fullmatch(key):  # In what it holds the place is told before: 在全省开发区考评中，我区居第7位.
            among += text[sentence:clause]
        last_end = found.end()
        shortest = _SHORTEST if len(among) < _GROUP else _SHORTEST - 1
        if len(key) < shortest and not _AREA.fullmatch(key):
            continue
        told = next((one for one in reversed(times) if sentence <= one.start < found.start()), None)
        year, is_aim = _when(text[sentence : found.start()], words, told, section, frame)
        role = "start" if _FROM.search(words) else "aim" if is_aim else "held"
        streak = _STREAK.search(words)
        value = int(parse_numeral(found["number"] or found["bare"] or "一") or 0)
        last = Rank(
            key, among, value, found["ahead"] == "前", role, _KEPT.search(words) is not None, year,
            int(parse_numeral(streak["years"]) or 1) if streak is not None else 1,
            *passage.span(*found.span()), found[0], (number, sentence), _members(text, clause, found.start()),
            _steps(words) or _steps(text[found.end() : found.end() + _STEPS_REACH]) if before is not None else 0,
        )  # fmt: skip
        yield last


def _members(text: str, clause: int, end: int) -> int:
    """Among how many the place is held: 在全省28家开发区综合考评中列第9位."""
    told = _AMONG_SO_MANY.search(text, clause, end)
    return int(parse_numeral(told["members"]) or 0) if told is not None else 0


def _steps(words: str) -> int:
    told = _STEPS.search(words.partition("。")[0])
    if told is None:
        return 0
    by = int(parse_numeral(told["by"].replace("两", "二")) or 0)
    return -by if told["way"][0] in _BACK else by


def _side_of(before: str, side: str) -> str:
    """增速 of what the clause before tells: 规模以上工业增加值增长7.3%，增速居全省第3位."""
    named = _NAMED.match(before)
    known = longest_known(wording(named["name"])) if named is not None else None
    return wording(known[0].name) + side if known is not None else side


def _whose(words: str) -> tuple[str, str]:
    """Whose place it is and among whom, by the words before it."""
    words = _MEMBER.sub("", _BRACKETS.sub("", words), count=1)
    lead = _LEAD.match(words)
    bare = words[lead.end() :] if lead is not None else words
    among = _AMONG.search(bare)
    if among is None:
        return wording(_TAIL.sub("", bare)), ""
    before = _TAIL.sub("", bare[: among.start()])
    behind = _TAIL.sub("", bare[among.end() :])
    return (wording(before), among[0] + behind) if before else (wording(behind), among[0])


def _when(sentence: str, words: str, told: Time | None, section: Section, frame: Frame) -> tuple[int, bool]:
    """The year of a place, 0 where nothing tells, and whether it is aimed at."""
    if _NOW.search(words):
        return frame.base, False
    if told is not None and told.role != "compared":
        return told.last, told.last > frame.base or _AIMED.search(words) is not None
    if _AIMED.search(sentence[-_LONGEST:]) or section.tense == "target":
        ahead = frame.year if frame.is_report else frame.period[1] if frame.period is not None else 0
        return section.last if section.tense == "target" else ahead, True
    return section.last or frame.base, False
