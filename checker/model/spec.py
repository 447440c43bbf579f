"""How the table of elements is told: what a field, an element and a relation are described by."""

from __future__ import annotations

from enum import Enum
from typing import Any

from msgspec import Struct

from checker.messages.choices import Choice


class FieldType(Enum):
    """What the value of a field means."""

    NAME = "name"  # one plain name
    NAMES = "names"  # plain names
    TEXT = "text"  # one sentence
    TEXTS = "texts"  # sentences
    CHOICE = "choice"  # one word of a closed list
    FLAG = "flag"  # 是, 否, 不明
    REFERENCE = "reference"  # one element
    REFERENCES = "references"  # elements
    MIXED = "mixed"  # elements or sentences
    DOCUMENTS = "documents"  # texts or sources with remarks
    TIME = "time"  # one interval of days
    COUNT = "count"  # one figure without tense
    COUNTS = "counts"  # figures without tense
    FIGURES = "figures"  # actual and target figures
    UNIT = "unit"
    SHARES = "shares"  # names with figures

    @property
    def many(self) -> bool:
        """Whether the element holds a list."""
        return self in _LISTS


_LISTS = frozenset(
    [
        *(FieldType.NAMES, FieldType.TEXTS, FieldType.REFERENCES, FieldType.MIXED, FieldType.DOCUMENTS),
        *(FieldType.COUNTS, FieldType.FIGURES, FieldType.SHARES),
    ]
)


class FieldSpec(Struct, eq=False):
    """One field: `attr` is its English word and the attribute of the element.

    `edge` names the relation that its references are in the goal graph, `reverse` says that they are its sources.
    `defining`: if it changes, figures before and after are not about the same. The value of one that is `own` (declared
    by an office, see `own_fields.py`) is held in `Element.own`.
    """

    attr: str
    zh: tuple[str, ...]
    type: FieldType
    meaning: str
    targets: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    edge: str = ""
    reverse: bool = False
    defining: bool = False
    own: bool = False

    @property
    def word(self) -> str:
        """The Chinese word that plancheck itself writes."""
        return self.zh[0]


class DerivedSpec(Struct, eq=False):
    """An attribute that is no field, for rules: `type` is FieldType-like or a plain word.

    One that is worked out of others has no `default`.
    """

    attr: str
    zh: tuple[str, ...]
    type: str  # element, elements, number, quantity, text, choice, flag, time, unit
    meaning: str
    target: str = ""
    choices: tuple[Choice, ...] = ()
    default: Any = None


class ElementSpec(Struct, eq=False):
    """One kind of element; `declared` is False for those that other declarations bring along."""

    kind: str
    zh: str
    fields: tuple[FieldSpec, ...]
    derived: tuple[DerivedSpec, ...] = ()
    declared: bool = True


class RelationSpec(Struct, eq=False):
    """A named edge of the goal graph; `reverse_zh` names it seen from the other end."""

    name: str
    zh: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    meaning: str
    reverse_zh: str = ""
