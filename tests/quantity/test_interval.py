"""Intervals: sets of numbers, reckoned with exactly."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.quantity import Interval, as_printed, rounded, write_number
from tests.quantity.strategies import fractions, intervals, members


def test_an_interval_is_never_empty() -> None:
    for low, high, low_open, high_open in [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)]:
        with pytest.raises(ValueError, match="empty"):
            Interval(Fraction(low), Fraction(high), low_open, high_open)


def test_an_infinite_end_is_open_however_it_is_made() -> None:
    assert Interval(None, None, False, False) == Interval(None, None, True, True)
    assert len({Interval(), Interval(None, None, True, True)}) == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2000", "1999.5", "2000.5"),
        ("2000.0", "1999.95", "2000.05"),
        ("45", "44.5", "45.5"),
        ("1.5万", 14500, 15500),
        ("1.5万亿", 145 * 10**10, 155 * 10**10),
        ("二十", "19.5", "20.5"),
        ("1,020", "1019.5", "1020.5"),
    ],
)
def test_what_a_printed_number_stands_for(text: str, low: str | int, high: str | int) -> None:
    assert as_printed(text) == Interval(Fraction(low), Fraction(high), False, True)


def test_rounding_is_away_from_zero_on_either_side() -> None:
    assert as_printed("-5") == Interval(Fraction("-5.5"), Fraction("-4.5"), True, False)
    assert as_printed("0") == Interval(Fraction("-0.5"), Fraction("0.5"), True, True)
    assert as_printed("三分之一") == Interval.at(Fraction(1, 3))


@pytest.mark.parametrize("text", ["", "x", "9" * 10_000])
def test_what_is_no_number_stands_for_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        as_printed(text)


@given(st.integers(-(10**6), 10**6), st.integers(0, 3))
def test_each_number_is_printed_as_exactly_one_text(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    sign = "-" if digits < 0 else ""
    text = f"{abs(digits) // 10**places}" + (f".{abs(digits) % 10**places:0{places}}" if places else "")
    step = Fraction(1, 10**places)
    if digits:
        assert as_printed(sign + text).contains(value)
        away = step / 2 if digits > 0 else -step / 2
        assert not as_printed(sign + text).contains(value + away)
        assert as_printed(sign + text).contains(value - away)


@given(intervals(), intervals(), fractions)
def test_sets_are_sets(one: Interval, two: Interval, value: Fraction) -> None:
    both = one.intersection(two)
    assert (both is not None and both.contains(value)) == (one.contains(value) and two.contains(value))
    assert (both is None) == one.disjoint(two) == two.disjoint(one) != one.intersects(two)
    assert both == two.intersection(one)
    assert one.intersection(one) == one
    assert one.covers(two) == (both == two)
    assert one.disjoint(two) == (one.below(two) or two.below(one))


@given(intervals(), intervals(), st.data())
def test_order_holds_for_every_pair(one: Interval, two: Interval, data: st.DataObject) -> None:
    left, right = data.draw(members(one)), data.draw(members(two))
    assert not one.below(two) or left < right
    assert not one.at_most(two) or left <= right
    assert not one.below(two) or one.at_most(two)


@given(intervals(), intervals(), fractions, st.data())
def test_reckoning_holds_for_every_pair(one: Interval, two: Interval, factor: Fraction, data: st.DataObject) -> None:
    left, right = data.draw(members(one)), data.draw(members(two))
    assert one.contains(left)
    assert two.contains(right)
    assert (one + two).contains(left + right)
    assert (one - two).contains(left - right)
    assert (one * two).contains(left * right)
    assert (-one).contains(-left)
    assert one.scale(factor).contains(left * factor)
    assert one.widen(abs(factor)).contains(left + factor)
    if two.contains(Fraction(0)):
        with pytest.raises(ZeroDivisionError):
            one / two
    elif right:
        assert (one / two).contains(left / right)


@given(intervals(), intervals())
def test_reckoning_is_no_wider_than_it_must_be(one: Interval, two: Interval) -> None:
    sums = one + two
    if sums.low is not None:
        assert one.low is not None
        assert two.low is not None
        assert sums.contains(sums.low) == (one.contains(one.low) and two.contains(two.low))
    product = one * two
    ends = {
        left * right
        for left in (one.low, one.high)
        for right in (two.low, two.high)
        if left is not None and right is not None
    }
    assert {product.low, product.high} <= ends | {None, Fraction(0)}
    assert product == two * one


def test_zero_at_an_end() -> None:
    positive, none_to_two = Interval(Fraction(0), None, True), Interval(Fraction(0), Fraction(2))
    assert positive * none_to_two == Interval(Fraction(0))
    assert positive * positive == positive
    assert Interval.at(Fraction(0)) * positive == Interval.at(Fraction(0))
    assert Interval.at(Fraction(1)) / Interval(Fraction(0), Fraction(2), True) == Interval(Fraction(1, 2))
    assert Interval.at(Fraction(1)) / Interval(Fraction(2)) == Interval(Fraction(0), Fraction(1, 2), True)
    assert Interval.at(Fraction(1)) / Interval(None, Fraction(-2)) == Interval(
        Fraction(-1, 2), Fraction(0), False, True
    )


def test_growth_over_five_years() -> None:
    growth = Interval(Fraction("1.065"), Fraction("1.075"))
    reached = growth.power(5).scale(Fraction(1020))
    assert reached.high is not None
    assert Fraction("1397.49") == round(reached.low or Fraction(0), 2)
    assert Fraction("1464.34") == round(reached.high, 2)
    with pytest.raises(ValueError, match="power"):
        Interval(Fraction(-1)).power(2)
    with pytest.raises(ValueError, match="power"):
        growth.power(0)


@given(fractions, st.integers(1, 6), st.data())
def test_powers_hold_for_every_number(low: Fraction, exponent: int, data: st.DataObject) -> None:
    base = Interval(abs(low), abs(low) + 3, False, True)
    assert base.power(exponent).contains(data.draw(members(base)) ** exponent)


@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6), st.integers(1, 8))
@example(Fraction(601839923388165, 2), 4)
@example(Fraction(-5, 2), 1)
def test_what_is_shown_of_a_number_is_read_as_numbers_among_which_it_is(value: Fraction, digits: int) -> None:
    assert as_printed(write_number(rounded(value, digits))).contains(value)
