"""Figures of a plan as statements: their own remarks first, then what their indicator says of all its figures."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.quantity import Comparator, DateInterval, Interval, Quantity, Unit, UnitKind, parse_date, parse_unit
from checker.source import fold, name_key
from checker.statement import Measure, Origin, Statement, price_key, state
from checker.statement.growth import TIMES
from checker.statement.prices import CONSTANT, CURRENT
from checker.statement.value import known_unit
from checker.syntax import Amount, DatePoint, Note, Path, Text

if TYPE_CHECKING:
    from checker.model.elements import Indicator
    from checker.model.figure import Figure
    from checker.model.plan import Plan

#: Remarks that say how a figure stands in time: the word that counts where the remark carries none.
_TIMINGS = {"timing": "", "year_end": "年末", "in_year": "当年", "accumulated": "累计"}
#: Longer periods are slips; nobody counts their years.
LONGEST_PERIOD = 60
_PER_HEAD = "/人"
_SUMMED = (UnitKind.AMOUNT, UnitKind.COUNT)


def make_statement(figure: Figure) -> Statement | None:
    """What a figure states in numbers, a multiple (翻一番) among them; None for words and missing values."""
    quantity = _quantity(figure)
    indicator = figure.indicator
    if quantity is None or indicator is None or figure.missing:
        return None
    tolerance, tolerance_from = _tolerance(figure, indicator, quantity)
    made = state(
        quantity, tolerance, name=indicator.name, tense=figure.tense, start=figure.name_start, end=figure.name_end
    )
    made.subject_from, made.tolerance_from = Origin.DECLARED, tolerance_from
    made.measure = _measure(figure)
    made.first_year, made.last_year, made.period_from = _period(figure, indicator)
    made.price, made.price_from = _price(figure, indicator)
    made.scope, made.scope_from = _told(figure, indicator, "scope")
    made.reckoning, made.reckoning_from = _told(figure, indicator, "reckoning")
    made.timing = _timing(figure, indicator)
    if figure.basis == "point" and figure.multiple is None:
        _per_head(made, figure, indicator)
    return made


def _quantity(figure: Figure) -> Quantity | None:
    multiple, indicator = figure.multiple, figure.indicator
    if multiple is None or indicator is None:
        return figure.quantity
    # Where more is better, 翻一番 is reached by more as well.
    factor = Fraction(multiple.factor)
    told = Comparator.GREATER_EQUAL if multiple.more or indicator.direction == "higher" else Comparator.EQUAL
    interval = Interval(factor) if told.direction else Interval.at(factor)
    return Quantity(interval, parse_unit(TIMES), factor, figure.in_words or "", told, False, unit_text=TIMES)


def _measure(figure: Figure) -> Measure:
    if figure.multiple is not None:
        return Measure.CHANGE
    if figure.basis == "cumulative":
        return Measure.CUMULATIVE
    if figure.basis == "annual":
        return Measure.AVERAGE if figure.unit is not None and figure.unit.kind in _SUMMED else Measure.GROWTH
    return Measure.RANK if figure.unit is not None and figure.unit.kind is UnitKind.ORDINAL else Measure.LEVEL


# ---- when


def _period(figure: Figure, indicator: Indicator) -> tuple[int | None, int | None, Origin]:
    """The years a figure speaks of: 考核年度 goes before the year it stands under; by 公布年 alone, nobody knows."""
    if figure.basis != "point":
        return *(period_years(figure.plan) or (None, None)), Origin.DOCUMENT
    if figure.multiple is not None:
        return _since(figure), figure.year, Origin.SAID
    assessed, origin = note_time(figure.notes.get("assessed_year")), Origin.SAID
    if assessed is None and indicator.assessed_year is not None:
        assessed, origin = indicator.assessed_year, Origin.DECLARED
    if assessed is not None:
        return *(_years(assessed) or (None, None)), origin
    return (None, None, Origin.SAID) if is_published(figure) else (figure.year, figure.year, Origin.SAID)


def figure_years(figure: Figure) -> tuple[int | None, ...]:
    """The years a figure speaks of, one in words too; None where that cannot be known."""
    if figure.indicator is None or figure.multiple is not None:
        return (figure.year,)
    first, last, _ = _period(figure, figure.indicator)
    return (None,) if first is None or last is None else tuple(range(first, last + 1))


def _since(figure: Figure) -> int | None:
    """The first year behind the one that a multiple is reckoned from."""
    year = figure.multiple.year if figure.multiple is not None else None
    return year + 1 if year is not None else figure.plan.first_year


def period_years(plan: Plan) -> tuple[int, int] | None:
    """First and last year of the plan's period; None where it gives none, or one too long to be meant."""
    return _years(plan.period) if plan.period is not None else None


def _years(time: DateInterval) -> tuple[int, int] | None:
    first, last = time.first.year, time.last.year
    return (first, last) if 0 <= last - first < LONGEST_PERIOD else None


def is_published(figure: Figure) -> bool:
    """Whether only the year in which it is published is told."""
    return "published_year" in figure.notes or (
        figure.indicator is not None and figure.indicator.published_year is not None
    )


def _timing(figure: Figure, indicator: Indicator) -> str:
    told = [note_words(figure.notes[word]) or short for word, short in _TIMINGS.items() if word in figure.notes]
    if "published_year" in figure.notes and "assessed_year" not in figure.notes:
        told.append(f"公布{note_words(figure.notes['published_year']) or figure.year}")
    return "、".join(told) or name_key(indicator.timing or "")


# ---- of what


def _told(figure: Figure, indicator: Indicator, word: str) -> tuple[str, Origin]:
    own = note_text(figure.notes.get(word))
    if own is not None:
        return own, Origin.SAID
    return getattr(indicator, word) or "", Origin.DECLARED


def _price(figure: Figure, indicator: Indicator) -> tuple[str, Origin]:
    if "current_price" in figure.notes:
        return CURRENT, Origin.SAID
    if "constant_price" in figure.notes:
        return price_key(note_words(figure.notes["constant_price"])) or CONSTANT, Origin.SAID
    return price_key(indicator.price), Origin.DECLARED


def _per_head(made: Statement, figure: Figure, indicator: Indicator) -> None:
    """What is told in plain 元 where its indicator is told in 元/人 is told a head, and so is its tolerance."""
    unit = figure.unit
    if unit is not None and is_per_head(unit, indicator):
        made.unit = unit.symbol + _PER_HEAD
        told = known_unit(made.tolerance_unit)
        if told is not None and told.dimension == unit.dimension:
            made.tolerance_unit = told.symbol + _PER_HEAD


def is_per_head(unit: Unit, indicator: Indicator) -> bool:
    """Whether the indicator, or another figure of a year, is told in that unit a head."""
    wanted = unit.dimension + _PER_HEAD
    if indicator.unit is not None and indicator.unit.dimension == wanted:
        return True
    return any(
        one.basis == "point" and one.unit is not None and one.unit.dimension == wanted for one in indicator.figures
    )


def _tolerance(figure: Figure, indicator: Indicator, quantity: Quantity) -> tuple[Quantity | None, Origin]:
    """The one behind the figure; where the figure says about, else its indicator's, which says how far that is.

    A bare number behind the figure is in the figure's unit: 42%左右（容差 3） is 39% to 45%.
    """
    note = figure.notes.get("tolerance")
    if note is not None:
        return _in_unit_of(note_quantity(note), quantity.unit, quantity.unit_text), Origin.SAID
    told = indicator.tolerance.quantity if quantity.approx and indicator.tolerance is not None else None
    told = _in_unit_of(told, indicator.unit, indicator.unit_text)
    unit = told.unit if told is not None else None
    # 5% of an amount says nothing of how far its growth may be off.
    if unit is not None and unit.kind is UnitKind.RATIO and figure.basis == "annual" and indicator.unit_kind != "ratio":
        return None, Origin.DECLARED
    return told, Origin.DECLARED


def _in_unit_of(tolerance: Quantity | None, unit: Unit | None, written: str) -> Quantity | None:
    """A tolerance, in the unit given where it has none of its own."""
    if tolerance is None or tolerance.unit is not None or tolerance.unit_text:
        return tolerance
    return replace(tolerance, unit=unit, unit_text=written)


# ---- remarks


def note_quantity(note: Note | None) -> Quantity | None:
    """The figure that a remark carries: 份额 12%."""
    from checker.model.values import read_quantity

    return read_quantity(note.value, "", []) if note is not None and isinstance(note.value, Amount) else None


def note_text(note: Note | None) -> str | None:
    """The words that a remark carries: 口径 增加值, 理由 “…”."""
    match note.value if note is not None else None:
        case Amount(words=Text(text=text)) | Path(text=text) | Text(text=text):
            return text
    return None


def note_words(note: Note) -> str:
    """The words or the number that a remark carries, to be compared; "" for a bare remark."""
    match note.value:
        case DatePoint(text=text):
            return name_key(text)
        case Amount(words=None, number=number):
            return number
    return name_key(note_text(note) or "")


def note_time(note: Note | None) -> DateInterval | None:
    """The time that a remark carries: 考核年度 2024年."""
    match note.value if note is not None else None:
        case DatePoint(text=text):
            return parse_date(text)
        case Amount(number=number):
            return parse_date(fold(number))
    return None
