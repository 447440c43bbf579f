"""How the draft came about: the steps recorded, and what became of the comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from checker.model import Comment, Plan, Procedure
from checker.model.words import HANDLING
from checker.report.material import Material
from checker.report.pages import Page, Templates
from checker.report.view import View, choice_word, field_words

KEY = "procedure/index"
_COMMENTS = 500


def procedure_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The page."""
    findings = material.gathered("procedure")
    body = templates.body(
        "procedure.html",
        plans=[_of(View(material, KEY, plan), plan) for plan in material.plans],
        findings=View(material, KEY).entries(findings),
    )
    yield Page(KEY, "", body)


def _of(view: View, plan: Plan) -> dict[str, Any]:
    lang = view.material.lang
    comments = [one for one in plan.elements if isinstance(one, Comment)]
    handled = Counter(choice_word(HANDLING, one.handling, lang) or "—" for one in comments)
    return {
        "name": plan.name,
        "steps": [
            {
                "ref": view.ref(one),
                "when": field_words(one, "when"),
                "actors": [phrase.text for phrase in one.actors],
                "round": field_words(one, "round"),
                "received": field_words(one, "received"),
                "result": one.result or one.content or "",
            }
            for one in plan.elements
            if isinstance(one, Procedure)
        ],
        "handled": handled.most_common(),
        "comments": [
            {
                "ref": view.ref(one),
                "from_office": one.from_office or "",
                "content": one.content or "",
                "handling": choice_word(HANDLING, one.handling, lang),
                "carried_out_in": [view.reference(reference) for reference in one.carried_out_in],
            }
            for one in comments[:_COMMENTS]
        ],
    }
