"""One file for mail: overview, findings, indicators and conflicts, with style and script inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import escape

from checker.engine.report import Report
from checker.report import conflicts, findings, indicators, overview
from checker.report.addresses import OneFile
from checker.report.one_file import whole_file
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


def render_single(report: Report, lang: str, title: str = "") -> str:
    """The file."""
    site = make_site(report, lang, title, addresses=OneFile(_HELD))
    material = site.material
    contents = [(material.addresses.path(key), en if lang == "en" else zh) for key, zh, en, _ in _MAKERS]
    return whole_file(site, contents, _sections(site), findings.findings_script(material))


def _sections(site: Site) -> Iterator[str]:
    templates = Templates(site.material.lang)
    addresses = site.material.addresses
    assert isinstance(addresses, OneFile)
    for _, _, _, make in _MAKERS:
        for page in make(site.material, templates):
            if addresses.holds(page.key):
                name = escape(addresses.path(page.key).removeprefix("#"))
                yield f'<section class="pc" id="{name}">\n{page.body}\n</section>\n'
