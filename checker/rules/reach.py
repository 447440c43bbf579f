"""Walking along relations: from some rows to all that a chain of hops leads to.

Each walk looks at an edge once, also in a hub and round a cycle. A walk asks either for what is certain or
for what is possible; in the latter case it may turn out to lead anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from checker.rules.schema import Step
from checker.rules.tables import Tables


class BudgetSpent(Exception):
    """A rule looked at more rows than it may."""


class Meter(Struct, eq=False):
    """Counts the rows a rule looks at. `spend` raises BudgetSpent beyond the limit."""

    limit: int
    rows: int = 0

    def spend(self, rows: int) -> None:
        """Add `rows`."""
        self.rows += rows
        if self.rows > self.limit:
            raise BudgetSpent


class Hop(Struct, eq=False):
    """Steps that may be taken: one of them once, or (`closure`) any number of times; `with_base`: or not at all."""

    steps: tuple[Step, ...]
    closure: bool = False
    with_base: bool = False

    def reversed(self) -> Hop:
        """The same hop the other way."""
        return Hop(tuple(step.reversed() for step in self.steps), self.closure, self.with_base)


Hops = tuple[Hop, ...]
#: A step: the kinds from which it leads, and where to; where it may lead beside, and from where it may lead anywhere.
_Way = tuple[tuple[str, ...], Mapping[int, Sequence[int]], Mapping[int, Sequence[int]], AbstractSet[int]]


def reversed_hops(hops: Hops) -> Hops:
    """The chain walked from its end."""
    return tuple(hop.reversed() for hop in reversed(hops))


class Reached(Struct, eq=False):
    """Where a walk led, each row once, nearest first; `anywhere`: it may also lead anywhere else."""

    rows: list[int]
    anywhere: bool = False


def walk(tables: Tables, start: Iterable[int], hops: Hops, meter: Meter, *, possible: bool) -> Reached:
    """All that `hops` lead to from `start`."""
    reached = Reached(list(start))
    for hop in hops:
        further = _hop(tables, reached.rows, hop, meter, possible=possible)
        reached = Reached(further.rows, reached.anywhere or further.anywhere)
    return reached


def _ways(tables: Tables, hop: Hop, *, possible: bool) -> list[_Way]:
    ways: list[_Way] = []
    for step in hop.steps:
        if possible:
            ways.append((step.sources, tables.ties(step), tables.possible_ties(step), tables.open_ties(step)))
        else:
            ways.append((step.sources, tables.ties(step), {}, frozenset()))
    return ways


def _hop(tables: Tables, start: list[int], hop: Hop, meter: Meter, *, possible: bool) -> Reached:
    kind = tables.kind
    ways = _ways(tables, hop, possible=possible)
    seen: set[int] = set(start) if hop.with_base else set()
    found: list[int] = list(dict.fromkeys(start)) if hop.with_base else []
    anywhere = False
    entered = set(start)
    waiting = list(start)
    position = 0
    while position < len(waiting):
        row = waiting[position]
        position += 1
        for sources, ties, more, loose in ways:
            if kind(row) not in sources:
                continue
            nexts = ties.get(row, ())
            if row in more:
                nexts = [*nexts, *more[row]]
            anywhere = anywhere or row in loose
            meter.spend(len(nexts) + 1)
            for other in nexts:
                if other not in seen:
                    seen.add(other)
                    found.append(other)
                if hop.closure and other not in entered:
                    entered.add(other)
                    waiting.append(other)
    return Reached(found, anywhere)


def open_starts(tables: Tables, hops: Hops, meter: Meter) -> set[int]:
    """Every row from which `hops` may lead anywhere."""
    starts: set[int] = set()
    for index, hop in enumerate(hops):
        loose: set[int] = set()
        for step in hop.steps:
            loose |= tables.open_ties(step)
        if not loose:
            continue
        # The hop itself may be taken several times before it leads astray.
        before = hops[:index] + ((Hop(hop.steps, True, True),) if hop.closure else ())
        starts.update(walk(tables, sorted(loose), reversed_hops(before), meter, possible=True).rows)
    return starts
