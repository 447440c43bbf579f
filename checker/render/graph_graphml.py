"""The goal graph as GraphML, for yEd, Gephi and networkx.

Written out here rather than by networkx, which gives all edges of one relation the same id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.sax.saxutils import escape

from checker.render.drawing import Drawing, shown

_KEYS = (
    ("kind", "node", "string"),
    ("name", "node", "string"),
    ("plan", "node", "string"),
    ("relation", "edge", "string"),
    ("inferred", "edge", "boolean"),
)


def render_graphml(drawing: Drawing, lang: str = "zh") -> str:  # noqa: ARG001
    """Nodes with kind, name and plan, edges with relation and inferred; words in English, whatever `lang`."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, owner, kind in _KEYS:
        yield f'  <key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph id="plancheck" edgedefault="directed">'
    for node in drawing.nodes:
        values = (("kind", node.kind), ("name", node.name), ("plan", node.plan.name))
        yield f'    <node id="n{node.index}">{_values(values)}</node>'
    for number, edge in enumerate(drawing.edges):
        ties = (("relation", edge.relation), ("inferred", "true" if edge.inferred else "false"))
        ends = f'source="n{edge.source.index}" target="n{edge.target.index}"'
        yield f'    <edge id="e{number}" {ends}>{_values(ties)}</edge>'
    yield "  </graph>"
    yield "</graphml>"


def _values(values: Collection[tuple[str, str]]) -> str:
    return "".join(f'<data key="{key}">{escape(shown(value))}</data>' for key, value in values)
