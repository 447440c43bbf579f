"""The slogans: each counted phrase and its members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Slogan
from checker.model.words import LISTED
from checker.report.addresses import slug
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View, choice_word

KEY = "slogans/index"
_SIZE = 150


def slogan_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list."""
    slogans = [one for one in material.elements(Slogan) if isinstance(one, Slogan)]
    in_texts = material.gathered("slogans")
    keys = list_keys(KEY, len(slogans), _SIZE)
    for number, some in cut(slogans, _SIZE):
        view = View(material, page_key(KEY, number))
        shown = [_row(View(material, view.here, one.plan), one) for one in some]
        body = templates.body("slogans.html", slogans=shown, findings=view.entries(in_texts), pages=turns(view, keys))
        find = [(one["ref"].text, " ".join(ref.text for ref in one["members"]), one["anchor"]) for one in shown]
        yield Page(view.here, "", body, find)


def _row(view: View, slogan: Slogan) -> dict[str, Any]:
    material = view.material
    return {
        "anchor": slug(slogan.plan.name, slogan.name),
        "ref": view.ref(slogan),
        "plan": slogan.plan.name if len(material.plans) > 1 else "",
        "role": slogan.role or "",
        "listed": choice_word(LISTED, slogan.listed, material.lang),
        "members": [view.reference(member) for member in slogan.members],
        "place": material.place(view.here, slogan.name_span),
        "where": slogan.plan.name,
        "findings": view.entries(material.findings(slogan)),
    }
