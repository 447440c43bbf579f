"""What an item says, value by value, without tense and remarks, in a form in which three versions can be compared."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.model import Element, Indicator
from checker.model.contents import Key, field_key
from checker.model.plan_words import figure_key
from checker.model.schema import field_words
from checker.source import name_key
from checker.syntax import DateRange, Field, FigureValue, Item, Value
from checker.update.values import Add, Put, Remove

#: Files of the documents, quotes and sources have rules of their own.
_APART = frozenset({"texts", "quotes", "sources"})
_GUESSED = ("推断", "inferred")


class Fact(Struct, eq=False):
    """One value: what it is compared by, its words without tense and remarks, and where these stand.

    `is_guess` for a tie that no document told. `word` is what a reader calls the field.
    """

    key: str
    text: str
    word: str
    start: int
    end: int
    element: Element
    field: Field
    value: Value
    is_guess: bool = False

    @property
    def written(self) -> str:
        """The value as it stands, with tense and remarks."""
        return self.element.source.text[self.value.start : self.value.end]

    def removed(self) -> Remove:
        """The step that takes it away."""
        return Remove(self.element, self.field, self.value)

    def replaced(self, text: str) -> Put:
        """The step that puts other words in its place and leaves tense and remarks."""
        return Put(self.element.source, self.start, self.end, text)

    def added_to(self, element: Element) -> Add:
        """The step that gives another element the same value."""
        return Add(element, self.field.word, self.written, is_figure=isinstance(self.value, FigureValue))


Facts = dict[Key, list[Fact]]


def facts_of(element: Element, names: Mapping[str, str] | None = None) -> Facts:
    """The values of an element by field, figures by year and tense; `names` are keys of what is called otherwise."""
    found: Facts = {}
    if element.decl is None:
        return found
    for part in element.decl.fields:
        for value in part.values:
            key, word = field_key(element.kind, part, value)
            spec = field_words(element.kind).get(part.word)
            if (spec.attr if spec is not None else "") not in _APART:
                found.setdefault(key, []).append(_fact(element, part, value, word, names or {}))
    return found


def _fact(element: Element, part: Field, value: Value, word: str, names: Mapping[str, str]) -> Fact:
    start, end = value.start, value.end
    is_guess = False
    if isinstance(value, FigureValue):
        start, end = value.amount.start, value.amount.end
    elif isinstance(value, DateRange):
        start, end = value.first.start, (value.last or value.first).end
    elif isinstance(value, Item):
        inner = value.path or value.text
        start, end = (inner.start, inner.end) if inner is not None else (start, end)
        is_guess = any(note.word in _GUESSED for note in value.notes)
    text = element.source.text[start:end]
    if isinstance(value, FigureValue):
        key = figure_key(text, element.unit_text if isinstance(element, Indicator) else "")
    elif isinstance(value, Item) and value.path is not None:
        last = value.path.parts[-1].text
        key = names.get(name_key(last), name_key(last))
    else:
        key = name_key("".join(text.split()))
    return Fact(key, " ".join(text.split()), word, start, end, element, part, value, is_guess)
