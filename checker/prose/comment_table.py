"""The summary sheet of comments: who said what, whether it was taken, why not, and where the text changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.messages import Message
from checker.messages.sheets import SHEETS_COLUMN_UNREAD, SHEETS_COMMENT_MISSING, SHEETS_HANDLING_UNKNOWN
from checker.messages.source import SOURCE_WITH_PATH
from checker.prose.table_heads import Heads, compact, find_heads
from checker.prose.xlsx import Cell, Sheet

#: Column → what its head says; the first that fits is it.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号|编号|no\.?|#)$", re.IGNORECASE)),
    ("reason", re.compile(r"理由|原因|情况说明|采纳说明|^(?:说明|备注)$")),
    ("place", re.compile(r"位置|落实|修改情况|修改章节|对应章节|^章节?$")),
    ("handling", re.compile(r"采纳|处理|吸收|办理")),
    ("office", re.compile(r"单位|部门|^(?:来源|提出方|反馈方)$")),
    ("round", re.compile(r"轮次|^第?几?轮$")),
    ("date", re.compile(r"日期|时间")),
    ("content", re.compile(r"意见|建议|^内容$")),
)
#: How a comment was handled, told in the word that a plan file has for it; tried in this order.
_HANDLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("部分采纳", re.compile(r"部分|原则|基本")),
    ("不采纳", re.compile(r"不(?:予)?(?:采纳|吸收)|未(?:予)?(?:采纳|吸收)|^(?:否|不|×|x|n|no)$", re.IGNORECASE)),
    ("待处理", re.compile(r"待|研究中|沟通中")),
    ("采纳", re.compile(r"采纳|吸收|已修改|^(?:是|√|y|yes)$", re.IGNORECASE)),
)
_NOTHING = frozenset({"", "-", "—", "——", "/", "无"})
_FOOTNOTE = re.compile(r"^(?:注|说明|备注)[:：]")


@dataclass(slots=True)
class CommentRow:
    """One comment as the sheet has it; `handling` is 采纳, 部分采纳, 不采纳, 待处理 or "" where nothing is said.

    `file` is the file that it is in, "" where there is only one.
    """

    content: str
    cell: Cell
    office: str = ""
    handling: str = ""
    reason: str = ""
    place: str = ""
    round: str = ""
    file: str = ""

    @property
    def told_place(self) -> str:
        """Where a reader finds it."""
        return f"{self.file} {self.cell.place}" if self.file else self.cell.place


@dataclass(slots=True)
class CommentTable:
    """The comments of one sheet, with what was not read."""

    rows: list[CommentRow] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)

    def put_in(self, file: str) -> None:
        """Say of all of it in which file it is."""
        self.problems = [SOURCE_WITH_PATH(path=file, reason=problem) for problem in self.problems]
        for row in self.rows:
            row.file = file


def read_comment_table(sheet: Sheet) -> CommentTable | None:
    """The table of comments in `sheet`, or None if there is none."""
    heads = find_heads(
        sheet, lambda words: _column(words) == "content", lambda words: _column(words) in {"office", "handling"}
    )
    if heads is None:
        return None
    table = CommentTable()
    columns = _columns(sheet, heads, table)
    for row in sheet.rows[heads.last + 1 :]:
        _read_row(row, columns, table)
    return table


def _column(words: str) -> str:
    bare = re.sub(r"\(.*?\)", "", words)
    return next((name for name, pattern in _COLUMNS if pattern.search(bare)), "")


def _columns(sheet: Sheet, heads: Heads, table: CommentTable) -> dict[str, int]:
    columns: dict[str, int] = {}
    for head in heads.columns:
        name = _column(head.words)
        if name in columns or not name:
            if any(row[head.column].text for row in sheet.rows[heads.last + 1 :]):
                table.problems.append(SHEETS_COLUMN_UNREAD(place=head.cell.place, head=head.words or "…"))
            continue
        columns[name] = head.column
    return columns


def _read_row(row: Sequence[Cell], columns: dict[str, int], table: CommentTable) -> None:
    told = {name: row[at] for name, at in columns.items()}
    distinct = {cell.origin for cell in row if cell.text}
    content = told["content"]
    if not distinct or (len(distinct) == 1 and _is_heading(row)):
        return
    if compact(content.text) in _NOTHING:
        if any(name in told and compact(told[name].text) not in _NOTHING for name in ("handling", "reason", "place")):
            table.problems.append(SHEETS_COMMENT_MISSING(place=content.place))
        return
    if content.origin[0] != content.row:
        return  # the same comment, merged over several rows
    made = CommentRow(" ".join(content.text.split()), content)
    for name in ("office", "reason", "place", "round"):
        if name in told and compact(told[name].text) not in _NOTHING:
            setattr(made, name, " ".join(told[name].text.split()))
    if "handling" in told:
        made.handling = _handling(told["handling"], table)
    table.rows.append(made)


def _is_heading(row: Sequence[Cell]) -> bool:
    """Whether the only words of a row are a note, or a line that spans the table: 一、市直部门."""
    only = next(cell for cell in row if cell.text)
    return bool(_FOOTNOTE.match(only.text)) or sum(cell.origin == only.origin for cell in row) > 1


def _handling(cell: Cell, table: CommentTable) -> str:
    words = compact(cell.text)
    if words in _NOTHING:
        return ""
    found = next((handled for handled, pattern in _HANDLED if pattern.search(words)), "")
    if not found:
        table.problems.append(SHEETS_HANDLING_UNKNOWN(place=cell.place, text=cell.text))
    return found
