"""Plans as tables: what rules see of the elements, the ties between them and the records of predicates.

An element has the number of its node in the graph; whatever else there is gets one when it is first met.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from checker.checks.concerns import concern_of
from checker.checks.extra_columns import stage_word
from checker.checks.facts import Facts, Settled
from checker.checks.object_kinds import ObjectKind, Read, Source, always
from checker.checks.places import element_of, place_of, shown_thing, tie_place
from checker.checks.plan_schema import DRAFTED
from checker.checks.predicates import Record
from checker.checks.text_kinds import TextKind
from checker.checks.text_table import TextTable
from checker.checks.tie_columns import is_of_one_place
from checker.finding import Concern, Finding, Fix, Subject
from checker.graph import Edge
from checker.meaning.asked import out_of_force
from checker.model import Count, Element, Plan
from checker.rules.schema import Attribute, Schema, Step
from checker.rules.tables import Column, Counted, Whole
from checker.rules.types import Sort
from checker.source import Span


class PlanTables:
    """The tables of one run over `facts`, in the words of `schema`."""

    def __init__(self, facts: Facts, schema: Schema) -> None:
        self._facts = facts
        self._schema = schema
        self._things: list[Any] = list(facts.graph.nodes)
        self._nodes = len(self._things)
        self._kinds: list[str] = [element.kind for element in facts.graph.nodes]
        self._numbers: dict[int, int] = {}
        self._text_tables: dict[str, TextTable] = {}
        self._rows: dict[str, Sequence[int]] = {}
        self._columns: dict[tuple[str, int], Column] = {}
        self._ties: dict[tuple[str, bool], Mapping[int, Sequence[int]]] = {}
        self._open: dict[tuple[str, bool], AbstractSet[int]] = {}
        self._possible: dict[tuple[str, bool], Mapping[int, Sequence[int]]] = {}
        self._indexes: dict[Hashable, Any] = {}
        self._wholes: dict[int, Whole] = {}
        self._whole_of: dict[int, Whole] = {}
        self._drafted = Source((), DRAFTED, facts.drafted, always)
        #: What the run says of things of a kind, whatever the plan says, or what nobody else can say.
        self._of_run: dict[tuple[str, str], Read] = {
            ("plan", "stage"): lambda plan: facts.stated(plan, "stage"),
            ("plan", "stage_word"): lambda plan: stage_word(facts.stage_told(plan)),
            ("plan", "level"): lambda plan: facts.stated(plan, "level"),
            ("plan", "in_force"): lambda plan: "no" if out_of_force(plan, facts.as_of) else "yes",
            ("aligns_tie", "one_place"): lambda tie: is_of_one_place(tie, facts.stated(tie.source.plan, "level")),
        }

    @property
    def as_of(self) -> date:
        """The day by which the run judges."""
        return self._facts.as_of

    # ---- rows and their values

    def rows(self, kind: str) -> Sequence[int]:
        """All things of a kind, in the order of plans and elements."""
        rows = self._rows.get(kind)
        if rows is None:
            found = self._schema.by_name.get(kind)
            if isinstance(found, TextKind):
                rows = self._read_texts(found).rows
            else:
                rows = list(map(self._row, self._facts.things(kind)))
            self._rows[kind] = rows
        return rows

    def _read_texts(self, kind: TextKind) -> TextTable:
        """The table of all texts, with numbers of its own behind all that there are yet."""
        texts = [(text, self._row(text.subject)) for text in (*self._facts.texts, *self._facts.tables)]
        table = TextTable(kind, texts, len(self._things))
        self._text_tables[kind.name] = table
        self._things += [None] * len(table.rows)
        self._kinds += [kind.name] * len(table.rows)
        return table

    @property
    def indexes(self) -> dict[Hashable, Any]:
        """What searches make of the columns of a kind, for the rules that follow."""
        return self._indexes

    @property
    def kind(self) -> Callable[[int], str]:
        """The kind of a row."""
        return self._kinds.__getitem__

    def _row(self, thing: Any) -> int:
        """The number of a thing."""
        if isinstance(thing, Element) and 0 <= thing.index < self._nodes and self._things[thing.index] is thing:
            return thing.index
        number = self._numbers.get(id(thing))
        if number is None:
            number = self._numbers[id(thing)] = len(self._things)
            self._things.append(thing)
            self._kinds.append(kind_of(thing))
        return number

    def column(self, kind: str, word: str) -> Column:
        """The values of the attribute that `word` names for a kind."""
        source = self._source(kind, word)
        if isinstance(self._schema.by_name[kind], TextKind):
            self.rows(kind)
        # What several kinds of objects share is read alike of all of them.
        key = (kind if kind in self._text_tables else "", id(source))
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = self._made(kind, source)
        return column

    def _source(self, kind: str, word: str) -> Source:
        if word == DRAFTED.word:
            return self._drafted
        found = self._schema.by_name[kind]
        assert isinstance(found, ObjectKind)
        return found.sources[word]

    def _made(self, kind: str, source: Source) -> Column:
        if kind in self._text_tables:
            return self._text_tables[kind].column(source)
        own = self._of_run.get((kind, source.attribute.attr))
        read = own or source.read
        things, given, type_ = self._things, source.given, source.attribute.type
        known: Callable[[Any], Any] | None = {Sort.ELEMENT: self._row, Sort.COUNT: _counted}.get(type_.sort)

        def plain(row: int) -> Any:
            return read(things[row])

        def one(row: int) -> Any:
            assert known is not None
            value = read(things[row])
            return None if value is None else known(value)

        def several(row: int) -> list[Any]:
            assert known is not None
            return [None if value is None else known(value) for value in read(things[row])]

        chosen = plain if known is None else several if type_.many else one
        return Column(chosen, lambda row: given(things[row]), type_.many)

    # ---- ties between rows

    def ties(self, step: Step) -> Mapping[int, Sequence[int]]:
        """Where a step leads from each row from which it leads anywhere."""
        key = (step.relation, step.forward)
        ties = self._ties.get(key)
        if ties is None:
            ties = self._ties[key] = self._facts.graph.neighbours(step.relation, forward=step.forward)
        return ties

    def open_ties(self, step: Step) -> AbstractSet[int]:
        """The rows from which a step may lead anywhere."""
        key = (step.relation, step.forward)
        loose = self._open.get(key)
        if loose is None:
            known = self._facts.doubts.anywhere(step.relation, forward=step.forward)
            loose = self._open[key] = frozenset(map(self._row, known))
        return loose

    def possible_ties(self, step: Step) -> Mapping[int, Sequence[int]]:
        """Where a step may lead, beside where it is known to lead."""
        key = (step.relation, step.forward)
        ties = self._possible.get(key)
        if ties is None:
            known = self._facts.doubts.somewhere(step.relation, forward=step.forward)
            ties = {self._row(one): list(map(self._row, others)) for one, others in known.items()}
            self._possible[key] = ties
        return ties

    # ---- what is said of a row

    def whole(self, row: int) -> Whole:
        """The plan that a row belongs to."""
        whole = self._whole_of.get(row)
        if whole is None:
            plan = self._element(row).plan
            whole = self._wholes.get(id(plan))
            if whole is None:
                whole = self._wholes[id(plan)] = self._whole(plan)
            self._whole_of[row] = whole
        return whole

    def _element(self, row: int) -> Element:
        """The element that a thing is, or is said of; for what stands in a text, its plan."""
        thing = self._things[row]
        return element_of(thing) if thing is not None else self._text_table(row).text_of(row).subject

    def _text_table(self, row: int) -> TextTable:
        return self._text_tables[self._kinds[row]]

    def _whole(self, plan: Plan) -> Whole:
        stage = self._facts.stated(plan, "stage")
        return Whole(self._row(plan), plan.name, plan.source.path, stage, plan.role == "checked")

    def wholes(self) -> Iterable[Whole]:
        """All plans."""
        return map(self._whole, self._facts.plans)

    def foremost(self) -> tuple[Span, Subject] | None:
        """The first plan that is checked; without plans the first text or table."""
        for plan in self._facts.plans:
            if plan.role == "checked":
                return plan.name_span, _subject(plan)
        for text in (*self._facts.texts, *self._facts.tables):
            return Span(text.source, 0, 1), _subject(text.subject)
        return None

    def place(self, row: int, attribute: Attribute | None = None) -> Span:
        """The smallest text that shows the attribute, else the name of the thing."""
        thing = self._things[row]
        if thing is None:
            return self._text_table(row).place(row)
        if attribute is None:
            return place_of(thing)
        return place_of(thing, attribute.attr, self._source(self._kinds[row], attribute.word).read)

    def tie_place(self, row: int, step: Step, other: int) -> Span | None:
        """Where the tie from `row` to `other` is written, or None if there is none."""
        return tie_place(self._facts.graph, self._things[row], step, self._things[other])

    def subject(self, row: int) -> Subject:
        """What a finding about the thing is about."""
        return _subject(self._element(row))

    def concern(self, row: int, span: Span) -> Concern:
        """What its element concerns; in a text the chapter in which it stands, if the element is in none."""
        concern = concern_of(self._element(row), self._facts.graph)
        if concern.chapters:
            return concern
        at = self._facts.concern_at(span)
        return concern._replace(chapters=at.chapters, drafters=at.drafters)

    def told(self, row: int) -> object:
        """The thing as the argument of a sentence."""
        thing = self._things[row]
        return shown_thing(thing) if thing is not None else self._text_table(row).place(row).text

    def same(self, row: int) -> tuple[str, ...]:
        """What tells a finding about a record from others."""
        thing = self._things[row]
        return thing.same if isinstance(thing, Record) else ()

    def fix(self, row: int) -> Fix | None:
        """The edit that a record brings along."""
        thing = self._things[row]
        return thing.fix if isinstance(thing, Record) else None

    # ---- what rules told each other

    def looked_at(self, code: str, whole: Whole) -> bool:
        """Whether the data were at hand that a rule needs to look at all of a plan."""
        return (code, whole.path) not in self._facts.lacking

    def settle(self, findings: tuple[Finding, ...], judged: frozenset[tuple[str, str]]) -> None:
        """Let rules about findings know what was found."""
        self._facts.settle(Settled(findings, judged))


def _subject(element: Element) -> Subject:
    return Subject(element.kind, element.name, element.plan.name)


def _counted(count: Count) -> Counted:
    return Counted(count.value, count.quantity)


def kind_of(thing: Any) -> str:
    """The name of the kind of an element, a tie or a record."""
    return f"{thing.relation}_tie" if isinstance(thing, Edge) else thing.kind
