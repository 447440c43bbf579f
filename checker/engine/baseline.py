"""A baseline: the findings known on the day it was recorded. Only what is new since then counts.

A finding is told from another by its fingerprint, so that moved lines, reordered declarations and reformatting
change nothing. Of findings with one fingerprint as many are known as were recorded.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec.structs

from checker.engine.gone import looks_at
from checker.engine.report import Gone, Report
from checker.finding import Finding, Notice, NoticeKind, Status
from checker.messages.baseline import BASELINE_BROKEN, BASELINE_REWORDED, BASELINE_VERSION
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH
from checker.quantity.numerals import parse_numeral
from checker.source import Unreadable, name_key, read_source

if TYPE_CHECKING:
    from checker.engine.baseline_schema import BaselineJson, RecordedJson

#: The first number changes when a reader has to.
BASELINE_VERSION_WRITTEN: Final = "1.0"
_SIZE_LIMIT = 64 * 1024 * 1024
_QUOTED = re.compile(r"「([^「」]*)」")
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?|[〇零一二三四五六七八九十百千]+")


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

    Told is only what would have been found again (`looks_at`). What plancheck only words otherwise than on the day
    of the baseline is known too, and a remark says so.
    """
    left = Counter(one.fingerprint for one in baseline.findings)
    known: list[bool] = []
    for finding in report.findings:
        known.append(left[finding.fingerprint] > 0)
        left[finding.fingerprint] -= known[-1]
    reworded = _reworded(report.findings, known, baseline, left)
    findings = [
        replace(finding, status=Status.KNOWN) if is_known and finding.status is Status.NEW else finding
        for finding, is_known in zip(report.findings, known, strict=True)
    ]
    looks = looks_at(report, {one.fingerprint for one in baseline.findings}, report.notices)
    gone: list[Gone] = []
    for one in baseline.findings:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            if looks(one.code, one.plan):
                gone.append(one)
    account = msgspec.structs.replace(report.account, baseline=baseline.path)
    notices = report.notices
    if reworded:
        remark = BASELINE_REWORDED(count=len(reworded), codes="、".join(sorted(set(reworded))))
        notices = (*notices, Notice(remark, kind=NoticeKind.REMARK))
    return msgspec.structs.replace(
        report, account=account, findings=tuple(findings), gone=tuple(gone), notices=tuple(notices)
    )


def _reworded(findings: Sequence[Finding], known: list[bool], baseline: Baseline, left: Counter[str]) -> list[str]:
    """The codes of findings that are the baseline's in other words; `known` and `left` follow.

    They have the code and the plan of a finding that is not found any more, and say the same numbers and names.
    """
    unmet: dict[tuple[str, str, frozenset[str]], list[str]] = {}
    for one in {one.fingerprint: one for one in baseline.findings if left[one.fingerprint] > 0}.values():
        if said := _said(one.message):
            unmet.setdefault((one.code, one.plan, said), []).extend([one.fingerprint] * left[one.fingerprint])
    codes: list[str] = []
    for at, finding in enumerate(findings) if unmet else ():
        same = unmet.get((finding.code, finding.subject.plan, _said(finding.message.text())))
        if not known[at] and finding.status is Status.NEW and same:
            left[same.pop()] -= 1
            known[at] = True
            codes.append(finding.code)
    return codes


def _said(sentence: str) -> frozenset[str]:
    """The names in quotation marks and the numbers that a sentence tells, 第四节 as 4."""
    quoted = {name_key(name) for name in _QUOTED.findall(sentence)}
    numbers = {parse_numeral(found) for found in _NUMERAL.findall(_QUOTED.sub("", sentence))}
    return frozenset(quoted | {str(number) for number in numbers if number is not None})
