"""Plan files and plan texts as they stand, line by line, with the findings in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.engine.coverage import TextCoverage
from checker.engine.taken_up import TextFollowed
from checker.messages.taken_up import TAKEN_UP_KINDS, TAKEN_UP_STATES
from checker.report.lines import MarkedLine, Segment, marked_lines
from checker.report.material import File, Material
from checker.report.pages import Page, Templates
from checker.report.paging import Turn
from checker.report.view import Ref, View

TEXTS = "texts/index"
SOURCES = "sources/index"
#: A text of a hundred thousand characters may state thousands of figures; the JSON has them all.
_LACKING_SHOWN = 500
#: The paragraphs about a finding, by its key.
Notes = Callable[[str], Sequence[str]]


def text_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list of texts, and their pages."""
    files = [file for file in material.files.values() if file.text is not None]
    none = ("No text is at hand.", "没有随附文本，文本没有检查。")[material.lang != "en"]
    view = View(material, TEXTS)
    coverage = [_coverage(view, one) for one in material.report.coverage if one.lacking]
    followed = [_followed(view, one, material.lang) for one in material.report.followed]
    yield from _pages(material, templates, TEXTS, ("文本", "Texts"), files, none, coverage=coverage, followed=followed)


def source_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list of plan files, and their pages."""
    files = [file for file in material.files.values() if file.text is None]
    none = ("There is no plan file.", "没有规划文件。")[material.lang != "en"]
    yield from _pages(material, templates, SOURCES, ("规划文件", "Plan files"), files, none, coverage=(), followed=())


def _pages(
    material: Material,
    templates: Templates,
    key: str,
    names: tuple[str, str],
    files: list[File],
    none: str,
    **lists: Sequence[Mapping[str, object]],
) -> Iterator[Page]:
    view = View(material, key)
    title = names[material.lang == "en"]
    rows = [
        {
            "ref": Ref(file.source.path, view.link(file.key)),
            "plan": file.plan.name if file.plan is not None else "",
            "lines": file.source.line_count,
            "findings": sum(mark.role == "here" for mark in file.marks),
        }
        for file in files
    ]
    yield Page(key, "", templates.body("files.html", title=title, rows=rows, otherwise=none, **lists))
    for file in files:
        yield from _file_pages(material, templates, file)


def _coverage(view: View, one: TextCoverage) -> dict[str, object]:
    """What a text states and its plan file lacks, as the template `files.html` takes it."""
    shown = one.lacking[:_LACKING_SHOWN]
    return {
        "name": one.path,
        "all": one.told,
        "known": one.known,
        "lacking": len(one.lacking),
        "rows": [
            {"name": it.name, "year": it.year or "", "value": it.value, "spot": view.spot(it.span, lines=False)}
            for it in shown
        ],
        "more": len(one.lacking) - len(shown),
    }


def _followed(view: View, one: TextFollowed, lang: str) -> dict[str, object]:
    """What an outline has of a proposal, as the template `files.html` takes it: what is missing first."""
    order = ("missing", "reworded", "kept")
    shown = sorted(one.items, key=lambda item: order.index(item.state))[:_LACKING_SHOWN]
    return {
        "name": one.path,
        "proposal": one.proposal,
        "all": len(one.items),
        **{state: one.count(state) for state in order},
        "rows": [
            {
                "state": TAKEN_UP_STATES[item.state]().text(lang),
                "kind": TAKEN_UP_KINDS[item.kind]().text(lang),
                "words": item.words,
                "spot": view.spot(item.span, lines=False),
                "other": item.other,
                "other_spot": view.spot(item.other_span, lines=False) if item.other_span is not None else None,
            }
            for item in shown
        ],
        "more": len(one.items) - len(shown),
    }


def _file_pages(material: Material, templates: Templates, file: File) -> Iterator[Page]:
    source = file.source
    levels = heading_levels(file)
    for key, first, last in file.pages():
        view = View(material, key)
        links = {mark.finding: view.link(mark.finding) for mark in file.marks}
        low, high = source.line_start(first), source.line_end(last)
        marks = [mark for mark in file.marks if mark.end >= low and mark.start <= high]
        lines = line_rows(marked_lines(source, first, last, marks), levels, links)
        begun = sum(mark.role == "here" and low <= mark.start <= high for mark in marks)
        body = templates.body(
            "lines.html",
            name=source.path,
            first=first,
            last=last,
            all=source.line_count,
            findings=begun,
            pages=_turns(view, file),
            prose=file.text is not None,
            lines=lines,
        )
        yield Page(key, source.path, body, _found(file, first, last))


def line_rows(
    lines: Iterable[MarkedLine], levels: Mapping[int, int], links: Mapping[str, str], said: Notes | None = None
) -> list[dict[str, object]]:
    """Lines as the template `lines.html` takes them; `links` are the addresses of findings by their keys.

    `said` gives the paragraphs about a finding that are to stand beside its line, instead of a mere link.
    """
    return [
        {
            "number": line.number,
            "level": levels.get(line.number, 0),
            "segments": [_segment(one, links) for one in line.segments],
            "marks": [
                {
                    "word": mark.severity,
                    "url": links[mark.finding],
                    "title": mark.title,
                    "said": said(mark.finding) if said is not None else (),
                }
                for mark in line.marks
                if mark.role == "here"
            ],
        }
        for line in lines
    ]


def _segment(segment: Segment, links: Mapping[str, str]) -> dict[str, str]:
    mark = segment.mark
    if mark is None:
        return {"text": segment.text, "url": ""}
    return {
        "text": segment.text,
        "url": links[mark.finding],
        "word": mark.severity,
        "role": mark.role,
        "title": mark.title,
    }


def _turns(view: View, file: File) -> list[Turn]:
    return [Turn(f"{first}—{last}", view.link(key), key == view.here) for key, first, last in file.pages()]


def heading_levels(file: File) -> dict[int, int]:
    """The depth of each heading by its line."""
    if file.text is None:
        return {}
    headings = file.text.document.headings
    return {file.source.place(one.start).line: min(one.level, 3) for one in headings}


def _found(file: File, first: int, last: int) -> list[tuple[str, str, str]]:
    """For the search: the text under each heading of a text; a plan file is found through its pages."""
    if file.text is None:
        return []
    found: list[tuple[str, list[str], str]] = [(file.source.path, [], "")]
    levels = heading_levels(file)
    for number in range(first, last + 1):
        line = file.source.line(number).strip()
        if number in levels:
            found.append((line[:40], [], f"L{number}"))
        elif line:
            found[-1][1].append(line)
    return [(title, " ".join(lines), anchor) for title, lines, anchor in found if lines or anchor]
