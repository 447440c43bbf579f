"""Words in drawings: cut to the room there is, and made safe to stand in markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from checker.render.visible import visible
from checker.source import display_width


def shown(text: str) -> str:
    """Words of a plan as they may stand in markup, in text and in attributes."""
    return escape(visible(text))


def wrap(text: str, columns: int, lines: int) -> Iterator[str]:
    """At most `lines` lines of at most `columns` columns; what does not fit is cut with …."""
    rest = text
    for number in range(lines):
        taken, width = 0, 0
        while taken < len(rest) and width + display_width(rest[taken]) <= columns:
            width += display_width(rest[taken])
            taken += 1
        if taken == len(rest):
            if rest:
                yield rest
            return
        if number == lines - 1:
            yield rest[: max(taken - 1, 0)] + "…"
            return
        yield rest[:taken]
        rest = rest[taken:]
