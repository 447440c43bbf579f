"""Times: what days the words of a plan name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import DateInterval, parse_date
from tests.quantity.strategies import numeric_text


def days(first: str, last: str, *, start: bool = False, end: bool = False) -> DateInterval:
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last), start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", days("2021-01-01", "2021-12-31")),
        ("２０２１年", days("2021-01-01", "2021-12-31")),
        ("2021年度", days("2021-01-01", "2021-12-31")),
        ("2021年4月", days("2021-04-01", "2021-04-30")),
        ("2021年11月份", days("2021-11-01", "2021-11-30")),
        ("2021年3月12日", days("2021-03-12", "2021-03-12")),
        ("2021年3月12号", days("2021-03-12", "2021-03-12")),
        ("2021 年 3 月 12 日", days("2021-03-12", "2021-03-12")),
        ("2026-03-12", days("2026-03-12", "2026-03-12")),
        ("2026－03－12", days("2026-03-12", "2026-03-12")),
        ("2026/3/12", days("2026-03-12", "2026-03-12")),
        ("2026.3", days("2026-03-01", "2026-03-31")),
        ("2021年1月上旬", days("2021-01-01", "2021-01-10")),
        ("2021年1月中旬", days("2021-01-11", "2021-01-20")),
        ("2021年1月下旬", days("2021-01-21", "2021-01-31")),
        ("2020年2月下旬", days("2020-02-21", "2020-02-29")),
        ("2021年4月初", days("2021-04-01", "2021-04-10")),
        ("2021年4月中", days("2021-04-11", "2021-04-20")),
        ("2021年4月底", days("2021-04-21", "2021-04-30")),
        ("2021年4月末", days("2021-04-21", "2021-04-30")),
        ("2021年4月上半月", days("2021-04-01", "2021-04-15")),
        ("2021年4月下半月", days("2021-04-16", "2021-04-30")),
        ("2020年初", days("2020-01-01", "2020-03-31")),
        ("2020年中", days("2020-04-01", "2020-09-30")),
        ("2020年底", days("2020-10-01", "2020-12-31")),
        ("2020年年末", days("2020-10-01", "2020-12-31")),
        ("2021年上半年", days("2021-01-01", "2021-06-30")),
        ("2021年下半年", days("2021-07-01", "2021-12-31")),
        ("2021年第一季度", days("2021-01-01", "2021-03-31")),
        ("2021年4季度", days("2021-10-01", "2021-12-31")),
        ("2021年二季度末", days("2021-06-01", "2021-06-30")),
        ("2021年二季度初", days("2021-04-01", "2021-04-30")),
        ("2021年前三季度", days("2021-01-01", "2021-09-30")),
        ("二〇二一年四月二十一日", days("2021-04-21", "2021-04-21")),
        ("二O三五年", days("2035-01-01", "2035-12-31")),
        ("二○二○年十月", days("2020-10-01", "2020-10-31")),
        ("2021年3月12日起", days("2021-03-12", "2021-03-12", end=True)),
        ("2021年3月以来", days("2021-03-01", "2021-03-31", end=True)),
        ("2021年11月下旬以后", days("2021-11-21", "2021-11-30", end=True)),
        ("2026-03-12起", days("2026-03-12", "2026-03-12", end=True)),
        ("2030年前", days("2030-01-01", "2030-12-31", start=True)),
        ("2025年底前", days("2025-10-01", "2025-12-31", start=True)),
        ("2021年4月以前", days("2021-04-01", "2021-04-30", start=True)),
        ("截至2021年4月初", days("2021-04-01", "2021-04-10", start=True)),
        ("至2026年6月30日", days("2026-06-30", "2026-06-30", start=True)),
        ("2021—2025", days("2021-01-01", "2025-12-31")),
        ("2021-2025年", days("2021-01-01", "2025-12-31")),
        ("2021年1月下旬—2021年4月初", days("2021-01-21", "2021-04-10")),
        ("2021年1月下旬至4月初", days("2021-01-21", "2021-04-10")),
        ("2021年1月-3月", days("2021-01-01", "2021-03-31")),
        ("2026-03-12至2026-04-01", days("2026-03-12", "2026-04-01")),
        ("2021年1月—2021年3月起", days("2021-01-01", "2021-03-31", end=True)),
    ],
)
def test_a_time_is_read(text: str, expected: DateInterval) -> None:
    time = parse_date(text)
    assert time == expected
    assert time.describe() == "".join(text.split()).translate(str.maketrans("２０１－", "201-"))


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("4月初", "2021年4月上旬"),
        ("年底", "2021年第四季度"),
        ("上半年", "2021年上半年"),
        ("3月1日—4月2日", "2021年3月1日—2021年4月2日"),
    ],
)
def test_a_time_without_a_year_needs_one(text: str, described: str) -> None:
    assert parse_date(text) is None
    time = parse_date(text, 2021)
    assert time is not None
    assert str(time) == described


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "起",
            "截至",
            "—",
            "2021年2月30日",
            "2021年13月",
            "2021年0月",
            "0000年",
            "21年",
            "20211年",
            "2021年4月1日左右",
        ),
        *(
            "2021年第五季度",
            "2020年11月—2020年3月",
            "十四五",
            "XX年",
            "20XX年",
            "2021年4月初初",
            "2021-13-01",
            "2" * 10_000,
        ),
        *("二〇二一" * 10_000 + "年", "—" * 10_000, "2021年" + "至" * 10_000, "9999年99月99日"),
    ],
)
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert parse_date(text) is None
    assert parse_date(text, 10**40) is None


def test_a_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before"):
        days("2021-04-02", "2021-04-01")


def test_the_last_year_there_is() -> None:
    assert parse_date("9999年12月") == days("9999-12-01", "9999-12-31")


def test_how_a_time_was_written_is_no_part_of_it() -> None:
    assert parse_date("2021年4月初") == parse_date("2021年4月上旬")
    assert hash(parse_date("2021年4月初")) == hash(parse_date("2021年4月上旬"))


def test_order_is_claimed_only_where_it_is_sure() -> None:
    january, april = days("2021-01-21", "2021-01-31"), days("2021-04-01", "2021-04-10")
    assert january.before(april)
    assert not april.before(january)
    assert not january.overlaps(april)
    assert not days("2021-01-21", "2021-01-31", end=True).before(april)
    assert not january.before(days("2021-04-01", "2021-04-10", start=True))
    assert days("2021-01-21", "2021-01-31", end=True).overlaps(april)
    assert january.through(april) == days("2021-01-21", "2021-04-10")
    with pytest.raises(ValueError, match="before"):
        april.through(january)


@st.composite
def times(draw: st.DrawFn) -> DateInterval:
    """Any interval of days, often a month, a year or a part of one."""
    first = draw(st.dates(date(1000, 1, 1), date(9990, 1, 1)))
    if draw(st.booleans()):
        first = first.replace(day=draw(st.sampled_from([1, 11, 21])))
    last = first + timedelta(days=draw(st.sampled_from([0, 9, 10, 27, 29, 30, 89, 90, 91, 364, 365, 1825])))
    return DateInterval(first, last, *draw(st.sampled_from([(False, False), (True, False), (False, True)])))


@given(times())
def test_what_is_described_is_read_back(time: DateInterval) -> None:
    assert parse_date(time.describe()) == time


@given(st.integers(1000, 9990), st.integers(1, 12))
def test_the_parts_of_a_month_follow_each_other_and_fill_it(year: int, month: int) -> None:
    whole = parse_date(f"{year}年{month}月")
    parts = [parse_date(f"{year}年{month}月{part}") for part in ("上旬", "中旬", "下旬")]
    assert whole is not None
    assert parts[0] is not None
    assert parts[1] is not None
    assert parts[2] is not None
    assert parts[0].before(parts[1])
    assert parts[1].before(parts[2])
    assert parts[0].through(parts[2]) == whole


@given(times(), times(), st.dates(date(1000, 1, 1), date(9990, 1, 1)))
def test_before_and_overlap_say_the_same_of_every_day(one: DateInterval, two: DateInterval, day: date) -> None:
    assert not (one.before(two) and two.before(one))
    assert one.overlaps(two) == two.overlaps(one)
    if one.contains(day) and two.contains(day):
        assert one.overlaps(two)


@given(numeric_text, st.none() | st.integers())
def test_no_text_is_too_odd(text: str, year: int | None) -> None:
    time = parse_date(text, year)
    assert time is None or time.first <= time.last
