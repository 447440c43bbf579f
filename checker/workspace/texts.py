"""The document set of a run: its texts and tables, what each is, and which plan it belongs to.

A file is known by the plan that names it, by the configuration, by its title beside the plan that bears it or is of
its place and period, or it is just there: in a folder without a plan all texts and tables are what is checked. They
are read when they are checked, or when only their title tells whose they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from checker.messages import Message, Template
from checker.messages.options import INPUT_SAVE_AS
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.texts import TEXT_NOT_FOUND, TEXT_NOT_NAMED, TEXT_OTHER_KIND, TEXT_OUTSIDE
from checker.model import Plan
from checker.source import Unreadable, read_bytes
from checker.workspace.config import WorkspaceConfig
from checker.workspace.discover import files_matching, no_match
from checker.workspace.own_plan import is_own

if TYPE_CHECKING:
    from checker.prose.document import Document
    from checker.prose.title_page import TitlePage

_SUFFIXES = frozenset({".txt", ".md", ".docx"})
_TABLE = ".xlsx"
_READ = frozenset({*_SUFFIXES, _TABLE})
#: What an office program has to save anew, and as what.
SAVE_AS = {
    ".doc": ".docx",
    ".wps": ".docx",
    ".pdf": ".docx",
    ".ofd": ".docx",
    ".docm": ".docx",
    ".dotx": ".docx",
    ".dotm": ".docx",
    ".dot": ".docx",
    ".wpt": ".docx",
    ".odt": ".docx",
    ".rtf": ".docx",
    ".htm": ".docx",
    ".html": ".docx",
    ".mht": ".docx",
    ".xls": ".xlsx",
    ".et": ".xlsx",
    ".xlsm": ".xlsx",
    ".xlsb": ".xlsx",
    ".xltx": ".xlsx",
    ".xltm": ".xlsx",
    ".ods": ".xlsx",
    ".csv": ".xlsx",
}


def save_as(kind: str) -> Message:
    """What to do with a file of this kind, one of `SAVE_AS`."""
    wanted = SAVE_AS[kind]
    return INPUT_SAVE_AS(kind=kind, program="Excel" if wanted == _TABLE else "Word", wanted=wanted)


#: What is read as a draft only when it is asked for: pages of the web, reports of plancheck itself among them.
_NOT_DRAFTS = frozenset({".htm", ".html", ".mht", ".csv"})
#: Notes on a folder, and what programs write: nobody means them to be checked.
_NO_DOCUMENT = re.compile(
    r"(?:readme|changelog|contributing|license|requirements|robots)\b|.*-批注\.docx$", re.IGNORECASE
)
_ROLES = ("main", "note", "table", "appendix")


#: How a file of the set is known: a plan names it, the configuration does, its title does, or it was asked for.
KnownBy = Literal["plan", "config", "title", "path"]


class TextFile(Struct, eq=False):
    """A text that is to be checked: `shown` is the path a reader sees, `role` what it is to `plan`, if it has one.

    `beside` are the paths of plans that lie beside it and are not its own.
    """

    path: Path
    shown: str
    plan: Plan | None = None
    role: str = "main"
    known_by: KnownBy = "path"
    beside: tuple[str, ...] = ()
    _document: Document | None = None

    def read(self) -> Document:
        """The document, read once. Raises Unreadable, naming the file, for what cannot be read."""
        if self._document is None:
            from checker.prose.read import read_document

            data = read_bytes(self.path, self.shown)
            self._document = read_document(data, self.path.suffix.lower(), self.shown)
        return self._document

    def page(self) -> TitlePage:
        """What the document says of itself. Raises Unreadable as `read` does."""
        from checker.prose.title_page import read_title_page

        return read_title_page(self.read(), self.path.stem)


class OtherFile(Struct, frozen=True, eq=False):
    """A file in a folder of the run that is not read, and why."""

    shown: str
    message: Message


class UnreadText(Struct, frozen=True, eq=False):
    """A text that a plan names and that is not read, and why."""

    plan: Plan
    message: Message


class TextListing(Struct, eq=False):
    """The texts of a run, each file once, and what is to be said of those that are not there.

    `tables` are the .xlsx files: they are held against plans and texts, and not read as texts; `others` are files in
    the folders that are neither.
    """

    files: tuple[TextFile, ...]
    tables: tuple[TextFile, ...] = ()
    others: tuple[OtherFile, ...] = ()
    unread: tuple[UnreadText, ...] = ()
    remarks: tuple[Message, ...] = ()


def texts_told(plan: Plan, folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Name, role and path of each text that a plan in `folder` has at hand; a title is the name of no file."""
    for document in plan.texts:
        if document.at_hand and not document.is_title:
            role = next((role for role in _ROLES if role in document.notes), "main")
            is_table = document.name.lower().endswith(_TABLE)
            yield document.name, "table" if is_table else role, folder / document.name


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
        self._known: dict[str, TextFile] = {}
        self._others: list[OtherFile] = []
        self._unread: list[UnreadText] = []
        self._remarks: list[Message] = []

    def own(self, named: Sequence[Path]) -> None:
        """Make the plans of the texts in `named` what the run is about: it was asked for nothing else."""
        for path in named:
            plan = self._file(path).plan
            if plan is not None:
                plan.role = "checked"

    def find(self, named: Sequence[Path], folders: Sequence[Path], *, only_named: bool) -> TextListing:
        """The texts in `named`, those that checked plans name, and those of the configuration or in `folders`."""
        configured = self._configured()
        for path in named:
            self._add(self._file(path))
        if not only_named:
            self._add_told()
            self._add_configured(configured, folders)
            for folder in folders:
                self._add_lying(folder)
        return TextListing(
            tuple(self._files.values()),
            tuple(self._tables.values()),
            tuple(self._others),
            tuple(self._unread),
            tuple(self._remarks),
        )

    def _add(self, file: TextFile) -> None:
        files = self._tables if file.path.suffix.lower() == _TABLE else self._files
        files.setdefault(os.path.realpath(file.path), file)

    def _add_told(self) -> None:
        """The texts that the checked plans name."""
        for plan in self._plans:
            if plan.role != "checked":
                continue
            for name, role, path in self._told(plan):
                problem = self._problem(path)
                if problem is not None:
                    self._unread.append(UnreadText(plan, problem(plan=plan.name, name=name)))
                else:
                    self._add(TextFile(path, self._show(path), plan, role, "plan"))

    def _problem(self, path: Path) -> Template | None:
        """Why the text at `path` is not read, if it is not."""
        if not _lies_in(os.path.realpath(path), os.path.realpath(self._root)):
            return TEXT_OUTSIDE
        if not os.path.isfile(path):
            return TEXT_NOT_FOUND
        return None if path.suffix.lower() in _READ else TEXT_OTHER_KIND

    def _configured(self) -> list[Path]:
        """What the configuration names; SettingError for a pattern that no file fits, whatever was asked for."""
        found: list[Path] = []
        for pattern in self._config.workspace.texts:
            matching = list(files_matching(self._root, pattern, _READ))
            if not matching:
                seen = files_matching(self._root, "**/*", _READ)
                raise no_match("texts", pattern, (path.relative_to(self._root).as_posix() for path in seen))
            found += matching
        return found

    def _add_configured(self, configured: Sequence[Path], folders: Sequence[Path]) -> None:
        for path in configured:
            file = self._file(path, "config")
            under = any(path.is_relative_to(folder) for folder in folders)
            if under or (file.plan is not None and file.plan.role == "checked"):
                self._add(file)

    def _add_lying(self, folder: Path) -> None:
        """What lies in a folder and nobody names: checked where there is no plan, else where it is plainly a plan's."""
        if self._config.workspace.texts or self._config.workspace.plans:
            return  # the configuration says what belongs to the run
        plans = [plan for plan in self._plans if plan.role == "checked"]
        silent = [plan for plan in plans if not plan.texts]
        for path in files_matching(folder, "", {*_READ, *SAVE_AS} - _NOT_DRAFTS):
            if os.path.realpath(path) in self._files or os.path.realpath(path) in self._tables:
                continue
            suffix, shown = path.suffix.lower(), self._show(path)
            if suffix in SAVE_AS:
                reason = save_as(suffix)
                self._others.append(OtherFile(shown, SOURCE_WITH_PATH(path=shown, reason=reason)))
            elif _NO_DOCUMENT.match(path.name):
                continue
            elif not plans or (silent and self._file(path).plan in silent):
                self._add(self._file(path))
            else:
                self._others.append(OtherFile(shown, SOURCE_WITH_PATH(path=shown, reason=TEXT_NOT_NAMED())))

    def _told(self, plan: Plan) -> Iterator[tuple[str, str, Path]]:
        return texts_told(plan, self._folder(plan))

    def _file(self, path: Path, known_by: KnownBy = "path") -> TextFile:
        """The file with its plan: the one that names it, else one beside it that is plainly its own.

        In a configured workspace the only plan beside it is its own.
        """
        real = os.path.realpath(path)
        role = "table" if path.suffix.lower() == _TABLE else "main"
        for plan in self._plans:
            for _, told_role, told in self._told(plan):
                if os.path.realpath(told) == real:
                    return TextFile(path, self._show(path), plan, told_role, "plan")
        file = self._known.setdefault(real, TextFile(path, self._show(path), None, role, known_by))
        folder = os.path.dirname(real)
        beside = [plan for plan in self._plans if os.path.realpath(self._folder(plan)) == folder]
        if len(beside) == 1 and self._config.path:
            file.plan = beside[0]
        elif beside and file.plan is None and not file.beside:
            self._look_beside(file, beside)
        return file

    def _look_beside(self, file: TextFile, beside: Sequence[Plan]) -> None:
        """Let the title of the file say which of the plans beside it is its own, if one is."""
        try:
            page = file.page()
        except Unreadable:  # told when it is to be checked
            return
        own = [plan for plan in beside if is_own(plan, page)]
        if len(own) == 1:
            file.plan, file.known_by = own[0], "title"
            file.role = "note" if page.kind == "drafting_note" else file.role
        else:
            file.beside = tuple(plan.source.path for plan in beside)

    def _folder(self, plan: Plan) -> Path:
        return (self._from / plan.source.path).parent


def _lies_in(real: str, folder: str) -> bool:
    return real.startswith(folder.rstrip(os.sep) + os.sep)
