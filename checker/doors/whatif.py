"""``plancheck whatif``: which findings appear and disappear when targets are changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.doors.output import write_line, write_plain, write_utf8
from checker.doors.words import Argument, Command, OneOf, Option, current_language, told_language
from checker.engine.verdict import unchecked_points
from checker.messages import Message
from checker.messages.cli import CLI_FORMAT_VALUE, CLI_SAYS
from checker.messages.formats import FORMAT_NOT_CHECKED
from checker.messages.run_error import RunError
from checker.messages.solve import (
    CLI_PLAN_VALUE,
    CLI_WHATIF,
    CLI_WHATIF_AFTER,
    CLI_WHATIF_FORMAT,
    CLI_WHATIF_SET,
    CLI_WHATIF_SET_VALUE,
    WHATIF_APPEARED,
    WHATIF_GONE,
    WHATIF_LINE,
    WHATIF_NO_CHANGE,
    WHATIF_NOTHING,
    WHATIF_SAME,
)
from checker.render.visible import visible

if TYPE_CHECKING:
    from checker.engine.trial import Trial
    from checker.finding import Finding


def _whatif(path: Path, settings: Sequence[str], output_format: str) -> int:
    from checker.engine.choices import build_options
    from checker.engine.trial import read_change, try_changes

    if not settings:
        raise RunError(WHATIF_NOTHING())
    changes = [read_change(text) for text in settings]
    trial = try_changes([path], build_options(lang=told_language()), changes)
    lang = current_language()
    if not trial.changes:
        for message in trial.report.unreadable:
            write_line(CLI_SAYS(message=message).text(lang))
        return 2
    if output_format == "json":
        from checker.render.trial import render_trial_json

        write_utf8(render_trial_json(trial, lang))
    else:
        write_plain("\n".join(_lines(trial, lang)) + "\n")
    gate = trial.report.gate
    return int(any(finding.severity >= gate for finding in trial.appeared))


def _lines(trial: Trial, lang: str) -> Iterator[str]:
    for change in trial.changes:
        yield change.text(lang)
    for heading, findings in ((WHATIF_APPEARED, trial.appeared), (WHATIF_GONE, trial.disappeared)):
        if findings:
            yield ""
            yield heading(count=len(findings)).text(lang)
            yield from (f"  {_line(finding, lang)}" for finding in findings)
    yield ""
    if not trial.appeared and not trial.disappeared:
        yield WHATIF_NO_CHANGE().text(lang)
    yield WHATIF_SAME(count=trial.unchanged).text(lang)
    yield from (visible(FORMAT_NOT_CHECKED(message=point).text(lang)) for point in unchecked_points(trial.report))


def _line(finding: Finding, lang: str) -> str:
    place = finding.span.start_place
    message: Message = WHATIF_LINE(
        place=f"{finding.span.source.path}:{place.line}:{place.column}",
        severity=finding.severity.en if lang == "en" else finding.severity.zh,
        code=finding.code,
        message=finding.message,
    )
    return message.text(lang)


WHATIF = Command(
    "whatif",
    CLI_WHATIF,
    [
        Argument("path", value=CLI_PLAN_VALUE, type=click.Path(path_type=Path)),
        Option("--set", "settings", words=CLI_WHATIF_SET, value=CLI_WHATIF_SET_VALUE, multiple=True),
        Option(
            "--format",
            "output_format",
            words=CLI_WHATIF_FORMAT,
            value=CLI_FORMAT_VALUE,
            type=OneOf("text", "json"),
            default="text",
        ),
    ],
    _whatif,
    after=[CLI_WHATIF_AFTER],
)
