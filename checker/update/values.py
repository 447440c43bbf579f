"""What an update proposes: changes of a plan file that can be taken one by one, conflicts, and remarks."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from checker.messages import Message
from checker.model import Element
from checker.source import SourceText
from checker.syntax import Field, Value


class Line(NamedTuple):
    """A line of a plan, sorted as a reader comes to it: the number of its file, its own, and how the file is called.

    `path` is "" where the plan is one file.
    """

    file: int = 0
    number: int = 0
    path: str = ""


class Triple(Struct, eq=False):
    """One item as the old documents, the new ones and the plan have it, None where it is not there."""

    old: Element | None
    new: Element | None
    mine: Element | None


class Put(Struct, eq=False):
    """The characters from `start` up to `end` of a file become `text`."""

    source: SourceText
    start: int
    end: int
    text: str


class Drop(Struct, eq=False):
    """A whole declaration goes."""

    element: Element


class Remove(Struct, eq=False):
    """A value of a field goes, and the field with its last one."""

    element: Element
    field: Field
    value: Value


class Add(Struct, eq=False):
    """One more value, as written, of the field called `word`, which is made where it is not; a figure by its year."""

    element: Element
    word: str
    text: str
    is_figure: bool = False


Step = Put | Drop | Remove | Add


class Change(Struct, eq=False):
    """One thing that the documents changed and the plan has not yet.

    `gives` are keys of what is called or stands otherwise once it is taken, `uses` those that it needs: a change is
    taken together with what gives what it uses.
    """

    message: Message
    steps: list[Step]
    line: Line = Line()
    gives: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()


class Conflict(Struct, eq=False):
    """What the documents and the plan both changed, each in its own way."""

    message: Message
    line: Line = Line()


class Comparison(Struct, eq=False):
    """All that an update found, each in the order of the plan file; `told` is what it leaves to a person.

    `items` are the items of the three sides.
    """

    items: list[Triple] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)
