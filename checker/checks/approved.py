"""What was approved and reviewed, and what of it is no longer so; loaded only where there is something of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.predicates import Record
from checker.finding import Related
from checker.messages import Message, Template
from checker.messages.approval import (
    APPROVAL_ADDED,
    APPROVAL_ADVICE,
    APPROVAL_AND,
    APPROVAL_CHANGED,
    APPROVAL_FILE_CHANGED,
    APPROVAL_GONE,
    APPROVAL_HERE,
    APPROVAL_MODIFIED,
    APPROVAL_MORE,
    APPROVAL_NEW,
    APPROVAL_REMOVED,
    REVIEW_ADVICE,
    REVIEW_CHANGED,
    REVIEW_CHANGED_UNKNOWN,
    REVIEW_FIELD,
    REVIEW_FIELD_GONE,
    REVIEW_FIELD_NEW,
    REVIEW_NOW,
)
from checker.model import Plan
from checker.model.reviews import review_fields, review_fingerprint, reviewed_mark
from checker.model.schema import element_spec
from checker.source import Span, name_key

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.graph import Edge
    from checker.workspace.lock import Approval, ApprovedFile, Lock, LockFile, Reviewed

_LISTED = 5
_PLACES = 20


def changes_since_approval(facts: Facts, lock: LockFile, approval: Approval) -> Iterator[Record]:
    """A record for each file that differs."""
    # What is not a plan that is checked is told of the first that is.
    subject = next((plan for plan in facts.plans if plan.role == "checked"), None)
    if subject is None:
        return
    known = {one.path: one for one in approval.files}
    for plan in facts.plans:
        yield from _of_plan(plan, known.get(lock.path(plan.source)), approval.on, subject, lock.lock)
    for text in (*facts.texts, *facts.tables):
        yield from _of_text(text, known.get(lock.path(text.source)), approval.on)
    for path, parts in lock.plain.items():
        if path in known and parts != known[path].parts:
            yield _of_file(subject, lock, path, APPROVAL_FILE_CHANGED(name=path, on=approval.on))
    for path in lock.missing:
        yield _of_file(subject, lock, path, APPROVAL_GONE(name=path))


def _of_plan(plan: Plan, approved: ApprovedFile | None, on: str, subject: Plan, lock: Lock) -> Iterator[Record]:
    if approved is None:
        if plan.role == "checked":
            told = APPROVAL_NEW(name=plan.name)
            yield Record("approval_change", plan, plan.name_span, told, APPROVAL_ADVICE())
        return
    from checker.model.digests import plan_digests

    digests = plan_digests(plan, as_typed=lock.names_as_typed)
    now = {name: made for name, (_, made) in digests.items()}
    if now == approved.parts:
        return
    changed = [name for name, made in now.items() if approved.parts.get(name) != made]
    related = tuple(Related(APPROVAL_HERE(name=name), digests[name][0].name_span) for name in changed[:_PLACES])
    told = APPROVAL_CHANGED(name=plan.name, on=on, changes=_changes(approved.parts, now))
    about = plan if plan.role == "checked" else subject
    yield Record("approval_change", about, plan.name_span, told, APPROVAL_ADVICE(), related)


def _of_text(text: PlanText, approved: ApprovedFile | None, on: str) -> Iterator[Record]:
    if approved is None:
        return
    from checker.workspace.lock import text_parts

    parts = text_parts(text.document)
    now = {name: made for name, (_, made) in parts.items()}
    if now == approved.parts:
        return
    first = next((block for name, (block, made) in parts.items() if approved.parts.get(name) != made), None)
    span = Span(text.source, 0, 1) if first is None else Span(text.source, first.start, first.end)
    told = APPROVAL_CHANGED(name=text.source.path.rpartition("/")[2], on=on, changes=_changes(approved.parts, now))
    yield Record("approval_change", text.subject, span, told, APPROVAL_ADVICE())


def _of_file(subject: Plan, lock: LockFile, path: str, told: Message) -> Record:
    return Record("approval_change", subject, lock.span_of(path), told, APPROVAL_ADVICE())


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Message:
    """What differs, in words."""
    kinds = (
        (APPROVAL_MODIFIED, [name for name, made in new.items() if name in old and old[name] != made]),
        (APPROVAL_ADDED, [name for name in new if name not in old]),
        (APPROVAL_REMOVED, [name for name in old if name not in new]),
    )
    return _joined([template(listed=_listed(names)) for template, names in kinds if names], APPROVAL_AND)


def _listed(names: Sequence[str]) -> str | Message:
    shown = "、".join(names[:_LISTED])
    return shown if len(names) <= _LISTED else APPROVAL_MORE(listed=shown, count=len(names))


def _joined(told: Sequence[Message], template: Template) -> Message:
    first, *others = told
    for other in others:
        first = template(first=first, second=other)
    return first


def changes_since_review(facts: Facts, ties: Iterable[Edge]) -> Iterator[Record]:
    """A record for each of these ties whose upper item is not what it was."""
    for tie in ties:
        marked = reviewed_mark(tie.reference)
        if marked is None or tie.target.plan is tie.source.plan or tie.source.plan.role != "checked":
            continue
        if review_fingerprint(tie.target) != marked:
            yield _review_change(tie, _recorded(facts, marked))


def _review_change(tie: Edge, recorded: Reviewed | None) -> Record:
    upper = tie.target
    told = {"plan": upper.plan.name, "kind": element_spec(upper.kind).zh, "name": upper.name}
    if recorded is None:
        message = REVIEW_CHANGED_UNKNOWN(**told)
    else:
        message = REVIEW_CHANGED(
            **told, changes=_joined(list(_fields(recorded.told, review_fields(upper))), APPROVAL_AND)
        )
    related = (Related(REVIEW_NOW(), upper.name_span),)
    return Record("review_change", tie.holder, tie.span, message, REVIEW_ADVICE(), related)


def _recorded(facts: Facts, fingerprint: str) -> Reviewed | None:
    known = facts.lock.lock.reviewed if facts.lock is not None else []
    return next((one for one in known if one.fingerprint == fingerprint), None)


def _fields(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Message]:
    """What differs, field by field; widths and blanks are no difference."""
    for word in (*old, *(word for word in new if word not in old)):
        if word not in new:
            yield REVIEW_FIELD_GONE(field=word, old=old[word])
        elif word not in old:
            yield REVIEW_FIELD_NEW(field=word, new=new[word])
        elif name_key(old[word]) != name_key(new[word]):
            yield REVIEW_FIELD(field=word, old=old[word], new=new[word])
