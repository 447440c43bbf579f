"""The report for other programs. `json_schema.py` says the same as a schema; change both or none."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import asdict

from checker.engine.report import Report
from checker.finding import Edit, Finding, Notice, Related
from checker.source import Place, Span

#: The first number changes when a reader of the JSON has to.
SCHEMA_VERSION = "1.1"


def render_json(report: Report, lang: str = "zh") -> str:
    """The report as JSON text with a line end; sentences in zh or en, all other words in English."""
    return json.dumps(_report(report, lang), ensure_ascii=False, indent=2) + "\n"


def _report(report: Report, lang: str) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": report.tool_version,
        "stage": report.stage,
        "as_of": report.as_of.isoformat(),
        "findings": [finding_object(finding, lang) for finding in report.findings],
        "gone": [asdict(gone) for gone in report.gone],
        "notices": [_notice(notice, lang) for notice in report.notices],
        "summary": asdict(report.summary()),
    }


def finding_object(finding: Finding, lang: str) -> dict[str, Any]:
    """One finding as the JSON of the report has it."""
    written = {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.en,
        "status": finding.status.value,
        "message": finding.message.text(lang),
        "basis": finding.basis.text(lang),
        "help": finding.help.text(lang) if finding.help else None,
        "plan": finding.subject.plan,
        "subject": finding.subject.name,
        **_located(finding.span, lang),
        "related": [_related(related, lang) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }
    if finding.fix:
        message = finding.fix.message.text(lang)
        written["fix"] = {"message": message, "edits": [_edit(edit) for edit in finding.fix.edits]}
    return written


def _related(related: Related, lang: str) -> dict[str, Any]:
    return {"message": related.message.text(lang), **_located(related.span, lang)}


def _edit(edit: Edit) -> dict[str, Any]:
    return {**both_ends(edit.span), "text": edit.text}


def _located(span: Span, lang: str) -> dict[str, Any]:
    return {**both_ends(span), "locator": span.source.locator(span.start).text(lang)}


def both_ends(span: Span) -> dict[str, Any]:
    """The place of a span, complete: file and both ends."""
    return {"file": span.source.path, "start": _place(span.start_place), "end": _place(span.end_place)}


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _notice(notice: Notice, lang: str) -> dict[str, Any]:
    written: dict[str, Any] = {"message": notice.message.text(lang), "codes": list(notice.codes)}
    if notice.file is not None:
        written["file"] = notice.file
    return written
