"""The findings one a line, each a JSON object as in the JSON of the whole report; the last line is its account."""

from __future__ import annotations

from checker.engine.report import Report
from checker.render.json import account_object, finding_object
from checker.render.visible import json_text


def render_json_lines(report: Report, lang: str = "zh") -> str:
    """A line for each finding, in the order of the report, and one {"account": …} behind them."""
    lines: list[object] = [finding_object(one, lang) for one in report.findings]
    lines.append({"account": account_object(report, lang)})
    return "".join(json_text(line, None) + "\n" for line in lines)
