"""Bytes to text: UTF-8 and GB18030 are read, all else is told in one sentence."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from checker.messages import Message
from checker.messages.source import (
    SOURCE_BINARY,
    SOURCE_BROKEN_UTF8,
    SOURCE_IS_FOLDER,
    SOURCE_MISSING,
    SOURCE_NO_PERMISSION,
    SOURCE_NOT_A_FILE,
    SOURCE_OTHER_ENCODING,
    SOURCE_TOO_LARGE,
    SOURCE_UNREADABLE,
    SOURCE_UTF16,
    SOURCE_WITH_PATH,
)
from checker.source.near import with_near_file
from checker.source.text import SourceText

#: No plan comes near it; beyond it a file was named by mistake.
SIZE_LIMIT = 64 * 1024 * 1024

_PLAIN_CONTROLS = frozenset("\t\n\r\f\v")


class Unreadable(Exception):
    """A file whose text cannot be had; `message` says why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.text()


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the encoding it was read in: ``utf-8``, ``utf-8-sig`` or ``gb18030``.

    A byte order mark is no part of the text; the second encoding writes it again. Raises Unreadable for anything
    else, and for text with NUL in it.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(SOURCE_UTF16())
    if b"\0" in data:
        raise Unreadable(SOURCE_UTF16() if _is_utf16(data) else SOURCE_BINARY())
    try:
        encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise Unreadable(SOURCE_BROKEN_UTF8(line=error.object.count(b"\n", 0, error.start) + 1)) from None
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError:
        raise Unreadable(SOURCE_OTHER_ENCODING()) from None


def _is_utf16(data: bytes) -> bool:
    """Whether `data`, which has NUL bytes, is text in UTF-16 without a byte order mark."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(character >= " " or character in _PLAIN_CONTROLS for character in text):
            return True
    return False


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with a few bytes damaged; GB18030 might read it, but as nonsense."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    # Chinese text in GB18030 has hardly one stretch in ten that happens to be UTF-8.
    return sum(character > "\x7f" for character in text) - broken > 3 * broken


def read_source(path: Path, shown: str, limit: int = SIZE_LIMIT) -> SourceText:
    """The text of the file at `path`, to be known to readers as `shown`.

    Raises Unreadable, naming `shown`, if there is no such file, if it is a folder or a device, may not be
    read, is larger than `limit` bytes, or holds no text.
    """
    try:
        text, encoding = decode(_read_bytes(path, limit))
    except Unreadable as error:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=error.message)) from None
    return SourceText(shown, text, encoding)


def read_bytes(path: Path, shown: str, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of a file that holds no plain text (.xlsx, .docx); raises Unreadable as `read_source` does."""
    try:
        return _read_bytes(path, limit)
    except Unreadable as error:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=error.message)) from None


def _read_bytes(path: Path, limit: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(SOURCE_IS_FOLDER())
        # A pipe or a device could keep the run waiting for ever.
        if not stat.S_ISREG(mode):
            raise Unreadable(SOURCE_NOT_A_FILE())
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable(with_near_file(SOURCE_MISSING(), path)) from None
    except PermissionError:
        raise Unreadable(SOURCE_NO_PERMISSION()) from None
    except (OSError, ValueError) as error:  # ValueError: a path with NUL in it
        raise Unreadable(SOURCE_UNREADABLE(reason=getattr(error, "strerror", None) or type(error).__name__)) from None
    if len(data) > limit:
        raise Unreadable(SOURCE_TOO_LARGE(limit=limit // (1024 * 1024)))
    return data
