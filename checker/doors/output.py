"""Where text goes: stdout, stderr, a file. Whatever these are, writing to them raises only RunError."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from checker.messages import Message
from checker.messages.cli import CLI_CANNOT_WRITE, CLI_PROGRESS, CLI_STDOUT
from checker.messages.run_error import RunError
from checker.render.visible import visible
from checker.source import display_width

_PROGRESS_AFTER = 1.0
_PROGRESS_EVERY = 0.1
_PROGRESS_WIDTH = 70


def prepare_streams() -> None:
    """Let stdout and stderr replace what their encoding lacks (cp936, ascii) instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def wants_colour(stream: IO[Any] | None) -> bool:
    """Whether ANSI colours make sense: a terminal that has them, and NO_COLOR not set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old Windows console shows the codes themselves; the new terminal says that it is there.
    if os.name == "nt" and not (os.environ.get("WT_SESSION") or os.environ.get("TERM")):
        return False
    return is_terminal(stream)


def is_terminal(stream: IO[Any] | None) -> bool:
    """Whether somebody looks on."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def write_text(text: str) -> None:
    """Text for a reader on stdout, in the encoding that stdout has."""
    _write(sys.stdout, lambda stream: stream.write(text))


def write_plain(text: str) -> None:
    """The same for text with words of strangers in it: nothing but line ends acts on a terminal."""
    write_text("\n".join(map(visible, text.split("\n"))))


def write_diff(path: str, before: str, after: str) -> None:
    """What would change in a file, as a patch. It has to be what it is; but a terminal must not be steered by it."""
    import difflib

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, path, path)
    text = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    (write_plain if is_terminal(sys.stdout) else write_text)(text)


def write_utf8(text: str) -> None:
    """Text for a program on stdout: UTF-8, whatever the terminal has."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        write_text(text)
    else:
        _write(buffer, lambda stream: stream.write(encode(text)))


def write_out(text: str, output: Path | None, *, for_people: bool) -> None:
    """Text to the file asked for, else to stdout: for people in its encoding, for programs in UTF-8."""
    if output is not None:
        write_file(output, encode(text))
    elif for_people:
        write_text(text)
    else:
        write_utf8(text)


def encode(text: str) -> bytes:
    """UTF-8; what a path with undecodable bytes brought along is written as an escape."""
    return text.encode("utf-8", "backslashreplace")


def write_line(text: str) -> None:
    """One line on stderr, with nothing in it that acts on the terminal."""
    _write(sys.stderr, lambda stream: stream.write(visible(text) + "\n"))


def _write(stream: IO[Any] | None, write: Callable[[IO[Any]], object]) -> None:
    if stream is None:  # a program without a console
        return
    try:
        write(stream)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except (OSError, ValueError) as error:
        _silence(stream)
        if stream is not sys.stderr:
            raise RunError(CLI_CANNOT_WRITE(path=CLI_STDOUT(), reason=_reason(error))) from None


def _silence(stream: IO[Any]) -> None:
    """Nobody reads any more (`| head`): what is still buffered must not raise when Python ends."""
    try:
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` at one stroke: a reader sees the old file or the new one, never a half.

    Folders on the way are made. A link is followed; a device or a pipe is written to as it is. RunError if it
    cannot be done.
    """
    write_files([(path, content)])


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Put each content at its path, each at one stroke, and all of them or none.

    All are written out beside their paths before the first takes its place; where one cannot, those before it are
    set back. Only a run that is killed between two of them leaves some new and some old. RunError names the one that
    cannot be written.
    """
    staged: list[_Staged] = []
    for number, (path, content) in enumerate(files):
        staged.append(_Staged(path, content, number, keeps_old=len(files) > 1))
    done: list[_Staged] = []
    now = None
    try:
        for now in staged:
            now.lay_ready()
        for now in staged:
            now.put()
            done.append(now)
    except (OSError, ValueError) as error:
        for one in reversed(done):
            with suppress(OSError):
                one.set_back()
        assert now is not None
        raise RunError(CLI_CANNOT_WRITE(path=str(now.path), reason=_reason(error))) from None
    finally:
        for one in staged:
            with suppress(OSError, ValueError):
                one.clear()


class _Staged:
    """A file that is to be written: laid ready beside its place, put there, set back to what it was."""

    def __init__(self, path: Path, content: bytes, number: int, *, keeps_old: bool) -> None:
        self.path = path
        self._content, self._number, self._keeps_old = content, number, keeps_old
        self._target = path
        self._unfinished: Path | None = None
        self._old: bytes | None = None

    def lay_ready(self) -> None:
        """Write it out beside its place; what is no file (a device, a pipe) waits."""
        self._target = self.path.resolve()
        self._target.parent.mkdir(parents=True, exist_ok=True)
        if not self._target.exists() or self._target.is_file():
            self._lay_ready(self._content)

    def _lay_ready(self, content: bytes) -> None:
        exists = self._target.exists()
        self._unfinished = self._target.with_name(f".plancheck-{os.getpid()}-{self._number}.tmp")
        self._unfinished.write_bytes(content)
        if exists:
            self._unfinished.chmod(stat.S_IMODE(self._target.stat().st_mode))

    def put(self) -> None:
        """Let it take its place."""
        if self._unfinished is None:
            self._target.write_bytes(self._content)
            return
        if self._keeps_old and self._target.exists():
            self._old = self._target.read_bytes()
        self._unfinished.replace(self._target)

    def set_back(self) -> None:
        """Put what was there before in its place again."""
        if self._unfinished is None:
            return
        if self._old is None:
            self._target.unlink(missing_ok=True)
            return
        self._lay_ready(self._old)
        self._unfinished.replace(self._target)

    def clear(self) -> None:
        """Remove what is still beside its place."""
        if self._unfinished is not None:
            self._unfinished.unlink(missing_ok=True)


class ProgressLine:
    """What is being done, on one line of the terminal that goes away again; nothing for short work."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._begun = time.monotonic()
        self._next = self._begun + _PROGRESS_AFTER
        self._drawn = False

    def __call__(self, done: int, total: int, message: Message) -> None:
        """Draw step `done` of `total` (0 if not known), if it is time."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PROGRESS_EVERY
        count = f"{done}/{total}" if total else str(done)
        text = visible(CLI_PROGRESS(count=count, what=message).text(self._lang))
        while display_width(text) > _PROGRESS_WIDTH:
            text = text[:-1]
        self._draw(f"\r{text}\x1b[K")
        self._drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._draw("\r\x1b[K")
            self._drawn = False

    def _draw(self, text: str) -> None:
        _write(sys.stderr, lambda stream: stream.write(text))


def progress_line(lang: str) -> ProgressLine | None:
    """The line, if stderr is a terminal."""
    return ProgressLine(lang) if is_terminal(sys.stderr) else None
