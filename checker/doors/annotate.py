"""``plancheck annotate``: the findings of a text, written beside its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import encode, write_file, write_line
from checker.doors.words import FILE, Argument, Command, Option, told_language
from checker.engine.report import Report
from checker.engine.verdict import unchecked_points, verdict_sentence
from checker.finding import Status
from checker.messages import Message
from checker.messages.annotate import (
    ANNOTATE_ENDING,
    ANNOTATE_KIND,
    ANNOTATE_NOT_ITSELF,
    ANNOTATE_OTHERS,
    ANNOTATE_PAGE_TITLE,
    ANNOTATE_SUFFIX,
    ANNOTATE_WRITTEN,
    CLI_ANNOTATE,
    CLI_ANNOTATE_AFTER,
    CLI_ANNOTATE_OUTPUT,
    CLI_ANNOTATE_VALUE,
)
from checker.messages.baseline import CLI_BASELINE_OPTION
from checker.messages.cli import CLI_FILE_VALUE, CLI_SAYS
from checker.messages.formats import FORMAT_NOT_CHECKED
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH
from checker.prose.document import Document
from checker.render.remark import findings_in
from checker.source import Unreadable

_WORD = ".docx"
_PAGE = ".html"
_ENDINGS = {_WORD: _WORD, ".txt": _PAGE, ".md": _PAGE}


def _annotate(text: Path, output: Path | None, **words: Any) -> int:
    from checker.engine.choices import build_options
    from checker.engine.inputs import check_inputs

    told = told_language()
    kind = text.suffix.lower()
    if text.exists() and kind not in _ENDINGS:
        raise RunError(ANNOTATE_KIND(path=text.as_posix()))
    report = check_inputs([text], build_options(lang=told, **words))
    lang = told or report.lang
    if report.unreadable or not report.texts:
        raise RunError(report.unreadable[0] if report.unreadable else ANNOTATE_KIND(path=text.as_posix()))
    target = _target(text, output, _ENDINGS[kind], lang)
    document = _document(report, text)
    found = len(list(findings_in(report.findings, document.source)))
    if kind == _WORD:
        write_file(target, _in_word(report, text, document, lang))
    else:
        from checker.report.annotated import render_annotated

        title = ANNOTATE_PAGE_TITLE(name=text.name).text(lang)
        write_file(target, encode(render_annotated(report, document.source, lang, title)))
    _say(ANNOTATE_WRITTEN(path=target.as_posix(), count=found), lang)
    others = sum(one.status is Status.NEW for one in report.findings) - found
    if others:
        _say(ANNOTATE_OTHERS(count=others), lang)
    for point in unchecked_points(report):
        _say(FORMAT_NOT_CHECKED(message=point), lang)
    _say(verdict_sentence(report), lang)
    return 0


def _target(text: Path, output: Path | None, ending: str, lang: str) -> Path:
    if output is None:
        return text.with_name(f"{text.stem}{ANNOTATE_SUFFIX().text(lang)}{ending}")
    if output.suffix.lower() != ending:
        raise RunError(ANNOTATE_ENDING(path=output.as_posix(), ending=ending))
    if output.exists() and output.samefile(text):
        raise RunError(ANNOTATE_NOT_ITSELF(path=output.as_posix()))
    return output


def _document(report: Report, text: Path) -> Document:
    """What was checked of the file."""
    files = {file.shown for one in report.checked for file in one.workspace.texts if file.path.samefile(text)}
    texts = (one for checked in report.checked for one in checked.facts.texts)
    document: Document = next(one.document for one in texts if one.source.path in files)
    return document


def _in_word(report: Report, text: Path, document: Document, lang: str) -> bytes:
    from checker.render.remark import remark
    from checker.write.annotate_docx import Remark, annotate_docx

    remarks = [
        Remark(span.start, span.end, remark(finding, document.source, lang))
        for finding, span in findings_in(report.findings, document.source)
    ]
    try:
        return annotate_docx(document, remarks)
    except Unreadable as problem:
        raise RunError(SOURCE_WITH_PATH(path=text.as_posix(), reason=problem.message)) from None


def _say(message: Message, lang: str) -> None:
    write_line(CLI_SAYS(message=message).text(lang))


ANNOTATE = Command(
    "annotate",
    CLI_ANNOTATE,
    [
        Argument("text", value=CLI_ANNOTATE_VALUE, type=FILE),
        Option("-o", "--output", words=CLI_ANNOTATE_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
        *JUDGING,
        Option("--baseline", words=CLI_BASELINE_OPTION, value=CLI_FILE_VALUE, type=FILE),
    ],
    _annotate,
    after=[CLI_ANNOTATE_AFTER],
)
