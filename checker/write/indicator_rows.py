"""The rows of indicator tables as declarations of a plan file: what the table says, and nothing else.

What had to be guessed is marked 待核; what could not be read stands as a comment beside the indicator, with
the cell that it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.messages import Message
from checker.messages.sheets import (
    DRAFT_TO_VERIFY,
    SHEETS_FIGURE_DIFFERS,
    SHEETS_FIGURE_UNREAD,
    SHEETS_GROWTH_PERCENT,
    SHEETS_NAME_AGAIN,
    SHEETS_UNIT_UNKNOWN,
)
from checker.model.plan_words import is_unit, written_comment, written_figure, written_name, written_sentence
from checker.prose.indicator_table import TENSE_WORDS, IndicatorRow, IndicatorTable, TableFigure
from checker.source import display_width, name_key

_OFFICES = re.compile(r"[、，,；;/\s]+")
_LINE_WIDTH = 100
#: A growth without its unit, which a column of growth need not say: 6左右, ≥5.
_BARE_GROWTH = re.compile(r"(?P<number>[^0-9]{0,4}[0-9.]+(?:—[0-9.]+)?)(?P<behind>左右|上下|以上|以下|以内|之内)?")
#: The year of a value that is not that of its column: 21.5（2024年）.
_OTHER_YEAR = re.compile(r"(?P<figure>.*[0-9%].*?)\s*[（(](?P<year>20[0-9]{2})年[）)]")
#: 万套（间）: the unit, and what stands for it.
_ALTERNATIVE = re.compile(r"[（(][^（）()]{1,3}[）)]$")
_WORDS_OF_BASIS = {"annual": "年均", "cumulative": "累计"}


def merge_rows(tables: Sequence[IndicatorTable]) -> tuple[list[IndicatorRow], dict[int, list[Message]]]:
    """One row an indicator, though several sheets tell of it; with what they tell unlike each other, by row."""
    rows: list[IndicatorRow] = []
    doubts: dict[int, list[Message]] = {}
    for table in tables:
        known = {name_key(row.name): row for row in rows}
        own: set[str] = set()
        for row in table.rows:
            key = name_key(row.name)
            if key in own:
                doubts.setdefault(id(row), []).append(SHEETS_NAME_AGAIN(place=row.cell.place, name=row.name))
                rows.append(row)
            elif key in known:
                doubts.setdefault(id(known[key]), []).extend(_take_over(known[key], row))
            else:
                rows.append(row)
            own.add(key)
    return rows, doubts


def _take_over(row: IndicatorRow, other: IndicatorRow) -> Iterator[Message]:
    """Add to `row` what only `other` says; what the two say differently comes out."""
    for attr in ("category", "unit", "nature", "owner", "source", "remark"):
        if not getattr(row, attr) and getattr(other, attr):
            setattr(row, attr, getattr(other, attr))
            row.cells[attr] = other.cells.get(attr, other.cell)
            row.guessed |= other.guessed & {attr}
    for figure in other.figures:
        same = next((one for one in row.figures if _slot(one) == _slot(figure)), None)
        if same is None:
            row.figures.append(figure)
        elif written_figure(same.text, row.unit) != written_figure(figure.text, row.unit):
            yield SHEETS_FIGURE_DIFFERS(place=figure.cell.place, text=figure.text, first=same.cell.place)


def _slot(figure: TableFigure) -> tuple[object, ...]:
    return figure.year, figure.tense, figure.basis, figure.accumulated


def draft_indicator(row: IndicatorRow, doubts: Sequence[Message] = ()) -> list[str]:
    """The lines of one 指标 declaration; `doubts` stand in it as comments."""
    told = list(doubts)
    lines = [f"指标 {written_name(row.name)} {{  # {row.cell.place}"]
    if "name" in row.guessed:
        lines[0] += " 待核"
    lines.append("    ".join(_words(row, told)))
    lines += _filled(_figures(row, told))
    if row.source:
        lines.append(f"来源：{written_sentence(row.source)}")
    if row.remark:
        lines.append(f"说明：{written_sentence(row.remark)}")
    lines += map(doubt, told)
    return [line for line in lines if line] + ["}"]


def unit_of(row: IndicatorRow) -> str:
    """The unit as a plan file can have it: 万套（间） is 万套; "" for what is none."""
    return next((one for one in (row.unit, _ALTERNATIVE.sub("", row.unit)) if is_unit(one)), "")


def _words(row: IndicatorRow, doubts: list[Message]) -> Iterator[str]:
    if row.category:
        yield f"类别：{written_name(row.category)}{_mark('category' in row.guessed)}"
    unit = unit_of(row)
    if unit:
        yield f"单位：{unit}"
    if row.unit and unit != row.unit:
        doubts.append(SHEETS_UNIT_UNKNOWN(place=row.cells["unit"].place, text=row.unit))
    if row.nature:
        yield f"属性：{row.nature}"
    offices = [office for office in _OFFICES.split(row.owner) if office]
    if offices:
        yield f"责任：{'、'.join(map(written_name, offices))}"


def _figures(row: IndicatorRow, doubts: list[Message]) -> Iterator[str]:
    unit = unit_of(row)
    fields: dict[str, list[str]] = {}
    for figure in sorted(row.figures, key=lambda one: (one.year is None, one.year or 0)):
        other = _OTHER_YEAR.fullmatch(figure.text) if figure.basis == "point" else None
        told = replace(figure, text=other["figure"]) if other is not None else figure
        year = other["year"] if other is not None else figure.year
        word = f"{year}年" if figure.basis == "point" else _WORDS_OF_BASIS[figure.basis]
        fields.setdefault(word, []).append(told_figure(told, unit, doubts))
    for word, figures in fields.items():
        yield f"{word}：{'、'.join(dict.fromkeys(figures))}"


def told_figure(figure: TableFigure, unit: str, doubts: list[Message]) -> str:
    """A figure with tense and remarks: 实际 682（累计）; what is no figure is kept in its words."""
    tense = TENSE_WORDS[figure.tense]
    written = written_figure(figure.text, unit if figure.basis != "annual" else "")
    if written is None:
        is_garbled = re.search(r"\d", figure.text) is not None
        if is_garbled:
            doubts.append(SHEETS_FIGURE_UNREAD(place=figure.cell.place, text=figure.text))
        return f"{tense} {written_sentence(figure.text)}{_mark(is_garbled)}"
    notes = ["累计"] if figure.accumulated else []
    if figure.basis == "annual" and (bare := _BARE_GROWTH.fullmatch(written)) is not None:
        written = f"{bare['number']}%{bare['behind'] or ''}"
        notes.append("待核")
        doubts.append(SHEETS_GROWTH_PERCENT(place=figure.cell.place))
    return f"{tense} {written}" + (f"（{'，'.join(notes)}）" if notes else "")


def _filled(fields: Iterable[str]) -> Iterator[str]:
    """Fields side by side in lines that a screen holds."""
    line = ""
    for field in fields:
        longer = f"{line}    {field}" if line else field
        if line and display_width(longer) > _LINE_WIDTH:
            yield line
            longer = field
        line = longer
    yield line


def _mark(guessed: bool) -> str:
    return "（待核）" if guessed else ""


def doubt(what: Message) -> str:
    """What is to be verified, as a comment."""
    return written_comment(DRAFT_TO_VERIFY(what=what).text())
