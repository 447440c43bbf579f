"""A tie to an item of an upper plan that somebody has reviewed: what it was held against, in a few letters.

    承接：云川市十四五.服务业占比（不低于；已复核 ab12cd34）

The fingerprint is that of what the upper item says, but for where it is told of.
"""

from __future__ import annotations

import re

from checker.model.contents import contents_of
from checker.model.digests import element_digest
from checker.model.element import Element, Reference
from checker.syntax import Path

_LENGTH = 8
_FINGERPRINT = re.compile(rf"[a-p][0-9a-f]{{{_LENGTH - 1}}}")
#: Where a thing is told of says nothing of the thing.
_NOT_OF_THE_THING = frozenset({"quotes", "sources", "remark", "chapters"})


def review_fingerprint(upper: Element) -> str:
    """8 letters and digits of what an item says."""
    return element_digest(upper, _NOT_OF_THE_THING)[:_LENGTH]


def review_fields(upper: Element) -> dict[str, str]:
    """What goes into the fingerprint, by the words of the fields."""
    return {said.word: said.text for (attr, _), said in contents_of(upper).items() if attr not in _NOT_OF_THE_THING}


def reviewed_mark(reference: Reference | None) -> str | None:
    """The fingerprint behind 已复核; None where there is none, such as where only a date is told."""
    note = reference.notes.get("reviewed") if reference is not None else None
    if note is None or not isinstance(note.value, Path):
        return None
    text = note.value.text.lower()
    return text if _FINGERPRINT.fullmatch(text) else None
