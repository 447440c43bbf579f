"""Makes the Word and Excel files of the made-up workspace from its texts and its plan.

    python -m tests.plans.sample_files

The words stand once, in the `.txt` files and the `.plan`; run this after a change of either. The same texts
give the same bytes with the same libraries: archives carry no time of their own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[2] / "plans" / "yunchuan"
PLAN = SAMPLE / "云川经济开发区十四五.plan"
TEXTS = ("纲要", "起草说明")
WORKBOOK = "主要指标.xlsx"
YEARS = (2020, 2021, 2022, 2023, 2024, 2025)

_WHEN = (2021, 4, 15, 9, 0, 0)
_STAMP = "2021-04-15T09:00:00Z"
_ONES = "[一二三四五六七八九十]"
_STYLES = (
    (rf"第{_ONES}+篇 ", "Heading 1"),
    (rf"第{_ONES}+章 ", "Heading 2"),
    (rf"第{_ONES}+节 ", "Heading 3"),
    (rf"{_ONES}+、[^。]+$", "Heading 1"),
    (rf"（{_ONES}+）[^。：]+$", "Heading 2"),
    (r"(?:表|专栏)\d ", "Caption"),
)
_FONTS = {
    "Normal": ("仿宋", 16),
    "Title": ("黑体", 22),
    "Subtitle": ("楷体", 16),
    "Heading 1": ("黑体", 18),
    "Heading 2": ("黑体", 16),
    "Heading 3": ("楷体", 16),
    "Caption": ("黑体", 12),
}
#: A paragraph that begins with its own subject has it in bold: 一、智能装备产业。推进……
_LEAD = re.compile(rf"(?:{_ONES}+、|（{_ONES}+）|\d\. |——)[^。：]+。")
_WIDTHS = (10, 18, 48, 18, 18, 18, 18, 14)
_NOTE = re.compile(r"\[(\d)\]")


@dataclass(frozen=True)
class Line:
    """A paragraph of a text; a row of its table where `cells` is set."""

    text: str
    style: str
    cells: tuple[str, ...] = ()


def read_lines(name: str) -> list[Line]:
    """The lines of `name`.txt with the style each has in the Word file."""
    texts = (SAMPLE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    head = next(at for at, text in enumerate(texts) if text.endswith("。"))
    return [_line(text, at, head) for at, text in enumerate(texts)]


def table_rows() -> list[tuple[str, ...]]:
    """The rows of the indicator table in the outline, its heads first; a merged cell is empty below its first row."""
    return [line.cells for line in read_lines("纲要") if line.cells]


def _line(text: str, at: int, head: int) -> Line:
    if "\t" in text:
        return Line(text, "Table", tuple(text.split("\t")))
    if at < head:
        return Line(text, "Subtitle" if at else "Title")
    return Line(text, next((style for form, style in _STYLES if re.match(form, text)), "Normal"))


# ── Word ──


def make_document(name: str) -> bytes:
    """`name`.txt as a Word file: headings in their styles, the table with merged cells, footnotes."""
    import docx

    document = docx.Document()
    _set_up(document)
    lines = read_lines(name)
    notes = {m.group(1): line.text[m.end() :].strip() for line in lines if (m := _NOTE.match(line.text))}
    rows: list[tuple[str, ...]] = []
    for line in lines:
        if line.cells:
            rows.append(line.cells)
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if not _NOTE.match(line.text):
            _add_paragraph(document, line)
    if notes:
        _add_footnotes(document, notes)
    stream = io.BytesIO()
    document.save(stream)
    return _without_time(stream.getvalue())


def _set_up(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(27)
    for name, (font, size) in _FONTS.items():
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb, style.font.italic = RGBColor(0, 0, 0), False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:eastAsia"), font)
    document.core_properties.author = "云川经济开发区管理委员会"
    document.core_properties.title = "示例"
    document.core_properties.comments = ""


def _add_paragraph(document: Any, line: Line) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph(style=line.style)
    if line.style in ("Title", "Subtitle", "Caption"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.style == "Normal":
        paragraph.paragraph_format.first_line_indent = Pt(2 * _FONTS["Normal"][1])
    lead = _LEAD.match(line.text) if line.style == "Normal" else None
    if lead:
        paragraph.add_run(lead.group()).bold = True
    rest = line.text[lead.end() :] if lead else line.text
    for at, piece in enumerate(_NOTE.split(rest)):
        if at % 2:
            _add_note_sign(paragraph, piece)
        elif piece:
            paragraph.add_run(piece)


def _add_note_sign(paragraph: Any, number: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    run.font.superscript = True
    sign = OxmlElement("w:footnoteReference")
    sign.set(qn("w:id"), str(int(number) + 1))
    run._r.append(sign)


def _add_table(document: Any, rows: list[tuple[str, ...]]) -> None:
    from docx.shared import Mm, Pt

    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, cells, _WIDTHS, strict=True):
            cell.width = Mm(width)
            if text:
                cell.paragraphs[0].add_run(text).font.size = Pt(10.5)
    for first, last in merged(rows):
        for at in range(first + 1, last + 1):
            _continue_cell(table.cell(at, 1))
        _continue_cell(table.cell(first, 1), "restart")


def _continue_cell(cell: Any, how: str = "continue") -> None:
    """Make a cell part of the merged one above it, or the first of one."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:vMerge")
    mark.set(qn("w:val"), how)
    cell._tc.get_or_add_tcPr().append(mark)


def merged(rows: list[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """First and last row of each category, counted from the row of heads."""
    firsts = [at for at, cells in enumerate(rows) if at and cells[1]]
    yield from zip(firsts, [after - 1 for after in [*firsts[1:], len(rows)]], strict=True)


def _add_footnotes(document: Any, notes: dict[str, str]) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for at, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
        )
    )
    told = "".join(
        f'<w:footnote w:id="{int(number) + 1}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f'{head}<w:footnotes xmlns:w="{space}">{marks}{told}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


# ── Excel ──


def make_workbook() -> bytes:
    """The indicator table as the outline prints it, and the yearly targets of the plan behind it."""
    import openpyxl
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.Workbook()
    _fill_main(book.active)
    _fill_yearly(book.create_sheet("年度目标"))
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.properties.creator = "云川经济开发区管理委员会"
    stream = io.BytesIO()
    book.save(stream)
    return _without_time(stream.getvalue())


def _fill_main(sheet: Any) -> None:
    sheet.title = "主要指标"
    lines = read_lines("纲要")
    rows = table_rows()
    title = next(line.text for line in lines if line.text.startswith("表1 "))
    _put_row(sheet, 1, (title.removeprefix("表1 "),))
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
    for at, cells in enumerate(rows):
        _put_row(sheet, at + 2, cells)
    for first, last in merged(rows):
        sheet.merge_cells(start_row=first + 2, end_row=last + 2, start_column=2, end_column=2)
    _put_row(sheet, len(rows) + 2, (next(line.text for line in lines if line.text.startswith("注：")),))
    sheet.merge_cells(start_row=len(rows) + 2, end_row=len(rows) + 2, start_column=1, end_column=len(rows[0]))
    _draw(sheet, 2, len(rows) + 1, len(rows[0]))
    for column, width in zip("ABCDEFGH", (6, 12, 44, 14, 14, 14, 20, 10), strict=True):
        sheet.column_dimensions[column].width = width


def _fill_yearly(sheet: Any) -> None:
    _put_row(sheet, 1, ("序号", "指标名称", "单位", *(f"{year}年" for year in YEARS)))
    for at, (name, unit, figures) in enumerate(yearly_targets(), 1):
        _put_row(sheet, at + 1, (str(at), name, unit, *(figures.get(year, "—") for year in YEARS)))
    _draw(sheet, 1, sheet.max_row, 3 + len(YEARS))
    sheet.column_dimensions["B"].width = 44


def _draw(sheet: Any, first: int, last: int, columns: int) -> None:
    """Lines around every cell of a table; its heads in bold."""
    from openpyxl.styles import Alignment, Border, Font, Side

    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
        for cell in row:
            cell.border = Border(line, line, line, line)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.font = Font(bold=cell.row == first)


def yearly_targets() -> Iterator[tuple[str, str, dict[int, str]]]:
    """Name, unit and yearly figures as printed, of each indicator of the plan that has targets year by year."""
    from checker.model import Indicator, build_plan, parse_plan
    from checker.source import read_source

    plan = build_plan(parse_plan(read_source(PLAN, PLAN.name)))
    for indicator in plan.elements:
        if isinstance(indicator, Indicator) and indicator.category is not None:
            points = [f for f in indicator.figures if f.year in YEARS and f.basis == "point"]
            if any(f.tense == "target" and f.year == YEARS[1] for f in points):
                shown = {int(str(f.year)): re.sub(r"^(?:实际|目标)\s*", "", _written(f)) for f in points}
                yield indicator.name, str(indicator.unit_text), shown


def _written(figure: Any) -> str:
    return str(figure.source.text[figure.start : figure.end])


def _put_row(sheet: Any, row: int, cells: tuple[str, ...]) -> None:
    for column, text in enumerate(cells, 1):
        if not text:
            continue
        cell = sheet.cell(row, column)
        number = re.fullmatch(r"\d+(?:\.(\d+))?", text)
        cell.value = (float(text) if number.group(1) else int(text)) if number else text
        if number and number.group(1):
            cell.number_format = "0." + "0" * len(number.group(1))


def _without_time(archive: bytes) -> bytes:
    """The archive with one fixed time in all of it."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(W3CDTF\">)[^<]+", rb"\g<1>" + _STAMP.encode(), content)
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return stream.getvalue()


def files() -> dict[str, bytes]:
    """Every made file by its name."""
    return {**{f"{name}.docx": make_document(name) for name in TEXTS}, WORKBOOK: make_workbook()}


if __name__ == "__main__":
    for name, content in files().items():
        (SAMPLE / name).write_bytes(content)
