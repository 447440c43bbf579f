"""The indicators of a text: the rows of its own indicator table, and what its sentences give figures of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, field

from checker.messages import Message
from checker.prose.constraints.conflict import words_of
from checker.prose.indicator_table import IndicatorRow, IndicatorTable
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.prose.reading.tables import key_of
from checker.statement import Measure, Origin
from checker.write.draft_found import Chapters, Goal, Told, quotable
from checker.write.draft_table import merge_rows
from checker.write.plan_words import is_unit, written_figure

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
#: What begins or ends so compares or ranks, and names no indicator.
_NO_NAME = re.compile(r"^(?:比|较|略|高于|低于|占|按|进入|跻身|位列|位居|其中)|(?:[的和与及按比于有需由从]|[0-9])$")
#: An amount of change, never a level.
_POINTS = "个百分点"
_COUNTED = re.compile(r"(?:总|数)?[数量]$")
_LONGEST = 24
#: A name that begins further before its figure does not stand in one quote with it.
_REACH = 60


class Series(Told):
    """An indicator: its unit, and its figures by year or basis, each as a plan file writes it, with other values.

    `row` is its row in the table of the text, if it is there, `doubts` what is said of that row.
    """

    unit: str = ""
    figures: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    row: IndicatorRow | None = None
    doubts: list[Message] = field(default_factory=list)


class Indicators(Struct):
    """The indicators in their order, those of the table first, and the tables."""

    series: list[Series]
    tables: list[IndicatorTable]


def find_indicators(
    reading: Reading, chapters: Chapters, period: tuple[int, int] | None, goals: Sequence[Goal]
) -> Indicators:
    """The rows of the text's table, and indicators with a figure of the last year or a growth of the period.

    What stands under a goal and tells no year is of the last year. The table is believed where the text tells
    another value, which stands beside it as a comment.
    """
    tables = [table.read for table in reading.tables]
    rows, doubts = merge_rows(tables)
    made = [Series(row.name, quotable(row.name), row=row, doubts=doubts.get(id(row), [])) for row in rows]
    _carry_categories(rows)
    known = {key: one for one in reversed(made) for key in _keys(one.name)}
    period = period or next((table.period for table in tables if table.period is not None), None)
    if period is not None:
        _read_sentences(reading, chapters, period, goals, known, made)
    return Indicators([one for one in made if one.row is not None or _is_target(one)], tables)


def _is_target(one: Series) -> bool:
    return bool(one.unit) and any(told.startswith("目标") for told in one.figures.values())


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
    chapters: Chapters,
    period: tuple[int, int],
    goals: Sequence[Goal],
    known: dict[str, Series],
    made: list[Series],
) -> None:
    bases = {edge.first for edge in reading.edges if edge.kind == "from_to"}
    for number, row in enumerate(reading.statements):
        if row.table >= 0 or row.area or row.vague or row.each or number in bases:
            continue
        slot = _slot(row, period, under_goal=any(goal.start <= row.start < goal.end for goal in goals))
        name = row.name if row.exact else row.verb + row.name
        if slot is None or _NO_NAME.search(name) or not 2 <= len(name) <= _LONGEST:
            continue
        told = [name, row.key] if slot[0] != "年均" else [f"{name}年均增长", name, row.key]
        one = next((known[key] for key in told if key in known), None)
        if one is None and row.measure is Measure.CHANGE:
            continue  # 单位能耗降低14.5% has a row of that name, or none.
        if one is None:
            one = Series(name)
            known.update(dict.fromkeys((name, row.key), one))
            made.append(one)
        _take(one, row, slot, reading, chapters)


def _slot(row: Stated, period: tuple[int, int], *, under_goal: bool) -> tuple[str, str] | None:
    """The field that a row goes into and its tense; None for what is no figure of the plan's own."""
    first, last = period
    is_told = row.period_from not in (Origin.DOCUMENT, Origin.DEFAULT)
    is_goal = row.tense in ("target", "striving") and row.last_year == last and (is_told or under_goal)
    if row.measure is Measure.GROWTH:
        return ("年均", "目标") if is_goal and (row.average or row.first_year == first) else None
    if row.measure is Measure.AVERAGE:
        return None
    spans = row.first_year == first != row.last_year
    if row.measure in (Measure.CUMULATIVE, Measure.CHANGE) and (spans or row.summed):
        return ("累计", "目标") if is_goal else None
    if row.measure is Measure.CHANGE:
        return None
    if is_goal:
        return f"{last}年", "目标"
    return (f"{first - 1}年", "实际") if row.tense == "actual" and is_told and row.last_year == first - 1 else None


def _take(one: Series, row: Stated, slot: tuple[str, str], reading: Reading, chapters: Chapters) -> None:
    """Add a figure, unless it is told in another unit than the others, or another of its year is there."""
    word, tense = slot
    told = words_of(reading, row)
    written = _written(one, row, told, growth=word == "年均")
    if not written:
        return
    if one.row is not None:
        differs = _differs(one.row, slot, written)
    else:
        differs = one.figures.setdefault(word, f"{tense} {written}") != f"{tense} {written}"
    if differs:
        one.others.append(told)
    elif tense == "目标":
        if not one.starts:
            one.chapter = chapters.number(row.start)
            one.quote = quotable(_around(reading.document.source.text, row)) or one.quote
        one.starts.append(row.start)


def _around(text: str, row: Stated) -> str:
    """The words from the name to the figure, "" where a line or so lies between."""
    first, last = min(row.named_from, row.start), max(row.named_to, row.end)
    return text[first:last] if last - first <= _REACH else ""


def _written(one: Series, row: Stated, printed: str, *, growth: bool) -> str:
    """The figure as a plan file writes it, with its decimals as printed; "" if it cannot be one of `one`."""
    unit, quantity = row.measured_in, row.said
    if unit is None or quantity is None or unit.symbol == _POINTS or not is_unit(unit.symbol):
        return ""
    if growth:
        own = ""
    else:
        own = one.row.unit if one.row is not None else one.unit or unit.symbol
        if unit.symbol != own:
            return ""
        one.unit = own
    described = quantity.describe()
    there, here = _NUMBER.search(described), _NUMBER.search(printed)
    if there and here and _value(there[0]) == _value(here[0]):
        described = described[: there.start()] + here[0] + described[there.end() :]
    return written_figure(described, own) or ""


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _differs(row: IndicatorRow, slot: tuple[str, str], written: str) -> bool:
    """Whether the table has another value there; where it has none, it has its reasons."""
    basis = {"年均": "annual", "累计": "cumulative"}.get(slot[0], "point")
    for figure in row.figures:
        is_same = figure.basis == basis and not figure.accumulated
        if is_same and (basis != "point" or f"{figure.year}年" == slot[0]):
            there, here = _NUMBER.search(figure.text), _NUMBER.search(written)
            return there is not None and here is not None and _value(there[0]) != _value(here[0])
    return False
