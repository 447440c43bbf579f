"""Predicates that hold a text against its plan file: values, quotes, terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from checker.checks.facts import Facts
from checker.checks.fixes import from_text
from checker.checks.model_figures import agrees, plan_figures, told_of
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.finding import Fix, Related
from checker.messages.prose import (
    RELATED_MODEL,
    RELATED_MODEL_PLACE,
    RELATED_NEAREST,
    RELATED_OTHER_VALUE,
    RELATED_USUAL,
)
from checker.model import Element, Figure, Plan, Term
from checker.model.words import NATURES
from checker.rules.types import NUMBER, TEXT, Sort, Type
from checker.source import Span

if TYPE_CHECKING:
    from checker.prose.quotes import QuotedText
    from checker.prose.reading.rows import Stated

#: Whether a value of a tense is one that was reached.
_REACHED = {"actual": True, "expected": True, "target": False, "striving": False}
_STORED = {"预期性": "anticipated", "约束性": "binding"}
_NATURE = Type(Sort.CHOICE, choices=NATURES)
_MOST_NEAREST = 50  # more lost quotes are told without the sentence most like them
#: So like a sentence of a text at hand, a quote is of it and not of a text that is missing.
_SAME = 0.7


@predicate(
    "文表不一",
    "text_model_mismatch",
    Column("indicator", "指标", TEXT),
    Column("year", "年份", NUMBER),
    Column("value", "此处", TEXT),
    Column("other", "规划写", TEXT),
)
def text_model_mismatches(facts: Facts) -> Iterator[Record]:
    """Values of an indicator and year in the text that cannot hold together with any the plan file has for them.

    What the text says again, in a sentence or in its table, is told with the first place.
    """
    held: list[tuple[PlanText, _Told]] = []
    wanted = _Wanted()
    for text in (*checked_texts(facts), *facts.tables):
        if text.plan is None:
            continue
        figures, repeated = plan_figures(text, text.plan, facts), _repeated(text)
        told: dict[int, _Told] = {}
        for row in sorted(text.reading.statements, key=lambda row: (row.table >= 0, row.start)):
            indicator = figures.of(row)
            if indicator is None or (row.table, row.key) in repeated:
                continue
            alike = figures.alike(row, indicator)
            agreeing = [one for one in alike if agrees(one, row)]
            wanted.add(text, row, alike, agreeing)
            if alike and not agreeing:
                told.setdefault(id(alike[0]), _Told(alike[0])).rows.append(row)
        held += ((text, one) for one in told.values())
    yield from (_mismatch(text, one.rows, one.figure, wanted) for text, one in held)


class _Told(Struct, eq=False):
    """A figure of a plan and what a text tells otherwise of it."""

    figure: Figure
    rows: list[Stated] = field(default_factory=list)


class _Wanted:
    """For each figure of the plans what the texts would have in its place."""

    def __init__(self) -> None:
        self._written: dict[int, set[str | None]] = {}

    def add(self, text: PlanText, row: Stated, alike: Sequence[Figure], agreeing: Sequence[Figure]) -> None:
        """Take note of a row of a text that tells of the figures `alike`; those `agreeing` are right by it."""
        for figure in agreeing or alike:
            is_one = len(alike) == 1 and not agreeing
            self._written.setdefault(id(figure), set()).add(_as_plan(text, row, figure) if is_one else None)

    def of(self, figure: Figure) -> str | None:
        """The figure that all texts agree on, as the plan file would write it; None where there is no such one."""
        written = self._written.get(id(figure), set())
        return next(iter(written)) if len(written) == 1 else None


def _as_plan(text: PlanText, row: Stated, figure: Figure) -> str | None:
    from checker.model.plan_words import figure_as_printed, with_own_unit
    from checker.prose.constraints.conflict import words_of

    if row.said is None:
        return None
    # A figure of growth has its own unit; any other may name its own, or have that of the indicator.
    own = figure.indicator.unit_text if figure.indicator is not None and figure.basis != "annual" else ""
    printed = figure.source.text[figure.name_start : figure.name_end]
    amount = figure_as_printed(row.said, words_of(text.reading, row), own)
    names_it = bool(own) and own in printed
    return with_own_unit(amount, own) if amount is not None and names_it else amount


def _repeated(text: PlanText) -> set[tuple[int, str]]:
    """The names that stand in several rows of one table: which is meant is anybody's guess."""
    counted = Counter((row.table, row.key) for table in text.reading.tables for row in table.rows)
    return {name for name, times in counted.items() if times > 1}


def _mismatch(text: PlanText, rows: list[Stated], figure: Figure, wanted: _Wanted) -> Record:
    from checker.prose.constraints.conflict import words_of

    assert figure.quantity is not None
    row, other = rows[0], figure.quantity.describe()
    again = [
        text.related(RELATED_OTHER_VALUE(value=words_of(text.reading, one)), one.start, one.end) for one in rows[1:]
    ]
    related = (Related(RELATED_MODEL(value=other), figure.name_span), *again)
    said = {"indicator": told_of(row), "year": row.last_year, "value": words_of(text.reading, row)}
    record = text.record("text_model_mismatch", row.start, row.end, related=related, other=other, **said)
    written = wanted.of(figure)
    record.fix = from_text(figure.name_span, written) if written is not None else None
    return record


@predicate(
    "属性不一",
    "nature_unlike",
    Column("indicator", "指标", TEXT),
    Column("nature", "此处", _NATURE),
    Column("other", "规划写", _NATURE),
)
def natures_unlike(facts: Facts) -> Iterator[Record]:
    """Indicators that are binding in a table of the text and anticipated in the plan file, or the other way round."""
    for text in (*checked_texts(facts), *facts.tables):
        if text.plan is None:
            continue
        figures, repeated = plan_figures(text, text.plan, facts), _repeated(text)
        for row in (row for table in text.reading.tables for row in table.rows):
            indicator = figures.indicators.get(row.key)
            if indicator is None or (row.table, row.key) in repeated:
                continue
            told, other = _STORED.get(row.nature), indicator.nature
            if told is not None and other in _STORED.values() and told != other:
                related = (Related(RELATED_MODEL_PLACE(), indicator.name_span),)
                start, end = row.nature_at
                said = {"indicator": row.name, "nature": told, "other": other, "related": related}
                yield text.record("nature_unlike", start, end, **said)


@predicate("时态不一", "tense_unlike", Column("indicator", "指标", TEXT), Column("year", "年份", NUMBER))
def tenses_unlike(facts: Facts) -> Iterator[Record]:
    """Values that are targets in a table of the text and reached ones in the plan file, or the other way round."""
    for text in (*checked_texts(facts), *facts.tables):
        if text.plan is None:
            continue
        figures, repeated = plan_figures(text, text.plan, facts), _repeated(text)
        for row in text.reading.statements:
            indicator = figures.of(row) if row.table >= 0 and (row.table, row.key) not in repeated else None
            alike = figures.alike(row, indicator) if indicator is not None else ()
            is_reached = _REACHED.get(row.tense)
            others = {_REACHED.get(one.tense) for one in alike}
            if is_reached is not None and others == {not is_reached}:
                said = {"indicator": told_of(row), "year": row.last_year}
                related = (Related(RELATED_MODEL_PLACE(), alike[0].name_span),)
                yield text.record("tense_unlike", row.start, row.end, related=related, **said)


@predicate("失落原文", "lost_quote", Column("words", "原文", TEXT))
def lost_quotes(facts: Facts) -> Iterator[Record]:
    """Quotes of a plan that none of its texts has; where one is 未随附, those that another has nearly so."""
    from checker.prose.quotes import QuotedText

    by_plan: dict[int, list[PlanText]] = {}
    for text in checked_texts(facts):
        if text.plan is not None:
            by_plan.setdefault(id(text.plan), []).append(text)
    for texts in by_plan.values():
        plan = texts[0].plan
        # An indicator table holds no running text to quote from.
        if plan is not None:
            named = [one for one in plan.texts if not one.name.lower().endswith(".xlsx")]
            missing = [one.name for one in named if not one.at_hand]
            if len(texts) >= len(named) - len(missing):
                yield from _lost(plan, [(text, QuotedText(text.source.text)) for text in texts], missing)


def _lost(plan: Plan, texts: list[tuple[PlanText, QuotedText]], missing: list[str]) -> Iterator[Record]:
    """The quotes that are lost; where a text is missing, those that one at hand has in nearly the same words."""
    found, whole = 0, not missing
    for element in (plan, *plan.elements):
        if any(source.name in name for source in element.sources for name in missing):
            continue
        for quote in element.quotes:
            if any(text.holds(quote.text) for _, text in texts):
                continue
            found += 1
            related = tuple(_nearest(quote.text, texts, whole)) if found <= _MOST_NEAREST else ()
            if not (whole or related):
                continue
            span = Span(element.source, quote.start, quote.end)
            fix = _now(span, quote.text, [text for _, text in texts]) if related else None
            yield Record("lost_quote", element, span, None, None, related, {"words": quote.text}, fix=fix)


def _now(span: Span, quote: str, texts: list[QuotedText]) -> Fix | None:
    """What the text has in place of the quote, where only one passage may be it."""
    from checker.model.plan_words import written_sentence
    from checker.prose.quotes import passages_for

    passages = passages_for(texts, quote)
    written = written_sentence(passages[0]) if len(passages) == 1 else ""
    return from_text(span, written) if written[1:-1] == "".join(passages) and written else None


def _nearest(quote: str, texts: list[tuple[PlanText, QuotedText]], whole: bool) -> Iterator[Related]:
    near = [(one, text) for text, quoted in texts if (one := quoted.nearest(quote)) is not None]
    if near:
        best, text = max(near, key=lambda pair: pair[0].likeness)
        if whole or best.likeness >= _SAME:
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


PREDICATES = (text_model_mismatches, natures_unlike, tenses_unlike, lost_quotes, term_variants)
