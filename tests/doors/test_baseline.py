"""Baselines: what was known on the day counts no more, what is gone is told, and only what is new stops."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.engine.baseline import Baseline, baseline_text, compare, read_baseline
from checker.engine.report import Gone
from checker.finding import Status
from tests.doors.conftest import Run
from tests.render.reports import everything, finding, report

PLAN = """规划 云川开发区十四五 { 文种：纲要  层级：开发区  规划期：2021—2025  成稿：2021年4月 }
指标 地区生产总值 { 单位：亿元  属性：预期性  2020年：实际 1000  2025年：目标 2000  来源：《公报》（官方） }
目标 总目标 { 类型：总目标  衡量指标：地区生产总值 }
举措 甲 { 类型：任务  支撑：总目标 }
举措 乙 { 类型：任务 }
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "云川.plan"
    path.write_text(PLAN, encoding="utf-8")
    return path


def statuses(path: Path, baseline: Path) -> dict[str, str]:
    found = checker.check(path, baseline=baseline, select="PC201")
    return {one.subject.name: one.status.value for one in found.findings}


def test_what_is_known_counts_no_more(run: Run, plan: Path) -> None:
    assert run("baseline", plan.name, "--select", "PC201").status == 0
    recorded = Path("plancheck-baseline.json")
    assert [one["code"] for one in json.loads(recorded.read_text(encoding="utf-8"))["findings"]] == ["PC201"]
    ran = run(plan.name, "--select", "PC201", "--baseline", recorded.name)
    assert ran.status == 0
    assert "孤立举措" not in ran.out
    plan.write_text(PLAN + "举措 丙 { 类型：任务 }\n", encoding="utf-8")
    assert statuses(plan, recorded) == {"乙": "known", "丙": "new"}


def test_what_is_gone_is_told(run: Run, plan: Path) -> None:
    run("baseline", plan.name, "--select", "PC201")
    plan.write_text(PLAN.replace("举措 乙 { 类型：任务 }", "举措 乙 { 类型：任务  支撑：总目标 }"), encoding="utf-8")
    ran = run(plan.name, "--select", "PC201", "--baseline", "plancheck-baseline.json")
    assert "基线中的1个问题已经没有了：\n  - PC201 举措「乙」没有支撑任何目标" in ran.out
    # What was not looked for is not gone.
    assert "基线中" not in run(plan.name, "--select", "PC202", "--baseline", "plancheck-baseline.json").out


def test_what_cannot_be_read_any_more_is_not_gone(run: Run, plan: Path) -> None:
    run("baseline", plan.name)
    plan.write_text(PLAN.replace("举措 乙 {", "举措 乙 （"), encoding="utf-8")
    for words in ((), ("--select", "PC201")):
        assert "基线中" not in run(plan.name, *words, "--baseline", "plancheck-baseline.json").out


def test_edits_that_change_no_meaning_change_nothing(run: Run, plan: Path) -> None:
    run("baseline", plan.name, "--select", "PC201")
    lines = PLAN.splitlines()
    moved = "\n\n".join([lines[0], "# 改了次序", *reversed(lines[1:])]) + "\n"
    plan.write_text(moved.replace("举措 乙 { 类型：任务 }", "举措  乙｛\n  类型: 任务\n｝"), encoding="utf-8")
    plan.rename("改名.plan")
    assert statuses(Path("改名.plan"), Path("plancheck-baseline.json")) == {"乙": "known"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "不是基线文件，或者已经损坏"),
        ("[]", "不是基线文件，或者已经损坏"),
        ('{"baseline_version": "1.0", "findings": [{"code": 1}]}', "不是基线文件，或者已经损坏"),
        ("[" * 100_000, "不是基线文件，或者已经损坏"),
        ('{"baseline_version": "7.0", "findings": []}', "基线是另一个版本写的（7.0）"),
        (None, "没有这个文件"),
    ],
)
def test_a_file_that_is_no_baseline_is_one_line(run: Run, plan: Path, content: str | None, said: str) -> None:
    if content is not None:
        Path("坏.json").write_text(content, encoding="utf-8")
    ran = run(plan.name, "--baseline", "坏.json")
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_nothing_is_recorded_of_a_run_that_could_not_be_done(run: Run, plan: Path) -> None:
    plan.write_bytes(b"\xff\xfe\x00")
    assert run("baseline", plan.name).status == 2
    assert not Path("plancheck-baseline.json").exists()


@settings(max_examples=30)
@given(st.lists(st.sampled_from("甲乙丙丁")), st.lists(st.sampled_from("甲乙丙丁")))
def test_as_many_are_known_as_were_recorded(before: list[str], after: list[str]) -> None:
    span = everything().findings[0].span
    recorded = report(*(finding(span, name=name) for name in before))
    known = Baseline(_read(baseline_text(recorded)))
    told = compare(report(*(finding(span, name=name) for name in after)), known)
    for name in "甲乙丙丁":
        mine = [one.status for one in told.findings if one.subject.name == name]
        assert mine.count(Status.KNOWN) == min(before.count(name), after.count(name))
        assert mine == sorted(mine, key=lambda status: status is Status.NEW)


def _read(text: str) -> tuple[Gone, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "基线.json"
        path.write_text(text, encoding="utf-8")
        return read_baseline(path).findings
