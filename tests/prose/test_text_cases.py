"""Texts with their expectations on the line: every finding is expected, and every expectation met.

A case is a ```text block of `cases/texts/*.md`, a paragraph a line; `# PC701` behind a line expects that finding
there. A ```plan block before it in the same section is the plan of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from checker.checks import Facts, load_packs, run_rules
from checker.checks.plan_texts import PlanText
from checker.finding import Finding
from checker.graph import build_graph
from checker.model import build_plan, parse_plan
from checker.prose.plain import build_plain
from checker.source import SourceText
from checker.workspace import link_plans

CASES = Path(__file__).parents[1] / "cases" / "texts"
BOOK = load_packs([], Path())
_EXPECTED = re.compile(r"[ \t]*#((?:\s+PC\d{3})+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    plan: str | None

    def expected(self) -> list[tuple[str, int, str]]:
        sides = (("text", self.text), ("plan", self.plan or ""))
        return sorted(
            (side, number, code)
            for side, whole in sides
            for number, line in enumerate(whole.splitlines(), 1)
            if (found := _EXPECTED.search(line))
            for code in found.group(1).split()
        )


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            plan = re.search(r"```plan\n(.*?)```", part, flags=re.DOTALL)
            for text in re.findall(r"```text\n(.*?)```", part, flags=re.DOTALL):
                yield Case(f"{path.stem}: {part.splitlines()[0]}", text, plan[1] if plan else None)


def check_text(text: str, plan_text: str | None = None) -> list[Finding]:
    """The findings of the text rules."""
    plan = build_plan(parse_plan(SourceText("例.plan", plan_text))) if plan_text is not None else None
    plans = [] if plan is None else [plan]
    texts = (PlanText(build_plain(SourceText("例.txt", text)), plan),)
    facts = Facts(plans, build_graph(plans), link_plans(plans), date(2021, 4, 30), texts=texts)
    return run_rules(BOOK, facts, lambda code, _: code.startswith("PC7")).findings


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    findings = check_text(_EXPECTED.sub("", case.text), case.plan)
    found = sorted(
        (one.span.source.path.rpartition(".")[2].replace("txt", "text"), one.span.start_place.line, one.code)
        for one in findings
    )
    assert found == case.expected()


def test_every_text_rule_is_tripped_somewhere() -> None:
    """Here, or where several documents are checked at once (`tests/engine/test_documents_together.py`)."""
    tripped = {code for case in cases() for _, _, code in case.expected()}
    of_two = {"companion_text", "upper_text"}
    of_one = {rule.code for rule in BOOK.rules if rule.code.startswith("PC7") and of_two.isdisjoint(rule.needs)}
    assert of_one == tripped
