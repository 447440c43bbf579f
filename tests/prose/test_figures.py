"""Figures in running text: where they stand, what they say, whatever form their number has."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.figures import find_figures
from checker.quantity import parse_unit
from checker.quantity.unit_table import UNITS

SAID = [
    ("地区生产总值达到2000亿元", "达到2000亿元", "2000亿元"),
    ("增长6%—7%左右", "6%—7%左右", "6%—7%左右"),
    ("失业率控制在5.5%以内", "控制在5.5%以内", "≤5.5%"),
    ("收到建议300余条", "300余条", "300余条"),
    ("惠及3.2万余户", "3.2万余户", "3.2万余户"),
    ("进入前20位", "前20位", "≤20位"),
    ("进入全国20强", "20强", "20强"),
    ("总量翻一番", "翻一番", "2倍"),
    ("占比超百分之六", "超百分之六", ">6%"),
    ("达到２０００亿元", "达到２０００亿元", "2000亿元"),
    ("投资2 000亿元", "2 000亿元", "2000亿元"),
    ("增加1,020.5万人", "1,020.5万人", "1020.5万人"),
    ("突破两千亿元", "突破两千亿元", ">2000亿元"),
    ("提高3个百分点", "3个百分点", "3个百分点"),
    ("能耗降到0.5吨标准煤/万元", "0.5吨标准煤/万元", "0.5吨标准煤/万元"),
    ("不低于90%以上", "不低于90%以上", "≥90%"),
    ("5G基站2.3万个", "2.3万个", "2.3万个"),
    ("总人口六点三万人", "六点三万人", "6.3万人"),
    ("占全市的1/3以上", "1/3以上", "≥约0.333333"),
    ("规模达到2万—3万亿元", "达到2万—3万亿元", "2—3万亿元"),
]


@pytest.mark.parametrize(("text", "words", "meaning"), SAID, ids=lambda one: one)
def test_a_figure_is_read_where_it_stands(text: str, words: str, meaning: str) -> None:
    found = list(find_figures(text))
    assert [(text[one.start : one.end], str(one.quantity)) for one in found] == [(words, meaning)]


@pytest.mark.parametrize(
    "text",
    [
        *("一带一路", "第一产业", "C919大飞机", "“1+2+4+N”体系", "统一规划", "三农工作", "二十国集团"),
        # sizes that nobody can count, and names of classes
        *("培育几十家企业", "投资数百亿元", "打造2000亿元级产业集群", "建设千亿级产业集群"),
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert list(find_figures(text)) == []


FORMS = (
    str,
    lambda number: f"{number:,}",
    lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda number: f"{number // 10000}万" if number % 10000 == 0 else str(number),
)


@given(st.integers(10, 99_999_999), st.sampled_from(range(len(FORMS))), st.sampled_from(["亿元", "万人", "%", "家"]))
def test_a_number_is_the_same_in_each_of_its_forms(number: int, form: int, unit: str) -> None:
    text = f"总量达到{FORMS[form](number)}{unit}，"
    (found,) = find_figures(text)
    told_in = parse_unit(unit)
    assert told_in is not None
    assert found.quantity.unit is not None
    assert found.quantity.point is not None
    assert found.quantity.point * found.quantity.unit.factor == Fraction(number) * told_in.factor


@pytest.mark.parametrize("unit", sorted(unit for unit in UNITS if not unit.isascii() or unit == "%"))
def test_the_grammar_knows_each_unit_of_the_table(unit: str) -> None:
    """A unit that the quantity room gets and the grammar does not would cut a figure short."""
    (found,) = find_figures(f"共12{unit}。")
    assert found.end == len(f"共12{unit}")


_SIGNS = "一二三四五六七八九十百千万亿两〇0123456789.,%％年月个亿元万人达到超过约近余多左右以上—至前第翻番成倍百分点之 "


@given(st.text(alphabet=_SIGNS, max_size=40))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    end = 0
    for found in find_figures(text):
        assert end <= found.start <= found.number < found.end <= len(text)
        end = found.end
