"""The sheets of 衔接对照 as they come back: which row was ticked, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.messages import Message
from checker.messages.aligning import SHEETS_TICK_UNKNOWN
from checker.prose.table_heads import Heads, compact, find_heads
from checker.prose.xlsx import Cell, Sheet

#: Column → what its head says; the first that fits is it.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("taken", re.compile("采纳|认可|打[√✓]")),
    ("upper_plan", re.compile("上位规划|上级规划|所在规划")),
    ("upper", re.compile("上级指标|上位指标|所指")),
    ("own_wanted", re.compile("本级目标|本级值")),
    ("own", re.compile("^本级(?:指标)?$")),
    ("relation", re.compile("关系")),
    ("mode", re.compile("承接方式|方式")),
    ("stands", re.compile("对照|一致")),
    ("note", re.compile("说明|理由|备注")),
)
_NOTHING = frozenset({"", "-", "—", "——", "/", "无"})
_YES = re.compile(r"[√✓✔☑Vv]|是|y(?:es)?|采纳|同意|认可|1", re.IGNORECASE)
_NO = re.compile(r"[×xX✗✘☐□]|否|不|n(?:o)?|不采纳|不同意|已写|0", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TickedRow:
    """A row that was ticked: words, "" where a cell says nothing; `cell` is that of the tick."""

    cell: Cell
    own: str = ""
    relation: str = ""
    upper_plan: str = ""
    upper: str = ""
    stands: str = ""
    mode: str = ""
    note: str = ""


@dataclass(slots=True)
class AlignmentTable:
    """The ticked rows of one sheet, with what was not read."""

    rows: list[TickedRow] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)


def read_alignment_table(sheet: Sheet) -> AlignmentTable | None:
    """The table in `sheet`, or None if there is none."""
    heads = find_heads(sheet, lambda words: _column(words) == "taken", lambda words: _column(words) == "upper")
    if heads is None:
        return None
    columns = _columns(heads)
    table = AlignmentTable()
    for row in sheet.rows[heads.last + 1 :]:
        _read_row(row, columns, table)
    return table


def _column(words: str) -> str:
    return next((name for name, pattern in _COLUMNS if pattern.search(words)), "")


def _columns(heads: Heads) -> dict[str, int]:
    columns: dict[str, int] = {}
    for head in heads.columns:
        name = _column(head.words)
        if name:
            columns.setdefault(name, head.column)
    return columns


def _read_row(row: Sequence[Cell], columns: dict[str, int], table: AlignmentTable) -> None:
    tick = row[columns["taken"]]
    words = compact(tick.text)
    if words in _NOTHING or _NO.fullmatch(words) or len({cell.origin for cell in row if cell.text}) < 2:
        return
    if not _YES.fullmatch(words):
        table.problems.append(SHEETS_TICK_UNKNOWN(place=tick.place, text=tick.text))
        return
    told = {name: " ".join(row[at].text.split()) for name, at in columns.items() if name != "taken"}
    said = {name: "" if compact(text) in _NOTHING else text for name, text in told.items()}
    said.pop("own_wanted", None)
    table.rows.append(TickedRow(tick, **said))
