"""Checked expressions and conditions → closures over a row.

Every closure is asked either for what is certain or for what is possible (`possible`): what is not known,
a missing value or a broken reference, makes a condition possible but not certain, and 非 changes the one
into the other (Kleene's logic). A finding is given only for what is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from checker.quantity import DateInterval, Quantity
from checker.rules import typed as t
from checker.rules.reach import Hops, Meter, reversed_hops, walk
from checker.rules.schema import Attribute
from checker.rules.search import Finder
from checker.rules.tables import Tables
from checker.rules.types import Sort
from checker.rules.values import calculate, comparing, key_of, plain_text, tally, testing

Row = list[Any]
#: The value of a single expression (None: not known), or a list of values (None in it: there may be more).
Value = Callable[[Row, bool], Any]
Check = Callable[[Row, bool], bool]


class Evaluator:
    """Compiles the expressions and conditions of one rule for one run; indexes are made when first needed."""

    def __init__(self, tables: Tables, meter: Meter) -> None:
        self.tables = tables
        self.meter = meter
        self._finders: dict[int, Finder] = {}
        self._readers: dict[tuple[tuple[str, ...], str], Callable[[int], Any]] = {}

    def finder(self, search: t.Search) -> Finder:
        """The one finder of a search."""
        known = self._finders.get(id(search))
        if known is None:
            known = self._finders[id(search)] = Finder(self, search)
        return known

    # ---- values

    def value(self, expr: t.Expr) -> Value:
        """The expression as a closure."""
        match expr:
            case t.Variable(slot=slot):
                return lambda row, _: row[slot]
            case t.Constant(value=constant):
                several = list(constant) if expr.type.many else constant
                return lambda _row, _possible: several
            case t.Get():
                return self._get(expr)
            case t.Calculation():
                left, right, sign = self.value(expr.left), self.value(expr.right), expr.sign
                return lambda row, possible: calculate(sign, left(row, possible), right(row, possible))
            case t.Walk():
                return self._walk(expr)
            case t.Tally():
                return self._tally(expr)
            case t.AsOf():
                today = DateInterval(self.tables.as_of, self.tables.as_of)
                return lambda _row, _possible: today
            case t.Found():
                finder = self.finder(expr.search)
                return lambda row, possible: finder.matches(row, possible=possible)

    def values(self, expr: t.Expr) -> Callable[[Row, bool], Sequence[Any]]:
        """The expression as a closure that always gives a list."""
        value = self.value(expr)
        if expr.type.many:
            return value
        return lambda row, possible: (value(row, possible),)

    def _get(self, expr: t.Get) -> Value:
        attribute, base = expr.attribute, self.value(expr.base)
        read = self.reader(expr.base.type.kinds, attribute)
        many_inside = attribute.type.many
        if not expr.base.type.many:
            missing: Any = [None] if many_inside else None
            if isinstance(expr.base, t.Variable):
                slot = expr.base.slot

                def named(row: Row, _: bool) -> Any:
                    thing = row[slot]
                    return missing if thing is None else read(thing)

                return named

            def single(row: Row, possible: bool) -> Any:
                thing = base(row, possible)
                return missing if thing is None else read(thing)

            return single

        def each(row: Row, possible: bool) -> list[Any]:
            found: list[Any] = []
            for thing in base(row, possible):
                if thing is None:
                    found.append(None)
                elif many_inside:
                    found += read(thing)
                else:
                    found.append(read(thing))
            return found

        return each

    def reader(self, kinds: tuple[str, ...], attribute: Attribute) -> Callable[[int], Any]:
        """How the attribute is read of a row of one of these kinds."""
        reader = self._readers.get((kinds, attribute.word))
        if reader is None:
            reader = self._readers[kinds, attribute.word] = self._reader(kinds, attribute)
        return reader

    def _reader(self, kinds: tuple[str, ...], attribute: Attribute) -> Callable[[int], Any]:
        columns = {kind: self.tables.column(kind, attribute.word) for kind in kinds}
        reads = {
            kind: column.read if column.many or not attribute.type.many else _listed(column.read)
            for kind, column in columns.items()
        }
        return self._by_kind(reads)

    def _by_kind(self, asks: dict[str, Callable[[int], Any]]) -> Callable[[int], Any]:
        """What is asked of a row by way of its kind."""
        first = next(iter(asks.values()))
        if all(ask is first for ask in asks.values()):
            return first
        kind = self.tables.kind
        return lambda row: asks[kind(row)](row)

    def _walk(self, expr: t.Walk) -> Value:
        tables, meter, hops, base = self.tables, self.meter, expr.hops, self.values(expr.base)

        def reached(row: Row, possible: bool) -> list[Any]:
            start = base(row, possible)
            known = [thing for thing in start if thing is not None]
            led = walk(tables, known, hops, meter, possible=possible)
            lost = led.anywhere or len(known) < len(start)
            return [*led.rows, None] if lost else list(led.rows)

        return reached

    def _tally(self, expr: t.Tally) -> Value:
        function, meter = expr.function, self.meter
        if expr.search is None:
            assert expr.value is not None
            values = self.values(expr.value)

            def of_values(row: Row, _possible: bool) -> Any:
                found = values(row, True)
                if None in found or len(found) != len(values(row, False)):
                    return None
                meter.spend(len(found))
                return len(found) if function == "count" else tally(function, list(found))

            return of_values
        finder = self.finder(expr.search)
        if expr.value is None:

            def count(row: Row, _possible: bool) -> int | None:
                certain = finder.count(row, possible=False)
                return certain if finder.count(row, possible=True) == certain else None

            return count
        value, slot = self.value(expr.value), expr.search.slot

        def of_matches(row: Row, _possible: bool) -> Any:
            matches = finder.matches(row, possible=False)
            if finder.count(row, possible=True) != len(matches):
                return None
            inner = row + [None] * (slot + 1 - len(row))
            found = []
            for thing in matches:
                inner[slot] = thing
                found.append(value(inner, False))
            return tally(function, found)

        return of_matches

    # ---- conditions

    def check(self, test: t.Test) -> Check:
        """The condition as a closure."""
        match test:
            case t.AllOf():
                return self._each_part(test.parts, stop=False)
            case t.AnyOf():
                return self._each_part(test.parts, stop=True)
            case t.Not():
                inner = self.check(test.part)
                return lambda row, possible: not inner(row, not possible)
            case t.Exists():
                finder = self.finder(test.search)
                return lambda row, possible: finder.any(row, possible=possible)
            case t.Link():
                return self._link(test)
            case t.Compare() | t.TextIs() | t.Commensurable():
                return self._pairs(test)
            case t.IsKind() | t.IsWord() | t.Has():
                return self._each(test)
            case t.Meets():
                left, right, meet = self.value(test.left), self.value(test.right), _meeting(test)
                return lambda row, possible: meet(left(row, possible), right(row, possible))
            case t.HasTie():
                reached = self._walk(t.Walk(test.left, test.hops, test.left.type))
                return lambda row, possible: any(possible or thing is not None for thing in reached(row, possible))

    def _each_part(self, parts: Sequence[t.Test], *, stop: bool) -> Check:
        """The parts one after another, up to the first that is `stop`; a part is compiled when first asked."""
        if len(parts) == 1:
            return self.check(parts[0])
        checks: list[Check] = []
        waiting = list(reversed(parts))

        def holds(row: Row, possible: bool) -> bool:
            for check in checks:
                if check(row, possible) is stop:
                    return stop
            while waiting:
                check = self.check(waiting[-1])
                checks.append(check)
                waiting.pop()
                if check(row, possible) is stop:
                    return stop
            return not stop

        return holds

    def _link(self, link: t.Link) -> Check:
        near, hops, far = outward(link)
        one = self._walk(t.Walk(near, hops, near.type)) if hops else self.values(near)
        other = self.values(far)

        def linked(row: Row, possible: bool) -> bool:
            ends = other(row, possible)
            keys = {key_of(value) for value in one(row, possible)}
            if possible and ((None in keys and ends) or (keys and None in ends)):
                return True
            return any(value is not None and key_of(value) in keys for value in ends)

        return linked

    def _pairs(self, test: t.Compare | t.TextIs | t.Commensurable) -> Check:
        compare = _comparison(test)
        if not (test.left.type.many or test.right.type.many):
            one_left, one_right = self.value(test.left), self.value(test.right)

            def both(row: Row, possible: bool) -> bool:
                known = compare(one_left(row, possible), one_right(row, possible))
                return possible if known is None else known

            return both
        left, right = self.values(test.left), self.values(test.right)

        def holds(row: Row, possible: bool) -> bool:
            others = right(row, possible)
            for one in left(row, possible):
                for other in others:
                    known = compare(one, other)
                    if known or (possible and known is None):
                        return True
            return False

        return holds

    def _each(self, test: t.IsKind | t.IsWord | t.Has) -> Check:
        """Whether it is so of one of the things; a missing word is no word, but a thing in doubt may be any."""
        things = test.left
        ask: Callable[[int], bool]
        if isinstance(test, t.IsKind):
            kinds, kind_of = test.kinds, self.tables.kind
            ask = lambda thing: kind_of(thing) in kinds  # noqa: E731
        elif isinstance(test, t.Has):
            word = test.attribute.word
            ask = self._by_kind({kind: self.tables.column(kind, word).given for kind in things.type.kinds})
        else:
            words = test.words
            if not isinstance(things, t.Get):
                value = self.values(things)
                return lambda row, possible: any(word in words for word in value(row, possible))
            read = self.reader(things.base.type.kinds, things.attribute)
            ask = lambda thing: read(thing) in words  # noqa: E731
            things = things.base
        if isinstance(things, t.Variable) and not things.type.many:
            # By far the most: what a rule asks of a thing that it names.
            slot = things.slot

            def of_named(row: Row, possible: bool) -> bool:
                thing = row[slot]
                return possible if thing is None else bool(ask(thing))

            return of_named
        if not things.type.many:
            only = self.value(things)

            def of_one(row: Row, possible: bool) -> bool:
                thing = only(row, possible)
                return possible if thing is None else bool(ask(thing))

            return of_one
        each = self.values(things)
        return lambda row, possible: any(possible if thing is None else ask(thing) for thing in each(row, possible))


def outward(link: t.Link) -> tuple[t.Expr, Hops, t.Expr]:
    """The link walked from the thing that was named first: what a finding is about stands before the others."""
    left, right = t.slots_of(link.left), t.slots_of(link.right)
    if link.hops and right and (not left or min(right) < min(left)):
        return link.right, reversed_hops(link.hops), link.left
    return link.left, link.hops, link.right


def _listed(read: Callable[[int], Any]) -> Callable[[int], list[Any]]:
    return lambda row: [read(row)]


def _comparison(test: t.Compare | t.TextIs | t.Commensurable) -> Callable[[Any, Any], bool | None]:
    if isinstance(test, t.Compare):
        return comparing(test.left.type, test.sign)
    if isinstance(test, t.TextIs):
        ask = testing(test.test)
        return lambda text, other: None if text is None or other is None else ask(plain_text(text), plain_text(other))
    return _commensurable


def _meeting(test: t.Meets) -> Callable[[Any, Any], bool]:
    """Whether values may be the same: of quantities, whether what they allow has anything in common."""
    if test.left.type.sort is not Sort.QUANTITY:
        return _meet
    alike = comparing(test.left.type, "=")
    return lambda left, right: alike(left, right) is not False


def _meet(left: Any, right: Any) -> bool:
    return left is None or right is None or bool(key_of(left) == key_of(right))


def _commensurable(left: Any, right: Any) -> bool | None:
    one = left.unit if isinstance(left, Quantity) else left
    other = right.unit if isinstance(right, Quantity) else right
    return None if one is None or other is None else one.dimension == other.dimension
