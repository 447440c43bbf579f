"""``plancheck fmt``: plan files brought to one form."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.doors.output import write_file, write_line, write_text
from checker.doors.words import Argument, Command, Option, current_language
from checker.messages import (
    CLI_CHANGED,
    CLI_CHECK_ONLY,
    CLI_DIFF,
    CLI_FMT,
    CLI_FMT_AFTER,
    CLI_PATHS_VALUE,
    CLI_SAYS,
    CLI_WOULD_CHANGE,
    INPUT_MISSING,
    INPUT_NOT_A_PLAN,
    SOURCE_WITH_PATH,
)
from checker.source import SourceText, Unreadable, read_source

_PLAN = ".plan"


def _format(paths: Sequence[Path], check_only: bool, show_diff: bool) -> int:
    from checker.write import format_text

    lang = current_language()
    changed = unreadable = 0
    for path in plan_files(paths or [Path()]):
        try:
            source = _read(path)
        except Unreadable as error:
            write_line(CLI_SAYS(message=error.message).text(lang))
            unreadable += 1
            continue
        text = format_text(source.text)
        if text == source.text:
            continue
        changed += 1
        if show_diff:
            write_text(_diff(source, text))
        elif check_only:
            write_text(CLI_WOULD_CHANGE(path=source.path).text(lang) + "\n")
        else:
            write_file(path, text.encode(source.encoding))
            write_text(CLI_CHANGED(path=source.path).text(lang) + "\n")
    if unreadable:
        return 2
    return int(changed > 0 and check_only)


def plan_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and the plan files of the folders named, links out of a folder left alone."""
    for path in paths:
        if path.is_dir():
            yield from _plans_in(path)
        else:
            yield path


def _plans_in(folder: Path) -> Iterator[Path]:
    home = folder.resolve()
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() == _PLAN and path.resolve().is_relative_to(home):
                yield path


def _read(path: Path) -> SourceText:
    shown = path.as_posix()
    if path.suffix.lower() != _PLAN:
        reason = INPUT_NOT_A_PLAN() if path.exists() else INPUT_MISSING()
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=reason))
    return read_source(path, shown)


def _diff(source: SourceText, text: str) -> str:
    import difflib

    lines = difflib.unified_diff(
        source.text.splitlines(keepends=True), text.splitlines(keepends=True), source.path, source.path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


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
