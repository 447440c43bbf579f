"""The 主要指标 sheet of a plan: its indicator table as an outline prints it, and the other years behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.meaning.figures import apart
from checker.model import Figure, Indicator, Plan
from checker.model.words import NATURES, TENSES
from checker.source import fold
from checker.write.workbook import SheetColumn, SheetTable

_NONE = "—"
_TENSE_WORDS = {choice.en: choice.zh[0] for choice in TENSES}
_NATURE_WORDS = {choice.en: choice.zh[0] for choice in NATURES}
_NOTE = "注：〔 〕内为累计数。"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a figure stands in a table: a year with its tense, or growth and totals."""

    basis: str
    year: int | None
    tense: str


def table_indicators(plan: Plan) -> list[Indicator]:
    """The indicators of the plan's table, by category in the order that the plan names them."""
    listed = [e for e in plan.elements if isinstance(e, Indicator) and e.in_table not in {"no", "unknown"}]
    order = {phrase.text: at for at, phrase in enumerate(plan.categories)}
    last = len(order)
    return sorted(listed, key=lambda one: order.get(category_name(one), last))


def category_name(indicator: Indicator) -> str:
    """The category as written, "" without one."""
    reference = indicator.category
    return "" if reference is None or reference.path is None else reference.path.parts[-1].text


def nature_word(indicator: Indicator) -> str:
    """预期性, 约束性, 不明 or ""."""
    return _NATURE_WORDS.get(indicator.nature or "", "")


def slot_figures(indicator: Indicator, slot: Slot) -> list[Figure]:
    """The figures of a slot; those of a narrower scope do not stand in the table."""
    return [
        figure
        for figure in indicator.figures
        if (figure.basis, figure.year, figure.tense) == (slot.basis, slot.year, slot.tense) and not _is_narrower(figure)
    ]


def _is_narrower(figure: Figure) -> bool:
    return any(word == "scope" for word, _ in apart(figure))


def figure_words(figure: Figure) -> str:
    """A figure as a cell shows it: without the unit that the table names, a total within a year in 〔 〕."""
    text = amount_words(figure)
    return f"〔{text}〕" if "accumulated" in figure.notes or figure.basis == "cumulative" else text


def amount_words(figure: Figure) -> str:
    """The amount alone, as printed, without the unit that the table names."""
    if figure.in_words is not None:
        return figure.in_words
    text = fold(figure.source.text[figure.name_start : figure.name_end]).replace(",", "")
    indicator = figure.indicator
    unit = "%" if figure.basis == "annual" else fold(indicator.unit_text) if indicator is not None else ""
    return re.sub(rf"(?<=[0-9]) *{re.escape(unit)}$", "", text) if unit else text


def indicator_sheets(plan: Plan) -> list[SheetTable]:
    """The sheet of the main table and, where there are figures of other years, a sheet of these; may be empty."""
    indicators = table_indicators(plan)
    if not indicators:
        return []
    base, final = _years(plan, indicators)
    main = [Slot("point", base, "actual"), Slot("point", final, "target")]
    sheets = [_main_sheet(plan, indicators, [slot for slot in main if slot.year is not None])]
    others = _other_slots(indicators, main)
    if others:
        sheets.append(_yearly_sheet(plan, indicators, others))
    return sheets


def _years(plan: Plan, indicators: Sequence[Indicator]) -> tuple[int | None, int | None]:
    """The base year and the year of the targets: those of the plan, else the usual ones of its figures."""
    points = [figure for one in indicators for figure in one.figures if figure.basis == "point" and figure.year]
    first, final = plan.first_year, plan.last_year
    reached = Counter(f.year for f in points if f.tense == "actual" and (first is None or (f.year or 0) <= first))
    base = max(reached, key=lambda year: (reached[year], year or 0), default=first - 1 if first else None)
    if final is None:
        final = max((f.year or 0 for f in points if f.tense == "target"), default=None)
    return base, final


def _other_slots(indicators: Sequence[Indicator], main: Sequence[Slot]) -> list[Slot]:
    slots = {
        Slot("point", figure.year, figure.tense)
        for one in indicators
        for figure in one.figures
        if figure.basis == "point" and not _is_narrower(figure)
    }
    return sorted(slots - set(main), key=lambda slot: (slot.year or 0, slot.tense))


def _main_sheet(plan: Plan, indicators: Sequence[Indicator], slots: Sequence[Slot]) -> SheetTable:
    rows = []
    for number, one in enumerate(indicators, 1):
        figures = [_cell(one, slot) for slot in slots]
        head = (str(number), category_name(one), one.name, one.unit_text)
        rows.append((*head, *figures, _growth(one), nature_word(one)))
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("类别",), 12, merged=True),
        SheetColumn(("指标名称",), 40, left=True),
        SheetColumn(("单位",), 14),
        *(SheetColumn((_head(slot),), 14) for slot in slots),
        SheetColumn(("年均增速（%）〔累计〕",), 23),
        SheetColumn(("属性",), 10),
    )
    notes = [_NOTE] if any("〔" in text for row in rows for text in row[4:]) else []
    return SheetTable("主要指标", f"{plan.name}主要指标", columns, rows, notes)


def _yearly_sheet(plan: Plan, indicators: Sequence[Indicator], slots: Sequence[Slot]) -> SheetTable:
    told = [one for one in indicators if any(slot_figures(one, slot) for slot in slots)]
    rows = [
        (str(number), one.name, one.unit_text, *(_cell(one, slot) for slot in slots))
        for number, one in enumerate(told, 1)
    ]
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("指标名称",), 40, left=True),
        SheetColumn(("单位",), 14),
        *(SheetColumn((f"{slot.year}年", _TENSE_WORDS[slot.tense]), 12) for slot in slots),
    )
    return SheetTable("年度数值", f"{plan.name}指标其他年份的数值", columns, rows)


def _head(slot: Slot) -> str:
    return f"{slot.year}年{'基期值' if slot.tense == 'actual' else '目标值'}"


def _cell(indicator: Indicator, slot: Slot) -> str:
    found = slot_figures(indicator, slot)
    return figure_words(found[0]) if found else _NONE


def _growth(indicator: Indicator) -> str:
    return "".join(_growth_parts(indicator)) or _NONE


def _growth_parts(indicator: Indicator) -> Iterator[str]:
    for basis in ("annual", "cumulative"):
        for figure in slot_figures(indicator, Slot(basis, None, "target"))[:1]:
            yield figure_words(figure)
