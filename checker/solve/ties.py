"""承接: what a subject takes over from one above, as rows: its share, at least, at most or the same."""

from __future__ import annotations

from fractions import Fraction

from checker.messages.solve import STATED_TIE
from checker.quantity import Interval
from checker.solve.collect import Collected
from checker.solve.given import Tie
from checker.solve.moments import Moments

_ZERO = Fraction(0)
_SENSES = {"at_least": Interval(_ZERO), "at_most": Interval(None, _ZERO), "same": Interval.at(_ZERO)}
#: A tie with the variables that it ties, the own before the one above.
Tied = tuple[Tie, list[tuple[int, int]]]


def state_tie(made: Collected, tie: Tie) -> tuple[int, Tied]:
    """Take the statement of a tie in; gives its number, and the tie without any variables yet."""
    own, upper = (made.given.subjects[one] for one in (tie.own, tie.upper))
    plan, upper_plan = (made.given.documents[one.document].name for one in (own, upper))
    label = STATED_TIE(name=own.name, plan=plan, upper=upper.name, upper_plan=upper_plan)
    tied: Tied = (tie, [])
    return made.state(made.told("tie", tie.own, tie.span, label, relation=tied), "tie"), tied


def hold_tie(made: Collected, statement: int, tied: Tied, moments: Moments) -> None:
    """Hold it in all years that either has targets of, or what is tied to either."""
    tie, variables = tied
    for tense, year in moments.of((tie.own, tie.upper)):
        if tense == "target":
            ends = made.point(tie.own, tense, year), made.point(tie.upper, tense, year)
            variables.append(ends)
            made.system.bound({ends[0]: Fraction(1), ends[1]: -tie.part}, _SENSES[tie.sense], statement)
