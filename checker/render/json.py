"""The report for other programs. What it looks like stands in `json_schema.py`; mypy holds the two together."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from checker.engine.report import Gone, Report
from checker.engine.verdict import gate_holds, unchecked_points, verdict_sentence
from checker.finding import Edit, Finding, Notice, Related, SetAside, Severity
from checker.render.visible import json_text
from checker.source import Place, Span

if TYPE_CHECKING:
    from checker.engine.account import SeenDocument
    from checker.engine.coverage import TextCoverage
    from checker.engine.taken_up import FollowedItem, TextFollowed
    from checker.render.json_schema import (
        AccountJson,
        CoverageJson,
        DocumentJson,
        EditJson,
        FindingJson,
        FollowedItemJson,
        FollowedJson,
        GoneJson,
        LocatedJson,
        NoticeJson,
        PlaceJson,
        RelatedJson,
        ReportJson,
        SeverityWord,
        SpanJson,
        SummaryJson,
        WaiverJson,
    )

#: The first number changes when a reader of the JSON has to.
SCHEMA_VERSION: Final = "1.6"
_SEVERITIES: dict[Severity, SeverityWord] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}


def render_json(report: Report, lang: str = "zh") -> str:
    """The report as JSON text with a line end; sentences in zh or en, all other words in English."""
    return json_text(_report(report, lang)) + "\n"


def _report(report: Report, lang: str) -> ReportJson:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": report.tool_version,
        "stage": report.stage,
        "as_of": report.as_of.isoformat(),
        "findings": [finding_object(finding, lang) for finding in report.findings],
        "gone": [_gone(gone) for gone in report.gone],
        "notices": [_notice(notice, lang) for notice in report.notices],
        "coverage": [_coverage(one, lang) for one in report.coverage],
        "followed": [followed_object(one, lang) for one in report.followed],
        "account": account_object(report, lang),
        "summary": _summary(report),
    }


def finding_object(finding: Finding, lang: str) -> FindingJson:
    """One finding as the JSON of the report has it."""
    there = _located(finding.span, lang)
    written: FindingJson = {
        "code": finding.code,
        "slug": finding.slug,
        "severity": _SEVERITIES[finding.severity],
        "status": finding.status.value,
        "message": finding.message.text(lang),
        "basis": finding.basis.text(lang),
        "help": finding.help.text(lang) if finding.help else None,
        "plan": finding.subject.plan,
        "subject": finding.subject.name,
        "file": there["file"],
        "start": there["start"],
        "end": there["end"],
        "locator": there["locator"],
        "chapters": list(finding.concern.chapters),
        "owners": list(finding.concern.owners),
        "drafters": list(finding.concern.drafters),
        "goals": list(finding.concern.goals),
        "related": [_related(related, lang) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }
    if finding.waiver is not None:
        written["waiver"] = _waiver(finding.waiver)
    if finding.fix:
        message = finding.fix.message.text(lang)
        written["fix"] = {"message": message, "edits": [_edit(edit) for edit in finding.fix.edits]}
        if finding.fix.trusts_text:
            written["fix"]["trusts_text"] = True
    return written


def _waiver(waiver: SetAside) -> WaiverJson:
    return {
        "reason": waiver.reason or None,
        "approved_by": waiver.approved_by or None,
        "until": waiver.until.isoformat() if waiver.until is not None else None,
        **both_ends(waiver.span),
    }


def _related(related: Related, lang: str) -> RelatedJson:
    return {"message": related.message.text(lang), **_located(related.span, lang)}


def _edit(edit: Edit) -> EditJson:
    return {**both_ends(edit.span), "text": edit.text}


def _located(span: Span, lang: str) -> LocatedJson:
    return {**both_ends(span), "locator": span.source.locator(span.start).text(lang)}


def both_ends(span: Span) -> SpanJson:
    """The place of a span, complete: file and both ends."""
    return {"file": span.source.path, "start": _place(span.start_place), "end": _place(span.end_place)}


def _place(place: Place) -> PlaceJson:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _gone(gone: Gone) -> GoneJson:
    return {"code": gone.code, "message": gone.message, "plan": gone.plan, "fingerprint": gone.fingerprint}


def _coverage(one: TextCoverage, lang: str) -> CoverageJson:
    lacking = one.lacking
    return {
        "file": one.path,
        "plan": one.plan,
        "stated": one.told,
        "in_model": one.known,
        "lacking": [{"name": it.name, "year": it.year, "value": it.value, **_located(it.span, lang)} for it in lacking],
    }


def followed_object(one: TextFollowed, lang: str, states: Collection[str] | None = None) -> FollowedJson:
    """What an outline has of a proposal, as the JSON of the report has it; only the items of these states."""
    return {
        "proposal": one.proposal,
        "file": one.path,
        "kept": one.count("kept"),
        "reworded": one.count("reworded"),
        "missing": one.count("missing"),
        "items": [_item(it, lang) for it in (one.items if states is None else one.of(states))],
    }


def _item(it: FollowedItem, lang: str) -> FollowedItemJson:
    other = it.other_span
    return {
        "kind": it.kind,
        "state": it.state,
        "words": it.words,
        **_located(it.span, lang),
        "other": {"message": it.other, **_located(other, lang)} if other is not None else None,
    }


def account_object(report: Report, lang: str) -> AccountJson:
    """What was done and what was not, as the JSON of the report has it."""
    account = report.account
    return {
        "verdict": report.verdict.value,
        "sentence": verdict_sentence(report).text(lang),
        "strict": account.strict,
        "baseline": account.baseline or None,
        "unchecked": [message.text(lang) for message in unchecked_points(report)],
        "rules_run": [rule.code for rule in account.ran],
        "rules_not_run": [
            {"reason": group.why.value, "codes": list(group.codes), "words": list(group.words)}
            for group in account.not_run
        ],
        "documents": [_document(document) for document in account.documents],
    }


def _document(document: SeenDocument) -> DocumentJson:
    years = document.years
    return {
        "file": document.file,
        "kind": document.kind,
        "use": document.use.value,
        "plan": document.plan or None,
        "role": document.role or None,
        "known_by": document.known_by or None,
        "document_kind": document.document_kind or None,
        "place": document.place or None,
        "years": {"first": years[0], "last": years[1]} if years is not None else None,
        "stage": document.stage or None,
    }


def _summary(report: Report) -> SummaryJson:
    summary = report.summary()
    return {
        "error": summary.error,
        "warning": summary.warning,
        "info": summary.info,
        "known": summary.known,
        "waived": summary.waived,
        "notices": summary.notices,
        "unreadable": summary.unreadable,
        "plans": summary.plans,
        "gone": summary.gone,
        "verdict": report.verdict.value,
        "gate": {"severity": _SEVERITIES[report.gate], "passed": gate_holds(report)},
    }


def _notice(notice: Notice, lang: str) -> NoticeJson:
    written: NoticeJson = {
        "message": notice.message.text(lang),
        "codes": list(notice.codes),
        "kind": notice.kind.value,
    }
    if notice.file is not None:
        written["file"] = notice.file
    return written
