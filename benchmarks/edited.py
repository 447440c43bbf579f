"""Texts that are changed as `benchmarks/faults/README.md` says; places are counted as plancheck counts them."""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Span = tuple[int, int]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def nth(text: str, words: str, number: int = 1) -> int:
    """Where `words` stand in `text` for the time of this number. Raises ValueError if they do not."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return at


class Edited(ABC):
    """A text under change."""

    @property
    @abstractmethod
    def text(self) -> str:
        """Its words, as offsets count them."""

    def edit(self, told: Sequence[Any]) -> None:
        """Make one change. Raises ValueError where its words are not there."""
        kind, *rest = told
        if kind == "del_line":
            self._line(rest[0], None, keep=False)
        elif kind in ("dup_line", "move_line"):
            self._line(rest[0], rest[1], keep=kind == "dup_line")
        elif kind in ("cell", "del_row", "dup_row"):
            self._table(kind, rest)
        else:
            self._replace(nth(self.text, kind, rest[0]), kind, rest[1])

    def spans(self, place: Sequence[Any]) -> list[Span]:
        """Where a place is."""
        start = nth(self.text, place[0], place[1])
        return [(start, start + len(place[0]))]

    @abstractmethod
    def save(self, path: Path) -> None:
        """Write it."""

    @abstractmethod
    def _replace(self, start: int, old: str, new: str) -> None: ...

    @abstractmethod
    def _line(self, words: str, behind: str | None, *, keep: bool) -> None: ...

    def _table(self, kind: str, rest: Sequence[Any]) -> None:
        raise ValueError(f"a plain text has no {kind}: {rest}")


class EditedPlain(Edited):
    """A text without format."""

    def __init__(self, path: Path) -> None:
        self._text = path.read_bytes().decode("utf-8")

    @property
    def text(self) -> str:
        """Its words."""
        return self._text

    def save(self, path: Path) -> None:
        """Write it, line ends as they are."""
        path.write_bytes(self._text.encode("utf-8"))

    def _replace(self, start: int, old: str, new: str) -> None:
        self._text = self._text[:start] + new + self._text[start + len(old) :]

    def _line(self, words: str, behind: str | None, *, keep: bool) -> None:
        lines = self._text.splitlines(keepends=True)
        at = next(number for number, line in enumerate(lines) if words in line)
        line = lines[at]
        if not keep:
            del lines[at]
        if behind is not None:
            lines.insert(next(number for number, one in enumerate(lines) if behind in one) + 1, line)
        self._text = "".join(lines)


class EditedWord(Edited):
    """A Word file: its paragraphs and cells that are not blank, joined by line ends."""

    def __init__(self, path: Path) -> None:
        import docx

        self._file = docx.Document(str(path))

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(words for _, words in self._lines())

    def spans(self, place: Sequence[Any]) -> list[Span]:
        """Where a place is; a cell is all of its paragraphs."""
        if place[0] != "cell":
            return super().spans(place)
        inside = set(self._cell(*place[1:4]).iter(f"{_W}p"))
        found: list[Span] = []
        at = 0
        for paragraph, words in self._lines():
            if paragraph in inside:
                found.append((at, at + len(words)))
            at += len(words) + 1
        return found

    def save(self, path: Path) -> None:
        """Write it."""
        self._file.save(str(path))

    def _lines(self) -> list[tuple[Any, str]]:
        paragraphs: list[Any] = []
        for block in self._file.element.body:
            if block.tag == f"{_W}p":
                paragraphs.append(block)
            elif block.tag == f"{_W}tbl":
                paragraphs += [one for cell in block.iter(f"{_W}tc") for one in cell.iter(f"{_W}p")]
        told = [(one, "".join(words for _, words in _pieces(one))) for one in paragraphs]
        return [(one, words) for one, words in told if words.strip()]

    def _at(self, offset: int) -> tuple[Any, int]:
        for paragraph, words in self._lines():
            if offset <= len(words):
                return paragraph, offset
            offset -= len(words) + 1
        raise ValueError(f"beyond the end: {offset}")

    def _replace(self, start: int, old: str, new: str) -> None:
        paragraph, at = self._at(start)
        _replace_in(paragraph, at, old, new)

    def _line(self, words: str, behind: str | None, *, keep: bool) -> None:
        paragraph, _ = self._at(nth(self.text, words))
        target = self._at(nth(self.text, behind))[0] if behind is not None else None
        if target is not None:
            target.addnext(copy.deepcopy(paragraph) if keep else paragraph)
        else:
            paragraph.getparent().remove(paragraph)

    def _rows(self, table: int) -> list[Any]:
        return list(self._file.tables[table - 1]._tbl.iterchildren(f"{_W}tr"))  # noqa: SLF001 - rows as they are written

    def _cell(self, table: int, row: int, column: int) -> Any:
        return list(self._rows(table)[row - 1].iterchildren(f"{_W}tc"))[column - 1]

    def _table(self, kind: str, rest: Sequence[Any]) -> None:
        if kind == "cell":
            table, row, column, old, new = rest
            for paragraph in self._cell(table, row, column).iter(f"{_W}p"):
                words = "".join(told for _, told in _pieces(paragraph))
                if old in words:
                    _replace_in(paragraph, words.index(old), old, new)
                    return
            raise ValueError(f"not in the cell: {old}")
        row = self._rows(rest[0])[rest[1] - 1]
        if kind == "dup_row":
            row.addnext(copy.deepcopy(row))
        else:
            row.getparent().remove(row)


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The words of a paragraph with the nodes that hold them; tabs and breaks have none."""
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            yield node, node.text or ""
        elif node.tag in _BREAKS and node.getparent().tag == f"{_W}r":
            yield None, _BREAKS[node.tag]


def _replace_in(paragraph: Any, start: int, old: str, new: str) -> None:
    end, at = start + len(old), 0
    pending: str | None = new
    for node, words in list(_pieces(paragraph)):
        first, last = max(start, at), min(end, at + len(words))
        if node is not None and (first < last or (pending is not None and start == end == at)):
            node.text = words[: first - at] + (pending or "") + words[last - at :]
            pending = None
        at += len(words)
    if pending is not None:
        raise ValueError(f"an edit lies in one paragraph: {old}")


def open_edited(path: Path) -> Edited:
    """The text at `path`, ready to be changed."""
    return EditedWord(path) if path.suffix == ".docx" else EditedPlain(path)
