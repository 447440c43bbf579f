"""What changed since another version of the plans, and what that did to the findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.engine.verdict import unchecked_points
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.view import View
from checker.revise.change import Change, Did

KEY = "revision/index"
_DONE = {
    Did.ADDED: ("新增", "Added"),
    Did.REMOVED: ("删除", "Removed"),
    Did.RENAMED: ("改名", "Renamed"),
    Did.CHANGED: ("修改", "Changed"),
}


def revision_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The page; none where there is nothing to compare with."""
    revision = material.revision
    if revision is None:
        return
    view = View(material, KEY)
    english = material.lang == "en"
    changes = [(_DONE[did][english], [_row(view, one) for one in revision.changes if one.did is did]) for did in Did]
    appeared = {finding.fingerprint for finding in revision.appeared}
    body = templates.body(
        "revision.html",
        old=revision.old,
        new=revision.new,
        changes=[(title, rows) for title, rows in changes if rows],
        appeared=view.entries(one for one in material.listed if one.finding.fingerprint in appeared),
        unchecked=unchecked_points(material.report),
        gone=revision.gone,
    )
    yield Page(KEY, "", body)


def _row(view: View, change: Change) -> dict[str, Any]:
    element = view.material.named(change.plan, change.kind, change.name) if change.did is not Did.REMOVED else None
    english = view.material.lang == "en"
    return {
        "kind": change.kind.replace("_", " ") if english else change.kind_zh,
        "name": change.name,
        "url": view.material.href(view.here, element) if element is not None else None,
        "field": change.field,
        "old": change.old_name if change.did is Did.RENAMED else change.old,
        "new": change.name if change.did is Did.RENAMED else change.new,
        "weight": change.weight.message if change.weight is not None else "",
        "concerns": [f"{plan}.{name}" for plan, name in change.concerns],
    }
