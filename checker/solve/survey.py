"""All conflicts of what is given, told and sorted out: the one entry for the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from checker.messages import Message
from checker.solve.clash import STATING
from checker.solve.collect import Collected, Statement, collect
from checker.solve.conflicts import Verdict, find_conflicts
from checker.solve.explain import tell
from checker.solve.given import Given
from checker.solve.natural import SHARES, add_natural_bounds
from checker.solve.periods import add_periods
from checker.solve.relate import Untold, relate
from checker.solve.system import Component, System


@dataclass(slots=True, eq=False, repr=False)
class Conflict:
    """Statements that cannot all hold, the one it is told of first, and the words for it."""

    statements: tuple[Statement, ...]
    message: Message
    advice: Message
    #: Whether it is told of what the value can be at all, and not of another statement.
    natural: bool = False
    #: What the same subjects say of other years, and cannot hold either.
    beside: tuple[Statement, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class Survey:
    """What was found."""

    conflicts: list[Conflict] = field(default_factory=list)
    undecided: list[tuple[Statement, ...]] = field(default_factory=list)
    untold: list[Untold] = field(default_factory=list)


#: The conflicts told so far, by what their statements are about.
About = dict[frozenset[tuple[str, tuple[str, int]]], list[Conflict]]


def survey(given: Given, told: Callable[[Sequence[Statement]], bool], shares: tuple[str, ...] = SHARES) -> Survey:
    """The conflicts in which a checked document has a part, but for those `told` by a rule that needs no solver.

    Whose name ends in one of `shares` is a share of 0 to 100 %.
    """
    made = collect(given)
    made.shares = shares
    add_periods(made)
    untold = [one for one in relate(made) if given.documents[given.relations[one.relation].document].checked]
    found = Survey(untold=untold)
    add_natural_bounds(made)
    about: About = {}
    for component in made.system.components():
        if _worthwhile(made, component):
            _survey_component(made, component, found, told, about)
    return found


def _worthwhile(made: Collected, component: Component) -> bool:
    """Whether anything is tied to anything, and a checked document has a part in it."""
    statements: list[Statement] = [made.system.statements[one] for one in component.statements()]
    lone = not component.products and all(len(row.form) == 1 for row in component.rows)
    if lone and all(one.kind in STATING for one in statements):
        return False
    return any(one.document.checked for one in statements)


def _survey_component(
    made: Collected,
    component: Component,
    found: Survey,
    told: Callable[[Sequence[Statement]], bool],
    about: About,
) -> None:
    system = made.system
    conflicts, answer = find_conflicts(component, system.weights)
    impossible = _impossible(system, conflicts)
    blamed = {one: max(one, key=lambda number: (system.weights[number], number)) for one in conflicts}
    # Targets before what is stated as fact: what is told of them holds for the other years beside.
    for conflict in sorted(conflicts, key=lambda one: -max(system.weights[number] for number in one)):
        statements = [system.statements[one] for one in conflict]
        natural = any(one.kind == "natural" for one in statements)
        # A value that cannot be is told once, and not again for all that follows from it.
        if natural and not impossible.isdisjoint(conflict):
            continue
        if told(statements) or not any(one.document.checked for one in statements):
            continue
        others = frozenset(one for other, one in blamed.items() if other != conflict)
        alike = about.setdefault(frozenset((one.kind, one.about) for one in statements), [])
        if alike:
            known = (*alike[0].statements, *alike[0].beside)
            alike[0].beside += tuple(one for one in statements if one not in known)
            continue
        words = tell(made, component, conflict, others)
        rest = [system.statements[one] for one in conflict if one != words.first]
        first = system.statements[words.first]
        alike.append(Conflict((first, *rest), words.message, words.advice, first.kind == "natural"))
        found.conflicts += alike
    if answer.verdict is Verdict.UNKNOWN:
        statements = [system.statements[one] for one in answer.core]
        if any(one.document.checked for one in statements):
            found.undecided.append(tuple(statements))


def _impossible(system: System, conflicts: Sequence[Sequence[int]]) -> set[int]:
    """The figures that cannot be by themselves; PC307 reads them without a solver."""
    kinds = {one: [system.statements[number].kind for number in one] for one in map(tuple, conflicts)}
    alone = [one for one, told in kinds.items() if sorted(told) == ["figure", "natural"]]
    return {number for one in alone for number in one if system.statements[number].kind == "figure"}
