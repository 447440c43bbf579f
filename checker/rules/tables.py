"""What rules see: every kind of things as a table, and a thing as the number of its row.

No two things have one number, whatever their kinds. What a row stands for, only who made the tables knows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from checker.finding import Concern, Finding, Fix, Subject
from checker.quantity import Quantity
from checker.rules.schema import Attribute, Step
from checker.source import Span


class TooEarly(Exception):
    """Rows that tell what the other rules found were asked for, and these have not run yet."""


class Counted(Struct, frozen=True):
    """A declared count: a number, or a quantity with its unit."""

    value: int | None
    quantity: Quantity | None


class Column(Struct, eq=False):
    """The values of one attribute: `read` gives that of a row (None: not known; a list where there are many).

    A thing among the values is its row. `given` tells whether there is a value at all.
    """

    read: Callable[[int], Any]
    given: Callable[[int], bool]
    many: bool


class Whole(Struct, eq=False):
    """A document to which things belong: `checked` if rules are about it, `stage` the one it has reached."""

    row: int
    name: str
    path: str
    stage: str | None
    checked: bool


class Tables(Protocol):
    """All tables of one run."""

    @property
    def as_of(self) -> date:
        """The day by which the run judges."""

    # ---- rows and their values

    def rows(self, kind: str) -> Sequence[int]:
        """All things of a kind, in the order of documents and places. TooEarly, and what working them out raises."""

    @property
    def indexes(self) -> dict[Hashable, Any]:
        """What searches make of the columns of a kind, for the rules that follow."""

    @property
    def kind(self) -> Callable[[int], str]:
        """The kind of a row."""

    def column(self, kind: str, word: str) -> Column:
        """The values of the attribute that `word` names for a kind."""

    # ---- ties between rows

    def ties(self, step: Step) -> Mapping[int, Sequence[int]]:
        """Where a step leads from each row from which it leads anywhere, in the order in which it is written."""

    def open_ties(self, step: Step) -> AbstractSet[int]:
        """The rows from which a step may lead anywhere, because what is written there is broken."""

    def possible_ties(self, step: Step) -> Mapping[int, Sequence[int]]:
        """Where a step may lead, beside where it is known to lead."""

    # ---- what is said of a row

    def whole(self, row: int) -> Whole:
        """The document that a row belongs to."""

    def wholes(self) -> Iterable[Whole]:
        """All documents that are wholes by themselves."""

    def foremost(self) -> tuple[Span, Subject] | None:
        """Where a finding about the run itself stands, and what it is about; None where nothing is checked."""

    def place(self, row: int, attribute: Attribute | None = None) -> Span:
        """The smallest text that shows the attribute, else the thing."""

    def tie_place(self, row: int, step: Step, other: int) -> Span | None:
        """Where the tie from `row` to `other` is written, or None if there is none."""

    def subject(self, row: int) -> Subject:
        """What a finding about the thing is about."""

    def concern(self, row: int, span: Span) -> Concern:
        """Whom and what a finding about the thing concerns that stands at `span`."""

    def told(self, row: int) -> object:
        """The thing as the argument of a sentence."""

    def same(self, row: int) -> tuple[str, ...]:
        """What tells a finding about the thing from others, for a thing that has no first part."""

    def fix(self, row: int) -> Fix | None:
        """An edit that is certain to be right."""

    # ---- what rules told each other

    def looked_at(self, code: str, whole: Whole) -> bool:
        """Whether the data were at hand that a rule needs to look at all of a document."""

    def settle(self, findings: tuple[Finding, ...], judged: frozenset[tuple[str, str]]) -> None:
        """Let rules about findings know what was found, and which rule (code) judged which document (name)."""
