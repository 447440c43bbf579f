"""Targets held against those above: a plain reckoning in numbers agrees with the rule."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.checks import Rulebook, load_packs, run_rules
from checker.finding import Finding
from tests.rules.conftest import facts_of

BOOK: Rulebook = load_packs([], Path())
SIGNS = ["", "≥", ">", "≤", "达到"]


def found(own: str, upper: str, head: str = "", upper_head: str = "") -> list[Finding]:
    """What PC502 finds of one indicator."""
    facts = facts_of(
        f"规划 区 {{ 层级：开发区  规划期：2021—2025 {head} }}\n指标 甲 {{ {own} }}",
        f"规划 市 {{ 层级：市  规划期：2021—2025 {upper_head} }}\n指标 乙 {{ {upper} }}",
    )
    return run_rules(BOOK, facts, lambda code, _: code == "PC502").findings


def said(own: str, upper: str, head: str = "", upper_head: str = "") -> list[str]:
    """The sentences of PC502 about one indicator."""
    return [finding.message.text() for finding in found(own, upper, head, upper_head)]


def not_compared(own: str, upper: str) -> list[str]:
    facts = facts_of(
        f"规划 区 {{ 层级：开发区 }}\n指标 甲 {{ {own} }}", f"规划 市 {{ 层级：市 }}\n指标 乙 {{ {upper} }}"
    )
    return [notice.message.text() for notice in run_rules(BOOK, facts, lambda code, _: code == "PC502").notices]


@settings(max_examples=200, deadline=None)
@given(
    own=st.integers(30, 60),
    upper=st.integers(30, 60),
    own_slack=st.sampled_from([None, 1, 3]),
    upper_slack=st.sampled_from([None, 1, 3]),
    signs=st.tuples(st.sampled_from(SIGNS), st.sampled_from(SIGNS)),
    mode=st.sampled_from(["不低于", "不高于", "同值", "参考", ""]),
    direction=st.sampled_from([None, "越高越好", "越低越好"]),
    permille=st.booleans(),
)
def test_ratios_agree_with_plain_numbers(
    *,
    own: int,
    upper: int,
    own_slack: int | None,
    upper_slack: int | None,
    signs: tuple[str, str],
    mode: str,
    direction: str | None,
    permille: bool,
) -> None:
    falls = f"方向：{direction}" if direction else ""
    own_text = f"{signs[0]}{own * 10}‰" if permille else f"{signs[0]}{own}%"
    own_text += "" if own_slack is None else f"（容差 {own_slack}个百分点）"
    upper_text = f"{signs[1]}{upper}%" + ("" if upper_slack is None else f"（容差 {upper_slack}个百分点）")
    link = f"承接：市.乙（{mode}）" if mode else "承接：市.乙"
    told = said(f"2025年：目标 {own_text}  {link}  {falls}", f"2025年：目标 {upper_text}")
    least, most = own - (own_slack or 0), own + (own_slack or 0)
    low, high = upper - (upper_slack or 0), upper + (upper_slack or 0)
    wrong = {
        "不低于": least > high if direction == "越低越好" else most < low,
        "不高于": least > high,
        "同值": most < low or high < least,
    }.get(mode, False)
    assert bool(told) is wrong


@settings(max_examples=100, deadline=None)
@given(
    own=st.integers(1, 400),
    upper=st.integers(1, 40),
    share=st.integers(1, 30),
    falls=st.booleans(),
    units=st.tuples(st.sampled_from([("亿元", 1), ("万元", 10_000)]), st.sampled_from(["百亿元", "万元", "亿元"])),
)
def test_shares_agree_with_plain_numbers(
    *, own: int, upper: int, share: int, falls: bool, units: tuple[tuple[str, int], str]
) -> None:
    (unit, factor), upper_unit = units
    worth = {"百亿元": Fraction(100), "亿元": Fraction(1), "万元": Fraction(1, 10_000)}[upper_unit]
    direction = "方向：越低越好" if falls else ""
    told = said(
        f"单位：{unit}  2025年：目标 {own * factor}  承接：市.乙（份额 {share}%）  {direction}",
        f"单位：{upper_unit}  2025年：目标 {upper}",
    )
    due = upper * worth * share / 100
    assert bool(told) is (own > due if falls else own < due)


def test_what_is_said() -> None:
    assert said("2025年：目标 ≥36%  承接：市.乙（不低于）", "2025年：目标 40%左右") == [
        "「甲」2025年目标≥36%，而「市」要求不低于39.5%"
    ]
    assert said("单位：亿元  2025年：目标 2000  承接：市.乙（份额 12%）", "单位：万亿元  2025年：目标 ≥2") == [
        "「甲」2025年目标2000亿元，而「市」≥2万亿元的12%要求不低于2400亿元"
    ]


@pytest.mark.parametrize(
    ("own", "upper", "fingerprint"),
    [
        ("2025年：目标 ≥36%  承接：市.乙（不低于）", "2025年：目标 40%左右", "i7205d63805d8e23"),
        (
            "单位：亿元  2025年：目标 2000  承接：市.乙（份额 12%）",
            "单位：万亿元  2025年：目标 ≥2",
            "p26e48eef2ed9cb6",
        ),
        ("单位：位  2025年：目标 前30位  承接：市.乙（不低于）", "单位：位  2025年：目标 前20位", "g49c8f66751e387d"),
        (
            "单位：亿元  2020年：实际 100  2025年：目标 120  承接：市.乙（不低于）",
            "单位：亿元  年均：目标 6%",
            "ob866004e107f800",
        ),
        (
            "单位：亿元  2020年：实际 100  2025年：目标 180  承接：市.乙（不低于）",
            "单位：亿元  2025年：目标 翻一番",
            "ecefc15e4cd2a91a",
        ),
    ],
)
def test_a_finding_is_the_one_that_was_found_before_the_rule_was_rewritten(
    own: str, upper: str, fingerprint: str
) -> None:
    """Baselines and waivers of the first version know it by this fingerprint."""
    assert [finding.fingerprint for finding in found(own, upper)] == [fingerprint]


def test_about_without_a_tolerance_is_as_far_as_it_is_printed() -> None:
    assert said("2025年：目标 39.5%左右  承接：市.乙（不低于）", "2025年：目标 40%左右") == []
    assert said("2025年：目标 39.5%  承接：市.乙（不低于）", "2025年：目标 40%左右") == []
    assert len(said("2025年：目标 39%  承接：市.乙（不低于）", "2025年：目标 40%左右")) == 1


def test_a_tolerance_that_means_nothing_here_is_no_tolerance() -> None:
    assert len(said("2025年：目标 39%（容差 1亿元）  承接：市.乙（不低于）", "2025年：目标 40%")) == 1


def test_both_directions_told_are_no_demand() -> None:
    assert said("方向：越低越好  2025年：目标 30%  承接：市.乙（不低于）", "方向：越高越好  2025年：目标 40%") == []


def test_reckoning_behind_a_figure_counts() -> None:
    upper = "口径：增加值  2025年：目标 40%"
    assert said("2025年：目标 30%（口径 产值）  承接：市.乙（不低于）", upper) == []
    assert len(said("2025年：目标 30%（口径 增加值）  承接：市.乙（不低于）", upper)) == 1
    assert said("2025年：目标 30%（现价）  承接：市.乙（不低于）", "价格：2020年价  2025年：目标 40%") == []


def test_ranks_count_by_the_year_assessed() -> None:
    own = "单位：位  2026年：目标 30（考核年度 2025年）  承接：市.乙（不低于）"
    assert len(said(own, "单位：位  2025年：目标 20")) == 1
    assert said(own, "单位：位  2026年：目标 20") == []
    assert said("单位：位  公布年：2025年  2025年：目标 30  承接：市.乙（不低于）", "单位：位  2025年：目标 20") == []


def test_growth_of_what_should_fall_is_compared_only_with_its_sign() -> None:
    falls = "单位：吨  方向：越低越好"
    assert said(f"{falls}  年均：目标 2%  承接：市.乙（不低于）", f"{falls}  年均：目标 3%") == []
    assert len(said(f"{falls}  年均：目标 -2%  承接：市.乙（不低于）", f"{falls}  年均：目标 -3%")) == 1


@pytest.mark.parametrize(
    ("own", "upper", "expected"),
    [
        ("单位：家  2025年：目标 9  承接：市.乙（不低于）", "单位：家  2025年：目标 90", "总量"),
        ("单位：家  2025年：目标 9  承接：市.乙（份额）", "单位：家  2025年：目标 90", "百分数"),
        ("单位：家  2025年：目标 9  承接：市.乙（份额 9家）", "单位：家  2025年：目标 90", "百分数"),
        ("单位：%  2025年：目标 9  承接：市.乙（不低于）", "单位：%  2020年：实际 90", "没有目标值"),
    ],
)
def test_what_was_not_compared_is_noticed(own: str, upper: str, expected: str) -> None:
    (notice,) = not_compared(own, upper)
    assert expected in notice


def test_a_special_plan_is_about_its_own_place() -> None:
    own, upper = "单位：家  2025年：目标 9  承接：云川市十四五.乙（不低于）", "指标 乙 { 单位：家  2025年：目标 90 }"

    def count(head: str) -> int:
        facts = facts_of(f"规划 专项 {{ {head} }}\n指标 甲 {{ {own} }}", f"规划 云川市十四五 {{ 层级：市 }}\n{upper}")
        return len(run_rules(BOOK, facts, lambda code, _: code == "PC502").findings)

    assert count("层级：专项  主管：云川市") == 1
    assert count("层级：专项") == 0
    assert count("层级：开发区  主管：云川市") == 0


FIGURES = [
    "5",
    "5%",
    "≥5亿元",
    "5—8%",
    "300余家",
    "前20位",
    "约5",
    "-3%",
    "未公开",
    "“完成任务”",
    "5%左右",
    "0",
    "5个百分点",
    "6成",
]
UNITS = [
    "",
    "单位：%",
    "单位：亿元",
    "单位：位",
    "单位：家",
    "单位：吨标准煤/万元",
    "单位：怪单位",
    "容差：1%",
    "容差：“大约”",
]
NOTES = [
    "",
    "（容差 1个百分点）",
    "（容差 -1）",
    "（考核年度 2024年）",
    "（公布年 2026年）",
    "（范围 全区、口径 产值）",
    "（现价）",
]
MODES = ["不低于", "不高于", "同值", "份额 12%", "份额", "份额 “一些”", "份额 -5%", "份额 3亿元", "份额 0.2", "参考"]


@st.composite
def indicators(draw: st.DrawFn) -> str:
    lines = [draw(st.sampled_from(UNITS)), draw(st.sampled_from(["", "方向：越低越好", "方向：区间", "价格：现价"]))]
    for word in draw(st.lists(st.sampled_from(["2025年", "2035年", "年均", "累计"]), unique=True)):
        tense = draw(st.sampled_from(["目标", "力争", "实际", "预计"]))
        lines.append(f"{word}：{tense} {draw(st.sampled_from(FIGURES))}{draw(st.sampled_from(NOTES))}")
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(own=indicators(), upper=indicators(), mode=st.sampled_from(MODES))
def test_whatever_is_written_no_rule_fails(own: str, upper: str, mode: str) -> None:
    facts = facts_of(
        f"规划 区 {{ 上位规划：市 }}\n指标 甲 {{ {own}\n承接：市.乙（{mode}） }}",
        f"规划 市 {{ 规划期：2021—2025 }}\n指标 乙 {{ {upper} }}",
    )
    assert run_rules(BOOK, facts, lambda code, _: code.startswith(("PC5", "PC8"))).failed == set()
