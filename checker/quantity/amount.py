"""Quantities: what a figure of a plan says, with its unit, its bounds and its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from checker.quantity.comparator import Comparator
from checker.quantity.interval import Interval, rounding
from checker.quantity.numerals import scale_worth
from checker.quantity.unit_table import UnitKind
from checker.quantity.units import Unit, UnitError, convert, split_scale
from checker.quantity.written import write_number

_ZERO = Fraction(0)
#: A number without unit whose last digit is worth this was told in 万 or 亿, and is told so again.
_COARSE = 1000
#: Written behind both ends of a range: 6%—7%, but 2000—2500亿元.
REPEATED_UNITS = ("%", "‰")


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A figure: the numbers it allows (`interval`, told in `unit`) and how it was written.

    `point` is the one number that was written, also beside a bound (≥2000: 2000), None for a range. An
    `approx` figure (约, 近, 左右) keeps the written number as its interval: how far it may be off is for the
    plan to say, see `widened`. `step` is what its last printed digit is worth. `unit` is None where no unit
    was written or the one written, `unit_text`, is unknown. `printed` is the figure as written.
    """

    interval: Interval
    unit: Unit | None
    point: Fraction | None
    printed: str
    comparator: Comparator
    approx: bool
    step: Fraction = _ZERO
    unit_text: str = ""

    def to(self, unit: Unit) -> Quantity:
        """The same in another unit; `printed` stays. Raises UnitError if it measures something else."""
        if self.unit is None:
            raise UnitError(self.unit, unit)
        factor = convert(Fraction(1), self.unit, unit)
        return replace(
            self,
            interval=self.interval.scale(factor),
            unit=unit,
            point=None if self.point is None else self.point * factor,
            step=self.step * factor,
            unit_text=unit.symbol,
        )

    def agrees(self, other: Quantity) -> bool:
        """Whether both can hold for one thing. Raises UnitError for unlike units."""
        return self.interval.intersects(aligned(other, self))

    def rounded(self) -> Interval:
        """The numbers that are printed like this one: 45% is 44.5 up to 45.5; bounds and ranges grow as far."""
        if self.comparator is Comparator.EQUAL and self.point is not None and self.interval.point is not None:
            return rounding(self.point, self.step)
        return self.interval.widen(self.step / 2)

    def widened(self, tolerance: Quantity) -> Quantity:
        """The same with a declared tolerance on both sides: 6%左右（容差 0.5个百分点） is 5.5% to 6.5%.

        A tolerance in the figure's own dimension counts as it stands, and so do 百分点 for a percentage; a
        percentage of an amount is taken of the written number. Raises UnitError for any other, for a
        percentage of a percentage too, because nobody can say which is meant, and ValueError for a
        tolerance that is negative or not one number.
        """
        margin = tolerance.point
        if margin is None or margin < 0:
            raise ValueError("no tolerance")
        interval = self.interval.widen(self._margin(margin, tolerance.unit))
        bound = self.comparator if self.comparator.direction else Comparator.RANGE
        return replace(self, interval=interval, comparator=bound, approx=False)

    def _margin(self, margin: Fraction, unit: Unit | None) -> Fraction:
        own = self.unit
        if own is None or unit is None:
            if own is unit:
                return margin
            raise UnitError(own, unit)
        if own.kind is UnitKind.RATIO:
            if unit.kind is UnitKind.POINTS:
                return margin * Fraction(1, 100) / own.factor
            raise UnitError(own, unit)
        if unit.kind is UnitKind.RATIO and own.kind in (UnitKind.AMOUNT, UnitKind.COUNT) and self.point is not None:
            return abs(self.point) * margin * unit.factor
        return convert(margin, unit, own)

    def describe(self) -> str:
        """The quantity as a drafter writes it: 1.5万亿元, ≥2000亿元, 6%—7%, 300余条, 6%左右."""
        interval, symbol = self.interval, self.unit_text
        if self.unit is not None:
            symbol = self.unit.symbol
        elif self.step >= _COARSE:
            scale = _scale(interval)
            interval, symbol = interval.scale(Fraction(1, scale_worth(scale))), scale + symbol
        if self.comparator is Comparator.MORE and interval.low is not None:
            return _told_more(interval, symbol)
        if symbol == "强" and interval.low is None and interval.high is not None:
            return f"{write_number(interval.high)}强"
        return _told(interval, symbol) + ("左右" if self.approx else "")

    def __str__(self) -> str:
        return self.describe()


def aligned(quantity: Quantity, like: Quantity) -> Interval:
    """The interval of `quantity` told in the unit of `like`. Raises UnitError if the two measure unlike things.

    Of two figures without a known unit, those with the same words for it are alike.
    """
    own, unit = quantity.unit, like.unit
    if own is None or unit is None:
        if own is unit and quantity.unit_text == like.unit_text:
            return quantity.interval
        raise UnitError(unit, own)
    if own.factor == unit.factor and own.dimension == unit.dimension:
        return quantity.interval
    return quantity.interval.scale(convert(Fraction(1), own, unit))


def _scale(interval: Interval) -> str:
    size = max(abs(end) for end in (interval.low, interval.high, _ZERO) if end is not None)
    return next((scale for scale in ("万亿", "亿", "万") if size >= scale_worth(scale)), "")


def _told(interval: Interval, symbol: str) -> str:
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "不限"
    if low is None or high is None or low == high:
        value = low if low is not None else high
        assert value is not None
        return f"{_sign(interval)}{write_number(value)}{symbol}"
    if interval.low_open or interval.high_open:
        ends = (Interval(low, None, interval.low_open), Interval(None, high, False, interval.high_open))
        return "、".join(_told(end, symbol) for end in ends)
    between = symbol if symbol in REPEATED_UNITS else ""
    return f"{write_number(low)}{between}—{write_number(high)}{symbol}"


def _sign(interval: Interval) -> str:
    if interval.low is not None and interval.high is not None:
        return ""
    if interval.high is None:
        return ">" if interval.low_open else "≥"
    return "<" if interval.high_open else "≤"


def _told_more(interval: Interval, symbol: str) -> str:
    """300余条; 余 stands behind the scale where it tells at most one of it: 10万余户 is less than 10余万户."""
    assert interval.low is not None
    number = write_number(interval.low)
    scale, plain = split_scale(symbol)
    if scale and interval.high is not None and interval.high - interval.low <= 1:
        return f"{number}{scale}余{plain}"
    return f"{number}余{symbol}"
