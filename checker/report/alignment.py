"""How the plans stand against those above: two matrices, and for each pair what is tied and what is left unanswered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from checker.graph import Edge
from checker.meaning.asked import breaks_down_to, refusals, uppers_in_force
from checker.model import Coordination, Demand, Element, Goal, Indicator, Plan
from checker.report.addresses import slug
from checker.report.beside import compared
from checker.report.figures import wanted_words
from checker.report.material import Listed, Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View, field_words

KEY = "alignment/index"
_SIZE = 300
_HEAT = ((20, 4), (10, 3), (4, 2), (1, 1))


@dataclass(slots=True, eq=False, repr=False)
class Pair:
    """A plan and an upper plan (or an upper basis): the ties between them."""

    plan: Plan
    upper: Element
    key: str
    edges: list[Edge] = field(default_factory=list)


def pairs_of(material: Material) -> list[Pair]:
    """Every pair that anything ties, and every upper plan that a plan names, in the order of the plans."""
    found: dict[tuple[int, int], Pair] = {}

    def pair(plan: Plan, upper: Element) -> Pair:
        key = f"pair/{slug(plan.name, upper.kind, upper.plan.name, upper.name)}"
        return found.setdefault((id(plan), id(upper)), Pair(plan, upper, key))

    for plan in material.plans:
        for reference in plan.upper_plans:
            if isinstance(reference.target, Plan):
                pair(plan, reference.target)
        for one in plan.elements:
            for edge in material.upward(one):
                pair(plan, _whole(edge.target)).edges.append(edge)
    return list(found.values())


def _whole(target: Element) -> Element:
    """What a target belongs to: a demand to its basis, an item of an upper plan to that plan."""
    if isinstance(target, Demand) and target.basis is not None:
        return target.basis
    return target if target.kind == "basis" else target.plan


def _asked_of(plan: Plan, upper: Plan, level: str | None, day: date) -> list[Goal | Indicator]:
    """What `upper` asks `plan` to answer: what it marks 要求下级响应, and binding indicators broken down to it.

    Nothing is asked by a plan that is not directly above, or not in force on `day`.
    """
    if all(target is not upper for _, target in uppers_in_force(plan, day)):
        return []
    return [
        one
        for one in upper.elements
        if isinstance(one, Goal | Indicator) and (one.answer_required == "yes" or _binds(one, plan, level))
    ]


def _binds(one: Goal | Indicator, plan: Plan, level: str | None) -> bool:
    return isinstance(one, Indicator) and one.nature == "binding" and breaks_down_to(one, plan, level)


def summary(view: View) -> list[dict[str, Any]]:
    """One row an upper plan: how many goals and indicators are tied to it, how much of what it asks is answered."""
    material = view.material
    rows = []
    for pair in material.pairs:
        if not isinstance(pair.upper, Plan):
            continue
        tied = {id(edge.source) for edge in pair.edges}
        goals = [one for one in pair.plan.elements if isinstance(one, Goal)]
        indicators = [one for one in pair.plan.elements if isinstance(one, Indicator) and one.in_table != "no"]
        asked = _asked(material, pair)
        rows.append(
            {
                "name": pair.upper.name if len(material.plans) == 1 else f"{pair.plan.name} → {pair.upper.name}",
                "url": view.link(pair.key),
                "ties": len(pair.edges),
                "goals": sum(id(one) in tied for one in goals),
                "all_goals": len(goals),
                "indicators": sum(id(one) in tied for one in indicators),
                "all_indicators": len(indicators),
                "asking": len(asked),
                "answered": sum(bool(row[1] or row[2]) for row in asked),
            }
        )
    return rows


def _asked(material: Material, pair: Pair) -> list[tuple[Element, list[Element], str]]:
    """What an upper plan asks of those below: the item, what answers it here, why it is not carried."""
    if not isinstance(pair.upper, Plan):
        return []
    answers: dict[int, list[Element]] = {}
    for edge in pair.edges:
        for one in _with_above(edge.target):
            answers.setdefault(id(one), []).append(edge.source)
    refused = refusals(pair.plan)
    return [
        (one, answers.get(id(one), []), refused.get(id(one), ""))
        for one in _asked_of(pair.plan, pair.upper, material.level(pair.plan), material.report.as_of)
    ]


def _with_above(carried: Element) -> list[Element]:
    """What is carried and, of a goal, those above it: who carries a part answers the whole."""
    found, waiting = {id(carried): carried}, [carried]
    while waiting:
        for reference in getattr(waiting.pop(), "parents", ()):
            if reference.target is not None and id(reference.target) not in found:
                found[id(reference.target)] = reference.target
                waiting.append(reference.target)
    return list(found.values())


def alignment_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The matrix, then the pairs."""
    view = View(material, KEY)
    uppers = list({id(pair.upper): pair.upper for pair in material.pairs}.values())
    by_pair = {(id(pair.plan), id(pair.upper)): pair for pair in material.pairs}
    rows = [
        {"ref": view.ref(upper), "cells": [_cell(view, by_pair.get((id(plan), id(upper)))) for plan in material.plans]}
        for upper in sorted(uppers, key=lambda one: one.kind != "plan")
    ]
    about = {one.key for one in material.gathered("alignment")}
    sources = {id(upper.source) for upper in uppers if isinstance(upper, Plan)}
    findings = [one for one in material.listed if one.key in about or _refers(one, sources)]
    body = templates.body(
        "alignment.html",
        columns=[plan.name for plan in material.plans],
        rows=rows,
        beside=compared(view),
        findings=view.entries(findings[:_SIZE]),
    )
    yield Page(KEY, "", body)
    for pair in material.pairs:
        yield from _pair_pages(material, templates, pair)


def _cell(view: View, pair: Pair | None) -> dict[str, Any]:
    if pair is None:
        return {"url": "", "count": 0, "word": "", "heat": 0}
    count = len(pair.edges)
    found = _findings(view.material, pair)
    heat = next((heat for least, heat in _HEAT if count >= least), 0)
    return {"url": view.link(pair.key), "count": count, "word": found[0].word if found else "", "heat": heat}


def _findings(material: Material, pair: Pair) -> list[Listed]:
    """Findings about alignment on what is tied here, or that refer to the upper plan."""
    tied = {id(edge.source) for edge in pair.edges}
    about = material.codes_of("alignment")
    return [
        one
        for one in material.listed
        if one.finding.subject.plan == pair.plan.name
        and (
            (one.finding.code in about and id(material.subject(one.finding)) in tied)
            or _refers(one, {id(pair.upper.source)})
        )
    ]


def _refers(one: Listed, sources: Collection[int]) -> bool:
    """Whether a finding tells of a place in one of these files that is not its own."""
    own = one.finding.span.source
    return any(id(related.span.source) in sources for related in one.finding.related if related.span.source is not own)


def _pair_pages(material: Material, templates: Templates, pair: Pair) -> Iterator[Page]:
    keys = list_keys(pair.key, len(pair.edges), _SIZE)
    for number, edges in cut(pair.edges, _SIZE):
        view = View(material, page_key(pair.key, number), pair.plan)
        body = templates.body(
            "pair.html",
            plan=pair.plan.name,
            upper=pair.upper.name,
            coordination=_coordination(pair),
            ties=[_tie(view, edge) for edge in edges],
            asked=[
                {"ref": view.ref(one), "answers": view.refs(answers), "reason": reason}
                for one, answers, reason in _asked(material, pair)
            ],
            findings=view.entries(_findings(material, pair)),
            pages=turns(view, keys),
        )
        yield Page(view.here, f"{pair.plan.name} → {pair.upper.name}", body)


def _tie(view: View, edge: Edge) -> dict[str, Any]:
    ends = [_wanted(view, one) for one in (edge.source, edge.target)]
    return {"own": view.ref(edge.source), "tie": view.tie(edge, edge.target), "here": ends[0], "above": ends[1]}


def _wanted(view: View, element: Element) -> str:
    return wanted_words(view, element) if isinstance(element, Indicator) else ""


def _coordination(pair: Pair) -> list[str]:
    return [
        " · ".join(filter(None, (field_words(one, "scope"), one.result or "", field_words(one, "date"))))
        for one in pair.plan.elements
        if isinstance(one, Coordination) and one.with_whom is not None and one.with_whom.target is pair.upper
    ]
