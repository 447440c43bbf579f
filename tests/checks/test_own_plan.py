"""Rules about one plan: their attributes, and that hubs and chains cost no more than their size."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import Rulebook, run_rules
from checker.checks.deadlines import done_by
from checker.checks.formula_units import unlike_terms
from checker.checks.own_figures import allowed_value
from checker.model import Figure, Measure, Relation
from tests.rules.conftest import facts_of

CODES = {"PC207", "PC309", "PC310", "PC311", "PC403", "PC404", "PC601", "PC602", "PC603"}


def figure(written: str) -> Figure:
    (one,) = facts_of(f"规划 例 {{}}\n指标 甲 {{ 单位：亿元  2025年：目标 {written} }}").things("figure")
    assert isinstance(one, Figure)
    return one


@given(st.integers(0, 10**6), st.integers(0, 2))
def test_a_value_is_among_what_it_allows(number: int, places: int) -> None:
    written = figure(f"{number / 10**places:.{places}f}万元")
    allowed = allowed_value(written)
    assert allowed is not None
    assert written.quantity is not None
    assert allowed.unit == written.quantity.unit
    assert allowed.interval.covers(written.quantity.interval)


@pytest.mark.parametrize(
    ("written", "low", "high"), [("≥20", 20, None), ("20左右（容差 2亿元）", 18, 22), ("20—30", 20, 30)]
)
def test_bounds_are_taken_at_their_word(written: str, low: int, high: int | None) -> None:
    allowed = allowed_value(figure(written))
    assert allowed is not None
    assert (allowed.interval.low, allowed.interval.high) == (Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize("written", ["20左右", "“完成上级下达任务”", "未公开"])
def test_what_bounds_nothing_allows_nothing_known(written: str) -> None:
    assert allowed_value(figure(written)) is None


@pytest.mark.parametrize(
    ("written", "done"),
    [
        ("2022年—2024年", "2024年"),
        ("2022—2024年", "2024年"),
        ("2023年10月—12月", "2023年12月"),
        ("2023年底前", "2023年底"),
        ("2023年6月30日", "2023年6月30日"),
    ],
)
def test_a_span_is_done_at_its_end(written: str, done: str) -> None:
    facts = facts_of(f"规划 例 {{}}\n举措 甲 {{ 期限：{written} }}\n举措 乙 {{ 期限：{done} }}")
    one, other = (done_by(measure) for measure in facts.things("measure") if isinstance(measure, Measure))
    assert one == other


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("甲 = 乙 + 丙", "「乙」（万元）、「丙」（%）"),
        ("甲 = 乙 × (1 + 丙)", None),
        ("丙 = (甲 - 乙) ÷ 甲 × 100%", None),
        ("甲 ≥ 丙", "「甲」（亿元）、「丙」（%）"),
        ("丁 = 甲 ÷ 人口", None),
        ("丁 = 甲 × 人口", "「丁」（元/人）、「甲 × 人口」（亿元·万人）"),
        ("甲 = 乙 + 5", None),
        ("甲 = 乙 + 戊", None),
        ("甲 = 乙 + 5万人", "「乙」（万元）、「5万人」（万人）"),
    ],
)
def test_units_that_meet_in_a_formula(formula: str, told: str | None) -> None:
    units = "指标 甲 { 单位：亿元 } 指标 乙 { 单位：万元 } 指标 丙 { 单位：% } 指标 丁 { 单位：元/人 } 指标 戊 {}"
    (relation,) = facts_of(f"规划 例 {{}}\n{units} 指标 人口 {{ 单位：万人 }}\n关系 {formula}").things("relation")
    assert isinstance(relation, Relation)
    assert unlike_terms(relation) == told


def hub(size: int) -> str:
    """One goal that everything serves, one measure that all depend on and are part of, and a rival goal."""
    parts = "\n".join(
        f"举措 项{n} {{ 类型：项目  支撑：甲、乙  上级举措：总  依赖：总  制约：丙  期限：2022年 }}\n"
        f"指标 标{n} {{ 方向：越高越好  2020年：实际 5%  2023年：目标 7%  2025年：目标 6% }}"
        for n in range(size)
    )
    return (
        "规划 例 { 文种：实施方案  层级：市  规划期：2021—2025 }\n目标 甲 { 制约：乙 }\n目标 乙 {}\n"
        f"目标 丙 {{ 制约：乙 }}\n举措 总 {{ 类型：工程  期限：2024年 }}\n{parts}"
    )


def chain(size: int) -> str:
    """Measures that are each part of the one before, depend on it and hinder it."""
    parts = "\n".join(
        f"举措 项{n} {{ 类型：项目  支撑：甲  上级举措：项{n - 1}  依赖：项{n - 1}  制约：项{n - 1} }}"
        for n in range(1, size)
    )
    return f"规划 例 {{ 文种：实施方案  规划期：2021—2025 }}\n目标 甲 {{}}\n举措 项0 {{ 支撑：甲 }}\n{parts}"


@pytest.mark.parametrize("shape", [hub, chain])
def test_cost_grows_with_the_size(shape: object, built_in: Rulebook) -> None:
    rows = []
    for size in (100, 400):
        outcome = run_rules(built_in, facts_of(shape(size)))  # type: ignore[operator]
        assert not outcome.failed
        rows.append({cost.code: cost.rows for cost in outcome.costs if cost.code in CODES})
    for code, few in rows[0].items():
        assert rows[1][code] <= 6 * few + 100, code
