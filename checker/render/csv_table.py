"""The findings as a table for WPS and Excel: CSV with a byte order mark, so that both read it as UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.engine.report import Report
from checker.finding import Finding
from checker.messages.formats import FORMAT_COLUMNS, FORMAT_STATUS
from checker.render.waived import why_waived

_MARK = "\ufeff"
#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report, lang: str = "zh") -> str:
    """A line of headings, and one for each finding; lines end as RFC 4180 has it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(FORMAT_COLUMNS().text(lang).split("|"))
    for finding in report.findings:
        writer.writerow([_inert(cell) for cell in _cells(finding, lang)])
    return _MARK + text.getvalue()


def _cells(finding: Finding, lang: str) -> Iterator[str]:
    place = finding.span.start_place
    source = finding.span.source
    yield finding.code
    yield finding.title.text(lang)
    yield finding.severity.en if lang == "en" else finding.severity.zh
    yield FORMAT_STATUS[finding.status.value]().text(lang)
    yield finding.subject.plan
    yield finding.subject.name
    yield finding.message.text(lang)
    yield finding.basis.text(lang)
    yield finding.help.text(lang) if finding.help else ""
    yield source.path
    yield source.locator(finding.span.start).text(lang)
    yield str(place.line)
    yield str(place.column)
    yield finding.fingerprint
    yield why_waived(finding.waiver, lang) if finding.waiver is not None else ""


def _inert(cell: str) -> str:
    """The text of a plan is data: a cell that begins like a formula is made plain text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
