"""The zone plan: what is found is what `expected.md` explains, no more and no less."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import checker
from checker.model.words import NOTES
from tests.plans.conftest import PLANS

EXPECTED = (PLANS / "zhengzhou-etdz" / "expected.md").read_text(encoding="utf-8")
#: The national, provincial, city and assessment plans that a workspace may name in `shipped`; folders with a
#: configuration of their own hold made-up plans, and the zone is what is checked.
UPPER = sorted(
    path
    for path in PLANS.glob("*/*.plan")
    if path.parent.name != "zhengzhou-etdz" and not (path.parent / "plancheck.toml").exists()
)


@pytest.fixture(scope="module")
def report() -> checker.Report:
    return checker.check(PLANS / "zhengzhou-etdz")


def test_each_finding_is_explained(report: checker.Report) -> None:
    rows = re.findall(r"^\| (PC\d+) \| (.+?) \|", EXPECTED, flags=re.MULTILINE)
    assert Counter((f.code, f.subject.name) for f in report.findings) == Counter(rows)
    assert report.exit_status() == 1


def test_what_was_not_checked_is_said(report: checker.Report) -> None:
    said = "\n".join(notice.message.text() for notice in report.notices)
    for words in ("34节", "22项", "文本未随附", "郑州市十四五", "国家级经开区考核2016"):
        assert words in said


def test_the_day_is_that_of_the_draft(report: checker.Report) -> None:
    assert (report.stage, report.as_of.isoformat()) == ("review_draft", "2021-04-30")


@pytest.mark.parametrize("path", UPPER, ids=lambda path: path.stem)
def test_upper_plans_are_written_rightly(path: object) -> None:
    report = checker.check(str(path), select="PC1")
    assert [f.message.text() for f in report.findings] == []


@pytest.mark.parametrize("path", UPPER, ids=lambda path: path.stem)
def test_every_figure_of_an_upper_plan_has_a_source(path: object) -> None:
    from checker.model import Indicator, build_plan, parse_plan
    from checker.source import read_source

    plan = build_plan(parse_plan(read_source(path, str(path))))  # type: ignore[arg-type]
    bare = [e.name for e in plan.elements if isinstance(e, Indicator) and not e.sources]
    assert bare == []
    assert all(source.notes.keys() <= {note.en for note in NOTES} for e in plan.elements for source in e.sources)
