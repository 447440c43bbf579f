"""Dated events: what is said to happen when, with the time resolved over a paragraph.

A time without a year (3月上旬, 次年2月) takes it from the event before it in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.passages import Passage
from checker.quantity import DateInterval, parse_date, parse_numeral

_Y = "(?:19|20)[0-9]{2}"
_SPELT = "[一二][〇○零0九][〇○零0一二三四五六七八九]{2}"
_M = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_D = "[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_EVENT = re.compile(
    rf"(?:(?P<year>(?<![0-9])(?:{_Y}|{_SPELT}))年|(?P<said>去年|今年|当年|同年|次年|翌年))?"
    rf"(?<![0-9.．—–\-～~个第])(?P<month>{_M})月(?:份|(?P<day>{_D})日|(?P<part>[上中下]旬|[初中底末]))?"
    rf"|(?<![0-9])(?P<iso>{_Y}[-./－](?:0?[1-9]|1[0-2])[-./－](?:[0-2]?[0-9]|3[01]))(?![0-9])"
    rf"|(?<![0-9—–\-－～~至])(?P<alone>{_Y})年(?P<edge>[初底末]|上半年|下半年)?(?![—–\-－～~至到代度均])"
)
_LABEL = re.compile(r"(?:发布|公布|印发|登载|发文|成文)?(?:日期|时间)[：:]?\s*$")
_ACT = re.compile(
    r"(?P<meet>[会议大]上$|会议上|会议(?:审议)?(?:批准|通过|审查)|会议审议通过|全会通过|全体会议通过)"
    r"|(?P<publish>印发|发布|公布|登载|刊发)|(?P<force>起施行|起实施|起执行)"
    r"|(?P<prepare>前期工作[^，。；、0-9]{0,4}完成|完成[^，。；、0-9]{0,4}前期工作|(?:可行性研究报告|可研报告|初步设计)[^，。；、0-9]{0,4}(?:获批|批复|完成))"
    r"|(?P<begin>开工|动工|奠基|开建|启动建设|启动实施|破土|立项|签约)"
    r"|(?P<done>建成|竣工|完工|投产|投用|投运|通车|启用|交付|验收|封顶|并网|开通运营|(?:实体化|投入|正式)运[行营]|成环|贯通|试运营|全面完成|下闸|蓄水|通水|通航)"
    r"|(?P<midterm>中期评估)|(?P<final>(?:总结|终期|期末)评估)"
    r"|(?P<visit>考察|视察|到访)"
)
#: A month from this one on, followed by one up to that one, goes over the turn of the year.
_LATE, _EARLY = 9, 4
_REACH = 44
_ZERO = str.maketrans("0零○", "〇〇〇")
_OPENS = re.compile(r"(?:^|[。；，\n])\s*(?:从|自|于|截至|到)?$")


class Event(Struct, eq=False):
    """A time from `start` to `end` of a passage and what is said to happen then.

    `act` is meet, publish, force, prepare, begin, done, midterm, final, visit or "", `act_at` where its words begin
    and end; `opens` says that it opens its clause; `dated` that its year is told or resolved, `back` that it looks
    back from the writer (去年).
    """

    passage: int
    start: int
    end: int
    time: DateInterval
    act: str = ""
    act_at: tuple[int, int] = (0, 0)
    opens: bool = False
    dated: bool = True
    back: bool = False
    monthly: bool = False


def find_events(passages: Sequence[Passage]) -> list[Event]:
    """The events of all passages, in order."""
    return [
        event
        for number, passage in enumerate(passages)
        if "月" in passage.text or "20" in passage.text or "19" in passage.text
        for event in _events(number, passage.text)
    ]


def _events(number: int, text: str) -> Iterator[Event]:
    year, month, dated = 0, 0, False
    for found in _EVENT.finditer(text):
        if found["month"]:
            year, dated = _year(found, year, month, dated)
            month = _month(found["month"])
            written = found[0].removesuffix("份")
            time = parse_date(f"{year or 2000}年{written[found.start('month') - found.start() :]}")
        else:
            time = parse_date(re.sub("[./－]", "-", found[0]))
            if found["alone"]:
                year, month, dated = int(found["alone"]), 0, True
        if time is not None:
            yield _event(number, text, found, time, dated or not found["month"])


def _month(words: str) -> int:
    return int(words) if words.isdigit() else int(parse_numeral(words) or 0)


def _year(found: re.Match[str], year: int, month: int, dated: bool) -> tuple[int, bool]:
    """The year of a month, and whether the text tells it."""
    this = _month(found["month"])
    if found["year"]:
        told = found["year"]
        return int(told if told.isdigit() else parse_numeral(told.translate(_ZERO)) or 0), True
    said = found["said"] or ""
    if said in ("去年", "今年") and month == 0:
        return year or 2000, False
    if (said in ("次年", "翌年", "今年") and this < month) or (not said and month >= _LATE and this <= _EARLY):
        return year + 1, dated
    return year or 2000, dated


def _event(number: int, text: str, found: re.Match[str], time: DateInterval, dated: bool) -> Event:
    start, end = found.span()
    act, at = _act(text, start, end)
    return Event(
        number, start, end, time, act, at,
        opens=_OPENS.search(text, max(start - 3, 0), start) is not None or start == 0,
        dated=dated,
        back=found["said"] == "去年",
        monthly=found["month"] is not None,
    )  # fmt: skip


def _act(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """What happens at a time: by its label, else by the first word that tells it in the rest of its clause."""
    if _LABEL.search(text, max(start - 8, 0), start):
        return "publish", (start, end)
    stop = min((at for mark in "。；，、" if (at := text.find(mark, end)) >= 0), default=len(text))
    following = _EVENT.search(text, end, stop)
    found = _ACT.search(text, end, min(following.start() if following else stop, end + _REACH))
    return (found.lastgroup or "", found.span()) if found is not None else ("", (end, end))
