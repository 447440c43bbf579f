"""How a search is taken apart: its alternatives, and the ties that lead from a row to the thing looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, TypeGuard

from checker.rules import typed as t
from checker.rules.reach import Hops
from checker.rules.types import Sort

if TYPE_CHECKING:
    from checker.rules.evaluate import Check, Evaluator, Row

#: A search whose 或 makes more alternatives than this tries the 或 on each candidate instead.
_MOST_ALTERNATIVES = 16


def alternatives(parts: Iterable[t.Test], slot: int) -> Iterator[tuple[t.Test, ...]]:
    """The condition as alternatives, each a list of conditions that all have to hold.

    Only an 或 that ties the thing in `slot` to others is taken apart.
    """
    choices: list[tuple[tuple[t.Test, ...], ...]] = []
    total = 1
    for part in parts:
        ways: tuple[tuple[t.Test, ...], ...] = ((part,),)
        if isinstance(part, t.AnyOf) and _ties(part, slot):
            ways = tuple(way for one in part.parts for way in alternatives(_parts(one), slot))
            if total * len(ways) > _MOST_ALTERNATIVES:
                ways = ((part,),)
        total *= len(ways)
        choices.append(ways)
    for combination in product(*choices):
        yield tuple(test for way in combination for test in way)


def _parts(test: t.Test) -> tuple[t.Test, ...]:
    return test.parts if isinstance(test, t.AllOf) else (test,)


def _ties(test: t.Test, slot: int) -> bool:
    if isinstance(test, t.AllOf | t.AnyOf):
        return any(_ties(part, slot) for part in test.parts)
    return isinstance(test, t.Link) and slot in t.slots_of(test) and len(t.slots_of(test)) > 1


class Tie:
    """A link from the row (`outer`) to the thing looked for (`inner`), walked in that direction; compiled when asked.

    `meets`: the tie holds wherever either is not known.
    """

    def __init__(self, evaluator: Evaluator, outer: t.Expr, hops: Hops, inner: t.Expr) -> None:
        self._evaluator = evaluator
        self.outer = outer
        self.hops = hops
        self.inner = inner
        self.meets: t.Meets | None = None

    @cached_property
    def outer_values(self) -> Callable[[Row, bool], Sequence[Any]]:
        """What leads from the row."""
        return self._evaluator.values(self.outer)

    @cached_property
    def inner_values(self) -> Callable[[Row, bool], Sequence[Any]]:
        """What leads from the thing."""
        return self._evaluator.values(self.inner)

    @cached_property
    def inner_read(self) -> Callable[[int], Any] | None:
        """What leads from the thing where that is the thing itself or one value of it."""
        if isinstance(self.inner, t.Variable):
            return _itself
        if self.inner.type.many or not isinstance(self.inner, t.Get) or not isinstance(self.inner.base, t.Variable):
            return None
        return self._evaluator.reader(self.inner.base.type.kinds, self.inner.attribute)

    @property
    def word(self) -> str | None:
        """The column of the thing that is tied, "" where it is the thing itself; None where it is neither."""
        if isinstance(self.inner, t.Variable):
            return ""
        read = self.inner if isinstance(self.inner, t.Get) and isinstance(self.inner.base, t.Variable) else None
        return read.attribute.word if read is not None else None

    @cached_property
    def check(self) -> Check:
        """Whether the two meet, of a tie that need not be known."""
        assert self.meets is not None
        return self._evaluator.check(self.meets)


def _itself(thing: int) -> int:
    return thing


def is_same(part: t.Test) -> TypeGuard[t.Meets]:
    """Whether it asks for one value on both sides, which an index finds; quantities may meet in part."""
    return isinstance(part, t.Meets) and part.left.type.sort is not Sort.QUANTITY
