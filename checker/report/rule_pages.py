"""The rules that ran: a list, and a page for each with its basis, its examples and what it found."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks import Rule
from checker.engine.verdict import restrictions, unchecked_by
from checker.render.rule_page import example_lines, rule_text, severity_words
from checker.report.material import Listed, Material
from checker.report.pages import Page, Templates
from checker.report.view import View

KEY = "rules/index"
_SHOWN = 100


def rule_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The list, then one page a rule."""
    view = View(material, KEY)
    found: dict[str, list[Listed]] = {}
    for one in material.listed:
        found.setdefault(one.finding.code, []).append(one)
    rows = [
        {
            "code": rule.code,
            "title": rule.title,
            "url": view.link(f"rule/{rule.code}"),
            "severity": severity_words(rule, material.lang),
            "basis": rule.bases[0].text() if rule.bases else "",
            "findings": len(found.get(rule.code, ())),
        }
        for rule in material.rules
    ]
    yield Page(KEY, "", templates.body("rules.html", rows=rows, not_run=restrictions(material.report)))
    for rule in material.rules:
        yield _page(material, templates, rule, found.get(rule.code, []))


def _page(material: Material, templates: Templates, rule: Rule, found: list[Listed]) -> Page:
    view = View(material, f"rule/{rule.code}")
    examples = [
        {"good": example.good, "name": example.name.text, "text": "\n".join(example_lines(example))}
        for example in rule.examples
    ]
    body = templates.body(
        "rule.html",
        code=rule.code,
        title=rule.title,
        about=rule.about,
        severity=severity_words(rule, material.lang),
        bases=[basis.text() for basis in rule.bases],
        parameters=[one for one in rule.parameters.values() if one.meaning is not None],
        limits=rule.limits,
        findings=view.entries(found[:_SHOWN]),
        unchecked=unchecked_by(material.report, (rule.code,)),
        more=max(0, len(found) - _SHOWN),
        all_url=view.link("findings/index"),
        examples=examples,
        text=rule_text(rule),
    )
    title = f"{rule.code} {rule.title.text(material.lang)}"
    return Page(view.here, title, body, [("", rule.about.text(material.lang) if rule.about else "", "")])
