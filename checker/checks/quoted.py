"""A predicate that holds what a plan file cites against what it writes beside it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate
from checker.meaning.quoted import unquoted
from checker.messages.quoted import QUOTE_ADVICE, QUOTE_DIFFERS
from checker.source import Span

_KINDS = ("plan", "indicator", "procedure", "resource")


@predicate("原文不符", "quote_difference")
def quote_differences(facts: Facts) -> Iterator[Record]:
    """Quotes that share no number with the figures and counts of their declaration."""
    for kind in _KINDS:
        for element in facts.things(kind):
            for one in unquoted(element):
                message = QUOTE_DIFFERS(name=element.name, told=one.told, written=one.written)
                span = Span(element.source, one.quote.start, one.quote.end)
                yield Record("quote_difference", element, span, message, QUOTE_ADVICE(), same=(one.quote.text,))


PREDICATES = (quote_differences,)
