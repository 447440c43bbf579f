"""Formats for other programs: each is what its reader takes, and says the same as the report."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.account import Account, AppliedRule
from checker.engine.report import Report
from checker.finding import Severity, Status
from checker.messages import Template
from checker.render.formats import FORMATS, render
from checker.source import SourceText, Span
from tests.published import SARIF, published_schema
from tests.render.reports import MESSAGE, TITLE, everything, finding, report

HOSTILE = (
    "::error::甲",
    "a%0A\r\nb",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "甲|乙`丙`[丁](x)",
    "]]>",
    "\x00\x1b[31m\ud800",
)


def hostile(words: str) -> Report:
    """A report in which a name of a plan, a sentence and a file name are `words`."""
    source = SourceText(f"规划/{words}.plan", f"目标 {words} {{}}\n")
    span = Span(source, 3, 3 + len(words))
    return report(finding(span, name=words, message=MESSAGE(name=words)))


def with_rules() -> Report:
    """A report of everything, with one rule that found nothing."""
    quiet = Template("循环依赖", "goal cycle")
    told = everything()
    ran = (AppliedRule("PC202", "goal-without-indicator", TITLE()), AppliedRule("PC204", "goal-cycle", quiet()))
    told.account = Account(ran=ran)
    return told


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="yaml"):
        render(everything(), "yaml", "zh")


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_report_gives_the_same_text(output_format: str, lang: str) -> None:
    assert render(with_rules(), output_format, lang) == render(with_rules(), output_format, lang)


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_report_without_findings(output_format: str) -> None:
    assert isinstance(render(report(), output_format, "zh"), str)


# ---- SARIF


@pytest.mark.parametrize("told", [everything(), with_rules(), report(), *map(hostile, HOSTILE[:-1])])
def test_sarif_is_valid(told: Report) -> None:
    jsonschema.validate(json.loads(render(told, "sarif", "zh")), published_schema(SARIF))


def test_sarif_says_what_the_report_says() -> None:
    told = with_rules()
    run = json.loads(render(told, "sarif", "zh"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PC202", "PC204", "PC404"]
    for result, one in zip(run["results"], told.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {
            "uri": "%E8%A7%84%E5%88%92/%E4%BA%91%E5%B7%9D.plan",
            "uriBaseId": "%SRCROOT%",
        }
        region = place["region"]
        text = one.span.source.text
        assert text[region["charOffset"] :][: region["charLength"]] == one.span.text == region["snippet"]["text"]
        assert result["partialFingerprints"] == {"plancheck/v1": one.fingerprint}
        assert ("suppressions" in result) is (one.status is Status.WAIVED)
        for suppression in result.get("suppressions", []):
            assert suppression["justification"] == "理由：“另文”安排；批准：规划科；至2021-06-30"
            assert suppression["location"]["physicalLocation"]["region"]["snippet"] == {"text": "成稿"}
        assert (result["baselineState"] == "unchanged") is (one.status is Status.KNOWN)
        assert len(result.get("relatedLocations", [])) == len(one.related)
        assert ("fixes" in result) is (one.fix is not None)
    told_there = [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert told_there == [notice.message.text() for notice in told.notices]


def test_sarif_of_very_many_findings_holds_the_worst_and_says_how_many_are_left_out() -> None:
    span = everything().findings[0].span
    mild = [finding(span, severity=Severity.INFO, name=f"轻{number}") for number in range(4000)]
    known = [finding(span, status=Status.KNOWN, name=f"旧{number}") for number in range(500)]
    grave = [finding(span, name=f"重{number}") for number in range(2000)]
    run = json.loads(render(report(*mild, *known, *grave), "sarif", "zh"))["runs"][0]
    names = [result["properties"]["subject"] for result in run["results"]]
    assert names == [f"轻{number}" for number in range(3000)] + [f"重{number}" for number in range(2000)]
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert told == [{"level": "warning", "message": {"text": "另有1500个问题没有列在这里"}}]


# ---- JUnit: what Jenkins' junit-10.xsd lets an element hold

ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
    "skipped": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}
WITHIN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "skipped", "error", "system-out"},
}


@pytest.mark.parametrize("told", [everything(), with_rules(), report(), *map(hostile, HOSTILE)])
def test_junit_is_as_jenkins_reads_it(told: Report) -> None:
    root = ET.fromstring(render(told, "junit", "zh"))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
        assert REQUIRED.get(element.tag, set()) <= set(element.attrib)
        assert {child.tag for child in element} <= WITHIN.get(element.tag, set())


def test_junit_skips_what_is_waived_or_known_and_says_why() -> None:
    root = ET.fromstring(render(with_rules(), "junit", "zh"))
    skipped = [str(one.get("message")) for one in root.iter("skipped")]
    assert [message.split()[0] for message in skipped] == ["没有检查的", "没有检查的", "已豁免", "已知"]
    assert skipped[2].endswith(" 理由：“另文”安排；批准：规划科；至2021-06-30")


def test_csv_says_why_something_is_waived() -> None:
    rows = list(csv.DictReader(io.StringIO(render(everything(), "csv", "zh").removeprefix("\ufeff"))))
    assert [row["豁免"] for row in rows if row["状态"] == "已豁免"] == ["理由：“另文”安排；批准：规划科；至2021-06-30"]
    assert not any(row["豁免"] for row in rows if row["状态"] != "已豁免")


def test_junit_fails_where_the_gate_stops() -> None:
    told = with_rules()
    cases = {
        case.get("name"): {child.tag for child in case}
        for case in ET.fromstring(render(told, "junit", "zh")).iter("testcase")
    }
    assert cases["没有查出问题"] == set()
    failing = {one.subject.name for one in told.findings if one.status is Status.NEW and one.severity >= told.gate}
    assert {str(name).rsplit(" ", 1)[0] for name, tags in cases.items() if tags == {"failure"}} == failing
    told.gate = Severity.INFO
    root = ET.fromstring(render(told, "junit", "zh"))
    assert {tag.tag for case in root.iter("testcase") for tag in case} == {"failure", "skipped"}


def test_junit_skips_a_rule_that_did_not_have_its_data() -> None:
    ran = (AppliedRule("PC501", "binding-not-carried", TITLE()), AppliedRule("PC204", "goal-cycle", TITLE()))
    told = report(notices=everything().notices[:1])
    told.account = Account(ran=ran)
    root = ET.fromstring(render(told, "junit", "zh"))
    by_rule = {suite.get("name", "").split()[0]: [tag.tag for tag in suite.iter()] for suite in root}
    assert "skipped" in by_rule["PC501"]
    assert "skipped" not in by_rule["PC204"]


# ---- GitHub


@pytest.mark.parametrize("words", HOSTILE)
def test_github_marks_are_one_line_each_and_nothing_of_a_plan_is_a_command(words: str) -> None:
    lines = render(hostile(words), "github", "zh").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice"]


def test_github_gets_the_worst_ten_and_the_number_of_the_rest() -> None:
    span = everything().findings[0].span
    mild = [finding(span, severity=Severity.INFO, name=f"轻{number}") for number in range(9)]
    grave = [finding(span, name=f"重{number}") for number in range(3)]
    lines = render(report(*mild, *grave), "github", "zh").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + ["::notice"] * 8
    assert lines[-1].endswith("另有2个问题没有列在这里")


@pytest.mark.parametrize("words", ["甲|乙", "<img src=x>", "[甲](http://例)", "`甲`"])
def test_a_summary_shows_the_text_of_a_plan_as_text(words: str) -> None:
    rows = [line for line in render(hostile(words), "github-summary", "zh").splitlines() if line.startswith("| 错误")]
    assert len(rows) == 1
    for mark in "|<[`":
        cells = rows[0].removeprefix("| ").removesuffix(" |").split(" | ")
        assert all(f"\\{mark}" in cell or mark not in cell for cell in cells)


# ---- GitLab, Gitee, Codeup


def test_gitlab_gets_new_findings_with_fingerprints_of_their_own() -> None:
    twice = everything().findings[1]
    told = report(twice, twice, *everything().findings)
    *written, verdict = json.loads(render(told, "gitlab", "zh"))
    assert verdict["check_name"] == "plancheck-verdict"
    assert len({one["fingerprint"] for one in written}) == len(written)
    assert len(written) == sum(one.status is Status.NEW for one in told.findings)
    for one in written:
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not one["location"]["path"].startswith("./")
        assert one["location"]["lines"]["begin"] >= 1
        assert one["description"].startswith("PC")


@pytest.mark.parametrize(
    ("output_format", "level"), [("gitee-check", "annotation_level"), ("codeup-check", "annotationLevel")]
)
def test_a_check_run_stops_with_the_gate(output_format: str, level: str) -> None:
    body = json.loads(render(everything(), output_format, "zh"))
    assert (body["status"], body["conclusion"]) == ("completed", "failure")
    annotations = body.get("annotations") or body["output"]["annotations"]
    assert {one[level] for one in annotations} == {"failure", "warning", "notice"}
    assert json.loads(render(report(), output_format, "zh"))["conclusion"] == "success"


# ---- CSV and JSON lines


def test_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    text = render(report(*(one for words in HOSTILE for one in hostile(words).findings)), "csv", "zh")
    assert text.startswith("\ufeff编号,")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {19}
    assert len(rows) == len(HOSTILE) + 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_json_lines_are_the_findings_of_the_json_and_its_account() -> None:
    told = everything()
    *lines, last = [json.loads(line) for line in render(told, "jsonl", "en").splitlines()]
    whole = json.loads(render(told, "json", "en"))
    assert lines == whole["findings"]
    assert last == {"account": whole["account"]}


@given(st.text(max_size=20))
@pytest.mark.parametrize("output_format", FORMATS)
def test_any_name_can_be_written(output_format: str, words: str) -> None:
    told = hostile(words)
    told.as_of = date(2021, 4, 30)
    text = render(told, output_format, "zh")
    if output_format == "junit":
        ET.fromstring(text)
    elif output_format in {"json", "sarif", "gitlab", "gitee-check", "codeup-check"}:
        json.loads(text)


# ---- nothing acts


@pytest.mark.parametrize("output_format", FORMATS)
def test_nothing_of_a_plan_acts_in_any_format(output_format: str) -> None:
    """Control characters and those that turn the direction of writing are shown, or escaped as the format has it."""
    text = render(hostile("甲\x1b[2J\x07\u202e乙\u2028\u2066丙\x9b\udcff"), output_format, "zh")
    assert not set(text.removeprefix("\ufeff")) & set("\x1b\x07\u202e\u2028\u2066\x9b\udcff")
    assert "甲" in text


def test_a_file_name_that_is_no_text_leads_to_its_file_in_sarif() -> None:
    run = json.loads(render(hostile("a\udcff#?%\n"), "sarif", "zh"))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "%E8%A7%84%E5%88%92/a%FF%23%3F%25%0A.plan"
