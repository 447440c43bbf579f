"""Predicates on the figures of a text: values, totals, averages, percentage points, periods and dates."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.plan_texts import checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_FIRST
from checker.rules.types import TEXT


@predicate("期次错位", "wrong_period")
def wrong_periods(facts: Facts) -> Iterator[Record]:
    """Periods, plenums and years that disagree, and names that have been replaced."""
    from checker.prose.constraints.leftovers import find_leftovers
    from checker.prose.constraints.periods import find_period_slips

    for text in checked_texts(facts):
        frame = text.reading.frame
        year, last = frame.year if frame.is_report else 0, frame.period[1] if frame.period is not None else 0
        for slip in (*find_period_slips(text.source.text, year, last), *find_leftovers(text.reading)):
            yield text.record("wrong_period", slip.start, slip.end, message=slip.message)


@predicate("时间颠倒", "date_order", Column("words", "所写", TEXT), Column("before", "前者", TEXT))
def date_orders(facts: Facts) -> Iterator[Record]:
    """Times that cannot be in order."""
    from checker.prose.constraints.order import find_order_slips

    for text in checked_texts(facts):
        for one in find_order_slips(text.reading):
            related = (text.related(RELATED_FIRST(), *one.other_span),)
            start, end = one.span
            said = {"words": one.words, "before": one.other, "related": related, "message": one.message}
            yield text.record("date_order", start, end, **said)


PREDICATES = (
    wrong_periods,
    date_orders,
)
