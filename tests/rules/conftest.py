"""Plans and rules for tests, made of texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checker.checks import Facts, Outcome, Pack, Rulebook, Settings, load_packs, load_rules, run_rules
from checker.graph import build_graph
from checker.model import build_plan, parse_plan
from checker.source import SourceText
from checker.workspace import link_plans


@pytest.fixture(scope="session")
def built_in() -> Rulebook:
    """The rules that ship."""
    return load_packs([], Path())


def facts_of(*texts: str, as_of: date = date(2021, 6, 30)) -> Facts:
    """Linked plans, the first one checked, the others upper plans."""
    plans = [build_plan(parse_plan(SourceText(f"{number}.plan", text))) for number, text in enumerate(texts)]
    for plan in plans[1:]:
        plan.role = "upper"
    links = link_plans(plans)
    return Facts(plans, build_graph(plans), links, as_of)


def book_of(*rules: str, settings: Settings | None = None) -> Rulebook:
    """A book of these rules alone, in one file."""
    source = SourceText("试.rule", "\n".join(rules))
    return load_rules([Pack("试", (source,))], settings or Settings())


def rule_text(body: str, head: str = "", code: str = "ZZ01") -> str:
    """A whole rule around the lines that matter; what `body` leaves out is filled in."""
    severity = "" if "级别" in head else "级别：提示\n"
    said = "" if "否则" in body or "未查" in body else "\n否则：“有问题” “wrong”\n指向：x.名称"
    examples = "正例 “好” {}\n反例 “坏” {〖〗}"
    return f"规则 {code} 试（trial-{code.lower()}）{{\n{severity}{head}\n{body}{said}\n{examples}\n}}"


Names = Callable[..., list[str]]


def outcome_of(body: str, *texts: str, head: str = "") -> Outcome:
    """What the rule finds in the plans; a rule with faults fails the test."""
    book = book_of(rule_text(body, head))
    assert [(finding.message.text(), finding.span.text) for finding in book.problems] == []
    return run_rules(book, facts_of(*texts))


def found(body: str, *texts: str, head: str = "") -> list[str]:
    """The texts at which the rule finds something, in order."""
    outcome = outcome_of(body, *texts, head=head)
    return sorted(finding.span.text for finding in outcome.findings)
