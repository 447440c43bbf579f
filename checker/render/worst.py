"""The findings that count, the worst first: what a place with little room shows."""

from __future__ import annotations

from checker.engine.report import Report
from checker.finding import Finding, Status


def worst_first(report: Report) -> list[Finding]:
    """New findings by severity, within one in the order of the report."""
    return sorted((one for one in report.findings if one.status is Status.NEW), key=lambda one: -one.severity)


def counts_of(report: Report) -> dict[str, int]:
    """How many new findings of each severity, how many known and how many waived, as arguments of a sentence."""
    summary = report.summary()
    words = ("error", "warning", "info", "known", "waived")
    return {word: getattr(summary, word) for word in words}
