"""Predicates on counts, lists, ordinals, chapters and slogans of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_BEFORE, RELATED_LAST, RELATED_LIST, RELATED_TOLD
from checker.model import Plan
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.slogans import Slogans

_PHRASE, _COUNT, _LISTED = (
    Column("phrase", "写法", TEXT),
    Column("count", "写明", NUMBER),
    Column("listed", "列出", TEXT),
)


@predicate("数目不符", "count_mismatch", _PHRASE, _COUNT, _LISTED)
def count_mismatches(facts: Facts) -> Iterator[Record]:
    """Counted phrases whose own list has another number of members, however it is split."""
    from checker.prose.constraints.counted import find_count_slips

    for text in checked_texts(facts):
        for one in text.counted_lists:
            if not one.agrees:
                related = (text.related(RELATED_LIST(), one.list_start, one.list_end),)
                said = {"phrase": one.phrase, "count": one.count, "listed": one.listed, "related": related}
                yield text.record("count_mismatch", one.start, one.end, **said)
        for slip in find_count_slips(text.reading.announced):
            related = (text.related(RELATED_LAST(), *slip.last),)
            said = {"phrase": slip.words, "count": slip.count, "listed": str(slip.listed), "related": related}
            yield text.record("count_mismatch", slip.start, slip.end, **said)


@predicate("序号断档", "ordinal_gap", Column("told", "所写", TEXT), Column("wanted", "应为", TEXT))
def ordinal_gaps(facts: Facts) -> Iterator[Record]:
    """Numbers of a series that do not follow the one before them."""
    from checker.prose.constraints.numbering import find_number_slips

    for text in checked_texts(facts):
        for slip in find_number_slips(text.reading.series):
            related = (text.related(RELATED_BEFORE(), *slip.before),) if slip.before else ()
            said = {"told": slip.words, "wanted": slip.wanted, "related": related}
            yield text.record("ordinal_gap", slip.start, slip.end, **said)


@predicate("章节不符", "chapter_mismatch", _PHRASE, Column("chapters", "章数", NUMBER), Column("told", "所说", TEXT))
def chapter_mismatches(facts: Facts) -> Iterator[Record]:
    """Ranges of chapters that are as many as neither the count told of them nor the chapters then told one by one."""
    from checker.prose.chapters import find_chapter_counts, find_chapters_told

    for text in checked_texts(facts):
        for block in text.document.blocks:
            for one in (*find_chapter_counts(block.text), *find_chapters_told(block.text)):
                if one.chapters != one.told:
                    at = (block.start + one.told_start, block.start + one.told_end)
                    related = (text.related(RELATED_TOLD(), *at),)
                    said = {"phrase": one.phrase, "chapters": one.chapters, "told": one.told_phrase, "related": related}
                    yield text.record("chapter_mismatch", block.start + one.start, block.start + one.end, **said)


@predicate("未展开提法", "open_slogan", Column("words", "提法", TEXT))
def open_slogans(facts: Facts) -> Iterator[Record]:
    """Counted slogans of the text whose members are listed neither there nor in the plan's own text."""
    texts = [(text, _slogans(text)) for text in checked_texts(facts)]
    explained: dict[int, set[str]] = {}
    for text, slogans in texts:
        if text.role != "note":
            explained.setdefault(id(text.plan), set()).update(slogans.told)
    for text, slogans in texts:
        plan = text.plan
        if plan is not None and text.role == "note" and id(plan) not in explained and _has_main(plan):
            continue  # The outline may tell them, but is not among what was asked for.
        elsewhere = explained.get(id(plan), set()) if plan is not None else set()
        for one in slogans.open:
            if one.words not in elsewhere:
                yield text.record("open_slogan", one.start, one.end, words=f"“{one.words}”")


def _slogans(text: PlanText) -> Slogans:
    from checker.prose.slogans import find_slogans

    told = [(one.start, one.end) for one in text.counted_lists]
    told += [(one.start, one.end) for one in text.reading.announced]
    return find_slogans(text.source.text, told)


def _has_main(plan: Plan) -> bool:
    """Whether the plan has its outline at hand, and not only notes and tables about it."""
    return any(one.at_hand and not {"note", "table"} & set(one.notes) for one in plan.texts)


PREDICATES = (count_mismatches, ordinal_gaps, chapter_mismatches, open_slogans)
