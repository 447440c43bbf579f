"""What a text was read as, as tables: for people, for WPS and Excel, for programs."""

from __future__ import annotations

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
from checker.render.plain_table import Cell, csv_of_table, text_table
from checker.render.visible import json_text

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


def render_reading(reading: Reading, table: str, lang: str = "zh") -> str:
    """A table for people: long cells are cut, rows stand below each other."""
    rows = _rows(reading, table, lang)
    return text_table(_headings(table, lang), rows) if rows else READ_NONE().text(lang) + "\n"


def render_reading_csv(reading: Reading, table: str, lang: str = "zh") -> str:
    """The table as CSV, cells whole."""
    return csv_of_table(_headings(table, lang), _rows(reading, table, lang))


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
