"""No module needs itself to be loaded: imports at the top of modules make no circle, inside a room either.

Imports for types alone and those made on use are no part of loading; the rooms and their order are contracts of
`pyproject.toml`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

import checker

_HOUSE = Path(checker.__file__).parent


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
