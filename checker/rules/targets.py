"""Predicates on what one indicator or one resource says by itself: no relation between indicators, no solver."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from checker.finding import Related
from checker.messages import Message
from checker.messages.solve import (
    GROWTH_ABOUT,
    GROWTH_ADVICE,
    GROWTH_ADVICE_TARGET,
    GROWTH_BASE,
    GROWTH_MISSES,
    GROWTH_POINTS_MISS,
    GROWTH_PRICES,
    GROWTH_SLIP,
    GROWTH_TARGET,
    PRICE_CONSTANT,
    PRICE_CURRENT,
    PRICE_UNTOLD,
    TARGETS_OTHER,
    TARGETS_TENSES,
    TARGETS_TWO,
    TARGETS_TWO_ADVICE,
)
from checker.model import Figure, Indicator
from checker.quantity import Comparator, Interval, Quantity, UnitKind
from checker.rules.facts import Facts
from checker.rules.predicates import Record, predicate
from checker.solve.arithmetic import rate_needed, short, write_rate, write_value
from checker.solve.bounds import bounds_of, growth_of, key_of, period_of, price_of, prices_meet, tolerance_of

#: So many times off, a unit or a digit is wrong rather than the reckoning.
_SLIP = 3


@predicate("目标值冲突", "conflicting_targets")
def conflicting_targets(facts: Facts) -> Iterator[Record]:
    """Two values of one indicator, year, kind, scope, reckoning and price of which only one can hold.

    Of several that clash, the pair farthest apart is told.
    """
    for indicator in facts.things("indicator"):
        groups: dict[object, list[tuple[Figure, Interval]]] = {}
        for figure in indicator.figures if len(indicator.figures) > 1 else ():
            bounds = bounds_of(figure)
            if bounds is not None:
                groups.setdefault(key_of(figure), []).append((figure, bounds))
        for group in groups.values():
            pairs = [pair for pair in combinations(group, 2) if pair[0][1].disjoint(pair[1][1])]
            if pairs:
                yield _two_values(*max(pairs, key=_gap))


def _gap(pair: tuple[tuple[Figure, Interval], tuple[Figure, Interval]]) -> Fraction:
    one, two = pair[0][1], pair[1][1]
    below, above = (one, two) if one.below(two) else (two, one)
    assert below.high is not None
    assert above.low is not None
    return above.low - below.high


def _two_values(one: tuple[Figure, Interval], two: tuple[Figure, Interval]) -> Record:
    first, second = one[0], two[0]
    indicator = first.indicator
    assert indicator is not None
    tense = TARGETS_TENSES[first.tense]()
    message = TARGETS_TWO(
        name=indicator.name,
        time=first.name.rpartition("·")[2],
        time_en=first.year or first.basis,
        tense=tense,
        tense_en=tense,
        one=_written(first),
        two=_written(second),
        first=first.name_span.start_place.line,
        second=second.name_span.start_place.line,
    )
    related = (Related(TARGETS_OTHER(), first.name_span),)
    return Record("conflicting_targets", second, second.name_span, message, TARGETS_TWO_ADVICE(), related)


def _written(figure: Figure) -> str:
    quantity: Quantity | None = figure.quantity
    return quantity.describe() if quantity is not None else ""


# ---- growth


@predicate("增速不符", "growth_mismatch")
def growth_mismatches(facts: Facts) -> Iterator[Record]:
    """Growth that does not lead from the baseline to the target, beyond the rounding of all three as printed."""
    for indicator in facts.things("indicator"):
        for growth, base, target in _growths(indicator):
            years = (target.year or 0) - (base.year or 0)
            start, end = bounds_of(base), bounds_of(target)
            if start is None or end is None or not prices_meet(price_of(growth), price_of(base), price_of(target)):
                continue
            reached = _reached(growth, start, years)
            if reached is not None and reached.disjoint(end):
                yield _mismatch(growth, base, target, reached, years)


def _growths(indicator: Indicator) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Each 年均 target with the value it starts from and the target it leads to."""
    annual = [one for one in indicator.figures if one.basis == "annual" and one.tense == "target" and one.quantity]
    period = period_of(indicator) if annual else None
    if period is None:
        return
    points = [one for one in indicator.figures if one.basis == "point" and one.quantity is not None]
    starts = [one for one in points if one.year == period[0] and _plain(one)]
    bases = [one for one in starts if one.tense == "actual"] or [one for one in starts if one.tense == "expected"]
    targets = [one for one in points if one.tense == "target" and one.year == period[1] and _plain(one)]
    # With two values for one year, which of them is meant is the matter of another rule.
    # Of unlike units (24.3亿元, 36万户) one is wrong, and another rule says so.
    if len(bases) == 1 and len(targets) == 1 and key_of(bases[0]).kind == key_of(targets[0]).kind:
        for growth in annual:
            yield growth, bases[0], targets[0]


def _plain(figure: Figure) -> bool:
    """Whether it speaks of the indicator's own scope, reckoning and time."""
    return not key_of(figure).apart


def _reached(growth: Figure, start: Interval, years: int) -> Interval | None:
    """Where growth leads from `start`; None where it bounds nothing or the start is not certainly above zero."""
    rate = growth.unit
    if rate is not None and rate.kind is UnitKind.POINTS:
        ratio = growth.indicator is not None and growth.indicator.unit_kind == "ratio"
        step = bounds_of(growth) if ratio else None
        return None if step is None else start + step.scale(Fraction(years))
    factor = growth_of(growth, years)
    if factor is None or start.low is None or start.low <= 0:
        return None
    return start * factor


def _mismatch(growth: Figure, base: Figure, target: Figure, reached: Interval, years: int) -> Record:
    indicator = growth.indicator
    assert indicator is not None
    end, start = bounds_of(target), bounds_of(base)
    assert end is not None
    assert start is not None
    points = growth.unit is not None and growth.unit.kind is UnitKind.POINTS
    value, clash, sign = _clash(reached, end)
    shown = write_value(_told_value(growth, base, years, value), target.unit, _point(target, clash))
    rate = _rate_used(growth, sign)
    step = f"{rate} × {years}" if points else f"({_one_and(rate)})^{years}"
    line = f"{_written(base)} {'+' if points else '×'} {step} = {shown} {sign} {_written(target).lstrip('≥≤<>')}"
    told = {"name": indicator.name, "rate": _written(growth), "line": line, "year": target.year}
    told["target"] = _written(target)
    times = _times(value, clash)
    if points:
        message = GROWTH_POINTS_MISS(**told)
    elif times >= _SLIP:
        message = GROWTH_SLIP(**told, times=short(times, 2))
    else:
        message = GROWTH_MISSES(**told)
    needed = None if points or times >= _SLIP else rate_needed(start, end, years)
    advice = GROWTH_ADVICE_TARGET(year=target.year, reached=shown)
    if needed is not None:
        advice = GROWTH_ADVICE(needed=write_rate(needed), year=target.year, reached=shown)
    related = (
        Related(GROWTH_BASE(year=base.year), base.name_span),
        Related(GROWTH_TARGET(year=target.year), target.name_span),
    )
    return Record("growth_mismatch", growth, growth.name_span, message, advice, related)


def _one_and(rate: str) -> str:
    """1+9%, 1-3%."""
    return f"1{rate}" if rate.startswith("-") else f"1+{rate}"


def _rate_used(growth: Figure, sign: str) -> str:
    """The rate as written; of a range or with a tolerance the end that comes nearest to the target."""
    rates, unit = bounds_of(growth), growth.unit
    one_number = growth.quantity is not None and growth.quantity.comparator is Comparator.EQUAL
    if rates is None or unit is None or (one_number and tolerance_of(growth) is None):
        return _written(growth)
    end = rates.high if sign == "<" else rates.low
    return _written(growth) if end is None else write_value(end, unit)


def _clash(reached: Interval, end: Interval) -> tuple[Fraction, Fraction, str]:
    """The end of what is reached that is nearest to the target, that of the target, and the sign between."""
    if reached.below(end):
        assert reached.high is not None
        assert end.low is not None
        return reached.high, end.low, "<"
    assert reached.low is not None
    assert end.high is not None
    return reached.low, end.high, ">"


def _told_value(growth: Figure, base: Figure, years: int, edge: Fraction) -> Fraction:
    """What the written numbers come to, without their rounding; the edge where a range or a bound is written."""
    rate, start = growth.quantity, base.quantity
    if rate is None or start is None or rate.point is None or start.point is None or growth.unit is None:
        return edge
    if tolerance_of(growth) is not None or tolerance_of(base) is not None:
        return edge
    factor = growth.unit.factor
    if growth.unit.kind is UnitKind.POINTS:
        return start.point * (start.unit.factor if start.unit else 1) + rate.point * factor / 100 * years
    return start.point * (start.unit.factor if start.unit else 1) * (1 + rate.point * factor) ** years


def _point(target: Figure, clash: Fraction) -> Fraction:
    quantity = target.quantity
    if quantity is None or quantity.point is None:
        return clash
    return quantity.point * (quantity.unit.factor if quantity.unit else 1)


def _times(one: Fraction, other: Fraction) -> Fraction:
    """How many times the larger is the smaller; 1 where one is not above zero."""
    if one <= 0 or other <= 0:
        return Fraction(1)
    return max(one, other) / min(one, other)


@predicate("增速未核", "growth_unchecked")
def unchecked_growths(facts: Facts) -> Iterator[Record]:
    """Growth that stands beside values of other prices, or is about so much without a tolerance."""
    for indicator in facts.things("indicator"):
        for growth, base, target in _growths(indicator):
            told = _unchecked(growth, base, target)
            if told is not None:
                yield Record("growth_unchecked", growth, growth.name_span, told)


def _unchecked(growth: Figure, base: Figure, target: Figure) -> Message | None:
    indicator = growth.indicator
    assert indicator is not None
    if not prices_meet(price_of(growth), price_of(base), price_of(target)):
        other = next(one for one in (base, target) if not prices_meet(price_of(growth), price_of(one)))
        return GROWTH_PRICES(name=indicator.name, one=_price(growth), two=_price(other))
    if growth.quantity is not None and growth.quantity.approx and tolerance_of(growth) is None:
        return GROWTH_ABOUT(name=indicator.name)
    return None


def _price(figure: Figure) -> Message | str:
    told = price_of(figure)
    return {None: PRICE_UNTOLD(), "current": PRICE_CURRENT(), "constant": PRICE_CONSTANT()}.get(told, told or "")


#: What the rules of single targets know.
PREDICATES = (conflicting_targets, growth_mismatches, unchecked_growths)
