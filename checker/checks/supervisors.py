"""Whether a plan names, above itself, a plan of the place that supervises it."""

from __future__ import annotations

from checker.meaning.territory import letters, place_names
from checker.model import Plan, Reference

#: Who supervises is a place; its government stands for it.
_OFFICES = ("人民政府", "政府", "管理委员会", "管委会")


def lists_plan_of_supervisor(plan: Plan) -> bool | None:
    """Whether 上位规划 names a plan of the place that supervises this one; None where no such place is told.

    A plan that is not at hand counts by its name, a 党委《建议》 for the plan that will follow it.
    """
    place = letters(plan.supervisor or "")
    for office in _OFFICES:
        place = place.removesuffix(office)
    if not place:
        return None
    return any(_is_of(reference, place) for reference in plan.upper_plans)


def _is_of(reference: Reference, place: str) -> bool:
    upper = reference.target
    if isinstance(upper, Plan):
        return place in place_names(upper) or any(name.startswith(place) for name in place_names(upper))
    return upper is not None or letters(reference.path.text if reference.path else reference.text).startswith(place)
