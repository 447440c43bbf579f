"""Predicates that hold a text against its plan file: values, quotes, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.finding import Related
from checker.messages.prose import RELATED_MODEL, RELATED_NEAREST, RELATED_USUAL
from checker.model import Element, Figure, Indicator, Plan, Term
from checker.rules.types import NUMBER, TEXT
from checker.source import Span

if TYPE_CHECKING:
    from checker.prose.claims import Claim
    from checker.prose.quotes import QuotedText

_MOST_NEAREST = 50  # more lost quotes are told without the sentence most like them


def indicator_names(plan: Plan) -> dict[str, Indicator]:
    """Each name that a text may call an indicator of the plan by, those of the lexicon among them."""
    from checker.prose.claims import lexicon_aliases

    known, found = lexicon_aliases(), dict[str, Indicator]()
    for element in plan.elements:
        if isinstance(element, Indicator):
            for name in (element.name, *(alias.text for alias in element.aliases)):
                found.setdefault(name, element)
                found.setdefault(known.get(name, name), element)
    return found


@predicate(
    "文表不一",
    "text_model_mismatch",
    Column("indicator", "指标", TEXT),
    Column("year", "年份", NUMBER),
    Column("value", "此处", TEXT),
    Column("other", "规划写", TEXT),
)
def text_model_mismatches(facts: Facts) -> Iterator[Record]:
    """Values of an indicator and year in the text that cannot hold together with any the plan file has for them."""
    from checker.prose.places import own_sign

    told = [(text, (*text.claims, *text.table_claims)) for text in checked_texts(facts) if text.plan is not None]
    for text, claims in (*told, *((table, table.table_claims) for table in facts.tables)):
        if text.plan is None:
            continue
        indicators, own = indicator_names(text.plan), own_sign(text.source.text, text.level(facts))
        for claim, offset in claims:
            indicator = indicators.get(claim.subject)
            if indicator is None or claim.year is None or not same_scope(claim, indicator, own):
                continue
            figure = _contradicted(claim, indicator)
            if figure is not None:
                yield _mismatch(text, claim, offset, figure)


def same_scope(claim: Claim, indicator: Indicator, own: str) -> bool:
    """Whether claim and indicator speak of the same area; `own` is the sign of the plan's own (区)."""
    if indicator.scope is not None:
        return indicator.scope == claim.scope
    return not claim.scope or claim.scope.endswith(own)


def _contradicted(claim: Claim, indicator: Indicator) -> Figure | None:
    """The plan's value of the claim's year where every value it has for it is out of the question."""
    from checker.prose.claims import apart

    basis = basis_of(claim)
    figures = [
        one
        for one in indicator.figures
        if one.basis == basis and one.quantity is not None and (basis != "point" or one.year == claim.year)
    ]
    comparable = [one for one in figures if alike(one, claim)]
    if not comparable or not all(one.quantity and apart(one.quantity, claim.figure.quantity) for one in comparable):
        return None
    return comparable[0]


def basis_of(claim: Claim) -> str | None:
    """The basis of a plan's figure that is told as `claim` is, None where none is."""
    return {"": "point", "年均增长": "annual", "累计": "cumulative"}.get(claim.change)


def alike(figure: Figure, claim: Claim) -> bool:
    """Whether the two are told in one dimension."""
    own, other = figure.quantity, claim.figure.quantity
    if own is None or own.unit is None or other.unit is None:
        return False
    return own.unit.dimension == other.unit.dimension


def _mismatch(text: PlanText, claim: Claim, offset: int, figure: Figure) -> Record:
    start, end = offset + claim.start, offset + claim.end
    assert figure.quantity is not None
    other = figure.quantity.describe()
    related = (Related(RELATED_MODEL(value=other), figure.name_span),)
    said = {"indicator": claim.subject + claim.change, "year": claim.year, "value": text.words_of(claim, offset)}
    return text.record("text_model_mismatch", start, end, related=related, other=other, **said)


@predicate("失落原文", "lost_quote", Column("words", "原文", TEXT))
def lost_quotes(facts: Facts) -> Iterator[Record]:
    """Quotes of a plan that none of its texts has; nothing is said where not all of its texts are at hand."""
    from checker.prose.quotes import QuotedText

    by_plan: dict[int, list[PlanText]] = {}
    for text in checked_texts(facts):
        if text.plan is not None:
            by_plan.setdefault(id(text.plan), []).append(text)
    for texts in by_plan.values():
        plan = texts[0].plan
        # An indicator table holds no running text to quote from.
        if plan is not None and len(texts) >= sum(not one.name.lower().endswith(".xlsx") for one in plan.texts):
            yield from _lost(plan, [(text, QuotedText(text.source.text)) for text in texts])


def _lost(plan: Plan, texts: list[tuple[PlanText, QuotedText]]) -> Iterator[Record]:
    found = 0
    for element in (plan, *plan.elements):
        for quote in element.quotes:
            if any(text.holds(quote.text) for _, text in texts):
                continue
            found += 1
            related = tuple(_nearest(quote.text, texts)) if found <= _MOST_NEAREST else ()
            span = Span(element.source, quote.start, quote.end)
            yield Record("lost_quote", element, span, None, None, related, {"words": quote.text})


def _nearest(quote: str, texts: list[tuple[PlanText, QuotedText]]) -> Iterator[Related]:
    near = [(one, text) for text, quoted in texts if (one := quoted.nearest(quote)) is not None]
    if near:
        best, text = max(near, key=lambda pair: pair[0].likeness)
        yield text.related(RELATED_NEAREST(), best.start, best.end)


@predicate("异名", "term_variant", Column("words", "所写", TEXT), Column("usual", "别处", TEXT))
def term_variants(facts: Facts) -> Iterator[Record]:
    """Wrong variants of the plan's terms in its texts."""
    for text in checked_texts(facts):
        for term in _terms(text.plan):
            for variant in term.variants:
                for start in _standing(text.source.text, variant.text, term.name):
                    related = (Related(RELATED_USUAL(usual=term.name), term.name_span),)
                    said = {"words": variant.text, "usual": term.name, "related": related}
                    yield text.record("term_variant", start, start + len(variant.text), **said)


def _terms(plan: Plan | None) -> Iterator[Term]:
    elements: list[Element] = plan.elements if plan is not None else []
    return (one for one in elements if isinstance(one, Term))


def _standing(text: str, variant: str, right: str) -> Iterator[int]:
    """Where the variant stands, but not as a part of the right name."""
    inside = right.find(variant)
    for found in re.finditer(re.escape(variant), text) if variant else ():
        begin = found.start() - inside
        if inside < 0 or text[max(begin, 0) : begin + len(right)] != right:
            yield found.start()


PREDICATES = (text_model_mismatches, lost_quotes, term_variants)
