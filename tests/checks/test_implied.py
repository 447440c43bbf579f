"""Targets that growth or a multiple implies: what is told of them, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.finding import Finding

_UPPER = "规划 市 { 规划期：2021—2025 }\n"


def found(folder: Path, text: str, upper: str = "") -> list[Finding]:
    (folder / "区.plan").write_text(f"规划 区 {{ 规划期：2021—2025 }}\n{text}", encoding="utf-8")
    if upper:
        (folder / "市.plan").write_text(_UPPER + upper, encoding="utf-8")
    codes = ("PC307", "PC402", "PC403", "PC404", "PC502")
    return [one for one in checker.check(folder / "区.plan", select=codes).findings if one.code in codes]


_HEAD = "指标 甲 { 单位：亿元  2020年：实际 100  "


@pytest.mark.parametrize(
    ("text", "upper", "expected"),
    [
        # milestones beside growth
        (_HEAD + "方向：越高越好  2023年：目标 170  年均：目标 9% }", "", ["PC404"]),
        (_HEAD + "方向：越高越好  2023年：目标 150  年均：目标 9% }", "", []),
        (_HEAD + "方向：越高越好  2023年：目标 170（理由 “集中建成”）  年均：目标 9% }", "", []),
        (_HEAD + "2023年：目标 170  年均：目标 9% }", "", []),
        (_HEAD + "方向：越高越好  2023年：目标 170（现价）  年均：目标 9%（不变价） }", "", []),
        ("指标 甲 { 单位：亿元  方向：越低越好  2020年：实际 100  2023年：目标 50  年均：目标 -9% }", "", ["PC404"]),
        ("指标 甲 { 单位：%  方向：越高越好  2020年：实际 40  2023年：目标 50  年均：目标 1个百分点 }", "", ["PC404"]),
        # growth demanded above, values here
        (_HEAD + "2025年：目标 120  承接：市.甲（不低于） }", "指标 甲 { 单位：亿元  年均：目标 6% }", ["PC502"]),
        (_HEAD + "2025年：目标 134  承接：市.甲（不低于） }", "指标 甲 { 单位：亿元  年均：目标 6% }", []),
        (_HEAD + "2025年：目标 120  承接：市.甲（参考） }", "指标 甲 { 单位：亿元  年均：目标 6% }", []),
        (
            _HEAD + "2025年：目标 120  承接：市.甲（不低于）  理由：“基数高” }",
            "指标 甲 { 单位：亿元  年均：目标 6% }",
            [],
        ),
        (_HEAD + "2025年：目标 ≥120  承接：市.甲（不低于） }", "指标 甲 { 单位：亿元  年均：目标 6% }", []),
        (_HEAD + "2025年：目标 180  承接：市.甲（不低于） }", "指标 甲 { 单位：亿元  2025年：目标 翻一番 }", ["PC502"]),
        (
            _HEAD + "价格：现价  2025年：目标 120  承接：市.甲（不低于） }",
            "指标 甲 { 单位：亿元  年均：目标 6%（不变价） }",
            [],
        ),
        # what relations make of a share and of a count
        (
            (
                "指标 甲占比 { 单位：% }\n指标 甲 { 单位：亿元  2025年：目标 50 }\n"
                "指标 总 { 单位：亿元  2025年：目标 40 }\n关系 甲占比 = 甲 ÷ 总"
            ),
            "",
            ["PC307"],
        ),
        (
            (
                "指标 负债率 { 单位：% }\n指标 甲 { 单位：亿元  2025年：目标 50 }\n"
                "指标 总 { 单位：亿元  2025年：目标 40 }\n关系 负债率 = 甲 ÷ 总"
            ),
            "",
            [],
        ),
        # the units of operands: those of figures count, growth is in %
        ("指标 甲 { 2025年：目标 5亿元 }\n指标 乙 { 2025年：目标 5% }\n关系 甲 = 乙", "", ["PC403"]),
        ("指标 甲 { 单位：亿元  年均：目标 5% }\n关系 年均增速（甲） ≥ 6亿元", "", ["PC403"]),
        ("指标 甲 { 单位：亿元  2025年：目标 5 }\n指标 乙 { 单位：万户 }\n关系 甲 = 累计（乙）", "", ["PC403"]),
    ],
)
def test_what_is_said(tmp_path: Path, text: str, upper: str, expected: list[str]) -> None:
    assert [one.code for one in found(tmp_path, text, upper)] == expected


def test_the_words_of_a_milestone(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, _HEAD + "方向：越高越好  2023年：目标 170  年均：目标 9% }")
    assert "2023年的目标已是170亿元，而按9%算" in finding.message.text()
    assert finding.span.text == "9%"
    assert [one.span.text for one in finding.related] == ["170"]


def test_the_words_of_growth_demanded_above(tmp_path: Path) -> None:
    own = _HEAD + "2025年：目标 120  承接：市.甲（不低于） }"
    (finding,) = found(tmp_path, own, "指标 甲 { 单位：亿元  年均：目标 6% }")
    assert "由2020年100亿元到2025年120亿元，年均约3.71%，而「市」要求年均6%" in finding.message.text()
    assert finding.help is not None
    assert "2025年目标要到133.8亿元" in finding.help.text()
    assert "100亿元 (2020) to 120亿元 (2025) is about 3.71% a year" in finding.message.text("en")


def test_ranks_are_told_as_ranks(tmp_path: Path) -> None:
    own = "指标 位次 { 单位：位  2025年：目标 前30位  承接：市.位次（不低于） }"
    (finding,) = found(tmp_path, own, "指标 位次 { 单位：位  2025年：目标 前20位 }")
    assert "不高于" not in finding.message.text()
    assert "位次数小为好" in finding.message.text()
