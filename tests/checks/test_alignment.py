"""Upper plans, what they hand down, and what is said where it is not carried."""

from __future__ import annotations

from datetime import date

import pytest

from checker.checks import Rulebook, run_rules
from checker.checks.stated_times import target_years
from checker.finding import Finding
from checker.meaning.asked import breaks_down_to, direct_uppers, out_of_force
from checker.meaning.territory import scope_key
from checker.model import Indicator, Plan
from tests.rules.conftest import facts_of


def plan_of(*texts: str) -> Plan:
    return facts_of(*texts).plans[0]


def indicator_of(text: str, head: str = "规划 云川经济开发区十四五 { 主管：云川市  规划期：2021—2025 }") -> Indicator:
    return next(one for one in plan_of(f"{head}\n{text}").elements if isinstance(one, Indicator))


def found(built_in: Rulebook, code: str, *texts: str) -> list[Finding]:
    outcome = run_rules(built_in, facts_of(*texts), lambda one, _: one == code)
    return outcome.findings


# ---- which plans are directly above


def direct(listed: str, *uppers: str) -> list[str]:
    plan = plan_of(f"规划 区 {{ 层级：开发区  上位规划：{listed} }}", *uppers)
    return [reference.target.name for reference in direct_uppers(plan) if reference.target is not None]


CITY, PROVINCE, NATION = "规划 市 { 层级：市 }", "规划 省 { 层级：省 }", "规划 国 { 层级：国家 }"


def test_the_lowest_level_is_direct_in_any_order() -> None:
    assert direct("市、省、国", CITY, PROVINCE, NATION) == ["市"]
    assert direct("国、省、市", NATION, PROVINCE, CITY) == ["市"]
    assert direct("省、国", PROVINCE, NATION) == ["省"]


def test_two_of_one_level_are_both_direct() -> None:
    assert direct("市、市二", CITY, "规划 市二 { 层级：市 }") == ["市", "市二"]


def test_what_another_names_as_above_it_is_not_direct() -> None:
    assert direct("专项、市", "规划 专项 { 层级：专项  上位规划：市 }", CITY) == ["专项"]
    assert direct("甲、乙", "规划 甲 { 上位规划：丙 }", "规划 乙 {}", "规划 丙 { 上位规划：乙 }") == ["甲"]


def test_behind_a_plan_that_is_not_at_hand_nothing_is_direct() -> None:
    assert direct("市、省", PROVINCE) == []
    assert direct("市、省", CITY) == ["市"]


def test_frameworks_of_assessment_are_a_line_of_their_own() -> None:
    framework = "规划 办法 { 文种：考核办法  层级：国家 }"
    assert direct("市、省、办法", CITY, PROVINCE, framework) == ["市", "办法"]
    assert direct("没有随附的、办法", framework) == ["办法"]


def test_plans_above_each_other_are_not_direct() -> None:
    assert direct("甲、乙", "规划 甲 { 上位规划：乙 }", "规划 乙 { 上位规划：甲 }") == []


@pytest.mark.parametrize(
    ("head", "day", "expected"),
    [
        ("实施自：2021年11月", date(2021, 10, 31), True),
        ("实施自：2021年11月", date(2021, 11, 15), False),  # some day of November
        ("至：2021年11月", date(2021, 11, 30), False),
        ("至：2021年11月", date(2021, 12, 1), True),
        ("实施自：2016年  至：2021年11月", date(2015, 12, 31), True),
        ("", date(1900, 1, 1), False),
    ],
)
def test_in_force(head: str, day: date, expected: bool) -> None:
    assert out_of_force(plan_of(f"规划 办法 {{ {head} }}"), day) is expected


# ---- 分解至


@pytest.mark.parametrize(
    ("words", "level", "expected"),
    [
        ("云川经济开发区", "zone", True),
        ("云川经济开发区十四五", "zone", True),
        ("《云川经济开发区国民经济和社会发展第十四个五年规划纲要》", "zone", True),
        ("云川经开", "zone", True),
        ("全区", "zone", False),
        ("开发区", "zone", True),
        ("各县区及开发区", "zone", True),
        ("云川市各开发区", "zone", True),
        ("全市各开发区", "zone", True),
        ("「开发区（园区）」", "zone", True),
        ("各县区", "zone", False),
        ("各县区", "county", True),
        ("「区县（市）」", "county", True),
        ("各市", "city", True),
        ("云川市", "zone", False),
        ("开发区", None, False),
        ("临江开发区", "zone", False),
    ],
)
def test_what_a_breakdown_names(words: str, level: str | None, expected: bool) -> None:
    head = (
        "规划 云川经济开发区十四五 { 全称：《云川经济开发区国民经济和社会发展第十四个五年规划纲要》"
        "  简称：云川经开、全区  主管：云川市 }"
    )
    plan, upper = facts_of(head, f"规划 市 {{}}\n指标 甲 {{ 分解至：{words} }}").plans
    indicator = next(one for one in upper.elements if isinstance(one, Indicator))
    assert breaks_down_to(indicator, plan, level) is expected


# ---- what is said


def test_one_finding_names_what_is_not_carried_and_what_is_alike(built_in: Rulebook) -> None:
    (one,) = found(
        built_in,
        "PC501",
        "规划 云川开发区十四五 { 层级：开发区  上位规划：市 }\n指标 单位生产总值能耗 {}\n指标 已承接 { 承接：市.丙 }",
        "规划 市 { 层级：市 }\n指标 单位生产总值能耗降低 { 属性：约束性  分解至：开发区 }\n"
        "指标 「优良天数（比例）」 { 属性：约束性  分解至：开发区 }\n"
        "指标 丙 { 属性：约束性  分解至：开发区 }\n指标 丁 { 属性：约束性  分解至：各县区 }",
    )
    assert one.message.text() == ("「市」下达的2项约束性指标没有承接：「单位生产总值能耗降低」、「优良天数（比例）」")
    assert [related.span.text for related in one.related] == [
        "单位生产总值能耗降低",
        "「优良天数（比例）」",
        "单位生产总值能耗",
    ]
    assert one.help is not None
    assert "在「单位生产总值能耗」里写‘承接：市.单位生产总值能耗降低’" in one.help.text()
    assert "补写承接‘市.「优良天数（比例）」’的指标" in one.help.text()


def test_what_is_carried_already_or_told_in_other_units_is_not_alike(built_in: Rulebook) -> None:
    (one,) = found(
        built_in,
        "PC501",
        "规划 区 { 层级：开发区  上位规划：市 }\n"
        "指标 单位生产总值能耗 { 承接：市.丙 }\n指标 单位生产总值电耗 { 单位：亿元 }",
        "规划 市 { 层级：市 }\n指标 单位生产总值能耗降低 { 单位：%  属性：约束性  分解至：开发区 }\n指标 丙 {}",
    )
    assert [related.span.text for related in one.related] == ["单位生产总值能耗降低"]


def test_the_basis_fits_level_and_day(built_in: Rulebook) -> None:
    """A zone is no level of government, and the law of 2026 does not bind a draft of 2021."""

    def basis(head: str) -> str:
        upper = "规划 上 { 层级：省 }\n指标 甲 { 属性：约束性  分解至：开发区、市 }"
        (one,) = found(built_in, "PC501", f"规划 下 {{ {head}  上位规划：上 }}", upper)
        return one.basis.text()

    assert basis("层级：开发区  成稿：2026年5月") == "参照国发〔2005〕33号"
    assert basis("层级：市  成稿：2021年4月") == "国发〔2005〕33号"
    assert "国家发展规划法" in basis("层级：市  成稿：2026年5月")


def test_a_plan_that_says_which_level_it_is_can_be_overruled(built_in: Rulebook) -> None:
    texts = ("规划 下 { 上位规划：上 }", "规划 上 {}\n指标 甲 { 属性：约束性  分解至：开发区 }")
    assert found(built_in, "PC501", *texts) == []
    facts = facts_of(*texts)
    facts.level = "zone"
    assert [f.code for f in run_rules(built_in, facts, lambda code, _: code == "PC501").findings] == ["PC501"]


# ---- scope and years


@pytest.mark.parametrize(
    ("scope", "meant"),
    [
        ("全区", "全域"),
        ("云川经济开发区", "全域"),
        ("全市规模以上工业", "规上工业"),
        ("规上工业", "规上工业"),
        ("全区战略性新兴产业", "战略性新兴产业"),
        ("「规模以上工业（战略性新兴产业）」", "规上工业战略性新兴产业"),
    ],
)
def test_scope_without_its_place(scope: str, meant: str) -> None:
    indicator = indicator_of(f"指标 甲 {{ 范围：{scope} }}")
    assert scope_key(indicator.scope, indicator.plan) == meant


def test_no_scope_is_no_scope() -> None:
    assert not scope_key(None, indicator_of("指标 甲 {}").plan)


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ("2025年：目标 5%  2020年：实际 3%", [2025]),
        ("2025年：目标 5%  2035年：目标 9%", [2025, 2035]),
        ("年均：目标 5%", [2021, 2022, 2023, 2024, 2025]),
        ("单位：位  2026年：目标 20（考核年度 2025年）", [2025]),
        ("单位：位  2026年：目标 20（考核年度 2025）", [2025]),
        ("单位：位  考核年度：2024年  2025年：目标 20", [2024]),
        ("单位：位  2026年：目标 20（公布年 2026年）", [None]),
        ("2025年：目标 未公开", []),
        ("2025年：目标 “完成上级下达任务”", [2025]),
    ],
)
def test_years_that_targets_speak_of(fields: str, years: list[int | None]) -> None:
    assert target_years(indicator_of(f"指标 甲 {{ {fields} }}")) == years


def test_a_period_nobody_can_mean_has_no_years() -> None:
    assert target_years(indicator_of("指标 甲 { 年均：目标 5% }", "规划 例 { 规划期：1021—2025 }")) == [None]
