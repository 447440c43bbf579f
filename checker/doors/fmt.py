"""``plancheck fmt``: plan files brought to one form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.doors.output import write_diff, write_file, write_line, write_text
from checker.doors.words import Argument, Command, Option, current_language
from checker.messages.cli import (
    CLI_CHANGED,
    CLI_CHECK_ONLY,
    CLI_DIFF,
    CLI_FMT,
    CLI_FMT_AFTER,
    CLI_PATHS_VALUE,
    CLI_SAYS,
    CLI_WOULD_CHANGE,
)
from checker.messages.options import INPUT_MISSING, INPUT_NOT_A_PLAN
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import SourceText, Unreadable, read_source, with_near_file

_PLAN = ".plan"


def _format(paths: Sequence[Path], check_only: bool, show_diff: bool) -> int:
    from checker.workspace import find_workspace
    from checker.workspace.own_fields import own_fields_at
    from checker.write import format_text

    lang = current_language()
    changed = unreadable = 0
    for path in _files(paths or [Path()], lang):
        try:
            source = _read(path)
        except Unreadable as error:
            write_line(CLI_SAYS(message=error.message).text(lang))
            unreadable += 1
            continue
        text = format_text(source.text, own_fields_at(find_workspace(path)))
        if text == source.text:
            continue
        changed += 1
        if show_diff:
            write_diff(source.path, source.text, text)
        elif check_only:
            write_text(CLI_WOULD_CHANGE(path=source.path).text(lang) + "\n")
        else:
            write_file(path, text.encode(source.encoding))
            write_text(CLI_CHANGED(path=source.path).text(lang) + "\n")
    if unreadable:
        return 2
    return int(changed > 0 and check_only)


def _files(paths: Sequence[Path], lang: str) -> Iterator[Path]:
    """The files named, and the plan files of the folders named."""
    from checker.workspace import WorkspaceConfig
    from checker.workspace.discover import plan_files

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        listing = plan_files(path, WorkspaceConfig())
        for remark in listing.remarks:
            write_line(CLI_SAYS(message=remark).text(lang))
        yield from (file for file, _ in listing.files)


def _read(path: Path) -> SourceText:
    from checker.workspace.load import shown

    name = shown(path, Path.cwd())
    if path.suffix.lower() != _PLAN:
        reason = INPUT_NOT_A_PLAN() if path.exists() else with_near_file(INPUT_MISSING(), path)
        raise Unreadable(SOURCE_WITH_PATH(path=name, reason=reason))
    return read_source(path, name)


FMT = Command(
    "fmt",
    CLI_FMT,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=click.Path(path_type=Path)),
        Option("--check", "check_only", words=CLI_CHECK_ONLY, is_flag=True),
        Option("--diff", "show_diff", words=CLI_DIFF, is_flag=True),
    ],
    _format,
    after=[CLI_FMT_AFTER],
)
