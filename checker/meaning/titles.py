"""What the titles of a plan say of it: the period by its ordinal, the year ahead, the level by the place."""

from __future__ import annotations

import re

from checker.model import Plan
from checker.prose.places import own_place, place_level
from checker.prose.years import period_years
from checker.quantity import parse_date
from checker.source import fold

_ORDINAL = re.compile(r"第(十[一二三四五六七八])个五年|(十[一二三四五六七八]五)")
_AHEAD = re.compile(r"([〇零○一二三四五六七八九十]{4}年|20[0-9]{2}年)远景")
#: Cities are provinces, prefectures and counties; the level cannot be told by the word.
_ANY_LEVEL = ("市", "州", "地区", "盟", "区")
_ZONE = ("开发区", "高新区", "经开区")


def period_by(title: str) -> tuple[int, int] | None:
    """First and last year of the five-year plan of which a title says which it is: 第十四个五年, 十四五."""
    found = _ORDINAL.search(fold(title))
    return period_years(found[2] or f"{found[1]}五") if found is not None else None


def year_ahead_by(title: str) -> int | None:
    """The year of 二〇三五年远景目标."""
    found = _AHEAD.search(fold(title))
    told = parse_date(found[1]) if found is not None else None
    return told.first.year if told is not None else None


def level_by(plan: Plan) -> str | None:
    """The level that the full title certainly tells by its place: 省, 县, 开发区; None for cities and districts."""
    place = own_place(plan.full_name or "")
    if place is None or (place.name.endswith(_ANY_LEVEL) and not place.name.endswith((*_ZONE, "自治区"))):
        return None
    return place_level(place.name)
