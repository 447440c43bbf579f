"""Plan periods, plenums and years that do not go together, and words that a later rule has replaced.

Five-year plans: 十四五 is 2021—2025, each period five years on. Plenums by the official communiqués.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker import resources
from checker.messages import Message
from checker.messages.prose import (
    PERIOD_HORIZON,
    PERIOD_OLD_WORD,
    PERIOD_OTHER,
    PERIOD_PLAN_YEARS,
    PERIOD_PLENUM,
    PERIOD_PROPOSED,
    PERIOD_YEAR,
    PERIOD_YEARS,
)
from checker.prose.congresses import plenum_years
from checker.prose.years import period_years
from checker.quantity import parse_numeral
from checker.source import Expression

_PERIOD = "(?P<period>八五|九五|十一五|十二五|十三五|十四五|十五五|十六五)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
_RANGE = Expression(
    rf"“?{_PERIOD}”?(?:时期|期间|规划)?(?:为|是|即)?[（(]?"
    r"(?P<first>(?:19|20)[0-9]{2})年?[—–\-～~至到]{1,2}(?P<last>(?:19|20)[0-9]{2})年?",
    sign=r"五”?(?:时期|期间|规划)?[为是即]?[（(]?(?:19|20)",
)
_END = Expression(
    rf"“?{_PERIOD}”?(?:时期|规划)?(?:期?末|收官之年)[（(，]?(?:即|是)?{_YEAR}"
    rf"|{_YEAR.replace('year', 'year_b')}(?:底|末)?[（(，]?(?:即|也就是|是)"
    r"“?(?P<period_b>十[一二三四五六]五)”?(?:时期|规划)?期?末",
    sign="五”?(?:时期|规划)?(?:期?末|收官之年)",
)
_EDGE = Expression(
    rf"(?:是|作为|即|为|系|迎来|进入)(?:全面|深入)?(?:实施|落实)?“{_PERIOD}”(?:时期|规划)?(?:全面)?(?:实施|建设)?的?"
    r"(?P<edge>开局(?:之年|起步)|起步之年|首年|第一年|冲刺收官|收官(?:之年|年)|最后一年|决胜之年|末年|第[二三四五]年)",
    sign="五”(?:时期|规划)?(?:全面)?(?:实施|建设)?的?[开起首第冲收最决末]",
)
#: The year that an edge is told of: the last one named before it in its sentence.
_WHOSE = re.compile(rf"{_YEAR}|(?P<now>今年|本年度?)|(?P<back>去年|上年)|(?P<ahead>明年|来年)")
_ORDINAL_YEARS = Expression(
    r"第(?P<ordinal>十[一二三四五六七八])个五年(?:规划|计划)(?:时期|期间)?[（(](?P<first>20[0-9]{2})年?[—–\-~～至到]{1,2}(?P<last>20[0-9]{2})年?",
    "个五年",
)
_ANEW = Expression(
    r"(?:再|继续|接续)(?:奋斗|努力|用|经过|利用|花|干)?(?P<count>[一二三四五六七八九十两0-9]{1,3})个?年(?:左右)?(?:的?(?:努力|奋斗|时间|接续奋斗))?，"
    rf"(?:到|至){_YEAR}",
    sign="年(?:左右)?(?:的?(?:努力|奋斗|时间|接续奋斗))?，[到至]",
)
#: 本纲要规划期为2026—2030年; 过去五年（2021—2025年）; 展望到2035年 behind a period of the plan.
_OWN_SPAN = Expression(
    r"(?:(?P<plan>(?:本(?:纲要|规划)(?:的)?|(?<=[，。；\n]))规划(?:期限?|年限|期间)(?:为|是|：)?|阐明了?(?=20))"
    r"|(?P<five>(?P<back>过去|刚刚过去的?|近)|今后|未来)(?:的)?五年[（(，]?)"
    r"(?P<first>20[0-9]{2})年?(?:——?|–|-|~|～|至|到)(?P<last>20[0-9]{2})年(?:[，。；]?(?:远景)?展望(?:到|至)(?P<far>20[0-9]{2})年)?",
    "规划期",
    "规划年限",
    "阐明20",
    "阐明了20",
    "五年（",
    "五年(",
    "五年，",
    "五年2",
)
#: 十九届五中全会审议通过…“十四五”规划的建议, …通过《中共中央关于制定…第十四个五年规划和…的建议》.
_PROPOSED = Expression(
    r"(?P<congress>十[五六七八九]|二十)届(?P<number>[一二三四五六七])中全会[^。；，《]{0,6}(?:审议)?(?:通过|提出|形成)(?:了|的)?"
    r"(?:[^。；，]{0,16}?“?(?P<period>十[一二三四五六]五)”?(?:时期)?(?:发展)?规划(?:的)?《?建议"
    r"|《?中共中央关于制定[^。；，》]{0,16}第(?P<ordinal>十[一二三四五六])个五年规划[^。；，》]{0,16}建议)",
    "中全会",
)
_HORIZON = Expression(rf"{_YEAR}(?:基本实现社会主义现代化)?(?:的)?远景(?:发展)?目标", "远景")
_PLENUM = Expression(r"(?P<congress>[一二三四五六七八九十]{1,3})届(?P<number>[一二三四五六七八九])中全会", "中全会")
_HELD = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:(?:[0-9]{1,2}月[，]?)(?:(?:胜利)?召开的?|举行的?)?|(?:胜利)?召开的|举行的)"
    r"(?:党的|中共|中国共产党)?第?$"
)
#: What only the plan that is drawn up has ahead of it, where its clause tells of nothing done.
_AHEAD = Expression(
    rf"“{_PERIOD}”(?:时期|期间)的?(?:发展环境|面临的?(?:形势|机遇|挑战)|发展形势|"
    r"(?:共|计划|拟)?安排(?:实施)?(?:重大|重点|项目)|[拟将])",
    "”时期",
    "”期间",
)
_DONE = re.compile("完成|实现|落实|如期|达到|超额|评估|执行|实际|[已曾]|回顾|进展|情况|确定|提出|规划")
#: “十四五”时期，…由2020年的甲增加到2025年的乙.
_WITHIN = Expression(
    rf"“{_PERIOD}”(?:时期|期间|以来)[^。；\n“]{{0,30}}?由(?P<first>20[0-9]{{2}})年[^。；\n“]{{0,30}}?[到至](?P<last>20[0-9]{{2}})年",
    "五”",
)
#: What one period has against another.
_AGAINST = Expression(
    rf"(?:(?:是|为|相当于|达到?)“{_PERIOD}”(?:时期|期间)(?:的|总[量和]的)?[0-9.]+倍"
    rf"|比“{_PERIOD.replace('period', 'period_b')}”(?:时期|期间)(?:[增多提减下降]|翻))",
    "五”",
)
#: How far back the year stands from which others are counted.
_FAR = 120
#: Periods by their last year.
_NAMES = {period_years(name)[1]: name for name in ("十一五", "十二五", "十三五", "十四五", "十五五", "十六五")}
_FIVE = 5
#: How far a clause is looked at.
_CLAUSE = 24
_TO_2035 = ("十四五", "十五五")


@dataclass(frozen=True, slots=True)
class PeriodSlip:
    """One disagreement: where it stands and what it is; `outdated` tells a replaced word from a contradiction."""

    start: int
    end: int
    message: Message
    outdated: bool = False


def find_period_slips(text: str, year: int = 0, last: int = 0) -> Iterator[PeriodSlip]:
    """Periods, plenums and years of a whole text that disagree.

    `year` is that of 今年, `last` the last year of the plan that the text is of; 0 if nobody knows.
    """
    yield from _ranges(text)
    yield from _ordinal_years(text)
    yield from _ends(text)
    yield from _edges(text, year)
    yield from _anew(text, last)
    yield from _plenums(text)
    yield from _own_spans(text, last)
    yield from _proposed(text)
    yield from _of_another(text, last)
    yield from _horizons(text)
    yield from _old_words(text)


def own_period(text: str) -> str | None:
    """The period whose plan the text is, by its head: 十四五, or None."""
    found = re.search(r"第(?P<ordinal>十[一二三四五六])个五年规划", text[:400])
    return f"{found['ordinal']}五" if found else None


def _ranges(text: str) -> Iterator[PeriodSlip]:
    for found in _RANGE.in_lines(text):
        first, last = period_years(found["period"])
        if (int(found["first"]), int(found["last"])) != (first, last):
            message = PERIOD_YEARS(period=found["period"], first=first, last=last)
            yield PeriodSlip(found.start("first"), found.end("last"), message)


def _ordinal_years(text: str) -> Iterator[PeriodSlip]:
    for found in _ORDINAL_YEARS.in_lines(text):
        period = f"{found['ordinal']}五"
        first, last = period_years(period)
        if (int(found["first"]), int(found["last"])) != (first, last):
            yield PeriodSlip(*found.span("first"), PERIOD_YEARS(period=period, first=first, last=last))


def _ends(text: str) -> Iterator[PeriodSlip]:
    for found in _END.in_lines(text):
        period, year = found["period"] or found["period_b"], found["year"] or found["year_b"]
        wanted = period_years(period)[1]
        if _number(year) != wanted:
            yield PeriodSlip(*found.span(), PERIOD_YEAR(period=period, year=wanted, told=_number(year)))


def _edges(text: str, year: int) -> Iterator[PeriodSlip]:
    """2020年是“十四五”开局之年, 今年是“十五五”收官之年."""
    for found in _EDGE.in_lines(text):
        begin = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
        named = list(_WHOSE.finditer(text, begin, found.start()))
        told = _told_year(named[-1], year) if named else 0
        first, last = period_years(found["period"])
        wanted = _year_of(found["edge"], first, last)
        if told and told != wanted:
            yield PeriodSlip(*found.span(), PERIOD_YEAR(period=found["period"], year=wanted, told=told))


def _told_year(found: re.Match[str], year: int) -> int:
    if found["year"]:
        return _number(found["year"])
    return year and year + (found["ahead"] is not None) - (found["back"] is not None)


def _year_of(edge: str, first: int, last: int) -> int:
    if edge.startswith("第"):
        return first + "一二三四五".index(edge[1])
    return first if edge[0] in "开起首" else last


def _anew(text: str, own_last: int) -> Iterator[PeriodSlip]:
    """再奋斗十年，到2035年, told of aims of 2030: from a year named right before, or the last of the plan."""
    for found in _ANEW.in_lines(text):
        count, last = int(parse_numeral(found["count"]) or 0), _number(found["year"])
        before = text[max(found.start() - _FAR, 0) : found.start()]
        bases = {_number(one["year"]) for one in re.finditer(_YEAR, before)} | {own_last}
        bases |= {period_years(one["period"])[1] for one in re.finditer(f"“{_PERIOD}”", before)}
        first = max((base for base in bases if base < last), default=0)
        if count and first and last - count not in bases:
            yield PeriodSlip(*found.span(), PERIOD_PLAN_YEARS(first=first, last=last, years=last - first, told=count))


def _own_spans(text: str, own_last: int) -> Iterator[PeriodSlip]:
    """The years of the text's own plan, of the five before it and ahead, and the horizon behind them."""
    if own_last not in _NAMES:
        return
    for found in _OWN_SPAN.in_lines(text):
        last = own_last - 5 if found["back"] else own_last
        told = int(found["first"]), int(found["last"])
        # A government looks back at the five years of its term; what differs by more than one year is of another five.
        near = max(abs(told[0] - last + 4), abs(told[1] - last)) <= 1
        if found["plan"]:
            near = abs(told[1] - told[0] - 4) <= 1 and not {own_last - 5, own_last, own_last + 1}.isdisjoint(told)
        if told != (last - 4, last) and near:
            message = PERIOD_YEARS(period=_NAMES[last], first=last - 4, last=last)
            yield PeriodSlip(found.start("first"), found.end("last"), message)
        elif found["far"] and int(found["far"]) <= told[1]:
            yield PeriodSlip(*found.span("far"), PERIOD_HORIZON(told=found["far"], usual=told[1] + 5))


def _of_another(text: str, own_last: int) -> Iterator[PeriodSlip]:
    """What is ahead told of the plan before, years that are those of another period, a period told against itself."""
    own = _NAMES.get(own_last, "")
    for found in _AHEAD.in_lines(text) if own_last - 5 in _NAMES else ():
        clause = re.split("[，。；\n]", text[found.start() : found.end() + _CLAUSE], maxsplit=1)[0]
        if found["period"] == _NAMES[own_last - 5] and own and not _DONE.search(clause):
            yield PeriodSlip(*found.span("period"), PERIOD_OTHER(right=own, told=found["period"]))
    for found in _WITHIN.in_lines(text):
        first, last = int(found["first"]), int(found["last"])
        right = _NAMES.get(last) if last - first == _FIVE else None
        if right is not None and right != found["period"]:
            yield PeriodSlip(*found.span("period"), PERIOD_OTHER(right=right, told=found["period"]))
    for found in _AGAINST.in_lines(text):
        group = "period" if found["period"] else "period_b"
        begin = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
        first, _ = period_years(found[group])
        before = _NAMES.get(first - 1)
        if before is not None and re.search(f"“{found[group]}”(?:时期|期间)", text[begin : found.start()]):
            yield PeriodSlip(*found.span(group), PERIOD_OTHER(right=before, told=found[group]))


def _proposed(text: str) -> Iterator[PeriodSlip]:
    """A plenum that is told to have proposed the plan of a period for which another one did."""
    right = {row["period"]: row["plenum"] for row in resources.read_data("periods.toml")["adopted"]}
    for found in _PROPOSED.in_lines(text):
        plenum = f"{found['congress']}届{found['number']}中全会"
        period = found["period"] or f"{found['ordinal']}五"
        wanted = right.get(period)
        if wanted is not None and wanted != plenum:
            message = PERIOD_PROPOSED(plenum=plenum, period=period, wanted=wanted)
            yield PeriodSlip(found.start(), found.start() + len(plenum), message)


def _plenums(text: str) -> Iterator[PeriodSlip]:
    """A plenum with the month or the words of its meeting right before it; 2020年贯彻…精神 tells no meeting."""
    years = plenum_years()
    for found in _PLENUM.in_lines(text):
        wanted = years.get(found[0])
        begin = max(found.start() - 26, 0)
        held = _HELD.search(text, begin, found.start())
        if wanted is not None and held is not None and int(held["year"]) != wanted:
            message = PERIOD_PLENUM(plenum=found[0], year=wanted, told=held["year"])
            yield PeriodSlip(held.start("year"), found.end(), message)


def _horizons(text: str) -> Iterator[PeriodSlip]:
    """A 远景目标 of a year that is not the one of most mentions; 十四五 and 十五五 look to 2035."""
    found = list(_HORIZON.in_lines(text))
    years = Counter(_number(one["year"]) for one in found)
    if not years:
        return
    usual, count = years.most_common(1)[0]
    if own_period(text) in _TO_2035:
        usual, count = 2035, len(found) + 1
    for one in found:
        if _number(one["year"]) != usual and years[_number(one["year"])] < count:
            yield PeriodSlip(one.start(), one.end("year"), PERIOD_HORIZON(told=one["year"], usual=usual))


def _old_words(text: str) -> Iterator[PeriodSlip]:
    """Names that a rule has replaced before the text's own period began."""
    own = own_period(text)
    if own is None:
        return
    first, _ = period_years(own)
    for row in resources.read_data("periods.toml")["replaced"]:
        if row["since"] >= first or row["word"] not in text:
            continue
        for found in re.finditer(rf"(?<!原){re.escape(row['word'])}", text):
            message = PERIOD_OLD_WORD(word=row["word"], now=row["now"], since=row["since"])
            yield PeriodSlip(found.start(), found.end(), message, outdated=True)


def _number(year: str) -> int:
    return int(parse_numeral(year) or 0)
