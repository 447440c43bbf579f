"""How the draft came about: the steps recorded, and what became of the comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
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
    plans = [_of(View(material, KEY, plan), plan, f"p{number}") for number, plan in enumerate(material.plans, 1)]
    body = templates.body(
        "procedure.html",
        plans=plans,
        findings=View(material, KEY).entries(findings),
    )
    yield Page(KEY, "", body, [("", "", ""), *(found for plan in plans for found in _found(plan))])


def _found(told: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """For the search: each step and each comment, by what its row says."""
    for step in told["steps"]:
        yield step["ref"].text, " ".join([*step["actors"], step["received"], step["result"]]), step["anchor"]
    for one in told["comments"]:
        yield f"{one['ref'].kind} {one['ref'].text}", f"{one['from_office']} {one['content']}", one["anchor"]


def _of(view: View, plan: Plan, anchor: str) -> dict[str, Any]:
    lang = view.material.lang
    steps = [one for one in plan.elements if isinstance(one, Procedure)]
    comments = [one for one in plan.elements if isinstance(one, Comment)]
    handled = Counter(choice_word(HANDLING, one.handling, lang) or "—" for one in comments)
    return {
        "name": plan.name,
        "steps": [
            {
                "ref": view.ref(one),
                "anchor": f"{anchor}-step-{at}",
                "when": field_words(one, "when"),
                "actors": [phrase.text for phrase in one.actors],
                "round": field_words(one, "round"),
                "received": field_words(one, "received"),
                "result": one.result or one.content or "",
            }
            for at, one in enumerate(steps, 1)
        ],
        "handled": handled.most_common(),
        "comments": [
            {
                "ref": view.ref(one),
                "anchor": f"{anchor}-comment-{at}",
                "from_office": one.from_office or "",
                "content": one.content or "",
                "handling": choice_word(HANDLING, one.handling, lang),
                "carried_out_in": [view.reference(reference) for reference in one.carried_out_in],
            }
            for at, one in enumerate(comments[:_COMMENTS], 1)
        ],
    }
