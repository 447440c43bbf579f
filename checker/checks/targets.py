"""Predicates on what one indicator or one resource says by itself: no relation between indicators, no solver."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from checker.checks.facts import Facts
from checker.checks.grown_figures import base_of, reached
from checker.checks.meeting import can_both_hold, key_of, resolved
from checker.checks.own_figures import points
from checker.checks.predicates import Record, predicate
from checker.checks.price_words import price_words
from checker.finding import Related
from checker.meaning.years import growth_period
from checker.messages import Message
from checker.messages.solve import (
    GROWTH_ABOUT,
    GROWTH_ADVICE,
    GROWTH_ADVICE_BASE,
    GROWTH_ADVICE_TARGET,
    GROWTH_BASE,
    GROWTH_MISSES,
    GROWTH_POINTS_MISS,
    GROWTH_PRICES,
    GROWTH_SIGN,
    GROWTH_SLIP,
    GROWTH_TARGET,
    GROWTH_TOLERANCE,
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
from checker.solve.arithmetic import rate_needed, short, write_rate, write_value
from checker.statement import Statement, allowed, base_factor, prices_meet
from checker.statement.growth import sign_unsure
from checker.statement.prices import CONSTANT, CURRENT

#: So many times off, a unit or a digit is wrong rather than the reckoning.
_SLIP = 3


@predicate("目标值冲突", "conflicting_targets")
def conflicting_targets(facts: Facts) -> Iterator[Record]:
    """Two values of one indicator, year, kind, scope and reckoning of which only one can hold, unless prices differ.

    Of several that clash, the pair farthest apart is told.
    """
    for indicator in facts.things("indicator"):
        groups: dict[object, list[tuple[Figure, Statement]]] = {}
        for figure in indicator.figures if len(indicator.figures) > 1 else ():
            statement = figure.statement if figure.quantity is not None else None
            if statement is not None:
                # Of whatever prices one without a word may be: no key.
                key = key_of(resolved(statement, indicator.plan))._replace(price="")
                groups.setdefault(key, []).append((figure, statement))
        for group in groups.values():
            if len(group) < 2:
                continue
            each = [(figure, bounds) for figure, told in group if (bounds := allowed(told)) is not None]
            pairs = [pair for pair in combinations(each, 2) if pair[0][1].disjoint(pair[1][1]) and _one_price(*pair)]
            if pairs:
                yield _two_values(*max(pairs, key=_gap))


def _one_price(one: tuple[Figure, Interval], two: tuple[Figure, Interval]) -> bool:
    return prices_meet(_stated(one[0]).price, _stated(two[0]).price)


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
        told: set[int] = set()
        for growth, base, target in _growths(indicator):
            years = (target.year or 0) - (base.year or 0)
            led = _led(growth, base, target, years)
            if led is not None and id(growth) not in told:
                told.add(id(growth))
                yield _mismatch(growth, base, target, led, years)


def _led(growth: Figure, base: Figure, target: Figure, years: int) -> Interval | None:
    """Where growth leads if that is certainly not the target."""
    rate, start, end = (_stated(figure) for figure in (growth, base, target))
    aim = allowed(end)
    if aim is None or not prices_meet(rate.price, start.price, end.price):
        return None
    # To nothing, or below it, no rate leads, wherever it starts: that is no matter of this start.
    if growth.unit is not None and growth.unit.kind is UnitKind.RATIO and aim.high is not None and aim.high <= 0:
        return None
    direction = growth.indicator.direction if growth.indicator is not None else None
    led = reached(start, rate, years, start.measured_in, direction)
    return led if led is not None and led.disjoint(aim) else None


def _stated(figure: Figure) -> Statement:
    statement = figure.statement
    assert statement is not None
    return statement


def _growths(indicator: Indicator) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Each 年均 target with the value it starts from and each target it leads to."""
    annual = [one for one in indicator.figures if one.basis == "annual" and one.tense == "target" and one.quantity]
    period = growth_period(indicator) if annual else None
    base = base_of(indicator, period[0]) if period is not None else None
    if period is None or base is None:
        return
    targets = [one for one in points(indicator, "target") if one.year == period[1]]
    # Of two targets that cannot both hold, which of them is meant is the matter of another rule.
    # Of unlike units (24.3亿元, 36万户) one is wrong, and another rule says so.
    if all(can_both_hold(_stated(one), _stated(two)) is not False for one, two in combinations(targets, 2)):
        alike = [one for one in targets if key_of(_stated(one)).unit == key_of(_stated(base)).unit]
        if len(alike) == len(targets):
            yield from ((growth, base, target) for growth in annual for target in targets)


def _mismatch(growth: Figure, base: Figure, target: Figure, reached: Interval, years: int) -> Record:
    indicator = growth.indicator
    assert indicator is not None
    end, start = allowed(_stated(target)), allowed(_stated(base))
    assert end is not None
    assert start is not None
    points = growth.unit is not None and growth.unit.kind is UnitKind.POINTS
    value, clash, sign = _clash(reached, end)
    led = _told_value(growth, base, years, sign)
    shown = write_value(led, target.unit, _point(target, clash))
    rate = _used(growth, sign)
    step = f"{rate} × {years}" if points else f"({_one_and(rate)})^{years}"
    # Where what grows has to be more, a target of at most as much is met by the numbers and not by the words.
    seen = {"<": "≤", ">": "≥"}[sign] if led == clash else sign
    line = f"{_used(base, sign)} {'+' if points else '×'} {step} = {shown} {seen} {_aim(target, clash, led)}"
    told = {"name": indicator.name, "rate": _written(growth), "line": line, "year": target.year}
    told["target"] = _written(target)
    # By the numbers shown nothing grows out of nothing: no multiple and no other target can be told then.
    grows = led > 0 or clash <= 0
    times = _times(value, clash) if grows else Fraction(1)
    if points:
        message = GROWTH_POINTS_MISS(**told)
    elif times >= _SLIP:
        message = GROWTH_SLIP(**told, times=short(times, 2))
    else:
        message = GROWTH_MISSES(**told)
    needed = None if points or times >= _SLIP else rate_needed(start, end, years)
    advice = GROWTH_ADVICE_TARGET(year=target.year, reached=shown)
    if not grows:
        advice = GROWTH_ADVICE_BASE(base=_written(base))
    elif needed is not None:
        advice = GROWTH_ADVICE(needed=write_rate(needed), year=target.year, reached=shown)
    related = (
        Related(GROWTH_BASE(year=base.year), base.name_span),
        Related(GROWTH_TARGET(year=target.year), target.name_span),
    )
    return Record("growth_mismatch", growth, growth.name_span, message, advice, related)


def _one_and(rate: str) -> str:
    """1+9%, 1-3%."""
    return f"1{rate}" if rate.startswith("-") else f"1+{rate}"


def _is_one_number(figure: Figure) -> bool:
    """Whether one number is written, without a tolerance."""
    statement = _stated(figure)
    return statement.comparator is Comparator.EQUAL and statement.tolerance is None


def _used(figure: Figure, sign: str) -> str:
    """The number as written; of a range, a bound or with a tolerance the end that comes nearest to the target."""
    end = _end_used(figure, sign)
    return _written(figure) if end is None or figure.unit is None else write_value(end, figure.unit)


def _end_used(figure: Figure, sign: str) -> Fraction | None:
    bounds = allowed(_stated(figure))
    if bounds is None or _is_one_number(figure):
        return None
    return bounds.high if sign == "<" else bounds.low


def _aim(target: Figure, clash: Fraction, led: Fraction) -> str:
    """The target as written where that is one number or a bound, else the end that is missed."""
    plain = _is_one_number(target) or _stated(target).comparator.direction
    return _written(target).lstrip("≥≤<>") if plain else write_value(clash, target.unit, led)


def _clash(reached: Interval, end: Interval) -> tuple[Fraction, Fraction, str]:
    """The end of what is reached that is nearest to the target, that of the target, and the sign between."""
    if reached.below(end):
        assert reached.high is not None
        assert end.low is not None
        return reached.high, end.low, "<"
    assert reached.low is not None
    assert end.high is not None
    return reached.low, end.high, ">"


def _told_value(growth: Figure, base: Figure, years: int, sign: str) -> Fraction:
    """What the numbers shown come to: those written, without their rounding, or the ends that are used."""
    start, rate = (_number_used(figure, sign) for figure in (base, growth))
    points = growth.unit is not None and growth.unit.kind is UnitKind.POINTS
    return start + rate * years if points else start * (1 + rate) ** years


def _number_used(figure: Figure, sign: str) -> Fraction:
    end, quantity = _end_used(figure, sign), figure.quantity
    if end is not None or quantity is None or quantity.point is None:
        return end or Fraction(0)
    return quantity.point * base_factor(figure.unit)


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
    rate, ends = _stated(growth), [_stated(base), _stated(target)]
    if not prices_meet(rate.price, *(one.price for one in ends)):
        other = next((one for one in ends if not prices_meet(rate.price, one.price)), ends[1])
        first = rate if not prices_meet(rate.price, other.price) else ends[0]
        return GROWTH_PRICES(name=indicator.name, one=_price(first), two=_price(other))
    bounds = allowed(rate)
    if bounds is None:
        return GROWTH_ABOUT(name=indicator.name) if rate.tolerance is None else GROWTH_TOLERANCE(name=indicator.name)
    return GROWTH_SIGN(name=indicator.name) if sign_unsure(bounds, indicator.direction) else None


def _price(statement: Statement) -> Message | str:
    told = {"": PRICE_UNTOLD(), CURRENT: PRICE_CURRENT(), CONSTANT: PRICE_CONSTANT()}
    return told.get(statement.price) or price_words(statement.price)


#: What the rules of single targets know.
PREDICATES = (conflicting_targets, growth_mismatches, unchecked_growths)
