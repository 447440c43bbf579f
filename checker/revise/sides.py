"""Where a version of plans is read from: as it lies on the disk, a round that was kept, or git, which is only read.

A round and a git revision are unpacked into a folder of their own that goes away again; the work tree is not touched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.messages.revise import REVISE_GIT_FAILED, REVISE_GIT_MISSING, REVISE_NO_SIDE, REVISE_NOT_THERE
from checker.messages.rounds import ROUNDS_NONE
from checker.messages.run_error import RunError
from checker.revise.history import rounds_of
from checker.source import with_near, with_near_file
from checker.workspace import find_workspace
from checker.workspace.rounds import Rounds, is_round

_SNAPSHOT = ("快照", "snapshot")
#: What names one repository; git gives it to hooks (``git rev-parse --local-env-vars``, settings excepted).
_OF_A_REPOSITORY = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
#: Modes of files in a tree of git; links and repositories within are left out.
_FILES = frozenset({"100644", "100755"})


@dataclass(slots=True, eq=False, repr=False)
class Side:
    """One version: what a reader calls it, the path of its plans, and the folder from which paths are shown."""

    label: str
    path: Path
    shown_from: Path


@contextmanager
def open_side(word: str, subject: Path) -> Iterator[Side]:
    """The side that `word` names: a path that is there, a round that was kept, or a revision of git.

    A round is 快照:第一轮, or a file with one. In both `subject` is looked up; ``REVISION:path`` names another path.
    Raises RunError where there is none of these.
    """
    path = Path(word)
    if path.exists():
        if is_round(path):
            with _round(Rounds(path, path.as_posix()), None, path.as_posix(), subject) as side:
                yield side
        else:
            yield Side(path.as_posix(), path, Path.cwd())
        return
    kind, colon, name = word.partition(":") if ":" in word else word.partition("：")
    if colon and kind in _SNAPSHOT:
        with _round(rounds_of(subject), name, word, subject) as side:
            yield side
        return
    revision, colon, inner = word.partition(":")
    wanted = Path(inner) if colon else subject
    top = _top(wanted)
    if top is None or revision.startswith("-") or not _is_commit(top, revision):
        kept = rounds_of(subject)
        names = [f"{_SNAPSHOT[0]}:{name}" for name, _, _ in kept.names()] if kept.exists() else []
        unknown = REVISE_NO_SIDE(word=word)
        near = with_near(unknown, word if colon else f"{_SNAPSHOT[0]}:{word}", names)
        raise RunError(with_near_file(unknown, path) if near is unknown else near)
    with TemporaryDirectory(prefix="plancheck-") as folder:
        root = Path(folder).resolve()
        relative = wanted.resolve().relative_to(top)
        home = find_workspace(wanted).resolve() if wanted.exists() else top
        _unpack(top, revision, home.relative_to(top) if home.is_relative_to(top) else Path(), root)
        there = root / relative
        if not there.exists():
            raise RunError(REVISE_NOT_THERE(path=wanted.as_posix(), revision=revision))
        yield Side(word, there, root)


@contextmanager
def _round(rounds: Rounds, name: str | None, label: str, subject: Path) -> Iterator[Side]:
    """A round that was kept: the item of the workspace that `subject` is, as it was then."""
    if not rounds.exists():
        raise RunError(ROUNDS_NONE())
    with TemporaryDirectory(prefix="plancheck-") as folder:
        root = Path(folder).resolve()
        rounds.unpack(name, root)
        home = find_workspace(subject).resolve()
        there = root if is_round(subject) else root / subject.resolve().relative_to(home)
        if not there.exists():
            raise RunError(REVISE_NOT_THERE(path=subject.as_posix(), revision=label))
        yield Side(label, there, root)


def _git(folder: Path, *words: str, told: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Git as it is outside of a hook: what a hook says of its own repository is not about `folder`."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    try:
        return subprocess.run(  # noqa: S603 - a fixed command; what a user wrote is one argument of it
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            input=told,
            capture_output=True,
            check=False,
            env=environment,
        )
    except OSError:
        raise RunError(REVISE_GIT_MISSING()) from None


def _top(path: Path) -> Path | None:
    """The folder of the repository that `path` lies in, or would lie in."""
    folder = path.resolve()
    while not folder.is_dir():
        folder = folder.parent
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        return None
    return Path(found.stdout.decode("utf-8", "surrogateescape").rstrip("\n")).resolve()


def _is_commit(top: Path, revision: str) -> bool:
    return not _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").returncode


def _unpack(top: Path, revision: str, inner: Path, folder: Path) -> None:
    """Put the files of the revision below `inner` into `folder`, as they were committed: no attribute changes them."""
    pathspec = [] if inner == Path() else ["--", inner.as_posix()]
    listed = _told(_git(top, "ls-tree", "-r", "-z", "--full-tree", revision, *pathspec), revision)
    entries = [_Entry.read(line) for line in listed.split(b"\0") if line]
    blobs = [one for one in entries if one.kind in _FILES]
    asked = "".join(f"{one.object_id}\n" for one in blobs).encode()
    content = _told(_git(top, "cat-file", "--batch", told=asked), revision)
    at = 0
    for one in blobs:
        line_end = content.index(b"\n", at)
        size = int(content[at:line_end].rsplit(b" ", 1)[1])
        _write(folder, one.path, content[line_end + 1 : line_end + 1 + size])
        at = line_end + size + 2


def _told(done: subprocess.CompletedProcess[bytes], revision: str) -> bytes:
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RunError(REVISE_GIT_FAILED(revision=revision, reason=said[-1] if said else str(done.returncode)))
    return done.stdout


@dataclass(slots=True, eq=False, repr=False)
class _Entry:
    """One line of ``git ls-tree -z``."""

    kind: str
    object_id: str
    path: str

    @classmethod
    def read(cls, line: bytes) -> _Entry:
        words, _, path = line.partition(b"\t")
        mode, _, object_id = words.decode("ascii").split(" ")
        return cls(mode, object_id, os.fsdecode(path))


def _write(folder: Path, path: str, content: bytes) -> None:
    """A file that lies in `folder`, whatever its name says."""
    target = folder / path
    if target.resolve().is_relative_to(folder):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
