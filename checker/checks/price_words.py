"""Prices as a reader is told them, and as rules hold them against each other."""

from __future__ import annotations

from checker.statement.prices import CONSTANT, CURRENT

_TOLD = {CURRENT: "现价", CONSTANT: "不变价"}


def price_words(key: str) -> str:
    """A price as a reader is told it: 现价, 不变价, 2020年价; "" where nothing is said."""
    return _TOLD.get(key) or (f"{key}年价" if key.isdecimal() else key)


def price_sort(key: str) -> str:
    """Current or constant, whichever year's; other words as they are; "" where nothing is said.

    Prices meet where both their sorts and their years do, as far as both are known.
    """
    return CONSTANT if price_year(key) is not None else key


def price_year(key: str) -> int | None:
    """The year whose prices they are; None for none, or one that is not told."""
    return int(key) if key.isdecimal() else None
