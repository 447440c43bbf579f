"""The whole plan in one picture: areas of goals with what serves them, at places worked out beforehand.

Nothing that is drawn whole can be read at thousands of boxes; so far away areas are blocks of colour, near to they are
boxes with names, and ties are drawn for what is chosen.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from checker.model import Element, Goal, Indicator, Measure
from checker.render.visible import visible
from checker.report.material import Material
from checker.report.neighbourhood import DRAWN, draw
from checker.report.pages import Page, Templates
from checker.report.scripts import as_script
from checker.report.view import View, shown_name

KEY = "graph/index"
DATA = "assets/graph-data.js"
_KINDS = (Goal, Indicator, Measure)
_DRAWN_GOALS = 40
_WIDTH, _HEIGHT, _GAP, _HEAD = 150, 40, 10, 26
#: How wide an area and the whole are for their height.
_SHAPE = 1.8


@dataclass(slots=True, eq=False, repr=False)
class _Area:
    """A goal with all that belongs to it; None for what belongs to no goal."""

    goal: Goal | None
    members: list[Element] = field(default_factory=list)
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0


def graph_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The page."""
    view = View(material, KEY)
    areas = _areas(material)
    rows = [
        {
            "ref": view.ref(area.goal) if area.goal is not None else None,
            "measures": sum(isinstance(one, Measure) for one in area.members),
            "indicators": sum(isinstance(one, Indicator) for one in area.members),
            "findings": sum(len(material.findings(one)) for one in area.members),
        }
        for area in areas
    ]
    base = material.addresses.base(KEY)
    body = templates.body("graph.html", drawing=_goals(view), areas=rows, data_url=base + DATA, root=base)
    yield Page(KEY, "", body)


def _goals(view: View) -> Markup:
    """The goals and what they are tied to among themselves, where they are few enough to be read."""
    goals = view.material.elements(Goal)
    if not 1 < len(goals) <= _DRAWN_GOALS:
        return Markup("")
    known = {id(goal) for goal in goals}
    ties = [
        edge
        for goal in goals
        for relation in ("parent", "depends", "hinders", "excludes")
        for edge in view.material.out(relation, goal)
        if id(edge.target) in known
    ]
    return draw(view, goals, ties) if ties else Markup("")


def _areas(material: Material) -> list[_Area]:
    """Each goal right below a top one, or a top one without any, with what serves or measures it."""
    areas: dict[int, _Area] = {}
    none = _Area(None)
    heads = _heads(material)
    for kind in _KINDS:
        for one in material.elements(kind):
            goals = material.goals_of(one)
            head = heads.get(id(goals[0]), goals[0]) if goals else None
            area = none if head is None else areas.setdefault(id(head), _Area(head))
            area.members.append(one)
    return [*areas.values(), *([none] if none.members else [])]


def _heads(material: Material) -> dict[int, Goal]:
    """For each goal the ancestor right below the top; the goal itself if it is there, on top, or in a circle."""
    goals = [one for one in material.elements(Goal) if isinstance(one, Goal)]
    heads: dict[int, Goal] = {}
    waiting = deque((goal, goal) for goal in goals if not material.out("parent", goal))
    tops = {id(goal) for goal, _ in waiting}
    while waiting:
        goal, head = waiting.popleft()
        if id(goal) in heads:
            continue
        heads[id(goal)] = head
        below = [edge.source for edge in material.into("parent", goal) if isinstance(edge.source, Goal)]
        waiting.extend((one, one if id(goal) in tops else head) for one in below)
    return {**{id(goal): goal for goal in goals}, **heads}


def graph_script(material: Material) -> str:
    """Boxes, areas and ties for the picture that can be zoomed."""
    areas = _areas(material)
    _pack(areas)
    view = View(material, KEY)
    nodes: list[list[object]] = []
    numbers: dict[int, int] = {}
    for number, area in enumerate(areas):
        across = _across(len(area.members))
        for at, one in enumerate(area.members):
            numbers[id(one)] = len(nodes)
            x = area.x + _GAP + at % across * (_WIDTH + _GAP)
            y = area.y + _HEAD + at // across * (_HEIGHT + _GAP)
            path = material.addresses.path(material.addresses.of(one) or KEY)
            nodes.append([x, y, visible(shown_name(one)), one.kind, number, material.worst(one), path])
    ties = [
        [numbers[id(one)], numbers[id(edge.target)], int(edge.relation in {"hinders", "excludes"}), int(edge.inferred)]
        for area in areas
        for one in area.members
        for relation in DRAWN
        for edge in material.out(relation, one)
        if id(edge.target) in numbers
    ]
    kinds = {kind.kind: view.kind(material.elements(kind)[0]) for kind in _KINDS if material.elements(kind)}
    nobody = "of no goal" if material.lang == "en" else "不属于任何目标"
    blocks = [
        [area.x, area.y, area.width, area.height, visible(area.goal.name) if area.goal else nobody] for area in areas
    ]
    data = {"box": [_WIDTH, _HEIGHT], "nodes": nodes, "ties": ties, "areas": blocks, "kinds": kinds}
    return as_script("PC_GRAPH", data)


def _across(count: int) -> int:
    """How many boxes stand side by side."""
    return max(1, round(math.sqrt(count * _SHAPE * (_HEIGHT + _GAP) / (_WIDTH + _GAP))))


def _pack(areas: Sequence[_Area]) -> None:
    """Areas in rows, from left to right, as wide as they make a page."""
    for area in areas:
        across = _across(len(area.members))
        area.width = across * (_WIDTH + _GAP) + _GAP
        area.height = _HEAD + -(-len(area.members) // across) * (_HEIGHT + _GAP)
    widest = max((one.width for one in areas), default=0)
    wide = max(math.sqrt(sum(one.width * one.height for one in areas) * _SHAPE), widest)
    x = y = tallest = 0
    for area in areas:
        if x and x + area.width > wide:
            x, y, tallest = 0, y + tallest + 2 * _GAP, 0
        area.x, area.y = x, y
        x += area.width + 2 * _GAP
        tallest = max(tallest, area.height)
