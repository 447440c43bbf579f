"""The package of a .docx file: its parts as trees, bounded in time and memory.

XML can be made to swell, by entities that multiply: a part that declares any is refused. Remarks in the XML and
instructions to programs are nothing that Word shows or keeps, and are in no tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.messages.annotate import ANNOTATE_PART
from checker.messages.texts import (
    DOCX_BROKEN,
    DOCX_ENCRYPTED,
    DOCX_ENTITIES,
    DOCX_NO_DOCUMENT,
    DOCX_NOT_ZIP,
    DOCX_OLD_FORMAT,
    DOCX_TOO_LARGE,
)
from checker.office.archive import Archive, Refusals, Relation, relation, relations_of
from checker.source import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bytes that all parts held may unpack to together, and tags in one; 1,000,000 characters take some 30 MiB.
UNPACKED_LIMIT = 96 * 1024 * 1024
TAG_LIMIT = 5_000_000

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{RELATIONS}}}Relationship"
_STRICT_BEGIN = "{http://purl.oclc.org/ooxml/"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REFUSALS = Refusals(
    empty=DOCX_BROKEN,
    other_kind=DOCX_NOT_ZIP,
    old_format=DOCX_OLD_FORMAT,
    encrypted=DOCX_ENCRYPTED,
    broken=DOCX_BROKEN,
    too_large=DOCX_TOO_LARGE,
    part=ANNOTATE_PART,
)

#: The kinds of relations whose parts are read: those of which there is one, and headers and footers.
_SINGLE = ("styles", "numbering", "footnotes", "endnotes")
_MARGINS = ("header", "footer")
_EMBEDDED = "aFChunk"
_PICTURE = "image"
#: Each section may have three of each; more say the same again.
_MOST_MARGINS = 60


class DocxPackage:
    """The .docx in `data`: the document's own part, and those that it leads to (`styles`, `numbering`, …).

    `names` are the names of these parts in the archive; the document is `document`. `embedded` and `pictures` count
    what the document leads to. `strict` says that the file has the names of the strict form of the format, which the
    trees have not. Raises Unreadable, as all that reads a part does, for what is no .docx, is encrypted, broken, has a
    document type declaration, or is too large.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = Archive(data, UNPACKED_LIMIT, _REFUSALS)
        self._trees: dict[str, _Element] = {}
        main = next((one.target for one in self._relations("") if one.kind == "officeDocument"), "word/document.xml")
        if not self.archive.has(main):
            raise Unreadable(DOCX_NO_DOCUMENT())
        relations = self._relations(main)
        there = [one for one in relations if self.archive.has(one.target)]
        self.names = {"document": main}
        for one in there:
            if one.kind in _SINGLE:
                self.names.setdefault(one.kind, one.target)
        self._margins = [one.target for one in there if one.kind in _MARGINS][:_MOST_MARGINS]
        count = Counter(one.kind for one in relations)
        self.embedded, self.pictures = count[_EMBEDDED], count[_PICTURE]
        self.strict = _STRICT in self.tree(main).nsmap.values()

    def part(self, kind: str) -> _Element | None:
        """The tree of one of the parts in `names`, if the document has it."""
        return self.tree(self.names[kind]) if kind in self.names else None

    def margins(self) -> Iterator[_Element]:
        """The trees of headers and footers."""
        return map(self.tree, self._margins)

    def tree(self, name: str) -> _Element:
        """The tree of the part of this name, which all that read it share: it is not to be changed."""
        own = self.archive.name(name)
        if own not in self._trees:
            self._trees[own] = self.fresh(own)
        return self._trees[own]

    def fresh(self, name: str) -> _Element:
        """A tree of the same that nobody else has."""
        data = self.archive.read(name)
        if data.count(b"<") > TAG_LIMIT:
            raise self.archive.too_large()
        return _parse(data)

    def forget(self) -> None:
        """Let go of the trees, which take much more room than the file; they are made again when asked for."""
        self._trees.clear()
        self.archive.left = UNPACKED_LIMIT

    def _relations(self, part: str) -> list[Relation]:
        file = relations_of(part)
        return relations_in(self.tree(file), part) if self.archive.has(file) else []


def relations_in(root: _Element, part: str) -> list[Relation]:
    """What the relations of a part ("" for the package) say, `root` being their tree."""
    told = (relation(part, {str(key): str(value) for key, value in one.attrib.items()}) for one in root.iter(_RELATION))
    return [found for found in told if found is not None]


def written(root: _Element) -> bytes:
    """A part as it stands in the archive."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


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
        try:
            _make_transitional(root)
        except ValueError:  # a name that is none
            raise Unreadable(DOCX_BROKEN()) from None
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
