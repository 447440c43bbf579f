"""What the tests of this room draw from."""

from fractions import Fraction

from hypothesis import strategies as st

from checker.quantity import Interval

_DIGITS = "〇一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")

#: Anything a drafter or a fuzzer might write where a figure or a time is expected.
numeric_text = st.text(
    st.sampled_from(
        "0123456789０５.,．，-−—~年月日号旬上中下初底末季度半第"
        "一二三四十百千万亿两〇零OoＯ点分之余多元人%‰/每个强起前 至截"
    ),
    max_size=14,
) | st.text(max_size=20)

fractions = st.builds(Fraction, st.integers(-60, 60), st.integers(1, 12))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Points, open, closed and unbounded intervals, often with 0 at an end."""
    low, high = sorted((draw(fractions), draw(fractions)))
    if low == high:
        return Interval.at(low)
    kind = draw(st.integers(0, 5))
    return Interval(
        None if kind in (0, 2) else low, None if kind in (1, 2) else high, draw(st.booleans()), draw(st.booleans())
    )


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of `interval`, its ends among them."""
    if interval.point is not None:
        return interval.point
    low, high = interval.low, interval.high
    if low is None:
        low = (high if high is not None else Fraction(0)) - draw(st.integers(1, 99))
    if high is None:
        high = low + draw(st.integers(1, 99))
    ends = [end for end in (interval.low, interval.high) if end is not None and interval.contains(end)]
    inner = low + (high - low) * Fraction(draw(st.integers(1, 9)), 10)
    return draw(st.sampled_from([*ends, inner]))


def full_width(text: str) -> str:
    """`text` with full-width digits and marks."""
    return text.translate(_FULL_WIDTH)


def chinese(number: int) -> str:
    """A whole number, not negative, in Chinese characters: 一千零五十万零三."""
    return _below(number, 0) or "零"


def _below(number: int, scale: int) -> str:
    worth, word = ((10**8, "亿"), (10**4, "万"), (10**3, "千"), (10**2, "百"), (10, "十"), (1, ""))[scale]
    if number == 0:
        return ""
    high, low = divmod(number, worth)
    if scale == 5:
        return _DIGITS[number]
    if not high:
        return _below(number, scale + 1)
    # 亿 and 万 are counted in whole numerals, 千 百 十 in single digits.
    head = (_below(high, 1 if scale == 0 else 2) if scale < 2 else _DIGITS[high]) + word
    gap = "零" if low and low < worth // 10 else ""
    return head + gap + _below(low, scale + 1)
