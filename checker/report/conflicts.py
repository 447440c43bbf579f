"""Targets that cannot all hold: each set with its arithmetic and its statements."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.verdict import unchecked_by
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View

KEY = "conflicts/index"
_SIZE = 40


def conflict_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The sets, in the order of how bad they are."""
    sets = material.gathered("conflicts")
    unchecked = unchecked_by(material.report, material.codes_of("conflicts"))
    keys = list_keys(KEY, len(sets), _SIZE)
    for number, some in cut(sets, _SIZE):
        view = View(material, page_key(KEY, number))
        shown = [
            {
                "told": view.entry(one),
                "spot": view.spot(one.finding.span),
                "related": [view.related(related) for related in one.finding.related],
                "help": one.finding.help,
            }
            for one in some
        ]
        body = templates.body("conflicts.html", sets=shown, pages=turns(view, keys), unchecked=unchecked)
        yield Page(view.here, "", body)
