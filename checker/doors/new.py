"""``plancheck new``: a workspace or a rule to begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from checker.doors.output import write_files, write_text
from checker.doors.words import Argument, Command, Files, Group, Option, current_language
from checker.messages.cli import (
    CLI_CODE_VALUE,
    CLI_FILES_VALUE,
    CLI_FOLDER_VALUE,
    CLI_NEW,
    CLI_NEW_CODE_BAD,
    CLI_NEW_CODE_TAKEN,
    CLI_NEW_FROM,
    CLI_NEW_NOT_EMPTY,
    CLI_NEW_PERIOD,
    CLI_NEW_RULE,
    CLI_NEW_RULE_AFTER,
    CLI_NEW_RULE_FOLDER,
    CLI_NEW_SHIPPED,
    CLI_NEW_SLUG_BAD,
    CLI_NEW_UPPER,
    CLI_NEW_UPPER_ALONE,
    CLI_NEW_WORKSPACE,
    CLI_NEW_WORKSPACE_AFTER,
    CLI_PERIOD_VALUE,
    CLI_SLUG_VALUE,
    CLI_WRITTEN,
)
from checker.messages.run_error import RunError

_CODE = re.compile(r"[A-Z]{2,}[0-9]{3,}")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_FOLDER = click.Path(path_type=Path)


def _new_workspace(folder: Path, documents: tuple[Path, ...], upper: tuple[Path, ...], period: str | None) -> int:
    from checker.doors.new_period import read_period, shipped_above
    from checker.doors.starter import workspace

    if upper and not documents:
        raise RunError(CLI_NEW_UPPER_ALONE())
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RunError(CLI_NEW_NOT_EMPTY(path=folder.as_posix()))
    years = read_period(period) if period is not None else None
    if documents:
        return _from_documents(folder, documents, upper, years)
    shipped = shipped_above(years) if years is not None else []
    made = workspace(years, shipped) if years is not None else workspace()
    _write({folder / name: content.encode("utf-8") for name, content in made.items()})
    for name in shipped:
        write_text(CLI_NEW_SHIPPED(name=name).text(current_language()) + "\n")
    return 0


def _from_documents(
    folder: Path, documents: Sequence[Path], upper: Sequence[Path], period: tuple[int, int] | None
) -> int:
    from checker.doors.drafted import drafted_workspace

    files, told = drafted_workspace(documents, upper, period)
    _write({folder / name: content for name, content in files.items()})
    for message in told:
        write_text(message.text(current_language()) + "\n")
    return 0


def _new_rule(code: str, slug: str, folder: Path) -> int:
    from checker.doors.starter import RULE

    code = code.upper()
    if not _CODE.fullmatch(code):
        raise RunError(CLI_NEW_CODE_BAD(code=code))
    if not _SLUG.fullmatch(slug):
        raise RunError(CLI_NEW_SLUG_BAD(slug=slug))
    taken = sorted(folder.rglob(f"{code}-*.rule"))
    if taken:
        raise RunError(CLI_NEW_CODE_TAKEN(code=code, path=taken[0].as_posix()))
    # The built-in rules lie in folders by the first digit of their codes, 2-goals for PC201.
    group = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[0]
    place = next(iter(sorted(folder.glob(f"{group}-*/"))), folder)
    _write({place / f"{code}-{slug}.rule": RULE.format(code=code, slug=slug).encode("utf-8")})
    return 0


def _write(files: Mapping[Path, bytes]) -> None:
    write_files(list(files.items()))
    for path in files:
        write_text(CLI_WRITTEN(path=path.as_posix()).text(current_language()) + "\n")


_COMMANDS = {
    "workspace": Command(
        "workspace",
        CLI_NEW_WORKSPACE,
        [
            Argument("folder", value=CLI_FOLDER_VALUE, type=_FOLDER),
            Files("--from", "documents", words=CLI_NEW_FROM, value=CLI_FILES_VALUE),
            Files("--upper", words=CLI_NEW_UPPER, value=CLI_FILES_VALUE),
            Option("--period", words=CLI_NEW_PERIOD, value=CLI_PERIOD_VALUE),
        ],
        _new_workspace,
        after=[CLI_NEW_WORKSPACE_AFTER],
    ),
    "rule": Command(
        "rule",
        CLI_NEW_RULE,
        [
            Argument("code", value=CLI_CODE_VALUE),
            Argument("slug", value=CLI_SLUG_VALUE),
            Option("--folder", words=CLI_NEW_RULE_FOLDER, value=CLI_FOLDER_VALUE, type=_FOLDER, default=Path("rules")),
        ],
        _new_rule,
        after=[CLI_NEW_RULE_AFTER],
    ),
}

NEW = Group("new", CLI_NEW, list(_COMMANDS), _COMMANDS.__getitem__)
