"""All pages of a report, in order, and the scripts that go with them; who builds a site of them is said elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.engine.report import Report
from checker.engine.withhold import for_others, internal_marks
from checker.messages.texts import WITHHELD_FOOTER
from checker.report import (
    alignment,
    conflicts,
    files,
    findings,
    goals,
    indicators,
    measures,
    overview,
    owners,
    procedure,
    revision,
    rule_pages,
    slogans,
    waivers,
    whole,
)
from checker.report.addresses import Addresses
from checker.report.material import Material
from checker.report.pages import Page, Section, Templates
from checker.report.scripts import as_script
from checker.revise import Revision
from checker.revise.history import Step

#: In the order of the contents.
SECTIONS = (
    Section(overview.KEY, "总览", "Overview", overview.overview_pages),
    Section(findings.KEY, "问题", "Findings", findings.finding_pages),
    Section(goals.KEY, "目标", "Goals", goals.goal_pages),
    Section(indicators.KEY, "指标", "Indicators", indicators.indicator_pages),
    Section(measures.KEY, "举措", "Measures", measures.measure_pages),
    Section(owners.KEY, "责任单位", "Owners", owners.owner_pages),
    Section(alignment.KEY, "衔接", "Alignment", alignment.alignment_pages),
    Section(whole.KEY, "全图", "The whole plan", whole.graph_pages),
    Section(conflicts.KEY, "矛盾", "Conflicts", conflicts.conflict_pages),
    Section(files.TEXTS, "文本", "Texts", files.text_pages),
    Section(slogans.KEY, "提法", "Slogans", slogans.slogan_pages),
    Section(revision.KEY, "改动", "Changes", revision.revision_pages),
    Section(waivers.KEY, "豁免", "Waivers", waivers.waiver_pages),
    Section(procedure.KEY, "程序", "Procedure", procedure.procedure_pages),
    Section(rule_pages.KEY, "规则", "Rules", rule_pages.rule_pages),
    Section(files.SOURCES, "规划文件", "Plan files", files.source_pages),
)
SEARCH = "js/search-index.js"
#: How much of a page's text the search looks through.
_SEARCHED = 4000


@dataclass(eq=False, repr=False)
class Site:
    """A report about to be written: `pages` gives each page once; the scripts are complete when it has ended."""

    material: Material
    _index: list[tuple[str, str, str]] = field(default_factory=list, init=False)

    @property
    def sections(self) -> list[tuple[str, str]]:
        """Key and name of each section that has pages."""
        lang = self.material.lang
        return [
            (one.key, one.title(lang))
            for one in SECTIONS
            if one.key != revision.KEY or self.material.revision is not None
        ]

    @property
    def classification(self) -> str:
        """密级 of the plans and the marks of internal texts, "" where there are none."""
        words = dict.fromkeys(plan.classification for plan in self.material.plans if plan.classification)
        marks = "、".join(dict.fromkeys(internal_marks(self.material.report).values()))
        told = [WITHHELD_FOOTER(words=marks).text(self.material.lang)] if marks else []
        return "、".join([*words, *told])

    def pages(self) -> Iterator[Page]:
        """All pages."""
        self._index.clear()
        templates = Templates(self.material.lang)
        for section in SECTIONS:
            for page in section.make(self.material, templates):
                page.title = page.title or section.title(self.material.lang)
                page.section = section.key
                self._learn(page)
                yield page

    def _learn(self, page: Page) -> None:
        address = self.material.addresses.path(page.key)
        for title, text, anchor in page.find or [("", "", "")]:
            shown = f"{page.title} › {title}" if title and title != page.title else page.title
            self._index.append((shown, f"{address}#{anchor}" if anchor else address, text[:_SEARCHED]))

    def scripts(self) -> Iterator[tuple[str, str]]:
        """Address and content of each script of data; asked for after the pages."""
        yield findings.DATA, findings.findings_script(self.material)
        yield whole.DATA, whole.graph_script(self.material)
        yield SEARCH, as_script("SEARCH_INDEX", self._index)


def make_site(
    report: Report,
    lang: str,
    title: str = "",
    revision: Revision | None = None,
    addresses: Addresses | None = None,
    rounds: Sequence[Step] = (),
) -> Site:
    """The site of a report; `title` is what it is called, else after its plans."""
    material = Material(for_others(report), lang, title, addresses or Addresses(), revision, rounds)
    names = ("、" if lang != "en" else ", ").join(plan.name for plan in material.own_plans)
    material.title = title or (f"{names}: consistency report" if lang == "en" else f"{names}一致性报告")
    material.addresses.name(one for plan in material.plans for one in plan.elements)
    material.mark_all()
    return Site(material)
