"""The goals: their tree, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from checker.model import Goal, Indicator, Plan, Slogan
from checker.report import goal_matrix, measures
from checker.report.causes import COUNTED
from checker.report.figures import baseline_words, target_words
from checker.report.material import WORDS, Listed, Material
from checker.report.neighbourhood import draw, draw_neighbourhood
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import Ref, View, list_facts, words_of

KEY = "goals/index"
_DRAWN = 60
_SIZE = 300
#: More of a kind than anybody reads on a page.
_LISTED = 300
#: Nobody reads a tree that is deeper.
_DEEPEST = 40
#: Of what is found below a goal; the table of findings has all.
_SHOWN = 20
#: Fields that the page of a goal shows in a form of its own.
_ELSEWHERE = frozenset(
    [
        *("type", "parents", "measured_by", "content"),
        *("aligns", "implements", "chapters", "owners", "quotes"),
    ]
)


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    ref: Ref
    measures: int
    indicators: int
    found_below: int
    below: list[_Node] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class _Tree:
    plan: str
    goals: list[_Node]
    drawing: Markup


def goal_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The tree, in pages where it is long, the matrix, then one page a goal."""
    tops = [(plan, goal) for plan in material.plans for goal in _tops(material, plan)]
    # A goal with all below it stays on one page.
    keys = list_keys(KEY, len(tops), _SIZE)
    for number, some in cut(tops, _SIZE):
        view = View(material, page_key(KEY, number))
        trees = [
            _tree(View(material, view.here, plan), plan, [goal for owner, goal in some if owner is plan])
            for plan in material.plans
            if any(owner is plan for owner, _ in some)
        ]
        matrix = view.link(goal_matrix.KEY)
        yield Page(view.here, "", templates.body("goals.html", trees=trees, matrix=matrix, pages=turns(view, keys)))
    yield from goal_matrix.matrix_pages(material, templates)
    for goal in material.elements(Goal):
        assert isinstance(goal, Goal)
        yield _page(material, templates, goal)


def _tree(view: View, plan: Plan, tops: Sequence[Goal]) -> _Tree:
    return _Tree(plan.name, [_node(view, goal, set()) for goal in tops], _drawing(view, plan))


def _tops(material: Material, plan: Plan) -> list[Goal]:
    goals = [one for one in plan.elements if isinstance(one, Goal)]
    tops = [goal for goal in goals if not material.out("parent", goal)]
    reached: set[int] = set()
    waiting = list(tops)
    while waiting:
        goal = waiting.pop()
        if id(goal) not in reached:
            reached.add(id(goal))
            waiting += _below(material, goal)
    # Goals in a circle have no top; each is one, or nobody would see them.
    return tops + [goal for goal in goals if id(goal) not in reached]


def _below(material: Material, goal: Goal) -> list[Goal]:
    return [edge.source for edge in material.into("parent", goal) if isinstance(edge.source, Goal)]


def _found_below(material: Material, goal: Goal) -> list[Listed]:
    """What is found about the goals below a goal, and about the measures and indicators of it and of these."""
    found: dict[int, Listed] = {}
    reached = {id(goal)}
    waiting = [(goal, 0)]
    while waiting:
        one, depth = waiting.pop()
        below = [child for child in _below(material, one) if id(child) not in reached and depth < _DEEPEST]
        reached.update(map(id, below))
        waiting += [(child, depth + 1) for child in below]
        measures = [edge.source for edge in material.into("supports", one)]
        indicators = [indicator for indicator, _ in material.indicators_of(one)]
        for element in (*below, *measures, *indicators):
            found.update((id(told), told) for told in material.findings(element) if told.word in COUNTED)
    for told in material.findings(goal):
        found.pop(id(told), None)
    return sorted(found.values(), key=lambda told: (WORDS.index(told.word), told.order))


def _node(view: View, goal: Goal, above: set[int]) -> _Node:
    material = view.material
    node = _Node(
        view.ref(goal),
        len(material.into("supports", goal)),
        len(material.indicators_of(goal)),
        len(_found_below(material, goal)),
    )
    if id(goal) not in above and len(above) < _DEEPEST:
        node.below = [_node(view, one, above | {id(goal)}) for one in _below(material, goal)]
    return node


def _drawing(view: View, plan: Plan) -> Markup:
    goals = [one for one in plan.elements if isinstance(one, Goal)]
    if not 1 < len(goals) <= _DRAWN:
        return Markup("")
    ties = [
        edge
        for goal in goals
        for name in ("parent", "depends", "hinders", "excludes")
        for edge in view.material.out(name, goal)
        if isinstance(edge.target, Goal) and edge.target.plan is plan
    ]
    return draw(view, list(goals), ties)


def _page(material: Material, templates: Templates, goal: Goal) -> Page:
    view = View(material, material.addresses.of(goal) or KEY, goal.plan)
    drawing, left_out = draw_neighbourhood(view, goal)
    ref = view.ref(goal)
    below = _found_below(material, goal)
    served = [edge for edge in material.into("supports", goal) if not isinstance(edge.source, Slogan)]
    body = templates.body(
        "goal.html",
        ref=ref,
        overall=goal.type == "overall",
        place=material.place(view.here, goal.name_span),
        where=goal.plan.name,
        content=goal.content,
        quotes=[quote.text for quote in goal.quotes],
        findings=view.entries(material.findings(goal)),
        unchecked=material.unchecked_about(goal),
        below=view.entries(below[:_SHOWN]),
        found_below=len(below),
        parents=view.refs(edge.target for edge in material.out("parent", goal)),
        children=view.refs(_below(material, goal)[:_LISTED]),
        slogans=view.refs(edge.source for edge in material.into("contains", goal)),
        chapters=view.chapters(goal),
        owners=view.owners(goal),
        facts=list_facts(goal, _ELSEWHERE, material.lang),
        upward=[view.tie(edge, edge.target) for edge in material.upward(goal)],
        measures=[view.tie(edge, edge.source) for edge in served[:_LISTED]],
        more_measures=max(0, len(served) - _LISTED),
        measures_url=view.link(measures.KEY),
        indicators=_indicator_rows(view, goal),
        categories=[
            one.source.name for one in material.into("measures", goal) if not isinstance(one.source, Indicator)
        ],
        drawing=drawing,
        left_out=left_out,
    )
    return Page(view.here, ref.text, body, [("", words_of(goal), "")])


def _indicator_rows(view: View, goal: Goal) -> Sequence[dict[str, Any]]:
    return [
        {
            "ref": view.ref(indicator),
            "unit": indicator.unit_text,
            "baseline": baseline_words(view, indicator),
            "target": target_words(view, indicator),
            "through": "" if isinstance(edge.source, Indicator) else edge.source.name,
        }
        for indicator, edge in view.material.indicators_of(goal)[:_LISTED]
    ]
