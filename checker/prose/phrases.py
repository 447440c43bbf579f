"""The phrases of `grammar/quantity.lark`: the words that they are made of, and which words in a row make one.

The grammar has one rule, whose phrases are words one behind the other, some of them optional. Lark would take longer
to read it than a short text takes to be checked, so it is read here; a test holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

_WORD = re.compile(r"^(?P<name>[A-Z_]+)\.(?P<rank>[0-9]+): /(?P<pattern>.+)/$", re.MULTILINE)
_IGNORED = re.compile(r"^%ignore /(?P<pattern>.+)/$", re.MULTILINE)
_PHRASE = re.compile(r"^(?:start:| +\|)(?P<parts>[^\n>]+)-> *(?P<kind>[a-z]+)$", re.MULTILINE)
_PART = re.compile(r"(?P<optional>\[)?(?P<name>[A-Z_]+)")

#: How many words make the longest phrase, its kind, and for each of its parts the word that plays it.
Shape = tuple[int, str, tuple[int | None, ...]]


class Part(Struct, frozen=True):
    """One part of a phrase: the name of its word; one that begins with _ parts others and says nothing itself."""

    name: str
    optional: bool


class Phrases(Struct, frozen=True):
    """The patterns of the words by their names, the ones that go first in front; what may lie between; the phrases."""

    words: Mapping[str, str]
    ignored: str
    phrases: Sequence[tuple[str, Sequence[Part]]]

    def shape(self, names: Sequence[str]) -> Shape:
        """The longest phrase that the words of these names begin with; 0 and "" for none."""
        for count in range(len(names), 0, -1):
            for kind, parts in self.phrases:
                roles = _played(parts, names[:count])
                if roles is not None:
                    return count, kind, roles
        return 0, "", ()


def read_phrases(grammar: str) -> Phrases:
    """The words and phrases that the text of the grammar tells."""
    words = sorted(_WORD.finditer(grammar), key=lambda word: -int(word["rank"]))
    ignored = _IGNORED.search(grammar)
    phrases = [
        (phrase["kind"], [Part(part["name"], part["optional"] is not None) for part in _PART.finditer(phrase["parts"])])
        for phrase in _PHRASE.finditer(grammar)
    ]
    return Phrases({word["name"]: word["pattern"] for word in words}, ignored["pattern"] if ignored else "", phrases)


def _played(parts: Sequence[Part], names: Sequence[str]) -> tuple[int | None, ...] | None:
    """Which word plays each part, None for an optional part that is left out; None if the words are no such phrase."""
    roles: list[int | None] = []
    at = 0
    for part in parts:
        stands = at < len(names) and names[at] == part.name
        if not stands and not part.optional:
            return None
        if not part.name.startswith("_"):
            roles.append(at if stands else None)
        at += stands
    return tuple(roles) if at == len(names) else None
