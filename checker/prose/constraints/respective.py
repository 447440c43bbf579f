"""分别 with another number of figures than members: 制造业、服务业分别增长5%、8%、9%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.reading import Reading
from checker.prose.reading.respective import Respective


def find_respective(reading: Reading) -> Iterator[Conflict]:
    """Lists whose figures are not as many as their members, or 由…到 with lists of unlike length."""
    text = reading.document.source.text
    for one in reading.respective:
        told = _told(one, is_result=reading.section_at(one.start).tense == "actual")
        if told is not None:
            said = {"value": " ".join(text[one.start : one.end].split()), "total": str(told[0]), "listed": str(told[1])}
            member = Place("member", one.members_from, one.members_to, "")
            yield Conflict("respective_mismatch", one.start, one.end, said, (member,))


def _told(one: Respective, *, is_result: bool) -> tuple[int, int] | None:
    """How many there should be and how many there are; None where they may agree."""
    if one.reached and one.reached != one.figures:
        return max(one.figures, one.reached), min(one.figures, one.reached)
    if not one.members or one.figures in one.members:
        return None
    # 排放量分别下降8%以上 tells one figure for all; two results are hardly alike to a digit behind the point.
    if one.figures == 1 and not (one.exact and is_result and 1 not in one.members):
        return None
    return (max if one.figures > max(one.members) else min)(one.members), one.figures
