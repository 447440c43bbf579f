"""A statement is flat, and gives back the figure it was made of."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import Quantity, build_quantity
from checker.statement import Measure, Origin, Statement, state

_UNITS = ["", "亿元", "万亿元", "%", "‰", "个百分点", "位", "强", "家", "元/人", "吨标准煤/万元", "人/10万人", "瓩"]


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """What a drafter may write, ranges and 余 among it."""
    number, unit = (
        draw(st.sampled_from(["6", "6.50", "2000", "0", "-3", "1.5万", "三百"])),
        draw(st.sampled_from(_UNITS)),
    )
    if draw(st.booleans()):
        return build_quantity(number, unit, "", False, False, "", str(10**7), unit)
    bound, about = draw(st.sampled_from(["", "≥", "超过", "控制在", "少于"])), draw(st.booleans())
    more = draw(st.booleans()) and not number.startswith("-")
    return build_quantity(number, unit, bound, about, more, draw(st.sampled_from(["", "左右"])))


@given(quantities())
def test_the_figure_comes_back(quantity: Quantity) -> None:
    made = state(quantity).quantity
    assert (made.interval, made.unit, made.point) == (quantity.interval, quantity.unit, quantity.point)
    assert (made.comparator, made.approx, made.step) == (quantity.comparator, quantity.approx, quantity.step)
    assert made.describe() == quantity.describe()


@given(quantities())
def test_a_statement_holds_numbers_and_words_only(quantity: Quantity) -> None:
    room = build_quantity("0.5", "个百分点", "", False, False, "")
    made = state(quantity, room, name="甲", first_year=2025, last_year=2025)
    plain = (str, int, Fraction, type(None))
    for name in Statement.__struct_fields__:
        value = getattr(made, name)
        assert isinstance(value, plain) or name == "comparator", name


@pytest.mark.parametrize(
    ("first", "last", "year", "years"),
    [(2025, 2025, 2025, 1), (2021, 2025, None, 5), (None, None, None, None), (None, 2025, None, None)],
)
def test_years(first: int | None, last: int | None, year: int | None, years: int | None) -> None:
    made = Statement(first_year=first, last_year=last)
    assert (made.year, made.years) == (year, years)


@pytest.mark.parametrize("words", [("-1", "%", ""), ("5", "%", "≥")])
def test_a_tolerance_is_one_number_from_zero_up(words: tuple[str, str, str]) -> None:
    number, unit, bound = words
    about = build_quantity("6", "%", "", False, False, "左右")
    told = state(about, build_quantity(number, unit, bound, False, False, ""))
    assert (told.tolerance, told.tolerance_unit) == ((None, "") if number == "-1" else (Fraction(5), "%"))


def test_slots_are_said_unless_told_otherwise() -> None:
    figure = build_quantity("6", "%", "", False, False, "")
    made = state(figure, measure=Measure.GROWTH, first_year=2026, last_year=2030, period_from=Origin.HEADING)
    assert (made.measure, made.period_from, made.tense_from) == ("growth", "heading", "said")
