"""The whole text in one string: the passages joined, and the same again with every numeral masked.

What is looked for by plain search is looked for here: a name that drifts in its numeral is found in `masked`, where all
numerals are alike. Both lead back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from checker.prose.document import Block, BlockKind, Document
from checker.prose.reading.passages import Passage

#: Stands for a numeral.
MASK = "#"
_MARKS = re.compile("[“”]")
_NUMERAL = re.compile("[0-9]+(?:\\.[0-9]+)?[百千万]*|[一二三四五六七八九十百千万两双〇]+")
#: No name has more between two of its numerals.
_BESIDE = 80
_ALIKE = str.maketrans("两双零〇一二三四五六七八九", "2200123456789")
_CHINESE = re.compile("[\\u4e00-\\u9fff]")


class Flow:
    """All words of a document in order: `text` has one line a passage, `masked` one sign for each numeral.

    Lines of the contents page are part of it, since they are written too; they stand in no passage.
    """

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self.passages = sorted([*passages, *_left_out(document)], key=lambda passage: passage.start)
        self.text = "\n".join(passage.text for passage in self.passages)
        self._starts: list[int] = []
        at = 0
        for passage in self.passages:
            self._starts.append(at)
            at += len(passage.text) + 1
        self._mask()

    def _mask(self) -> None:
        pieces: list[str] = []
        self._masks: list[int] = []
        self._ends: list[int] = []
        at = size = 0
        for found in _NUMERAL.finditer(self.text):
            start, end = found.span()
            pieces += self.text[at:start], MASK
            size += start - at
            self._masks.append(size)
            self._ends.append(end)
            size, at = size + 1, end
        self.masked = "".join((*pieces, self.text[at:]))

    def unmasked(self, position: int) -> int:
        """Where the character at `position` of `masked` stands in `text`."""
        at = bisect_right(self._masks, position - 1) - 1
        return position if at < 0 else self._ends[at] + position - self._masks[at] - 1

    def standing(self, skeleton: str) -> Iterator[int]:
        """Where `skeleton`, which holds two numerals or more, stands in `masked`."""
        first = skeleton.index(MASK)
        second = skeleton.index(MASK, first + 1)
        for mask in self._beside.get(skeleton[first + 1 : second], ()):
            if self.masked.startswith(skeleton, mask - first):
                yield mask - first

    @cached_property
    def _beside(self) -> Mapping[str, Sequence[int]]:
        """Where in `masked` numerals stand, by what lies between each and the next one, if that is a few words."""
        places: dict[str, list[int]] = {}
        for mask, following in pairwise(self._masks):
            if following - mask <= _BESIDE:
                places.setdefault(self.masked[mask + 1 : following], []).append(mask)
        return places

    @cached_property
    def bare(self) -> str:
        """`text` without quotation marks: a name may stand with them here and without them there."""
        return self.text.replace("“", "").replace("”", "")

    @cached_property
    def _marks(self) -> Sequence[int]:
        """For each quotation mark, how many other characters stand before it."""
        return [found.start() - number for number, found in enumerate(_MARKS.finditer(self.text))]

    def marked(self, position: int) -> int:
        """Where the character at `position` of `bare` stands in `text`."""
        return position + bisect_right(self._marks, position)

    def lines(self) -> Iterator[tuple[int, str]]:
        """The passages with where they begin in `text`."""
        yield from zip(self._starts, (passage.text for passage in self.passages), strict=True)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source for `start` to `end`, which lie in one passage."""
        at = bisect_right(self._starts, start) - 1
        begin = self._starts[at]
        return self.passages[at].span(start - begin, end - begin)

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around `position` begins and ends."""
        first, last = self.text.rfind("\n", 0, position) + 1, self.text.find("\n", position)
        last = last if last >= 0 else len(self.text)
        begins = (self.text.rfind(mark, first, position) + 1 for mark in "。；！？")
        ends = (self.text.find(mark, position, last) for mark in "。；！？")
        return max(first, *begins), min((end for end in ends if end >= 0), default=last)


def masked(words: str) -> tuple[str, tuple[str, ...]]:
    """The skeleton of `words`, and its numerals in one writing: 两, 二 and 2 are one."""
    return _NUMERAL.sub(MASK, words), tuple(map(_in_one_writing, _NUMERAL.findall(words)))


def _in_one_writing(numeral: str) -> str:
    return numeral[0].translate(_ALIKE) + numeral[1:] if numeral[1:] in ("", "百", "千", "万") else numeral


def _left_out(document: Document) -> Iterator[Passage]:
    """What of the source stands in no block, line by line: the page of contents."""
    source, at = document.source.text, 0
    for number, block in enumerate((*document.blocks, Block(BlockKind.PARAGRAPH, "", len(source)))):
        if block.start - at > 1:
            for found in re.finditer(r"[^\n\r]+", source[at : block.start]):
                if not _CHINESE.search(found[0]):
                    continue
                words = found[0].rstrip("0123456789").rstrip(" \t.…·")
                lead = len(words) - len(words.lstrip())
                yield Passage(words.lstrip(), at + found.start() + lead, number, number, BlockKind.PARAGRAPH)
        at = max(at, block.end)
