"""A changed 主要指标 sheet back into the plan: only what the sheet changed is edited.

Figures are matched by indicator, year and kind, never by their place in the sheet, so rows may be moved and
columns left out. What is not in the sheet any more is told and kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages import Message
from checker.messages.sheets import (
    SHEETS_CATEGORY_ADDED,
    SHEETS_COLUMN_NOT_IMPORTED,
    SHEETS_FIGURE_AMBIGUOUS,
    SHEETS_FIGURE_GONE,
    SHEETS_NAME_AGAIN,
    SHEETS_NAME_AMBIGUOUS,
    SHEETS_ROW_ADDED,
    SHEETS_ROW_GONE,
    SHEETS_UNIT_UNKNOWN,
    SHEETS_VALUE_CHANGED,
)
from checker.messages.source import SOURCE_FILE_PLACE
from checker.model import Figure, Indicator, Plan
from checker.model.plan_words import figure_key, is_unit, with_own_unit, written_figure, written_name, written_sentence
from checker.prose.indicator_table import IndicatorRow, IndicatorTable, TableFigure
from checker.source import fold, name_key
from checker.write.edits import Edit, PlanEdits, Update, add_field, add_figure
from checker.write.indicator_rows import draft_indicator, merge_rows, told_figure
from checker.write.sheet_indicators import (
    Slot,
    amount_words,
    category_name,
    nature_word,
    slot_figures,
    table_indicators,
)

_NOT_IMPORTED = {"owner": "责任单位", "source": "来源", "remark": "说明"}
_BASIS_WORDS = {"annual": "年均", "cumulative": "累计"}


def update_indicators(plan: Plan, tables: Sequence[IndicatorTable]) -> Update:
    """What the rows of `tables` make of the files of `plan`."""
    return _Updater(plan, tables).update()


class _Updater:
    def __init__(self, plan: Plan, tables: Sequence[IndicatorTable]) -> None:
        self.plan = plan
        self.tables = tables
        self.told: list[Message] = [told for table in tables for told in (*table.problems, *table.guesses)]
        self.edits = PlanEdits(plan)
        self.declared: set[str] = set()
        self.by_name: dict[str, list[Indicator]] = {}
        for element in plan.elements:
            if isinstance(element, Indicator):
                for name in {name_key(n) for n in (element.name, *(alias.text for alias in element.aliases))}:
                    self.by_name.setdefault(name, []).append(element)

    def update(self) -> Update:
        rows, doubts = merge_rows(self.tables)
        self.told += [doubt for row in rows for doubt in doubts.get(id(row), ())]
        self._not_imported(rows)
        met: set[int] = set()
        for row in rows:
            found = self.by_name.get(name_key(row.name), [])
            if len(found) > 1:
                self.told.append(SHEETS_NAME_AMBIGUOUS(place=row.cell.place, name=row.name))
            elif not found:
                self._new_row(row)
            elif id(found[0]) in met:
                self.told.append(SHEETS_NAME_AGAIN(place=row.cell.place, name=row.name))
            else:
                self._row(found[0], row)
            met.update(map(id, found))
        for indicator in table_indicators(self.plan):
            if id(indicator) not in met:
                self.told.append(SHEETS_ROW_GONE(name=indicator.name, place=_place(indicator)))
        return self.edits.update(self.told)

    def _not_imported(self, rows: Sequence[IndicatorRow]) -> None:
        for attr, word in _NOT_IMPORTED.items():
            cells = [row.cells[attr] for row in rows if attr in row.cells]
            if cells:
                self.told.append(SHEETS_COLUMN_NOT_IMPORTED(place=cells[0].place, word=word))

    # ---- rows

    def _new_row(self, row: IndicatorRow) -> None:
        self.told.append(SHEETS_ROW_ADDED(place=row.cell.place, name=row.name))
        lines = draft_indicator(row)
        lines[0] += " 待核" if not lines[0].endswith("待核") else ""
        self.edits.declare("indicator", "\n".join(lines) + "\n")
        self._declare_category(row)

    def _row(self, indicator: Indicator, row: IndicatorRow) -> None:
        self._unit(indicator, row)
        if row.nature and row.nature != nature_word(indicator):
            self._word(indicator, "属性", nature_word(indicator), row.nature, row)
        category = row.category
        if category and "category" not in row.guessed and name_key(category) != name_key(category_name(indicator)):
            self._word(indicator, "类别", category_name(indicator), written_name(category), row)
            self._declare_category(row)
        for figure in row.figures:
            self._figure(indicator, row, figure)
        for year, tense, basis, cell in row.empty:
            kept = slot_figures(indicator, Slot(basis, year, tense))
            if kept and not any(figure.cell is cell for figure in row.figures):
                self.told.append(SHEETS_FIGURE_GONE(place=cell.place, name=indicator.name, text=_told(kept[0])))

    def _unit(self, indicator: Indicator, row: IndicatorRow) -> None:
        if not row.unit or fold(row.unit) == fold(indicator.unit_text):
            return
        if not is_unit(row.unit):
            self.told.append(SHEETS_UNIT_UNKNOWN(place=row.cells["unit"].place, text=row.unit))
            return
        self._word(indicator, "单位", indicator.unit_text, row.unit, row)

    def _word(self, indicator: Indicator, word: str, old: str, new: str, row: IndicatorRow) -> None:
        """Put `new` in the place of the value of a field that has one value; `new` is as a plan file writes it."""
        attr = {"单位": "unit", "属性": "nature", "类别": "category"}[word]
        cell = row.cells.get(attr, row.cell)
        part = indicator.written(attr)
        if part is None:
            self.edits.change(indicator, add_field(indicator, f"{word}：{new}"))
        else:
            value = part.values[0]
            path = getattr(value, "path", None)
            # Remarks behind a category stay; they are no part of its name.
            self.edits.change(indicator, Edit(value.start, path.end if path is not None else value.end, new))
        self._changed(cell.place, indicator, word, old, new)

    def _declare_category(self, row: IndicatorRow) -> None:
        """A category that is not among those of the plan has to be, or nothing refers to it."""
        declared = {name_key(phrase.text) for phrase in self.plan.categories} | self.declared
        if not row.category or not declared or name_key(row.category) in declared:
            return
        part = self.plan.written("categories")
        if part is not None:
            self.declared.add(name_key(row.category))
            self.edits.change(self.plan, Edit(part.end, part.end, f"、{written_name(row.category)}"))
            self.told.append(SHEETS_CATEGORY_ADDED(place=row.cells.get("category", row.cell).place, name=row.category))

    # ---- figures

    def _figure(self, indicator: Indicator, row: IndicatorRow, figure: TableFigure) -> None:
        slot = Slot(figure.basis, figure.year, figure.tense)
        standing = slot_figures(indicator, slot)
        if figure.accumulated:
            standing = [one for one in standing if "accumulated" in one.notes] or standing
        unit = row.unit or indicator.unit_text
        growth = figure.basis == "annual"
        wanted = figure_key(figure.text, "%" if growth else unit)
        if any(figure_key(amount_words(one), "%" if growth else indicator.unit_text) == wanted for one in standing):
            return
        if len(standing) > 1:
            self.told.append(SHEETS_FIGURE_AMBIGUOUS(place=figure.cell.place, name=indicator.name, text=figure.text))
            return
        doubts: list[Message] = []
        written = told_figure(figure, unit if is_unit(unit) else "", doubts)
        self.told += doubts
        word = f"{figure.year}年" if figure.basis == "point" else _basis_word(indicator, figure.basis)
        if standing:
            self._replace(indicator, figure, standing[0], word)
        else:
            self.edits.change(indicator, add_figure(indicator, word, written))
            self._changed(figure.cell.place, indicator, word, "", figure.text)

    def _replace(self, indicator: Indicator, figure: TableFigure, old: Figure, word: str) -> None:
        amount = written_figure(figure.text, indicator.unit_text if figure.basis != "annual" else "")
        amount = written_sentence(figure.text) if amount is None else _with_unit(amount, old)
        self.edits.change(indicator, Edit(old.name_start, old.name_end, amount))
        self._changed(figure.cell.place, indicator, word, _told(old), figure.text)

    def _changed(self, place: str, indicator: Indicator, word: str, old: str, new: str) -> None:
        self.told.append(
            SHEETS_VALUE_CHANGED(place=place, name=indicator.name, word=word, old=old or "—", new=new.strip("「」"))
        )


def _place(indicator: Indicator) -> Message:
    """Where it is declared, and in which file where the plan has several."""
    place = indicator.source.locator(indicator.start)
    return place if len(indicator.plan.files) == 1 else SOURCE_FILE_PLACE(path=indicator.source.path, place=place)


def _basis_word(indicator: Indicator, basis: str) -> str:
    """The word that the file has for growth or totals: 年均 or 年均增长."""
    part = indicator.written(basis)
    return part.word if part is not None else _BASIS_WORDS[basis]


def _with_unit(amount: str, old: Figure) -> str:
    """The new amount in the unit that the old one names itself."""
    names_it = bool(old.unit_text) and fold(old.unit_text) in fold(_told(old))
    return with_own_unit(amount, old.unit_text or "") if names_it else amount


def _told(figure: Figure) -> str:
    return figure.source.text[figure.name_start : figure.name_end]
