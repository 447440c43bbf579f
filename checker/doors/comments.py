"""``plancheck comments``: comments out of a summary sheet into the plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.doors.table import bring_back, one_plan, read_comments
from checker.doors.words import FILE, Argument, Command, Group, Option
from checker.messages.cli import CLI_DIFF
from checker.messages.sheets import (
    CLI_COMMENTS,
    CLI_COMMENTS_IMPORT,
    CLI_COMMENTS_IMPORT_AFTER,
    CLI_COMMENTS_OLD,
    CLI_PLAN_VALUE,
    CLI_TABLE_FILE_VALUE,
)


def _import(tables: Sequence[Path], path: Path, old: Path | None, show_diff: bool) -> int:
    plan = one_plan(path)
    return bring_back(plan, read_comments(plan, tables, old), show_diff)


_IMPORT = Command(
    "import",
    CLI_COMMENTS_IMPORT,
    [
        Argument("tables", value=CLI_TABLE_FILE_VALUE, type=FILE, nargs=-1, required=True),
        Argument("path", value=CLI_PLAN_VALUE, type=FILE),
        Option("--old", words=CLI_COMMENTS_OLD, value=CLI_TABLE_FILE_VALUE, type=FILE),
        Option("--diff", "show_diff", words=CLI_DIFF, is_flag=True),
    ],
    _import,
    after=[CLI_COMMENTS_IMPORT_AFTER],
)

COMMENTS = Group("comments", CLI_COMMENTS, ["import"], lambda _name: _IMPORT)
