"""plancheck: checks that a five-year plan outline hangs together. This is the public API, and all of it.

>>> import checker
>>> report = checker.check("plans/示例")            # a folder, a .plan file, or a list of them
>>> [finding.code for finding in report.findings]
>>> report.exit_status()                            # 0, 1 or 2, as on the command line

`check` takes the options of the command line by name: `stage`, `level` and `gate` (Chinese or English
words), `as_of` (a date or its ISO form), `select` and `ignore` (codes, or one string with commas), `jobs`, `baseline`
(a file that `plancheck baseline` wrote), `strict`.
It raises `RunError` where the run cannot be done. `format_report` gives a report as text, JSON, SARIF …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import resources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from os import PathLike

    from checker.engine.report import Report
    from checker.messages.run_error import RunError

__all__ = ["Report", "RunError", "__version__", "check", "format_report"]

__version__ = resources.VERSION


def check(  # noqa: PLR0913 - the options of the command line, all by name
    path: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    stage: str | None = None,
    as_of: date | str | None = None,
    level: str | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    gate: str | None = None,
    jobs: int | None = None,
    baseline: str | PathLike[str] | None = None,
    strict: bool = False,
) -> Report:
    """Check a workspace folder, a plan file or several of them.

    Raises RunError if that cannot be done; a file that cannot be read is told in the report's `unreadable`.
    """
    from os import PathLike
    from pathlib import Path

    from checker.engine.choices import build_options
    from checker.engine.inputs import check_inputs

    paths = [Path(path)] if isinstance(path, str | PathLike) else [Path(one) for one in path]
    options = build_options(
        stage=stage,
        as_of=as_of,
        level=level,
        select=select,
        ignore=ignore,
        gate=gate,
        jobs=jobs,
        baseline=None if baseline is None else Path(baseline),
        strict=strict,
    )
    return check_inputs(paths, options)


def format_report(report: Report, output_format: str = "text", lang: str | None = None) -> str:
    """`report` in words (``text``) or as another program reads it, in zh or en; formats as on the command line.

    ValueError for a format that there is not.
    """
    from checker.render.formats import render

    return render(report, output_format, lang or report.lang)


def __getattr__(name: str) -> Any:
    if name == "Report":
        from checker.engine.report import Report

        return Report
    if name == "RunError":
        from checker.messages.run_error import RunError

        return RunError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
