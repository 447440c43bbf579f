"""豁免: a waived finding stays in the report as waived; it only no longer counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.finding import Finding, Status
from checker.model import Plan
from checker.rules.waiving import Waivers


def set_aside(findings: Iterable[Finding], plans: Iterable[Plan], as_of: date) -> list[Finding]:
    """The findings, those that a waiver in force on `as_of` covers with the status *waived*."""
    waivers = Waivers(plans, as_of)
    return [replace(finding, status=Status.WAIVED) if waivers.covering(finding) else finding for finding in findings]
