"""What a tie between an indicator and the one it carries demands, for rules that hold their figures together."""

from __future__ import annotations

from checker.graph import Edge
from checker.meaning.namesakes import find_namesakes, names_of
from checker.meaning.ties import demand_of, mode_of, one_territory, share_of
from checker.model import Indicator
from checker.quantity import Quantity
from checker.source import name_key


def own_indicator(tie: Edge) -> Indicator | None:
    """The indicator that carries another; None where something else does."""
    return tie.source if isinstance(tie.source, Indicator) else None


def upper_indicator(tie: Edge) -> Indicator | None:
    """The indicator that is carried; None where something else is."""
    return tie.target if isinstance(tie.target, Indicator) else None


def sense_of(tie: Edge) -> str | None:
    """Whether the own value has to be at_least, at_most or the same as the upper one; None if nothing is demanded."""
    own, upper = own_indicator(tie), upper_indicator(tie)
    demand = demand_of(tie.reference, own, upper) if own is not None and upper is not None else None
    return demand.sense if demand is not None else None


def share_told(tie: Edge) -> Quantity | None:
    """The share of the upper value that the own one has to be; None where none is told in numbers."""
    return share_of(tie.reference) if mode_of(tie.reference) == "share" else None


def is_of_one_place(tie: Edge, level: str | None) -> str:
    """`yes` where both plans are about one place; `level` is that of the own plan."""
    own, upper = own_indicator(tie), upper_indicator(tie)
    return "yes" if own is not None and upper is not None and one_territory(own, upper, level) else "no"


def is_one_indicator(tie: Edge) -> str:
    """`yes` where the indicator and the one it carries share a name or alias, or are one by what their names say."""
    own, upper = own_indicator(tie), upper_indicator(tie)
    if own is None or upper is None:
        return "no"
    names = [{name_key(name) for name in names_of(one)} for one in (own, upper)]
    return "yes" if names[0] & names[1] or find_namesakes([own], [upper]) else "no"
