"""What every drawing of the goal graph shows: which nodes and edges, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from checker.graph import Edge, PlanGraph
from checker.model import Element, Plan
from checker.model.schema import RELATIONS, element_spec
from checker.render.visible import visible

#: Kinds that are drawn even if nothing is tied to them; others are drawn only for a tie.
_ALWAYS = frozenset({"goal", "measure", "indicator", "slogan", "owner", "chapter", "basis"})
_RELATION_ZH = {relation.name: relation.zh for relation in RELATIONS}


@dataclass(frozen=True, slots=True)
class Drawing:
    """The nodes, plan by plan, and the edges, in the order of the graph."""

    plans: tuple[tuple[str, tuple[Element, ...]], ...]
    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> Iterator[Element]:
        """All nodes."""
        for _, elements in self.plans:
            yield from elements


def choose(graph: PlanGraph, plans: Collection[Plan] | None = None) -> Drawing:
    """What is drawn of `graph`: the elements of `plans` (of all, if None) and what these are tied to."""
    chosen = None if plans is None else {id(plan) for plan in plans}
    edges = [
        edge
        for edge in graph.edges
        if chosen is None or id(edge.source.plan) in chosen or id(edge.target.plan) in chosen
    ]
    tied = {end.index for edge in edges for end in (edge.source, edge.target)}
    by_plan: dict[int, list[Element]] = {}
    for node in graph.nodes:
        wanted = node.kind in _ALWAYS and (chosen is None or id(node.plan) in chosen)
        if wanted or node.index in tied:
            by_plan.setdefault(id(node.plan), []).append(node)
    return Drawing(tuple((nodes[0].plan.name, tuple(nodes)) for nodes in by_plan.values()), tuple(edges))


def kind_word(element: Element, lang: str) -> str:
    """What a reader calls the kind of `element`."""
    return element.kind.replace("_", " ") if lang == "en" else element_spec(element.kind).zh


def relation_word(edge: Edge, lang: str) -> str:
    """What a reader calls the relation of `edge`."""
    return edge.relation.replace("_", " ") if lang == "en" else _RELATION_ZH[edge.relation]


def shown(text: str) -> str:
    """A name as it may stand in a drawing: one line, nothing in it that acts."""
    return visible(text)
