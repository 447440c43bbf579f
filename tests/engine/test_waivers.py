"""What waivers set aside, and what is said about the waivers themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import checker
from checker.finding import Finding, Severity, Status

HEAD = "规划 云川开发区十四五 { 成稿：2021年4月  编制单位：经济发展局 }\n"
TWO_ORPHANS = HEAD + "举措 甲 {}\n举措 乙 {}\n"
WAIVED = "豁免 PC201 于 甲 { 理由：“另文安排”  批准：管委会 }\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "例.plan"


def findings(plan: Path, text: str, **options: object) -> list[Finding]:
    plan.write_text(text, encoding="utf-8")
    return list(checker.check(plan, **options).findings)  # type: ignore[arg-type]


def told(plan: Path, text: str, **options: object) -> list[tuple[str, str, str]]:
    found = findings(plan, text, **options)
    return sorted((finding.code, finding.subject.name, finding.status.value) for finding in found)


def test_a_waived_finding_is_shown_as_waived(plan: Path) -> None:
    assert told(plan, TWO_ORPHANS + WAIVED) == [("PC201", "乙", "new"), ("PC201", "甲", "waived")]


def test_waived_findings_do_not_count(plan: Path) -> None:
    text = TWO_ORPHANS + "豁免 PC201 于 全部 { 理由：“另文安排” }\n"
    plan.write_text(text, encoding="utf-8")
    report = checker.check(plan, gate="info")
    assert [finding.status for finding in report.findings] == [Status.WAIVED, Status.WAIVED]
    assert (report.exit_status(), report.summary().waived) == (0, 2)


def test_a_fingerprint_narrows_it(plan: Path) -> None:
    mark = findings(plan, TWO_ORPHANS)[0].fingerprint
    text = TWO_ORPHANS + f"豁免 pc201 于 全部，限 指纹 {mark[:8].upper()} {{ 理由：“另文安排” }}\n"
    assert told(plan, text) == [("PC201", "乙", "new"), ("PC201", "甲", "waived")]


def test_one_that_expired_sets_nothing_aside_and_is_said_once(plan: Path) -> None:
    waiver = "豁免 PC201 于 甲 { 理由：“另文安排”  至：2021年4月 }\n"
    assert told(plan, TWO_ORPHANS + waiver, select="PC2,PC8") == [("PC201", "乙", "new"), ("PC201", "甲", "waived")]
    late = told(plan, TWO_ORPHANS + waiver, as_of=date(2021, 5, 1))
    assert late == [("PC201", "乙", "new"), ("PC201", "甲", "new"), ("PC801", "PC201", "new")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["PC802"]),
        ({"select": "PC203,PC802"}, ["PC802"]),
        ({"select": "PC802"}, []),
        ({"select": "PC201,PC802"}, []),
        ({"ignore": "PC203"}, []),
        ({"ignore": "PC2"}, []),
        ({"select": "PC2"}, []),
    ],
)
def test_unused_is_said_only_of_rules_that_ran(plan: Path, options: dict[str, str], expected: list[str]) -> None:
    text = HEAD + "指标 甲 { 列入指标表：否 }\n豁免 PC203 于 全部 { 理由：“另文安排” }\n"
    assert [finding.code for finding in findings(plan, text, **options)] == expected


def test_unused_is_not_said_where_the_configuration_switched_the_rule_off(plan: Path) -> None:
    text = HEAD + "豁免 PC203 于 全部 { 理由：“另文安排” }\n"
    (plan.parent / "plancheck.toml").write_text('[rules]\noff = ["PC203"]\n', encoding="utf-8")
    assert findings(plan, text) == []


def test_unused_is_not_said_of_codes_that_no_rule_has(plan: Path) -> None:
    assert findings(plan, HEAD + "豁免 ZZ999 于 全部 { 理由：“另文安排” }\n") == []


def test_what_is_about_waivers_is_not_waived_wholesale(plan: Path) -> None:
    text = HEAD + "豁免 PC201 于 全部 {}\n豁免 PC803 于 全部 { 理由：“省事” }\n"
    assert told(plan, text, ignore="PC802") == [("PC803", "PC201", "new")]
    (one,) = findings(plan, text, ignore="PC802")
    narrow = text + f"豁免 PC803 于 全部，限 指纹 {one.fingerprint} {{ 理由：“历史遗留” }}\n"
    assert told(plan, narrow, ignore="PC802") == [("PC803", "PC201", "waived")]


@pytest.mark.parametrize(
    ("approved", "expected"),
    [
        ("经济发展局", True),
        ("经济发展局规划科", True),
        ("「经济发展局」", True),
        ("经济发展局局长办公会", False),
        ("管委会", False),
        ("", False),
    ],
)
def test_an_error_waived_by_the_drafters_themselves(plan: Path, approved: str, expected: bool) -> None:
    field = f"批准：{approved}" if approved else ""
    text = HEAD + f"目标 甲 {{}}\n目标 甲 {{}}\n豁免 PC102 于 甲 {{ 理由：“两处分管”  {field} }}\n"
    found = {finding.code: finding for finding in findings(plan, text, select="PC102,PC8")}
    assert found["PC102"].status is Status.WAIVED
    assert ("PC803" in found) is expected


def test_a_warning_may_be_waived_by_the_drafters(plan: Path) -> None:
    text = TWO_ORPHANS + "豁免 PC201 于 全部 { 理由：“另文安排”  批准：经济发展局 }\n"
    assert {finding.code for finding in findings(plan, text)} == {"PC201"}
    at_review = findings(plan, text, stage="送审稿")
    assert {finding.code for finding in at_review} == {"PC201", "PC803"}
    assert {finding.severity for finding in at_review} == {Severity.ERROR}
    assert [finding.status for finding in at_review if finding.code == "PC803"] == [Status.NEW]


def test_a_waiver_of_another_plan_covers_nothing_here(tmp_path: Path) -> None:
    (tmp_path / "甲.plan").write_text("规划 甲区 {}\n举措 丙 {}\n", encoding="utf-8")
    (tmp_path / "乙.plan").write_text("规划 乙区 {}\n举措 丙 {}\n豁免 PC201 于 全部 { 理由：“另” }\n", encoding="utf-8")
    report = checker.check(tmp_path)
    assert {(f.subject.plan, f.status.value) for f in report.findings} == {("甲区", "new"), ("乙区", "waived")}
