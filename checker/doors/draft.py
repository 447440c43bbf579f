"""``plancheck draft``: a plan file to begin with, from what there is already."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.output import write_file, write_plain, write_text
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.doors.workbooks import open_workbook, tell
from checker.engine.inputs import sort_inputs
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT, CLI_WRITTEN
from checker.messages.draft import DRAFT_KIND, DRAFT_NO_STRUCTURE
from checker.messages.run_error import RunError
from checker.messages.sheets import (
    CLI_DRAFT,
    CLI_DRAFT_AFTER,
    CLI_FILE_EXISTS,
    SHEETS_NO_INDICATORS,
)
from checker.messages.source import SOURCE_WITH_PATH

if TYPE_CHECKING:
    from checker.draft.drafting import Source
    from checker.messages import Message

_TEXTS = frozenset({".txt", ".md", ".docx"})


def _draft(paths: list[Path], output: Path | None) -> int:
    if output is not None and os.path.lexists(output):
        raise RunError(CLI_FILE_EXISTS(path=output.as_posix()))
    require_documents(paths)
    is_table = len(paths) == 1 and paths[0].suffix.lower() not in _TEXTS
    text, found = (_from_table(paths[0]), []) if is_table else _from_texts(paths)
    if output is None:
        write_plain(text)
        for told in found:
            tell(told)
    else:
        write_file(output, text.encode("utf-8"))
        for told in (CLI_WRITTEN(path=output.as_posix()), *found):
            write_text(told.text(current_language()) + "\n")
    return 0


def _from_texts(paths: Sequence[Path]) -> tuple[str, list[Message]]:
    """The plan file, and what to say of it."""
    from checker.draft.drafting import draft, of_two_plans
    from checker.draft.written import found_words, write_draft

    sources = open_sources(paths)
    apart = of_two_plans(sources)
    if apart is not None:
        raise RunError(apart)
    drafted = draft(sources)
    if drafted.is_empty:
        raise RunError(DRAFT_NO_STRUCTURE(path=paths[0].as_posix()))
    text = write_draft(drafted)
    return text, found_words(drafted, text)


def require_documents(paths: Sequence[Path]) -> None:
    """Raise RunError for a path that cannot be read, or that is a plan already."""
    inputs = sort_inputs(paths)
    for reason in inputs.unreadable:
        raise RunError(reason)
    if inputs.plans:
        raise RunError(SOURCE_WITH_PATH(path=inputs.plans[0].as_posix(), reason=DRAFT_KIND()))


def open_sources(paths: Sequence[Path]) -> list[Source]:
    """The documents at `paths`, read; what their readers have to say is told."""
    from checker.draft.drafting import read_sources
    from checker.prose.read import read_document
    from checker.source import read_bytes

    documents = []
    for path in paths:
        document = read_document(read_bytes(path, path.as_posix()), path.suffix.lower(), path.as_posix())
        for note in document.notes:
            tell(note)
        documents.append((path.as_posix(), document))
    return read_sources(documents)


def _from_table(path: Path) -> str:
    from checker.draft.table import draft_plan
    from checker.prose.indicator_table import read_indicator_table

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
        Argument("paths", value=CLI_FILE_VALUE, type=FILE, nargs=-1, required=True),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _draft,
    after=[CLI_DRAFT_AFTER],
)
