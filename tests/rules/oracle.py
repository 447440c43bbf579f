"""A slow and plain reading of checked rules, to hold the compiled one against.

Every search is a loop over all things, every walk a search for paths, every condition looked at as it stands,
in three values: for what is certain and for what is possible. No indexes, no sets of answers kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from checker.checks import Facts
from checker.checks.object_kinds import ObjectKind, Source
from checker.checks.plan_tables import kind_of
from checker.model import Count, Element
from checker.quantity import DateInterval
from checker.rules import typed as t
from checker.rules.reach import Hop, Hops
from checker.rules.schema import Attribute, Schema
from checker.rules.tables import Counted
from checker.rules.types import Sort
from checker.rules.values import calculate, comparing, key_of, plain_text, tally, testing

Row = list[Any]
BEYOND = 10**9


class Oracle:
    """Reads one case."""

    def __init__(self, facts: Facts, schema: Schema) -> None:
        self.facts = facts
        self.schema = schema

    def rows(self, case: t.Case) -> Iterator[Row]:
        """Each row that falls short of what the case demands."""
        domains = [[thing for kind in kinds for thing in self.facts.things(kind)] for _, _, kinds in case.variables]
        domains[0] = [thing for thing in domains[0] if thing.plan.role == "checked"]
        for things in product(*domains):
            row: Row = [None] * (case.slots + 4)
            for (slot, _, _), thing in zip(case.variables, things, strict=True):
                row[slot] = thing
            if self.holds(case.condition, row, possible=False) and self.short(case, row):
                yield list(row)

    def short(self, case: t.Case, row: Row) -> bool:
        """Whether it certainly falls short."""
        if case.should is not None:
            return not self.holds(case.should, row, possible=True)
        if case.demand is None:
            return True
        least = self.value(case.demand.least, row, possible=False) if case.demand.least is not None else None
        most = self.value(case.demand.most, row, possible=False) if case.demand.most is not None else None
        if least is not None and self.count(case.demand.search, row, possible=True) < least:
            return True
        return most is not None and self.count(case.demand.search, row, possible=False) > most

    # ---- searches

    def matches(self, search: t.Search, row: Row, *, possible: bool) -> list[Any]:
        found = []
        for kind in search.kinds:
            for thing in self.facts.things(kind):
                inner = [*row[: search.slot], thing, *row[search.slot + 1 :]]
                if self.holds(search.condition, inner, possible=possible):
                    found.append(thing)
        return found

    def count(self, search: t.Search, row: Row, *, possible: bool) -> int:
        if possible and self.lost(search, row):
            return BEYOND
        return len(self.matches(search, row, possible=possible))

    def lost(self, search: t.Search, row: Row) -> bool:
        """Whether a broken tie of the row may lead to something that is not there."""
        for way in ways(search.condition):
            outer = [test for test in way if search.slot not in t.slots_of(test)]
            if all(self.holds(test, row, possible=True) for test in outer) and any(
                self.leads_astray(test, search.slot, row) for test in way
            ):
                return True
        return False

    def leads_astray(self, test: t.Test, slot: int, row: Row) -> bool:
        if not isinstance(test, t.Link) or t.slots_of(test) == {slot}:
            return False
        left, right = t.slots_of(test.left), t.slots_of(test.right)
        if left == {slot} and slot not in right:
            outer, hops = test.right, tuple(hop.reversed() for hop in reversed(test.hops))
        elif right == {slot} and slot not in left:
            outer, hops = test.left, test.hops
        else:
            return False
        starts = self.values(outer, row, possible=True)
        known = [start for start in starts if start is not None]
        return None in starts or self.walk(known, hops, possible=True)[1]

    # ---- walks

    def walk(self, start: list[Element], hops: Hops, *, possible: bool) -> tuple[list[Element], bool]:
        ends, astray = list(start), False
        for hop in hops:
            pairs = [self.hop(one, hop, possible=possible) for one in ends]
            ends = list(dict.fromkeys(end for found, _ in pairs for end in found))
            astray = astray or any(lost for _, lost in pairs)
        return ends, astray

    def hop(self, start: Element, hop: Hop, *, possible: bool) -> tuple[list[Element], bool]:
        found, astray = self.step(start, hop, possible=possible)
        if hop.closure:
            grown = True
            while grown:
                grown = False
                for one in list(found):
                    more, lost = self.step(one, hop, possible=possible)
                    astray = astray or lost
                    for other in more:
                        if other not in found:
                            found.append(other)
                            grown = True
        return ([start, *found] if hop.with_base else found), astray

    def step(self, start: Element, hop: Hop, *, possible: bool) -> tuple[list[Element], bool]:
        found: list[Element] = []
        astray = False
        for step in hop.steps:
            if start.kind not in step.sources:
                continue
            for edge in self.facts.graph.edges:
                if edge.relation == step.relation:
                    here, there = (edge.source, edge.target) if step.forward else (edge.target, edge.source)
                    if here is start:
                        found.append(there)
            if possible:
                found += self.facts.doubts.somewhere(step.relation, forward=step.forward).get(start, ())
                astray = astray or start in self.facts.doubts.anywhere(step.relation, forward=step.forward)
        return list(dict.fromkeys(found)), astray

    # ---- values

    def source(self, thing: Any, attribute: Attribute) -> Source:
        kind = self.schema.by_name[kind_of(thing)]
        assert isinstance(kind, ObjectKind)
        return kind.sources[attribute.word]

    def read(self, thing: Any, attribute: Attribute) -> Any:
        source = self.source(thing, attribute)
        value = source.read(thing)
        if isinstance(value, list):
            return [_as_counted(one) for one in value]
        return [_as_counted(value)] if attribute.type.many else _as_counted(value)

    def values(self, expr: t.Expr, row: Row, *, possible: bool) -> list[Any]:
        value = self.value(expr, row, possible=possible)
        return list(value) if expr.type.many else [value]

    def value(self, expr: t.Expr, row: Row, *, possible: bool) -> Any:
        match expr:
            case t.Variable():
                return row[expr.slot]
            case t.Constant():
                return list(expr.value) if expr.type.many else expr.value
            case t.Get():
                if not expr.base.type.many:
                    thing = self.value(expr.base, row, possible=possible)
                    if thing is None:
                        return [None] if expr.type.many else None
                    return self.read(thing, expr.attribute)
                found: list[Any] = []
                for thing in self.value(expr.base, row, possible=possible):
                    one = None if thing is None else self.read(thing, expr.attribute)
                    found += one if isinstance(one, list) else [one]
                return found
            case t.Calculation():
                left = self.value(expr.left, row, possible=possible)
                return calculate(expr.sign, left, self.value(expr.right, row, possible=possible))
            case t.Walk():
                starts = self.values(expr.base, row, possible=possible)
                known = [start for start in starts if start is not None]
                ends, astray = self.walk(known, expr.hops, possible=possible)
                return [*ends, None] if astray or len(known) < len(starts) else ends
            case t.AsOf():
                return DateInterval(self.facts.as_of, self.facts.as_of)
            case t.Found():
                return self.matches(expr.search, row, possible=possible)
            case t.Tally():
                return self.tally(expr, row)

    def tally(self, expr: t.Tally, row: Row) -> Any:
        if expr.search is None:
            assert expr.value is not None
            found = self.values(expr.value, row, possible=True)
            if None in found or len(found) != len(self.values(expr.value, row, possible=False)):
                return None
            return len(found) if expr.function == "count" else tally(expr.function, found)
        certain = self.matches(expr.search, row, possible=False)
        if self.count(expr.search, row, possible=True) != len(certain):
            return None
        if expr.value is None:
            return len(certain)
        slot = expr.search.slot
        inner = [[*row[:slot], thing, *row[slot + 1 :]] for thing in certain]
        return tally(expr.function, [self.value(expr.value, one, possible=False) for one in inner])

    # ---- conditions

    def holds(self, test: t.Test, row: Row, *, possible: bool) -> bool:  # noqa: PLR0912 - a case a form
        match test:
            case t.AllOf():
                return all(self.holds(part, row, possible=possible) for part in test.parts)
            case t.AnyOf():
                return any(self.holds(part, row, possible=possible) for part in test.parts)
            case t.Not():
                return not self.holds(test.part, row, possible=not possible)
            case t.Exists():
                return self.count(test.search, row, possible=possible) > 0
            case t.Link():
                return self.linked(test, row, possible=possible)
            case t.Compare():
                compare = comparing(test.left.type, test.sign)
                return self.pairs(test, compare, row, possible=possible)
            case t.TextIs():
                ask = testing(test.test)
                return self.pairs(test, lambda a, b: ask(plain_text(a), plain_text(b)), row, possible=possible)
            case t.Commensurable():
                return self.pairs(test, lambda a, b: a.dimension == b.dimension, row, possible=possible)
            case t.Meets():
                if test.left.type.sort is Sort.QUANTITY:
                    alike = comparing(test.left.type, "=")
                    return self.pairs(test, lambda a, b: alike(a, b) is not False, row, possible=True)
                return self.pairs(test, lambda a, b: key_of(a) == key_of(b), row, possible=True)
            case t.IsKind():
                things = self.values(test.left, row, possible=possible)
                return any(possible if one is None else kind_of(one) in test.kinds for one in things)
            case t.Has():
                things = self.values(test.left, row, possible=possible)
                return any(possible if one is None else self.source(one, test.attribute).given(one) for one in things)
            case t.IsWord():
                assert isinstance(test.left, t.Get)
                things = self.values(test.left.base, row, possible=possible)
                return any(
                    possible if one is None else self.read(one, test.left.attribute) in test.words for one in things
                )
            case t.HasTie():
                starts = self.values(test.left, row, possible=possible)
                known = [start for start in starts if start is not None]
                ends, astray = self.walk(known, test.hops, possible=possible)
                return bool(ends) or (possible and (astray or len(known) < len(starts)))

    def pairs(self, test: Any, compare: Any, row: Row, *, possible: bool) -> bool:
        for left in self.values(test.left, row, possible=possible):
            for right in self.values(test.right, row, possible=possible):
                known = None if left is None or right is None else compare(left, right)
                if known or (possible and known is None):
                    return True
        return False

    def linked(self, link: t.Link, row: Row, *, possible: bool) -> bool:
        """Walked from the variable that was bound first."""
        near, hops, far = link.left, link.hops, link.right
        left, right = t.slots_of(near), t.slots_of(far)
        if hops and right and (not left or min(right) < min(left)):
            near, hops, far = far, tuple(hop.reversed() for hop in reversed(hops)), near
        starts = self.values(near, row, possible=possible)
        known = [start for start in starts if start is not None]
        reached: list[Any] = list(starts)
        if hops:
            ends, astray = self.walk(known, hops, possible=possible)
            reached = [*ends, None] if astray or len(known) < len(starts) else list(ends)
        for one in reached:
            for other in self.values(far, row, possible=possible):
                if one is None or other is None:
                    if possible:
                        return True
                elif key_of(one) == key_of(other):
                    return True
        return False


def _as_counted(value: Any) -> Any:
    return Counted(value.value, value.quantity) if isinstance(value, Count) else value


def ways(test: t.Test) -> list[list[t.Test]]:
    """The condition as alternatives, each a list of conditions that all have to hold."""
    if isinstance(test, t.AnyOf):
        return [way for part in test.parts for way in ways(part)]
    if isinstance(test, t.AllOf):
        return [[one for way in combination for one in way] for combination in product(*(ways(p) for p in test.parts))]
    return [[test]]
