"""What plans state of their indicators, as the rows that the solver takes: values, breakdowns, ties and relations.

The solver knows no plans; whose figure it is, what it is told in, what a tie demands and over which years growth leads
is said to it here.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from checker.meaning.common_relations import common_relations
from checker.meaning.figures import apart, reckoned_in, unit_of
from checker.meaning.parts import breakdown_year, is_complete, one_thing, part_indicator
from checker.meaning.ties import Demand, can_be_held, demand_of
from checker.meaning.years import growth_period
from checker.model import Category, Element, Figure, Indicator, Plan, Reference, Relation, Resource, ShareValue
from checker.model.elements import year_of
from checker.quantity import same_dimension
from checker.solve import given as rows
from checker.source import Span
from checker.statement import price_key, state
from checker.syntax import Formula, Term


class PlanStatements(Struct, eq=False):
    """The rows, and the elements that they were made of: by the numbers of documents, subjects and relations.

    `figures` are those of the values, by their rows.
    """

    given: rows.Given
    plans: list[Plan] = field(default_factory=list)
    subjects: list[Indicator | Resource] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)

    def element(self, about: tuple[str, int]) -> Element:
        """What a statement is told of."""
        table, number = about
        tables: dict[str, Sequence[Element]] = {
            "document": self.plans,
            "subject": self.subjects,
            "relation": self.relations,
        }
        return tables[table][number]

    def subject(self, element: Indicator | Resource) -> int:
        """The number of an indicator or a resource, which is taken in where it is not yet."""
        known = self._numbers.get(id(element))
        if known is None:
            known = self._numbers[id(element)] = len(self.subjects)
            self.subjects.append(element)
            make = self._indicator if isinstance(element, Indicator) else self._resource
            self.given.subjects.append(make(element))  # type: ignore[arg-type]
        return known

    def document(self, plan: Plan) -> int:
        """The number of a plan, which is taken in where it is not yet."""
        known = self._numbers.get(id(plan))
        if known is None:
            known = self._numbers[id(plan)] = len(self.plans)
            self.plans.append(plan)
            checked = plan.role == "checked"
            self.given.documents.append(rows.Document(plan.name, checked, plan.first_year, plan.last_year))
        return known

    def _indicator(self, indicator: Indicator) -> rows.Subject:
        return rows.Subject(
            self.document(indicator.plan),
            indicator.name,
            indicator.name_span,
            unit_of(indicator),
            indicator.unit_text,
            reckoned_in(indicator),
            indicator.direction,
            price_key(indicator.price),
            indicator.timing,
            growth_period(indicator),
        )

    def _resource(self, resource: Resource) -> rows.Subject:
        number, total = len(self.given.subjects), resource.total
        if total is not None and total.quantity is not None:
            span = Span(resource.source, total.start, total.end)
            stated, quantity = state(total.quantity), total.quantity
            self.given.values.append(rows.Value(number, "target", None, span, statement=stated, quantity=quantity))
        plan = self.document(resource.plan)
        return rows.Subject(plan, resource.name, resource.name_span, resource.unit, lasting=True)

    def add_figure(self, figure: Figure, subject: int) -> None:
        """Take in a figure of an indicator."""
        row = len(self.figures)
        self.figures.append(figure)
        self.given.values.append(
            rows.Value(
                subject,
                figure.tense,
                figure.year,
                figure.name_span,
                figure.basis,
                figure.statement,
                figure.quantity,
                figure.unit,
                figure.unit_text,
                figure.in_words,
                figure.multiple,
                apart(figure),
                row,
            )
        )

    def add_breakdown(self, indicator: Indicator, plans: Sequence[Plan]) -> None:
        """Take in the breakdown of an indicator; what stands for its parts is looked for in `plans`."""
        year, written = breakdown_year(indicator), indicator.written("breakdown")
        if year is not None and written is not None:
            values, source = written.values, indicator.source
            span = Span(source, values[0].start, values[-1].end) if values else indicator.name_span
            shares = [self._share(indicator, one, plans) for one in indicator.breakdown]
            row = rows.Breakdown(self.subject(indicator), year, span, shares, is_complete(indicator))
            self.given.breakdowns.append(row)

    def _share(self, indicator: Indicator, share: ShareValue, plans: Sequence[Plan]) -> rows.Share:
        name = share.reference.path.text if share.reference.path is not None else ""
        below = part_indicator(indicator, name, plans)
        number = -1 if below is None else self.subject(below)
        return rows.Share(name, Span(indicator.source, share.start, share.end), share.quantity, number)

    def add_ties(self, own: Indicator) -> None:
        """Take in what an indicator takes over, as far as it can be held against the value above."""
        for reference in own.aligns:
            upper = reference.target
            demand = None
            if isinstance(upper, Indicator) and upper.plan is not own.plan:
                demand = _demand(own, upper, reference)
            if demand is not None:
                assert isinstance(upper, Indicator)
                span = Span(own.plan.source, reference.start, reference.end)
                share = demand.part if demand.share is not None else None
                tie = rows.Tie(self.subject(own), self.subject(upper), demand.sense, span, share)
                self.given.ties.append(tie)

    def add_relation(self, relation: Relation) -> None:
        """Take in a relation that a plan writes, if all its names are known."""
        formula = relation.formula
        meant = {one.start: one.target for one in relation.operands if one.target is not None}
        if formula is not None and len(meant) == len(relation.operands):
            self._relate(relation, formula, meant, relation.plan)

    def add_common(self, plans: Sequence[Plan]) -> None:
        """Take in the relations that hold by definition of what the plans have."""
        for relation, formula, meant, plan in common_relations(plans):
            self._relate(relation, formula, meant, plan, common=True)

    def _relate(
        self, relation: Relation, formula: Formula, meant: dict[int, Element], plan: Plan, *, common: bool = False
    ) -> None:
        years = {term.path.start: year_of(term.path) for term in _names(formula) if term.path is not None}
        operands = {start: self._operand(element, years.get(start)) for start, element in meant.items()}
        span = relation.name_span if common else Span(relation.source, formula.start, formula.end)
        tolerance = relation.tolerance.quantity if relation.tolerance is not None else None
        self.relations.append(relation)
        self.given.relations.append(
            rows.Relation(self.document(plan), relation.name, span, formula, operands, tolerance, common)
        )

    def _operand(self, element: Element, year: int | None) -> rows.Operand:
        if isinstance(element, Indicator | Resource):
            return rows.Operand((self.subject(element),), year)
        members: list[Indicator] = []
        if isinstance(element, Category):
            indicators = [one for one in element.plan.elements if isinstance(one, Indicator)]
            members = [one for one in indicators if one.category is not None and one.category.target is element]
        return rows.Operand(tuple(self.subject(one) for one in members), year, group=True)


def plan_statements(plans: Sequence[Plan]) -> PlanStatements:
    """All that the plans state, and what holds by definition of their indicators."""
    made = PlanStatements(rows.Given())
    indicators = [one for plan in plans for one in plan.elements if isinstance(one, Indicator)]
    for indicator in indicators:
        subject = made.subject(indicator)
        for figure in indicator.figures:
            made.add_figure(figure, subject)
    for indicator in indicators:
        if indicator.breakdown:
            made.add_breakdown(indicator, plans)
        if indicator.aligns:
            made.add_ties(indicator)
    for plan in plans:
        for element in plan.elements:
            if isinstance(element, Relation):
                made.add_relation(element)
    made.add_common(plans)
    return made


def _demand(own: Indicator, upper: Indicator, reference: Reference) -> Demand | None:
    unit, other = unit_of(own), unit_of(upper)
    demand = demand_of(reference, own, upper)
    if demand is None or unit is None or other is None or not same_dimension(unit, other):
        return None
    held = one_thing(own, upper) and can_be_held(own, upper, unit, demand, own.plan.level)
    return demand if held else None


def _names(formula: Formula) -> list[Term]:
    found: list[Term] = []
    waiting = [formula.left, formula.right]
    while waiting:
        term = waiting.pop()
        found.append(term)
        waiting += term.operands
    return found
