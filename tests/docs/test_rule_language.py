"""Every rule, condition and package shown in the guide is good, and the examples of its rules come out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.checks import Settings, load_packs, load_rules
from checker.checks.examples import run_examples
from checker.checks.packs import GROUP, Pack
from checker.finding import Finding
from checker.source import SourceText
from tests.docs.pages import Block, all_blocks, blocks
from tests.rules.conftest import book_of, rule_text

PAGE = "rule-language.md"
CONDITIONS = [
    (block, line) for block in blocks(PAGE) if block.language == "condition" for line in block.text.splitlines()
]


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.span.text, finding.message.text()) for finding in findings]


@pytest.mark.parametrize("block", all_blocks("rule"), ids=str)
def test_a_rule_and_its_examples(block: Block) -> None:
    pack = Pack("指南", (SourceText("指南.rule", block.text),))
    book = load_rules([pack], Settings(), own=True)
    assert told(book.problems) == []
    (rule,) = [rule for rule in book.rules if rule.pack == "指南"]
    results = list(run_examples(book, [rule]))
    assert results
    assert [(result.name, result.problem.text()) for result in results if result.problem is not None] == []


@pytest.mark.parametrize(("block", "condition"), CONDITIONS, ids=lambda value: str(value)[:40])
def test_a_condition(block: Block, condition: str) -> None:
    assert told(book_of(rule_text(condition.replace("甲", "x"))).problems) == [], block


def test_every_word_of_a_demand_is_shown() -> None:
    rules = "".join(block.text for block in all_blocks("rule"))
    page = rules + "".join(line for _, line in CONDITIONS)
    words = ["应 ", "不得有", "至多", "恰好", "个数", "最大", "直接", "及其", "未查", "另见", "合并于", "参数"]
    assert [word for word in words if word not in page] == []


def test_the_package_registers_where_plancheck_looks() -> None:
    (block,) = [block for block in blocks(PAGE) if block.task == "pyproject"]
    assert list(tomllib.loads(block.text)["project"]["entry-points"]) == [GROUP]


def test_python_of_the_guide_runs() -> None:
    for block in blocks(PAGE):
        if block.language == "python":
            exec(compile(block.text, str(block), "exec"), {})


def test_no_rule_of_the_guide_takes_a_code_that_ships() -> None:
    shipped = {rule.code for rule in load_packs([], Path(), Settings()).rules}
    assert not shipped & {block.text.split()[1] for block in all_blocks("rule")}
