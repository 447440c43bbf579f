"""What makes two findings of two runs the same finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from checker.messages import Message
from checker.source import name_key

#: Arguments that say where something stands, since the same finding may move; and the first few of many names, which
#: others come first where declarations are reordered: the related places have them all.
_PASSING_ARGUMENTS = frozenset({"line", "column", "offset", "place", "path", "file", "listed"})
#: Arguments of any other name that a sentence uses as a line's number.
_LINE_NUMBER = re.compile(r"第\{(\w+)\}行")
_PLACE_WORDS = re.compile(r"第\s*\d+\s*行(?:第\s*\d+\s*列)?|\blines?\s+\d+")
_LETTERS = "abcdefghijklmnop"


def fingerprint(code: str, subject: tuple[str, ...], message: Message, text: str, related: Iterable[Message]) -> str:
    """16 letters and digits, a letter first.

    Made of the code, the subject, the arguments of the message, the text at the place and the arguments of
    the related messages in any order; spelling (widths, blanks, letter case) and the order of a list do not
    matter. Nothing that says where in the file something stands goes in: neither an argument of such a name nor a
    “第12行” within an argument.
    """
    parts = [
        code,
        *map(name_key, subject),
        *_arguments(message),
        name_key(text),
        *sorted("\x1e".join(_arguments(other)) for other in related),
    ]
    return _digest(parts)


def fingerprint_of_parts(code: str, parts: Iterable[str]) -> str:
    """The same of what a finding is about, told by its parts in any order."""
    return _digest([code, *sorted(map(name_key, parts))])


class Fingerprinted(Protocol):
    """Whatever is told from others by a fingerprint."""

    @property
    def fingerprint(self) -> str:
        """Its fingerprint."""


AnyFingerprinted = TypeVar("AnyFingerprinted", bound=Fingerprinted)


def beyond(findings: Iterable[AnyFingerprinted], others: Iterable[Fingerprinted]) -> Iterator[AnyFingerprinted]:
    """The findings that are not among the others, or more often than there."""
    left = Counter(one.fingerprint for one in others)
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            yield finding


def _digest(parts: Iterable[str]) -> str:
    from hashlib import blake2b  # loads a large library that a run without fingerprints need not wait for

    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return _LETTERS[int(digest[0], 16)] + digest[1:]


def _arguments(message: Message) -> Iterator[str]:
    numbers = _LINE_NUMBER.findall(message.template.zh)
    for name, value in message.args:
        if isinstance(value, Message):
            yield from _arguments(value)
        elif name not in numbers and name.rstrip("0123456789") not in _PASSING_ARGUMENTS:
            yield _in_any_order(name_key(_PLACE_WORDS.sub("", str(value))))


def _in_any_order(text: str) -> str:
    """Names in 「」 told one after another are told in the order in which they are declared."""
    return "、".join(sorted(text.split("、"))) if "」、「" in text else text
