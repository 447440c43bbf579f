"""The goal graph as a Mermaid flowchart. Inferred ties are dotted."""

from __future__ import annotations

from collections.abc import Iterator

from checker.render.drawing import Drawing, kind_word, relation_word, shown

#: Signs that Mermaid would take for its own, as it wants them written.
_ENTITIES = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&;`\\'}


def render_mermaid(drawing: Drawing, lang: str = "zh") -> str:
    """A flowchart with a subgraph for each plan."""
    return "\n".join(_lines(drawing, lang)) + "\n"


def _lines(drawing: Drawing, lang: str) -> Iterator[str]:
    yield "flowchart LR"
    for number, (plan, elements) in enumerate(drawing.plans):
        yield f'  subgraph p{number}["{_escaped(plan)}"]'
        for element in elements:
            yield f'    n{element.index}["{_escaped(kind_word(element, lang))}<br/>{_escaped(element.name)}"]'
        yield "  end"
    for edge in drawing.edges:
        arrow = "-.->" if edge.inferred else "-->"
        yield f'  n{edge.source.index} {arrow}|"{_escaped(relation_word(edge, lang))}"| n{edge.target.index}'


def _escaped(text: str) -> str:
    return shown(text).translate(_ENTITIES)
