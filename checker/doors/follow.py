"""``plancheck follow``: what an outline has of the party committee's 建议."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.doors.output import write_out
from checker.doors.table_format import table_format
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT, CLI_PATHS_VALUE
from checker.messages.run_error import RunError
from checker.messages.taken_up import (
    CLI_FOLLOW,
    CLI_FOLLOW_AFTER,
    CLI_FOLLOW_NONE,
    CLI_FOLLOW_STATE,
    CLI_FOLLOW_STATE_VALUE,
    TAKEN_UP_STATES,
)

_STATES = {template().text(): state for state, template in TAKEN_UP_STATES.items()}


def _follow(paths: Sequence[Path], state: str | None, output_format: str, output: Path | None) -> int:
    from checker.engine import Options
    from checker.engine.inputs import check_inputs
    from checker.engine.withhold import for_others
    from checker.render.followed_table import render_followed, render_followed_csv, render_followed_json

    report = check_inputs(paths or [Path()], Options(select=("PC749",)))
    for reason in report.unreadable:
        raise RunError(reason)
    is_shown = output_format == "text" and output is None
    found = list((report if is_shown else for_others(report)).followed)
    if not found:
        raise RunError(CLI_FOLLOW_NONE())
    states = [_STATES[state]] if state is not None else list(_STATES.values())
    writers = {"text": render_followed, "csv": render_followed_csv, "json": render_followed_json}
    write_out(writers[output_format](found, states, current_language()), output, for_people=output_format == "text")
    return 0


FOLLOW = Command(
    "follow",
    CLI_FOLLOW,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option("--state", words=CLI_FOLLOW_STATE, value=CLI_FOLLOW_STATE_VALUE, type=OneOf(*_STATES)),
        table_format(),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _follow,
    after=[CLI_FOLLOW_AFTER],
)
