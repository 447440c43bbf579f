"""``plancheck range``: the values an indicator can have in a year while all the rest holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.doors.output import write_line, write_plain
from checker.doors.words import Argument, Command, current_language
from checker.messages import Template
from checker.messages.cli import CLI_SAYS
from checker.messages.options import INPUT_NOT_A_PLAN
from checker.messages.run_error import RunError
from checker.messages.solve import (
    CLI_INDICATOR_VALUE,
    CLI_PLAN_VALUE,
    CLI_RANGE,
    CLI_RANGE_AFTER,
    CLI_YEAR_VALUE,
    RANGE_ABOUT,
    RANGE_ANY,
    RANGE_BEYOND,
    RANGE_EMPTY,
    RANGE_HIGH,
    RANGE_IS,
    RANGE_LIMIT,
    RANGE_LOW,
    RANGE_OWN,
    RANGE_WITHIN,
    RANGE_YEAR,
)
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import fold

if TYPE_CHECKING:
    from checker.model import Indicator
    from checker.solve.collect import Statement
    from checker.solve.feasible import Feasible


def _range(path: Path, name: str, year: str) -> int:
    from checker.engine.inputs import sort_inputs
    from checker.engine.run import rulebook_of
    from checker.engine.trial import find_indicator
    from checker.meaning.plan_statements import plan_statements
    from checker.solve.feasible import feasible_range
    from checker.solve.natural import SHARES
    from checker.solve.simplex import LimitReached
    from checker.workspace import load_workspace

    lang = current_language()
    digits = re.fullmatch(r"([0-9]{4})年?", fold(year))
    if digits is None:
        raise RunError(RANGE_YEAR(text=year))
    inputs = sort_inputs([path])
    if not inputs.plans:
        not_plans = [SOURCE_WITH_PATH(path=one.as_posix(), reason=INPUT_NOT_A_PLAN()) for one in inputs.texts]
        for message in (*inputs.unreadable, *not_plans):
            write_line(CLI_SAYS(message=message).text(lang))
        return 2
    workspace = load_workspace(inputs.plans, Path.cwd())
    for message in workspace.unreadable:
        write_line(CLI_SAYS(message=message).text(lang))
    indicator = find_indicator(workspace.plans, name)
    try:
        shares = rulebook_of(workspace).parameter("PC307", "份额") or SHARES
        made = plan_statements(workspace.plans)
        found = feasible_range(made.given, made.subject(indicator), int(digits[1]), shares)
    except LimitReached:
        raise RunError(RANGE_LIMIT()) from None
    write_plain("\n".join(_lines(indicator, int(digits[1]), found, lang)) + "\n")
    beyond = found.interval is None or not all(within for _, within in found.own)
    return 2 if workspace.unreadable else int(beyond)


def _lines(indicator: Indicator, year: int, found: Feasible, lang: str) -> Iterator[str]:
    from checker.solve.arithmetic import write_end

    if found.interval is None:
        yield RANGE_EMPTY().text(lang)
        yield from _places(found.low, lang)
        return
    told = write_end(found.interval, found.unit)
    shown = RANGE_ANY() if told == "—" else told
    line = RANGE_IS(name=indicator.name, year=year, range=shown).text(lang)
    yield line if found.exact else RANGE_ABOUT(line=line).text(lang)
    ends: tuple[tuple[Template, tuple[Statement, ...]], ...] = ((RANGE_LOW, found.low), (RANGE_HIGH, found.high))
    for heading, statements in ends:
        if statements:
            yield heading().text(lang)
            yield from _places(statements, lang)
    for stated, within in found.own:
        verdict = RANGE_WITHIN() if within else RANGE_BEYOND()
        value = stated.quantity.describe() if stated.quantity is not None else ""
        yield RANGE_OWN(value=value, verdict=verdict).text(lang)


def _places(statements: Sequence[Statement], lang: str) -> Iterator[str]:
    for one in statements:
        place = one.span.start_place
        yield f"  {one.span.source.path}:{place.line}:{place.column}  {one.label.text(lang)}"


RANGE = Command(
    "range",
    CLI_RANGE,
    [
        Argument("path", value=CLI_PLAN_VALUE, type=click.Path(path_type=Path)),
        Argument("name", value=CLI_INDICATOR_VALUE),
        Argument("year", value=CLI_YEAR_VALUE),
    ],
    _range,
    after=[CLI_RANGE_AFTER],
)
