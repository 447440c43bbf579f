"""A revision for readers: as text, as JSON, and as Markdown for a merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from checker.engine.verdict import unchecked_points, verdict_sentence
from checker.finding import Finding
from checker.messages import Message
from checker.messages.render import RENDER_NOT_CHECKED
from checker.messages.revise import (
    REVISE_APPEARED,
    REVISE_CONCERNS,
    REVISE_COUNTS,
    REVISE_DID,
    REVISE_FIELD,
    REVISE_FINDING,
    REVISE_GONE,
    REVISE_HEAD,
    REVISE_NAMED,
    REVISE_NONE,
    REVISE_NOTHING,
    REVISE_ON_SIDE,
    REVISE_SAME_FINDINGS,
    REVISE_UNSEEN,
    REVISE_VERDICT,
    REVISE_WAS,
    REVISE_WEIGHT,
)
from checker.render.json import account_object, both_ends, finding_object
from checker.render.markdown import plain_markdown
from checker.render.visible import json_text, visible
from checker.revise import Revision
from checker.revise.change import Change, Did

if TYPE_CHECKING:
    from checker.render.exchange_schema import ChangeJson, RevisionJson

REVISION_VERSION: Final = "1.1"


def render_revision(revision: Revision, lang: str = "zh") -> str:
    """Text: the changes by what was done, then what they mean for the findings."""
    return "".join(f"{line}\n" for line in _lines(revision, lang, visible, "", "  "))


def render_revision_markdown(revision: Revision, lang: str = "zh") -> str:
    """The same as Markdown, in which nothing of a plan is markup."""
    return "".join(f"{line}\n" for line in _lines(revision, lang, plain_markdown, "#### ", "- "))


def render_revision_json(revision: Revision, lang: str = "zh") -> str:
    """The same for other programs."""
    written: RevisionJson = {
        "schema_version": REVISION_VERSION,
        "old": revision.old,
        "new": revision.new,
        "changes": [_object(change, lang) for change in revision.changes],
        "appeared": [finding_object(finding, lang) for finding in revision.appeared],
        "gone": [finding_object(finding, lang) for finding in revision.gone],
        "unseen": [finding_object(finding, lang) for finding in revision.unseen],
        "accounts": {"old": account_object(revision.before, lang), "new": account_object(revision.after, lang)},
    }
    return json_text(written) + "\n"


def _lines(revision: Revision, lang: str, shown: Callable[[str], str], heading: str, item: str) -> Iterator[str]:
    yield f"{heading}{shown(REVISE_HEAD(old=revision.old, new=revision.new).text(lang))}"
    yield ""
    counted = Counter(change.did for change in revision.changes)
    if not counted:
        yield REVISE_NOTHING().text(lang)
    else:
        yield REVISE_COUNTS(**{did.value: counted[did] for did in Did}).text(lang)
    for did in Did:
        mine = [change for change in revision.changes if change.did is did]
        if mine:
            yield ""
            yield f"{heading}{REVISE_DID[did.value]().text(lang)}"
            yield from (f"{item}{shown(said)}" for change in mine for said in [_said(change, lang)])
    yield ""
    groups = ((REVISE_APPEARED, revision.appeared), (REVISE_GONE, revision.gone), (REVISE_UNSEEN, revision.unseen))
    for told, findings in groups:
        if findings:
            yield f"{heading}{told(count=len(findings)).text(lang)}"
            yield from (f"{item}{shown(_finding(finding, lang))}" for finding in findings)
    if not any(findings for _, findings in groups):
        yield REVISE_SAME_FINDINGS().text(lang)
    yield ""
    for side, report in ((revision.old, revision.before), (revision.new, revision.after)):
        yield f"{heading}{shown(REVISE_VERDICT(side=side, verdict=verdict_sentence(report)).text(lang))}"
    unchecked = list(_unchecked(revision))
    if unchecked:
        yield ""
        yield f"{heading}{RENDER_NOT_CHECKED().text(lang)}"
        yield from (f"{item}{shown(point.text(lang))}" for point in unchecked)


def _unchecked(revision: Revision) -> Iterator[Message]:
    """What was not checked on both sides, then what was not on one of them."""
    old, new = unchecked_points(revision.before), unchecked_points(revision.after)
    yield from (point for point in new if point in old)
    for side, mine, others in ((revision.old, old, new), (revision.new, new, old)):
        yield from (REVISE_ON_SIDE(point=point, side=side) for point in mine if point not in others)


def _said(change: Change, lang: str) -> str:
    named: Message = REVISE_NAMED(kind=change.kind_zh, kind_en=change.kind, name=change.name)
    if change.did is Did.RENAMED:
        named = REVISE_WAS(named=named, old=change.old_name)
    elif change.did is Did.CHANGED:
        old, new = change.old or REVISE_NONE(), change.new or REVISE_NONE()
        named = REVISE_FIELD(named=named, field=change.field, old=old, new=new)
    if change.weight is not None:
        named = REVISE_WEIGHT(said=named, weight=change.weight.message)
    said = named.text(lang)
    if change.concerns and (change.weight is not None or change.did is not Did.CHANGED):
        names = "、".join(f"{plan}.{name}" for plan, name in change.concerns)
        said += f"（{REVISE_CONCERNS(names=names).text(lang)}）"
    return said


def _finding(finding: Finding, lang: str) -> str:
    severity = finding.severity.en if lang == "en" else finding.severity.zh
    return REVISE_FINDING(severity=severity, code=finding.code, said=finding.message).text(lang)


def _object(change: Change, lang: str) -> ChangeJson:
    return {
        "change": change.did.value,
        "plan": change.plan,
        "kind": change.kind,
        "name": change.name,
        "old_name": change.old_name,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "weight": change.weight.message.text(lang) if change.weight is not None else None,
        "concerns": [{"plan": plan, "name": name} for plan, name in change.concerns],
        **both_ends(change.span),
    }
