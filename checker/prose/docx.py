"""A .docx file → a document: its paragraphs, tables, text boxes and notes, tracked changes read as accepted.

Comments, headers and footers are not part of the text. A w:p is a line; one whose manual line breaks part
whole paragraphs gives a line for each, one deleted paragraph mark joins two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.messages import Message
from checker.messages.texts import DOCX_BROKEN, DOCX_EMBEDDED, DOCX_TRACKED
from checker.office.docx_package import DocxPackage
from checker.prose.document import BlockKind, Cell, Document, Origin
from checker.prose.docx_numbering import Numbering
from checker.prose.docx_runs import (
    BREAK,
    PARAGRAPH,
    TABLE,
    VALUE,
    ParagraphText,
    W,
    chosen,
    is_alternatives,
    paragraph_text,
)
from checker.prose.docx_styles import Styles, outline_level, read_use
from checker.prose.headings import Line, outline
from checker.source import SourceText, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A paragraph up to this length with manual breaks is one title in several lines.
_LONGEST_TITLE = 60
_WIDEST = 1024
_DELETED = (f"{W}rPr/{W}del", f"{W}rPr/{W}moveFrom")
_NOT_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def build_docx(data: bytes, shown: str) -> Document:
    """The document of the .docx in `data`, to be known to readers as `shown`.

    Raises Unreadable, without naming the file, for what cannot be read within bounds.
    """
    package = DocxPackage(data)
    document = package.part("document")
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise Unreadable(DOCX_BROKEN())
    reader = _Reader(package)
    reader.read_body(body)
    reader.read_notes()
    lines, origins = reader.lines, reader.origins
    source = SourceText(shown, "\n".join(line.text for line in lines))
    blocks, contents = outline(lines)
    margins = tuple(_margin_lines(package))
    package.forget()
    return Document(
        source,
        blocks,
        reader.remarks(),
        reader.unread(),
        origins=origins,
        margins=margins,
        pictures=package.pictures,
        contents=contents,
        package=package,
    )


def _margin_lines(package: DocxPackage) -> Iterator[str]:
    """The lines of headers and footers, each once."""
    said = (paragraph_text(one).text for margin in package.margins() for one in margin.iter(PARAGRAPH))
    lines = (line.strip() for text in said for line in text.split(BREAK))
    yield from dict.fromkeys(line for line in lines if line)


class _Reader:
    """Walks through the parts in order and gathers lines."""

    def __init__(self, package: DocxPackage) -> None:
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._offset = 0
        self._tables = 0
        self._noted: list[tuple[str, str]] = []
        self._joined: list[tuple[str, int, str]] = []
        self._changes = [0, 0]
        self._part = ""
        self._indexes: dict[_Element, int] = {}
        self.lines: list[Line] = []
        self.origins: list[Origin] = []

    def read_body(self, body: _Element) -> None:
        """The text itself."""
        self._enter("document")
        self._read_all(body, BlockKind.PARAGRAPH, None)

    def read_notes(self) -> None:
        """Footnotes and endnotes, in the order of their marks in the text."""
        for kind in ("footnote", "endnote"):
            root = self._package.part(f"{kind}s")
            if root is None:
                continue
            self._enter(f"{kind}s")
            notes = {one.get(f"{W}id"): one for one in root.findall(f"{W}{kind}")}
            marks = list(dict.fromkeys(note_id for noted, note_id in self._noted if noted == kind))
            for number, note_id in enumerate(marks, 1):
                note = notes.get(note_id)
                if note is not None and note.get(f"{W}type") not in _NOT_NOTES:
                    self._read_all(note, BlockKind.NOTE, None, str(number))

    def remarks(self) -> tuple[Message, ...]:
        """What there is to say of how the file was read."""
        inserted, deleted = self._changes
        said: list[Message] = []
        if inserted or deleted:
            said.append(DOCX_TRACKED(inserted=inserted, deleted=deleted))
        return tuple(said)

    def unread(self) -> tuple[Message, ...]:
        """What of the file was left out."""
        embedded = self._package.embedded
        return (DOCX_EMBEDDED(count=embedded),) if embedded else ()

    def _enter(self, part: str) -> None:
        self._part = self._package.names[part]
        self._indexes = {one: index for index, one in enumerate(self._package.tree(self._part).iter(PARAGRAPH))}

    def _read_all(self, container: _Element, kind: BlockKind, cell: Cell | None, number: str = "") -> None:
        """What stands in a body, cell, box or note, one after the other."""
        for element in _content(container):
            if element.tag == TABLE:
                self._flush(kind, cell, number)
                self._read_table(element)
            else:
                self._read_paragraph(element, kind, cell, number)
        self._flush(kind, cell, number)

    # ---- paragraphs

    def _read_paragraph(self, paragraph: _Element, kind: BlockKind, cell: Cell | None, number: str) -> None:
        said = paragraph_text(paragraph)
        self._changes[0] += said.inserted
        self._changes[1] += said.deleted
        self._noted += said.notes
        self._joined.append((self._part, self._indexes[paragraph], said.text))
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and any(properties.find(path) is not None for path in _DELETED):
            # Its mark goes, so its words stand before those of the next.
            self._changes[1] += 1
        else:
            self._finish(properties, kind, cell, number)
        self._read_boxes(said, kind, cell, number)

    def _read_boxes(self, said: ParagraphText, kind: BlockKind, cell: Cell | None, number: str) -> None:
        if said.boxes:
            self._flush(kind, cell, number)
        for box in said.boxes:
            self._read_all(box, BlockKind.BOX, None)

    def _flush(self, kind: BlockKind, cell: Cell | None, number: str) -> None:
        """A paragraph without its mark at the end of its container stands for itself."""
        if self._joined:
            self._finish(None, kind, cell, number)

    def _finish(self, properties: _Element | None, kind: BlockKind, cell: Cell | None, number: str) -> None:
        joined, self._joined = self._joined, []
        text = "".join(words for _, _, words in joined)
        style_id = _value(properties, "pStyle") or self._styles.default
        style = self._styles.style(style_id)
        printed = self._printed(properties, style_id, bool(text.strip()))
        if not text.strip() and (kind is not BlockKind.PARAGRAPH or not printed):
            return
        stated = outline_level(properties)
        line = Line("", 0, kind, style.outline if stated is None else stated, number, cell, style.is_contents)
        if kind is BlockKind.PARAGRAPH and printed is not None:
            line.number = printed
            line.kind = BlockKind.PARAGRAPH if printed or line.outline else BlockKind.ITEM
        is_title = len(text) <= _LONGEST_TITLE or bool(line.outline) or BREAK not in text
        self._add(line, joined, text.replace(BREAK, " ") if is_title else text)

    def _printed(self, properties: _Element | None, style_id: str, has_words: bool) -> str | None:
        """The number in front; an empty paragraph is not counted on by Word either if it is in no list."""
        use = read_use(properties)
        styled = self._styles.style(style_id).numbering
        if use is None:
            use = styled
        elif use.list_id is None and styled is not None:
            use.list_id = styled.list_id
        if use is None or (not has_words and properties is None):
            return None
        return self._numbering.next(use, style_id)

    def _add(self, first: Line, joined: list[tuple[str, int, str]], text: str) -> None:
        """Add the lines of `text`, which may be one paragraph, several joined, or one parted at its breaks."""
        start = 0
        for part in text.split(BREAK):
            if part.strip():
                line = Line(part, self._offset, first.kind, first.outline, first.number, first.cell, first.contents)
                self.lines.append(line)
                self.origins += _origins(joined, start, start + len(part), self._offset)
                self._offset += len(part) + 1
                first.number = "" if first.kind is not BlockKind.NOTE else first.number
            start += len(part) + 1
        if not text.strip():
            self.lines.append(Line("", self._offset, first.kind, first.outline, first.number))
            self.origins += _origins(joined, 0, len(text), self._offset)
            self._offset += 1

    # ---- tables

    def _read_table(self, table: _Element) -> None:
        self._tables += 1
        number = self._tables
        merged: dict[int, Cell] = {}
        row = 0
        for element in _rows(table):
            if element.find(f"{W}trPr/{W}del") is not None:
                self._changes[1] += 1
                continue
            row += 1
            self._read_row(element, number, row, merged)

    def _read_row(self, element: _Element, table: int, row: int, merged: dict[int, Cell]) -> None:
        """`merged` holds by column the cells that may go on downwards."""
        before = element.find(f"{W}trPr/{W}gridBefore")
        column = 1 + _count(before, 0)
        for tc in _cells(element):
            properties = tc.find(f"{W}tcPr")
            span = _count(properties.find(f"{W}gridSpan"), 1) if properties is not None else 1
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            above = merged.get(column)
            if merge is not None and merge.get(VALUE, "continue") == "continue" and above is not None:
                above.rows = row - above.row + 1
            else:
                cell = Cell(table, row, column, 1, span)
                merged[column] = cell
                self._read_all(tc, BlockKind.CELL, cell)
            column += span


def _origins(joined: list[tuple[str, int, str]], start: int, end: int, at: int) -> Iterator[Origin]:
    """Where the characters `start` to `end` of joined paragraphs come from; they stand from `at` on."""
    begin = 0
    for part, paragraph, words in joined:
        low, high = max(start, begin), min(end, begin + len(words))
        if low < high or (start == end == begin):
            yield Origin(at + low - start, part, paragraph, low - begin)
        begin += len(words)


def _content(container: _Element) -> Iterator[_Element]:
    """Paragraphs and tables in order, out of whatever wraps them (content controls, marks of changes)."""
    for element in container:
        if element.tag in (PARAGRAPH, TABLE):
            yield element
        elif is_alternatives(element):
            branch = chosen(element)
            yield from _content(branch) if branch is not None else ()
        elif element.tag in _WRAPPERS:
            yield from _content(element)


_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def _rows(table: _Element) -> Iterator[_Element]:
    return _wrapped(table, f"{W}tr")


def _cells(row: _Element) -> Iterable[_Element]:
    return (cell for cell in _wrapped(row, f"{W}tc") if cell.find(f"{W}tcPr/{W}cellDel") is None)


def _wrapped(container: _Element, tag: str) -> Iterator[_Element]:
    for element in container:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _wrapped(element, tag)


def _count(element: _Element | None, default: int) -> int:
    """A small positive number; a file may state any."""
    try:
        return min(max(int(element.get(VALUE, "")), default), _WIDEST) if element is not None else default
    except ValueError:
        return default


def _value(properties: _Element | None, name: str) -> str:
    found = properties.find(W + name) if properties is not None else None
    return found.get(VALUE, "") if found is not None else ""
