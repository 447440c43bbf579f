"""Claims that cannot both hold: one indicator, one scope, one year, told the same way, with values apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.prose.claims import Claim
from checker.quantity import Interval, Quantity, UnitError, UnitKind, convert

_ABOUT = Fraction(1, 20)  # what 约 and 左右 leave open, as a share of an amount
_ABOUT_POINTS = Fraction(1)  # and of a percentage, in points
_SLIP = 1000


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims, with the offset of their paragraphs; `power` is k where they are a factor of 10^k ≥ 1000 apart."""

    first: Claim
    first_offset: int
    second: Claim
    second_offset: int
    power: int


def find_conflicts(claims: Iterable[tuple[Claim, int]], own: str = "") -> Iterator[Conflict]:
    """Claims (with the offset of their paragraph) that contradict an earlier one; linear in their number.

    Only claims whose year is told are compared, never a target with what has been reached. `own` is
    the sign of the text's own scope: 区 makes 全区 and 我区 the same as no scope at all.
    """
    known: dict[tuple[object, ...], list[tuple[Claim, int]]] = {}
    for claim, offset in claims:
        key = _key(claim, own)
        if key is None:
            continue
        earlier = known.setdefault(key, [])
        for other, other_offset in earlier:
            if _alike(other, claim) and apart(other.figure.quantity, claim.figure.quantity):
                power = power_apart(other.figure.quantity, claim.figure.quantity)
                yield Conflict(other, other_offset, claim, offset, power)
                break
        if len(earlier) < 4:
            earlier.append((claim, offset))


def find_conflicts_between(
    first: Iterable[tuple[Claim, int]], second: Iterable[tuple[Claim, int]], own: str = ""
) -> Iterator[Conflict]:
    """Claims of one document that contradict one of another, told as `find_conflicts` tells them; linear."""
    known: dict[tuple[object, ...], list[tuple[Claim, int]]] = {}
    for claim, offset in first:
        if (key := _key(claim, own)) is not None:
            known.setdefault(key, []).append((claim, offset))
    for claim, offset in second:
        for other, other_offset in known.get(_key(claim, own) or (), ())[:4]:
            if _alike(other, claim) and apart(other.figure.quantity, claim.figure.quantity):
                power = power_apart(other.figure.quantity, claim.figure.quantity)
                yield Conflict(other, other_offset, claim, offset, power)
                break


def _key(claim: Claim, own: str) -> tuple[object, ...] | None:
    """What two claims have in common that speak of one thing; None for one without year or unit."""
    unit = claim.figure.quantity.unit
    if claim.year is None or unit is None:
        return None
    scope = "" if own and claim.scope.endswith(own) else claim.scope
    return claim.subject, scope, claim.change, claim.year, unit.dimension


def _alike(one: Claim, two: Claim) -> bool:
    return not (one.target and two.actual) and not (one.actual and two.target)


def apart(one: Quantity, two: Quantity) -> bool:
    """Whether no value, rounded as both are printed, fits both; with room for 约 and 左右."""
    if one.unit is None or two.unit is None:
        return False
    try:
        factor = convert(Fraction(1), two.unit, one.unit)
    except UnitError:
        return False
    return _allowed(one).disjoint(_allowed(two).scale(factor))


def _allowed(quantity: Quantity) -> Interval:
    interval = quantity.rounded()
    if not quantity.approx or quantity.point is None:
        return interval
    ratio = quantity.unit is not None and quantity.unit.kind in (UnitKind.RATIO, UnitKind.POINTS)
    return interval.widen(_ABOUT_POINTS if ratio else abs(quantity.point) * _ABOUT)


def power_apart(one: Quantity, two: Quantity) -> int:
    """The k where one value is 10^k times the other, k ≥ 3, as finely as both are printed; else 0."""
    if one.point is None or two.point is None or one.unit is None or two.unit is None:
        return 0
    left, right = one.point * one.unit.factor, two.point * two.unit.factor
    if not left or not right:
        return 0
    large, small = max(abs(left), abs(right)), min(abs(left), abs(right))
    ratio, power = large / small, 0
    while ratio >= 10:
        ratio, power = ratio / 10, power + 1
    if ratio > 5:
        ratio, power = ratio / 10, power + 1
    room = Fraction(1, 100)
    return power if 10**power >= _SLIP and abs(ratio - 1) <= room else 0
