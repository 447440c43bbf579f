"""What was not checked because it is not at hand; silence must not look like approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from checker.checks import Rulebook
from checker.finding import Notice, NoticeKind
from checker.finding.codes import code_ranges
from checker.meaning.asked import breaks_down_to, out_of_force, uppers_in_force
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
    NOTICE_UPPER_LACKS,
    NOTICE_UPPER_NOT_IN_FORCE,
    NOTICE_UPPER_NOT_THERE,
    NOTICE_UPPER_THERE,
    NOTICE_UPPER_UNREAD,
)
from checker.messages.verdict import NOTICE_NO_ELEMENTS, NOTICE_NO_TEXT, NOTICE_NO_UPPER
from checker.model import Goal, Indicator, Measure, Plan
from checker.model.words import ABSENT_NOTES, NOTES
from checker.workspace import Workspace

#: Kind → its words; measures are told by the rule that asks goals for them.
_PARTS_OF_AN_OUTLINE = (("goal", "目标", "goals"), ("indicator", "指标", "indicators"))
#: What carries nothing of an upper plan and is not asked to.
_NOT_ALIGNED = frozenset({"drafting_note", "assessment"})


def find_notices(workspace: Workspace, rulebook: Rulebook, day: date, level: str | None = None) -> Iterator[Notice]:
    """What the checked plans name and that is not there, or says too little, in the order of the plans.

    Which rules that concerns is what the rules of `rulebook` say they need. `day` is the day of judging; `level`
    overrules that of the plans.
    """
    for plan in workspace.checked:
        yield from _texts(plan, workspace, rulebook)
        yield from _elements(plan, rulebook)
        yield from _absent(plan, workspace, rulebook)
        if plan.document_kind not in _NOT_ALIGNED:
            yield from _upper(plan, rulebook, day, level or plan.level)


def _texts(plan: Plan, workspace: Workspace, rulebook: Rulebook) -> Iterator[Notice]:
    codes = rulebook.needing("text")
    missing = [document.name for document in plan.texts if not document.at_hand or document.is_title]
    if missing and codes:
        names = "、".join(f"《{name}》" for name in missing if name) or "——"
        message = NOTICE_TEXT_MISSING(plan=plan.name, names=names, codes=code_ranges(codes))
        yield Notice(message, codes, plan.source.path)
    for text in workspace.unread_texts:
        if text.plan is plan:
            yield Notice(text.message, codes, plan.source.path)
    if codes and not plan.texts and not any(text.plan is plan for text in workspace.texts):
        yield Notice(NOTICE_NO_TEXT(plan=plan.name), codes, plan.source.path)


def _elements(plan: Plan, rulebook: Rulebook) -> Iterator[Notice]:
    """What an outline consists of and this one lacks altogether."""
    if plan.document_kind not in (None, "outline") or not plan.elements:
        return
    for kind, zh, en in _PARTS_OF_AN_OUTLINE:
        codes = rulebook.about(kind)
        if codes and not any(element.kind == kind for element in plan.elements):
            yield Notice(NOTICE_NO_ELEMENTS(plan=plan.name, kind=zh, kind_en=en), codes, plan.source.path)


def _absent(plan: Plan, workspace: Workspace, rulebook: Rulebook) -> Iterator[Notice]:
    codes = rulebook.needing("upper_plan")
    for absent in workspace.links.absent:
        if absent.plan is plan:
            yield Notice(NOTICE_UPPER_NOT_THERE[absent.why](name=absent.name), codes, plan.source.path)
    for reference in plan.upper_plans:
        why = next((note for note in reference.notes if note in ABSENT_NOTES), None)
        if why is not None and isinstance(reference.target, Plan):
            word = {note.en: note for note in NOTES}[why]
            message = NOTICE_UPPER_THERE(name=reference.target.name, word=word.zh[0], word_en=why.replace("_", " "))
            yield Notice(message, codes, plan.source.path, NoticeKind.REMARK)


# ---- upper plans at hand


def _upper(plan: Plan, rulebook: Rulebook, day: date, level: str | None) -> Iterator[Notice]:
    at_hand = _at_hand(plan)
    codes = rulebook.needing("upper_plan")
    if codes and not plan.upper_plans and not at_hand and level != "national" and plan.elements:
        yield Notice(NOTICE_NO_UPPER(plan=plan.name), codes, plan.source.path)
    for upper in at_hand:
        if upper.role != "checked" and upper.problems:
            first = upper.problems[0].span
            path, line = first.source.path, first.start_place.line
            message = NOTICE_UPPER_UNREAD(name=upper.name, path=path, line=line, count=len(upper.problems))
            yield Notice(message, codes, plan.source.path)
        if out_of_force(upper, day):
            message = NOTICE_UPPER_NOT_IN_FORCE(name=upper.name, day=day.isoformat(), time=_in_force(upper))
            yield Notice(message, codes, plan.source.path)
    for _, upper in uppers_in_force(plan, day):
        yield from _lacking(upper, plan, rulebook)
        if level is None and _breaks_down_elsewhere(upper, plan):
            message = NOTICE_LEVEL_MISSING(plan=plan.name, name=upper.name)
            yield Notice(message, rulebook.needing("level"), plan.source.path)
    yield from _nothing_carried(plan, rulebook, [upper for upper in at_hand if not out_of_force(upper, day)])


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


def _lacking(upper: Plan, plan: Plan, rulebook: Rulebook) -> Iterator[Notice]:
    """What a direct upper plan does not say and a rule asks for, in one notice."""
    indicators = [one for one in upper.elements if isinstance(one, Indicator) and one.in_table != "no"]
    binding = [one for one in indicators if one.nature == "binding"]
    unknown = sum(one.nature not in ("binding", "anticipated") for one in indicators)
    everywhere = sum(not one.broken_down_to for one in binding)
    lacks: list[tuple[Message, str]] = []
    if upper.indicators_listed != "complete":
        said = upper.indicators_listed in ("partial", "unpublished")
        told = NOTICE_LACKS_INDICATORS() if said else NOTICE_LACKS_LISTING()
        lacks.append((told, "upper_indicators"))
    # A framework of assessment tells no natures.
    if unknown and (binding or upper.document_kind != "assessment"):
        lacks.append((NOTICE_LACKS_NATURES(count=unknown), "upper_natures"))
    if everywhere:
        lacks.append((NOTICE_LACKS_BREAKDOWN(count=everywhere), "upper_breakdown"))
    goals = [one for one in upper.elements if isinstance(one, Goal)]
    if goals and all(goal.answer_required is None for goal in goals):
        lacks.append((NOTICE_LACKS_MARKS(), "upper_answers"))
    if lacks:
        codes = tuple(sorted({code for _, need in lacks for code in rulebook.needing(need)}))
        message = NOTICE_UPPER_LACKS(name=upper.name, lacks=_joined([told for told, _ in lacks]))
        yield Notice(message, codes, plan.source.path)


def _breaks_down_elsewhere(upper: Plan, plan: Plan) -> bool:
    """Whether a binding indicator is broken down to something that does not name the plan: maybe its level."""
    binding = [one for one in upper.elements if isinstance(one, Indicator) and one.nature == "binding"]
    return any(one.broken_down_to and not breaks_down_to(one, plan, None) for one in binding)


def _nothing_carried(plan: Plan, rulebook: Rulebook, uppers: list[Plan]) -> Iterator[Notice]:
    """A plan whose indicators carry nothing, though there is something to carry."""
    own = [one for one in plan.elements if isinstance(one, Indicator)]
    if not own or any(one.aligns for one in own):
        return
    if any(isinstance(one, Indicator) for upper in uppers for one in upper.elements):
        codes = rulebook.needing("carried_indicators")
        yield Notice(NOTICE_NOTHING_CARRIED(plan=plan.name), codes, plan.source.path)
