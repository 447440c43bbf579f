"""Which documents are the old round of a plan and which the new one: told, named by the plan, or kept in a snapshot."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from msgspec import Struct, field

from checker.doors.draft import open_sources, require_documents
from checker.doors.table import file_of
from checker.draft.head import name_in
from checker.messages import Message
from checker.messages.run_error import RunError
from checker.messages.update import (
    UPDATE_NOT_DRAFTED,
    UPDATE_OTHER_PLAN,
    UPDATE_TEXT,
    UPDATE_TEXT_ADDED,
    UPDATE_TEXT_OUTSIDE,
)
from checker.model import Plan
from checker.model.plan_words import written_sentence
from checker.revise import open_side
from checker.revise.history import rounds_of
from checker.syntax import Item
from checker.update.steps import line_of
from checker.update.values import Add, Change, Put
from checker.workspace import find_workspace
from checker.workspace.texts import texts_told

if TYPE_CHECKING:
    from checker.draft.drafting import Source

_OUTLINE = "outline"


class Rounds(Struct, eq=False):
    """The documents of both rounds, `old` None where nobody has them, and how a reader calls them.

    `files` are the changes of what the plan names as its 文本, `told` what is left to a person of it.
    """

    old: list[Source] | None
    new: list[Source]
    old_names: list[str]
    new_names: list[str]
    files: list[Change] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)


class _Own(Struct, eq=False):
    """A text that the plan names: its name there, its role, where it lies; `by` is the new document in its place."""

    name: str
    role: str
    path: Path
    by: Source | None = None


def open_rounds(plan: Plan, documents: Sequence[Path], old: Sequence[str], stack: ExitStack, *, force: bool) -> Rounds:
    """The documents of both rounds. RunError for what cannot be read, or is of another plan; `stack` cleans up."""
    require_documents(documents)
    told = open_sources(documents)
    _require_own(plan, told, force=force)
    folder = file_of(plan).parent
    own = [_Own(name, role, path) for name, role, path in texts_told(plan, folder)]
    if not own and not old:
        raise RunError(UPDATE_NOT_DRAFTED(path=plan.source.path))
    for source in told:
        taken = _place_of(source, [one for one in own if one.by is None])
        if taken is not None:
            taken.by = source
    kept = [one.path for one in own if one.by is None and one.path.is_file()]
    before = _old_paths(plan, own, old, stack)
    # A document that both rounds have is read for each: putting documents together changes what was read.
    new = open_sources([*documents, *kept]) if kept else told
    made = Rounds(
        open_sources(before) if before else None,
        new,
        [one.name for one in before or ()] if not old else list(old),
        [one.as_posix() for one in documents],
    )
    _name_files(made, plan, folder, own, told)
    return made


def _require_own(plan: Plan, told: Sequence[Source], *, force: bool) -> None:
    """RunError for the outline of another place or period, by its title."""
    own = name_in(plan.full_name or plan.name)
    for one in told:
        theirs = one.head.name
        if not force and own and theirs and theirs != own and one.kind in (_OUTLINE, "drafting_note"):
            raise RunError(UPDATE_OTHER_PLAN(document=one.path, theirs=theirs, path=plan.source.path, own=own))


def _place_of(source: Source, own: Sequence[_Own]) -> _Own | None:
    """The text of the plan that a new document takes the place of: the same file, one of its name, or of its role."""
    path = Path(source.path)
    same = next((one for one in own if os.path.realpath(one.path) == os.path.realpath(path)), None)
    named = [one for one in own if one.path.name == path.name]
    alike = [one for one in own if source.role and one.role == source.role_note]
    return same or (named[0] if named else alike[0] if len(alike) == 1 else None)


def _old_paths(plan: Plan, own: Sequence[_Own], told: Sequence[str], stack: ExitStack) -> list[Path] | None:
    """The files of the old round, None where nobody has them."""
    if told:
        return [path for word in told for path in _told_paths(plan, own, word, stack)]
    if any(not one.path.is_file() for one in own):
        return None
    over = [one for one in own if one.by is not None and _is_same(one.path, Path(one.by.path))]
    if not over:
        return [one.path for one in own]
    earlier = _last_round(plan, own, stack)
    replaced = [one for one in own if one.by is not None]
    there = {id(one): earlier[one.name] for one in over if one.name in earlier}
    differs = any(not _is_same(path, one.path) for one in over if (path := there.get(id(one))) is not None)
    if not differs and len(over) == len(replaced):
        return None
    return [there.get(id(one), one.path) for one in own]


def _told_paths(plan: Plan, own: Sequence[_Own], word: str, stack: ExitStack) -> list[Path]:
    """The files that a word names: one, or what the plan named in a round that was kept."""
    if Path(word).is_file():
        require_documents([Path(word)])
        return [Path(word)]
    side = stack.enter_context(open_side(word, file_of(plan)))
    found = [side.path.parent / one.name for one in own]
    require_documents(found)
    return found


def _last_round(plan: Plan, own: Sequence[_Own], stack: ExitStack) -> dict[str, Path]:
    """The texts of the plan as the last snapshot has them, by their names; none where there is no snapshot."""
    home = find_workspace(file_of(plan))
    rounds = rounds_of(file_of(plan))
    if not rounds.exists():
        return {}
    import shutil

    root = Path(mkdtemp(prefix="plancheck-"))
    stack.callback(shutil.rmtree, root, ignore_errors=True)
    rounds.unpack(None, root)
    folder = root / file_of(plan).parent.relative_to(home.resolve())
    return {one.name: folder / one.name for one in own if (folder / one.name).is_file()}


def _is_same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _name_files(made: Rounds, plan: Plan, folder: Path, own: Sequence[_Own], told: Sequence[Source]) -> None:
    """The plan names the new documents in place of the old ones."""
    home = os.path.realpath(find_workspace(file_of(plan)))
    for source in told:
        one = next((one for one in own if one.by is source), None)
        path = os.path.realpath(source.path)
        if one is not None and os.path.realpath(one.path) == path:
            continue
        if not source.role:
            continue
        name = Path(os.path.relpath(path, folder)).as_posix()
        if not path.startswith(home.rstrip(os.sep) + os.sep):
            made.told.append(UPDATE_TEXT_OUTSIDE(path=source.path))
        elif one is None:
            step = Add(plan, "文本", f"{written_sentence(name)}（{source.role}）")
            made.files.append(Change(UPDATE_TEXT_ADDED(new=name), [step], line_of(plan)))
        else:
            start, end = _written(plan, one.name)
            put = Put(plan.source, start, end, written_sentence(name))
            made.files.append(Change(UPDATE_TEXT(old=one.name, new=name), [put], line_of(plan, start)))


def _written(plan: Plan, name: str) -> tuple[int, int]:
    """Where the plan writes the name of a text."""
    part = plan.written("texts")
    assert part is not None
    values = (one for one in part.values if isinstance(one, Item) and one.text is not None)
    text = next(one.text for one in values if one.text is not None and one.text.text == name)
    return text.start, text.end
