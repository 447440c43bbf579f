"""SARIF 2.1.0 (OASIS): rules with their help, results with all their places, fixes, fingerprints and suppressions.

File names are relative to the folder that plancheck ran in (`%SRCROOT%`); columns count characters.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from operator import itemgetter
from typing import Any
from urllib.parse import quote

from checker.engine.account import AppliedRule
from checker.engine.report import Report
from checker.engine.verdict import gate_holds, restrictions, verdict_sentence
from checker.finding import Edit, Finding, NoticeKind, SetAside, Severity, Status
from checker.messages.formats import FORMAT_MORE
from checker.render.visible import json_text
from checker.render.waived import why_waived
from checker.source import Span

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
#: GitHub shows no more of a run, and above five times as many refuses it (docs.github.com, SARIF limits).
_RESULTS = 5000


def render_sarif(report: Report, lang: str = "zh") -> str:
    """The log as JSON text: one run, its results in the order of the report; of very many the worst."""
    shown = _shown(report.findings)
    rules = _rules(report)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    examples = {finding.code: finding for finding in reversed(report.findings)}
    run = {
        "tool": {
            "driver": {
                "name": "plancheck",
                "version": report.tool_version,
                "semanticVersion": report.tool_version,
                "language": "en-US" if lang == "en" else "zh-CN",
                "rules": [_rule(rule, examples.get(rule.code), lang) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": "en-US" if lang == "en" else "zh-CN",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder that plancheck ran in"}}},
        "invocations": [_invocation(report, len(report.findings) - len(shown), lang)],
        "results": [_result(finding, numbers, lang) for finding in shown],
        "properties": {
            "stage": report.stage,
            "asOf": report.as_of.isoformat(),
            "plans": list(report.plans),
            "verdict": report.verdict.value,
            "verdictText": verdict_sentence(report).text(lang),
            "gatePassed": gate_holds(report),
            "rulesNotRun": {group.why.value: list(group.codes) for group in report.account.not_run},
        },
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log) + "\n"


def _shown(findings: Sequence[Finding]) -> Sequence[Finding]:
    """As many as are read, new ones before the others and the worst first, in the order of the report."""
    if len(findings) <= _RESULTS:
        return findings
    worst = sorted(enumerate(findings), key=lambda one: (one[1].status is not Status.NEW, -one[1].severity))
    return [finding for _, finding in sorted(worst[:_RESULTS], key=itemgetter(0))]


def _rules(report: Report) -> list[AppliedRule]:
    """Those that ran, and those of findings that no rule made (slips in rule files)."""
    rules = {finding.code: AppliedRule(finding.code, finding.slug, finding.title) for finding in report.findings}
    rules |= {rule.code: rule for rule in report.rules}
    return [rules[code] for code in sorted(rules)]


def _rule(rule: AppliedRule, example: Finding | None, lang: str) -> dict[str, Any]:
    title = rule.title.text(lang)
    written: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": title},
    }
    help_ = [title]
    if rule.about is not None:
        written["fullDescription"] = {"text": rule.about.text(lang)}
        help_.append(rule.about.text(lang))
    if example is not None:
        help_.append(example.basis.text(lang))
    written["help"] = {"text": "\n".join(help_)}
    return written


def _invocation(report: Report, left_out: int, lang: str) -> dict[str, Any]:
    """What was not checked, which files could not be read, and how many findings are left out, as notifications."""
    told = [{"level": "warning", "message": {"text": one.text(lang)}} for one in restrictions(report)]
    told += [
        {
            "level": "warning" if notice.kind is NoticeKind.MISSING else "note",
            "message": {"text": notice.message.text(lang)},
        }
        for notice in report.notices
    ]
    if left_out:
        told.append({"level": "warning", "message": {"text": FORMAT_MORE(count=left_out).text(lang)}})
    told += [{"level": "error", "message": {"text": message.text(lang)}} for message in report.unreadable]
    return {"executionSuccessful": not report.unreadable, "toolExecutionNotifications": told}


def _result(finding: Finding, numbers: dict[str, int], lang: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _said(finding, lang)},
        "locations": [_location(finding.span, finding, lang)],
        "partialFingerprints": {"plancheck/v1": finding.fingerprint},
        "baselineState": "unchanged" if finding.status is Status.KNOWN else "new",
        "properties": {"plan": finding.subject.plan, "subject": finding.subject.name},
    }
    if finding.related:
        written["relatedLocations"] = [
            {"id": number, **_location(one.span, None, lang), "message": {"text": one.message.text(lang)}}
            for number, one in enumerate(finding.related)
        ]
    if finding.fix is not None:
        changes = _changes(finding.fix.edits)
        written["fixes"] = [{"description": {"text": finding.fix.message.text(lang)}, "artifactChanges": changes}]
    if finding.status is Status.WAIVED:
        written["suppressions"] = [_suppression(finding.waiver, lang)]
    return written


def _suppression(waiver: SetAside | None, lang: str) -> dict[str, Any]:
    written: dict[str, Any] = {"kind": "external", "status": "accepted"}
    if waiver is not None:
        written |= {"justification": why_waived(waiver, lang), "location": _location(waiver.span, None, lang)}
    return written


def _said(finding: Finding, lang: str) -> str:
    """The sentence and the advice: readers of SARIF show nothing else beside the line."""
    message = finding.message.text(lang)
    return message if finding.help is None else f"{message}\n{finding.help.text(lang)}"


def _location(span: Span, finding: Finding | None, lang: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(span.source.path),
            "region": {**_region(span), "snippet": {"text": span.text}},
        }
    }
    if finding is not None:
        name = finding.subject.name or finding.subject.plan
        written["logicalLocations"] = [
            {"name": name, "fullyQualifiedName": f"{finding.subject.plan}.{name}", "kind": finding.subject.kind}
            if finding.subject.kind
            else {"name": span.source.locator(span.start).text(lang)}
        ]
    return written


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(_bytes(path.removeprefix("./"))), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    start, end = span.start_place, span.end_place
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _changes(edits: tuple[Edit, ...]) -> list[dict[str, Any]]:
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.span.source.path, []).append(edit)
    return [
        {
            "artifactLocation": _artifact(path),
            "replacements": [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in members
            ],
        }
        for path, members in by_path.items()
    ]


def _bytes(path: str) -> bytes:
    """A path as the system has it, of which a letter may be no letter."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
