"""What was not checked because it is not at hand; silence must not look like approval."""

from __future__ import annotations

from collections.abc import Iterator

from checker.finding import Notice
from checker.messages.engine import NOTICE_TEXT_MISSING, NOTICE_TEXT_UNREAD, NOTICE_UPPER_ABSENT, NOTICE_UPPER_PARTIAL
from checker.model import Plan
from checker.workspace import Workspace

_TEXT_RULES = tuple(f"PC{number}" for number in range(701, 719))
_UPPER_RULES = tuple(f"PC{number}" for number in range(501, 510))
_TABLE_RULES = tuple(f"PC{number}" for number in range(501, 505))


def find_notices(workspace: Workspace) -> Iterator[Notice]:
    """Texts and upper plans that the checked plans name and that are not there, in the order of the plans."""
    for plan in workspace.checked:
        yield from _texts(plan)
        yield from _upper(plan, workspace)


def _texts(plan: Plan) -> Iterator[Notice]:
    missing = [document.name for document in plan.texts if not document.at_hand]
    present = [document.name for document in plan.texts if document.at_hand]
    if missing:
        names = "、".join(f"《{name}》" for name in missing if name) or "——"
        yield Notice(NOTICE_TEXT_MISSING(plan=plan.name, names=names), _TEXT_RULES, plan.source.path)
    if present:
        names = "、".join(f"“{name}”" for name in present)
        yield Notice(NOTICE_TEXT_UNREAD(plan=plan.name, names=names), _TEXT_RULES, plan.source.path)


def _upper(plan: Plan, workspace: Workspace) -> Iterator[Notice]:
    for absent in workspace.links.absent:
        if absent.plan is plan:
            yield Notice(NOTICE_UPPER_ABSENT(name=absent.name), _UPPER_RULES, plan.source.path)
    for reference in plan.upper_plans:
        upper = reference.target
        if isinstance(upper, Plan) and upper.indicators_listed != "complete":
            yield Notice(NOTICE_UPPER_PARTIAL(name=upper.name), _TABLE_RULES, plan.source.path)
