"""The goal graph: every element a node, every tie a typed edge, stated and inferred told apart.

One builder for all who walk it: rules walk the lists, exports and graph algorithms ask for
`PlanGraph.to_networkx()`. Nodes are numbered in the order of plans and elements; parallel lists keep a
hundred thousand of them cheap (see docs/decisions).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from checker.model import Basis, Element, Goal, Indicator, Measure, Plan, Reference, Slogan
from checker.model.schema import ELEMENTS
from checker.source import Span, name_key

if TYPE_CHECKING:
    import networkx as nx

#: Fields that are edges as they stand: attribute → (relation, reversed).
FIELD_RELATIONS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    spec.kind: edges
    for spec in ELEMENTS
    if (edges := tuple((f.attr, f.edge, f.reverse) for f in spec.fields if f.edge))
}


class Edge(Struct, eq=False):
    """A tie: `inferred` where it is ours and not the text's; `reference` is where it is written."""

    relation: str
    source: Element
    target: Element
    inferred: bool
    reference: Reference | None
    holder: Element

    @property
    def span(self) -> Span:
        """Where the tie is written; the holder's name where it follows from other ties."""
        if self.reference is None:
            return self.holder.name_span
        return Span(self.holder.source, self.reference.start, self.reference.end)


def _lists() -> defaultdict[int, list[Edge]]:
    return defaultdict(list)


class PlanGraph(Struct, eq=False):
    """Nodes and edges of all plans of a workspace; `Element.index` is the node's number."""

    nodes: list[Element] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    _out: dict[str, dict[int, list[Edge]]] = field(default_factory=lambda: defaultdict(_lists))
    _into: dict[str, dict[int, list[Edge]]] = field(default_factory=lambda: defaultdict(_lists))

    def out(self, relation: str, element: Element) -> Sequence[Edge]:
        """The edges of `relation` that start at `element`, in the order they are written."""
        return self._out.get(relation, {}).get(element.index, ())

    def into(self, relation: str, element: Element) -> Sequence[Edge]:
        """The edges of `relation` that end at `element`, in the order they are written."""
        return self._into.get(relation, {}).get(element.index, ())

    def neighbours(self, relation: str, *, forward: bool) -> dict[int, list[int]]:
        """The numbers of the nodes that the edges of `relation` lead to, by that of the node they lead from."""
        if forward:
            return {node: [e.target.index for e in edges] for node, edges in self._out.get(relation, {}).items()}
        return {node: [e.source.index for e in edges] for node, edges in self._into.get(relation, {}).items()}

    def of(self, relation: str) -> Iterator[Edge]:
        """All edges of one relation."""
        for edges in self._out.get(relation, {}).values():
            yield from edges

    def add(self, edge: Edge) -> None:
        """Add an edge between nodes of this graph."""
        self.edges.append(edge)
        self._out[edge.relation][edge.source.index].append(edge)
        self._into[edge.relation][edge.target.index].append(edge)

    def to_networkx(self, plans: Iterable[Plan] | None = None) -> nx.MultiDiGraph[int]:
        """The same graph for networkx: nodes by number with kind, name, plan; edges keyed by relation.

        With `plans`, only their elements and what these are tied to.
        """
        import networkx as nx

        graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
        chosen = None if plans is None else {id(plan) for plan in plans}
        edges = [e for e in self.edges if chosen is None or id(e.source.plan) in chosen or id(e.target.plan) in chosen]
        tied = {e.index for edge in edges for e in (edge.source, edge.target)}
        for node in self.nodes:
            if chosen is None or id(node.plan) in chosen or node.index in tied:
                graph.add_node(node.index, kind=node.kind, name=node.name, plan=node.plan.name)
        for edge in edges:
            ends = (edge.source.index, edge.target.index, edge.relation)
            # Of a tie that is stated and inferred as well, the stated one counts.
            if not edge.inferred or not graph.has_edge(*ends):
                graph.add_edge(*ends, inferred=edge.inferred)
        return graph


def build_graph(plans: Iterable[Plan]) -> PlanGraph:
    """The graph of linked plans; references without a target make no edge."""
    graph = PlanGraph()
    plans = list(plans)
    for plan in plans:
        for element in (plan, *plan.elements):
            element.index = len(graph.nodes)
            graph.nodes.append(element)
    for plan in plans:
        owners = {name_key(e.name): e for e in plan.elements if e.kind == "owner"}
        for element in (plan, *plan.elements):
            _add_direct(graph, element)
            if isinstance(element, Indicator) and element.category is not None:
                _add(graph, "belongs", element, element.category)
            if isinstance(element, Goal | Measure | Indicator):
                for phrase in element.owners:
                    owner = owners.get(name_key(phrase.text))
                    if owner is not None:
                        graph.add(Edge("owns", owner, element, "inferred" in phrase.notes, None, element))
    _add_supports(graph)
    return graph


def _add(graph: PlanGraph, relation: str, holder: Element, reference: Reference, *, reverse: bool = False) -> None:
    target = reference.target
    if target is None:
        return
    ends = (target, holder) if reverse else (holder, target)
    graph.add(Edge(relation, *ends, reference.inferred, reference, holder))


def _add_direct(graph: PlanGraph, element: Element) -> None:
    for attr, relation, reverse in FIELD_RELATIONS.get(element.kind, ()):
        for reference in getattr(element, attr):
            # A basis (党委《建议》) that stands among the upper plans is carried out like any other.
            carried_out = relation == "upper_plan" and isinstance(reference.target, Basis)
            _add(graph, "implements" if carried_out else relation, element, reference, reverse=reverse)


def _add_supports(graph: PlanGraph) -> None:
    """支撑: as written; a slogan stands for its members, a part of a measure serves what the whole serves."""
    meant: dict[int, list[Goal]] = {}
    for element in graph.nodes:
        if isinstance(element, Measure | Slogan):
            # Who names a goal and a slogan that holds it supports it once, as stated.
            named = {r.target.index for r in element.supports if isinstance(r.target, Goal)}
            for reference in element.supports:
                target = reference.target
                if target is None:
                    continue
                if target.index not in meant:
                    meant[target.index] = _goals_meant(graph, target)
                for goal in meant[target.index]:
                    if goal is target:
                        graph.add(Edge("supports", element, goal, reference.inferred, reference, element))
                    elif goal.index not in named:
                        named.add(goal.index)
                        graph.add(Edge("supports", element, goal, True, reference, element))
    _pass_on(graph, [e for e in graph.nodes if isinstance(e, Slogan)], "contains", forward=True)
    _pass_on(graph, [e for e in graph.nodes if isinstance(e, Measure)], "part_of", forward=False)


def _goals_meant(graph: PlanGraph, target: Element) -> list[Goal]:
    """A goal means itself; a slogan the goals among its members, through slogans inside it."""
    if isinstance(target, Goal):
        return [target]
    goals: dict[int, Goal] = {}
    seen: set[int] = set()
    waiting: list[Element] = [target] if isinstance(target, Slogan) else []
    while waiting:
        slogan = waiting.pop()
        if slogan.index in seen:
            continue
        seen.add(slogan.index)
        for edge in graph.out("contains", slogan):
            if isinstance(edge.target, Goal):
                goals.setdefault(edge.target.index, edge.target)
            elif isinstance(edge.target, Slogan):
                waiting.append(edge.target)
    return list(goals.values())


def _pass_on(graph: PlanGraph, givers: Sequence[Element], relation: str, *, forward: bool) -> None:
    """What a giver supports, those along `relation` that support nothing of their own support too (inferred)."""
    own = {edge.source.index for edge in graph.of("supports")}
    waiting = deque((giver, edge.target) for giver in givers for edge in graph.out("supports", giver))
    served: set[tuple[int, int]] = set()
    while waiting:
        giver, goal = waiting.popleft()
        for edge in graph.out(relation, giver) if forward else graph.into(relation, giver):
            taker = edge.target if forward else edge.source
            pair = (taker.index, goal.index)
            if isinstance(taker, Measure | Slogan) and taker.index not in own and pair not in served:
                served.add(pair)
                graph.add(Edge("supports", taker, goal, True, None, taker))
                waiting.append((taker, goal))
