"""Circles: networkx says which knots there are, and how short the shortest way round is."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.graph import Cycle, Edge, PlanGraph, find_cycles
from checker.model import Element, Goal, Plan, build_plan, parse_plan
from checker.source import SourceText

SOURCE = SourceText("例.plan", "")
PLAN = build_plan(parse_plan(SourceText("例.plan", "规划 例 { }")))


def graph_of(size: int, ties: Iterable[tuple[int, int, str]], plan: Plan = PLAN) -> PlanGraph:
    graph = PlanGraph()
    for index in range(size):
        goal = Goal(plan, f"甲{index}", SOURCE, 0, 0, 0, 0)
        goal.index = index
        graph.nodes.append(goal)
    for source, target, relation in ties:
        graph.add(Edge(relation, graph.nodes[source], graph.nodes[target], False, None, graph.nodes[source]))
    return graph


def names(cycle: Cycle) -> list[str]:
    return [edge.source.name for edge in cycle.edges]


def round_trip(cycle: Cycle) -> list[tuple[Element, Element]]:
    return [(edge.source, edge.target) for edge in cycle.edges]


@st.composite
def ties_between(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, str]]]:
    size = draw(st.integers(1, 9))
    nodes = st.integers(0, size - 1)
    return size, draw(st.lists(st.tuples(nodes, nodes, st.sampled_from(["parent", "depends", "hinders"])), max_size=20))


@given(ties_between())
@settings(max_examples=300, deadline=None)
def test_one_shortest_cycle_a_knot(drawn: tuple[int, list[tuple[int, int, str]]]) -> None:
    graph = graph_of(*drawn)
    relations = ("parent", "depends")
    oracle: nx.DiGraph[int] = nx.DiGraph(
        (e.source.index, e.target.index) for relation in relations for e in graph.of(relation)
    )
    knots = {
        min(knot): set(knot)
        for knot in nx.strongly_connected_components(oracle)
        if len(knot) > 1 or oracle.has_edge(min(knot), min(knot))
    }
    cycles = list(find_cycles(graph, relations))
    assert [cycle.edges[0].source.index for cycle in cycles] == sorted(knots)
    for cycle in cycles:
        first = cycle.edges[0].source.index
        steps = round_trip(cycle)
        assert [target for _, target in steps] == [source for source, _ in steps[1:] + steps[:1]]
        assert {edge.source.index for edge in cycle.edges} <= knots[first]
        assert all(edge in graph.edges and edge.relation in relations for edge in cycle.edges)
        onward = [after for after in oracle.successors(first) if after in knots[first]]
        shortest = min(nx.shortest_path_length(oracle, after, first) for after in onward) + 1
        assert len(cycle.edges) == shortest


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ([(0, 1, "parent"), (1, 2, "parent")], []),
        ([(0, 0, "parent")], [["甲0"]]),
        ([(0, 1, "parent"), (1, 0, "depends")], [["甲0", "甲1"]]),
        ([(0, 1, "hinders"), (1, 0, "hinders")], []),
        ([(0, 1, "parent"), (1, 2, "parent"), (2, 0, "parent"), (1, 0, "parent")], [["甲0", "甲1"]]),
        ([(0, 1, "parent"), (1, 0, "parent"), (2, 2, "part_of")], [["甲0", "甲1"], ["甲2"]]),
    ],
)
def test_cycles_of_the_ordering_relations(ties: list[tuple[int, int, str]], expected: list[list[str]]) -> None:
    assert [names(cycle) for cycle in find_cycles(graph_of(3, ties))] == expected


@pytest.mark.parametrize("closed", [False, True])
def test_a_long_chain_is_walked_without_recursion(closed: bool) -> None:
    length = 50_000
    ties = [(index, index + 1, "parent") for index in range(length - 1)]
    graph = graph_of(length, [*ties, (length - 1, 0, "parent")] if closed else ties)
    assert [len(cycle.edges) for cycle in find_cycles(graph)] == ([length] if closed else [])


def test_a_hub_is_walked_once() -> None:
    size = 50_000
    ties = [tie for index in range(1, size) for tie in ((index, 0, "parent"), (0, index, "depends"))]
    (cycle,) = find_cycles(graph_of(size, ties))
    assert len(cycle.edges) == 2
