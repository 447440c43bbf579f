"""The goal graph for other programs, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.graph import Edge
from checker.model import Element
from checker.render.drawing import Drawing
from checker.render.json import both_ends
from checker.render.visible import json_text

if TYPE_CHECKING:
    from checker.render.exchange_schema import EdgeJson, GraphJson, NodeJson

#: The first number changes when a reader of the JSON has to.
GRAPH_SCHEMA_VERSION: Final = "1.0"


def render_graph_json(drawing: Drawing, lang: str = "zh") -> str:  # noqa: ARG001
    """Nodes and edges with their places; all words in English, so `lang` changes nothing."""
    written: GraphJson = {
        "schema_version": GRAPH_SCHEMA_VERSION,
        "nodes": [_node(element) for element in drawing.nodes],
        "edges": [_edge(edge) for edge in drawing.edges],
    }
    return json_text(written) + "\n"


def _node(element: Element) -> NodeJson:
    return {
        "id": element.index,
        "kind": element.kind,
        "name": element.name,
        "plan": element.plan.name,
        **both_ends(element.name_span),
    }


def _edge(edge: Edge) -> EdgeJson:
    return {
        "relation": edge.relation,
        "source": edge.source.index,
        "target": edge.target.index,
        "inferred": edge.inferred,
        **both_ends(edge.span),
    }
