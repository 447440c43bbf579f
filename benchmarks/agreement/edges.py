"""Ends of what a number may be: which is tighter, whether a number is within, what a quotient comes to."""

from __future__ import annotations

from fractions import Fraction

#: An end, None for none, and whether it is left out; both ends.
Edge = tuple[Fraction | None, bool]
Range = tuple[Edge, Edge]


def has(box: Range, value: Fraction) -> bool:
    """Whether a number is within."""
    (low, low_open), (high, high_open) = box
    return (low is None or low < value or (low == value and not low_open)) and (
        high is None or high > value or (high == value and not high_open)
    )


def above_zero(box: Range) -> bool:
    """Whether some number of a box is above zero."""
    (low, low_open), (high, _) = box
    return high is None or (high > 0 and not (low == high and low_open))


def quotient_end(edge: Edge, start: Range, *, floor: bool) -> list[tuple[Fraction, bool]]:
    """The end of a quotient from that of what is divided; the divisor is above zero."""
    value, is_open = edge
    if value is None:
        return []
    if not value:
        return [(value, is_open)]
    divisor, divisor_open = start[1] if (value > 0) == floor else start[0]
    if divisor is None or divisor < 0:
        # By as much as one likes, or by next to nothing.
        return [(Fraction(0), True)] if divisor is None and (value > 0) == floor else []
    return [(value / divisor, is_open or divisor_open)] if divisor else []


def tighter(known: Edge, edge: tuple[Fraction, bool], side: int) -> Edge:
    """The tighter of two ends of one side, 0 for below."""
    if known[0] is None:
        return edge
    if edge[0] == known[0]:
        return known[0], known[1] or edge[1]
    return edge if (edge[0] < known[0]) == bool(side) else known
