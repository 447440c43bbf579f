"""The plan itself: the fields of its head, and all that it declares."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct, field

from checker.messages import Message
from checker.model import declare
from checker.model.element import Count, Document, Element, Phrase, Reference
from checker.model.elements import IMPLEMENTS, IN_FORCE, UNTIL, Indicator
from checker.model.figure import Figure
from checker.model.own_fields import NO_OWN_FIELDS, OwnFields
from checker.model.words import ABSENT_NOTES, DOCUMENT_KINDS, LEVELS, LISTED, STAGES, TIE_NOTES
from checker.quantity import DateInterval
from checker.source import SourceText, Span
from checker.syntax import Name


class PlanProblem(Struct, frozen=True, eq=False):
    """What a file of a plan does not say rightly; the rest is as in `SyntaxProblem`."""

    source: SourceText
    message: Message
    start: int
    end: int
    help: Message | None = None
    instead: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.source, self.start, self.end)


class Continuation(Struct, eq=False):
    """A file that goes on with a plan: the plan's name as its first line has it."""

    source: SourceText
    name: Name


class Plan(Element):
    """规划: the header's fields and, in `elements`, all that the plan declares, in order.

    `source` is the file of the header; what the files in `continuations` declare follows in their order.
    """

    kind: ClassVar[str] = "plan"
    zh: ClassVar[str] = "规划"
    role: str = "checked"
    elements: list[Element] = field(default_factory=list)
    problems: list[PlanProblem] = field(default_factory=list)
    continuations: list[Continuation] = field(default_factory=list)
    own_fields: OwnFields = NO_OWN_FIELDS
    full_name: str | None = declare.text("全称", "正式全称，写在《》里")
    short_names: list[Phrase] = declare.names("简称", "文中的简称")
    document_kind: str | None = declare.choice("文种", "哪一种文件", choices=DOCUMENT_KINDS)
    level: str | None = declare.choice("层级", "哪一级的规划", choices=LEVELS)
    supervisor: str | None = declare.name("主管", "上一级地方")
    stage: str | None = declare.choice("阶段", "送到了哪一步", choices=STAGES)
    upper_plans: list[Reference] = declare.references(
        "上位规划", "直接上位的规划在前", "plan", notes=(*ABSENT_NOTES, *TIE_NOTES), edge="upper_plan"
    )
    texts: list[Document] = declare.documents("文本", "规划文本的文件；没有随附的写‘未随附《…》’")
    categories: list[Phrase] = declare.names(
        "指标类别", "指标表分哪几类", notes=("listed", "complete", "partial", *TIE_NOTES)
    )
    drafted_by: list[Phrase] = declare.names("编制单位", "谁编的")
    classification: str | None = declare.name("密级", "印在报告页脚")
    period: DateInterval | None = declare.time("规划期", "起止年")
    horizon: DateInterval | None = declare.time("远景年", "远景目标的年份")
    drafted: DateInterval | None = declare.time("成稿", "哪时成稿；各规则以它为准")
    in_force_from: DateInterval | None = IN_FORCE
    until: DateInterval | None = UNTIL
    implements: list[Reference] = IMPLEMENTS
    structure: list[Count] = declare.counts("结构", "几部分、几章、几节", notes=("listed", "partial", "complete"))
    indicator_count: Count | None = declare.count(
        "指标数", "总数，括号里写两类各几项、列出了多少", notes=("anticipated", "binding", "listed")
    )
    _scopes: frozenset[str] | None = None

    @property
    def files(self) -> list[SourceText]:
        """All files of the plan, that of its header first."""
        return [self.source, *(one.source for one in self.continuations if one.source is not self.source)]

    def position(self, element: Element) -> tuple[int, int]:
        """Where one of its elements stands, by which they can be sorted: the number of its file, and where in it."""
        return next(at for at, file in enumerate(self.files) if file is element.source), element.start

    @property
    def scopes(self) -> frozenset[str]:
        """All scopes that its indicators and their figures name, as written."""
        if self._scopes is None:
            told = [one.scope for one in self.elements if isinstance(one, Indicator)]
            stated = [one.statement for one in self.elements if isinstance(one, Figure) and "scope" in one.notes]
            self._scopes = frozenset(filter(None, [*told, *(one.scope for one in stated if one is not None)]))
        return self._scopes

    @property
    @declare.worked_out("首年", "number", "规划期第一年")
    def first_year(self) -> int | None:
        """The first year of the period."""
        return self.period.first.year if self.period is not None else None

    @property
    @declare.worked_out("末年", "number", "规划期最后一年")
    def last_year(self) -> int | None:
        """The last year of the period."""
        return self.period.last.year if self.period is not None else None

    @property
    @declare.worked_out("远景年份", "number", "远景年")
    def horizon_year(self) -> int | None:
        """The year of the long-range goals."""
        return self.horizon.last.year if self.horizon is not None else None

    @property
    @declare.worked_out("指标总数", "number", "声明的指标总数")
    def total_indicators(self) -> int | None:
        """The declared number of indicators."""
        return self.indicator_count.value if self.indicator_count is not None else None

    @property
    @declare.worked_out("预期性指标数", "number", "声明的预期性指标数")
    def anticipated_indicators(self) -> int | None:
        """The declared number of anticipated indicators."""
        return self._counted("anticipated")

    @property
    @declare.worked_out("约束性指标数", "number", "声明的约束性指标数")
    def binding_indicators(self) -> int | None:
        """The declared number of binding indicators."""
        return self._counted("binding")

    def _counted(self, word: str) -> int | None:
        from checker.model.values import note_number

        return note_number(self.indicator_count.notes.get(word)) if self.indicator_count is not None else None

    @property
    @declare.worked_out("指标列出", "choice", "指标列出了多少", choices=LISTED)
    def indicators_listed(self) -> str | None:
        """How many of the indicators are listed: complete, partial, unpublished, unknown."""
        from checker.model.values import note_choice

        return note_choice(self.indicator_count.notes, "listed") if self.indicator_count is not None else None

    @property
    @declare.worked_out("声明部分数", "number", "结构里写的部分数")
    def declared_parts(self) -> int | None:
        """The declared number of parts."""
        return self._declared("部分", "篇")

    @property
    @declare.worked_out("声明章数", "number", "结构里写的章数")
    def declared_chapters(self) -> int | None:
        """The declared number of chapters."""
        return self._declared("章")

    @property
    @declare.worked_out("声明节数", "number", "结构里写的节数")
    def declared_sections(self) -> int | None:
        """The declared number of sections."""
        return self._declared("节")

    def _declared(self, *units: str) -> int | None:
        return next((count.value for count in self.structure if count.unit.removeprefix("个") in units), None)
