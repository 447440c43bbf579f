"""Attributes that only rules need: worked out of an element, beside those of `model/schema.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.model import Plan
from checker.model.schema import LISTED, DerivedSpec
from checker.model.values import note_choice

Extra = tuple[DerivedSpec, Callable[[Any], Any]]


def _listed(*units: str) -> Callable[[Plan], str | None]:
    def read(plan: Plan) -> str | None:
        for count in plan.structure:
            if count.unit in units:
                told = note_choice(count.notes, "listed")
                return told or next((word for word in ("complete", "partial") if word in count.notes), None)
        return None

    return read


def _within(element: Any) -> Any:
    return element.parent


_PARENT = DerivedSpec("within", ("所属",), "element", "写在哪一部分或哪一章里")

#: Kind → its further attributes.
EXTRAS: dict[str, tuple[Extra, ...]] = {
    "plan": (
        (DerivedSpec("parts_listed", ("部分列出",), "choice", "各部分列出了多少", choices=LISTED), _listed("部分", "篇")),
        (DerivedSpec("chapters_listed", ("章列出",), "choice", "各章列出了多少", choices=LISTED), _listed("章")),
        (DerivedSpec("sections_listed", ("节列出",), "choice", "各节列出了多少", choices=LISTED), _listed("节")),
    ),
    "part": ((_PARENT, _within),),
    "chapter": ((_PARENT, _within),),
    "section": ((_PARENT, _within),),
}
