"""A Word file made from nothing: paragraphs and tables → the bytes of a .docx, the same for the same content.

A4 landscape, in the fonts that official papers have (by name: they come with WPS and Office); heads of tables are
repeated on each page, rows are not torn. Source: ECMA-376 part 1 (WordprocessingML).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.office.archive import pack
from checker.office.docx_changes import TYPES, TYPES_PART
from checker.office.docx_package import RELATIONS, written

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TWIPS = 567 / 10  # in a millimetre
_WIDTH, _HEIGHT, _MARGIN = 297, 210, 11
#: Style → name in Word, font, size in half points, and whether it stands in the middle.
_STYLES = {
    "Title": ("Title", "黑体", 32, True),
    "Subtitle": ("Subtitle", "楷体", 24, True),
    "Heading1": ("heading 1", "黑体", 24, False),
    "Normal": ("Normal", "仿宋", 20, False),
    "Cell": ("Table Cell", "仿宋", 15, False),
    "Head": ("Table Head", "黑体", 15, True),
    "Group": ("Table Group", "楷体", 16, False),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `style` is one of Title, Subtitle, Heading1, Normal."""

    text: str
    style: str = "Normal"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads with widths in millimetres; a row of one cell runs over all columns and heads those below."""

    heads: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]


def write_docx(blocks: Sequence[Words | Grid]) -> bytes:
    """The .docx file of `blocks`."""
    parts = {
        TYPES_PART: _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations([("styles", "styles.xml"), ("footer", "footer1.xml")]),
        "word/document.xml": _document(blocks),
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(),
    }
    return pack({name: written(root) for name, root in parts.items()})


def _content_types() -> _Element:
    from lxml import etree

    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    _sub(root, "Default", {"Extension": "rels", "ContentType": relations})
    for part, kind in (("document", "document.main"), ("styles", "styles"), ("footer1", "footer")):
        _sub(root, "Override", {"PartName": f"/word/{part}.xml", "ContentType": f"{_MAIN}.{kind}+xml"})
    return root


def _relations(targets: Sequence[tuple[str, str]]) -> _Element:
    from lxml import etree

    root = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
    for number, (kind, target) in enumerate(targets, 1):
        _sub(root, "Relationship", {"Id": f"rId{number}", "Type": f"{_R}/{kind}", "Target": target})
    return root


def _sub(parent: _Element, name: str, attributes: dict[str, str]) -> None:
    """A child in the namespace of its parent, its attributes in none."""
    from lxml import etree

    etree.SubElement(parent, f"{str(parent.tag).rpartition('}')[0]}}}{name}", attributes)


def _root(name: str) -> _Element:
    from lxml import etree

    return etree.Element(f"{{{_W}}}{name}", nsmap={"w": _W, "r": _R})


def _add(parent: _Element, name: str, **values: object) -> _Element:
    """A child of Word's namespace with attributes of it."""
    from lxml import etree

    return etree.SubElement(parent, f"{{{_W}}}{name}", {f"{{{_W}}}{key}": str(value) for key, value in values.items()})


def _document(blocks: Sequence[Words | Grid]) -> _Element:
    root = _root("document")
    body = _add(root, "body")
    for block in blocks:
        if isinstance(block, Words):
            _paragraph(body, block.text, block.style)
        else:
            _table(body, block)
    section = _add(body, "sectPr")
    _add(section, "footerReference", type="default").set(f"{{{_R}}}id", "rId2")
    _add(section, "pgSz", w=_twips(_WIDTH), h=_twips(_HEIGHT), orient="landscape")
    edge = _twips(_MARGIN)
    _add(section, "pgMar", top=edge, right=edge, bottom=edge, left=edge, header=400, footer=400, gutter=0)
    return root


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _paragraph(parent: _Element, text: str, style: str) -> None:
    paragraph = _add(parent, "p")
    _add(_add(paragraph, "pPr"), "pStyle", val=style)
    _run(paragraph, text)


def _run(paragraph: _Element, text: str) -> None:
    shown = _add(_add(paragraph, "r"), "t")
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    # A part of XML holds no control characters and no halves of pairs; a plan may.
    shown.text = "".join(one if one.isprintable() else " " for one in text)


def _table(body: _Element, grid: Grid) -> None:
    table = _add(body, "tbl")
    look = _add(table, "tblPr")
    widths = [_twips(width) for _, width in grid.heads]
    _add(look, "tblW", w=sum(widths), type="dxa")
    borders = _add(look, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, side, val="single", sz=4, space=0, color="808080")
    _add(look, "tblLayout", type="fixed")
    margins = _add(look, "tblCellMar")
    for side in ("left", "right"):
        _add(margins, side, w=50, type="dxa")
    columns = _add(table, "tblGrid")
    for width in widths:
        _add(columns, "gridCol", w=width)
    _row(table, [head for head, _ in grid.heads], widths, "Head")
    for cells in grid.rows:
        if len(cells) == 1:
            _row(table, cells, [sum(widths)], "Group", span=len(widths))
        else:
            _row(table, cells, widths, "Cell")


def _row(table: _Element, cells: Sequence[str], widths: Sequence[int], style: str, span: int = 1) -> None:
    row = _add(table, "tr")
    look = _add(row, "trPr")
    _add(look, "cantSplit")
    if style == "Head":
        _add(look, "tblHeader")
    for text, width in zip(cells, widths, strict=True):
        cell = _add(row, "tc")
        of_cell = _add(cell, "tcPr")
        _add(of_cell, "tcW", w=width, type="dxa")
        if span > 1:
            _add(of_cell, "gridSpan", val=span)
        if style != "Cell":
            _add(of_cell, "shd", val="clear", color="auto", fill="F2F2F2")
        _paragraph(cell, text, style)


def _styles() -> _Element:
    root = _root("styles")
    for style, (name, font, size, middle) in _STYLES.items():
        one = _add(root, "style", type="paragraph", styleId=style, **({"default": 1} if style == "Normal" else {}))
        _add(one, "name", val=name)
        if style not in ("Cell", "Head", "Group"):
            _add(one, "qFormat")
        look = _add(one, "pPr")
        if style in ("Heading1", "Group"):
            _add(look, "keepNext")
        inside = style in ("Cell", "Head", "Group")
        _add(look, "spacing", before=0 if inside else 30, after=0 if inside else 30, line=240, lineRule="auto")
        if middle:
            _add(look, "jc", val="center")
        if style == "Heading1":
            _add(look, "outlineLvl", val=0)
        letters = _add(one, "rPr")
        _add(letters, "rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=font)
        _add(letters, "sz", val=size)
    return root


def _footer() -> _Element:
    root = _root("footer")
    paragraph = _add(root, "p")
    look = _add(paragraph, "pPr")
    _add(look, "pStyle", val="Head")
    field = _add(paragraph, "fldSimple", instr="PAGE")
    _run(field, "1")
    return root
