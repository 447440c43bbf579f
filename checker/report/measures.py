"""The measures: a table, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Measure
from checker.model.words import MEASURE_TYPES
from checker.report.material import Material
from checker.report.neighbourhood import draw_neighbourhood
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View, choice_word, field_words, list_facts, words_of

KEY = "measures/index"
_SIZE = 400
#: Fields that the page of a measure shows in a form of its own.
_ELSEWHERE = frozenset(
    [
        *("type", "supports", "part_of", "depends_on", "content"),
        *("aligns", "implements", "chapters", "owners", "quotes"),
    ]
)


def measure_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The table, then one page a measure."""
    measures = [one for one in material.elements(Measure) if isinstance(one, Measure)]
    keys = list_keys(KEY, len(measures), _SIZE)
    for number, some in cut(measures, _SIZE):
        view = View(material, page_key(KEY, number))
        rows = [_row(View(material, view.here, one.plan), one) for one in some]
        several = len(material.plans) > 1
        body = templates.body("measures.html", rows=rows, several=several, total=len(measures), pages=turns(view, keys))
        yield Page(view.here, "", body)
    for one in measures:
        yield _page(material, templates, one)


def _row(view: View, measure: Measure) -> dict[str, Any]:
    return {
        "ref": view.ref(measure),
        "plan": measure.plan.name,
        "type": choice_word(MEASURE_TYPES, measure.type, view.material.lang),
        "goals": [view.tie(edge, edge.target) for edge in view.material.out("supports", measure)],
        "owners": view.owners(measure),
        "deadline": field_words(measure, "deadline"),
        "chapters": view.chapters(measure),
    }


def _page(material: Material, templates: Templates, measure: Measure) -> Page:
    view = View(material, material.addresses.of(measure) or KEY, measure.plan)
    drawing, left_out = draw_neighbourhood(view, measure)
    row = _row(view, measure)
    body = templates.body(
        "measure.html",
        **row,
        place=material.place(view.here, measure.name_span),
        where=measure.plan.name,
        content=measure.content,
        quotes=[quote.text for quote in measure.quotes],
        findings=view.entries(material.findings(measure)),
        unchecked=material.unchecked_about(measure),
        facts=list_facts(measure, _ELSEWHERE, material.lang),
        part_of=view.refs(edge.target for edge in material.out("part_of", measure)),
        parts=view.refs(edge.source for edge in material.into("part_of", measure)),
        depends=view.refs(edge.target for edge in material.out("depends", measure)),
        slogans=view.refs(edge.source for edge in material.into("contains", measure)),
        upward=[view.tie(edge, edge.target) for edge in material.upward(measure)],
        drawing=drawing,
        left_out=left_out,
    )
    return Page(view.here, row["ref"].text, body, [("", words_of(measure), "")])
