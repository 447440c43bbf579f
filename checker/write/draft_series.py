"""The indicators of a text: the rows of its own indicator table, and what its sentences give figures of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, field

from checker.messages import Message
from checker.prose.claims import Claim, find_claims, lexicon_aliases
from checker.prose.document import Block, Document
from checker.prose.figures import Figure, figure_at
from checker.prose.indicator_table import IndicatorRow, IndicatorTable
from checker.prose.table_claims import find_indicator_tables
from checker.write.draft_found import Chapters, Goal, Told, quotable
from checker.write.draft_table import merge_rows
from checker.write.plan_words import is_unit, written_figure

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_GROWTH = re.compile(r"，年均(?:增长|增速|递增)(?:为|达到|达)?")
#: Words of the span behind a name: 固定资产投资五年累计.
_OVER_PERIOD = re.compile(r"(?:五年)?(?:累计)?$")
_TOTAL = re.compile(r"五年(?:累计)?$|累计$")
#: What begins or ends so compares or ranks, and names no indicator.
_NO_NAME = re.compile(r"^(?:比|较|略|高于|低于|占|按|进入|跻身|位列|位居|其中)|(?:[的和与及按比于有需由从]|[0-9])$")
#: An amount of change, never a level.
_POINTS = "个百分点"
_COUNTED = re.compile(r"(?:总|数)?[数量]$")
_LONGEST = 24


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
    document: Document, chapters: Chapters, period: tuple[int, int] | None, goals: Sequence[Goal]
) -> Indicators:
    """The rows of the text's table, and indicators with a figure of the last year or a growth of the period.

    What stands under a goal and tells no year is of the last year. The table is believed where the text tells
    another value, which stands beside it as a comment.
    """
    tables = list(find_indicator_tables(document, period))
    rows, doubts = merge_rows(tables)
    made = [Series(row.name, quotable(row.name), row=row, doubts=doubts.get(id(row), [])) for row in rows]
    _carry_categories(rows)
    known = {key: one for one in reversed(made) for key in _keys(one.name)}
    period = period or next((table.period for table in tables if table.period is not None), None)
    if period is not None:
        _read_sentences(document, chapters, period, goals, known, made)
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
    yield lexicon_aliases().get(name, name)
    if _COUNTED.search(name):
        yield _COUNTED.sub("", name)


def _read_sentences(
    document: Document,
    chapters: Chapters,
    period: tuple[int, int],
    goals: Sequence[Goal],
    known: dict[str, Series],
    made: list[Series],
) -> None:
    for block in document.blocks:
        if block.cell is not None or "\t" in block.text:
            continue
        under_goal = any(goal.start <= block.start < goal.end for goal in goals)
        for claim in find_claims(block.text):
            slot = _slot(claim, block.text, period, under_goal=under_goal)
            name = _name(claim, block.text)
            if slot is None or not name:
                continue
            one = next((known[key] for key in (name + claim.change, *_keys(name)) if key in known), None)
            if one is None:
                if claim.change not in ("", "年均增长", "累计"):
                    continue
                one = known[name] = Series(name)
                made.append(one)
            _take(one, claim, slot, block, chapters)


def _name(claim: Claim, text: str) -> str:
    """The name of what is told; "" for a figure that something rises from, and for what is no name."""
    name = _OVER_PERIOD.sub("", text[claim.named_at : claim.named_to], count=1)
    if claim.scope or _NO_NAME.search(name) or not 2 <= len(name) <= _LONGEST:
        return ""
    # 产值 behind the name of an industry counts as the verb of the figure.
    return f"{name}产值" if text.startswith("产值", claim.named_to) and not name.endswith("产值") else name


def _slot(claim: Claim, text: str, period: tuple[int, int], *, under_goal: bool) -> tuple[str, str] | None:
    """The field a claim goes into and its tense; None for what is no figure of the plan's own."""
    first, last = period
    is_goal = not claim.actual and (claim.year == last or (under_goal and claim.year is None))
    if claim.change == "年均增长":
        return ("年均", "目标") if is_goal else None
    if claim.change.startswith("累计") or _TOTAL.search(text[claim.named_at : claim.named_to]):
        # 累计 is a word for what has been reached, but not under a goal.
        return ("累计", "目标") if under_goal and claim.year in (None, last) else None
    if claim.change:
        return None
    if is_goal:
        return f"{last}年", "目标"
    return (f"{first - 1}年", "实际") if claim.year == first - 1 and not claim.target else None


def _take(one: Series, claim: Claim, slot: tuple[str, str], block: Block, chapters: Chapters) -> None:
    """Add a figure, unless it is told in another unit than the others, or another of its year is there."""
    word, tense = slot
    written = _written(one, claim.figure, block.text, growth=word == "年均")
    if not written:
        return
    if one.row is not None:
        differs = _differs(one.row, slot, written)
    else:
        differs = one.figures.setdefault(word, f"{tense} {written}") != f"{tense} {written}"
    if differs:
        one.others.append(block.text[claim.start : claim.end])
    elif tense == "目标":
        if not one.starts:
            one.chapter = chapters.number(block.start)
            one.quote = quotable(block.text[claim.named_at : claim.end]) or one.quote
        one.starts.append(block.start + claim.start)
        if one.row is None and word != "年均":
            _take_growth(one, claim, block.text)


def _take_growth(one: Series, claim: Claim, text: str) -> None:
    """The growth right behind a target: 达到480亿元，年均增长9.0%."""
    behind = _GROWTH.match(text, claim.end)
    growth = figure_at(text, behind.end()) if behind is not None else None
    written = _written(one, growth, text, growth=True) if growth is not None else ""
    if written:
        one.figures.setdefault("年均", f"目标 {written}")


def _written(one: Series, figure: Figure, text: str, *, growth: bool) -> str:
    """The figure as a plan file writes it, with its decimals as printed; "" if it cannot be one of `one`."""
    unit = figure.quantity.unit
    if unit is None or unit.symbol == _POINTS or not is_unit(unit.symbol):
        return ""
    if growth:
        own = ""
    else:
        own = one.row.unit if one.row is not None else one.unit or unit.symbol
        if unit.symbol != own:
            return ""
        one.unit = own
    described, printed = figure.quantity.describe(), text[figure.number : figure.end]
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
