"""Faulty rule files, each refused at its place.

An expectation stands behind the line of the fault: `# code ‹text at the place› sentence`, where ；advice may
follow. `# ↑` means the line above; a quote that is never closed swallows what stands behind it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.checks import Pack, Settings, load_rules
from checker.source import SourceText
from tests.rules.conftest import book_of, rule_text

FILES = sorted((Path(__file__).parents[1] / "cases" / "faulty-rules").glob("*.rule"))
EXPECTED = re.compile(r"# (↑ )?(PC10[1-4]) (?:‹(.*?)› )?(.*)$")


def expectations(text: str) -> list[tuple[int, str, str | None, str]]:
    """Line, code, text (None if it is not told) and words of each expectation."""
    found = []
    line = 0
    for number, content in enumerate(text.splitlines(), 1):
        match = EXPECTED.search(content)
        if not match or not match[1]:
            line = number
        if match:
            found.append((line, match[2], match[3], match[4]))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_refused_at_its_place(path: Path) -> None:
    source = SourceText(path.name, path.read_text(encoding="utf-8"))
    book = load_rules([Pack("试", (source,))], Settings())
    expected = expectations(source.text)
    assert expected
    assert [(f.span.start_place.line, f.code) for f in book.problems] == [(e[0], e[1]) for e in expected]
    for finding, (_, _, text, words) in zip(book.problems, expected, strict=True):
        sentence = finding.message.text()
        help_ = f"；{finding.help.text()}" if finding.help is not None else ""
        assert words in (sentence, sentence + help_)
        assert text in (None, finding.span.text)


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 25


def test_one_bad_rule_does_not_lose_the_others() -> None:
    path = next(path for path in FILES if path.stem == "one-bad-one-good")
    book = load_rules([Pack("试", (SourceText(path.name, path.read_text(encoding="utf-8")),))], Settings())
    assert [rule.code for rule in book.rules] == ["ZZ02"]
    assert len(book.problems) == 1


def test_every_token_taken_out_gives_findings_and_never_a_traceback(built_in_text: str) -> None:
    """Whatever is missing is told; what comes of it is a rule or a fault."""
    words = list(re.finditer(r"\w+|[^\w\s]", built_in_text))
    for match in words:
        text = built_in_text[: match.start()] + built_in_text[match.end() :]
        book = load_rules([Pack("试", (SourceText("试.rule", text),))], Settings())
        assert book.rules or book.problems


@pytest.fixture(scope="module")
def built_in_text() -> str:
    root = Path(__file__).parents[2]
    text = (root / "rules" / "2-goals" / "PC205-detached-goal.rule").read_text(encoding="utf-8")
    return text.replace("PC205", "ZZ205")


@pytest.mark.parametrize(
    "condition",
    ["（" * 5000 + "x 无 期限" + "）" * 5000, "1" + " + 1" * 5000 + " > 2", "非（" * 3000 + "x 无 期限" + "）" * 3000],
    ids=["brackets", "sum", "negations"],
)
def test_what_nests_too_deeply_is_a_finding(condition: str) -> None:
    book = book_of(rule_text(f"凡 举措 x，{condition}"))
    assert [finding.message.text() for finding in book.problems] in ([], ["规则 ZZ01 的括号或算式套得太深"])


def test_an_example_that_never_ends_takes_no_time() -> None:
    body = "{ 目标 甲 { # “ \n" * 2000
    book = book_of(f"规则 ZZ01 试（trial）{{ 级别：提示 正例 “甲” {body}")
    assert book.problems
