"""Relations, written or holding by definition, as rows for each year they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from checker.messages import Message
from checker.messages.solve import (
    FORMULA_CYCLE,
    FORMULA_FUNCTION,
    FORMULA_ITSELF,
    FORMULA_OPERAND,
    FORMULA_PERIODS,
    FORMULA_PRICES,
    FORMULA_TOTAL,
    FORMULA_UNITS,
    STATED_COMMON,
    STATED_RELATION,
)
from checker.quantity import Interval, Unit, parse_numeral, parse_unit
from checker.solve.bounds import bounds_of
from checker.solve.collect import Collected, Statement, Variable, ends_of, factor_variable, growth_price, starts_alike
from checker.solve.formula import SUMS, TOTALS, Builder, NotSolvable, dimension_of, number_of, quotient_of
from checker.solve.given import Operand, Relation, Subject
from checker.solve.moments import Moment, Moments
from checker.solve.periods import add_sum, whole_variable
from checker.solve.shares import add_breakdowns
from checker.solve.system import Row
from checker.solve.ties import hold_tie, state_tie
from checker.statement import base_factor, prices_meet
from checker.syntax import Formula, Term

_ZERO = Fraction(0)
_ONE = Fraction(1)
_GROWTH = ("年均增速", "annual_growth")
Addends = list[Fraction] | None


@dataclass(slots=True, eq=False, repr=False)
class Untold:
    """A relation (its number) that could not be worked out, and why; `faulty`: by its own fault."""

    relation: int
    reason: Message
    faulty: bool = True


def relate(made: Collected) -> list[Untold]:
    """Add all relations, ties and breakdowns; gives the relations that could not be worked out."""
    ties = [state_tie(made, tie) for tie in made.given.ties]
    add_breakdowns(made)
    relations = list(_relations(made))
    for one in relations:
        one.add_sums()
    moments = Moments(made)
    for one in relations:
        one.tie(moments)
    for _, (tie, _) in ties:
        moments.join((tie.own, tie.upper))
    for statement, tied in ties:
        hold_tie(made, statement, tied, moments)
    told = [(one, one.add(moments)) for one in relations]
    return [problem for one, problem in told if problem is not None and not one.relation.common]


def _relations(made: Collected) -> Iterator[Instances]:
    """Those that are written, and those that hold by definition and that nobody writes."""
    relations = made.given.relations
    written = {_told_of(one) for one in relations if not one.common}
    for number, relation in enumerate(relations):
        if not relation.common or _told_of(relation) not in written:
            yield Instances(made, number)


def _told_of(relation: Relation) -> frozenset[tuple[bool, tuple[int, ...]]]:
    """What a relation is about: what is written takes the place of what holds by definition."""
    return frozenset((one.group, one.subjects) for one in relation.operands.values())


class Instances:
    """One relation (`number`) in each year and tense that its subjects, and what is tied to them, have values of."""

    def __init__(self, made: Collected, number: int) -> None:
        self.made = made
        self.number = number
        self.relation = made.given.relations[number]
        self.formula = self.relation.formula
        self.statement = -1
        self.moments: list[Moment] = []
        #: Of growth: the values that each of its subjects leads from and to.
        self.grown: list[tuple[int, int]] = []
        self._rows: dict[Moment, Row] = {}

    def add_sums(self) -> None:
        """Make the years of totals known; what is wrong with these is told when the rows are added."""
        for term in _totals(self.formula):
            with suppress(NotSolvable):
                self.total(term)

    def tie(self, moments: Moments) -> None:
        """Say which of its subjects share their moments, and which it fixes by itself."""
        free = self._free()
        for one in free:
            last = self.made.given.document_of(one).last_year
            if last is not None:
                # The target of the last year is there to be worked out, even where nothing states it.
                moments.add(one, ("target", last))
        moments.join(free)
        for operand in self._named():
            if operand.year is not None:
                for one in self._members(operand):
                    moments.add(one, (self._tense_at(one, operand.year), operand.year))

    def add(self, moments: Moments) -> Untold | None:
        """Add the rows; gives why that could not be done."""
        system = self.made.system
        rows, products = len(system.rows), len(system.products)
        try:
            if not prices_meet(*(one.price for one in self._subjects() if _priced(one))):
                return Untold(self.number, FORMULA_PRICES(), faulty=False)
            self._state()
            self._add(moments)
        except NotSolvable as problem:
            del system.rows[rows:], system.products[products:]
            # Unlike units are the matter of a rule of their own.
            return Untold(self.number, problem.message, problem.message.template is not FORMULA_UNITS)
        return None

    def _state(self) -> None:
        relation = self.relation
        document = self.made.given.documents[relation.document]
        if relation.common:
            label, about, name = STATED_COMMON(formula=relation.name), ("document", relation.document), document.name
        else:
            label, about = STATED_RELATION(plan=document.name, formula=relation.name), ("relation", self.number)
            name = relation.name
        kind = "common" if relation.common else "relation"
        statement = Statement(kind, about, name, document, relation.span, label, relation=self)
        self.statement = self.made.system.state(statement)

    def _add(self, moments: Moments) -> None:
        if self.of_growth:
            self._growths()
            return
        if self.formula.sign == "=":
            self._see_apart(self.formula.left, self.formula.right)
            self._see_apart(self.formula.right, self.formula.left)
        self.moments = self._moments(moments)
        for tense, year in self.moments:
            operand = partial(self.operand, tense=tense, year=year)
            builder = Builder(self.made.system, self.statement, self._told, operand, self.total)
            builder.relate(self.formula.left, self.formula.sign, self.formula.right, self.tolerance)
            if self.tolerance:
                self._rows[tense, year] = self.made.system.rows[-1]

    def _see_apart(self, whole: Term, parts: Term) -> None:
        """See that what is the sum of a category is not in that category itself."""
        subjects = self.relation.operands[whole.path.start].subjects if whole.path is not None else ()
        for term in parts.operands if parts.operator in SUMS else (parts,):
            group = self.relation.operands[term.path.start] if term.path is not None else None
            if group is not None and group.group and len(group.subjects) > 1 and set(subjects) & set(group.subjects):
                raise NotSolvable(FORMULA_ITSELF(name=self.made.given.subjects[subjects[0]].name))

    def _told(self, term: Term, unit: Unit | None) -> Variable:
        words = self.relation.span.source.text[term.start : term.end].strip()
        return Variable(words, self.made.given.documents[self.relation.document], None, unit, "term")

    def _moments(self, moments: Moments) -> list[Moment]:
        """Those that every name fixes by itself need one; of totals there is one, that of the last year."""
        free = self._free()
        if any(True for _ in _totals(self.formula)):
            lasts = {self.made.given.document_of(one).last_year for one in free} - {None}
            return [("target", max(year for year in lasts if year is not None))] if lasts else [("target", 0)]
        # Without any, the formula is read all the same: it may be at fault by itself.
        return moments.of(free) or [("target", 0)]

    def _free(self) -> list[int]:
        """The subjects whose year the formula leaves open."""
        paths = [term.path for term in _named_terms(self.formula) if term.path is not None]
        fixed = {path.start for path in paths if self.relation.operands[path.start].year is not None}
        fixed |= {path.start for term in _totals(self.formula) for one in term.operands if (path := one.path)}
        operands = self.relation.operands.items()
        return [one for start, operand in operands if start not in fixed for one in self._members(operand)]

    def _members(self, operand: Operand) -> list[int]:
        """The subjects that a name stands for, but for what is lasting and has no years."""
        return [one for one in operand.subjects if not self.made.given.subjects[one].lasting]

    def _subjects(self) -> list[Subject]:
        operands = self.relation.operands.values()
        return [self.made.given.subjects[one] for operand in operands for one in self._members(operand)]

    def _named(self) -> list[Operand]:
        terms = _named_terms(self.formula)
        return [self.relation.operands[term.path.start] for term in terms if term.path is not None]

    def _lone(self, term: Term) -> Operand | None:
        """The operand of a function of one name, where that stands for one subject with years; else None."""
        path = term.operands[0].path if len(term.operands) == 1 else None
        operand = self.relation.operands.get(path.start) if path is not None else None
        return operand if operand is not None and not operand.group and self._members(operand) else None

    def _tense_at(self, subject: int, year: int) -> str:
        """Which kind of value a name with a year means: the target where there is one, else what is stated."""
        values = self.made.values[subject]
        tenses = {one.tense for one in values if one.basis == "point" and one.year == year and not one.remarks}
        return next((tense for tense in ("target", "actual", "expected") if tense in tenses), "target")

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
        operand = self.relation.operands[term.path.start]
        lasting = [one for one in operand.subjects if self.made.given.subjects[one].lasting]
        if lasting:
            return [self._lasting(one) for one in lasting]
        if not operand.subjects:
            raise NotSolvable(FORMULA_OPERAND(name=term.path.text))
        told = []
        for one in operand.subjects:
            when = (tense, year) if operand.year is None else (self._tense_at(one, operand.year), operand.year)
            told.append((self.made.point(one, *when), dimension_of(self.made.given.subjects[one].reckoned_in)))
        return told

    def is_group(self, term: Term) -> bool:
        """Whether a name stands for a category."""
        assert term.path is not None
        return self.relation.operands[term.path.start].group

    def total(self, term: Term) -> tuple[int, str]:
        """What 累计（甲） stands for: the sum of its years over the document's period."""
        operand = self._lone(term)
        if operand is None or operand.year is not None:
            raise NotSolvable(FORMULA_TOTAL())
        number = operand.subjects[0]
        subject = self.made.given.subjects[number]
        if any(one.subjects == operand.subjects and not one.group for one in self._named()):
            raise NotSolvable(FORMULA_CYCLE(name=subject.name))
        if not add_sum(self.made, number):
            raise NotSolvable(FORMULA_TOTAL())
        return whole_variable(self.made, number, "total"), dimension_of(subject.unit)

    def _lasting(self, number: int) -> tuple[int, str]:
        made, key = self.made, ("lasting", number)
        subject = made.given.subjects[number]
        known = made.keys.get(key)
        if known is None:
            document = made.given.documents[subject.document]
            known = made.keys[key] = made.system.vary(Variable(subject.name, document, None, subject.unit))
            for value in made.values[number]:
                bounds = bounds_of(value)
                if bounds is not None:
                    label = STATED_RELATION(plan=document.name, formula=subject.name)
                    said = made.system.state(made.told("figure", number, value.span, label, variable=known))
                    made.system.bound({known: _ONE}, bounds, said)
        return known, dimension_of(subject.unit)

    @property
    def tolerance(self) -> Fraction:
        """How far the two sides may be off, in base units."""
        told = self.relation.tolerance
        if told is None or told.point is None:
            return _ZERO
        return abs(told.point) * base_factor(told.unit)

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
        operand = self._lone(term) if term.operator in _GROWTH else None
        period = self.made.given.subjects[operand.subjects[0]].period if operand is not None else None
        if operand is None or period is None:
            raise NotSolvable(FORMULA_FUNCTION(function="年均增速"))
        made, subject = self.made, operand.subjects[0]
        price = growth_price(made, subject)
        factor = factor_variable(made, subject, period, price)
        start, end = ends_of(made, subject, period)
        self.grown.append((start, end))
        if factor not in made.tied:
            made.tied.add(factor)
            if starts_alike(made, subject, period[0], price):
                made.system.bound({start: _ONE}, Interval(_ZERO, None, True), self.statement)
                made.system.multiply(end, factor, start, self.statement)
        return factor, period[1] - period[0]


def _priced(subject: Subject) -> bool:
    return subject.unit is not None and "元" in subject.unit.symbol


def _bounds(sign: str, end: Fraction) -> Interval:
    if sign == "=":
        return Interval.at(end)
    return Interval(end, None, sign == ">") if sign in (">", "≥") else Interval(None, end, False, sign == "<")


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
