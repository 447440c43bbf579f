"""What an .xlsx file holds, looked through before anything reads it: bounded in time and in memory.

An .xlsx is a zip archive of XML parts, and both can be made to swell: a few bytes that unpack to gigabytes,
entities that multiply, one merged range over the whole sheet. Here the parts are counted as they stream by,
and what is beyond any real table is refused before it costs anything.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from checker.messages.sheets import (
    SHEETS_BROKEN,
    SHEETS_ENCRYPTED,
    SHEETS_ENTITIES,
    SHEETS_NOT_XLSX,
    SHEETS_OLD_FORMAT,
    SHEETS_TOO_LARGE,
)
from checker.source import Unreadable

#: Bytes that all parts may unpack to, and elements in them. A real indicator table has some hundred kilobytes.
UNPACKED_LIMIT = 32 * 1024 * 1024
ELEMENT_LIMIT = 1_000_000
ROW_LIMIT = 5000
COLUMN_LIMIT = 256
_PART_LIMIT = 2000
_MERGED_LIMIT = 2 * ROW_LIMIT * COLUMN_LIMIT

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CHUNK = 64 * 1024


@dataclass(slots=True)
class PartScan:
    """What one worksheet part holds besides its values; rows and columns from 1."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # top, left, bottom, right
    uncounted: set[tuple[int, int]] = field(default_factory=set)  # formulas without a stored result


def scan_package(data: bytes) -> dict[str, PartScan]:
    """Look through the archive in `data`: part name → what the worksheet in it holds.

    Raises Unreadable for what is no .xlsx, is encrypted, broken, or beyond the limits.
    """
    _refuse_other_kinds(data)
    budget = _Budget()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_entries(entries)
            parts = {}
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(entry) as stream:
                        parts[entry.filename] = _scan_part(stream, entry.filename, budget)
    except Unreadable:
        raise
    except Exception as error:  # zipfile, zlib and lzma have errors of their own, and raise others besides
        raise Unreadable(SHEETS_BROKEN()) from error
    if not any(name.lower().endswith("xl/workbook.xml") for name in parts):
        raise Unreadable(SHEETS_NOT_XLSX())
    return {name: scan for name, scan in parts.items() if _WORKSHEET.fullmatch(name)}


def _refuse_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    if len(entries) > _PART_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
        raise Unreadable(SHEETS_TOO_LARGE())
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(SHEETS_ENCRYPTED())


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        raise Unreadable(SHEETS_ENCRYPTED() if _ENCRYPTED in data else SHEETS_OLD_FORMAT())
    if not data.startswith(_ZIP):
        raise Unreadable(SHEETS_NOT_XLSX())


@dataclass(slots=True)
class _Budget:
    elements: int = 0
    merged: int = 0


class _Scanner:
    """Follows the elements of one part."""

    def __init__(self, part: str, budget: _Budget) -> None:
        self.found = PartScan()
        self.is_sheet = _WORKSHEET.fullmatch(part) is not None
        self.budget = budget
        self.row = self.column = 0
        self.has_formula = self.has_value = self.in_value = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.elements += 1
        if self.budget.elements > ELEMENT_LIMIT:
            raise Unreadable(SHEETS_TOO_LARGE())
        if not self.is_sheet:
            return
        match name.rpartition(":")[2]:
            case "row":
                number = attributes.get("r", "")
                self.row = int(number) if number.isdecimal() else self.row + 1
                self.column = 0
            case "c":
                place = _CELL.fullmatch(attributes.get("r", ""))
                self.column = column_number(place[1]) if place else self.column + 1
                self.has_formula = self.has_value = False
            case "f":
                self.has_formula = True
            case "v" | "t":
                self.in_value = True
                if self.row > ROW_LIMIT or self.column > COLUMN_LIMIT:
                    raise Unreadable(SHEETS_TOO_LARGE())
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if not self.is_sheet:
            return
        self.in_value = False
        if name.rpartition(":")[2] == "c" and self.has_formula and not self.has_value:
            self.found.uncounted.add((self.row, self.column))

    def characters(self, _text: str) -> None:
        # An empty <v/> is no result.
        self.has_value = self.has_value or self.in_value

    def _merge(self, reference: str) -> None:
        ends = [_CELL.fullmatch(end) for end in reference.split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            top, bottom = sorted((int(ends[0][2]), int(ends[1][2])))
            left, right = sorted((column_number(ends[0][1]), column_number(ends[1][1])))
            area = (max(top, 1), left, min(bottom, ROW_LIMIT), min(right, COLUMN_LIMIT))
            self.found.merged.append(area)
            # One range may span the whole sheet; many that do would cost their product.
            self.budget.merged += max(area[2] - area[0] + 1, 1) * max(area[3] - area[1] + 1, 1)
            if self.budget.merged > _MERGED_LIMIT:
                raise Unreadable(SHEETS_TOO_LARGE())


def _scan_part(stream: Any, part: str, budget: _Budget) -> PartScan:
    scanner = _Scanner(part, budget)
    parser = expat.ParserCreate()
    parser.StartElementHandler = scanner.begin
    parser.EndElementHandler = scanner.end
    parser.CharacterDataHandler = scanner.characters
    parser.StartDoctypeDeclHandler = _refuse_entities
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unreadable(SHEETS_BROKEN()) from None
    return scanner.found


def _refuse_entities(*_declared: object) -> None:
    raise Unreadable(SHEETS_ENTITIES())


def column_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
