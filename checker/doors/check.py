"""``plancheck check``: the findings on plans, in the format asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import (
    progress_line,
    wants_colour,
    write_file,
    write_line,
    write_out,
)
from checker.doors.words import DEFAULT_LANGUAGE, FILE, Argument, Command, OneOf, Option, columns, told_language
from checker.engine.report import Report
from checker.messages.baseline import CLI_BASELINE_OPTION
from checker.messages.cli import (
    CLI_CHECK,
    CLI_CHECK_AFTER,
    CLI_CHECK_OUTPUT,
    CLI_FILE_VALUE,
    CLI_FORMAT,
    CLI_FORMAT_VALUE,
    CLI_FORMATS,
    CLI_GATE,
    CLI_GATE_VALUE,
    CLI_JOBS,
    CLI_NUMBER_VALUE,
    CLI_PATHS_VALUE,
    CLI_PROFILE,
    CLI_PROFILE_HEADINGS,
    CLI_SAYS,
    CLI_STRICT,
)
from checker.messages.fixes import CLI_FIX, CLI_FIX_DIFF, CLI_FIX_TRUST, FIX_BOTH, FIX_TRUST_ALONE
from checker.messages.run_error import RunError
from checker.render.formats import FORMATS

#: Formats for people: to a workbook they are a sheet.
_AS_SHEET = ("text", "csv")


def _check(
    paths: Sequence[Path],
    *,
    output_format: str,
    output: Path | None,
    fix: bool,
    show_diff: bool,
    trust_text: bool,
    **words: Any,
) -> int:
    from checker.engine.choices import build_options
    from checker.engine.inputs import check_inputs

    if fix and show_diff:
        raise RunError(FIX_BOTH())
    if trust_text and not (fix or show_diff):
        raise RunError(FIX_TRUST_ALONE())
    told = told_language()
    progress = progress_line(told or DEFAULT_LANGUAGE)
    options = build_options(lang=told, progress=progress, **words)
    try:
        report = check_inputs(paths or [Path()], options)
    finally:
        if progress:
            progress.clear()
    lang = report.lang
    if show_diff:
        from checker.doors.mending import show_fixes

        show_fixes(report, trust_text=trust_text)
        return report.exit_status()
    if fix:
        from checker.doors.mending import mend

        report = mend(report, lambda: check_inputs(paths or [Path()], options), trust_text=trust_text)
    if _worth_showing(report, output_format):
        _deliver(report, output_format, output, lang)
    for message in report.unreadable:
        write_line(CLI_SAYS(message=message).text(lang))
    if options.profile:
        _write_profile(report, lang)
    return report.exit_status()


def _worth_showing(report: Report, output_format: str) -> bool:
    """Programs always get the report; people are not told of nothing beside a file that cannot be read."""
    return bool(output_format != "text" or report.plans or report.findings or report.notices or not report.unreadable)


def _deliver(report: Report, output_format: str, output: Path | None, lang: str) -> None:
    if output is not None and output.suffix.lower() == ".xlsx" and output_format in _AS_SHEET:
        from checker.engine.withhold import for_others
        from checker.render.findings_sheet import finding_sheets
        from checker.write.workbook import write_workbook

        write_file(output, write_workbook(finding_sheets(for_others(report), lang)))
        return
    if output_format == "text":
        from checker.engine.withhold import for_others
        from checker.render.text import render_text

        report = report if output is None else for_others(report)
        text = render_text(report, lang, colour=output is None and wants_colour(sys.stdout))
    else:
        from checker.render.formats import render

        text = render(report, output_format, lang)
    write_out(text, output, for_people=output_format == "text")


def _write_profile(report: Report, lang: str) -> None:
    headings = tuple(CLI_PROFILE_HEADINGS().text(lang).split("|"))
    costs = sorted(report.profile, key=lambda cost: (-cost.seconds, cost.code))
    rows = [headings, *((cost.code, f"{cost.seconds * 1000:.1f}", str(cost.rows)) for cost in costs)]
    for line in columns(rows):
        write_line(line)


CHECK = Command(
    "check",
    CLI_CHECK,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option(
            "--format",
            "output_format",
            words=CLI_FORMAT,
            value=CLI_FORMAT_VALUE,
            type=OneOf(*FORMATS),
            default="text",
        ),
        Option("-o", "--output", words=CLI_CHECK_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
        *JUDGING,
        Option("--gate", words=CLI_GATE, value=CLI_GATE_VALUE),
        Option("--baseline", words=CLI_BASELINE_OPTION, value=CLI_FILE_VALUE, type=FILE),
        Option("--strict", words=CLI_STRICT, is_flag=True),
        Option("--fix", words=CLI_FIX, is_flag=True),
        Option("--diff", "show_diff", words=CLI_FIX_DIFF, is_flag=True),
        Option("--trust-text", words=CLI_FIX_TRUST, is_flag=True),
        Option(
            "--jobs",
            words=CLI_JOBS,
            value=CLI_NUMBER_VALUE,
        ),
        Option("--profile", words=CLI_PROFILE, is_flag=True),
    ],
    _check,
    after=[CLI_FORMATS, CLI_CHECK_AFTER],
)
