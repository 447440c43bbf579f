"""Marks around certain words of a Word file's paragraph: runs are cut where the words begin and end.

Words keep their looks: each half of a cut run has the properties of the whole. A tracked insertion or a link that is
cut in two says the same as before; what cannot be cut (a field, a formula, a control) is marked as a whole.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from checker.prose.docx_runs import PARAGRAPH, RUN, RunText, W, run_texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES, _TEXT, _ID = f"{W}rPr", f"{W}t", f"{W}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What runs stand in that two of a kind can follow each other in; tracked changes among them have numbers of their own.
_TRACKED = frozenset(W + name for name in ("ins", "moveTo"))
_CAN_BE_CUT = frozenset({*_TRACKED, f"{W}hyperlink"})


def words_between(paragraph: _Element, start: int, end: int) -> tuple[_Element, _Element]:
    """The first and the last of the elements right below a w:p that hold its words from `start` to `end`.

    Offsets are those of `run_texts`. Runs are cut so that these elements hold nothing else, where that can be. For a
    paragraph without words an empty run is made.
    """
    length = sum(len(piece.text) for piece in run_texts(paragraph))
    if not length:
        from lxml import etree

        run = etree.SubElement(paragraph, RUN)
        return run, run
    start = min(start, length - 1)
    end = min(max(end, start + 1), length)
    _cut(paragraph, start)
    _cut(paragraph, end)
    at = 0
    held: list[_Element] = []
    for piece in run_texts(paragraph):
        if at + len(piece.text) > start and at < end:
            held.append(child_of(paragraph, piece.run))
        at += len(piece.text)
    return held[0], held[-1]


def child_of(paragraph: _Element, element: _Element) -> _Element:
    """The element right below `paragraph` that is or holds `element`."""
    while (above := element.getparent()) is not None and above is not paragraph:
        element = above
    return element


def whole(element: _Element) -> tuple[_Element, _Element]:
    """The same for an element of a paragraph that is marked as a whole, such as a box or a note's mark.

    Of paragraphs in each other it is the outermost: Word takes no marks in a box.
    """
    paragraph = list(element.iterancestors(PARAGRAPH))[-1]
    child = child_of(paragraph, element)
    return child, child


def _cut(paragraph: _Element, offset: int) -> None:
    """Have an element right below the paragraph begin at this offset of its words, if one can."""
    at = 0
    for piece in run_texts(paragraph):
        if at <= offset < at + len(piece.text):
            if offset > 0:
                _cut_before(paragraph, piece, offset - at)
            return
        at += len(piece.text)


def _cut_before(paragraph: _Element, piece: RunText, offset: int) -> None:
    """Cut a piece's run at an offset of its words, and what stands around the run."""
    element, run = piece.element, piece.run
    around = [one.tag for one in run.iterancestors()]
    around = around[: around.index(PARAGRAPH)]
    if run.tag != RUN or element.getparent() is not run or not _CAN_BE_CUT.issuperset(around):
        return
    if offset and element.tag != _TEXT:
        return
    if offset:
        element = _cut_text(element, offset)
    half = run if _begins(element) else _halve(run, element)
    while (above := half.getparent()) is not paragraph and above is not None:
        half = above if _begins(half) else _halve(above, half)


def _begins(element: _Element) -> bool:
    """Whether nothing but properties stands in front of an element."""
    before = element.getprevious()
    return before is None or (before.tag == _PROPERTIES and before.getprevious() is None)


def _cut_text(element: _Element, offset: int) -> _Element:
    """The second of the two w:t that one becomes."""
    text = element.text or ""
    second = deepcopy(element)
    element.text, second.text = text[:offset], text[offset:]
    for half in (element, second):
        half.set(_SPACE, "preserve")
    second.tail = None
    element.addnext(second)
    return second


def _halve(element: _Element, child: _Element) -> _Element:
    """A second element like this one behind it, with `child` and what follows it."""
    second = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        second.set(name, value)
    if element.tag in _TRACKED:
        second.set(_ID, _free_number(element))
    properties = element.find(_PROPERTIES) if element.tag == RUN else None
    if properties is not None:
        second.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    second.extend(moved)
    second.tail, element.tail = element.tail, None
    element.addnext(second)
    return second


def _free_number(element: _Element) -> str:
    """A number that no tracked change of the part has."""
    root = element.getroottree().getroot()
    numbers = (one.get(_ID, "") for tag in ("ins", "del", "moveTo", "moveFrom") for one in root.iter(W + tag))
    return str(max((int(one) for one in numbers if one.isdecimal()), default=0) + 1)
