"""A plan text as a document: blocks with their places, the tree of headings, sentences; not yet what they mean.

Every reader makes one of these. A block's `start` is its offset in `Document.source`, so that every place found in
a block is a place of the source. For .txt and .md the source is the file's own text; for .docx it is the paragraphs
joined by line ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from checker.messages import Message
from checker.messages.source import SOURCE_LOCATOR
from checker.messages.texts import (
    LOCATOR_BLOCK,
    LOCATOR_BOX,
    LOCATOR_CELL,
    LOCATOR_CELL_TITLED,
    LOCATOR_HEADING,
    LOCATOR_NOTE,
    LOCATOR_UNDER,
)
from checker.prose.sentences import Sentence, split_sentences
from checker.source import SourceText

if TYPE_CHECKING:
    from checker.office.docx_package import DocxPackage

#: As many characters of a table's title, or of a heading without a number, stand for it in a locator.
_TITLE_SHOWN = 16
_CLIPPED = "…"


class BlockKind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    BOX = "box"


@dataclass(slots=True, eq=False, repr=False)
class Cell:
    """Where a table cell stands: table, row and column from 1, and how many rows and columns it spans."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def name(self) -> str:
        """Column and row as a spreadsheet has them: C7."""
        letters, rest = "", self.column
        while rest > 0:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


@dataclass(slots=True, eq=False, repr=False)
class Block:
    """One paragraph: its text, the offset of its first character in the source, and what it is.

    `level` is the depth of a heading in its document, 0 for anything else. `number` is the number in front as it is
    printed (第一章, （二）, 1.); `number_in_text` is False where the word processor counts and the text does not
    hold it. `cell` is set for paragraphs of a table cell; a cell of several paragraphs gives several blocks.
    """

    kind: BlockKind
    text: str
    start: int
    level: int = 0
    number: str = ""
    cell: Cell | None = None
    number_in_text: bool = True

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    @property
    def title(self) -> str:
        """The text without its number and the blanks around it."""
        text = self.text.strip()
        return text.removeprefix(self.number).strip() if self.number_in_text else text


@dataclass(slots=True, eq=False, repr=False)
class Origin:
    """Where a stretch of the source comes from in a .docx file.

    The characters from `start` on are those of the `paragraph`-th w:p (from 0, in the order of the tags) of the
    package part `part`, from its `offset`-th character on, as `docx_runs.run_texts` tells them.
    """

    start: int
    part: str
    paragraph: int
    offset: int


@dataclass(slots=True, eq=False, repr=False)
class ContentsEntry:
    """One entry of a table of contents: its words without the page, where they stand, the page (0 for none).

    `column` says which list it is in, and which column of it: within one, pages go up.
    """

    text: str
    start: int
    end: int
    page: int
    column: tuple[int, int]


@dataclass(slots=True, eq=False, repr=False)
class Document:
    """A whole text: its source, and its blocks in the order of their offsets.

    `notes` are what the reader has to say (tracked changes read as accepted), `unread` what of the file it left
    out; `origins` lead back into a .docx file, in the order of their offsets. Lines of a table of contents are in
    no block but in `contents`; nor are the `margins` in any, the lines of headers and footers.
    `pictures` counts pictures, which nobody reads; `internal` is the mark of a document that is not to be passed
    on (内部, 不得外传), "" where it has none. `titles` are those of the tables by their numbers, None where they
    have to be looked for. `package` is the .docx that the text was read from, for who writes marks into it.
    """

    source: SourceText
    blocks: Sequence[Block]
    notes: Sequence[Message] = ()
    unread: Sequence[Message] = ()
    origins: Sequence[Origin] = ()
    margins: Sequence[str] = ()
    pictures: int = 0
    internal: str = ""
    titles: Mapping[int, str] | None = None
    contents: Sequence[ContentsEntry] = ()
    package: DocxPackage | None = None
    _starts: list[int] | None = field(default=None, init=False)
    _above: list[int] | None = field(default=None, init=False)
    _ordinals: list[int] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.source.locate = self.locator

    @property
    def headings(self) -> tuple[Block, ...]:
        """All headings, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADING)

    @property
    def chapters(self) -> tuple[Block, ...]:
        """The headings numbered 第…章; the highest ones where there are none."""
        headings = self.headings
        numbered = tuple(one for one in headings if _is_chapter(one))
        return numbered or tuple(one for one in headings if one.level == 1)

    def chapter_of(self, offset: int) -> Block | None:
        """The heading numbered 第…章 that `offset` stands in or under; the highest heading where none is."""
        path = self.path_of(offset)
        return next((one for one in path if _is_chapter(one)), path[0] if path else None)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`, or the last one before it."""
        position = self._position(offset)
        return self.blocks[position] if position >= 0 else None

    def heading_of(self, offset: int) -> Block | None:
        """The innermost heading that `offset` stands in or under; notes stand under none."""
        path = self.path_of(offset)
        return path[-1] if path else None

    def path_of(self, offset: int) -> tuple[Block, ...]:
        """The headings that `offset` stands in or under, the highest first."""
        position = self._position(offset)
        if position < 0:
            return ()
        return self._path(position if self.blocks[position].kind is BlockKind.HEADING else self._parents()[position])

    def parent_of(self, block: Block) -> Block | None:
        """The heading right above `block`, a heading or not."""
        position = self._position(block.start)
        above = self._parents()[position] if position >= 0 else -1
        return self.blocks[above] if above >= 0 else None

    def children_of(self, heading: Block | None) -> tuple[Block, ...]:
        """The headings right below `heading`; those at the top of the tree for None."""
        return tuple(
            block
            for block, above in zip(self.blocks, self._parents(), strict=True)
            if block.kind is BlockKind.HEADING and (self.blocks[above] if above >= 0 else None) is heading
        )

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of all blocks, in order."""
        for block in self.blocks:
            yield from sentences_of(block)

    def origin_of(self, offset: int) -> Origin | None:
        """The last origin at or before `offset`: the character is `offset - origin.start` behind it."""
        position = bisect_right(self.origins, offset, key=lambda origin: origin.start) - 1
        return self.origins[position] if position >= 0 else None

    def locator(self, offset: int) -> Message:
        """Where `offset` is, in words: 第三章 › 二、 › 第4段; 表2（主要指标）!C7; by lines for what is no .docx."""
        position = self._position(offset)
        line = SOURCE_LOCATOR(line=self.source.place(offset).line)
        if position < 0:
            return line
        block = self.blocks[position]
        if block.cell is not None:
            return self._in_table(block.cell)
        path = " › ".join(map(_shown, self.path_of(offset)))
        if self.origins and block.kind is BlockKind.HEADING:
            return LOCATOR_HEADING(path=path)
        own = self._own_place(position) if self.origins else line
        return LOCATOR_UNDER(path=path, place=own) if path else own

    def _in_table(self, cell: Cell) -> Message:
        if self.titles is None:
            from checker.prose.table_titles import table_titles

            self.titles = table_titles(self.blocks)
        title = self.titles.get(cell.table)
        if title is None:
            return LOCATOR_CELL(table=cell.table, cell=cell.name)
        return LOCATOR_CELL_TITLED(table=cell.table, title=_clipped(title), cell=cell.name)

    def _own_place(self, position: int) -> Message:
        block = self.blocks[position]
        if block.kind is BlockKind.NOTE:
            return LOCATOR_NOTE(number=block.number)
        number = self._counted()[position]
        return (LOCATOR_BOX if block.kind is BlockKind.BOX else LOCATOR_BLOCK)(number=number)

    def _position(self, offset: int) -> int:
        if self._starts is None:
            self._starts = [block.start for block in self.blocks]
        return bisect_right(self._starts, offset) - 1

    def _path(self, position: int) -> tuple[Block, ...]:
        path: list[Block] = []
        while position >= 0:
            path.append(self.blocks[position])
            position = self._parents()[position]
        return tuple(reversed(path))

    def _parents(self) -> list[int]:
        """For each block the position of the heading above it, -1 for none."""
        if self._above is None:
            self._above = []
            open_headings: list[int] = []
            for position, block in enumerate(self.blocks):
                if block.kind is BlockKind.HEADING:
                    while open_headings and self.blocks[open_headings[-1]].level >= block.level:
                        open_headings.pop()
                is_note = block.kind is BlockKind.NOTE
                self._above.append(open_headings[-1] if open_headings and not is_note else -1)
                if block.kind is BlockKind.HEADING:
                    open_headings.append(position)
        return self._above

    def _counted(self) -> list[int]:
        """For each block which paragraph under its heading it is; boxes are counted through the document."""
        if self._ordinals is None:
            self._ordinals = []
            paragraphs = boxes = 0
            for block in self.blocks:
                if block.kind is BlockKind.HEADING:
                    paragraphs = 0
                elif block.kind is BlockKind.BOX:
                    boxes += 1
                elif block.cell is None:
                    paragraphs += 1
                self._ordinals.append(boxes if block.kind is BlockKind.BOX else paragraphs)
        return self._ordinals


def _shown(heading: Block) -> str:
    if heading.number:
        return heading.number
    return _clipped(heading.title)


def _clipped(title: str) -> str:
    return title if len(title) <= _TITLE_SHOWN else title[:_TITLE_SHOWN] + _CLIPPED


def sentences_of(block: Block) -> Iterator[Sentence]:
    """The sentences of a block, in order, as offsets in the source; nothing but blanks is none."""
    return split_sentences(block.text, block.start)


def _is_chapter(heading: Block) -> bool:
    return heading.number.startswith("第") and heading.number.endswith("章")
