"""``plancheck draft``: a plan file to begin with, from what there is already."""

from __future__ import annotations

import os
from pathlib import Path

from checker.doors.output import write_file, write_plain, write_text
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.doors.workbooks import open_workbook, tell
from checker.engine.report import RunError
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT, CLI_WRITTEN
from checker.messages.sheets import (
    CLI_DRAFT,
    CLI_DRAFT_AFTER,
    CLI_FILE_EXISTS,
    CLI_TABLE_FILE_VALUE,
    SHEETS_NO_INDICATORS,
)
from checker.messages.source import SOURCE_WITH_PATH


def _draft(path: Path, output: Path | None) -> int:
    if output is not None and os.path.lexists(output):
        raise RunError(CLI_FILE_EXISTS(path=output.as_posix()))
    text = _from_table(path)
    if output is None:
        write_plain(text)
    else:
        write_file(output, text.encode("utf-8"))
        write_text(CLI_WRITTEN(path=output.as_posix()).text(current_language()) + "\n")
    return 0


def _from_table(path: Path) -> str:
    from checker.prose.indicator_table import read_indicator_table
    from checker.write.draft_table import draft_plan

    workbook = open_workbook(path)
    read = [read_indicator_table(sheet) for sheet in workbook.sheets]
    tables = [table for table in read if table is not None]
    if not any(table.rows for table in tables):
        raise RunError(SOURCE_WITH_PATH(path=workbook.path, reason=SHEETS_NO_INDICATORS()))
    for table in tables:
        for problem in table.problems:
            tell(problem)
    return draft_plan(tables, workbook.path)


DRAFT = Command(
    "draft",
    CLI_DRAFT,
    [
        Argument("path", value=CLI_TABLE_FILE_VALUE, type=FILE),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _draft,
    after=[CLI_DRAFT_AFTER],
)
