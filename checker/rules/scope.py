"""Names within a rule under the static check: variables, definitions, parameters; and the faults found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from msgspec import Struct

from checker.messages import Message
from checker.messages.rules import RULE_NEEDS_BLANK, RULE_VARIABLE_TWICE
from checker.rules.nodes import Condition, Word
from checker.rules.schema import Schema
from checker.rules.typed import Constant, Expr, Variable
from checker.rules.types import Type
from checker.source import near_words

SYNTAX, DUPLICATE, UNKNOWN, WRONG_KIND = "PC101", "PC102", "PC103", "PC104"

#: The word before the dot of a parameter: 参数.阈值.
PARAMETER_WORDS = ("参数", "parameter")


class Placed(Protocol):
    """What has a place in the rule file."""

    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Fault:
    """What is wrong with a rule, where, and what would clear it; `code` is one of PC101–PC104."""

    code: str
    message: Message
    start: int
    end: int
    help: Message | None = None


@dataclass(slots=True, eq=False, repr=False)
class Faults:
    """Collects faults; a rule with any does not run."""

    found: list[Fault] = field(default_factory=list)

    def add(self, code: str, message: Message, place: Placed, help_: Message | None = None) -> None:
        """Note one."""
        self.found.append(Fault(code, message, place.start, place.end, help_))


class Definition(Struct, eq=False):
    """What a name says of one thing or of two: conditions on its variables; `before` are those that they may use."""

    word: str
    variables: tuple[tuple[str, Type], ...]
    conditions: tuple[Condition, ...]
    before: Definitions


#: Each name → what it says; None for a faulty definition: what is said with it is held back.
Definitions = Mapping[str, "Definition | None"]


class Names:
    """What a name stands for, at one point of a case.

    `implicit` is the variable whose attributes may be named alone: the plan, in 适用.
    """

    def __init__(
        self,
        schema: Schema,
        faults: Faults,
        parameters: Mapping[str, Constant],
        implicit: Variable | None = None,
        definitions: Definitions | None = None,
    ) -> None:
        self.schema = schema
        self.faults = faults
        self.parameters = parameters
        self.implicit = implicit
        self.definitions: Definitions = definitions or {}
        #: None for a name whose declaration is faulty: what is said about it is held back.
        self.known: dict[str, Expr | None] = {}
        self.slots = 1 if implicit is not None else 0

    def bind(self, word: Word, type_: Type | None) -> int:
        """A new variable in a slot of its own, which is returned; a name that is taken is a fault."""
        slot = self.new_slot()
        self.define(word, None if type_ is None else Variable(slot, word.text, type_))
        return slot

    def new_slot(self) -> int:
        """A slot that nothing stands in yet."""
        self.slots += 1
        return self.slots - 1

    def define(self, word: Word, meaning: Expr | None) -> None:
        """Let a name stand for an expression."""
        if word.text in self.known or word.text in PARAMETER_WORDS:
            self.faults.add(DUPLICATE, RULE_VARIABLE_TWICE(name=word.text), word)
        else:
            self.known[word.text] = meaning

    @contextmanager
    def inner(self) -> Iterator[None]:
        """What is bound within is forgotten behind."""
        outside = dict(self.known)
        try:
            yield
        finally:
            self.known = outside

    @contextmanager
    def as_defined(self, definition: Definition, meanings: Iterable[Expr]) -> Iterator[None]:
        """Nothing is known within but the definition's variables, as `meanings`, and what it may use itself."""
        outside = self.known, self.implicit, self.definitions, self.faults
        words = [name for name, _ in definition.variables]
        # What is wrong with it has been said where it stands.
        self.known, self.implicit = dict(zip(words, meanings, strict=True)), None
        self.definitions, self.faults = definition.before, Faults()
        try:
            yield
        finally:
            self.known, self.implicit, self.definitions, self.faults = outside


def advice(word: str, known: Iterable[str]) -> Message | None:
    """What may have been meant by `word`: near words of its language, or two words without a blank between."""
    words = sorted({other for other in known if other.isascii() == word.isascii()})
    for other in sorted(words, key=len, reverse=True):
        rest = word[len(other) :]
        if word.startswith(other) and _GLUED.fullmatch(rest):
            return RULE_NEEDS_BLANK(first=other, second=rest)
    return near_words(word, words)


#: Words that stand between two others and are easily written without a blank before them.
_GLUED = re.compile(
    "为|在|的|且|或|不?含|及其|不?同类|开头为|结尾为|通配|使|有|无|没有|非|不?[等大小高低多少早晚]于|不?超过"
)
