"""The typed elements of a plan. What is written stays at hand: each element keeps its declaration.

Elements compare by identity; their attributes carry the English words of `schema.py`. References are
resolved by the workspace: until then `Reference.target` is None. `element.py` has what all of them share.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import field

from checker.model.element import Count, Document, Element, Phrase, Reference, ShareValue
from checker.model.figure import Figure, unit_kind
from checker.quantity import DateInterval, Unit
from checker.source import fold
from checker.syntax import Formula, Path, SyntaxProblem


class Part(Element):
    """部分 or 篇; holds chapters."""

    kind: ClassVar[str] = "part"
    title: str = ""
    parent: Element | None = None
    drafters: list[Phrase] = field(default_factory=list)
    chapter_count: Count | None = None
    section_count: Count | None = None


class Chapter(Element):
    """章; holds sections."""

    kind: ClassVar[str] = "chapter"
    title: str = ""
    parent: Element | None = None
    drafters: list[Phrase] = field(default_factory=list)
    chapter_count: Count | None = None
    section_count: Count | None = None


class Section(Element):
    """节."""

    kind: ClassVar[str] = "section"
    title: str = ""
    parent: Element | None = None
    drafters: list[Phrase] = field(default_factory=list)


class Category(Element):
    """A category of indicators, from 指标类别."""

    kind: ClassVar[str] = "category"


class Owner(Element):
    """A responsible office, from the fields that name it; stands where it is first named."""

    kind: ClassVar[str] = "owner"


class Demand(Element):
    """One demand of an upper basis."""

    kind: ClassVar[str] = "demand"
    basis: Basis | None = None


class Indicator(Element):
    """指标."""

    kind: ClassVar[str] = "indicator"
    category: Reference | None = None
    unit: Unit | None = None
    unit_text: str = ""
    nature: str | None = None
    direction: str | None = None
    price: str | None = None
    reckoning: str | None = None
    scope: str | None = None
    timing: str | None = None
    assessed_year: DateInterval | None = None
    published_year: DateInterval | None = None
    in_table: str | None = None
    aliases: list[Phrase] = field(default_factory=list)
    first_counted: str | None = None
    tolerance: Count | None = None
    breakdown: list[ShareValue] = field(default_factory=list)
    disjoint: list[Reference] = field(default_factory=list)
    owners: list[Phrase] = field(default_factory=list)
    aligns: list[Reference] = field(default_factory=list)
    broken_down_to: list[Phrase] = field(default_factory=list)
    answer_required: str | None = None
    implements: list[Reference] = field(default_factory=list)
    chapters: list[Reference] = field(default_factory=list)
    reason: str | None = None
    figures: list[Figure] = field(default_factory=list)

    @property
    def baseline(self) -> list[Figure]:
        """Actual values at or before the plan's first year."""
        first = self.plan.first_year
        return [
            f
            for f in self.figures
            if f.tense == "actual"
            and f.basis == "point"
            and _told(f)
            and f.year is not None
            and (first is None or f.year <= first)
        ]

    @property
    def final_target(self) -> list[Figure]:
        """Targets of the plan's last year (of any year where the plan gives no period)."""
        last = self.plan.last_year
        return [f for f in self._targets("point") if last is None or f.year == last]

    @property
    def annual_target(self) -> list[Figure]:
        """Targets a year on average."""
        return self._targets("annual")

    @property
    def cumulative_target(self) -> list[Figure]:
        """Targets over the whole period."""
        return self._targets("cumulative")

    def _targets(self, basis: str) -> list[Figure]:
        return [f for f in self.figures if f.basis == basis and f.tense != "actual" and _told(f)]

    @property
    def unit_kind(self) -> str | None:
        """amount, ratio, points, ordinal or count."""
        return unit_kind(self.unit)


class Goal(Element):
    """目标."""

    kind: ClassVar[str] = "goal"
    type: str | None = None
    parents: list[Reference] = field(default_factory=list)
    measured_by: list[Reference] = field(default_factory=list)
    evaluation: str | None = None
    depends_on: list[Reference] = field(default_factory=list)
    excludes: list[Reference] = field(default_factory=list)
    content: str | None = None
    deadline: DateInterval | None = None
    hinders: list[Reference] = field(default_factory=list)
    aligns: list[Reference] = field(default_factory=list)
    answer_required: str | None = None
    implements: list[Reference] = field(default_factory=list)
    chapters: list[Reference] = field(default_factory=list)
    owners: list[Phrase] = field(default_factory=list)


class Measure(Element):
    """举措."""

    kind: ClassVar[str] = "measure"
    type: str | None = None
    supports: list[Reference] = field(default_factory=list)
    part_of: list[Reference] = field(default_factory=list)
    purpose: list[Phrase] = field(default_factory=list)
    deadline: DateInterval | None = None
    beyond_period: str | None = None
    depends_on: list[Reference] = field(default_factory=list)
    claims: list[ShareValue] = field(default_factory=list)
    measured_by: list[Reference] = field(default_factory=list)
    content: str | None = None
    hinders: list[Reference] = field(default_factory=list)
    aligns: list[Reference] = field(default_factory=list)
    implements: list[Reference] = field(default_factory=list)
    chapters: list[Reference] = field(default_factory=list)
    owners: list[Phrase] = field(default_factory=list)


class Slogan(Element):
    """提法."""

    kind: ClassVar[str] = "slogan"
    role: str | None = None
    members: list[Reference] = field(default_factory=list)
    listed: str | None = None
    supports: list[Reference] = field(default_factory=list)
    content: str | None = None
    implements: list[Reference] = field(default_factory=list)
    chapters: list[Reference] = field(default_factory=list)


class Term(Element):
    """术语."""

    kind: ClassVar[str] = "term"
    variants: list[Phrase] = field(default_factory=list)


class Basis(Element):
    """上位依据."""

    kind: ClassVar[str] = "basis"
    type: str | None = None
    date: DateInterval | None = None
    demands: list[Phrase] = field(default_factory=list)
    in_force_from: DateInterval | None = None
    until: DateInterval | None = None


class Coordination(Element):
    """衔接; `with_whom` names the other plan or framework."""

    kind: ClassVar[str] = "coordination"
    with_whom: Reference | None = None
    scope: list[Phrase] = field(default_factory=list)
    result: str | None = None
    date: DateInterval | None = None


class Relation(Element):
    """关系: a formula between indicators; `operands` are the references in it, in order."""

    kind: ClassVar[str] = "relation"
    formula: Formula | None = None
    operands: list[Reference] = field(default_factory=list)
    tolerance: Count | None = None
    reason: str | None = None

    @property
    def typed(self) -> str:
        """The formula as it is typed; the name is its one writing."""
        made = self.formula
        return "" if made is None else self.source.text[made.start : made.end].strip()


class Resource(Element):
    """资源: what measures may claim."""

    kind: ClassVar[str] = "resource"
    unit: Unit | None = None
    unit_text: str = ""
    total: Count | None = None


class Procedure(Element):
    """程序."""

    kind: ClassVar[str] = "procedure"
    when: DateInterval | None = None
    actors: list[Phrase] = field(default_factory=list)
    round: Count | None = None
    received: Count | None = None
    materials: list[Document] = field(default_factory=list)
    result: str | None = None
    content: str | None = None


class Comment(Element):
    """意见."""

    kind: ClassVar[str] = "comment"
    from_office: str | None = None
    round: Count | None = None
    date: DateInterval | None = None
    content: str | None = None
    handling: str | None = None
    carried_out_in: list[Reference] = field(default_factory=list)
    reason: str | None = None


class Waiver(Element):
    """豁免: `name` is the code; `waived` is None for 全部; `fingerprint` narrows it to one finding."""

    kind: ClassVar[str] = "waiver"
    waived: Reference | None = None
    fingerprint: str = ""
    reason: str | None = None
    approved_by: str | None = None
    date: DateInterval | None = None
    until: DateInterval | None = None


class NotCarried(Element):
    """不承接: an upper item this plan does not carry, and why."""

    kind: ClassVar[str] = "not_carried"
    what: Reference | None = None
    reason: str | None = None


class Plan(Element):
    """规划: the header's fields and, in `elements`, all that the plan declares, in order."""

    kind: ClassVar[str] = "plan"
    role: str = "checked"
    elements: list[Element] = field(default_factory=list)
    problems: list[SyntaxProblem] = field(default_factory=list)
    full_name: str | None = None
    short_names: list[Phrase] = field(default_factory=list)
    document_kind: str | None = None
    level: str | None = None
    supervisor: str | None = None
    stage: str | None = None
    upper_plans: list[Reference] = field(default_factory=list)
    texts: list[Document] = field(default_factory=list)
    categories: list[Phrase] = field(default_factory=list)
    drafted_by: list[Phrase] = field(default_factory=list)
    classification: str | None = None
    period: DateInterval | None = None
    horizon: DateInterval | None = None
    drafted: DateInterval | None = None
    in_force_from: DateInterval | None = None
    until: DateInterval | None = None
    implements: list[Reference] = field(default_factory=list)
    structure: list[Count] = field(default_factory=list)
    indicator_count: Count | None = None
    _scopes: frozenset[str] | None = None

    @property
    def scopes(self) -> frozenset[str]:
        """All scopes that its indicators and their figures name, as written."""
        if self._scopes is None:
            told = [one.scope for one in self.elements if isinstance(one, Indicator)]
            stated = [one.statement for one in self.elements if isinstance(one, Figure) and "scope" in one.notes]
            self._scopes = frozenset(filter(None, [*told, *(one.scope for one in stated if one is not None)]))
        return self._scopes

    @property
    def first_year(self) -> int | None:
        """The first year of the period."""
        return self.period.first.year if self.period is not None else None

    @property
    def last_year(self) -> int | None:
        """The last year of the period."""
        return self.period.last.year if self.period is not None else None

    @property
    def horizon_year(self) -> int | None:
        """The year of the long-range goals."""
        return self.horizon.last.year if self.horizon is not None else None

    @property
    def total_indicators(self) -> int | None:
        """The declared number of indicators."""
        return self.indicator_count.value if self.indicator_count is not None else None

    @property
    def anticipated_indicators(self) -> int | None:
        """The declared number of anticipated indicators."""
        return self._counted("anticipated")

    @property
    def binding_indicators(self) -> int | None:
        """The declared number of binding indicators."""
        return self._counted("binding")

    def _counted(self, word: str) -> int | None:
        from checker.model.values import note_number

        return note_number(self.indicator_count.notes.get(word)) if self.indicator_count is not None else None

    @property
    def indicators_listed(self) -> str | None:
        """How many of the indicators are listed: complete, partial, unpublished, unknown."""
        from checker.model.values import note_choice

        return note_choice(self.indicator_count.notes, "listed") if self.indicator_count is not None else None

    @property
    def declared_parts(self) -> int | None:
        """The declared number of parts."""
        return self._declared("部分", "篇")

    @property
    def declared_chapters(self) -> int | None:
        """The declared number of chapters."""
        return self._declared("章")

    @property
    def declared_sections(self) -> int | None:
        """The declared number of sections."""
        return self._declared("节")

    def _declared(self, *units: str) -> int | None:
        return next((count.value for count in self.structure if count.unit.removeprefix("个") in units), None)


def year_of(path: Path) -> int | None:
    """The year that a name in a formula ends with: 地区生产总值.2025年 → 2025."""
    last = fold(path.parts[-1].text).removesuffix("年")
    return int(last) if len(path.parts) > 1 and len(last) == 4 and last.isdecimal() and last.isascii() else None


def _told(figure: Figure) -> bool:
    return not figure.missing and (figure.quantity is not None or figure.in_words is not None)
