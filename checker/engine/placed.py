"""What an outline above says of a place and its projects, sentence by sentence, beside what its own text answers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.checks.plan_texts import PlanText
from checker.messages import Message
from checker.model import Measure, Plan
from checker.source import Span

#: What is the place's own; programmes and actions of one name may be those of the plan above.
_PROJECTS = ("project", "carrier")
#: Shorter names of projects are words of any text.
_SHORTEST_NAME = 6
_MARKS = str.maketrans("", "", "“”‘’「」『』")


class Placed(Struct, frozen=True, eq=False):
    """A sentence with its place, what it names, and what answers: words, place and why; "" and None where nothing."""

    words: str
    span: Span
    named: tuple[str, ...]
    answer: str = ""
    answer_span: Span | None = None
    reason: Message | None = None


def find_placed(upper: PlanText, own: Sequence[PlanText], place: str, plan: Plan | None) -> list[Placed]:
    """The sentences of `upper` that name `place` or a project of `plan`, in their order; `own` are the own texts."""
    from checker.prose.constraints.naming import Answers, find_naming

    sentences = find_naming(upper.reading, place, _projects(place, plan))
    if not sentences:
        return []
    answers = [(text, Answers(text.reading, text.takes_up(upper), place)) for text in own]
    found = []
    for one in sentences:
        told = Placed(one.words, Span(upper.source, one.start, one.end), one.named)
        by_name = ((text, answer.by_name(one)) for text, answer in answers)
        by_words = ((text, answer.by_words(one)) for text, answer in answers)
        for text, answer in (*by_name, *by_words):
            if answer is not None:
                span = Span(text.source, answer.start, answer.end)
                told = Placed(told.words, told.span, told.named, answer.words, span, answer.reason)
                break
        found.append(told)
    return found


def _projects(place: str, plan: Plan | None) -> list[str]:
    measures = [] if plan is None else [one for one in plan.elements if isinstance(one, Measure)]
    names = (one.name.translate(_MARKS) for one in measures if one.type in _PROJECTS)
    return [name for name in names if len(name) >= _SHORTEST_NAME and name != place]
