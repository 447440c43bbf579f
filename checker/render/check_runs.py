"""The bodies of requests to the check runs of Gitee and of Aliyun Codeup, written and never sent.

Gitee: POST /api/v5/repos/{owner}/{repo}/check-runs; Codeup: CreateCheckRun. Who sends one adds what only the
pipeline knows: the commit, the pull request, the address of the report.
"""

from __future__ import annotations

import json
from typing import Any

from checker.engine.report import Report
from checker.finding import Severity
from checker.messages.formats import FORMAT_COUNTS, FORMAT_PASSED, FORMAT_STOPPED
from checker.render.github import render_github_summary
from checker.render.worst import counts_of, worst_first

_ANNOTATIONS = 50
_LEVELS = {Severity.ERROR: "failure", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_gitee_check(report: Report, lang: str = "zh") -> str:
    """The body for Gitee as JSON; the worst fifty findings as annotations of its `output`."""
    body = _body(report, lang)
    annotations = _annotations(report, lang, ("start_line", "end_line", "annotation_level"))
    return _written({**body, "output": {**body["output"], "annotations": annotations}})


def render_codeup_check(report: Report, lang: str = "zh") -> str:
    """The body for Codeup as JSON; the worst fifty findings as `annotations`."""
    annotations = _annotations(report, lang, ("startLine", "endLine", "annotationLevel"))
    return _written({**_body(report, lang), "annotations": annotations})


def _body(report: Report, lang: str) -> dict[str, Any]:
    stopped = bool(report.exit_status())
    return {
        "name": "plancheck",
        "status": "completed",
        "conclusion": "failure" if stopped else "success",
        "output": {
            "title": (FORMAT_STOPPED() if stopped else FORMAT_PASSED()).text(lang),
            "summary": FORMAT_COUNTS(**counts_of(report)).text(lang),
            "text": render_github_summary(report, lang),
        },
    }


def _annotations(report: Report, lang: str, keys: tuple[str, str, str]) -> list[dict[str, Any]]:
    """One for each finding; `keys` are the words for the first line, the last line and the level."""
    first, last, level = keys
    return [
        {
            "path": finding.span.source.path,
            first: finding.span.start_place.line,
            last: finding.span.end_place.line,
            level: _LEVELS[finding.severity],
            "title": f"{finding.code} {finding.title.text(lang)}",
            "message": finding.message.text(lang),
        }
        for finding in worst_first(report)[:_ANNOTATIONS]
    ]


def _written(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
