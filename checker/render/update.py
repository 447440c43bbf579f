"""An update as a reader sees it: both rounds, the numbered changes, the conflicts, and what was left."""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages import Message
from checker.messages.source import SOURCE_FILE_PLACE, SOURCE_LOCATOR
from checker.messages.update import (
    UPDATE_CONFLICTS,
    UPDATE_HOW,
    UPDATE_LINE,
    UPDATE_LISTED,
    UPDATE_NO_OLD,
    UPDATE_NONE,
    UPDATE_POINT,
    UPDATE_SIDES,
    UPDATE_TAKEN,
    UPDATE_TOLD,
    UPDATE_UNNUMBERED,
)
from checker.update.values import Comparison, Line


def render_update(made: Comparison, old: Sequence[str], new: Sequence[str], lang: str) -> str:
    """The listing; `old` and `new` are the names of the documents, `old` empty where there are none."""
    lines = [UPDATE_SIDES(old="、".join(old) or "—", new="、".join(new)).text(lang)]
    lines += [] if old else [UPDATE_NO_OLD().text(lang)]
    lines.append("")
    lines.append((UPDATE_LISTED(count=len(made.changes)) if made.changes else UPDATE_NONE()).text(lang))
    lines += [
        UPDATE_LINE(number=f"{number:>3}", line=_line(one.line), message=one.message).text(lang)
        for number, one in enumerate(made.changes, 1)
    ]
    lines += _left(made, lang)
    lines += ["", UPDATE_HOW().text(lang)] if made.changes else []
    return "\n".join(lines) + "\n"


def _line(line: Line) -> Message:
    place = SOURCE_LOCATOR(line=line.number)
    return SOURCE_FILE_PLACE(path=line.path, place=place) if line.path else place


def render_taken(made: Comparison, taken: Sequence[int], path: str, lang: str) -> str:
    """What was written to the files at `path`, and what is still to be settled."""
    numbers = "、".join(str(at + 1) for at in taken)
    lines = [
        UPDATE_TAKEN(path=path, count=len(taken), numbers=numbers).text(lang) if taken else UPDATE_NONE().text(lang)
    ]
    return "\n".join([*lines, *_left(made, lang)]) + "\n"


def _left(made: Comparison, lang: str) -> list[str]:
    lines = []
    if made.conflicts:
        lines += ["", UPDATE_CONFLICTS(count=len(made.conflicts)).text(lang)]
        lines += [UPDATE_UNNUMBERED(line=_line(one.line), message=one.message).text(lang) for one in made.conflicts]
    if made.told:
        lines += ["", UPDATE_TOLD().text(lang), *(UPDATE_POINT(message=one).text(lang) for one in made.told)]
    return lines
