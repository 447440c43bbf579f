"""Predicates on the numbers of a text: what `checker.prose.constraints` finds in its reading, told as records.

A conflict is told by the predicate named as its kind. To add a kind: a finder in `checker/prose/constraints`, its
place in the order there (`settle.ORDER`), a predicate here, and a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts, companions
from checker.checks.predicates import Column, Predicate, Record, predicate
from checker.checks.text_model import text_model_mismatches
from checker.checks.text_pairs import pairs_of
from checker.finding import Related
from checker.messages import Template
from checker.messages.documents import RELATED_ELSEWHERE
from checker.messages.prose import (
    RELATED_BASE,
    RELATED_FIRST,
    RELATED_MEMBERS,
    RELATED_OTHER_VALUE,
    RELATED_PART,
    RELATED_TIME,
    RELATED_TOTAL,
)
from checker.messages.registers import RELATED_LINE, RELATED_LISTED
from checker.messages.tables import RELATED_CELL, RELATED_HEAD, RELATED_ROW
from checker.rules.types import NUMBER, TEXT
from checker.source import Span

if TYPE_CHECKING:
    from checker.prose.constraints.conflict import Conflict, Place

_INDICATOR, _YEAR = Column("indicator", "指标", TEXT), Column("year", "年份", NUMBER)
_TIME = Column("time", "时间", TEXT)
_VALUE, _OTHER = Column("value", "此处", TEXT), Column("other", "别处", TEXT)
_TOTAL, _LISTED, _WANTED = Column("total", "总数", TEXT), Column("listed", "合计", TEXT), Column("wanted", "应用", TEXT)
_PART = Column("part", "分项", TEXT)
_VERB, _BASE = Column("verb", "方向", TEXT), Column("base", "起点", TEXT)
_SENTENCES: dict[str, Template] = {
    "value": RELATED_OTHER_VALUE,
    "total": RELATED_TOTAL,
    "base": RELATED_BASE,
    "part": RELATED_PART,
    "member": RELATED_MEMBERS,
    "time": RELATED_TIME,
    "cell": RELATED_CELL,
    "row": RELATED_ROW,
    "head": RELATED_HEAD,
    "listed": RELATED_LISTED,
    "line": RELATED_LINE,
    "document": RELATED_ELSEWHERE,
}


def _numbers(zh: str, kind: str, *columns: Column) -> Predicate:
    """The predicate that tells the conflicts of one kind."""

    def find(facts: Facts) -> Iterator[Record]:
        for text, one in _conflicts(facts, kind):
            yield _record(text, one)

    find.__doc__ = f"Conflicts of the kind {kind}."
    return predicate(zh, kind, *columns)(find)


def _conflicts(facts: Facts, kind: str) -> Iterator[tuple[PlanText, Conflict]]:
    """Conflicts within each text and with what goes with it; what the plan file contradicts is told there."""
    for text in checked_texts(facts):
        found = list(text.number_conflicts.get(kind, ()))
        for table in companions(text, facts.tables, facts.texts):
            found += text.conflicts_with(table).get(kind, ())
        own = {
            (place.start, place.end) for each in text.number_conflicts.values() for one in each for place in one.own()
        }
        for pair in pairs_of(facts, text):
            between = pair.conflicts(kind)
            found += (one for one in between if not one.covers(own))
            own.update((one.start, one.end) for one in between)
        told = _told_of_plan(facts, text) if found else set()
        yield from ((text, one) for one in found if not one.covers(told))


def _tables(zh: str, kind: str) -> Predicate:
    """The predicate that tells the conflicts of one kind, in indicator tables that lie beside the texts too."""

    def find(facts: Facts) -> Iterator[Record]:
        for text, one in _conflicts(facts, kind):
            yield _record(text, one)
        for table in facts.tables:
            if table.plan is None or table.plan.role == "checked":
                yield from (_record(table, one) for one in table.number_conflicts.get(kind, ()))

    find.__doc__ = f"Conflicts of the kind {kind}, each with its own sentence."
    return predicate(zh, kind)(find)


def _told_of_plan(facts: Facts, text: PlanText) -> set[tuple[int, int]]:
    """The places of a text whose values are told to contradict its plan file."""
    if text.plan is None:
        return set()
    found = facts.things(text_model_mismatches.name)
    spans = [span for one in found for span in (one.span, *(other.span for other in one.related))]
    return {(span.start, span.end) for span in spans if span.source is text.source}


def _record(text: PlanText, one: Conflict) -> Record:
    years = str(one.first) if one.first == one.last else f"{one.first}—{one.last}"
    said = {**one.said, "year": one.last, "time": years if one.last else ""}
    related = tuple(_related(text, place) for place in one.places)
    return text.record(one.kind, one.start, one.end, related=related, message=one.message, **said)


def _related(text: PlanText, place: Place) -> Related:
    source = text.source if place.reading is None else place.reading.document.source
    template = _SENTENCES.get(place.role, RELATED_FIRST)
    return Related(template(value=place.words), Span(source, place.start, place.end))


PREDICATES = (
    _numbers("数字冲突", "number_conflict", _INDICATOR, _YEAR, _TIME, _VALUE, _OTHER),
    _numbers("数字颠倒", "digits_swapped", _INDICATOR, _VALUE, _OTHER),
    _numbers("量级差", "unit_slip", _INDICATOR, _YEAR, _TIME, _VALUE, _OTHER),
    _tables("文表相异", "table_text"),
    _tables("文件相异", "documents_apart"),
    _tables("名称相异", "names_apart"),
    _tables("框架相异", "counts_apart"),
    _tables("会议相异", "meetings_apart"),
    _tables("上位引用不符", "upper_apart"),
    _tables("表项数不符", "table_count"),
    _tables("表行有误", "table_structure"),
    _tables("表值不合", "table_value"),
    _numbers("单位不合", "unit_misfit", _INDICATOR, _VALUE),
    _numbers("合计不符", "sum_mismatch", _TOTAL, _LISTED),
    _numbers("构成不符", "share_mismatch", _TOTAL, _LISTED),
    _numbers("占比不符", "portion_mismatch", _VALUE, _WANTED, _PART, _TOTAL),
    _numbers("分项大于总数", "part_above_whole", _VALUE, _TOTAL),
    _numbers("平均不符", "average_mismatch", _TOTAL, _LISTED),
    _numbers("年均累计不符", "yearly_total", _INDICATOR, _TIME, _VALUE, _OTHER),
    _numbers("百分点误用", "percent_point", _INDICATOR, _VALUE, _WANTED),
    _numbers("年份出界", "year_out", _VALUE, _WANTED),
    _numbers("目标不及现状", "target_below_base", _INDICATOR, _TIME, _VALUE, _OTHER),
    _numbers("升降相反", "direction_conflict", _INDICATOR, _VALUE, _OTHER, _VERB),
    _numbers("方向不合", "aim_against", _INDICATOR, _VALUE, _VERB, _WANTED),
    _numbers("增长不符", "growth_unreached", _INDICATOR, _VALUE, _BASE, _OTHER, _WANTED),
    _numbers("分别不等", "respective_mismatch", _VALUE, _TOTAL, _LISTED),
    _numbers("超出范围", "out_of_range", _INDICATOR, _VALUE),
)
