"""Predicates: what only Python can work out, offered to rules as a kind of element.

A predicate yields `Record`s; a rule ranges over them: 凡 循环 甲. Every record has 规划, 对象 (the element it is
about), 位置, 说明, 建议 and 另见, and the columns its predicate declares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from checker.finding import Fix, Related
from checker.messages import Message
from checker.model import Element, Plan
from checker.rules.types import Type
from checker.source import Span

if TYPE_CHECKING:
    from checker.checks.facts import Facts


class Record(Struct, eq=False):
    """One thing a predicate found; `values` holds its columns.

    `same` tells it from others by its parts, for what has no first one but by the order of declarations. `fix` is what
    would clear it.
    """

    kind: str
    subject: Element
    span: Span
    message: Message | None = None
    advice: Message | None = None
    related: tuple[Related, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def plan(self) -> Plan:
        """The plan it was found in."""
        return self.subject.plan

    @property
    def place(self) -> Record:
        """Stands for its own place."""
        return self


class Column(Struct, eq=False):
    """One more attribute of a predicate's records."""

    attr: str
    zh: str
    type: Type


class Predicate(Struct, eq=False):
    """A named source of records; `zh` and `name` are the words for it in rules."""

    zh: str
    name: str
    columns: tuple[Column, ...]
    find: Callable[[Facts], Iterator[Record]]


Find = Callable[["Facts"], Iterator[Record]]


def predicate(zh: str, name: str, *columns: Column) -> Callable[[Find], Predicate]:
    """Make a function the source of records called `zh` in rules (`name` in English).

    The predicate is known to the rules of the pack that lists it, see `packs`.
    """

    def make(find: Find) -> Predicate:
        return Predicate(zh, name, columns, find)

    return make


def about_texts(made: Predicate) -> Predicate:
    """The same predicate, asked only where there is a text: a run without texts does not load what reads them."""

    def find(facts: Facts) -> Iterator[Record]:
        return made.find(facts) if facts.texts or facts.tables else iter(())

    return Predicate(made.zh, made.name, made.columns, find)
