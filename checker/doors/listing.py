"""``plancheck list``: the things of one kind, on the screen or as a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from checker.doors.output import write_file, write_out
from checker.doors.table_format import table_format
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.doors.workbooks import tell
from checker.messages.cli import CLI_FILE_VALUE, CLI_PATHS_VALUE
from checker.messages.listing import (
    CLI_LIST,
    CLI_LIST_AFTER,
    CLI_LIST_COLUMNS,
    CLI_LIST_COLUMNS_VALUE,
    CLI_LIST_KIND_VALUE,
    CLI_LIST_OUTPUT,
    CLI_LIST_WHERE,
    CLI_LIST_WHERE_VALUE,
)
from checker.messages.run_error import RunError

#: One rule, so that everything is read and next to nothing is checked.
_CHEAP = ("PC101",)


def _list(
    kind: str, paths: Sequence[Path], where: str | None, columns: str | None, output_format: str, output: Path | None
) -> int:
    from checker.engine import Options
    from checker.engine.inputs import check_inputs
    from checker.engine.listing import list_things
    from checker.engine.withhold import for_others
    from checker.finding import NoticeKind
    from checker.render.listing_table import render_listing, render_listing_csv, render_listing_json

    report = check_inputs(paths or [Path()], Options(select=_CHEAP))
    for reason in report.unreadable:
        raise RunError(reason)
    for notice in report.notices:
        if notice.kind is NoticeKind.REMARK:  # what was not read cannot be listed
            tell(notice.message)
    is_shown = output_format == "text" and output is None
    listing = list_things(report if is_shown else for_others(report), kind, where or "", _words(columns or ""))
    lang = current_language()
    if output is not None and output.suffix.lower() == ".xlsx":
        from checker.write.sheet_listing import listing_sheets
        from checker.write.workbook import write_workbook

        write_file(output, write_workbook(listing_sheets(listing, lang)))
        return 0
    writers = {"text": render_listing, "csv": render_listing_csv, "json": render_listing_json}
    write_out(writers[output_format](listing, lang), output, for_people=output_format == "text")
    return 0


def _words(columns: str) -> list[str]:
    return [word for word in re.split("[、，,\\s]+", columns) if word]


LIST = Command(
    "list",
    CLI_LIST,
    [
        Argument("kind", value=CLI_LIST_KIND_VALUE),
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option("--where", words=CLI_LIST_WHERE, value=CLI_LIST_WHERE_VALUE),
        Option("--columns", words=CLI_LIST_COLUMNS, value=CLI_LIST_COLUMNS_VALUE),
        table_format(),
        Option("-o", "--output", words=CLI_LIST_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _list,
    after=[CLI_LIST_AFTER],
)
