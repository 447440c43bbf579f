"""The words of a Word paragraph as they read when all tracked changes are accepted.

The same walk serves the reader, which asks for the words, and whoever writes into the file at certain words, which
asks for the runs that hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

PARAGRAPH, TABLE, TEXT_BOX, RUN = f"{W}p", f"{W}tbl", f"{W}txbxContent", f"{W}r"
VALUE = f"{W}val"
#: A manual line break, while it is not settled whether it parts two lines of a title or two paragraphs.
BREAK = "\u2028"

#: What accepting takes away, and what is told elsewhere or nowhere.
_GONE = frozenset(W + name for name in ("del", "moveFrom"))
_SILENT = frozenset(
    W + name
    for name in ("pPr", "rPr", "instrText", "delText", "delInstrText", "annotationRef", "sdtPr", "sdtEndPr", "rt")
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": BREAK,
    f"{W}cr": BREAK,
    f"{W}noBreakHyphen": "-",
}
_FIRST_PRIVATE, _LAST_PRIVATE = 0xE000, 0xF8FF
#: A sign of a symbol font has no character of its own.
_BULLET = "•"


@dataclass(slots=True, eq=False, repr=False)
class RunText:
    """Words of a paragraph, the element that says them (w:t, w:tab, …) and the w:r it stands in.

    A formula has no w:r that could be told: there both are its text.
    """

    text: str
    run: _Element
    element: _Element


@dataclass(slots=True, eq=False, repr=False)
class ParagraphText:
    """What a paragraph says: its run texts, the text boxes anchored in it, its notes, how much was changed."""

    runs: list[RunText]
    boxes: list[_Element]
    notes: list[tuple[str, str]]
    inserted: int = 0
    deleted: int = 0

    @property
    def text(self) -> str:
        """All words."""
        return "".join(run.text for run in self.runs)


def paragraph_text(paragraph: _Element) -> ParagraphText:
    """The words of a w:p; `notes` are footnotes and endnotes (kind and id) in the order of their marks."""
    said = ParagraphText([], [], [])
    for child in paragraph:
        _gather(child, said, None)
    return said


def run_texts(paragraph: _Element) -> list[RunText]:
    """The words of a w:p, run by run."""
    return paragraph_text(paragraph).runs


def is_on(properties: _Element | None, name: str) -> bool:
    """Whether a switch such as w:vanish is on in these properties."""
    found = properties.find(W + name) if properties is not None else None
    return found is not None and found.get(VALUE, "true") not in ("0", "false", "off", "none")


def chosen(alternatives: _Element) -> _Element | None:
    """What to read of an mc:AlternateContent: the same thing is said in each branch."""
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives.find(f"{_MC}Fallback")


def is_alternatives(element: _Element) -> bool:
    """Whether `element` offers the same content for newer and older programs."""
    return bool(element.tag == f"{_MC}AlternateContent")


def _gather(element: _Element, said: ParagraphText, run: _Element | None) -> None:
    tag = element.tag
    if tag in _GONE:
        said.deleted += 1
    elif tag in _SILENT:
        return
    elif tag == TEXT_BOX:
        said.boxes.append(element)
    elif is_alternatives(element):
        branch = chosen(element)
        if branch is not None:
            _gather_all(branch, said, run)
    elif tag == RUN:
        if not is_on(element.find(f"{W}rPr"), "vanish"):
            _gather_all(element, said, element)
    elif run is not None and tag.startswith(W):
        _gather_sign(element, said, run)
    elif tag == _MATH_TEXT:
        said.runs.append(RunText(element.text or "", element, element))
    else:
        said.inserted += tag in (f"{W}ins", f"{W}moveTo")
        _gather_all(element, said, run)


def _gather_all(element: _Element, said: ParagraphText, run: _Element | None) -> None:
    for child in element:
        _gather(child, said, run)


def _gather_sign(element: _Element, said: ParagraphText, run: _Element) -> None:
    """One element of a run."""
    tag = element.tag
    if tag == f"{W}t":
        if element.text:
            said.runs.append(RunText(_one_line(element.text), run, element))
    elif tag in _SIGNS:
        if tag != f"{W}br" or element.get(f"{W}type") in (None, "textWrapping"):
            said.runs.append(RunText(_SIGNS[tag], run, element))
    elif tag == f"{W}sym":
        said.runs.append(RunText(_symbol(element.get(f"{W}char", "")), run, element))
    elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
        said.notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")))
    else:
        _gather_all(element, said, run)


def _one_line(text: str) -> str:
    """Line ends in the file are blanks of the text; the length stays."""
    return text.replace("\n", " ").replace("\r", " ") if "\n" in text or "\r" in text else text


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return _BULLET
    return sign if sign.isprintable() and not _FIRST_PRIVATE <= number <= _LAST_PRIVATE else _BULLET
