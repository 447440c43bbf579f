"""Whether two statements speak of one thing, and whether they can both hold.

What one of them does not say may be what the other says: that is the same only as what is not said either.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.meaning.territory import WHOLE, scope_key
from checker.model import Plan
from checker.source import name_key
from checker.statement import Statement, allowed, usually_allowed


class Key(NamedTuple):
    """What a statement speaks of: statements with one key certainly speak of one thing."""

    subject: int | str
    scope: str
    reckoning: str
    timing: str
    first_year: int | None
    last_year: int | None
    measure: str
    tense: str
    price: str
    unit: str


def key_of(statement: Statement) -> Key:
    """The key; what is not said is the same only as what is not said either."""
    unit = statement.measured_in
    return Key(
        statement.subject if statement.subject >= 0 else name_key(statement.name),
        "" if statement.scope == WHOLE else statement.scope,
        name_key(statement.reckoning),
        name_key(statement.timing),
        statement.first_year,
        statement.last_year,
        statement.measure,
        statement.tense,
        statement.price,
        statement.unit if unit is None else unit.dimension,
    )


def resolved(statement: Statement, plan: Plan) -> Statement:
    """The statement with its scope as the plan means it."""
    from msgspec.structs import replace

    return replace(statement, scope=scope_key(statement.scope, plan)) if statement.scope else statement


def can_both_hold(one: Statement, other: Statement) -> bool | None:
    """Whether some value fits both; None where one does only if an untold 左右 goes farther than it usually does.

    The two speak of one thing and are told in one dimension.
    """
    sure = allowed(one), allowed(other)
    if sure[0] is not None and sure[1] is not None:
        return sure[0].intersects(sure[1])
    usual = usually_allowed(one), usually_allowed(other)
    if usual[0] is None or usual[1] is None:
        return True
    return True if usual[0].intersects(usual[1]) else None
