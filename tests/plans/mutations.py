"""Edits of a plan that each take one thing away or make one count wrong, and what they must bring up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import parse_plan
from checker.source import SourceText
from checker.syntax import Declaration, Field, FigureValue


@dataclass(frozen=True)
class Mutation:
    """`text` is the plan after the edit; `about` is (kind, name) of the declaration edited."""

    what: str
    kind: str
    name: str
    field: str
    text: str


def declarations(text: str) -> Iterator[Declaration]:
    """Every declaration, nested ones behind the one that holds them."""
    waiting = list(parse_plan(SourceText("", text)).declarations)
    while waiting:
        declaration = waiting.pop(0)
        yield declaration
        waiting = declaration.children + waiting


def mutations(text: str) -> Iterator[Mutation]:
    """Each declaration taken out, each field taken out, each member of a list, each count one higher."""
    for declaration in declarations(text):
        if declaration.kind == "plan":
            yield from _fields(text, declaration)
            continue
        cut = text[: declaration.start] + text[declaration.end :]
        yield Mutation("declaration", declaration.kind, declaration.name.text, "", cut)
        yield from _fields(text, declaration)


def _fields(text: str, declaration: Declaration) -> Iterator[Mutation]:
    about = declaration.kind, declaration.name.text
    for field in declaration.fields:
        yield Mutation("field", *about, field.word, text[: field.start] + text[field.end :])
        if len(field.values) > 1:
            yield from (Mutation("member", *about, field.word, cut) for cut in _members(text, field))
        yield from (Mutation("count", *about, field.word, cut) for cut in _counts(text, field))


def _members(text: str, field: Field) -> Iterator[str]:
    for place, value in enumerate(field.values):
        if place + 1 < len(field.values):
            yield text[: value.start] + text[field.values[place + 1].start :]
        else:
            yield text[: field.values[place - 1].end] + text[value.end :]


def _counts(text: str, field: Field) -> Iterator[str]:
    if field.word not in ("结构", "指标数", "章数", "节数"):
        return
    for value in field.values:
        assert isinstance(value, FigureValue)
        for match in re.finditer(r"\d+", text[value.start : value.end]):
            start = value.start + match.start()
            yield text[:start] + str(int(match.group()) + 1) + text[start + len(match.group()) :]
