"""``plancheck draft``: a plan file to begin with, from what there is already."""

from __future__ import annotations

import os
from pathlib import Path

from checker.doors.output import write_file, write_plain, write_text
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.doors.workbooks import open_workbook, tell
from checker.engine.inputs import sort_inputs
from checker.engine.report import RunError
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT, CLI_WRITTEN
from checker.messages.draft_text import DRAFT_KIND, DRAFT_NO_STRUCTURE
from checker.messages.sheets import (
    CLI_DRAFT,
    CLI_DRAFT_AFTER,
    CLI_FILE_EXISTS,
    SHEETS_NO_INDICATORS,
)
from checker.messages.source import SOURCE_WITH_PATH

_TEXTS = frozenset({".txt", ".md", ".docx"})


def _draft(path: Path, output: Path | None) -> int:
    if output is not None and os.path.lexists(output):
        raise RunError(CLI_FILE_EXISTS(path=output.as_posix()))
    inputs = sort_inputs([path])
    for reason in inputs.unreadable:
        raise RunError(reason)
    if inputs.plans:
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=DRAFT_KIND()))
    text = _from_text(path) if path.suffix.lower() in _TEXTS else _from_table(path)
    if output is None:
        write_plain(text)
    else:
        write_file(output, text.encode("utf-8"))
        write_text(CLI_WRITTEN(path=output.as_posix()).text(current_language()) + "\n")
    return 0


def _from_text(path: Path) -> str:
    from checker.prose.read import read_document
    from checker.source import read_bytes
    from checker.write.draft_text import draft_text

    document = read_document(read_bytes(path, path.as_posix()), path.suffix.lower(), path.as_posix())
    for note in document.notes:
        tell(note)
    text = draft_text(document, path.as_posix())
    if text is None:
        raise RunError(DRAFT_NO_STRUCTURE(path=path.as_posix()))
    return text


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
        Argument("path", value=CLI_FILE_VALUE, type=FILE),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _draft,
    after=[CLI_DRAFT_AFTER],
)
