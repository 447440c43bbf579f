"""Totals over the period, averages a year and multiples: what is said of plan texts, against a reference of its own."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker
from checker.quantity import Multiple, read_multiple
from tests.solve.oracle import Row, can_hold

_HEAD = "规划 例 { 规划期：2021—2025 }\n"
_INVESTED = "指标 固定资产投资 { 单位：亿元  "
_YEARS = range(2021, 2026)
_YEARLY = _INVESTED + "  ".join(f"{year}年：目标 {70 + 10 * (year - 2020)}" for year in _YEARS)


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "例.plan"
    path.write_text(_HEAD + text, encoding="utf-8")
    codes = ("PC101", "PC402", "PC405")
    return [(one.code, one.span.text) for one in checker.check(path, select=codes).findings if one.code in codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # five years that make 500
        (_YEARLY + "  累计：目标 500 }", []),
        (_YEARLY + "  累计：目标 600 }", [("PC402", "600")]),
        # what is not stated is at least 0, and as much as it takes
        (_INVESTED + "2021年：目标 80  2025年：目标 120  累计：目标 150 }", [("PC402", "150")]),
        (_INVESTED + "2021年：实际 80  2025年：目标 120  累计：目标 900 }", []),
        # profit may be below zero
        ("指标 工业利润收入 { 单位：亿元  2021年：目标 80  2025年：目标 120  累计：目标 150 }", []),
        # companies stand at a year's end: 累计 is what is added
        ("指标 高新技术企业 { 单位：家  2021年：目标 80  2025年：目标 120  累计：目标 50 }", []),
        ("指标 新设企业 { 单位：家  时点：当年  2021年：目标 80  2025年：目标 120  累计：目标 50 }", [("PC402", "50")]),
        ("指标 贷款投资 { 单位：亿元  时点：年末  2021年：目标 80  2025年：目标 120  累计：目标 50 }", []),
        # an average a year times the years
        ("指标 甲 { 单位：家  年均：目标 100家  累计：目标 600 }", [("PC402", "100家")]),
        ("指标 甲 { 单位：家  年均：目标 120家左右  累计：目标 600 }", []),
        # an average a year makes a total of its own, beyond which no year goes
        (_INVESTED + "2025年：目标 900  年均：目标 100亿元 }", [("PC402", "100亿元")]),
        (_INVESTED + "2025年：目标 400  年均：目标 100亿元 }", []),
        # growth fixes the last year alone
        (_INVESTED + "2020年：实际 100  年均：目标 9%  累计：目标 100 }", [("PC402", "100")]),
        (_INVESTED + "2020年：实际 100  年均：目标 9%  累计：目标 160 }", []),
        # a year with a target and an actual value may be meant either way
        (_INVESTED + "2021年：目标 100、实际 20  累计：目标 50 }", []),
        # totals in relations
        (
            (
                "指标 总投资 { 单位：亿元  2025年：目标 500 }\n"
                "指标 年投资 { 单位：亿元  2021年：目标 200  2025年：目标 400 }\n"
                "关系 总投资 = 累计（年投资）"
            ),
            [("PC402", "400")],
        ),
        (
            "指标 年投资 { 单位：亿元  2021年：目标 200  2025年：目标 400 }\n关系 cumulative（年投资） ≥ 500亿元",
            [],
        ),
        (
            "指标 甲 { 单位：亿元 }\n指标 乙 { 单位：亿元 }\n关系 甲 = 累计（甲、乙）",
            [("PC402", "甲 = 累计（甲、乙）")],
        ),
        # a relation that nothing satisfies
        ("指标 甲 { 单位：亿元  2025年：目标 1 }\n关系 甲 = 甲 + 1亿元", [("PC402", "甲 = 甲 + 1亿元")]),
        # multiples
        ("指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 1500、目标 翻一番 }", [("PC402", "1500")]),
        ("指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 2000、目标 翻一番 }", []),
        ("指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 2500、目标 翻一番 }", [("PC402", "2500")]),
        ("指标 甲 { 单位：亿元  方向：越高越好  2020年：实际 1000  2025年：目标 2500、目标 翻一番 }", []),
        ("指标 甲 { 单位：亿元  2021年：实际 10  2025年：目标 比2021年翻两番以上、目标 ≤30 }", [("PC402", "≤30")]),
        ("指标 甲 { 单位：亿元  2020年：实际 10  2025年：目标 “较2020年翻番”、目标 15 }", [("PC402", "15")]),
        ("指标 甲 { 单位：亿元  2025年：目标 增长一倍、目标 15 }", []),
        ("指标 甲 { 单位：亿元  2025年：目标 翻一番  年均：目标 9% }", [("PC402", "翻一番")]),
        ("指标 甲 { 单位：亿元  2025年：目标 翻一番  年均：目标 6%—8% }", [("PC402", "翻一番")]),
        # a bound in words before a number below zero
        ("指标 甲 { 单位：亿元  2025年：目标 翻一番  年均：目标 不高于-2% }", [("PC402", "翻一番")]),
        # growth in other prices says nothing of what doubles
        ("指标 甲 { 单位：亿元  价格：现价  2025年：目标 翻一番  年均：目标 9%（不变价 2020年） }", []),
        ("指标 甲 { 单位：亿元  2025年：目标 doubled_since_2020  年均：目标 14.9% }", []),
        ("指标 甲 { 单位：亿元  价格：现价  2020年：实际 10（2015年价）  2025年：目标 翻一番、目标 15 }", []),
        ("指标 甲 { 单位：亿元  2020年：实际 10  2025年：目标 “力争翻一番” }", []),
    ],
)
def test_what_is_said(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(tmp_path, text) == expected


def test_growth_beside_a_multiple_says_what_it_takes(tmp_path: Path) -> None:
    path = tmp_path / "例.plan"
    path.write_text(_HEAD + "指标 甲 { 单位：亿元  2025年：目标 翻一番  年均：目标 9% }", encoding="utf-8")
    (finding,) = [one for one in checker.check(path).findings if one.code == "PC402"]
    assert "5年后是基期的1.539倍" in finding.message.text()
    assert "1.539 times the baseline" in finding.message.text("en")
    assert finding.help is not None
    assert "14.9%" in finding.help.text()


@pytest.mark.parametrize(
    ("words", "multiple"),
    [
        ("翻一番", Multiple(2)),
        ("翻番", Multiple(2)),
        ("实现翻两番以上", Multiple(4, None, True)),
        ("比２０２０年翻３番", Multiple(8, 2020)),
        ("较2020增长一倍", Multiple(2, 2020)),
        ("倍增", Multiple(2)),
        ("quadrupled", Multiple(4)),
        ("倍增计划", None),
        ("力争翻一番", None),
        ("", None),
    ],
)
def test_words_of_multiples(words: str, multiple: Multiple | None) -> None:
    assert read_multiple(words) == multiple


# ---- against a reference: each statement once more as plain rows, with nothing of plancheck

_SIGNS = {"": "", "≥": "≥", "≤": "≤"}
_VALUES = st.tuples(st.sampled_from(sorted(_SIGNS)), st.integers(0, 12).map(lambda tens: tens * 10))
_POINTS = st.dictionaries(st.sampled_from([2020, *_YEARS]), _VALUES, max_size=5)
_DOUBLED = st.sampled_from([None, 2, 4])


def rows_of(name: str, sign: str, value: int) -> list[Row]:
    """A number allows what is printed alike, half a unit each way and not the upper end; bounds stand at their word."""
    one = {name: Fraction(1)}
    minus = {name: Fraction(-1)}
    if sign == "≥":
        return [(minus, "≤", Fraction(-value))]
    if sign == "≤":
        return [(one, "≤", Fraction(value))]
    half = Fraction(1, 2)
    return [(minus, "≤", half - value), (one, "<", half + value)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_POINTS, st.none() | _VALUES, st.none() | _VALUES, _DOUBLED)
def test_totals_averages_and_multiples_are_decided_as_the_reference_does(
    tmp_path: Path,
    points: dict[int, tuple[str, int]],
    total: tuple[str, int] | None,
    average: tuple[str, int] | None,
    doubled: int | None,
) -> None:
    fields = [f"{year}年：{'实际' if year == 2020 else '目标'} {sign}{value}" for year, (sign, value) in points.items()]
    rows: list[Row] = [row for year, told in points.items() for row in rows_of(str(year), *told)]
    if doubled is not None:
        fields.append(f"2025年：目标 {'翻一番' if doubled == 2 else '翻两番'}")
        rows += [
            ({"2025": Fraction(1), "2020": Fraction(-doubled)}, "=", Fraction(0)),
            ({"2020": Fraction(-1)}, "<", Fraction(0)),
        ]
    if total is not None:
        fields.append(f"累计：目标 {total[0]}{total[1]}")
        rows += rows_of("total", *total)
        rows.append(({**{str(year): Fraction(1) for year in _YEARS}, "total": Fraction(-1)}, "=", Fraction(0)))
        rows += [({str(year): Fraction(-1)}, "≤", Fraction(0)) for year in _YEARS]
        if average is not None:
            fields.append(f"年均：目标 {average[0]}{average[1]}亿元")
            rows += rows_of("average", *average)
            rows.append(({"average": Fraction(5), "total": Fraction(-1)}, "=", Fraction(0)))
    found = [one for one in told(tmp_path, _INVESTED + "  ".join(fields) + " }") if one[0] != "PC101"]
    assert bool(found) is not can_hold(rows)
