"""A plan and what lies beside it, as the alterations and the question of what can be decided see it.

Read from the syntax trees and the plain words of the texts alone: no rule, no graph, no linked reference is used, so
that what can be decided is not what plancheck happens to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from checker.model import parse_plan
from checker.model.schema import field_words
from checker.prose.read import read_document
from checker.source import SourceText, name_key
from checker.syntax import Declaration, Field, Item

_TEXTS = (".txt", ".md", ".docx")
_SENTENCES = re.compile(r"[。；\n]")


@dataclass(frozen=True)
class Alteration:
    """One edit of a plan: its kind and class, where, the text after it.

    `missing` is the fact without which it cannot be decided, empty where it can. A name that is another after the
    edit stands in `renamed` (before, after).
    """

    kind: str
    what: str
    where: str
    text: str
    missing: str = ""
    renamed: tuple[str, str] = ("", "")


@dataclass
class Part:
    """One declaration with the fields of its kind by their English word, years by their word as written."""

    declaration: Declaration
    parent: Part | None = None
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The English word of its kind."""
        return self.declaration.kind

    @property
    def name(self) -> str:
        """Its name, as names are compared."""
        return name_key(self.declaration.name.text)


class World:
    """The plan file at `path` with its text; the other plans beside it and the texts it names are read once."""

    def __init__(self, path: Path, text: str | None = None, beside: World | None = None) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8") if text is None else text
        self.parts = list(_parts(self.text))
        self._beside = beside

    def with_text(self, text: str) -> World:
        """The same workspace with another text of the plan."""
        return World(self.path, text, self._beside or self)

    @cached_property
    def uppers(self) -> dict[str, World]:
        """The other plans of the workspace, by name: those beside the plan, else those of the folders beside it."""
        if self._beside is not None:
            return self._beside.uppers
        found: dict[str, World] = {}
        folder = self.path.parent
        for other in sorted((*folder.rglob("*.plan"), *folder.parent.rglob("*.plan"))):
            named = World(other) if other != self.path else self
            if named.head is not None and named.head.name in self.named_plans and named is not self:
                found.setdefault(named.head.name, named)
        return found

    @property
    def named_plans(self) -> set[str]:
        """The names behind 上位规划."""
        return {key for item, key in self.references(self.head, "upper_plans")} if self.head is not None else set()

    @cached_property
    def body(self) -> str:
        """The words of the texts that the plan names and that are there."""
        if self._beside is not None:
            return self._beside.body
        texts = []
        for item in self.items(self.head, "texts"):
            path = self.path.parent / (item.text.text if item.text is not None else "")
            if item.path is None and path.suffix in _TEXTS and path.exists():
                texts.append(read_document(path.read_bytes(), path.suffix, path.name).source.text)
        return "\n".join(texts)

    @cached_property
    def sentences(self) -> list[str]:
        """The body cut at its full stops, semicolons and lines."""
        if self._beside is not None:
            return self._beside.sentences
        return [one for one in _SENTENCES.split(self.body) if one]

    def together(self, *words: str) -> bool:
        """Whether one sentence of the texts has all of these words."""
        return any(all(word in sentence for word in words) for sentence in self.sentences)

    @cached_property
    def head(self) -> Part | None:
        """The 规划 declaration."""
        return next((part for part in self.parts if part.kind == "plan"), None)

    def of(self, *kinds: str) -> list[Part]:
        """The declarations of these kinds."""
        return [part for part in self.parts if part.kind in kinds]

    def find(self, name: str, *kinds: str) -> Part | None:
        """The declaration of one of these kinds with a name."""
        return next((part for part in self.of(*kinds) if part.name == name), None)

    def items(self, part: Part | None, attr: str) -> list[Item]:
        """The members of a list field; none where it is not written."""
        written = part.fields.get(attr) if part is not None else None
        return [one for one in written.values if isinstance(one, Item)] if written is not None else []

    def references(self, part: Part | None, attr: str) -> list[tuple[Item, str]]:
        """The references of a field with the names they go by."""
        return [(one, name_key(one.path.text)) for one in self.items(part, attr) if one.path is not None]

    def written(self, part: Part | None, attr: str) -> str:
        """What is written in a field, without the word and the colon."""
        one = part.fields.get(attr) if part is not None else None
        return self.text[one.values[0].start : one.values[-1].end] if one is not None and one.values else ""

    def quotes(self, part: Part | None) -> str:
        """The words of the texts that a declaration cites."""
        return "\n".join(one.text.text for one in self.items(part, "quotes") if one.text is not None)

    # ---- edits

    def put(self, start: int, end: int, new: str) -> str:
        """The text with another stretch."""
        return self.text[:start] + new + self.text[end:]

    def without_field(self, one: Field) -> str:
        """The text without a field."""
        return self.put(one.start, one.end, "")

    def without_value(self, one: Field, place: int) -> str:
        """The text without one member of a field; without the field, where it is the only one."""
        values = one.values
        if len(values) == 1:
            return self.without_field(one)
        if place + 1 < len(values):
            return self.put(values[place].start, values[place + 1].start, "")
        return self.put(values[place - 1].end, values[place].end, "")


def _parts(text: str) -> Iterator[Part]:
    waiting: list[tuple[Declaration, Part | None]] = [
        (one, None) for one in parse_plan(SourceText("", text)).declarations
    ]
    while waiting:
        declaration, parent = waiting.pop(0)
        words = field_words(declaration.kind)
        fields = {words[one.word].attr if one.word in words else one.word: one for one in declaration.fields}
        part = Part(declaration, parent, fields)
        yield part
        waiting = [(child, part) for child in declaration.children] + waiting


def shorter(name: str) -> str:
    """A name without its middle letter, which is how a letter is lost in typing."""
    letters = [place for place, letter in enumerate(name) if letter.isalnum() and letter not in "一二三四五六七八九十"]
    places = [place for place in letters if 0 < place < len(name) - 1] or letters
    if len(letters) < 3:
        return ""
    place = min(places, key=lambda one: abs(one - len(name) / 2))
    return name[:place] + name[place + 1 :]
