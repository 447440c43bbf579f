"""The report as a reader sees it in a terminal: what is wrong, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checker.engine.report import Gone, Report
from checker.engine.verdict import restrictions, verdict_sentence
from checker.finding import Finding, Notice, NoticeKind, Related, Severity, Status
from checker.finding.codes import code_ranges
from checker.messages import Message, Template
from checker.messages.baseline import BASELINE_GONE, BASELINE_GONE_ONE
from checker.messages.render import (
    RENDER_BASIS,
    RENDER_CHECKED,
    RENDER_CHECKED_TEXTS,
    RENDER_CODES,
    RENDER_COUNTS,
    RENDER_HELP,
    RENDER_LEFT_OPEN,
    RENDER_MORE_PLACES,
    RENDER_NOT_CHECKED,
    RENDER_NOTHING,
    RENDER_PLACE,
    RENDER_RELATED,
    RENDER_REMARKS,
    RENDER_SET_ASIDE,
    RENDER_STAGE,
)
from checker.render.excerpt import ExcerptLine, excerpt
from checker.render.visible import sentence, visible
from checker.source import Span

if TYPE_CHECKING:
    from checker.engine.taken_up import TextFollowed

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BOLD = "1"
#: A goal with thousands of measures has thousands of related places; the JSON has them all.
_PLACES_SHOWN = 20
_WAIVED_SHOWN = 20


def render_text(report: Report, lang: str = "zh", colour: bool = False) -> str:
    """New findings with excerpts, what is waived and why, what was not checked, and a summary, in zh or en.

    `colour` adds ANSI colours; otherwise the text holds no control character but line ends.
    """
    new = [finding for finding in report.findings if finding.status is Status.NEW]
    blocks = [render_finding(finding, lang, colour) for finding in new]
    waived = [finding for finding in report.findings if finding.status is Status.WAIVED]
    if waived:
        blocks.append("\n".join(_waived_lines(waived, lang)))
    blocks += _notice_blocks(report, lang)
    if report.gone:
        blocks.append("\n".join(_gone_lines(report.gone, lang)))
    blocks.append("\n".join(_summary_lines(report, lang)))
    return "\n\n".join(blocks) + "\n"


def render_finding(finding: Finding, lang: str = "zh", colour: bool = False) -> str:
    """One finding: place and title, excerpt, sentence, basis, advice, related places; no line end behind it."""
    return "\n".join(_finding_lines(finding, lang, colour))


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text


def _where(span: Span) -> str:
    place = span.start_place
    return f"{visible(span.source.path)}:{place.line}:{place.column}"


def _in_words(told: str, span: Span, lang: str) -> str:
    """What is told, with the place as people say it where a text has chapters, paragraphs or tables."""
    words = span.source.told_place(span.start)
    return told if words is None else RENDER_PLACE(told=told, place=sentence(words, lang)).text(lang)


def _finding_lines(finding: Finding, lang: str, colour: bool) -> Iterator[str]:
    style = _COLOURS[finding.severity]
    word = finding.severity.en if lang == "en" else finding.severity.zh
    title = _in_words(sentence(finding.title, lang), finding.span, lang)
    yield f"{_where(finding.span)}: {_paint(f'{word} {finding.code}', style, colour)} {_paint(title, _BOLD, colour)}"
    shown = finding.related[:_PLACES_SHOWN]
    excerpts = [excerpt(finding.span), *(excerpt(related.span) for related in shown)]
    digits = max(2, *(len(str(line.number)) for lines in excerpts for line in lines))
    indent = " " * (digits + 3)
    yield from _excerpt_lines(excerpts[0], digits, style, colour)
    yield from _indented(indent, sentence(finding.message, lang))
    yield from _indented(indent, RENDER_BASIS(basis=sentence(finding.basis, lang)).text(lang))
    if finding.help:
        yield from _indented(indent, RENDER_HELP(help=sentence(finding.help, lang)).text(lang))
    for related, lines in zip(shown, excerpts[1:], strict=True):
        yield from _related_lines(related, lines, lang, colour, digits)
    if len(finding.related) > len(shown):
        yield from _indented(indent, RENDER_MORE_PLACES(count=len(finding.related) - len(shown)).text(lang))


def _related_lines(
    related: Related, lines: Iterable[ExcerptLine], lang: str, colour: bool, digits: int
) -> Iterator[str]:
    message = RENDER_RELATED(
        where=_in_words(_where(related.span), related.span, lang), message=sentence(related.message, lang)
    )
    yield from _indented(" " * (digits + 3), message.text(lang))
    yield from _excerpt_lines(lines, digits, _BOLD, colour)


def _indented(indent: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"{indent}{line}".rstrip()


def _excerpt_lines(lines: Iterable[ExcerptLine], digits: int, style: str, colour: bool) -> Iterator[str]:
    before: int | None = None
    for line in lines:
        if before is not None and line.number > before + 1:
            yield f"{'...':>{digits + 2}} |"
        yield f"{line.number:>{digits + 2}} | {line.text}".rstrip()
        margin = len(line.marks) - len(line.marks.lstrip())
        yield f"{'':>{digits + 2}} | {line.marks[:margin]}{_paint(line.marks[margin:], style, colour)}"
        before = line.number


def _notice_blocks(report: Report, lang: str) -> Iterator[str]:
    """What was not checked, what a plan leaves open, remarks; each kind in a block of its own."""
    left_out = [sentence(message, lang) for message in restrictions(report)]
    headings: tuple[tuple[NoticeKind, Template, list[str]], ...] = (
        (NoticeKind.MISSING, RENDER_NOT_CHECKED, left_out),
        (NoticeKind.OPEN, RENDER_LEFT_OPEN, []),
        (NoticeKind.REMARK, RENDER_REMARKS, []),
    )
    for kind, heading, first in headings:
        notices = [notice for notice in report.notices if notice.kind is kind]
        if first or notices:
            lines = [heading().text(lang), *(f"  - {line}" for line in first), *_notice_lines(notices, lang)]
            yield "\n".join(lines)


def _notice_lines(notices: Sequence[Notice], lang: str) -> Iterator[str]:
    """What belongs to no file, then file by file in the order in which files come up."""
    by_file: dict[str, list[Notice]] = {"": []}
    for notice in notices:
        by_file.setdefault(notice.file or "", []).append(notice)
    for file, members in by_file.items():
        if file:
            yield f"  {visible(file)}"
        yield from (f"  - {_notice_text(notice, lang)}" for notice in members)


def _notice_text(notice: Notice, lang: str) -> str:
    text = sentence(notice.message, lang)
    if notice.codes and notice.codes[0] not in text:
        return RENDER_CODES(text=text, codes=code_ranges(notice.codes)).text(lang)
    return text


def _waived_lines(waived: Sequence[Finding], lang: str) -> Iterator[str]:
    from checker.messages.waivers import WAIVED_HEADING, WAIVED_MORE, WAIVED_ONE, WAIVED_WHY
    from checker.render.waived import why_waived

    yield WAIVED_HEADING().text(lang)
    for finding in waived[:_WAIVED_SHOWN]:
        said: Message | str = finding.message
        if finding.waiver is not None:
            said = WAIVED_WHY(said=finding.message, why=why_waived(finding.waiver, lang))
        told = WAIVED_ONE(where=_in_words(_where(finding.span), finding.span, lang), code=finding.code, said=said)
        yield f"  - {visible(told.text(lang))}"
    if len(waived) > _WAIVED_SHOWN:
        yield f"  - {WAIVED_MORE(count=len(waived) - _WAIVED_SHOWN).text(lang)}"


def _gone_lines(gone: Sequence[Gone], lang: str) -> Iterator[str]:
    yield BASELINE_GONE(count=len(gone)).text(lang)
    for one in gone:
        yield f"  - {visible(BASELINE_GONE_ONE(code=one.code, said=one.message).text(lang))}"


def _summary_lines(report: Report, lang: str) -> Iterator[str]:
    summary = report.summary()
    found = summary.error + summary.warning + summary.info
    line = (
        RENDER_COUNTS(error=summary.error, warning=summary.warning, info=summary.info) if found else RENDER_NOTHING()
    ).text(lang)
    if summary.known or summary.waived:
        line += RENDER_SET_ASIDE(known=summary.known, waived=summary.waived).text(lang)
    if report.account.empty is None or found:
        yield line
    yield from _coverage_lines(report, lang)
    yield from _followed_lines(report, lang)
    counts = {"plans": summary.plans, "as_of": report.as_of.isoformat()}
    told = RENDER_CHECKED_TEXTS(texts=len(report.texts), **counts) if report.texts else RENDER_CHECKED(**counts)
    checked = told.text(lang)
    yield checked + (RENDER_STAGE(stage=stage_word(report.stage, lang)).text(lang) if report.stage else "")
    yield visible(verdict_sentence(report).text(lang))


def _coverage_lines(report: Report, lang: str) -> Iterator[str]:
    """A line for each text that states figures."""
    for one in report.coverage:
        from checker.messages.coverage import COVERAGE_LINE, COVERAGE_WHOLE

        if one.told:
            counts = {"file": one.path, "told": one.told}
            said = (
                COVERAGE_LINE(known=one.known, lacking=len(one.lacking), **counts)
                if one.lacking
                else COVERAGE_WHOLE(**counts)
            )
            yield visible(said.text(lang))


def _followed_lines(report: Report, lang: str) -> Iterator[str]:
    """A line for each outline that follows a 建议."""
    return (visible(followed_line(one, lang)) for one in report.followed)


def followed_line(one: TextFollowed, lang: str) -> str:
    """How many items of a proposal the outline has, in one sentence."""
    from checker.messages.taken_up import TAKEN_UP_LINE

    states = {state: one.count(state) for state in ("kept", "reworded", "missing")}
    return TAKEN_UP_LINE(file=one.path, proposal=one.proposal, count=len(one.items), **states).text(lang)


def stage_word(stage: str, lang: str) -> str:
    """What a reader calls a stored stage."""
    from checker.model.words import STAGES

    if lang == "en":
        return stage.replace("_", " ")
    return next((choice.zh[0] for choice in STAGES if choice.en == stage), stage)
