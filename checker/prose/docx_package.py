"""The package of a .docx file: its XML parts as trees, bounded in time and memory.

A .docx is a zip archive of XML parts. Both can be made to swell: a few bytes that unpack to gigabytes, entities
that multiply. What is declared is looked at before anything is unpacked, and no more is unpacked than that.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.messages import Message
from checker.messages.texts import (
    DOCX_BROKEN,
    DOCX_ENCRYPTED,
    DOCX_ENTITIES,
    DOCX_NO_DOCUMENT,
    DOCX_NOT_ZIP,
    DOCX_OLD_FORMAT,
    DOCX_TOO_LARGE,
)
from checker.source import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bytes that all parts read may unpack to together, and tags in one; 1,000,000 characters take some 30 MiB.
UNPACKED_LIMIT = 96 * 1024 * 1024
TAG_LIMIT = 5_000_000
_PART_COUNT_LIMIT = 20_000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT_BEGIN = "{http://purl.oclc.org/ooxml/"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROOT_RELATIONS = "_rels/.rels"


@dataclass(slots=True, eq=False, repr=False)
class Package:
    """The trees of a .docx: the document's own, and those of the parts it leads to (`styles`, `numbering`, …).

    `names` holds the name of each part in the archive under the same keys as `parts`; the document is `document`.
    `margins` are the headers and footers; `embedded` and `pictures` count what the document leads to.
    `strict` says that the file has the names of the strict form of the format, which `parts` have not.
    """

    parts: Mapping[str, _Element]
    names: Mapping[str, str]
    embedded: int = 0
    margins: Sequence[_Element] = ()
    pictures: int = 0
    strict: bool = False


#: The last words of the relation types of parts that are read.
_WANTED = ("styles", "numbering", "footnotes", "endnotes")
_EMBEDDED = "aFChunk"
_PICTURE = "image"
_MARGINS = ("header", "footer")
#: Each section may have three of each; more say the same again.
_MOST_MARGINS = 60


def open_package(data: bytes) -> Package:
    """The parts of the .docx in `data`.

    Raises Unreadable for what is no .docx, is encrypted, broken, has a document type declaration, or is too large.
    """
    _refuse_other_kinds(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(_Archive(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        raise Unreadable(DOCX_BROKEN()) from None


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        raise Unreadable(DOCX_ENCRYPTED() if _ENCRYPTED in data else DOCX_OLD_FORMAT())
    if not data.startswith(_ZIP):
        raise Unreadable(DOCX_NOT_ZIP() if data else DOCX_BROKEN())


class _Archive:
    """The archive with a budget of bytes."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        entries = archive.infolist()
        if len(entries) > _PART_COUNT_LIMIT:
            raise Unreadable(_too_large())
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable(DOCX_ENCRYPTED())
        self._archive = archive
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self._left = UNPACKED_LIMIT

    def has(self, name: str) -> bool:
        return name.lower() in self._entries

    def tree(self, name: str) -> _Element:
        """The XML of a part. The size an entry declares may be a lie, so no more than is allowed is unpacked."""
        entry = self._entries[name.lower()]
        if entry.file_size > self._left:
            raise Unreadable(_too_large())
        with self._archive.open(entry) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0 or data.count(b"<") > TAG_LIMIT:
            raise Unreadable(_too_large())
        return _parse(data)


def _too_large() -> Message:
    return DOCX_TOO_LARGE(limit=UNPACKED_LIMIT // (1024 * 1024))


def _parse(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # Entities that multiply are stopped by the parser itself.
        # UTF-16 has NULs between the letters.
        declared = b"<!DOCTYPE" in data.replace(b"\0", b"")
        raise Unreadable(DOCX_ENTITIES() if declared else DOCX_BROKEN()) from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise Unreadable(DOCX_ENTITIES())
    if _STRICT in root.nsmap.values():
        _make_transitional(root)
    return root


def _make_transitional(root: _Element) -> None:
    """Name elements and attributes of the strict form of the format (ISO/IEC 29500) as its common form does."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if isinstance(key, str) and key.startswith(_STRICT_BEGIN):
                del element.attrib[key]
                element.attrib[_transitional(key)] = value
        if element.tag.startswith(_STRICT_BEGIN):
            element.tag = _transitional(element.tag)


def _transitional(name: str) -> str:
    space, _, local = name[1:].rpartition("}")
    folder = space.removeprefix(_STRICT_BEGIN[1:]).removesuffix("/main")
    if folder.startswith("officeDocument/"):
        return f"{{http://schemas.openxmlformats.org/officeDocument/2006/{folder.partition('/')[2]}}}{local}"
    return f"{{http://schemas.openxmlformats.org/{folder}/2006/main}}{local}"


def _read(archive: _Archive) -> Package:
    main = next((target for kind, target in _relations(archive, "") if kind == "officeDocument"), "word/document.xml")
    if not archive.has(main):
        raise Unreadable(DOCX_NO_DOCUMENT())
    names = {"document": main}
    relations = _relations(archive, main)
    for kind, target in relations:
        if kind in _WANTED and archive.has(target):
            names.setdefault(kind, target)
    count = Counter(kind for kind, _ in relations)
    margins = [target for kind, target in relations if kind in _MARGINS and archive.has(target)]
    parts = {key: archive.tree(name) for key, name in names.items()}
    return Package(
        parts,
        names,
        count[_EMBEDDED],
        [archive.tree(name) for name in margins[:_MOST_MARGINS]],
        count[_PICTURE],
        _STRICT in parts["document"].nsmap.values(),
    )


def _relations(archive: _Archive, part: str) -> list[tuple[str, str]]:
    """The last word of the type of each relation of a part ("" for the package), and the part it leads to."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels") if part else _ROOT_RELATIONS
    if not archive.has(file):
        return []
    found: list[tuple[str, str]] = []
    for relation in archive.tree(file).iter(_RELATIONS):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((relation.get("Type", "").rpartition("/")[2], path))
    return found
