"""A baseline: the findings known on the day it was recorded. Only what is new since then counts.

A finding is told from another by its fingerprint, so that moved lines, reordered declarations and reformatting
change nothing. Of findings with one fingerprint as many are known as were recorded.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec.structs

from checker.engine.gone import looks_at
from checker.engine.report import Gone, Report, RunError
from checker.finding import Finding, Status
from checker.messages.baseline import BASELINE_BROKEN, BASELINE_VERSION
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import Unreadable, read_source

if TYPE_CHECKING:
    from checker.engine.baseline_schema import BaselineJson, RecordedJson

#: The first number changes when a reader has to.
BASELINE_VERSION_WRITTEN: Final = "1.0"
_SIZE_LIMIT = 64 * 1024 * 1024


@dataclass(slots=True, eq=False, repr=False)
class Baseline:
    """What was recorded: the findings, in the order of the report, and the file as the reader names it."""

    findings: tuple[Gone, ...]
    path: str = ""


def baseline_text(report: Report) -> str:
    """The report's findings that are not waived, as the text of a baseline file; one finding a line.

    A line a finding keeps the differences between two baselines small.
    """
    recorded = [_recorded(one) for one in report.findings if one.status is not Status.WAIVED]
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in recorded)
    file: BaselineJson = {
        "baseline_version": BASELINE_VERSION_WRITTEN,
        "tool_version": report.tool_version,
        "stage": report.stage,
        "as_of": report.as_of.isoformat(),
        "findings": [],
    }
    written = json.dumps(file, ensure_ascii=False, indent=1)
    return written.removesuffix("]\n}") + (f"\n{lines}\n ]\n}}\n" if recorded else "]\n}\n")


def _recorded(finding: Finding) -> RecordedJson:
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "plan": finding.subject.plan,
        "message": finding.message.text(),
    }


def read_baseline(path: Path) -> Baseline:
    """The baseline at `path`; RunError for a file that cannot be read or is none."""
    try:
        text = read_source(path, path.as_posix(), _SIZE_LIMIT).text
    except Unreadable as problem:
        raise RunError(problem.message) from None
    try:
        written = json.loads(text)
        version = str(written["baseline_version"])
        findings = tuple(_gone(one) for one in written["findings"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=BASELINE_BROKEN())) from None
    if version.partition(".")[0] != BASELINE_VERSION_WRITTEN.partition(".")[0]:
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=BASELINE_VERSION(version=version)))
    return Baseline(findings, path.as_posix())


def _gone(written: Any) -> Gone:
    words = [written[key] for key in ("code", "message", "plan", "fingerprint")]
    if not all(isinstance(word, str) for word in words):
        raise TypeError
    return Gone(*words)


def compare(report: Report, baseline: Baseline) -> Report:
    """The report with what the baseline knows marked as known, and with what is there no more told.

    Told is only what would have been found again (`looks_at`).
    """
    left = Counter(one.fingerprint for one in baseline.findings)
    findings: list[Finding] = []
    for finding in report.findings:
        known = left[finding.fingerprint] > 0
        if known:
            left[finding.fingerprint] -= 1
        findings.append(replace(finding, status=Status.KNOWN) if known and finding.status is Status.NEW else finding)
    looks = looks_at(report, {one.fingerprint for one in baseline.findings}, report.notices)
    gone: list[Gone] = []
    for one in baseline.findings:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            if looks(one.code, one.plan):
                gone.append(one)
    account = msgspec.structs.replace(report.account, baseline=baseline.path)
    return msgspec.structs.replace(report, account=account, findings=tuple(findings), gone=tuple(gone))
