"""Predicates on a text's own outline and calendar: totals of headings, references into it, days that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_HEADING, RELATED_LAST
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.constraints.outline import Parts

_WORDS, _UNIT = Column("words", "写法", TEXT), Column("unit", "单元", TEXT)


@predicate("章节总数不符", "heading_total", _WORDS, _UNIT, Column("headings", "实有", NUMBER))
def heading_totals(facts: Facts) -> Iterator[Record]:
    """Totals of parts, chapters, sections, articles and panels that the headings do not bear out."""
    from checker.prose.constraints.outline import find_total_slips

    for text in checked_texts(facts):
        reading = text.reading
        for one in find_total_slips(_parts(text), reading.totals, reading.references) if reading.totals else ():
            related = (text.related(RELATED_LAST(), *one.last),)
            said = {"words": one.words, "unit": one.unit, "headings": one.headings, "related": related}
            yield text.record("heading_total", one.start, one.end, **said)


@predicate("引用落空", "dangling_reference", _WORDS, _UNIT, Column("highest", "最大", NUMBER))
def dangling_references(facts: Facts) -> Iterator[Record]:
    """References to parts of the text that it does not have."""
    from checker.prose.constraints.outline import find_dangling

    for text in checked_texts(facts):
        reading = text.reading
        for one in find_dangling(_parts(text), reading.references, reading.totals) if reading.references else ():
            related = (text.related(RELATED_LAST(), *one.last),)
            said = {"words": one.words, "unit": one.unit, "highest": one.highest, "related": related}
            yield text.record("dangling_reference", one.start, one.end, **said)


@predicate("引用错位", "wrong_reference", _WORDS, Column("title", "所引标题", TEXT), Column("right", "应引", TEXT))
def wrong_references(facts: Facts) -> Iterator[Record]:
    """References to a part of the text that speaks of something else than the words of the reference."""
    from checker.prose.constraints.wrong_reference import find_wrong_references

    for text in checked_texts(facts):
        reading = text.reading
        for one in find_wrong_references(reading.passages, reading.references, reading.heads):
            related = (text.related(RELATED_HEADING(), *one.there),)
            said = {"words": one.words, "title": one.title, "right": one.right, "related": related}
            yield text.record("wrong_reference", one.start, one.end, **said)


def _parts(text: PlanText) -> Parts:
    from checker.prose.constraints.outline import Parts

    reading = text.reading
    return Parts(text.document, reading.heads, reading.series, reading.entries)


@predicate("无此日期", "impossible_day", _WORDS)
def impossible_days(facts: Facts) -> Iterator[Record]:
    """Dates that are in no calendar."""
    from checker.prose.calendar_days import find_impossible_days

    for text in checked_texts(facts):
        for block in text.document.blocks:
            for one in find_impossible_days(block.text):
                yield text.record("impossible_day", block.start + one.start, block.start + one.end, words=one.words)


PREDICATES = (heading_totals, dangling_references, wrong_references, impossible_days)
