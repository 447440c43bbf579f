"""Word files for tests: hand-made packages around a few tags, so that each test says only what it is about."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(tag: str, inside: str) -> str:
    """An XML part whose root is w:`tag`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_SPACES}>{inside}</w:{tag}>'


def relations(*entries: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="r{number}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{told}</Relationships>'


def word_file(body: str, **parts: str) -> bytes:
    """A .docx with this w:body, and parts (styles, numbering, footnotes, endnotes) by the inside of their root."""
    files = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in parts)),
        **{f"word/{kind}.xml": part(kind, inside) for kind, inside in parts.items()},
    }
    return package(files)


def package(files: dict[str, str]) -> bytes:
    """A zip archive of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(inside: str, properties: str = "") -> str:
    """A w:p; words without tags are one run."""
    words = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def numbered(inside: str, list_id: int, level: int = 0) -> str:
    return paragraph(inside, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def definition(number: int, *levels: tuple[str, str], extra: str = "") -> str:
    """A w:abstractNum whose levels have these formats and texts; `extra` goes into each level."""
    told = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{told}</w:abstractNum>'


def use(number: int, abstract: int, inside: str = "") -> str:
    """A w:num."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else paragraph(inside)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
