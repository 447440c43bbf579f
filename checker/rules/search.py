"""Finding the things that match a search: by indexes over their values and walks along relations.

A search is taken apart once. What concerns only the thing itself filters the things beforehand; what links
it to the row is looked up in an index or walked to; the rest is tried on each candidate. Whether anything
matches at all is, where one walk is the only tie, answered for all rows together: the walk goes back from
all candidates at once, so that a hub or a long chain costs what its edges cost (a semi-join).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from checker.rules import typed as t
from checker.rules.extremes import Extremes, extremes_of
from checker.rules.lookup import Bucket, Index, Lookup, index_of
from checker.rules.reach import open_starts, reversed_hops, walk
from checker.rules.ties import Tie, alternatives, is_same
from checker.rules.values import key_of

if TYPE_CHECKING:
    from checker.rules.evaluate import Check, Evaluator, Row

_MANY = 1 << 60
_Made = TypeVar("_Made", Index, Lookup)


class Finder:
    """One search of one rule, ready to be asked for each row."""

    def __init__(self, evaluator: Evaluator, search: t.Search) -> None:
        self._evaluator = evaluator
        parts = list(alternatives(search.condition.parts, search.slot))
        self._ways = [_Way(evaluator, search, way) for way in parts]

    def any(self, row: Row, *, possible: bool) -> bool:
        """Whether something matches."""
        if len(self._ways) == 1:
            return self._ways[0].any(row, possible)
        return any(way.any(row, possible) for way in self._ways)

    def matches(self, row: Row, *, possible: bool) -> list[Any]:
        """All that match, each once."""
        if len(self._ways) == 1:
            return list(self._ways[0].matches(row, possible))
        found = (thing for way in self._ways for thing in way.matches(row, possible))
        return list(dict.fromkeys(found))

    def count(self, row: Row, *, possible: bool) -> int:
        """How many match; a number beyond all counting where there may be more than can be known."""
        if possible and any(way.beyond(row) for way in self._ways):
            return _MANY
        return len(self.matches(row, possible=possible))

    def links(self, known: frozenset[int]) -> bool:
        """Whether every alternative ties the thing to one of the `known` slots."""
        return all(way.links_to(known) for way in self._ways)


class _Way:
    """One alternative of a search."""

    def __init__(self, evaluator: Evaluator, search: t.Search, parts: tuple[t.Test, ...]) -> None:
        self._evaluator = evaluator
        self._tables = evaluator.tables
        self._meter = evaluator.meter
        self._slot = search.slot
        self._kinds = search.kinds
        self._others: list[t.Test] = []
        self._same: list[Tie] = []
        self._walks: list[Tie] = []
        before: list[t.Test] = []
        inside: list[t.Test] = []
        for part in parts:
            slots = t.slots_of(part)
            if self._slot not in slots:
                before.append(part)
            elif slots == {self._slot}:
                inside.append(part)
            else:
                self._place(part)
        self._before = evaluator.check(t.AllOf(tuple(before))) if before else None
        self._inside = evaluator.check(t.AllOf(tuple(inside))) if inside else None
        self._single = not any(tie.outer.type.many or tie.inner.type.many for tie in self._same)
        self._open_places = frozenset(at for at, tie in enumerate(self._same) if tie.meets is not None)
        self._pools: dict[bool, list[Any]] = {}
        self._indexes: dict[tuple[int, bool], Index] = {}
        self._alike: dict[bool, Lookup] = {}
        self._led: dict[tuple[int, bool], set[Any] | None] = {}
        self._opened: dict[int, set[int]] = {}
        self._members: dict[bool, set[Any]] = {}
        #: What leads to the thing where one walk from it is all that is asked.
        outer = self._walks[0].outer if len(self._walks) == 1 else None
        alone = not (before or self._same or self._others)
        self._leads = outer if alone and isinstance(outer, t.Variable) and not outer.type.many else None
        self._leading_rows: dict[bool, set[int] | None] = {}

    def _place(self, part: t.Test) -> None:
        """Sort what is said of the thing and of the row together."""
        if isinstance(part, t.Link) and (tie := self._tie(part)) is not None:
            (self._walks if tie.hops else self._same).append(tie)
        elif is_same(part) and (tie := self._tie(t.Link(part.left, (), part.right))) is not None:
            tie.meets = part
            self._same.append(tie)
        else:
            self._others.append(part)

    @cached_property
    def _rest(self) -> list[Check]:
        """What is neither a tie nor said of one alone."""
        return [self._evaluator.check(part) for part in self._others]

    @cached_property
    def _compared(self) -> list[Extremes]:
        """Those of it that can be asked of the extremes."""
        found = (extremes_of(part, self._slot, self._evaluator) for part in self._others)
        return [one for one in found if one is not None]

    def _tie(self, link: t.Link) -> Tie | None:
        left, right = t.slots_of(link.left), t.slots_of(link.right)
        outer, hops, inner = link.left, link.hops, link.right
        if left == {self._slot} and self._slot not in right:
            outer, hops, inner = link.right, reversed_hops(link.hops), link.left
        elif right != {self._slot} or self._slot in left:
            return None
        return Tie(self._evaluator, outer, hops, inner)

    def links_to(self, known: frozenset[int]) -> bool:
        """Whether a tie leads here from slots that are all known."""
        return any(t.slots_of(tie.outer) <= known for tie in (*self._same, *self._walks))

    # ---- asking

    def any(self, row: Row, possible: bool) -> bool:
        """Whether something matches; `row` is not changed."""
        if self._leads is not None:
            leading = self._leading(self._leads, possible)
            if leading is not None:
                start = row[self._leads.slot]
                return possible if start is None else start in leading
        if self._before is not None and not self._before(row, possible):
            return False
        if possible and self._lost(row):
            return True
        if not self._pool(possible):
            return False
        if len(self._walks) + len(self._others) <= 1 and len(self._others) == len(self._compared):
            answer = self._any_together(row, possible)
            if answer is not None:
                return answer
        return next(self._candidates(row, possible), None) is not None

    def matches(self, row: Row, possible: bool) -> Iterator[Any]:
        """What matches, each thing once."""
        if (self._before is None or self._before(row, possible)) and self._pool(possible):
            yield from self._candidates(row, possible)

    def beyond(self, row: Row) -> bool:
        """Whether more may match than there are things."""
        return (self._before is None or self._before(row, True)) and self._lost(row)

    def _lost(self, row: Row) -> bool:
        """Whether a tie may lead from the row to anything, because a reference on the way is broken."""
        for tie in self._same:
            if tie.meets is None and None in tie.outer_values(row, True):
                return True
        for tie in self._walks:
            starts = tie.outer_values(row, True)
            if None in starts or not self._open(tie).isdisjoint(starts):
                return True
        return False

    def _open(self, tie: Tie) -> set[int]:
        known = self._opened.get(id(tie))
        if known is None:
            known = self._opened[id(tie)] = open_starts(self._tables, tie.hops, self._meter)
        return known

    # ---- the things

    def _pool(self, possible: bool) -> list[Any]:
        """The things that may match as far as they themselves are concerned."""
        pool = self._pools.get(possible)
        if pool is None:
            things = [thing for kind in self._kinds for thing in self._tables.rows(kind)]
            self._meter.spend(len(things))
            if self._inside is not None:
                row: Row = [None] * (self._slot + 1)
                pool = []
                for thing in things:
                    row[self._slot] = thing
                    if self._inside(row, possible):
                        pool.append(thing)
            else:
                pool = things
            self._pools[possible] = pool
        return pool

    def _within(self, possible: bool) -> set[Any]:
        members = self._members.get(possible)
        if members is None:
            members = self._members[possible] = set(self._pool(possible))
        return members

    def _inner(self, tie: Tie, thing: Any, possible: bool) -> Sequence[Any]:
        read = tie.inner_read
        if read is not None:
            return (read(thing),)
        row: Row = [None] * (self._slot + 1)
        row[self._slot] = thing
        return tie.inner_values(row, possible)

    def _index(self, tie: Tie, possible: bool) -> Index:
        key = (id(tie), possible)
        index = self._indexes.get(key)
        if index is None:
            pool = self._pool(possible)
            made = partial(index_of, pool, lambda thing: map(key_of, self._inner(tie, thing, possible)))
            index = self._indexes[key] = self._shared((tie,), None, made)
            self._meter.spend(len(pool))
        return index

    def _shared(self, ties: Sequence[Tie], open_places: frozenset[int] | None, make: Callable[[], _Made]) -> _Made:
        """What is made of columns of all things of a kind, made once for all rules."""
        words: list[str | None] = [tie.word for tie in ties]
        if self._inside is not None or len(self._kinds) > 1 or None in words:
            return make()
        key, kept = (self._kinds[0], open_places, *words), self._tables.indexes
        if key not in kept:
            kept[key] = make()
        found: _Made = kept[key]
        return found

    # ---- all rows together

    def _any_together(self, row: Row, possible: bool) -> bool | None:
        """The answer by way of what is made once for all rows; None where that cannot be had."""
        buckets = self._buckets(row, possible)
        if buckets is None:
            return None
        for bucket in buckets:
            if self._walks:
                answer = self._is_led_to(bucket, row, possible)
            else:
                answer = all(one.any(bucket, row, possible=possible) for one in self._compared)
            if answer is not False:
                return answer
        return False

    def _leading(self, start: t.Variable, possible: bool) -> set[int] | None:
        """All rows from which the only walk leads to something; None where it cannot be told for all rows."""
        if possible not in self._leading_rows:
            pool, tie = self._pool(possible), self._walks[0]
            row: Row = [None] * (start.slot + 1)
            led = not pool or self._is_led_to(pool, row, possible) is not None
            leading = set(self._led[id(pool), possible] or ()) if pool and led else set()
            if possible:
                leading |= self._open(tie)
            self._leading_rows[possible] = leading if led else None
        return self._leading_rows[possible]

    def _is_led_to(self, bucket: Bucket, row: Row, possible: bool) -> bool | None:
        """Whether the walk from the row leads to one of a bucket; None where it cannot be told for all rows."""
        tie, key = self._walks[0], (id(bucket), possible)
        if key not in self._led:
            starts = [value for thing in bucket for value in self._inner(tie, thing, possible)]
            back = None
            if not possible or None not in starts:
                known = [value for value in starts if value is not None]
                back = walk(self._tables, known, reversed_hops(tie.hops), self._meter, possible=possible)
            self._led[key] = None if back is None else set(back.rows)
        led = self._led[key]
        return None if led is None else any(value in led for value in tie.outer_values(row, possible))

    def _buckets(self, row: Row, possible: bool) -> Iterable[Bucket] | None:
        """The things that all ties without hops lead to from the row; None where one leads by way of many values."""
        if not self._single:
            return None
        key = tuple([key_of(tie.outer_values(row, possible)[0]) for tie in self._same])
        if None in key and any(value is None and at not in self._open_places for at, value in enumerate(key)):
            return ()  # what is possible has been dealt with before
        return self._lookup(possible).buckets(key, possible=possible)

    def _lookup(self, possible: bool) -> Lookup:
        """The pool by the keys of all ties without hops together."""
        lookup = self._alike.get(possible)
        if lookup is None:
            lookup = self._alike[possible] = self._shared(
                self._same, self._open_places, partial(self._look_up, possible)
            )
            self._meter.spend(len(self._pool(possible)) if self._same else 0)
        return lookup

    def _look_up(self, possible: bool) -> Lookup:
        lookup = Lookup(self._open_places)
        for thing in self._pool(possible):
            lookup.add(thing, tuple(key_of(self._inner(tie, thing, possible)[0]) for tie in self._same))
        return lookup

    # ---- row by row

    def _candidates(self, row: Row, possible: bool) -> Iterator[Any]:
        """What matches, once what concerns the row alone has been looked at."""
        found, tried = self._found(row, possible)
        tests = [self._trial(tie, row, possible) for tie in tried if tie.meets is None]
        checks = [*self._rest, *(tie.check for tie in tried if tie.meets is not None)]
        inner = row + [None] * (self._slot + 1 - len(row))
        for thing in found:
            self._meter.spend(1)
            inner[self._slot] = thing
            if all(test(thing) for test in tests) and all(check(inner, possible) for check in checks):
                yield thing

    def _found(self, row: Row, possible: bool) -> tuple[Iterable[int], list[Tie]]:
        """Few things, those that match among them, and the ties that are still to be tried on each."""
        alike = self._buckets(row, possible) if self._same else None
        if alike is None:
            closed = [tie for tie in self._same if tie.meets is None]
            driver, _ = self._driver([*closed, *self._walks], row, possible)
        else:
            buckets = list(alike)
            driver, cost = self._driver(self._walks, row, possible)
            if sum(map(len, buckets)) <= cost:
                return chain.from_iterable(buckets), self._walks
        tried = [tie for tie in (*self._same, *self._walks) if tie is not driver]
        return self._led_by(driver, row, possible), tried

    def _driver(self, ties: list[Tie], row: Row, possible: bool) -> tuple[Tie | None, int]:
        """The tie that leads to the fewest candidates, and to how many, as far as that can be told beforehand."""
        best, cheapest = None, _MANY
        for tie in ties:
            if tie.hops:
                cost = self._cost(tie, row, possible)
            else:
                index = self._index(tie, possible)
                cost = sum(len(index.by_key.get(key_of(value), ())) for value in tie.outer_values(row, possible))
            if cost < cheapest:
                best, cheapest = tie, cost
        return best, cheapest

    def _cost(self, tie: Tie, row: Row, possible: bool) -> int:
        hop = tie.hops[0]
        if len(tie.hops) > 1 or hop.closure:
            return _MANY - 1
        starts = [value for value in tie.outer_values(row, possible) if value is not None]
        ties = [self._tables.ties(step) for step in hop.steps]
        return sum(len(one.get(start, ())) for start in starts for one in ties)

    def _led_by(self, driver: Tie | None, row: Row, possible: bool) -> Iterable[Any]:
        if driver is None:
            return self._pool(possible)
        outers = driver.outer_values(row, possible)
        if not driver.hops:
            index = self._index(driver, possible)
            found = [thing for value in outers for thing in index.by_key.get(key_of(value), ())]
        else:
            known = [value for value in outers if value is not None]
            ends = walk(self._tables, known, driver.hops, self._meter, possible=possible).rows
            if isinstance(driver.inner, t.Variable):
                within = self._within(possible)
                return [thing for thing in ends if thing in within]
            index = self._index(driver, possible)
            found = [thing for value in ends for thing in index.by_key.get(value, ())]
            outers = ends
        if possible and outers:
            found += index.unknown
        return dict.fromkeys(found)

    def _trial(self, tie: Tie, row: Row, possible: bool) -> Callable[[Any], bool]:
        """Whether a candidate is tied to the row by `tie`, too."""
        outers = {key_of(value) for value in tie.outer_values(row, possible) if value is not None}
        back = reversed_hops(tie.hops)
        one_step = len(back) == 1 and not back[0].closure
        led: set[Any] | None = None if tie.hops else outers

        def tied(thing: Any) -> bool:
            nonlocal led
            ends = self._inner(tie, thing, possible)
            unknown = possible and None in ends
            if led is None and one_step and not unknown:
                # Looked at from the candidate, which as a rule has fewer ties than what all have in common.
                known = [end for end in ends if end is not None]
                return not outers.isdisjoint(walk(self._tables, known, back, self._meter, possible=possible).rows)
            if led is None:
                led = set(walk(self._tables, outers, tie.hops, self._meter, possible=possible).rows)
            return bool(unknown and led) or any(end is not None and key_of(end) in led for end in ends)

        return tied
