"""``plancheck review``: ties to upper plans marked as reviewed, so that PC509 can tell when the upper item changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.output import encode, write_file, write_line
from checker.doors.table import one_plan, write_plan_files
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.messages.approval import (
    CLI_REVIEW,
    CLI_REVIEW_AFTER,
    CLI_REVIEW_NAME,
    CLI_REVIEW_NAME_VALUE,
    REVIEW_DONE,
    REVIEW_NONE,
    REVIEW_UNKNOWN_NAME,
)
from checker.messages.cli import CLI_DIFF, CLI_SAYS
from checker.messages.run_error import RunError
from checker.messages.sheets import CLI_PLAN_VALUE, CLI_TABLE_UNSAFE
from checker.source import name_key, with_near

if TYPE_CHECKING:
    from checker.workspace.lock import Reviewed


def _review(path: Path, names: tuple[str, ...], show_diff: bool) -> int:
    from checker.write.review_marks import mark_reviewed, tied_upward

    lang = current_language()
    plan = one_plan(path)
    tied = tied_upward(plan)
    if not tied:
        raise RunError(REVIEW_NONE(path=plan.source.path))
    known = {name_key(one.name) for one, _ in tied}
    unknown = next((name for name in names if name_key(name) not in known), None)
    if unknown is not None:
        raise RunError(with_near(REVIEW_UNKNOWN_NAME(name=unknown), unknown, (one.name for one, _ in tied)))
    wanted = {name_key(name) for name in names}
    update, reviewed = mark_reviewed(plan, wanted)
    if not show_diff:
        # What the marks refer to is there before the marks are.
        _record(Path.cwd() / plan.source.path, reviewed)
    write_plan_files(update.files, CLI_TABLE_UNSAFE, show_diff=show_diff)
    if show_diff:
        return 0
    count = sum(not wanted or name_key(one.name) in wanted for one, _ in tied)
    write_line(CLI_SAYS(message=REVIEW_DONE(path=plan.source.path, count=count)).text(lang))
    return 0


def _record(plan: Path, reviewed: list[Reviewed]) -> None:
    """Keep in the lock of the plan's workspace what was reviewed."""
    from checker.resources import VERSION
    from checker.workspace import find_workspace
    from checker.workspace.load import LOCK_FILE
    from checker.workspace.lock import Lock, lock_text, read_lock

    path = find_workspace(plan) / LOCK_FILE
    lock = read_lock(path, path.as_posix()).lock if path.is_file() else Lock(tool_version=VERSION)
    new = {one.fingerprint for one in reviewed}
    lock.reviewed = [*(one for one in lock.reviewed if one.fingerprint not in new), *reviewed]
    write_file(path, encode(lock_text(lock)))


REVIEW = Command(
    "review",
    CLI_REVIEW,
    [
        Argument("path", value=CLI_PLAN_VALUE, type=FILE),
        Option("--name", "names", words=CLI_REVIEW_NAME, value=CLI_REVIEW_NAME_VALUE, multiple=True),
        Option("--diff", "show_diff", words=CLI_DIFF, is_flag=True),
    ],
    _review,
    after=[CLI_REVIEW_AFTER],
)
