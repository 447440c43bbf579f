"""Syntax trees of its files → one typed `Plan`: every declaration an element, every field a value.

Figures, categories, owners and demands have no declaration of their own; they come out of the fields
that name them.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages.choices import choice_words
from checker.messages.model import (
    MODEL_CONTINUATION_ALONE,
    MODEL_CONTINUATION_FIRST,
    MODEL_FIELD_MISPLACED,
    MODEL_FIELD_TWICE,
    MODEL_FIELDS_ARE,
    MODEL_NO_PLAN,
    MODEL_PLAN_IN_CONTINUATION,
    MODEL_SECOND_PLAN,
    MODEL_TENSE_MISSING,
)
from checker.model import elements as e
from checker.model.element import Element, Phrase, Reference
from checker.model.field_readers import IN_OWN_UNIT, field_readers, own_readers
from checker.model.figure import Figure
from checker.model.own_fields import NO_OWN_FIELDS, OwnFields
from checker.model.plan import Continuation, Plan, PlanProblem
from checker.model.schema import CLASSES, element_spec, field_words
from checker.model.spec import FieldSpec, FieldType
from checker.model.values import (
    Problems,
    read_notes,
    read_quantity,
    read_unit,
)
from checker.model.words import TENSES
from checker.quantity import parse_unit, read_multiple
from checker.source import SourceText, name_key, near_words
from checker.syntax import (
    Declaration,
    Field,
    FigureValue,
    Name,
    Path,
    PlanFile,
    Shape,
    SyntaxProblem,
    Term,
    formula_text,
)

_CLASSES = {cls.kind: cls for cls in CLASSES if cls.declared and cls is not Plan}

_TENSES = choice_words(TENSES)
_FIGURE_SPEC = next(spec for spec in element_spec("indicator").fields if spec.attr == "annual")


def build_plan(file: PlanFile, *continuations: PlanFile, own: OwnFields = NO_OWN_FIELDS) -> Plan:
    """The plan that a file declares and others go on with; its `problems` hold theirs and the builder's own.

    `own` are the fields that they were read with beside those of every plan.

    A file without a 规划 declaration gives a nameless plan named after nothing, with a problem; one that only goes on
    with a plan gives a plan of that name without a header, which the linker tells.
    """
    return _Builder(file, own).build(continuations)


def continued_plan(file: PlanFile) -> Name | None:
    """The name of the plan that a file goes on with by its first declaration, None for a file of its own."""
    first = file.declarations[0] if file.declarations else None
    return first.name if first is not None and first.kind == _CONTINUATION else None


_CONTINUATION = "continuation"


class _Builder:
    def __init__(self, file: PlanFile, own: OwnFields) -> None:
        self.own = own
        self.file = file
        self.source: SourceText = file.source
        self.problems: Problems = list(file.problems)
        self.plan = self._plan()
        self.plan.own_fields = own
        self.owners: dict[str, e.Owner] = {}

    def build(self, continuations: Sequence[PlanFile]) -> Plan:
        plan = self.plan
        if plan.decl is not None:
            self._fields(plan, plan.decl)
            self._categories()
        self._declarations()
        for file in continuations:
            self.file, self.source, self.problems = file, file.source, list(file.problems)
            self._declarations()
        plan.elements += self.owners.values()
        return plan

    def _plan(self) -> Plan:
        head = self._head()
        if head is not None:
            plan = _new_plan(head.name.text, self.source, head.start, head.end, head.name.start, head.name.end)
            plan.decl = head
            return plan
        name = continued_plan(self.file)
        if name is not None:
            return _new_plan(name.text, self.source, name.start, name.end, name.start, name.end)
        if self.file.declarations:
            first = self.file.declarations[0]
            # A slip before it is that of the line that says which plan this is.
            if all(problem.start > first.start for problem in self.problems):
                self.problems.append(SyntaxProblem(MODEL_NO_PLAN(), first.start, first.word_end))
        elif not self.problems:
            self.problems.append(SyntaxProblem(MODEL_NO_PLAN(), 0, 0))
        return _new_plan("", self.source, 0, 0, 0, 0)

    def _head(self) -> Declaration | None:
        """The header that counts; a file that goes on with a plan has none."""
        if continued_plan(self.file) is not None:
            return None
        return next((decl for decl in self.file.declarations if decl.kind == "plan"), None)

    def _declarations(self) -> None:
        """What one file declares, and its problems."""
        for at, decl in enumerate(self.file.declarations):
            if decl.kind == "plan":
                self._header(decl)
            elif decl.kind == _CONTINUATION:
                self._continuation(decl, is_first=at == 0)
            else:
                self._element(decl, None)
        self.problems.sort(key=lambda problem: (problem.start, problem.end))
        self.plan.problems += [
            PlanProblem(self.source, one.message, one.start, one.end, one.help, one.instead) for one in self.problems
        ]

    def _header(self, decl: Declaration) -> None:
        """A header that is not the one of the plan is none."""
        if decl is self.plan.decl:
            return
        name, own = decl.name, continued_plan(self.file)
        told = MODEL_SECOND_PLAN(name=name.text) if own is None else MODEL_PLAN_IN_CONTINUATION(name=own.text)
        self.problems.append(SyntaxProblem(told, name.start, name.end))

    def _continuation(self, decl: Declaration, *, is_first: bool) -> None:
        if not is_first:
            self.problems.append(SyntaxProblem(MODEL_CONTINUATION_FIRST(), decl.start, decl.word_end))
            return
        self.plan.continuations.append(Continuation(self.source, decl.name))
        if decl.end > decl.name.end:
            told = MODEL_CONTINUATION_ALONE(name=decl.name.text)
            self.problems.append(SyntaxProblem(told, decl.name.end, decl.end))

    def _element(self, decl: Declaration, parent: Element | None) -> None:
        if not decl.name.text and decl.formula is None:
            # A nameless declaration was reported when it was read; what it holds has names of its own.
            for child in decl.children:
                self._element(child, None)
            return
        element = _CLASSES[decl.kind](
            self.plan, decl.name.text, self.source, decl.start, decl.end, decl.name.start, decl.name.end, decl
        )
        self.plan.elements.append(element)
        self._fields(element, decl)
        self._special(element, decl, parent)
        for child in decl.children:
            self._element(child, element)

    def _special(self, element: Element, decl: Declaration, parent: Element | None) -> None:
        match element:
            case e.Part() | e.Chapter() | e.Section():
                element.title = decl.title.text if decl.title is not None else ""
                element.parent = parent
            case e.Indicator():
                self._figures(element, decl)
                self._own(element.owners)
            case e.Goal() | e.Measure():
                self._own(element.owners)
            case e.Basis():
                self._demands(element)
            case e.Coordination() if decl.path is not None:
                path = decl.path
                element.with_whom = Reference("with_whom", path, "", {}, path.start, path.end)
            case e.NotCarried() if decl.path is not None:
                path = decl.path
                element.what = Reference("what", path, "", {}, path.start, path.end)
            case e.Relation():
                self._relation(element, decl)
            case e.Waiver() if decl.waiver is not None:
                head = decl.waiver
                target = head.target
                if target is not None:
                    element.waived = Reference("waived", target, "", {}, target.start, target.end)
                element.fingerprint = head.fingerprint.text if head.fingerprint is not None else ""
            case _:
                return

    # ---- fields

    def _fields(self, element: Element, decl: Declaration) -> None:
        words = field_readers(element.kind)
        seen: set[str] = set()
        in_own_unit: list[tuple[Field, FieldSpec]] = []
        for part in decl.fields:
            if part.shape is Shape.YEAR:
                if element.kind != "indicator":
                    self._misplaced(element.kind, part, ())
                continue
            entry = words.get(part.word) or words.get(part.word.lower())
            if entry is None and self.own.by_kind:
                entry = own_readers(self.own, element.kind).get(part.word)
            if entry is None:
                known = (*words, *(spec.word for spec in self.own.of(element.kind)))
                self._misplaced(element.kind, part, [word for word in known if not word.isascii()])
                continue
            spec, read = entry
            if spec.attr in seen:
                message = MODEL_FIELD_TWICE(field=part.word)
                self.problems.append(SyntaxProblem(message, part.start, part.word_end))
                continue
            seen.add(spec.attr)
            if read is not None and spec.own:
                element.own = {**element.own, spec.attr: read(part, spec, self.problems)}
            elif read is not None:
                setattr(element, spec.attr, read(part, spec, self.problems))
            elif spec.type is FieldType.UNIT:
                self._unit(element, part)
            elif spec.attr in IN_OWN_UNIT:
                in_own_unit.append((part, spec))
        for part, spec in in_own_unit:
            unit = getattr(element, "unit_text", "")
            setattr(element, spec.attr, IN_OWN_UNIT[spec.attr](part, spec, self.problems, unit))

    def _misplaced(self, kind: str, part: Field, known: object) -> None:
        spec = element_spec(kind)
        message = MODEL_FIELD_MISPLACED(kind=spec.zh, field=part.word)
        help_ = None
        if isinstance(known, list):
            fields = "、".join(one.word for one in (*spec.fields, *self.own.of(kind)))
            help_ = near_words(part.word, known) or (MODEL_FIELDS_ARE(kind=spec.zh, fields=fields) if fields else None)
        self.problems.append(SyntaxProblem(message, part.start, part.word_end, help_))

    def _unit(self, element: Element, part: Field) -> None:
        assert isinstance(element, e.Indicator | e.Resource)
        element.unit_text, element.unit = read_unit(part, self.problems)

    # ---- what fields bring along

    def _categories(self) -> None:
        for phrase in self.plan.categories:
            self.plan.elements.append(self._named(e.Category, phrase))

    def _named(self, cls: type[Element], phrase: Phrase) -> Element:
        return cls(self.plan, phrase.text, self.source, phrase.start, phrase.end, phrase.start, phrase.end)

    def _demands(self, basis: e.Basis) -> None:
        for phrase in basis.demands:
            demand = self._named(e.Demand, phrase)
            assert isinstance(demand, e.Demand)
            demand.basis = basis
            self.plan.elements.append(demand)

    def _own(self, phrases: list[Phrase]) -> None:
        for phrase in phrases:
            key = name_key(phrase.text)
            if key not in self.owners:
                owner = self._named(e.Owner, phrase)
                assert isinstance(owner, e.Owner)
                self.owners[key] = owner

    def _relation(self, relation: e.Relation, decl: Declaration) -> None:
        formula = decl.formula
        if formula is None:
            return
        relation.formula = formula
        relation.name = formula_text(self.source.text, formula)
        for term in (formula.left, formula.right):
            relation.operands += _operands(term)

    def _figures(self, indicator: e.Indicator, decl: Declaration) -> None:
        words = field_words("indicator")
        for part in decl.fields:
            spec = words.get(part.word) or words.get(part.word.lower())
            if part.shape is Shape.YEAR:
                self._year_figures(indicator, part)
            elif spec is not None and spec.type is FieldType.FIGURES:
                for value in part.values:
                    assert isinstance(value, FigureValue)
                    self._figure(indicator, part, value, None, spec.attr)

    def _year_figures(self, indicator: e.Indicator, part: Field) -> None:
        year = int(part.word[:4])
        for value in part.values:
            assert isinstance(value, FigureValue)
            self._figure(indicator, part, value, year, "point")

    def _figure(self, indicator: e.Indicator, part: Field, value: FigureValue, year: int | None, basis: str) -> None:
        tense = _TENSES.get(value.tense.lower(), "")
        if not tense:
            if basis == "point" and not value.amount.missing:
                place = (value.amount.start, value.amount.end)
                self.problems.append(SyntaxProblem(MODEL_TENSE_MISSING(field=part.word), *place))
                return
            tense = "target"
        own = value.amount.unit or value.amount.upper_unit
        # Growth and totals are not in the indicator's own unit; only values of a year inherit it.
        unit_text = own or (indicator.unit_text if basis != "annual" else "")
        figure = Figure(
            self.plan,
            f"{indicator.name}·{part.word}",
            self.source,
            value.start,
            value.end,
            value.amount.start,
            value.amount.end,
        )
        figure.indicator = indicator
        figure.year = year
        figure.tense = tense
        figure.basis = basis
        figure.notes = read_notes(value.notes, _FIGURE_SPEC, self.problems, part.word)
        figure.missing = value.amount.missing
        figure.in_words = value.amount.words.text if value.amount.words is not None else None
        figure.multiple = read_multiple(figure.in_words) if figure.in_words is not None else None
        figure.quantity = read_quantity(value.amount, unit_text, self.problems)
        figure.unit_text = unit_text
        figure.unit = parse_unit(unit_text) if unit_text else None
        indicator.figures.append(figure)
        self.plan.elements.append(figure)


def _new_plan(name: str, source: SourceText, start: int, end: int, name_start: int, name_end: int) -> Plan:
    plan = Plan(None, name, source, start, end, name_start, name_end)  # type: ignore[arg-type]
    plan.plan = plan
    return plan


def _without_year(path: Path) -> Path:
    """What 地区生产总值.2025年 speaks of; the year stays in the formula."""
    if len(path.parts) < 2 or e.year_of(path) is None:
        return path
    return Path(path.parts[:-1], path.start, path.parts[-2].end)


def _operands(term: Term) -> list[Reference]:
    """The references of a formula from left to right; a formula may nest deeper than Python recurses."""
    references: list[Reference] = []
    waiting = [term]
    while waiting:
        part = waiting.pop()
        if part.path is not None:
            path = _without_year(part.path)
            references.append(Reference("operands", path, "", {}, path.start, path.end))
        waiting += reversed(part.operands)
    return references
