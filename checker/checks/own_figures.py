"""What a figure of a plan says by itself, for rules that hold figures of one indicator against each other."""

from __future__ import annotations

from dataclasses import replace

from checker.checks.price_words import price_sort, price_words, price_year
from checker.meaning.figures import apart
from checker.meaning.territory import WHOLE, scope_key
from checker.meaning.ties import is_total
from checker.model import Figure, Indicator
from checker.model.statements import note_text
from checker.quantity import Comparator, Interval, Quantity
from checker.statement import Statement, allowed, base_factor
from checker.statement.allowed import widened

#: Remarks that say where a figure comes from.
_SOURCE_NOTES = ("source", "official", "relayed")


def points(indicator: Indicator, *tenses: str) -> list[Figure]:
    """The indicator's own values of years in these tenses, told in numbers."""
    return [
        one
        for one in indicator.figures
        if one.basis == "point" and one.tense in tenses and one.quantity is not None and not apart(one)
    ]


def allowed_value(figure: Figure) -> Quantity | None:
    """All that the figure may be, in its own unit: 45% is 44.5% up to 45.5%, bounds are taken at their word.

    A tolerance counts; None for about (左右) without one, for words and for missing values.
    """
    statement = _stated(figure)
    bounds = allowed(statement) if statement is not None else None
    if statement is None or bounds is None:
        return None
    quantity = statement.quantity
    return _told_as(quantity, bounds.scale(1 / base_factor(quantity.unit)))


def promised_value(figure: Figure) -> Quantity | None:
    """What it commits to, tolerance included, in its own unit: ≥1800 promises 1800; None for words."""
    statement = _stated(figure)
    return promised(statement) if statement is not None else None


def promised(statement: Statement) -> Quantity:
    """The number or range that it commits to, its tolerance included, in its own unit: ≥1800 promises 1800.

    About (左右) without a tolerance stands for what is printed alike.
    """
    quantity = statement.quantity
    point = quantity.point if quantity.comparator is not Comparator.MORE else None
    interval = quantity.interval if point is None else Interval.at(point)
    plain = _told_as(quantity, interval)
    wide = widened(statement, plain) if statement.tolerance is not None else None
    if wide is None and statement.approx:
        wide = interval.widen(statement.step / 2)
    return plain if wide is None else _told_as(plain, wide)


def _told_as(quantity: Quantity, interval: Interval) -> Quantity:
    """An interval in the unit of `quantity`, as a quantity without any further allowance."""
    comparator = Comparator.EQUAL if interval.point is not None else Comparator.RANGE
    return replace(quantity, interval=interval, comparator=comparator, approx=False)


def _stated(figure: Figure) -> Statement | None:
    """What a figure told in numbers states."""
    return figure.statement if figure.quantity is not None else None


def first_year(figure: Figure) -> int | None:
    """The first of the years it speaks of; None where that is not known."""
    return figure.statement.first_year if figure.statement is not None else None


def last_year(figure: Figure) -> int | None:
    """The last of the years it speaks of; None where that is not known."""
    return figure.statement.last_year if figure.statement is not None else None


def time_told(figure: Figure) -> str:
    """When it is, as a reader is told: 2025年, 年均."""
    return figure.name.rpartition("·")[2]


def scope_meant(figure: Figure) -> str | None:
    """Its scope, else its indicator's, without the plan's own place; None where neither is said."""
    statement = figure.statement
    return scope_key(statement.scope, figure.plan) or None if statement is not None else None


def told_of(figure: Figure) -> str:
    """Scope, reckoning and timing together, "" where none is said; all of a plan's area is what is meant without."""
    scope = scope_meant(figure)
    told = (None if scope == WHOLE else scope, reckoning_told(figure), timing_told(figure))
    return "；".join(one or "" for one in told) if any(told) else ""


def reckoning_told(figure: Figure) -> str | None:
    """Its reckoning, else its indicator's."""
    return figure.statement.reckoning or None if figure.statement is not None else None


def timing_told(figure: Figure) -> str | None:
    """When in a year it is of: 年末, 累计."""
    return figure.statement.timing or None if figure.statement is not None else None


def is_a_total(figure: Figure) -> str:
    """`yes` for what grows with the place: such values of unlike places are not held against each other."""
    return "yes" if figure.indicator is not None and is_total(figure.indicator, figure.unit) else "no"


def is_one_number(figure: Figure) -> str:
    """`yes` for a number that stands alone: no bound, no range, no 左右, no 余."""
    quantity = figure.quantity
    alone = quantity is not None and quantity.comparator is Comparator.EQUAL and not quantity.approx
    return "yes" if alone else "no"


def told_apart(figure: Figure) -> str:
    """Remarks by which it speaks of another thing than its indicator: 口径增加值, 考核年度2024; "" without any."""
    return "、".join(f"{figure.notes[word].word}{text}" for word, text in apart(figure))


def price_told(figure: Figure) -> str | None:
    """Its price, else its indicator's: 现价, a year's, or None where nothing is said."""
    return price_words(figure.statement.price) or None if figure.statement is not None else None


def price_sort_told(figure: Figure) -> str | None:
    """The sort of its price: 现价, 不变价 of whatever year; None where nothing is said."""
    return price_words(price_sort(figure.statement.price)) or None if figure.statement is not None else None


def price_year_told(figure: Figure) -> int | None:
    """The year whose prices it is in; None where none is told."""
    return price_year(figure.statement.price) if figure.statement is not None else None


def source_told(figure: Figure) -> str | None:
    """The source or its grade as remarked behind the figure: 来源 《统计公报》, 官方; None where there is none."""
    note = next((figure.notes[word] for word in _SOURCE_NOTES if word in figure.notes), None)
    return None if note is None else note_text(note) or note.word or None
