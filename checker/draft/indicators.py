"""The indicators of a plan: the rows of its tables, and what its sentences give figures of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.draft.chapters import Chapters
from checker.draft.values import Goal, Series, quotable
from checker.model.plan_words import figure_as_printed, is_unit
from checker.prose.constraints.conflict import words_of
from checker.prose.indicator_table import IndicatorRow
from checker.prose.reading import Reading
from checker.prose.reading.areas import is_part
from checker.prose.reading.rows import Stated
from checker.prose.reading.tables import key_of
from checker.quantity import UnitKind
from checker.statement import Measure, Origin
from checker.write.indicator_rows import merge_rows

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
#: What begins or ends so compares or ranks, holds more than a name, or is less than one.
_NO_NAME = re.compile(
    r"^(?:比|较|略|高于|低于|占|按|进入|跻身|位列|位居|其中|力争|争取|总投资|投资|年产|装机|规划面积|全长|覆盖)|[，。；“]|"
    r"达到|不低于|不少于|超过|进入|(?:[的和与及按于有需由从前约近]|(?<!占)比|[0-9])$"
)
#: An amount of change, never a level.
_POINTS = "个百分点"
_COUNTED = re.compile(r"(?:总|数)?[数量]$")
_LONGEST = 30
#: A name that begins further before its figure does not stand in one quote with it.
_REACH = 60
#: The plans and places that a text names as others': 《云川市国民经济…》, 中共云川市委.
_PLACE = re.compile(
    r"(?:《|中共)(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|县|自治州|州|盟|区|旗))(?=国民经济|委|第|“)"
)
_GROWTHS = ("年均增长", "年均增速", "年均增长率", "增长", "增速", "增长率")
_GROWN = re.compile("(?:增长|增速|增长率|降低|下降|提高|降低率|下降率)$")
_AIMED = re.compile("^具有[^的]{2,12}的")
_CONDITION = re.compile("(?:以上|以下|以内|以外)的$")
_OWN_AREA = re.compile("[县市区]域$")
_LONGEST_BEFORE = 10
_SHORTEST_PLAIN = 3
_ANNUAL, _TOTAL = "年均", "累计"


def find_indicators(
    readings: Sequence[Reading], chapters: Chapters, period: tuple[int, int] | None, goals: Sequence[Goal]
) -> list[Series]:
    """The rows of the tables of all documents, and indicators with a figure of the last year or of the period.

    The sentences are those of the first document, the outline, and of the others, whose figures have no chapter. The
    table is believed where a sentence tells another value, which stands beside it as a comment.
    """
    rows, doubts = merge_rows([table.read for reading in readings for table in reading.tables])
    made = [Series(row.name, quotable(row.name), row=row, doubts=doubts.get(id(row), [])) for row in rows]
    _carry_categories(rows)
    known = {key: one for one in reversed(made) for key in _keys(one.name)}
    if period is not None:
        for reading in readings:
            is_main = reading is readings[0]
            _read_sentences(reading, chapters if is_main else None, period, goals if is_main else (), known, made)
    return [one for one in made if one.row is not None or _is_target(one)]


def _is_target(one: Series) -> bool:
    return any(told.startswith("目标") for told in one.figures.values())


def _carry_categories(rows: Sequence[IndicatorRow]) -> None:
    """A category stands once beside the first of its rows where a text cannot merge cells."""
    last = ""
    for row in rows:
        if not row.category and last:
            row.category = last
            row.guessed.add("category")
        last = row.category


def _keys(name: str) -> Iterator[str]:
    """The names that an indicator of a table goes by in sentences: 高新技术企业数 is 高新技术企业 there."""
    yield name
    yield key_of(name)
    if _COUNTED.search(name):
        yield key_of(_COUNTED.sub("", name))


def _read_sentences(
    reading: Reading,
    chapters: Chapters | None,
    period: tuple[int, int],
    goals: Sequence[Goal],
    known: dict[str, Series],
    made: list[Series],
) -> None:
    bases = {edge.first for edge in reading.edges if edge.kind == "from_to"}
    others = _other_places(reading)
    panels = {block.cell.table for block in reading.document.blocks if block.cell is not None and block.cell.column > 1}
    for number, row in enumerate(reading.statements):
        if row.table >= 0 or number in bases or _is_in_table(reading, row, panels):
            continue
        slot = _slot(row, period, under_goal=any(goal.start <= row.start < goal.end for goal in goals))
        told = _name(reading, row, others)
        if slot is None or told is None or (row.vague and not _is_plain(row, told[0], slot[2])):
            continue
        name, scope = told
        one = _known(known, name, row) if not scope else known.get(name)
        is_change = one is not None and one.row is not None and _GROWN.search(one.name) is not None
        if row.measure is Measure.CHANGE and not is_change:
            continue  # 单位能耗降低14.5% has a row of that name, or none; 产值五年累计增长134亿元 is no total.
        if one is None:
            one = Series(name, scope=scope)
            known.setdefault(name, one)
            if not scope:
                known.setdefault(row.key, one)
            made.append(one)
        _take(one, row, slot, reading, chapters)


def _is_in_table(reading: Reading, row: Stated, wide: set[int]) -> bool:
    """Whether a row stands in a cell beside others: what a table of projects says of each of them."""
    block = reading.document.blocks[reading.passages[row.passage].first] if row.passage >= 0 else None
    return block is not None and block.cell is not None and block.cell.table in wide


def _known(known: dict[str, Series], name: str, row: Stated) -> Series | None:
    """The series of that name; a growth of a thing that is a row of growth goes there: 固定资产投资增长.

    A level is none of a row of growth, nor is what comes to a thing one of the thing.
    """
    grown = (f"{name}{end}" for end in _GROWTHS) if row.measure is Measure.GROWTH else ()
    plain = () if _adds(row) else (row.key,)
    found = (known[one] for one in (*grown, name, *plain) if one in known)
    changes = row.measure in (Measure.GROWTH, Measure.CHANGE) or row.rises != 0
    return next((one for one in found if one.row is None or changes or not _GROWN.search(one.name)), None)


def _adds(row: Stated) -> bool:
    """Whether it tells what comes to what there is, by its verb: 新增高技能人才."""
    return bool(row.verb) and row.flow in ("new", "done") and not _is_additive(row)


def _is_additive(row: Stated) -> bool:
    """Whether it is told by the year and sums up over years: 城镇新增就业."""
    return row.exact and row.known is not None and row.known.flow == "additive"


def _is_plain(row: Stated, name: str, remark: str) -> bool:
    """Whether a row whose name is too short to compare by is still a target of what it names."""
    if remark != "待核" or row.counted or row.follows >= 0 or len(name) < _SHORTEST_PLAIN:
        return False
    return _adds(row) or name.startswith("每") or (row.moves and row.measure is Measure.LEVEL) or row.average


def _other_places(reading: Reading) -> tuple[str, ...]:
    """The places that the text names as those of other plans."""
    own = reading.frame.place
    text = reading.document.source.text
    found = dict.fromkeys(match["place"] for match in _PLACE.finditer(text))
    return tuple(place for place in found if place != own and not (own and own.endswith(place)))


def _name(reading: Reading, row: Stated, others: Sequence[str]) -> tuple[str, str] | None:
    """The name of what a row tells of and the part of the own area that it is of; None for what is not the plan's.

    A figure of the area above or of another place is none of the plan's own.
    """
    name = row.verb + row.name if _adds(row) or not row.exact else row.name
    name = _AIMED.sub("", "".join(name.split()))
    before = _before(reading.document.source.text, row)
    if before is None:
        return None
    name = before + name
    if _NO_NAME.search(name) or not 2 <= len(name) <= _LONGEST or name.startswith(tuple(others)):
        return None
    if not row.area:
        return name, ""
    if not is_part(row.area):
        return None
    scope = "".join(row.area.split())
    return (name if scope in name else f"{scope}{name}"), scope


def _before(text: str, row: Stated) -> str | None:
    """What belongs to the name before it: 县域 of 县域就诊率, 铁路、 of 铁路、水路货运量; None for a cut name."""
    own = _OWN_AREA.search(text, max(row.named_from - 4, 0), row.named_from)
    if own is not None:
        return own[0]
    before = text[row.named_from - 1 : row.named_from]
    if before == "近":
        return before  # 近岸海域: no 近 of a number
    if _CONDITION.search(text, max(row.named_from - 4, 0), row.named_from):
        return None  # 收入50万元以上的村占比: a figure is part of the name
    if before not in ("、", "和", "与"):
        return ""
    begin = max(text.rfind(mark, max(row.named_from - _REACH, 0), row.named_from) for mark in "，。；：\n") + 1
    listed = text[begin : row.named_from].strip()
    if listed.startswith("每"):
        return None  # 每千人口床位数5张、医师数3人: the second is told of 每千人口, too.
    if any(sign.isdigit() for sign in listed) or row.verb:
        return ""
    return listed if len(listed) <= _LONGEST_BEFORE else None


def _slot(row: Stated, period: tuple[int, int], *, under_goal: bool) -> tuple[str, str, str] | None:
    """The field that a row goes into, its tense, and what is to be remarked; None for no figure of the plan's own.

    A level that is to be reached, in a chapter of tasks that names no year, is taken for one of the last year.
    """
    first, last = period
    is_told = row.period_from not in (Origin.DOCUMENT, Origin.DEFAULT)
    is_goal = row.tense in ("target", "striving") and row.last_year == last
    remark = "待核" if is_told or under_goal else "推断"
    if row.measure is Measure.GROWTH:
        return (_ANNUAL, "目标", remark) if is_goal and (row.average or row.first_year == first) else None
    if row.each:
        return None
    if row.measure is Measure.AVERAGE:
        return (_ANNUAL, "目标", remark) if is_goal else None
    spans = row.first_year == first != row.last_year
    if row.measure is Measure.CUMULATIVE and not (row.summed or _adds(row) or _is_additive(row)):
        return None  # 园区产值五年新增134亿元 is no total of the five years.
    if row.measure in (Measure.CUMULATIVE, Measure.CHANGE) and (spans or row.summed):
        return (_TOTAL, "目标", remark) if is_goal and remark == "待核" else None
    if row.measure is Measure.CHANGE or row.measure is Measure.RANK:
        return None
    if is_goal and (remark == "待核" or ((row.moves or row.keeps) and _is_known(row))):
        return f"{last}年", "目标", remark
    is_level = row.flow not in ("new", "done") and not row.name.startswith("新")
    is_base = row.tense == "actual" and is_told and row.last_year == first - 1 and is_level
    return (f"{first - 1}年", "实际", "待核") if is_base else None


def _is_known(row: Stated) -> bool:
    """Whether a figure without a year is one of a thing that is told by the year: a rate, or what the lexicon has."""
    return row.known is not None or (row.measured_in is not None and row.measured_in.kind is UnitKind.RATIO)


def _take(one: Series, row: Stated, slot: tuple[str, str, str], reading: Reading, chapters: Chapters | None) -> None:
    """Add a figure, unless it is told in another unit than the others, or another of its year is there."""
    word, tense, remark = slot
    told = words_of(reading, row)
    written = _written(one, row, told, yearly=word == _ANNUAL)
    if not written:
        return
    if one.row is not None:
        differs = _differs(one.row, word, written)
    else:
        shown = f"{tense} {written}（{remark}）"
        differs = one.figures.setdefault(word, shown) != shown
    if differs:
        one.others.append(told)
    elif tense == "目标":
        if not one.starts:
            one.chapter = chapters.number(row.start) if chapters is not None else ""
            one.quote = quotable(_around(reading.document.source.text, row)) or one.quote
        if chapters is not None:
            one.starts.append(row.start)


def _around(text: str, row: Stated) -> str:
    """The words from the name to the figure, "" where a line or so lies between."""
    first, last = min(row.named_from, row.start), max(row.named_to, row.end)
    return text[first:last] if last - first <= _REACH else ""


def _written(one: Series, row: Stated, printed: str, *, yearly: bool) -> str:
    """The figure as a plan file writes it, with its decimals as printed; "" if it cannot be one of `one`."""
    unit, quantity = row.measured_in, row.said
    if quantity is None or (unit is not None and (unit.symbol == _POINTS or not is_unit(unit.symbol))):
        return ""
    if unit is None:
        return ""
    if yearly and row.measure is Measure.GROWTH:
        own = ""
    else:
        own = one.row.unit if one.row is not None else one.unit or unit.symbol
        if unit.symbol != own:
            return ""
        one.unit = own
    # A yearly amount has no unit from its indicator: that may be of a level.
    return figure_as_printed(quantity, printed, "" if yearly else own) or ""


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _differs(row: IndicatorRow, word: str, written: str) -> bool:
    """Whether the table has another value there; where it has none, it has its reasons."""
    basis = {_ANNUAL: "annual", _TOTAL: "cumulative"}.get(word, "point")
    for figure in row.figures:
        is_same = figure.basis == basis and not figure.accumulated
        if is_same and (basis != "point" or f"{figure.year}年" == word):
            there, here = _NUMBER.search(figure.text), _NUMBER.search(written)
            return there is not None and here is not None and _value(there[0]) != _value(here[0])
    return False
