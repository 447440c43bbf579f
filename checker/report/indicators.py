"""The indicators: one table as a plan prints it, with what upper plans want beside it, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from checker.graph import Edge
from checker.model import Indicator, Plan, Relation
from checker.model.words import DIRECTIONS, LEVELS, TENSES
from checker.report.chart import draw_chart
from checker.report.figures import baseline_words, growth_words, target_words, wanted_words
from checker.report.material import Material
from checker.report.neighbourhood import draw_neighbourhood
from checker.report.pages import Page, Templates
from checker.report.paging import cut, list_keys, page_key, turns
from checker.report.view import View, choice_word, field_words, list_facts, nature_word, words_of
from checker.source import name_key
from checker.write.sheet_indicators import category_name

KEY = "indicators/index"
_SIZE = 250
#: Fields that an indicator's page shows as they are written.
#: Fields that the page of an indicator shows in a form of its own.
_ELSEWHERE = frozenset(
    [
        *("category", "unit", "nature", "direction", "annual", "cumulative"),
        *("owners", "aligns", "quotes", "sources"),
    ]
)


def indicator_pages(material: Material, templates: Templates) -> Iterator[Page]:
    """The table, then one page an indicator."""
    own = material.own_plans
    plans = [*own, *(plan for plan in material.plans if plan not in own)]
    ordered = [one for plan in plans for one in _in_order(plan)]
    keys = list_keys(KEY, len(ordered), _SIZE)
    numbers = _numbers(ordered)
    for number, some in cut(ordered, _SIZE):
        view = View(material, page_key(KEY, number))
        tables = [
            _table(View(material, view.here, plan), plan, [one for one in some if one.plan is plan], numbers)
            for plan in plans
        ]
        body = templates.body(
            "indicators.html", tables=[table for table in tables if table["groups"]], pages=turns(view, keys)
        )
        yield Page(view.here, "", body)
    for one in ordered:
        yield _page(material, templates, one)


def _in_order(plan: Plan) -> list[Indicator]:
    """By category as the plan names them; those outside its table last."""
    order = {phrase.text: at for at, phrase in enumerate(plan.categories)}
    own = [one for one in plan.elements if isinstance(one, Indicator)]
    return sorted(own, key=lambda one: (_outside(one), order.get(category_name(one), len(order)), category_name(one)))


def _numbers(ordered: Sequence[Indicator]) -> dict[int, int]:
    """The running number of each indicator in the table of its plan; what stands outside it has none."""
    counts: Counter[int] = Counter()
    numbers = {}
    for one in ordered:
        if not _outside(one):
            counts[id(one.plan)] += 1
            numbers[id(one)] = counts[id(one.plan)]
    return numbers


def _outside(indicator: Indicator) -> bool:
    return indicator.in_table == "no"


def _table(view: View, plan: Plan, indicators: list[Indicator], numbers: Mapping[int, int]) -> dict[str, Any]:
    english = view.material.lang == "en"
    uppers = _uppers(view.material, indicators)
    first, last = plan.first_year, plan.last_year
    base = str(first - 1) if first is not None else ""
    groups = [
        {"name": name, "rows": [{"number": numbers.get(id(one), ""), **_row(view, one, uppers)} for one in members]}
        for name, members in groupby(indicators, category_name)
    ]
    return {
        "plan": plan.name,
        "note": _declared(plan, english),
        "base": f"Baseline {base}".strip() if english else f"{base}年基期" if base else "基期",
        "last": f"Target {last or ''}".strip() if english else f"{last}年目标" if last else "目标",
        "uppers": [upper.name for upper in uppers],
        "groups": groups,
    }


def _declared(plan: Plan, english: bool) -> str:
    if plan.total_indicators is None:
        return ""
    written = field_words(plan, "indicator_count")
    return f"Declared: {written}" if english else f"规划写明：{written}"


def _uppers(material: Material, indicators: list[Indicator]) -> list[Plan]:
    """The upper plans that any of these is held against, from the nearest level up."""
    order = {level.en: -at for at, level in enumerate(LEVELS)}
    found = {id(edge.target.plan): edge.target.plan for one in indicators for edge in _above(material, one)}
    return sorted(found.values(), key=lambda plan: order.get(plan.level or "", 1))


def _above(material: Material, indicator: Indicator) -> list[Edge]:
    return [edge for edge in material.out("aligns", indicator) if isinstance(edge.target, Indicator)]


def _row(view: View, indicator: Indicator, uppers: list[Plan]) -> dict[str, Any]:
    above = _above(view.material, indicator)
    cells = [[_upper_row(view, edge) for edge in above if edge.target.plan is upper] for upper in uppers]
    return {
        "ref": view.ref(indicator),
        "outside": _outside(indicator),
        "unchecked": bool(view.material.unchecked_about(indicator)),
        "unit": indicator.unit_text,
        "baseline": baseline_words(view, indicator),
        "target": target_words(view, indicator),
        "growth": growth_words(view, indicator),
        "nature": nature_word(indicator, view.material.lang),
        "owners": view.owners(indicator),
        "uppers": cells,
    }


def _upper_row(view: View, edge: Edge) -> dict[str, Any]:
    """An indicator above, with its figures; amounts stand with their unit, for no one to compare them blindly."""
    above = edge.target
    assert isinstance(above, Indicator)
    tie = view.tie(edge, above)
    tie.ref.plan, plan = "", above.plan.name
    holder = edge.source
    return {
        "same": name_key(above.name) == name_key(holder.name),
        "ref": tie.ref,
        "plan": plan,
        "mode": tie.mode,
        "inferred": tie.inferred,
        "unit": above.unit_text,
        "baseline": baseline_words(view, above),
        "target": target_words(view, above) or growth_words(view, above),
        "value": wanted_words(view, above),
    }


def _page(material: Material, templates: Templates, indicator: Indicator) -> Page:
    view = View(material, material.addresses.of(indicator) or KEY, indicator.plan)
    drawing, left_out = draw_neighbourhood(view, indicator)
    ref = view.ref(indicator)
    values = [view.value(figure) for figure in sorted(indicator.figures, key=lambda one: (one.year or 9999, one.tense))]
    body = templates.body(
        "indicator.html",
        ref=ref,
        category=category_name(indicator),
        unit=indicator.unit_text,
        nature=nature_word(indicator, material.lang),
        place=material.place(view.here, indicator.name_span),
        where=indicator.plan.name,
        quotes=[quote.text for quote in indicator.quotes],
        findings=view.entries(material.findings(indicator)),
        unchecked=material.unchecked_about(indicator),
        chart=draw_chart(view, indicator),
        direction=choice_word(DIRECTIONS, indicator.direction, material.lang),
        values=[
            {
                "when": one.when,
                "tense_word": choice_word(TENSES, one.tense or None, material.lang),
                "amount": one.amount,
                "notes": one.notes,
                "place": one.place,
            }
            for one in values
        ],
        facts=list_facts(indicator, _ELSEWHERE, material.lang),
        owners=view.owners(indicator),
        goals=view.refs(material.goals_of(indicator)),
        sources=[source.name for source in indicator.sources],
        uppers=[_upper_row(view, edge) for edge in _above(material, indicator)],
        relations=view.refs(_relations(material, indicator)),
        drawing=drawing,
        left_out=left_out,
    )
    figures = " ".join(f"{one.when} {one.amount}" for one in values if one.amount)
    said = " ".join(filter(None, (words_of(indicator), figures, wanted_words(view, indicator))))
    return Page(view.here, ref.text, body, [("", said, "")])


def _relations(material: Material, indicator: Indicator) -> list[Relation]:
    return material.relations.get(id(indicator), [])
