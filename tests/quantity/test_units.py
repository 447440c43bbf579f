"""Units: what they measure, and what they are worth to each other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import UnitError, UnitKind, convert, meant_unit, of_whole, parse_unit, same_dimension
from checker.quantity.unit_table import UNITS
from checker.quantity.units import Unit, split_scale
from tests.quantity.strategies import fractions, numeric_text


def unit(text: str) -> Unit:
    found = parse_unit(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        (1, "亿元", "万元", 10**4),
        (1, "万亿元", "亿元", 10**4),
        (1, "平方公里", "亩", 1500),
        (1, "公顷", "亩", 15),
        (1, "亩", "平方米", "2000/3"),
        (13000, "亿斤", "亿吨", "6.5"),
        (1, "万亿斤", "亿吨", 5),
        (1, "吉瓦", "万千瓦", 100),
        (1, "亿千瓦时", "千瓦时", 10**8),
        (1, "百万人", "万人", 100),
        (1, "‰", "%", "0.1"),
        (1, "成", "%", 10),
        (12, "件/万人", "件/人", "0.0012"),
        (1, "万元/人", "元每人", 10**4),
        (35, "微克/立方米", "毫克/立方米", "0.035"),
        (1, "吨标准煤/万元", "千克标准煤/元", "0.1"),
        (3, "人/千人", "‰", 3),
        (85, "元/百元", "%", 85),
        (6, "个月", "年", "0.5"),
        (1, "亿元/平方公里", "万元/亩", "20/3"),
        (1, "人/10万人", "人/万人", "0.1"),
    ],
)
def test_a_value_is_told_in_another_unit(value: int, source: str, target: str, result: str | int) -> None:
    assert convert(Fraction(value), unit(source), unit(target)) == Fraction(result)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("％", "%"),
        ("元／人", "元/人"),
        ("元每人", "元/人"),
        ("吨标准煤每万元", "吨标准煤/万元"),
        ("亿 元", "亿元"),
        ("个百分点", "百分点"),
        ("公里", "千米"),
        ("km", "KM"),
        ("吨标煤", "吨标准煤"),
    ],
)
def test_spellings_of_one_unit(text: str, same: str) -> None:
    one, two = unit(text), unit(same)
    assert (one.dimension, one.factor, one.kind) == (two.dimension, two.factor, two.kind)


@pytest.mark.parametrize(
    ("text", "kind", "intensive"),
    [
        ("亿元", UnitKind.AMOUNT, False),
        ("%", UnitKind.RATIO, True),
        ("个百分点", UnitKind.POINTS, True),
        ("位", UnitKind.ORDINAL, True),
        ("强", UnitKind.ORDINAL, True),
        ("万户", UnitKind.COUNT, False),
        ("元/人", UnitKind.AMOUNT, True),
        ("人/千人", UnitKind.AMOUNT, True),
        ("万吨/年", UnitKind.AMOUNT, False),
        ("万吨/日", UnitKind.AMOUNT, False),
        ("%/年", UnitKind.RATIO, True),
        ("元/人/年", UnitKind.AMOUNT, True),
    ],
)
def test_kinds(text: str, kind: UnitKind, intensive: bool) -> None:
    assert (unit(text).kind, unit(text).intensive) == (kind, intensive)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("%", "百分点"),
        ("元", "美元"),
        ("亿元", "亿吨"),
        ("个", "家"),
        ("人", "人次"),
        ("吨", "吨标准煤"),
        ("年", "岁"),
        ("元/人", "元/户"),
        ("人/户", "户/人"),
        ("千瓦", "千瓦时"),
    ],
)
def test_unlike_units_are_told_apart(one: str, two: str) -> None:
    assert not same_dimension(unit(one), unit(two))
    with pytest.raises(UnitError) as raised:
        convert(Fraction(1), unit(one), unit(two))
    assert (raised.value.left, raised.value.right) == (unit(one), unit(two))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "瓩", "亿", "万亿", "万%", "万位", "万百分点", "万万元", "余条", "万余户"),
        *("/", "元/", "/人", "每万人", "元//人", "位/人", "元/位", "元/人/年/日", "元/0人", "元/12345678901人"),
        *("元" * 10_000, "万" * 10_000 + "元", "/" * 10_000),
    ],
)
def test_what_is_no_unit_is_not_read(text: str) -> None:
    assert parse_unit(text) is None


@pytest.mark.parametrize(
    ("symbol", "scale", "plain"),
    [
        ("万亿元", "万亿", "元"),
        ("亿元/平方公里", "亿", "元/平方公里"),
        ("千瓦时", "", "千瓦时"),
        ("千瓦/户", "", "千瓦/户"),
        ("万千瓦", "万", "千瓦"),
        ("百分点", "", "百分点"),
        ("亿", "亿", ""),
        ("", "", ""),
    ],
)
def test_a_scale_is_split_off(symbol: str, scale: str, plain: str) -> None:
    assert split_scale(symbol) == (scale, plain)


def test_every_unit_of_the_table_is_read_as_itself() -> None:
    for symbol, entry in UNITS.items():
        found = unit(symbol)
        assert (found.symbol, found.dimension, found.factor, found.kind) == (symbol, *entry)
        assert found.factor > 0
    assert len(UNITS) >= 70


def test_a_scale_never_hides_a_unit_of_the_table() -> None:
    for scale in ("十", "百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"):
        for symbol, entry in UNITS.items():
            if scale + symbol not in UNITS and entry.kind in (UnitKind.AMOUNT, UnitKind.COUNT):
                assert unit(scale + symbol).dimension == entry.dimension


units = st.sampled_from(["", "十", "百", "千", "万", "亿", "万亿"]).flatmap(
    lambda scale: st.sampled_from(sorted(UNITS)).map(lambda symbol: parse_unit(scale + symbol) or unit(symbol))
)


@given(fractions, units, st.sampled_from(["", "/人", "/万人", "/平方公里", "/年"]), st.data())
def test_there_and_back_is_exact(value: Fraction, source: Unit, per: str, data: st.DataObject) -> None:
    alike = [symbol for symbol, entry in UNITS.items() if entry.dimension == source.dimension]
    one = parse_unit(source.symbol + per) or source
    two = parse_unit(data.draw(st.sampled_from(alike)) + (per if one is not source else "")) or source
    assert convert(convert(value, one, two), two, one) == value


@given(numeric_text | st.sampled_from(sorted(UNITS)))
def test_no_text_is_too_odd(text: str) -> None:
    found = parse_unit(text)
    assert found is None or parse_unit(found.symbol) == found


@pytest.mark.parametrize(
    ("written", "meant"), [("平方公理", "平方公里"), ("万公倾", "万公顷"), ("个百份点", "个百分点")]
)
def test_a_known_slip_in_a_unit_is_told_as_it_should_be(written: str, meant: str) -> None:
    assert meant_unit(written) == meant


RIGHT = """
    吨公里 万吨公里 人公里 航次 学位 托位 床位 公顷次 海里 车皮 度 卷册 辆次 台套 家次 吨标准油 马力 千伏 平方英里 兆焦
    人天 贝可 席
"""


@pytest.mark.parametrize("written", RIGHT.split())
def test_a_right_unit_that_is_not_listed_is_no_slip(written: str) -> None:
    assert meant_unit(written) is None


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("元/人", "元"),
        ("万元每人", "万元"),
        ("平方米/人", "平方米"),
        ("亿元", "亿元"),
        ("件/万人", "件/万人"),
        ("%", "%"),
    ],
)
def test_what_is_told_a_head_is_a_part_of_a_whole(told: str, whole: str) -> None:
    assert of_whole(unit(told)) == unit(whole)
