"""``plancheck graph``: goals and what hangs on them, drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from checker.doors.output import write_line, write_out
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.engine.report import RunError
from checker.messages.cli import (
    CLI_FILE_VALUE,
    CLI_GRAPH,
    CLI_GRAPH_APART,
    CLI_GRAPH_FORMAT,
    CLI_GRAPH_FORMAT_VALUE,
    CLI_OUTPUT,
    CLI_PATHS_VALUE,
    CLI_SAYS,
)

#: Format → module and function in `checker.render`.
_RENDERERS = {
    "dot": ("graph_dot", "render_dot"),
    "graphml": ("graph_graphml", "render_graphml"),
    "json": ("graph_json", "render_graph_json"),
    "mermaid": ("graph_mermaid", "render_mermaid"),
}


def _draw(paths: Sequence[Path], output_format: str, output: Path | None) -> int:
    from checker.engine.inputs import sort_inputs
    from checker.graph import build_graph
    from checker.workspace import find_workspace, load_workspace

    lang = current_language()
    inputs = sort_inputs(paths or [Path()])
    unreadable = list(inputs.unreadable)
    if inputs.plans:
        if len({find_workspace(path) for path in inputs.plans}) > 1:
            raise RunError(CLI_GRAPH_APART())
        workspace = load_workspace(inputs.plans, Path.cwd())
        unreadable += workspace.unreadable
        text = _renderer(output_format)(build_graph(workspace.plans), workspace.checked, lang)
        write_out(text, output, for_people=False)
    for message in unreadable:
        write_line(CLI_SAYS(message=message).text(lang))
    return 2 if unreadable else 0


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
        Option("-o", "--output", words=CLI_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _draw,
)
