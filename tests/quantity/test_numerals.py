"""Numbers in every writing that plans use."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import parse_numeral, write_number
from checker.quantity.numerals import read_numeral
from tests.quantity.strategies import chinese, full_width, numeric_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2000", 2000),
        ("２０００", 2000),
        ("1,020.5", "1020.5"),
        ("１，０２０．５", "1020.5"),
        ("-5", -5),
        ("−5", -5),
        ("负三", -3),
        ("007", 7),
        ("1.5万", 15000),
        ("1.5 万", 15000),
        ("1.5万亿", 15 * 10**11),
        ("3亿5000万", 350_000_000),
        ("3千5百亿", 350_000_000_000),
        ("1.5千", 1500),
        ("1万2千", 12000),
        ("1万2", 12000),
        ("1,020万", 10_200_000),
        ("二千", 2000),
        ("两千三百", 2300),
        ("三千二", 3200),
        ("三千零二", 3002),
        ("两百五", 250),
        ("一万二", 12000),
        ("一万零二", 10002),
        ("二十三万五", 235_000),
        ("一亿五", 150_000_000),
        ("十", 10),
        ("一百十五", 115),
        ("廿三", 23),
        ("壹佰贰拾", 120),
        ("萬億", 10**12),
        ("千亿", 10**11),
        ("百亿亿", 10**18),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("二O三五", 2035),
        ("二Ｏ三五", 2035),
        ("2O25", 2025),
        ("〇", 0),
        ("零", 0),
        ("一点五万亿", 15 * 10**11),
        ("六点五", "6.5"),
        ("百分之六", "0.06"),
        ("百分之六十五点五", "0.655"),
        ("百分之百", 1),
        ("千分之五", "0.005"),
        ("三分之一", "1/3"),
        ("三分之二", "2/3"),
        ("1/3", "1/3"),
        ("六点三万", 63000),
        ("一半", "1/2"),
        ("半", "1/2"),
    ],
)
def test_a_number_is_read(text: str, value: str | int) -> None:
    assert parse_numeral(text) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "--5", "O", "○", "Oo", "abc", "1e5", ".5", "5.", "1.2.3", "点五", "五点", "五点十"),
        *("1,20", "1,0200", "12,34,567", "1 000", "6%", "约2000", "2000余", "数十", "十几", "٣", "²"),
        *("1.5万3千", "1亿2亿", "3万万", "1万20000", "亿万万", "一亿万", "一千百", "十十", "百千", "一百〇"),
        *("9/3", "24/7", "1/0", "分之", "三分之", "零分之一", "1二", "一分之二分之三"),
    ],
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize("sign", ["9", "一", "万", "亿", "1,000", "-", " ", "十", "分之", "0.", "点"])
def test_a_text_of_any_length_ends_at_once(sign: str) -> None:
    assert parse_numeral(sign * 10_000) is None
    assert parse_numeral("1" + sign * 10_000) is None


@pytest.mark.parametrize(
    ("text", "step", "scale"),
    [
        ("2000", 1, ""),
        ("2000.0", "0.1", ""),
        ("1.5万", 1000, "万"),
        ("1.5万亿", 10**11, "万亿"),
        ("两千亿", 10**8, "亿"),
        ("3亿5000万", 10**4, "亿"),
        ("1.5千", 100, ""),
        ("2千", 1, ""),
        ("二十", 1, ""),
        ("一点五", "0.1", ""),
        ("百分之六点五", "0.001", ""),
        ("三分之一", 0, ""),
        ("半", 0, ""),
    ],
)
def test_the_last_printed_digit_has_its_worth(text: str, step: str | int, scale: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None
    assert (numeral.step, numeral.scale) == (Fraction(step), scale)


@given(st.integers(0, 10**12 - 1))
def test_every_writing_of_a_whole_number_reads_the_same(number: int) -> None:
    arabic = str(number)
    writings = [arabic, full_width(arabic), f"{number:,}", full_width(f"{number:,}"), chinese(number)]
    if number >= 10**4:
        writings.append(f"{number // 10**4}万{number % 10**4:04}" if number % 10**4 else f"{number // 10**4}万")
    assert {parse_numeral(text) for text in writings} == {Fraction(number)}, writings
    assert parse_numeral("-" + arabic) == parse_numeral("负" + chinese(number)) == -number


@given(st.integers(0, 10**7), st.integers(0, 6), st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_and_scales_are_exact(digits: int, places: int, scale: str) -> None:
    whole, decimals = divmod(digits, 10**places)
    text = f"{whole}.{decimals:0{places}}" if places else str(whole)
    worth = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert (
        parse_numeral(text + scale) == parse_numeral(full_width(text) + scale) == Fraction(digits, 10**places) * worth
    )


@given(st.integers(1900, 2099))
def test_a_year_may_stand_digit_by_digit(year: int) -> None:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert (
        parse_numeral(digits)
        == parse_numeral(digits.replace("〇", "O"))
        == parse_numeral(digits.replace("〇", "零"))
        == year
    )


@given(numeric_text)
def test_no_text_is_too_odd(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or isinstance(value, Fraction)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_what_is_written_is_read_back(number: object) -> None:
    value = Fraction(str(number))
    assert parse_numeral(write_number(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(2000), "2000"),
        (Fraction(13, 2), "6.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
        (Fraction(200000, 3), "约66666.7"),
        (Fraction(1, 3), "约0.333333"),
        (Fraction(-20, 3), "约-6.66667"),
        (Fraction(10**9, 3), "约333333333"),
        (Fraction(10**40), "约1×10^40"),
        (Fraction(15 * 10**4999), "约1.5×10^5000"),
        (Fraction(-1, 10**40), "约-1×10^-40"),
    ],
)
def test_a_number_is_written_as_a_drafter_does(value: Fraction, text: str) -> None:
    assert write_number(value) == text
