"""The tables of a document as grids: those of Word, Markdown and Excel, and those that are only lines of text.

A table in flat text has a cell a line, or rows whose cells stand apart by tabs and blanks, or glued rows that only
序号 and 属性 part. It is told by what stands in it: numbers that count on, each followed by a name, and a nature a
row. A table that a page end has cut in two, its heads told again or not, is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, field

from checker.prose.document import Block, Document
from checker.prose.reading.records import Record, Token, records_of
from checker.prose.xlsx import Cell, Sheet

#: A table beyond this is no indicator table.
_MOST_CELLS = 50_000
_FEWEST_LINES = 3
_FEWEST_GAPS = 2
_TAB, _BLANKS = re.compile("\t"), re.compile(r"(?<=\S)(?:[ \u00a0\u2002\u2003]{2,}|\u3000[ \u3000]*)(?=\S)")
_MOSTLY = 0.8
_NATURE = re.compile("预期性|约束性")
_LONGEST_LINE = 70
_APART = 18
_BACK = 40
_TOKEN = re.compile(r"[><＞＜≥≤]\s?[^\s\u3000]+|[^\s\u3000]+")
_SPLITS = re.compile(r"(?<=预期性|约束性)(?=\S)|(?<=\S)(?=预期性|约束性)")
_TITLE = re.compile(r"表\s?[0-9一二三四五六七八九十]{0,3}|指标")

Place = tuple[int, int]


class Grid(Struct, eq=False):
    """One table: its `sheet`, the places in the source of each of its cells, the words right above it and their place.

    `first` and `last` are the numbers of the blocks that it takes; `flat` says that it is lines of text.
    """

    sheet: Sheet
    places: dict[Place, list[tuple[int, int]]]
    above: str
    first: int
    last: int
    flat: bool = False
    numbers: tuple[int, ...] = ()
    above_at: tuple[int, int] = (0, 0)


class _Cells(Struct, eq=False):
    above: str
    first: int
    blocks: list[Block] = field(default_factory=list)


def find_grids(document: Document) -> list[Grid]:
    """The tables of `document` in order."""
    tables = [made for cells in _tables(document) if (made := _of_cells(cells)) is not None]
    tabbed = list(_parted_tables(document, _TAB))
    taken = _blocks_of(tabbed)
    flat = list(_flat_tables(document, taken))
    spaced = list(_parted_tables(document, _BLANKS, taken | _blocks_of(flat)))
    grids = [*_joined(tables), *tabbed, *flat, *spaced]
    for grid in grids:
        above = document.blocks[grid.first - 1] if grid.first else None
        if above is not None and above.text == grid.above:
            grid.above_at = (above.start, above.end)
    return grids


def _blocks_of(grids: Sequence[Grid]) -> set[int]:
    return {number for grid in grids for number in range(grid.first, grid.last + 1)}


# ---- tables with cells


def _tables(document: Document) -> Iterator[_Cells]:
    made: _Cells | None = None
    above = ""
    for number, block in enumerate(document.blocks):
        if block.cell is None:
            if made is not None:
                yield made
                made = None
            above = block.text
        else:
            if made is not None and made.blocks[-1].cell is not None and made.blocks[-1].cell.table != block.cell.table:
                yield made
                made = None
            if made is None:
                made = _Cells(above, number)
            made.blocks.append(block)
    if made is not None:
        yield made


def _of_cells(cells: _Cells) -> Grid | None:
    texts: dict[Place, tuple[str, Place]] = {}
    places: dict[Place, list[tuple[int, int]]] = {}
    numbers: set[int] = set()
    for block in cells.blocks:
        assert block.cell is not None
        origin = block.cell.row, block.cell.column
        numbers.add(block.cell.table)
        if len(texts) + block.cell.rows * block.cell.columns > _MOST_CELLS:
            return None
        text = texts[origin][0] + block.text.strip() if origin in texts else block.text.strip()
        places.setdefault(origin, []).append((block.start, block.end))
        for row in range(origin[0], origin[0] + block.cell.rows):
            for column in range(origin[1], origin[1] + block.cell.columns):
                texts[row, column] = text, origin
    height, width = max(row for row, _ in texts), max(column for _, column in texts)
    if height * width > _MOST_CELLS:
        return None
    name = f"表{min(numbers)}"
    rows = []
    for row in range(1, height + 1):
        line = []
        for column in range(1, width + 1):
            text, origin = texts.get((row, column), ("", (row, column)))
            line.append(Cell(name, row, column, text, text, origin))
        rows.append(line)
    last = cells.first + len(cells.blocks) - 1
    return Grid(Sheet(name, rows), places, cells.above, cells.first, last, numbers=tuple(sorted(numbers)))


def _joined(grids: Sequence[Grid]) -> list[Grid]:
    """Tables that follow right behind each other, of one width, as one: a page end has parted them."""
    made: list[Grid] = []
    for grid in grids:
        before = made[-1] if made else None
        if before is None or not _goes_on(before, grid):
            made.append(grid)
            continue
        down = len(before.sheet.rows)
        rows = [*before.sheet.rows, *([_moved(cell, down) for cell in row] for row in grid.sheet.rows)]
        places = {**before.places, **{(row + down, column): spans for (row, column), spans in grid.places.items()}}
        sheet = Sheet(before.sheet.title, rows)
        made[-1] = Grid(sheet, places, before.above, before.first, grid.last, numbers=before.numbers + grid.numbers)
    return made


def _goes_on(before: Grid, grid: Grid) -> bool:
    width = len(before.sheet.rows[0])
    if width < 3 or len(grid.sheet.rows[0]) != width or grid.first > before.last + 3 or _TITLE.search(grid.above):
        return grid.first <= before.last + 2 and width >= 4 and len(grid.sheet.rows[0]) == width and "续" in grid.above
    first = [cell.text for cell in grid.sheet.rows[0]]
    heads = [cell.text for cell in before.sheet.rows[0]]
    last = before.sheet.rows[-1]
    return first == heads or (first[0].isdigit() and last[0].text.isdigit() and int(first[0]) == int(last[0].text) + 1)


def _moved(cell: Cell, down: int) -> Cell:
    origin = (cell.origin[0] + down, cell.origin[1])
    return Cell(cell.sheet, cell.row + down, cell.column, cell.text, cell.value, origin, cell.uncounted)


# ---- tables whose cells stand apart by tabs or blanks


def _parted_tables(document: Document, gap: re.Pattern[str], taken: Collection[int] = ()) -> Iterator[Grid]:
    """Lines that have so many gaps each, line by line; what is between two is a cell, be it empty."""
    blocks = document.blocks
    number = count = 0
    while number < len(blocks):
        last = number
        while last < len(blocks) and last not in taken and _is_parted(blocks[last], gap):
            last += 1
        if last - number >= _FEWEST_LINES and _is_even(blocks[number:last], gap):
            above, count = blocks[number - 1].text if number else "", count + 1
            yield _of_lines(f"表{count}", blocks, number, last - 1, above, gap)
        number = max(last, number + 1)


def _is_parted(block: Block, gap: re.Pattern[str]) -> bool:
    return block.cell is None and gap.search(block.text) is not None


def _is_even(lines: Sequence[Block], gap: re.Pattern[str]) -> bool:
    """Whether nearly all lines have one number of cells."""
    gaps = Counter(len(gap.findall(line.text)) for line in lines)
    usual, times = gaps.most_common(1)[0]
    return usual >= _FEWEST_GAPS and times >= _MOSTLY * len(lines)


def _of_lines(name: str, blocks: Sequence[Block], first: int, last: int, above: str, gap: re.Pattern[str]) -> Grid:
    lines = [gap.split(block.text) for block in blocks[first : last + 1]]
    width = max(map(len, lines))
    if gap is _BLANKS:
        # Cells that are left empty leave no trace: 合计  150 has its number in the last column.
        lines = [[line[0], *[""] * (width - len(line)), *line[1:]] for line in lines]
    rows: list[list[Cell]] = []
    places: dict[Place, list[tuple[int, int]]] = {}
    for row, (block, line) in enumerate(zip(blocks[first : last + 1], lines, strict=True), 1):
        at = 0
        for column, words in enumerate(line, 1):
            if text := words.strip():
                begin = block.text.index(text, at)
                places[row, column] = [(block.start + begin, block.start + begin + len(text))]
                at = begin + len(text)
        padded = [*line, *[""] * (width - len(line))]
        rows.append([Cell(name, row, at, text.strip(), text, (row, at)) for at, text in enumerate(padded, 1)])
    return Grid(Sheet(name, rows), places, above, first, last, flat=True)


# ---- tables that are lines of text


def _flat_tables(document: Document, taken: Collection[int]) -> Iterator[Grid]:
    for number, (first, last) in enumerate(_regions(document, taken), 1):
        tokens = [token for at in range(first, last + 1) for token in _tokens(document.blocks[at])]
        heads, records = records_of(tokens)
        if len(records) >= 3:
            above = document.blocks[first - 1].text if first else ""
            yield _of_records(f"表{number}", heads, records, above, first, last)


def _regions(document: Document, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Stretches of short lines with a nature in several of them; `taken` are blocks of other tables."""
    blocks = document.blocks
    marked = [
        number
        for number, block in enumerate(blocks)
        if block.cell is None
        and number not in taken
        and len(block.text) <= _LONGEST_LINE * 2
        and _NATURE.search(block.text)
        and "。" not in block.text
    ]
    runs: list[list[int]] = []
    for number in marked:
        if runs and number - runs[-1][-1] <= _APART:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        natures = sum(len(_NATURE.findall(blocks[number].text)) for number in run)
        if natures >= 3:
            first = _start(blocks, run[0])
            yield first, _end(blocks, run[-1])


def _start(blocks: Sequence[Block], number: int) -> int:
    first = number
    for at in range(number - 1, max(number - _BACK, -1), -1):
        text = blocks[at].text.strip()
        if blocks[at].cell is not None or len(text) > _LONGEST_LINE or text.endswith(("。", "：")):
            break
        if _TITLE.match(text) and len(text) > 6:
            break
        first = at
    return first


def _end(blocks: Sequence[Block], number: int) -> int:
    last = number
    for at in range(number + 1, min(number + 8, len(blocks))):
        text = blocks[at].text.strip()
        if (
            blocks[at].cell is not None
            or len(text) > 30
            or re.match(
                r"备?注|说明|第[一二三四五六七八九十]|[一二三四五六七八九十]、|（[一二三四五六七八九十]）|专栏|图", text
            )
        ):
            break
        if text.endswith("。"):
            break
        last = at
    return last


def _tokens(block: Block) -> Iterator[Token]:
    for found in _TOKEN.finditer(block.text):
        start = found.start()
        for piece in _SPLITS.split(found[0]):
            if piece:
                yield Token(piece, block.start + start, block.start + start + len(piece))
                start += len(piece)


def _of_records(name: str, heads: Sequence[str], records: Sequence[Record], above: str, first: int, last: int) -> Grid:
    rows: list[list[Cell]] = [[Cell(name, 1, at, text, text, (1, at)) for at, text in enumerate(heads, 1)]]
    places: dict[Place, list[tuple[int, int]]] = {}
    for row, record in enumerate(records, 2):
        line = []
        for column, cell in enumerate(record.cells, 1):
            text = "".join(token.text for token in cell)
            line.append(Cell(name, row, column, text, text, (row, column)))
            if cell:
                places[row, column] = [(token.start, token.end) for token in cell]
        rows.append(line)
    return Grid(Sheet(name, rows), places, above, first, last, flat=True)
