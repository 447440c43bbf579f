"""A checked rule: every word looked up, every variable a slot, every expression with its type.

`resolve` makes it of the tree; `conditions`, `search` and `run` carry it out. Slots number the variables
of one case; a row is a list with a thing or None in each slot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from checker.finding import NoticeKind, Severity
from checker.messages import Message, Template
from checker.rules.reach import Hops
from checker.rules.schema import Attribute
from checker.rules.types import Type
from checker.source import SourceText, Span

if TYPE_CHECKING:
    from checker.rules.parts import ExampleNode

# ---- expressions


class Variable(Struct, eq=False):
    """The thing in a slot."""

    slot: int
    name: str
    type: Type


class Get(Struct, eq=False):
    """An attribute of what `base` stands for."""

    base: Expr
    attribute: Attribute
    type: Type


class Constant(Struct, eq=False):
    """A value written in the rule or set by a parameter; a tuple where the type is many."""

    value: Any
    type: Type


class Calculation(Struct, eq=False):
    """left sign right, the sign one of + - × ÷; of one number only, as a reader is told it: 按, 折成 and 约.

    a 按 sense: the end of a range that one is held to; a 折成 unit: in another unit; a 约 digits: with so many digits.
    """

    sign: str
    left: Expr
    right: Expr
    type: Type


class Walk(Struct, eq=False):
    """All that the hops lead to from what `base` stands for."""

    base: Expr
    hops: Hops
    type: Type


class Tally(Struct, eq=False):
    """count, sum, max or min: of the values of `value`, or of its value for each match of `search`."""

    function: str
    value: Expr | None
    search: Search | None
    type: Type


class Found(Struct, eq=False):
    """All matches of a search: what 不得有 and 至多 found too much of."""

    search: Search
    type: Type


class AsOf(Struct, eq=False):
    """The day by which the run judges."""

    type: Type


Expr = Variable | Get | Constant | Calculation | Walk | Tally | Found | AsOf

# ---- conditions


class AllOf(Struct, eq=False):
    """Every part holds."""

    parts: tuple[Test, ...]


class AnyOf(Struct, eq=False):
    """Some part holds."""

    parts: tuple[Test, ...]


class Not(Struct, eq=False):
    """The part does not hold."""

    part: Test


class Exists(Struct, eq=False):
    """Something matches the search."""

    search: Search


class Link(Struct, eq=False):
    """The hops lead from `left` to `right`; without hops the two are the same."""

    left: Expr
    hops: Hops
    right: Expr


class Compare(Struct, eq=False):
    """left sign right for some of the values either stands for; the sign is one of = < ≤ > ≥."""

    left: Expr
    sign: str
    right: Expr


class IsKind(Struct, eq=False):
    """The thing is of one of these kinds."""

    left: Expr
    kinds: frozenset[str]


class IsWord(Struct, eq=False):
    """The value is one of these words of its closed list; a missing one is none of them."""

    left: Expr
    words: frozenset[str]


class Has(Struct, eq=False):
    """The thing has the attribute."""

    left: Expr
    attribute: Attribute


class HasTie(Struct, eq=False):
    """The hop leads somewhere from the thing."""

    left: Expr
    hops: Hops


class TextIs(Struct, eq=False):
    """The text contains, starts with, ends with or is like the other; `test` is that word."""

    left: Expr
    test: str
    right: Expr


class Commensurable(Struct, eq=False):
    """The units of the two measure the same."""

    left: Expr
    right: Expr


class Meets(Struct, eq=False):
    """The two are the same, of quantities may be, unless one is not known."""

    left: Expr
    right: Expr


Test = AllOf | AnyOf | Not | Exists | Link | Compare | IsKind | IsWord | Has | HasTie | TextIs | Commensurable | Meets


class Search(Struct, eq=False):
    """Things of some kinds for which a condition holds; the thing stands in `slot` meanwhile."""

    slot: int
    kinds: tuple[str, ...]
    condition: AllOf


# ---- what is said


class Phrase(Struct, eq=False):
    """A sentence whose placeholders are filled from a row: key → expression (None: the number of members)."""

    template: Template
    arguments: tuple[tuple[str, Expr | None], ...]


class Spot(Struct, eq=False):
    """A place: that of an attribute of a thing, of the thing, or of the tie between two things."""

    base: Expr
    attribute: Attribute | None = None
    hops: Hops = ()
    other: Expr | None = None


class RelatedSpot(Struct, eq=False):
    """A related place with its sentence; or an attribute that brings places and sentences along.

    `each` is the slot in which the sentence finds the thing it is about, where there are several.
    """

    spot: Spot
    phrase: Phrase | None
    each: int | None = None


class Demand(Struct, eq=False):
    """What has to be there: matches of a search, at least `least` and at most `most` of them (None: no bound)."""

    search: Search
    least: Expr | None
    most: Expr | None


class Case(Struct, eq=False):
    """One 凡 with what is demanded and what is said.

    `variables` are (slot, name, kinds) of the 凡; `should` is what has to hold; `notice` is the kind of notice that
    a 未查 or 未列 gives, None for a 否则; `merged` are the expressions that make one finding of many rows.
    """

    slots: int
    variables: tuple[tuple[int, str, tuple[str, ...]], ...]
    condition: AllOf
    demand: Demand | None
    should: AllOf | None
    said: Phrase | Expr
    notice: NoticeKind | None
    spot: Spot | None
    related: tuple[RelatedSpot, ...]
    advice: Phrase | Expr | None
    merged: tuple[Expr, ...]


# ---- the rule


class Basis(Struct, eq=False):
    """A basis in both languages, and for which plans it is one."""

    text: Template
    scope: AllOf


class Parameter(Struct, eq=False):
    """A parameter with its default, as constants, and what it means."""

    name: str
    default: Constant
    value: Constant
    meaning: Message | None


class Body(Struct, eq=False):
    """All of a rule that only matters where there is something to look at, or somebody to explain it to."""

    source: SourceText
    span: Span
    bases: tuple[Basis, ...]
    scope: AllOf
    cases: tuple[Case, ...]
    limits: Message | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


class Rule(Struct, eq=False):
    """A checked rule. `severity` None: off unless a step of `steps` (stage, severity) has been reached.

    `by_stage` is the severity at each stage from the first step on.
    `subjects` are the kinds of things its cases are about; `needs` and `page` are words of `checker.rules.needs`: what
    it cannot do without, and where a report gathers its findings ("" for nowhere). `body` is read when first asked for.
    """

    code: str
    slug: str
    name: str
    severity: Severity | None
    steps: tuple[tuple[str, Severity | None], ...]
    subjects: frozenset[str]
    about: Message | None
    read_body: Callable[[], Body]
    by_stage: Mapping[str, Severity | None] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    page: str = ""
    pack: str = ""
    fixed: Severity | None = None  # set by the configuration
    _body: Body | None = None

    @property
    def body(self) -> Body:
        """What the rule looks for, on what basis, and where it stands."""
        if self._body is None:
            self._body = self.read_body()
        return self._body

    @property
    def source(self) -> SourceText:
        """The rule file."""
        return self.body.source

    @property
    def span(self) -> Span:
        """Its head in the rule file: code and name."""
        return self.body.span

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases, each with the plans it is one for."""
        return self.body.bases

    @property
    def scope(self) -> AllOf:
        """What a plan has to be like for the rule to apply."""
        return self.body.scope

    @property
    def cases(self) -> tuple[Case, ...]:
        """What it looks for."""
        return self.body.cases

    @property
    def limits(self) -> Message | None:
        """What it does not catch."""
        return self.body.limits

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """Its parameters by name."""
        return self.body.parameters

    @property
    def examples(self) -> tuple[ExampleNode, ...]:
        """Its examples, read out of its file when first asked for."""
        from checker.rules.read import examples_of

        return examples_of(self)

    @property
    def title(self) -> Message:
        """The rule's name; in English its slug in words."""
        return Template(literal(self.name), self.slug.replace("-", " "))()


def literal(text: str) -> str:
    """`text` as part of a template."""
    return text.replace("{", "{{").replace("}", "}}")


#: Asked for often within a run, of trees that each run reads anew: two runs' worth is kept, for a watch is endless.
@lru_cache(maxsize=16_384)
def slots_of(part: Expr | Test) -> frozenset[int]:
    """The slots that an expression or condition reads from outside itself."""
    if isinstance(part, Variable):
        return frozenset((part.slot,))
    inside = _inside(part)
    slots = slots_of(inside[0]) if len(inside) == 1 else frozenset[int]().union(*map(slots_of, inside))
    search = part.search if isinstance(part, (Tally, Found, Exists)) else None
    return slots if search is None else slots - {search.slot}


#: Where the parts of an expression or condition stand that has just these; asked for often in a short run.
_PARTS: dict[type, tuple[str, ...]] = {
    **dict.fromkeys((Get, Walk), ("base",)),
    **dict.fromkeys((Calculation, Link, Compare, TextIs, Commensurable, Meets), ("left", "right")),
    **dict.fromkeys((IsKind, IsWord, Has, HasTie), ("left",)),
    Not: ("part",),
}


def _inside(part: Expr | Test) -> Sequence[Expr | Test]:
    names = _PARTS.get(type(part))
    if names is not None:
        return [getattr(part, name) for name in names]
    match part:
        case AllOf() | AnyOf():
            return part.parts
        case Found() | Exists():
            return (part.search.condition,)
        case Tally():
            search = (part.search.condition,) if part.search is not None else ()
            return search if part.value is None else (part.value, *search)
        case _:
            return ()
