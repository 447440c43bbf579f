"""What a statement of a plan comes to when it is held against that of another plan.

A target is compared by the number that was written, with its tolerance: ≥1800 promises 1800, 6%左右（容差
0.5个百分点） may be 5.5 to 6.5. Its years are those it speaks of: a rank published in 2026 may be that of 2025.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model import Figure, Indicator, Plan
from checker.model.values import read_quantity
from checker.quantity import Comparator, DateInterval, Interval, Quantity, UnitError, parse_date
from checker.rules.uppers import place_names
from checker.source import fold
from checker.syntax import Amount, DatePoint, Note, Path, Text

#: Longer periods are slips; nobody counts their years.
_LONGEST_PERIOD = 60
_TERRITORY = r"^(?:[全我本][国省市区县州盟旗园]|全域|辖区内?|区内|境内|范围内)+"
_WHOLE = "全域"


def value_meant(figure: Figure) -> Quantity | None:
    """The number or range that a target promises, its tolerance included; None for words and missing values.

    About (左右) without a tolerance stands for what is printed alike.
    """
    quantity = figure.quantity
    if quantity is None:
        return None
    point = quantity.point if quantity.comparator is not Comparator.MORE else None
    interval = quantity.interval if point is None else Interval.at(point)
    meant = replace(quantity, interval=interval, comparator=_told_as(interval), approx=False)
    tolerance = _tolerance(figure)
    if tolerance is not None:
        try:
            return meant.widened(tolerance)
        except (UnitError, ValueError):
            return meant
    if quantity.approx:
        interval = interval.widen(quantity.step / 2)
        return replace(meant, interval=interval, comparator=_told_as(interval))
    return meant


def _told_as(interval: Interval) -> Comparator:
    return Comparator.EQUAL if interval.point is not None else Comparator.RANGE


def _tolerance(figure: Figure) -> Quantity | None:
    written = note_quantity(figure.notes.get("tolerance"))
    if written is not None or figure.indicator is None or figure.indicator.tolerance is None:
        return written
    return figure.indicator.tolerance.quantity


def note_quantity(note: Note | None) -> Quantity | None:
    """The figure that a remark carries: 份额 12%."""
    return read_quantity(note.value, "", []) if note is not None and isinstance(note.value, Amount) else None


def note_text(note: Note | None) -> str | None:
    """The words that a remark carries: 口径 增加值, 理由 “…”."""
    match note.value if note is not None else None:
        case Amount(words=Text(text=text)) | Path(text=text) | Text(text=text):
            return text
    return None


def years_meant(figure: Figure) -> tuple[int | None, ...]:
    """The years a figure speaks of; None among them where that cannot be known.

    考核年度 goes before the year it stands under; with 公布年 alone, the year is not known. 年均 and 累计 speak of
    the whole period of their plan.
    """
    if figure.basis != "point":
        return _years(figure.plan.period)
    indicator = figure.indicator
    assessed = _note_time(figure.notes.get("assessed_year")) or (indicator.assessed_year if indicator else None)
    if assessed is not None:
        return _years(assessed)
    published = "published_year" in figure.notes or (indicator is not None and indicator.published_year is not None)
    return (None,) if published else (figure.year,)


def _note_time(note: Note | None) -> DateInterval | None:
    match note.value if note is not None else None:
        case DatePoint(text=text):
            return parse_date(text)
        case Amount(number=number):
            return parse_date(fold(number))
    return None


def _years(time: DateInterval | None) -> tuple[int | None, ...]:
    if time is None or time.last.year - time.first.year > _LONGEST_PERIOD:
        return (None,)
    return tuple(range(time.first.year, time.last.year + 1))


def target_years(indicator: Indicator) -> list[int | None]:
    """All years that the targets of an indicator speak of."""
    years = [y for f in indicator.figures if f.tense != "actual" and not f.missing for y in years_meant(f)]
    return sorted(set(years), key=lambda year: (year is None, year or 0))


def scope_meant(indicator: Indicator) -> str | None:
    """The scope without the territory, which is the plan's own in every plan: 全市规模以上工业 is 规上工业.

    None where no scope is given; the whole territory is “全域”.
    """
    return scope_without_place(indicator.scope, indicator.plan)


def scope_without_place(scope: str | None, plan: Plan) -> str | None:
    """See `scope_meant`."""
    if not scope:
        return None
    text = re.sub(r"\W", "", fold(scope))
    for place in sorted(place_names(plan), key=len, reverse=True):
        text = text.removeprefix(place)
    text = re.sub(_TERRITORY, "", text)
    return text.replace("规模以上", "规上") or _WHOLE
