"""Times as plans write them, as intervals of days: 2021年1月下旬, 2020年底, 2021年3月12日起, 2026-03-12.

Vague words are taken wide, so that two times contradict each other only if they really do:
上旬 and 初 of a month are its days 1–10, 中旬 and 中 11–20, 下旬, 底 and 末 21 to the end; 年初 is the first
quarter, 年中 the second and third, 年底 and 年末 the fourth; the beginning and end of a quarter are its first
and last month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from checker.quantity.numerals import parse_numeral
from checker.source import fold

#: Longer texts are no times.
LONGEST_TIME = 64

# Patterns are compiled when the first time is read: a plan without one need not wait for them.
_NUMERAL = r"[〇零○◯OoＯ一二两三四五六七八九十廿卅]+(?=年|月|日|号)"
_ISO = r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?"
_PLAIN = (
    r"(?:(?P<year>[0-9]{4})(?:年度?)?)?"
    r"(?:(?P<month>[0-9]{1,2})月份?(?:(?P<day>[0-9]{1,2})[日号]|(?P<third>上旬|中旬|下旬|上半月|下半月|初|中|底|末))?"
    r"|年?(?P<part>[初中底末])|(?P<half>[上下])半年|前三季度"
    r"|第?(?P<quarter>[一二三四1-4])季度(?P<edge>[初底末])?)?"
)
_UNTIL = r"截至|截止到?|至|到"
_TAIL = r"(起|以来|以后|之后|后)|(以前|之前|前|止)"
_DASH = r"—+|–|~|至|到|(?<=[年度月日号旬初中底末])-|(?<=^[0-9]{4})-(?=[0-9]{4})|(?<=-[0-9]{2})-(?=[0-9]{4}-)"
_DAYS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
}
_MONTHS = {"初": (1, 3), "中": (4, 9), "底": (10, 12), "末": (10, 12), "上": (1, 6), "下": (7, 12)}
_QUARTERS = "一二三四"


@dataclass(slots=True, unsafe_hash=True)
class DateInterval:
    """The days from `first` to `last`, both included, that a time names.

    `open_start` and `open_end` say that it goes on before and after them (…以前, …起). Raises ValueError if
    `last` is before `first`. `printed` is the time as written, or "" where it was not written as one.
    """

    first: date
    last: date
    open_start: bool = False
    open_end: bool = False
    printed: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a time that ends before it begins")

    def contains(self, day: date) -> bool:
        """Whether the time takes in `day`."""
        return (self.open_start or day >= self.first) and (self.open_end or day <= self.last)

    def before(self, other: DateInterval) -> bool:
        """Whether it is surely over before `other` begins."""
        return not self.open_end and not other.open_start and self.last < other.first

    def overlaps(self, other: DateInterval) -> bool:
        """Whether some day belongs to both."""
        return not self.before(other) and not other.before(self)

    def through(self, other: DateInterval) -> DateInterval:
        """From the beginning of this one to the end of `other`. Raises ValueError if that is reversed."""
        return DateInterval(self.first, other.last, self.open_start or other.open_start, other.open_end)

    def describe(self) -> str:
        """The time as it was written, or as a drafter writes it: 2021年1月下旬, 2021—2025年, 2021年3月12日起."""
        if self.printed:
            return self.printed
        if self.open_start and self.open_end:
            return "不限"
        return _named(self.first, self.last) + ("以前" if self.open_start else "起" if self.open_end else "")

    def __str__(self) -> str:
        return self.describe()


def parse_date(text: str, default_year: int | None = None) -> DateInterval | None:
    """The time that the whole of `text` names, or None.

    A day, a third of a month, month, quarter, half, year, or a part of it, in Arabic or Chinese digits or
    as 2026-03-12; 起, 以来, 以后 behind it leave its end open, 以前, 前 or 截至 its start. Two times joined by a
    dash or 至 are read from the first to the last. A time without a year is of `default_year`, the last one of
    two of the first one's year; without either it is None.
    """
    return _parse(text, default_year) if len(text) <= LONGEST_TIME else None


@lru_cache(maxsize=1024)
def _parse(text: str, default_year: int | None) -> DateInterval | None:
    written = "".join(fold(text).split())
    text = re.sub(_NUMERAL, _arabic, written)
    until = re.match(_UNTIL, text)
    if until:
        text = text[until.end() :]
    time = _time(text, default_year) or _between(text, default_year)
    if time is None:
        return None
    # Without its own year a time is clearer in our words than in the plan's.
    printed = written if re.match(r"[0-9]{4}", text) else ""
    return replace(time, open_start=time.open_start or bool(until), printed=printed)


def _arabic(numeral: re.Match[str]) -> str:
    value = parse_numeral(numeral[0])
    return numeral[0] if value is None else str(value)


def _between(text: str, default_year: int | None) -> DateInterval | None:
    for dash in re.finditer(_DASH, text):
        first = _time(text[: dash.start()], default_year)
        last = _time(text[dash.end() :], default_year if first is None else first.first.year)
        if first is not None and last is not None and first.first <= last.last:
            return first.through(last)
    return None


def _time(text: str, default_year: int | None) -> DateInterval | None:
    iso = re.match(_ISO, text)
    found = iso or re.match(_PLAIN, text)
    if found is None or not found[0]:
        return None
    rest = text[found.end() :]
    tail = re.fullmatch(_TAIL, rest)
    if tail is None and rest:
        return None
    try:
        first, last = _iso_days(found) if iso else _days(found, default_year)
    except (ValueError, OverflowError):
        return None  # the 31st of February, or no year at all
    return DateInterval(first, last, bool(tail and tail[2]), bool(tail and tail[1]))


def _iso_days(found: re.Match[str]) -> tuple[date, date]:
    year, month = int(found[1]), int(found[2])
    return _span(year, month, month) if found[3] is None else (date(year, month, int(found[3])),) * 2


def _days(found: re.Match[str], default_year: int | None) -> tuple[date, date]:
    written = found["year"]
    if written is None and default_year is None:
        raise ValueError("no year")
    year = int(written) if written is not None else default_year or 0
    if found["month"]:
        return _days_of_month(found, year, int(found["month"]))
    if found["quarter"]:
        quarter = _QUARTERS.find(found["quarter"]) + 1 or int(found["quarter"])
        edge = found["edge"]
        return _span(year, quarter * 3 - (0 if edge in ("底", "末") else 2), quarter * 3 - (2 if edge == "初" else 0))
    if "前三季度" in found[0]:
        return _span(year, 1, 9)
    return _span(year, *_MONTHS.get(found["part"] or found["half"], (1, 12)))


def _days_of_month(found: re.Match[str], year: int, month: int) -> tuple[date, date]:
    if found["day"]:
        return (date(year, month, int(found["day"])),) * 2
    if not found["third"]:
        return _span(year, month, month)
    first, last = _DAYS[found["third"]]
    return date(year, month, first), date(year, month, min(last, _length(year, month)))


def _span(year: int, first_month: int, last_month: int) -> tuple[date, date]:
    return date(year, first_month, 1), date(year, last_month, _length(year, last_month))


def _length(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _named(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if first.year != last.year:
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return f"{first.year:04}—{last.year:04}年" if whole else f"{_day(first)}—{_day(last)}"
    return _part_of_year(first, last) or f"{_day(first)}—{_day(last)}"


def _part_of_year(first: date, last: date) -> str:
    """The one word for these days of one year, or ""."""
    year, end = f"{first.year:04}年", _length(last.year, last.month)
    if first.month == last.month:
        thirds = {(1, 10): "上旬", (11, 20): "中旬", (21, end): "下旬", (1, end): ""}
        third = thirds.get((first.day, last.day))
        return "" if third is None else f"{year}{first.month}月{third}"
    months = {(1, 12): "", (1, 6): "上半年", (7, 12): "下半年", (4, 9): "年中", (1, 9): "前三季度"}
    months.update({(quarter * 3 - 2, quarter * 3): f"第{_QUARTERS[quarter - 1]}季度" for quarter in range(1, 5)})
    part = months.get((first.month, last.month)) if (first.day, last.day) == (1, end) else None
    return "" if part is None else f"{year}{part}".replace("年年", "年")


def _day(day: date) -> str:
    return f"{day.year:04}年{day.month}月{day.day}日"
