"""``plancheck read``: what a text was read as."""

from __future__ import annotations

from pathlib import Path

from checker.doors.output import write_out
from checker.doors.table_format import table_format
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.doors.workbooks import tell
from checker.engine.inputs import sort_inputs
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT
from checker.messages.reading import (
    CLI_READ,
    CLI_READ_AFTER,
    CLI_READ_TABLE,
    CLI_READ_TABLE_VALUE,
    READ_KIND,
)
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH

_TABLES = ("陈述", "数目", "列举", "提及", "事件", "章节")


def _read(path: Path, table: str, output_format: str, output: Path | None) -> int:
    from checker.prose.read import read_document
    from checker.prose.reading import read
    from checker.render.reading_table import TABLES, render_reading, render_reading_csv, render_reading_json
    from checker.source import read_bytes

    inputs = sort_inputs([path])
    for reason in inputs.unreadable:
        raise RunError(reason)
    if inputs.plans:
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=READ_KIND()))
    document = read_document(read_bytes(path, path.as_posix()), path.suffix.lower(), path.as_posix())
    for note in document.notes:
        tell(note)
    writers = {"text": render_reading, "csv": render_reading_csv, "json": render_reading_json}
    text = writers[output_format](read(document), TABLES[table], current_language())
    write_out(text, output, for_people=output_format == "text")
    return 0


READ = Command(
    "read",
    CLI_READ,
    [
        Argument("path", value=CLI_FILE_VALUE, type=FILE),
        Option("--table", words=CLI_READ_TABLE, value=CLI_READ_TABLE_VALUE, type=OneOf(*_TABLES), default="陈述"),
        table_format(),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _read,
    after=[CLI_READ_AFTER],
)
