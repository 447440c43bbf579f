"""Texts as rules see them: a document, the plan it belongs to if there is one, and what it is to that plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.checks.predicates import Record
from checker.finding import Related
from checker.messages import Message
from checker.model import Element, Plan, build_plan, parse_plan
from checker.source import SourceText, Span

if TYPE_CHECKING:
    from checker.checks.facts import Facts
    from checker.prose.constraints.conflict import Conflict
    from checker.prose.constraints.elaborated import LostMember
    from checker.prose.constraints.taken_up import TakenUp
    from checker.prose.counts import CountedList
    from checker.prose.document import Document
    from checker.prose.reading import Reading
    from checker.prose.title_page import TitlePage


@dataclass(eq=False, repr=False)
class PlanText:
    """One text that is checked; `plan` is None for a text without a plan file, `role` main or note."""

    document: Document
    plan: Plan | None = None
    role: str = "main"
    page: TitlePage | None = None

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
        plan.stage = self.stage or None
        return plan

    @property
    def stage(self) -> str:
        """The stage that its title page says, a stored word of the model; "" where it says none."""
        return self.page.stage.stage if self.page is not None and self.page.stage is not None else ""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return any(map(str.isalnum, self.source.text))

    def takes_own_stage(self) -> bool:
        """Whether its title page says the stage, and no plan file does."""
        return self.stage != "" and (self.plan is None or not self.plan.stage)

    @cached_property
    def reading(self) -> Reading:
        """What it says, as tables; read once, for all rules."""
        from checker.prose.reading import read

        return read(self.document)

    @cached_property
    def number_conflicts(self) -> dict[str, list[Conflict]]:
        """What its own numbers contradict, by the kind of contradiction."""
        from checker.prose.constraints.settle import find_all

        return find_all(self.reading)

    def conflicts_with(self, other: PlanText, document: Message | None = None) -> dict[str, list[Conflict]]:
        """What it contradicts in another text or table, by the kind; `document` is how a text is called."""
        from checker.prose.constraints.settle import find_between

        if id(other) not in self._between:
            self._between[id(other)] = find_between(other.reading, self.reading, document)
        return self._between[id(other)]

    def takes_up(self, proposal: PlanText) -> list[TakenUp]:
        """How it has what a 建议 asks for."""
        from checker.prose.constraints.taken_up import find_taken_up

        if id(proposal) not in self._taken_up:
            self._taken_up[id(proposal)] = find_taken_up(proposal.reading, self.reading)
        return self._taken_up[id(proposal)]

    def misquotes(self, upper: PlanText, document: Message) -> dict[str, list[Conflict]]:
        """What it cites of the outline above it otherwise than this has it, by the kind."""
        from checker.prose.constraints.settle import find_cited

        return find_cited(upper.reading, self.reading, document)

    @cached_property
    def _taken_up(self) -> dict[int, list[TakenUp]]:
        return {}

    @cached_property
    def _between(self) -> dict[int, dict[str, list[Conflict]]]:
        return {}

    @cached_property
    def counted_lists(self) -> list[CountedList]:
        """The counted lists of all paragraphs, with offsets in the whole text."""
        from checker.prose.counts import find_counted_lists

        return [one.moved(block.start) for block in self.document.blocks for one in find_counted_lists(block.text)]

    @cached_property
    def lost_members(self) -> list[LostMember]:
        """The members of lists that are not told where all others are."""
        from checker.prose.constraints.elaborated import find_lost_members
        from checker.prose.constraints.unfolded import find_left_out

        reading = self.reading
        return [
            *(find_lost_members(reading.passages, reading.members, reading.titles) if reading.titles else ()),
            *find_left_out(reading.mentions, reading.passages, reading.members),
        ]

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

    def related(self, message: Message, start: int, end: int) -> Related:
        """Another place of the text with its sentence."""
        return Related(message, Span(self.source, start, end))


def companions(text: PlanText, tables: Sequence[PlanText], texts: Sequence[PlanText]) -> list[PlanText]:
    """The indicator tables that no plan names and that are of the place and period of `text`, which has no plan either.

    What a table does not say of itself is taken from the texts, if they agree on it.
    """
    if text.plan is not None or text.page is None:
        return []
    from checker.prose.places import place_key

    pages = [one.page for one in texts if one.plan is None and one.page is not None]
    places = {place_key(page.place) for page in pages if page.place}
    periods = {page.years for page in pages if page.years}
    return [
        table
        for table in tables
        if table.plan is None
        and table.page is not None
        and _meets(place_key(table.page.place), place_key(text.page.place), len(places))
        and _meets(table.page.years, text.page.years, len(periods))
    ]


def _meets(told: object, wanted: object, told_by_texts: int) -> bool:
    """Whether two say the same of place or period; one that says nothing goes with all, if these are of one."""
    return told == wanted if told and wanted else told_by_texts <= 1


def checked_texts(facts: Facts) -> Iterator[PlanText]:
    """The texts that are to be checked: those without a plan and those of checked plans."""
    for text in facts.texts:
        if text.plan is None or text.plan.role == "checked":
            yield text
