"""Predicates on the figures of a text: values, totals, averages, percentage points, periods and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.messages import Template
from checker.messages.prose import RELATED_FIRST, RELATED_PART
from checker.rules.facts import Facts
from checker.rules.plan_texts import PlanText, checked_texts
from checker.rules.predicates import Column, Record, predicate
from checker.rules.types import TEXT

if TYPE_CHECKING:
    from checker.prose.sums import Sum

_INDICATOR, _VALUE = Column("indicator", "指标", TEXT), Column("value", "此处", TEXT)
_TOTAL, _LISTED = Column("total", "总数", TEXT), Column("listed", "合计", TEXT)


@predicate("合计不符", "sum_mismatch", _TOTAL, _LISTED)
def sum_mismatches(facts: Facts) -> Iterator[Record]:
    """Totals that their parts miss."""
    from checker.prose.sums import find_natures, find_sums

    for text in checked_texts(facts):
        for block in text.document.blocks:
            totals = {one.start: one for one in (*find_natures(block.text), *find_sums(block.text))}
            for one in totals.values():
                yield _sum_record("sum_mismatch", text, block.start, one, RELATED_PART)


@predicate("构成不符", "share_mismatch", _TOTAL, _LISTED)
def share_mismatches(facts: Facts) -> Iterator[Record]:
    """Shares of a whole that do not make 100."""
    from checker.prose.sums import find_shares

    for text in checked_texts(facts):
        for block in text.document.blocks:
            for one in find_shares(block.text):
                yield _sum_record("share_mismatch", text, block.start, one, RELATED_PART)


@predicate("平均不符", "average_mismatch", _TOTAL, _LISTED)
def average_mismatches(facts: Facts) -> Iterator[Record]:
    """Averages that total and number do not give."""
    from checker.prose.sums import find_averages

    for text in checked_texts(facts):
        for block in text.document.blocks:
            for one in find_averages(block.text):
                yield _sum_record("average_mismatch", text, block.start, one, RELATED_FIRST)


def _sum_record(kind: str, text: PlanText, offset: int, one: Sum, sentence: Template) -> Record:
    related = [text.related(sentence(), offset + start, offset + end) for start, end in one.parts]
    said = {"total": one.total, "listed": one.listed}
    return text.record(kind, offset + one.start, offset + one.end, related=related, **said)


@predicate("百分点误用", "percent_point", _INDICATOR, _VALUE, Column("wanted", "应用", TEXT))
def percent_points(facts: Facts) -> Iterator[Record]:
    """Changes of a ratio told in %, and of an amount told in 百分点."""
    from checker.prose.points import find_point_slips

    for text in checked_texts(facts):
        offsets = {id(claim): offset for claim, offset in text.claims}
        for slip in find_point_slips(claim for claim, _ in text.claims):
            offset, figure = offsets[id(slip.claim)], slip.claim.figure
            value = text.source.text[offset + figure.start : offset + figure.end]
            said = {"indicator": slip.claim.subject, "value": value, "wanted": "个百分点" if slip.ratio else "%"}
            yield text.record("percent_point", offset + figure.start, offset + figure.end, **said)


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
    sum_mismatches,
    share_mismatches,
    average_mismatches,
    percent_points,
    wrong_periods,
    date_orders,
)
