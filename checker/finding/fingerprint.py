"""What makes two findings of two runs the same finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.messages import Message
from checker.source import name_key

#: Arguments that say where something stands; the same finding may move.
_PLACE_ARGUMENTS = frozenset({"line", "column", "offset", "place", "path", "file"})
_PLACE_WORDS = re.compile(r"第\s*\d+\s*行(?:第\s*\d+\s*列)?|\blines?\s+\d+")
_LETTERS = "abcdefghijklmnop"


def fingerprint(code: str, subject: tuple[str, ...], message: Message, text: str, related: Iterable[Message]) -> str:
    """16 letters and digits, a letter first.

    Made of the code, the subject, the arguments of the message, the text at the place and the arguments of
    the related messages in any order; spelling (widths, blanks, letter case) does not matter. Nothing
    that says where in the file something stands goes in: neither an argument of such a name nor a
    “第12行” within an argument.
    """
    from hashlib import blake2b  # loads a large library that a run without fingerprints need not wait for

    parts = [
        code,
        *map(name_key, subject),
        *_arguments(message),
        name_key(text),
        *sorted("\x1e".join(_arguments(other)) for other in related),
    ]
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return _LETTERS[int(digest[0], 16)] + digest[1:]


def _arguments(message: Message) -> Iterator[str]:
    for name, value in message.args:
        if isinstance(value, Message):
            yield from _arguments(value)
        elif name.rstrip("0123456789") not in _PLACE_ARGUMENTS:
            yield name_key(_PLACE_WORDS.sub("", str(value)))
