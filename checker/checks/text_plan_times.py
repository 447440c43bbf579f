"""Predicates that hold the times of a plan file against what its texts say, and against when meetings were held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.places import place_of
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_TIME_TOLD
from checker.model import Basis, Element, Measure, Plan, Procedure
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.reading.events import Event

#: What is built, and so done in one year.
_BUILT = ("project", "programme", "carrier")
#: A shorter name stands in many a sentence that speaks of something else.
_LEAST_NAME = 4
#: What a paragraph that is about one thing begins with: its number and its name.
_LEAD = 8
_ENDS = ("。", "；", ";")
_OPENS = ("。", "：", ":", "．", ".")
Times = list[tuple[PlanText, "Event"]]


@predicate("期限不一", "deadline_unlike", Column("text", "文本写", NUMBER))
def deadlines_unlike(facts: Facts) -> Iterator[Record]:
    """Projects that the texts have done in other years than the plan file."""
    for plan, texts in _texts(facts):
        measures = [one for one in plan.elements if isinstance(one, Measure) and one.type in _BUILT and one.deadline]
        told: dict[int, Times] = {}
        for text in texts:
            for event in text.reading.events:
                if event.act == "done" and event.dated:
                    words = text.reading.passages[event.passage].text
                    if (measure := _nearest(words, event.start, measures)) is not None:
                        told.setdefault(id(measure), []).append((text, event))
        for measure in measures:
            due = measure.deadline
            years = {event.time.last.year for _, event in told.get(id(measure), [])}
            if due is not None and years and not any(due.first.year <= year <= due.last.year for year in years):
                yield _record("deadline_unlike", measure, "deadline", told[id(measure)], min(years))


def _nearest(words: str, before: int, measures: Sequence[Measure]) -> Measure | None:
    """The measure named last before a place of a paragraph, in the sentence or as what the paragraph is about."""
    best: tuple[int, Measure] | None = None
    for one in measures:
        start = words.rfind(one.name, 0, before) if len(one.name) >= _LEAST_NAME else -1
        end = start + len(one.name)
        if start < 0 or (best is not None and end <= best[0]):
            continue
        if not any(sign in words[end:before] for sign in _ENDS) or _leads(words, start, end):
            best = end, one
    return best[1] if best is not None else None


def _leads(words: str, start: int, end: int) -> bool:
    return start <= _LEAD and words[end : end + 1] in _OPENS


@predicate("时间不一", "step_unlike", Column("text", "文本写", TEXT))
def steps_unlike(facts: Facts) -> Iterator[Record]:
    """Steps whose paragraph in a text, headed by their name, tells other times than the plan file."""
    for plan, texts in _texts(facts):
        steps = [one for one in plan.elements if isinstance(one, Procedure) and one.when is not None]
        for step in steps:
            told = [(text, event) for text in texts for event in _below(text, step.name)]
            when = step.when
            if when is not None and told and not any(event.time.overlaps(when) for _, event in told):
                text, event = told[0]
                words = text.reading.passages[event.passage].text[event.start : event.end]
                yield _record("step_unlike", step, "when", told, words)


def _below(text: PlanText, name: str) -> Iterator[Event]:
    passages = text.reading.passages
    for event in text.reading.events:
        words = passages[event.passage].text
        start = words.find(name, 0, _LEAD + len(name))
        if event.dated and start >= 0 and _leads(words, start, start + len(name)):
            yield event


@predicate("会期不合", "meeting_year", Column("year", "开会年", NUMBER))
def meeting_years(facts: Facts) -> Iterator[Record]:
    """Bases of another year than that of the plenum they are named for."""
    from checker.prose.congresses import plenum_years

    for one in facts.things("basis"):
        if isinstance(one, Basis) and one.date is not None:
            year = next((year for name, year in plenum_years().items() if name in one.name), None)
            if year is not None and not one.date.first.year <= year <= one.date.last.year:
                yield Record("meeting_year", one, place_of(one, "date"), values={"year": year})


def _texts(facts: Facts) -> Iterator[tuple[Plan, list[PlanText]]]:
    found: dict[int, tuple[Plan, list[PlanText]]] = {}
    for text in checked_texts(facts):
        if text.plan is not None:
            found.setdefault(id(text.plan), (text.plan, []))[1].append(text)
    yield from found.values()


def _record(kind: str, element: Element, attr: str, told: Times, said: object) -> Record:
    text, event = told[0]
    place = text.reading.passages[event.passage].span(event.start, event.end)
    related = (text.related(RELATED_TIME_TOLD(), *place),)
    return Record(kind, element, place_of(element, attr), None, None, related, {"text": said})


PREDICATES = (deadlines_unlike, steps_unlike)
#: What needs no text.
OF_MEETINGS = (meeting_years,)
