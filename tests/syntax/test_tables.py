"""The driver holds to lark, the prepared tables to the grammar, and the grammar to the schema."""

from __future__ import annotations

import pickle
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Token
from lark.exceptions import UnexpectedToken

from checker import resources
from checker.checks import prepared
from checker.model import parse_plan
from checker.model.language import plan_language
from checker.model.schema import ELEMENTS, field_words
from checker.source import SourceText
from checker.syntax import Declaration, Lexeme, Parser, Run, tables
from checker.syntax.scanner import Trial, compile_scanner
from checker.syntax.tables import GRAMMARS, build_all, build_with_sentences, load
from tests.syntax.texts import Manner, fragments, mutated, plan_text, seeds
from tests.syntax.trees import GivesUp, Plain, by_lark, driven, lark_of, words_of

#: Not the faulty copy of the made-up plan.
SHIPPED = sorted(p for p in (Path(__file__).parents[2] / "plans").rglob("*.plan") if "yunchuan-faulty" not in p.parts)


# ---- the driver against lark


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_the_driver_makes_the_tree_that_lark_makes(seed: int) -> None:
    text = plan_text(seed, Manner())
    assert driven(text) == by_lark(words_of(text))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_on_shipped_plans_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert driven(text) == by_lark(words_of(text))


@given(mutated() | fragments)
@settings(max_examples=150, deadline=None)
def test_where_the_driver_stops_lark_stops(text: str) -> None:
    parser = plan_language().parser
    words: list[Lexeme] = []
    stop = GivesUp()
    parser.parse(text, 0, len(text), Plain(), stop, words)
    interactive: Any = lark_of("plan").parse_interactive()
    for word in words:
        interactive.feed_token(Token(word.kind, word.text))
    if stop.found is None:
        interactive.feed_eof()
        return
    with pytest.raises(UnexpectedToken):
        interactive.feed_token(Token(stop.found.kind, stop.found.text))


# ---- prepared tables


@pytest.mark.parametrize("grammar", sorted(GRAMMARS))
def test_prepared_tables_are_those_of_the_grammar(grammar: str) -> None:
    if resources.read_table(f"{grammar}.tables") is None:
        pytest.skip("the tables are prepared when the package is built")
    assert load(grammar) == build_with_sentences(grammar)


@pytest.mark.parametrize("grammar", sorted(GRAMMARS))
def test_prepared_tables_are_read_without_lark(grammar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build_with_sentences(grammar)
    build_all(tmp_path)
    monkeypatch.setattr(resources, "tables_folder", lambda: tmp_path)
    monkeypatch.setattr(tables, "build_with_sentences", lambda _: pytest.fail("made anew"))
    assert load(grammar) == built


@pytest.mark.parametrize("prepared", [None, b"", b"cut short", pickle.dumps(("another",)), pickle.dumps(re.sub)])
def test_missing_or_stale_tables_are_made_anew(prepared: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = load("plan")
    monkeypatch.setattr(resources, "read_table", lambda _: prepared)
    assert load("plan") == now


# ---- the words of declarations in the grammar and in the model


def test_every_kind_that_is_declared_has_its_words_in_the_grammar() -> None:
    terminals = Parser.load("plan").tables.terminals
    for spec in ELEMENTS:
        terminal = terminals.get(spec.kind.upper())
        if not spec.declared:
            assert terminal is None, spec.kind
            continue
        assert terminal is not None, spec.kind
        for word in (spec.zh, spec.kind, spec.kind.upper()):
            assert re.match(terminal[0], f"{word} 甲", re.IGNORECASE), word


# ---- both languages


def meaning(declaration: Declaration) -> object:
    """A declaration by what its words stand for in the schema."""
    words = field_words(declaration.kind)
    return (
        declaration.kind,
        declaration.name.text if declaration.formula is None else "",
        [
            (words[field.word].attr if field.word in words else field.word[:4], field.shape, len(field.values))
            for field in declaration.fields
        ],
        [meaning(child) for child in declaration.children],
    )


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_both_languages_give_the_same_tree(seed: int) -> None:
    chinese, english, half = (
        parse_plan(SourceText("", plan_text(seed, manner)))
        for manner in (Manner(), Manner(english=True), Manner(full_width=False))
    )
    assert [p.message.text() for p in (*chinese.problems, *english.problems, *half.problems)] == []
    assert [meaning(one) for one in chinese.declarations] == [meaning(one) for one in english.declarations]
    assert [meaning(one) for one in chinese.declarations] == [meaning(one) for one in half.declarations]


def test_letter_case_does_not_matter() -> None:
    text = "Plan 甲 { Full_Name: 《乙》 }\nGOAL 丙 { Type: Overall }\nIndicator 丁 { Unit: 亿元  2025: TARGET 5 }"
    parsed = parse_plan(SourceText("", text))
    assert parsed.problems == []
    assert [one.kind for one in parsed.declarations] == ["plan", "goal", "indicator"]


# ---- the two ways to find a word

SIGNS = '指标目标规划年万亿元%。、：:（）()「」《》“”"{}#//注 \t\n0123456789.－—~至甲乙aB≥<'


@given(
    text=st.text(alphabet='指标目标规划年万亿元%。、：:（）()「」《》“”"{}#//注 \t\n0123456789.－—~至甲乙aB≥<'),
    data=st.data(),
)
@pytest.mark.parametrize("grammar", GRAMMARS)
def test_terminals_tried_in_turn_find_what_one_expression_finds(grammar: str, text: str, data: st.DataObject) -> None:
    parser = Parser.load(grammar)
    mask = data.draw(st.sampled_from([mask for mask in parser.masks if parser.groups(mask)]))
    groups = parser.groups(mask)
    one, _ = compile_scanner(groups, parser.blank)
    in_turn = Trial(groups, parser.blank, lambda: None)
    for position in range(len(text) + 1):
        first, second = one(text, position, len(text)), in_turn(text, position, len(text))
        assert (first is None) == (second is None)
        if first is not None and second is not None:
            number = first.lastindex or 0
            assert (number, first.span(number)) == (second.lastindex, second.span(number))


def test_a_scanner_settles_when_it_has_been_used_enough() -> None:
    parser = Parser(load("plan"))
    text = "目标 甲 {}\n" * 2000
    run = Run(parser, text, [], lambda *_: False, None)
    state = parser.tables.start
    looks = [run.lexeme_in(state) for _ in range(1000)]
    assert len(set(looks)) == 1
    assert not isinstance(parser.scanner(state)[0], Trial)


def test_the_wheel_carries_every_table(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    targets = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    patterns = [pattern for target in targets.values() for pattern in target.get("artifacts", ())]
    written = [f"/checker/_shipped/tables/{path.name}" for path in (*build_all(tmp_path), prepared.build(tmp_path))]
    assert len(patterns) == len(targets)
    assert all(fnmatch(name, pattern) for name in written for pattern in patterns)
