"""A whole HTML file around some sections: style and script inside it, so that it can be sent by mail."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from checker.report.frame import ASSETS, SCRIPTS, STYLES, THEME, footer
from checker.report.site import Site

_HEAD = Markup(
    '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>\n{style}\n</style>\n</head>\n'
    '<body>\n<header><span class="home">{title}</span></header>\n<div class="body">\n{nav}'
    '<main id="main">\n'
)
_TAIL = Markup("<footer>{footer}</footer>\n</main>\n</div>\n<script>\n{data}{script}</script>\n</body>\n</html>\n")


def whole_file(
    site: Site, contents: Iterable[tuple[str, str]], sections: Iterable[str], data: str = "", *, paper: bool = False
) -> str:
    """The file: `contents` are address and name of each section, `sections` HTML, `data` a script for the tables.

    On `paper` no script runs: all stands as it is written.
    """
    title = site.material.title
    # Our own files: nothing of a plan is in them.
    style = Markup("\n").join(
        Markup(path.read_text(encoding="utf-8"))  # noqa: S704
        for path in (THEME / "css" / "site.css", *(ASSETS / name for name in STYLES))
    )
    entries = Markup("").join(Markup('<li><a href="{}">{}</a></li>').format(*one) for one in contents)
    nav = Markup("<nav><ul>{}</ul></nav>\n").format(entries) if entries else ""
    scripts = () if paper else SCRIPTS
    parts = [
        _HEAD.format(lang="en" if site.material.lang == "en" else "zh-CN", title=title, style=style, nav=nav),
        *sections,
        _TAIL.format(
            footer=footer(site),
            data=Markup(data),  # noqa: S704 - made safe where it is made
            script=Markup("").join(Markup((ASSETS / name).read_text(encoding="utf-8")) for name in scripts),  # noqa: S704
        ),
    ]
    return "".join(parts)
