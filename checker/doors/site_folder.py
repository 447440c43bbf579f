"""A folder that holds a report: what changed is written, what is no longer part of it goes, nothing else is touched."""

from __future__ import annotations

import io
import json
import shutil
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.doors.output import encode, write_file
from checker.messages.cli import CLI_CANNOT_WRITE
from checker.messages.report import REPORT_FOLDER_TAKEN
from checker.messages.run_error import RunError

if TYPE_CHECKING:
    from checker.render.exchange_schema import ReportFolderJson

#: Names the files that a report wrote, so that the next one knows which are its own.
LIST = ".plancheck-report.json"
_MAKING = ".making-"
#: A run that was killed so many seconds ago does not come back for what it left.
_FORGOTTEN = 3600
#: What MkDocs adds with today's date in it; a report has no address to be found at.
_LEFT_OUT = frozenset({"sitemap.xml", "sitemap.xml.gz"})
_EPOCH = (1980, 1, 1, 0, 0, 0)


def site_files(staged: Path) -> Iterator[tuple[str, Path]]:
    """The files of a built site, by their addresses."""
    for path in sorted(staged.rglob("*")):
        address = path.relative_to(staged).as_posix()
        if path.is_file() and address not in _LEFT_OUT:
            yield address, path


@contextmanager
def staging(target: Path | None) -> Iterator[Path]:
    """A folder to build in, gone afterwards: within `target`, from where files need only be moved, if there is one.

    Raises RunError for a target with files of others, and where nothing can be written.
    """
    if target is None:
        with TemporaryDirectory(prefix="plancheck-") as folder:
            yield Path(folder, "site")
        return
    known = _known(target)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for left in target.glob(f"{_MAKING}*"):
            if left.stat().st_mtime < time.time() - _FORGOTTEN:
                shutil.rmtree(left, ignore_errors=True)
        if not known:
            # Named before anything is there: a run that is stopped leaves a folder that the next one knows.
            _write_list(target, set())
        made = TemporaryDirectory(prefix=_MAKING, dir=target)
    except OSError as error:
        raise RunError(CLI_CANNOT_WRITE(path=str(target), reason=error.strerror or "")) from None
    with made as folder:
        yield Path(folder, "site")


def publish(staged: Path, target: Path) -> tuple[int, int]:
    """Make `target` hold what `staged` within it holds: how many files were written, and how many there are.

    Each file is replaced at one stroke. Raises RunError where it cannot be written.
    """
    known = _known(target)
    files = dict(site_files(staged))
    if known != set(files):
        _write_list(target, known | set(files))
    moved = _move_new_folders(staged, target)
    written = sum(
        address.partition("/")[0] in moved or _move_changed(path, target / address) for address, path in files.items()
    )
    for address in known - set(files):
        _remove(target, address)
    if known != set(files):
        _write_list(target, set(files))
    return written, len(files)


def _known(target: Path) -> set[str]:
    try:
        if not target.exists() or not any(target.iterdir()):
            return set()
        listed = json.loads((target / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise RunError(REPORT_FOLDER_TAKEN(path=str(target))) from None
    files = listed.get("files") if isinstance(listed, dict) else None
    if not isinstance(files, list) or not all(isinstance(one, str) and _is_inside(one) for one in files):
        raise RunError(REPORT_FOLDER_TAKEN(path=str(target)))
    return set(files)


def _is_inside(address: str) -> bool:
    """Whether an address stays in the folder; a list that somebody changed must not remove other files."""
    parts = address.split("/")
    return not address.startswith("/") and ".." not in parts and ":" not in address and "\\" not in address


def _write_list(target: Path, files: set[str]) -> None:
    listed: ReportFolderJson = {"files": sorted(files)}
    write_file(target / LIST, encode(json.dumps(listed, ensure_ascii=False, indent=0) + "\n"))


def _move_new_folders(staged: Path, target: Path) -> set[str]:
    """Folders that the target has not are moved whole, which is much the quicker way; their names."""
    moved = set()
    try:
        for folder in sorted(one for one in staged.iterdir() if one.is_dir()):
            if not (target / folder.name).exists():
                folder.replace(target / folder.name)
                moved.add(folder.name)
    except OSError as error:
        raise RunError(CLI_CANNOT_WRITE(path=str(target), reason=error.strerror or "")) from None
    return moved


def _move_changed(made: Path, target: Path) -> bool:
    try:
        if target.is_file() and target.read_bytes() == made.read_bytes():
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        made.replace(target)
    except OSError as error:
        raise RunError(CLI_CANNOT_WRITE(path=str(target), reason=error.strerror or "")) from None
    return True


def _remove(target: Path, address: str) -> None:
    path = target / address
    try:
        path.unlink(missing_ok=True)
        if path.parent != target and not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as error:
        raise RunError(CLI_CANNOT_WRITE(path=str(path), reason=error.strerror or "")) from None


def packed(staged: Path, folder: str) -> bytes:
    """A zip of a built site below `folder`; same site, same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for address, path in site_files(staged):
            entry = zipfile.ZipInfo(f"{folder}/{address}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()
