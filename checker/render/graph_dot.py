"""The goal graph for Graphviz. Inferred ties are dashed."""

from __future__ import annotations

from collections.abc import Iterator

from checker.render.drawing import Drawing, kind_word, relation_word, shown

_SHAPES = {"goal": "ellipse", "indicator": "note", "slogan": "hexagon", "plan": "folder"}


def render_dot(drawing: Drawing, lang: str = "zh") -> str:
    """A digraph with a cluster for each plan."""
    return "\n".join(_lines(drawing, lang)) + "\n"


def _lines(drawing: Drawing, lang: str) -> Iterator[str]:
    yield "digraph plancheck {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for number, (plan, elements) in enumerate(drawing.plans):
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_quoted(plan)};"
        for element in elements:
            shape = f", shape={_SHAPES[element.kind]}" if element.kind in _SHAPES else ""
            yield f"    n{element.index} [label={_quoted(kind_word(element, lang), element.name)}{shape}];"
        yield "  }"
    for edge in drawing.edges:
        style = ", style=dashed" if edge.inferred else ""
        label = _quoted(relation_word(edge, lang))
        yield f"  n{edge.source.index} -> n{edge.target.index} [label={label}{style}];"
    yield "}"


def _quoted(*lines: str) -> str:
    return '"' + r"\n".join(shown(line).replace("\\", r"\\").replace('"', r"\"") for line in lines) + '"'
