"""What is asked of a plan from above: which plans are directly above it and in force, what they hand down to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from checker.meaning.territory import letters, place_names
from checker.messages.choices import choice_words
from checker.model import Indicator, NotCarried, Phrase, Plan, Reference
from checker.model.words import LEVELS
from checker.quantity import DateInterval

#: How an upper plan calls the places of a level beside the words of the schema.
_LEVEL_WORDS = {
    "province": "省份 省区市 省自治区直辖市",
    "city": "地市 市州 地级市 设区市 设区的市 省辖市",
    "county": "区县 县市区 市县区 区县市 县级 县市",
    "zone": "经济开发区 经济技术开发区 开发区园区 园区 功能区",
}
# Patterns are compiled when the first name is looked at: most plans need none of them.
#: 全市各县区 are 县区.
_EACH = r"^(?:全[国省市区县]|各级|各类|各个|各|所辖|下辖|所属|辖内|[省市]属)+"
_BOTH = "以及|和|及|与"
_LEVELS = tuple(choice.en for choice in LEVELS if choice.en != "special")


def out_of_force(plan: Plan, day: date) -> bool:
    """Whether the plan is certainly not yet, or certainly no longer, in force on `day`."""
    moment = DateInterval(day, day)
    return (plan.in_force_from is not None and moment.before(plan.in_force_from)) or (
        plan.until is not None and plan.until.before(moment)
    )


def direct_uppers(plan: Plan) -> list[Reference]:
    """The references of 上位规划 that lead to a plan with no other of the list between it and `plan`.

    Among outlines those of the lowest level count, and none that stands behind one that is not at hand, which
    may lie between. Assessment frameworks are a line of their own.
    """
    listed: list[tuple[Reference, Plan]] = []
    gap = False
    for reference in plan.upper_plans:
        upper = reference.target
        if not isinstance(upper, Plan):
            # A basis (党委《建议》) is no plan, and stands between none.
            gap = gap or (reference.path is not None and upper is None)
        elif upper is not plan and (not gap or _assesses(upper)):
            listed.append((reference, upper))
    above = _above(upper for _, upper in listed)
    nearest = [(reference, upper) for reference, upper in listed if id(upper) not in above]
    deepest = {kind: _deepest(upper for _, upper in nearest if _assesses(upper) is kind) for kind in (False, True)}
    return [reference for reference, upper in nearest if _depth(upper) in (None, deepest[_assesses(upper)])]


def _assesses(plan: Plan) -> bool:
    return plan.document_kind == "assessment"


def _depth(plan: Plan) -> int | None:
    """How many levels it stands below the nation; None for a special plan, which is of no level."""
    return _LEVELS.index(plan.level) if plan.level in _LEVELS else None


def _deepest(plans: Iterable[Plan]) -> int | None:
    return max((found for plan in plans if (found := _depth(plan)) is not None), default=None)


def _above(plans: Iterable[Plan]) -> set[int]:
    """What is above any of them, however far."""
    found: set[int] = set()
    waiting = list(plans)
    while waiting:
        for reference in waiting.pop().upper_plans:
            if isinstance(reference.target, Plan) and id(reference.target) not in found:
                found.add(id(reference.target))
                waiting.append(reference.target)
    return found


def uppers_in_force(plan: Plan, day: date) -> list[tuple[Reference, Plan]]:
    """The plans directly above that are in force on `day`, with the reference that names each."""
    return [
        (reference, reference.target)
        for reference in direct_uppers(plan)
        if isinstance(reference.target, Plan) and not out_of_force(reference.target, day)
    ]


def refusals(plan: Plan) -> dict[int, str]:
    """The reasons why `plan` does not carry upper items, by the item's identity; what has no reason is no answer."""
    return {
        id(one.what.target): one.reason
        for one in plan.elements
        if isinstance(one, NotCarried) and one.what is not None and one.what.target is not None and one.reason
    }


def breaks_down_to(indicator: Indicator, plan: Plan, level: str | None) -> bool:
    """Whether the 分解至 of an upper indicator names the plan, its place or its level."""
    return any(_names(phrase, plan, level) for phrase in indicator.broken_down_to)


def _names(phrase: Phrase, plan: Plan, level: str | None) -> bool:
    names, words = place_names(plan), _words_of(level)
    supervisor = letters(plan.supervisor or "")
    whole = letters(phrase.text)
    for part in (whole, *re.split(_BOTH, whole)):
        own = part.removeprefix(supervisor)
        if names & {part, own} or words & {re.sub(_EACH, "", part), re.sub(_EACH, "", own)}:
            return True
    return False


@lru_cache(maxsize=16)
def _words_of(level: str | None) -> frozenset[str]:
    own = [word for word, known in choice_words(LEVELS).items() if known == level]
    return frozenset((*own, *_LEVEL_WORDS.get(level or "", "").split()))
