"""What a figure allows, whether two figures speak of one thing, what a tie demands and what is asked of a plan.

Written from docs/plan-language.md and docs/conflicts.md; nothing of plancheck is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from benchmarks.agreement.world import UNITS as MONEY
from benchmarks.meaning.world import BASE, CITY, FIRST, LAST, YEARS, Figure, Indicator, Told, World

UNITS = {**MONEY, "位": Fraction(1), "个百分点": Fraction(1, 100)}
_CURRENT = ("现价", "现行价格", "当年价")


@dataclass(frozen=True)
class Span:
    """What a figure allows, in base units; None for no end."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def below(self, other: Span) -> bool:
        """Whether nothing of this reaches anything of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def apart(self, other: Span) -> bool:
        """Whether the two have nothing in common."""
        return self.below(other) or other.below(self)

    def times(self, factor: Fraction) -> Span:
        """The same by a factor above zero."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Span(low, high, self.low_open, self.high_open)


def allowed(
    figure: Figure, owner: Indicator, *, about_as_printed: bool = False, about_usual: bool = False
) -> Span | None:
    """What a figure allows: None for about, without a word of how much.

    Beside a text, about is as far as it usually goes: a twentieth, a percentage one point.

    A tolerance behind the figure counts; one of the indicator counts for what says about. In percent it is that
    share of the number, but of a percentage it is percentage points.
    """
    unit = _unit(figure)
    tolerance, written = figure.tolerance, figure.tolerance_unit
    if tolerance is None and figure.sign == "左右" and (figure.kind == "figure" or owner.unit == "%"):
        tolerance, written = owner.tolerance, owner.tolerance_unit or owner.unit
    half = Fraction(1, 2 * 10**figure.places) * unit
    number = figure.number * unit
    if tolerance is not None and figure.sign in ("=", "左右"):
        room = tolerance * _room(written, figure, number)
        return Span(number - room, number + room)
    if figure.sign == "左右" and about_usual:
        room = Fraction(1, 100) if unit == Fraction(1, 100) else abs(number) / 20
        return Span(number - half - room, number + half + room, number <= 0, number >= 0)
    if figure.sign == "左右" and not about_as_printed:
        return None
    if figure.sign in ("=", "左右"):
        return Span(number - half, number + half, number <= 0, number >= 0)
    if figure.sign == "—":
        assert figure.upper is not None
        return Span(number, figure.upper * unit)
    if figure.sign in ("≥", ">", "以上"):
        return Span(number, None, figure.sign == ">")
    return Span(None, number, high_open=figure.sign == "<")


def _unit(figure: Figure) -> Fraction:
    return Fraction(1, 100) if figure.kind != "figure" else UNITS[figure.unit]


def _room(written: str, figure: Figure, number: Fraction) -> Fraction:
    own = figure.unit if figure.kind == "figure" else "%"
    if written == "%" and own != "%":
        return abs(number) / 100
    return UNITS[written or own]


# ---- whether two figures speak of one thing


def scope(figure: Figure, owner: Indicator, names: tuple[str, ...]) -> str:
    """What a figure is of; a plan's own place goes without saying."""
    word = figure.scope or owner.scope
    return "" if word in names else word


def reckoning(figure: Figure, owner: Indicator) -> str:
    """How a figure is reckoned."""
    return figure.reckoning or owner.reckoning


def is_apart(figure: Figure, owner: Indicator, names: tuple[str, ...]) -> bool:
    """Whether it says in brackets that it is of another scope or reckoning than its indicator."""
    plain = Figure("figure", "", 0, Fraction(0), 0, "=")
    return scope(figure, owner, names) != scope(plain, owner, names) or reckoning(figure, owner) != owner.reckoning


def price(figure: Figure, owner: Indicator) -> str:
    """The prices of a figure: 现价, 不变价, those of a year as 2020年; what is not said is ""."""
    word = figure.price or owner.price
    year = word.replace("不变价", "").replace("价", "").strip()
    return "现价" if word in _CURRENT else year if year[:1].isdigit() else "不变价" if word else ""


def prices_meet(one: str, two: str) -> bool:
    """Prices meet where one is not said; constant prices of no year meet those of a year."""
    return not one or not two or one == two or ("不变价" in (one, two) and "现价" not in (one, two))


def alike(one: Figure, mine: Indicator, two: Figure, other: Indicator, names: tuple[str, ...]) -> bool:
    """Whether two figures are of one scope, reckoning and price.

    Of one indicator, what stands in brackets tells a figure from the rest. Of two, what only one of them says is no
    difference, unless it stands in brackets.
    """
    scopes = scope(one, mine, names), scope(two, other, names)
    reckonings = reckoning(one, mine), reckoning(two, other)
    same = scopes[0] == scopes[1] and reckonings[0] == reckonings[1]
    if mine is not other and not is_apart(one, mine, names) and not is_apart(two, other, names):
        # 全区 beside 规模以上 are two; where nothing is said, both may be meant.
        told = {one.scope or mine.scope, two.scope or other.scope} - {""}
        same = len({"" if word in names else word for word in told}) < 2 and len({*reckonings} - {""}) < 2
    return same and prices_meet(price(one, mine), price(two, other))


def clash(one: Figure, two: Figure, owner: Indicator, names: tuple[str, ...]) -> bool:
    """Whether two figures of an indicator are of one moment and cannot both hold."""
    if (one.kind, one.tense, one.year) != (two.kind, two.tense, two.year):
        return False
    spans = allowed(one, owner), allowed(two, owner)
    return None not in spans and alike(one, owner, two, owner, names) and spans[0].apart(spans[1])  # type: ignore[union-attr, arg-type]


# ---- growth


def reached(base: Span, growth: Figure, owner: Indicator) -> Span | None:
    """What growth makes of a base; None where that cannot be told."""
    rate = allowed(growth, owner)
    if rate is None:
        return None
    if owner.direction == "越低越好" and (rate.high is None or rate.high > 0):
        return None
    if growth.kind == "points":
        return _sum(base, rate.times(Fraction(YEARS)))
    low, high = (None if end is None else (1 + end) ** YEARS for end in (rate.low, rate.high))
    return _product(base, Span(low, high, rate.low_open, rate.high_open))


def _sum(one: Span, two: Span) -> Span:
    low = None if one.low is None or two.low is None else one.low + two.low
    high = None if one.high is None or two.high is None else one.high + two.high
    return Span(low, high, one.low_open or two.low_open, one.high_open or two.high_open)


def _product(one: Span, two: Span) -> Span:
    """Of spans above zero."""
    low = Fraction(0) if one.low is None or two.low is None else one.low * two.low
    high = None if one.high is None or two.high is None else one.high * two.high
    return Span(low, high, one.low_open or two.low_open, one.high_open or two.high_open)


def base_of(owner: Indicator) -> Figure | None:
    """What growth starts from: the actual value of the year before the period, else the expected one."""
    for tense in ("实际", "预计"):
        for one in owner.stated:
            if (one.kind, one.tense, one.year) == ("figure", tense, BASE):
                return one
    return None


def growth_fails(growth: Figure, target: Figure, owner: Indicator, names: tuple[str, ...]) -> bool:
    """Whether a base, a growth and a last target cannot hold together."""
    base = base_of(owner)
    if base is None or (growth.kind == "growth" and owner.kind in ("ratio", "rank")):
        return False
    prices = {price(one, owner) for one in (base, growth, target)}
    if not all(prices_meet(one, two) for one in prices for two in prices):
        return False
    if not alike(base, owner, target, owner, names) or not alike(growth, owner, target, owner, names):
        return False
    start, end = allowed(base, owner), allowed(target, owner)
    made = None if start is None else reached(start, growth, owner)
    return made is not None and end is not None and made.apart(end)


# ---- directions


def better(owner: Indicator) -> str:
    """高, 低 or ""; ranks are better the smaller."""
    if owner.direction:
        return {"越高越好": "高", "越低越好": "低"}[owner.direction]
    return "低" if owner.kind == "rank" else ""


def worse(one: Span, two: Span, side: str) -> bool:
    """Whether one is surely worse than two."""
    return one.below(two) if side == "高" else two.below(one) if side == "低" else False


def against_base(target: Figure, owner: Indicator, names: tuple[str, ...]) -> bool:
    """Whether a target of one number is worse than the latest baseline that is of the same."""
    if target.sign != "=" or target.tense != "目标" or _excused(target, owner):
        return False
    told = [one for one in owner.stated if one.kind == "figure" and one.tense == "实际" and one.year <= FIRST]
    bases = [one for one in told if one.year < target.year and alike(target, owner, one, owner, names)]
    latest = max((one.year for one in bases), default=0)
    span = allowed(target, owner)
    for base in bases:
        start = allowed(base, owner)
        if base.year == latest and start is not None and span is not None and worse(span, start, better(owner)):
            return True
    return False


def _excused(figure: Figure, owner: Indicator) -> bool:
    return figure.reason or owner.reason


def backward(later: Figure, owner: Indicator, names: tuple[str, ...]) -> list[Figure]:
    """The targets of the last year before that a later one is worse than."""
    span = allowed(later, owner)
    if later.tense != "目标" or later.kind != "figure" or _excused(later, owner) or span is None:
        return []
    if against_base(later, owner, names):
        return []
    side = better(owner)
    before: list[tuple[Figure, Span]] = []
    for one in owner.stated:
        mine = allowed(one, owner)
        if one.kind == "figure" and one.tense == "目标" and one.year < later.year and mine is not None:
            end = mine.low if side == "高" else mine.high
            if end is not None and alike(one, owner, later, owner, names):
                before.append((one, mine))
    last = max((one.year for one, _ in before), default=0)
    return [one for one, mine in before if one.year == last and worse(span, mine, side)]


# ---- ties


def above(own: Figure, mine: Indicator, names: tuple[str, ...]) -> list[Figure]:
    """The targets of the indicator above that speak of what an own one does."""
    other = mine.carries
    if other is None:
        return []
    asked = [one for one in other.stated if one.tense == "目标" and (one.kind, one.year) == (own.kind, own.year)]
    return [one for one in asked if alike(own, mine, one, other, names)]


def weaker(own: Figure, mine: Indicator, upper: Figure) -> bool:
    """Whether a target falls short of what is asked of it by the one above it."""
    other = mine.carries
    assert other is not None
    if mine.mode == "参考" or _excused(own, mine) or own.tense != "目标":
        return False
    if own.kind == "figure" and mine.kind in ("amount", "count") and mine.mode != "份额":
        return False
    if own.kind != "figure" and mine.mode == "份额":
        return False
    side = better(mine)
    here, there = _promised(own, mine), _promised(upper, other)
    most = mine.mode == "不高于" or side == "低"
    if own.kind != "figure" and most and mine.mode != "同值" and (here.low is None or here.low >= 0):
        # What should fall may be told to fall without a minus.
        return False
    if mine.mode == "份额":
        asked = there.times(Fraction(mine.share, 100))
        return asked.below(here) if most else here.below(asked)
    if mine.mode == "同值":
        return here.apart(there)
    return there.below(here) if most else here.below(there)


def _promised(figure: Figure, owner: Indicator) -> Span:
    """What a target commits to, above and below: its number as it stands, a range, about as printed."""
    number = figure.number * _unit(figure)
    if figure.tolerance is None and figure.sign not in ("—", "左右"):
        return Span(number, number)
    found = allowed(figure, owner, about_as_printed=True)
    assert found is not None
    return found


def cannot_hold(owner: Indicator, names: tuple[str, ...]) -> dict[str, bool]:
    """By the code that tells of it: whether something stated of an indicator, or asked of it, cannot hold together."""
    growths = [one for one in owner.stated if one.kind != "figure"]
    return {
        "PC401": any(clash(*pair, owner, names) for pair in combinations(owner.stated, 2)),
        "PC308": any(growth_fails(one, last, owner, names) for one in growths for last in last_targets(owner)),
        "PC309": any(against_base(one, owner, names) for one in owner.stated),
        "PC404": any(backward(one, owner, names) for one in owner.stated),
        "PC502": any(weaker(one, owner, asked) for one in owner.stated for asked in above(one, owner, names)),
    }


# ---- what is asked


def is_asked(world: World, upper: Indicator) -> bool:
    """Whether an indicator of the plan right above is broken down to this plan, its place or its level."""
    words = upper.handed.replace("全市", "").replace("各", "").split("、")
    return upper.plan == CITY and upper.binding and any(word in (world.name, world.level) for word in words)


def is_answered(world: World, upper: Indicator) -> bool:
    """Whether something carries it, or it is said why not."""
    return upper.declined or any(one.carries is upper for one in world.own)


# ---- text


def text_differs(told: Told, names: tuple[str, ...]) -> bool | None:
    """Whether a figure of the text cannot be any of the plan's of that year; None where it has several."""
    owner = told.indicator
    span = allowed(told.figure, Indicator("", "", ""), about_usual=True)
    of_year = [one for one in owner.stated if one.kind == "figure" and one.year == told.figure.year]
    area = "" if told.figure.scope in names else told.figure.scope or ""
    meant = [one for one in of_year if scope(one, owner, names) == area]
    if len(of_year) > 1:
        return None
    if not meant or span is None:
        return False
    mine = allowed(meant[0], owner, about_usual=True)
    return mine is not None and mine.apart(span)


def last_targets(owner: Indicator) -> list[Figure]:
    """The targets of the last year."""
    return [one for one in owner.stated if (one.kind, one.tense, one.year) == ("figure", "目标", LAST)]
