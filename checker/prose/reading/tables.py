"""The indicator tables of a document: their rows with the places of their cells, and what they state.

A table is known by its heads, and where these say nothing by what stands in its columns: numbers that count on, names,
units, natures, values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec import Struct, field

from checker.prose.figures import Figure, find_figures
from checker.prose.indicator_table import IndicatorRow, IndicatorTable, TableFigure, read_indicator_table
from checker.prose.indicator_words import column_role, plan_years
from checker.prose.reading.figure_words import FigureWords, split_figure_words
from checker.prose.reading.frame import Frame
from checker.prose.reading.grids import Grid
from checker.prose.reading.lexicon import Known, known_indicator, known_of, wording
from checker.prose.reading.rows import Stated
from checker.prose.reading.slots import stated_of
from checker.prose.reading.subjects import subject_in
from checker.prose.reading.table_heads import OddHead, find_odd_heads
from checker.prose.xlsx import Cell, Sheet
from checker.quantity import UnitKind, parse_unit
from checker.statement import Measure, Origin

_NATURE = re.compile(r"(?:预期性|约束性)$")
_VALUE = re.compile(r"[><≥≤＞＜约〔\[［【]*\s?[-]?[0-9][0-9.,]*|[—–\-／/]+$|[〔\[［]")
_COUNT = re.compile(r"[（(](?:共)?(?P<count>[0-9]{1,2})[项个]?(?:指标)?[）)]")
_OTHER_YEAR = re.compile(r"[（(](?P<year>(?:19|20)[0-9]{2})年?(?:末|底)?(?:数|值)?[）)]")
#: So many rows are looked at for what a column holds.
_SAMPLE = 60
_MOSTLY = 0.6
_TOP = 3
#: A plan is for so many years.
_PLAN = 5


class Category(Struct, eq=False):
    """A category of a table: its name, the number of rows it says it has (None where it says none), and these."""

    name: str
    count: int | None
    start: int
    end: int
    rows: list[int] = field(default_factory=list)


class TableRow(Struct, eq=False):
    """A row of an indicator table; the places are those of its cells in the source, (0, 0) where it has none.

    `number` is its 序号 as printed, `nature_told` its 属性; `is_part` says that it stands under the number or the name
    of the row above it; `values` are the rows of the statements it makes.
    """

    table: int
    name: str
    number: str = ""
    unit: str = ""
    nature: str = ""
    nature_told: str = ""
    category: str = ""
    key: str = ""
    is_part: bool = False
    name_at: tuple[int, int] = (0, 0)
    number_at: tuple[int, int] = (0, 0)
    nature_at: tuple[int, int] = (0, 0)
    values: list[int] = field(default_factory=list)


class TextTable(Struct, eq=False):
    """An indicator table of a document; `has_natures` and `has_numbers` say which columns it has.

    `odd_heads` are those that cannot be right; what stands below them states nothing.
    """

    grid: Grid
    read: IndicatorTable
    period: tuple[int, int] | None
    rows: list[TableRow] = field(default_factory=list)
    categories: list[Category] = field(default_factory=list)
    has_natures: bool = False
    has_numbers: bool = False
    guessed: bool = False
    odd_heads: list[OddHead] = field(default_factory=list)


def find_tables(grids: Sequence[Grid], frame: Frame, count: int) -> tuple[list[TextTable], list[Stated]]:
    """The indicator tables among `grids`, and their statements, whose rows are counted from `count` on."""
    tables: list[TextTable] = []
    statements: list[Stated] = []
    for grid in grids:
        period = plan_years(grid.above) or frame.period
        if frame.period is not None and f"{frame.period[1]}年" in "".join(_top(grid)):
            # A caption that names another plan over the last year of this one is a slip.
            period = frame.period
        read, guessed = _read(grid, period)
        if read is None or not _is_indicators(read, guessed):
            continue
        table = TextTable(grid, read, read.period or period or _spanned(grid), guessed=guessed)
        if not guessed:
            table.odd_heads = find_odd_heads(read, grid, frame.period)
        unsure = {head.column for head in table.odd_heads}
        natures_at = next((row.cells["nature"].column for row in read.rows if "nature" in row.cells), 0)
        for row in read.rows:
            made = _row(len(tables), row, grid, natures_at)
            made.is_part = _is_part(made, table.rows[-1] if table.rows else None)
            stated = list(_statements(row, made, table, len(tables), len(table.rows), frame, unsure))
            made.values = list(range(count + len(statements), count + len(statements) + len(stated)))
            statements += stated
            table.rows.append(made)
        table.has_natures = sum(bool(row.nature) for row in table.rows) * 2 > len(table.rows)
        table.has_numbers = sum(row.number.isdigit() for row in table.rows) * 2 > len(table.rows)
        table.categories = _categories(table, read, grid)
        tables.append(table)
    return tables, statements


def _spanned(grid: Grid) -> tuple[int, int] | None:
    """The plan's years between a base year and the last year of its heads: 2020年 and 2025年."""
    years = {year for text in _top(grid) if (year := column_role(text).year) is not None}
    first, last = min(years, default=0), max(years, default=0)
    return (first + 1, last) if first % _PLAN == 0 and last - first == _PLAN else None


def _top(grid: Grid) -> Iterator[str]:
    """The words of the first rows."""
    return (cell.text for row in grid.sheet.rows[:_TOP] for cell in row)


def _read(grid: Grid, period: tuple[int, int] | None) -> tuple[IndicatorTable | None, bool]:
    """The table by its heads, else by what its columns hold."""
    if len(grid.sheet.rows) < 2 or len(grid.sheet.rows[0]) < 2:
        return None, False
    read = read_indicator_table(grid.sheet, period)
    if read is not None and read.rows and any(row.figures for row in read.rows):
        return read, False
    headed = _with_heads(grid.sheet)
    return (read_indicator_table(headed, period), True) if headed is not None else (None, False)


def _is_indicators(table: IndicatorTable, guessed: bool) -> bool:
    """Whether the rows are indicators: they have natures, or the dictionary knows half of them."""
    if guessed and len(table.rows) < 2:
        return False
    if sum(bool(row.nature) for row in table.rows) * 2 > len(table.rows):
        return True
    return sum(known_indicator(wording(row.name)) is not None for row in table.rows) * 2 >= len(table.rows)


# ---- columns by what they hold


def _with_heads(sheet: Sheet) -> Sheet | None:
    """The sheet with heads in place of its own, by what its columns hold; None if they hold no indicators."""
    body = _body(sheet)
    if body is None:
        return None
    rows = sheet.rows[body : body + _SAMPLE]
    roles = [_role([row[at].text for row in rows if row[at].is_origin]) for at in range(len(sheet.rows[0]))]
    names = [at for at, role in enumerate(roles) if role == "指标"]
    if not names or "值" not in roles or ("属性" not in roles and "单位" not in roles):
        return None
    heads = []
    for at, role in enumerate(roles):
        above = "".join(dict.fromkeys(row[at].text for row in sheet.rows[:body]))
        told = above if role == "值" and column_role(above).role in ("figure", "annual", "cumulative") else ""
        words = told or ("指标" if at == names[-1] else "类别" if at in names else role if role != "值" else "")
        heads.append(Cell(sheet.title, max(body, 1), at + 1, words, words, (max(body, 1), at + 1)))
    return Sheet(sheet.title, [heads, *sheet.rows[body:]])


def _body(sheet: Sheet) -> int | None:
    """The first row that holds values rather than heads."""
    for at, row in enumerate(sheet.rows[:6]):
        texts = [cell.text for cell in row]
        if any(_NATURE.match(text) for text in texts) and any(_VALUE.match(text) for text in texts):
            return at
    return None


def _role(texts: Sequence[str]) -> str:
    told = [text for text in texts if text]
    if not told:
        return ""
    if _share(told, _NATURE.match) >= _MOSTLY:
        return "属性"
    if all(text.isdigit() for text in told) and [int(text) for text in told] == sorted({int(text) for text in told}):
        return "序号"
    if _share(told, lambda text: parse_unit(text.strip("（）()"))) >= _MOSTLY:
        return "单位"
    if _share(told, _VALUE.match) >= _MOSTLY / 2:
        return "值"
    return "指标" if _share(told, lambda text: re.search("[\u4e00-\u9fff]{3}", text)) >= _MOSTLY else ""


def _share(texts: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in texts) / len(texts)


# ---- rows


def _row(table: int, row: IndicatorRow, grid: Grid, natures_at: int) -> TableRow:
    made = TableRow(table, row.name, unit=row.unit, nature=row.nature, category=row.category)
    made.key = key_of(row.name)
    made.name_at = _place(grid, row.cell)
    number = row.cells.get("number")
    if number is not None:
        made.number, made.number_at = number.text.strip(), _place(grid, number)
    if natures_at:
        nature = grid.sheet.rows[row.cell.row - grid.sheet.rows[0][0].row][natures_at - 1]
        made.nature_told, made.nature_at = nature.text.strip(), _place(grid, nature)
    return made


def _is_part(row: TableRow, above: TableRow | None) -> bool:
    """Whether a row goes with the one above it: one number or one name over both, or 其中."""
    if above is None:
        return False
    return (
        (row.number != "" and row.number_at == above.number_at)
        or row.name_at == above.name_at
        or (row.number == "" and above.number != "")
    )


def key_of(name: str) -> str:
    """By what the statements of an indicator of this name are compared."""
    bare, told = split_figure_words(name)
    subject = subject_in(bare if told.measure in (Measure.GROWTH, Measure.CHANGE) else name, "")
    return subject.key or wording(name)


def _place(grid: Grid, cell: Cell) -> tuple[int, int]:
    spans = grid.places.get(cell.origin)
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def _categories(table: TextTable, read: IndicatorTable, grid: Grid) -> list[Category]:
    """The categories with the counts they tell: 经济发展（7项）."""
    made: list[Category] = []
    has_column = any("category" in row.cells for row in read.rows)
    for number, row in enumerate(read.rows):
        cell = row.cells.get("category")
        text = cell.text if cell is not None else row.category
        if not text:
            # An empty cell goes on with the category above.
            if made and has_column:
                made[-1].rows.append(number)
            continue
        if not made or made[-1].name != text:
            found = _COUNT.search(text)
            start, end = _place(grid, cell) if cell is not None else table.rows[number].name_at
            made.append(Category(text, int(found["count"]) if found else None, start, end))
        made[-1].rows.append(number)
    return made


# ---- what a row states


def _statements(  # noqa: PLR0917 -- a row, what it is made into, and what holds for all rows
    row: IndicatorRow, made: TableRow, table: TextTable, number: int, at: int, frame: Frame, unsure: Collection[int]
) -> Iterator[Stated]:
    bare, told = split_figure_words(row.name)
    changes = told.measure in (Measure.GROWTH, Measure.CHANGE) and bare
    name = bare if changes else row.name
    subject = subject_in(name, frame.place)
    for figure in row.figures:
        said = _figure(figure, row.unit, grid=table.grid)
        if said is None or figure.cell.column in unsure:
            continue
        words, start, end = said
        stated = _slots(figure, words, told if changes else None, table.period, subject.known)
        if stated is None:
            continue
        if figure.guessed and table.period is None:
            stated.tense = ""  # without a plan's years a head “2025年” tells no aim from a result
        stated.name, stated.key, stated.known = name, subject.key or made.key, subject.known or known_of(made.key)
        stated.area = "" if subject.area in ("", "全域", f"全{frame.sign}") else subject.area
        stated.scope, stated.exact, stated.vague = stated.area, subject.exact, False
        stated.start, stated.end = start, end
        stated.named_from, stated.named_to = made.name_at
        stated.table, stated.row, stated.column = number, at, figure.cell.column
        yield stated


def _figure(told: TableFigure, unit: str, grid: Grid) -> tuple[Figure, int, int] | None:
    """The figure of a cell with the unit of its row where it has none, and its place."""
    spans = grid.places.get(told.cell.origin)
    if not spans:
        return None
    text = _OTHER_YEAR.sub("", told.text).strip()
    text = re.sub(r"^(?:力争|争取|预计)?(?:达到|为)?|(?<=[><＞＜≥≤])\s+", "", text)
    for words in (text, _united(text, unit)):
        found = list(find_figures(words))
        if (
            len(found) == 1
            and found[0].start == 0
            and found[0].end == len(words)
            and (found[0].quantity.unit is not None or not unit)
        ):
            return found[0], spans[0][0], spans[-1][1]
    return None


def _united(text: str, unit: str) -> str:
    """The figure with its unit in front of 左右 and 以上: 470左右 of 万吨 is 470万吨左右."""
    bare = re.sub(r"[（(].*?[）)]", "", unit)
    found = re.match(r"(?P<number>.*?[0-9.%])(?P<behind>左右|以上|以下|以内)?$", text)
    return f"{found['number']}{bare}{found['behind'] or ''}" if found else text + bare


def _slots(
    told: TableFigure, figure: Figure, change: FigureWords | None, period: tuple[int, int] | None, known: Known | None
) -> Stated | None:
    made = stated_of(figure)
    tenses = {"actual": "actual", "expected": "expected", "target": "target", "striving": "striving"}
    made.tense = tenses.get(told.tense, "")
    made.period_from = Origin.TABLE
    if told.guessed:
        made.tense_from = Origin.DEFAULT
    other = _OTHER_YEAR.search(told.cell.text)
    additive = known is not None and known.flow == "additive"
    percent = figure.quantity.unit is not None and figure.quantity.unit.kind is UnitKind.RATIO
    if told.accumulated:
        # 〔682〕 under the base: what came together over the period before.
        if told.year is None or period is None:
            return None
        made.first_year, made.last_year = told.year - (period[1] - period[0]), told.year
        made.measure, made.rises = (Measure.CHANGE, change.rises) if change is not None else (Measure.CUMULATIVE, 0)
        return made
    if told.basis == "point":
        if told.year is None:
            return None
        year = int(other["year"]) if other else told.year
        made.first_year = made.last_year = year
        made.measure = Measure.CUMULATIVE if additive else Measure.LEVEL
        if change is not None:
            made.measure, made.rises = change.measure, change.rises
        return made
    if period is None or told.tense == "actual":
        return None
    made.first_year, made.last_year = period
    if told.basis == "cumulative":
        made.measure, made.rises = (Measure.CHANGE, change.rises) if change is not None else (Measure.CUMULATIVE, 0)
        return made
    if change is not None:
        made.measure, made.rises = Measure.GROWTH, change.rises
    elif percent and known is not None and known.kind == "ratio":
        made.measure, made.first_year = Measure.LEVEL, period[1]
    elif percent:
        made.measure, made.rises = Measure.GROWTH, 1
    else:
        made.measure = Measure.AVERAGE
    return made
