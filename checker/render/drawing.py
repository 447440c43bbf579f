"""What every drawing of the goal graph shows: which nodes and edges, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from checker.graph import Edge, PlanGraph
from checker.model import Element, Plan
from checker.model.relations import RELATIONS
from checker.model.schema import element_spec
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


@dataclass(frozen=True, slots=True)
class Only:
    """What a drawing is narrowed to: elements by their numbers, and kinds by their stored words; None for any."""

    elements: Collection[int] | None = None
    kinds: Collection[str] | None = None

    def takes(self, element: Element) -> bool:
        """Whether the element may be drawn."""
        of_kind = self.kinds is None or element.kind in self.kinds
        return of_kind and (self.elements is None or element.index in self.elements)


def choose(graph: PlanGraph, plans: Collection[Plan], only: Only | None = None) -> Drawing:
    """What is drawn of `graph`: the elements of `plans` and what these are tied to, or `only` some of that."""
    chosen = {id(plan) for plan in plans}
    edges = [edge for edge in graph.edges if id(edge.source.plan) in chosen or id(edge.target.plan) in chosen]
    if only is not None:
        edges = [edge for edge in edges if only.takes(edge.source) and only.takes(edge.target)]
    tied = {end.index for edge in edges for end in (edge.source, edge.target)}
    by_plan: dict[int, list[Element]] = {}
    for node in graph.nodes:
        wanted = node.kind in _ALWAYS and id(node.plan) in chosen and (only is None or only.takes(node))
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
