"""Styles of a Word file: what a paragraph's style says of its outline level and its numbering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.prose.docx_runs import VALUE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_LEVEL = 9
_HEADING_NAMES = tuple(f"heading {level}" for level in range(1, 10))
_CONTENTS_NAMES = ("toc ", "table of figures")
_DEEPEST = 32


@dataclass(slots=True, eq=False, repr=False)
class NumberingUse:
    """Which list a paragraph belongs to (w:numId) and at which level, from 0; None where it is not said."""

    list_id: str | None = None
    level: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Style:
    """What a style says, with what it takes over from those it is based on."""

    outline: int = 0
    is_contents: bool = False
    numbering: NumberingUse | None = None


class Styles:
    """The paragraph styles of a file, by id."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in root.findall(f"{W}style") if root is not None else ():
            style_id = element.get(f"{W}styleId")
            if style_id is not None and element.get(f"{W}type", "paragraph") in ("paragraph", "numbering"):
                self._elements.setdefault(style_id, element)
                if element.get(f"{W}default") in ("1", "true") and element.get(f"{W}type") == "paragraph":
                    self.default = style_id

    def style(self, style_id: str) -> Style:
        """The style called so; one that says nothing if there is none."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def list_of(self, style_id: str) -> str | None:
        """The list that a numbering style stands for."""
        element = self._elements.get(style_id)
        use = read_use(element.find(f"{W}pPr")) if element is not None else None
        return use.list_id if use is not None else None

    def _resolve(self, style_id: str) -> Style:
        style = Style()
        outline: int | None = None
        use = NumberingUse()
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            element = self._elements[style_id]
            name = _value(element.find(f"{W}name")).lower()
            properties = element.find(f"{W}pPr")
            style.is_contents = style.is_contents or name.startswith(_CONTENTS_NAMES)
            if outline is None:
                outline = outline_level(properties)
            if outline is None and name in _HEADING_NAMES:
                outline = _HEADING_NAMES.index(name) + 1
            own = read_use(properties)
            if own is not None:
                use.list_id = own.list_id if use.list_id is None else use.list_id
                use.level = own.level if use.level is None else use.level
            style_id = _value(element.find(f"{W}basedOn"))
        style.outline = outline or 0
        style.numbering = use if use.list_id is not None else None
        return style


def outline_level(properties: _Element | None) -> int | None:
    """The outline level that paragraph properties state, from 1; 0 for body text, None where they are silent."""
    level = _number(properties.find(f"{W}outlineLvl")) if properties is not None else None
    if level is None or level < 0:
        return None
    return level + 1 if level < _BODY_LEVEL else 0


def read_use(properties: _Element | None) -> NumberingUse | None:
    """The w:numPr of paragraph properties."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    list_id = found.find(f"{W}numId")
    return NumberingUse(_value(list_id) if list_id is not None else None, _number(found.find(f"{W}ilvl")))


def _value(element: _Element | None) -> str:
    return element.get(VALUE, "") if element is not None else ""


def _number(element: _Element | None) -> int | None:
    try:
        return int(_value(element))
    except ValueError:
        return None
