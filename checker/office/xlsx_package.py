"""The package of an .xlsx file: its parts, told by their relations, streamed through a parser within bounds.

XML can be made to swell, by entities that multiply: none are taken, and elements are counted as they stream by.
Elements are told by their local names, so that the transitional and the strict form of the format (ISO/IEC 29500) read
alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
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
from checker.office.archive import Archive, Refusals, Relation, relation, relations_of
from checker.source import Unreadable

#: Bytes that the parts read may unpack to, and elements in them. A real indicator table has some hundred kilobytes.
UNPACKED_LIMIT = 32 * 1024 * 1024
ELEMENT_LIMIT = 1_000_000
_DEEPEST = 256
_NAMES_KEPT = 1000
_BETWEEN = " "
_REFUSALS = Refusals(
    empty=SHEETS_NOT_XLSX,
    other_kind=SHEETS_NOT_XLSX,
    old_format=SHEETS_OLD_FORMAT,
    encrypted=SHEETS_ENCRYPTED,
    broken=SHEETS_BROKEN,
    too_large=SHEETS_TOO_LARGE,
    part=SHEETS_BROKEN,
)


class Handler:
    """What follows the elements of a part; names of elements and attributes are local ones."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text within the element begun last."""


class XlsxPackage:
    """The .xlsx in `data`. Raises Unreadable for what is none, is encrypted, broken or beyond the limits."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data, UNPACKED_LIMIT, _REFUSALS)
        self._elements = 0
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return self._archive.has(part)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part ("" for the package) by their ids; what leads out of the package is left out."""
        if not self.has(relations_of(part)):
            return {}
        reader = _Relations(part)
        self.read(relations_of(part), reader)
        return reader.found

    def read(self, part: str, handler: Handler) -> None:
        """Lead `handler` through the XML of `part`."""
        try:
            self._parse(part, handler)
        except Unreadable:
            raise
        except Exception as error:  # expat has errors of its own
            raise Unreadable(SHEETS_BROKEN()) from error

    def _parse(self, part: str, handler: Handler) -> None:
        parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.buffer_text = True
        depth = 0
        local = _Locals()

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements += 1
            if self._elements > ELEMENT_LIMIT or depth > _DEEPEST:
                raise self._archive.too_large()
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
        for chunk in self._archive.stream(part):
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
    """Follows the relations of a part."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.found: dict[str, Relation] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and (told := relation(self.part, attributes)):
            self.found.setdefault(told.key, told)


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
