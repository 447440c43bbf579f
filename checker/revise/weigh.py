"""What a reviewer asks about among the changes, and whom they concern."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from checker.messages import Message
from checker.messages.revise import (
    REVISE_DEFINITION,
    REVISE_INDICATOR_REMOVED,
    REVISE_NATURE_DOWN,
    REVISE_NATURE_UP,
    REVISE_TARGET_DOWN,
    REVISE_TARGET_UP,
)
from checker.model import Element, Figure, Indicator
from checker.model.contents import Key
from checker.statement import Statement, base_factor
from checker.statement.meeting import told_alike
from checker.workspace import Workspace


class Weight(Enum):
    """The name of a change that weighs."""

    TARGET_DOWN = REVISE_TARGET_DOWN
    TARGET_UP = REVISE_TARGET_UP
    NATURE_DOWN = REVISE_NATURE_DOWN
    NATURE_UP = REVISE_NATURE_UP
    DEFINITION = REVISE_DEFINITION
    INDICATOR_REMOVED = REVISE_INDICATOR_REMOVED

    @property
    def message(self) -> Message:
        """The name in words."""
        return self.value()


def weigh_field(key: Key, old: Element, new: Element) -> Weight | None:
    """What the change of one field weighs, None for one that a reader judges himself."""
    if not isinstance(old, Indicator) or not isinstance(new, Indicator):
        return None
    attr, tense = key
    if attr == "nature":
        return _nature(old.nature, new.nature)
    if any(field.attr == attr and field.defining for field in new.fields):
        return Weight.DEFINITION
    return _target(_figure(old, attr), _figure(new, attr)) if tense == "target" else None


def weigh_removal(old: Element) -> Weight | None:
    """What it weighs that an element is gone."""
    return Weight.INDICATOR_REMOVED if isinstance(old, Indicator) else None


def _nature(old: str | None, new: str | None) -> Weight | None:
    match old, new:
        case "binding", "anticipated":
            return Weight.NATURE_DOWN
        case "anticipated", "binding":
            return Weight.NATURE_UP
        case _:
            return None


def _figure(indicator: Indicator, attr: str) -> Figure | None:
    """The target that the field of `attr` gives: of a year, a year on average, or of the whole period."""
    return next(
        (
            one
            for one in indicator.figures
            if one.tense == "target" and (str(one.year) == attr if attr.isdigit() else one.basis == attr)
        ),
        None,
    )


def _target(old: Figure | None, new: Figure | None) -> Weight | None:
    """Lower or higher by the written numbers; unlike units are no matter of more or less."""
    one, two = (figure.statement if figure is not None else None for figure in (old, new))
    if one is None or two is None or not told_alike(one, two):
        return None
    before, after = _written(one), _written(two)
    if before is None or after is None or before == after:
        return None
    return Weight.TARGET_DOWN if after < before else Weight.TARGET_UP


def _written(statement: Statement) -> Fraction | None:
    """The number that is written, of a range the lower one, in base units."""
    number = statement.point if statement.point is not None else statement.low
    return None if number is None else number * base_factor(statement.measured_in)


class Ties:
    """Who is tied to whom across the plans of a workspace, by 承接."""

    def __init__(self, workspace: Workspace) -> None:
        self._tied: dict[int, list[Element]] = {}
        for plan in workspace.plans:
            for element in plan.elements:
                for reference in getattr(element, "aligns", ()):
                    if reference.target is not None and reference.target.plan is not plan:
                        self._tied.setdefault(id(element), []).append(reference.target)
                        self._tied.setdefault(id(reference.target), []).append(element)

    def of(self, element: Element) -> tuple[tuple[str, str], ...]:
        """Plan and name of the items of other plans that the element carries, and of those that carry it."""
        return tuple(dict.fromkeys((one.plan.name, one.name) for one in self._tied.get(id(element), ())))
