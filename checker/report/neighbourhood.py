"""The drawing on an element's page: it, what it is tied to, and what these are tied to, as one SVG with links."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from checker.graph import Edge
from checker.model import Element
from checker.model.relations import RELATIONS
from checker.report.drawing_words import shown, wrap
from checker.report.layout import lay_out
from checker.report.view import View

#: Relations that are drawn; each goes from what serves to what is served, or from a whole to its part.
DRAWN = ("supports", "measures", "parent", "part_of", "aligns", "implements", "depends", "hinders", "excludes")
_REACH = 2
_MOST = 36
_WIDTH, _HEIGHT, _GAP_X, _GAP_Y, _MARGIN = 168, 54, 64, 14, 8
_LINE = 22  # columns of a line of a name
_LINES = 2
_RELATION_WORDS = {relation.name: relation.zh for relation in RELATIONS}
_WARNED = {"error": "✕", "warning": "!", "info": "i"}


def draw_neighbourhood(view: View, centre: Element) -> tuple[Markup, int]:
    """The drawing, and how many neighbours were left out of it; the drawing is empty if there are none."""
    nodes, edges, left_out = _choose(view, centre)
    if len(nodes) < 2:
        return Markup(""), 0
    return draw(view, nodes, edges, centre), left_out


def _ties(view: View, element: Element) -> Iterator[tuple[Edge, Element]]:
    graph = view.material.graph(element.plan)
    for relation in DRAWN:
        for edge in graph.out(relation, element):
            yield edge, edge.target
        for edge in graph.into(relation, element):
            yield edge, edge.source


def _choose(view: View, centre: Element) -> tuple[list[Element], list[Edge], int]:
    found: dict[int, Element] = {id(centre): centre}
    edges: dict[tuple[int, int, str], Edge] = {}
    left_out: set[int] = set()
    serving: set[int] = set()
    ring = [centre]
    for step in range(_REACH):
        outer: list[Element] = []
        for element in ring:
            # A second step leads only to what serves: what a parent holds beside it says nothing of the centre.
            if step and id(element) not in serving:
                continue
            for edge, other in _ties(view, element):
                if id(other) not in found:
                    if step and other is not edge.source:
                        continue
                    if len(found) >= (_MOST if step == 0 else _MOST // 2):
                        if step == 0:
                            left_out.add(id(other))
                        continue
                    found[id(other)] = other
                    outer.append(other)
                    if other is edge.source:
                        serving.add(id(other))
                if id(other) in found:
                    edges.setdefault((id(edge.source), id(edge.target), edge.relation), edge)
        ring = outer
    kept = [edge for edge in edges.values() if id(edge.source) in found and id(edge.target) in found]
    return list(found.values()), kept, len(left_out)


def draw(view: View, nodes: list[Element], edges: list[Edge], centre: Element | None = None) -> Markup:
    """Boxes with names, what serves right of what is served; `centre` stands out."""
    numbers = {id(node): number for number, node in enumerate(nodes)}
    pairs = [(numbers[id(edge.source)], numbers[id(edge.target)]) for edge in edges]
    layout = lay_out(range(len(nodes)), pairs)
    width = layout.columns * (_WIDTH + _GAP_X) - _GAP_X + 2 * _MARGIN
    height = layout.rows * (_HEIGHT + _GAP_Y) - _GAP_Y + 2 * _MARGIN
    held: dict[int, int] = {}
    for column, _ in layout.at.values():
        held[column] = held.get(column, 0) + 1
    corners = {}
    for number, (column, row) in layout.at.items():
        top = (height - held[column] * (_HEIGHT + _GAP_Y) + _GAP_Y) / 2
        corners[number] = (_MARGIN + column * (_WIDTH + _GAP_X), top + row * (_HEIGHT + _GAP_Y))
    name = shown(view.ref(centre).text) if centre is not None else ""
    size = f'viewBox="0 0 {width} {height:g}" width="{width}" height="{height:g}"'
    parts = [f'<svg class="pc-graph" {size} role="group" aria-label="{name}">']
    parts += [_edge(edge, corners[numbers[id(edge.source)]], corners[numbers[id(edge.target)]]) for edge in edges]
    parts += [_box(view, node, *corners[number], node is centre) for number, node in enumerate(nodes)]
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 - every word of a plan in it went through `shown`


def _edge(edge: Edge, source: tuple[float, float], target: tuple[float, float]) -> str:
    x1, y1 = source[0], source[1] + _HEIGHT / 2
    x2, y2 = target[0] + _WIDTH, target[1] + _HEIGHT / 2
    if x1 <= target[0]:  # beside each other, or back: around the right
        x1, bend = source[0] + _WIDTH, _GAP_X * 0.7
        path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 + bend:g} {y2:g} {x2 + 5:g} {y2:g}"
    else:
        middle = (x1 + x2) / 2
        path = f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2 + 5:g} {y2:g}"
    kind = "pc-edge-against" if edge.relation in {"hinders", "excludes"} else "pc-edge"
    dashed = " pc-inferred" if edge.inferred else ""
    return (
        f'<g class="{kind}{dashed}"><title>{_RELATION_WORDS[edge.relation]}</title>'
        f'<path d="{path}"/><path class="tip" d="M{x2:g} {y2:g}l7 -4v8z"/></g>'
    )


def _box(view: View, node: Element, x: float, y: float, is_centre: bool) -> str:
    ref = view.ref(node)
    own = node.plan.role == "checked"
    kind = f"{ref.kind} · {ref.plan}" if ref.plan else ref.kind
    classes = f"pc-node pc-{node.kind if own else 'upper'}" + " pc-centre" * is_centre
    lines = list(wrap(ref.text, _LINE, _LINES))
    text_y = y + (37 if len(lines) == 1 else 31)
    spans = "".join(
        f'<tspan x="{x + 10:g}" y="{text_y + 15 * at:g}">{shown(line)}</tspan>' for at, line in enumerate(lines)
    )
    sign = _WARNED.get(ref.word)
    warned = f'<text class="pc-sign pc-{ref.word}" x="{x + 154:g}" y="{y + 17:g}">{sign}</text>' if sign else ""
    body = (
        f"<title>{shown(kind)}：{shown(ref.text)}</title>"
        f'<rect x="{x:g}" y="{y:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="5"/>'
        f'<text class="pc-kind" x="{x + 10:g}" y="{y + 15:g}">{shown(next(wrap(kind, _LINE, 1), ""))}</text>'
        f'<text class="pc-name">{spans}</text>{warned}'
    )
    return f'<a class="{classes}" href="{shown(ref.url)}">{body}</a>' if ref.url else f'<g class="{classes}">{body}</g>'
