"""``plancheck baseline``: record the findings of today, so that only new ones count from now on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import encode, write_file, write_line
from checker.doors.words import FILE, Argument, Command, Option
from checker.messages.baseline import BASELINE_RECORDED, CLI_BASELINE, CLI_BASELINE_AFTER, CLI_BASELINE_OUTPUT
from checker.messages.cli import CLI_FILE_VALUE, CLI_PATHS_VALUE, CLI_SAYS
from checker.messages.run_error import RunError

_DEFAULT = Path("plancheck-baseline.json")


def _record(paths: Sequence[Path], output: Path, **words: Any) -> int:
    from checker.engine.baseline import baseline_text
    from checker.engine.choices import build_options
    from checker.engine.inputs import check_inputs
    from checker.engine.withhold import for_others

    report = check_inputs(paths or [Path()], build_options(**words))
    if report.unreadable:
        # Findings of a file that could not be read would count as new as soon as it can be.
        raise RunError(report.unreadable[0])
    write_file(output, encode(baseline_text(for_others(report))))
    recorded = BASELINE_RECORDED(count=len(report.findings) - report.summary().waived, path=output.as_posix())
    write_line(CLI_SAYS(message=recorded).text(report.lang))
    return 0


BASELINE = Command(
    "baseline",
    CLI_BASELINE,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option("-o", "--output", words=CLI_BASELINE_OUTPUT, value=CLI_FILE_VALUE, type=FILE, default=_DEFAULT),
        *JUDGING,
    ],
    _record,
    after=[CLI_BASELINE_AFTER],
)
