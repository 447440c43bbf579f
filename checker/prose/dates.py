"""Dates that cannot be in order: a stretch that ends before it begins, a step of a told procedure out of turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.quantity import DateInterval, parse_date

_DATE = r"(?:(?:19|20)[0-9]{2}年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日|上旬|中旬|下旬|初|中|底|末)?)?"
_SPAN = re.compile(rf"(?P<first>{_DATE}|(?:19|20)[0-9]{{2}})(?P<dash>[—–\-～~]{{1,2}}|至|到)(?P<last>{_DATE})")
#: A step of a procedure begins its clause with its time.
_STEP = re.compile(
    r"(?:^|(?<=[。；，\n]))(?:从|自|于|截至|到)?(?:(?P<year>(?:19|20)[0-9]{2})年|(?P<said>去年|今年|当年|同年|次年))?"
    r"(?P<rest>(?P<month>[0-9]{1,2})月(?:份)?(?:(?P<day>[0-9]{1,2})日|上旬|中旬|下旬|初|中|底|末)?)(?!起)"
)
_PROCEDURE = re.compile(r"起草|编制|征求意见|调研|座谈|论证|审议|报批|送审|修改")
_LEAST_STEPS = 3


@dataclass(frozen=True, slots=True)
class DateSlip:
    """Two times that are in the wrong order: where the later one in the text stands, and the one before it."""

    start: int
    end: int
    words: str
    before_start: int
    before_end: int
    before: str


def find_reversed_spans(text: str) -> Iterator[DateSlip]:
    """Stretches of time of one paragraph that end before they begin: 2025年至2021年."""
    for found in _SPAN.finditer(text):
        first = parse_date(
            found["first"] if found["first"].endswith(tuple("年月日旬初中底末")) else found["first"] + "年"
        )
        last = parse_date(found["last"])
        if first is not None and last is not None and last.before(first):
            yield DateSlip(
                found.start("last"),
                found.end("last"),
                found["last"],
                found.start("first"),
                found.end("first"),
                found["first"],
            )


def find_steps_out_of_turn(text: str) -> Iterator[DateSlip]:
    """The step of a procedure, told in its order in one paragraph, that alone stands before the one it follows.

    Where more than one step breaks the order, the paragraph does not tell them in their order.
    """
    if not _PROCEDURE.search(text):
        return
    steps = list(_steps(text))
    if len(steps) < _LEAST_STEPS:
        return
    broken = [index for index in range(1, len(steps)) if steps[index][1].before(steps[index - 1][1])]
    if len(broken) != 1:
        return
    index = broken[0]
    # The odd one is the later of the two unless only dropping the earlier mends the order.
    odd, other = index, index - 1
    if index + 1 < len(steps) and steps[index + 1][1].before(steps[index - 1][1]):
        odd, other = index - 1, index
    if not _mended(steps, odd):
        return
    (start, end, words), (before_start, before_end, before) = _place(steps[odd][0], text), _place(steps[other][0], text)
    yield DateSlip(start, end, words, before_start, before_end, before)


def _mended(steps: list[tuple[re.Match[str], DateInterval]], odd: int) -> bool:
    left = steps[:odd] + steps[odd + 1 :]
    return not any(left[index][1].before(left[index - 1][1]) for index in range(1, len(left)))


def _steps(text: str) -> Iterator[tuple[re.Match[str], DateInterval]]:
    """Each step with its time; a month without a year goes on from the step before it, over the turn of the year."""
    year, month = 0, 0
    for found in _STEP.finditer(text):
        this = int(found["month"])
        if found["year"]:
            year = int(found["year"])
        elif year == 0:
            year = 2000  # no year is told: only the order counts
        elif found["said"] == "去年" and month:
            return  # looks back from the end: not told in its order
        elif (found["said"] in ("次年", "今年") and this < month) or (not found["said"] and month >= 9 and this <= 4):
            year += 1
        month = this
        time = parse_date(f"{year}年{found['rest'].replace('份', '')}")
        if time is not None:
            yield found, time


def _place(found: re.Match[str], text: str) -> tuple[int, int, str]:
    start = found.start("year") if found["year"] else found.start("said") if found["said"] else found.start("rest")
    return start, found.end("rest"), text[start : found.end("rest")]
