"""A text as one HTML file, what was found in it beside its lines."""

from __future__ import annotations

from checker.engine.report import Report
from checker.render.remark import findings_in, remark
from checker.report.addresses import OneFile
from checker.report.files import heading_levels, line_rows
from checker.report.lines import Mark, marked_lines
from checker.report.one_file import whole_file
from checker.report.pages import Templates
from checker.report.site import make_site
from checker.source import SourceText


def render_annotated(report: Report, source: SourceText, lang: str, title: str) -> str:
    """The file for a text of the report, known by its `source`."""
    site = make_site(report, lang, title, addresses=OneFile(()))
    material = site.material
    file = material.file_of(source)
    assert file is not None
    spans = {id(finding): span for finding, span in findings_in(report.findings, source)}
    listed = {one.key: one for one in material.listed if id(one.finding) in spans}
    links = {key: material.addresses.path(key) for key in listed}
    marks = []
    for key, one in listed.items():
        span, words = spans[id(one.finding)], one.finding.title.text(lang)
        marks.append(Mark(span.start, span.end, key, one.word, "here", f"{one.finding.code} {words}"))

    def said(key: str) -> tuple[str, ...]:
        return remark(listed[key].finding, source, lang)[1:]

    lines = marked_lines(source, 1, source.line_count, marks)
    body = Templates(lang).body(
        "lines.html",
        name=title,
        first=1,
        last=source.line_count,
        all=source.line_count,
        findings=len(marks),
        pages=[],
        prose=True,
        lines=line_rows(lines, heading_levels(file), links, said),
    )
    return whole_file(site, [], [f'<section class="pc">\n{body}\n</section>\n'])
