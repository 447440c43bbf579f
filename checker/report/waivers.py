"""The waivers: reason, approval, how long, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator

from checker.finding import Status
from checker.model import Waiver
from checker.report.material import Listed, Material
from checker.report.pages import Page, Templates
from checker.report.view import Ref, View, field_words

KEY = "waivers/index"


def waiver_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list, and the findings that are set aside."""
    view = View(material, KEY)
    rows = [
        {
            "code": one.name,
            "place": material.place(KEY, one.span),
            "on": view.reference(one.waived)
            if one.waived is not None
            else Ref("all" if material.lang == "en" else "全部"),
            "reason": one.reason,
            "approved_by": one.approved_by,
            "date": field_words(one, "date"),
            "until": field_words(one, "until"),
            "findings": view.entries(_about(material, one)),
        }
        for one in material.elements(Waiver)
        if isinstance(one, Waiver)
    ]
    waived = [one for one in material.listed if one.finding.status is Status.WAIVED]
    yield Page(KEY, "", templates.body("waivers.html", rows=rows, waived=view.entries(waived)))


def _about(material: Material, waiver: Waiver) -> list[Listed]:
    return [one for one in material.findings(waiver) if waiver.start <= one.finding.span.start < waiver.end]
