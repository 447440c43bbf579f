"""How the driver finds the next word: by the kinds that the parser's state accepts, in Lark's order.

A set of kinds has one regular expression made of its terminals; that is what Lark's contextual lexer does. To
compile it takes longer than to read a short plan, so at first the terminals are tried one after another; the
outcome is the same.

White space and comments part words. The end of a line is a word for a grammar that knows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

COMMENT = r"#[^\r\n]*|//[^\r\n]*|注[:：][^\r\n]*"
#: All white space but line ends: what is pasted from a page brings all kinds along.
BLANK = r"[ \t\u3000\ufeff\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]*+"
#: White space and comments, for a grammar to which lines mean nothing.
ANY_BLANK = rf"(?:\s|\ufeff|{COMMENT})*+"
#: A comment reaches to the end of its line, and blank lines go along.
LINE_END = rf"(?:(?:{COMMENT})(?:[\r\n]|\Z)|[\r\n])(?:\s|\ufeff|{COMMENT})*+"

#: A kind and the pattern that finds it.
Group = tuple[str, str]
#: So many looks one by one take as long as to compile the expression for all.
_WORTH_COMPILING = 400

#: Plain words or marks to choose from, at the beginning of a pattern, and what may follow them.
_PLAIN = re.compile(r"(\(\?<!\[0-9０-９\]\))?\(\?:((?:[^\\()\[\]{}?*+.^$]|\\[^\w])+)\)((?:\(\?[=!][^()]*\))*)")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
_LETTER = re.compile("[A-Za-z]")


class Found(Protocol):
    """What a look finds, as a match of `re` tells it: the number of the group, and its span."""

    @property
    def lastindex(self) -> int | None:
        """The number of the group."""

    def span(self, group: int, /) -> tuple[int, int]:
        """Where that group begins and ends."""


#: What finds the next word, and the kind of each of its groups.
Scanner = tuple[Callable[[str, int, int], Found | None], tuple[str, ...]]


def kinds_of(groups: Sequence[Group]) -> tuple[str, ...]:
    """The kinds by the numbers of their groups; there is no group 0."""
    return ("", *(kind for kind, _ in groups))


def compile_scanner(groups: Sequence[Group], blank: str) -> Scanner:
    """One expression for all groups, the first that fits."""
    expression = blank + "(?:" + "|".join(_group(pattern) for _, pattern in groups) + ")"
    return re.compile(expression).match, kinds_of(groups)


def _group(pattern: str) -> str:
    """A group of its own. Letter case is overlooked where there are letters; elsewhere it only slows compiling."""
    return f"((?i:{pattern}))" if _LETTER.search(_ESCAPE.sub("", pattern)) else f"({pattern})"


@cache
def plain_words(pattern: str) -> tuple[tuple[str, ...], str] | None:
    """The words or marks that a pattern begins with, and the rest of it; None where it begins otherwise."""
    match = _PLAIN.fullmatch(pattern)
    if match is None:
        return None
    return tuple(word.replace("\\", "") for word in match.group(2).split("|")), match.group(3)


@cache
def _beginnings(pattern: str) -> frozenset[str] | None:
    """The characters one of which the pattern begins with, in either case; None where that is not plain."""
    plain = plain_words(pattern)
    if plain is None:
        return None
    return frozenset(sign for word in plain[0] for sign in (word[0].lower(), word[0].upper()))


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(_group(pattern))


class Trial:
    """Tries the patterns of the groups in turn; calls `settle` when there have been looks enough to compile them."""

    __slots__ = ("blank", "left", "patterns", "settle")

    def __init__(self, groups: Sequence[Group], blank: str, settle: Callable[[], None]) -> None:
        self.patterns = [(pattern, _beginnings(pattern)) for _, pattern in groups]
        self.blank = blank
        self.settle = settle
        self.left = _WORTH_COMPILING

    def __call__(self, text: str, position: int, end: int) -> Found | None:
        """The first group that fits behind the blanks at `position`."""
        self.left -= 1
        if not self.left:
            self.settle()
        blanks = _expression(self.blank).match(text, position, end)
        start = blanks.end() if blanks is not None else position
        sign = text[start] if start < end else ""
        for number, (pattern, beginnings) in enumerate(self.patterns, 1):
            if beginnings is not None and sign not in beginnings:
                continue
            match = _expression(pattern).match(text, start, end)
            if match is not None:
                return _Word(number, match.span())
        return None


class _Word:
    """A word found by a pattern of its own, told like a match of them all."""

    __slots__ = ("_span", "lastindex")

    def __init__(self, number: int, span: tuple[int, int]) -> None:
        self.lastindex = number
        self._span = span

    def span(self, _group: int, /) -> tuple[int, int]:
        """The word's own span, whatever the group."""
        return self._span
