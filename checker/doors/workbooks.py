"""Excel files as the commands take them: read, or told in one line why not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.output import write_line
from checker.doors.words import current_language
from checker.messages import Message
from checker.messages.cli import CLI_SAYS
from checker.source import read_bytes

if TYPE_CHECKING:
    from checker.prose.xlsx import Workbook


def open_workbook(path: Path) -> Workbook:
    """The workbook at `path`, what it left out told on stderr.

    Raises Unreadable, with what to do, for any other file and for one marked as secret.
    """
    from checker.prose.read import read_document
    from checker.prose.xlsx import read_workbook
    from checker.workspace.load import shown

    name = shown(path, Path.cwd())
    data = read_bytes(path, name)
    read_document(data, ".xlsx", name)
    workbook = read_workbook(data, name)
    for message in workbook.unread:
        tell(message)
    return workbook


def tell(message: Message) -> None:
    """One line on stderr."""
    write_line(CLI_SAYS(message=message).text(current_language()))
