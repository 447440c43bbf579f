"""Whether all that a world states can hold, or some of it; nothing of plancheck is used.

Products (`products`) bound linearly, case by case, where one of their factors is tied by nothing else. Where both are,
what is found to hold may not (`Undecided`). Definitions (totals are sums, shares are 0 to 100 %) hold where the caller
says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from benchmarks.agreement.edges import Edge, Range, above_zero, has, quotient_end, tighter
from benchmarks.agreement.linear import Row
from benchmarks.agreement.products import Product, all_hold, is_tied, turned
from benchmarks.agreement.world import BASE, FIRST, LAST, Indicator, Stated, World

_ONE = Fraction(1)
Form = dict[object, Fraction]


class Undecided(Exception):
    """Nothing was found that contradicts itself, and not all was looked at."""


@dataclass(frozen=True)
class Given:
    """What holds by definition, by ids of indicators: totals are sums, averages are parts of these; what is natural."""

    sums: frozenset[int]
    times: frozenset[int]
    natural: frozenset[int]


def everything(world: World) -> Given:
    """All that holds by definition."""
    flows = frozenset(id(one) for one in world.indicators if _is_summed(world, one))
    both = frozenset(id(one) for one in world.indicators if {"total", "average"} <= _told(one))
    return Given(flows, flows | both, frozenset(map(id, world.indicators)))


def _told(one: Indicator) -> set[str]:
    return {stated.kind for stated in one.stated if not stated.silent}


def _is_summed(world: World, one: Indicator) -> bool:
    if any(two is one and pin == "累计" for relation in world.relations for _, two, pin in relation.terms):
        return True
    return one.kind == "flow" and bool({"total", "average"} & _told(one))


def holds(world: World, statements: Collection[Stated], given: Given) -> bool:
    """Whether these statements of the world, and what is given, can hold together. Raises TooMany."""
    return _Judge(world, statements, given).decide()


def surely_holds(world: World, statements: Collection[Stated], given: Given) -> bool:
    """As `holds`; Undecided where that is known of the linear part alone. Raises TooMany."""
    judge = _Judge(world, statements, given)
    found = judge.decide()
    if found and any(is_tied(share, judge.rows, judge.products) for _, share, _, _ in judge.products):
        raise Undecided
    return found


class _Judge:
    def __init__(self, world: World, statements: Collection[Stated], given: Given) -> None:
        self.world, self.given = world, given
        self.statements = statements
        self.rows: list[Row] = []
        self.products: list[Product] = []
        self.growths: list[Stated] = []
        self.factors: dict[int, list[tuple[Fraction | None, bool, Fraction | None, bool]]] = {}

    # ---- variables

    def point(self, one: Indicator, tense: str, year: int, price: str | None = None) -> object:
        return ("at", one.plan, one.name, tense, year, one.price if price is None else price)

    def base(self, one: Indicator, year: int = BASE) -> tuple[object, str]:
        for tense in ("actual", "expected"):
            for stated in one.stated:
                if (stated.kind, stated.tense, stated.year, stated.apart) == ("figure", tense, year, ""):
                    return self.point(one, tense, year, stated.price), stated.price
        return self.point(one, "actual", year), ""

    def moments(self) -> list[tuple[str, int]]:
        found = {("target", LAST), ("actual", BASE), ("expected", BASE)}
        for one in (*self.world.statements, *self.statements):
            if one.kind == "figure":
                found.add((one.tense, one.year))
            elif one.kind == "multiple":
                assert one.owner is not None
                found.add(_moment(self.base(one.owner, one.base)[0]))
            found |= {
                _moment(self.at(each, pin, ("", 0))) for _, each, pin in one.terms if isinstance(pin, int) and pin
            }
        if self.given.sums:
            found |= {(tense, year) for year in range(FIRST, LAST + 1) for tense in ("actual", "target")}
        return sorted(found)

    # ---- rows

    def decide(self) -> bool:
        if any(_untold_apart(*pair) for pair in combinations(self.statements, 2)):
            return False
        for one in self.statements:
            getattr(self, f"_{one.kind}")(one)
        self._definitions()
        if not all(self._compare_growths(one) for one in self.growths):
            return False
        self.products = [turned(one, self.rows, self.products) for one in self.products]
        return all_hold(self.rows, self.products)

    def between(self, form: Form, low: Fraction | None, high: Fraction | None, opens: tuple[bool, bool]) -> None:
        if low is not None and low == high and opens == (False, False):
            self.rows.append((form, low, None))
            return
        if low is not None:
            self.rows.append(({name: -part for name, part in form.items()}, -low, opens[0]))
        if high is not None:
            self.rows.append((form, high, opens[1]))

    def _bound(self, variable: object, one: Stated) -> None:
        if not one.silent:
            self.between({variable: _ONE}, one.low, one.high, (one.low_open, one.high_open))

    def _figure(self, one: Stated) -> None:
        assert one.owner is not None
        variable = self.point(one.owner, one.tense, one.year, one.price)
        self._bound((variable, one.apart) if one.apart else variable, one)

    def _total(self, one: Stated) -> None:
        assert one.owner is not None
        self._bound(("total", one.owner.plan, one.owner.name), one)

    def _average(self, one: Stated) -> None:
        assert one.owner is not None
        self._bound(("average", one.owner.plan, one.owner.name), one)

    def _growth(self, one: Stated) -> None:
        owner = one.owner
        assert owner is not None
        unsure = owner.direction == "越低越好" and (one.high is None or one.high > 0)
        start, base_price = self.base(owner)
        if one.silent or unsure or (one.low is None and one.high is not None and one.high <= -1):
            return
        low = Fraction(0) if one.low is None or one.low < -1 else (1 + one.low) ** 5
        high = None if one.high is None else (1 + one.high) ** 5
        low_open = one.low_open and one.low is not None and one.low >= -1
        if one.price == _growth_price(owner):
            self.factors.setdefault(id(owner), []).append((low, low_open, high, one.high_open))
        own = [s for s in owner.stated if (s.kind, s.tense, s.year, s.apart) == ("figure", "target", LAST, "")]
        targets = [s.price for s in own]
        for price in {owner.price, *targets}:
            if len({one.price, base_price, price} - {""}) > 1:
                continue
            end = self.point(owner, "target", LAST, price)
            self.rows.append(({start: -_ONE}, Fraction(0), True))
            self.rows.append(({end: -_ONE, start: low}, Fraction(0), low_open))
            if high is not None:
                self.rows.append(({end: _ONE, start: -high}, Fraction(0), one.high_open))

    def _points(self, one: Stated) -> None:
        owner = one.owner
        assert owner is not None
        if owner.direction == "越低越好" and one.high is not None and one.high > 0:
            return
        start, _ = self.base(owner)
        low, high = (None if end is None else 5 * end for end in (one.low, one.high))
        opens = one.low_open, one.high_open
        self.between({self.point(owner, "target", LAST): _ONE, start: -_ONE}, low, high, opens)

    def _multiple(self, one: Stated) -> None:
        owner = one.owner
        assert owner is not None
        start, base_price = self.base(owner, one.base)
        if len({base_price, owner.price} - {""}) > 1:
            return
        end, times = self.point(owner, "target", LAST), one.number
        self.rows.append(({start: -_ONE}, Fraction(0), True))
        self.between({end: _ONE, start: -times}, Fraction(0), None if one.floor else Fraction(0), (False, False))
        if one.price == _growth_price(owner) and one.base == BASE:
            twice = (times, False, None if one.floor else times, False)
            self.factors.setdefault(id(owner), []).append(twice)

    # ---- parts of a whole

    def _breakdown(self, one: Stated) -> None:
        """Parts that are all come to the whole; at least, at most or just so, as the direction has it."""
        assert one.owner is not None
        lower, higher = one.owner.direction == "越低越好", one.owner.direction == "越高越好"
        if not one.complete and not lower:
            return
        form: Form = {self.point(one.owner, "target", one.year): -_ONE}
        form |= {_part_of(part): _ONE for part in one.parts}
        self.between(form, None if lower else Fraction(0), None if higher else Fraction(0), (False, False))

    def _part_of(self, one: Stated) -> None:
        """What a place is to reach, or to stay below, stands for it in its own plan."""
        assert one.owner is not None
        self._bound(_part_of(one), one)
        if one.below is not None:
            form = {self.point(one.below, "target", one.year): _ONE, _part_of(one): -_ONE}
            lower = one.owner.direction == "越低越好"
            self.between(form, None if lower else Fraction(0), Fraction(0) if lower else None, (False, False))

    # ---- relations

    def at(self, one: Indicator, pin: int | str, moment: tuple[str, int]) -> object:
        if pin == "累计":
            return ("total", one.plan, one.name)
        if pin:
            tenses = {
                stated.tense
                for stated in one.stated
                if stated.kind in ("figure", "multiple") and stated.year == pin and not stated.apart
            }
            return self.point(
                one, next((t for t in ("target", "actual", "expected") if t in tenses), "target"), int(pin)
            )
        return self.point(one, *moment)

    def _linear(self, relation: Stated) -> None:
        summed = any(pin == "累计" for _, _, pin in relation.terms)
        for moment in [("target", LAST)] if summed else self.moments():
            form: Form = {}
            for part, one, pin in relation.terms:
                name = self.at(one, pin, moment)
                form[name] = form.get(name, Fraction(0)) + part
            low = None if relation.sign in "≤<" else relation.number - relation.tolerance
            high = None if relation.sign in "≥>" else relation.number + relation.tolerance
            strict = relation.sign in "<>" and not relation.tolerance
            self.between(form, low, high, (strict, strict))

    def _quotient(self, relation: Stated) -> None:
        part, share, whole = (one for _, one, _ in relation.terms)
        for moment in self.moments():
            names = (self.point(one, *moment) for one in (part, share, whole))
            self.products.append((*names, relation.kind == "quotient"))  # type: ignore[arg-type]

    _product = _quotient

    def _part(self, relation: Stated) -> None:
        (_, part, _), (_, whole, _) = relation.terms
        for moment in self.moments():
            share = ("share", relation.text, relation.plan, moment)
            self.products.append((self.point(part, *moment), share, self.point(whole, *moment), True))
            low, high = (relation.number, None) if relation.sign in "≥>" else (None, relation.number)
            strict = relation.sign in "<>"
            self.between({share: _ONE}, low, high, (strict, strict))

    def _growths(self, relation: Stated) -> None:
        self.growths.append(relation)

    def _tie(self, one: Stated) -> None:
        assert one.owner is not None
        assert one.upper is not None
        for tense, year in self.moments():
            if tense != "target" or one.mode == "参考":
                continue
            directions = {one.owner.direction, one.upper.direction} - {""}
            if len(directions) > 1:
                # What should rise here and fall above, or the other way round, is tied in no way.
                return
            form = {self.point(one.owner, tense, year): _ONE, self.point(one.upper, tense, year): -one.number}
            most = one.mode == "不高于" or "越低越好" in directions
            same = one.mode == "同值"
            low, high = (None if most and not same else Fraction(0)), (Fraction(0) if most or same else None)
            self.between(form, low, high, (False, False))

    def _definitions(self) -> None:
        for one in self.world.indicators:
            total = ("total", one.plan, one.name)
            if id(one) in self.given.times:
                self.rows.append(({total: _ONE, ("average", one.plan, one.name): Fraction(-5)}, Fraction(0), None))
            if id(one) in self.given.sums:
                parts = [self._year(one, year) for year in range(FIRST, LAST + 1)]
                self.rows.append(({**dict.fromkeys(parts, _ONE), total: -_ONE}, Fraction(0), None))
                self.rows += [({part: -_ONE}, Fraction(0), False) for part in parts]
            if id(one) in self.given.natural and one.kind in ("share", "count"):
                for moment in self.moments():
                    if moment[0] != "striving":
                        most = _ONE if one.kind == "share" else None
                        self.between({self.point(one, *moment): _ONE}, Fraction(0), most, (False, False))

    def _year(self, one: Indicator, year: int) -> object:
        told = {s.tense for s in one.stated if s.kind in ("figure", "multiple") and s.year == year and not s.apart}
        told &= {"actual", "target"}
        if len(told) > 1:
            return ("either", one.name, year)
        return self.point(one, next(iter(told), "target"), year)

    # ---- growth of one against growth of another; both are told of nothing else

    def _compare_growths(self, relation: Stated) -> bool:
        ranges = [self._growth_range(one) for _, one, _ in relation.terms]
        if len(ranges) == 1:
            ranges.append(((relation.number, False), (relation.number, False)))
            if relation.sign == "=":
                only = ranges[0]
                return only is not None and has(only, relation.number)
        if ranges[0] is None or ranges[1] is None:
            return False
        if relation.sign in "≥>":
            ranges.reverse()
        (low, low_open), (high, high_open) = ranges[0][0], ranges[1][1]
        if high is None or low is None:
            return True
        return low < high or (low == high and relation.sign in "≤≥" and not low_open and not high_open)

    def _growth_range(self, one: Indicator) -> Range | None:
        """How many times its start the end may be; None for not at all."""
        (start, price), end = self.base(one), self.point(one, "target", LAST)
        ends = {start: self._box(start), end: self._box(end)}
        told = self.factors.get(id(one), [])
        lows = [(low, low_open) for low, low_open, _, _ in told if low is not None]
        highs = [(high, high_open) for _, _, high, high_open in told if high is not None]
        # Growth that is told of in other prices, be it only about so much, is not what the values come to.
        if len({price, one.price, _growth_price(one)} - {""}) <= 1:
            if not above_zero(ends[start]):
                return None
            lows += quotient_end(ends[end][0], ends[start], floor=True)
            highs += quotient_end(ends[end][1], ends[start], floor=False)
            for form, bound, strict in self.rows:
                if set(form) == {start, end} and not bound:
                    edge = (-form[start] / form[end], bool(strict))
                    lows += [edge] if strict is None or form[end] < 0 else []
                    highs += [edge] if strict is None or form[end] > 0 else []
        least = max(lows, default=None)
        most = min(highs, default=None, key=lambda edge: (edge[0], not edge[1]))
        if least and most and (least[0] > most[0] or (least[0] == most[0] and (least[1] or most[1]))):
            return None
        return least or (None, False), most or (None, False)

    def _box(self, variable: object) -> Range:
        """What the rows on one variable alone leave it."""
        edges: list[Edge] = [(None, False), (None, False)]
        for form, bound, strict in self.rows:
            if set(form) == {variable}:
                part = form[variable]
                for side in (0, 1) if strict is None else (1,) if part > 0 else (0,):
                    edges[side] = tighter(edges[side], (bound / part, bool(strict)), side)
        return edges[0], edges[1]


def _untold_apart(one: Stated, other: Stated) -> bool:
    """Whether two figures of one thing, one in prices that are not told, cannot both hold whatever these are."""
    told = [(each.kind, each.owner, each.tense, each.year, each.apart) for each in (one, other)]
    untold = "" in (one.price, other.price) and one.price != other.price
    # A number that is only asked about is in the prices of its indicator, whatever these are.
    written = all(each.text and not each.silent for each in (one, other))
    if told[0] != told[1] or one.kind != "figure" or not untold or not written:
        return False
    return any(
        below.high is not None
        and above.low is not None
        and (below.high < above.low or (below.high == above.low and (below.high_open or above.low_open)))
        for below, above in ((one, other), (other, one))
    )


def _part_of(one: Stated) -> object:
    """The variable of one part of a breakdown."""
    assert one.owner is not None
    return ("part", one.owner.plan, one.owner.name, one.place)


def _moment(point: object) -> tuple[str, int]:
    """The tense and the year of a variable that stands for a value of one year."""
    assert isinstance(point, tuple)
    return point[3], point[4]


def _growth_price(one: Indicator) -> str:
    """The prices that its growth is meant in: its own, or those that it is told of in."""
    told = [stated.price for stated in one.stated if stated.kind in ("growth", "points")]
    return one.price if one.price in told or not told else told[0]
