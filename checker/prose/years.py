"""Five-year plans by their names, and their years."""

from __future__ import annotations

_ORDINALS = {
    "八五": 8,
    "九五": 9,
    **{f"十{digit}五": 10 + number for number, digit in enumerate("一二三四五六七八九", 1)},
}


def period_years(period: str) -> tuple[int, int]:
    """First and last year of a five-year plan named like 十四五. Raises KeyError for anything else."""
    last = 1955 + 5 * _ORDINALS[period]
    return last - 4, last


def period_of(year: int) -> str:
    """The five-year plan that `year` belongs to: 十五五; "" before 1991 and after 2050."""
    return next((name for name in _ORDINALS if period_years(name)[0] <= year <= period_years(name)[1]), "")
