"""The rows of an indicator table: their numbers, names and natures, the categories over them, the heads above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.messages import Message
from checker.messages.tables import (
    TABLE_NO_NATURE,
    TABLE_NO_ROWS,
    TABLE_NUMBER_FIRST,
    TABLE_NUMBER_LEFT_OUT,
    TABLE_NUMBER_TWICE,
    TABLE_NUMBER_WRONG,
    TABLE_ODD_NATURE,
    TABLE_OTHER_PLAN,
    TABLE_ROW_TWICE,
    TABLE_YEAR_BASE,
    TABLE_YEAR_TARGET,
    TABLE_YEARS_ALIKE,
)
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.reading import Reading
from checker.prose.reading.tables import TableRow, TextTable
from checker.prose.xlsx import Cell

#: Natures are told of nearly all rows before one without is a slip.
_NEARLY_ALL = 0.8
_NAME = 4
_SECOND = 2
_CATEGORY = re.compile(
    r"(?P<style>[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])?"
    r"[\u4e00-\u9fff]{2,10}(?:[（(](?:共)?[0-9]{1,2}[项个]?(?:指标)?[）)])?$"
)
_NO_CATEGORY = re.compile("合计|总计|小计|注|其中")


def find_structure_slips(reading: Reading) -> Iterator[Conflict]:
    """Numbers told twice or left out, rows told twice, natures left out, categories without rows, years told twice."""
    for table in reading.tables:
        yield from number_slips(table)
        yield from _rows_told_twice(table)
        yield from _natures(table)
        yield from _categories(table)
        yield from _heads(table)


def _conflict(at: tuple[int, int], message: Message, role: str = "", other: tuple[int, int] | None = None) -> Conflict:
    places = (Place(role, *other, ""),) if other is not None else ()
    return Conflict("table_structure", *at, places=places, message=message)


# ---- numbers


def number_slips(table: TextTable) -> Iterator[Conflict]:
    """The numbers that do not count on; a row told twice in a row is one of them."""
    if not table.has_numbers:
        return
    rows = [row for row in table.rows if row.number.isdigit() and not row.is_part]
    last = 0
    for at, row in enumerate(rows):
        number, wanted = int(row.number), last + 1
        following = int(rows[at + 1].number) if at + 1 < len(rows) else 0
        last = number
        if number == wanted or (number == 1 and at and row.category != rows[at - 1].category):
            continue
        before = rows[at - 1] if at else None
        if before is not None and number == wanted - 1:
            if _is_same(row, before):
                yield _slip(row, TABLE_ROW_TWICE(name=row.name), before)
            else:
                yield _slip(row, TABLE_NUMBER_TWICE(number=number), before)
            last = wanted if following == wanted + 1 else number
        elif following == wanted + 1:
            yield _slip(row, TABLE_NUMBER_WRONG(number=number, wanted=wanted), before)
            last = wanted
        elif before is None and number == _SECOND:
            yield _slip(row, TABLE_NUMBER_FIRST(number=number), None)
        elif number > wanted and before is not None:
            missing = str(wanted) if number == wanted + 1 else f"{wanted}—{number - 1}"
            yield _slip(row, TABLE_NUMBER_LEFT_OUT(before=wanted - 1, number=number, missing=missing), before)
        elif before is not None:
            yield _slip(row, TABLE_NUMBER_WRONG(number=number, wanted=wanted), before)


def _is_same(row: TableRow, other: TableRow) -> bool:
    return row.name == other.name and row.unit == other.unit


def _slip(row: TableRow, message: Message, before: TableRow | None) -> Conflict:
    start, end = row.number_at if row.number_at[1] else row.name_at
    end = max(end, row.name_at[1])
    if before is None:
        return _conflict((start, end), message)
    return _conflict((start, end), message, "row", before.number_at if before.number_at[1] else before.name_at)


# ---- rows


def _rows_told_twice(table: TextTable) -> Iterator[Conflict]:
    """Rows that a number apart tell one indicator; those with one number are told of as numbers."""
    seen: dict[tuple[str, str], TableRow] = {}
    for row in table.rows:
        if row.is_part or len(row.name) < _NAME:
            continue
        first = seen.setdefault((row.name, row.unit), row)
        if first is not row and (not table.has_numbers or first.number != row.number):
            yield _conflict(row.name_at, TABLE_ROW_TWICE(name=row.name), "row", first.name_at)


def _natures(table: TextTable) -> Iterator[Conflict]:
    rows = [row for row in table.rows if not row.is_part]
    told = sum(bool(row.nature) for row in rows)
    if not table.has_natures or told < _NEARLY_ALL * len(rows) or len(rows) - told > max(2, len(rows) // 10):
        return
    for row in rows:
        if row.nature:
            continue
        if row.nature_told:
            yield _conflict(row.nature_at, TABLE_ODD_NATURE(name=row.name, told=row.nature_told))
        else:
            yield _conflict(row.name_at, TABLE_NO_NATURE(name=row.name))


# ---- categories and heads


def _categories(table: TextTable) -> Iterator[Conflict]:
    """Lines that open a category and have no indicator before the next one of their kind, or at all."""
    held = {row.cell.row for row in table.read.rows}
    open_line: Cell | None = None
    begun = False
    for line in table.grid.sheet.rows:
        if line[0].row in held:
            begun, open_line = True, None
            continue
        cell = _category_line(line)
        if cell is None:
            continue
        if open_line is not None and _style(open_line) == _style(cell):
            yield from _without_rows(table, open_line)
        open_line = cell if begun or _style(cell) or open_line is not None else None
    if open_line is not None and begun:
        yield from _without_rows(table, open_line)


def _category_line(line: Sequence[Cell]) -> Cell | None:
    """The one cell of a line that names a category."""
    told = {cell.origin: cell for cell in line if cell.text}
    if len(told) != 1:
        return None
    (cell,) = told.values()
    text = "".join(cell.text.split())
    return cell if _CATEGORY.match(text) and not _NO_CATEGORY.search(text) and cell.row == cell.origin[0] else None


def _style(cell: Cell) -> str:
    found = _CATEGORY.match("".join(cell.text.split()))
    style = found["style"] if found is not None else None
    return "" if style is None else style[0] if style[0] in "（(" else "、"


def _without_rows(table: TextTable, cell: Cell) -> Iterator[Conflict]:
    spans = table.grid.places.get(cell.origin)
    if spans:
        yield _conflict((spans[0][0], spans[-1][1]), TABLE_NO_ROWS(name=cell.text))


def _heads(table: TextTable) -> Iterator[Conflict]:
    for head in table.odd_heads:
        at = (head.start, head.end)
        if head.kind == "twice":
            yield _conflict(at, TABLE_YEARS_ALIKE(year=head.told), "head", head.other)
        elif head.kind == "period":
            yield _conflict(at, TABLE_OTHER_PLAN(told=head.told, wanted=head.wanted))
        elif head.kind:
            template = TABLE_YEAR_TARGET if head.kind == "target" else TABLE_YEAR_BASE
            yield _conflict(at, template(told=head.told, wanted=head.wanted))
