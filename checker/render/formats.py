"""The formats that a report can be given in, each with the module that writes it.

`render` is what doors and the public API call; a format's module is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checker.engine.report import Report

#: Name of a format → module and function that make text of a report: `(report, lang) -> str`.
_WRITERS = {
    "text": ("checker.render.text", "render_text"),
    "json": ("checker.render.json", "render_json"),
    "jsonl": ("checker.render.json_lines", "render_json_lines"),
    "csv": ("checker.render.csv_table", "render_csv"),
    "sarif": ("checker.render.sarif", "render_sarif"),
    "junit": ("checker.render.junit", "render_junit"),
    "github": ("checker.render.github", "render_github"),
    "github-summary": ("checker.render.github", "render_github_summary"),
    "gitlab": ("checker.render.gitlab", "render_gitlab"),
    "gitee-check": ("checker.render.check_runs", "render_gitee_check"),
    "codeup-check": ("checker.render.check_runs", "render_codeup_check"),
}
FORMATS = tuple(_WRITERS)
#: What a person reads at once; all others are passed on.
_SCREEN = "text"


def render(report: Report, output_format: str, lang: str) -> str:
    """`report` in one of `FORMATS`, its sentences in zh or en. ValueError for another format."""
    if output_format not in _WRITERS:
        raise ValueError(output_format)
    module, function = _WRITERS[output_format]
    writer: Callable[[Report, str], str] = getattr(import_module(module), function)
    if output_format != _SCREEN:
        from checker.engine.withhold import for_others

        report = for_others(report)
    return writer(report, lang)
