"""GitLab Code Quality JSON: new findings with a place, a severity and a fingerprint that no other one has.

The widget shows no rule name (gitlab-org/gitlab#578172), so the code stands in the description.
Format: docs.gitlab.com, "Code Quality", report format.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Literal

from checker.engine.report import Report
from checker.finding import Severity, Status
from checker.messages.formats import FORMAT_CODED

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
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"
