"""Names → elements, within a plan and across plans.

A reference is a name, `类别.名` (a kind), `规划名.名`, `依据.要求`, or `规划名.类别.名`. Names of another
plan that is declared as an upper plan but not at hand stay open: that is no fault of this plan, and the
workspace says so in a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct, field

from checker.messages import Message
from checker.messages.workspace import (
    LINK_CONTINUES_HELP,
    LINK_CONTINUES_NEARLY,
    LINK_CONTINUES_NOTHING,
    LINK_DUPLICATE,
    LINK_DUPLICATE_FIRST,
    LINK_IS_A,
    LINK_NEAR,
    LINK_NEARLY,
    LINK_NEARLY_HELP,
    LINK_NOWHERE,
    LINK_PLAN_UNKNOWN,
    LINK_TAKES,
    LINK_UNKNOWN,
    LINK_UNKNOWN_IN,
    LINK_WRONG_KIND,
)
from checker.model import (
    Basis,
    Chapter,
    Coordination,
    Element,
    Indicator,
    NotCarried,
    Part,
    Plan,
    Reference,
    Relation,
    Section,
    Waiver,
)
from checker.model.schema import ELEMENTS, element_spec, kind_words
from checker.model.spec import FieldSpec, FieldType
from checker.model.words import ABSENT_NOTES
from checker.source import Span, fold, name_key
from checker.syntax import Name
from checker.workspace.near import NearNames
from checker.workspace.plan_names import PlanNames

#: Kinds of which a plan may not hold two of one name, and those of which a part or chapter may not.
_UNIQUE = frozenset(
    spec.kind for spec in ELEMENTS if spec.kind not in {"waiver", "relation", "figure", "owner", "demand", "plan"}
) - {"coordination", "not_carried"}
_UNIQUE_INSIDE = frozenset({"chapter", "section"})
#: Kinds that a bare name may stand for where any element will do (豁免 … 于 X).
_ANY = tuple(spec.kind for spec in ELEMENTS if spec.kind not in {"waiver", "figure"})


class LinkProblem(Struct, eq=False):
    """What is wrong with a name: `kind` is duplicate, unknown or wrong_kind; `near` may have been meant."""

    kind: str
    element: Element
    name: str
    message: Message
    span: Span
    help: Message | None = None
    related: tuple[tuple[Message, Span], ...] = ()
    near: tuple[Element, ...] = ()


class AbsentPlan(Struct, eq=False):
    """A plan that is declared or referred to, but not in the workspace; `why` is one of `ABSENT_NOTES`, if told."""

    name: str
    plan: Plan
    span: Span
    why: str = ""


class Links(Struct, eq=False):
    """What linking found out."""

    problems: list[LinkProblem] = field(default_factory=list)
    absent: list[AbsentPlan] = field(default_factory=list)


class _Names:
    """The names of one plan by kind."""

    def __init__(self, plan: Plan, key_of: Callable[[str], str]) -> None:
        self.key_of = key_of
        self.by_kind: dict[str, dict[str, Element]] = {}
        self.demands: dict[int, dict[str, Element]] = {}
        self.duplicates: list[tuple[Element, Element]] = []
        self._near: dict[tuple[str, ...], NearNames] = {}
        self._near_demands: dict[int, NearNames] = {}
        self._inside: dict[tuple[str, int, str], Element] = {}
        for element in plan.elements:
            self._add(element)
        # A name goes before another element's alias or title, wherever the two stand.
        for element in plan.elements:
            for other in _other_names(element):
                self.by_kind[element.kind].setdefault(key_of(other), element)

    def _add(self, element: Element) -> None:
        if element.kind == "figure":
            return
        if element.kind == "demand":
            basis = getattr(element, "basis", None)
            self.demands.setdefault(id(basis), {}).setdefault(self.key_of(element.name), element)
        known = self.by_kind.setdefault(element.kind, {})
        key = self.key_of(element.name)
        first = known.setdefault(key, element)
        if element.kind in _UNIQUE_INSIDE:
            # 第一章 may stand in each part.
            first = self._inside.setdefault((element.kind, id(getattr(element, "parent", None)), key), element)
        if first is not element and element.kind in _UNIQUE:
            self.duplicates.append((first, element))

    def find(self, key: str, kinds: tuple[str, ...]) -> Element | None:
        for kind in kinds:
            found = self.by_kind.get(kind, {}).get(key)
            if found is not None:
                return found
        return None

    def near(self, word: str, kinds: tuple[str, ...]) -> list[str]:
        if kinds not in self._near:
            names = {e.name for kind in kinds for e in self.by_kind.get(kind, {}).values()}
            self._near[kinds] = NearNames(names)
        return self._near[kinds].find(word)

    def near_demands(self, word: str, basis: Basis) -> list[str]:
        if id(basis) not in self._near_demands:
            self._near_demands[id(basis)] = NearNames(phrase.text for phrase in basis.demands)
        return self._near_demands[id(basis)].find(word)


def _other_names(element: Element) -> Iterator[str]:
    if isinstance(element, Indicator):
        yield from (alias.text for alias in element.aliases)
    elif isinstance(element, Part | Chapter | Section) and element.title:
        yield element.title


def link_plans(plans: list[Plan]) -> Links:
    """Set the target of every reference in `plans`; what cannot be set is a problem or an absent plan."""
    return _Linker(plans).link()


class _Linker:
    def __init__(self, plans: list[Plan]) -> None:
        self.plans = plans
        # Most names stand in several places; the cache is gone with the linker.
        self.key_of = cache(name_key)
        self.names = {id(plan): _Names(plan, self.key_of) for plan in plans}
        self.plan_names = PlanNames(plans)
        self.links = Links()
        #: By plan, what it names under 上位规划 and none is called: with the plan it means, if it means one.
        self.unlinked: dict[int, dict[str, Plan | None]] = {}
        self.near_plans = NearNames(plan.name for plan in plans)
        for first, second in self.plan_names.duplicates:
            self._duplicate(first, second)

    def link(self) -> Links:
        for plan in self.plans:
            for first, second in self.names[id(plan)].duplicates:
                self._duplicate(first, second)
            self._upper_plans(plan)
            self._continuations(plan)
        for plan in self.plans:
            for element in (plan, *plan.elements):
                for reference, kinds in references_of(element):
                    # A name that is missing was reported when the file was read.
                    if reference.path is not None and reference.path.text and reference.attr != "upper_plans":
                        self._resolve(element, reference, reference.path.parts, kinds)
        return self.links

    def _duplicate(self, first: Element, second: Element) -> None:
        message = LINK_DUPLICATE(kind=element_spec(second.kind).zh, kind_en=second.kind, name=second.name)
        related = ((LINK_DUPLICATE_FIRST(), first.name_span),)
        self.links.problems.append(
            LinkProblem("duplicate", second, second.name, message, second.name_span, related=related)
        )

    def _upper_plans(self, plan: Plan) -> None:
        unlinked = self.unlinked.setdefault(id(plan), {})
        for reference in plan.upper_plans:
            if reference.path is None:
                continue
            name = reference.path.text
            reference.target = self.plan_names.find(name) or self.names[id(plan)].find(self.key_of(name), ("basis",))
            if reference.target is None:
                reference.target = unlinked[self.key_of(name)] = self._nearly(plan, reference)

    def _nearly(self, plan: Plan, reference: Reference) -> Plan | None:
        """The plan meant by a name under 上位规划 that none is called: a slip. Without one, the plan is not at hand.

        A plan that is said not to be there is none of those that are.
        """
        assert reference.path is not None
        name, span = reference.path.text, Span(plan.source, reference.start, reference.end)
        not_there = next((note for note in reference.notes if note in ABSENT_NOTES), "")
        meant = [] if not_there else self.plan_names.meant(name, plan)
        if not meant:
            self.links.absent.append(AbsentPlan(name, plan, span, not_there))
            return None
        help_ = LINK_NEARLY_HELP(names="、".join(f"「{one.name}」" for one in meant), name=name)
        message = LINK_NEARLY(name=name)
        self.links.problems.append(LinkProblem("unknown", plan, name, message, span, help_, near=tuple(meant)))
        return meant[0] if len(meant) == 1 else None

    def _continuations(self, plan: Plan) -> None:
        """Files that go on with a plan which none declares, or under a name that is not quite its own."""
        for one in plan.continuations:
            name, span = one.name.text, Span(one.source, one.name.start, one.name.end)
            if plan.decl is None:
                message, help_ = LINK_CONTINUES_NOTHING(name=name), LINK_CONTINUES_HELP(name=name)
                self.links.problems.append(LinkProblem("unknown", plan, name, message, span, help_))
            elif self.key_of(name) != self.key_of(plan.name):
                help_ = LINK_NEAR(names=f"「{plan.name}」")
                self.links.problems.append(
                    LinkProblem("unknown", plan, name, LINK_CONTINUES_NEARLY(name=name), span, help_, near=(plan,))
                )

    def _plan(self, by: Plan, key: str) -> Plan | None:
        """The plan that `by` calls so, or meant to."""
        return self.plan_names.by_key.get(key) or self.unlinked[id(by)].get(key)

    def _resolve(self, element: Element, reference: Reference, parts: tuple[Name, ...], kinds: tuple[str, ...]) -> None:
        where, rest = element.plan, parts
        if len(rest) > 1 and _kind_meant(rest[0]) is None and not self._is_demand(where, rest, kinds):
            key = self.key_of(rest[0].text)
            other = self._plan(where, key)
            if other is None:
                # PM2.5浓度 is written with a dot that parts nothing.
                reference.target = self.names[id(where)].find(self.key_of(_joined(rest)), kinds)
                if reference.target is None and key not in self.unlinked[id(where)]:
                    self._unknown_plan(element, rest[0])
                return
            where, rest = other, rest[1:]
        kind = _kind_meant(rest[0]) if len(rest) > 1 else None
        if kind is not None:
            self._find(element, reference, where, rest[1:], kinds, kind)
        elif self._is_demand(where, rest, kinds):
            self._demand(element, reference, where, rest)
        else:
            self._find(element, reference, where, rest, kinds)

    def _basis(self, where: Plan, name: Name) -> Basis | None:
        found = self.names[id(where)].find(self.key_of(name.text), ("basis",))
        return found if isinstance(found, Basis) else None

    def _is_demand(self, where: Plan, parts: tuple[Name, ...], kinds: tuple[str, ...]) -> bool:
        return len(parts) > 1 and "demand" in kinds and self._basis(where, parts[0]) is not None

    def _find(
        self,
        element: Element,
        reference: Reference,
        where: Plan,
        rest: tuple[Name, ...],
        kinds: tuple[str, ...],
        kind: str | None = None,
    ) -> None:
        """Look for a name in one plan; with `kind` written before it, among that kind only."""
        name = _joined(rest)
        key = self.key_of(name)
        if "plan" in kinds and where is element.plan:
            found = self._plan(where, key)
            if found is not None:
                reference.target = found
                return
            if key in self.unlinked[id(where)]:
                return
        names = self.names[id(where)]
        target = names.find(key, kinds if kind is None else (kind,) if kind in kinds else ())
        if target is not None:
            reference.target = target
            return
        other = names.find(key, _ANY if kind is None else (kind,))
        span = Span(element.source, reference.start, reference.end)
        # 不承接 and 衔接 are called by what they name: that is no find.
        if other is not None and other is not element:
            self._wrong_kind(element, name, span, other, kinds)
        else:
            self._unknown(element, name, span, where, kinds)

    def _demand(self, element: Element, reference: Reference, where: Plan, parts: tuple[Name, ...]) -> None:
        basis = self._basis(where, parts[0])
        assert basis is not None
        names, name = self.names[id(where)], _joined(parts[1:])
        reference.target = names.demands.get(id(basis), {}).get(self.key_of(name))
        if reference.target is not None:
            return
        span = Span(element.source, parts[1].start, parts[-1].end)
        message = LINK_UNKNOWN_IN(name=name, where=basis.name)
        advice = _advice(names.near_demands(name, basis), basis.name)
        self.links.problems.append(LinkProblem("unknown", element, name, message, span, advice))

    def _wrong_kind(self, element: Element, name: str, span: Span, other: Element, kinds: tuple[str, ...]) -> None:
        wanted = "、".join(element_spec(kind).zh for kind in kinds)
        message = LINK_WRONG_KIND(
            name=name, kind=element_spec(other.kind).zh, kind_en=other.kind, wanted=wanted, wanted_en=", ".join(kinds)
        )
        related = ((LINK_IS_A(name=name, kind=element_spec(other.kind).zh, kind_en=other.kind), other.name_span),)
        help_ = LINK_TAKES(wanted=wanted, wanted_en=", ".join(kinds))
        self.links.problems.append(LinkProblem("wrong_kind", element, name, message, span, help_, related))

    def _unknown(self, element: Element, name: str, span: Span, where: Plan, kinds: tuple[str, ...]) -> None:
        if where.decl is None and where.continuations:
            return  # it may be in the file that is not there, which is told
        near = self.names[id(where)].near(name, kinds)
        own = where is element.plan
        message = LINK_UNKNOWN(name=name) if own else LINK_UNKNOWN_IN(name=name, where=where.name)
        meant = [self.names[id(where)].find(self.key_of(word), kinds) for word in near]
        self.links.problems.append(
            LinkProblem(
                "unknown",
                element,
                name,
                message,
                span,
                _advice(near, where.name),
                near=tuple(one for one in meant if one is not None),
            )
        )

    def _unknown_plan(self, element: Element, name: Name) -> None:
        near = self.near_plans.find(name.text)
        span = Span(element.source, name.start, name.end)
        message = LINK_PLAN_UNKNOWN(name=name.text)
        self.links.problems.append(LinkProblem("unknown", element, name.text, message, span, _advice(near, "")))


def _kind_meant(name: Name) -> str | None:
    """The kind that the first part of a path names: 类别.创新驱动."""
    return kind_words().get(fold(name.text).lower())


def _joined(parts: tuple[Name, ...]) -> str:
    return parts[0].text if len(parts) == 1 else ".".join([part.text for part in parts])


def _advice(near: list[str], where: str) -> Message:
    if near:
        return LINK_NEAR(names="、".join(f"「{name}」" for name in near))
    return LINK_NOWHERE(where=where or "…")


@cache
def _reference_fields(kind: str) -> tuple[FieldSpec, ...]:
    """The fields of `kind` that hold references."""
    wanted = {FieldType.REFERENCE, FieldType.REFERENCES, FieldType.MIXED, FieldType.SHARES}
    return tuple(spec for spec in element_spec(kind).fields if spec.type in wanted and spec.targets)


def references_of(element: Element) -> Iterator[tuple[Reference, tuple[str, ...]]]:
    """Every reference of an element with the kinds it may name."""
    fields = _reference_fields(element.kind)
    if element.own:
        fields += tuple(spec for spec in element.plan.own_fields.of(element.kind) if spec.targets)
    for spec in fields:
        held = element.value(spec) if spec.own else getattr(element, spec.attr)
        if not held:
            continue
        if spec.type is FieldType.REFERENCE:
            yield held, spec.targets
        elif spec.type is FieldType.SHARES:
            for share in held:
                yield share.reference, spec.targets
        else:
            for reference in held:
                yield reference, spec.targets
    if element.kind in _HEADED:
        yield from _head_references(element)


#: Kinds that name something before their braces.
_HEADED = frozenset({"coordination", "not_carried", "waiver", "relation"})


def _head_references(element: Element) -> Iterator[tuple[Reference, tuple[str, ...]]]:
    """The references that stand before the braces."""
    if isinstance(element, Coordination) and element.with_whom is not None:
        yield element.with_whom, ("plan", "basis")
    elif isinstance(element, NotCarried) and element.what is not None:
        yield element.what, ("indicator", "goal", "measure")
    elif isinstance(element, Waiver) and element.waived is not None:
        yield element.waived, _ANY
    elif isinstance(element, Relation):
        for operand in element.operands:
            yield operand, ("indicator", "category", "resource")
