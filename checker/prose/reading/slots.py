"""A figure and what its words say → a statement, slot by slot."""

from __future__ import annotations

import re

from checker.prose.figures import Figure
from checker.prose.reading.context import Context, Found
from checker.prose.reading.figure_words import FigureWords
from checker.prose.reading.lexicon import wording
from checker.prose.reading.rows import Stated
from checker.prose.reading.subjects import is_economy
from checker.prose.reading.when import Period, compared_with, find_period
from checker.prose.reading.whose import find_area
from checker.quantity import Comparator, Unit, UnitKind, parse_numeral
from checker.statement import Measure, Origin

_COUNTED = re.compile(r"(?:以上|左右|以下|以内)?的?(?P<noun>[\u4e00-\u9fff]{2,8})")
#: Behind a figure that only says which ones are meant.
_CONDITION = re.compile(
    "(?:以上|以下|左右|以内)?的(?!目标|速度|增速|水平|增长|任务|要求|比例|比重|规模|高位|历史|新|较|中|良好|成绩)[\u4e00-\u9fff]"
)
_MOVED = re.compile("达|为|突破|超过|超|逾")
_REACHED = re.compile("达|为|突破|超过|超|不低于|不少于|控制在")
_AIM = re.compile(
    r"(?:左右|以上|以下|以内)?的?(?:年度|预期|全年|规划|工作|发展|奋斗|增长|总体)*(?:目标|任务|计划|要求|预期)(?!性)"
)
_AIM_BEFORE = re.compile(r"(?:年度|全年|预期|规划|下达)(?:目标|任务|计划)(?:任务)?(?:的|为|是)?$")
#: The growth that is aimed at, if nothing says of what, is that of the economy.
_GROWTH_AIM = re.compile("增长(?:的|率|速度)?(?:预期|年度|主要)*目标")
#: Behind a figure from which a change sets out: 在2025年200亿元的基础上, 与上期的23项相比.
_GROUND = re.compile("的?基础上|相比")
_SUMMED = re.compile(r"累计|合计|五年共|[5五]年共")
#: Under the heading of one project, what is told of several of them.
_OF_ALL = re.compile("合计|共计|总计")
_AVERAGE = re.compile(r"(?:年均|每年|年平均)(?!浓度|气温|降[水雨])")
#: Of how many years something is told: 五年累计, 三年建成; no 五年规划, 连续三年, 第三年.
_IN_YEARS = re.compile(
    "(?<![0-9第续前后近每满一二三四五六七八九十])(?P<count>[两三四五六七八九]|[2-9])年(?![级期制度均前后以]|行动|规划|计划|内?一|[左右]|免|有效|来首)"
)
_JOINTS = ("、", "和", "及")
_JOINED = re.compile("[、和及与，]*")
_TURNS = (Measure.CHANGE, Measure.GROWTH)
#: How far behind the start of a change the time of its end may stand: 由A增加到2025年的B.
_TO_THE_END = 8


def stated_of(figure: Figure) -> Stated:
    """The statement of the figure alone."""
    quantity = figure.quantity
    interval = quantity.interval
    return Stated(
        comparator=quantity.comparator, low=interval.low, high=interval.high, low_open=interval.low_open,
        high_open=interval.high_open, point=quantity.point, step=quantity.step, approx=quantity.approx,
        unit=quantity.unit.symbol if quantity.unit is not None else quantity.unit_text, said=quantity,
    )  # fmt: skip


def read_slots(context: Context, found: Found, last: Stated | None, *, is_beside: bool) -> Stated:
    """The statement of a figure; `last` is the one before it, `is_beside` says that nothing parts the two."""
    figure, told = found.figure, found.told
    row = stated_of(figure)
    row.start, row.end = context.passage.span(figure.start, figure.end)
    row.passage, row.sentence, row.position = context.number, found.sentence, figure.start
    row.follows = found.follows
    row.thing = "" if _OF_ALL.search(context.text, found.sentence, figure.start) else context.thing
    _read_subject(context, found, row, last)
    _read_words(context, found, row)
    if not row.flow and is_beside and last is not None and found.words.startswith(_JOINTS) and not told.main:
        # 新建A 2个、B 1个: the second shares the verb of the first.
        row.flow = last.flow if last.flow in ("new", "done") else ""
    if row.moves and row.follows >= 0 and last is not None and _is_addition(last):
        is_more = told.main == "" and not row.average and (row.point or 0) > (last.point or 0) and row.unit == last.unit
        if row.summed or (is_more and not _is_additive(last)):
            row.flow = ""  # 新建A 6个、累计达到14个: what there is then, those of before among them.
    row.each = told.each or (row.follows >= 0 and last is not None and last.each and _is_joined(found.words))
    _read_measure(row, figure.quantity.unit, told)
    period = find_period(context, figure, found.begin)
    _read_time(context, row, period, told)
    if row.subject_from is Origin.HEADING and row.period_from is not Origin.SAID:
        row.first_year = row.last_year = None  # Neither whose it is nor when stands beside it.
    _read_base(context, found, row, period)
    return row


def _is_addition(row: Stated) -> bool:
    """Whether it tells only what comes to what is there already."""
    return row.measure is Measure.CUMULATIVE and row.flow in ("new", "done") and not row.summed


def _is_joined(words: str) -> bool:
    return _JOINED.fullmatch(words) is not None


def _read_subject(context: Context, found: Found, row: Stated, last: Stated | None) -> None:
    if found.follows >= 0 and last is not None:
        row.name, row.key, row.area, row.flow = last.name, last.key, last.area, last.flow.replace("fold", "")
        row.known, row.exact, row.vague = last.known, last.exact, last.vague
        row.named_from, row.named_to = last.named_from, last.named_to
        row.subject_from = last.subject_from if last.subject_from is Origin.HEADING else Origin.LEAD_IN
    else:
        subject = found.subject
        row.name, row.key, row.flow, row.verb = subject.name, subject.key, subject.flow, subject.verb
        row.known, row.exact, row.vague = subject.known, subject.exact, subject.vague
        if subject.name.startswith("占") and not subject.exact:
            _of_whole(row, subject.key, last if last is not None and last.sentence == found.sentence else None)
        row.subject_from = Origin.HEADING if found.by_head else row.subject_from
        end = found.named_at + len(subject.name)
        row.named_from, row.named_to = (
            context.passage.span(found.named_at, end) if subject.name else (row.start, row.start)
        )
        row.area = find_area(context, found, last)
        row.scope_from = Origin.SAID if subject.area else Origin.LEAD_IN
    row.scope = row.area
    if not row.key and _GROWTH_AIM.search(found.words):
        row.name = row.key = "经济增长"
    if context.text.endswith("番", 0, found.figure.end):
        row.flow = "fold"


def _of_whole(row: Stated, share: str, last: Stated | None) -> None:
    """A share is that of what was told before: 智能装备产值183亿元，占工业总产值的22%."""
    row.vague = last is None or last.vague or not last.key
    if last is not None:
        row.key = f"{last.key}{share}"
        row.name = f"{last.name}{row.name}"


def _read_words(context: Context, found: Found, row: Stated) -> None:
    """What the words around the figure say of it."""
    text, figure, told, words = context.text, found.figure, found.told, found.words
    row.modal, row.rises, row.reaches, row.sets_out = told.modal, told.rises, told.reaches, told.sets_out
    row.keeps, row.price = told.main == "keep", told.price
    row.moves = told.reaches or told.plain or _MOVED.match(text, figure.start) is not None
    for years in _IN_YEARS.finditer(text, found.sentence, figure.start):
        row.count_of_years = int(parse_numeral(years["count"].replace("两", "二")) or 0)
    row.average = told.average or _AVERAGE.search(words) is not None
    row.summed = told.summed or _SUMMED.search(words) is not None
    counted = _COUNTED.match(text, figure.end)
    row.counted = counted["noun"] if counted is not None else ""
    row.aim = bool(_AIM.match(text, figure.end) or _AIM_BEFORE.search(text, found.begin, figure.start))
    if _CONDITION.match(text, figure.end):
        row.vague = True  # 对投入强度超过5%的企业: whom it concerns, nothing that is so.
    if told.passes and row.comparator is Comparator.EQUAL:
        row.comparator, row.high, row.high_open = Comparator.GREATER_EQUAL, None, True
    if row.follows >= 0 and told.measure is Measure.LEVEL and row.flow != "fold":
        # A bare number behind another is rarely of the same thing.
        is_told = row.reaches or told.plain or row.summed or row.average or told.sets_out
        row.vague = row.vague or not (is_told or _REACHED.match(text, figure.start))


def _read_measure(row: Stated, unit: Unit | None, told: FigureWords) -> None:
    kind = unit.kind if unit is not None else None
    measure = _by_unit(told.measure, kind)
    if row.flow == "fold":
        row.measure, row.rises = Measure.CHANGE, 1
        return
    if told.main in ("rise", "fall") and measure is Measure.CHANGE and row.moves and kind is not UnitKind.POINTS:
        measure, row.reaches = Measure.LEVEL, True  # 提升为30%
    if measure is Measure.LEVEL:
        measure = _by_flow(row, kind)
    elif measure is Measure.CUMULATIVE and told.main == "added" and not _is_additive(row):
        row.flow = row.flow or "new"
    elif measure is Measure.CHANGE and row.average:
        measure = Measure.GROWTH
    if kind is UnitKind.RATIO and is_economy(row.key):
        measure, row.key, row.vague = Measure.GROWTH, wording("地区生产总值"), False
    if told.of_rate and row.key:
        row.key, row.known, row.exact = f"{row.key}增速", None, False
    row.measure = measure


def _by_unit(measure: Measure, kind: UnitKind | None) -> Measure:
    if kind is UnitKind.ORDINAL:
        return Measure.RANK
    if measure is Measure.RANK:
        return Measure.LEVEL
    return Measure.CHANGE if kind is UnitKind.POINTS and measure is Measure.LEVEL else measure


def _by_flow(row: Stated, kind: UnitKind | None) -> Measure:
    """What a level is by what is measured: what is new in a time, the sum of years, or what stands at a time."""
    if kind is not UnitKind.RATIO and (row.average or row.summed):
        return Measure.AVERAGE if row.average else Measure.CUMULATIVE
    return Measure.CUMULATIVE if _is_additive(row) or row.flow in ("new", "done") else Measure.LEVEL


def _is_additive(row: Stated) -> bool:
    """Whether what is measured is told by the year and sums up over years: 城镇新增就业."""
    return row.exact and row.known is not None and row.known.flow == "additive"


def _read_time(context: Context, row: Stated, period: Period, told: FigureWords) -> None:
    first, last, frame = period.first, period.last, context.frame
    row.period_from, row.told_from, row.told_to = period.origin, period.told_from, period.told_to
    if first is None or last is None:
        if row.measure is Measure.RANK and frame.base:
            row.first_year = row.last_year = frame.base
            row.tense, row.period_from = "actual", Origin.DOCUMENT
        return
    goes_over = row.measure in (Measure.AVERAGE, Measure.CUMULATIVE) or (row.measure is Measure.GROWTH and row.average)
    if goes_over and first == last and frame.period is not None:
        # 到2030年新建500公里: in all the years of the plan up to then.
        is_goal = period.role == "goal" or (last == frame.period[1] and (period.role == "section" or row.average))
        first = frame.period[0] if is_goal and frame.period[0] < last <= frame.period[1] else first
    if goes_over and first == last and row.count_of_years and period.role == "section":
        first = last - row.count_of_years + 1  # 五年累计 in a review of the last year
    elif first == last and row.measure is Measure.CHANGE and not told.compared and _is_end(context, period):
        first = (
            frame.period[0] if frame.period is not None else first
        )  # 到2030年提高3个百分点: over the years of the plan
    elif first != last and (row.measure in (Measure.LEVEL, Measure.RANK) or told.compared):
        row.spanned = 0 if told.compared or row.moves else first
        first = last
    row.first_year, row.last_year = first, last
    row.tense = period.tense or ("actual" if frame.base and last <= frame.base else "target")
    if row.aim:
        row.tense = "target"
    if row.measure is Measure.RANK and period.origin is Origin.DOCUMENT:
        # A rank without a time is the one that has been reached: 巩固排名第11位的优势.
        row.first_year = row.last_year = frame.base
        row.tense = "actual"


def _is_end(context: Context, period: Period) -> bool:
    """Whether a time is the end of the plan's own years, told as where it leads to."""
    own = context.frame.period
    return own is not None and period.last == own[1] and period.role in ("goal", "section") and own[0] < own[1]


def _read_base(context: Context, found: Found, row: Stated, period: Period) -> None:
    """What a change sets out from, and of when that is."""
    frame = context.frame
    row.against = period.role == "against" or _GROUND.match(context.text, found.figure.end) is not None
    since = compared_with(context, found.begin, found.figure.start)
    if since is not None and row.last_year is not None and row.measure in _TURNS:
        row.first_year = since.last + 1
    if row.sets_out and period.first is not None and not _is_of_start(context, found, period):
        # 五年来由A增加到B, 2030年由A增加到B set out from a time before; that is not said.
        own = frame.period if period.role == "goal" else None
        within = own is not None and own[0] <= period.first <= own[1]
        row.first_year = row.last_year = (own[0] if own is not None and within else period.first) - 1
        row.period_from = Origin.DEFAULT


def _is_of_start(context: Context, found: Found, period: Period) -> bool:
    """Whether the time is that of what a change sets out from: 由2020年的A, 2020年末由A增加到2025年的B."""
    if period.role != "at":
        return period.role == "base"
    end = found.figure.end
    reach = end + _TO_THE_END
    return any(end <= time.start <= reach and time.role != "compared" for time in context.times)
