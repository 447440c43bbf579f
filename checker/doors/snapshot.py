"""``plancheck snapshot``: a round of a draft kept as it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from checker.doors.judging import JUDGING
from checker.doors.output import write_file, write_line, write_plain
from checker.doors.words import FILE, Argument, Command, Option, columns, current_language, told_language
from checker.messages import Message
from checker.messages.approval import CLI_WORKSPACE_VALUE
from checker.messages.cli import CLI_DATE_VALUE, CLI_FILE_VALUE, CLI_SAYS
from checker.messages.rounds import (
    CLI_SNAPSHOT,
    CLI_SNAPSHOT_AFTER,
    CLI_SNAPSHOT_LIST,
    CLI_SNAPSHOT_NAME,
    CLI_SNAPSHOT_NAME_VALUE,
    CLI_SNAPSHOT_ON,
    CLI_SNAPSHOT_OUTPUT,
    CLI_SNAPSHOT_REMOVE,
    OPTION_ROUND_DAY,
    ROUNDS_ALONE,
    ROUNDS_DEFAULT_NAME,
    ROUNDS_KEPT,
    ROUNDS_NONE,
    ROUNDS_REMOVED,
)
from checker.messages.run_error import RunError


def _snapshot(
    path: Path | None,
    *,
    name: str | None,
    day: str | None,
    output: Path | None,
    listed: bool,
    remove: str | None,
    **words: Any,
) -> int:
    from checker.revise.history import rounds_of

    _refuse_unlike(listed=listed, remove=remove, name=name, on=day, output=output)
    rounds = rounds_of(path or Path())
    if listed:
        return _list(rounds.names() if rounds.exists() else [])
    if remove is not None:
        if not rounds.exists():
            raise RunError(ROUNDS_NONE())
        rounds.remove(remove)
        _say(ROUNDS_REMOVED(name=remove))
        return 0
    from checker.engine.choices import build_options, parse_day
    from checker.revise.history import take_round
    from checker.workspace.rounds import one_round

    on = parse_day(day, OPTION_ROUND_DAY) if day else date.today()  # noqa: DTZ011 - the reader's own day
    if name is None:
        name = _next_name({known for known, _, _ in rounds.names()} if rounds.exists() else set())
    kept = take_round(path or Path(), name, on.isoformat(), build_options(lang=told_language(), **words))
    if output is not None:
        write_file(output, one_round(kept))
    else:
        rounds.add(kept)
    assert kept.account is not None
    verdict = kept.account.said[current_language() == "en"]
    _say(ROUNDS_KEPT(name=kept.name, files=len(kept.files), findings=len(kept.findings), verdict=verdict))
    return 0


def _refuse_unlike(**given: object) -> None:
    """RunError for options of which one would not be followed; `listed` stands for --list."""
    used = [name for name, value in given.items() if value not in (None, False)]
    if len(used) > 1 and used[0] in ("listed", "remove"):
        one, other = (f"--{name}".replace("--listed", "--list") for name in used[:2])
        raise RunError(ROUNDS_ALONE(one=one, other=other))


def _next_name(taken: Collection[str]) -> str:
    """The first number, from that of the rounds on, that is no round's."""
    names = (ROUNDS_DEFAULT_NAME(number=number).text(current_language()) for number in count(len(taken) + 1))
    return next(name for name in names if name not in taken)


def _list(names: list[tuple[str, str, str]]) -> int:
    if not names:
        _say(ROUNDS_NONE())
    else:
        write_plain("".join(f"{line}\n" for line in columns([(day, name) for name, day, _ in names])))
    return 0


def _say(message: Message) -> None:
    write_line(CLI_SAYS(message=message).text(current_language()))


SNAPSHOT = Command(
    "snapshot",
    CLI_SNAPSHOT,
    [
        Argument("path", value=CLI_WORKSPACE_VALUE, required=False, type=FILE),
        Option("--name", words=CLI_SNAPSHOT_NAME, value=CLI_SNAPSHOT_NAME_VALUE),
        Option("--on", "day", words=CLI_SNAPSHOT_ON, value=CLI_DATE_VALUE),
        Option("-o", "--output", words=CLI_SNAPSHOT_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
        Option("--list", "listed", words=CLI_SNAPSHOT_LIST, is_flag=True),
        Option("--remove", words=CLI_SNAPSHOT_REMOVE, value=CLI_SNAPSHOT_NAME_VALUE),
        *JUDGING,
    ],
    _snapshot,
    after=[CLI_SNAPSHOT_AFTER],
)
