"""What a text was read as, as tables: for people, for WPS and Excel, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

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
#: Where a row stands in the source, and its cells behind place and words.
Row = tuple[int, int, list[Cell]]


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
    found = sorted(_OF[table](reading, lang), key=lambda row: row[:2])
    places = (
        [source.locator(start).text(place_lang or lang), _plain(source.text[start:end])] for start, end, _ in found
    )
    return [[*place, *cells] for place, (_, _, cells) in zip(places, found, strict=True)]


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


def _statements(reading: Reading, lang: str) -> Iterator[Row]:
    for row in reading.statements:
        yield row.start, row.end, [
            row.key or row.name or None,
            row.area or None,
            _years(row.first_year, row.last_year),
            _word(READ_ORIGINS, row.period_from.value, lang) if row.last_year else None,
            _word(READ_TENSES, row.tense, lang),
            _word(READ_MEASURES, row.measure.value, lang),
            row.said.printed if row.said is not None else None,
        ]  # fmt: skip


def _counts(reading: Reading, _lang: str) -> Iterator[Row]:
    for one in reading.announced:
        counts = "、".join(str(count) for count in dict.fromkeys(group.count for group in one.groups))
        yield one.start, one.end, [one.count, None, counts or None]
    for total in reading.totals:
        yield total.start, total.end, [total.number, total.unit, None]


def _lists(reading: Reading, _lang: str) -> Iterator[Row]:
    lists = [one.members for one in reading.members] + [one.titles for one in reading.titles]
    for members in lists:
        if members:
            words = "、".join(_plain(member.words) for member in members)
            yield members[0].start, members[-1].end, [len(members), words]


def _mentions(reading: Reading, lang: str) -> Iterator[Row]:
    found = reading.mentions
    for one in (*found.titles, *found.quoted, *found.defined, *found.places):
        yield *found.flow.span(one.start, one.end), [_word(READ_MENTIONS, one.kind.value, lang), one.name]
    for number in found.numbers:
        words = found.flow.text[number.start : number.end]
        yield *found.flow.span(number.start, number.end), [READ_MENTIONS["document_number"]().text(lang), words]


def _events(reading: Reading, lang: str) -> Iterator[Row]:
    for one in reading.events:
        span = reading.passages[one.passage].span(one.start, one.end)
        first, last = one.time.first, one.time.last
        yield *span, [first.isoformat(), last.isoformat(), _word(READ_ACTS, one.act, lang)]


def _sections(reading: Reading, lang: str) -> Iterator[Row]:
    for head in reading.heads:
        held = [one for one in reading.sections if one.start <= head.end]
        section = held[-1] if held else None
        years = _years(section.first, section.last) if section is not None else None
        tense = _word(READ_TENSES, section.tense, lang) if section is not None else None
        yield head.start, head.end, [head.level or None, head.title or None, years, tense]


_OF: dict[str, Callable[[Reading, str], Iterator[Row]]] = {
    "statements": _statements,
    "counts": _counts,
    "lists": _lists,
    "mentions": _mentions,
    "events": _events,
    "sections": _sections,
}
