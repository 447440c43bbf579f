"""Relations, written in plans or holding by definition, as rows for each year they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from checker.meaning.figures import apart, reckoned_in, unit_of
from checker.meaning.years import growth_period
from checker.messages import Message
from checker.messages.solve import (
    FORMULA_CYCLE,
    FORMULA_FUNCTION,
    FORMULA_OPERAND,
    FORMULA_PERIODS,
    FORMULA_PRICES,
    FORMULA_TOTAL,
    FORMULA_UNITS,
    STATED_COMMON,
    STATED_RELATION,
)
from checker.model import Category, Element, Indicator, Plan, Relation, Resource
from checker.model.elements import year_of
from checker.quantity import Interval, Unit, parse_numeral, parse_unit
from checker.solve.bounds import bounds_of_quantity
from checker.solve.collect import Collected, Statement, Variable, ends_of, factor_variable, growth_price, starts_alike
from checker.solve.common import Meant, common_relations
from checker.solve.formula import TOTALS, Builder, NotSolvable, dimension_of, number_of, quotient_of
from checker.solve.moments import Moment, Moments
from checker.solve.periods import add_sum, whole_variable
from checker.solve.shares import add_breakdowns
from checker.solve.system import Row
from checker.solve.ties import ties_of
from checker.source import Span
from checker.statement import base_factor, price_key, prices_meet
from checker.syntax import Formula, Term

_ZERO = Fraction(0)
_ONE = Fraction(1)
_GROWTH = ("年均增速", "annual_growth")
Addends = list[Fraction] | None


@dataclass(slots=True, eq=False, repr=False)
class Untold:
    """A relation that could not be worked out, and why; `faulty`: by its own fault."""

    relation: Relation
    reason: Message
    faulty: bool = True


def relate(made: Collected) -> list[Untold]:
    """Add all relations and ties of the plans; gives the relations that could not be worked out."""
    ties = list(ties_of(made))
    add_breakdowns(made)
    relations = list(_relations(made))
    for one in relations:
        one.add_sums()
    moments = Moments(made)
    for one in relations:
        one.tie(moments)
    for tie in ties:
        moments.join((id(tie.own), id(tie.upper)))
    for tie in ties:
        tie.add(made, moments)
    told = [(one, one.add(moments)) for one in relations]
    return [problem for one, problem in told if problem is not None and one.kind == "relation"]


def _relations(made: Collected) -> Iterator[Instances]:
    """Those that plans write, then those that hold by definition and that no plan writes itself."""
    written: set[frozenset[int]] = set()
    for plan in made.plans:
        for relation in plan.elements:
            if isinstance(relation, Relation) and relation.formula is not None:
                linked = {one.start: one.target for one in relation.operands if one.target is not None}
                if len(linked) == len(relation.operands):
                    written.add(_told_of(linked.values()))
                    yield Instances(made, relation, relation.formula, linked, plan, "relation")
    for relation, formula, meant, plan in common_relations(made.plans):
        if _told_of(meant.values()) not in written:
            yield Instances(made, relation, formula, meant, plan, "common")


def _told_of(elements: Iterable[Element]) -> frozenset[int]:
    """What a relation is about: what a plan writes itself takes the place of what holds by definition."""
    return frozenset(id(one) for one in elements)


class Instances:
    """One relation in each year and tense that its indicators, and what is tied to them, have values of.

    `kind` is relation, or common for what holds by definition.
    """

    def __init__(
        self, made: Collected, relation: Relation, formula: Formula, meant: Meant, plan: Plan, kind: str
    ) -> None:
        self.made = made
        self.relation = relation
        self.formula = formula
        self.meant = meant
        self.plan = plan
        self.kind = kind
        self.statement = -1
        self.moments: list[Moment] = []
        #: Of growth: the values that each of its indicators leads from and to.
        self.grown: list[tuple[int, int]] = []
        self._rows: dict[Moment, Row] = {}

    def add_sums(self) -> None:
        """Make the years of totals known; what is wrong with these is told when the rows are added."""
        for term in _totals(self.formula):
            with suppress(NotSolvable):
                self.total(term)

    def tie(self, moments: Moments) -> None:
        """Say which of its indicators share their moments, and which it fixes by itself."""
        free = self._free()
        for one in free:
            if one.plan.last_year is not None:
                # The target of the last year is there to be worked out, even where nothing states it.
                moments.add(id(one), ("target", one.plan.last_year))
        moments.join(id(one) for one in free)
        for term in _named_terms(self.formula):
            pinned = year_of(term.path) if term.path is not None else None
            if pinned is not None and term.path is not None:
                for one in _members(self.meant[term.path.start]):
                    moments.add(id(one), (_tense_at(one, pinned), pinned))

    def add(self, moments: Moments) -> Untold | None:
        """Add the rows; gives why that could not be done."""
        system = self.made.system
        rows, products = len(system.rows), len(system.products)
        try:
            if not prices_meet(*(price_key(one.price) for one in self._indicators() if _priced(one))):
                return Untold(self.relation, FORMULA_PRICES(), faulty=False)
            self._state()
            self._add(moments)
        except NotSolvable as problem:
            del system.rows[rows:], system.products[products:]
            # Unlike units are the matter of a rule of their own.
            return Untold(self.relation, problem.message, problem.message.template is not FORMULA_UNITS)
        return None

    def _state(self) -> None:
        span = self.relation.name_span
        formula = self.formula
        if self.kind == "common":
            label = STATED_COMMON(formula=self.relation.name)
        else:
            span = Span(self.relation.source, formula.start, formula.end)
            label = STATED_RELATION(plan=self.plan.name, formula=self.relation.name)
        element: Element = self.relation if self.kind == "relation" else self.plan
        self.statement = self.made.system.state(Statement(self.kind, element, span, label, relation=self))

    def _add(self, moments: Moments) -> None:
        if self.of_growth:
            self._growths()
            return
        self.moments = self._moments(moments)
        for tense, year in self.moments:
            operand = partial(self.operand, tense=tense, year=year)
            builder = Builder(self.made.system, self.statement, self._told, operand, self.total)
            builder.relate(self.formula.left, self.formula.sign, self.formula.right, self.tolerance)
            if self.tolerance:
                self._rows[tense, year] = self.made.system.rows[-1]

    def _told(self, term: Term, unit: Unit | None) -> Variable:
        words = self.relation.source.text[term.start : term.end].strip()
        return Variable(words, self.plan, None, unit, "term")

    def _moments(self, moments: Moments) -> list[Moment]:
        """Those that every name fixes by itself need one; of totals there is one, that of the last year."""
        free = self._free()
        if any(True for _ in _totals(self.formula)):
            lasts = {one.plan.last_year for one in free} - {None}
            return [("target", max(year for year in lasts if year is not None))] if lasts else [("target", 0)]
        # Without any, the formula is read all the same: it may be at fault by itself.
        return moments.of(id(one) for one in free) or [("target", 0)]

    def _free(self) -> list[Indicator]:
        """The indicators whose year the formula leaves open."""
        paths = [term.path for term in _named_terms(self.formula) if term.path is not None]
        fixed = {path.start for path in paths if year_of(path) is not None}
        fixed |= {path.start for term in _totals(self.formula) for one in term.operands if (path := one.path)}
        return [one for start, element in self.meant.items() if start not in fixed for one in _members(element)]

    def _indicators(self) -> list[Indicator]:
        return [one for element in self.meant.values() for one in _members(element)]

    @property
    def of_growth(self) -> bool:
        """Whether it compares growth over the period, and not values of years."""
        return any(term.operator in _GROWTH for term in (self.formula.left, self.formula.right))

    def variables(self, tense: str, year: int) -> set[int]:
        """The variables of the instance."""
        terms = _named_terms(self.formula)
        found = {variable for term in terms for variable, _ in self.operand(term, tense, year)}
        return found | {self.total(term)[0] for term in _totals(self.formula)}

    def operand(self, term: Term, tense: str, year: int) -> list[tuple[int, str]]:
        """What a name of the formula stands for there: variables, each with its dimension."""
        assert term.path is not None
        element = self.meant[term.path.start]
        pinned = year_of(term.path)
        if isinstance(element, Resource):
            return [self._resource(element)]
        members = _members(element)
        if not members:
            raise NotSolvable(FORMULA_OPERAND(name=term.path.text))
        told = []
        for one in members:
            when = (tense, year) if pinned is None else (_tense_at(one, pinned), pinned)
            told.append((self.made.point(one, *when), dimension_of(reckoned_in(one))))
        return told

    def total(self, term: Term) -> tuple[int, str]:
        """What 累计（甲） stands for: the sum of its years over the plan's period."""
        path = term.operands[0].path if len(term.operands) == 1 else None
        element = self.meant.get(path.start) if path is not None else None
        if not isinstance(element, Indicator) or path is None or year_of(path) is not None:
            raise NotSolvable(FORMULA_TOTAL())
        outside = {self.meant[one.path.start] for one in _named_terms(self.formula) if one.path is not None}
        if element in outside:
            raise NotSolvable(FORMULA_CYCLE(name=element.name))
        if not add_sum(self.made, element):
            raise NotSolvable(FORMULA_TOTAL())
        return whole_variable(self.made, element, "total"), dimension_of(unit_of(element))

    def _resource(self, resource: Resource) -> tuple[int, str]:
        key = ("resource", id(resource))
        known = self.made.keys.get(key)
        if known is None:
            told = Variable(resource.name, resource.plan, None, resource.unit)
            known = self.made.keys[key] = self.made.system.vary(told)
            total = resource.total
            bounds = bounds_of_quantity(total.quantity) if total is not None else None
            if bounds is not None and total is not None:
                span = Span(resource.source, total.start, total.end)
                label = STATED_RELATION(plan=resource.plan.name, formula=resource.name)
                number = self.made.system.state(Statement("figure", resource, span, label, known))
                self.made.system.bound({known: _ONE}, bounds, number)
        return known, dimension_of(resource.unit)

    @property
    def tolerance(self) -> Fraction:
        """How far the two sides may be off, in base units."""
        told = self.relation.tolerance
        if told is None or told.quantity is None or told.quantity.point is None:
            return _ZERO
        return abs(told.quantity.point) * base_factor(told.quantity.unit)

    def apart(self, values: Mapping[int, Fraction], tense: str, year: int) -> Fraction | None:
        """Of a relation with a tolerance: how far the left side is above the right one; None where a value lacks."""
        row = self._rows.get((tense, year))
        if row is None or any(one not in values for one, _ in row.form):
            return None
        low, high = row.bounds.low, row.bounds.high
        end = low + self.tolerance if low is not None else (high or _ZERO) - self.tolerance
        return sum((part * values[one] for one, part in row.form), _ZERO) - end

    def addends(self, term: Term, value: Callable[[int], Fraction | None], tense: str, year: int) -> Addends:
        """What a term comes to, as the numbers that are added up; None where a value lacks or nothing divides."""
        if term.operator == "number":
            return [number_of(term)]
        if term.path is not None or term.operator in TOTALS:
            told = [self.total(term)] if term.path is None else self.operand(term, tense, year)
            values = [value(variable) for variable, _ in told]
            known = [one for one in values if one is not None]
            return known if len(known) == len(values) else None
        quotient = quotient_of(term)
        if quotient is not None and term.operator == "×":
            term = term.operands[0]
        sides = [self.addends(part, value, tense, year) for part in term.operands]
        known_sides = [side for side in sides if side is not None]
        if len(known_sides) < len(sides):
            return None
        if term.operator not in ("×", "÷", "-"):
            return [one for side in known_sides for one in side]
        first, second = known_sides
        if term.operator == "-":
            return [*first, *(-one for one in second)]
        one, two = sum(first, _ZERO), sum(second, _ZERO)
        if term.operator == "×":
            return [one * two]
        return [one / two] if two else None

    # ---- growth

    def _growths(self) -> None:
        """年均增速（甲） beside 年均增速（乙） or a rate, over one number of years."""
        sides = [self._growth(term) for term in (self.formula.left, self.formula.right)]
        factors = [side for side in sides if isinstance(side, tuple)]
        if len({years for _, years in factors}) != 1:
            raise NotSolvable(FORMULA_PERIODS())
        years = factors[0][1]
        parts: dict[int, Fraction] = {}
        constant = _ZERO
        for side, sign in zip(sides, (1, -1), strict=True):
            if isinstance(side, tuple):
                parts[side[0]] = parts.get(side[0], _ZERO) + sign
            else:
                constant -= sign * (1 + side) ** years
        self.made.system.bound(parts, _bounds(self.formula.sign, constant), self.statement)

    def _growth(self, term: Term) -> tuple[int, int] | Fraction:
        if term.operator == "number":
            value, unit = parse_numeral(term.number), parse_unit(term.unit) if term.unit else None
            if unit is not None and dimension_of(unit) != dimension_of(None):
                raise NotSolvable(FORMULA_UNITS(one="%", two=unit.symbol))
            if value is None or (term.unit and unit is None):
                raise NotSolvable(FORMULA_FUNCTION(function="年均增速"))
            return value * base_factor(unit)
        path = term.operands[0].path if term.operator in _GROWTH and len(term.operands) == 1 else None
        element = self.meant.get(path.start) if path is not None else None
        period = growth_period(element) if isinstance(element, Indicator) else None
        if not isinstance(element, Indicator) or period is None:
            raise NotSolvable(FORMULA_FUNCTION(function="年均增速"))
        made, price = self.made, growth_price(element)
        factor = factor_variable(made, element, period, price)
        start, end = ends_of(made, element, period)
        self.grown.append((start, end))
        if factor not in made.tied:
            made.tied.add(factor)
            if starts_alike(element, period[0], price):
                made.system.bound({start: _ONE}, Interval(_ZERO, None, True), self.statement)
                made.system.multiply(end, factor, start, self.statement)
        return factor, period[1] - period[0]


def _priced(indicator: Indicator) -> bool:
    unit = unit_of(indicator)
    return unit is not None and "元" in unit.symbol


def _bounds(sign: str, end: Fraction) -> Interval:
    if sign == "=":
        return Interval.at(end)
    return Interval(end, None, sign == ">") if sign in (">", "≥") else Interval(None, end, False, sign == "<")


def _members(element: Element) -> list[Indicator]:
    """An indicator, those of a category; none for anything else."""
    if isinstance(element, Indicator):
        return [element]
    if not isinstance(element, Category):
        return []
    indicators = [one for one in element.plan.elements if isinstance(one, Indicator)]
    return [one for one in indicators if one.category is not None and one.category.target is element]


def _tense_at(indicator: Indicator, year: int) -> str:
    """Which kind of value a name with a year means: the target where there is one, else what is stated."""
    tenses = {one.tense for one in indicator.figures if one.basis == "point" and one.year == year and not apart(one)}
    return next((tense for tense in ("target", "actual", "expected") if tense in tenses), "target")


def _named_terms(formula: Formula) -> Iterator[Term]:
    """The names whose value of a year counts, not those within 累计（…）."""
    waiting = [formula.left, formula.right]
    while waiting:
        term = waiting.pop()
        if term.path is not None:
            yield term
        if term.operator not in TOTALS:
            waiting += term.operands


def _totals(formula: Formula) -> Iterator[Term]:
    """The terms 累计（甲）."""
    waiting = [formula.left, formula.right]
    while waiting:
        term = waiting.pop()
        if term.operator in TOTALS:
            yield term
        waiting += term.operands
