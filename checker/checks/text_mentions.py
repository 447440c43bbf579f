"""Predicates on what a text names: meetings, documents, terms, its own stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.checks.text_model import term_variants
from checker.messages.mentions import RELATED_MEETING
from checker.rules.types import TEXT

if TYPE_CHECKING:
    from checker.messages import Message


class _Slip(Protocol):
    """What finders of this room have in common: a place, what is wrong, and where it is told otherwise, if anywhere."""

    start: int
    end: int
    message: Message
    other: tuple[int, int] | None


@predicate("会议有误", "wrong_meeting")
def wrong_meetings(facts: Facts) -> Iterator[Record]:
    """Congresses, plenums and sessions that cannot be as they are told."""
    from checker.prose.constraints.meetings import find_meeting_slips

    for text in checked_texts(facts):
        yield from _records(text, "wrong_meeting", find_meeting_slips(text.reading.mentions, text.reading.frame))


@predicate("文件名有误", "wrong_document_name")
def wrong_document_names(facts: Facts) -> Iterator[Record]:
    """Names and numbers of statutes and documents that are not as they should be, or told in two ways."""
    from checker.prose.constraints.documents import find_document_slips

    for text in checked_texts(facts):
        yield from _records(text, "wrong_document_name", find_document_slips(text.reading.mentions, text.reading.frame))


@predicate(
    "提法有误",
    "wrong_term",
    Column("words", "所写", TEXT),
    Column("right", "改为", TEXT),
    Column("laid_down", "出处", TEXT),
)
def wrong_terms(facts: Facts) -> Iterator[Record]:
    """Terms of art and national phrases that are written in one way only, in another; the plan's own terms go first."""
    from checker.prose.constraints.terms import find_term_slips

    told = {(one.span.source.path, one.span.start) for one in facts.things(term_variants.name)}
    for text in checked_texts(facts):
        for one in find_term_slips(text.reading.mentions):
            if (text.source.path, one.start) in told:
                continue
            said = {"words": one.words, "right": one.right, "laid_down": one.source}
            yield text.record("wrong_term", one.start, one.end, **said)


@predicate("阶段有误", "wrong_stage")
def wrong_stages(facts: Facts) -> Iterator[Record]:
    """A draft that speaks of itself as done."""
    from checker.prose.constraints.stage_slips import find_stage_slips

    for text in checked_texts(facts):
        yield from _records(text, "wrong_stage", find_stage_slips(text.reading.mentions, text.reading.frame))


def _records(text: PlanText, kind: str, slips: Iterable[_Slip]) -> Iterator[Record]:
    for one in slips:
        related = (text.related(RELATED_MEETING(), *one.other),) if one.other is not None else ()
        yield text.record(kind, one.start, one.end, message=one.message, related=related)


PREDICATES = (wrong_meetings, wrong_document_names, wrong_terms, wrong_stages)
