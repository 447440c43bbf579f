"""Whether two statements speak of one thing, and whether they can both hold.

Each slot is the same, different, or not known: what one of them does not say may be what the other says. So an
unknown slot is compatible, and never a ground for holding two values against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checker.source import name_key
from checker.statement.allowed import allowed, usually_allowed
from checker.statement.prices import prices_alike
from checker.statement.value import Statement

#: The scope of all that a plan is about: 全区, 我区, 全域.
WHOLE = "全域"
SLOTS = ("subject", "scope", "reckoning", "timing", "period", "measure", "tense", "price", "unit")


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


def one_thing(one: Statement, other: Statement, slots: Iterable[str] = SLOTS) -> bool | None:
    """Whether the two speak of one thing as far as these slots tell; None where one leaves open what the other says."""
    known = True
    for slot in slots:
        alike = _ALIKE[slot](one, other)
        if alike is False:
            return False
        known = known and alike is not None
    return True if known else None


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


def scopes_alike(one: str, other: str) -> bool | None:
    """Whether two scopes are one; all that a plan is about is what it means where it says none."""
    if one == other or {one, other} == {"", WHOLE}:
        return True
    return None if not one or not other else False


def _words_alike(one: str, other: str) -> bool | None:
    if name_key(one) == name_key(other):
        return True
    return None if not one or not other else False


def _subjects(one: Statement, other: Statement) -> bool | None:
    if one.subject >= 0 and other.subject >= 0:
        return one.subject == other.subject
    return name_key(one.name) == name_key(other.name)


def _periods(one: Statement, other: Statement) -> bool | None:
    if (one.first_year, one.last_year) == (other.first_year, other.last_year):
        return True
    ends = (one.first_year, other.first_year), (one.last_year, other.last_year)
    if any(own is not None and theirs is not None and own != theirs for own, theirs in ends):
        return False
    return None


def _units(one: Statement, other: Statement) -> bool | None:
    if one.unit == other.unit:
        return True
    own, theirs = one.measured_in, other.measured_in
    return None if own is None or theirs is None else own.dimension == theirs.dimension


_ALIKE = {
    "subject": _subjects,
    "scope": lambda one, other: scopes_alike(one.scope, other.scope),
    "reckoning": lambda one, other: _words_alike(one.reckoning, other.reckoning),
    "timing": lambda one, other: _words_alike(one.timing, other.timing),
    "period": _periods,
    "measure": lambda one, other: one.measure == other.measure,
    "tense": lambda one, other: _words_alike(one.tense, other.tense),
    "price": lambda one, other: prices_alike(one.price, other.price),
    "unit": _units,
}
