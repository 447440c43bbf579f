"""The table of confusions: each row finds its slips, leaves alone what is right, and no row undoes another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import resources
from checker.prose.confusions import Confusion, confusions, find_confusions
from checker.prose.document_names import document_names
from checker.prose.fixed_phrases import fixed_phrases
from checker.prose.typos import find_typos
from checker.source import Expression

ROWS = resources.read_data("confusions.toml")["confusion"]
_MARKED = re.compile("〖(.*?)〗")
_TOP = Path(__file__).parents[2]
#: Texts of our own in which nothing of the table is wrong.
OWN = [
    *_TOP.glob("plans/yunchuan/*.txt"),
    *_TOP.glob("benchmarks/drafts/*"),
    *_TOP.glob("docs/**/*.md"),
    *_TOP.glob("README*.md"),
    _TOP / "CONTRIBUTING.md",
    *(
        one
        for one in (_TOP / "checker/prose/data").glob("*.toml")
        if one.name not in ("confusions.toml", "misspelt.toml")
    ),
    *_TOP.glob("checker/messages/*.py"),
    *_TOP.glob("grammar/*.errors"),
]


MISSPELT = resources.read_data("misspelt.toml")


def pairs() -> list[tuple[dict[str, object], Confusion]]:
    return list(zip(ROWS, confusions()[: len(ROWS)], strict=True))


def found_in(text: str) -> list[str]:
    return [f"{row.wrong} in {text[max(start - 9, 0) : end + 9]}" for row, start, end in find_confusions(text)]


def mended(text: str) -> str:
    for row, start, end in sorted(find_confusions(text), key=lambda one: one[1], reverse=True):
        text = text[:start] + row.right + text[end:]
    return text


@pytest.mark.parametrize(("row", "read"), pairs(), ids=[row["wrong"] for row in ROWS])
def test_a_row_finds_its_slips_and_leaves_alone_what_is_right(row: dict[str, list[str]], read: Confusion) -> None:
    assert read.pattern.made.groups == 1
    assert read.reason
    assert row["slips"], "each row shows at least one slip"
    assert row["sound"], "and one text that is right"
    for slip in row["slips"]:
        text = _MARKED.sub(r"\1", slip)
        marks = [(found.start() - 2 * number, found[1]) for number, found in enumerate(_MARKED.finditer(slip))]
        assert [(start, text[start:end]) for start, end in read.places(text)] == marks
        once = mended(text)
        assert once == _MARKED.sub(read.right, slip)
        assert found_in(once) == [], "what is mended is right by every row"
    for sound in row["sound"]:
        assert found_in(sound) == []


@pytest.mark.parametrize("row", confusions(), ids=lambda row: row.wrong)
def test_words_in_which_the_wrong_one_is_right_hold_it(row: Confusion) -> None:
    assert all(row.wrong in word for word in row.inside)
    assert found_in(row.right) == []


def test_each_misspelt_word_is_found_and_mended_once() -> None:
    words = MISSPELT["words"]
    assert {wrong: mended(f"推进{wrong}。") for wrong in words} == {
        wrong: f"推进{right}。" for wrong, right in words.items()
    }
    assert [right for right in words.values() if found_in(right)] == []


def test_what_only_holds_a_misspelt_word_is_right() -> None:
    inside = MISSPELT["inside"]
    assert [wrong for wrong in inside if wrong not in MISSPELT["words"]] == []
    assert [one for words in inside.values() for word in words for one in found_in(word)] == []


@pytest.mark.parametrize("around", ["{}", "《{}》", "根据{}的规定，", "贯彻《{}》和有关要求。", "、{}、"])
def test_names_of_statutes_and_documents_are_right(around: str) -> None:
    wrong = {name: found_in(around.format(name)) for name in document_names() if found_in(around.format(name))}
    assert wrong == {}


def test_any_statute_after_the_country_is_right_even_by_a_row_without_bounds() -> None:
    """What the table of names covers does not hang on how a row is bounded."""
    row = Confusion("国国家", "国家", "", Expression("(国国家)"))
    assert list(row.places("根据《中华人民共和国国家发展规划法》编制")) == []
    assert list(row.places("根据《中华人民共和国国家发展纲领》编制"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_own_texts_hold_none(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shown = [one for one in found_in(text) if "三各抓手" not in one]
    assert shown == []


def test_fixed_phrases_are_right() -> None:
    assert [one for phrase in fixed_phrases() for one in found_in(phrase)] == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("他说：“加强统畴。”", False),
        ("上一段的话没有完：“加强统畴。", False),
        ("习近平总书记指出，要加强统畴。", False),
        ("总书记作了指示。加强统畴。", True),
        ("加强统畴。", True),
        ("《关于统畴推进的意见》", False),
    ],
)
def test_nothing_is_sure_in_the_words_of_others(text: str, sure: bool) -> None:
    assert {slip.sure for slip in find_typos(text)} == {sure}
