"""Times beside fields that rules hold against each other: of sources, of the years figures are about."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.model import Element, Figure, Indicator, Procedure
from checker.model.statements import figure_years
from checker.quantity import DateInterval, parse_date
from checker.syntax import DatePoint


def source_times(element: Any) -> list[DateInterval]:
    """When the sources of an element were made or published: （官方，2021年3月）; those without a time are left out."""
    told = [one.notes.get("since") for one in element.sources]
    values = [note.value for note in told if note is not None]
    times = [parse_date(value.text) for value in values if isinstance(value, DatePoint)]
    return [time for time in times if time is not None]


def latest_source(element: Element) -> DateInterval | None:
    """The time of the latest of its sources."""
    return max(source_times(element), key=lambda time: time.first, default=None)


def only_source(element: Element) -> DateInterval | None:
    """The time of its only source, None where there are several: which tells what is not known."""
    times = source_times(element)
    return times[0] if len(times) == 1 else None


def first_day(step: Procedure) -> DateInterval | None:
    """The day on which a step begins at the earliest."""
    when = step.when
    return None if when is None else DateInterval(when.first, when.first, printed=when.printed)


def year_end(figure: Figure) -> DateInterval | None:
    """The last day of the year that a figure is about."""
    if figure.year is None:
        return None
    day = date(figure.year, 12, 31)
    return DateInterval(day, day, printed=f"{figure.year}年")


def target_years(indicator: Indicator) -> list[int | None]:
    """All years that its targets speak of, those in words too; None among them where that cannot be known."""
    told = [one for one in indicator.figures if one.tense != "actual" and not one.missing]
    years = {year for one in told for year in figure_years(one)}
    return sorted(years, key=lambda year: (year is None, year or 0))
