"""What the indicator tables of a text say, as claims: the value of an indicator in a year, in its cell.

Only rows whose indicator is known by name, and rows of tables that have a column for the nature (属性), are taken:
a list of projects with their sums looks much the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from checker.prose.claims import Claim, lexicon_aliases
from checker.prose.document import Block, Document
from checker.prose.figures import Figure, find_figures
from checker.prose.indicator_table import IndicatorRow, IndicatorTable, TableFigure, read_indicator_table
from checker.prose.indicator_words import plan_years
from checker.prose.xlsx import Cell, Sheet

#: A table beyond this is no indicator table.
_MOST_CELLS = 50_000
_CHANGES = {"point": "", "annual": "年均增长", "cumulative": "累计"}

_Place = tuple[int, int]


def find_table_claims(
    document: Document, names: Collection[str] = (), period: tuple[int, int] | None = None
) -> Iterator[tuple[Claim, int]]:
    """The claims of the indicator tables of `document`, each with the offset of its cell.

    `names` are those of indicators, beside the lexicon's; `period` is that of the plan, else the table's own heads
    and the last line above it say which years are meant.
    """
    known = lexicon_aliases()
    for above, blocks in _tables(document):
        sheet = _sheet(blocks)
        told = period or plan_years(above)
        table = read_indicator_table(sheet, told) if sheet is not None else None
        if table is None:
            continue
        cells = _by_place(blocks)
        for row in _rows(table, {*names, *known}):
            yield from _row_claims(row, cells, known, table.period)


def find_indicator_tables(document: Document, period: tuple[int, int] | None = None) -> Iterator[IndicatorTable]:
    """The indicator tables of `document`, a cell named by its table: 表2!C7.

    Taken are tables with a column for the nature, and those half of whose indicators the lexicon knows. A text
    without tables may have lines whose cells are parted by tabs.
    """
    known = lexicon_aliases()
    sheets = [(above, _sheet(blocks, f"表{number}")) for number, (above, blocks) in enumerate(_tables(document), 1)]
    for above, sheet in sheets or _tabbed(document):
        table = read_indicator_table(sheet, period or plan_years(above)) if sheet is not None else None
        if table is None or not table.rows:
            continue
        table.title = table.title or above
        if any(row.nature for row in table.rows) or 2 * sum(row.name in known for row in table.rows) >= len(table.rows):
            yield table


def repeated_rows(table: IndicatorTable) -> list[tuple[str, int]]:
    """The names that stand in several rows, and in how many: which row is meant is anybody's guess."""
    return [(name, times) for name, times in Counter(row.name for row in table.rows).items() if times > 1]


def has_indicator_table(document: Document) -> bool:
    """Whether one of the tables of `document` is an indicator table with rows."""
    sheets = (_sheet(blocks) for _, blocks in _tables(document))
    tables = (read_indicator_table(sheet) for sheet in sheets if sheet is not None)
    return any(table is not None and table.rows for table in tables)


def _tables(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """The cells of each table, with the words of the block right above it."""
    tables: dict[int, list[Block]] = {}
    titles: dict[int, str] = {}
    above = ""
    for block in document.blocks:
        if block.cell is None:
            above = block.text
        else:
            titles.setdefault(block.cell.table, above)
            tables.setdefault(block.cell.table, []).append(block)
    return ((titles[number], blocks) for number, blocks in tables.items())


def _sheet(blocks: Sequence[Block], name: str = "") -> Sheet | None:
    """The cells as a full rectangle called `name`, merged ones resolved; None for a table that is too large."""
    filled: dict[_Place, tuple[str, _Place]] = {}
    for block in blocks:
        assert block.cell is not None
        origin = block.cell.row, block.cell.column
        if len(filled) + block.cell.rows * block.cell.columns > _MOST_CELLS:
            return None
        text = filled[origin][0] + block.text if origin in filled else block.text
        for row in range(origin[0], origin[0] + block.cell.rows):
            for column in range(origin[1], origin[1] + block.cell.columns):
                filled[row, column] = text, origin
    height, width = max(row for row, _ in filled), max(column for _, column in filled)
    if height * width > _MOST_CELLS:
        return None
    rows = []
    for row in range(1, height + 1):
        cells = []
        for column in range(1, width + 1):
            text, origin = filled.get((row, column), ("", (row, column)))
            cells.append(Cell(name, row, column, text.strip(), text, origin))
        rows.append(cells)
    return Sheet(name, rows)


def _tabbed(document: Document) -> Iterator[tuple[str, Sheet]]:
    """The lines with tabs that stand together, as sheets, with the words of the line above."""
    above, number = "", 0
    for has_tabs, run in groupby(document.blocks, lambda block: "\t" in block.text):
        blocks = list(run)
        if not has_tabs:
            above = blocks[-1].text
            continue
        lines = [block.text.split("\t") for block in blocks]
        width = max(map(len, lines))
        number += 1
        if len(lines) * width <= _MOST_CELLS:
            name = f"表{number}"
            yield above, Sheet(name, [_tabbed_row(name, row, line, width) for row, line in enumerate(lines, 1)])


def _tabbed_row(sheet: str, row: int, line: Sequence[str], width: int) -> list[Cell]:
    padded = [*line, *[""] * (width - len(line))]
    return [Cell(sheet, row, at, text.strip(), text, (row, at)) for at, text in enumerate(padded, 1)]


def _by_place(blocks: Sequence[Block]) -> dict[_Place, Block]:
    """The blocks of cells that hold one paragraph."""
    places = [(block.cell.row, block.cell.column) for block in blocks if block.cell is not None]
    count = Counter(places)
    return {place: block for place, block in zip(places, blocks, strict=True) if count[place] == 1}


def _rows(table: IndicatorTable, known: Collection[str]) -> Iterator[IndicatorRow]:
    """The rows whose indicator is told once in the table."""
    told = Counter(row.name for row in table.rows)
    is_indicators = any(row.nature for row in table.rows)
    return (row for row in table.rows if told[row.name] == 1 and (is_indicators or row.name in known))


def _row_claims(
    row: IndicatorRow, cells: Mapping[_Place, Block], known: Mapping[str, str], period: tuple[int, int] | None
) -> Iterator[tuple[Claim, int]]:
    for told in row.figures:
        block = cells.get(told.cell.origin)
        figure = _figure(told, row.unit, block.text) if block is not None else None
        year = (
            told.year if told.basis == "point" else period[1] if period is not None and told.tense != "actual" else None
        )
        if block is None or figure is None or year is None or told.accumulated:
            continue
        # A tense that the head of the column does not say is no ground for telling two values apart.
        target, actual = not told.guessed and told.tense != "actual", not told.guessed and told.tense == "actual"
        subject, change = known.get(row.name, row.name), _CHANGES[told.basis]
        claim = Claim(subject, "", change, year, target, actual, figure, figure.start, figure.start)
        yield claim, block.start


def _figure(told: TableFigure, unit: str, cell: str) -> Figure | None:
    """The figure of a cell, with the unit of its row where it has none; None unless the words are one figure."""
    start = cell.find(told.text)
    for words in (told.text, told.text + unit):
        found = list(find_figures(words))
        if start >= 0 and len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
            one = found[0]
            if one.quantity.unit is not None:
                return Figure(start, start + len(told.text), start, one.unit, one.quantity)
    return None
