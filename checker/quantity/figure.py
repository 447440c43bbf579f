"""From the words of a figure to its quantity."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from checker.quantity.amount import REPEATED_UNITS, Quantity
from checker.quantity.comparator import Comparator, read_comparator
from checker.quantity.interval import Interval
from checker.quantity.numerals import Numeral, read_numeral, scale_worth
from checker.quantity.units import Unit, UnitError, convert, parse_unit, same_dimension, split_scale
from checker.source import fold

#: 万余户, 亿多: the word for “and more” stands between scale and unit.
_MORE_WITHIN = r"([十百千万亿]*)[余多](.*)"


class FigureError(ValueError):
    """Words that are no figure."""


class RangeReversed(FigureError):
    """A range whose first number is the larger one."""


class RangeUnlike(FigureError, UnitError):
    """A range whose two ends are in unlike units."""


class _Reading(NamedTuple):
    """One number with its unit: the value and its printed step, told in the unit."""

    value: Fraction
    step: Fraction
    unit: Unit | None
    unit_text: str
    more: Fraction  # how far 余 reaches from here, 0 without 余


class _UnitWords(NamedTuple):
    """The words for a unit without a 余 or 多 among them, and the scale in front of that."""

    text: str
    more: bool = False
    scale: str = ""


def build_quantity(  # noqa: PLR0913, PLR0917 -- a figure is told in that many words
    number: str,
    unit: str | None,
    comparator: str | None,
    approx: bool,
    more: bool,
    nearly: str | None,
    upper_number: str | None = None,
    upper_unit: str | None = None,
    *,
    inherited: str | None = None,
) -> Quantity:
    """The quantity that these words of a plan tell, as they stand there.

    `comparator` stands before the number (≥, 不低于, 超过, 控制在 …), `nearly` behind the unit (左右, 以上, 以内
    …); `approx` says that 约 or 近 stands before it, `more` that 余 or 多 stands behind it (it may also stand
    inside the unit: 万余户). With `upper_number` it is a range; a unit at one end counts for both. `inherited`
    is the unit of the thing that the figure belongs to: it counts where the figure has none, and a figure
    in plain 万 or 亿 takes what is behind its own scale (2000亿 under 万元 are 2000亿元).

    A bound on a rank of the kind 20强 is “at most”. Raises FigureError for words that are no figure,
    among them RangeReversed for 7%—6% and RangeUnlike for 6%—7个百分点. An unknown unit is no error: the
    quantity then has none.
    """
    try:
        told, about = read_comparator(comparator, nearly)
    except ValueError as error:
        raise FigureError(str(error)) from None
    before = f"{comparator or ''}{'约' if approx and not about else ''}{number}"
    own, other, whole = _unit_words(unit), _unit_words(upper_unit), fold(inherited or "").strip()
    if not upper_number:
        printed = f"{before}{'余' if more else ''}{unit or ''}{nearly or ''}"
        return _single(_read(number, own, more, whole), told, approx or about, printed)
    between = "" if unit == upper_unit and unit not in REPEATED_UNITS else unit or ""
    printed = f"{before}{between}—{upper_number}{upper_unit or ''}{nearly or ''}"
    high = _read(upper_number, other, False, _whole_unit(own.text, whole))
    # 1—1.5万亿元 begins at 1万亿元, whether 万亿 was read as part of the number or of the unit.
    low = _read(number, own, False, high.unit_text or _whole_unit(other.text, whole))
    if not own.text and number.endswith("万") and high.unit_text.startswith("万亿"):
        # 2万—3万亿元 begins at 2万亿元: 亿元 is said once for both.
        fuller = _read(f"{number}亿", own, False, high.unit_text)
        low = fuller if fuller.value <= high.value else low
    return _range(low, high, told, approx or about, printed)


def _single(reading: _Reading, told: Comparator, approx: bool, printed: str) -> Quantity:
    interval = told.interval(reading.value)
    if told is Comparator.EQUAL and reading.more:
        told = Comparator.MORE
        interval = Interval(reading.value, reading.value + reading.more, False, True)
    elif told is Comparator.EQUAL and reading.unit is not None and reading.unit.symbol == "强":
        told = Comparator.LESS_EQUAL
        interval = told.interval(reading.value)
    return Quantity(interval, reading.unit, reading.value, printed, told, approx, reading.step, reading.unit_text)


def _range(low: _Reading, high: _Reading, told: Comparator, approx: bool, printed: str) -> Quantity:
    # 控制在6%—7% is written ≤ and means the range; any other bound on a range means nothing.
    if told not in (Comparator.EQUAL, Comparator.LESS_EQUAL):
        raise FigureError("a bound on a range")
    if low.unit is None or high.unit is None:
        if low.unit != high.unit or low.unit_text != high.unit_text:
            raise RangeUnlike(low.unit, high.unit)
    elif not same_dimension(low.unit, high.unit):
        raise RangeUnlike(low.unit, high.unit)
    else:
        # 8000万元—1亿元 is told in the smaller unit.
        unit = min(low.unit, high.unit, key=lambda unit: unit.factor)
        low, high = _in_unit(low, unit), _in_unit(high, unit)
    if low.value > high.value:
        raise RangeReversed("a range from the larger to the smaller number")
    step = min(low.step, high.step)
    interval = Interval(low.value, high.value)
    return Quantity(interval, low.unit, interval.point, printed, Comparator.RANGE, approx, step, low.unit_text)


def _in_unit(reading: _Reading, unit: Unit) -> _Reading:
    if reading.unit is None or reading.unit.factor == unit.factor:
        return reading
    value = convert(reading.value, reading.unit, unit)
    step = convert(reading.step, reading.unit, unit)
    return _Reading(value, step, unit, unit.symbol, reading.more)


def _unit_words(unit: str | None) -> _UnitWords:
    text = fold(unit or "").strip()
    within = None if not text or parse_unit(text) else re.fullmatch(_MORE_WITHIN, text)
    return _UnitWords(within[1] + within[2], True, within[1]) if within else _UnitWords(text)


def _whole_unit(text: str, inherited: str) -> str:
    """The unit that a figure without one takes from its neighbour: of 1—2亿 under 万元 it is 亿元."""
    return text if text and split_scale(text)[1] else text + split_scale(inherited)[1] if text else inherited


def _read(number: str, words: _UnitWords, more: bool, inherited: str) -> _Reading:
    numeral = read_numeral(number)
    if numeral is None:
        raise FigureError("not a number")
    reach = _reach(numeral, words.scale) if more or words.more else Fraction(0)
    text, factor = _unit_text(words.text, numeral.scale, inherited)
    if factor == 1:
        return _Reading(numeral.value, numeral.step, parse_unit(text), text, reach)
    return _Reading(numeral.value * factor, numeral.step * factor, parse_unit(text), text, reach * factor)


def _reach(numeral: Numeral, scale: str) -> Fraction:
    """How far 余 reaches. Behind a scale it tells less than one of it: 10余万 is below 20万, 10万余 below 11万."""
    if numeral.value < 0:
        raise FigureError("“and more” behind a negative number")
    if numeral.step != 1:
        return numeral.step
    return Fraction(1 if scale else last_step(int(numeral.value)))


def last_step(value: int) -> int:
    """What the last digit that is not 0 is worth: 300 → 100, 105 → 1."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _unit_text(written: str, scale: str, inherited: str) -> tuple[str, Fraction]:
    """The text of the unit in which a number is told, and the factor that the number takes from that.

    The scale of the number goes over to the unit where it can: 1.5万亿 of 元 is 1.5 of 万亿元.
    """
    if not scale and written and parse_unit(written):
        return written, Fraction(1)
    plain = split_scale(inherited)[1]
    text = written or (plain if scale else inherited)
    factor = Fraction(1)
    if text and not split_scale(text)[1]:
        if plain and parse_unit(text + plain):
            text += plain
        else:
            text, factor = "", Fraction(scale_worth(text))
    if scale and text and parse_unit(scale + text):
        return scale + text, factor / scale_worth(scale)
    return text, factor
