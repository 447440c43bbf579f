"""The words for prices: 现价, 当年价, 现行价格 are one; 不变价 is that of some year, 2020年价 that of one."""

from __future__ import annotations

import re

from checker.source import name_key

CURRENT = "current"
CONSTANT = "constant"
_CURRENT_WORDS = frozenset({"现价", "当年价", "现行价", "当期价"})
_CONSTANT_WORDS = frozenset({"不变价", "可比价", "固定价"})
_OF_YEAR = r"按?([0-9]{4})年?(?:不变价|可比价|固定价|价)?"


def price_key(words: str | None) -> str:
    """What the words of a price come to: `CURRENT`, `CONSTANT`, a year, or the words; "" where nothing is said."""
    if not words:
        return ""
    key = name_key(words)
    plain = re.sub(r"格?(?:计算)?$", "", key.removeprefix("按"))
    if plain in _CURRENT_WORDS:
        return CURRENT
    if plain in _CONSTANT_WORDS:
        return CONSTANT
    year = re.fullmatch(_OF_YEAR, plain)
    return year[1] if year else key


def _alike(one: str, other: str) -> bool | None:
    """Whether two keys are one price; None where one is not said, or is that of a year that is not told."""
    if one == other:
        return True
    if not one or not other:
        return None
    return None if CONSTANT in (one, other) and CURRENT not in (one, other) else False


def prices_meet(*keys: str) -> bool:
    """Whether no two of them certainly differ."""
    told = sorted(set(keys))
    return all(_alike(one, other) is not False for at, one in enumerate(told) for other in told[at + 1 :])
