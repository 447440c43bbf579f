"""The verdict and the account: no output shows approval where something was not looked at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import checker
from checker.engine.verdict import Verdict, unchecked_points, verdict_sentence
from checker.render.formats import FORMATS

HEAD = "规划 云川区 { 文种：纲要    层级：县区    规划期：2026—2030    阶段：送审稿    成稿：2026年1月 %s }\n"
BODY = """
目标 总目标 { 类型：总目标    评估方式：“年度评估” }
目标 产业升级 { 上级目标：总目标    衡量指标：地区生产总值    承接：云川市.产业升级 }
举措 强链工程 { 类型：工程    支撑：产业升级 }
指标 地区生产总值 {
  单位：亿元    属性：预期性    方向：越高越好
  2025年：实际 100    2030年：目标 ≥140    承接：云川市.地区生产总值（参考）    来源：《统计公报》（官方）
}
程序 公开征集意见 {}
程序 专家评审 {}
程序 规划衔接 {}
程序 前期研究 {}
"""
UPPER = """
规划 云川市 { 层级：市    规划期：2026—2030    指标数：1（列出：全部） }
目标 产业升级 { 要求下级响应：是 }
指标 地区生产总值 { 单位：亿元    属性：预期性    2030年：目标 ≥2000 }
"""
TEXT = "第一章 总体要求\n到2030年，地区生产总值达到140亿元以上。\n"
FAULT = "举措 招商行动 { 类型：行动 }\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which everything that the stage asks for is there."""
    (tmp_path / "区.plan").write_text(HEAD % "上位规划：云川市    文本：“纲要.txt”" + BODY, encoding="utf-8")
    (tmp_path / "市.plan").write_text(UPPER, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_where_all_is_there_and_well_it_says_so(folder: Path) -> None:
    report = checker.check(folder)
    assert [message.text() for message in unchecked_points(report)] == []
    assert (report.verdict, report.exit_status()) == (Verdict.PASSED, 0)
    assert verdict_sentence(report).text() == "没有查出挡住送审的问题"
    assert checker.check(folder, strict=True).exit_status() == 0


def _select(folder: Path) -> checker.Report:
    return checker.check(folder, select="PC701")


def _ignore(folder: Path) -> checker.Report:
    return checker.check(folder, ignore="PC1")


def _off(folder: Path) -> checker.Report:
    (folder / "plancheck.toml").write_text('[rules]\noff = ["PC206"]\n', encoding="utf-8")
    return checker.check(folder)


def _only(folder: Path) -> checker.Report:
    (folder / "plancheck.toml").write_text('[rules]\nonly = ["PC2"]\n', encoding="utf-8")
    return checker.check(folder)


def _no_text(folder: Path) -> checker.Report:
    (folder / "纲要.txt").unlink()
    return checker.check(folder / "区.plan")


def _no_upper(folder: Path) -> checker.Report:
    (folder / "市.plan").unlink()
    return checker.check(folder)


def _text_alone(folder: Path) -> checker.Report:
    (folder / "区.plan").unlink()
    (folder / "市.plan").unlink()
    return checker.check(folder / "纲要.txt")


CASES: list[tuple[Callable[[Path], checker.Report], str]] = [
    (_select, "只查了 --select PC701"),
    (_ignore, "--ignore PC1"),
    (_off, "plancheck.toml 关闭了"),
    (_only, "plancheck.toml 只用 PC2"),
    (_no_text, "纲要.txt"),
    (_no_upper, "没有「云川市」的文件"),
    (_text_alone, "没有与它对应的规划文件"),
]


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(("make", "said"), CASES)
def test_every_output_says_what_was_not_checked(
    output_format: str, make: Callable[[Path], checker.Report], said: str, folder: Path
) -> None:
    report = make(folder)
    assert report.verdict is Verdict.INCOMPLETE
    shown = checker.format_report(report, output_format)
    assert _plain(said) in _plain(shown)
    assert "项没有查" in _plain(shown)
    assert "没有查出挡住" not in _plain(shown).replace("查过的没有查出挡住", "")
    assert report.exit_status() == 0


def _plain(shown: str) -> str:
    """Markdown escapes what may be a sign of its own."""
    return shown.replace("\\", "").replace("&#45;", "-")


@pytest.mark.parametrize(("make", "said"), CASES)
def test_strict_runs_fail_where_something_was_not_checked(
    make: Callable[[Path], checker.Report], said: str, folder: Path
) -> None:
    make(folder)
    target = folder if (folder / "区.plan").exists() else folder / "纲要.txt"
    select, ignore = "PC701" if make is _select else (), "PC1" if make is _ignore else ()
    assert checker.check(target, strict=True, select=select, ignore=ignore).exit_status() == 1


def test_known_findings_block_though_the_gate_lets_them_through(folder: Path, tmp_path: Path) -> None:
    from checker.engine.baseline import baseline_text

    plan = folder / "区.plan"
    plan.write_text(plan.read_text(encoding="utf-8") + FAULT, encoding="utf-8")
    (folder / "基线.json").write_text(baseline_text(checker.check(folder)), encoding="utf-8")
    report = checker.check(folder, baseline=folder / "基线.json")
    assert (report.verdict, report.exit_status()) == (Verdict.BLOCKED, 0)
    assert verdict_sentence(report).text() == "查出挡住送审的问题 1 个（已知 1，新增 0）"
    summary = json.loads(checker.format_report(report, "json"))["summary"]
    assert (summary["verdict"], summary["gate"]) == ("blocked", {"severity": "error", "passed": True})


@pytest.mark.parametrize("content", ["规划 空 {}\n", "规划 空 { 阶段：送审稿 }\n"])
def test_an_empty_plan_is_nothing_to_check(content: str, tmp_path: Path) -> None:
    (tmp_path / "空.plan").write_text(content, encoding="utf-8")
    report = checker.check(tmp_path)
    assert (report.verdict, report.exit_status()) == (Verdict.NOTHING, 2)
    assert "没有可查的" in checker.format_report(report)
    assert json.loads(checker.format_report(report, "json"))["summary"]["verdict"] == "nothing"


def test_a_plan_that_says_next_to_nothing_is_not_waved_through(tmp_path: Path) -> None:
    plan = HEAD % "" + "指标 甲 { 单位：%  属性：预期性  2025年：实际 1  2030年：目标 2  来源：《公报》（官方） }\n"
    (tmp_path / "一.plan").write_text(plan, encoding="utf-8")
    report = checker.check(tmp_path, ignore="PC206")
    said = [message.text() for message in unchecked_points(report)]
    assert "「云川区」没有写目标，关于它的规则没有可查的" in said
    assert "「云川区」没有写文本，文稿没有查" in said
    assert "「云川区」没有写上位规划，与上位规划的衔接没有查" in said
    assert report.verdict is Verdict.INCOMPLETE


def test_a_text_rule_of_a_pack_is_among_what_was_not_checked(folder: Path) -> None:
    rule = (
        "规则 YC701 行文（wording）{\n  级别：提示\n  依据：编制惯例（无文号）\n  需要：文本\n"
        "  凡 规划 甲，甲.名称 含 “没有”\n  否则：“有问题” “wrong”\n  指向：甲.名称\n"
        "  正例 “好” { 规划 甲 {} }\n  反例 “坏” { 规划 〖没有〗 {} }\n}\n"
    )
    (folder / "规则").mkdir()
    (folder / "规则" / "YC701-wording.rule").write_text(rule, encoding="utf-8")
    (folder / "plancheck.toml").write_text('[rules]\npacks = ["规则"]\n', encoding="utf-8")
    (folder / "纲要.txt").unlink()
    notices = [notice for notice in checker.check(folder).notices if "PC701" in notice.codes]
    assert notices
    assert all("YC701" in notice.codes for notice in notices)
