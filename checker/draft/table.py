"""Indicator tables of a workbook alone → the text of a plan file: what the tables say, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from checker.messages.sheets import (
    DRAFT_FOOTNOTE,
    DRAFT_NAME_GUESSED,
    DRAFT_PERIOD_GUESSED,
    DRAFT_TITLE,
)
from checker.model.plan_words import written_comment, written_name
from checker.prose.indicator_table import IndicatorRow, IndicatorTable
from checker.write.format import format_text
from checker.write.indicator_rows import doubt, draft_indicator, merge_rows

_TITLE_NAME = re.compile(r"^(?:表\s*\d+\s*)?(.*?)[“”\"「」]*(十[二三四五]五)[“”\"「」]*")
_LEAD = re.compile(r"^注\s*[:：]\s*")


def draft_plan(tables: Sequence[IndicatorTable], path: str) -> str:
    """The plan file that `tables` of the workbook at `path` make, in the one form of `fmt`."""
    rows, doubts = merge_rows(tables)
    lines = [written_comment(DRAFT_TITLE(path=PurePath(path).name).text())]
    lines += [doubt(guess) for table in tables for guess in table.guesses]
    lines += [
        written_comment(DRAFT_FOOTNOTE(text=_LEAD.sub("", note)).text()) for table in tables for note in table.footnotes
    ]
    lines += ["", *_plan_head(tables, rows, path)]
    for row in rows:
        lines += ["", *draft_indicator(row, doubts.get(id(row), ()))]
    return format_text("\n".join(lines) + "\n")


def _plan_head(tables: Sequence[IndicatorTable], rows: Sequence[IndicatorRow], path: str) -> Iterator[str]:
    title = max((table.title for table in tables), key=len, default="")
    found = _TITLE_NAME.match(title)
    stem = PurePath(path).stem
    name, source = (
        (found[1] + found[2], f"「{title}」") if found and found[1].strip() else (stem, f"“{PurePath(path).name}”")
    )
    yield f"规划 {written_name(name)} {{  {doubt(DRAFT_NAME_GUESSED(source=source))}"
    period = next((table.period for table in tables if table.period is not None), None)
    if period is not None:
        yield f"规划期：{period[0]}年—{period[1]}年  {doubt(DRAFT_PERIOD_GUESSED())}"
    categories = list(dict.fromkeys(row.category for row in rows if row.category))
    if categories:
        yield f"指标类别：{'、'.join(map(written_name, categories))}"
    yield "}"
