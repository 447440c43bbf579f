"""Values at run time: comparing, reckoning and telling them. None stands for a value that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from checker.messages import Message, Template
from checker.messages.choices import Choice
from checker.messages.rules import RULE_LIST_MORE
from checker.quantity import (
    Comparator,
    DateInterval,
    Interval,
    Quantity,
    Unit,
    UnitError,
    add,
    build_quantity,
    divide,
    holds,
    multiply,
    rounded,
    subtract,
    write_number,
)
from checker.rules.tables import Counted, Tables
from checker.rules.typed import literal
from checker.rules.types import Sort, Type, rank
from checker.source import fold, name_key

Number = int | Fraction

_COMPARATORS = {
    "=": Comparator.EQUAL,
    "<": Comparator.LESS,
    "≤": Comparator.LESS_EQUAL,
    ">": Comparator.GREATER,
    "≥": Comparator.GREATER_EQUAL,
}


def comparing(left: Type, sign: str) -> Callable[[Any, Any], bool | None]:
    """How values of a type are compared with others: True, False, or None where either may be."""
    if left.sort is Sort.TIME:
        return lambda one, other: _times(one, sign, other)
    if left.sort is Sort.CHOICE:
        return lambda one, other: _words(left.choices, one, sign, other)
    return lambda one, other: _numbers(one, sign, other)


def _numbers(left: Any, sign: str, right: Any) -> bool | None:
    if isinstance(left, Counted):
        left = _counted(left, right)
    if isinstance(right, Counted):
        right = _counted(right, left)
    if left is None or right is None:
        return None
    if not isinstance(left, Quantity) and not isinstance(right, Quantity):
        return _ordered(left, sign, right)
    one, other = _quantity(left, right), _quantity(right, left)
    if one is None or other is None:
        return None
    try:
        return holds(one, _COMPARATORS[sign], other)
    except UnitError:
        return None


def _counted(count: Counted, other: Any) -> Quantity | int | None:
    """A declared count beside a number is a number, beside a quantity a quantity."""
    if isinstance(other, Quantity) or (isinstance(other, Counted) and count.quantity is not None):
        return count.quantity
    return count.value if count.value is not None else count.quantity


def _quantity(value: Quantity | Number, other: Quantity | Number) -> Quantity | None:
    """A bare number beside a quantity counts in its unit: only 0 stands there, which is 0 in all units."""
    if isinstance(value, Quantity):
        return value
    unit = other.unit if isinstance(other, Quantity) else None
    return replace(plain_quantity(value), unit=unit)


def plain_quantity(value: Number) -> Quantity:
    """A number as a quantity without unit."""
    quantity = build_quantity("1", None, None, False, False, None)
    one = Fraction(value)
    return replace(quantity, interval=type(quantity.interval).at(one), point=one, printed="")


def _ordered(left: Any, sign: str, right: Any) -> bool:
    match sign:
        case "=":
            return bool(left == right)
        case "<":
            return bool(left < right)
        case "≤":
            return bool(left <= right)
        case ">":
            return bool(left > right)
        case _:
            return bool(left >= right)


def _words(choices: tuple[Choice, ...], left: str | None, sign: str, right: str | None) -> bool | None:
    if left is None or right is None:
        return None
    if sign == "=":
        return left == right
    one, other = rank(choices, left), rank(choices, right)
    return None if one is None or other is None else _ordered(one, sign, other)


def _times(left: DateInterval | None, sign: str, right: DateInterval | None) -> bool | None:
    if left is None or right is None:
        return None
    match sign:
        case "<":
            return _earlier(left, right)
        case ">":
            return _earlier(right, left)
        case "≤":
            return _not(_earlier(right, left))
        case "≥":
            return _not(_earlier(left, right))
        case _:
            if not left.overlaps(right):
                return False
            return True if left == right and left.first == left.last else None


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


def _earlier(left: DateInterval, right: DateInterval) -> bool | None:
    """Whether each day of `left` is before each of `right`: True, False if none is, None if some may be."""
    if left.before(right):
        return True
    first = date.min if left.open_start else left.first
    last = date.max if right.open_end else right.last
    return False if first >= last else None


def key_of(value: Any) -> Any:
    """What two values that are the same have in common; None stays None."""
    if isinstance(value, str):
        return name_key(value)
    if isinstance(value, Unit):
        return value.dimension, value.factor
    return value


# ---- texts


def testing(test: str) -> Callable[[str, str], bool]:
    """How a text is tested: contains, starts, ends or like."""
    return _TEXT_TESTS[test]


def _like(text: str, pattern: str) -> bool:
    """Whether the pattern, in which * stands for anything, fits the whole text; linear for each piece."""
    pieces = pattern.split("*")
    if len(pieces) == 1:
        return text == pattern
    if not text.startswith(pieces[0]) or not text[len(pieces[0]) :].endswith(pieces[-1]):
        return False
    position, end = len(pieces[0]), len(text) - len(pieces[-1])
    for piece in pieces[1:-1]:
        found = text.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return position <= end


_TEXT_TESTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, other: other in text,
    "starts": lambda text, other: text.startswith(other),
    "ends": lambda text, other: text.endswith(other),
    "like": _like,
}


def plain_text(text: str) -> str:
    """A text as it is tested: widths and letter case do not matter."""
    return fold(text).casefold()


# ---- reckoning


def calculate(sign: str, left: Any, right: Any) -> Any:
    """The value of left sign right; None where one is not known, units do not fit, 0 divides or an end is open."""
    if isinstance(left, Counted):
        left = _counted(left, right)
    if isinstance(right, Counted):
        right = _counted(right, left)
    if left is None or right is None:
        return None
    if sign in _RETOLD:
        return _RETOLD[sign](left, right)
    try:
        if isinstance(left, Quantity) or isinstance(right, Quantity):
            one = left if isinstance(left, Quantity) else plain_quantity(left)
            other = right if isinstance(right, Quantity) else plain_quantity(right)
            return _ON_QUANTITIES[sign](one, other)
        return _ON_NUMBERS[sign](Fraction(left), Fraction(right))
    except (UnitError, ZeroDivisionError):
        return None


_ON_QUANTITIES = {"+": add, "-": subtract, "×": multiply, "÷": divide}
_ON_NUMBERS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "×": lambda one, other: one * other,
    "÷": lambda one, other: one / other,
}


def _held_to(quantity: Quantity, sense: str) -> Quantity | None:
    """The end of a range that whoever is held to it by `sense` must not miss."""
    if sense == "same":
        return quantity
    end = quantity.interval.low if sense == "at_least" else quantity.interval.high
    if end is None:
        return None
    return replace(quantity, interval=Interval.at(end), point=end, comparator=Comparator.EQUAL)


def _told_in(quantity: Quantity, like: Unit | Quantity) -> Quantity | None:
    unit = like.unit if isinstance(like, Quantity) else like
    try:
        return None if unit is None else quantity.to(unit)
    except UnitError:
        return None


def _rounded(value: Quantity | Number, digits: int) -> Quantity | Fraction:
    if not isinstance(value, Quantity):
        return rounded(Fraction(value), digits)
    interval, point = value.interval, value.point
    low, high = (None if end is None else rounded(end, digits) for end in (interval.low, interval.high))
    return replace(
        value,
        interval=Interval(low, high, interval.low_open, interval.high_open),
        point=None if point is None else rounded(point, digits),
    )


_RETOLD: dict[str, Callable[[Any, Any], Any]] = {"按": _held_to, "折成": _told_in, "约": _rounded}


def tally(function: str, values: list[Any]) -> Any:
    """sum, max or min of values; None where one is not known, they do not fit together, or there is none."""
    if function == "sum":
        total: Any = 0 if not values else values[0]
        for value in values[1:]:
            total = calculate("+", total, value)
        return total.value if isinstance(total, Counted) else total
    best: Any = None
    for value in values:
        if value is None:
            return None
        greater = True if best is None else _numbers(value, ">" if function == "max" else "<", best)
        if greater is None:
            return None
        best = value if greater else best
    return best


# ---- telling

_MOST_LISTED = 6


def shown_value(value: Any, type_: Type, tables: Tables) -> object:
    """A value as the argument of a sentence: a word, a number, or a message where the languages differ."""
    if isinstance(value, (list, tuple)):
        return _listed([shown_value(one, type_.one(), tables) for one in value if one is not None])
    if type_.sort is Sort.ELEMENT and value is not None:
        return tables.told(value)
    if type_.sort is Sort.CHOICE and isinstance(value, str):
        zh = next((choice.zh[0] for choice in type_.choices if choice.en == value), value)
        return Template(literal(zh), literal(value.replace("_", " ")))()
    return _told_one(value)


def _told_one(value: Any) -> object:
    match value:
        case None:
            return "—"
        case Message() | str():
            return value
        case Counted():
            return value.value if value.value is not None else str(value.quantity)
        case Fraction():
            return write_number(value)
        case _:
            return str(value)


def _listed(values: Iterable[object]) -> object:
    shown = list(dict.fromkeys(values))
    first = shown[:_MOST_LISTED]
    if any(isinstance(one, Message) for one in shown):
        keys = [f"p{index}" for index in range(len(first))]
        places = ["{" + key + "}" for key in keys]
        both = Template("、".join(places), ", ".join(places))
        return both(**dict(zip(keys, first, strict=True)))
    words = "、".join(f"「{one}」" if isinstance(one, str) and len(shown) > 1 else str(one) for one in first)
    return RULE_LIST_MORE(listed=words, count=len(shown)) if len(shown) > len(first) else words
