"""The report as it may be passed on: nothing of a document marked 内部 or 不得外传 can be read in it.

Whoever checks such a document sees its words on the screen. SARIF, JSON and the other formats, reports, baselines,
locks and rounds take the report that `for_others` gives: rule, place and fingerprint stay, words go.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec.structs

from checker.checks.plan_texts import PlanText
from checker.engine.coverage import TextCoverage
from checker.engine.report import Checked, Report
from checker.engine.taken_up import FollowedItem, TextFollowed
from checker.finding import Finding, Related
from checker.messages.texts import WITHHELD_FINDING, WITHHELD_PLACE
from checker.prose.masking import BLANK, masked
from checker.source import SourceText, Span

#: What stands for a name or a value of an internal document.
_NOTHING = BLANK * 3
_Sources = dict[int, SourceText]


def internal_marks(report: Report) -> dict[str, str]:
    """Path → mark of each document of the run that is not to be passed on."""
    return {text.source.path: text.document.internal for one in report.checked for text in _internal(one)}


def for_others(report: Report) -> Report:
    """The report without the words of internal documents; the very same one where there are none."""
    if not any(_internal(one) for one in report.checked):
        return report
    sources: _Sources = {}
    checked = tuple(_checked(one, sources) for one in report.checked)
    return msgspec.structs.replace(
        report,
        findings=tuple(_finding(one, sources) for one in report.findings),
        coverage=tuple(_coverage(one, sources) for one in report.coverage),
        followed=tuple(_followed(one, sources) for one in report.followed),
        checked=checked,
    )


def _internal(checked: Checked) -> list[PlanText]:
    return [text for text in (*checked.facts.texts, *checked.facts.tables) if text.document.internal]


def _checked(checked: Checked, sources: _Sources) -> Checked:
    facts = msgspec.structs.replace(
        checked.facts,
        texts=[_text(one, sources) for one in checked.facts.texts],
        tables=[_text(one, sources) for one in checked.facts.tables],
    )
    return Checked(checked.workspace, facts, checked.rulebook)


def _text(text: PlanText, sources: _Sources) -> PlanText:
    if not text.document.internal:
        return text
    document = masked(text.document)
    sources[id(text.source)] = document.source
    return PlanText(document, text.plan, text.role, text.page)


def _finding(finding: Finding, sources: _Sources) -> Finding:
    spans = (finding.span, *(one.span for one in finding.related))
    if not any(id(span.source) in sources for span in spans):
        return finding
    return replace(
        finding,
        message=WITHHELD_FINDING(title=finding.title),
        span=_span(finding.span, sources),
        help=None,
        concern=finding.concern._replace(chapters=()),
        related=tuple(Related(WITHHELD_PLACE(), _span(one.span, sources)) for one in finding.related),
        fix=None,
        known_as=finding.fingerprint,
    )


def _span(span: Span, sources: _Sources) -> Span:
    return Span(sources.get(id(span.source), span.source), span.start, span.end)


def _coverage(one: TextCoverage, sources: _Sources) -> TextCoverage:
    if not any(id(it.span.source) in sources for it in one.lacking):
        return one
    lacking = tuple(
        msgspec.structs.replace(it, name=_NOTHING, value=_NOTHING, span=_span(it.span, sources)) for it in one.lacking
    )
    return msgspec.structs.replace(one, lacking=lacking)


def _followed(one: TextFollowed, sources: _Sources) -> TextFollowed:
    return msgspec.structs.replace(one, items=tuple(_item(it, sources) for it in one.items))


def _item(it: FollowedItem, sources: _Sources) -> FollowedItem:
    """An item without its words where either document is internal: the words of one tell those of the other."""
    spans = [it.span, *([it.other_span] if it.other_span is not None else [])]
    if not any(id(span.source) in sources for span in spans):
        return it
    other = _span(it.other_span, sources) if it.other_span is not None else None
    blank = _NOTHING if it.other else ""
    return FollowedItem(it.kind, it.state, _NOTHING, _span(it.span, sources), blank, other)
