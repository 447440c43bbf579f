"""What a figure of a plan says by itself, for rules that hold figures of one indicator against each other."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Figure
from checker.quantity import Comparator, Quantity
from checker.rules.meant import note_text
from checker.solve.bounds import bounds_of, factor_of, key_of, price_of

#: Remarks that say where a figure comes from.
_SOURCE_NOTES = ("source", "official", "relayed")


def allowed_value(figure: Figure) -> Quantity | None:
    """All that the figure may be, in its own unit: 45% is 44.5% up to 45.5%, bounds are taken at their word.

    A tolerance counts; None for about (左右) without one, for words and for missing values.
    """
    quantity, bounds = figure.quantity, bounds_of(figure)
    if quantity is None or bounds is None:
        return None
    interval = bounds.scale(1 / factor_of(quantity.unit))
    comparator = Comparator.EQUAL if interval.point is not None else Comparator.RANGE
    return replace(quantity, interval=interval, comparator=comparator, approx=False)


def is_one_number(figure: Figure) -> str:
    """`yes` for a number that stands alone: no bound, no range, no 左右, no 余."""
    quantity = figure.quantity
    alone = quantity is not None and quantity.comparator is Comparator.EQUAL and not quantity.approx
    return "yes" if alone else "no"


def told_apart(figure: Figure) -> str | None:
    """Remarks by which it speaks of another thing than its indicator: 口径增加值, 考核年度2024; None without any."""
    apart = key_of(figure).apart
    return "、".join(f"{figure.notes[word].word}{text}" for word, text in apart) or None


def price_told(figure: Figure) -> str | None:
    """Its price, else its indicator's: 现价, a year's, or None where nothing is said."""
    price = price_of(figure)
    return {"current": "现价", "constant": "不变价"}.get(price or "", price)


def source_told(figure: Figure) -> str | None:
    """The source or its grade as remarked behind the figure: 来源 《统计公报》, 官方; None where there is none."""
    note = next((figure.notes[word] for word in _SOURCE_NOTES if word in figure.notes), None)
    return None if note is None else note_text(note) or note.word or None
