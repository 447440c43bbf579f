"""What a text was read as, as tables: for people, for WPS and Excel, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any, Final

from checker.messages import Template
from checker.messages.reading import (
    READ_ACTS,
    READ_HEADINGS,
    READ_MEASURES,
    READ_MENTIONS,
    READ_NONE,
    READ_ORIGINS,
    READ_TENSES,
)
from checker.prose.reading import Reading
from checker.prose.reading.sheets import rows_of
from checker.render.csv_table import BYTE_ORDER_MARK, inert
from checker.render.visible import json_text, visible
from checker.source import display_width

READING_VERSION: Final = "1.0"
#: The tables by the words under which they are asked for.
TABLES: Final = {
    "陈述": "statements",
    "数目": "counts",
    "列举": "lists",
    "提及": "mentions",
    "事件": "events",
    "章节": "sections",
}
_WIDEST = 40
Cell = str | int | None


def render_reading(reading: Reading, table: str, lang: str = "zh") -> str:
    """A table for people: long cells are cut, rows stand below each other."""
    rows = [[_short(cell) for cell in row] for row in _rows(reading, table, lang)]
    if not rows:
        return READ_NONE().text(lang) + "\n"
    rows = [_headings(table, lang), *rows]
    widths = [max(map(display_width, cells)) for cells in zip(*rows, strict=True)]
    lines = ("  ".join(c + " " * (w - display_width(c)) for c, w in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def render_reading_csv(reading: Reading, table: str, lang: str = "zh") -> str:
    """The table as CSV, cells whole."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_headings(table, lang))
    writer.writerows([inert("" if cell is None else str(cell)) for cell in row] for row in _rows(reading, table, lang))
    return BYTE_ORDER_MARK + text.getvalue()


def render_reading_json(reading: Reading, table: str, lang: str = "zh") -> str:
    """The table as JSON: an object a row, keys and choices in English; a cell that says nothing is null."""
    keys = [heading.replace(" ", "_") for heading in _headings(table, "en")]
    rows = [dict(zip(keys, row, strict=True)) for row in _rows(reading, table, "en", lang)]
    return json_text({"schema_version": READING_VERSION, "table": table, "rows": rows}) + "\n"


def _headings(table: str, lang: str) -> list[str]:
    return READ_HEADINGS[table]().text(lang).split("|")


def _rows(reading: Reading, table: str, lang: str, place_lang: str = "") -> list[list[Cell]]:
    source = reading.document.source
    return [
        [
            source.locator(row.start).text(place_lang or lang),
            _plain(source.text[row.start : row.end]),
            *_CELLS[table](row, lang),
        ]
        for row in rows_of(reading, table)
    ]


def _plain(words: str) -> str:
    return " ".join(words.split())


def _short(cell: Cell) -> str:
    words = visible("" if cell is None else str(cell))
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def _word(words: Mapping[str, Template], key: str, lang: str) -> str | None:
    return words[key]().text(lang) if key in words else key or None


def _years(first: int | None, last: int | None) -> str | None:
    if not last:
        return None
    return str(last) if first in (None, last) else f"{first}—{last}"


def _statement(row: Any, lang: str) -> list[Cell]:
    one = row.stated
    return [
        row.subject or None,
        one.area or None,
        _years(one.first_year, one.last_year),
        _word(READ_ORIGINS, one.period_from.value, lang) if one.last_year else None,
        _word(READ_TENSES, one.tense, lang),
        _word(READ_MEASURES, one.measure.value, lang),
        one.said.printed if one.said is not None else None,
    ]


def _count(row: Any, _lang: str) -> list[Cell]:
    return [row.number, row.unit or None, "、".join(map(str, row.behind)) or None]


def _list(row: Any, _lang: str) -> list[Cell]:
    return [len(row.members), "、".join(row.members)]


def _mention(row: Any, lang: str) -> list[Cell]:
    return [_word(READ_MENTIONS, row.kind, lang), row.name]


def _event(row: Any, lang: str) -> list[Cell]:
    return [row.time.first.isoformat(), row.time.last.isoformat(), _word(READ_ACTS, row.act, lang)]


def _section(row: Any, lang: str) -> list[Cell]:
    years = _years(row.first_year, row.last_year)
    return [row.level or None, row.title or None, years, _word(READ_TENSES, row.tense, lang)]


_CELLS: dict[str, Callable[[Any, str], list[Cell]]] = {
    "statements": _statement,
    "counts": _count,
    "lists": _list,
    "mentions": _mention,
    "events": _event,
    "sections": _section,
}
