"""Five-year plans by their names, and their years."""

from __future__ import annotations

from checker.quantity import parse_date
from checker.source import Expression, fold

_ORDINALS = {
    "八五": 8,
    "九五": 9,
    **{f"十{digit}五": 10 + number for number, digit in enumerate("一二三四五六七八九", 1)},
}
_ORDINAL = Expression(r"第(十[一二三四五六七八])个五年|(十[一二三四五六七八]五)")
_AHEAD = Expression(r"([〇零○一二三四五六七八九十]{4}年|20[0-9]{2}年)远景")


def period_years(period: str) -> tuple[int, int]:
    """First and last year of a five-year plan named like 十四五. Raises KeyError for anything else."""
    last = 1955 + 5 * _ORDINALS[period]
    return last - 4, last


def period_of(year: int) -> str:
    """The five-year plan that `year` belongs to: 十五五; "" before 1991 and after 2050."""
    return next((name for name in _ORDINALS if period_years(name)[0] <= year <= period_years(name)[1]), "")


def period_by(title: str) -> tuple[int, int] | None:
    """First and last year of the five-year plan of which a title says which it is: 第十四个五年, 十四五."""
    found = _ORDINAL.search(fold(title))
    return period_years(found[2] or f"{found[1]}五") if found is not None else None


def year_ahead_by(title: str) -> int | None:
    """The year of 二〇三五年远景目标."""
    found = _AHEAD.search(fold(title))
    told = parse_date(found[1]) if found is not None else None
    return told.first.year if told is not None else None
