"""豁免: a waived finding stays in the report as waived; it only no longer counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.checks.waiving import Waivers
from checker.finding import Finding, SetAside, Status
from checker.model import Plan, Waiver


def set_aside(findings: Iterable[Finding], plans: Iterable[Plan], as_of: date) -> list[Finding]:
    """The findings, those that a waiver in force on `as_of` covers with the status *waived* and its reason."""
    waivers = Waivers(plans, as_of)
    return [_told(finding, waivers.covering(finding)) for finding in findings]


def _told(finding: Finding, covering: list[Waiver]) -> Finding:
    if not covering:
        return finding
    # Of several the first that says why.
    waiver = next((one for one in covering if one.reason), covering[0])
    until = waiver.until.last if waiver.until is not None and not waiver.until.open_end else None
    said = SetAside(waiver.reason or "", waiver.approved_by or "", until, waiver.name_span)
    return replace(finding, status=Status.WAIVED, waiver=said)
