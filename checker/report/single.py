"""One file for mail, and one for paper: some pages one after the other, with style and script inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from checker.engine.report import Report
from checker.report import alignment, conflicts, findings, goal_matrix, indicators, overview
from checker.report.addresses import OneFile
from checker.report.one_file import whole_file
from checker.report.pages import Page, Templates
from checker.report.site import Site, make_site
from checker.revise.history import Step

#: The pages of a kind: key, name in Chinese and English, what makes them, those that go into the file; with / or - at
#: the end, all that begin so.
_Kind = tuple[str, str, str, Callable[..., Iterator[Page]], tuple[str, ...]]
_OVERVIEW: _Kind = (overview.KEY, "总览", "Overview", overview.overview_pages, (overview.KEY,))
_INDICATORS: _Kind = (
    indicators.KEY,
    "指标",
    "Indicators",
    indicators.indicator_pages,
    (indicators.KEY, f"{indicators.KEY}-"),
)
_CONFLICTS: _Kind = (conflicts.KEY, "矛盾", "Conflicts", conflicts.conflict_pages, (conflicts.KEY, f"{conflicts.KEY}-"))
#: On the screen the first page of the table does, for its script has all rows; paper takes what is written.
_TABLE: _Kind = (findings.KEY, "问题", "Findings", findings.table_pages, (findings.KEY,))
_OWN_TABLE: _Kind = (*_TABLE[:3], findings.own_table_pages, (findings.KEY, f"{findings.KEY}-"))
_EACH: _Kind = ("finding/", "问题的原文", "Findings in full", findings.each_page, ("finding/",))
_MATRIX: _Kind = (
    goal_matrix.KEY,
    "目标、举措、指标",
    "Goals, measures, indicators",
    goal_matrix.matrix_pages,
    (goal_matrix.KEY, f"{goal_matrix.KEY}-"),
)
_ALIGNMENT: _Kind = (alignment.KEY, "衔接", "Alignment", alignment.alignment_pages, (alignment.KEY,))

_FOR_MAIL = (_OVERVIEW, _TABLE, _EACH, _INDICATORS, _CONFLICTS)
_FOR_PAPER = (_OVERVIEW, _OWN_TABLE, _INDICATORS, _ALIGNMENT, _MATRIX)


def render_single(report: Report, lang: str, title: str = "", rounds: Sequence[Step] = ()) -> str:
    """The file for mail: overview, findings with their lines, indicators and conflicts."""
    site = _site(report, lang, title, _FOR_MAIL, rounds)
    kinds = [kind for kind in _FOR_MAIL if kind is not _EACH]
    return whole_file(site, _contents(site, kinds), _sections(site, _FOR_MAIL), findings.findings_script(site.material))


def render_paper(
    report: Report, lang: str, title: str = "", rounds: Sequence[Step] = (), *, excerpts: bool = False
) -> str:
    """The file for paper: overview, findings as a table, indicators, alignment, goals.

    `excerpts` adds the conflicts and the lines of each finding.
    """
    kinds = (*_FOR_PAPER, *((_CONFLICTS, _EACH) if excerpts else ()))
    site = _site(report, lang, title, kinds, rounds)
    entries = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(*one) for one in _contents(site, kinds) if one[0]
    )
    contents = Markup('<section class="pc pc-contents"><ol>{}</ol></section>\n').format(entries)
    return whole_file(site, [], [contents, *_sections(site, kinds)], paper=True)


def _site(report: Report, lang: str, title: str, kinds: Sequence[_Kind], rounds: Sequence[Step]) -> Site:
    held = OneFile(key for kind in kinds for key in kind[4])
    return make_site(report, lang, title, addresses=held, rounds=rounds)


def _contents(site: Site, kinds: Sequence[_Kind]) -> list[tuple[str, str]]:
    """Address and name of each kind; of what has no page of its own the first that is there."""
    material, english = site.material, site.material.lang == "en"
    first = material.listed[0].key if material.listed else ""
    return [
        (material.addresses.link("", first if key.endswith("/") else key), en if english else zh)
        for key, zh, en, _, _ in kinds
    ]


def _sections(site: Site, kinds: Sequence[_Kind]) -> Iterator[str]:
    templates = Templates(site.material.lang)
    addresses = site.material.addresses
    assert isinstance(addresses, OneFile)
    for _, _, _, make, _ in kinds:
        for page in make(site.material, templates):
            if addresses.holds(page.key):
                name = escape(addresses.path(page.key).removeprefix("#"))
                yield f'<section class="pc" id="{name}">\n{page.body}\n</section>\n'
