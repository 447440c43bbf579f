"""Changes to the texts of plan files that leave all the rest of them as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.messages import Message
from checker.model import Element, Plan, build_plan, parse_plan
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
    """What a sheet makes of a plan: the files that change with their new texts, how much of it is changed and new.

    `told` is what there is to say, `conflicts` how much of it is to be settled by a person.
    """

    files: Sequence[tuple[SourceText, str]]
    changed: int
    added: int
    told: Sequence[Message]
    conflicts: int = 0


class PlanEdits:
    """Changes to the files of one plan, gathered."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._edits: dict[int, list[Edit]] = defaultdict(list)
        self._new: dict[int, list[str]] = defaultdict(list)

    def change(self, element: Element, *edits: Edit) -> None:
        """Change the file in which `element` stands."""
        self._edits[id(element.source)] += edits

    def declare(self, kind: str, written: str) -> None:
        """Add a declaration at the end of the file that holds the plan's last one of its kind, else of its first."""
        alike = (one.source for one in reversed(self._plan.elements) if one.kind == kind)
        self._new[id(next(alike, self._plan.source))].append(written)

    def update(self, told: Sequence[Message]) -> Update:
        """What all of them come to."""
        files = [(file, self._text(file)) for file in self._plan.files]
        changed = sum(map(len, self._edits.values()))
        added = sum(map(len, self._new.values()))
        return Update([(file, text) for file, text in files if text != file.text], changed, added, told)

    def _text(self, file: SourceText) -> str:
        return append(apply(file.text, self._edits[id(file)]), self._new[id(file)])


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
