"""The findings as a table for WPS and Excel: CSV with a byte order mark, so that both read it as UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.engine.report import Report
from checker.engine.verdict import unchecked_points, verdict_sentence
from checker.finding import Finding
from checker.messages.formats import FORMAT_COLUMNS, FORMAT_STATUS, FORMAT_UNCHECKED, FORMAT_VERDICT
from checker.render.visible import visible_lines
from checker.render.waived import why_waived

#: By it WPS and Excel know UTF-8.
BYTE_ORDER_MARK = "\ufeff"
#: The columns of status and sentence.
_STATUS, _MESSAGE = 3, 6
#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report, lang: str = "zh") -> str:
    """A line of headings, one for each finding, then the verdict and what was not checked; lines end as in RFC 4180."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(finding_heads(lang))
    for cells in finding_cells(report, lang):
        writer.writerow(map(inert, cells))
    writer.writerow(_told(FORMAT_VERDICT().text(lang), verdict_sentence(report).text(lang)))
    for point in unchecked_points(report):
        writer.writerow(_told(FORMAT_UNCHECKED().text(lang), point.text(lang)))
    return BYTE_ORDER_MARK + text.getvalue()


def finding_heads(lang: str) -> list[str]:
    """The headings of `finding_cells`."""
    return FORMAT_COLUMNS().text(lang).split("|")


def finding_cells(report: Report, lang: str) -> list[list[str]]:
    """A row of cells for each finding, as its words are."""
    return [list(_cells(finding, lang)) for finding in report.findings]


def _told(status: str, message: str) -> list[str]:
    """A row that is no finding: its status says what it is, its sentence stands where those of findings stand."""
    row = [""] * len(finding_heads("zh"))
    row[_STATUS], row[_MESSAGE] = status, inert(message)
    return row


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
    concern, mark = finding.concern, ", " if lang == "en" else "、"
    for names in (concern.chapters, concern.drafters, concern.owners, concern.goals):
        yield mark.join(names)


def inert(cell: str) -> str:
    """The text of a plan is data: a cell that begins like a formula is made plain text, what would act is shown."""
    cell = visible_lines(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
