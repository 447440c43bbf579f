"""What the solver is given: who states what of whom, in rows that name each other by their numbers.

Whoever knows where the statements stand makes the rows: of plans `meaning.plan_statements`. Nothing here is looked up
anywhere else; what comes out carries the rows that it was made of, and their places.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct, field

from checker.quantity import Multiple, Quantity, Unit
from checker.source import Span
from checker.statement import Statement as Stated
from checker.syntax import Formula

_ONE = Fraction(1)


class Document(Struct, eq=False):
    """Where statements stand. What stands in one that is not `checked` is doubted last, and by itself not told of."""

    name: str
    checked: bool = True
    first_year: int | None = None
    last_year: int | None = None


class Subject(Struct, eq=False):
    """What numbers are stated of.

    `period` is from which year to which its growth leads; what is `lasting` (a resource) has one number, whatever the
    year. `price` is a key; `unit_text` is the unit as written where it is unknown.
    """

    document: int
    name: str
    span: Span
    unit: Unit | None = None
    unit_text: str = ""
    #: The unit that formulas take it in where that is another one.
    formula_unit: Unit | None = None
    direction: str | None = None
    price: str = ""
    timing: str | None = None
    period: tuple[int, int] | None = None
    lasting: bool = False

    @property
    def reckoned_in(self) -> Unit | None:
        """The unit that formulas take it in."""
        return self.formula_unit or self.unit


class Value(Struct, eq=False):
    """What is written of a subject at one place.

    `basis` is point, annual or cumulative; `year` is None for the latter two. `statement` is None for what states no
    number (missing, in words); `quantity` is the number as printed, None for a `multiple` (翻一番), which is told
    `in_words`. `remarks` are those by which it speaks of another thing than its subject does by itself.
    """

    subject: int
    tense: str
    year: int | None
    span: Span
    basis: str = "point"
    statement: Stated | None = None
    quantity: Quantity | None = None
    unit: Unit | None = None
    unit_text: str = ""
    in_words: str | None = None
    multiple: Multiple | None = None
    remarks: tuple[tuple[str, str], ...] = ()
    #: The number by which its maker finds it again.
    row: int = -1


class Share(Struct, eq=False):
    """One part of a breakdown: its name, its number if it has one, and the subject `below` that stands for it."""

    name: str
    span: Span
    quantity: Quantity | None = None
    below: int = -1


class Breakdown(Struct, eq=False):
    """The target of a year in parts, which are all of it where it is `complete`."""

    subject: int
    year: int
    span: Span
    shares: list[Share]
    complete: bool = True


class Tie(Struct, eq=False):
    """What a subject demands of another: to be at_least, at_most or the same (`sense`) as it, or as a share of it."""

    own: int
    upper: int
    sense: str
    span: Span
    share: Fraction | None = None

    @property
    def part(self) -> Fraction:
        """The share; 1 for the whole."""
        return _ONE if self.share is None else self.share


class Operand(Struct, eq=False):
    """What a name in a formula stands for: one subject, or the sum of a `group`; `year` is the one written with it."""

    subjects: tuple[int, ...]
    year: int | None = None
    group: bool = False


class Relation(Struct, eq=False):
    """A formula between subjects; `operands` are those of its names, by where they begin.

    `span` is the formula in its text. What is `common` holds by definition, unless the document itself writes a
    relation between the same subjects.
    """

    document: int
    name: str
    span: Span
    formula: Formula
    operands: dict[int, Operand]
    tolerance: Quantity | None = None
    common: bool = False


class Given(Struct, eq=False):
    """All rows; numbers are places in these lists."""

    documents: list[Document] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    breakdowns: list[Breakdown] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def document_of(self, subject: int) -> Document:
        """Where a subject is stated."""
        return self.documents[self.subjects[subject].document]
