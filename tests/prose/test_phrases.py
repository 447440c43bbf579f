"""The phrases of figures as they are read from the grammar, against Lark's reading of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from checker import resources
from checker.prose.phrases import Phrases, Shape, read_phrases


@cache
def _lark() -> Any:
    grammar = resources.read_grammar("quantity.lark")
    return Lark(grammar, parser="lalr", lexer="basic", maybe_placeholders=True)


@cache
def _phrases() -> Phrases:
    return read_phrases(resources.read_grammar("quantity.lark"))


def _by_lark(names: list[str]) -> Shape:
    parser = _lark().parse_interactive("")
    longest: Shape = (0, "", ())
    for count, name in enumerate(names, 1):
        try:
            parser.feed_token(Token(name, str(count - 1)))
        except UnexpectedInput:
            break
        if "$END" in parser.accepts():
            tree = parser.copy().feed_eof()
            longest = (count, str(tree.data), tuple(None if one is None else int(one) for one in tree.children))
    return longest


def test_words_are_those_of_the_grammar_in_its_order() -> None:
    known = sorted(_lark().terminals, key=lambda one: -one.priority)
    assert list(_phrases().words) == [one.name for one in known if not one.name.startswith("__")]


@given(st.lists(st.sampled_from(sorted(_phrases().words)), max_size=7))
def test_a_row_of_words_makes_the_phrase_that_lark_makes_of_it(names: list[str]) -> None:
    assert _phrases().shape(names) == _by_lark(names)


def test_every_phrase_of_the_grammar_is_read() -> None:
    rules = {str(rule.alias) for rule in _lark().rules}
    assert {kind for kind, _ in _phrases().phrases} == rules
