"""Whether two statements can be held against each other by what they are told in."""

from __future__ import annotations

from checker.statement.value import Statement


def told_alike(one: Statement, other: Statement) -> bool:
    """Whether the two are told in one dimension; in unknown units only where these are written alike."""
    own, theirs = one.measured_in, other.measured_in
    if own is None or theirs is None:
        return one.unit == other.unit
    return own.dimension == theirs.dimension
