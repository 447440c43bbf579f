"""What each kind of condition finds."""

from __future__ import annotations

import pytest

from tests.rules.conftest import found

GOALS = """
目标 总 { 类型：总目标 }
目标 甲 { 上级目标：总    评估方式：“考核” }
目标 乙 { 上级目标：甲 }
目标 丙 {}
"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("x 为 总目标", ["总"]),
        ("x 非总目标", ["丙", "乙", "甲"]),
        ("x 有 评估方式", ["甲"]),
        ("x 无 上级目标", ["丙", "总"]),
        ("x 没有 上级目标", ["丙", "总"]),
        ("x 有 下级", ["总", "甲"]),
        ("x 的 上级 为 总目标", ["乙", "甲"]),
        ("x 的 直接 上级 为 总目标", ["甲"]),
        ("x 及其 上级 有 评估方式", ["乙", "甲"]),
        ("存在（目标 y，y 在 x 的 下级）", ["总", "甲"]),
        ("不存在（目标 y，x 上级 y）", ["丙", "总"]),
        ("个数（x 的 下级） ≥ 2", ["总"]),
        ("个数（目标 y，x 上级 y） = 0", ["丙", "总"]),
        ("非（x 有 评估方式 或 x 为 总目标）", ["丙", "乙"]),
        ("x 有 上级目标 且 非（x 有 评估方式）", ["乙"]),
        ("x 有 上级目标 且 x 有 评估方式 或 x 为 总目标", ["总", "甲"]),
        ("x 有 上级目标 且 （x 有 评估方式 或 x 为 总目标）", ["甲"]),
        ("x.类型 = 总目标", ["总"]),
        ("x.类型 为 总目标、分目标", ["总"]),
        ("x.类型 在（总目标、分目标）", ["总"]),
        ("x.名称 = “甲”、“丙”", ["丙", "甲"]),
        ("x.名称 ≠ “甲”", ["丙", "乙", "总"]),
        ("x.上级目标 = x", []),
        ("x.上级目标 为 总目标", ["甲"]),
    ],
)
def test_goals(condition: str, expected: list[str]) -> None:
    assert found(f"凡 目标 x，{condition}", GOALS) == expected


INDICATORS = """
规划 例 { 规划期：2021—2025    层级：市    成稿：2021年4月 }
指标 生产总值 { 单位：亿元    2020年：实际 >1000    2025年：目标 20000000万元 }
指标 优良率 { 单位：%    2020年：实际 60    2025年：目标 65%—70% }
指标 位次 { 2025年：目标 20强 }
指标 无数 {}
"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("x.值 > 900亿元", ["20000000万元", ">1000"]),
        ("x.值 = 2000亿元", ["20000000万元"]),
        ("x.值 ≥ 1500亿元", ["20000000万元"]),
        ("x.值 < 66%", ["60"]),
        ("x.值 ≤ 70%", ["60", "65%—70%"]),
        ("x.值 < 30位", ["20强"]),
        ("x.值 < 0", []),
        ("x.下限 > 0", ["20000000万元", "60", "65%—70%", ">1000"]),
        ("x.值 × 2 > 3000亿元", ["20000000万元"]),
        ("x.值 + 10个百分点 > 74%", ["65%—70%"]),
        ("x.年份 = 2025", ["20000000万元", "20强", "65%—70%"]),
        ("x.年份 - x.规划.首年 > 3", ["20000000万元", "20强", "65%—70%"]),
        ("x.时态 为 实际", ["60", ">1000"]),
        ("x.单位类 为 序数", ["20强"]),
        ("x.单位 同类 x.指标.单位", ["20000000万元", "60", "65%—70%", ">1000"]),
        ("x.单位 不同类 x.指标.单位", []),
        ("x.单位 = x.指标.单位", ["60", "65%—70%", ">1000"]),
        ("x.指标.名称 结尾为 “率”、“位次”", ["20强", "60", "65%—70%"]),
        ("x.指标.名称 开头为 “生产”", ["20000000万元", ">1000"]),
        ("x.指标.名称 含 “良”", ["60", "65%—70%"]),
        ("x.指标.名称 不含 “良”，x.指标.名称 不含 “总”", ["20强"]),
        ("x.指标.名称 通配 “生*值”、“*次”", ["20000000万元", "20强", ">1000"]),
    ],
)
def test_figures(condition: str, expected: list[str]) -> None:
    assert found(f"凡 数值 x，{condition}", INDICATORS) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("x.层级 不低于 市", ["例"]),
        ("x.层级 高于 县区", ["例"]),
        ("x.层级 低于 省", ["例"]),
        ("x.层级 低于 市", []),
        ("x.成稿 早于 2021年5月", ["例"]),
        ("x.成稿 不晚于 2021-04-30", ["例"]),
        ("x.成稿 晚于 2021-04-15", []),
        ("x.成稿 不晚于 2021-04-15", []),
        ("合计（y.年份；数值 y，y.规划 = x） > 10000", ["例"]),
        ("最大（y.年份；数值 y，y.规划 = x） = 2025", ["例"]),
        ("最小（y.年份；数值 y，y.规划 = x） = 2020", ["例"]),
        ("个数（指标 y，y.规划 = x，y 无 数值） = 1", ["例"]),
        ("设 n = 个数（指标 y，y.规划 = x），n × 2 = 8", ["例"]),
        ("个数（指标 y，y.规划 = x，y 无 数值） ÷ 个数（指标 z，z.规划 = x） = 25%", ["例"]),
        ("个数（指标 y，y.规划 = x，y 无 数值） ÷ 个数（指标 z，z.规划 = x） > 25%", []),
    ],
)
def test_plans(condition: str, expected: list[str]) -> None:
    assert found(f"凡 规划 x，{condition}", INDICATORS) == expected


def test_a_missing_value_is_neither_here_nor_there() -> None:
    """What is not known makes no finding: neither a condition of 凡 holds for it, nor does 应 fail."""
    plan = "举措 甲 { 期限：2030年 } 举措 乙 {} 举措 丙 { 期限：2024年 }"
    assert found("凡 举措 x，x.期限 晚于 2025年", plan) == ["甲"]
    assert found("凡 举措 x，非（x.期限 晚于 2025年）", plan) == ["丙"]
    assert found("凡 举措 x\n应 x.期限 不晚于 2025年", plan) == ["甲"]
    assert found("凡 举措 x\n应 非（x.期限 晚于 2025年）", plan) == ["甲"]
    assert found("凡 举措 x，x.类型 ≠ 工程", plan) == []
    assert found("凡 举措 x，x 非工程", plan) == ["丙", "乙", "甲"]


def test_vague_dates_and_figures_give_findings_only_where_certain() -> None:
    plan = "举措 甲 { 期限：2025年底 } 举措 乙 { 期限：2026年 } 指标 丙 { 2025年：目标 ≤140% }"
    assert found("凡 举措 x，x.期限 晚于 2025年6月", plan) == ["乙", "甲"]
    assert found("凡 举措 x，x.期限 晚于 2025-11-15", plan) == ["乙"]
    assert found("凡 数值 x，x.值 > 100%", plan) == []


QUANTIFIED = """
目标 甲 {} 目标 乙 {} 目标 丙 {}
举措 一 { 支撑：甲 } 举措 二 { 支撑：甲、乙 } 举措 三 { 支撑：甲 }
"""


@pytest.mark.parametrize(
    ("demand", "expected"),
    [
        ("应有 举措 y，使 y 支撑 x", ["丙"]),
        ("不得有 举措 y，使 y 支撑 x", ["乙", "甲"]),
        ("至多 1 个 举措 y，使 y 支撑 x", ["甲"]),
        ("至多 2 举措 y，使 y 支撑 x", ["甲"]),
        ("至少 2 个 举措 y，使 y 支撑 x", ["丙", "乙"]),
        ("恰好 1 个 举措 y，使 y 支撑 x", ["丙", "甲"]),
        ("至多 参数.上限 个 举措 y，使 y 支撑 x", ["甲"]),
        ("应 x.名称 为 “甲”、“乙”", ["丙"]),
    ],
)
def test_demands(demand: str, expected: list[str]) -> None:
    assert found(f"凡 目标 x\n{demand}", QUANTIFIED, head="参数：上限 = 1") == expected


def test_several_foralls_are_a_join() -> None:
    plan = "目标 甲 { 互斥：乙 } 目标 乙 {} 目标 丙 { 互斥：甲 } 举措 一 { 支撑：甲、乙 } 举措 二 { 支撑：丙 }"
    body = "凡 目标 x，凡 目标 y，x 互斥 y\n凡 举措 z，z 支撑 x，z 支撑 y"
    assert found(body, plan) == ["甲"]
    assert found("凡 目标 x，凡 目标 y，x 互斥 y 或 y 互斥 x", plan) == ["丙", "乙", "甲", "甲"]


def test_only_the_first_variable_is_bound_to_checked_plans() -> None:
    texts = ("规划 区 { 上位规划：市 } 目标 甲 { 承接：市.乙 } 目标 丙 {}", "规划 市 {} 目标 乙 {} 目标 丁 {}")
    assert found("凡 目标 x", *texts) == ["丙", "甲"]
    assert found("凡 目标 x，凡 目标 y，x 承接 y", *texts) == ["甲"]
    assert found(
        "凡 规划 p，凡 目标 x，p 上位 x.规划，不存在（目标 y，y 承接 x）\n否则：“{x}”\n指向：x.名称", *texts
    ) == ["丁"]
    assert found("凡 目标 x\n应有 目标 y，使 x 承接 y", *texts) == ["丙"]


def test_ties_are_things_of_their_own() -> None:
    texts = (
        "规划 区 { 上位规划：市 } 指标 甲 { 承接：市.乙（不低于、推断） } 指标 丙 { 承接：市.乙（参考） }",
        "规划 市 {} 指标 乙 {}",
    )
    assert found("凡 承接关系 r，r.方式 为 不低于\n否则：“x”\n指向：r.位置", *texts) == ["市.乙（不低于、推断）"]
    assert found("凡 指标 x，凡 承接关系 r，r.自 = x，r.推断 为 否", *texts) == ["丙"]


def test_several_kinds_at_once() -> None:
    plan = "目标 甲 { 期限：2030年 } 举措 乙 { 期限：2031年 } 举措 丙 {}"
    assert found("凡 目标、举措 x，x.期限 晚于 2025年", plan) == ["乙", "甲"]
    assert found("凡 目标、举措 x，x 为 举措", plan) == ["丙", "乙"]


def test_the_day_of_the_run_is_at_hand() -> None:
    """In the plan's own words, or by the day it is asked for; no rule reads the clock."""
    plan = "豁免 PC301 于 全部 { 理由：“位次”    至：2021年5月 }\n豁免 PC302 于 全部 { 理由：“位次”    至：2021年7月 }"
    assert found("凡 豁免 x，x.至 早于 基准日", plan) == ["PC301"]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("x.值 按 y.限 = 30%", ["20—30"]),
        ("x.值 按 y.限 = 20%", []),
        ("约（（x.值 按 y.限） ÷ 7%） = 428.6%", ["20—30"]),
        ("x.值 按 y.限 折成 x.单位 > 29%", ["20—30"]),
    ],
)
def test_a_number_is_held_to_one_end_and_told_as_a_reader_is_told_it(condition: str, expected: list[str]) -> None:
    texts = (
        "规划 区 {}\n指标 甲 { 单位：%  2025年：目标 20—30  承接：市.乙（不高于） }",
        "规划 市 {}\n指标 乙 { 单位：% }",
    )
    body = f"凡 数值 x，凡 承接关系 y，y.指标 = x.指标，{condition}\n否则：“错” “wrong”\n指向：x"
    assert found(body, *texts) == expected
