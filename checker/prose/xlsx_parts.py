"""What the parts of an .xlsx workbook beside its sheets say: which sheets there are, shared words, number formats."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.messages.sheets import SHEETS_BROKEN
from checker.office.xlsx_package import Handler, XlsxPackage
from checker.source import Unreadable

#: As many characters as a cell may hold (Excel's own limit).
CELL_LIMIT = 32_767
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile("\r\n?")
_GENERAL = "General"


@dataclass(slots=True)
class Book:
    """A workbook without its cells: the visible sheets (title, part), shared words, formats by style number."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    words: Sequence[str] = ()
    formats: Sequence[str] = ()
    from_1904: bool = False

    def format_of(self, style: str) -> str:
        """The number format of cells with the style of that number."""
        number = int(style) if style.isdecimal() and len(style) < 9 else 0
        return self.formats[number] if number < len(self.formats) else _GENERAL


def read_book(package: XlsxPackage) -> Book:
    """The workbook in `package`. Raises Unreadable where it is broken or has no sheets of cells."""
    relations = package.relations(package.main)
    listed = _Sheets()
    package.read(package.main, listed)
    book = Book(from_1904=listed.from_1904)
    kinds = {one.kind: one.target for one in reversed(relations.values())}
    any_sheet = False
    for title, state, key in listed.found:
        relation = relations.get(key)
        if relation is None or relation.kind != "worksheet":
            continue  # a sheet that is a chart has no cells
        any_sheet = True
        if state == "visible":
            book.sheets.append((title, relation.target))
    if not any_sheet:
        raise Unreadable(SHEETS_BROKEN())
    # An archive may hold a part without a name.
    if (part := kinds.get("sharedStrings")) and package.has(part):
        words = _SharedWords()
        package.read(part, words)
        book.words = words.found
    if (part := kinds.get("styles")) and package.has(part):
        styles = _Styles()
        package.read(part, styles)
        book.formats = styles.formats()
    return book


def plain_words(text: str) -> str:
    """Words as a reader sees them: `_x000D_` is the character of that number; what would act is left out."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    text = _LINE_ENDS.sub("\n", text)
    if text.isprintable():
        return text
    return "".join(one for one in text if one in "\n\t" or (one >= " " and not "\ud800" <= one <= "\udfff"))


class _Sheets(Handler):
    """Follows the part of the workbook itself: title, state and relation of each sheet."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            title = plain_words(attributes.get("name", ""))
            self.found.append((title, attributes.get("state", "visible"), attributes.get("id", "")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true", "on")


class _SharedWords(Handler):
    """Follows the shared words, each in runs. Readings (`rPh`) are no part of them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._runs: list[str] = []
        self._length = 0
        self._in_text = self._in_reading = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - as every handler has it
        if name == "si":
            self._runs, self._length = [], 0
        elif name == "rPh":
            self._in_reading = True
        elif name == "t":
            self._in_text = not self._in_reading

    def end(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_reading = False
        elif name == "si":
            self.found.append(plain_words("".join(self._runs)))

    def characters(self, text: str) -> None:
        if self._in_text and self._length <= CELL_LIMIT:
            self._runs.append(text)
            self._length += len(text)


class _Styles(Handler):
    """Follows the part of styles: of all that is in it, the number formats of cells."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._used: list[str] = []
        self._in_cells = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._used.append(attributes.get("numFmtId", "0"))
        elif name == "numFmt":
            self._codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", _GENERAL))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def formats(self) -> list[str]:
        """The number format of each style."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        known = {str(number): code for number, code in BUILTIN_FORMATS.items()}
        return [self._codes.get(one) or known.get(one, _GENERAL) for one in self._used]
