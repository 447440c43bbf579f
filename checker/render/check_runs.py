"""The bodies of requests to the check runs of Gitee and of Aliyun Codeup, written and never sent.

Gitee: POST /api/v5/repos/{owner}/{repo}/check-runs; Codeup: CreateCheckRun. Who sends one adds what only the
pipeline knows: the commit, the pull request, the address of the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.engine.report import Report
from checker.engine.verdict import Verdict, verdict_sentence
from checker.finding import Finding, Severity
from checker.messages.formats import FORMAT_COUNTS
from checker.render.github import render_github_summary
from checker.render.visible import json_text
from checker.render.worst import counts_of, worst_first

if TYPE_CHECKING:
    from checker.render.exchange_schema import (
        CheckLevel,
        CodeupAnnotationJson,
        CodeupCheckJson,
        CodeupOutputJson,
        GiteeAnnotationJson,
        GiteeCheckJson,
    )

_ANNOTATIONS = 50
_LEVELS: dict[Severity, CheckLevel] = {
    Severity.ERROR: "failure",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def render_gitee_check(report: Report, lang: str = "zh") -> str:
    """The body for Gitee as JSON; the worst fifty findings as annotations of its `output`."""
    marks = [_gitee_mark(finding, lang) for finding in worst_first(report)[:_ANNOTATIONS]]
    said = _output(report, lang)
    body: GiteeCheckJson = {
        "name": "plancheck",
        "status": "completed",
        "conclusion": _conclusion(report),
        "output": {"title": said["title"], "summary": said["summary"], "text": said["text"], "annotations": marks},
    }
    return _written(body)


def render_codeup_check(report: Report, lang: str = "zh") -> str:
    """The body for Codeup as JSON; the worst fifty findings as `annotations`."""
    body: CodeupCheckJson = {
        "name": "plancheck",
        "status": "completed",
        "conclusion": _conclusion(report),
        "output": _output(report, lang),
        "annotations": [_codeup_mark(finding, lang) for finding in worst_first(report)[:_ANNOTATIONS]],
    }
    return _written(body)


def _conclusion(report: Report) -> Literal["failure", "neutral", "success"]:
    """Green only where everything was looked at and nothing stands in the way; neutral stops nobody."""
    if report.exit_status():
        return "failure"
    return "success" if report.verdict is Verdict.PASSED else "neutral"


def _output(report: Report, lang: str) -> CodeupOutputJson:
    return {
        "title": verdict_sentence(report).text(lang),
        "summary": FORMAT_COUNTS(**counts_of(report)).text(lang),
        "text": render_github_summary(report, lang),
    }


def _gitee_mark(finding: Finding, lang: str) -> GiteeAnnotationJson:
    return {
        "path": finding.span.source.path,
        "start_line": finding.span.start_place.line,
        "end_line": finding.span.end_place.line,
        "annotation_level": _LEVELS[finding.severity],
        "title": _title(finding, lang),
        "message": finding.message.text(lang),
    }


def _codeup_mark(finding: Finding, lang: str) -> CodeupAnnotationJson:
    return {
        "path": finding.span.source.path,
        "startLine": finding.span.start_place.line,
        "endLine": finding.span.end_place.line,
        "annotationLevel": _LEVELS[finding.severity],
        "title": _title(finding, lang),
        "message": finding.message.text(lang),
    }


def _title(finding: Finding, lang: str) -> str:
    return f"{finding.code} {finding.title.text(lang)}"


def _written(body: GiteeCheckJson | CodeupCheckJson) -> str:
    return json_text(body) + "\n"
