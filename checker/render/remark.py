"""A finding as a few short paragraphs, for a comment beside the words it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.finding import Finding, Status
from checker.messages.annotate import ANNOTATE_ELSEWHERE, ANNOTATE_TITLE
from checker.messages.render import RENDER_BASIS, RENDER_HELP, RENDER_MORE_PLACES, RENDER_RELATED
from checker.render.visible import sentence, visible
from checker.source import SourceText, Span

_PLACES_SHOWN = 5


def findings_in(findings: Iterable[Finding], source: SourceText) -> Iterator[tuple[Finding, Span]]:
    """The new findings that a text has part in, each with its place there.

    Of a finding made elsewhere, such as in the plan file, it is the first related place in the text.
    """
    for finding in findings:
        if finding.status is Status.NEW:
            spans = (finding.span, *(related.span for related in finding.related))
            here = next((span for span in spans if span.source is source), None)
            if here is not None:
                yield finding, here


def remark(finding: Finding, source: SourceText, lang: str = "zh") -> tuple[str, ...]:
    """The paragraphs: code, title and severity; what; what to do; why; the related places.

    `source` is the text that the comment stands in; a finding made elsewhere says where.
    """
    return tuple(line for text in _texts(finding, source, lang) for line in text.split("\n") if line.strip())


def _texts(finding: Finding, source: SourceText, lang: str) -> Iterator[str]:
    severity = finding.severity.en if lang == "en" else finding.severity.zh
    yield ANNOTATE_TITLE(code=finding.code, title=sentence(finding.title, lang), severity=severity).text(lang)
    yield sentence(finding.message, lang)
    if finding.help:
        yield RENDER_HELP(help=sentence(finding.help, lang)).text(lang)
    yield RENDER_BASIS(basis=sentence(finding.basis, lang)).text(lang)
    if finding.span.source is not source:
        yield ANNOTATE_ELSEWHERE(where=_where(finding.span, source, lang)).text(lang)
    for related in finding.related[:_PLACES_SHOWN]:
        where = _where(related.span, source, lang)
        yield RENDER_RELATED(where=where, message=sentence(related.message, lang)).text(lang)
    more = len(finding.related) - _PLACES_SHOWN
    if more > 0:
        yield RENDER_MORE_PLACES(count=more).text(lang)


def _where(span: Span, source: SourceText, lang: str) -> str:
    """In words, with the file's name in front for another file."""
    place = span.source.locator(span.start).text(lang)
    if span.source is source:
        return place
    return f"{visible(span.source.path)} {place}"
