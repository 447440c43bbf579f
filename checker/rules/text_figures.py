"""Predicates on the figures of a text: values, totals, averages, percentage points, periods and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.messages import Template
from checker.messages.prose import RELATED_FIRST, RELATED_OTHER_VALUE, RELATED_PART
from checker.rules.facts import Facts
from checker.rules.plan_texts import PlanText, checked_texts, companions
from checker.rules.predicates import Column, Record, predicate
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.conflicts import Conflict
    from checker.prose.sums import Sum

_INDICATOR, _YEAR = Column("indicator", "指标", TEXT), Column("year", "年份", NUMBER)
_VALUE, _OTHER = Column("value", "此处", TEXT), Column("other", "别处", TEXT)
_TOTAL, _LISTED = Column("total", "总数", TEXT), Column("listed", "合计", TEXT)


def _conflicts(facts: Facts, *, slips: bool) -> Iterator[tuple[PlanText, PlanText, Conflict]]:
    """Conflicts with the text of the second claim and that of the first: one text, or a table that goes with it."""
    from checker.prose.conflicts import find_conflicts, find_conflicts_between
    from checker.prose.places import own_sign

    for text in checked_texts(facts):
        sign = own_sign(text.source.text, text.level(facts))
        claims = [*text.claims, *text.table_claims]
        found = [(text, one) for one in find_conflicts(claims, sign)]
        for table in companions(text, facts.tables, facts.texts):
            found += [(table, one) for one in find_conflicts_between(table.table_claims, claims, sign)]
        yield from ((text, other, one) for other, one in found if bool(one.power) is slips)


@predicate("数字冲突", "number_conflict", _INDICATOR, _YEAR, _VALUE, _OTHER)
def number_conflicts(facts: Facts) -> Iterator[Record]:
    """Two values of one indicator that cannot both hold, a power of ten of thousand and more excepted."""
    for text, other, one in _conflicts(facts, slips=False):
        yield _conflict_record("number_conflict", text, other, one)


@predicate("量级差", "unit_slip", _INDICATOR, _YEAR, _VALUE, _OTHER)
def unit_slips(facts: Facts) -> Iterator[Record]:
    """Two values of one indicator that are a power of ten apart, at least a thousand."""
    for text, other, one in _conflicts(facts, slips=True):
        yield _conflict_record("unit_slip", text, other, one)


def _conflict_record(kind: str, text: PlanText, where: PlanText, one: Conflict) -> Record:
    first, second = one.first.figure, one.second.figure
    start, end = one.first_offset + first.start, one.first_offset + first.end
    other, value = where.words_of(one.first, one.first_offset), text.words_of(one.second, one.second_offset)
    related = (where.related(RELATED_OTHER_VALUE(value=other), start, end),)
    said = {
        "indicator": one.second.subject + one.second.change,
        "year": one.second.year,
        "value": value,
        "other": other,
    }
    return text.record(kind, one.second_offset + second.start, one.second_offset + second.end, related=related, **said)


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
    from checker.prose.periods import find_period_slips

    for text in checked_texts(facts):
        for slip in find_period_slips(text.source.text):
            yield text.record("wrong_period", slip.start, slip.end, message=slip.message)


@predicate("时间颠倒", "date_order", Column("words", "所写", TEXT), Column("before", "前者", TEXT))
def date_orders(facts: Facts) -> Iterator[Record]:
    """Times that cannot be in order."""
    from checker.prose.dates import find_reversed_spans, find_steps_out_of_turn

    for text in checked_texts(facts):
        for block in text.document.blocks:
            for one in (*find_reversed_spans(block.text), *find_steps_out_of_turn(block.text)):
                before = (block.start + one.before_start, block.start + one.before_end)
                related = (text.related(RELATED_FIRST(), *before),)
                said = {"words": one.words, "before": one.before, "related": related}
                yield text.record("date_order", block.start + one.start, block.start + one.end, **said)


PREDICATES = (
    number_conflicts,
    unit_slips,
    sum_mismatches,
    share_mismatches,
    average_mismatches,
    percent_points,
    wrong_periods,
    date_orders,
)
