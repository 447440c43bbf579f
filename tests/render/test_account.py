"""Each output says what a run did not look at: silence is no approval."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from checker import check
from checker.engine.account import Account, AppliedRule, NotRun, WhyNot
from checker.engine.report import Report
from checker.engine.verdict import Verdict, unchecked_points, verdict_sentence
from checker.finding import Notice, NoticeKind, Status
from checker.messages import Template
from checker.render.formats import FORMATS, render
from tests.render.reports import LEFT_OUT, TITLE, finding, report, span_of

RAN = (AppliedRule("PC202", "goal-without-indicator", TITLE()),)
BROKEN = Template("附表.xlsx：文件已损坏", "附表.xlsx is damaged")
EMPTY = Template("文稿里没有文字", "the text holds no words")


def plain() -> Report:
    """Everything looked at, nothing found."""
    told = report()
    told.account = Account(ran=RAN)
    return told


def restricted() -> Report:
    """Only one rule was asked for."""
    told = report()
    told.account = Account(ran=RAN, not_run=(NotRun(WhyNot.UNSELECTED, ("PC203", "PC204"), ("PC202",)),))
    return told


def partial() -> Report:
    """An upper plan was not there."""
    told = report(notices=(Notice(LEFT_OUT(plan="云川市十五五"), ("PC501",)),))
    told.account = Account(ran=RAN)
    return told


def baselined() -> Report:
    """What is wrong is known."""
    told = report(finding(span_of("总目标"), status=Status.KNOWN))
    told.account = Account(ran=RAN, baseline="plancheck-baseline.json")
    return told


def unread() -> Report:
    """A file could not be read."""
    told = report(unreadable=(BROKEN(),))
    told.account = Account(ran=RAN)
    return told


def nothing() -> Report:
    """There was nothing to look at."""
    told = report()
    told.plans = ()
    told.account = Account(empty=EMPTY())
    return told


def shown(told: Report, output_format: str, lang: str = "zh") -> str:
    """The output without the escapes of its format."""
    text = render(told, output_format, lang)
    return unquote(text) if output_format == "github" else text.replace("\\", "")


NOT_PLAIN = [
    (restricted, Verdict.INCOMPLETE, 0),
    (partial, Verdict.INCOMPLETE, 0),
    (baselined, Verdict.BLOCKED, 0),
    (unread, Verdict.INCOMPLETE, 2),
    (nothing, Verdict.NOTHING, 2),
]


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(("make", "verdict", "status"), NOT_PLAIN)
def test_every_output_says_what_was_not_looked_at(
    make: Callable[[], Report], verdict: Verdict, status: int, output_format: str
) -> None:
    told = make()
    assert (told.verdict, told.exit_status()) == (verdict, status)
    text = shown(told, output_format)
    assert verdict_sentence(told).text() in text
    # A file that cannot be read is told on the other stream beside the text.
    for point in unchecked_points(told) if output_format != "text" or not told.unreadable else []:
        assert point.text() in text


@pytest.mark.parametrize("output_format", FORMATS)
def test_only_what_was_looked_at_whole_is_told_as_such(output_format: str) -> None:
    told = plain()
    text = shown(told, output_format)
    assert (told.verdict, told.exit_status()) == (Verdict.PASSED, 0)
    assert "没有查出" in text or output_format == "gitlab"
    assert "项没有查" not in text


def test_known_errors_are_counted_apart_from_new_ones() -> None:
    assert verdict_sentence(baselined()).text() == "查出挡住送审的问题 1 个（已知 1，新增 0）"


def test_what_a_plan_leaves_open_is_told_and_is_not_missing() -> None:
    told = report(notices=(Notice(LEFT_OUT(plan="指标表"), kind=NoticeKind.OPEN),))
    told.account = Account(ran=RAN)
    assert told.verdict is Verdict.PASSED
    for output_format in ("text", "json", "sarif", "github-summary"):
        assert "没有指标表的文件" in render(told, output_format, "zh")


@pytest.mark.parametrize("make", [restricted, partial])
def test_a_strict_run_fails_for_what_was_not_looked_at(make: Callable[[], Report]) -> None:
    told = make()
    told.account = Account(ran=RAN, not_run=told.account.not_run, strict=True)
    assert told.exit_status() == 1
    assert "<failure" in render(told, "junit", "zh")


@pytest.mark.parametrize("output_format", ["gitee-check", "codeup-check"])
def test_a_check_run_is_green_only_where_everything_was_looked_at(output_format: str) -> None:
    conclusions = {
        make.__name__: json.loads(render(make(), output_format, "zh"))["conclusion"]
        for make in (plain, restricted, partial, baselined, unread, nothing)
    }
    assert conclusions == {
        "plain": "success",
        "restricted": "neutral",
        "partial": "neutral",
        "baselined": "neutral",
        "unread": "failure",
        "nothing": "failure",
    }


@pytest.mark.parametrize("names", [("纲要.txt",), ("区.plan", "纲要.txt"), ("区.plan",)])
def test_a_rule_ran_or_did_not(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Those about plans did not where there are texts alone."""
    words = {"区.plan": "规划 云川区 { 规划期：2026—2030  阶段：送审稿 }\n", "纲要.txt": "云川区规划纲要\n一、环境\n"}
    for name in names:
        (tmp_path / name).write_text(words[name], encoding="utf-8")
    account = json.loads(render(check([tmp_path]), "json", "zh"))["account"]
    ran, left = (
        set(account["rules_run"]),
        {code: one["reason"] for one in account["rules_not_run"] for code in one["codes"]},
    )
    assert not ran & left.keys()
    assert {"PC201", "PC708"} <= ran | left.keys()
    assert left.get("PC201") == (None if "区.plan" in names else "no_plan")
