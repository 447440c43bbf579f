"""No module needs itself to be loaded: imports at the top of modules make no circle, inside a room either.

Imports for types alone and those made on use are no part of loading; the circles that they make are defended one by
one in a decision note. The rooms and their order are contracts of `pyproject.toml`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

import checker

_HOUSE = Path(checker.__file__).parent
_DEFENDED = _HOUSE.parent / "docs" / "decisions" / "0017-circles-of-types-and-use.md"


def test_loading_makes_no_circle() -> None:
    names = {_name(path): path for path in _HOUSE.rglob("*.py")}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, path in names.items():
        for target in _loaded(ast.parse(path.read_text(encoding="utf-8"))):
            # `from checker.room import module` loads the module; `from checker.room import name` loads the room.
            graph.add_edge(name, target if target in names else target.rpartition(".")[0])
    circles = [sorted(one) for one in nx.strongly_connected_components(graph) if len(one) > 1]
    assert graph.number_of_edges() > len(names)
    assert circles == []


def _name(path: Path) -> str:
    parts = path.relative_to(_HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _loaded(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("checker"):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def test_circles_of_types_and_of_use_are_those_that_the_decision_defends() -> None:
    """Imports for types and on use counted too; a package's face only hands names on."""
    files = {_name(path): path for path in _HOUSE.rglob("*.py") if path.name != "__init__.py"}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, path in files.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                targets = (f"{node.module}.{one.name}" for one in node.names)
                graph.add_edges_from(
                    (name, found)
                    for target in targets
                    if (found := target if target in files else node.module) in files
                )
    circles = {frozenset(one) for one in nx.strongly_connected_components(graph) if len(one) > 1}
    lines = (_DEFENDED.read_text(encoding="utf-8")).splitlines()
    defended = {frozenset(re.findall(r"`(\w+/\w+)\.py`", line)) for line in lines if line.startswith("- `")}
    assert {frozenset(one.replace("/", ".") for one in each) for each in defended} == {
        frozenset(one.removeprefix("checker.") for one in each) for each in circles
    }
