"""Changes to the text of a plan file that leave all the rest of it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.messages import Message
from checker.model import Element, build_plan, parse_plan
from checker.source import SourceText
from checker.syntax import Field, Shape
from checker.write.format import format_text


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` up to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Update:
    """What a sheet makes of a plan file: its new text, how much of it is changed and new, what there is to say."""

    text: str
    changed: int
    added: int
    told: Sequence[Message]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits`; of edits at one place, the first stands first."""
    pieces = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, text[position:]])


def add_field(element: Element, written: str) -> Edit:
    """One more field at the end of the fields that `element` has, on the line of the last of them."""
    assert element.decl is not None
    last = element.decl.fields[-1] if element.decl.fields else None
    if last is not None:
        return Edit(last.end, last.end, f"    {written}")
    at = element.source.text.index("{", element.name_end) + 1 if "{" in element.span.text else element.end
    return Edit(at, at, f" {written} ")


def add_figure(element: Element, word: str, written: str) -> Edit:
    """One more figure: beside those of its year, else in the order of years, else as the last field."""
    assert element.decl is not None
    same = field_called(element, word)
    if same is not None:
        return Edit(same.end, same.end, f"、{written}")
    figures = [part for part in element.decl.fields if part.shape in (Shape.YEAR, Shape.FIGURES)]
    if word[:4].isdigit():
        figures = [part for part in figures if part.shape is Shape.YEAR] or figures
        later = next((part for part in figures if part.shape is Shape.YEAR and part.word > word), None)
        if later is not None:
            return Edit(later.start, later.start, f"{word}：{written}    ")
    if figures:
        return Edit(figures[-1].end, figures[-1].end, f"    {word}：{written}")
    return add_field(element, f"{word}：{written}")


def field_called(element: Element, word: str) -> Field | None:
    """The field that begins with `word`; 2025 and 2025年 are the same."""
    assert element.decl is not None
    return next((part for part in element.decl.fields if part.word.rstrip("年") == word.rstrip("年")), None)


def append(text: str, declarations: Sequence[str]) -> str:
    """`text` with more declarations at its end, in the one form, with its own kind of line ends."""
    if not declarations:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    added = "\n".join(format_text(one) for one in declarations).replace("\n", newline)
    gap = "" if not text else newline if text.endswith(("\n", "\r")) else newline * 2
    return f"{text}{gap}{added}"


def is_sound(before: str, after: str) -> bool:
    """Whether `after` is read with no more complaints than `before`."""
    return _complaints(after) <= _complaints(before)


def _complaints(text: str) -> int:
    return len(build_plan(parse_plan(SourceText("", text))).problems)
