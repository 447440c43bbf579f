"""What a plan may carry of those above it, what may serve and measure its goals, and what nothing answers: one list.

Everything is a proposal with its reasons, until a person takes it. What was not looked at is part of the list.
"""

from __future__ import annotations

from msgspec import Struct

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText
from checker.engine.serving import find_serving
from checker.meaning.carrying import UpperItem, find_carrying
from checker.meaning.proposal import Proposal
from checker.messages import Message
from checker.messages.serving import UNSEEN_NO_GOALS, UNSEEN_NO_TEXT
from checker.model import Goal, Indicator, Plan
from checker.prose.document import BlockKind

#: A passage no longer than the goal's name and so many signs is a heading: the goal is told below it.
_HEADING = 12


class Alignment(Struct, frozen=True, eq=False):
    """All of it for one plan; the number of a proposal is its place among `proposals`, from 1 on.

    `items` are the indicators of the upper plans that are nearest, `alone` own indicators without one above, `unseen`
    says what was not looked at.
    """

    plan: Plan
    proposals: tuple[Proposal, ...]
    items: tuple[UpperItem, ...]
    alone: tuple[Indicator, ...]
    unseen: tuple[Message, ...]


def align(facts: Facts, plan: Plan) -> Alignment:
    """The list for one of the checked plans of `facts`."""
    carrying = find_carrying(plan, facts.graph, facts.stated(plan, "level"), facts.as_of)
    readings = [text for text in facts.texts if text.plan is plan and text.role == "main"]
    said = _said(plan, readings)
    found = (*carrying.proposals, *find_serving(plan, facts.graph, said))
    unseen = list(carrying.unseen)
    if any(isinstance(one, Goal) for one in plan.elements) and not said:
        unseen.append(UNSEEN_NO_GOALS() if readings else UNSEEN_NO_TEXT())
    return Alignment(plan, found, tuple(carrying.items), tuple(carrying.alone), tuple(unseen))


def _said(plan: Plan, texts: list[PlanText]) -> dict[int, str]:
    """The words of the passage in which each goal is told, by the goal's number in the graph."""
    goals = [one for one in plan.elements if isinstance(one, Goal) and one.type != "overall"]
    found: dict[int, str] = {}
    for text in texts:
        for goal in goals:
            told = _passage(goal, text)
            if told:
                found.setdefault(goal.index, told)
    return found


def _passage(goal: Goal, text: PlanText) -> str:
    """The passage that tells most of those that name the goal, with what stands below it where it is a heading."""
    passages = text.reading.passages
    names = [goal.name, *(quote.text for quote in goal.quotes)]
    best = ""
    for at, one in enumerate(passages):
        name = next((name for name in names if name in one.text), None)
        if name is None:
            continue
        words = one.text
        if len(words) <= len(name) + _HEADING and at + 1 < len(passages):
            following = passages[at + 1]
            words += following.text if following.kind is not BlockKind.HEADING else ""
        best = max(best, words, key=len)
    return best
