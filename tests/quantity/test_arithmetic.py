"""Comparing and reckoning, units and all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import (
    Comparator,
    Interval,
    Quantity,
    UnitError,
    add,
    build_quantity,
    divide,
    holds,
    multiply,
    parse_unit,
    subtract,
)
from tests.quantity.strategies import intervals, members


def told(number: str, unit: str = "", before: str = "", *, upper: str = "") -> Quantity:
    return build_quantity(
        number, unit or None, before or None, False, False, None, upper or None, unit if upper else None
    )


SIGNS = [Comparator.EQUAL, Comparator.LESS, Comparator.LESS_EQUAL, Comparator.GREATER, Comparator.GREATER_EQUAL]


@pytest.mark.parametrize(
    ("left", "right", "expected"),  # = < ≤ > ≥
    [
        (told("2000", "亿元"), told("20000000", "万元"), (True, False, True, False, True)),
        (told("45", "万人"), told("50", "万人"), (False, True, True, False, False)),
        (told("1000", "亿元", ">"), told("1000", "亿元"), (False, False, False, True, True)),
        (told("1000", "亿元", "≥"), told("1000", "亿元"), (None, False, None, None, True)),
        (told("1000", "亿元", "≥"), told("2000", "亿元"), (None, None, None, None, None)),
        (told("6", "%", upper="7"), told("6.5", "%"), (None, None, None, None, None)),
        (told("6", "%", upper="7"), told("7", "%"), (None, None, True, False, None)),
        (told("30", "位", "≤"), told("20", "强"), (None, None, None, None, None)),
    ],
)
def test_a_comparison_holds_surely_or_never_or_perhaps(
    left: Quantity, right: Quantity, expected: tuple[bool | None, ...]
) -> None:
    assert tuple(holds(left, sign, right) for sign in SIGNS) == expected


def test_only_like_is_compared_with_like() -> None:
    for left, right in [("%", "个百分点"), ("亿元", "亿美元"), ("亿元", ""), ("", "亿元")]:
        with pytest.raises(UnitError):
            holds(told("1", left), Comparator.LESS, told("1", right))
    with pytest.raises(ValueError, match="compare"):
        holds(told("1"), Comparator.RANGE, told("1"))


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (add(told("1", "亿元"), told("5000", "万元")), "1.5亿元"),
        (add(told("60", "%"), told("2", "个百分点")), "62%"),
        (add(told("6", "‰"), told("0.1", "个百分点")), "7‰"),
        (subtract(told("2000", "亿元"), told("1000", "亿元", ">")), "<1000亿元"),
        (subtract(told("100", "%"), told("40", "%")), "60%"),
        (subtract(told("60", "%"), told("1", "个百分点", upper="2")), "58%—59%"),
        (multiply(told("800", "亿元"), told("40", "%")), "320亿元"),
        (multiply(told("40", "%"), told("800", "亿元")), "320亿元"),
        (multiply(told("50", "%"), told("50", "%")), "25%"),
        (multiply(told("5", "万元/人"), told("40", "万人")), "200亿元"),
        (multiply(told("3"), told("40", "万人")), "120万人"),
        (multiply(told("3", "人/户"), told("40", "户")), "120人"),
        (multiply(told("5", "公里"), told("40", "公里")), "200公里·公里"),
        (divide(told("800", "亿元"), told("2000", "亿元")), "40%"),
        (divide(told("3", "人"), told("1", "千人")), "0.3%"),
        (divide(told("800", "亿元"), told("50", "万人")), "16亿元/万人"),
        (divide(told("800", "亿元"), told("4")), "200亿元"),
        (divide(told("8"), told("4")), "2"),
        (divide(told("800", "亿元"), told("40", "%")), "2000亿元"),
        (divide(told("800", "亿元", "≥"), told("2000", "亿元", upper="4000")), "≥20%"),
        (multiply(told("100", "亿元"), told("60", "%", "≥")), "≥60亿元"),
    ],
)
def test_a_result_is_told_in_a_drafters_units(result: Quantity, text: str) -> None:
    assert result.describe() == text


def test_a_result_compares_with_a_figure() -> None:
    per_head = divide(told("800", "亿元"), told("50", "万人"))
    assert holds(per_head, Comparator.EQUAL, told("16", "万元/人")) is True
    doctors = divide(told("3.2", "万人"), told("1000", "万人"))
    assert holds(doctors, Comparator.EQUAL, told("3.2", "人/千人")) is True


def test_what_cannot_be_reckoned() -> None:
    for attempt in (add, subtract):
        for left, right in [("亿元", "万人"), ("亿元", ""), ("个百分点", "%"), ("亿元", "个百分点")]:
            with pytest.raises(UnitError):
                attempt(told("1", left), told("1", right))
    with pytest.raises(UnitError):
        divide(told("1"), told("1", "亿元"))
    with pytest.raises(ZeroDivisionError):
        divide(told("1", "亿元"), told("0", "亿元"))
    with pytest.raises(ZeroDivisionError):
        divide(told("1", "亿元"), told("5", "亿元", "≤"))


@given(intervals(), intervals(), st.sampled_from(SIGNS), st.data())
def test_a_sure_comparison_holds_for_every_pair(
    one: Interval, two: Interval, sign: Comparator, data: st.DataObject
) -> None:
    left, right = data.draw(members(one)), data.draw(members(two))
    truth = {
        Comparator.EQUAL: left == right,
        Comparator.LESS: left < right,
        Comparator.LESS_EQUAL: left <= right,
        Comparator.GREATER: left > right,
        Comparator.GREATER_EQUAL: left >= right,
    }[sign]
    percent = parse_unit("%")
    quantities = [Quantity(each, percent, each.point, "", Comparator.RANGE, approx=False) for each in (one, two)]
    assert holds(quantities[0], sign, quantities[1]) in (truth, None)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["亿元", "万元", "%", "万人"]))
def test_products_and_quotients_undo_each_other(one: int, two: int, symbol: str) -> None:
    left, right = told(str(one), symbol), told(str(two), "亿元")
    back = multiply(divide(left, right), right)
    assert back.unit is not None
    assert left.unit is not None
    assert back.to(left.unit).point == Fraction(one)
