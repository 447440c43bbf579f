"""Whose words a stretch of a text is: what is quoted, stands in a title or tells what a leader said is others'."""

from __future__ import annotations

import re
from functools import cache

from checker import resources

_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」|『[^『』]*』|‘[^‘’]*’|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^。！？\n]*")
_ENDS = "。！？\n"


def said_by_others(text: str, start: int, end: int) -> bool:
    """Whether `start` to `end` lies in a quotation or a title of `text`, or in a sentence that names a leader.

    A quotation that is not closed counts to the end: it may go on in the next paragraph.
    """
    return _quoted(text, start, end) or _speakers().search(_sentence(text, start)) is not None


def _quoted(text: str, start: int, end: int) -> bool:
    for found in _QUOTED.finditer(text):
        if found.start() < end and start < found.end():
            return True
    before = text[:start]
    return any(before.rfind(mark) > before.rfind(closing) for mark, closing in ("“”", "《》", "「」", "『』"))


def _sentence(text: str, start: int) -> str:
    begin = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    found = _SENTENCE.match(text, begin)
    return found[0] if found else ""


@cache
def _speakers() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, resources.read_data("political_words.toml")["speakers"])))
