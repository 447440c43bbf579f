"""Numbers of a list that was shown, as a person names them: 1,3,5-8."""

from __future__ import annotations

import re

from checker.messages.cli import CLI_NO_NUMBER
from checker.messages.run_error import RunError

_STRETCH = re.compile(r"([0-9]{1,6})(?:[-—–~～至]([0-9]{1,6}))?")


def stretches_of(words: str) -> list[tuple[int, int]] | None:
    """The first and last number of each stretch; None for words that are no numbers."""
    told = [_STRETCH.fullmatch(word) for word in re.split(r"[、，,\s]+", words) if word]
    if not told or not all(told):
        return None
    return [(int(one[1]), int(one[2] or one[1])) for one in told if one is not None]


def numbers_in(stretches: list[tuple[int, int]], last: int) -> set[int]:
    """All numbers of the stretches; RunError for one that a list of `last` does not have."""
    for first, end in stretches:
        if not 1 <= first <= end <= last:
            number = str(first) if first == end else f"{first}-{end}"
            raise RunError(CLI_NO_NUMBER(number=number, last=last))
    return {number for first, end in stretches for number in range(first, end + 1)}
