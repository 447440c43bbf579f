"""The parts of a .docx as trees that are written back; parts that nobody touches keep their bytes.

Source: ECMA-376 part 2 (the package: content types, relationships).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from checker.messages.annotate import ANNOTATE_PART
from checker.source import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"


class Parts:
    """The package in `data`, which must be known to be sound (`docx_package.open_package`).

    Names of parts are those in the archive, without a slash in front.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._entries = self._archive.infolist()
        self._names = {entry.filename.lstrip("/").lower(): entry.filename for entry in self._entries}
        self._trees: dict[str, _Element] = {}
        self._read: dict[str, bytes] = {}

    def tree(self, name: str) -> _Element:
        """The root of a part; what is changed in it is written. Raises Unreadable for one that is no sound XML."""
        from lxml import etree

        real = self._names[name.lower()]
        if real not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
            try:
                self._trees[real] = etree.fromstring(self._bytes(real), parser)
            except etree.XMLSyntaxError:
                raise Unreadable(ANNOTATE_PART(part=real)) from None
            self._read[real] = _serialised(self._trees[real])
        return self._trees[real]

    def related(self, part: str, kind: str) -> str | None:
        """The part that a relation of `part` of this type leads to, if it is there."""
        relations = _relations_of(part)
        if relations.lower() not in self._names:
            return None
        for one in self.tree(relations):
            if one.get("Type") == kind and one.get("TargetMode") != "External":
                path = posixpath.join("/", posixpath.dirname(part), one.get("Target", ""))
                name = posixpath.normpath(path).lstrip("/")
                if name.lower() in self._names:
                    return name
        return None

    def add(self, part: str, name: str, root: _Element, kind: str, content_type: str) -> None:
        """Add a part beside `part`, which leads to it by a relation of this type."""
        from lxml import etree

        path = self._free(posixpath.join(posixpath.dirname(part), name))
        relations = self._relations(part)
        taken = {one.get("Id") for one in relations}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        attributes = {"Id": f"rId{number}", "Type": kind, "Target": posixpath.basename(path)}
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", attributes)
        if _TYPES_PART.lower() in self._names:
            types = self.tree(_TYPES_PART)
            etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{path}", "ContentType": content_type})
        self._hold(path, root)

    def packed(self) -> bytes:
        """The package with its changed parts, entries in their order, new ones at the end."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in self._entries:
                made.writestr(_like(entry, entry.filename), self._content(entry.filename))
            known = {entry.filename for entry in self._entries}
            for name in self._trees.keys() - known:
                made.writestr(_like(self._entries[0], name), self._content(name))
        return buffer.getvalue()

    def _content(self, name: str) -> bytes:
        root = self._trees.get(name)
        if root is not None:
            content = _serialised(root)
            if content != self._read.get(name):
                return content
        return self._bytes(name)

    def _bytes(self, name: str) -> bytes:
        """What is in a part; checking needs few of them, writing all. Raises Unreadable for one that is broken."""
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            # A sum that is wrong, a stream that is none or cut off, a way of packing that is not known, a password.
            raise Unreadable(ANNOTATE_PART(part=name)) from None

    def _free(self, path: str) -> str:
        stem, dot, ending = path.rpartition(".")
        number = 2
        while path.lower() in self._names:
            path = f"{stem}{number}{dot}{ending}"
            number += 1
        return path

    def _relations(self, part: str) -> _Element:
        from lxml import etree

        name = _relations_of(part)
        if name.lower() in self._names:
            return self.tree(name)
        root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
        self._hold(name, root)
        return root

    def _hold(self, name: str, root: _Element) -> None:
        self._names[name.lower()] = name
        self._trees[name] = root


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _serialised(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _like(entry: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """An entry of this name with the time and the way of packing of another."""
    made = zipfile.ZipInfo(name, entry.date_time)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = entry.external_attr
    return made
