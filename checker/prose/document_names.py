"""Names of statutes, party rules and plan documents: what their issuers call them, so every character is right.

Positive knowledge only: a name that is not in the table may be as right as one that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker import resources


@cache
def document_names() -> frozenset[str]:
    """All names, those of the state with and without the country in front."""
    groups = resources.read_data("document_names.toml")["group"]
    return frozenset(
        front + name for group in groups for front in {"", group.get("country", "")} for name in group["names"]
    )


def lies_in_any(text: str, start: int, end: int, names: Iterable[str]) -> bool:
    """Whether the characters from `start` to `end` are part of one of `names` written out in `text`."""
    return any(_covers(text, start, end, name) for name in names if text[start:end] in name)


def _covers(text: str, start: int, end: int, name: str) -> bool:
    return text.find(name, max(end - len(name), 0), start + len(name)) >= 0
