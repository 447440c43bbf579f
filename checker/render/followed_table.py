"""What outlines have of the 建议 beside them, as a table: for people, for WPS and Excel, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from checker.engine.taken_up import FollowedItem, TextFollowed
from checker.messages.taken_up import TAKEN_UP_HEADINGS, TAKEN_UP_KINDS, TAKEN_UP_STATES
from checker.render.csv_table import BYTE_ORDER_MARK, inert
from checker.render.json import followed_object
from checker.render.text import followed_line
from checker.render.visible import json_text, visible
from checker.source import Span

FOLLOWED_VERSION: Final = "1.0"


def render_followed(found: Sequence[TextFollowed], states: Collection[str], lang: str = "zh") -> str:
    """For people: a line for each pair, then one for each item of these states.

    What the outline writes stands behind an item where it differs.
    """
    return "".join(f"{visible(line)}\n" for one in found for line in _lines(one, states, lang))


def _lines(one: TextFollowed, states: Collection[str], lang: str) -> Iterator[str]:
    yield followed_line(one, lang)
    for item in one.of(states):
        other = f" → {_plain(item.other)}" if item.other and item.other != item.words else ""
        words = f"{_plain(item.words)}{other}"
        yield f"  {TAKEN_UP_STATES[item.state]().text(lang)}  {TAKEN_UP_KINDS[item.kind]().text(lang)}  {words}"


def render_followed_csv(found: Sequence[TextFollowed], states: Collection[str], lang: str = "zh") -> str:
    """As CSV, a row for each item of these states."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(TAKEN_UP_HEADINGS().text(lang).split("|"))
    writer.writerows([inert(cell) for cell in _cells(one, item, lang)] for one in found for item in one.of(states))
    return BYTE_ORDER_MARK + text.getvalue()


def _cells(one: TextFollowed, item: FollowedItem, lang: str) -> list[str]:
    state, kind = TAKEN_UP_STATES[item.state]().text(lang), TAKEN_UP_KINDS[item.kind]().text(lang)
    other = _place(item.other_span, lang) if item.other_span is not None else ""
    return [state, kind, _plain(item.words), _place(item.span, lang), _plain(item.other), other, one.proposal, one.path]


def render_followed_json(found: Sequence[TextFollowed], states: Collection[str], lang: str = "zh") -> str:
    """As JSON: the objects of the report's, with the items of these states."""
    followed = [followed_object(one, lang, states) for one in found]
    return json_text({"schema_version": FOLLOWED_VERSION, "followed": followed}) + "\n"


def _place(span: Span, lang: str) -> str:
    return span.source.locator(span.start).text(lang)


def _plain(words: str) -> str:
    return " ".join(words.split())
