"""The paragraphs of a document in one normal form, with the way back to their places in the source.

A passage is what a reader takes for one paragraph: lines that a PDF has broken are joined, blanks that only pad
(到 2030 年) are gone, full-width digits and signs stand at half width, straight quotation marks are Chinese ones.
Everything behind this module looks at passages; `offset` leads a position in one back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from checker.prose.document import Block, BlockKind, Document

#: Blanks that part nothing: at the ends, and wherever a Chinese character or a mark stands on one side of them.
_PADDING = re.compile(
    r"^\s+|\s+$|(?<![!-~\s])\s+|\s+(?![!-~\s])|(?<=[0-9])[ \u00a0](?=[0-9]{3}(?![0-9]))|\s+(?=[%,.;:)])|(?<=[(])\s+"
)
_WIDE = str.maketrans({**{chr(0xFF10 + digit): str(digit) for digit in range(10)}, "％": "%", "．": "."})
_ANY_WIDE = re.compile("[０-９％．]")
_ENDS = tuple("。！？；：!?;:")
#: What begins a line of its own, however long the line above is.
_BEGINS = re.compile(
    r"[\s\u3000]*(?:——|—{2}|第[〇零一二三四五六七八九十百0-9]{1,5}[编篇章节部条]|[一二三四五六七八九十]{1,3}[、是要]|"
    r"[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|专栏|附[件表录]|表\s?[0-9]|[■●◆▲•·])"
)
_LONG = 18
_FEWEST = 8
_MOST_WIDTH = 90


class Passage(Struct, eq=False):
    """One paragraph; `first` and `last` are the numbers of its blocks, `start` is where it begins in the source.

    `cuts` are the positions of `text` before which characters of the source are left out, and how many that are
    up to there.
    """

    text: str
    start: int
    first: int
    last: int
    kind: BlockKind
    cuts: tuple[Sequence[int], Sequence[int]] | None = None

    def offset(self, position: int) -> int:
        """The place in the source of the character at `position`."""
        if self.cuts is None:
            return self.start + position
        at = bisect_right(self.cuts[0], position) - 1
        return self.start + position + (self.cuts[1][at] if at >= 0 else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source from the first to behind the last character."""
        return self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start)


def find_passages(document: Document) -> list[Passage]:
    """The passages of `document` in order; cells of tables are passages of their own."""
    return [_passage(blocks, first) for first, blocks in _paragraphs(document)]


def _paragraphs(document: Document) -> Iterator[tuple[int, Sequence[Block]]]:
    """The blocks that make one paragraph each, with the number of the first."""
    blocks = document.blocks
    if document.origins:
        yield from ((number, (block,)) for number, block in enumerate(blocks))
        return
    width = _broken_at(blocks)
    number = 0
    while number < len(blocks):
        last = number
        while last + 1 < len(blocks) and _runs_on(blocks[last], blocks[last + 1], width):
            last += 1
        yield number, blocks[number : last + 1]
        number = last + 1


def _broken_at(blocks: Sequence[Block]) -> int:
    """How long the lines of a text are that breaks its lines at a fixed length; 0 for one that does not."""
    lengths = sorted(_width(block.text) for block in blocks if block.cell is None and len(block.text) >= _LONG)
    if len(lengths) < _FEWEST or lengths[-1] > _MOST_WIDTH:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(length >= width * 0.85 for length in lengths)
    return width if full * 2 >= len(lengths) else 0


def _width(text: str) -> int:
    """How wide a line is in Chinese characters, its blanks left out: what a PDF has padded is not longer for it."""
    signs = "".join(text.split())
    return len(signs) - len(signs.encode("ascii", "ignore")) // 2


def _runs_on(block: Block, following: Block, width: int) -> bool:
    if block.cell is not None or following.cell is not None or following.kind is BlockKind.HEADING:
        return False
    text = block.text.rstrip()
    if block.kind is BlockKind.HEADING or text.endswith(_ENDS):
        return False
    # A line that ends within a sentence goes on; any other one only where all lines are cut at one length.
    if not text.endswith(("，", "、")) and (not width or _width(text) < width * 0.8):
        return False
    return not _BEGINS.match(following.text) and not following.text.startswith(("\u3000", "  "))


def _passage(blocks: Sequence[Block], first: int) -> Passage:
    head, tail = blocks[0], blocks[-1]
    raw = head.text if head is tail else _joined(blocks)
    made = Passage(raw, head.start, first, first + len(blocks) - 1, head.kind)
    if raw.isascii() or any(sign in raw for sign in " \t\n\r\u3000\u00a0\u2002\u2003"):
        _cut(made, raw)
    if _ANY_WIDE.search(made.text):
        made.text = made.text.translate(_WIDE)
    if '"' in made.text:
        made.text = _curled(made.text)
    return made


def _joined(blocks: Sequence[Block]) -> str:
    """The stretch of the source that the blocks take; what stands between them, ends of lines and pages, is blank."""
    pieces = [blocks[0].text]
    for before, block in pairwise(blocks):
        pieces += "\n" * (block.start - before.end), block.text
    return "".join(pieces)


def _curled(text: str) -> str:
    """`text` with its straight quotation marks as the Chinese ones that they stand for, if each has its partner."""
    parts = text.split('"')
    if not len(parts) % 2:
        return text
    return "".join(part + ("“" if number % 2 == 0 else "”") for number, part in enumerate(parts[:-1])) + parts[-1]


def _cut(made: Passage, raw: str) -> None:
    positions: list[int] = []
    lost: list[int] = []
    pieces: list[str] = []
    kept = at = gone = 0
    for found in _PADDING.finditer(raw):
        pieces.append(raw[at : found.start()])
        kept += found.start() - at
        at = found.end()
        gone += at - found.start()
        if positions and positions[-1] == kept:
            lost[-1] = gone
        else:
            positions.append(kept)
            lost.append(gone)
    if positions:
        pieces.append(raw[at:])
        made.text, made.cuts = "".join(pieces), (positions, lost)
