"""The tree of a plan file: declarations, fields and values, each with its place as offsets.

Offsets count characters of the decoded text of one `SourceText`; lines and columns are worked out
only when somebody asks. The tree says what is written, not what it means: meaning is `model`. What is written
again in the same characters is the same node `moved`.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from checker.messages import Message
from checker.source import SourceText


class Lexeme(NamedTuple):
    """One word or mark of the text, as the parser's actions receive it."""

    kind: str
    text: str
    start: int
    end: int

    def moved(self, by: int) -> Lexeme:
        """The same so many characters further on."""
        return Lexeme(self.kind, self.text, self.start + by, self.end + by)


class Name(Struct, eq=False):
    """A name as written, without 「 」; empty where a declaration lacks it."""

    text: str
    start: int
    end: int

    def moved(self, by: int) -> Name:
        """The same so many characters further on."""
        return Name(self.text, self.start + by, self.end + by)


class Path(Struct, eq=False):
    """A name, or names joined by dots: 规划名.名, 类别.创新驱动."""

    parts: tuple[Name, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The parts joined by a plain dot."""
        return ".".join([part.text for part in self.parts]) if len(self.parts) > 1 else self.parts[0].text

    def moved(self, by: int) -> Path:
        """The same so many characters further on."""
        return Path(tuple([part.moved(by) for part in self.parts]), self.start + by, self.end + by)


class Text(Struct, eq=False):
    """A quoted sentence, 《title》 or price year, without its marks; `kind` is quote, title or word."""

    kind: str
    text: str
    start: int
    end: int

    def moved(self, by: int) -> Text:
        """The same so many characters further on."""
        return Text(self.kind, self.text, self.start + by, self.end + by)


class DatePoint(Struct, eq=False):
    """A time as written: 2021年1月下旬, 2021年, 4月初, 2026-03-12."""

    text: str
    start: int
    end: int

    def moved(self, by: int) -> DatePoint:
        """The same so many characters further on."""
        return DatePoint(self.text, self.start + by, self.end + by)


class Amount(Struct, eq=False):
    """A figure as written; `upper` is the second number of a range, `words` a figure told in words."""

    comparator: str
    approximately: bool
    number: str
    unit: str
    more: bool
    nearly: str
    upper: str
    upper_unit: str
    words: Text | None
    missing: bool
    start: int
    end: int

    def moved(self, by: int) -> Amount:
        """The same so many characters further on."""
        words = self.words.moved(by) if self.words is not None else None
        return replace(self, words=words, start=self.start + by, end=self.end + by)


NoteValue = Amount | DatePoint | Path | Text


class Note(Struct, eq=False):
    """One remark in brackets: 推断, 份额 12%, 不低于, 官方, 2020年价."""

    word: str
    value: NoteValue | None
    start: int
    end: int

    def moved(self, by: int) -> Note:
        """The same so many characters further on."""
        value = self.value.moved(by) if self.value is not None else None
        return Note(self.word, value, self.start + by, self.end + by)


def _moved(notes: tuple[Note, ...], by: int) -> tuple[Note, ...]:
    return tuple([note.moved(by) for note in notes]) if notes else notes


class Item(Struct, eq=False):
    """A member of a list: a reference, a sentence, or a marked one (未随附《…》: both)."""

    path: Path | None
    text: Text | None
    notes: tuple[Note, ...]
    start: int
    end: int

    def moved(self, by: int) -> Item:
        """The same so many characters further on."""
        path = self.path.moved(by) if self.path is not None else None
        text = self.text.moved(by) if self.text is not None else None
        return Item(path, text, _moved(self.notes, by), self.start + by, self.end + by)


class FigureValue(Struct, eq=False):
    """A figure with its tense (实际, 目标, … or empty) and remarks."""

    tense: str
    amount: Amount
    notes: tuple[Note, ...]
    start: int
    end: int

    def moved(self, by: int) -> FigureValue:
        """The same so many characters further on."""
        return FigureValue(self.tense, self.amount.moved(by), _moved(self.notes, by), self.start + by, self.end + by)


class Share(Struct, eq=False):
    """A name with a figure: what is taken of a resource, or a part of a whole."""

    path: Path
    amount: Amount
    notes: tuple[Note, ...]
    start: int
    end: int

    def moved(self, by: int) -> Share:
        """The same so many characters further on."""
        return Share(self.path.moved(by), self.amount.moved(by), _moved(self.notes, by), self.start + by, self.end + by)


class DateRange(Struct, eq=False):
    """A time or two joined by a dash; `until` says 截至."""

    until: bool
    first: DatePoint
    last: DatePoint | None
    notes: tuple[Note, ...]
    start: int
    end: int

    def moved(self, by: int) -> DateRange:
        """The same so many characters further on."""
        last = self.last.moved(by) if self.last is not None else None
        return DateRange(self.until, self.first.moved(by), last, _moved(self.notes, by), self.start + by, self.end + by)


class UnitValue(Struct, eq=False):
    """A unit as written."""

    text: str
    start: int
    end: int

    def moved(self, by: int) -> UnitValue:
        """The same so many characters further on."""
        return UnitValue(self.text, self.start + by, self.end + by)


Value = Item | FigureValue | Share | DateRange | UnitValue


class Shape(Enum):
    """The shape of a field's value, which the grammar settles by the field's word."""

    ITEMS = "items"
    FIGURES = "figures"
    YEAR = "year"
    DATES = "dates"
    UNIT = "unit"
    SHARES = "shares"


class Field(Struct, eq=False):
    """`word：values`; `word` is folded to half-width, and the place of the word is kept apart."""

    word: str
    shape: Shape
    values: tuple[Value, ...]
    start: int
    word_end: int
    end: int

    def moved(self, by: int) -> Field:
        """The same so many characters further on."""
        values = tuple([value.moved(by) for value in self.values])
        return Field(self.word, self.shape, values, self.start + by, self.word_end + by, self.end + by)


class Term(Struct, eq=False):
    """A node of a formula: operator "+ - × ÷", "path", "number", or a function's name."""

    operator: str
    operands: tuple[Term, ...]
    path: Path | None
    number: str
    unit: str
    start: int
    end: int


class Formula(Struct, eq=False):
    """left sign right, the sign one of = > ≥ < ≤."""

    left: Term
    sign: str
    right: Term
    start: int
    end: int


class WaiverHead(Struct, eq=False):
    """豁免 CODE 于 target，限 指纹 …; `target` is None for 全部."""

    code: Name
    target: Path | None
    fingerprint: Name | None


class Declaration(Struct, eq=False):
    """One declaration; `kind` is the English word of the element (goal, measure, …)."""

    kind: str
    name: Name
    start: int
    word_end: int
    end: int
    title: Text | None = None
    path: Path | None = None
    formula: Formula | None = None
    waiver: WaiverHead | None = None
    fields: list[Field] = field(default_factory=list)
    children: list[Declaration] = field(default_factory=list)


class SyntaxProblem(Struct, frozen=True):
    """What the text does not say rightly, in a drafter's words, and where.

    `instead` is what certainly has to stand there, None where that is for the drafter to say.
    """

    message: Message
    start: int
    end: int
    help: Message | None = None
    instead: str | None = None


class PlanFile(Struct, eq=False):
    """All that one plan file says: its declarations in order and its syntax problems."""

    source: SourceText
    declarations: list[Declaration]
    problems: list[SyntaxProblem]
