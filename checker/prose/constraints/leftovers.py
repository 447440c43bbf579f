"""Left-overs of another plan: its period, ordinal, years and plenum where the text speaks of what it sets itself.

An earlier period is named rightly where the text looks back at it (取得, 完成, 以来, 比…增长, a heading of review). It
is a left-over where the words around it look ahead (指导思想, 主要目标, 必须, 力争) and none of them looks back; the
plan's own period is one where they look back, and an earlier one than the last where they look back at a whole period.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from checker import resources
from checker.messages import Message
from checker.messages.prose import (
    PERIOD_GUIDE,
    PERIOD_LOOKS_BACK,
    PERIOD_OTHER_PLAN,
    PERIOD_PAST_GOAL,
    PERIOD_SPAN,
    PERIOD_TITLE,
)
from checker.prose.constraints.periods import PeriodSlip
from checker.prose.document import BlockKind
from checker.prose.reading.passages import Passage
from checker.prose.reading.read import Reading
from checker.prose.years import period_of, period_years
from checker.quantity import parse_numeral

Years = tuple[int, int]

_PLANS = "[八九]五|十[一二三四五六七八]五"
_NAMED = re.compile(
    rf"(?=[“十第])(?:“(?P<plan>{_PLANS})”(?!(?:时期)?普法)|(?<![一二三四五六七八九十第“])(?P<bare>十[一二三四五六七八]五)(?=时期|期间|规划|[期]?末)|第(?P<ordinal>十[一二三四五六七八])个五年(?:规划|计划)?)"
)
_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
_TITLE = re.compile(r"《[^《》]*》")
#: How far around a period its sentence tells whether it looks ahead or back.
_BEFORE, _BEHIND = 24, 44
_AHEAD = re.compile(
    "指导思想|总体要求|基本要求|[主奋发预总][要斗展期体]?目标|目标任务|[主重战][要点略大]任务|总体思路|工作思路|基本思路|基本原则|重大原则|"
    "[战发][略展]定位|发展环境|阶段性?特征|新特点|新阶段|主攻方向|主题主线|必须|面临|机遇|挑战|承前启后|关键时期|重要时期|攻坚期|窗口期|机遇期|关键期|"
    "决胜期|发力期|突破期|第一个五年|力争|努力|将|(?<![主重需必首纲概])要(?![求素点闻])|谋划|编制|制定|描绘|起草|展望|蓝图|争取|着力|今后|未来|更好"
)
_LEADS = re.compile("(?:谋划|推动|指导|指引|明确|阐明|面向|擘画)[^，。“]{0,6}$")
_TITLE_AHEAD = re.compile(
    "指导思想|要求|目标|思路|原则|定位|环境|形势|机遇|特征|特点|阶段|任务|部署|安排|举措|战略|愿景|展望|蓝图|方向|意义|主要指标"
)
_BACK = re.compile(
    "取得|完成|成就|成绩|成效|成果|收官|圆满|胜利|顺利|回顾|总结|奠定|积淀|不平凡|不寻常|非凡|以来|累计|了|已|达到|经过|历经|进入|延续|"
    "评估|基础上|年均|增长|提高到|提升至|[较比与从由自]“|超过|同期|过去|曾|迈上|跨越|超额|如期|相比|对照|衔接|[期”]末|经验|教训|问题|结转|续建|跨|"
    "延期|遗留|启动|提前|获批|入选|荣获|实施以|首次"
)
_REVIEW = re.compile(
    "五载|五年|回顾|总结|成就|成绩|成效|进展|评估|完成|收官|过去|发展基础|现状|情况|取得|实现|以来|历程"
)
#: What a heading is called that tells of what is ahead, where it says nothing of what has been done.
_PROSPECT = re.compile("形势|机遇|挑战|环境|趋势|前景")
_TITLE_BACK = re.compile("(?:发展|主要|重大|历史性|取得的?)成就|工作回顾|发展回顾|实施情况|完成情况|圆满收官")
_DONE = re.compile(r"(?:规划)?(?:确定的)?(?:主要)?(?:目标|任务){1,2}(?:总体|基本|胜利|如期|顺利|圆满|全面)*完成[，。]")
_PAST = re.compile(
    r"(?:时期|期间)?[^，。]{0,24}(?:极不[平寻][凡常]|很不平凡)|(?:时期|期间)?，?[^，。]{0,8}取得了?[^，。]{0,6}成[就绩效]"
)
#: What was approved or begun then and is gone on with: “十四五”批复的基地.
_BEGUN = re.compile(
    r"(?:时期|期间)?(?:已经?|新)?(?:批[复准]|核准|备案|获批|立项|开工|在建|启动|建成|投[产用])[^，。；]{0,6}?的"
)
_CAME_OF_IT = re.compile(
    "(?:时期|期间|以来)，[^。；]*(?:取得|完成了?|建成了?|实现了|迈上|攻坚克难|成就|成效)[^。；]*[。；]?$"
)
_COMPARED = re.compile("[较比]$|(?:超额|提前|胜利|圆满)完成(?:了|国家|省定)?$")
#: Before a period whose aims are told: 《纲要》提出了“十五五”期间….
_SETTING = re.compile("(?:提出|明确|确定|设定|描绘|擘画|展望)了?$")
_NOT_YET = re.compile("将|力争|确保|努力|争取|(?<![主重需必首纲概])要(?![求素点闻])|203[0-9]|二〇三")
_LATER = re.compile("谋划|展望|储备|前期|接续|衔接|长远|延续|以后|以及|乃至|为“|跨|到“|向“|开局|后续")
_DRAWN_UP = re.compile("编制|制定|起草|审查|审议|提请|本规划|本纲要|[根依]据")
_SPAN = re.compile(
    r"(?:规划期限?|实施期限?|今后五年|未来五年)(?:为|是|即|：|（|，)?(?P<first>20[0-9]{2})年?[—–\-－~～至到]{1,2}(?P<last>20[0-9]{2})年"
)
_GOAL = re.compile(
    r"(?<![高升加少低长展步进涨][到至])(?<=[到至])(?P<year>20[0-9]{2}|二[〇○]二[〇○一二三四五六七八九])年(?:底|末|前)?，?(?P<rest>[^。；]{2,40})"
)
_SETS = re.compile(
    "力争|努力|确保|争取|(?<![主重需必首纲概])要(?![求素点闻])|将|目标|基本[建形实]|达到|不低于|以上|左右|全面建成|初步|显著|明显"
)
_RESULT = re.compile("了|已|实际|完成|累计|同比|[较比]|由|从|基数|基期|[0-9]年的|截至|预计|如期")
#: Without one of these, or a period, there is nothing to look at.
_YEARED = re.compile(
    "[到至—届划限五](?:(?<=[到至—])20[0-9]{2}|(?<=[到至])二[〇○]|(?<=届)[四五]中|(?<=[划限])期|(?<=五)年)"
)
_MARKS = re.compile("[，。；！？]")
#: How a period begins, and how it ends.
_OPENS = re.compile("(?:时期|规划|五年)?的?(?:实现|迎来)?(?:[良顺精][好利彩])?(?:开局|开好局|开门红)(?!之?年|起步)")
_ENDS = re.compile(
    "(?:时期|规划|五年)?的?(?:实现)?(?:(?:顺利|圆满|胜利|完美|精彩|成功|全面)收官|收官|冲刺)(?!之?年|收官)"
)
#: What is made ready for a period that is still ahead, and what of it only its own plan tells.
_MADE_READY = re.compile("为“|奠定|打[下好牢]|准备|谋划|衔接|基础|迈向")
_OWN_AIMS = re.compile("(?:时期|期间)(?:我[省市国区县州盟]|全[省市区县州])?的?(?:经济社会|国民经济|发展|主要|目标)")
_OFTEN = 4


def find_leftovers(reading: Reading) -> Iterator[PeriodSlip]:
    """What of a document belongs to another plan than its own."""
    own = own_years(reading)
    if own is None:
        return
    yield from _in_title(reading, own)
    for passage in reading.passages:
        if passage.kind is BlockKind.CELL:
            continue
        if _NAMED.search(passage.text) or _YEARED.search(passage.text):
            find = _in_heading if _is_title(passage) else _in_sentences
            for slip in find(passage, own, _reviewed(reading, passage)):
                yield PeriodSlip(*passage.span(slip.start, slip.end), slip.message)


def own_years(reading: Reading) -> Years | None:
    """First and last year of the plan that a document is, or that holds in the year it reports for."""
    frame = reading.frame
    if frame.is_report:
        first = frame.year - (frame.year - 1) % 5
        return (first, first + 4) if frame.year else None
    if frame.kind == "drafting_note" and frame.period is not None:
        return frame.period  # It is of the paper that its title names, however much it looks back.
    counted = _counted(reading)
    often = counted.most_common(1)
    told = often[0] if often and often[0][1] >= _OFTEN and often[0][1] >= 2 * counted[_name(frame.period)] else None
    return period_years(told[0]) if told is not None else frame.period


def _counted(reading: Reading) -> Counter[str]:
    text = reading.document.source.text
    return Counter(found["plan"] for found in re.finditer(rf"“(?P<plan>{_PLANS})”", text))


def _name(years: Years | None) -> str:
    return period_of(years[0]) if years is not None else ""


def _plan(found: re.Match[str]) -> str:
    return found["plan"] or found["bare"] or f"{found['ordinal']}五"


def _reviewed(reading: Reading, passage: Passage) -> bool:
    """Whether the nearest heading above that looks only one way looks back: 面临形势 within 发展基础和环境 does not."""
    above = [block.title for block in reading.document.path_of(passage.start) if block.start != passage.start]
    plain = [title for title in above if not (_REVIEW.search(title) and _PROSPECT.search(title))]
    told = next((title for title in reversed(plain) if _REVIEW.search(title) or _PROSPECT.search(title)), "")
    return any(map(_REVIEW.search, [told] if told else above))


def _is_title(passage: Passage) -> bool:
    return passage.kind is BlockKind.HEADING or (len(passage.text) <= 40 and not _MARKS.search(passage.text))


def _in_title(reading: Reading, own: Years) -> Iterator[PeriodSlip]:
    """A title of another period than the one that the text speaks of throughout."""
    for passage in filter(_is_title, reading.passages[:8]):
        for found in _NAMED.finditer(passage.text):
            told = _plan(found)
            if found["ordinal"] and "《" not in passage.text and period_years(told) < own:
                message = PERIOD_TITLE(told=told, own=_name(own))
                yield PeriodSlip(*passage.span(*found.span()), message)


def _in_heading(passage: Passage, own: Years, reviewed: bool) -> Iterator[PeriodSlip]:
    text = passage.text
    if reviewed:
        return
    for found in _NAMED.finditer(text):
        told, name = _plan(found), _name(own)
        if told == name:
            if _TITLE_BACK.search(text) and _AHEAD.search(text) is None:
                yield PeriodSlip(*found.span(), PERIOD_LOOKS_BACK(own=name))
        elif found["ordinal"] is None and _is_other_title(text, found, (own[0] - period_years(told)[0]) // 5):
            yield PeriodSlip(*found.span(), PERIOD_OTHER_PLAN(told=told, own=name))


def _is_other_title(text: str, found: re.Match[str], behind: int) -> bool:
    """Whether a title with a period that many before the plan's own is wrong."""
    if _REVIEW.search(text):
        return behind > 1 and text.find("以来", found.end()) < 0 and _TITLE_BACK.search(text) is not None
    return _TITLE_AHEAD.search(text) is not None and not (behind < 0 and _LATER.search(text))


def _in_sentences(passage: Passage, own: Years, reviewed: bool) -> Iterator[PeriodSlip]:
    for sentence in _SENTENCE.finditer(passage.text):
        begin, words = sentence.start(), sentence[0]
        for found in _NAMED.finditer(words):
            message = _judged(words, found, own, reviewed)
            if message is not None:
                yield PeriodSlip(begin + found.start(), begin + found.end(), message)
        if reviewed:
            continue
        for start, end, message in (*_spans(words, own), *_goals(words, own), *_guides(words, own)):
            yield PeriodSlip(begin + start, begin + end, message)


def _judged(words: str, found: re.Match[str], own: Years, reviewed: bool) -> Message | None:
    told, name = _plan(found), _name(own)
    around = words[max(found.start() - _BEFORE, 0) : found.end() + _BEHIND]
    behind = 0 if told == name else (own[0] - period_years(told)[0]) // 5
    if _turns_at_other_time(words, found, behind, reviewed):
        return PERIOD_OTHER_PLAN(told=told, own=name)
    if behind == 0:
        is_past = _told_as_past(words, found) or (reviewed and _told_in_review(words, found))
        return PERIOD_LOOKS_BACK(own=name) if is_past else None
    if behind > 1 and _PAST.match(words, found.end()) and not _COMPARED.search(words[: found.start()]):
        return PERIOD_OTHER_PLAN(told=told, own=name)
    if (
        reviewed
        or _BACK.search(around)
        or _BEGUN.match(words, found.end())
        or (behind < 0 and (_LATER.search(words) or not _leads(words, found)))
    ):
        return None
    titled = any(title.start() < found.start() < title.end() for title in _TITLE.finditer(words))
    if titled or found["ordinal"]:
        looks_ahead = _DRAWN_UP.search(_TITLE.sub("", words)) is not None
    else:
        looks_ahead = (_AHEAD.search(around) or _LEADS.search(words[: found.start()])) is not None
    return PERIOD_OTHER_PLAN(told=told, own=name) if looks_ahead else None


def _turns_at_other_time(words: str, found: re.Match[str], behind: int, reviewed: bool) -> bool:
    """Whether the beginning or the end of a period is told that is not now, or the aims of the next one as own ones.

    A year sees the beginning of the own period and the end of it or of the last one; a review, that of the last too.
    """
    if found["ordinal"] or _MADE_READY.search(words, max(found.start() - _BEFORE, 0), found.start() + 1):
        return False
    end = found.end()
    if _OPENS.match(words, end):
        return behind < 0 or (behind > 0 and not (reviewed and behind == 1))
    if _ENDS.match(words, end):
        return behind < 0 or (behind > 1 and not any(one.start() > end for one in _NAMED.finditer(words)))
    is_own = _OWN_AIMS.match(words, end) is not None or (_leads(words, found) and words.startswith("时期", end))
    return behind == -1 and is_own and not _LATER.search(words)


def _leads(words: str, found: re.Match[str]) -> bool:
    """Whether a period opens its sentence."""
    return len(words[: found.start()].strip()) <= 1


def _told_as_past(words: str, found: re.Match[str]) -> bool:
    """Whether the plan's own period is told as one that is over."""
    before, end = words[: found.start()], found.end()
    if _SETTING.search(before):
        return False
    if _DONE.match(words, end) or _PAST.match(words, end):
        return not _NOT_YET.search(words)
    return _COMPARED.search(before) is not None and not _NOT_YET.search(words)


def _told_in_review(words: str, found: re.Match[str]) -> bool:
    """Whether a sentence of a part that looks back opens with the plan's own period and tells what came of it."""
    return _leads(words, found) and _CAME_OF_IT.match(words, found.end()) is not None and not _NOT_YET.search(words)


def _spans(words: str, own: Years) -> Iterator[tuple[int, int, Message]]:
    for found in _SPAN.finditer(words):
        told = int(found["first"]), int(found["last"])
        if told != own and told[1] - told[0] == 4 and told < own and not _BACK.search(words[: found.start()]):
            yield *found.span("first"), PERIOD_SPAN(first=own[0], last=own[1], own=_name(own))


def _goals(words: str, own: Years) -> Iterator[tuple[int, int, Message]]:
    for found in _GOAL.finditer(words):
        year = int(parse_numeral(found["year"]) or 0)
        told = found["rest"]
        if (
            own[0] - 6 <= year < own[0]
            and _SETS.search(words)
            and not (_RESULT.search(told) or _BACK.search(words[: found.start()]))
        ):
            yield *found.span("year"), PERIOD_PAST_GOAL(year=year, first=own[0], own=_name(own))


def _guides(words: str, own: Years) -> Iterator[tuple[int, int, Message]]:
    """The plenum that adopted another period's proposal, followed as the guide of this one."""
    if "五中" not in words and "四中" not in words:
        return
    for period, plenum in _adopted().items():
        at = words.find(plenum.removesuffix("全会"))
        if at >= 0 and period_years(period) < own and _GUIDED.search(words) and not _BACK.search(words):
            yield at, at + len(plenum), PERIOD_GUIDE(plenum=plenum, told=period, own=_name(own))


@cache
def _adopted() -> dict[str, str]:
    """The plenum that proposed the plan of each period."""
    return {row["period"]: row["plenum"] for row in resources.read_data("periods.toml")["adopted"]}


_GUIDED = re.compile("贯彻|落实|学习|[根依]据|按照|精神|指引|部署")
