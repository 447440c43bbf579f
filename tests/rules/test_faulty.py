"""Faulty rule files, each refused at its place.

An expectation stands behind the line of the fault: `# code ‹text at the place› sentence；advice`. `# ↑` means
the line above; a quote that is never closed swallows what stands behind it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.rules import Pack, Settings, load_rules
from checker.source import SourceText

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
    told = []
    for finding in book.problems:
        words = finding.message.text() + (f"；{finding.help.text()}" if finding.help is not None else "")
        told.append((finding.span.start_place.line, finding.code, finding.span.text, words))
    expected = expectations(source.text)
    assert expected
    assert [(line, code, words) for line, code, _, words in told] == [(e[0], e[1], e[3]) for e in expected]
    for (_, _, text, _), (_, _, wanted, _) in zip(told, expected, strict=True):
        assert wanted is None or text == wanted


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
