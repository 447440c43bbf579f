"""A statement: one stated figure and its slots."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from checker.quantity import Comparator, Interval, Quantity, Unit, parse_unit

_ZERO = Fraction(0)


class Measure(StrEnum):
    """What the number measures of its subject."""

    LEVEL = "level"  # 地区生产总值2000亿元
    GROWTH = "growth"  # 年均增长6%, 年均提高1个百分点
    AVERAGE = "average"  # 年均投资100亿元: so much in each year
    CUMULATIVE = "cumulative"  # 五年累计500亿元
    SHARE = "share"  # 占地区生产总值的60%
    RANK = "rank"  # 居全国第20位
    CHANGE = "change"  # 比2020年提高5个百分点, 下降13.5%


class Origin(StrEnum):
    """Where a slot was taken from."""

    SAID = "said"  # beside the figure
    DECLARED = "declared"  # with the indicator that the figure stands under
    TABLE = "table"  # in the head of a row or column, or in the note of a table
    LEAD_IN = "lead_in"  # 到2030年，努力实现以下目标：
    HEADING = "heading"
    DOCUMENT = "document"  # by the title or the date of the whole
    DEFAULT = "default"  # by what is usual


class Statement(Struct, eq=False):
    """One stated figure.

    `name` is its subject as written, `subject` the number of what that stands for in the table's own list, -1 while
    nobody knows. `first_year` and `last_year` are the years it speaks of: the same for a level; for growth, averages,
    totals and changes all years over which, so that growth sets out from the value of the year before. `tense` is a
    word of the model: actual, expected, target, striving. `price` and `timing` are keys (`price_key`,
    `timing_key`), `scope` and `reckoning` words as written.

    `low` to `high` is what the words say, without any allowance (None: open to that side), in the unit as written;
    `point` is the one number that was written, also beside a bound; `step` is what its last printed digit is worth.
    A `tolerance` of None is not said. `source` is the number of the text in the table's own list.
    """

    name: str = ""
    subject: int = -1
    scope: str = ""
    measure: Measure = Measure.LEVEL
    first_year: int | None = None
    last_year: int | None = None
    tense: str = ""
    price: str = ""
    reckoning: str = ""
    timing: str = ""

    comparator: Comparator = Comparator.EQUAL
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    point: Fraction | None = None
    step: Fraction = _ZERO
    approx: bool = False
    unit: str = ""
    tolerance: Fraction | None = None
    tolerance_unit: str = ""

    source: int = -1
    start: int = 0
    end: int = 0

    subject_from: Origin = Origin.SAID
    scope_from: Origin = Origin.SAID
    period_from: Origin = Origin.SAID
    tense_from: Origin = Origin.SAID
    price_from: Origin = Origin.SAID
    reckoning_from: Origin = Origin.SAID
    unit_from: Origin = Origin.SAID
    tolerance_from: Origin = Origin.SAID

    @property
    def year(self) -> int | None:
        """The year of a level; None for what speaks of several years, and where none is said."""
        return self.first_year if self.first_year == self.last_year else None

    @property
    def years(self) -> int | None:
        """How many years it speaks of; None where that is not said."""
        if self.first_year is None or self.last_year is None:
            return None
        return self.last_year - self.first_year + 1

    @property
    def interval(self) -> Interval:
        """What the words say, without any allowance, in the unit as written."""
        return Interval(self.low, self.high, self.low_open, self.high_open)

    @property
    def measured_in(self) -> Unit | None:
        """The unit; None where none is written or the one written is unknown."""
        return known_unit(self.unit)

    @property
    def quantity(self) -> Quantity:
        """The figure as a quantity; its words as printed are not kept."""
        return Quantity(
            self.interval, self.measured_in, self.point, "", self.comparator, self.approx, self.step, self.unit
        )


@lru_cache(maxsize=1024)
def known_unit(symbol: str) -> Unit | None:
    """The unit that a statement's `unit` or `tolerance_unit` writes."""
    return parse_unit(symbol) if symbol else None


def state(quantity: Quantity, tolerance: Quantity | None = None, **slots: object) -> Statement:
    """The statement of a quantity, `slots` being its other fields.

    A tolerance that is no one number, or below zero, is none.
    """
    interval = quantity.interval
    room = tolerance.point if tolerance is not None else None
    known = tolerance if room is not None and room >= 0 else None
    return Statement(
        comparator=quantity.comparator,
        low=interval.low,
        high=interval.high,
        low_open=interval.low_open,
        high_open=interval.high_open,
        point=quantity.point,
        step=quantity.step,
        approx=quantity.approx,
        unit=_symbol(quantity),
        tolerance=None if known is None else room,
        tolerance_unit="" if known is None else _symbol(known),
        **slots,  # type: ignore[arg-type]  # the names and types are those of Statement
    )


def _symbol(quantity: Quantity) -> str:
    return quantity.unit.symbol if quantity.unit is not None else quantity.unit_text
