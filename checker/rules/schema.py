"""The words that rules may use: kinds with their attributes, and the steps along relations.

Which there are is handed in. Nothing here knows what they stand for: a kind is a table with a column for each
attribute (`tables`), a relation leads from row to row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.rules.types import Type

if TYPE_CHECKING:
    from checker.rules.scope import Definitions


class Attribute(Struct, frozen=True):
    """An attribute of a kind: `word` names its column; `attr` is the field under which its place is looked up."""

    attr: str
    word: str
    type: Type


class Step(Struct, eq=False):
    """One step along a relation, forward or backward, from `sources` to `targets`."""

    relation: str
    forward: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def reversed(self) -> Step:
        """The same step the other way."""
        return Step(self.relation, not self.forward, self.targets, self.sources)


class Kind:
    """A kind of things that a variable ranges over; its attributes are asked for when first needed."""

    def __init__(self, name: str, zh: str, list_attributes: Callable[[], Iterable[tuple[str, Attribute]]]) -> None:
        self.name = name
        self.zh = zh
        self._list_attributes = list_attributes

    @cached_property
    def attributes(self) -> Mapping[str, Attribute]:
        """Each word, Chinese or English → the attribute."""
        return dict(self._list_attributes())


class Schema:
    """All words, looked up in Chinese or English.

    Everything belongs to a thing of the kind `whole`, of which 适用 speaks; `drafted` is the time by which a whole is
    judged, known also where it does not say it.
    """

    def __init__(
        self,
        kinds: Iterable[Kind],
        steps: Mapping[str, tuple[Step, ...]],
        whole: str,
        drafted: Attribute,
        read_definitions: Callable[[Schema], Definitions] | None = None,
    ) -> None:
        kinds = list(kinds)
        self.by_name = {kind.name: kind for kind in kinds}
        self.kinds = {word: kind for kind in kinds for word in (kind.zh, kind.name)}
        self.steps = steps
        self.whole = whole
        self.drafted = drafted
        self._read_definitions = read_definitions

    @cached_property
    def definitions(self) -> Definitions:
        """The named definitions that every rule may use."""
        return self._read_definitions(self) if self._read_definitions is not None else {}

    def attribute(self, kinds: Iterable[str], word: str) -> Attribute | None:
        """The attribute that `word` names for every one of `kinds`, or None; of several, the first one's.

        Its column is asked for by its word, so that things of several kinds may be asked for it.
        """
        found: list[Attribute] = []
        for kind in kinds:
            attribute = self.by_name[kind].attributes.get(word)
            if attribute is None or (found and attribute.type.sort is not found[0].type.sort):
                return None
            found.append(attribute)
        if not found:
            return None
        first = found[0]
        if all(attribute == first for attribute in found):
            return first
        many = any(attribute.type.many for attribute in found)
        targets = tuple(dict.fromkeys(kind for attribute in found for kind in attribute.type.kinds))
        return Attribute(first.attr, word, Type(first.type.sort, many, targets, first.type.choices))
