"""Whose a figure is, and of which area: the words before it, what is counted behind it, or the figure before it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker.prose.figures import Figure
from checker.prose.reading.areas import area_of, begins_with_place, is_own_area, part_told, side_told
from checker.prose.reading.context import Context, Found
from checker.prose.reading.figure_words import TIME, FigureWords, split_figure_words
from checker.prose.reading.rows import Stated
from checker.prose.reading.subjects import NOBODY, Subject, is_economy, subject_in
from checker.quantity import UnitKind
from checker.statement import Measure

_ONLY_TOLD = re.compile(r"[的、和与及，：]*$")
_OBJECT = re.compile(r"(?:以上|左右|以下|以内)?(?:的)?(?P<noun>[^，。；：、！？（）()《》0-9\n]{2,18})")
_NO_OBJECT = re.compile(
    r"增长|提高|下降|达到|分别|左右|以上|以下|以内|，|和|与|及|增加|减少|、|比|较|为|是|居|占|排|翻|多[0-9一二三四五六七八九十]"
)
_BARE_VERB = re.compile(
    "设置|设立|设定|包括|包含|分为|分成|共有|提出|确定|安排|涉及|涵盖|含|明确|部署|谋划|布局|另设|设"
)
_JOINS = ("和", "与", "及", "等")
_TOTAL = re.compile("总量|总数|总额|总面积|总规模|总里程|总长度?|总产量")
#: The end of a ratio to one, 2.1∶1缩小到….
_TO_ONE = re.compile("[∶:：]1(?![0-9.])")
#: Among whom a rank is held.
_AMONG = re.compile(
    "(?:全国|全省|全市|全区|全球|世界|国内|亚洲|中西部|中部|西部|东部|长三角|同类|副省级|省内)+(?:地区|城市|省份|地级市|各省)?$"
)
#: The plan or demand of somebody above: 国家纲要提出, 省下达的目标.
_UPPER = re.compile(
    r"(?P<who>国家|全国|中央|国务院|全省|省委|省政府|省下达|国家下达)[^，。；]{0,24}?(?:纲要|规划|要求|下达|目标|任务|平均|水平)"
)
#: A sentence that tells what a plan above says: 国家“十五五”规划纲要提出，到2030年….
_SAID_ABOVE = re.compile(
    r"(?P<who>国家|全国|国务院|(?:党)?中央|全?省|全?市)[^，。；]{0,24}?(?:纲要|规划|建议|意见|方案)[》”]?中?(?:明确)?(?:提出|明确)[，：]"
)
#: How a document calls its own area at the head of a clause.
_OWN_AREA = re.compile(r"(?:我|全|本)(?P<sign>[省市县区])")
_RANKS = {"国": 0, "中": 0, "党": 0, "province": 1, "省": 1, "city": 2, "市": 2, "county": 3, "zone": 4}
#: A region of another shape than the document's own area, at the head of a sentence.
_REGION = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．是])?(?P<area>[\u4e00-\u9fff“”]{2,12}?(?:经济圈|都市圈|城市群|经济带|大湾区|"
    r"流域|经济区|自贸区|自贸港|自由贸易试验区|高新区|经开区|开发区|保税区|保税港区|新片区|京津冀|长三角))"
)
#: No sentence has more clauses that tell whose its figures are: one without an end is not gone through for each figure.
_MOST_CLAUSES = 60
#: No name begins further before its figure: a line without marks is not gone through for each figure.
_FURTHEST = 400
_HEAD = 16
#: The head of a paragraph that is about one thing.
_TOPIC = re.compile(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]+)?(?:——)?(?P<about>关于)?(?P<name>[^，。；：0-9]{3,24}?)(?:目标|指标)?(?:值|情况)?[。：]"
)


def find_subject(context: Context, figure: Figure, begin: int, sentence: int, last: Stated | None, row: int) -> Found:
    """Whose the figure is, whose words begin at `begin`; `last` is the statement before it, of the number `row`."""
    subject, told, words = _before(context, figure, begin)
    found = Found(figure, begin, sentence, subject, begin + subject.start, told, words)
    goes_on = last is not None and last.sentence == sentence
    if not subject.name or subject.name.endswith(_JOINS) or _BARE_VERB.fullmatch(subject.name):
        counted, at = (NOBODY, 0) if told.reaches or told.sets_out else _counted(context, figure, subject)
        if counted.name:
            found.subject, found.named_at = counted, at
        elif not subject.name and goes_on:
            found.follows = row
        elif not subject.name:
            found.subject, found.named_at = _of_paragraph(context, found.subject)
            found.by_head = found.subject.name != ""
    elif last is not None and goes_on and (_is_short_for(subject, last) or _is_total_of(subject, figure, last)):
        found.follows = row
    return found


def _of_paragraph(context: Context, subject: Subject) -> tuple[Subject, int]:
    """What the head of its paragraph names, for a figure that names nothing: 3.关于森林覆盖率。2025年为36%."""
    head = _TOPIC.match(context.text)
    if head is None:
        return subject, 0
    made = subject_in(head["name"], context.frame.place)
    is_told = head["about"] is not None or made.known is not None or is_economy(made.key)
    if not made.key or made.vague or not is_told or made.start + len(made.name) < len(head["name"]):
        return subject, 0
    return replace(made, area=made.area or subject.area, flow=subject.flow), head.start("name") + made.start


def needs_no_unit(found: Found, last: Stated | None) -> bool:
    """Whether a bare number can be a figure of the subject: 收入倍差缩小到1.58."""
    if found.subject.name:
        return found.subject.known is not None and found.subject.known.kind == "amount"
    return last is not None and last.sentence == found.sentence and last.unit == ""


def _before(context: Context, figure: Figure, begin: int) -> tuple[Subject, FigureWords, str]:
    """The subject in the words before the figure, and how it is told; times among what tells are taken out."""
    begin = max(begin, figure.start - _FURTHEST)
    begin += 2 if _TO_ONE.match(context.text, begin) else 0
    words, end = context.text[begin : figure.start], figure.start
    unit = figure.quantity.unit
    among = _AMONG.search(words) if unit is not None and unit.kind is UnitKind.ORDINAL else None
    if among is not None:
        words, end = words[: among.start()], begin + among.start()
    for time in reversed(context.times):
        if time.end <= begin:
            break
        if time.end > end or time.start < begin:
            continue
        behind = TIME + words[time.end - begin :]
        if not _ONLY_TOLD.fullmatch(split_figure_words(behind)[0]):
            break
        words, end = words[: time.start - begin] + behind, time.start
    name, told = split_figure_words(words)
    return subject_in(name, context.frame.place), told, words


def _is_short_for(subject: Subject, last: Stated) -> bool:
    """Whether a name is the end of the one before it in the sentence: 低效用地减量…、五年累计减量…."""
    if subject.exact or len(subject.key) < 2:
        return False
    return last.key != subject.key and last.key.endswith(subject.key)


def _is_total_of(subject: Subject, figure: Figure, last: Stated) -> bool:
    """Whether a name says only that it is all of what grew by the figure before: 增长6%，总量达到520亿元."""
    if not _TOTAL.fullmatch(subject.name) or subject.area or not last.key or last.vague or last.each:
        return False
    unit, known = figure.quantity.unit, last.known
    if unit is None or unit.kind is UnitKind.RATIO:
        return False
    if last.measure is Measure.GROWTH or last.flow == "new":
        alike = known.unit if known is not None and known.unit is not None else last.measured_in
        return last.flow == "new" or alike is None or alike.kind is UnitKind.RATIO or alike.dimension == unit.dimension
    return False


def _counted(context: Context, figure: Figure, subject: Subject) -> tuple[Subject, int]:
    """What is counted, behind its number, and where it stands; NOBODY for nothing: 新培育20家标杆企业."""
    unit, text = figure.quantity.unit, context.text
    found = _OBJECT.match(text, figure.end)
    if unit is None or unit.kind is not UnitKind.COUNT or found is None or _NO_OBJECT.match(text, figure.end):
        return NOBODY, 0
    made = subject_in(found["noun"], "")
    if not made.key:
        return NOBODY, 0
    whole = Subject(found["noun"], made.key, subject.area, subject.flow or "of", 0, made.known, made.exact, made.vague)
    return whole, found.start("noun")


def find_area(context: Context, found: Found, last: Stated | None) -> str:
    """Whose figure it is: as its own words say, else as its sentence, paragraph or heading begins."""
    frame, text, position = context.frame, context.text, found.figure.start
    if found.subject.area:
        return "" if is_own_area(found.subject.area, frame.level, frame.sign) else found.subject.area
    if last is not None and last.sentence == found.sentence and last.area:
        return last.area
    near = max(context.shape.clause_at(position), found.sentence, position - _FURTHEST)
    upper = _UPPER.search(text, near, position)
    if upper is not None and _is_above(frame.level, upper["who"]):
        return upper["who"]
    above = _said_above(context, found.sentence, position)
    if above:
        return above
    opening = _REGION.match(text, found.sentence)
    if opening is not None:
        return "" if is_own_area(opening["area"], frame.level, frame.sign) else opening["area"]
    part = part_told(text, found.sentence) or (not found.subject.exact and side_told(text, found.sentence))
    if part:
        return part
    starts = context.shape.clauses_between(found.sentence, position)[:_MOST_CLAUSES]
    for start in starts:
        head = text[start : min(start + _HEAD, position)].lstrip("其中支持推动在以使")
        if begins_with_place(head, frame.place):
            return area_of(head, frame.place)[0]
        # 推动A保税区封关运行，当年实现进出口15亿元: what the clause right before speaks of.
        region = _REGION.match(head) if start in starts[-2:] else None
        if region is not None and not is_own_area(region["area"], frame.level, frame.sign):
            return region["area"]
    return context.topic


def _said_above(context: Context, sentence: int, position: int) -> str:
    """Whose plan the sentence tells of, one above the document; "" where a clause before is of its own area again."""
    said = _SAID_ABOVE.match(context.text, sentence, position)
    if said is None or _RANKS[said["who"].lstrip("全")[0]] >= _RANKS.get(context.frame.level, 0):
        return ""
    return "" if _speaks_of_own(context, said.end(), position) else said["who"]


def _speaks_of_own(context: Context, begin: int, end: int) -> bool:
    """Whether a clause between begins with the document's own area: …，我县达到…."""
    frame = context.frame
    for start in context.shape.clauses_between(begin, end)[:_MOST_CLAUSES]:
        own = _OWN_AREA.match(context.text, start)
        if (own is not None and own["sign"] == frame.sign) or (
            frame.place and context.text.startswith(frame.place, start)
        ):
            return True
    return False


def _is_above(level: str, who: str) -> bool:
    return level not in ("national", "") and not (level == "province" and "省" in who)
