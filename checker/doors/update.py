"""``plancheck update``: what a new round of documents changed is listed, and taken into the plan as a person says."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.numbers import numbers_in, stretches_of
from checker.doors.output import write_plain
from checker.doors.table import plan_among_others, write_plan_files
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.messages.run_error import RunError
from checker.messages.sheets import CLI_PLAN_VALUE
from checker.messages.update import (
    CLI_UPDATE,
    CLI_UPDATE_ACCEPT,
    CLI_UPDATE_ACCEPT_VALUE,
    CLI_UPDATE_AFTER,
    CLI_UPDATE_DIFF,
    CLI_UPDATE_DOCUMENTS,
    CLI_UPDATE_FORCE,
    CLI_UPDATE_OLD,
    UPDATE_DIFF_ALONE,
    UPDATE_NOTHING_READ,
    UPDATE_NUMBERS,
    UPDATE_PLAN_BROKEN,
    UPDATE_UNSAFE,
)
from checker.source import with_near

if TYPE_CHECKING:
    from checker.draft.drafting import Source
    from checker.messages import Message
    from checker.model import Plan
    from checker.update.values import Change

_ALL = "all"


def _update(
    path: Path, documents: Sequence[Path], *, old: Sequence[str], accept: str | None, show_diff: bool, force: bool
) -> int:
    from checker.doors.update_rounds import open_rounds
    from checker.render.update import render_taken, render_update
    from checker.update.compare import compare
    from checker.update.quotes import renew_quotes
    from checker.update.taking import with_needed

    if show_diff and accept is None:
        raise RunError(UPDATE_DIFF_ALONE())
    stretches = stretches_of(accept or "")
    if accept is not None and accept != _ALL and stretches is None:
        raise RunError(with_near(UPDATE_NUMBERS(word=accept), accept, [_ALL]))
    plan, others = plan_among_others(path)
    if plan.problems:
        first = plan.problems[0].span
        broken, line = first.source.path, first.start_place.line
        raise RunError(UPDATE_PLAN_BROKEN(path=broken, count=len(plan.problems), line=line))
    with ExitStack() as stack:
        rounds = open_rounds(plan, documents, old, stack, force=force)
        before, unread = (None, []) if rounds.old is None else _drafted(rounds.old)
        after, unread = _drafted(rounds.new)
        made = compare(before, after, plan, others)
        renew_quotes(_texts(rounds.old) if rounds.old is not None else None, _texts(rounds.new), plan, made)
    made.changes += rounds.files
    made.changes.sort(key=lambda change: change.line)
    made.told += [*rounds.told, *unread]
    lang = current_language()
    if accept is None:
        write_plain(render_update(made, rounds.old_names, rounds.new_names, lang))
        return 0
    last = len(made.changes)
    wanted = numbers_in(stretches, last) if stretches is not None else range(1, last + 1)
    taken = sorted(with_needed(made.changes, {number - 1 for number in wanted}))
    written = _take([made.changes[at] for at in taken], show_diff=show_diff)
    if not show_diff:
        write_plain(render_taken(made, taken, "、".join(written), lang))
    return 0


def _drafted(sources: Sequence[Source]) -> tuple[Plan, list[Message]]:
    """The plan that the documents would be drafted into, and what of them was not read."""
    from checker.draft.drafting import draft, of_two_plans
    from checker.draft.written import write_draft
    from checker.model import build_plan, parse_plan
    from checker.source import SourceText
    from checker.workspace import link_plans

    apart = of_two_plans(sources)
    if apart is not None:
        raise RunError(apart)
    drafted = draft(sources)
    if drafted.is_empty:
        raise RunError(UPDATE_NOTHING_READ(path=sources[0].path))
    plan = build_plan(parse_plan(SourceText(sources[0].path, write_draft(drafted))))
    link_plans([plan])
    return plan, drafted.unread


def _texts(sources: Sequence[Source]) -> list[str]:
    """The words of the texts that a plan quotes; a sheet of a workbook is none."""
    return [one.document.source.text for one in sources if not one.path.endswith(".xlsx")]


def _take(changes: Sequence[Change], *, show_diff: bool) -> list[str]:
    """Write the changes into the files of the plan, or show what would be written; gives the paths of the files."""
    from checker.update.taking import take

    files = [(source, text) for source, text in take(changes) if text != source.text]
    write_plan_files(files, UPDATE_UNSAFE, show_diff=show_diff)
    return [source.path for source, _ in files]


UPDATE = Command(
    "update",
    CLI_UPDATE,
    [
        Argument("path", value=CLI_PLAN_VALUE, type=FILE),
        Argument("documents", value=CLI_UPDATE_DOCUMENTS, type=FILE, nargs=-1, required=True),
        Option("--old", words=CLI_UPDATE_OLD, value=CLI_UPDATE_DOCUMENTS, multiple=True),
        Option("--accept", words=CLI_UPDATE_ACCEPT, value=CLI_UPDATE_ACCEPT_VALUE, is_flag=False, flag_value=_ALL),
        Option("--diff", "show_diff", words=CLI_UPDATE_DIFF, is_flag=True),
        Option("--force", words=CLI_UPDATE_FORCE, is_flag=True),
    ],
    _update,
    after=[CLI_UPDATE_AFTER],
)
