"""承接: what a plan takes over from an indicator above, as rows: its share, at least, at most or the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.meaning.figures import unit_of
from checker.meaning.ties import Demand, can_be_held, demand_of
from checker.messages.solve import STATED_TIE
from checker.model import Indicator, Reference
from checker.quantity import Interval, same_dimension
from checker.solve.collect import Collected, Statement
from checker.solve.moments import Moments
from checker.solve.parts import one_thing
from checker.source import Span

_ZERO = Fraction(0)
_SENSES = {"at_least": Interval(_ZERO), "at_most": Interval(None, _ZERO), "same": Interval.at(_ZERO)}


@dataclass(slots=True, eq=False, repr=False)
class Tie:
    """An indicator, the one above that it carries, and what that demands of it."""

    own: Indicator
    upper: Indicator
    demand: Demand
    statement: int

    def add(self, made: Collected, moments: Moments) -> None:
        """Hold it in all years that either has targets of, or what is tied to either."""
        told: Statement = made.system.statements[self.statement]
        for tense, year in moments.of((id(self.own), id(self.upper))):
            if tense == "target":
                ends = made.point(self.own, tense, year), made.point(self.upper, tense, year)
                told.relation.append((*ends, self.demand))
                form = {ends[0]: Fraction(1), ends[1]: -self.demand.part}
                made.system.bound(form, _SENSES[self.demand.sense], self.statement)


def ties_of(made: Collected) -> Iterator[Tie]:
    """The ties of all plans that demand something that can be held against the value above."""
    for own in (one for plan in made.plans for one in plan.elements if isinstance(one, Indicator)):
        for reference in own.aligns:
            upper = reference.target
            if isinstance(upper, Indicator) and upper.plan is not own.plan:
                demand = _demand(own, upper, reference)
                if demand is not None:
                    yield Tie(own, upper, demand, _state(made, own, upper, reference))


def _state(made: Collected, own: Indicator, upper: Indicator, reference: Reference) -> int:
    label = STATED_TIE(name=own.name, plan=own.plan.name, upper=upper.name, upper_plan=upper.plan.name)
    span = Span(own.plan.source, reference.start, reference.end)
    return made.state(Statement("tie", own, span, label, relation=[]), "tie")


def _demand(own: Indicator, upper: Indicator, reference: Reference) -> Demand | None:
    unit, other = unit_of(own), unit_of(upper)
    demand = demand_of(reference, own, upper)
    if demand is None or unit is None or other is None or not same_dimension(unit, other):
        return None
    held = one_thing(own, upper) and can_be_held(own, upper, unit, demand, own.plan.level)
    return demand if held else None
