"""The report inside an MkDocs site that a user has: a plugin that adds its pages, and writes nothing of its own.

In mkdocs.yml, with paths from that file's folder:

    plugins:
      - plancheck:
          plans: [plans/]
          folder: report
          title: 一致性报告
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section

from checker.engine.choices import build_options
from checker.engine.inputs import check_inputs
from checker.messages.run_error import RunError
from checker.report.addresses import Addresses
from checker.report.build import report_files
from checker.report.frame import SCRIPTS, STYLES
from checker.report.site import Site, make_site

#: As `mkdocs.themes` has it; it follows the reader's system, as a report alone does.
_OWN_THEME = "plancheck"


class PlancheckConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs has no types there
    """What may be said of it in mkdocs.yml: `plans` are checked, `folder` holds the pages, the rest as for `check`."""

    plans = config_options.ListOfItems(config_options.Type(str), default=["."])
    folder = config_options.Type(str, default="report")
    title = config_options.Type(str, default="")
    lang = config_options.Choice(("zh", "en"), default="zh")
    stage = config_options.Optional(config_options.Type(str))
    as_of = config_options.Optional(config_options.Type(str))
    baseline = config_options.Optional(config_options.File(exists=True))


class PlancheckPlugin(BasePlugin[PlancheckConfig]):  # type: ignore[no-untyped-call]  # mkdocs has no types there
    """Adds the pages of a report to a site."""

    _site: Site

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the plans, and tell the site where the report begins. Raises PluginError where they cannot be."""
        folder = self._folder
        self._site = self._make(config)
        config.extra_css += [f"{folder}assets/{name}" for name in STYLES]
        config.extra_javascript += [f"{folder}assets/{name}" for name in SCRIPTS]
        if config.nav is not None:
            title = self._site.material.title
            config.nav = [*config.nav, {title: [{name: f"{folder}{key}.md"} for key, name in self._site.sections]}]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages."""
        hosted = config.theme.name != _OWN_THEME
        for file in report_files(self._site, self._folder, config, search=False, hosted=hosted):
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Where the site lists its folders by itself, call the report and its sections as the report calls them."""
        folder = self._folder
        if config.nav is not None or not folder:
            return nav
        found = [files.get_file_from_path(f"{folder}{key}.md") for key, _ in self._site.sections]
        pages = [file.page for file in found if file is not None and file.page is not None]
        for section in nav.items:
            if isinstance(section, Section) and any(page in pages for page in section.children):
                section.title, section.children = self._site.material.title, list(pages)
                for page in pages:
                    page.parent = section
        return nav

    @property
    def _folder(self) -> str:
        folder = self.config.folder.strip("/")
        return f"{folder}/" if folder else ""

    def _make(self, config: MkDocsConfig) -> Site:
        here = Path(config.config_file_path or ".").parent
        said = self.config
        try:
            options = build_options(
                lang=said.lang,
                stage=said.stage,
                as_of=said.as_of,
                baseline=Path(said.baseline) if said.baseline else None,
            )
            report = check_inputs([here / path for path in said.plans], options)
        except RunError as problem:
            raise PluginError(f"plancheck: {problem.message.text(said.lang)}") from problem
        if report.unreadable:
            raise PluginError(f"plancheck: {report.unreadable[0].text(said.lang)}")
        addresses = Addresses(directories=config.use_directory_urls)
        return make_site(report, said.lang, said.title, addresses=addresses)
