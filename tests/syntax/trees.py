"""The driver's tree and lark's own, in one plain form that can be compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from lark import Lark, Token, Tree

from checker.model import parse_plan
from checker.model.language import plan_language
from checker.source import SourceText
from checker.syntax import Lexeme, Run, cut
from checker.syntax.tables import open_lark

Shape = tuple[str, list[Any]]


@cache
def lark_of(grammar: str) -> Lark:
    return open_lark(grammar)


class Plain:
    """Actions that build nothing but the tree."""

    def __getattr__(self, name: str) -> Callable[[list[Any], int, int], Shape]:
        return partial(_branch, name)


def _branch(name: str, children: list[Any], _start: int, _end: int) -> Shape:
    return name, [child[:2] if isinstance(child, Lexeme) else child for child in children]


class GivesUp:
    """A recovery that notes the first misfit and stops."""

    def __init__(self) -> None:
        self.found: Lexeme | None = None

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:
        self.found = found
        return False


def words_of(text: str) -> list[Lexeme]:
    """The words of a text without a slip."""
    words: list[Lexeme] = []
    parsed = parse_plan(SourceText("", text), words)
    assert [(p.message.text(), text[p.start : p.end]) for p in parsed.problems] == []
    return words


def driven(text: str) -> Shape:
    """The tree of a whole text by our driver."""
    parser = plan_language().parser
    entries: list[Any] = []
    for start, end in cut(text):
        stretch = parser.parse(text, start, end, Plain(), GivesUp())
        entries += [entry for entry in stretch[1] if entry[0] != "_NL"]
    return "start", entries


def by_lark(words: list[Lexeme]) -> Shape:
    """The tree that lark makes of the same words."""
    interactive: Any = lark_of("plan").parse_interactive()
    for word in words:
        interactive.feed_token(Token(word.kind, word.text))
    name, entries = _shape(interactive.feed_eof())
    return name, [entry for entry in entries if entry[0] != "_NL"]


def _shape(tree: Tree[Token]) -> Shape:
    children = [
        _shape(child) if isinstance(child, Tree) else child and (child.type, str(child)) for child in tree.children
    ]
    return str(tree.data), children
