"""What the words that a plan file cites (原文) say in numbers, held against what the file itself writes.

A quote stands for the text where the text is not at hand. Only a quote that shares no number at all with what is
written beside it says that one of the two was changed without the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate
from checker.messages.quoted import QUOTE_ADVICE, QUOTE_DIFFERS
from checker.model import Count, Element, Indicator, Phrase, Plan, Procedure, Resource
from checker.quantity import Quantity, Unit
from checker.source import Span

_KINDS = ("plan", "indicator", "procedure", "resource")
#: A number without a unit is one of money from here on: 超千亿.
_MONEY_FROM = 10**8
_MONEY = "人民币"
#: How far a number that is told as about so much may be from the one meant.
_ABOUT = Fraction(1, 10)


class _Unquoted(Struct, eq=False):
    """A quote whose numbers are not those written: its words that tell the number, and what is written instead."""

    quote: Phrase
    told: str
    written: str


def _unquoted(element: Element) -> Iterator[_Unquoted]:
    """The quotes of an element that share no number with its figures or counts, where there are some of the kind."""
    written = list(_written(element))
    if not written or not element.quotes:
        return
    from checker.prose.quoted_amounts import amounts_told

    years = {one.year for one in element.figures} if isinstance(element, Indicator) else set()
    for quote in element.quotes:
        told = amounts_told(quote.text, years)
        alike = [(one, words, other) for one, words in told for other in written if _alike(one, other)]
        if alike and not any(_agree(one, other) for one, _, other in alike) and not _add_up(told, written):
            names = dict.fromkeys(other.describe() for _, _, other in alike)
            yield _Unquoted(quote, alike[0][1], "、".join(names))


def _written(element: Element) -> Iterator[Quantity]:
    """The quantities that a quote of the element may tell."""
    if isinstance(element, Indicator):
        yield from (one.quantity for one in element.figures if one.quantity is not None)
    counts: Sequence[Count | None] = ()
    if isinstance(element, Plan):
        counts = element.structure
    elif isinstance(element, Procedure):
        counts = (element.round, element.received)
    elif isinstance(element, Resource):
        counts = (element.total,)
    yield from (one.quantity for one in counts if one is not None and one.quantity is not None)


def _alike(told: Quantity, written: Quantity) -> bool:
    """Whether both are told in one dimension; a mere 百亿 is money."""
    if told.unit is None:
        return bool(_ends(told)) and min(_ends(told)) >= _MONEY_FROM and _dimension(written.unit).startswith(_MONEY)
    return _dimension(told.unit) == _dimension(written.unit)


def _add_up(told: Sequence[tuple[Quantity, str]], written: Sequence[Quantity]) -> bool:
    """Whether the quote tells the parts of what is written: 采纳38条、部分采纳5条、未采纳3条 of 46条."""
    for other in written:
        points = [one.point for one, _ in told if one.unit is not None and _alike(one, other)]
        parts = [point for point in points if point is not None]
        if len(parts) > 1 and len(parts) == len(points) and sum(parts) == other.point:
            return True
    return False


def _dimension(unit: Unit | None) -> str:
    return unit.dimension if unit is not None else ""


def _ends(quantity: Quantity) -> list[Fraction]:
    factor = quantity.unit.factor if quantity.unit is not None else 1
    interval = quantity.interval
    return [end * factor for end in (interval.low, interval.high) if end is not None]


def _agree(told: Quantity, written: Quantity) -> bool:
    """Whether one of the printed numbers is the same, each as far as it is printed."""
    steps = [one.step * (one.unit.factor if one.unit is not None else 1) for one in (told, written)]
    for one in _ends(told):
        for other in _ends(written):
            far = max(one, other) * _ABOUT if told.approx or written.approx else max(steps) / 2
            if abs(one - other) <= far:
                return True
    return False


@predicate("原文不符", "quote_difference")
def quote_differences(facts: Facts) -> Iterator[Record]:
    """Quotes that share no number with the figures and counts of their declaration."""
    for kind in _KINDS:
        for element in facts.things(kind):
            for one in _unquoted(element):
                message = QUOTE_DIFFERS(name=element.name, told=one.told, written=one.written)
                span = Span(element.source, one.quote.start, one.quote.end)
                yield Record("quote_difference", element, span, message, QUOTE_ADVICE(), same=(one.quote.text,))


PREDICATES = (quote_differences,)
