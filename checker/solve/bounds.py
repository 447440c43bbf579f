"""What a figure allows its indicator to be, and which figures speak of one thing.

Numbers allow what is printed alike: 2000 is 1999.5 up to 2000.5, 2000.0 is 1999.95 up to 2000.05. Bounds (≥2000,
2000以上) and ranges are taken at their word. About (左右) with a tolerance is that far both ways; without one
nobody can say how far, and the figure bounds nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from checker.model import Figure, Indicator, Plan
from checker.model.values import read_quantity
from checker.quantity import Comparator, Interval, Quantity, Unit, UnitError, UnitKind
from checker.source import name_key
from checker.syntax import Amount, DatePoint, Note, Path, Text

_ONE = Fraction(1)
#: Remarks that make a figure another thing than those without them.
_TOLD_APART = ("scope", "reckoning", "timing", "year_end", "in_year", "accumulated", "assessed_year", "published_year")
_CURRENT_WORDS = ("现价", "当年价", "当年价格", "现行价格")
_CURRENT = "current"
_CONSTANT_WORDS = ("不变价", "可比价", "不变价格", "可比价格")
_CONSTANT = "constant"
#: Longer periods are slips, and powers of them are no numbers anybody reads.
LONGEST_PERIOD = 60


class Key(NamedTuple):
    """What a figure speaks of; figures with one key meet."""

    indicator: int
    tense: str
    basis: str
    year: int | None
    kind: str
    apart: tuple[tuple[str, str], ...]
    price: str | None


def key_of(figure: Figure) -> Key:
    """The key of a figure; of growth in 百分点 and in % they are two things."""
    indicator = figure.indicator
    assert indicator is not None
    kind = figure.unit.dimension if figure.unit is not None else figure.unit_text
    return Key(
        id(indicator), figure.tense, figure.basis, figure.year, kind, _apart(figure, indicator), price_of(figure)
    )


def plain_key(indicator: Indicator, tense: str, year: int) -> Key:
    """The key of a figure of that year without remarks of its own, in the indicator's unit."""
    kind = indicator.unit.dimension if indicator.unit is not None else indicator.unit_text
    return Key(id(indicator), tense, "point", year, kind, (), _price_word(indicator.price))


def _apart(figure: Figure, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    if not figure.notes:
        return ()
    told = []
    for word in _TOLD_APART:
        if word in figure.notes:
            text = note_words(figure.notes[word])
            own = getattr(indicator, word, None)
            if not (isinstance(own, str) and text and name_key(own) == text):
                told.append((word, text))
    return tuple(told)


def price_of(figure: Figure) -> str | None:
    """Its price, else its indicator's: current, the constant one as written, or None where nothing is said."""
    for word in ("current_price", "constant_price"):
        if word in figure.notes:
            return _CURRENT if word == "current_price" else note_words(figure.notes[word]) or _CONSTANT
    return _price_word(figure.indicator.price) if figure.indicator is not None else None


def _price_word(written: str | None) -> str | None:
    if not written:
        return None
    if written in _CURRENT_WORDS:
        return _CURRENT
    return _CONSTANT if written in _CONSTANT_WORDS else name_key(written)


def note_words(note: Note) -> str:
    """The words that a remark carries, to be compared; "" for a bare remark."""
    match note.value:
        case Amount(words=Text(text=text)) | Path(text=text) | Text(text=text) | DatePoint(text=text):
            return name_key(text)
        case Amount(number=number):
            return number
    return ""


def prices_meet(*prices: str | None) -> bool:
    """Whether no two of them are told and differ."""
    return len({price for price in prices if price is not None}) <= 1


def bounds_of(figure: Figure) -> Interval | None:
    """What the figure allows, in the base unit of its dimension (元, 人, 1 for 100 %); None where it bounds nothing."""
    quantity = figure.quantity
    if quantity is None or figure.missing:
        return None
    return allowed(quantity, tolerance_of(figure))


def allowed(quantity: Quantity, tolerance: Quantity | None = None) -> Interval | None:
    """What a quantity allows, in the base unit of its dimension; None where about says nothing."""
    factor = factor_of(quantity.unit)
    if tolerance is not None:
        try:
            return quantity.widened(tolerance).interval.scale(factor)
        except (UnitError, ValueError):
            return None
    if quantity.approx:
        return None
    exact = quantity.comparator.direction or quantity.comparator in (Comparator.RANGE, Comparator.MORE)
    return (quantity.interval if exact else quantity.rounded()).scale(factor)


def as_written(quantity: Quantity) -> Interval:
    """What a quantity says without any allowance, in the base unit of its dimension."""
    return quantity.interval.scale(factor_of(quantity.unit))


def factor_of(unit: Unit | None) -> Fraction:
    """What one of the unit is in the base unit; 百分点 count like %, so that they may be added to a ratio."""
    if unit is None:
        return _ONE
    return unit.factor / 100 if unit.kind is UnitKind.POINTS else unit.factor


def tolerance_of(figure: Figure) -> Quantity | None:
    """The tolerance behind the figure, else its indicator's where the figure says about."""
    note = figure.notes.get("tolerance")
    if note is not None:
        return read_quantity(note.value, "", []) if isinstance(note.value, Amount) else None
    indicator = figure.indicator
    about = figure.quantity is not None and figure.quantity.approx
    if not about or indicator is None or indicator.tolerance is None:
        return None
    return indicator.tolerance.quantity


def period_of(indicator: Indicator) -> tuple[int, int] | None:
    """The years from which and to which 年均 leads: the one before the period to its last.

    Without a period: from the last actual year to the last target year. None where they are not known.
    """
    plan: Plan = indicator.plan
    first, last = plan.first_year, plan.last_year
    if first is not None and last is not None:
        return (first - 1, last) if 0 <= last - first < LONGEST_PERIOD else None
    points = [figure for figure in indicator.figures if figure.basis == "point" and figure.year is not None]
    actual = [figure.year for figure in points if figure.tense == "actual" and figure.year is not None]
    target = [figure.year for figure in points if figure.tense == "target" and figure.year is not None]
    if not actual or not target or not 0 < max(target) - max(actual) <= LONGEST_PERIOD:
        return None
    return max(actual), max(target)


def growth_of(figure: Figure, years: int) -> Interval | None:
    """What growth a year over so many years comes to: 8%—9% over 5 is 1.4693 to 1.5386; None if it bounds nothing.

    None, too, for what is told to fall without a minus (越低越好 and 3%): it may be meant either way.
    """
    indicator, unit = figure.indicator, figure.unit
    if indicator is None or unit is None or unit.kind is not UnitKind.RATIO or not grows_by_rate(indicator):
        return None
    rate = bounds_of(figure)
    if rate is None or not years:
        return None
    if indicator.direction == "lower" and (rate.high is None or rate.high > 0):
        return None
    factor = rate + Interval.at(_ONE)
    if factor.low is None or factor.low < 0:
        # A rate without a floor, “不超过5%”, leaves all that is not negative.
        if factor.high is None or factor.high <= 0:
            return None
        factor = Interval(Fraction(0), factor.high, False, factor.high_open)
    return factor.power(years)


def grows_by_rate(indicator: Indicator) -> bool:
    """Whether growth in % multiplies the indicator: amounts and counts, not what is itself a ratio or a rank."""
    return indicator.unit is None or indicator.unit.kind in (UnitKind.AMOUNT, UnitKind.COUNT)
