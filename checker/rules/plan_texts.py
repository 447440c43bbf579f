"""Texts as rules see them: a document, the plan it belongs to if there is one, and what it is to that plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.finding import Related
from checker.messages import Message
from checker.model import Element, Indicator, Plan, build_plan
from checker.rules.predicates import Record
from checker.source import SourceText, Span
from checker.syntax import parse_plan

if TYPE_CHECKING:
    from checker.prose.claims import Claim
    from checker.prose.counts import CountedList
    from checker.prose.document import Document
    from checker.prose.ordinals import AnnouncedRun, Run
    from checker.rules.facts import Facts


@dataclass(eq=False, repr=False)
class PlanText:
    """One text that is checked; `plan` is None for a text without a plan file, `role` main or note."""

    document: Document
    plan: Plan | None = None
    role: str = "main"

    @property
    def source(self) -> SourceText:
        """The decoded text."""
        return self.document.source

    @cached_property
    def subject(self) -> Element:
        """What findings in the text are about: its plan, or an empty one that stands for a text without."""
        if self.plan is not None:
            return self.plan
        plan = build_plan(parse_plan(SourceText(self.source.path, "")))
        plan.name = self.source.path.rpartition("/")[2]
        return plan

    @cached_property
    def claims(self) -> list[tuple[Claim, int]]:
        """The claims of all paragraphs, each with the offset of its paragraph."""
        from checker.prose.claims import find_claims

        return [(claim, block.start) for block in self.document.blocks for claim in find_claims(block.text)]

    @cached_property
    def table_claims(self) -> list[tuple[Claim, int]]:
        """The claims of the indicator tables, each with the offset of its cell."""
        if not any(block.cell is not None for block in self.document.blocks):
            return []
        from checker.prose.table_claims import find_table_claims

        plan = self.plan
        named = [one for one in plan.elements if isinstance(one, Indicator)] if plan is not None else []
        names = {name for one in named for name in (one.name, *(alias.text for alias in one.aliases))}
        first, last = (plan.first_year, plan.last_year) if plan is not None else (None, None)
        period = (first, last) if first is not None and last is not None else None
        return list(find_table_claims(self.document, names, period))

    @cached_property
    def counted_lists(self) -> list[CountedList]:
        """The counted lists of all paragraphs, with offsets in the whole text."""
        from checker.prose.counts import find_counted_lists

        return [one.moved(block.start) for block in self.document.blocks for one in find_counted_lists(block.text)]

    @cached_property
    def runs(self) -> list[Run]:
        """The runs of ordinals, headings among them."""
        from checker.prose.ordinals import find_runs

        return list(find_runs(self.document.blocks))

    @cached_property
    def announced_runs(self) -> list[AnnouncedRun]:
        """The runs that a count announces."""
        from checker.prose.ordinals import find_announced_runs

        return list(find_announced_runs(self.document.blocks, self.runs))

    def level(self, facts: Facts) -> str | None:
        """The level of the plan (a stored word): as the plan or the command line has it, else by the text's title."""
        from checker.prose.places import own_place

        plan = self.subject
        assert isinstance(plan, Plan)
        stated = facts.stated(plan, "level")
        if stated is not None:
            return stated
        own = own_place(self.source.text)
        return own.level if own is not None else None

    def record(self, kind: str, start: int, end: int, **said: Any) -> Record:
        """A record of something found from `start` to `end`; `said` are message, advice, related and columns."""
        message: Message | None = said.pop("message", None)
        related: tuple[Related, ...] = tuple(said.pop("related", ()))
        return Record(kind, self.subject, Span(self.source, start, end), message, None, related, said)

    def words_of(self, claim: Claim, offset: int) -> str:
        """The figure of a claim as the text writes it, with the unit of its row where a table cell has none."""
        words, whole = self.source.text[offset + claim.start : offset + claim.end], claim.figure.quantity.printed
        return whole if whole.startswith(words) else words

    def related(self, message: Message, start: int, end: int) -> Related:
        """Another place of the text with its sentence."""
        return Related(message, Span(self.source, start, end))


def checked_texts(facts: Facts) -> Iterator[PlanText]:
    """The texts that are to be checked: those without a plan and those of checked plans."""
    for text in facts.texts:
        if text.plan is None or text.plan.role == "checked":
            yield text
