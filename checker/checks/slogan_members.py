"""The members of a slogan: how many its name says, how many are listed, and whether one stands there twice."""

from __future__ import annotations

from checker.model import Slogan
from checker.prose.slogan_numbers import number_in


def members_told(slogan: Slogan) -> int | None:
    """How many members its name says that it has, else its role (三个方面); None where neither counts."""
    by_name = number_in(slogan.name)
    return by_name if by_name is not None else number_in(slogan.role or "")


def members_listed(slogan: Slogan) -> int | None:
    """How many members are written, sentences too; None without any."""
    return len(slogan.members) or None


def member_twice(slogan: Slogan) -> str | None:
    """The first member that is written twice."""
    seen: set[str] = set()
    for one in slogan.members:
        key = one.path.text if one.path is not None else one.text
        if key in seen:
            return key
        seen.add(key)
    return None
