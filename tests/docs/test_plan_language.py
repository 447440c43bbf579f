"""Every example of the plan language that the pages show is read without a slip, and no construct lacks one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker
from checker.messages.choices import Choice
from checker.model import build_plan, parse_plan
from checker.model.schema import ELEMENTS, element_spec
from checker.model.words import NOTES
from checker.source import SourceText
from checker.syntax import Declaration
from tests.docs.pages import DOCS, Block, blocks

PAGE = (DOCS / "plan-language.md").read_text(encoding="utf-8")
EXAMPLES = [block for block in blocks("plan-language.md") if block.language == "plan"]
DECLARED = {spec.kind for spec in ELEMENTS if spec.declared}


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_an_example_has_no_slip(block: Block, tmp_path: Path) -> None:
    text = block.text if block.text.startswith(("规划", "续")) else "规划 例 {}\n" + block.text
    path = tmp_path / "例.plan"
    path.write_text(text, encoding="utf-8")
    if text.startswith("续"):
        (tmp_path / "头.plan").write_text(f"规划 {text.split()[1]} {{}}\n", encoding="utf-8")
    report = checker.check(path, select="PC101,PC102")
    assert [finding.message.text() for finding in report.findings] == []


def test_every_declaration_has_an_example() -> None:
    plans = [build_plan(parse_plan(SourceText(str(block), block.text))) for block in EXAMPLES]
    assert {element.kind for plan in plans for element in (plan, *plan.elements)} >= DECLARED


def test_every_declaration_has_its_table() -> None:
    tables = {kind for kind in DECLARED if f"<!-- made: fields {kind} -->" in PAGE}
    # A part and a section take the fields of a chapter.
    assert tables | {"part", "section"} == DECLARED


def words_shown() -> set[str]:
    """The field words of all examples."""
    waiting: list[Declaration] = []
    for block in EXAMPLES:
        waiting += parse_plan(SourceText(str(block), block.text)).declarations
    shown = set()
    for declaration in waiting:
        waiting += declaration.children
        shown |= {field.word for field in declaration.fields}
    return shown


def test_every_field_has_an_example() -> None:
    shown = words_shown()
    missing = {
        spec.word for kind in DECLARED for spec in element_spec(kind).fields if not shown & {*spec.zh, spec.attr}
    }
    assert missing == set()


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.zh[0])
def test_every_remark_has_an_example(note: Choice) -> None:
    examples = "".join(block.text for block in EXAMPLES)
    assert any(re.search(rf"[（(；、]{word}", examples) for word in note.zh)
