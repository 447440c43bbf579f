"""Fixed phrases of national politics (四个意识, 两个维护): nobody's own slogan, and no count of a list."""

from __future__ import annotations

import re
from functools import cache

from checker import resources

_QUOTES = str.maketrans("", "", "“”‘’「」")


def is_fixed_phrase(phrase: str) -> bool:
    """Whether `phrase` is one of them or begins with one; quotation marks do not matter."""
    return _pattern().match(phrase.translate(_QUOTES)) is not None


def fixed_phrases() -> frozenset[str]:
    """All of them."""
    return _phrases()


@cache
def _phrases() -> frozenset[str]:
    table = resources.read_data("fixed_phrases.toml")
    return frozenset(phrase for group in table["group"] for phrase in group["phrases"])


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _phrases()), key=len, reverse=True)))
