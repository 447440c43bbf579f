"""The period of a new workspace, and the plans that ship with plancheck and stand above a plan of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.draft.head import NATION, plan_word
from checker.messages.cli import CLI_NEW_PERIOD_BAD, CLI_NEW_PERIOD_UNKNOWN
from checker.messages.run_error import RunError
from checker.prose.years import period_by
from checker.quantity import DateInterval, parse_date
from checker.source import name_key
from checker.workspace.shipped import shipped_plans

#: The folder of the shipped plans that has the nation's.
_NATIONAL = "national"

Period = tuple[int, int]


def read_period(text: str) -> Period:
    """First and last year of 2026—2030 or 十五五. Raises RunError for what is no five-year plan's period."""
    named, told = period_by(text), parse_date(text)
    if named is None and told is not None:
        first, last = told.first.year, told.last.year
        named = (first, last) if told == DateInterval(date(first, 1, 1), date(last, 12, 31)) else None
    if named is None or not plan_word(named):
        raise RunError(CLI_NEW_PERIOD_BAD(text=text))
    return named


def shipped_above(period: Period, named: Sequence[str] = ()) -> list[str]:
    """The shipped plans above a plan of `period`: those of the names `named`, the nearest, then the nation's.

    Raises RunError if the nation's outline of the period does not ship.
    """
    shipped = shipped_plans()
    nation = f"{NATION}{plan_word(period)}"
    if name_key(nation) not in shipped:
        there = [path.stem for path in shipped.values() if path.parent.name == _NATIONAL]
        raise RunError(CLI_NEW_PERIOD_UNKNOWN(name=nation, there="、".join(there)))
    return [*(name for name in named if name_key(name) in shipped and name != nation), nation]
