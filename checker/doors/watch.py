"""``plancheck watch``: plans checked again whenever a file of theirs is saved."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.doors.judging import JUDGING
from checker.doors.output import write_line, write_text
from checker.doors.words import FILE, Argument, Command, told_language
from checker.engine.report import Report
from checker.finding import Finding, Notice, Status, beyond
from checker.messages import Message
from checker.messages.approval import CLI_WORKSPACE_VALUE
from checker.messages.cli import CLI_SAYS
from checker.messages.run_error import RunError
from checker.messages.watch import (
    CLI_WATCH,
    CLI_WATCH_AFTER,
    WATCH_FAILED,
    WATCH_GONE,
    WATCH_HIDDEN,
    WATCH_MORE,
    WATCH_SAVED,
    WATCH_WAITING,
)

if TYPE_CHECKING:
    from checker.engine.options import Options

_KINDS = frozenset({".plan", ".rule", ".toml", ".lock", ".txt", ".md", ".docx", ".xlsx"})
#: Programs save in several steps; so many seconds without another one, and it is done.
_SETTLED = 0.3
_SHOWN = 3


def _watch(path: Path | None, **words: Any) -> int:
    from checker.engine.choices import build_options
    from checker.render.text import render_text
    from checker.workspace import find_workspace

    told = told_language()
    options = build_options(lang=told, **words)
    subject = path or Path()
    report = _check(subject, options)
    lang = report.lang
    root = find_workspace(subject)
    seen = _Seen(_counting(report), {one.fingerprint for one in report.findings}, report.notices)
    with _saves(root) as saves:
        write_text(render_text(report, lang))
        _say(WATCH_WAITING(path=root.as_posix()), lang)
        try:
            while True:
                files = _next(saves)
                try:
                    now = _check(subject, options)
                except RunError as problem:
                    _say(problem.message, lang)
                    continue
                _tell(seen.compare(now), now, files)
        except KeyboardInterrupt:
            return 0


def _check(path: Path, options: Options) -> Report:
    """The report; RunError also for files that cannot be read, so that a half-written one changes nothing."""
    from checker.engine.inputs import check_inputs

    report = check_inputs([path], options)
    if report.unreadable:
        raise RunError(report.unreadable[0])
    return report


@contextmanager
def _saves(root: Path) -> Iterator[queue.Queue[str]]:
    """The names of files that are saved below a folder, as they come."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    saves: queue.Queue[str] = queue.Queue()

    class Handler(FileSystemEventHandler):
        """Passes on what concerns files that a check reads; a program that saves by renaming ends with a move."""

        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("opened", "closed_no_write") or event.is_directory:
                return
            for told in (event.dest_path, event.src_path):
                name = Path(str(told)).name
                if Path(name).suffix.lower() in _KINDS and not name.startswith((".", "~$")):
                    saves.put(name)
                    return

    observer = Observer()
    observer.schedule(Handler(), str(root), recursive=True)
    try:
        observer.start()
    except OSError as error:
        failed = WATCH_FAILED(path=root.as_posix(), reason=error.strerror or type(error).__name__)
        raise RunError(failed) from None
    try:
        yield saves
    finally:
        observer.stop()
        observer.join()


def _next(saves: queue.Queue[str]) -> list[str]:
    """The files of the next save, once it is done."""
    files = [_wait(saves)]
    while True:
        try:
            files.append(saves.get(timeout=_SETTLED))
        except queue.Empty:
            return list(dict.fromkeys(files))


def _wait(saves: queue.Queue[str]) -> str:
    """The next file; a wait without end could not be interrupted on Windows."""
    while True:
        try:
            return saves.get(timeout=0.2)
        except queue.Empty:
            time.sleep(0)


@dataclass(slots=True, eq=False, repr=False)
class _Changes:
    """What a save changed; `hidden` is found no more, but only because it could not be looked at."""

    new: list[Finding]
    gone: list[Finding]
    hidden: list[Finding]


@dataclass(slots=True, eq=False, repr=False)
class _Seen:
    """What the reader knows of: the findings that were told and not mended since.

    `known` and `notices` are the fingerprints of the findings, and the notices, of the last time that nothing was
    hidden.
    """

    findings: list[Finding]
    known: set[str]
    notices: tuple[Notice, ...]
    hidden: list[Finding] = field(default_factory=list)

    def compare(self, now: Report) -> _Changes:
        """What is other than it was, which then counts as known."""
        from checker.engine.gone import looks_at

        looks = looks_at(now, self.known, self.notices)
        current = _counting(now)
        new = list(beyond(current, self.findings))
        # What a waiver covers now is there still.
        missing = list(beyond(self.findings, now.findings))
        gone = [one for one in missing if looks(one.code, one.subject.plan)]
        hidden = [one for one in missing if not looks(one.code, one.subject.plan)]
        changes = _Changes(new, gone, list(beyond(hidden, self.hidden)))
        self.findings, self.hidden = current + hidden, hidden
        if not hidden:
            self.known, self.notices = {one.fingerprint for one in now.findings}, now.notices
        return changes


def _tell(changes: _Changes, now: Report, files: list[str]) -> None:
    from checker.render.text import render_finding
    from checker.render.visible import sentence

    lang = now.lang
    for finding in changes.new:
        write_text(render_finding(finding, lang) + "\n\n")
    for template, findings in ((WATCH_GONE, changes.gone), (WATCH_HIDDEN, changes.hidden)):
        for finding in findings:
            write_text(template(code=finding.code, message=sentence(finding.message, lang)).text(lang) + "\n")
    counts = now.summary()
    shown: str | Message = "、".join(files[:_SHOWN])
    if len(files) > _SHOWN:
        shown = WATCH_MORE(files=shown, count=len(files))
    told = WATCH_SAVED(
        time=f"{datetime.now():%H:%M:%S}",  # noqa: DTZ005 - the reader's own clock
        files=shown,
        new=len(changes.new),
        gone=len(changes.gone),
        error=counts.error,
        warning=counts.warning,
        info=counts.info,
    )
    write_text(told.text(lang) + "\n")


def _counting(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.status is Status.NEW]


def _say(message: Message, lang: str) -> None:
    write_line(CLI_SAYS(message=message).text(lang))


WATCH = Command(
    "watch",
    CLI_WATCH,
    [Argument("path", value=CLI_WORKSPACE_VALUE, required=False, type=FILE), *JUDGING],
    _watch,
    after=[CLI_WATCH_AFTER],
)
