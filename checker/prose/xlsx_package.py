"""The package of an .xlsx file: its parts, told by their relations, streamed through a parser within bounds.

An .xlsx is a zip archive of XML parts, and both can be made to swell: a few bytes that unpack to gigabytes, entities
that multiply. No more is unpacked than is wanted, and that is counted as it streams by. Elements are told by their
local names, so that the transitional and the strict form of the format (ISO/IEC 29500) read alike.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from checker.messages.sheets import (
    SHEETS_BINARY,
    SHEETS_BROKEN,
    SHEETS_ENCRYPTED,
    SHEETS_ENTITIES,
    SHEETS_NOT_XLSX,
    SHEETS_OLD_FORMAT,
    SHEETS_TOO_LARGE,
)
from checker.source import Unreadable

#: Bytes that the parts read may unpack to, and elements in them. A real indicator table has some hundred kilobytes.
UNPACKED_LIMIT = 32 * 1024 * 1024
ELEMENT_LIMIT = 1_000_000
_PART_LIMIT = 20_000
_DEEPEST = 256
_NAMES_KEPT = 1000

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_CHUNK = 64 * 1024
_BETWEEN = " "


class Handler:
    """What follows the elements of a part; names of elements and attributes are local ones."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text within the element begun last."""


@dataclass(slots=True)
class Relation:
    """Where a part leads: `kind` is the last word of its type, `target` the name of the part in the archive."""

    kind: str
    target: str


class XlsxPackage:
    """The archive in `data`. Raises Unreadable for what is no .xlsx, is encrypted, broken or beyond the limits."""

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # zipfile has errors of its own, and raises others besides
            raise Unreadable(SHEETS_BROKEN()) from error
        entries = self._archive.infolist()
        if len(entries) > _PART_LIMIT:
            raise Unreadable(SHEETS_TOO_LARGE())
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self._bytes = self._elements = 0
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._entries

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part ("" for the package) by their ids; what leads out of the package is left out."""
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(file):
            return {}
        reader = _Relations(folder)
        self.read(file, reader)
        return reader.found

    def read(self, part: str, handler: Handler) -> None:
        """Lead `handler` through the XML of `part`."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise Unreadable(SHEETS_BROKEN())
        if entry.flag_bits & 1:
            raise Unreadable(SHEETS_ENCRYPTED())
        try:
            with self._archive.open(entry) as stream:
                self._parse(stream, handler)
        except Unreadable:
            raise
        except Exception as error:  # zlib and lzma have errors of their own, expat has too
            raise Unreadable(SHEETS_BROKEN()) from error

    def _parse(self, stream: Any, handler: Handler) -> None:
        parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.buffer_text = True
        depth = 0
        local = _Locals()

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements += 1
            if self._elements > ELEMENT_LIMIT or depth > _DEEPEST:
                raise Unreadable(SHEETS_TOO_LARGE())
            handler.begin(
                local[name], {local[key]: attributes[key] for key in attributes} if attributes else attributes
            )

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            handler.end(local[name])

        parser.StartElementHandler = begin
        parser.EndElementHandler = end
        parser.CharacterDataHandler = handler.characters
        parser.StartDoctypeDeclHandler = _refuse_entities
        while chunk := stream.read(_CHUNK):
            self._bytes += len(chunk)
            if self._bytes > UNPACKED_LIMIT:
                raise Unreadable(SHEETS_TOO_LARGE())
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _main(self) -> str:
        """The part of the workbook itself."""
        told = [one.target for one in self.relations("").values() if one.kind == "officeDocument"]
        main = next(iter(told), "xl/workbook.xml")
        if main.lower().endswith(".bin"):
            raise Unreadable(SHEETS_BINARY())
        if not self.has(main) or posixpath.dirname(main).lower() in ("word", "ppt"):
            raise Unreadable(SHEETS_NOT_XLSX())
        return main


class _Relations(Handler):
    """Follows a part of relations."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, Relation] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        target = attributes.get("Target", "")
        if name == "Relationship" and target and attributes.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", self.folder, target.replace("\\", "/"))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.setdefault(attributes.get("Id", ""), Relation(kind, path))


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        raise Unreadable(SHEETS_ENCRYPTED() if _ENCRYPTED in data else SHEETS_OLD_FORMAT())
    if not data.startswith(_ZIP):
        raise Unreadable(SHEETS_NOT_XLSX())


def _refuse_entities(*_declared: object) -> None:
    raise Unreadable(SHEETS_ENTITIES())


class _Locals(dict[str, str]):
    """The local name of each name of an element or attribute."""

    def __missing__(self, name: str) -> str:
        # A file may have as many names as elements: not all are worth keeping.
        local = name.rpartition(_BETWEEN)[2]
        if len(self) < _NAMES_KEPT:
            self[name] = local
        return local
