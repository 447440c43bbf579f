"""What a figure allows and what a tie demands is one answer, whichever rule asks."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.commands import plancheck
from tests.doors.conftest import Run

_HEAD = "规划 云川开发区 { 层级：开发区  规划期：2021—2025  上位规划：云川市 }\n"
_UPPER = "规划 云川市 { 层级：市  规划期：2021—2025 }\n"
Told = list[tuple[str, str]]


class Checked:
    """One run of ``plancheck check`` over plans written for it: its findings, and what was not checked."""

    def __init__(self, run: Run, folder: Path, own: str, upper: str = "", settings: str = "") -> None:
        (folder / "区.plan").write_text(own if own.startswith("规划") else _HEAD + own, encoding="utf-8")
        if upper:
            (folder / "市.plan").write_text(upper if upper.startswith("规划") else _UPPER + upper, encoding="utf-8")
        named = 'plans = ["区.plan"]\nupper = ["市.plan"]\n' if upper else 'plans = ["区.plan"]\n'
        (folder / "plancheck.toml").write_text(f"[workspace]\n{named}{settings}", encoding="utf-8")
        report = json.loads(run("check", folder, "--format", "json").out)
        self.findings = report["findings"]
        self.notices = [one["message"] for one in report["notices"]]

    def of(self, *codes: str) -> Told:
        lines = Path(self.findings[0]["file"]).read_text(encoding="utf-8").splitlines() if self.findings else []
        return [
            (one["code"], lines[one["start"]["line"] - 1][one["start"]["column"] - 1 : one["end"]["column"] - 1])
            for one in self.findings
            if one["code"] in codes
        ]


class Check(Protocol):
    """Checks a plan and, if there is one, the plan above it."""

    def __call__(self, own: str, upper: str = "", settings: str = "") -> Checked: ...


@pytest.fixture
def checked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    monkeypatch.chdir(tmp_path)

    def check(own: str, upper: str = "", settings: str = "") -> Checked:
        return Checked(run, Path(), own, upper, settings)

    return check


# ---- how far a figure may be off


def test_a_tolerance_of_the_indicator_is_for_what_says_about(checked: Check) -> None:
    plain = "指标 占比 { 单位：%  容差：1个百分点  2025年：目标 40、目标 40.8  承接：云川市.占比（不低于） }"
    about = plain.replace("目标 40、目标 40.8", "目标 40左右、目标 40.8")
    upper = "指标 占比 { 单位：%  2025年：目标 41.2 }"
    assert checked(plain, upper).of("PC401", "PC502") == [("PC502", "40"), ("PC401", "40.8"), ("PC502", "40.8")]
    assert checked(about, upper).of("PC401") == []


def test_a_tolerance_in_percent_of_a_percentage_is_in_points(checked: Check) -> None:
    of = "指标 产值 {{ 单位：亿元  2020年：实际 100  2025年：目标 {}  年均：目标 6%左右（容差 0.5%） }}"
    assert checked(of.format(300)).of("PC308") == [("PC308", "6%左右")]
    assert checked(of.format(135)).of("PC308") == []


def test_a_tolerance_that_means_nothing_is_told(checked: Check) -> None:
    told = checked("指标 产值 { 单位：亿元  2020年：实际 100  2025年：目标 300  年均：目标 6%左右（容差 5家） }")
    assert told.of("PC308") == []
    assert any("「产值」的年均增速写的容差，单位与增速不合" in one for one in told.notices)


# ---- prices


@pytest.mark.parametrize(
    ("own", "upper", "meet"),
    [
        ("2020年价", "2015年价", False),
        ("2020年价", "2020年不变价", True),
        ("2020年价", "不变价", True),
        ("现行价格", "现价", True),
        ("当年价", "按现行价格计算", True),
        ("现价", "可比价", False),
        ("现价", "", True),
    ],
)
def test_prices_that_differ_do_not_meet(checked: Check, own: str, upper: str, meet: bool) -> None:
    above = f"价格：{upper}" if upper else ""
    told = checked(
        f"指标 人均产值 {{ 单位：元/人  价格：{own}  2025年：目标 12000  承接：云川市.人均产值（不低于） }}",
        f"指标 人均产值 {{ 单位：元/人  {above}  2025年：目标 ≥15000 }}",
    )
    assert bool(told.of("PC502")) is meet
    assert any("价格不同，不能相比：人均产值" in one for one in told.notices) is not meet


def test_words_of_current_prices_are_one(checked: Check) -> None:
    growth = "指标 产值 { 单位：亿元  价格：现行价格  2020年：实际 100  2025年：目标 300  年均：目标 6%（当年价） }"
    two = "指标 产值 { 单位：亿元  价格：现行价格  2025年：目标 300、目标 200（现价） }"
    assert checked(growth).of("PC308") == [("PC308", "6%")]
    assert checked(two).of("PC401") == [("PC401", "200")]


# ---- growth


@pytest.mark.parametrize(("base", "target"), [("0", "100"), ("0", "≥0.9")])
def test_nothing_grows_out_of_nothing_and_no_target_of_nothing_is_advised(
    checked: Check, base: str, target: str
) -> None:
    told = checked(f"指标 产值 {{ 单位：亿元  2020年：实际 {base}  2025年：目标 {target}  年均：目标 2% }}")
    (one,) = [one for one in told.findings if one["code"] == "PC308"]
    assert "倍" not in one["message"]
    assert one["help"].startswith(f"基期写的是{base}亿元")


@pytest.mark.parametrize("rate", ["1个百分点", "1%"])
def test_growth_without_a_sign_of_what_should_fall_is_told_as_not_checked(checked: Check, rate: str) -> None:
    unit = "%" if "点" in rate else "万吨"
    text = "指标 煤炭 {{ 单位：{}  方向：越低越好  2020年：实际 40  2025年：目标 35  年均：目标 {} }}"
    told = checked(text.format(unit, rate))
    assert told.of("PC308", "PC404") == []
    assert any("是升是降说不准" in one for one in told.notices)
    assert checked(text.format(unit, f"-{rate.replace('1', '5')}")).of("PC308") == [
        ("PC308", f"-{rate.replace('1', '5')}")
    ]


def test_growth_is_held_against_each_of_several_targets(checked: Check) -> None:
    text = "指标 产值 { 单位：亿元  2020年：实际 100  2025年：目标 ≥150、目标 200  年均：目标 6%—8% }"
    assert checked(text).of("PC308", "PC401") == [("PC308", "6%—8%")]
    assert checked(text.replace("目标 200", "目标 140")).of("PC308", "PC401") == [("PC401", "140")]


# ---- a head


def test_what_is_told_a_head_may_be_written_without_it(checked: Check) -> None:
    growth = "指标 人均收入 { 单位：元/人  2020年：实际 30000元/人  2025年：目标 90000元  年均：目标 3% }"
    two = "指标 人均收入 { 单位：元/人  2025年：目标 90000元  2025年：目标 4万元/人 }"
    back = "指标 人均收入 { 单位：元  方向：越高越好  2023年：目标 90000元  2025年：目标 4万元/人 }"
    assert checked(growth).of("PC308", "PC403") == [("PC308", "3%")]
    assert checked(two).of("PC401", "PC403") == [("PC401", "4万元/人")]
    assert checked(back).of("PC404", "PC403") == [("PC404", "4万元/人")]


# ---- what a share is


def test_the_parameter_of_shares_is_for_derived_ones_too(checked: Check, tmp_path: Path) -> None:
    written = "指标 开工率 { 单位：%  2025年：目标 120 }\n"
    derived = (
        "指标 开工率 { 单位：% }\n指标 已开工 { 单位：家  2025年：目标 120 }\n"
        "指标 总数 { 单位：家  2025年：目标 100 }\n关系 开工率 = 已开工 ÷ 总数\n"
    )
    settings = '[rules]\nparameters.PC307.份额 = "开工率"\n'
    assert checked(written).of("PC307") == checked(derived).of("PC307") == []
    assert checked(written, settings=settings).of("PC307") == [("PC307", "120")]
    assert [code for code, _ in checked(derived, settings=settings).of("PC307", "PC402")] == ["PC307"]
    assert "100%" in plancheck("range", "区.plan", "开工率", "2024", folder=tmp_path).out


# ---- what range says of a figure, and what check does


@settings(max_examples=40, deadline=None)
@given(
    st.booleans(), st.decimals("40", "70", places=1), st.decimals("0.1", "1.2", places=2),
    st.decimals("-0.6", "0.6", places=1), st.sampled_from(["≥", "≤", ""]),
)  # fmt: skip
def test_range_calls_a_target_out_of_reach_just_where_check_does(
    points: bool, base: Decimal, growth: Decimal, off: Decimal, sign: str
) -> None:
    reached = base + 5 * growth if points else base * (1 + growth / 100) ** 5
    unit, rate = ("%", "个百分点") if points else ("亿元", "%")
    target = round(reached + off, 1)
    with TemporaryDirectory() as folder:
        (Path(folder) / "区.plan").write_text(
            f"{_HEAD}指标 甲 {{ 单位：{unit}  2020年：实际 {base}  2025年：目标 {sign}{target}  "
            f"年均：目标 {growth}{rate} }}\n".replace("上位规划：云川市", ""),
            encoding="utf-8",
        )
        found = json.loads(plancheck("check", "区.plan", "--format", "json", folder=folder).out)["findings"]
        said = plancheck("range", "区.plan", "甲", "2025", folder=folder).out
    clashes = {"PC308", "PC401", "PC402", "PC404"} & {one["code"] for one in found}
    assert ("不在范围里" in said) is bool(clashes)
