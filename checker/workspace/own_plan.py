"""Whether a text is plainly that of a plan which does not name it: the same title, or the same place and period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Plan
from checker.prose.years import period_years
from checker.source import name_key

if TYPE_CHECKING:
    from checker.prose.title_page import TitlePage

_PERIOD = re.compile(r"十[一二三四五六]五")
#: What stands behind the place in the name of a plan.
_BEHIND_PLACE = re.compile(r"[“”]|十[一二三四五六]五.*$|国民经济.*$|(?:规划)?纲要.*$")
#: Kinds of documents that come with an outline; a report is no text of a plan.
_OF_PLANS = frozenset({"outline", "drafting_note", "indicator_table"})


def is_own(plan: Plan, page: TitlePage) -> bool:
    """Whether a document with this title page is one of `plan`'s own."""
    if page.kind not in _OF_PLANS:
        return False
    full = _bare(plan.full_name or "")
    if full and full in _bare(page.title):
        return True
    return bool(page.place) and page.place in _places(plan) and page.years is not None and page.years == _years(plan)


def _bare(title: str) -> str:
    return name_key(title).replace("《", "").replace("》", "")


def _places(plan: Plan) -> set[str]:
    names = [plan.name, plan.full_name or "", *(one.text for one in plan.short_names)]
    return {_BEHIND_PLACE.sub("", name).strip("《》") for name in names} - {""}


def _years(plan: Plan) -> tuple[int, int] | None:
    if plan.first_year is not None and plan.last_year is not None:
        return plan.first_year, plan.last_year
    named = _PERIOD.search(plan.name) or _PERIOD.search(plan.full_name or "")
    return period_years(named[0]) if named is not None else None
