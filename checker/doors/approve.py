"""``plancheck approve``: what was checked becomes what was approved; PC805 tells what changes from then on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import encode, write_file, write_line
from checker.doors.words import FILE, Argument, Command, Option, told_language
from checker.finding import Status
from checker.messages.approval import (
    APPROVE_BLOCKED,
    APPROVE_DONE,
    APPROVE_RESTRICTED,
    CLI_APPROVE,
    CLI_APPROVE_AFTER,
    CLI_APPROVE_BY,
    CLI_APPROVE_BY_VALUE,
    CLI_APPROVE_ON,
    CLI_WORKSPACE_VALUE,
)
from checker.messages.cli import CLI_DATE_VALUE, CLI_GATE, CLI_GATE_VALUE, CLI_SAYS
from checker.messages.formats import FORMAT_NOT_CHECKED
from checker.messages.options import OPTION_APPROVED_ON
from checker.messages.run_error import RunError

#: What was approved before is no obstacle to approving anew.
_OWN = ("PC805",)


def _approve(path: Path | None, by: str | None, day: str | None, ignore: tuple[str, ...], **words: Any) -> int:
    from checker.engine.approval import approve
    from checker.engine.choices import build_options, parse_day
    from checker.engine.inputs import check_inputs
    from checker.engine.verdict import unchecked_points
    from checker.workspace.load import shown

    if ignore or words["select"]:
        raise RunError(APPROVE_RESTRICTED())
    on = parse_day(day, OPTION_APPROVED_ON) if day else date.today()  # noqa: DTZ011 - the reader's own day
    report = check_inputs([path or Path()], build_options(lang=told_language(), **words))
    report.findings = tuple(one for one in report.findings if one.code not in _OWN)
    blocking = sum(one.status is Status.NEW and one.severity >= report.gate for one in report.findings)
    if blocking and not report.unreadable:
        write_line(CLI_SAYS(message=APPROVE_BLOCKED(count=blocking)).text(report.lang))
        return 1
    target, text = approve(report, by or "", on.isoformat())
    write_file(target, encode(text))
    plans = report.checked[0].workspace.plans
    done = APPROVE_DONE(
        plans=len(report.plans),
        upper=len(plans) - len(report.plans),
        texts=len(report.texts),
        path=shown(target, Path.cwd()),
    )
    write_line(CLI_SAYS(message=done).text(report.lang))
    for point in unchecked_points(report):
        write_line(CLI_SAYS(message=FORMAT_NOT_CHECKED(message=point)).text(report.lang))
    return 0


APPROVE = Command(
    "approve",
    CLI_APPROVE,
    [
        Argument("path", value=CLI_WORKSPACE_VALUE, required=False, type=FILE),
        Option("--by", words=CLI_APPROVE_BY, value=CLI_APPROVE_BY_VALUE),
        Option("--on", "day", words=CLI_APPROVE_ON, value=CLI_DATE_VALUE),
        *JUDGING,
        Option("--gate", words=CLI_GATE, value=CLI_GATE_VALUE),
    ],
    _approve,
    after=[CLI_APPROVE_AFTER],
)
