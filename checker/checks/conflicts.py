"""Predicates on targets that relations tie together. The solver is imported only where something ties them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from checker import resources
from checker.checks.facts import Facts
from checker.checks.own_figures import points, promised
from checker.checks.predicates import Record, predicate
from checker.finding import Related
from checker.meaning.asked import out_of_force
from checker.messages.solve import (
    CONFLICT_NOT_WORKED,
    CONFLICT_UNDECIDED,
    CONFLICT_UNDECIDED_ADVICE,
    CONFLICT_UNSOLVABLE,
    CONFLICT_UNSOLVABLE_ADVICE,
)
from checker.model import Element, Figure, Indicator, Plan, Relation
from checker.quantity import Interval, Quantity
from checker.source import Span
from checker.statement import Measure, allowed, base_factor, prices_meet

if TYPE_CHECKING:
    from checker.meaning.plan_statements import PlanStatements
    from checker.solve.collect import Statement
    from checker.solve.given import Tie
    from checker.solve.relate import Untold
    from checker.solve.survey import Survey

_TIED = ("share", "at_least", "at_most", "same")
#: Indicators whose names stand among the relations that hold by definition; fewer are tied by nothing.
_LEAST_COMMON = 2


def survey_of(facts: Facts) -> tuple[PlanStatements, Survey] | None:
    """What the solver was given and found, worked out once a run; None where nothing ties targets together."""
    known = facts.things("survey")
    return known[0].values["survey"] if known else None


@predicate("目标测算", "survey")
def surveys(facts: Facts) -> Iterator[Record]:
    """All that the solver finds, once; the other predicates here take it from the facts."""
    if _is_tied(facts.plans):
        from checker.meaning.plan_statements import plan_statements
        from checker.solve.natural import SHARES
        from checker.solve.survey import survey

        first = facts.plans[0]
        # What a plan above demanded before it was in force, or when it no longer was, contradicts nothing.
        plans = [one for one in facts.plans if one.role == "checked" or not out_of_force(one, facts.as_of)]
        made = plan_statements(plans)
        found = survey(made.given, _told_elsewhere(facts, made), facts.parameter("PC307", "份额") or SHARES)
        yield Record("survey", first, first.name_span, values={"survey": (made, found)})


def _told_elsewhere(facts: Facts, made: PlanStatements) -> Callable[[Sequence[Statement]], bool]:
    """Whether another rule tells of a conflict: only where it really found it, as PC401, PC308, PC502 or PC505."""
    two_values = {_moment(one.subject) for one in facts.things("conflicting_targets")}
    growths = {id(one.subject) for one in facts.things("growth_mismatch")}
    broken_down = {id(one.subject) for one in facts.things("breakdown_gap")}

    def told(statements: Sequence[Statement]) -> bool:
        kinds = sorted(one.kind for one in statements)
        figures = [_figure(one, made) for one in statements if one.kind == "figure" and one.value is not None]
        # Two numbers of which only one can hold are told of whatever else they contradict.
        if any(_moment(one) in two_values and _clash(one, two) for one, two in combinations(figures, 2)):
            return True
        if kinds == ["figure", "figure", "growth"]:
            return any(id(_figure(one, made)) in growths for one in statements if one.value is not None)
        if set(kinds) == {"tie", "figure"} and len({id(one.document) for one in statements if one.kind == "tie"}) == 1:
            return _falls_short(statements, made)
        whole = [one.about for one in statements if one.kind == "breakdown"]
        if len(whole) == 1 and set(kinds) <= {"breakdown", "share", "figure"}:
            return id(made.element(whole[0])) in broken_down and all(one.about == whole[0] for one in statements)
        return False

    return told


def _figure(statement: Statement, made: PlanStatements) -> Figure:
    assert statement.value is not None
    return made.figures[statement.value.row]


def _falls_short(statements: Sequence[Statement], made: PlanStatements) -> bool:
    """Whether a target among them certainly is not what the one above asks by a tie among them, as PC502 tells."""
    targets = [_figure(one, made) for one in statements if one.value is not None]
    ties: list[Tie] = [one.relation[0] for one in statements if one.kind == "tie"]
    return any(
        _misses(target, above, tie)
        for tie in ties
        for target in targets
        if target.indicator is made.subjects[tie.own]
        for above in _targets(made.subjects[tie.upper])
        if _years(above) == _years(target)
    )


def _targets(element: Element) -> list[Figure]:
    return [one for one in element.figures if one.tense == "target"] if isinstance(element, Indicator) else []


def _years(figure: Figure) -> tuple[object, ...]:
    told = figure.statement
    return (figure.basis, told.first_year, told.last_year) if told is not None else ()


def _misses(own: Figure, upper: Figure, tie: Tie) -> bool:
    if own.statement is None or upper.statement is None:
        return False
    value, whole = (_in_base_units(promised(one)) for one in (own.statement, upper.statement))
    asked = whole.scale(tie.part)
    sides = {"at_least": value.below(asked), "at_most": asked.below(value)}
    return sides.get(tie.sense, value.disjoint(asked))


def _in_base_units(quantity: Quantity) -> Interval:
    return quantity.interval.scale(base_factor(quantity.unit))


def _clash(one: Figure, two: Figure) -> bool:
    """Whether two numbers of one thing cannot both hold, as far as their prices are not told apart."""
    first, second = one.statement, two.statement
    if _moment(one) != _moment(two) or first is None or second is None:
        return False
    here, there = allowed(first), allowed(second)
    apart = here is not None and there is not None and here.disjoint(there)
    return apart and prices_meet(first.price, second.price)


def _moment(figure: Figure) -> tuple[object, ...]:
    """What a figure and those it is held against have in common."""
    return id(figure.indicator), figure.tense, figure.basis, figure.year


def _is_tied(plans: Sequence[Plan]) -> bool:
    """Whether any statement ties one target to another."""
    indicators = [one for plan in plans for one in plan.elements if isinstance(one, Indicator)]
    if any(isinstance(one, Relation) for plan in plans for one in plan.elements):
        return True
    if any(one.breakdown or any(word in tie.notes for tie in one.aligns for word in _TIED) for one in indicators):
        return True
    if any(_is_of_period(figure) for one in indicators for figure in one.figures):
        return True
    if any(_grows_from_nothing(one) for one in indicators):
        return True
    return _has_common(indicators)


def _is_of_period(figure: Figure) -> bool:
    """Whether it speaks of several years at once, and growth alone does not tell all of it."""
    if figure.basis == "cumulative" or figure.multiple is not None:
        return True
    stated = figure.statement if figure.basis == "annual" else None
    return stated is not None and stated.measure is Measure.AVERAGE


def _grows_from_nothing(indicator: Indicator) -> bool:
    """Whether growth in % stands beside a value that is not above zero: nothing grows from that, nor to it."""
    if not any(one.basis == "annual" for one in indicator.figures):
        return False
    values = [one.statement for one in points(indicator, "actual", "expected", "target")]
    return any((bounds := allowed(one)) and bounds.high is not None and bounds.high <= 0 for one in values if one)


def _has_common(indicators: Sequence[Indicator]) -> bool:
    if len(indicators) < _LEAST_COMMON:
        return False
    text = resources.read_common_relations()
    names: dict[int, int] = {}
    for one in indicators:
        if any(name in text for name in (one.name, *(alias.text for alias in one.aliases))):
            names[id(one.plan)] = names.get(id(one.plan), 0) + 1
    return any(count >= _LEAST_COMMON for count in names.values())


@predicate("目标不可行", "infeasible_targets")
def infeasible_targets(facts: Facts) -> Iterator[Record]:
    """Minimal sets of targets and relations that cannot hold together, but for those that other rules tell.

    Each has the places of its statements; without any one of them the rest can hold.
    """
    yield from _conflicts(facts, "infeasible_targets", natural=False)


@predicate("推算超限", "derived_out_of_range")
def derived_out_of_range(facts: Facts) -> Iterator[Record]:
    """Shares that come out above 100 % and counts that come out below 0 by relations, told where they are declared."""
    yield from _conflicts(facts, "derived_out_of_range", natural=True)


def _conflicts(facts: Facts, kind: str, *, natural: bool) -> Iterator[Record]:
    known = survey_of(facts)
    if known is None:
        return
    made, found = known
    for told in found.conflicts:
        if told.natural is natural:
            first = told.statements[0]
            related = tuple(Related(one.label, one.span) for one in (*told.statements[1:], *told.beside))
            same = tuple(f"{one.document.name} {one.name} {one.span.text}" for one in told.statements)
            element = made.element(first.about)
            yield Record(kind, element, first.span, told.message, told.advice, related, same=same)


@predicate("目标未判定", "undecided_targets")
def undecided_targets(facts: Facts) -> Iterator[Record]:
    """Statements of which the solver found out nothing within its steps."""
    known = survey_of(facts)
    if known is None:
        return
    made, found = known
    for statements in found.undecided:
        message = CONFLICT_UNDECIDED(count=len(statements))
        first, *others = _checked_first(statements)
        related = tuple(Related(one.label, one.span) for one in others)
        element = made.element(first.about)
        yield Record("undecided_targets", element, first.span, message, CONFLICT_UNDECIDED_ADVICE(), related)


@predicate("关系算不了", "unsolvable_relation")
def unsolvable_relations(facts: Facts) -> Iterator[Record]:
    """Relations that cannot be worked out by a fault of their own."""
    for relation, one in _untold(facts):
        if one.faulty:
            assert relation.formula is not None
            span = Span(relation.source, relation.formula.start, relation.formula.end)
            message = CONFLICT_UNSOLVABLE(formula=relation.name, reason=one.reason)
            yield Record("unsolvable_relation", relation, span, message, CONFLICT_UNSOLVABLE_ADVICE())


@predicate("关系未算", "relation_left_out")
def relations_left_out(facts: Facts) -> Iterator[Record]:
    """Relations that were left out for another reason than a fault of theirs."""
    for relation, one in _untold(facts):
        if not one.faulty:
            message = CONFLICT_NOT_WORKED(formula=relation.name, reason=one.reason)
            yield Record("relation_left_out", relation, relation.name_span, message)


def _untold(facts: Facts) -> list[tuple[Relation, Untold]]:
    known = survey_of(facts)
    return [] if known is None else [(known[0].relations[one.relation], one) for one in known[1].untold]


def _checked_first(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda one: not one.document.checked)


#: What the rules of conflicting targets know.
PREDICATES = (
    surveys,
    infeasible_targets,
    derived_out_of_range,
    undecided_targets,
    unsolvable_relations,
    relations_left_out,
)
