"""What a plan file says of a figure of a text: of which indicator it is, and what values the plan has of the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.meeting import can_both_hold
from checker.model import Figure, Indicator, Plan
from checker.model.statements import note_text
from checker.statement import Measure, Origin

if TYPE_CHECKING:
    from checker.checks.facts import Facts
    from checker.checks.plan_texts import PlanText
    from checker.prose.reading.rows import Stated

#: A time that is only the usual one is no ground for holding two values against each other.
_NO_TIME = (Origin.DOCUMENT, Origin.DEFAULT)
#: How a plan has a figure that a text tells so; levels and totals of one year are its points.
_BASES = {
    Measure.GROWTH: "annual",
    Measure.AVERAGE: "annual",
    Measure.CUMULATIVE: "cumulative",
    Measure.CHANGE: "cumulative",
}


class PlanFigures(Struct, eq=False):
    """The indicators of a plan by the one wording of their names, as a text of its reads them.

    `scopes` are those that stand before a name (规模以上工业产值), by the same wording. `level` and `sign` say how the
    text calls the plan's own area; `last_year` is the plan's, if it says it.
    """

    indicators: dict[str, Indicator]
    scopes: dict[str, str]
    level: str
    sign: str
    last_year: int | None = None

    def of(self, row: Stated) -> Indicator | None:
        """The indicator that the row is a figure of; None for one of another area, or of none of the plan's."""
        indicator = self.indicators.get(row.key)
        if indicator is None:
            return None
        return indicator if any(self._is_of(row, scope) for scope in scopes_of(indicator)) else None

    def _is_of(self, row: Stated, scope: str | None) -> bool:
        """Whether the row speaks of that scope; where none is written, of the plan's own area."""
        from checker.prose.reading.areas import is_own_area

        area = row.area or self.scopes.get(row.key, "")
        if not scope or is_own_area(scope, self.level, self.sign):
            return not area or is_own_area(area, self.level, self.sign)
        return area == scope

    def alike(self, row: Stated, indicator: Indicator) -> Sequence[Figure]:
        """The figures that the plan has of the same time, scope and kind, told in one dimension."""
        year, basis = year_of(row), basis_of(row)
        is_tier = row.modal == "strive" and row.follows >= 0  # 达到2.9%、力争达到3.2%
        # 研发平台净增22个 is by how many there are more, not how many there are.
        is_addition = row.flow == "new" and basis == "point" and "增" not in indicator.name
        if row.vague or row.each or is_tier or is_addition or year is None:
            return ()
        return [
            one
            for one in indicator.figures
            if self._at(one, basis, year) and told_alike(one, row) and self._is_of(row, scope_told(one))
        ]

    def _at(self, figure: Figure, basis: str, year: int) -> bool:
        """Whether a figure is of that kind and time: 2020年：实际 682（累计） came together up to that year."""
        if "accumulated" in figure.notes and figure.basis == "point":
            return basis == "cumulative" and figure.year == year
        if figure.basis != basis:
            return False
        return figure.year == year if basis == "point" else self.last_year in (None, year)


def plan_figures(text: PlanText, plan: Plan, facts: Facts) -> PlanFigures:
    """What a plan has in figures, for one of its texts."""
    from checker.prose.places import own_sign
    from checker.prose.reading.lexicon import wording
    from checker.prose.reading.tables import key_of

    found: dict[str, Indicator] = {}
    scopes: dict[str, str] = {}
    named = [
        (name, element)
        for element in plan.elements
        if isinstance(element, Indicator)
        for name in (element.name, *(alias.text for alias in element.aliases))
    ]
    for name, element in named:
        for key in (wording(name), key_of(name)):
            found.setdefault(key, element)
    # A name of its own comes before one with a scope before it.
    for name, element in named:
        for scope in filter(None, scopes_of(element)):
            for key in (wording(scope + name), key_of(scope + name)):
                if found.setdefault(key, element) is element:
                    scopes.setdefault(key, scope)
    level = text.level(facts) or ""
    return PlanFigures(found, scopes, level, own_sign(text.source.text, level or None), plan.last_year)


def scopes_of(indicator: Indicator) -> set[str | None]:
    """All scopes that its figures are told of; None for what says nothing of it."""
    return {indicator.scope, *(scope_told(one) for one in indicator.figures if "scope" in one.notes)}


def scope_told(figure: Figure) -> str | None:
    """The scope as written behind the figure, else with its indicator."""
    if "scope" in figure.notes:
        return note_text(figure.notes["scope"])
    return figure.indicator.scope if figure.indicator is not None else None


def year_of(row: Stated) -> int | None:
    """The last of the years that are told of the row, by itself, its heading or its lead-in; None for none."""
    return None if row.period_from in _NO_TIME else row.last_year


def basis_of(row: Stated) -> str:
    """The basis of a plan's figure that is told as the row is; "" for none."""
    if row.average and row.measure is Measure.GROWTH:
        return "annual"
    if row.summed and row.measure in (Measure.CUMULATIVE, Measure.CHANGE):
        return "cumulative"
    if row.first_year == row.last_year:
        return "point" if row.measure not in (Measure.GROWTH, Measure.CHANGE) else ""
    return _BASES.get(row.measure, "point")


def told_alike(figure: Figure, row: Stated) -> bool:
    """Whether the two are told in one dimension."""
    own, other = figure.quantity, row.measured_in
    if own is None:
        return False
    if own.unit is None or other is None:
        return own.unit is other and (figure.unit_text or "") == row.unit
    return own.unit.dimension == other.dimension


def agrees(figure: Figure, row: Stated) -> bool:
    """Whether some value fits both, 左右 taken as far as it usually goes."""
    return figure.statement is not None and can_both_hold(figure.statement, row) is True


def told_of(row: Stated) -> str:
    """What a reader calls it: its usual name, or as written with its verb; and how it is told, if not as a level."""
    name = row.known.name if row.exact and row.known is not None else row.verb + row.name
    if row.measure is Measure.CHANGE:
        return name + ("提高" if row.rises > 0 else "下降" if row.rises < 0 else "变化")
    yearly = "年均" if row.average or row.measure is Measure.AVERAGE else ""
    return name + yearly + ("增长" if row.measure is Measure.GROWTH else "累计" if row.summed else "")
