"""豁免: a waived finding stays in the report as waived; it only no longer counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.finding import Finding, Status
from checker.model import Element, Plan, Waiver
from checker.source import name_key


def set_aside(findings: Iterable[Finding], plans: Iterable[Plan], as_of: date) -> list[Finding]:
    """The findings, those that a waiver in force on `as_of` covers with the status *waived*."""
    waivers: dict[str, list[Waiver]] = {}
    for plan in plans:
        for element in plan.elements:
            if isinstance(element, Waiver) and (element.until is None or as_of <= element.until.last):
                waivers.setdefault(plan.name, []).append(element)
    return [_waived(finding, waivers.get(finding.subject.plan, [])) for finding in findings]


def _waived(finding: Finding, waivers: list[Waiver]) -> Finding:
    covered = any(_covers(waiver, finding) for waiver in waivers if waiver.name == finding.code)
    return replace(finding, status=Status.WAIVED) if covered else finding


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if waiver.fingerprint and not finding.fingerprint.startswith(waiver.fingerprint.lower()):
        return False
    if waiver.waived is None:
        return True
    target = waiver.waived.target
    return target is not None and _is_about(finding, target)


def _is_about(finding: Finding, target: Element) -> bool:
    subject = finding.subject
    if subject.kind == "figure":
        # A figure is called by its indicator and its year.
        return target.kind == "indicator" and name_key(subject.name).startswith(f"{name_key(target.name)}·")
    return subject.kind == target.kind and name_key(subject.name) == name_key(target.name)
