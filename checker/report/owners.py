"""The responsible offices: a table, and for each a sheet of what it answers for, to send out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.graph import Edge
from checker.model import Goal, Indicator, Measure, Owner
from checker.render.visible import visible
from checker.report.causes import Count, count
from checker.report.figures import wanted_words
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.view import View, field_words

KEY = "owners/index"
#: Of a kind, on one sheet; nobody answers for more.
_LISTED = 400
_KINDS = ((Goal, "目标", "Goals"), (Indicator, "指标", "Indicators"), (Measure, "举措", "Measures"))


def owner_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The table, then one sheet an office."""
    view = View(material, KEY)
    owners = [one for one in material.elements(Owner) if isinstance(one, Owner)]
    yield Page(KEY, "", templates.body("owners.html", rows=[_row(view, one) for one in owners]))
    for one in owners:
        yield _page(material, templates, one)


def _row(view: View, owner: Owner) -> dict[str, Any]:
    owned = [edge.target for edge in view.material.out("owns", owner)]
    return {
        "ref": view.ref(owner),
        "goals": sum(isinstance(one, Goal) for one in owned),
        "indicators": sum(isinstance(one, Indicator) for one in owned),
        "measures": sum(isinstance(one, Measure) for one in owned),
        "findings": _count(view, owner),
    }


def _count(view: View, owner: Owner) -> Count:
    """How many findings concern an office, with the list of just these."""
    material = view.material
    part = visible(material.part(owner.plan))
    return count(view, len(material.concerning(owner)), part=part, owner=visible(owner.name))


def _page(material: Material, templates: Templates, owner: Owner) -> Page:
    view = View(material, material.addresses.of(owner) or KEY, owner.plan)
    edges = material.out("owns", owner)
    english = material.lang == "en"
    groups = [
        (en if english else zh, [_item(view, edge) for edge in edges if isinstance(edge.target, kind)][:_LISTED])
        for kind, zh, en in _KINDS
    ]
    body = templates.body(
        "owner.html",
        ref=view.ref(owner),
        plan=owner.plan.name,
        groups=[group for group in groups if group[1]],
        findings=view.entries(material.concerning(owner)),
        count=_count(view, owner),
    )
    return Page(view.here, owner.name, body, [("", "", "")])


def _item(view: View, edge: Edge) -> dict[str, Any]:
    one = edge.target
    assert isinstance(one, Goal | Indicator | Measure)
    asked = ""
    if isinstance(one, Indicator):
        asked = wanted_words(view, one)
    elif one.content:
        asked = one.content
    return {
        "ref": view.ref(one),
        "inferred": edge.inferred,
        "asked": asked,
        "deadline": field_words(one, "deadline"),
        "chapters": view.chapters(one),
    }
