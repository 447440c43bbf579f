"""Expressions: what they find, and that what they are only tried on is all that they can match."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker.prose
from checker.source import Expression

_TEXT = "到2030年，建成五区。\n加强管理。\n共九章，第二章讲目标"


@pytest.mark.parametrize(
    "expression",
    [
        Expression("[一二三四五六七八九]章"),
        Expression("[一二三四五六七八九]章", "章"),
        Expression("[一二三四五六七八九]章", "无", sign="[二九]章"),
    ],
)
def test_an_expression_finds_what_its_pattern_does(expression: Expression) -> None:
    """With keys or without, in one go or line by line."""
    for found in (expression.finditer(_TEXT), expression.in_lines(_TEXT)):
        assert [(one.start(), one[0]) for one in found] == [(20, "九章"), (24, "二章")]
    first = expression.search(_TEXT)
    assert first is not None
    assert first.start() == 20
    assert expression.search("没有") is None


def test_a_line_is_read_with_what_stands_around_it() -> None:
    """What looks back or ahead sees the other lines, and a line that holds several keys is read once."""
    expression = Expression(r"(?<=\n)[甲乙]+(?=\n)", "甲", "乙")
    assert [one[0] for one in expression.in_lines("甲\n甲乙\n乙\n甲")] == ["甲乙", "乙"]


def _all() -> list[tuple[str, Expression]]:
    names = [one.name for one in walk_packages(checker.prose.__path__, "checker.prose.")]
    found = {f"{name}.{word}": value for name in names for word, value in vars(import_module(name)).items()}
    return [(name, value) for name, value in sorted(found.items()) if isinstance(value, Expression)]


@pytest.mark.parametrize(("name", "expression"), _all())
def test_what_an_expression_matches_holds_one_of_its_keys(name: str, expression: Expression) -> None:
    """A key that some match can do without would hide that match."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None, database=None)
    @given(st.from_regex(re.compile(expression.made.pattern)))
    def held(text: str) -> None:
        assert expression.may_match(text), name

    held()
