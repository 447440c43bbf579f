"""Headings with nothing under them where all their like have text, and headings that stand twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from checker.prose.document import Block, BlockKind, Document
from checker.prose.reading.outline import Head, bare

#: A kind of heading so many of which have text has text everywhere.
_HAVE_TEXT = 0.9
_PANELS = ("专栏", "附件", "附表")
_LISTED = re.compile("[（(]?[一二三四五六七八九十0-9]")
_FEWEST = 4
_LETTERS = 4
_DIGITS = re.compile("[0-9〇零一二三四五六七八九十百\\s]+")
#: Of these a title stands once in a document; of others, once under the heading above.
_ONCE = frozenset({"编", "篇", "部分", "章"})


class EmptyHeading(Struct, frozen=True):
    """A heading with nothing under it: where, and its words."""

    start: int
    end: int
    words: str


class DoubledHeading(Struct, frozen=True):
    """A heading that stands before under another number: where, its words, and where it stands first."""

    start: int
    end: int
    words: str
    first: tuple[int, int]


def find_empty_headings(document: Document) -> Iterator[EmptyHeading]:
    """Numbered headings right before one of their own level or above."""
    empty: list[tuple[str, Block]] = []
    every: Counter[str] = Counter()
    for block, after in pairwise(document.blocks):
        if block.kind is not BlockKind.HEADING or not block.number:
            continue
        if block.number.startswith(_PANELS) and not after.number.startswith(_PANELS) and _LISTED.match(after.number):
            continue  # What a panel holds may be numbered in any form.
        form = _DIGITS.sub("", block.number)
        every[form] += 1
        if after.kind is BlockKind.HEADING and 0 < after.level <= block.level:
            empty.append((form, block))
    without_text = Counter(form for form, _ in empty)
    for form, block in empty:
        whole = every[form]
        if whole >= _FEWEST and without_text[form] <= max(1, whole * (1 - _HAVE_TEXT)):
            yield EmptyHeading(block.start, block.end, block.text.strip())


def find_doubled_headings(heads: Sequence[Head]) -> Iterator[DoubledHeading]:
    """Headings of one kind with one title: chapters in the whole document, others under one heading."""
    seen: dict[tuple[str, str], Head] = {}
    above: list[Head] = []
    for head in heads:
        if not head.form or not head.level:
            continue
        while above and above[-1].level >= head.level:
            above.pop()
        title = bare(head.title)
        if len(title) >= _LETTERS:
            place = "" if head.form in _ONCE or not above else str(above[-1].start)
            first = seen.setdefault((head.form + place, title), head)
            if first is not head:
                yield DoubledHeading(head.start, head.end, head.words, (first.start, first.end))
        above.append(head)
