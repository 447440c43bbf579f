"""The findings as a sheet for WPS and Excel: what the CSV has, with the verdict and what was not checked below."""

from __future__ import annotations

from checker.engine.report import Report
from checker.engine.verdict import unchecked_points, verdict_sentence
from checker.messages.formats import FORMAT_SHEET, FORMAT_UNCHECKED_LINE
from checker.render.csv_table import finding_cells, finding_heads
from checker.render.visible import visible, visible_lines
from checker.write.sheet_listing import plain_sheet
from checker.write.workbook import SheetTable


def finding_sheets(report: Report, lang: str = "zh") -> list[SheetTable]:
    """The one sheet of a report."""
    name = FORMAT_SHEET().text(lang)
    rows = [[visible_lines(cell) for cell in row] for row in finding_cells(report, lang)]
    plain = plain_sheet(name, name, finding_heads(lang), rows)
    points = [FORMAT_UNCHECKED_LINE(point=point) for point in unchecked_points(report)]
    notes = [visible(one.text(lang)) for one in (verdict_sentence(report), *points)]
    return [SheetTable(name, name, plain.columns, plain.rows, notes)]
