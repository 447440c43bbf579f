"""Ties to upper plans marked as reviewed: the mark in the plan file, and what the upper items say."""

from __future__ import annotations

from collections.abc import Collection

from checker.model import Element, Plan, Reference
from checker.model.reviews import review_fields, review_fingerprint
from checker.model.schema import element_spec
from checker.source import name_key
from checker.workspace.lock import Reviewed
from checker.write.edits import Edit, PlanEdits, Update


def tied_upward(plan: Plan) -> list[tuple[Element, Reference]]:
    """Each element of the plan with its references to items of other plans that are at hand."""
    return [
        (one, reference)
        for one in plan.elements
        for reference in getattr(one, "aligns", ())
        if reference.target is not None and reference.target.plan is not plan and reference.path is not None
    ]


def mark_reviewed(plan: Plan, names: Collection[str]) -> tuple[Update, list[Reviewed]]:
    """The plan's files with the marks, and what was reviewed; only ties of elements so called, of all without names."""
    wanted = {name_key(name) for name in names}
    edits = PlanEdits(plan)
    reviewed: dict[str, Reviewed] = {}
    for one, reference in tied_upward(plan):
        upper = reference.target
        if upper is None or (wanted and name_key(one.name) not in wanted):
            continue
        fingerprint = review_fingerprint(upper)
        edits.change(one, _edit(reference, f"已复核 {fingerprint}"))
        reviewed[fingerprint] = Reviewed(
            fingerprint=fingerprint,
            plan=upper.plan.name,
            kind=element_spec(upper.kind).zh,
            name=upper.name,
            told=review_fields(upper),
        )
    return edits.update(()), list(reviewed.values())


def _edit(reference: Reference, mark: str) -> Edit:
    """The mark in place of an older one, behind the other remarks, or in brackets of its own."""
    old = reference.notes.get("reviewed")
    if old is not None:
        return Edit(old.start, old.end, mark)
    if reference.notes:
        at = max(note.end for note in reference.notes.values())
        return Edit(at, at, f"；{mark}")
    assert reference.path is not None
    return Edit(reference.path.end, reference.path.end, f"（{mark}）")
