"""Whether anything in a bucket compares with a row: asked of the greatest and the least of it, not of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from checker.quantity import Quantity
from checker.rules import typed as t
from checker.rules.lookup import Bucket
from checker.rules.types import Sort, Type
from checker.rules.values import comparing

if TYPE_CHECKING:
    from checker.rules.evaluate import Evaluator, Row, Value

#: A sign read from the other side.
_TURNED = {"<": ">", "≤": "≥", ">": "<", "≥": "≤", "≠": "≠"}
_SORTS = frozenset({Sort.NUMBER, Sort.QUANTITY})
_ZERO = Fraction(0)
#: One end of what a value may be, the least first: whether it is infinite, the number, and whether more lies beyond it.
_End = tuple[int, Fraction, bool]


def extremes_of(test: t.Test, slot: int, evaluator: Evaluator) -> Extremes | None:
    """The comparison of one value of the thing in `slot` with one of the row, if it is one whose extremes tell all."""
    compare, sign = (test.part, "≠") if isinstance(test, t.Not) else (test, "")
    if not isinstance(compare, t.Compare) or (compare.sign == "=") is not (sign == "≠"):
        return None
    inner, outer, sign = compare.left, compare.right, sign or compare.sign
    if t.slots_of(outer) == {slot}:
        inner, outer, sign = outer, inner, _TURNED[sign]
    if t.slots_of(inner) != {slot} or slot in t.slots_of(outer):
        return None
    if not (_has_extremes(inner.type) and _has_extremes(outer.type)):
        return None
    value = evaluator.value(inner)

    def of_thing(thing: int, possible: bool) -> Any:
        row: Row = [None] * (slot + 1)
        row[slot] = thing
        return value(row, possible)

    return Extremes(of_thing, sign, evaluator.value(outer))


def _has_extremes(type_: Type) -> bool:
    return not type_.many and type_.sort in _SORTS


class Extremes:
    """The comparison `inner` sign `outer` of each thing with a row; the sign is one of < ≤ > ≥ ≠."""

    def __init__(self, inner: Callable[[int, bool], Any], sign: str, outer: Value) -> None:
        self._inner = inner
        self._outer = outer
        self._negated = sign == "≠"
        self._compare = comparing(Type(Sort.QUANTITY), "=" if self._negated else sign)
        self._least = sign in "<≤≠"
        self._greatest = sign in ">≥≠"
        self._kept: dict[tuple[int, bool], list[Any]] = {}

    def any(self, bucket: Bucket, row: Row, *, possible: bool) -> bool:
        """Whether the comparison holds, or may hold, of one of the bucket."""
        outer = self._outer(row, possible)
        return any(self._holds(value, outer, possible=possible) for value in self._extremes(bucket, possible=possible))

    def _holds(self, value: Any, outer: Any, *, possible: bool) -> bool:
        known = self._compare(value, outer)
        return possible if known is None else known is not self._negated

    def _extremes(self, bucket: Bucket, *, possible: bool) -> list[Any]:
        """The values of the bucket of which the comparison holds if it holds of any; kept for the rows that follow."""
        kept = self._kept.get((id(bucket), possible))
        if kept is None:
            values = [self._inner(thing, possible) for thing in bucket]
            kept = self._kept[id(bucket), possible] = list(self._chosen(values, possible=possible))
        return kept

    def _chosen(self, values: list[Any], *, possible: bool) -> Iterable[Any]:
        if possible and None in values:
            yield None
            return
        by_unit: dict[Any, list[Any]] = {}
        for value in values:
            if value is not None:
                by_unit.setdefault(_dimension(value), []).append(value)
        for alike in by_unit.values():
            # What has to be so is asked of the far end of each, what may be so of the near end.
            if self._least:
                yield min(alike, key=_low if possible else _high)
            if self._greatest:
                yield max(alike, key=_high if possible else _low)


def _dimension(value: Any) -> Any:
    """What values that can be put in an order have in common."""
    if not isinstance(value, Quantity):
        return None
    return value.unit.dimension if value.unit is not None else value.unit_text


def _low(value: Any) -> _End:
    if not isinstance(value, Quantity):
        return 0, Fraction(value), False
    low, factor = value.interval.low, value.unit.factor if value.unit is not None else 1
    return (-1, _ZERO, False) if low is None else (0, low * factor, value.interval.low_open)


def _high(value: Any) -> _End:
    if not isinstance(value, Quantity):
        return 0, Fraction(value), True
    high, factor = value.interval.high, value.unit.factor if value.unit is not None else 1
    return (1, _ZERO, True) if high is None else (0, high * factor, not value.interval.high_open)
