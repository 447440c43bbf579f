"""What an expression of a rule stands for, and the comparisons that make sense."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from checker.messages import Message
from checker.messages.choices import Choice, choice_words
from checker.messages.rules import (
    RULE_SORT_CHOICE,
    RULE_SORT_COUNT,
    RULE_SORT_ELEMENT,
    RULE_SORT_MESSAGE,
    RULE_SORT_NUMBER,
    RULE_SORT_PLACE,
    RULE_SORT_QUANTITY,
    RULE_SORT_RELATED,
    RULE_SORT_TEXT,
    RULE_SORT_TIME,
    RULE_SORT_UNIT,
)
from checker.quantity import Unit


class Sort(Enum):
    """The sort of a value."""

    ELEMENT = RULE_SORT_ELEMENT
    NUMBER = RULE_SORT_NUMBER
    QUANTITY = RULE_SORT_QUANTITY
    COUNT = RULE_SORT_COUNT  # a declared count: a number, or a quantity with its unit
    TEXT = RULE_SORT_TEXT
    CHOICE = RULE_SORT_CHOICE
    TIME = RULE_SORT_TIME
    UNIT = RULE_SORT_UNIT
    MESSAGE = RULE_SORT_MESSAGE
    PLACE = RULE_SORT_PLACE
    RELATED = RULE_SORT_RELATED  # places, each with its sentence

    @property
    def message(self) -> Message:
        """The sort in words."""
        return self.value()


class Type(Struct, frozen=True):
    """The sort of an expression, whether it stands for several values, and what narrows it."""

    sort: Sort
    many: bool = False
    kinds: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    unit: Unit | None = None  # of a literal, or of what is made of literals

    def one(self) -> Type:
        """The type of one of its values."""
        return replace(self, many=False) if self.many else self


NUMBER = Type(Sort.NUMBER)
TEXT = Type(Sort.TEXT)
TIME = Type(Sort.TIME)
QUANTITY = Type(Sort.QUANTITY)

#: What a number is held to beside another; a column may tell it.
SENSES = (Choice("at_least", ("不低于",)), Choice("at_most", ("不高于",)), Choice("same", ("同为",)))

_NUMERIC = frozenset({Sort.NUMBER, Sort.QUANTITY, Sort.COUNT})


def element(*kinds: str, many: bool = False) -> Type:
    """The type of elements of these kinds."""
    return Type(Sort.ELEMENT, many, kinds)


def rank(choices: tuple[Choice, ...], word: str) -> int | None:
    """The place of a word in its ordered list, the greatest last; None for a word or list without order."""
    return next((choice.rank for choice in choices if choice.en == word), None)


def is_ordered(type_: Type) -> bool:
    """Whether < and > make sense between values of this type."""
    return type_.sort in _NUMERIC or type_.sort is Sort.TIME or any(choice.rank is not None for choice in type_.choices)


def comparable(left: Type, right: Type, *, exact_zero: bool = False) -> bool:
    """Whether = makes sense between the two; `exact_zero`: the right one is a bare 0, alike in every unit."""
    if left.sort in _NUMERIC and right.sort in _NUMERIC:
        return _numbers_alike(left, right) or exact_zero
    if left.sort is Sort.ELEMENT and right.sort is Sort.ELEMENT:
        return bool(set(left.kinds) & set(right.kinds))
    if {left.sort, right.sort} == {Sort.UNIT, Sort.TEXT}:
        return True
    if left.sort is Sort.CHOICE and right.sort is Sort.CHOICE:
        return left.choices == right.choices
    return left.sort is right.sort and left.sort in {Sort.TEXT, Sort.TIME, Sort.UNIT}


def _numbers_alike(left: Type, right: Type) -> bool:
    if Sort.COUNT in (left.sort, right.sort):
        return True
    if left.sort is not right.sort:
        return False
    return left.unit is None or right.unit is None or left.unit.dimension == right.unit.dimension


def choice_of(type_: Type, word: str) -> str | None:
    """The stored word that `word` (Chinese or English) stands for in the type's closed list."""
    words = choice_words(type_.choices)
    return words.get(word) or words.get(word.lower())
