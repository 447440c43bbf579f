"""Kinds whose things are objects: what their attributes are called, and how each is read of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any

from msgspec import Struct

from checker.rules.schema import Attribute, Kind
from checker.rules.types import Type

Read = Callable[[Any], Any]


class Source(Struct, eq=False):
    """An attribute with all words for it, and where its values come from.

    `read` gives that of an object (None: not known; a list where the type is many), `given` tells whether there is one.
    """

    words: tuple[str, ...]
    attribute: Attribute
    read: Read
    given: Callable[[Any], bool]


class ObjectKind(Kind):
    """A kind of objects, its attributes listed when first needed."""

    def __init__(self, name: str, zh: str, list_sources: Callable[[], Iterable[Source]]) -> None:
        super().__init__(name, zh, self._attributes)
        self._list_sources = list_sources

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Each word, Chinese or English → where the values come from."""
        return {word: source for source in self._list_sources() for word in source.words}

    def _attributes(self) -> Iterable[tuple[str, Attribute]]:
        return ((word, source.attribute) for word, source in self.sources.items())


def plain(attr: str, zh: str, type_: Type, read: Read | None = None, given: Read | None = None) -> Source:
    """An attribute with one word in each language, read by its name if nothing else is said."""
    return Source((zh, attr), Attribute(attr, zh, type_), read or attrgetter(attr), given or is_given(attr))


def always(_thing: Any) -> bool:
    """Given wherever there is a thing."""
    return True


def itself(thing: Any) -> Any:
    """What stands for the place of a thing."""
    return thing


def is_given(attr: str) -> Callable[[Any], bool]:
    """Whether there is a value of that name."""

    def given(thing: Any) -> bool:
        value = getattr(thing, attr)
        return value not in (None, "", [])

    return given
