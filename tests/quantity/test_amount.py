"""Figures: from a drafter's words to a quantity, and back."""

from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import (
    Comparator,
    FigureError,
    Interval,
    Quantity,
    RangeReversed,
    RangeUnlike,
    UnitError,
    build_quantity,
    parse_unit,
)
from checker.quantity.figure import last_step
from checker.quantity.unit_table import UNITS
from tests.quantity.strategies import intervals, numeric_text


class Words(NamedTuple):
    """The words of a figure, most of them not there."""

    number: str
    unit: str = ""
    before: str = ""
    behind: str = ""
    upper: str = ""
    upper_unit: str = ""
    approx: bool = False
    more: bool = False
    inherited: str = ""

    def build(self) -> Quantity:
        return build_quantity(
            self.number,
            self.unit or None,
            self.before or None,
            self.approx,
            self.more,
            self.behind or None,
            self.upper or None,
            self.upper_unit or None,
            inherited=self.inherited or None,
        )


def told(number: str, unit: str = "", before: str = "", behind: str = "") -> Quantity:
    return Words(number, unit, before, behind).build()


def between(low: str | int, high: str | int) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def at_least(low: int) -> Interval:
    return Interval(Fraction(low))


@pytest.mark.parametrize(
    ("words", "interval", "text"),
    [
        (Words("2000", "亿元"), between(2000, 2000), "2000亿元"),
        (Words("２０００", "亿元"), between(2000, 2000), "2000亿元"),
        (Words("1.5", "万亿元"), between("1.5", "1.5"), "1.5万亿元"),
        (Words("1.5万亿", "元"), between("1.5", "1.5"), "1.5万亿元"),
        (Words("3亿5000万", "元"), between("3.5", "3.5"), "3.5亿元"),
        (Words("6", "％"), between(6, 6), "6%"),
        (Words("2000", "亿元", "≥"), at_least(2000), "≥2000亿元"),
        (Words("2000", "亿元", "不低于"), at_least(2000), "≥2000亿元"),
        (Words("2000", "亿元", "", "以上"), at_least(2000), "≥2000亿元"),
        (Words("2000", "亿元", "达到", "以上"), at_least(2000), "≥2000亿元"),
        (Words("2000", "亿元", "突破"), Interval(Fraction(2000), None, True), ">2000亿元"),
        (Words("千亿", "元", "超"), Interval(Fraction(1000), None, True), ">1000亿元"),
        (Words("2000", "亿元", "超过", "以上"), Interval(Fraction(2000), None, True), ">2000亿元"),
        (Words("5.5", "%", "控制在", "以内"), Interval(None, Fraction("5.5")), "≤5.5%"),
        (Words("20", "%", "", "以下"), Interval(None, Fraction(20)), "≤20%"),
        (Words("10", "家", "少于"), Interval(None, Fraction(10), False, True), "<10家"),
        (Words("6", "%", "", "左右"), between(6, 6), "6%左右"),
        (Words("600", "万人", approx=True), between(600, 600), "600万人左右"),
        (Words("6", "%", "≥", "左右"), at_least(6), "≥6%左右"),
        (Words("6", "%", upper="7", upper_unit="%"), between(6, 7), "6%—7%"),
        (Words("6", upper="7", upper_unit="%"), between(6, 7), "6%—7%"),
        (Words("6", "%", "控制在", upper="7", upper_unit="%"), between(6, 7), "6%—7%"),
        (Words("5.5", "%", "", "左右", "6", "%"), between("5.5", 6), "5.5%—6%左右"),
        (Words("2000", "亿元", upper="2500", upper_unit="亿元"), between(2000, 2500), "2000—2500亿元"),
        (Words("1", upper="1.5万亿", upper_unit="元"), between(1, "1.5"), "1—1.5万亿元"),
        (Words("8000", "万元", upper="1", upper_unit="亿元"), between(8000, 10000), "8000—10000万元"),
        (Words("5000万", upper="1亿", inherited="元"), between(5000, 10000), "5000—10000万元"),
        (Words("1", upper="2", upper_unit="亿", inherited="万元"), between(1, 2), "1—2亿元"),
        (Words("20", "强"), Interval(None, Fraction(20)), "20强"),
        (Words("23", "位"), between(23, 23), "23位"),
        (Words("20", "位", "前"), Interval(None, Fraction(20)), "≤20位"),
        (Words("45", inherited="万人"), between(45, 45), "45万人"),
        (Words("2000", "亿", inherited="万元"), between(2000, 2000), "2000亿元"),
        (Words("1.5万亿", inherited="亿元"), between("1.5", "1.5"), "1.5万亿元"),
        (Words("-3", "%"), between(-3, -3), "-3%"),
        (Words("300万", "万人"), between(3_000_000, 3_000_000), "3000000万人"),
        (Words("百分之六"), between("0.06", "0.06"), "0.06"),
    ],
)
def test_a_figure_is_understood(words: Words, interval: Interval, text: str) -> None:
    quantity = words.build()
    assert quantity.interval == interval
    assert str(quantity) == quantity.describe() == text


@pytest.mark.parametrize(
    ("words", "low", "high", "text"),
    [
        (Words("300", "条", more=True), 300, 400, "300余条"),
        (Words("1200", "家", more=True), 1200, 1300, "1200余家"),
        (Words("105", "家", more=True), 105, 106, "105余家"),
        (Words("10", "万户", more=True), 10, 20, "10余万户"),
        (Words("10", "万余户"), 10, 11, "10万余户"),
        (Words("10", "万多户"), 10, 11, "10万余户"),
        (Words("10万", "户", more=True), 10, 11, "10万余户"),
        (Words("1.3", "万余家"), "1.3", "1.4", "1.3万余家"),
        (Words("三千", "亿元", more=True), 3000, 4000, "3000余亿元"),
        (Words("三百", "余条"), 300, 400, "300余条"),
        (Words("0", "条", more=True), 0, 1, "0余条"),
    ],
)
def test_and_more_reaches_to_the_next_step(words: Words, low: str | int, high: str | int, text: str) -> None:
    quantity = words.build()
    assert quantity.interval == Interval(Fraction(low), Fraction(high), False, True)
    assert quantity.comparator is Comparator.MORE
    assert quantity.describe() == text


def test_a_bound_beside_and_more_is_the_bound() -> None:
    assert Words("300", "条", ">", more=True).build().describe() == ">300条"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (Words("２０００", "亿元", "超"), "超２０００亿元"),
        (Words("6", "%", "", "左右"), "6%左右"),
        (Words("600", "万人", approx=True), "约600万人"),
        (Words("300", "条", more=True), "300余条"),
        (Words("6", "%", upper="7", upper_unit="%"), "6%—7%"),
        (Words("2000", "亿元", upper="2500", upper_unit="亿元"), "2000—2500亿元"),
        (Words("8000", "万元", upper="1", upper_unit="亿元"), "8000万元—1亿元"),
        (Words("3", "瓩"), "3瓩"),
    ],
)
def test_the_words_are_kept(words: Words, printed: str) -> None:
    assert words.build().printed == printed


def test_an_unknown_unit_is_no_error_but_is_known_to_be_missing() -> None:
    quantity = told("3", "瓩")
    assert (quantity.unit, quantity.unit_text, quantity.describe()) == (None, "瓩", "3瓩")
    assert told("2000", "亿", ">").describe() == ">2000亿"
    assert told("1.5万亿").describe() == "1.5万亿"
    assert told("20000").describe() == "20000"
    assert Words("3", "万余").build().describe() == "3万余"
    assert told("2000", "亿").point == 2000 * 10**8


@pytest.mark.parametrize(
    "words",
    [
        Words(""),
        Words("x", "元"),
        Words("9" * 10_000, "元"),
        Words("5", "%", "？"),
        Words("5", "%", "", "？"),
        Words("5", "%", "≥", "以内"),
        Words("5", "%", "不超过", "以上"),
        Words("-3", "条", more=True),
        Words("6", "%", "≥", upper="7", upper_unit="%"),
        Words("6", "%", "", "以上", "7", "%"),
        Words("6", "%", upper="x", upper_unit="%"),
    ],
)
def test_what_is_no_figure_is_refused(words: Words) -> None:
    with pytest.raises(FigureError):
        words.build()


def test_a_range_runs_upwards_and_in_one_unit() -> None:
    with pytest.raises(RangeReversed):
        Words("7", "%", upper="6", upper_unit="%").build()
    with pytest.raises(RangeReversed):
        Words("2", "亿元", upper="9000", upper_unit="万元").build()
    for unit in ("个百分点", "瓩"):
        with pytest.raises(RangeUnlike) as raised:
            Words("6", "%", upper="7", upper_unit=unit).build()
        assert (raised.value.left, raised.value.right) == (parse_unit("%"), parse_unit(unit))


def test_quantities_are_values() -> None:
    assert told("2000", "亿元") == told("2000", "亿元")
    assert len({told("2000", "亿元"), told("2000", "亿元"), told("2000", "亿元", "≥")}) == 2


def test_another_unit() -> None:
    mu, square_metre = parse_unit("亩"), parse_unit("平方米")
    assert mu is not None
    assert square_metre is not None
    area = told("1", "平方公里").to(mu)
    assert area.point == area.step == 1500
    assert (area.describe(), area.printed) == ("1500亩", "1平方公里")
    assert told("100", "亩").to(square_metre).describe() == "约66666.7平方米"
    with pytest.raises(UnitError):
        told("1", "亿元").to(mu)
    with pytest.raises(UnitError):
        told("1").to(mu)


def test_statements_agree_if_both_can_hold() -> None:
    assert told("1020", "亿元").agrees(told("千亿", "元", "超"))
    assert told("4174.5", "亿元").agrees(told("4000", "亿元", "突破"))
    assert told("1000", "万元").agrees(told("0.1", "亿元"))
    assert not told("45", "万人").agrees(told("50", "万人"))
    assert told("3", "瓩").agrees(told("3", "瓩"))
    for other in (told("6"), told("6", "个百分点"), told("6", "瓩")):
        with pytest.raises(UnitError):
            told("6", "%").agrees(other)
    with pytest.raises(UnitError):
        told("6", "瓩").agrees(told("6", "碗"))


def test_the_rounding_of_printed_digits() -> None:
    assert told("45", "%").rounded() == Interval(Fraction("44.5"), Fraction("45.5"), False, True)
    assert told("1.5万亿", "元").rounded() == Interval(Fraction("1.45"), Fraction("1.55"), False, True)
    assert told("2000", "亿元", "≥").rounded() == Interval(Fraction("1999.5"))
    assert Words("6", "%", upper="6.5", upper_unit="%").build().rounded() == between("5.95", "6.55")


def test_a_declared_tolerance_widens() -> None:
    growth = told("6", "%", "", "左右")
    assert growth.widened(told("0.5", "个百分点")).describe() == "5.5%—6.5%"
    assert told("9", "‰", "", "左右").widened(told("0.1", "个百分点")).describe() == "8‰—10‰"
    assert told("2000", "亿元", "", "左右").widened(told("5", "%")).describe() == "1900—2100亿元"
    assert told("2000", "亿元").widened(told("1000", "万元")).describe() == "1999.9—2000.1亿元"
    assert told("2000", "亿元", "≥").widened(told("100", "亿元")).describe() == "≥1900亿元"
    assert told("6").widened(told("1")).interval == between(5, 7)
    for tolerance in (told("0.5", "%"), told("0.5", "亿元"), told("0.5")):
        with pytest.raises(UnitError):
            growth.widened(tolerance)
    for tolerance in (told("-1", "个百分点"), Words("1", "个百分点", upper="2", upper_unit="个百分点").build()):
        with pytest.raises(ValueError, match="tolerance"):
            growth.widened(tolerance)


@pytest.mark.parametrize(("value", "step"), [(300, 100), (1, 1), (10**6, 10**6), (105, 1), (0, 1), (1200, 100)])
def test_the_step_of_the_last_digit(value: int, step: int) -> None:
    assert last_step(value) == step


numbers = st.decimals(min_value=0, max_value=10**7, places=2).map(lambda number: f"{number.normalize():f}")
symbols = st.sampled_from([*sorted(set(UNITS) - {"强"}), "亿元", "万亿元", "万人", "亿千瓦时", "元/人", "件/万人"])


@given(numbers, symbols, st.sampled_from(["", "≥", ">", "≤", "<"]), st.sampled_from(["", "左右"]))
def test_a_described_figure_means_the_same(number: str, symbol: str, sign: str, about: str) -> None:
    quantity = told(number, symbol, sign, about)
    assert quantity.describe() == f"{sign}{number}{symbol}{about}" == quantity.printed


@given(numbers, numbers, symbols)
def test_a_described_range_means_the_same(one: str, two: str, symbol: str) -> None:
    low, high = sorted((one, two), key=Fraction)
    quantity = Words(low, symbol, upper=high, upper_unit=symbol).build()
    if low != high:
        assert quantity.describe() == quantity.printed
    assert quantity.interval == between(low, high)


@given(intervals(), st.sampled_from(["亿元", "%", "", "平方米"]))
def test_every_quantity_can_be_told(interval: Interval, symbol: str) -> None:
    quantity = Quantity(interval, parse_unit(symbol), interval.point, "", Comparator.RANGE, approx=False)
    assert quantity.describe()


words = st.sampled_from(["", "≥", "控制在", "超", "左右", "以上", "以内", "？", "前"]) | st.text(max_size=3)


@given(
    st.builds(
        Words,
        numeric_text,
        numeric_text,
        words,
        words,
        numeric_text | st.just(""),
        numeric_text,
        st.booleans(),
        st.booleans(),
        numeric_text | symbols,
    )
)
def test_odd_words_are_refused_and_nothing_else_happens(odd: Words) -> None:
    try:
        quantity = odd.build()
    except FigureError:
        return
    assert quantity.describe()
    assert quantity.rounded().covers(quantity.interval)
