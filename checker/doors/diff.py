"""``plancheck diff``: what changed between two versions of plans, and what that means for the findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import write_out
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language, told_language
from checker.messages.cli import CLI_FILE_VALUE, CLI_OUTPUT
from checker.messages.revise import (
    CLI_DIFF,
    CLI_DIFF_AFTER,
    CLI_DIFF_FORMAT,
    CLI_DIFF_FORMAT_VALUE,
    CLI_NEW_VALUE,
    CLI_OLD_VALUE,
)


def _diff(old: str, new: str, output_format: str, output: Path | None, **words: Any) -> int:
    from checker.engine.choices import build_options
    from checker.render.revision import render_revision, render_revision_json, render_revision_markdown
    from checker.revise import compare_sides, open_side

    options = build_options(lang=told_language(), **words)
    # A revision of git is one of the plans that the other side names.
    subject = next((Path(word) for word in (new, old) if Path(word).exists()), Path())
    with open_side(old, subject) as before, open_side(new, subject) as after:
        revision = compare_sides(before, after, options)
        writers = {"text": render_revision, "json": render_revision_json, "markdown": render_revision_markdown}
        text = writers[output_format](revision, told_language() or revision.lang or current_language())
    write_out(text, output, for_people=output_format == "text")
    return 0


DIFF = Command(
    "diff",
    CLI_DIFF,
    [
        Argument("old", value=CLI_OLD_VALUE),
        Argument("new", value=CLI_NEW_VALUE),
        Option(
            "--format",
            "output_format",
            words=CLI_DIFF_FORMAT,
            value=CLI_DIFF_FORMAT_VALUE,
            type=OneOf("text", "json", "markdown"),
            default="text",
        ),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
        *JUDGING,
    ],
    _diff,
    after=[CLI_DIFF_AFTER],
)
