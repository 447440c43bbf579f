"""Goals and what hangs on them.

In: linked plans. Out: one `PlanGraph`: every element a numbered node, every tie an `Edge` with its
relation (`RELATIONS` in `model/relations.py`), its place, and whether it is stated or inferred.

`build_graph` is the one builder; `find_cycle` and the other named queries in `queries.py` are linear;
`PlanGraph.to_networkx()` hands the same graph to networkx for exports, layout and further algorithms.
"""

from checker.graph.build import FIELD_RELATIONS, Edge, PlanGraph, build_graph
from checker.graph.queries import Cycle, find_around, find_cycles

__all__ = ["FIELD_RELATIONS", "Cycle", "Edge", "PlanGraph", "build_graph", "find_around", "find_cycles"]
