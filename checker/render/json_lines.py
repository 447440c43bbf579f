"""The findings one a line, each a JSON object as in the JSON of the whole report."""

from __future__ import annotations

import json

from checker.engine.report import Report
from checker.render.json import finding_object


def render_json_lines(report: Report, lang: str = "zh") -> str:
    """A line for each finding, in the order of the report; nothing for a report without findings."""
    return "".join(json.dumps(finding_object(one, lang), ensure_ascii=False) + "\n" for one in report.findings)
