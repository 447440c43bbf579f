"""The texts of plans: which files they are, and which plan each belongs to. They are read when they are checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.messages import Message, Template
from checker.messages.texts import TEXT_NOT_FOUND, TEXT_OTHER_KIND, TEXT_OUTSIDE
from checker.model import Plan
from checker.source import read_bytes
from checker.workspace.config import WorkspaceConfig
from checker.workspace.discover import files_matching, no_match

if TYPE_CHECKING:
    from checker.prose.document import Document

_SUFFIXES = frozenset({".txt", ".md", ".docx"})
_TABLE = ".xlsx"
_ROLES = ("main", "note", "table", "appendix")


class TextFile(Struct, eq=False):
    """A text that is to be checked: `shown` is the path a reader sees, `role` what it is to `plan`, if it has one."""

    path: Path
    shown: str
    plan: Plan | None = None
    role: str = "main"

    def read(self) -> Document:
        """The document. Raises Unreadable, naming the file, for what cannot be read."""
        from checker.prose.read import read_document

        return read_document(read_bytes(self.path, self.shown), self.path.suffix.lower(), self.shown)


class UnreadText(Struct, frozen=True, eq=False):
    """A text that a plan names and that is not read, and why."""

    plan: Plan
    message: Message


class TextListing(Struct, eq=False):
    """The texts of a run, each file once, and what is to be said of those that are not there.

    `tables` are the .xlsx files that plans name: they are held against the plan, and not read as texts.
    """

    files: tuple[TextFile, ...]
    tables: tuple[TextFile, ...] = ()
    unread: tuple[UnreadText, ...] = ()
    remarks: tuple[Message, ...] = ()


class TextFinder:
    """Finds the texts of one workspace; `show` gives the path a reader sees.

    What is shown of a plan's path is relative to `shown_from` or whole.
    """

    def __init__(
        self,
        root: Path,
        config: WorkspaceConfig,
        plans: Sequence[Plan],
        shown_from: Path,
        show: Callable[[Path], str],
    ) -> None:
        self._root = root
        self._config = config
        self._plans = plans
        self._from = shown_from
        self._show = show
        self._files: dict[str, TextFile] = {}
        self._tables: dict[str, TextFile] = {}
        self._unread: list[UnreadText] = []
        self._remarks: list[Message] = []

    def own(self, named: Sequence[Path]) -> None:
        """Make the plans of the texts in `named` what the run is about: it was asked for nothing else."""
        for path in named:
            plan, _ = self._owner(path)
            if plan is not None:
                plan.role = "checked"

    def find(self, named: Sequence[Path], folders: Sequence[Path], *, only_named: bool) -> TextListing:
        """The texts in `named`, those that checked plans name, and those of the configuration under `folders`."""
        for path in named:
            self._add(path, *self._owner(path))
        if not only_named:
            self._add_told()
            self._add_configured(folders)
        return TextListing(
            tuple(self._files.values()), tuple(self._tables.values()), tuple(self._unread), tuple(self._remarks)
        )

    def _add(self, path: Path, plan: Plan | None, role: str) -> None:
        self._files.setdefault(os.path.realpath(path), TextFile(path, self._show(path), plan, role))

    def _add_told(self) -> None:
        """The texts that the checked plans name."""
        for plan in self._plans:
            if plan.role != "checked":
                continue
            for name, role, path in self._told(plan):
                problem = self._problem(path)
                if problem is not None:
                    self._unread.append(UnreadText(plan, problem(plan=plan.name, name=name)))
                elif path.suffix.lower() == _TABLE:
                    self._tables.setdefault(os.path.realpath(path), TextFile(path, self._show(path), plan, "table"))
                else:
                    self._add(path, plan, role)

    def _problem(self, path: Path) -> Template | None:
        """Why the text at `path` is not read, if it is not."""
        if not _lies_in(os.path.realpath(path), os.path.realpath(self._root)):
            return TEXT_OUTSIDE
        if not os.path.isfile(path):
            return TEXT_NOT_FOUND
        return None if path.suffix.lower() in {*_SUFFIXES, _TABLE} else TEXT_OTHER_KIND

    def _add_configured(self, folders: Sequence[Path]) -> None:
        for pattern in self._config.workspace.texts:
            matching = list(files_matching(self._root, pattern, _SUFFIXES))
            if not matching:
                seen = files_matching(self._root, "**/*", _SUFFIXES)
                raise no_match("texts", pattern, (path.relative_to(self._root).as_posix() for path in seen))
            for path in matching:
                plan, role = self._owner(path)
                under = any(path.is_relative_to(folder) for folder in folders)
                if under or (plan is not None and plan.role == "checked"):
                    self._add(path, plan, role)

    def _told(self, plan: Plan) -> Iterator[tuple[str, str, Path]]:
        """Name, role and path of each text that a plan has at hand; a title is the name of no file."""
        folder = self._folder(plan)
        for document in plan.texts:
            if document.at_hand and not document.is_title:
                role = next((role for role in _ROLES if role in document.notes), "main")
                yield document.name, role, folder / document.name

    def _owner(self, path: Path) -> tuple[Plan | None, str]:
        """The plan that names the text, else the only one beside it."""
        real = os.path.realpath(path)
        for plan in self._plans:
            for _, role, told in self._told(plan):
                if os.path.realpath(told) == real:
                    return plan, role
        folder = os.path.dirname(real)
        beside = [plan for plan in self._plans if os.path.realpath(self._folder(plan)) == folder]
        return (beside[0], "main") if len(beside) == 1 else (None, "main")

    def _folder(self, plan: Plan) -> Path:
        return (self._from / plan.source.path).parent


def _lies_in(real: str, folder: str) -> bool:
    return real.startswith(folder.rstrip(os.sep) + os.sep)
