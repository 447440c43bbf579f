"""Units: what is written in one can be told in another of the same dimension, exactly.

万元, 亿元, 万亿元 are made of 元 and a scale, 吨标准煤/万元 and 件每万人 of two units; only the units
themselves stand in `unit_table`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from checker.quantity.numerals import scale_worth
from checker.quantity.unit_table import RATIO, TIMES, UNIT_SLIPS, UNITS, UnitEntry, UnitKind
from checker.source import fold

#: Longer texts are no units.
LONGEST_UNIT = 40
#: How a unit that is told a head ends.
A_HEAD = "/人"

_SCALE = r"((?:[十百千]?(?:万亿|亿亿|万|亿))|[十百千])(.*)"
_DIVISOR = r"([1-9][0-9]{0,8})?([^0-9]+)"
_SLASHES = str.maketrans("每∕⁄", "///", " \t")
_SCALES = {Fraction(10**4): "万", Fraction(10**8): "亿", Fraction(10**12): "万亿"}
_SCALABLE = (UnitKind.AMOUNT, UnitKind.COUNT)


class UnitError(ValueError):
    """Two figures were put together whose units do not allow it; None stands for a figure without unit."""

    def __init__(self, left: Unit | None, right: Unit | None) -> None:
        super().__init__(f"{left or '—'} ≠ {right or '—'}")
        self.left = left
        self.right = right


@dataclass(slots=True, unsafe_hash=True)
class Unit:
    """A unit as written: one `symbol` is `factor` of what its `dimension` is measured in.

    A compound's dimension is written like the compound: 元/人 has 人民币/人.
    """

    symbol: str
    dimension: str
    factor: Fraction
    kind: UnitKind

    @property
    def intensive(self) -> bool:
        """Whether figures of areas unlike in size can be compared: ratios, ranks, 元/人; not 万吨/年."""
        if self.kind in (UnitKind.RATIO, UnitKind.POINTS, UnitKind.ORDINAL) or self.dimension == RATIO:
            return True
        _, *divisors = self.dimension.split("/")
        return any(divisor not in TIMES for divisor in divisors)

    def __str__(self) -> str:
        return self.symbol


def parse_unit(text: str) -> Unit | None:
    """The unit that the whole of `text` writes, or None. 每 stands for /; widths and blanks do not matter."""
    return _parse(fold(text).translate(_SLASHES)) if len(text) <= LONGEST_UNIT else None


def near_units(text: str) -> list[str]:
    """The units that a text which is none may have meant, with its own scale in front; at most four."""
    import difflib  # only where there is something wrong

    scale, rest = split_scale(fold(text))
    return [scale + one for one in difflib.get_close_matches(rest, UNITS, n=4, cutoff=0.6)]


def meant_unit(text: str) -> str | None:
    """The unit that a text which is none writes with a known slip (公倾), as it should be; None where that is unsure.

    Being like a unit proves nothing: 吨公里, 航次 and 学位 are right, and like others.
    """
    written = fold(text)
    for wrong, right in UNIT_SLIPS:
        if wrong in written and parse_unit(written.replace(wrong, right)) is not None:
            return text.replace(wrong, right)
    return None


def same_dimension(left: Unit, right: Unit) -> bool:
    """Whether figures in the two can be compared. Never % with 百分点, nor 元 with 美元."""
    return left.dimension == right.dimension


def of_whole(unit: Unit) -> Unit:
    """The unit of the whole that one told a head is a part of: 元/人 → 元; any other unit is its own."""
    return (parse_unit(unit.symbol.removesuffix(A_HEAD)) or unit) if unit.symbol.endswith(A_HEAD) else unit


def convert(value: Fraction, source: Unit, target: Unit) -> Fraction:
    """`value` told in `target` instead of `source`. Raises UnitError if the two measure unlike things."""
    if source.dimension != target.dimension:
        raise UnitError(source, target)
    return value if source.factor == target.factor else value * source.factor / target.factor


def split_scale(symbol: str) -> tuple[str, str]:
    """The scale in front of a unit and the rest: 万亿元 → 万亿, 元; 千瓦时 → "", 千瓦时; 亿 → 亿, ""."""
    scale = None if _entry(symbol.partition("/")[0]) else re.fullmatch(_SCALE, symbol)
    return (scale[1], scale[2]) if scale else ("", symbol)


def unit_product(left: Unit, right: Unit) -> Unit:
    """The unit in which a product is told: one of the two, the usual one of its dimension, or a new one."""
    above, below = _factors(left.dimension)
    more_above, more_below = _factors(right.dimension)
    dimension = _dimension(above + more_above, below + more_below)
    made = Unit(f"{left.symbol}·{right.symbol}", dimension, left.factor * right.factor, UnitKind.AMOUNT)
    return _told_in(made, left, right)


def unit_quotient(left: Unit, right: Unit) -> Unit:
    """The unit in which a quotient is told: 亿元 by 亿元 in %, 亿元 by 万人 in 亿元/万人."""
    above, below = _factors(left.dimension)
    more_above, more_below = _factors(right.dimension)
    dimension = _dimension(above + more_below, below + more_above)
    made = Unit(f"{left.symbol}/{right.symbol}", dimension, left.factor / right.factor, UnitKind.AMOUNT)
    return _told_in(made, left)


@lru_cache(maxsize=1024)
def _parse(text: str) -> Unit | None:
    first, *divisors = text.split("/", 3)
    if len(divisors) > 2:
        return None
    unit = _single(first)
    for divisor in divisors:
        part = _divisor(divisor)
        if unit is None or part is None or UnitKind.ORDINAL in (unit.kind, part.kind):
            return None
        unit = _per(unit, part)
    return unit


def _entry(symbol: str) -> UnitEntry | None:
    return UNITS.get(symbol) or UNITS.get(symbol.lower())


def _single(symbol: str) -> Unit | None:
    entry = _entry(symbol)
    if entry is not None:
        return Unit(symbol, *entry)
    scaled = re.fullmatch(_SCALE, symbol)
    entry = _entry(scaled[2]) if scaled else None
    if scaled is None or entry is None or entry.kind not in _SCALABLE:
        return None
    return Unit(symbol, entry.dimension, entry.factor * scale_worth(scaled[1]), entry.kind)


def _divisor(text: str) -> Unit | None:
    """A unit behind the stroke; a number may stand in front of it: 人/10万人."""
    counted = re.fullmatch(_DIVISOR, text)
    unit = _single(counted[2]) if counted else None
    if counted is None or unit is None:
        return None
    return Unit(text, unit.dimension, unit.factor * int(counted[1] or 1), unit.kind)


def _per(unit: Unit, divisor: Unit) -> Unit:
    above, below = _factors(unit.dimension)
    more_below, more_above = _factors(divisor.dimension)
    # A share in physical units, 人/千人, is no percentage: only %, ‰ and 成 are of the kind RATIO.
    kind = unit.kind if unit.kind in (UnitKind.RATIO, UnitKind.POINTS) else UnitKind.AMOUNT
    dimension = _dimension(above + more_above, below + more_below)
    return Unit(f"{unit.symbol}/{divisor.symbol}", dimension, unit.factor / divisor.factor, kind)


def _factors(dimension: str) -> tuple[Counter[str], Counter[str]]:
    """What stands above and below the stroke of a dimension; a ratio is neither."""
    above, *below = dimension.split("/")
    return Counter(part for part in above.split("·") if part != RATIO), Counter(below)


def _dimension(above: Counter[str], below: Counter[str]) -> str:
    numerator = "·".join(_sorted(above - below)) or RATIO
    return "/".join((numerator, *_sorted(below - above)))


def _sorted(parts: Counter[str]) -> list[str]:
    return sorted(parts.elements())


def _told_in(made: Unit, *operands: Unit) -> Unit:
    for operand in operands:
        if operand.dimension == made.dimension:
            return operand
    usual = _usual_units().get(made.dimension)
    if usual is None:
        return made
    # 万元/人 times 万人 is told in 亿元.
    scale = _SCALES.get(made.factor / usual.factor)
    return (_single(scale + usual.symbol) if scale else None) or usual


@cache
def _usual_units() -> dict[str, Unit]:
    """The first unit of each dimension, in which results of arithmetic are told."""
    usual: dict[str, Unit] = {}
    for symbol, entry in UNITS.items():
        usual.setdefault(entry.dimension, Unit(symbol, *entry))
    return usual
