"""A site built by MkDocs out of the pages of a report: pages come in as HTML, past Markdown.

MkDocs is imported only here and in `plugin.py`; the pages know nothing of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from checker.report.frame import ASSETS, SCRIPTS, STYLES, THEME, footer
from checker.report.pages import Page
from checker.report.site import SEARCH, Site


class ReportPage(MkDocsPage):
    """A page whose body is HTML already."""

    def __init__(self, page: Page, section: str, file: File, config: MkDocsConfig, *, hosted: bool) -> None:
        super().__init__(page.title, file, config)
        self._look = "pc pc-hosted" if hosted else "pc"
        self._page = page
        self._section = section

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        """There is none: what a template needs is told here."""
        self.markdown = ""
        self.meta = {"section": self._section, "report": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Take the body as it is."""
        self.content = f'<div class="{self._look}">\n{self._page.body}\n</div>'
        self.toc = TableOfContents([])


def report_files(site: Site, folder: str, config: MkDocsConfig, *, search: bool, hosted: bool) -> Iterator[File]:
    """All files of a report below `folder` ("" for the whole site): its pages, their style, scripts and data.

    `search` adds the index of our own theme; `hosted` pages stand in a theme of somebody else, and keep to its colours.
    """
    addresses = site.material.addresses
    for page in site.pages():
        # Thousands of pages in a site's contents would make each page long: only where a section begins.
        first = page.key == page.section
        listed = InclusionLevel.INCLUDED if first else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, f"{folder}{page.key}.md", content="", inclusion=listed)
        section = "" if first else folder + addresses.path(page.section)
        ReportPage(page, section, file, config, hosted=hosted)
        yield file
    for name in (*STYLES, *SCRIPTS):
        yield File.generated(config, f"{folder}assets/{name}", abs_src_path=str(ASSETS / name))
    for path, content in site.scripts():
        if search or path != SEARCH:
            yield File.generated(config, f"{folder}{path}", content=content.encode("utf-8", "backslashreplace"))


def build_site(site: Site, target: Path, *, on_page: Callable[[int], None] | None = None) -> None:
    """Build the site into the folder `target`, which MkDocs empties first.

    Raises OSError where it cannot be written.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="plancheck-") as empty:
        config = _config(site, Path(empty), target)
        config.plugins["plancheck"] = _WholeSite(site, on_page)
        build(config)


class _WholeSite(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # has no settings, and mkdocs no types
    """Gives MkDocs the files of a site that is a report and nothing else."""

    def __init__(self, site: Site, on_page: Callable[[int], None] | None) -> None:
        self._site = site
        self._on_page = on_page

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the files."""
        for number, file in enumerate(report_files(self._site, "", config, search=True, hosted=False)):
            files.append(file)
            if self._on_page is not None:
                self._on_page(number)
        return files


def _config(site: Site, docs: Path, target: Path) -> MkDocsConfig:
    material = site.material
    config = MkDocsConfig()
    values: dict[str, Any] = {
        "site_name": material.title,
        "docs_dir": str(docs),
        "site_dir": str(target),
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": str(THEME)},
        "plugins": [],
        "nav": [{name: f"{key}.md"} for key, name in site.sections],
        "extra": {"lang": material.lang},
        "extra_css": [f"assets/{name}" for name in STYLES],
        "extra_javascript": [f"assets/{name}" for name in SCRIPTS],
        "validation": {"nav": {"omitted_files": "ignore", "not_found": "ignore"}},
        "copyright": footer(site),
    }
    config.load_dict(values)
    errors, _ = config.validate()
    if errors:
        raise ValueError(errors)
    return config
