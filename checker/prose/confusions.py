"""The closed tables of confusions: a wrong word where nothing but a slip can have made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from checker import resources
from checker.prose.document_names import document_names, lies_in_any
from checker.prose.reading.word_sets import WordSet
from checker.source import Expression

#: A wrong word from this length on is no two words that happen to meet.
_SURE = 4


@dataclass(frozen=True)
class Confusion:
    """A row of the table: what is wrong, what is right, why.

    `pattern` tells by its one group where the word is surely wrong; `inside` are words in which it is right. With
    `fixed` False the right word is for a person to put in.
    """

    wrong: str
    right: str
    reason: str
    pattern: Expression
    inside: tuple[str, ...] = ()
    fixed: bool = True

    @cached_property
    def official(self) -> tuple[str, ...]:
        """The names of documents that hold the wrong word rightly."""
        return tuple(sorted(name for name in document_names() if self.wrong in name))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the word is wrong in `text`; `^` in a pattern is where words begin, behind blanks and #."""
        indent = len(text) - len(text.lstrip("# \t\n\r\x0b\x0c\u2002\u2003\u3000\xa0"))
        for found in self.pattern.finditer(text[indent:]):
            start, end = (indent + offset for offset in found.span(1))
            if not lies_in_any(text, start, end, self.inside) and not lies_in_any(text, start, end, self.official):
                yield start, end


def find_confusions(text: str) -> Iterator[tuple[Confusion, int, int]]:
    """Each confusion of the tables with its place in `text`."""
    words, signs, by_word = _by_word()
    standing = dict.fromkeys(word for _, word in words.find_all(text))
    for word in (*standing, *(sign for sign in signs if sign in text)):
        for row in by_word[word]:
            yield from ((row, start, end) for start, end in row.places(text))


@cache
def _by_word() -> tuple[WordSet, list[str], dict[str, list[Confusion]]]:
    """What finds the wrong words of two characters or more, those of one, and the rows by their wrong words."""
    rows: dict[str, list[Confusion]] = {}
    for row in confusions():
        rows.setdefault(row.wrong, []).append(row)
    return WordSet(word for word in rows if len(word) > 1), [word for word in rows if len(word) == 1], rows


@cache
def confusions() -> tuple[Confusion, ...]:
    """The rows of the table, and the words of the list that are wrong wherever they stand."""
    return (*map(_confusion, resources.read_data("confusions.toml")["confusion"]), *_misspelt())


def _confusion(row: dict[str, Any]) -> Confusion:
    wrong = row["wrong"]
    pattern = Expression(row.get("pattern", f"({re.escape(wrong)})"))
    return Confusion(wrong, row["right"], row["reason"], pattern, tuple(row.get("inside", ())), row.get("fix", True))


def _misspelt() -> Iterator[Confusion]:
    """Words without a meaning of their own; the short ones are left to a person to mend."""
    listed = resources.read_data("misspelt.toml")
    for wrong, right in listed["words"].items():
        inside = tuple(listed["inside"].get(wrong, ()))
        pattern = Expression(f"({re.escape(wrong)})")
        yield Confusion(wrong, right, f"没有“{wrong}”这个词", pattern, inside, len(wrong) >= _SURE)
