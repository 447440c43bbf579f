"""Attributes that only rules need: worked out of an element, beside those of `model/schema.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.model import Count, Plan
from checker.model.schema import LISTED
from checker.model.values import note_choice
from checker.rules.attributes import Attribute, Read
from checker.rules.types import TEXT, Sort, Type, element


def _counted(*units: str) -> Callable[[Plan], Count | None]:
    def read(plan: Plan) -> Count | None:
        return next((count for count in plan.structure if count.unit in units and not count.missing), None)

    return read


def _listed(*units: str) -> Callable[[Plan], str | None]:
    def read(plan: Plan) -> str | None:
        """Told of the count itself, else of the last one: 3部分、9章、34节（列出：部分）."""
        counted = [count for count in plan.structure if count.unit in units]
        for count in (*counted, *plan.structure[-1:]):
            told = note_choice(count.notes, "listed")
            told = told or next((word for word in ("complete", "partial") if word in count.notes), None)
            if told is not None:
                return told
        return None

    return read


def _within(thing: Any) -> Any:
    return thing.parent


def _extra(attr: str, zh: str, type_: Type, read: Read) -> Attribute:
    return Attribute(attr, zh, type_, read, lambda thing: read(thing) is not None)


_LISTED = Type(Sort.CHOICE, choices=LISTED)
_COUNT = Type(Sort.COUNT)
_PARTS, _CHAPTERS, _SECTIONS = ("部分", "篇"), ("章",), ("节",)


def _unit_text(thing: Any) -> str | None:
    return thing.unit_text or None


_UNIT_TEXT = _extra("unit_text", "单位文字", TEXT, _unit_text)

#: Kind → its further attributes.
EXTRAS: dict[str, tuple[Attribute, ...]] = {
    "plan": (
        _extra("part_count", "部分数", _COUNT, _counted(*_PARTS)),
        _extra("chapter_count", "章数", _COUNT, _counted(*_CHAPTERS)),
        _extra("section_count", "节数", _COUNT, _counted(*_SECTIONS)),
        _extra("parts_listed", "部分列出", _LISTED, _listed(*_PARTS)),
        _extra("chapters_listed", "章列出", _LISTED, _listed(*_CHAPTERS)),
        _extra("sections_listed", "节列出", _LISTED, _listed(*_SECTIONS)),
    ),
    "indicator": (_UNIT_TEXT,),
    "figure": (_UNIT_TEXT,),
    "part": (_extra("within", "所属", element("part"), _within),),
    "chapter": (_extra("within", "所属", element("part"), _within),),
    "section": (_extra("within", "所属", element("part", "chapter"), _within),),
}
