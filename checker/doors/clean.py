"""``plancheck clean``: the copies that plancheck keeps are listed and removed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from checker.doors.output import write_line, write_plain
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.messages import Message
from checker.messages.approval import CLI_WORKSPACE_VALUE
from checker.messages.clean import (
    CLEAN_FAILED,
    CLEAN_NOTHING,
    CLEAN_REMOVED,
    CLEAN_STAYS,
    CLEAN_WOULD,
    CLI_CLEAN,
    CLI_CLEAN_AFTER,
    CLI_CLEAN_ALL,
    CLI_CLEAN_DRY,
)
from checker.messages.cli import CLI_SAYS
from checker.messages.options import INPUT_MISSING
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import with_near_file
from checker.workspace.load import LOCK_FILE, shown
from checker.workspace.rounds import STORE

_KEPT = STORE.parent.name
_CACHE = "cache"
#: The store of rounds and what SQLite has beside it while it writes.
_STORES = tuple(f"{STORE.name}{ending}" for ending in ("", "-journal", "-wal", "-shm"))
_UNFINISHED = re.compile(r"\.plancheck-[0-9]+(-[0-9]+)?\.tmp")
_ASKED_FOR = frozenset({LOCK_FILE, "plancheck-baseline.json", ".plancheck-report.json"})


def _clean(path: Path | None, *, everything: bool, dry_run: bool) -> int:
    folder = path or Path()
    if not folder.is_dir():
        raise RunError(SOURCE_WITH_PATH(path=folder.as_posix(), reason=with_near_file(INPUT_MISSING(), folder)))
    lang = current_language()
    failed = found = 0
    for one in list(_leavings(folder, everything=everything)):
        found += 1
        name = shown(one.parent, Path.cwd()) + "/" + one.name
        reason = None if dry_run else _remove(one)
        if reason is not None:
            failed += 1
            write_line(CLI_SAYS(message=CLEAN_FAILED(path=name, reason=reason)).text(lang))
        else:
            _tell((CLEAN_WOULD if dry_run else CLEAN_REMOVED)(path=name))
    for one in _asked_for(folder) if everything else ():
        _tell(CLEAN_STAYS(path=shown(one, Path.cwd())))
    if not found:
        _tell(CLEAN_NOTHING(path=folder.as_posix()))
    return 2 if failed else 0


def _leavings(folder: Path, *, everything: bool) -> Iterator[Path]:
    """Files and folders of plancheck's own under `folder`; what is emptied by that comes after what was in it."""
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name != ".git" and not (Path(place) / name).is_symlink())
        if Path(place).name == _KEPT:
            yield from _kept(Path(place), below, names, everything=everything)
            below[:] = []
        else:
            yield from (Path(place) / name for name in sorted(names) if _UNFINISHED.fullmatch(name))


def _kept(folder: Path, below: list[str], names: list[str], *, everything: bool) -> Iterator[Path]:
    """What goes of a folder .plancheck: caches, and with `everything` the rounds; itself, if nothing else is in it."""
    stores = [name for name in names if everything and name in _STORES]
    unfinished = [name for name in names if _UNFINISHED.fullmatch(name)]
    caches = [name for name in below if name == _CACHE]
    yield from (folder / name for name in sorted((*stores, *unfinished, *caches)))
    if everything and len(stores) + len(unfinished) + len(caches) == len(names) + len(below):
        yield folder


def _asked_for(folder: Path) -> Iterator[Path]:
    """What a command was told to write, and that may hold words of a document: records, baselines, reports."""
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name not in (".git", _KEPT))
        for name in sorted(_ASKED_FOR.intersection(names)):
            yield Path(place) if name.startswith(".") else Path(place) / name


def _remove(path: Path) -> str | None:
    """Why it could not be removed, None where it was."""
    try:
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        elif path.name == _KEPT:
            path.rmdir()
        else:
            shutil.rmtree(path)
    except OSError as error:
        return error.strerror or type(error).__name__
    return None


def _tell(message: Message) -> None:
    write_plain(message.text(current_language()) + "\n")


CLEAN = Command(
    "clean",
    CLI_CLEAN,
    [
        Argument("path", value=CLI_WORKSPACE_VALUE, required=False, type=FILE),
        Option("--all", "everything", words=CLI_CLEAN_ALL, is_flag=True),
        Option("--dry-run", "dry_run", words=CLI_CLEAN_DRY, is_flag=True),
    ],
    _clean,
    after=[CLI_CLEAN_AFTER],
)
