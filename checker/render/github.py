"""GitHub Actions: workflow commands that mark lines, and a summary in Markdown for `$GITHUB_STEP_SUMMARY`.

Actions keeps ten marks a kind and step (actions/toolkit), so the worst ten are given and the rest are told
in one notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.report import Report
from checker.engine.verdict import unchecked_points, verdict_sentence
from checker.finding import Finding, NoticeKind, Severity
from checker.messages.formats import (
    FORMAT_COUNTS,
    FORMAT_LEFT_OPEN,
    FORMAT_MORE,
    FORMAT_NOT_CHECKED,
    FORMAT_REMARK,
    FORMAT_SUMMARY_COLUMNS,
    FORMAT_SUMMARY_HEAD,
    FORMAT_TITLED,
)
from checker.messages.render import RENDER_BASIS, RENDER_HELP
from checker.render.markdown import plain_markdown
from checker.render.visible import visible_lines
from checker.render.worst import counts_of, worst_first

_MARKS = 10
_ROWS = 200
_POINTS = 20
_OTHER = {NoticeKind.OPEN: FORMAT_LEFT_OPEN, NoticeKind.REMARK: FORMAT_REMARK}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: Report, lang: str = "zh") -> str:
    """Workflow commands for stdout of a step: a mark for each of the worst ten findings, and the counts."""
    return "".join(f"{line}\n" for line in _commands(report, lang))


def _commands(report: Report, lang: str) -> Iterator[str]:
    worst = worst_first(report)
    for finding in worst[:_MARKS]:
        yield _mark(finding, lang)
    told = [verdict_sentence(report).text(lang), FORMAT_COUNTS(**counts_of(report)).text(lang)]
    if len(worst) > _MARKS:
        told.append(FORMAT_MORE(count=len(worst) - _MARKS).text(lang))
    told += [FORMAT_NOT_CHECKED(message=one).text(lang) for one in unchecked_points(report)[:_POINTS]]
    yield f"::notice title=plancheck::{_data(chr(10).join(told))}"


def _mark(finding: Finding, lang: str) -> str:
    start, end = finding.span.start_place, finding.span.end_place
    places = {"file": finding.span.source.path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        # GitHub refuses columns of a mark over several lines.
        places |= {"col": str(start.column), "endColumn": str(max(end.column - 1, start.column))}
    places["title"] = FORMAT_TITLED(code=finding.code, title=finding.title).text(lang)
    said = [finding.message.text(lang), RENDER_BASIS(basis=finding.basis).text(lang)]
    if finding.help is not None:
        said.append(RENDER_HELP(help=finding.help).text(lang))
    properties = ",".join(f"{key}={_property(value)}" for key, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(said))}"


def _data(text: str) -> str:
    """What ends a command or begins another must not come out of a plan."""
    return visible_lines(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_github_summary(report: Report, lang: str = "zh") -> str:
    """Markdown: the verdict, the counts, a table of findings, and what was not checked."""
    return "".join(f"{line}\n" for line in _summary(report, lang))


def _summary(report: Report, lang: str) -> Iterator[str]:
    yield f"## {plain_markdown(FORMAT_SUMMARY_HEAD(verdict=verdict_sentence(report)).text(lang))}"
    yield ""
    yield plain_markdown(FORMAT_COUNTS(**counts_of(report)).text(lang))
    worst = worst_first(report)
    if worst:
        headings = FORMAT_SUMMARY_COLUMNS().text(lang).split("|")
        yield ""
        yield f"| {' | '.join(headings)} |"
        yield f"|{' --- |' * len(headings)}"
        for finding in worst[:_ROWS]:
            yield f"| {' | '.join(plain_markdown(cell) for cell in _row(finding, lang))} |"
    if len(worst) > _ROWS:
        yield ""
        yield FORMAT_MORE(count=len(worst) - _ROWS).text(lang)
    told = [FORMAT_NOT_CHECKED(message=one) for one in unchecked_points(report)]
    told += [_OTHER[one.kind](message=one.message) for one in report.notices if one.kind in _OTHER]
    if told:
        yield ""
        yield from (f"- {plain_markdown(message.text(lang))}" for message in told)


def _row(finding: Finding, lang: str) -> Iterator[str]:
    yield finding.severity.en if lang == "en" else finding.severity.zh
    yield f"{finding.code} {finding.title.text(lang)}"
    yield f"{finding.span.source.path}:{finding.span.start_place.line}"
    yield finding.message.text(lang)
