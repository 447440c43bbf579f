"""``plancheck history``: what each round of a draft mended and broke, and how its targets moved."""

from __future__ import annotations

from pathlib import Path

from checker.doors.output import write_out
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.messages.approval import CLI_WORKSPACE_VALUE
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT
from checker.messages.revise import CLI_DIFF_FORMAT_VALUE
from checker.messages.rounds import CLI_HISTORY, CLI_HISTORY_FORMAT, ROUNDS_NONE
from checker.messages.run_error import RunError


def _history(path: Path | None, output_format: str, output: Path | None) -> int:
    from checker.render.history import render_history, render_history_json, render_history_markdown
    from checker.revise.history import moved, rounds_of, steps

    lang = current_language()
    store = rounds_of(path or Path())
    rounds = store.rounds() if store.exists() else []
    if not rounds:
        raise RunError(ROUNDS_NONE())
    told, targets = steps(rounds), moved(rounds)
    writers = {"text": render_history, "json": render_history_json, "markdown": render_history_markdown}
    text = writers[output_format](told, targets, lang)
    write_out(text, output, for_people=output_format == "text")
    return 0


HISTORY = Command(
    "history",
    CLI_HISTORY,
    [
        Argument("path", value=CLI_WORKSPACE_VALUE, required=False, type=FILE),
        Option(
            "--format",
            "output_format",
            words=CLI_HISTORY_FORMAT,
            value=CLI_DIFF_FORMAT_VALUE,
            type=OneOf("text", "json", "markdown"),
            default="text",
        ),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _history,
)
