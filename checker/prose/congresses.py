"""Party congresses and their plenums, people's congresses: which there were, and in which years."""

from __future__ import annotations

from functools import cache
from typing import Any

from checker import resources

_NUMERALS = "一二三四五六七八九"


@cache
def plenums() -> dict[str, list[int]]:
    """Ordinal of a congress → the years of its plenums."""
    return {row["ordinal"]: row["plenums"] for row in _table()["congress"]}


def known_to() -> int:
    """The year up to which the table is complete."""
    year: int = _table()["known_to"]
    return year


@cache
def plenum_years() -> dict[str, int]:
    """十九届五中全会 → 2020."""
    return {
        f"{ordinal}届{numeral}中全会": year
        for ordinal, years in plenums().items()
        for numeral, year in zip(_NUMERALS, years, strict=False)
    }


@cache
def congress_years() -> dict[str, int]:
    """Ordinal of a party congress → its year."""
    return {row["ordinal"]: row["year"] for row in _table()["congress"]}


@cache
def people_years() -> dict[str, int]:
    """Ordinal of a people's congress → the year of its first session; there is one a year."""
    return {row["ordinal"]: row["year"] for row in _table()["people"]}


@cache
def over() -> frozenset[str]:
    """The committees whose term is over: they hold no more plenums."""
    years = congress_years()
    return frozenset(ordinal for ordinal, year in years.items() if year < max(years.values()))


@cache
def _table() -> dict[str, Any]:
    return resources.read_data("meetings.toml")
