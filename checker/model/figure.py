"""One value of an indicator, as it is written."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from msgspec import field

from checker.model import declare
from checker.model.element import Element
from checker.model.words import BASES, TENSES, UNIT_KINDS
from checker.quantity import Comparator, Interval, Multiple, Quantity, Unit, UnitKind
from checker.statement import Statement
from checker.syntax import Note

if TYPE_CHECKING:
    from checker.model.elements import Indicator


class Figure(Element):
    """One value of an indicator: when, of what kind, how much.

    `basis` is point, annual or cumulative; `year` is None for the latter two. `quantity` is None where
    the value is missing (`missing`) or told in words (`in_words`), among them a `multiple` (翻一番).
    """

    kind: ClassVar[str] = "figure"
    zh: ClassVar[str] = "数值"
    declared: ClassVar[bool] = False
    indicator: Indicator | None = declare.attribute("指标", "element", "属于哪个指标", "indicator")
    year: int | None = declare.attribute("年份", "number", "哪一年")
    tense: str = declare.attribute("时态", "choice", "实际、目标、预计还是力争", choices=TENSES, default="")
    basis: str = declare.attribute("方式", "choice", "时点值、年均还是累计", choices=BASES, default="point")
    quantity: Quantity | None = declare.attribute("值", "quantity", "数与单位")
    unit: Unit | None = declare.attribute("单位", "unit", "自己写的或从指标得来的单位")
    unit_text: str = ""
    in_words: str | None = declare.attribute("文字", "text", "用话写的目标")
    multiple: Multiple | None = None
    missing: bool = False
    notes: dict[str, Note] = field(default_factory=dict)
    _statement: Statement | None = None

    @property
    def statement(self) -> Statement | None:
        """What it states, as written beside it and with its indicator; None for words and missing values."""
        if self._statement is None:
            from checker.model.statements import make_statement

            self._statement = make_statement(self)
        return self._statement

    @property
    @declare.worked_out("下限", "quantity", "至少是多少")
    def low(self) -> Quantity | None:
        """The least it can be, as a quantity; None where open or unknown."""
        return _at(self.quantity, self.quantity.interval.low) if self.quantity is not None else None

    @property
    @declare.worked_out("上限", "quantity", "至多是多少")
    def high(self) -> Quantity | None:
        """The most it can be, as a quantity; None where open or unknown."""
        return _at(self.quantity, self.quantity.interval.high) if self.quantity is not None else None

    @property
    @declare.worked_out("单位类", "choice", "单位是量、比率、差、序数还是计数", choices=UNIT_KINDS)
    def unit_kind(self) -> str | None:
        """amount, ratio, points, ordinal or count."""
        return unit_kind(self.unit)


def unit_kind(unit: Unit | None) -> str | None:
    """The English word of a unit's kind."""
    return _UNIT_KINDS[unit.kind] if unit is not None else None


_UNIT_KINDS = {
    UnitKind.AMOUNT: "amount",
    UnitKind.RATIO: "ratio",
    UnitKind.POINTS: "points",
    UnitKind.ORDINAL: "ordinal",
    UnitKind.COUNT: "count",
}


def _at(quantity: Quantity, end: Fraction | None) -> Quantity | None:
    """The quantity narrowed to one of its ends."""
    if end is None:
        return None
    if (
        quantity.point == end
        and quantity.comparator is Comparator.EQUAL
        and quantity.interval.low == quantity.interval.high
    ):
        return quantity
    return replace(quantity, interval=Interval(end, end), point=end, comparator=Comparator.EQUAL)
