"""What the parts of a whole come to: breakdowns in other prices and reckonings, and sums over a category."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.finding import Finding

_CODES = ("PC402", "PC505")
_HEAD = "规划 市 { 层级：市  规划期：2021—2025  指标类别：产业 }\n"
_SHARES = "分解：东区 300 亿元、西区 500 亿元（完整） }\n"


def found(tmp_path: Path, text: str, below: str = "") -> list[Finding]:
    (tmp_path / "市.plan").write_text(_HEAD + text, encoding="utf-8")
    if below:
        (tmp_path / "区.plan").write_text("规划 西区十四五 { 上位规划：市 }\n" + below, encoding="utf-8")
    report = checker.check(tmp_path if below else tmp_path / "市.plan", select=_CODES)
    return [one for one in report.findings if one.code in _CODES]


@pytest.mark.parametrize(
    ("price", "target", "codes"),
    [
        ("", "1000", ["PC505"]),
        ("", "1000（现价）", ["PC505"]),
        ("价格：现价", "1000", ["PC505"]),
        ("价格：现价", "1000（现价）", ["PC505"]),
        ("价格：现价", "1000（不变价 2020年）", []),
        ("价格：2015年价", "1000（不变价 2020年）", []),
        ("", "1000（口径 营业收入）", []),
    ],
)
def test_a_breakdown_is_held_against_the_target_in_the_prices_of_its_indicator(
    tmp_path: Path, price: str, target: str, codes: list[str]
) -> None:
    text = f"指标 产值 {{ 单位：亿元  {price}  2025年：目标 {target}  {_SHARES}"
    assert [one.code for one in found(tmp_path, text)] == codes


@pytest.mark.parametrize(
    ("below", "codes"),
    [
        ("2025年：目标 400", ["PC402"]),
        ("价格：现价  2025年：目标 400", ["PC402"]),
        ("价格：现价  2025年：目标 400（不变价 2020年）", []),
        ("2025年：目标 400（口径 营业收入）", []),
    ],
)
def test_what_stands_for_a_part_is_the_number_of_its_indicator_itself(
    tmp_path: Path, below: str, codes: list[str]
) -> None:
    own = "指标 产值 { 单位：亿元  方向：越高越好  2025年：目标 1000  分解：东区 500 亿元、西区 未公开（完整） }\n"
    assert [one.code for one in found(tmp_path, own, f"指标 产值 {{ 单位：亿元  {below} }}")] == codes


def test_the_members_of_a_category_are_named_where_its_sum_is_shown(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path,
        "指标 甲 { 单位：亿元  类别：产业  2025年：目标 100 }\n指标 乙 { 单位：亿元  类别：产业  2025年：目标 200 }\n"
        "指标 丙 { 单位：亿元  2025年：目标 500 }\n关系 丙 = 合计（产业）",
    )
    assert "丙300亿元 = 合计(甲100亿元 + 乙200亿元)" in finding.message.text()


def test_a_category_of_one_is_shown_by_the_name_of_that_one(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path,
        "指标 甲 { 单位：亿元  类别：产业  2025年：目标 100 }\n"
        "指标 丙 { 单位：亿元  2025年：目标 500 }\n关系 丙 = 合计（产业） + 50亿元",
    )
    assert "合计(甲" in finding.message.text()


@pytest.mark.parametrize(("formula", "told"), [("丙 = 合计（产业）", True), ("丙 ≥ 合计（产业） × 30%", False)])
def test_what_is_the_sum_of_its_own_category_cannot_be_worked_out(tmp_path: Path, formula: str, told: bool) -> None:
    text = (
        "指标 甲 { 单位：亿元  类别：产业  2025年：目标 100 }\n指标 丙 { 单位：亿元  类别：产业  2025年：目标 500 }\n"
    )
    findings = found(tmp_path, f"{text}关系 {formula}")
    assert [("自己也在合计的类别里" in one.message.text()) for one in findings] == ([True] if told else [])
