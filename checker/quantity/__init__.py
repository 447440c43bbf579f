"""Numbers as plans write them.

In: the words of a figure or a time, as they stand in a plan.
Out: `Quantity`, `DateInterval`, `Unit`, plain fractions; nothing here knows where a figure stands.
Words: a *numeral* is a number in whatever digits; a *unit* has a dimension, an exact factor and a *kind* (量,
比率, 差, 序数, 计数); an *interval* is the set of numbers that a statement allows; a *comparator* says how it
bounds its number; a *quantity* is an interval in a unit with the words it was written in; its *step* is
the worth of its last printed digit; *approx* (约, 左右) leaves the interval alone until a tolerance is
declared. All numbers are exact fractions. Unlike units raise `UnitError`, words that are no figure
`FigureError`; both are ValueErrors.
"""

from checker.quantity.amount import Quantity
from checker.quantity.arithmetic import add, divide, holds, multiply, subtract
from checker.quantity.comparator import Comparator
from checker.quantity.figure import FigureError, RangeReversed, RangeUnlike, build_quantity
from checker.quantity.interval import Interval, as_printed
from checker.quantity.multiples import Multiple, read_multiple
from checker.quantity.numerals import parse_numeral
from checker.quantity.times import DateInterval, parse_date
from checker.quantity.unit_table import UnitKind
from checker.quantity.units import (
    Unit,
    UnitError,
    convert,
    meant_unit,
    near_units,
    of_whole,
    parse_unit,
    same_dimension,
)
from checker.quantity.written import DIGITS, rounded, write_number

__all__ = [
    "DIGITS",
    "Comparator",
    "DateInterval",
    "FigureError",
    "Interval",
    "Multiple",
    "Quantity",
    "RangeReversed",
    "RangeUnlike",
    "Unit",
    "UnitError",
    "UnitKind",
    "add",
    "as_printed",
    "build_quantity",
    "convert",
    "divide",
    "holds",
    "meant_unit",
    "multiply",
    "near_units",
    "of_whole",
    "parse_date",
    "parse_numeral",
    "parse_unit",
    "read_multiple",
    "rounded",
    "same_dimension",
    "subtract",
    "write_number",
]
