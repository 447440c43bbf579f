"""What was not checked because it is not at hand; silence must not look like approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from checker.finding import Notice
from checker.messages import Message
from checker.messages.engine import (
    NOTICE_AND,
    NOTICE_FROM,
    NOTICE_LACKS_BREAKDOWN,
    NOTICE_LACKS_INDICATORS,
    NOTICE_LACKS_LISTING,
    NOTICE_LACKS_MARKS,
    NOTICE_LACKS_NATURES,
    NOTICE_LEVEL_MISSING,
    NOTICE_NOTHING_CARRIED,
    NOTICE_TEXT_MISSING,
    NOTICE_UNTIL,
    NOTICE_UPPER_ABSENT,
    NOTICE_UPPER_LACKS,
    NOTICE_UPPER_NOT_IN_FORCE,
)
from checker.model import Goal, Indicator, Measure, Plan
from checker.rules.uppers import breaks_down_to, direct_uppers, out_of_force
from checker.workspace import Workspace

_TEXT_RULES = tuple(f"PC{number}" for number in range(701, 719))
#: The rules about links between indicators; PC501 and PC506 ask whether there are links.
_LINK_RULES = ("PC502", "PC503", "PC504", "PC508")
_UPPER_RULES = ("PC501", "PC502", "PC503", "PC504", "PC506", "PC508")
#: What carries nothing of an upper plan and is not asked to.
_NOT_ALIGNED = frozenset({"drafting_note", "assessment"})


def find_notices(workspace: Workspace, day: date, level: str | None = None) -> Iterator[Notice]:
    """What the checked plans name and that is not there, or says too little, in the order of the plans.

    `day` is the day of judging; `level` overrules that of the plans.
    """
    for plan in workspace.checked:
        yield from _texts(plan)
        yield from _absent(plan, workspace)
        if plan.document_kind not in _NOT_ALIGNED:
            yield from _upper(plan, day, level or plan.level)


def _texts(plan: Plan) -> Iterator[Notice]:
    missing = [document.name for document in plan.texts if not document.at_hand or document.is_title]
    if missing:
        names = "、".join(f"《{name}》" for name in missing if name) or "——"
        yield Notice(NOTICE_TEXT_MISSING(plan=plan.name, names=names), _TEXT_RULES, plan.source.path)


def _absent(plan: Plan, workspace: Workspace) -> Iterator[Notice]:
    for absent in workspace.links.absent:
        if absent.plan is plan:
            yield Notice(NOTICE_UPPER_ABSENT(name=absent.name), _UPPER_RULES, plan.source.path)


# ---- upper plans at hand


def _upper(plan: Plan, day: date, level: str | None) -> Iterator[Notice]:
    at_hand = _at_hand(plan)
    for upper in at_hand:
        if out_of_force(upper, day):
            message = NOTICE_UPPER_NOT_IN_FORCE(name=upper.name, day=day.isoformat(), time=_in_force(upper))
            yield Notice(message, _UPPER_RULES, plan.source.path)
    for reference in direct_uppers(plan):
        if isinstance(reference.target, Plan) and not out_of_force(reference.target, day):
            yield from _lacking(reference.target, plan)
            if level is None and _breaks_down_elsewhere(reference.target, plan):
                message = NOTICE_LEVEL_MISSING(plan=plan.name, name=reference.target.name)
                yield Notice(message, ("PC501",), plan.source.path)
    yield from _nothing_carried(plan, [upper for upper in at_hand if not out_of_force(upper, day)])


def _at_hand(plan: Plan) -> list[Plan]:
    """The plans that `plan` names as its upper ones, and those it carries something of."""
    uppers = [reference.target for reference in plan.upper_plans]
    for element in plan.elements:
        if isinstance(element, Goal | Indicator | Measure):
            uppers += [reference.target.plan for reference in element.aligns if reference.target is not None]
    found = {id(upper): upper for upper in uppers if isinstance(upper, Plan) and upper is not plan}
    return list(found.values())


def _in_force(upper: Plan) -> Message:
    times = [(NOTICE_FROM, upper.in_force_from), (NOTICE_UNTIL, upper.until)]
    return _joined([template(time=time.describe()) for template, time in times if time is not None])


def _joined(messages: list[Message]) -> Message:
    return reduce(lambda one, two: NOTICE_AND(one=one, two=two), messages)


def _lacking(upper: Plan, plan: Plan) -> Iterator[Notice]:
    """What a direct upper plan does not say and a rule asks for, in one notice."""
    indicators = [one for one in upper.elements if isinstance(one, Indicator) and one.in_table != "no"]
    binding = [one for one in indicators if one.nature == "binding"]
    unknown = sum(one.nature not in ("binding", "anticipated") for one in indicators)
    everywhere = sum(not one.broken_down_to for one in binding)
    lacks: list[tuple[Message, tuple[str, ...]]] = []
    if upper.indicators_listed != "complete":
        said = upper.indicators_listed in ("partial", "unpublished")
        told = NOTICE_LACKS_INDICATORS() if said else NOTICE_LACKS_LISTING()
        lacks.append((told, ("PC501", *_LINK_RULES)))
    # A framework of assessment tells no natures.
    if unknown and (binding or upper.document_kind != "assessment"):
        lacks.append((NOTICE_LACKS_NATURES(count=unknown), ("PC501", "PC503")))
    if everywhere:
        lacks.append((NOTICE_LACKS_BREAKDOWN(count=everywhere), ("PC501",)))
    goals = [one for one in upper.elements if isinstance(one, Goal)]
    if goals and all(goal.answer_required is None for goal in goals):
        lacks.append((NOTICE_LACKS_MARKS(), ("PC506",)))
    if lacks:
        codes = tuple(sorted({code for _, concerned in lacks for code in concerned}))
        message = NOTICE_UPPER_LACKS(name=upper.name, lacks=_joined([told for told, _ in lacks]))
        yield Notice(message, codes, plan.source.path)


def _breaks_down_elsewhere(upper: Plan, plan: Plan) -> bool:
    """Whether a binding indicator is broken down to something that does not name the plan: maybe its level."""
    binding = [one for one in upper.elements if isinstance(one, Indicator) and one.nature == "binding"]
    return any(one.broken_down_to and not breaks_down_to(one, plan, None) for one in binding)


def _nothing_carried(plan: Plan, uppers: list[Plan]) -> Iterator[Notice]:
    """A plan whose indicators carry nothing, though there is something to carry."""
    own = [one for one in plan.elements if isinstance(one, Indicator)]
    if not own or any(one.aligns for one in own):
        return
    if any(isinstance(one, Indicator) for upper in uppers for one in upper.elements):
        yield Notice(NOTICE_NOTHING_CARRIED(plan=plan.name), _LINK_RULES, plan.source.path)
