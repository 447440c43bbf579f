"""The indicator table of a sheet: which column says what, and a row for each indicator.

In: a `Sheet`. Out: an `IndicatorTable`: rows with name, category, unit, nature and figures as printed, each
figure with year, tense and the cell it stands in. What the table does not say outright is *guessed* and marked
so; an empty cell gives nothing; a cell that nobody can read is a problem with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.messages import Message
from checker.messages.sheets import (
    SHEETS_CELL_ERROR,
    SHEETS_CELL_UNCOUNTED,
    SHEETS_COLUMN_GUESSED,
    SHEETS_COLUMN_NO_YEAR,
    SHEETS_COLUMN_UNREAD,
    SHEETS_NAME_MISSING,
)
from checker.prose.indicator_words import ColumnRole, column_role, plan_years, split_category, split_name
from checker.prose.table_heads import Heads, compact, find_heads
from checker.prose.xlsx import Cell, Sheet

#: Cells that say: nothing here.
_NOTHING = frozenset({"", "-", "--", "—", "——", "–", "―", "/", "…", "……", "无", "N/A", "n/a", "*", "\\"})
_ERRORS = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)")
_CUMULATIVE = re.compile(r"[〔\[［【]\s*([^〔\[［【〕\]］】]+?)\s*[〕\]］】]")
_FOOTNOTE = re.compile(r"(?:注|备注|说明|资料来源|数据来源)\s*[:：1-9①-⑳]|[①-⑳]|\*|※|[\[(（]?注")
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.．]")
_NATURES = {"预期性": "预期性", "预期": "预期性", "约束性": "约束性", "约束": "约束性"}
_TITLE_ROWS = 6

#: English word of a tense → the word that a plan file has for it.
TENSE_WORDS = {"actual": "实际", "target": "目标", "expected": "预计", "striving": "力争"}


@dataclass(frozen=True, slots=True)
class TableFigure:
    """One value as printed, `text`; `basis` is point, annual or cumulative; `year` is None for the last two.

    `tense` is actual, target, expected or striving. `accumulated` says that a value of a year is the sum of the
    years before (〔 〕 under the base year). `guessed` says that year or tense are not in the head of its column.
    """

    year: int | None
    tense: str
    basis: str
    text: str
    cell: Cell
    accumulated: bool = False
    guessed: bool = False


@dataclass(slots=True)
class IndicatorRow:
    """One indicator; `cells` are those that say category, unit, nature, owner …; `guessed` holds their English words.

    `empty` are the cells that say nothing, with year, tense and basis of their columns.
    """

    name: str
    cell: Cell
    category: str = ""
    unit: str = ""
    nature: str = ""
    owner: str = ""
    source: str = ""
    remark: str = ""
    figures: list[TableFigure] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    empty: list[tuple[int | None, str, str, Cell]] = field(default_factory=list)


@dataclass(slots=True)
class IndicatorTable:
    """The table of one sheet; `period` holds first and last year where the title names a plan period.

    `guesses` say which columns were understood without their heads saying so, `problems` what was not read.
    """

    sheet: str
    title: str
    rows: list[IndicatorRow]
    footnotes: list[str]
    problems: list[Message]
    guesses: list[Message] = field(default_factory=list)
    period: tuple[int, int] | None = None


def read_indicator_table(sheet: Sheet, period: tuple[int, int] | None = None) -> IndicatorTable | None:
    """The indicator table of `sheet`, or None if there is none.

    With the `period` of the plan that it belongs to, a column without a year is not read; without, the title of
    the table may say which year is meant.
    """
    heads = find_heads(sheet, lambda words: column_role(words).role == "name", _goes_with_names)
    if heads is None:
        return None
    reader = _Reader(sheet, heads, period)
    # The column of names may say something else in the company of the others.
    return reader.read() if reader.name_at >= 0 else None


def _goes_with_names(words: str) -> bool:
    return column_role(words).role in {"unit", "nature", "figure", "annual", "cumulative"}


class _Reader:
    def __init__(self, sheet: Sheet, heads: Heads, period: tuple[int, int] | None) -> None:
        self.sheet = sheet
        self.heads = heads
        title = self._title()
        self.guesses_years = period is None
        self.table = IndicatorTable(sheet.title, title, [], [], [], period=period or plan_years(title))
        self.roles = self._roles()
        self.name_at = next((at for at, role in self.roles.items() if role.role == "name"), -1)
        self.has_categories = any(role.role == "category" for role in self.roles.values())
        self.section, self.section_guessed = "", False

    def read(self) -> IndicatorTable:
        for row in self.sheet.rows[self.heads.last + 1 :]:
            if any(cell.text or cell.uncounted for cell in row):
                self._row(row)
        return self.table

    def _title(self) -> str:
        above = self.sheet.rows[max(self.heads.first - _TITLE_ROWS, 0) : self.heads.first]
        texts = [cell.text for row in above for cell in row if cell.text and cell.is_origin]
        return max(texts, key=len, default="")

    def _roles(self) -> dict[int, ColumnRole]:
        roles: dict[int, ColumnRole] = {}
        single: set[str] = set()
        years = [role.year for head in self.heads.columns if (role := column_role(head.words)).year]
        for head in self.heads.columns:
            role = column_role(head.words).placed(
                self.table.period, min(years, default=None), year_too=self.guesses_years
            )
            if role.role == "figure" and role.year is None:
                self.table.problems.append(SHEETS_COLUMN_NO_YEAR(place=head.cell.place, head=head.words))
                continue
            if role.role == "unknown":
                if self._has_values(head.column):
                    self.table.problems.append(SHEETS_COLUMN_UNREAD(place=head.cell.place, head=head.words or "…"))
                continue
            if role.role not in {"figure", "annual", "cumulative"}:
                if role.role in single:
                    continue
                single.add(role.role)
            if role.guessed:
                tense = TENSE_WORDS[role.tense]
                self.table.guesses.append(
                    SHEETS_COLUMN_GUESSED(
                        place=head.cell.place, head=head.words, year=role.year, tense=tense, tense_en=role.tense
                    )
                )
            roles[head.column] = role
        return roles

    def _has_values(self, column: int) -> bool:
        return any(row[column].text and row[column].is_origin for row in self.sheet.rows[self.heads.last + 1 :])

    # ---- rows

    def _row(self, row: Sequence[Cell]) -> None:
        name_cell = row[self.name_at]
        alone = {cell.origin for cell in row if cell.text}
        if len(alone) == 1:
            only = next(cell for cell in row if cell.text)
            if _FOOTNOTE.match(only.text):
                self.table.footnotes.append(only.text)
                return
            if self._opens_section(only, row):
                return
        if _repeats_heads(row, self.heads):
            return
        name, unit = split_name(name_cell.text)
        if not name:
            self._nameless(row)
            return
        above = [] if name_cell.is_origin else [one for one in self.table.rows if one.cell.origin == name_cell.origin]
        own_unit = self._own_unit(row)
        if above and own_unit not in ("", *(one.unit for one in above)):
            # One name over rows in unlike units: each is an indicator of its own, what it is called is a guess.
            name = f"{name}（{own_unit}）"
        elif above:
            # One name over several rows: the rows below belong to it, whatever they tell apart.
            same = next((one for one in above if one.unit == own_unit), above[-1])
            same.figures += self._figures(row, same)
            return
        made = IndicatorRow(name, name_cell, unit=unit)
        if above:
            made.guessed.add("name")
        if unit:
            made.cells["unit"] = name_cell
        if name_cell.text.lstrip().startswith("其中"):
            made.guessed.add("name")
        self._words(row, made)
        made.figures = list(self._figures(row, made))
        self.table.rows.append(made)

    def _own_unit(self, row: Sequence[Cell]) -> str:
        """The unit in the row itself, "" where there is none or it runs down from above."""
        at = next((at for at, role in self.roles.items() if role.role == "unit"), None)
        if at is None or row[at].origin[0] != row[at].row or compact(row[at].text) in _NOTHING:
            return ""
        return compact(row[at].text).strip("()")

    def _opens_section(self, only: Cell, row: Sequence[Cell]) -> bool:
        """Whether a row with words in one cell alone is a line between the rows: 一、经济发展（6项）."""
        numbered = _SECTION.match(only.text) is not None
        spans = sum(cell.origin == only.origin for cell in row) > 1
        if not numbered and not spans and self.has_categories:
            return False
        if any(cell.uncounted for cell in row):
            return False
        self.section = split_category(only.text)
        self.section_guessed = not numbered and not spans
        return bool(self.section)

    def _nameless(self, row: Sequence[Cell]) -> None:
        told = [row[at] for at, role in self.roles.items() if role.role in {"figure", "annual", "cumulative"}]
        for cell in told:
            if compact(cell.text) not in _NOTHING and cell.is_origin:
                self.table.problems.append(SHEETS_NAME_MISSING(place=cell.place))
                return

    def _words(self, row: Sequence[Cell], made: IndicatorRow) -> None:
        if self.section and not self.has_categories:
            made.category = self.section
            if self.section_guessed:
                made.guessed.add("category")
        for at, role in self.roles.items():
            cell = row[at]
            text = cell.text
            if role.role == "number":
                made.cells.setdefault("number", cell)
                continue
            if role.role in {"name", "figure", "annual", "cumulative"} or compact(text) in _NOTHING:
                continue
            if _ERRORS.match(text):
                self.table.problems.append(SHEETS_CELL_ERROR(place=cell.place, text=text))
                continue
            if role.role == "nature":
                text = _NATURES.get(compact(text).strip("()。"), "")
            elif role.role == "category":
                text = split_category(text)
            elif role.role == "unit":
                text = compact(text)
                text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
            if text:
                setattr(made, role.role, " ".join(text.split()))
                made.cells[role.role] = cell

    def _figures(self, row: Sequence[Cell], made: IndicatorRow) -> Iterator[TableFigure]:
        for at, role in self.roles.items():
            if role.role not in {"figure", "annual", "cumulative"}:
                continue
            cell = row[at]
            if cell.uncounted:
                self.table.problems.append(SHEETS_CELL_UNCOUNTED(place=cell.place))
            elif _ERRORS.match(cell.text):
                self.table.problems.append(SHEETS_CELL_ERROR(place=cell.place, text=cell.text))
            elif cell.origin == made.cell.origin or cell.origin[0] != cell.row:
                continue  # the value stands in the cell above, or the name runs on to here
            elif compact(cell.text) in _NOTHING:
                made.empty.append((role.year, role.tense, "point" if role.role == "figure" else role.role, cell))
            else:
                yield from _cell_figures(cell, role)


def _repeats_heads(row: Sequence[Cell], heads: Heads) -> bool:
    """Whether a row is the heads again, as at the top of each printed page."""
    words = [compact(cell.text) for cell in row]
    return [head.words for head in heads.columns] == words


def _cell_figures(cell: Cell, role: ColumnRole) -> Iterator[TableFigure]:
    """What a cell says: a value, a cumulative one in 〔 〕, or both."""
    brackets = _CUMULATIVE.findall(cell.text)
    rest = _CUMULATIVE.sub("", cell.text).strip()
    if compact(rest) not in _NOTHING:
        yield _figure(role, rest, cell, role.role)
    for text in brackets:
        if compact(text) in _NOTHING:
            continue
        if role.role == "figure" and role.tense == "actual":
            yield TableFigure(role.year, "actual", "point", text, cell, accumulated=True, guessed=role.guessed)
        else:
            yield TableFigure(None, role.tense, "cumulative", text, cell)


def _figure(role: ColumnRole, text: str, cell: Cell, kind: str) -> TableFigure:
    tense = role.tense
    for word, named in (("预计", "expected"), ("力争", "striving")):
        if text.startswith(word):
            text, tense = text.removeprefix(word).lstrip("：:达到 "), named
    text = " ".join(text.split())
    if kind == "annual" and role.percent and re.fullmatch(r"[^%％‰点]*[0-9](?:左右|以上|以下|以内)?", text):
        text = re.sub(r"([0-9])(?=\D*$)", r"\1%", text, count=1)
    if kind == "figure":
        return TableFigure(role.year, tense, "point", text, cell, guessed=role.guessed)
    return TableFigure(None, tense, kind, text, cell)
