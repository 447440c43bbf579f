"""What an outline has of the party committee's 建议 of its place and period, and what is nowhere to be seen in it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText
from checker.checks.predicates import Record, predicate
from checker.checks.text_pairs import Pair, find_pairs, kind_of
from checker.finding import Related
from checker.messages.taken_up import NOT_TAKEN_UP, NOT_TAKEN_UP_ALL, RELATED_ASKED
from checker.source import Span

#: So many are named and shown; `plancheck follow` lists them all.
_NAMED = 10


def proposals(facts: Facts) -> Iterator[Pair]:
    """The pairs of a 建议 and the outline that follows it."""
    return (
        pair
        for pair in find_pairs(facts)
        if not pair.is_upper and (kind_of(pair.first), kind_of(pair.second)) == ("proposal", "outline")
    )


@predicate("建议未见", "not_taken_up")
def not_taken_up(facts: Facts) -> Iterator[Record]:
    """For each outline that follows a 建议 what it lacks of it, all in one."""
    for pair in proposals(facts):
        missing = [one for one in pair.second.takes_up(pair.first) if one.state == "missing"]
        if missing:
            names = "、".join(f"「{one.words}」" for one in missing[:_NAMED])
            template = NOT_TAKEN_UP if len(missing) > _NAMED else NOT_TAKEN_UP_ALL
            related = tuple(
                Related(RELATED_ASKED(words=one.words), Span(pair.first.source, one.start, one.end))
                for one in missing[:_NAMED]
            )
            message = template(names=names, count=len(missing))
            yield pair.second.record("not_taken_up", *_title(pair.second), message=message, related=related)


def _title(text: PlanText) -> tuple[int, int]:
    """Where the first words of a text stand."""
    first = text.reading.passages[0]
    return first.span(0, len(first.text))


PREDICATES = (not_taken_up,)
