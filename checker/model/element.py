"""What every element of a plan has, and what its fields hold: names of others, texts, counts, phrases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

from checker.model import declare
from checker.model.spec import DerivedSpec, FieldSpec
from checker.quantity import Quantity
from checker.source import SourceText, Span
from checker.syntax import Declaration, Field, Note, Path

if TYPE_CHECKING:
    from checker.model.plan import Plan


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


#: What an element has of fields that its office added, where it has none.
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Element(Struct, metaclass=declare.Declaring, eq=False):
    """What every element has: its plan, its name and its places (offsets in `source`).

    Of a kind: its English and its Chinese word, whether it has declarations of its own or others bring it along, its
    fields, and what is worked out of them.
    """

    kind: ClassVar[str] = ""
    zh: ClassVar[str] = ""
    declared: ClassVar[bool] = True
    fields: ClassVar[tuple[FieldSpec, ...]] = ()
    derived: ClassVar[tuple[DerivedSpec, ...]] = ()

    plan: Plan
    name: str
    source: SourceText
    start: int
    end: int
    name_start: int
    name_end: int
    decl: Declaration | None = None
    index: int = -1
    own: Mapping[str, Any] = _NOTHING

    quotes: list[Phrase] = declare.texts("原文", "规划文本里的原话，一字不差", notes=("source", "to_verify"))
    sources: list[Document] = declare.documents("来源", "出处：文件、等级（官方、转述）和日期")
    remark: str | None = declare.text("说明", "给读者的说明，不参与检查")

    @property
    def span(self) -> Span:
        """The whole declaration."""
        return Span(self.source, self.start, self.end)

    @property
    def all_fields(self) -> tuple[FieldSpec, ...]:
        """The fields of its kind, and those that the plan's office added."""
        added = self.plan.own_fields.of(self.kind)
        return (*self.fields, *added) if added else self.fields

    def value(self, spec: FieldSpec) -> Any:
        """What it has for one of its fields: None, or an empty list, where it says nothing."""
        if spec.own:
            return self.own.get(spec.attr, [] if spec.type.many else None)
        return getattr(self, spec.attr)

    @property
    def name_span(self) -> Span:
        """The name, or the declaration's word where the name is missing."""
        return Span(self.source, self.name_start, self.name_end)

    def written(self, attr: str) -> Field | None:
        """The field of `attr` as written, or None."""
        if self.decl is None:
            return None
        words = {word for spec in self.all_fields if spec.attr == attr for word in (*spec.zh, attr)}
        return next((part for part in self.decl.fields if part.word in words or part.word.lower() in words), None)
