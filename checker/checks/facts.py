"""What rules run on: the linked plans, their graph, what linking found, and the day to judge by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from checker.checks.concerns import drafters_of
from checker.checks.doubts import Doubts, find_doubts
from checker.checks.predicates import Predicate
from checker.finding import Concern, Finding
from checker.graph import PlanGraph
from checker.model import Element, Plan
from checker.model.relations import RELATIONS
from checker.quantity import DateInterval
from checker.rules.tables import TooEarly
from checker.source import Span
from checker.workspace import Links

if TYPE_CHECKING:
    from checker.checks.adopted import Earlier
    from checker.checks.plan_texts import PlanText
    from checker.workspace.lock import LockFile

_TIES = {f"{spec.name}_tie": spec.name for spec in RELATIONS}


class Settled(Struct, eq=False):
    """What the rules found: their findings, and which rule (code) judged which plan (name)."""

    findings: tuple[Finding, ...]
    judged: frozenset[tuple[str, str]]


class Facts(Struct, eq=False):
    """One workspace as rules see it. A plan whose `role` is "checked" is what rules are about.

    `stage` and `level`, stored words of the schema, overrule what the checked plans say. `lock` is what was
    approved and reviewed, if anything was; `lacking` are the rules (code) that cannot look at all of a plan (path of
    its file), because data are not at hand. `earlier` has the texts of rounds that were kept.

    Everything worked out on the way (elements by kind, records of predicates, doubts) is kept for the
    rules that follow.
    """

    plans: Sequence[Plan]
    graph: PlanGraph
    links: Links
    as_of: date
    stage: str | None = None
    level: str | None = None
    texts: Sequence[PlanText] = ()
    tables: Sequence[PlanText] = ()
    lock: LockFile | None = None
    lacking: frozenset[tuple[str, str]] = frozenset()
    earlier: Earlier | None = None
    _by_kind: dict[str, list[Any]] | None = None
    _predicates: dict[str, Predicate] = field(default_factory=dict)
    _parameter: Callable[[str, str], Any] | None = None
    _found: dict[str, list[Any]] = field(default_factory=dict)
    _doubts: Doubts | None = None
    _settled: Settled | None = None

    @property
    def settled(self) -> Settled:
        """What the other rules found. Raises TooEarly while they run: who asks is run after them."""
        if self._settled is None:
            raise TooEarly
        return self._settled

    def concern_at(self, span: Span) -> Concern:
        """The chapter of a text in which a place lies, as one name, and who writes it; nothing for a plan file.

        It is called as its plan calls it, so that what is found in the text and in the plan file comes together.
        """
        for text in (*self.texts, *self.tables):
            if text.source is span.source:
                heading = text.document.chapter_of(span.start)
                if heading is None:
                    return Concern()
                declared = _declared(text.plan, heading.number)
                if declared is None:
                    return Concern((heading.text.strip(),))
                return Concern((declared.name,), drafters=drafters_of(declared))
        return Concern()

    def settle(self, settled: Settled) -> None:
        """Let rules about findings know what was found; what was worked out from an earlier run is forgotten."""
        if self._settled is not None:
            self._found.clear()
        self._settled = settled

    def learn(self, predicates: Iterable[Predicate], parameter: Callable[[str, str], Any]) -> None:
        """Make the records of these predicates known as kinds of things, and how to ask for parameters of rules."""
        self._predicates.update({predicate.name: predicate for predicate in predicates})
        self._parameter = parameter

    def parameter(self, code: str, name: str) -> Any:
        """The value that a parameter of a rule has in this run; None where the rule is not there."""
        return self._parameter(code, name) if self._parameter is not None else None

    def has(self, kind: str) -> bool:
        """Whether there is anything of a kind."""
        return any(True for _ in self.things(kind))

    def things(self, kind: str) -> Sequence[Any]:
        """All elements, ties or records of a kind, in the order of plans and elements.

        What a predicate raises comes through.
        """
        found = self._found.get(kind)
        if found is None:
            if kind in _TIES:
                found = sorted(self.graph.of(_TIES[kind]), key=lambda tie: (tie.holder.index, tie.span.start))
            elif kind in self._predicates:
                found = list(self._predicates[kind].find(self))
            else:
                found = self._elements().get(kind, [])
            self._found[kind] = found
        return found

    def _elements(self) -> dict[str, list[Any]]:
        if self._by_kind is None:
            self._by_kind = {}
            for element in self.graph.nodes:
                self._by_kind.setdefault(element.kind, []).append(element)
        return self._by_kind

    @property
    def doubts(self) -> Doubts:
        """What broken references leave open."""
        if self._doubts is None:
            self._doubts = find_doubts(self.plans, self.links, self.graph)
        return self._doubts

    def drafted(self, plan: Plan) -> DateInterval:
        """When the plan was drafted; the day to judge by where it does not say."""
        return plan.drafted or DateInterval(self.as_of, self.as_of)

    def stated(self, plan: Plan, attr: str) -> str | None:
        """The stage or level of a plan, overruled or its own; the stage that its text tells, where it tells none."""
        overruled = self.stage if attr == "stage" else self.level
        own: str | None = self.stage_told(plan) if attr == "stage" else getattr(plan, attr)
        return overruled if overruled is not None and plan.role == "checked" else own

    def stage_told(self, plan: Plan) -> str | None:
        """The stage that a plan tells, or else the title page of its text."""
        if plan.stage:
            return plan.stage
        told = (text.stage for text in self.texts if text.plan is plan and text.role == "main" and text.stage)
        return next(told, None)


def _declared(plan: Plan | None, number: str) -> Element | None:
    """The chapter that a plan declares by this number."""
    elements = plan.elements if plan is not None and number else ()
    return next((one for one in elements if one.kind == "chapter" and one.name == number), None)
