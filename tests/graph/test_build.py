"""Every tie an edge: which relation, from where to where, stated or inferred, and where it is written."""

from __future__ import annotations

from itertools import permutations

import pytest

from checker.graph import PlanGraph, build_graph
from checker.model import Plan, build_plan, parse_plan
from checker.source import SourceText
from checker.workspace import link_plans

UPPER = "规划 市 { 指标类别：创新 }\n指标 丙 { }\n目标 丁 { }"


def graph_of(*texts: str) -> PlanGraph:
    plans = [build_plan(parse_plan(SourceText(f"{index}.plan", text))) for index, text in enumerate(texts)]
    assert [p.message.text() for plan in plans for p in plan.problems] == []
    assert [p.message.text() for p in link_plans(plans).problems] == []
    return build_graph(plans)


def edges(graph: PlanGraph, relation: str) -> list[tuple[str, str, bool, str]]:
    """The edges of a relation: from, to, inferred, the words they are written in."""
    return [(e.source.name, e.target.name, e.inferred, e.span.text) for e in graph.edges if e.relation == relation]


def supports(text: str) -> set[tuple[str, str, bool]]:
    return {tie[:3] for tie in edges(graph_of("规划 例 { }\n" + text), "supports")}


@pytest.mark.parametrize(
    ("text", "relation", "tie"),
    [
        ("举措 甲 { 支撑：乙 }\n目标 乙 { }", "supports", ("甲", "乙", False, "乙")),
        ("举措 甲 { 支撑：乙（推断） }\n目标 乙 { }", "supports", ("甲", "乙", True, "乙（推断）")),
        ("目标 甲 { 上级目标：乙 }\n目标 乙 { }", "parent", ("甲", "乙", False, "乙")),
        ("举措 甲 { 上级举措：乙 }\n举措 乙 { }", "part_of", ("甲", "乙", False, "乙")),
        ("目标 甲 { 衡量指标：乙（推断） }\n指标 乙 { }", "measures", ("乙", "甲", True, "乙（推断）")),
        ("举措 甲 { 衡量指标：乙 }\n指标 乙 { }", "measures", ("乙", "甲", False, "乙")),
        ("举措 甲 { 依赖：乙 }\n目标 乙 { }", "depends", ("甲", "乙", False, "乙")),
        ("目标 甲 { 依赖：乙 }\n举措 乙 { }", "depends", ("甲", "乙", False, "乙")),
        ("举措 甲 { 制约：乙 }\n目标 乙 { }", "hinders", ("甲", "乙", False, "乙")),
        ("目标 甲 { 互斥：乙 }\n目标 乙 { }", "excludes", ("甲", "乙", False, "乙")),
        ("提法 甲 { 包括：乙、“另见正文” }\n目标 乙 { }", "contains", ("甲", "乙", False, "乙")),
        ("指标 甲 { 责任：乙 }", "owns", ("乙", "甲", False, "甲")),
        ("举措 甲 { 责任：乙（推断） }", "owns", ("乙", "甲", True, "甲")),
        ("章 甲 { }\n目标 乙 { 章：甲 }", "located", ("乙", "甲", False, "甲")),
        ("指标 甲 { 贯彻：乙.丙 }\n上位依据 乙 { 要求：丙 }", "implements", ("甲", "丙", False, "乙.丙")),
    ],
)
def test_a_tie_is_an_edge(text: str, relation: str, tie: tuple[str, str, bool, str]) -> None:
    assert edges(graph_of("规划 例 { }\n" + text), relation) == [tie]


@pytest.mark.parametrize(
    ("text", "relation", "tie"),
    [
        ("规划 例 { 上位规划：市 }", "upper_plan", ("例", "市", False, "市")),
        ("规划 例 { 上位规划：市 }\n指标 甲 { 承接：市.丙（推断） }", "aligns", ("甲", "丙", True, "市.丙（推断）")),
        ("规划 例 { 指标类别：创新 }\n指标 甲 { 类别：创新 }", "belongs", ("甲", "创新", False, "创新")),
        ("规划 例 { 贯彻：乙 }\n上位依据 乙 { }", "implements", ("例", "乙", False, "乙")),
    ],
)
def test_ties_of_plans_and_across_them(text: str, relation: str, tie: tuple[str, str, bool, str]) -> None:
    assert edges(graph_of(text, UPPER), relation) == [tie]


def test_a_name_that_leads_nowhere_is_no_edge() -> None:
    plan = build_plan(parse_plan(SourceText("", "规划 例 { 上位规划：无 }\n举措 甲 { 支撑：乙 }")))
    link_plans([plan])
    assert build_graph([plan]).edges == []


# ---- what supports follows from


def test_a_slogan_stands_for_its_members() -> None:
    text = (
        "提法 三新 { 包括：乙、丙、内层 }\n提法 内层 { 包括：丁 }\n目标 乙 { }\n目标 丙 { }\n目标 丁 { }\n"
        "举措 甲 { 支撑：三新 }"
    )
    assert supports(text) == {("甲", "乙", True), ("甲", "丙", True), ("甲", "丁", True)}


def test_a_goal_named_beside_its_slogan_is_stated_once() -> None:
    text = "提法 三新 { 包括：乙、丙 }\n目标 乙 { }\n目标 丙 { }\n举措 甲 { 支撑：三新、乙 }"
    graph = graph_of("规划 例 { }\n" + text)
    assert sorted(edges(graph, "supports")) == [("甲", "丙", True, "三新"), ("甲", "乙", False, "乙")]


def test_what_a_slogan_supports_its_members_support() -> None:
    text = "目标 乙 { }\n目标 丙 { }\n提法 五大 { 包括：甲、丁 支撑：乙 }\n举措 甲 { }\n举措 丁 { 支撑：丙 }"
    assert supports(text) == {("五大", "乙", False), ("甲", "乙", True), ("丁", "丙", False)}


def test_a_part_serves_what_the_whole_serves() -> None:
    text = "目标 乙 { }\n举措 甲 { 支撑：乙 }\n举措 分项 { 上级举措：甲 }\n举措 细项 { 上级举措：分项 }"
    assert supports(text) == {("甲", "乙", False), ("分项", "乙", True), ("细项", "乙", True)}
    graph = graph_of("规划 例 { }\n" + text)
    assert {tie[3] for tie in edges(graph, "supports") if tie[0] == "分项"} == {"分项"}


def test_a_part_of_two_serves_what_both_serve_in_any_order() -> None:
    declared = [
        "目标 乙 { }\n目标 丙 { }\n",
        "举措 甲 { 支撑：乙 }\n",
        "举措 丁 { 支撑：丙 }\n",
        "举措 分项 { 上级举措：甲、丁 }\n",
        "举措 细项 { 上级举措：分项 }\n",
    ]
    expected = {
        ("甲", "乙", False),
        ("丁", "丙", False),
        *((one, goal, True) for one in ("分项", "细项") for goal in ("乙", "丙")),
    }
    for order in permutations(declared):
        assert supports("".join(order)) == expected


def test_what_goes_round_in_a_circle_ends() -> None:
    text = (
        "目标 乙 { }\n提法 甲 { 包括：丙、乙 支撑：乙 }\n提法 丙 { 包括：甲 }\n举措 丁 { 支撑：丙 }\n"
        "举措 戊 { 上级举措：己 支撑：乙 }\n举措 己 { 上级举措：戊 }"
    )
    assert ("丁", "乙", True) in supports(text)
    assert ("己", "乙", True) in supports(text)


# ---- the graph as a whole


def test_nodes_are_numbered_in_order_and_edges_found_from_both_ends() -> None:
    graph = graph_of("规划 例 { }\n目标 甲 { 上级目标：乙 }\n目标 乙 { }\n目标 丙 { 上级目标：乙 }")
    assert [node.index for node in graph.nodes] == list(range(len(graph.nodes)))
    first, above = graph.nodes[1], graph.nodes[2]
    assert [edge.target.name for edge in graph.out("parent", first)] == ["乙"]
    assert [edge.source.name for edge in graph.into("parent", above)] == ["甲", "丙"]
    assert list(graph.out("depends", first)) == []
    assert {(e.source.name, e.target.name) for e in graph.of("parent")} == {("甲", "乙"), ("丙", "乙")}


def test_the_same_for_networkx() -> None:
    graph = graph_of("规划 例 { }\n目标 甲 { 上级目标：乙  依赖：乙（推断） }\n目标 乙 { }", UPPER)
    other = graph.to_networkx()
    assert [other.nodes[node.index] for node in graph.nodes] == [
        {"kind": node.kind, "name": node.name, "plan": node.plan.name} for node in graph.nodes
    ]
    assert sorted((*ends, data["inferred"]) for *ends, data in other.edges(keys=True, data=True)) == sorted(
        (edge.source.index, edge.target.index, edge.relation, edge.inferred) for edge in graph.edges
    )


def test_of_a_tie_stated_and_inferred_networkx_has_the_stated_one() -> None:
    graph = graph_of("规划 例 { }\n目标 甲 { 上级目标：乙、乙（推断） }\n目标 乙 { }").to_networkx()
    assert [data for *_, data in graph.edges(data=True)] == [{"inferred": False}]


def test_networkx_for_some_plans_has_what_they_are_tied_to() -> None:
    graph = graph_of("规划 例 { 上位规划：市 }\n指标 甲 { 承接：市.丙 }", UPPER)
    plan = graph.nodes[0]
    assert isinstance(plan, Plan)
    part = graph.to_networkx([plan])
    assert sorted(data["name"] for _, data in part.nodes(data=True)) == sorted(["例", "市", "甲", "丙"])


def test_a_hub_and_a_chain() -> None:
    many = 50_000
    hub = "\n".join(f"举措 甲{i} {{ 支撑：乙 }}" for i in range(many // 10))
    graph = graph_of("规划 例 { }\n目标 乙 { }\n" + hub)
    assert {edge.target.name for edge in graph.edges} == {"乙"}
    chain = "\n".join(f"举措 甲{i} {{ 上级举措：甲{i + 1} }}" for i in range(many // 10))
    graph = graph_of(f"规划 例 {{ }}\n目标 乙 {{ }}\n{chain}\n举措 甲{many // 10} {{ 支撑：乙 }}")
    served = {edge.source.name for edge in graph.of("supports")}
    assert served == {f"甲{i}" for i in range(many // 10 + 1)}
