"""One slip costs one declaration at most: shown by deleting and doubling each word of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.model import parse_plan
from checker.source import SourceText
from checker.syntax import Declaration, Lexeme, cut

SAMPLE = (Path(__file__).parent / "sample.plan").read_text(encoding="utf-8")
#: Not the made-up ones: one has faults, and in the other a brace too many in 部分 { 章 { 节 {} } } fits further on.
SHIPPED = sorted(p for p in (Path(__file__).parents[2] / "plans").glob("*/*.plan") if "yunchuan" not in p.parent.name)


def every(declarations: list[Declaration]) -> Iterator[Declaration]:
    for declaration in declarations:
        yield declaration
        yield from every(declaration.children)


def words_of(text: str) -> list[Lexeme]:
    words: list[Lexeme] = []
    parsed = parse_plan(SourceText("", text), words)
    assert [p.message.text() for p in parsed.problems] == []
    return [word for word in words if word.kind != "_NL"]


def shapes(declarations: list[Declaration]) -> Counter[tuple[str, str, int]]:
    return Counter((d.kind, d.name.text, len(d.fields)) for d in every(declarations))


def lines_around(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def edits(text: str, words: list[Lexeme]) -> Iterator[tuple[Lexeme, str]]:
    for word in words:
        yield word, text[: word.start] + text[word.end :]
        yield word, text[: word.end] + text[word.start : word.end] + text[word.end :]


def faults(text: str) -> list[str]:
    """What goes wrong with the promise when each word is deleted or doubled."""
    told: list[str] = []
    whole = parse_plan(SourceText("", text)).declarations
    for word, edited in edits(text, words_of(text)):
        parsed = parse_plan(SourceText("", edited))
        line = lines_around(text, word.start)
        others = shapes([d for d in every(whole) if not d.start <= word.start < d.end and not d.children])
        lost = others - shapes(parsed.declarations)
        lines = [lines_around(edited, problem.start) for problem in parsed.problems]
        if lost or len(lines) > 2 or (lines and abs(lines[0] - line) > 1):
            told.append(f"{word.kind} {word.text!r} line {line}: lost {list(lost)}, problems at {lines}")
    return told


def windows(text: str) -> Iterator[str]:
    """Three neighbouring stretches at a time, so that every word is tried without reading the whole each time."""
    stretches = list(cut(text))
    for place in range(0, len(stretches), 2):
        yield text[stretches[place][0] : stretches[min(place + 2, len(stretches) - 1)][1]]


@pytest.mark.slow
def test_every_word_of_the_sample_deleted_and_doubled() -> None:
    assert faults(SAMPLE) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_words_of_a_shipped_plan_deleted_and_doubled(path: Path) -> None:
    assert [fault for part in windows(path.read_text(encoding="utf-8")) for fault in faults(part)] == []


@pytest.mark.parametrize(
    "text",
    [
        "{" * 20_000,
        "}" * 20_000,
        "目标 甲 { " * 5_000,
        "“" * 20_000,
        "「" * 20_000,
        "（" * 20_000,
        "目标 甲 { 上级目标：" + "（推断、" * 5_000,
        "关系 " + "(" * 20_000,
        "关系 甲 = " + "(" * 5_000 + "乙" + ")" * 5_000,
        "目标 " + "甲" * 10_000 + " { }",
        "目标 甲 { " + "上级目标：乙 " * 5_000 + "}",
        "\x00\x01\x02" * 1_000,
        "",
        "\n\n\r\n\r",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_are_read_to_the_end(text: str) -> None:
    parsed = parse_plan(SourceText("", text))
    assert all(0 <= p.start <= p.end <= len(text) for p in parsed.problems)
