"""The solver against an oracle that shares nothing with it: sound, complete, irreducible, and the same every time."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.quantity import Interval
from checker.solve import simplex
from checker.solve.conflicts import Verdict, decide, find_conflicts, irreducible
from checker.solve.ranges import range_of
from checker.solve.simplex import LimitReached, Tableau, feasible
from checker.solve.system import Component, System
from tests.solve.oracle import Row, can_hold

_NUMBERS = st.one_of(
    st.integers(-3, 3).map(Fraction),
    st.sampled_from([Fraction(1, 3), Fraction(-5, 2), Fraction(10**30), Fraction(1, 10**30), Fraction(0)]),
)
_SIGNS = st.sampled_from(["<", "≤", "="])
_FORMS = st.dictionaries(st.sampled_from("abcd"), _NUMBERS, min_size=1, max_size=3)
_ROWS = st.lists(st.tuples(_FORMS, _SIGNS, _NUMBERS), min_size=1, max_size=7)


def system_of(rows: list[Row]) -> System:
    system = System()
    names = {name: system.vary(name) for name in "abcd"}
    for number, (form, sign, bound) in enumerate(rows):
        interval = Interval.at(bound) if sign == "=" else Interval(None, bound, high_open=sign == "<")
        statement = system.state(number)
        system.bound({names[name]: part for name, part in form.items()}, interval, statement)
    return system


def whole(system: System) -> Component:
    return Component(system.rows, system.products)


@settings(max_examples=400, deadline=None)
@given(_ROWS)
def test_linear_rows_are_decided_as_the_oracle_does(rows: list[Row]) -> None:
    answer = decide(whole(system_of(rows)))
    assert answer.verdict is (Verdict.HOLDS if can_hold(rows) else Verdict.BROKEN)
    if answer.verdict is Verdict.BROKEN:
        assert not can_hold([rows[number] for number in answer.core])


@settings(max_examples=200, deadline=None)
@given(_ROWS)
def test_a_conflict_is_irreducible_and_what_is_left_holds(rows: list[Row]) -> None:
    system = system_of(rows)
    blamed: set[int] = set()
    for component in system.components():
        conflicts, answer = find_conflicts(component, system.weights)
        assert answer.verdict is Verdict.HOLDS
        for conflict in conflicts:
            members = [rows[number] for number in conflict]
            assert not can_hold(members)
            assert all(can_hold(list(part)) for part in combinations(members, len(members) - 1))
        blamed |= {number for conflict in conflicts for number in conflict}
        assert len(set(conflicts)) == len(conflicts)
    assert can_hold([row for number, row in enumerate(rows) if number not in blamed])


@settings(max_examples=150, deadline=None)
@given(_ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[Row], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(whole(system_of(rows))).verdict is decide(whole(system_of(shuffled))).verdict


@settings(max_examples=200, deadline=None)
@given(_ROWS, st.lists(st.sets(st.integers(0, 6)), min_size=1, max_size=6))
def test_rows_left_out_and_taken_in_again_are_decided_as_if_they_had_never_been_there(
    rows: list[Row], trials: list[set[int]]
) -> None:
    tableau = Tableau(20_000)
    numbered = [(number, row.form, row.bounds) for number, row in enumerate(system_of(rows).rows)]
    for number, form, bounds in numbered:
        tableau.add(number, form, bounds)
    for left_out in trials:
        assert tableau.keep(frozenset(left_out)) is can_hold([row for n, row in enumerate(rows) if n not in left_out])


@settings(max_examples=100, deadline=None)
@given(_ROWS, st.sampled_from("abcd"))
def test_both_kinds_of_fractions_give_the_same_answers(rows: list[Row], name: str) -> None:
    pytest.importorskip("gmpy2")

    def answers() -> object:
        system = system_of(rows)
        found = range_of(whole(system), "abcd".index(name))
        ends = None if found is None else (found.interval, found.low, found.high)
        return ends, [find_conflicts(component, system.weights)[0] for component in system.components()]

    with_gmpy2 = answers()
    with patch.object(simplex, "reckoning", lambda: (lambda number: number, lambda number: number)):
        assert answers() == with_gmpy2


@settings(max_examples=150, deadline=None)
@given(_ROWS, st.sampled_from("abcd"))
def test_the_end_of_a_range_is_reached_and_not_passed(rows: list[Row], name: str) -> None:
    system = system_of(rows)
    found = range_of(whole(system), "abcd".index(name))
    if found is None:
        assert not can_hold(rows)
        return
    high, low = found.interval.high, found.interval.low
    if high is not None:
        assert can_hold([*rows, ({name: Fraction(1)}, "=", high)]) is not found.interval.high_open
        assert not can_hold([*rows, ({name: Fraction(-1)}, "<", -high)])
    else:
        assert can_hold([*rows, ({name: Fraction(-1)}, "≤", Fraction(-(10**40)))])
    if low is not None:
        assert can_hold([*rows, ({name: Fraction(1)}, "=", low)]) is not found.interval.low_open
        assert not can_hold([*rows, ({name: Fraction(1)}, "<", low)])


_SHARES = st.sampled_from([Fraction(0), Fraction(2, 5), Fraction(1, 2), Fraction(3, 5), Fraction(1), Fraction(3)])
_AMOUNTS = st.sampled_from([Fraction(1), Fraction(40), Fraction(50), Fraction(60), Fraction(100), Fraction(10**20)])


def _box(low: Fraction, high: Fraction) -> Interval:
    return Interval(min(low, high), max(low, high))


@settings(max_examples=300, deadline=None)
@given(_SHARES, _SHARES, _AMOUNTS, _AMOUNTS, _AMOUNTS, _AMOUNTS)
def test_a_share_of_a_whole_is_decided_exactly(
    share: Fraction, share_to: Fraction, whole_from: Fraction, whole_to: Fraction, part: Fraction, part_to: Fraction
) -> None:
    """part = share × whole over boxes: what it can be is an interval whose ends are those of the boxes."""
    system = System()
    one, two, three = (system.vary(name) for name in ("part", "share", "whole"))
    shares, wholes, parts = _box(share, share_to), _box(whole_from, whole_to), _box(part, part_to)
    system.multiply(one, two, three, system.state("product"))
    for variable, box in ((one, parts), (two, shares), (three, wholes)):
        system.bound({variable: Fraction(1)}, box, system.state(box))
    (component,) = system.components()
    products = [x * y for x in (shares.low, shares.high) for y in (wholes.low, wholes.high) if x is not None and y]
    least, most = min(products), max(products)
    assert parts.low is not None
    assert parts.high is not None
    holds = least <= parts.high and parts.low <= most
    answer = decide(component)
    assert answer.verdict is (Verdict.HOLDS if holds else Verdict.BROKEN)
    if not holds:
        for dropped in irreducible(component, answer.core):
            rest = [statement for statement in component.statements() if statement != dropped]
            assert decide(component.only(rest)).verdict is Verdict.HOLDS


def test_independent_conflicts_with_a_statement_in_common_are_both_found() -> None:
    rows: list[Row] = [
        ({"a": Fraction(1), "b": Fraction(-1)}, "=", Fraction(0)),
        ({"a": Fraction(1)}, "=", Fraction(1)),
        ({"b": Fraction(1)}, "=", Fraction(2)),
        ({"a": Fraction(1), "c": Fraction(-1)}, "=", Fraction(0)),
        ({"c": Fraction(1)}, "=", Fraction(3)),
    ]
    system = system_of(rows)
    (component,) = system.components()
    conflicts, _ = find_conflicts(component, system.weights)
    assert {frozenset(conflict) for conflict in conflicts} == {frozenset({0, 1, 2}), frozenset({1, 3, 4})}


def test_unknowns_multiplied_that_nobody_can_solve_are_said_to_be_so() -> None:
    """x² = 2: no fraction does, and no bound says that it cannot be."""
    system = System()
    square, root = system.vary("square"), system.vary("root")
    statement = system.state("product")
    system.multiply(square, root, root, statement)
    number = system.state("two")
    system.bound({square: Fraction(1)}, Interval.at(Fraction(2)), number)
    (component,) = system.components()
    answer = decide(component)
    assert answer.verdict is Verdict.UNKNOWN
    assert answer.core == (statement, number)


def test_too_many_steps_end_in_nothing_known() -> None:
    rows: list[Row] = [
        ({"a": Fraction(1), "b": Fraction(-1)}, "≤", Fraction(-1)),
        ({"b": Fraction(1), "c": Fraction(-1)}, "≤", Fraction(-1)),
        ({"c": Fraction(1), "a": Fraction(-1)}, "≤", Fraction(-1)),
    ]
    component = whole(system_of(rows))
    with pytest.raises(LimitReached):
        feasible([(number, row.form, row.bounds) for number, row in enumerate(component.rows)], 1)
    assert decide(component, pivots=1).verdict is Verdict.UNKNOWN
    assert decide(component).verdict is Verdict.BROKEN
