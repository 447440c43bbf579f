"""Named questions to the graph, each linear in its size."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.graph.build import Edge, PlanGraph
from checker.model import Element

#: Relations along which going round in a circle makes no sense.
_ORDERING = ("parent", "part_of", "depends", "upper_plan")


@dataclass(slots=True, eq=False, repr=False)
class Cycle:
    """A closed chain of edges, each ending where the next begins, and all elements of the knot that it is in."""

    edges: tuple[Edge, ...]
    knot: tuple[Element, ...]


def find_cycles(graph: PlanGraph, relations: Sequence[str] = _ORDERING) -> Iterator[Cycle]:
    """One shortest cycle through the first element of each knot of `relations`, in the order of the elements.

    A knot is a strongly connected component (Tarjan 1972, without recursion) with an edge inside.
    """
    for component in _components(graph, relations):
        inside = {element.index for element in component}
        first = min(component, key=lambda element: element.index)
        cycle = _shortest_cycle(graph, relations, first, inside)
        if cycle is not None:
            yield Cycle(tuple(cycle), tuple(component))


def _steps(graph: PlanGraph, relations: Sequence[str], element: Element) -> list[Edge]:
    return [edge for relation in relations for edge in graph.out(relation, element)]


def _components(graph: PlanGraph, relations: Sequence[str]) -> list[list[Element]]:
    """Strongly connected components that hold a cycle, by their first element."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    on_stack: set[int] = set()
    stack: list[Element] = []
    knots: list[list[Element]] = []
    for root in graph.nodes:
        if root.index in order or not _steps(graph, relations, root):
            continue
        work: list[tuple[Element, Iterator[Edge]]] = []

        def enter(element: Element, work: list[tuple[Element, Iterator[Edge]]] = work) -> None:
            order[element.index] = low[element.index] = len(order)
            stack.append(element)
            on_stack.add(element.index)
            work.append((element, iter(_steps(graph, relations, element))))

        enter(root)
        while work:
            element, steps = work[-1]
            edge = next(steps, None)
            if edge is not None:
                target = edge.target
                if target.index not in order:
                    enter(target)
                elif target.index in on_stack:
                    low[element.index] = min(low[element.index], order[target.index])
                continue
            work.pop()
            if work:
                above = work[-1][0].index
                low[above] = min(low[above], low[element.index])
            if low[element.index] == order[element.index]:
                knot = _unwind(stack, on_stack, element)
                if len(knot) > 1 or any(e.target is element for e in _steps(graph, relations, element)):
                    knots.append(knot)
    return sorted(knots, key=lambda knot: min(element.index for element in knot))


def _unwind(stack: list[Element], on_stack: set[int], until: Element) -> list[Element]:
    knot: list[Element] = []
    while True:
        element = stack.pop()
        on_stack.discard(element.index)
        knot.append(element)
        if element is until:
            return knot


def _shortest_cycle(graph: PlanGraph, relations: Sequence[str], first: Element, inside: set[int]) -> list[Edge] | None:
    """Breadth first from `first` back to it, within its component."""
    came: dict[int, Edge] = {}
    waiting = deque([first])
    while waiting:
        element = waiting.popleft()
        for edge in _steps(graph, relations, element):
            if edge.target is first:
                chain = [edge]
                while chain[-1].source is not first:
                    chain.append(came[chain[-1].source.index])
                return chain[::-1]
            if edge.target.index in inside and edge.target.index not in came:
                came[edge.target.index] = edge
                waiting.append(edge.target)
    return None


def find_around(graph: PlanGraph, roots: Sequence[Element], depth: int) -> set[int]:
    """The numbers of the elements that at most `depth` ties lead to from one of `roots`, in either direction."""
    beside: dict[int, list[int]] = {}
    for edge in graph.edges:
        beside.setdefault(edge.source.index, []).append(edge.target.index)
        beside.setdefault(edge.target.index, []).append(edge.source.index)
    found = {root.index for root in roots}
    last = found
    for _ in range(depth):
        last = {other for one in last for other in beside.get(one, ())} - found
        if not last:
            break
        found = found | last
    return found
