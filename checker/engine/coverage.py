"""What a text says that its plan file does not have: each figure of an indicator, looked up in the model.

A statement is in the model if the plan file has a value for that indicator and year (one that differs is for PC703
to tell), if one of its quotes holds the words, or if it writes the same figure elsewhere (a step that tells how many
comments came in). Everything else is listed with its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.plan_texts import PlanText, checked_texts
from checker.model import Figure, Indicator, Plan
from checker.source import Span

if TYPE_CHECKING:
    from checker.checks import Facts
    from checker.prose.claims import Claim

#: Words that end what is no name: the figure belongs to something said elsewhere.
_NO_NAME = re.compile(r"^(?:比|较|略|高于|低于|如有?|按照?)|(?:[的和与及按比于有需各类]|[0-9])$")
_TAIL = re.compile(r"(?:由|从|已|共|为|约|力争)+$")
#: 2020年……由520亿元增加到819亿元: the year is that of the second value.
_FROM = re.compile(r"(?:由|从)$")
_NUMBER = re.compile(r"[0-9][0-9,.]*[^，。；、（）()0-9]*$")
#: Figures with fewer digits stand everywhere.
_FEWEST_DIGITS = 2


class Unmodelled(Struct, frozen=True):
    """A statement that the model lacks: what it is called, its year if one is told, the figure and where it stands."""

    name: str
    year: int | None
    value: str
    span: Span


class TextCoverage(Struct, frozen=True):
    """What one text states in figures: `told` is how many times, `known` how many of these the model has."""

    path: str
    plan: str
    told: int
    lacking: tuple[Unmodelled, ...]

    @property
    def known(self) -> int:
        """How many the model has."""
        return self.told - len(self.lacking)


def coverage_of(facts: Facts) -> list[TextCoverage]:
    """For each checked text with a plan what it states and the model lacks; linear in text and plan."""
    models: dict[int, _Model] = {}
    found = []
    for text in checked_texts(facts):
        if text.plan is not None:
            model = models.setdefault(id(text.plan), _Model(text.plan))
            found.append(_coverage(text, model, text.level(facts)))
    return found


def _coverage(text: PlanText, model: _Model, level: str | None) -> TextCoverage:
    from checker.prose.places import own_sign

    own = own_sign(text.source.text, level)
    told, lacking = 0, []
    for claim, offset in (*text.claims, *text.table_claims):
        words = text.source.text[offset + claim.named_at : offset + claim.start]
        value = text.source.text[offset + claim.start : offset + claim.end]
        if not _is_statement(claim, value):
            continue
        told += 1
        if not model.has(claim, words, value, own):
            span = Span(text.source, offset + claim.start, offset + claim.end)
            year = None if _FROM.search(claim.subject) else claim.year
            lacking.append(Unmodelled(_name(claim, words), year, text.words_of(claim, offset), span))
    name = text.plan.name if text.plan is not None else ""
    return TextCoverage(text.source.path, name, told, tuple(lacking))


def _name(claim: Claim, words: str) -> str:
    """What a reader calls it: 产值 counts as a verb where claims are compared, and as a name here."""
    name = _TAIL.sub("", claim.subject)
    return claim.scope + name + ("产值" if f"{name}产值" in words else "") + claim.change


def _is_statement(claim: Claim, value: str) -> bool:
    """Whether the figure says something of what is named before it: 第十四个 and 占…的 83% do not."""
    from checker.quantity import UnitKind

    unit = claim.figure.quantity.unit
    if unit is None or (value.startswith("第") and unit.kind is not UnitKind.ORDINAL):
        return False
    return _NO_NAME.search(claim.subject) is None


class _Model:
    """What a plan file says in figures, ready to be looked up."""

    def __init__(self, plan: Plan) -> None:
        from checker.checks.text_model import indicator_names
        from checker.prose.quotes import plain

        self._indicators = indicator_names(plan)
        # The longest name first: 单位地区生产总值能耗 is not 地区生产总值.
        longest = sorted(self._indicators, key=len, reverse=True)
        self._named = re.compile("|".join(map(re.escape, longest)) or r"(?!)")
        self._plain = plain
        self._quotes = "\n".join(plain(quote.text) for one in (plan, *plan.elements) for quote in one.quotes)
        self._written = frozenset(re.findall(r"[0-9][0-9.]*[^\W0-9_/／]+", plain(plan.source.text)))

    def has(self, claim: Claim, words: str, value: str, own: str) -> bool:
        """Whether the model has what `claim` says; `words` name it as the text does, `own` is the plan's own scope."""
        if self._plain(words + value) in self._quotes:
            return True
        indicator = self._indicators.get(claim.subject)
        if indicator is not None and claim.year is not None and _own(claim, indicator, own):
            return any(_of_year(one, claim) for one in indicator.figures)
        named = self._named.search(words)
        if indicator is None and named is not None:
            indicator = self._indicators[named[0]]
        if indicator is not None:
            return _own(claim, indicator, own) and _agrees(indicator.figures, claim)
        figure = _NUMBER.search(self._plain(value))
        return figure is not None and sum(map(str.isdigit, figure[0])) >= _FEWEST_DIGITS and figure[0] in self._written


def _own(claim: Claim, indicator: Indicator, own: str) -> bool:
    from checker.checks.text_model import same_scope

    return same_scope(claim, indicator, own)


def _of_year(figure: Figure, claim: Claim) -> bool:
    """Whether a figure is told in the same way, of the same year."""
    from checker.checks.text_model import alike, basis_of

    basis = basis_of(claim)
    if basis is None:
        return _agrees((figure,), claim)
    return figure.basis == basis and (basis != "point" or figure.year == claim.year) and alike(figure, claim)


def _agrees(figures: Sequence[Figure], claim: Claim) -> bool:
    """Whether a value of any year fits the claim, which says no year or has its name in other words."""
    from checker.checks.text_model import alike
    from checker.prose.claims import apart

    return any(
        one.quantity is not None and alike(one, claim) and not apart(one.quantity, claim.figure.quantity)
        for one in figures
        if claim.year is None or one.year is None or one.year == claim.year
    )
