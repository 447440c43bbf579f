"""Findings as values, and what makes two of them the same."""

from dataclasses import replace

import pytest

from checker.finding import Finding, Related, Severity, Status, Subject, sort_key
from checker.messages import Message, Template
from checker.source import SourceText, Span

TITLE = Template("目标值冲突", "conflicting targets")
CONFLICT = Template("「{name}」有两个目标值：{first}、{second}", "{name} has two targets: {first}, {second}")
PLACE = Template("{value}（第{line}行）", "{value} (line {line})")
BASIS = Template("编制惯例（无文号）", "drafting practice")
THERE = Template("「{name}」的另一个目标值", "the other target of {name}")

TEXT = "指标 常住人口 {\n  2025年：目标 45万人\n}\n"


def conflict(text: str = TEXT, path: str = "甲.plan", line: int = 88) -> Finding:
    source = SourceText(path, text)
    start = text.index("45")
    return Finding(
        code="PC401",
        slug="conflicting-targets",
        title=TITLE(),
        severity=Severity.ERROR,
        message=CONFLICT(name="常住人口", first=PLACE(value="45万人", line=line), second=f"50万人（第{line}行第3列）"),
        span=Span(source, start, start + 4),
        subject=Subject("indicator", "常住人口", "云川"),
        basis=BASIS(),
        related=(Related(THERE(name="常住人口"), Span(source, 0, 2)), Related(TITLE(), Span(source, 3, 7))),
    )


def test_a_fingerprint_is_a_word_that_starts_with_a_letter() -> None:
    fingerprint = conflict().fingerprint
    assert len(fingerprint) == 16
    assert fingerprint.isascii()
    assert fingerprint.isalnum()
    assert fingerprint[0].isalpha()


def test_the_fingerprint_outlives_edits_elsewhere() -> None:
    moved = conflict(f"# 新的一行\n目标 乙 {{}}\n{TEXT}", "乙.plan", line=90)
    assert moved.fingerprint == conflict().fingerprint


def test_the_fingerprint_outlives_what_is_no_part_of_the_matter() -> None:
    finding = conflict()
    others = [
        replace(finding, severity=Severity.INFO),
        replace(finding, status=Status.WAIVED),
        replace(finding, help=BASIS()),
        replace(finding, related=finding.related[::-1]),
        replace(finding, span=Span(SourceText("甲.plan", "４５　万人"), 0, 5)),
    ]
    assert {other.fingerprint for other in others} == {finding.fingerprint}


def test_the_fingerprint_changes_with_the_matter() -> None:
    finding = conflict()
    others = [
        finding,
        replace(finding, code="PC402"),
        replace(finding, subject=Subject("indicator", "户籍人口", "云川")),
        replace(finding, message=CONFLICT(name="常住人口", first="45万人", second="60万人")),
        replace(finding, span=Span(finding.span.source, 0, 2)),
        replace(finding, related=()),
    ]
    assert len({other.fingerprint for other in others}) == len(others)


def test_neighbouring_parts_of_a_fingerprint_do_not_run_together() -> None:
    finding = conflict()
    one = replace(finding, subject=Subject("indicator", "甲乙", "丙"))
    other = replace(finding, subject=Subject("indicator", "甲", "乙丙"))
    assert one.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("word", "severity"),
    [("错误", Severity.ERROR), ("warning", Severity.WARNING), (" Info ", Severity.INFO), ("提示", Severity.INFO)],
)
def test_severities_have_words_in_both_languages(word: str, severity: Severity) -> None:
    assert Severity.parse(word) is severity
    assert Severity.parse(severity.zh) is Severity.parse(severity.en) is severity


def test_another_word_is_no_severity() -> None:
    with pytest.raises(ValueError, match="严重"):
        Severity.parse("严重")


def test_findings_go_by_file_place_code_and_words() -> None:
    first = conflict(path="乙.plan")
    later = replace(first, span=Span(first.span.source, 3, 7))
    coded = replace(first, code="PC101")
    worded = replace(first, message=Message(Template("「A」", "")))
    other = conflict(path="丙.plan")
    findings = [first, later, coded, worded, other]
    expected = [other, later, coded, worded, first]
    assert sorted(findings, key=sort_key) == expected
    assert sorted((first, worded, coded, later, other), key=sort_key) == expected
