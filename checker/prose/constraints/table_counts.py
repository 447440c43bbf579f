"""How many indicators a text or a table says there are, against the rows of the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.tables import (
    TABLE_CATEGORY_COUNT,
    TABLE_COUNT_CATEGORIES,
    TABLE_COUNT_PART,
    TABLE_COUNT_TOTAL,
    TABLE_NUMBER_FIRST,
    TABLE_NUMBER_LEFT_OUT,
    TABLE_PARTS,
    TABLE_ROW_TWICE,
    TABLE_TOLD_COUNT,
)
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.constraints.table_structure import number_slips
from checker.prose.indicator_words import split_category
from checker.prose.reading import Reading
from checker.prose.reading.passages import Passage
from checker.prose.reading.tables import Category, TextTable
from checker.quantity import parse_numeral

_N = "[0-9]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_KIND = (
    "(?:“?十[一二三四五六七八]五”?)?(?:时期)?的?(?:经济[和与]?社会)?(?:发展)?(?:规划)?"
    "(?:主要|核心|量化|具体|重点|关键|目标|预期)*的?"
)
_TOTAL = re.compile(
    rf"(?P<n>{_N})(?:项|个|条){_KIND}指标"
    rf"|(?<!约束性)(?<!预期性)指标(?:体系)?(?:（[^（）]*）)?(?:一共|总共|总计|共计|合计|总数|数量|由|包括|包含|设置|设定|设|为|有|共|是|计|，)*"
    rf"(?P<m>{_N})(?:项|个|条)(?!方面|大类|类)"
    rf"|指标(?:(?!任务|工程|项目|举措|政策|清单|平台)[^。；！]){{0,40}}?，(?:一?共|共计|合计|总计|总共)(?:有|设|设置)?(?P<k>{_N})(?:项|个)"
    r"(?=[，。；、：（其])"
)
_NATURE = re.compile(
    rf"(?P<nature>约束性|预期性)(?:的)?(?:指标|目标)?(?:一共|共计|共|有|为|是|设|各|计)*(?P<n>{_N})(?:项|个|条)"
    rf"|(?P<m>{_N})(?:项|个|条)(?:指标)?(?:为|是|属于?)?(?P<other>约束性|预期性)"
)
_CLASSES = re.compile(
    rf"(?P<n>{_N})(?:大类|个?类别|类|个(?:方面|领域|维度|板块)|大(?:方面|领域|板块))"
    rf"(?=[^。；，：]{{0,12}}指标|，?(?:一共|共计|共|总计|合计)?(?:{_N})(?:项|个)(?![^，。；、]{{0,10}}(?:项目|工程|任务)))"
)
#: Counts of what is no whole table of the text's own.
_OTHERS = re.compile(
    "考核|监测|评价|国家|省级|上位|分解|市规划|省规划|全国|对标|衔接|省里|上级|下达|体系中|其他|其余|新增|增加|减少|删除|保留|调整|完成|实现|超额|提前|达到|"
    "十[一二三四]五|上一?轮|上一?个?五年|上期|“十四五”|类似|相关|分项|二级|三级|专项|部门|每|各[区县市]"
)
#: What follows are those of one nature alone: 约束性指标中，民生福祉类2项.
_OF_NATURE = re.compile("(?:约束性|预期性)指标(?:中|里|包括|，包括|：|分布)")
_NATURES = ("约束性", "预期性")
#: A told number this far from the rows, or by a quarter, is that of other indicators; of few rows, one.
_NEAR, _FEW = 3, 8


class _Rows(Struct, eq=False):
    """What every sentence is held against: how many rows a table has, by nature too, and how far counts may be off."""

    table: TextTable
    room: frozenset[int]
    total: int
    natures: Counter[str]
    categories: list[tuple[str, int]]


class _Told(Struct, eq=False):
    """A count told from `start` to `end` of a passage, and what the table says instead."""

    start: int
    end: int
    listed: Message


def find_count_slips(reading: Reading) -> Iterator[Conflict]:
    """Counts of a table's categories, and counts told in running text, that its rows do not bear out."""
    for table in reading.tables:
        yield from _category_slips(table)
    if reading.tables:
        yield from _told_slips(reading, reading)


def find_counts_against(first: Reading, second: Reading) -> Iterator[Conflict]:
    """Counts told in the text of `second` that the tables of `first` do not bear out, if it has none of its own."""
    if first.tables and not second.tables:
        yield from _told_slips(first, second)


# ---- 经济发展（7项）


def _category_slips(table: TextTable) -> Iterator[Conflict]:
    broken = _broken(table)
    for category in table.categories:
        listed = _size(table, category)
        first, last = _span(table, category)
        if any(first <= place <= last for place in broken):
            continue
        if category.count is not None and category.count != listed:
            name = split_category(category.name)
            message = TABLE_CATEGORY_COUNT(name=name, told=category.count, listed=listed)
            places = _ends(table, category.rows[0], category.rows[-1])
            yield Conflict("table_count", category.start, category.end, places=places, message=message)


def _ends(table: TextTable, first: int, last: int, foreign: Reading | None = None) -> tuple[Place, ...]:
    return tuple(Place("row", *table.rows[at].name_at, "", foreign) for at in (first, last))


def _size(table: TextTable, category: Category) -> int:
    return sum(not table.rows[number].is_part for number in category.rows)


def _span(table: TextTable, category: Category) -> tuple[int, int]:
    """From the category's first row up to the one behind its last."""
    rows, last = table.rows, category.rows[-1] + 1
    return rows[category.rows[0]].name_at[0], rows[min(last, len(rows) - 1)].name_at[1]


def _broken(table: TextTable) -> list[int]:
    """Where rows are told twice or left out, which is a slip of its own."""
    templates = (TABLE_NUMBER_LEFT_OUT, TABLE_NUMBER_FIRST, TABLE_ROW_TWICE)
    slips = [slip for slip in number_slips(table) if slip.message is not None and slip.message.template in templates]
    return [slip.end for slip in slips]


def _room(table: TextTable) -> frozenset[int]:
    """By how much counts may differ for rows that are told twice or left out, which is a slip of its own."""
    templates = [slip.message.template for slip in number_slips(table) if slip.message is not None]
    missing = templates.count(TABLE_NUMBER_LEFT_OUT) + templates.count(TABLE_NUMBER_FIRST)
    doubled = templates.count(TABLE_ROW_TWICE)
    return frozenset(range(-doubled, missing + 1))


# ---- 共20项指标，其中约束性6项


def _told_slips(tabled: Reading, reading: Reading) -> Iterator[Conflict]:
    inside = {number for table in reading.tables for number in range(table.grid.first, table.grid.last + 1)}
    tables = [_rows_of(table) for table in tabled.tables]
    foreign = tabled if tabled is not reading else None
    for passage, shape in zip(reading.passages, reading.shapes, strict=True):
        if "指标" not in passage.text and "表" not in passage.text:
            continue
        if passage.first in inside and "指标" not in passage.text:
            continue
        ends = [*shape.sentences[1:], len(passage.text)]
        for start, end in zip(shape.sentences, ends, strict=True):
            # 经济发展7项，民生福祉10项 may follow in a sentence of its own.
            if "指标" in passage.text[start:end] or passage.text.count("项", start, end) > 1:
                yield from _sentence_slip(tables, passage, start, end, foreign)


def _rows_of(table: TextTable) -> _Rows:
    rows = [row for row in table.rows if not row.is_part]
    categories = [(split_category(one.name), _size(table, one)) for one in table.categories]
    return _Rows(table, _room(table), len(rows), Counter(row.nature for row in rows), categories)


def _sentence_slip(
    tables: list[_Rows], passage: Passage, start: int, end: int, foreign: Reading | None
) -> Iterator[Conflict]:
    """One slip for all counts of a sentence that no table bears out."""
    best: list[_Told] | None = None
    closest: TextTable | None = None
    if _is_at_odds_with_itself(passage.text, start, end):
        return
    totals = [_count(found["n"] or found["m"] or found["k"]) for found in _TOTAL.finditer(passage.text, 0, end)]
    for known in tables:
        if totals and not _is_near(totals[-1], known.total):
            # The last total that the paragraph has told so far is that of other things.
            return
        told = list(_against(known, passage.text, start, end))
        if not told:
            return
        if best is None or len(told) < len(best):
            best, closest = told, known.table
    if best is None or closest is None:
        return
    first, last = min(one.start for one in best), max(one.end for one in best)
    listed = best[0].listed
    for one in best[1:]:
        listed = TABLE_PARTS(first=listed, second=one.listed)
    span = passage.span(first, last)
    message = TABLE_TOLD_COUNT(words=passage.text[first:last], listed=listed)
    yield Conflict("table_count", *span, places=_ends(closest, 0, -1, foreign), message=message)


def _against(known: _Rows, text: str, start: int, end: int) -> Iterator[_Told]:
    table, room, total, natures = known.table, known.room, known.total, known.natures
    is_own = False
    for found in _TOTAL.finditer(text, start, end):
        count = _count(found["n"] or found["m"] or found["k"])
        if not _is_own(text, start, found.start()) or not _is_near(count, total):
            continue
        is_own = True
        if count - total not in room:
            yield _Told(found.start(), found.end(), TABLE_COUNT_TOTAL(count=total))
    if table.has_natures:
        for found in _NATURE.finditer(text, start, end):
            nature, count = found["nature"] or found["other"], _count(found["n"] or found["m"])
            listed = natures[nature]
            if not (is_own or _is_own(text, start, found.start())) or not _is_near(count, listed):
                continue
            if count - listed not in room and not 0 <= count - listed <= natures[""]:
                yield _Told(found.start(), found.end(), TABLE_COUNT_PART(name=nature, count=listed))
    yield from _categories(known, text, start, end)


def _is_at_odds_with_itself(text: str, start: int, end: int) -> bool:
    """Whether the two natures that a sentence tells do not make its total: no matter of the table."""
    totals = {_count(found["n"] or found["m"] or found["k"]) for found in _TOTAL.finditer(text, start, end)}
    natures = {
        found["nature"] or found["other"]: _count(found["n"] or found["m"])
        for found in _NATURE.finditer(text, start, end)
    }
    return len(totals) == 1 and len(natures) == len(_NATURES) and sum(natures.values()) not in totals


def _categories(known: _Rows, text: str, start: int, end: int) -> Iterator[_Told]:
    """Counts of the categories, and how many of these there are."""
    if len(known.categories) < 2:
        return
    told: list[tuple[re.Match[str], str, int]] = []
    for name, listed in known.categories:
        found = _count_of(name, text, start, end)
        if found is not None and not _OF_NATURE.search(text, start, found.start()):
            told.append((found, name, listed))
    if len(told) >= 2:
        for found, name, listed in told:
            count = _count(found["n"] or found["m"])
            if count - listed not in known.room:
                yield _Told(found.start(), found.end(), TABLE_COUNT_PART(name=name, count=listed))
    number = len(known.categories)
    for found in _CLASSES.finditer(text, start, end):
        count = _count(found["n"])
        if _is_own(text, start, found.start()) and count != number and abs(count - number) <= 2 and count > 1:
            yield _Told(found.start(), found.end(), TABLE_COUNT_CATEGORIES(count=number))


def _count_of(name: str, text: str, start: int, end: int) -> re.Match[str] | None:
    if text.find(name, start, end) < 0:
        return None
    word = re.escape(name)
    behind = rf"“?{word}”?(?:类|领域|方面)?的?(?:指标)?(?:一共|共|有|为|设)*[（(]?(?P<n>{_N})[项个]"
    return re.compile(rf"{behind}|(?P<m>{_N})[项个]{word}").search(text, start, end)


def _is_own(text: str, start: int, position: int) -> bool:
    """Whether nothing in the sentence so far says that other indicators are meant."""
    return _OTHERS.search(text, max(start, position - 24), position) is None


def _is_near(count: int, listed: int) -> bool:
    return count > 1 and abs(count - listed) <= max(_NEAR if listed >= _FEW else 1, listed // 4)


def _count(words: str) -> int:
    return int(parse_numeral(words) or 0)
