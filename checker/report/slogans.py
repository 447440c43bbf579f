"""The slogans: each counted phrase and its members."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Slogan
from checker.model.schema import LISTED
from checker.report.addresses import slug
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View, choice_word

KEY = "slogans/index"
_CODES = frozenset({"PC701", "PC709"})
_SIZE = 150


def slogan_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list."""
    slogans = [one for one in material.elements(Slogan) if isinstance(one, Slogan)]
    in_texts = [one for one in material.listed if one.finding.code in _CODES]
    keys = list_keys(KEY, len(slogans), _SIZE)
    for number, some in cut(slogans, _SIZE):
        view = View(material, page_key(KEY, number))
        shown = [
            {
                "anchor": slug(one.plan.name, one.name),
                "ref": View(material, view.here, one.plan).ref(one),
                "plan": one.plan.name if len(material.plans) > 1 else "",
                "role": one.role or "",
                "listed": choice_word(LISTED, one.listed, material.lang),
                "members": [View(material, view.here, one.plan).reference(member) for member in one.members],
                "place": material.place(view.here, one.name_span),
                "where": one.plan.name,
                "findings": view.all_told(material.findings(one)),
            }
            for one in some
        ]
        body = templates.body(
            "slogans.html", slogans=shown, findings=view.all_told(in_texts), pages=turns(view, keys)
        )
        find = [(one["ref"].text, " ".join(ref.text for ref in one["members"]), one["anchor"]) for one in shown]
        yield Page(view.here, "", body, find)
