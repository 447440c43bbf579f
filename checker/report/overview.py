"""The first page: the verdict and what was not checked, the causes, whom and which chapters they concern, coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.engine.report import Report
from checker.engine.verdict import Verdict, restrictions, unchecked_points, verdict_sentence
from checker.finding import NoticeKind, Severity, Status
from checker.finding.codes import code_ranges
from checker.model import Chapter, Element, Goal, Indicator, Measure, Owner, Part, Section
from checker.render.text import stage_word
from checker.render.visible import visible
from checker.report import alignment, revision, waivers
from checker.report.causes import COUNTED, Count, Share, causes, count, own, shares
from checker.report.material import OWN, WORDS, Listed, Material, blocking, count_words
from checker.report.pages import Page, Templates
from checker.report.view import View, shown_name
from checker.write.goal_rows import GoalRow, goal_rows

KEY = "index"
_CAUSES = 10
_ROUNDS = 8
_LACKING = 6
#: What a plan may say the drafters of.
OUTLINE = (Part, Chapter, Section)
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
    counted = own(material.listed)
    found = causes(view, counted)
    waived = [
        one for one in material.listed if one.finding.status is Status.WAIVED and one.finding.severity is Severity.ERROR
    ]
    look, sign = _LOOKS[report.verdict]
    body = templates.body(
        "overview.html",
        title=material.title,
        plans=[plan.full_name or plan.name for plan in material.own_plans],
        look=look,
        sign=sign,
        verdict=verdict_sentence(report),
        blocking=len(standing),
        of_upper=sum(one.part != OWN for one in standing),
        unchecked=bool(unchecked_points(report)),
        gate=report.gate.en if lang == "en" else report.gate.zh,
        as_of=report.as_of.isoformat(),
        stage=stage_word(report.stage, lang) if report.stage else "",
        cards=_cards(view),
        words=COUNTED,
        causes=found[:_CAUSES],
        more_causes=found[_CAUSES:],
        drafters=_drafters(view, counted),
        offices=_offices(view, counted),
        chapters=_chapters(view, counted),
        upper_findings=_of_uppers(view),
        coverage=_coverage(view),
        uppers=alignment.summary(view),
        gone=report.gone,
        rounds=_rounds(material),
        revision=material.revision,
        revision_url=view.link(revision.KEY) if material.revision is not None else "",
        known=sum(one.word == "known" for one in counted),
        waived=view.entries(waived),
        waivers_url=view.link(waivers.KEY),
        restrictions=restrictions(report),
        unreadable=report.unreadable,
        missing=_told(report, NoticeKind.MISSING),
        open=_told(report, NoticeKind.OPEN),
        remarks=_told(report, NoticeKind.REMARK),
    )
    yield Page(KEY, "", body)


def _cards(view: View) -> list[tuple[str, Count]]:
    """Own findings by what they weigh; a weight that none has stands only where it would be missed."""
    listed = [one for one in view.material.listed if one.part == OWN]
    counts = count_words(listed)
    always = ("error", "warning", "info")
    return [(word, count(view, counts[word], sev=word)) for word in WORDS if counts[word] or word in always]


def _drafters(view: View, counted: list[Listed]) -> list[Share]:
    """Who has to rewrite, in the order of the chapters; nothing where no plan says who writes what."""
    chapters = [one for plan in view.material.own_plans for one in plan.elements if isinstance(one, OUTLINE)]
    named = dict.fromkeys(phrase.text for one in chapters for phrase in one.drafters)
    return shares(view, counted, "drafter", lambda one: one.drafters, named) if named else []


def _offices(view: View, counted: list[Listed]) -> list[Share]:
    """Whom findings concern, in the order in which the plans name them; nothing where no plan names anybody."""
    named = [one.name for plan in view.material.own_plans for one in plan.elements if isinstance(one, Owner)]
    return shares(view, counted, "owner", lambda one: one.owners, named) if named else []


def _chapters(view: View, counted: list[Listed]) -> list[Share]:
    """Where they stand: the chapters that plans declare, in their order and with their titles, then those of texts."""
    declared = [one for plan in view.material.own_plans for one in plan.elements if isinstance(one, Chapter)]
    titles = {one.name: shown_name(one) for one in reversed(declared)}
    files = {name: one.finding.span.source.path for one in counted for name in one.chapters if name not in titles}
    several = len({*files.values(), *(["declared"] if declared else [])}) > 1
    return [
        Share(
            titles.get(row.name, row.name),
            row.counts,
            files.get(row.name, "").rpartition("/")[2] if several else "",
        )
        for row in shares(view, counted, "chapter", lambda one: one.chapters, [one.name for one in declared])
    ]


def _rounds(material: Material) -> list[dict[str, Any]]:
    """The last rounds and the report itself: how many findings, how many mended and new since the round before."""
    return [
        {
            "name": step.kept.name,
            "day": step.kept.day,
            "counts": [step.counts.get(word, 0) for word in ("error", "warning", "info")],
            "mended": len(step.mended),
            "new": len(step.new),
            "unseen": len(step.unseen),
            "first": at == 0,
        }
        for at, step in enumerate(material.rounds)
    ][-_ROUNDS:]


def _of_uppers(view: View) -> list[Share]:
    """What upper plans that are checked too have among themselves."""
    rows = []
    for plan in view.material.uppers:
        part = view.material.part(plan)
        counts = count_words(one for one in view.material.listed if one.part == part)
        told = {word: count(view, counts[word], part=visible(part), sev=word) for word in COUNTED if counts[word]}
        if told:
            rows.append(Share(plan.name, told))
    return rows


def _told(report: Report, kind: NoticeKind) -> list[dict[str, Any]]:
    return [
        {"message": one.message, "codes": code_ranges(one.codes), "file": one.file or ""}
        for one in report.notices
        if one.kind is kind
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """One row of the coverage: what should be so of which elements, and which of them lack it."""

    zh: str
    en: str
    kind: type[Element]
    lacks: Callable[[Material], Callable[[Any], bool]]


def _unmeasured(material: Material) -> Callable[[Any], bool]:
    """Which goals neither an indicator nor a category measures nor an evaluation is named for, themselves or below."""
    lacking = {id(row.goal) for row in _goal_rows(material) if row.unmeasured}
    return lambda one: id(one) in lacking


def _unserved(material: Material) -> Callable[[Any], bool]:
    """Which goals no measure supports, themselves or below."""
    lacking = {id(row.goal) for row in _goal_rows(material) if row.unserved}
    return lambda one: id(one) in lacking


def _goal_rows(material: Material) -> list[GoalRow]:
    return [row for plan in material.own_plans for row in goal_rows(plan, material.graph(plan))]


_PARTS = (
    _Part("目标有指标衡量", "goals with indicators", Goal, _unmeasured),
    _Part("目标有举措支撑", "goals with measures", Goal, _unserved),
    _Part(
        "举措支撑目标",
        "measures that serve a goal",
        Measure,
        lambda material: lambda one: not material.out("supports", one),
    ),
    _Part(
        "指标有基期值",
        "indicators with a baseline",
        Indicator,
        lambda _: lambda one: not one.baseline and one.first_counted != "yes",
    ),
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
        whole = [one for one in material.elements(part.kind) if _counts(one) and one.plan in material.own_plans]
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
