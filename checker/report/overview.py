"""The first page: the verdict, what stands in the way, what was not checked; how far goals and measures are covered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.engine.report import Report
from checker.engine.verdict import Verdict, restrictions, unchecked_points, verdict_sentence
from checker.finding import NoticeKind, Severity, Status
from checker.finding.codes import code_ranges
from checker.model import Element, Goal, Indicator, Measure
from checker.render.text import stage_word
from checker.report import alignment, findings, revision, waivers
from checker.report.material import Listed, Material, blocking, count_words
from checker.report.pages import Page, Templates
from checker.report.view import View

KEY = "index"
_STANDING = 12
_LACKING = 6
#: The look of a verdict: a class of the style sheet and a sign.
_LOOKS = {
    Verdict.BLOCKED: ("pc-no", "✕"),
    Verdict.INCOMPLETE: ("pc-partly", "△"),
    Verdict.PASSED: ("pc-yes", "✓"),
    Verdict.NOTHING: ("pc-partly", "—"),
}


def overview_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The page."""
    view = View(material, KEY)
    report, lang = material.report, material.lang
    standing = blocking(material.listed, report.gate)
    waived = [
        one for one in material.listed if one.finding.status is Status.WAIVED and one.finding.severity is Severity.ERROR
    ]
    counts = count_words(material.listed)
    look, sign = _LOOKS[report.verdict]
    body = templates.body(
        "overview.html",
        title=material.title,
        plans=[plan.full_name or plan.name for plan in material.plans],
        look=look,
        sign=sign,
        verdict=verdict_sentence(report),
        blocking=len(standing),
        unchecked=bool(unchecked_points(report)),
        gate=report.gate.en if lang == "en" else report.gate.zh,
        as_of=report.as_of.isoformat(),
        stage=stage_word(report.stage, lang) if report.stage else "",
        standing=view.all_told(standing[:_STANDING]),
        more=max(0, len(standing) - _STANDING),
        findings_url=view.link(findings.KEY),
        card_urls={word: material.addresses.filtered(KEY, findings.KEY, "sev", word) for word in counts},
        counts=counts,
        by_rule=_by_rule(view),
        coverage=_coverage(view),
        uppers=alignment.summary(view),
        gone=report.gone,
        revision=material.revision,
        revision_url=view.link(revision.KEY) if material.revision is not None else "",
        waived=view.all_told(waived),
        waivers_url=view.link(waivers.KEY),
        restrictions=restrictions(report),
        unreadable=report.unreadable,
        missing=_told(report, NoticeKind.MISSING),
        open=_told(report, NoticeKind.OPEN),
        remarks=_told(report, NoticeKind.REMARK),
    )
    yield Page(KEY, "", body)


def _told(report: Report, kind: NoticeKind) -> list[dict[str, Any]]:
    return [
        {"message": one.message, "codes": code_ranges(one.codes), "file": one.file or ""}
        for one in report.notices
        if one.kind is kind
    ]


def _by_rule(view: View) -> list[dict[str, Any]]:
    by_rule: dict[str, list[Listed]] = {}
    for one in view.material.listed:
        by_rule.setdefault(one.finding.code, []).append(one)
    return [
        {
            "code": code,
            "title": members[0].finding.title,
            "url": view.link(f"rule/{code}"),
            "counts": count_words(members),
        }
        for code, members in sorted(by_rule.items())
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """One row of the coverage: what should be so of which elements, and which of them lack it."""

    zh: str
    en: str
    kind: type[Element]
    lacks: Callable[[Material], Callable[[Any], bool]]


def _not_among(found: frozenset[int]) -> Callable[[Any], bool]:
    return lambda one: id(one) not in found


_PARTS = (
    _Part("目标有指标衡量", "goals with indicators", Goal, lambda material: _not_among(_measured(material))),
    _Part("目标有举措支撑", "goals with measures", Goal, lambda material: _not_among(_served(material))),
    _Part(
        "举措支撑目标",
        "measures that serve a goal",
        Measure,
        lambda material: lambda one: not material.out("supports", one),
    ),
    _Part("指标有基期值", "indicators with a baseline", Indicator, lambda _: lambda one: not one.baseline),
    _Part(
        "指标有目标值",
        "indicators with a target",
        Indicator,
        lambda _: lambda one: not (one.final_target or one.annual_target or one.cumulative_target),
    ),
    _Part(
        "指标衡量目标",
        "indicators that measure a goal",
        Indicator,
        lambda material: lambda one: not material.goals_of(one),
    ),
)


def _coverage(view: View) -> list[dict[str, Any]]:
    """How many of what have what they should have; safeguards and figures outside the table need not."""
    material, english = view.material, view.material.lang == "en"
    rows = []
    for part in _PARTS:
        whole = [one for one in material.elements(part.kind) if _counts(one)]
        if whole:
            lacks = part.lacks(material)
            lacking = [one for one in whole if lacks(one)]
            rows.append(_row(view, part.en if english else part.zh, whole, lacking))
    return rows


def _counts(element: Element) -> bool:
    if isinstance(element, Measure):
        return element.type != "safeguard"
    return not isinstance(element, Indicator) or element.in_table != "no"


def _row(view: View, name: str, whole: Sequence[Element], lacking: Sequence[Element]) -> dict[str, Any]:
    return {
        "name": name,
        "part": len(whole) - len(lacking),
        "whole": len(whole),
        "lacking": view.refs(lacking[:_LACKING]),
        "more": max(0, len(lacking) - _LACKING),
    }


def _with_all_above(material: Material, goals: Iterable[Element]) -> frozenset[int]:
    """Goals and all goals above them, by identity."""
    found: set[int] = set()
    waiting = list(goals)
    while waiting:
        one = waiting.pop()
        if id(one) not in found:
            found.add(id(one))
            waiting += [edge.target for edge in material.out("parent", one)]
    return frozenset(found)


def _measured(material: Material) -> frozenset[int]:
    """The goals that indicators or categories measure, or an evaluation is named for, themselves or below."""
    goals = [one for one in material.elements(Goal) if isinstance(one, Goal)]
    return _with_all_above(material, [one for one in goals if one.evaluation or material.into("measures", one)])


def _served(material: Material) -> frozenset[int]:
    """The goals that measures support, themselves or below."""
    return _with_all_above(material, [one for one in material.elements(Goal) if material.into("supports", one)])
