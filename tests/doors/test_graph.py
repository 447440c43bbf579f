"""``plancheck graph``, and the four drawings."""

import json
import re
from pathlib import Path

import pytest

from tests.doors.conftest import Run

PLAN = """\
规划 甲 { 上位规划：乙 }
目标 总目标 { 类型：总目标 }
目标 「“一”与\\二」 { 上级目标：总目标 }
举措 <三> & "四" { 支撑：「“一”与\\二」（推断） }
程序 征求意见 { 主体：管委会 }
"""
UPPER = "规划 乙 {}\n目标 别处 {}\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "甲.plan"
    path.write_text(PLAN.replace('<三> & "四"', "「<三> & ‘四’」"), encoding="utf-8")
    (tmp_path / "乙.plan").write_text(UPPER, encoding="utf-8")
    return path


def test_dot(run: Run, plan: Path) -> None:
    ran = run("graph", plan)
    assert (ran.status, ran.err) == (0, "")
    lines = [line.strip() for line in ran.out.splitlines()]
    assert lines[0] == "digraph plancheck {"
    assert 'label="甲";' in lines
    assert any(re.fullmatch(r'n\d+ \[label="目标\\n“一”与\\\\二", shape=ellipse\];', line) for line in lines)
    assert any(line.endswith('[label="支撑", style=dashed];') for line in lines)
    assert any(line.endswith('[label="上级"];') for line in lines)
    assert "征求意见" not in ran.out
    assert "别处" not in ran.out


def test_mermaid_in_english(run: Run, plan: Path) -> None:
    ran = run("graph", "--format", "mermaid", "--lang", "en", plan)
    assert ran.out.startswith("flowchart LR\n")
    assert "measure<br/>#60;三#62; #38; ‘四’" in ran.out
    assert '-.->|"supports"|' in ran.out
    assert '-->|"parent"|' in ran.out


def test_json_has_places(run: Run, plan: Path) -> None:
    written = json.loads(run("graph", "--format", "json", plan).out)
    names = {node["id"]: node["name"] for node in written["nodes"]}
    [supports] = [edge for edge in written["edges"] if edge["relation"] == "supports"]
    assert names[supports["source"]] == "<三> & ‘四’"
    assert names[supports["target"]] == "“一”与\\二"
    assert supports["inferred"]
    assert supports["file"] == str(plan)
    assert supports["start"]["line"] == supports["end"]["line"] == 4


def test_graphml_is_the_graph_that_networkx_has(run: Run, plan: Path) -> None:
    import networkx as nx

    from checker.graph import build_graph
    from checker.workspace import load_workspace

    target = plan.with_suffix(".graphml")
    assert run("graph", "--format", "graphml", "-o", target, plan).out == ""
    read = nx.read_graphml(target, force_multigraph=True)
    workspace = load_workspace([plan], Path.cwd())
    expected = build_graph(workspace.plans).to_networkx(workspace.checked)
    edges = {
        (f"n{start}", f"n{end}", key, data["inferred"])
        for start, end, key, data in expected.edges(keys=True, data=True)
    }
    assert {(s, t, d["relation"], d["inferred"]) for s, t, d in read.edges(data=True)} == edges
    for node, data in read.nodes(data=True):
        assert data == expected.nodes[int(node[1:])]


def test_two_workspaces_are_not_drawn_together(run: Run, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "一.plan").write_text(f"规划 {name} {{}}\n", encoding="utf-8")
    ran = run("graph", tmp_path / "甲", tmp_path / "乙")
    assert (ran.status, ran.err) == (2, "plancheck：这些路径不在同一个工作区，一次画一个\n")


def test_what_cannot_be_read_is_told_after_the_drawing(run: Run, plan: Path) -> None:
    plan.with_name("坏.plan").write_bytes(b"\0\1\xff")
    ran = run("graph", plan.parent)
    assert ran.status == 2
    assert ran.out.startswith("digraph")
    assert ran.err == f"plancheck：{plan.parent}/坏.plan：不是文本文件\n"


def names_of(run: Run, *words: object) -> set[str]:
    return {node["name"] for node in json.loads(run("graph", "--format", "json", *words).out)["nodes"]}


def test_what_is_around_one_thing(run: Run, plan: Path) -> None:
    assert names_of(run, plan, "--root", "总目标", "--depth", "0") == {"总目标"}
    assert names_of(run, plan, "--root", "总目标", "--depth", "1") == {"总目标", "“一”与\\二"}
    assert names_of(run, plan, "--root", "总目标") == {"总目标", "“一”与\\二", "<三> & ‘四’"}


def test_some_kinds_alone(run: Run, plan: Path) -> None:
    assert names_of(run, plan, "--kind", "举措") == {"<三> & ‘四’"}
    assert names_of(run, plan, "--kind", "目标、measure") == names_of(run, plan, "--root", "总目标")


def test_depth_needs_something_to_count_from(run: Run, plan: Path) -> None:
    assert run("graph", plan, "--depth", "1").status == 2
    assert run("graph", plan, "--root", "总目标", "--depth", "-1").status == 2
