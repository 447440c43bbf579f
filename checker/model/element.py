"""What every element of a plan has, and what its fields hold: names of others, texts, counts, phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct, field

from checker.model.schema import field_words
from checker.model.spec import FieldSpec
from checker.quantity import Quantity
from checker.source import SourceText, Span
from checker.syntax import Declaration, Field, Note, Path

if TYPE_CHECKING:
    from checker.model.elements import Plan


class Reference(Struct, eq=False):
    """A name that stands for an element, as written; `target` is set by the linker.

    `text` is set instead of `path` where a sentence stands in place of a reference.
    """

    attr: str
    path: Path | None
    text: str
    notes: dict[str, Note]
    start: int
    end: int
    target: Element | None = None

    @property
    def inferred(self) -> bool:
        """Whether the tie is ours and not the text's."""
        return "inferred" in self.notes


class Document(Struct, eq=False):
    """A text or a source: its name, its role or grade, and whether it is at hand (未随附 is not)."""

    name: str
    is_title: bool
    at_hand: bool
    notes: dict[str, Note]
    start: int
    end: int


class Count(Struct, eq=False):
    """A declared count: `value` is None where it is 未公开 or told in words."""

    value: int | None
    quantity: Quantity | None
    missing: bool
    unit: str
    notes: dict[str, Note]
    start: int
    end: int


class ShareValue(Struct, eq=False):
    """A name with a figure: part of a whole, or claim on a resource."""

    reference: Reference
    quantity: Quantity | None
    notes: dict[str, Note]
    start: int
    end: int


class Phrase(Struct, eq=False):
    """A sentence or a plain name with its place."""

    text: str
    notes: dict[str, Note]
    start: int
    end: int


class Element(Struct, eq=False):
    """What every element has: its plan, its name and its places (offsets in `source`)."""

    kind: ClassVar[str] = ""

    plan: Plan
    name: str
    source: SourceText
    start: int
    end: int
    name_start: int
    name_end: int
    decl: Declaration | None = None
    index: int = -1

    quotes: list[Phrase] = field(default_factory=list)
    sources: list[Document] = field(default_factory=list)
    remark: str | None = None

    @property
    def span(self) -> Span:
        """The whole declaration."""
        return Span(self.source, self.start, self.end)

    @property
    def name_span(self) -> Span:
        """The name, or the declaration's word where the name is missing."""
        return Span(self.source, self.name_start, self.name_end)

    def written(self, attr: str) -> Field | None:
        """The field of `attr` as written, or None."""
        if self.decl is None:
            return None
        words = field_words(self.kind)
        for part in self.decl.fields:
            spec: FieldSpec | None = words.get(part.word) or words.get(part.word.lower())
            if spec is not None and spec.attr == attr:
                return part
        return None
