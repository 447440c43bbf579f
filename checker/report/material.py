"""What all pages are made of: the outcome of a check with its plans, sorted so that each page finds its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checker.engine.report import Checked, Report
from checker.engine.verdict import unchecked_by
from checker.finding import Finding, Severity, Status
from checker.graph import Edge, PlanGraph
from checker.meaning.goals import goals_of, indicators_of
from checker.messages import Message
from checker.model import Element, Goal, Indicator, Owner, Plan, Relation
from checker.report.addresses import Addresses, slug
from checker.report.lines import Mark, page_starts
from checker.source import SourceText, Span, name_key

if TYPE_CHECKING:
    from checker.checks import Rule
    from checker.checks.facts import Facts
    from checker.checks.plan_texts import PlanText
    from checker.report.alignment import Pair
    from checker.revise import Revision
    from checker.revise.history import Step

#: The words of an element's fields that hold it against another plan.
UPWARD = ("aligns", "implements")
#: What counts for a reader, the worst first.
WORDS = ("error", "warning", "info", "known", "waived")
#: Of findings: those about what is checked, not about an upper plan that is checked with it.
OWN = "own"


@dataclass(slots=True, eq=False, repr=False)
class Listed:
    """A finding with what a reader sorts by: its page, and the chapters, owners, goals and drafters it concerns.

    `part` is OWN, or else says of which upper plan it is; `order` is its place among all in the order of the files.
    """

    finding: Finding
    key: str
    part: str = OWN
    order: int = 0
    chapters: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    drafters: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """error, warning, info, known or waived: what counts for a reader."""
        return self.finding.severity.en if self.finding.status is Status.NEW else self.finding.status.value


@dataclass(slots=True, eq=False, repr=False)
class File:
    """A plan file or a text that has pages: `starts` are their first lines, `key` that of the first page."""

    source: SourceText
    key: str
    starts: list[int]
    plan: Plan | None = None
    text: PlanText | None = None
    marks: list[Mark] = field(default_factory=list)

    def page_of(self, line: int) -> str:
        """The key of the page that holds `line`."""
        number = sum(start <= line for start in self.starts)
        return self.key if number <= 1 else f"{self.key}-{number}"

    def pages(self) -> Iterator[tuple[str, int, int]]:
        """Each page: its key, its first and its last line."""
        ends = [start - 1 for start in self.starts[1:]] + [self.source.line_count]
        for number, (start, end) in enumerate(zip(self.starts, ends, strict=True), 1):
            yield (self.key if number == 1 else f"{self.key}-{number}"), start, end


@dataclass(eq=False, repr=False)
class Material:
    """A report and its plans; `title` is what the report is called, `revision` what it is compared with.

    `rounds` are those kept of its workspace, the report itself the last.
    """

    report: Report
    lang: str
    title: str
    addresses: Addresses
    revision: Revision | None = None
    rounds: Sequence[Step] = ()

    @cached_property
    def plans(self) -> list[Plan]:
        """The plans that were checked."""
        return [plan for one in self.report.checked for plan in one.workspace.checked]

    @cached_property
    def all_plans(self) -> list[Plan]:
        """These and the plans they are held against, each once."""
        known = {plan.source.path: plan for one in self.report.checked for plan in one.workspace.plans}
        return list({**{plan.source.path: plan for plan in self.plans}, **known}.values())

    @cached_property
    def uppers(self) -> list[Plan]:
        """Those of the plans checked that another of them names as an upper one."""
        named = {id(one.target) for plan in self.plans for one in plan.upper_plans if one.target is not plan}
        return [plan for plan in self.plans if id(plan) in named]

    @cached_property
    def own_plans(self) -> list[Plan]:
        """The plans that the report is about: those checked that are nobody's upper plan, or all."""
        return [plan for plan in self.plans if plan not in self.uppers] or self.plans

    @cached_property
    def _home(self) -> dict[int, Checked]:
        return {id(plan): one for one in self.report.checked for plan in one.workspace.plans}

    def graph(self, plan: Plan) -> PlanGraph:
        """The graph that a plan is part of."""
        return self.facts(plan).graph

    def facts(self, plan: Plan) -> Facts:
        """What was read of a plan and of those around it."""
        return self._home[id(plan)].facts

    def level(self, plan: Plan) -> str | None:
        """The level that a plan was judged by."""
        return self.facts(plan).stated(plan, "level")

    def out(self, relation: str, element: Element) -> list[Edge]:
        """The edges of a relation that start at an element, each target once."""
        return _once(self.graph(element.plan).out(relation, element), lambda edge: edge.target)

    def into(self, relation: str, element: Element) -> list[Edge]:
        """The edges of a relation that end at an element, each source once."""
        return _once(self.graph(element.plan).into(relation, element), lambda edge: edge.source)

    def elements(self, kind: type[Element]) -> list[Element]:
        """The elements of a kind in the plans that were checked."""
        return [one for plan in self.plans for one in plan.elements if type(one) is kind]

    # Findings

    @cached_property
    def listed(self) -> list[Listed]:
        """All findings, the worst first, those of upper plans behind the own, then in the order of the report."""
        seen: dict[str, int] = {}
        listed = []
        parts = {plan.name: self.part(plan) for plan in self.uppers}
        for order, finding in enumerate(self.report.findings):
            seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
            again = f"-{seen[finding.fingerprint]}" if seen[finding.fingerprint] > 1 else ""
            chapters = tuple(map(_heading, finding.concern.chapters))
            key = f"finding/{finding.fingerprint}{again}"
            part = parts.get(finding.subject.plan, OWN)
            concern = finding.concern
            listed.append(Listed(finding, key, part, order, chapters, *concern[1:]))
        weight = {Status.NEW: 0, Status.KNOWN: 1, Status.WAIVED: 2}
        return sorted(listed, key=lambda one: (weight[one.finding.status], -one.finding.severity, one.part != OWN))

    def part(self, plan: Plan) -> str:
        """Whose findings those of a plan that is checked are: OWN, or the word for that upper plan."""
        return f"upper {plan.name}" if plan in self.uppers else OWN

    def concerning(self, owner: Owner) -> list[Listed]:
        """The findings that concern an office as its plan calls it: just those that the filter lists."""
        part = self.part(owner.plan)
        return [one for one in self._of_owner.get(owner.name, ()) if one.part == part]

    @cached_property
    def _of_owner(self) -> dict[str, list[Listed]]:
        found: dict[str, list[Listed]] = {}
        for one in self.listed:
            for name in one.owners:
                found.setdefault(name, []).append(one)
        return found

    @cached_property
    def _by_name(self) -> dict[tuple[str, str, str], Element]:
        known: dict[tuple[str, str, str], Element] = {}
        for plan in self.all_plans:
            for one in (plan, *plan.elements):
                known.setdefault((plan.name, one.kind, one.name), one)
        return known

    def subject(self, finding: Finding) -> Element | None:
        """The element a finding is about: the one at its place before another of the same name."""
        told = finding.subject
        found = self._by_name.get((told.plan, told.kind, told.name))
        if found is None or (found.start <= finding.span.start <= found.end and found.source is finding.span.source):
            return found
        for one in found.plan.elements:
            is_there = one.source is finding.span.source and one.start <= finding.span.start <= one.end
            if is_there and (one.kind, one.name) == (told.kind, told.name):
                return one
        return found

    @cached_property
    def _of_element(self) -> dict[int, list[Listed]]:
        found: dict[int, list[Listed]] = {}
        for one in self.listed:
            subject = self.subject(one.finding)
            if subject is not None:
                found.setdefault(id(getattr(subject, "indicator", None) or subject), []).append(one)
        return found

    def findings(self, element: Element) -> list[Listed]:
        """The findings about an element, those about its figures included."""
        return self._of_element.get(id(element), [])

    def worst(self, element: Element) -> str:
        """The worst that is found about an element: error, warning, info, known, waived, or "" for nothing."""
        found = self.findings(element)
        return found[0].word if found else ""

    # Ties

    def goals_of(self, element: Element) -> list[Goal]:
        """The goals that an element serves, measures or is."""
        return goals_of(element, self.graph(element.plan))

    def indicators_of(self, goal: Goal) -> list[tuple[Indicator, Edge]]:
        """The indicators that measure a goal, one by one or as a category; the tie says which."""
        return indicators_of(goal, self.graph(goal.plan))

    def upward(self, element: Element) -> list[Edge]:
        """The ties of an element to upper plans and upper bases."""
        return [edge for relation in UPWARD for edge in self.out(relation, element)]

    @cached_property
    def relations(self) -> dict[int, list[Relation]]:
        """The relations that an indicator stands in."""
        found: dict[int, list[Relation]] = {}
        for plan in self.plans:
            for one in plan.elements:
                if isinstance(one, Relation):
                    for target in {id(o.target): o.target for o in one.operands if o.target is not None}.values():
                        found.setdefault(id(target), []).append(one)
        return found

    @cached_property
    def pairs(self) -> list[Pair]:
        """Each plan with each upper plan or basis that it is tied to."""
        from checker.report.alignment import pairs_of

        return pairs_of(self)

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that ran, by code."""
        ran = {one.code for one in self.report.rules}
        known = {rule.code: rule for one in self.report.checked for rule in one.rulebook.rules if rule.code in ran}
        return [known[code] for code in sorted(known)]

    @cached_property
    def _all_rules(self) -> list[Rule]:
        """The rules that ran and those that did not."""
        books = [one.rulebook for one in self.report.checked]
        return [rule for book in books for rule in (*book.rules, *book.off)]

    def gathered(self, page: str) -> list[Listed]:
        """The findings of the rules that ask for a page of the report (归入)."""
        codes = self.codes_of(page)
        return [one for one in self.listed if one.finding.code in codes]

    def codes_of(self, page: str) -> frozenset[str]:
        """The rules that ask for a page."""
        return frozenset(rule.code for rule in self._all_rules if rule.page == page)

    def unchecked_about(self, element: Element) -> list[Message]:
        """What rules about elements of that kind did not look at."""
        if element.kind not in self._unchecked:
            codes = frozenset(rule.code for rule in self._all_rules if element.kind in rule.subjects)
            self._unchecked[element.kind] = unchecked_by(self.report, codes)
        return self._unchecked[element.kind]

    @cached_property
    def _unchecked(self) -> dict[str, list[Message]]:
        return {}

    def named(self, plan: str, kind: str, name: str) -> Element | None:
        """The element of that name."""
        return self._by_name.get((plan, kind, name))

    # Files

    @cached_property
    def files(self) -> dict[int, File]:
        """Plan files and texts that have pages, by their source."""
        files: dict[int, File] = {}
        for plan in self.all_plans:
            for source in plan.files:
                key = f"source/{slug('plan', source.path)}"
                files[id(source)] = File(source, key, page_starts(source), plan)
        for one in self.report.checked:
            for text in one.facts.texts:
                key = f"text/{slug('text', text.source.path)}"
                files[id(text.source)] = File(text.source, key, page_starts(text.source), text.plan, text)
        return files

    @cached_property
    def file_names(self) -> Counter[str]:
        """How many files are called by each name."""
        return Counter(file.source.path.rpartition("/")[2] for file in self.files.values())

    def file_of(self, source: SourceText) -> File | None:
        """The file of a source, None for one that has no pages (a rule file)."""
        return self.files.get(id(source))

    def mark_all(self) -> None:
        """Mark in each file where its findings stand, and the places they refer to."""
        for one in self.listed:
            self._mark(one.finding.span, one, "here")
            for related in one.finding.related:
                self._mark(related.span, one, "related")
        for file in self.files.values():
            file.marks.sort(key=lambda mark: (mark.start, mark.end, mark.finding))

    def _mark(self, span: Span, one: Listed, role: str) -> None:
        file = self.file_of(span.source)
        if file is not None:
            title = f"{one.finding.code} {one.finding.title.text(self.lang)}"
            file.marks.append(Mark(span.start, span.end, one.key, one.word, role, title))

    def place(self, here: str, span: Span) -> str | None:
        """The address of the line that a span begins in, None if its file has no pages."""
        file = self.file_of(span.source)
        if file is None:
            return None
        line = span.start_place.line
        return self.addresses.link(here, file.page_of(line), f"L{line}")

    def href(self, here: str, element: Element) -> str | None:
        """The address of an element's page; of its line where it has none."""
        key = self.addresses.of(element)
        return self.place(here, element.name_span) if key is None else self.addresses.link(here, key)

    def owner(self, plan: Plan, name: str) -> Element | None:
        """The owner of that name in a plan."""
        return self._owners.get((id(plan), name_key(name)))

    @cached_property
    def _owners(self) -> dict[tuple[int, str], Element]:
        return {
            (id(plan), name_key(one.name)): one for plan in self.plans for one in plan.elements if one.kind == "owner"
        }


def count_words(listed: Iterable[Listed]) -> dict[str, int]:
    """How many findings of each word: error, warning, info, known, waived."""
    counts = dict.fromkeys(WORDS, 0)
    for one in listed:
        counts[one.word] += 1
    return counts


def blocking(listed: Iterable[Listed], gate: Severity) -> list[Listed]:
    """The findings that stand in a plan's way, those that are known included."""
    return [one for one in listed if one.finding.status is not Status.WAIVED and one.finding.severity >= gate]


def _heading(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 24 else text[:24] + "…"


def _once(edges: Iterable[Edge], end: Callable[[Edge], Element]) -> list[Edge]:
    """The first edge to each end; a stated one goes before an inferred one."""
    found: dict[int, Edge] = {}
    for edge in edges:
        known = found.get(id(end(edge)))
        if known is None or (known.inferred and not edge.inferred):
            found[id(end(edge))] = edge
    return list(found.values())
