"""Changes of a .docx: trees of some parts that are written back, and new parts; all others keep their bytes.

Source: ECMA-376 part 2 (the package: content types, relationships).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from checker.messages.annotate import ANNOTATE_PART
from checker.office.archive import relations_of
from checker.office.docx_package import RELATIONS, DocxPackage, relations_in, written
from checker.source import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES_PART = "[Content_Types].xml"


class DocxChanges:
    """What is changed of `package`, which itself stays as it was read; names are those in the archive."""

    def __init__(self, package: DocxPackage) -> None:
        self._package = package
        self._trees: dict[str, _Element] = {}
        #: How the parts were written before; one that is new was nothing.
        self._before: dict[str, bytes] = {}

    def tree(self, name: str) -> _Element:
        """The tree of a part; what is changed in it is written. Raises Unreadable, naming the part, if it is broken."""
        own = self._package.archive.name(name)
        if own not in self._trees:
            try:
                self._trees[own] = self._package.fresh(own)
            except Unreadable:
                raise Unreadable(ANNOTATE_PART(part=own)) from None
            self._before[own] = written(self._trees[own])
        return self._trees[own]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that a relation of `part` of this type leads to, if it is there."""
        file = relations_of(part)
        told = relations_in(self.tree(file), part) if self._has(file) else ()
        return next((one.target for one in told if one.type == kind and self._has(one.target)), None)

    def add(self, part: str, name: str, root: _Element, kind: str, content_type: str) -> None:
        """Add a part beside `part`, which leads to it by a relation of this type."""
        from lxml import etree

        path = self._free(posixpath.join(posixpath.dirname(part), name))
        relations = self._relations(part)
        taken = {one.get("Id") for one in relations}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        attributes = {"Id": f"rId{number}", "Type": kind, "Target": posixpath.basename(path)}
        etree.SubElement(relations, f"{{{RELATIONS}}}Relationship", attributes)
        if self._has(TYPES_PART):
            told = {"PartName": f"/{path}", "ContentType": content_type}
            etree.SubElement(self.tree(TYPES_PART), f"{{{TYPES}}}Override", told)
        self._hold(path, root)

    def packed(self) -> bytes:
        """The file with its changed parts. Raises Unreadable, naming the part, where one cannot be copied."""
        now = {name: written(root) for name, root in self._trees.items()}
        return self._package.archive.packed({name: data for name, data in now.items() if data != self._before[name]})

    def _relations(self, part: str) -> _Element:
        from lxml import etree

        name = relations_of(part)
        if self._has(name):
            return self.tree(name)
        return self._hold(name, etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>'))

    def _hold(self, name: str, root: _Element) -> _Element:
        self._trees[name], self._before[name] = root, b""
        return root

    def _has(self, name: str) -> bool:
        return name in self._trees or self._package.archive.has(name)

    def _free(self, path: str) -> str:
        stem, dot, ending = path.rpartition(".")
        number = 2
        while self._has(path):
            path = f"{stem}{number}{dot}{ending}"
            number += 1
        return path
