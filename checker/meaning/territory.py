"""Whose figure it is: the place a plan is about, and scopes that mean all of it.

范围：全区, 我区 and no scope at all are one, unless the plan tells several territories apart, as zones do: 国批区 is
what the State Council approved, 管辖区 what is administered, 代管区 what is run for another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.model import Plan
from checker.source import fold, name_key

#: The scope of all that a plan is about: 全区, 我区, 全域.
WHOLE = "全域"
#: From here on a plan's name tells its period and not its place.
_PERIOD = "(?:国民经济|第?[一二三四五六七八九十]+个?五(?:年|规|纲|$)|十[一二三四五六七八九]?五|[0-9]{4}).*"
#: Every plan calls its own place so.
_SELF = r"[全我本][国省市区县州盟旗园]"
#: Level → the signs by which a plan of it calls its own place; of another level's place they are another scope.
_SIGNS = {"national": "国", "province": "省区市", "city": "市州盟", "county": "县区市旗", "zone": "区园"}
_ANY = "国省市区县州盟旗园"
_WITHIN = "全域|辖区内?|区内|境内|范围内"
#: Words for one territory among several of a zone.
_TERRITORIES = re.compile(r"国批|国务院批准|核准区|核准范围|管辖|直管|托管|代管|代管区|统计区|拓展区|辐射区|飞地")


def place_names(plan: Plan) -> set[str]:
    """The plan's name, its full name and its short names, with and without the period, as bare letters."""
    names = {letters(name) for name in (plan.name, plan.full_name or "", *(p.text for p in plan.short_names))}
    names |= {re.sub(_PERIOD, "", name) for name in names}
    return {name for name in names if name and not re.fullmatch(_SELF, name)}


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The bare letters of a name, to be compared."""
    return re.sub(r"\W", "", name_key(text))


def _has_several_territories(plan: Plan) -> bool:
    """Whether the plan's scopes tell one territory of its own from another."""
    return any(map(_TERRITORIES.search, plan.scopes))


def scope_key(words: str | None, plan: Plan) -> str:
    """A scope without the plan's own place: 全市规模以上工业 is 规上工业 of it, 全市 is `WHOLE`; "" for none.

    Of a plan that tells several territories apart, 全区 is one of these and not what is meant without a word.
    """
    if not words:
        return ""
    rest = _without_place(words, place_names(plan), plan.level)
    if rest:
        return rest
    return f"{WHOLE}（{letters(words)}）" if _has_several_territories(plan) else WHOLE


def _without_place(words: str, names: set[str], level: str | None) -> str:
    text = re.sub(r"\W", "", fold(words))
    for place in sorted(names, key=len, reverse=True):
        text = text.removeprefix(place)
    own = _SIGNS.get(level or "", _ANY)
    return re.sub(rf"^(?:[全我本][{own}]|{_WITHIN})+", "", text).replace("规模以上", "规上")


def scopes_alike(one: str, other: str) -> bool | None:
    """Whether two scopes are one; all that a plan is about is what it means where it says none."""
    if one == other or {one, other} == {"", WHOLE}:
        return True
    return None if not one or not other else False
