"""The amounts that the words of a quote tell."""

from __future__ import annotations

from checker.prose.figures import find_figures
from checker.quantity import Quantity


def amounts_told(quote: str, years: set[int | None]) -> list[tuple[Quantity, str]]:
    """The amounts of a quote with their words; none where it speaks of other years than `years`, if there are any."""
    figures = list(find_figures(quote))
    spoken = {int(one.quantity.point or 0) for one in figures if one.years and (one.quantity.point or 0) > 1900}
    if years and spoken and not spoken & years:
        return []
    # 每千人口 tells what a measure is of, not how much of it there is.
    amounts = (one for one in figures if not one.years and not quote.endswith("每", 0, one.start))
    return [(one.quantity, quote[one.start : one.end]) for one in amounts]
