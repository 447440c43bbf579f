"""One file for mail: overview, findings, indicators and conflicts, with style and script inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from checker.engine.report import Report
from checker.report import conflicts, findings, indicators, overview
from checker.report.addresses import OneFile
from checker.report.frame import ASSETS, SCRIPTS, STYLES, THEME, footer
from checker.report.pages import Page, Templates
from checker.report.site import Site, make_site

#: The pages that go into the file; with / or - at the end, all that begin so. Of the table of findings the first page
#: does: its script has all rows, and each finding stands below.
_HELD = (
    overview.KEY,
    findings.KEY,
    "finding/",
    indicators.KEY,
    f"{indicators.KEY}-",
    conflicts.KEY,
    f"{conflicts.KEY}-",
)
_MAKERS: tuple[tuple[str, str, str, Callable[..., Iterator[Page]]], ...] = (
    (overview.KEY, "总览", "Overview", overview.overview_pages),
    (findings.KEY, "问题", "Findings", findings.finding_pages),
    (indicators.KEY, "指标", "Indicators", indicators.indicator_pages),
    (conflicts.KEY, "矛盾", "Conflicts", conflicts.conflict_pages),
)
_HEAD = Markup(
    '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>\n{style}\n</style>\n</head>\n'
    '<body>\n<header><span class="home">{title}</span></header>\n<div class="body">\n<nav><ul>{nav}</ul></nav>\n'
    '<main id="main">\n'
)
_TAIL = Markup("<footer>{footer}</footer>\n</main>\n</div>\n<script>\n{data}{script}</script>\n</body>\n</html>\n")


def render_single(report: Report, lang: str, title: str = "") -> str:
    """The file."""
    site = make_site(report, lang, title, addresses=OneFile(_HELD))
    material = site.material
    english = lang == "en"
    # Our own files: nothing of a plan is in them.
    style = Markup("\n").join(
        Markup(path.read_text(encoding="utf-8"))  # noqa: S704
        for path in (THEME / "css" / "site.css", *(ASSETS / name for name in STYLES))
    )
    nav = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(material.addresses.path(key), en if english else zh)
        for key, zh, en, _ in _MAKERS
    )
    parts = [
        _HEAD.format(lang="en" if english else "zh-CN", title=material.title, style=style, nav=nav),
        *_sections(site),
        _TAIL.format(
            footer=footer(site),
            data=Markup(findings.findings_script(material)),  # noqa: S704 - made safe where it is made
            script=Markup("").join(Markup((ASSETS / name).read_text(encoding="utf-8")) for name in SCRIPTS),  # noqa: S704
        ),
    ]
    return "".join(parts)


def _sections(site: Site) -> Iterator[str]:
    templates = Templates(site.material.lang)
    addresses = site.material.addresses
    assert isinstance(addresses, OneFile)
    for _, _, _, make in _MAKERS:
        for page in make(site.material, templates):
            if addresses.holds(page.key):
                name = escape(addresses.path(page.key).removeprefix("#"))
                yield f'<section class="pc" id="{name}">\n{page.body}\n</section>\n'
