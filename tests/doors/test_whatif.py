"""``plancheck whatif`` and ``plancheck range``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.doors.conftest import Run

_TEXT = """规划 例 { 规划期：2021—2025 }
指标 地区生产总值 { 单位：亿元  2020年：实际 100  2025年：目标 150 }
指标 服务业增加值 { 单位：亿元  2025年：目标 50 }
指标 服务业占比 { 单位：%  2025年：目标 ≥30 }
关系 服务业占比 = 服务业增加值 ÷ 地区生产总值
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "例.plan"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_a_change_brings_a_finding_and_the_file_stays(run: Run, plan: Path) -> None:
    ran = run("whatif", plan, "--set", "服务业占比.2025=60")
    assert ran.status == 1
    assert "服务业占比，2025年≥30 → 60" in ran.out
    assert "出现 1 处" in ran.out
    assert "PC402" in ran.out
    assert plan.read_text(encoding="utf-8") == _TEXT


def test_a_change_takes_a_finding_away(run: Run, plan: Path) -> None:
    plan.write_text(_TEXT.replace("≥30", "≥60"), encoding="utf-8")
    ran = run("whatif", plan, "--set", "服务业增加值．2025年＝９０", "--lang", "en")
    assert ran.status == 0
    assert "gone (1):" in ran.out
    assert "new (" not in ran.out


def test_what_is_not_stated_is_added(run: Run, plan: Path) -> None:
    ran = run("whatif", plan, "--set", "地区生产总值.年均=9%", "--format", "json")
    told = json.loads(ran.out)
    assert ["没有写 → 9%" in change for change in told["changes"]] == [True]
    assert [finding["code"] for finding in told["appeared"]] == ["PC402"] * ran.status
    assert set(told) == {"schema_version", "changes", "appeared", "disappeared", "unchanged", "account"}


def test_the_text_is_held_against_the_changed_plan(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "区.plan"
    words = "规划 区 { 文本：“纲要.txt” }\n指标 地区生产总值 { 单位：亿元  2030年：目标 140 }\n"
    plan.write_text(words, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text("到2030年，地区生产总值达到140亿元。\n", encoding="utf-8")
    told = json.loads(run("whatif", plan, "--set", "地区生产总值.2030=150", "--format", "json").out)
    assert [one["file"].rpartition("/")[2] for one in told["appeared"] if one["code"] == "PC703"] == ["纲要.txt"]


def test_a_trial_says_what_it_did_not_look_at(run: Run, plan: Path) -> None:
    assert "没有检查的：" in run("whatif", plan, "--set", "服务业增加值.2025=50亿元").out


def test_nothing_changes(run: Run, plan: Path) -> None:
    ran = run("whatif", plan, "--set", "服务业增加值.2025=50亿元")
    assert (ran.status, "没有一处出现或消失" in ran.out) == (0, True)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--set", "地区生产总值=3"),
        ("--set", "地区总值.2025=3"),
        ("--set", "地区生产总值.2025=3 }"),
        ("--set", "地区生产总值.2025=“三千”"),
        ("--set", "地区生产总值.2025=3、目标 4}\n指标 乙 {"),
    ],
)
def test_what_cannot_be_tried_is_one_line(run: Run, plan: Path, words: tuple[str, ...]) -> None:
    ran = run("whatif", plan, *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_name_in_two_plans_has_to_be_told_apart(run: Run, plan: Path) -> None:
    (plan.parent / "乙.plan").write_text(_TEXT.replace("例", "乙"), encoding="utf-8")
    assert run("whatif", plan.parent, "--set", "服务业占比.2025=60").status == 2
    assert run("whatif", plan.parent, "--set", "乙.服务业占比.2025=60").status == 1


def test_a_range_and_what_sets_it(run: Run, plan: Path) -> None:
    ran = run("range", plan, "地区生产总值", "2025")
    assert ran.status == 0
    assert ran.out.splitlines()[0] == "「地区生产总值」2025年：49.5亿元—168.3亿元"
    assert "上限由这些写法定" in ran.out
    assert "自己写的：150亿元，在范围里" in ran.out


def test_a_target_beyond_its_range(run: Run, plan: Path) -> None:
    plan.write_text(_TEXT.replace("≥30", "≥60"), encoding="utf-8")
    ran = run("range", plan, "地区生产总值", "2025年", "--lang", "en")
    assert ran.status == 1
    assert "84.17亿元" in ran.out
    assert "beyond the range" in ran.out


def test_a_rest_that_cannot_hold_by_itself(run: Run, plan: Path) -> None:
    plan.write_text(_TEXT + "关系 服务业增加值 = 服务业增加值 × 2\n关系 服务业增加值 ≥ 1亿元\n", encoding="utf-8")
    ran = run("range", plan, "服务业占比", "2025")
    assert ran.status == 1
    assert "不能同时成立" in ran.out


def test_what_nothing_bounds(run: Run, plan: Path) -> None:
    plan.write_text("规划 例 {}\n指标 甲 { 单位：亿元 }", encoding="utf-8")
    assert "没有哪一处写法限制它" in run("range", plan, "甲", "2025").out


@pytest.mark.parametrize("words", [("地区生产总值", "二五"), ("地区总值", "2025"), ("地区生产总值",)])
def test_what_has_no_range_is_one_line(run: Run, plan: Path, words: tuple[str, ...]) -> None:
    ran = run("range", plan, *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_no_such_file(run: Run) -> None:
    assert run("range", "没有.plan", "甲", "2025").status == 2
    assert run("whatif", "没有.plan", "--set", "甲.2025=1").status == 2
