"""What outlines above say of a place, with what answers it: for people, for WPS and Excel, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from checker.engine.placed import Placed
from checker.messages.placed import (
    PLACED_ANSWER,
    PLACED_COUNT,
    PLACED_HEADINGS,
    PLACED_NAMED,
    PLACED_NO_ANSWER,
    PLACED_NO_TEXT,
    PLACED_NONE,
    PLACED_TITLE,
)
from checker.render.plain_table import csv_of_table
from checker.render.visible import json_text, visible
from checker.source import Span

PLACED_VERSION: Final = "1.0"
#: Path of an upper document with its sentences.
Documents = Sequence[tuple[str, Sequence[Placed]]]


def render_placed(found: Documents, place: str, has_text: bool, lang: str = "zh") -> str:
    """For people: each sentence, and below it what answers; `has_text` tells whether an own text was read."""
    lines = [] if has_text else [PLACED_NO_TEXT().text(lang)]
    for path, sentences in found:
        if not sentences:
            lines.append(PLACED_NONE(file=path, place=place).text(lang))
            continue
        lines.append(PLACED_TITLE(file=path, place=place, count=len(sentences)).text(lang))
        for number, one in enumerate(sentences, 1):
            lines += _lines(number, one, place, has_text, lang)
    told = [one for _, sentences in found for one in sentences]
    if told and has_text:
        lines.append(PLACED_COUNT(count=len(told), answered=sum(bool(one.answer) for one in told)).text(lang))
    return "".join(f"{visible(line)}\n" for line in lines)


def _lines(number: int, one: Placed, place: str, has_text: bool, lang: str) -> Iterator[str]:
    others = [name for name in one.named if name != place]
    named = f"（{PLACED_NAMED(names='、'.join(others)).text(lang)}）" if others else ""
    yield f"  {number}  {_place(one.span, lang)}  {one.words}{named}"
    if one.answer_span is not None and one.reason is not None:
        where = _place(one.answer_span, lang)
        yield "     " + PLACED_ANSWER(place=where, words=one.answer, why=one.reason).text(lang)
    elif has_text:
        yield "     " + PLACED_NO_ANSWER().text(lang)


def render_placed_csv(found: Documents, lang: str = "zh") -> str:
    """As CSV, a row for each sentence."""
    return csv_of_table(placed_headings(lang), placed_cells(found, lang))


def placed_headings(lang: str = "zh") -> list[str]:
    """The words above the columns."""
    return PLACED_HEADINGS().text(lang).split("|")


def placed_cells(found: Documents, lang: str = "zh") -> list[list[str]]:
    """The rows below the headings."""
    return [_cells(path, one, lang) for path, sentences in found for one in sentences]


def _cells(path: str, one: Placed, lang: str) -> list[str]:
    where = _place(one.answer_span, lang) if one.answer_span is not None else ""
    why = one.reason.text(lang) if one.reason is not None else ""
    return [path, _place(one.span, lang), one.words, "、".join(one.named), where, one.answer, why]


def render_placed_json(found: Documents, place: str, has_text: bool, lang: str = "zh") -> str:
    """As JSON: the documents with their sentences; `answer` is null where nothing answers."""
    made = {
        "schema_version": PLACED_VERSION,
        "place": place,
        "own_text_read": has_text,
        "documents": [{"file": path, "sentences": [_object(one, lang) for one in told]} for path, told in found],
    }
    return json_text(made) + "\n"


def _object(one: Placed, lang: str) -> dict[str, Any]:
    answer = None
    if one.answer_span is not None and one.reason is not None:
        file, where = one.answer_span.source.path, _place(one.answer_span, lang)
        answer = {"file": file, "place": where, "words": one.answer, "why": one.reason.text(lang)}
    return {"place": _place(one.span, lang), "words": one.words, "names": list(one.named), "answer": answer}


def _place(span: Span, lang: str) -> str:
    return span.source.locator(span.start).text(lang)
