"""Archives of parts: opened within bounds, with some parts changed, or made from nothing.

An archive can be made to swell: a few bytes that unpack to gigabytes. What is declared is looked at before a part is
taken as a whole, and no more is unpacked than that.
Source: ECMA-376 part 2 (names of parts, relationships).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.messages import Template
from checker.source import Unreadable

_PART_COUNT_LIMIT = 20_000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_CHUNK = 64 * 1024
_MIB = 1024 * 1024
#: What is made from nothing carries no time of its own, so that the same content is the same file.
_WHEN = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16


class Refusals(Struct, frozen=True):
    """What is said of a file that is not read, and of one `part` that only writing needs.

    `too_large` takes the `limit` in MiB, `part` the name.
    """

    empty: Template
    other_kind: Template
    old_format: Template
    encrypted: Template
    broken: Template
    too_large: Template
    part: Template


class Relation(Struct, frozen=True):
    """Where a part leads: the id and the type of the relationship, and the name of the other part."""

    key: str
    type: str
    target: str

    @property
    def kind(self) -> str:
        """The last word of the type, which the two forms of the format (ISO/IEC 29500) share."""
        return self.type.rpartition("/")[2]


class Archive:
    """The archive in `data`; parts are known by their names without a slash in front, in capitals or not.

    Raises Unreadable with one of `refusals` for what is no such archive, is encrypted, broken, or unpacks to more than
    `limit` bytes. `left` are the bytes that may still be unpacked.
    """

    def __init__(self, data: bytes, limit: int, refusals: Refusals) -> None:
        self.refusals = refusals
        self.left = self.limit = limit
        self._refuse_other_kinds(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # zipfile has errors of its own, and raises others besides
            raise Unreadable(refusals.broken()) from error
        entries = self._archive.infolist()
        if len(entries) > _PART_COUNT_LIMIT:
            raise self.too_large()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable(refusals.encrypted())
        self._entries = {_name(entry).lower(): entry for entry in entries}

    def _refuse_other_kinds(self, data: bytes) -> None:
        told = self.refusals
        if data.startswith(_COMPOUND):
            raise Unreadable((told.encrypted if _ENCRYPTED in data else told.old_format)())
        if not data.startswith(_ZIP):
            raise Unreadable((told.other_kind if data else told.empty)())

    def too_large(self) -> Unreadable:
        """The refusal of what holds too much."""
        return Unreadable(self.refusals.too_large(limit=self.limit // _MIB))

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._entries

    def name(self, name: str) -> str:
        """The name of a part as the archive spells it; `name` itself where there is no such part."""
        entry = self._entries.get(name.lower())
        return name if entry is None else _name(entry)

    def stream(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece. Raises Unreadable where it is missing, broken or goes on too long."""
        for chunk in self._chunks(name):
            self.left -= len(chunk)
            if self.left < 0:
                raise self.too_large()
            yield chunk

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(self._entries[name.lower()]) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except Exception as error:  # zlib and lzma have errors of their own
            raise Unreadable(self.refusals.broken()) from error

    def read(self, name: str) -> bytes:
        """The bytes of a part as a whole; raises Unreadable as `stream` does."""
        entry = self._entries.get(name.lower())
        if entry is not None and entry.file_size > self.left:
            raise self.too_large()
        return b"".join(self.stream(name))

    def packed(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with these parts in place of those of the same name, new ones at the end.

        What is not changed keeps its bytes and its place, and all keep their times. Raises Unreadable, naming the
        part, where one that has to be copied is broken: reading needs few of them, writing all.
        """
        told = {name.lower(): content for name, content in changed.items()}
        entries = self._archive.infolist()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in entries:
                content = told.get(_name(entry).lower())
                _put(made, entry.filename, self._copied(entry) if content is None else content, entry)
            for name, content in changed.items():
                if not self.has(name):
                    _put(made, name, content, entries[0])
        return buffer.getvalue()

    def _copied(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            return self._archive.read(entry.filename)
        except Exception as error:
            # A sum that is wrong, a stream that is none or cut off, a way of packing that is not known.
            raise Unreadable(self.refusals.part(part=entry.filename)) from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A new archive of these parts in their order, the same for the same parts."""
    buffer = io.BytesIO()
    like = zipfile.ZipInfo(date_time=_WHEN)
    like.external_attr = _MODE
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            _put(made, name, content, like)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of an archive that was made here, whose size is known."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relations_of(part: str) -> str:
    """The part that says where a part leads; "" stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relation(part: str, attributes: Mapping[str, str]) -> Relation | None:
    """What an element Relationship of `part` says; None for one that leads nowhere or out of the package."""
    target = attributes.get("Target", "").replace("\\", "/")
    if not target or attributes.get("TargetMode") == "External":
        return None
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    return Relation(attributes.get("Id", ""), attributes.get("Type", ""), path)


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/")


def _put(archive: zipfile.ZipFile, name: str, content: bytes, like: zipfile.ZipInfo) -> None:
    """Write one part with the time and the rights of another."""
    entry = zipfile.ZipInfo(name, like.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = like.external_attr
    archive.writestr(entry, content)
