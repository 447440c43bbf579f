"""Percent and percentage points: an indicator told in % rises by 个百分点, an amount grows by %.

Judged by the unit of the indicator as the lexicon or the model has it; the words 率, 比重, 强度 prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.prose.claims import Claim, lexicon
from checker.quantity import UnitKind

_BY = ("提高", "提升", "增加", "上升", "增长", "下降", "降低", "减少")


@dataclass(frozen=True, slots=True)
class PointSlip:
    """A change of an indicator told in the wrong unit; `ratio` says that the indicator is one told in %."""

    claim: Claim
    ratio: bool


def find_point_slips(claims: Iterable[Claim], kinds: Mapping[str, str] | None = None) -> Iterator[PointSlip]:
    """Changes told in % of an indicator that is a ratio, or in 百分点 of one that is an amount.

    `kinds` leads further names (of a model) to ratio, amount or count.
    """
    known = {**{row["name"]: row["kind"] for row in lexicon()}, **(kinds or {})}
    for claim in claims:
        unit, kind = claim.figure.quantity.unit, known.get(claim.subject)
        if unit is None or claim.change not in _BY:
            continue
        if kind == "ratio" and unit.kind is UnitKind.RATIO:
            yield PointSlip(claim, True)
        elif kind in ("amount", "count") and unit.kind is UnitKind.POINTS:
            yield PointSlip(claim, False)
