"""``plancheck graph``: goals and what hangs on them, drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.doors.output import write_line, write_out
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.messages.cli import (
    CLI_FILE_VALUE,
    CLI_GRAPH,
    CLI_GRAPH_APART,
    CLI_GRAPH_DEPTH,
    CLI_GRAPH_DEPTH_ALONE,
    CLI_GRAPH_DEPTH_VALUE,
    CLI_GRAPH_FORMAT,
    CLI_GRAPH_FORMAT_VALUE,
    CLI_GRAPH_KIND,
    CLI_GRAPH_KIND_VALUE,
    CLI_GRAPH_NO_ROOT,
    CLI_GRAPH_ROOT,
    CLI_GRAPH_ROOT_VALUE,
    CLI_OUTPUT,
    CLI_PATHS_VALUE,
    CLI_SAYS,
)
from checker.messages.run_error import RunError

if TYPE_CHECKING:
    from checker.graph import PlanGraph

#: Ties that are drawn from a root where nothing is said.
_NEAR = 2
#: Format → module and function in `checker.render`.
_RENDERERS = {
    "dot": ("graph_dot", "render_dot"),
    "graphml": ("graph_graphml", "render_graphml"),
    "json": ("graph_json", "render_graph_json"),
    "mermaid": ("graph_mermaid", "render_mermaid"),
}


def _draw(
    paths: Sequence[Path],
    root: tuple[str, ...],
    depth: int | None,
    kind: str | None,
    output_format: str,
    output: Path | None,
) -> int:
    from checker.engine.inputs import sort_inputs
    from checker.graph import build_graph
    from checker.render.drawing import Only, choose
    from checker.workspace import find_workspace, load_workspace

    if depth is not None and not root:
        raise RunError(CLI_GRAPH_DEPTH_ALONE())
    lang = current_language()
    inputs = sort_inputs(paths or [Path()])
    unreadable = list(inputs.unreadable)
    if inputs.plans:
        if len({find_workspace(path) for path in inputs.plans}) > 1:
            raise RunError(CLI_GRAPH_APART())
        workspace = load_workspace(inputs.plans, Path.cwd())
        unreadable += workspace.unreadable
        graph = build_graph(workspace.plans)
        only = Only(_around(graph, root, _NEAR if depth is None else depth), _kinds(kind))
        write_out(_renderer(output_format)(choose(graph, workspace.checked, only), lang), output, for_people=False)
    for message in unreadable:
        write_line(CLI_SAYS(message=message).text(lang))
    return 2 if unreadable else 0


def _around(graph: PlanGraph, names: Sequence[str], depth: int) -> set[int] | None:
    """The numbers of what at most `depth` ties lead to from the elements of these names; None for everything."""
    from checker.graph import find_around
    from checker.source import with_near

    roots = []
    for name in names:
        found = [node for node in graph.nodes if node.name == name]
        if not found:
            raise RunError(with_near(CLI_GRAPH_NO_ROOT(name=name), name, {node.name for node in graph.nodes} - {""}))
        roots += found
    return find_around(graph, roots, depth) if roots else None


def _kinds(words: str | None) -> set[str] | None:
    """The stored words of the kinds named, parted by commas; None for all."""
    if words is None:
        return None
    from checker.messages.rules import RULE_KIND_UNKNOWN
    from checker.model.schema import kind_words
    from checker.source import with_near

    known = kind_words()
    named = [word for word in re.split("[、，,\\s]+", words) if word]
    for word in named:
        if word not in known:
            raise RunError(with_near(RULE_KIND_UNKNOWN(kind=word), word, known))
    return {known[word] for word in named}


def _renderer(output_format: str) -> Callable[..., str]:
    module, function = _RENDERERS[output_format]
    renderer: Callable[..., str] = getattr(import_module(f"checker.render.{module}"), function)
    return renderer


GRAPH = Command(
    "graph",
    CLI_GRAPH,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option(
            "--format",
            "output_format",
            words=CLI_GRAPH_FORMAT,
            value=CLI_GRAPH_FORMAT_VALUE,
            type=OneOf(*_RENDERERS),
            default="dot",
        ),
        Option("--root", words=CLI_GRAPH_ROOT, value=CLI_GRAPH_ROOT_VALUE, multiple=True),
        Option("--depth", words=CLI_GRAPH_DEPTH, value=CLI_GRAPH_DEPTH_VALUE, type=click.IntRange(min=0)),
        Option("--kind", words=CLI_GRAPH_KIND, value=CLI_GRAPH_KIND_VALUE),
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _draw,
)
