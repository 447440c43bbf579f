"""What an element says, field by field, in a form that two versions can be compared by.

Layout, widths and the order of lists mean nothing; what is written is kept for the reader.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.messages.choices import choice_words
from checker.model.element import Element
from checker.model.schema import field_words
from checker.model.words import TENSES
from checker.source import name_key
from checker.syntax import Declaration, Field, FigureValue, Shape

#: A field: its English word or year, and the tense of a figure.
Key = tuple[str, str]


@dataclass(slots=True, eq=False, repr=False)
class Content:
    """What a field says: its word, its values as written, whether their order counts, and where the first stands."""

    word: str
    values: list[str]
    ordered: bool
    start: int
    end: int

    @property
    def keys(self) -> list[str]:
        """The values to compare by."""
        return [name_key(value) for value in self.values]

    @property
    def text(self) -> str:
        """The values as a reader sees them."""
        return "、".join(self.values)


def contents_of(element: Element, name: str = "") -> dict[Key, Content]:
    """Each field of an element; a declaration's formula (its name, or the one given) and title count as fields."""
    told: dict[Key, Content] = {}
    if element.decl is None:
        return told
    for part in _own_parts(element, element.decl, name or element.name):
        _add(told, *part)
    for field in element.decl.fields:
        for value in field.values:
            key, word = field_key(element.kind, field, value)
            ordered = field.shape is not Shape.ITEMS
            text = _written(element, value.start, value.end)
            if isinstance(value, FigureValue) and value.tense:
                # The word holds the tense already: 2025年目标.
                text = text.removeprefix(value.tense).strip()
            _add(told, key, Content(word, [text], ordered, value.start, value.end))
    return told


def _own_parts(element: Element, decl: Declaration, name: str) -> list[tuple[Key, Content]]:
    parts: list[tuple[Key, Content]] = []
    for attr, word, part in (("formula", "关系", decl.formula), ("title", "题目", decl.title)):
        if part is not None:
            # A relation is called by its formula in one writing.
            text = name if attr == "formula" else _written(element, part.start, part.end)
            parts.append(((attr, ""), Content(word, [text], True, part.start, part.end)))
    return parts


def field_key(kind: str, field: Field, value: object) -> tuple[Key, str]:
    """The field that a value belongs to, figures by their year and tense; and what a reader calls it."""
    spec = field_words(kind).get(field.word) or field_words(kind).get(field.word.lower())
    attr, word = (spec.attr, spec.word) if spec is not None else (name_key(field.word), field.word)
    if isinstance(value, FigureValue) and value.tense:
        tense = choice_words(TENSES).get(value.tense, value.tense)
        year = attr.removesuffix("年")
        return (year, tense), f"{word}{value.tense}"
    return (attr.removesuffix("年") if field.shape is Shape.YEAR else attr, ""), word


def _add(told: dict[Key, Content], key: Key, said: Content) -> None:
    if key in told:
        told[key].values += said.values
    else:
        told[key] = said


def _written(element: Element, start: int, end: int) -> str:
    return " ".join(element.source.text[start:end].split())
