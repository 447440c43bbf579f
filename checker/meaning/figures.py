"""Which figures of an indicator speak of what it is itself, and which of another thing."""

from __future__ import annotations

from checker.meaning.territory import scope_key, scopes_alike
from checker.model import Figure, Indicator
from checker.model.statements import note_text, note_words
from checker.quantity import Unit, UnitKind, parse_unit
from checker.source import name_key

#: Remarks by which a figure may speak of another thing than its indicator.
_REMARKS = ("scope", "reckoning", "timing", "year_end", "in_year", "accumulated", "assessed_year", "published_year")


def apart(figure: Figure) -> tuple[tuple[str, str], ...]:
    """The remarks, each with its words, by which a figure speaks of another thing than its indicator; mostly none."""
    if not figure.notes or figure.indicator is None:
        return ()
    told = [(word, note_words(figure.notes[word])) for word in _REMARKS if word in figure.notes]
    return tuple((word, text) for word, text in told if not _as_indicator(figure, figure.indicator, word, text))


def _as_indicator(figure: Figure, indicator: Indicator, word: str, text: str) -> bool:
    """Whether a remark only says again what holds for the indicator anyway."""
    if word == "scope":
        own, whole = (scope_key(words, figure.plan) for words in (note_text(figure.notes[word]), indicator.scope))
        return scopes_alike(own, whole) is True
    own_words = getattr(indicator, word, None)
    return isinstance(own_words, str) and bool(text) and name_key(own_words) == text


def baseline_of(indicator: Indicator) -> Figure | None:
    """The latest actual value of what it is itself at or before the plan's first year; the first of two of one year."""
    return max(_of_itself(indicator.baseline), key=lambda one: one.year or 0, default=None)


def target_of(indicator: Indicator) -> Figure | None:
    """What it is itself to be in the plan's last year: a target, else what is expected or striven for."""
    told = indicator.final_target
    promised = [one for one in told if one.tense == "target"]
    return next(iter(_of_itself(promised) or _of_itself(told)), None)


def _of_itself(figures: list[Figure]) -> list[Figure]:
    """Those of the indicator itself; where there are none, those of its scope that are only reckoned otherwise."""
    told = [(figure, dict(apart(figure))) for figure in figures]
    return [one for one, remarks in told if not remarks] or [one for one, remarks in told if "scope" not in remarks]


def unit_of(indicator: Indicator) -> Unit | None:
    """The indicator's unit, else that of its first figure of a year; where any of them is told a head, that one."""
    told = [indicator.unit, *(one.unit for one in indicator.figures if one.basis == "point")]
    units = [unit for unit in told if unit is not None]
    if not units:
        return None
    return next((one for one in units if one.dimension == f"{units[0].dimension}/人"), units[0])


def reckoned_in(indicator: Indicator) -> Unit | None:
    """The unit that a formula takes it in: 人均 told in plain 元 is told a head, times people as well as by people."""
    unit = unit_of(indicator)
    if unit is None or unit.kind is not UnitKind.AMOUNT or "人均" not in indicator.name or "/" in unit.dimension:
        return unit
    return parse_unit(f"{unit.symbol}/人") or unit
