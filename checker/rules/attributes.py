"""An attribute of a kind, and a step along a relation: the two things that words of a rule lead to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from checker.rules.types import Type

Read = Callable[[Any], Any]


class Attribute(Struct, eq=False):
    """An attribute of a kind: `read` gives its value (None: not known; a list where the type is many).

    `present` tells whether it was given at all. `attr` is also the field under which the place is looked up.
    """

    attr: str
    zh: str
    type: Type
    read: Read
    present: Callable[[Any], bool]


class Step(Struct, eq=False):
    """One step along a relation, forward or backward, from `sources` to `targets`."""

    relation: str
    forward: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def reversed(self) -> Step:
        """The same step the other way."""
        return Step(self.relation, not self.forward, self.targets, self.sources)
