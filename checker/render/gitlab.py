"""GitLab Code Quality JSON: new findings with a place, a severity and a fingerprint that no other one has.

The widget shows no rule name (gitlab-org/gitlab#578172), so the code stands in the description.
Format: docs.gitlab.com, "Code Quality", report format.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from checker.engine.report import Report
from checker.engine.verdict import Verdict, unchecked_points, verdict_sentence
from checker.finding import Severity, Status
from checker.finding.fingerprint import fingerprint_of_parts
from checker.messages.formats import FORMAT_CODED, FORMAT_NOT_CHECKED
from checker.render.visible import json_text

if TYPE_CHECKING:
    from checker.render.exchange_schema import QualityJson

_SEVERITIES: dict[Severity, Literal["major", "minor", "info"]] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def render_gitlab(report: Report, lang: str = "zh") -> str:
    """A JSON array, one object a finding."""
    seen: Counter[str] = Counter()
    written: list[QualityJson] = []
    for finding in report.findings:
        if finding.status is not Status.NEW:
            continue
        print_ = finding.fingerprint
        seen[print_] += 1
        written.append(
            {
                "description": FORMAT_CODED(code=finding.code, message=finding.message).text(lang),
                "check_name": f"{finding.code}-{finding.slug}",
                "fingerprint": print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}",
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": finding.span.source.path.removeprefix("./"),
                    "lines": {"begin": finding.span.start_place.line, "end": finding.span.end_place.line},
                },
            }
        )
    if report.verdict is not Verdict.PASSED:
        written.append(_verdict(report, lang))
    return json_text(written) + "\n"


def _verdict(report: Report, lang: str) -> QualityJson:
    """The format knows nothing but findings, so what was not checked is told as one, at the first file of the run.

    It is another one for GitLab where that changes.
    """
    points = [FORMAT_NOT_CHECKED(message=one).text(lang) for one in unchecked_points(report)]
    documents = report.account.documents
    return {
        "description": "\n".join([verdict_sentence(report).text(lang), *points]),
        "check_name": "plancheck-verdict",
        "fingerprint": fingerprint_of_parts("plancheck-verdict", [report.verdict.value, *points]),
        "severity": "info",
        "location": {
            "path": documents[0].file.removeprefix("./") if documents else ".",
            "lines": {"begin": 1, "end": 1},
        },
    }
