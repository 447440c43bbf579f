"""One change between two versions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.schema import element_spec
from checker.revise.weigh import Weight
from checker.source import Span


class Did(StrEnum):
    """What happened to an element."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(slots=True, eq=False, repr=False)
class Change:
    """One change: of an element as a whole, or of one field of it (`field` is its word, old and new its values).

    `span` is where it stands in the new version, in the old one for what was removed. `old_name` is the name
    before, for a renaming. `concerns` are items of other plans tied to the element. Of a text (`kind` is text) a
    changed paragraph is told, `field` is its chapter.
    """

    did: Did
    plan: str
    kind: str
    name: str
    span: Span
    old_name: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    weight: Weight | None = None
    concerns: tuple[tuple[str, str], ...] = ()

    @property
    def kind_zh(self) -> str:
        """The Chinese word of the kind of element."""
        return "文本" if self.kind == "text" else element_spec(self.kind).zh
