"""The findings: a table to filter, and a page for each with the lines it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.verdict import unchecked_points
from checker.render.visible import sentence, visible
from checker.render.waived import why_waived
from checker.report.material import OWN, Listed, Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.scripts import as_script
from checker.report.view import View

KEY = "findings/index"
DATA = "assets/findings-data.js"
_SIZE = 400


def finding_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The pages of the table, then one page a finding."""
    yield from table_pages(material, templates)
    yield from each_page(material, templates)


def own_table_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The pages of the table without what upper plans have among themselves."""
    return table_pages(material, templates, [one for one in material.listed if one.part == OWN])


def table_pages(material: Material, templates: Templates, listed: Sequence[Listed] | None = None) -> Iterator[Page]:
    """The pages of the table, of all findings or of some."""
    listed = material.listed if listed is None else listed
    total = len(listed)
    keys = list_keys(KEY, total, _SIZE)
    for number, rows in cut(listed, _SIZE):
        view = View(material, page_key(KEY, number))
        body = templates.body(
            "findings.html",
            rows=view.entries(rows),
            total=total,
            unchecked=unchecked_points(material.report),
            size=_SIZE,
            pages=turns(view, keys),
            root=material.addresses.base(view.here),
            data_url=material.addresses.base(view.here) + DATA,
        )
        yield Page(view.here, "", body)


def each_page(material: Material, templates: Templates) -> Iterator[Page]:
    """One page a finding."""
    total = len(material.listed)
    for at, one in enumerate(material.listed):
        before = material.listed[at - 1] if at else None
        after = material.listed[at + 1] if at + 1 < total else None
        yield _page(material, templates, one, before, after)


def _page(material: Material, templates: Templates, one: Listed, before: Listed | None, after: Listed | None) -> Page:
    view = View(material, one.key)
    finding = one.finding
    subject = material.subject(finding)
    told = view.entry(one)
    body = templates.body(
        "finding.html",
        f=told,
        spot=view.spot(finding.span),
        related=[view.related(related) for related in finding.related],
        help=finding.help,
        basis=finding.basis,
        subject=view.ref(subject) if subject is not None else None,
        fingerprint=finding.fingerprint,
        waiver=why_waived(finding.waiver, material.lang) if finding.waiver is not None else "",
        before=view.link(before.key) if before is not None else "",
        after=view.link(after.key) if after is not None else "",
        all_url=view.link(KEY),
    )
    said = visible(sentence(finding.message, material.lang))
    return Page(one.key, f"{finding.code} {told.title}", body, [("", said, "")])


def findings_script(material: Material) -> str:
    """The rows of the whole table for the filters: what each cell shows, and the address below the report."""
    lang, view = material.lang, View(material, KEY)
    rows = []
    for one in material.listed:
        finding = one.finding
        rows.append(
            [
                one.word,
                finding.code,
                finding.title.text(lang),
                sentence(finding.message, lang),
                sentence(finding.help, lang) if finding.help is not None else "",
                material.addresses.path(one.key),
                visible(view.where(finding.span)),
                visible(finding.span.source.path),
                visible(one.part),
                one.order,
                *([visible(name) for name in names] for names in (one.chapters, one.owners, one.goals, one.drafters)),
            ]
        )
    return as_script("PC_FINDINGS", rows)
