"""The units that meet in the formula of a relation: what is added, subtracted or compared has to be alike.

What cannot be known (an indicator without a unit, a number without one, a function) is alike to anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.meaning.figures import reckoned_in
from checker.model import Indicator, Relation
from checker.quantity import Unit, UnitKind, parse_unit
from checker.quantity.units import unit_product, unit_quotient
from checker.syntax import Term

_SUMS = ("+", "-", "合计", "sum")
#: Deeper formulas are no relation anybody reads.
_DEEPEST = 60


class _Unlike(Exception):
    """Two terms whose units are not alike; `words` tells them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def unlike_terms(relation: Relation) -> str | None:
    """The first two terms that are added or compared though their units are unlike: 「甲」（亿元）、「乙」（%）."""
    formula = relation.formula
    if formula is None:
        return None
    reader = _Reader(relation)
    try:
        reader.alike([formula.left, formula.right], 0)
    except _Unlike as found:
        return found.words
    return None


class _Reader:
    def __init__(self, relation: Relation) -> None:
        self._text = relation.source.text
        self._targets = {reference.start: reference.target for reference in relation.operands}

    def unit(self, term: Term, deep: int) -> Unit | None:
        """The unit a term comes to, or None where that is not known. Raises _Unlike."""
        if deep > _DEEPEST:
            return None
        match term.operator:
            case "path":
                return self._named(term)
            case "number":
                return parse_unit(term.unit) if term.unit else None
            case "×" | "÷":
                return self._combined(term, deep)
            case "年均增速" | "annual_growth":
                return parse_unit("%")
            case "累计" | "cumulative" if len(term.operands) == 1:
                return self.unit(term.operands[0], deep + 1)
            case operator if operator in _SUMS:
                return self.alike(term.operands, deep)
            case _:
                return None

    def alike(self, terms: list[Term] | tuple[Term, ...], deep: int) -> Unit | None:
        """The unit that all of them have; the first known one. Raises _Unlike for two that are not alike."""
        first: tuple[Term, Unit] | None = None
        for term, unit in self._known(terms, deep):
            if first is None:
                first = term, unit
            elif not _same(first[1], unit):
                raise _Unlike(f"{self._told(*first)}、{self._told(term, unit)}")
        return first[1] if first is not None else None

    def _known(self, terms: list[Term] | tuple[Term, ...], deep: int) -> Iterator[tuple[Term, Unit]]:
        for term in terms:
            unit = self.unit(term, deep + 1)
            if unit is not None:
                yield term, unit

    def _combined(self, term: Term, deep: int) -> Unit | None:
        """Of a product or quotient; a plain number changes no unit."""
        left, right = term.operands
        one, two = self.unit(left, deep + 1), self.unit(right, deep + 1)
        if _plain(right):
            return one
        if _plain(left) and term.operator == "×":
            return two
        if one is None or two is None:
            return None
        return unit_product(one, two) if term.operator == "×" else unit_quotient(one, two)

    def _named(self, term: Term) -> Unit | None:
        target = self._targets.get(term.start)
        return reckoned_in(target) if isinstance(target, Indicator) else None

    def _told(self, term: Term, unit: Unit) -> str:
        return f"「{self._text[term.start : term.end].strip()}」（{unit.symbol}）"


def _plain(term: Term) -> bool:
    return term.operator == "number" and not term.unit


def _same(one: Unit, two: Unit) -> bool:
    """Whether sums of the two make sense; 百分点 are added to ratios, 家 to 个, and 人均 may be told in plain 元."""
    if one.dimension == two.dimension:
        return True
    if {one.kind, two.kind} <= {UnitKind.RATIO, UnitKind.POINTS} or one.kind is two.kind is UnitKind.COUNT:
        return True
    return f"{one.dimension}/人" == two.dimension or f"{two.dimension}/人" == one.dimension
