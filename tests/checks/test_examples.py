"""Every example of every rule that ships, and what becomes of examples that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checks import Pack, Rule, Rulebook, Settings, load_packs, load_rules
from checker.checks.examples import run_example, run_examples
from checker.rules.nodes import Word
from checker.rules.parts import ExampleNode
from checker.source import SourceText

BOOK = load_packs([], Path())
EXAMPLES = [(rule, example) for rule in BOOK.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda one: getattr(one, "code", None) or one.name.text)
def test_example(rule: Rule, example: ExampleNode) -> None:
    result = run_example(BOOK, rule, example)
    assert result.problem is None, result.problem.text()


def test_no_rule_file_that_ships_has_a_fault() -> None:
    assert [finding.message.text() for finding in BOOK.problems] == []


def wrong(good: str, bad: str, built_in: Rulebook) -> list[str]:
    text = (
        "规则 ZZ01 试（trial）{ 级别：提示 依据：编制惯例（无文号） 凡 目标 甲，甲 无 评估方式\n"
        f"否则：“「{{甲}}」有错” “{{甲}} is wrong”\n指向：甲.名称\n正例 “好” {{{good}}}\n反例 “坏” {{{bad}}} }}"
    )
    book = load_rules([Pack("试", (SourceText("试.rule", text),))], Settings(), own=True)
    assert book.problems == ()
    return [result.problem.text() if result.problem else "" for result in run_examples(book, [book.rules[-1]])]


def test_what_is_wrong_with_an_example_is_said(built_in: Rulebook) -> None:
    assert wrong("", "目标 〖甲〗 {}", built_in) == ["", ""]
    assert wrong("目标 甲 {}", "目标 〖甲〗 {}", built_in) == ["例子多了一个发现：「甲」有错", ""]
    assert wrong("", "目标 甲 { 评估方式：“〖考核〗” }", built_in)[1] == "这个反例没有发现"
    assert wrong("", "目标 〖甲〗 {} 目标 乙 {}", built_in)[1] == "例子多了一个发现：「乙」有错"
    assert wrong("", "目标 甲 { 〖〗 }", built_in)[1] == "发现在「甲」，标的是「」"
    assert wrong("举措 甲 { 支撑：乙 }", "目标 〖甲〗 {}", built_in)[0] == "例子自身有错：「乙」没有定义"


def test_an_example_may_hold_several_plans(built_in: Rulebook) -> None:
    """The first is checked, the others are there to be referred to; the mark may stand in any."""
    text = "规划 区 { 上位规划：市 } 目标 〖甲〗 { 承接：市.乙 }\n规划 市 {} 目标 乙 {}"
    assert wrong("", text, built_in)[1] == ""


def test_braces_in_quotes_and_comments_do_not_end_an_example(built_in: Rulebook) -> None:
    assert wrong("目标 甲 { 评估方式：“}” } # }\n", "目标 〖甲〗 { 内容：“{” }", built_in) == ["", ""]


def test_marks_are_found_without_the_words_before_them() -> None:
    from checker.checks.examples import example_text

    node = ExampleNode(False, Word("坏", 0, 1), Word("{ 目标 〖甲乙〗 {} }", 0, 0), 0, 0)
    text = example_text(node)
    assert text.mark is not None
    which, start, end = text.mark
    assert text.sources[which].text[start:end] == "甲乙"
