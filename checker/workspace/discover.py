"""Which files belong to a workspace: its root, its plans, and which of them the run is about.

Only names of files are looked at here, never their content. Hidden folders and those of other tools are
passed over. A symbolic link is followed only to a file inside the workspace.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct

from checker.messages import Message
from checker.messages.workspace import FILES_FOLDER_UNREADABLE, FILES_LINK_OUTSIDE, FILES_NO_MATCH
from checker.source import with_near
from checker.workspace.config import CONFIG_NAME, SettingError, WorkspaceConfig

#: Whether the run is about a plan, or the plan is only there to be referred to.
Role = Literal["checked", "upper"]

_SUFFIX = ".plan"
_JUNCTION = 0xA0000003
_PASSED_OVER = frozenset({"site", "node_modules", "__pycache__", "venv"})


class Listing(Struct, eq=False):
    """The plan files of a workspace in the order of their paths, and remarks on what was left out.

    `others` are plan files of the workspace that the configuration does not name.
    """

    files: tuple[tuple[Path, Role], ...]
    others: tuple[Path, ...] = ()
    remarks: tuple[Message, ...] = ()


def find_workspace(path: Path) -> Path:
    """The root of the workspace that `path` lies in, as an absolute path.

    That is the nearest folder upwards that holds a `plancheck.toml`, else the folder itself, or the one
    that holds the file. `path` need not exist.
    """
    # A link that the reader names stands where its name says, not where it leads.
    start = absolute(path)
    if not os.path.isdir(start):
        start = start.parent
    for folder in (start, *start.parents):
        if os.path.isfile(folder / CONFIG_NAME):
            return folder
    return start


def plan_files(root: Path, config: WorkspaceConfig, paths: Sequence[Path] = ()) -> Listing:
    """The plan files of the workspace at `root`, of which those under `paths` are checked.

    Without `paths` the whole workspace is. A file among `paths` is taken as it is, whatever its name and
    whether or not it exists. With a configuration, its patterns tell checked plans from upper ones; without
    one, all plans under `root` are checked, and if only files are named, the plans beside them (not those in
    folders below) are there to be referred to. Raises SettingError for a pattern that no plan file fits.
    """
    root = absolute(root)
    named = [_Found(path, os.path.realpath(path)) for path in map(absolute, paths or [root])]
    folders = [one for one in named if os.path.isdir(one.path)]
    files = [one for one in named if not os.path.isdir(one.path)]
    near = [one.path for one in folders if one.path.is_relative_to(root) or root.is_relative_to(one.path)]
    walk = _Walk(root, {one.path for one in files})
    upper = _Patterns("upper", config.workspace.upper, root)
    plans = _Patterns("plans", config.workspace.plans, root)
    chosen = _Chosen()
    seen: list[str] = []
    others: list[_Found] = []
    for found in walk.enter(root, deep=bool(config.path or near)):
        shown = _shown(found.path, root)
        seen.append(shown)
        as_upper, as_plan = upper.match(shown), plans.match(shown)
        if as_upper:
            chosen.add(found, "upper")
        elif as_plan or not plans.all:
            asked = any(found.lies_in(folder) for folder in folders)
            chosen.add(found, "checked" if asked else "upper")
        else:
            others.append(found)
    for one in files:
        chosen.add(one, "checked")
    for folder in folders:
        for found in walk.enter(folder.path, deep=True):
            chosen.add(found, "checked")

    # What was passed over may have been meant; that is told already.
    unmatched = next((pattern for pattern in (*plans.all, *upper.all) if not pattern.matched), None)
    if unmatched is not None and not walk.remarks:
        raise unmatched.refusal(seen)
    listed = tuple(sorted(chosen, key=lambda one: _sort_key(one[0], root)))
    return Listing(listed, tuple(one.path for one in others if one not in chosen), tuple(walk.remarks))


def files_matching(root: Path, pattern: str, suffixes: Collection[str]) -> Iterator[Path]:
    """The files under `root` with one of these suffixes (in lower case) whose path fits `pattern`, in order.

    No link is followed, to a folder or to a file.
    """
    parts = [part for part in _spelling(pattern).split("/") if part not in ("", ".")]
    if os.path.isdir(root / pattern):
        parts += ["**", "*"]
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith(".") and name not in _PASSED_OVER)
        for name in sorted(names):
            path = Path(folder) / name
            # A file that begins with ~$ is what Word leaves beside one that is open.
            if path.suffix.lower() not in suffixes or name.startswith((".", "~$")) or path.is_symlink():
                continue
            if _fits(parts, _spelling(_shown(path, root)).split("/"), "**", _name_fits):
                yield path


class _Found(Struct, eq=False):
    """A path as the reader knows it, and where it really lies."""

    path: Path
    real: str

    def lies_in(self, folder: _Found) -> bool:
        return _lies_in(self.real, folder.real)


class _Chosen:
    """Files with their roles, each file once, by whatever names it goes; to be checked outweighs the rest."""

    def __init__(self) -> None:
        self._by_real_path: dict[str, tuple[Path, Role]] = {}

    def add(self, found: _Found, role: Role) -> None:
        path, known = self._by_real_path.get(found.real, (found.path, role))
        self._by_real_path[found.real] = (path, "checked" if "checked" in (role, known) else "upper")

    def __contains__(self, found: _Found) -> bool:
        return found.real in self._by_real_path

    def __iter__(self) -> Iterator[tuple[Path, Role]]:
        return iter(self._by_real_path.values())


class _Walk:
    """The plan files in folders, each folder entered once and no link followed out of them but `trusted` ones."""

    def __init__(self, root: Path, trusted: set[Path]) -> None:
        self._root = root
        self._trusted = trusted
        self._realms: list[str] = []
        self._seen: set[str] = set()
        self.remarks: list[Message] = []

    def enter(self, folder: Path, *, deep: bool) -> list[_Found]:
        """The plan files in `folder`, and with `deep` in the folders below it; a folder seen before gives none."""
        start = _Found(folder, os.path.realpath(folder))
        self._realms.append(start.real)
        files: list[_Found] = []
        waiting = [start]
        while waiting:
            below = self._look_into(waiting.pop(), files)
            if deep:
                waiting += below
        return files

    def _look_into(self, folder: _Found, files: list[_Found]) -> list[_Found]:
        """Add the plan files of one folder to `files`; gives the folders in it that are worth entering."""
        if folder.real in self._seen:
            return []
        self._seen.add(folder.real)
        try:
            with os.scandir(folder.path) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            self.remarks.append(FILES_FOLDER_UNREADABLE(path=_shown(folder.path, self._root)))
            return []
        below: list[_Found] = []
        for entry in inside:
            if entry.name.startswith(".") or entry.name in _PASSED_OVER:
                continue
            path = folder.path / entry.name
            is_plan = entry.name.lower().endswith(_SUFFIX)
            if _leads_elsewhere(entry):
                files += self._follow(path, is_plan=is_plan)
            elif entry.is_dir():
                below.append(_Found(path, os.path.join(folder.real, entry.name)))
            elif is_plan:
                files.append(_Found(path, os.path.join(folder.real, entry.name)))
        return below

    def _follow(self, link: Path, *, is_plan: bool) -> Iterator[_Found]:
        """A link to a file inside; a folder inside is found where it stands, and nothing outside is read."""
        target = os.path.realpath(link)
        is_folder = os.path.isdir(target)
        if link not in self._trusted and not any(_lies_in(target, realm) for realm in self._realms):
            if is_folder or is_plan:
                self.remarks.append(FILES_LINK_OUTSIDE(path=_shown(link, self._root)))
        elif is_plan and not is_folder:
            yield _Found(link, target)


class _Pattern:
    """A pattern of `plancheck.toml`: * and ? within a name, ** for any folders; a folder means all plans in it."""

    def __init__(self, key: str, text: str, root: Path) -> None:
        self._key = key
        self._text = text
        self._parts = [part for part in _spelling(text).split("/") if part not in ("", ".")]
        if os.path.isdir(root / text):
            self._parts += ["**", f"*{_SUFFIX}"]
        #: The one path that it means, if it is none of many.
        self.name = None if any("*" in part or "?" in part for part in self._parts) else "/".join(self._parts)
        self.matched = False

    def matches(self, path: str) -> bool:
        """Whether a path, in the spelling of paths, fits; remembers that something did."""
        fits = _fits(self._parts, path.split("/"), "**", _name_fits)
        self.matched = self.matched or fits
        return fits

    def refusal(self, seen: Iterable[str]) -> SettingError:
        """What to say if none of the files `seen` fits."""
        return no_match(self._key, self._text, seen)


class _Patterns:
    """The patterns under one key. A workspace may name each of its plans: those without * and ? are looked up."""

    def __init__(self, key: str, texts: Iterable[str], root: Path) -> None:
        self.all = [_Pattern(key, text, root) for text in texts]
        self._open = [pattern for pattern in self.all if pattern.name is None]
        self._named: dict[str, list[_Pattern]] = {}
        for pattern in self.all:
            if pattern.name is not None:
                self._named.setdefault(pattern.name, []).append(pattern)

    def match(self, shown: str) -> bool:
        """Whether the path `shown` fits one of them; all are asked, for each is to know whether it fits anything."""
        path = _spelling(shown)
        named = self._named.get(path, ())
        for pattern in named:
            pattern.matched = True
        fits = [pattern.matches(path) for pattern in self._open]
        return bool(named) or any(fits)


def no_match(key: str, pattern: str, seen: Iterable[str]) -> SettingError:
    """What to say of a pattern under `key` of [workspace] that none of the files `seen` fits."""
    files = list(seen)
    folders = {f"{PurePosixPath(file).parent}/" for file in files}
    return SettingError(
        ("workspace", key), with_near(FILES_NO_MATCH(pattern=pattern), pattern, [*files, *sorted(folders)])
    )


def _name_fits(pattern: str, name: str) -> bool:
    return _fits(pattern, name, "*", lambda sign, character: sign in ("?", character))


def _fits(pattern: Sequence[str], items: Sequence[str], star: str, same: Callable[[str, str], bool]) -> bool:
    """Whether `items` are what `pattern` says, `star` standing for any number of them.

    Only the last star passed is ever tried anew, so a pattern of many stars costs no more than the product
    of both lengths, which a regular expression would not promise.
    """
    at = item = tried = 0
    behind_star = -1
    while item < len(items):
        if at < len(pattern) and pattern[at] == star:
            at += 1
            behind_star, tried = at, item
        elif at < len(pattern) and same(pattern[at], items[item]):
            at += 1
            item += 1
        elif behind_star >= 0:
            tried += 1
            at, item = behind_star, tried
        else:
            return False
    return all(sign == star for sign in pattern[at:])


def _spelling(path: str) -> str:
    """The spelling in which two paths that the file system holds for one are the same."""
    spelling = unicodedata.normalize("NFC", path)
    return spelling.lower() if os.name == "nt" else spelling


def absolute(path: Path) -> Path:
    """`path` from the root on, without .. in it; links are not followed."""
    return Path(os.path.abspath(path))


def _leads_elsewhere(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return True
    # A junction, the link to a folder that anybody may make on Windows, is no symbolic link to Python.
    return os.name == "nt" and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def _lies_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _sort_key(path: Path, root: Path) -> tuple[str, str]:
    shown = _shown(path, root)
    return unicodedata.normalize("NFC", shown), shown
