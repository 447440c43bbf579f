"""What a reader sees in the terminal."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import msgspec.structs
import pytest

from checker.finding import Notice, Related, SetAside, Severity, Status
from checker.finding.codes import code_ranges
from checker.render.text import render_text
from checker.source import SourceText, Span, display_width
from tests.render.reports import LEFT_OUT, OTHER, SOURCE, TITLE, everything, finding, report, span_of
from tests.snapshots import Snapshot


def test_a_report_with_everything(snapshot: Snapshot) -> None:
    snapshot("everything.txt", render_text(everything()))


def test_the_same_in_english(snapshot: Snapshot) -> None:
    goal = finding(span_of("「“一二三四”产业集群」"), name="“一二三四”产业集群")
    notice = Notice(LEFT_OUT(plan="附表"), ("PC703",))
    snapshot("one-finding.en.txt", render_text(report(goal, notices=(notice,)), "en"))


def test_nothing_found_is_said() -> None:
    assert render_text(report()) == (
        "没有查出问题\n规划 1 部，以 2021-04-30 为准，阶段 送审稿\n没有查出挡住送审的问题\n"
    )


def test_codes_that_the_notice_names_are_not_repeated() -> None:
    notice = Notice(LEFT_OUT(plan="PC701—PC718 要的文本"), ("PC701", "PC702"))
    assert "  - 没有PC701—PC718 要的文本的文件\n" in render_text(report(notices=(notice,)))


def test_marks_stand_under_what_they_mark() -> None:
    """Measured in the old Chinese encoding, in which bytes are columns (four-byte signs are two wide)."""
    lines = render_text(everything()).split("\n")
    for text, marks in pairwise(lines):
        found = re.fullmatch(r" +\| ( *)(\^+)", marks)
        if found is None:
            continue
        columns = b"".join(sign.encode("gb18030")[:2] if ord(sign) < 65536 else b"\x81\x40" for sign in text)
        marked = columns[marks.index("^") : len(marks)].decode("gb18030")
        assert marked[0] in "“「≥举}"
        assert marked[-1] in "元」人{}"


def test_why_something_is_waived_as_far_as_the_plan_says() -> None:
    there = span_of("成稿")
    bare = finding(span_of("总目标"), status=Status.WAIVED, waiver=SetAside("", "", None, there))
    told = render_text(report(bare), "en")
    line = "  - 规划/云川.plan:4:24: PC202 neither 总目标 nor its subgoals are measured (no reason given)"
    assert f"Waived:\n{line}\n" in told
    assert "都没有指标衡量（没有写理由）\n" in render_text(report(bare))
    said = replace(bare, waiver=SetAside("另文\x1b[2J安排", "规划科", date(2021, 6, 30), there))
    assert "(reason: 另文\\x1b[2J安排; approved by 规划科; until 2021-06-30)" in render_text(report(said), "en")


def test_many_waived_findings_are_told_in_part() -> None:
    waived = [finding(span_of("总目标"), name=f"目标{number}", status=Status.WAIVED) for number in range(25)]
    told = render_text(report(*waived))
    assert "「目标19」" in told
    assert "「目标20」" not in told
    assert "  - 还豁免了5个，JSON 里全有\n" in told


def test_colours_are_all_that_colour_adds() -> None:
    coloured = render_text(everything(), colour=True)
    assert "\x1b[1;31m错误 PC202\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == render_text(everything())


def test_nothing_from_a_plan_acts_on_the_terminal() -> None:
    evil = "目标 甲\x1b[2J\x07乙\u202e丙\r\n"
    source = SourceText("恶\x1b]0;意\n.plan", evil)
    text = render_text(report(finding(Span(source, 3, 4), name="甲\x1b[31m\n依据：假的")))
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}
    assert r"恶\x1b]0;意\n.plan:1:4: 错误" in text
    assert r" 1 | 目标 甲\x1b[2J\x07乙\u202e丙" in text
    assert r"目标「甲\x1b[31m\n依据：假的」" in text


def test_a_very_long_name_does_not_flood_the_page() -> None:
    name = "长" * 10_000
    source = SourceText("长.plan", f"目标 {name} {{}}\n")
    text = render_text(report(finding(Span(source, 3, 3 + len(name)))))
    assert max(map(display_width, text.splitlines())) < 320
    assert "长长...长长" in text


def test_of_thousands_of_places_twenty_are_shown() -> None:
    places = tuple(Related(OTHER(name=f"甲{number}"), span_of("≥50万人")) for number in range(5000))
    text = render_text(report(finding(span_of("≥45万人"), related=places)))
    assert text.count("另见") == 20
    assert "     另有 4980 处，见 JSON 输出\n" in text


def test_the_gutter_is_as_wide_as_the_longest_line_number() -> None:
    source = SourceText("长.plan", "\n" * 12_344 + "目标 甲 {}\n")
    goal = Related(TITLE(), Span(source, 12_347, 12_348))
    text = render_text(report(finding(span_of("举措 甲"), related=(goal,))))
    assert "\n      6 | 举措 甲 {\n        | ^^^^^^^\n        目标「" in text
    assert "\n  12345 | 目标 甲 {}\n        |      ^^\n" in text


def test_a_message_of_several_lines_is_indented_whole() -> None:
    source_finding = finding(span_of("总目标"))
    template = msgspec.structs.replace(source_finding.message.template, zh="因为甲，\n所以乙")
    message = msgspec.structs.replace(source_finding.message, template=template)
    assert "\n     因为甲，\n     所以乙\n     依据" in render_text(report(replace(source_finding, message=message)))


@pytest.mark.parametrize("severity", list(Severity))
def test_each_severity_has_its_word_and_colour(severity: Severity) -> None:
    text = render_text(report(finding(span_of("总目标"), severity=severity)), colour=True)
    assert f"m{severity.zh} PC202\x1b[0m" in text


@pytest.mark.parametrize(
    ("codes", "written"),
    [
        (["PC501"], "PC501"),
        (["PC502", "PC501"], "PC501、PC502"),
        (["PC503", "PC502", "PC501", "PC502"], "PC501—PC503"),
        (["PC701", "PC301", "PC703", "PC702", "PC302"], "PC301、PC302、PC701—PC703"),
        (["XY101", "PC102", "PC101", "PC100"], "PC100—PC102、XY101"),
        (["syntax"], "syntax"),
    ],
)
def test_codes_are_told_as_ranges(codes: list[str], written: str) -> None:
    assert code_ranges(codes) == written


def test_the_shown_text_is_the_source() -> None:
    assert "\t" in SOURCE.text
    assert "\t" not in render_text(everything())
