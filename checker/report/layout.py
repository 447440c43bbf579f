"""Where the boxes of a small drawing stand: in columns, so that what serves stands right of what is served.

Columns are the longest ways to what serves nothing (ties that close a circle left aside); within a column the boxes
are ordered by the middle of what they are tied to, swept to and fro (Sugiyama, Tagawa, Toda 1981).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_SWEEPS = 6

Node = TypeVar("Node", bound=Hashable)


@dataclass(slots=True, eq=False, repr=False)
class Layout:
    """Column and row of each node, both from 0; how many columns there are, and how many rows the longest has."""

    at: dict[Hashable, tuple[int, int]]
    columns: int
    rows: int


def lay_out(nodes: Sequence[Node], edges: Sequence[tuple[Node, Node]]) -> Layout:
    """Place `nodes`; an edge goes from what serves to what is served. Same nodes and edges, same places."""
    column = _columns(nodes, edges)
    rows: dict[int, list[Node]] = {}
    for node in nodes:
        rows.setdefault(column[node], []).append(node)
    _order(rows, edges)
    longest = max((len(members) for members in rows.values()), default=0)
    at: dict[Hashable, tuple[int, int]] = {
        node: (number, row) for number, members in rows.items() for row, node in enumerate(members)
    }
    return Layout(at, max(rows, default=-1) + 1, longest)


def _columns(nodes: Sequence[Node], edges: Sequence[tuple[Node, Node]]) -> dict[Node, int]:
    """Each node one column right of the rightmost that it serves."""
    known = set(nodes)
    served: dict[Node, list[Node]] = {node: [] for node in nodes}
    for source, target in edges:
        if source in known and target in known and source != target:
            served[source].append(target)
    column: dict[Node, int] = {}
    open_nodes: set[Node] = set()
    for root in nodes:
        work: list[tuple[Node, bool]] = [(root, False)]
        while work:
            node, done = work.pop()
            if done:
                open_nodes.discard(node)
                column[node] = max((column[one] + 1 for one in served[node] if one in column), default=0)
            elif node not in column and node not in open_nodes:
                open_nodes.add(node)
                work.append((node, True))
                work += [(one, False) for one in reversed(served[node]) if one not in column and one not in open_nodes]
    return column


def _order(rows: dict[int, list[Node]], edges: Sequence[tuple[Node, Node]]) -> None:
    """Sort the members of each column by the middle of their neighbours in the columns beside."""
    neighbours: dict[Node, list[Node]] = {node: [] for members in rows.values() for node in members}
    for source, target in edges:
        if source in neighbours and target in neighbours:
            neighbours[source].append(target)
            neighbours[target].append(source)
    place = {node: float(row) for members in rows.values() for row, node in enumerate(members)}
    for sweep in range(_SWEEPS):
        for number in sorted(rows, reverse=bool(sweep % 2)):
            members = rows[number]
            middle = {
                node: sum(place[one] for one in near) / len(near) if (near := neighbours[node]) else place[node]
                for node in members
            }
            members.sort(key=lambda node: middle[node])
            place.update({node: row - (len(members) - 1) / 2 for row, node in enumerate(members)})
