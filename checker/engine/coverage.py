"""What a text says that its plan file does not have: each figure of an indicator, looked up in the model.

A statement is in the model if the plan file has a value for that indicator and year (one that differs is for PC703
to tell), if one of its quotes holds the words, or if it writes the same figure elsewhere (a step that tells how many
comments came in). Everything else is listed with its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.model_figures import PlanFigures, agrees, plan_figures, told_alike, told_of, year_of
from checker.checks.plan_texts import PlanText, checked_texts
from checker.model import Plan
from checker.source import Expression, Span

if TYPE_CHECKING:
    from checker.checks import Facts
    from checker.prose.reading.rows import Stated

_NUMBER = Expression(r"[0-9][0-9,.]*[^，。；、（）()0-9]*$")
#: What is no name: 不低于全市目标7项, 指标中有22项.
_NO_NAME = Expression(r"^(?:比|较|略|不?[高低优]于|如有?|按照?|之外)|(?:[的和与及按比于有需各类]|[0-9])$")
#: Figures with fewer digits stand everywhere.
_FEWEST_DIGITS = 2
#: A name that begins further before its figure does not stand in one quote with it.
_REACH = 60


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
    written: dict[int, _Written] = {}
    found = []
    for text in checked_texts(facts):
        if text.plan is not None:
            known = written.setdefault(id(text.plan), _Written(text.plan))
            found.append(_coverage(text, text.plan, known, plan_figures(text, text.plan, facts)))
    return found


def _coverage(text: PlanText, plan: Plan, written: _Written, figures: PlanFigures) -> TextCoverage:
    from checker.prose.constraints.conflict import words_of

    told, lacking = 0, []
    for row in text.reading.statements:
        if row.vague or not row.key or _NO_NAME.search(row.name):
            continue
        told += 1
        words = words_of(text.reading, row)
        is_known = written.quotes(_around(text.source.text, row)) or (
            _has(figures, row) if row.key in figures.indicators else written.writes(words)
        )
        if not is_known:
            name = row.area + told_of(row)
            lacking.append(Unmodelled(name, year_of(row), words, Span(text.source, row.start, row.end)))
    return TextCoverage(text.source.path, plan.name, told, tuple(lacking))


def _has(figures: PlanFigures, row: Stated) -> bool:
    """Whether the plan has a value of that year, whatever it is; of a figure without a year, whether one fits."""
    indicator = figures.of(row)
    if indicator is None:
        return False
    if year_of(row) is not None and figures.alike(row, indicator):
        return True
    years = [one for one in indicator.figures if year_of(row) in (None, one.year) or one.year is None]
    return any(told_alike(one, row) and agrees(one, row) for one in years)


def _around(text: str, row: Stated) -> str:
    """The words from the name to the figure, as the text has them."""
    first, last = min(row.named_from, row.start), max(row.named_to, row.end)
    return text[first:last] if row.named_to and last - first <= _REACH else row.name + text[row.start : row.end]


class _Written:
    """What a plan file has in words: its quotes, and the figures that it writes anywhere."""

    def __init__(self, plan: Plan) -> None:
        from checker.prose.quotes import plain

        self._plain = plain
        self._quoted = "\n".join(plain(quote.text) for one in (plan, *plan.elements) for quote in one.quotes)
        text = "\n".join(plain(file.text) for file in plan.files)
        self._written = frozenset(re.findall(r"[0-9][0-9.]*[^\W0-9_/／]+", text))

    def quotes(self, words: str) -> bool:
        """Whether a quote has the words."""
        return self._plain(words) in self._quoted

    def writes(self, value: str) -> bool:
        """Whether the value is written with its unit anywhere."""
        figure = _NUMBER.search(self._plain(value))
        return figure is not None and sum(map(str.isdigit, figure[0])) >= _FEWEST_DIGITS and figure[0] in self._written
