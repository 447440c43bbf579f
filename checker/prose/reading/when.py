"""The time of a figure: said beside it, above it in its paragraph, or by its section; with where it was told."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.prose.figures import Figure
from checker.prose.reading.context import Context
from checker.prose.reading.times import Time
from checker.statement import Origin

_BRACKETED_YEAR = re.compile(r"（(?P<year>(?:19|20)[0-9]{2})年(?:末|底)?(?:数据?|值)?）")
_DEADLINE = re.compile(
    r"(?:年|底|末|前)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初])?)?(?:以|之)?前[^，。；]{0,16}(?:建成|投用|投入|完工|竣工|投产|通车|开工)"
)
_MOVES = re.compile("[增提上下降减]")
#: A bound at most stands between 由2020年 and its figure.
_NEXT_TO = 4
_OPENING = 14


class Period(Struct, eq=False):
    """The years of a figure, None where nothing tells; `told_from` to `told_to` is where they are told in the source.

    `role` is that of the time that told it, against for one it is compared with, section for that of its section.
    """

    first: int | None = None
    last: int | None = None
    role: str = ""
    origin: Origin = Origin.SAID
    told_from: int = 0
    told_to: int = 0
    tense: str = ""


def find_period(context: Context, figure: Figure, begin: int) -> Period:
    """The time of the figure whose own words begin at `begin`."""
    bracketed = _BRACKETED_YEAR.match(context.text, figure.end)
    if bracketed is not None:
        year = int(bracketed["year"])
        return Period(year, year, "at", Origin.SAID, *context.passage.span(*bracketed.span("year")))
    sentence = context.shape.sentence_at(figure.start)
    for time in reversed(context.times):
        if time.start >= figure.start:
            continue
        if time.role == "compared":
            if time.end >= begin and _is_right_before(context, time, figure):
                return _period(context, time, Origin.SAID, "against")
        elif time.role == "base" and not _is_right_before(context, time, figure):
            continue
        elif _is_of_review(context, time):
            return _of_section(context)
        elif _is_deadline_of_other(context, time, begin):
            continue
        elif time.start >= sentence:
            return _period(context, time, Origin.SAID)
        elif time.role == "goal" or _opens_sentence(context, time):
            return _period(context, time, Origin.LEAD_IN)
    return _of_section(context)


def compared_with(context: Context, begin: int, position: int) -> Time | None:
    """The time with which a change is compared: 比2020年提高."""
    return next((time for time in context.times if time.role == "compared" and begin <= time.start < position), None)


def _of_section(context: Context) -> Period:
    section = context.section
    if not section.last:
        return Period()
    origin = {"heading": Origin.HEADING, "document": Origin.DOCUMENT}.get(section.origin, Origin.LEAD_IN)
    return Period(section.first, section.last, "section", origin, section.told_from, section.told_to, section.tense)


def _is_of_review(context: Context, time: Time) -> bool:
    """Whether 年内 stands where the year before is looked back at, so that it means that one."""
    return context.section.tense == "actual" and context.text[time.start : time.end] == "年内"


def _is_deadline_of_other(context: Context, time: Time, begin: int) -> bool:
    """Whether it tells by when something else is done, in a clause before: 2027年底前建成，床位由A增加到B."""
    return time.role == "at" and time.end < begin and _DEADLINE.match(context.text, time.end - 1) is not None


def _period(context: Context, time: Time, origin: Origin, role: str = "") -> Period:
    return Period(time.first, time.last, role or time.role, origin, *context.passage.span(time.start, time.end))


def _is_right_before(context: Context, time: Time, figure: Figure) -> bool:
    """Whether nothing but 的 or a bound stands between: 由2020年的36%."""
    between = context.text[time.end : figure.start]
    if time.role == "compared" and not between.startswith("的"):
        return False
    return len(between) <= _NEXT_TO and not _MOVES.search(between)


def _opens_sentence(context: Context, time: Time) -> bool:
    return time.start - context.shape.sentence_at(time.start) <= _OPENING
