"""What a tie between an indicator and the one it carries demands: how it is held, which way, of which share."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from checker.model import Indicator, Reference
from checker.model.statements import note_quantity
from checker.model.words import ALIGNMENT_MODES
from checker.quantity import Quantity, Unit, UnitKind
from checker.source import name_key

#: A figure of these dimensions is the same in a large place and in a small one.
_OF_NO_SIZE = frozenset({"岁", "年", "日", "工作日", "倍", "分", "摄氏度", "分贝"})
_AVERAGES = ("人均", "平均", "户均", "亩均", "地均", "每")


class Demand(Struct, frozen=True):
    """What a tie demands: to be at_least, at_most or the same as (`sense`) the upper value, or the `share` of it."""

    sense: str
    share: Quantity | None = None

    @property
    def part(self) -> Fraction:
        """The share as a number; 1 for the whole."""
        share = self.share
        if share is None or share.point is None:
            return Fraction(1)
        return share.point * (share.unit.factor if share.unit is not None else 1)


def mode_of(reference: Reference | None) -> str | None:
    """The mode that is written behind a 承接; None where there is none, or more than one, which is a slip."""
    notes = reference.notes if reference is not None else {}
    modes = [choice.en for choice in ALIGNMENT_MODES if choice.en in notes]
    return modes[0] if len(modes) == 1 else None


def share_of(reference: Reference | None) -> Quantity | None:
    """The share behind a tie; None where there is none, or something else."""
    share = note_quantity(reference.notes.get("share")) if reference is not None else None
    plain = share is not None and (share.unit is None or share.unit.kind is UnitKind.RATIO)
    return share if plain else None


def demand_of(reference: Reference | None, own: Indicator, upper: Indicator) -> Demand | None:
    """What the tie demands; None for one without mode or for reference, and where the two run against each other.

    What is better the lower, ranks too, has to be at most what is demanded.
    """
    mode, share = mode_of(reference), share_of(reference)
    directions = {one.direction for one in (own, upper)} - {None}
    if mode in (None, "reference") or len(directions) > 1 or (mode == "share" and share is None):
        return None
    if mode == "same":
        return Demand("same")
    ranks = any(figure.unit_kind == "ordinal" for figure in (*own.figures, *upper.figures))
    most = mode == "at_most" or ranks or "lower" in directions
    return Demand("at_most" if most else "at_least", share if mode == "share" else None)


def is_total(indicator: Indicator, unit: Unit | None) -> bool:
    """Whether what is told in `unit` grows with the place: two of unlike size cannot be compared by it."""
    if unit is None or unit.intensive or unit.dimension in _OF_NO_SIZE:
        return False
    return not any(word in indicator.name for word in _AVERAGES)


def one_territory(own: Indicator, upper: Indicator, level: str | None) -> bool:
    """Whether both plans are about one place: a special plan or a breakdown beside the outline of its level.

    `level` is that of the own plan.
    """
    place = own.plan.supervisor or ""
    if level == "special":
        return bool(place) and name_key(upper.plan.name).startswith(name_key(place))
    return level is not None and level == upper.plan.level


def can_be_held(own: Indicator, upper: Indicator, unit: Unit | None, demand: Demand, level: str | None) -> bool:
    """Whether values in `unit` may be held against each other: totals by their share or within one territory only."""
    if demand.share is not None:
        return is_total(own, unit)
    return not is_total(own, unit) or one_territory(own, upper, level)
