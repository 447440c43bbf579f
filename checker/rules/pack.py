"""A pack of rules: its files, and the predicates that they use beside those that every rule may use."""

from __future__ import annotations

from msgspec import Struct

from checker.rules.predicates import Predicate
from checker.source import SourceText

#: The name of plancheck's own.
BUILT_IN = "plancheck"


class Pack(Struct, eq=False):
    """The rule files of one pack, in the order of their paths."""

    name: str
    files: tuple[SourceText, ...]
    predicates: tuple[Predicate, ...] = ()

    @property
    def built_in(self) -> bool:
        """Whether it is plancheck's own."""
        return self.name == BUILT_IN
