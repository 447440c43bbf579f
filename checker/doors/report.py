"""``plancheck report``: the consistency report as a folder of pages, one file, a zip, a PDF, or served."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.doors.judging import JUDGING
from checker.doors.output import encode, progress_line, write_file, write_line
from checker.doors.words import FILE, Argument, Command, Option, current_language, told_language
from checker.engine.report import Report
from checker.engine.verdict import verdict_sentence
from checker.messages import Message
from checker.messages.baseline import CLI_BASELINE_OPTION
from checker.messages.cli import (
    CLI_FILE_VALUE,
    CLI_FOLDER_VALUE,
    CLI_GATE,
    CLI_GATE_VALUE,
    CLI_NUMBER_VALUE,
    CLI_PATHS_VALUE,
    CLI_SAYS,
)
from checker.messages.report import (
    CLI_REPORT,
    CLI_REPORT_AFTER,
    CLI_REPORT_EXCERPTS,
    CLI_REPORT_OUTPUT,
    CLI_REPORT_PDF,
    CLI_REPORT_PORT,
    CLI_REPORT_SERVE,
    CLI_REPORT_SINCE,
    CLI_REPORT_SINGLE,
    CLI_REPORT_TITLE,
    CLI_REPORT_TITLE_VALUE,
    CLI_REPORT_ZIP,
    REPORT_BAD_PORT,
    REPORT_BUILDING,
    REPORT_FILE_WRITTEN,
    REPORT_MKDOCS,
    REPORT_NOTHING,
    REPORT_NOW,
    REPORT_PORT_TAKEN,
    REPORT_SERVING,
    REPORT_WRITTEN,
)
from checker.messages.revise import CLI_OLD_VALUE
from checker.messages.run_error import RunError
from checker.messages.summary import CLI_REPORT_SUMMARY, SUMMARY_ENDING
from checker.source import fold

if TYPE_CHECKING:
    from checker.engine.options import Options
    from checker.revise import Revision
    from checker.revise.history import Step

_FOLDER = Path("plancheck-report")
_PORT = "8000"
_LAST_PORT = 65535
#: Within a zip, so that it does not spill over the folder where it is opened.
_IN_ZIP = "report"


@dataclass(slots=True, eq=False, repr=False)
class _Wanted:
    """What a report is made of, asked for anew each time it is made."""

    paths: Sequence[Path]
    options: Options
    since: str | None
    title: str
    #: A page is wanted that says so where there was nothing to check.
    says_nothing: bool = False

    def check(self) -> Report:
        from checker.engine.inputs import check_inputs

        report = check_inputs(self.paths, self.options)
        if not report.plans and not report.account.documents and not self.says_nothing:
            raise RunError(report.unreadable[0] if report.unreadable else REPORT_NOTHING())
        return report

    def revision(self) -> Revision | None:
        if self.since is None:
            return None
        from checker.revise import compare_sides, open_side

        subject = self.paths[0]
        with open_side(self.since, subject) as old, open_side(str(subject), subject) as new:
            return compare_sides(old, new, self.options)

    def tell(self, lang: str) -> _Told:
        """Check, and look up what came before."""
        from checker.revise.history import steps_to

        report = self.check()
        rounds = steps_to(report, Path(self.paths[0]), REPORT_NOW().text(lang or report.lang))
        return _Told(report, lang or report.lang, self.title, self.revision(), rounds)


@dataclass(slots=True, eq=False, repr=False)
class _Told:
    """What a report tells, in which language and under which title; what changed, and the rounds before it."""

    report: Report
    lang: str
    title: str
    revision: Revision | None
    rounds: Sequence[Step]


def _report(  # noqa: PLR0913 - one argument an option
    paths: Sequence[Path],
    *,
    output: Path | None,
    single_file: Path | None,
    zip_file: Path | None,
    pdf: Path | None,
    excerpts: bool,
    summary: Path | None,
    title: str | None,
    since: str | None,
    serve: bool,
    port: str,
    **words: Any,
) -> int:
    from checker.engine.choices import build_options

    told = told_language()
    if summary is not None and summary.suffix.lower() != ".docx":
        raise RunError(SUMMARY_ENDING(path=summary.as_posix()))
    asked = paths or [Path()]
    says_nothing = single_file is not None and all(map(os.path.exists, asked))
    wanted = _Wanted(asked, build_options(lang=told, **words), since, title or "", says_nothing)
    if serve:
        return _serve(wanted, _port(port))
    made = wanted.tell(told or "")
    report, lang = made.report, made.lang
    if single_file is not None:
        from checker.report.single import render_single

        _write(single_file, encode(render_single(report, lang, wanted.title, made.rounds)), lang)
    if pdf is not None:
        from checker.doors.browser import print_pdf
        from checker.report.single import render_paper

        _write(pdf, print_pdf(encode(render_paper(report, lang, wanted.title, made.rounds, excerpts=excerpts))), lang)
    if summary is not None:
        from checker.report.summary import summary_blocks
        from checker.write.docx_new import write_docx

        _write(summary, write_docx(summary_blocks(report, lang, wanted.title)), lang)
    if output is not None or not (single_file or zip_file or pdf or summary):
        _build(made, output or _FOLDER, zip_file)
    elif zip_file is not None:
        _build(made, None, zip_file)
    for message in report.unreadable:
        _say(message, lang)
    _say(verdict_sentence(report), lang)
    return report.exit_status()


def _say(message: Message, lang: str) -> None:
    write_line(CLI_SAYS(message=message).text(lang))


def _write(path: Path, content: bytes, lang: str) -> None:
    write_file(path, content)
    _say(REPORT_FILE_WRITTEN(path=path.as_posix()), lang)


def _build(told: _Told, folder: Path | None, zip_file: Path | None) -> None:
    from checker.doors.site_folder import packed, publish, staging

    lang = told.lang
    with staging(folder) as staged:
        _make(told, staged)
        if zip_file is not None:
            _write(zip_file, packed(staged, _IN_ZIP), lang)
        if folder is not None:
            written, every = publish(staged, folder)
            _say(REPORT_WRITTEN(path=(folder / "index.html").as_posix(), written=written, all=every), lang)


def _make(told: _Told, staged: Path) -> None:
    from importlib.metadata import version

    if not version("mkdocs").startswith("1."):
        raise RunError(REPORT_MKDOCS(version=version("mkdocs")))
    from checker.report.build import build_site
    from checker.report.site import make_site

    progress = progress_line(told.lang)
    try:
        site = make_site(told.report, told.lang, told.title, told.revision, rounds=told.rounds)
        build_site(site, staged, on_page=(lambda at: progress(at, 0, REPORT_BUILDING())) if progress else None)
    finally:
        if progress:
            progress.clear()


def _port(word: str) -> int:
    number = fold(word).strip()
    if not (number.isascii() and number.isdecimal() and len(number) <= len(str(_LAST_PORT))):
        raise RunError(REPORT_BAD_PORT(word=word))
    if not 0 < int(number) <= _LAST_PORT:
        raise RunError(REPORT_BAD_PORT(word=word))
    return int(number)


def _serve(wanted: _Wanted, port: int) -> int:
    """Show the report until somebody stops it; a plan that cannot be read is told and the old pages stay."""
    from checker.doors.site_folder import staging
    from checker.report.server import local_server

    lang = current_language()
    with staging(None) as staged:

        def make() -> None:
            try:
                _make(wanted.tell(lang), staged)
            except RunError as problem:
                _say(problem.message, lang)

        make()
        server = local_server(make, port, str(staged))
        for path in _watched(wanted):
            server.watch(str(path))
        _say(REPORT_SERVING(url=server.url), lang)
        try:
            server.serve()  # type: ignore[no-untyped-call]  # mkdocs has no types there
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise RunError(REPORT_PORT_TAKEN(port=port, reason=error.strerror or type(error).__name__)) from None
        finally:
            server.shutdown()
    return 0


def _watched(wanted: _Wanted) -> list[Path]:
    from checker.workspace import find_workspace

    return list(dict.fromkeys(find_workspace(path) for path in wanted.paths))


REPORT = Command(
    "report",
    CLI_REPORT,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option("-o", "--output", words=CLI_REPORT_OUTPUT, value=CLI_FOLDER_VALUE, type=FILE),
        Option("--single-file", words=CLI_REPORT_SINGLE, value=CLI_FILE_VALUE, type=FILE),
        Option("--zip", "zip_file", words=CLI_REPORT_ZIP, value=CLI_FILE_VALUE, type=FILE),
        Option("--pdf", words=CLI_REPORT_PDF, value=CLI_FILE_VALUE, type=FILE),
        Option("--excerpts", words=CLI_REPORT_EXCERPTS, is_flag=True),
        Option("--summary", words=CLI_REPORT_SUMMARY, value=CLI_FILE_VALUE, type=FILE),
        Option("--title", words=CLI_REPORT_TITLE, value=CLI_REPORT_TITLE_VALUE),
        Option("--since", words=CLI_REPORT_SINCE, value=CLI_OLD_VALUE),
        *JUDGING,
        Option("--gate", words=CLI_GATE, value=CLI_GATE_VALUE),
        Option("--baseline", words=CLI_BASELINE_OPTION, value=CLI_FILE_VALUE, type=FILE),
        Option("--serve", words=CLI_REPORT_SERVE, is_flag=True),
        Option("--port", words=CLI_REPORT_PORT, value=CLI_NUMBER_VALUE, default=_PORT),
    ],
    _report,
    after=[CLI_REPORT_AFTER],
)
