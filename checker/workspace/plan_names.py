"""What plans are called, and which plan a name that none bears was written for.

A plan that is not at hand is no fault of the one that names it; a name that is nearly that of a plan at hand is a slip.
Plans of another period, level, kind of document or real place are other plans, however alike their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from checker import resources
from checker.model import Plan
from checker.source import Expression, name_key

_NUMERAL = re.compile(r"[〇零一二三四五六七八九十0-9]+")
_LEVEL = Expression(r"自治区|自治州|自治县|高新区|开发区|新区|全国|国家|[省市县区旗盟镇乡]")
_KIND = Expression(r"建议|方案|意见|办法|说明|报告|计划|细则|分解|考核|评估|专项")
_ENDING = Expression(r"(?:规划纲要|规划|纲要)$")
#: 我市, 全区: what each plan calls its own area.
_OWN_AREA = Expression(r"[我全本](?:国|省|市|县|区|旗|自治区|开发区)")
#: 河南 and 河北 differ by one character, and neither is a slip.
_OPPOSED = frozenset("东西南北中上下左右内外前后新旧老大小")
#: A name that is shorter has no character to spare.
_SHORTEST_ALIAS = 4
_MOST_SLIPS = 2


def plan_keys(plan: Plan) -> list[str]:
    """The keys under which a plan is found: its name, its full name."""
    return [name_key(name) for name in (plan.name, plan.full_name) if name]


class PlanNames:
    """The plans of a workspace by what they are called."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = plans
        self.by_key: dict[str, Plan] = {}
        #: Each second plan of a name with the first.
        self.duplicates: list[tuple[Plan, Plan]] = []
        for plan in plans:
            first = self.by_key.setdefault(name_key(plan.name), plan) if plan.name else plan
            if first is not plan:
                self.duplicates.append((first, plan))
        for plan in plans:
            for key in plan_keys(plan):
                self.by_key.setdefault(key, plan)

    def find(self, name: str) -> Plan | None:
        """The plan of that name or full name."""
        return self.by_key.get(name_key(name))

    def called(self, name: str, by: Plan) -> Plan | None:
        """The plan that `by` calls so, or that it alone can mean."""
        found = self.find(name)
        meant = self.meant(name, by) if found is None else [found]
        return meant[0] if len(meant) == 1 else None

    def meant(self, name: str, by: Plan) -> list[Plan]:
        """The plans that `by` means with a name that is nearly theirs; none where it is that of another plan.

        A plan that `by` names rightly beside it is not the one.
        """
        rightly = {id(self.find(one.path.text)) for one in by.upper_plans if one.path is not None}
        others = [plan for plan in self._plans if plan is not by and id(plan) not in rightly]
        slips = {id(plan): min((_slips(name, one) for one in _calls(plan)), default=_MOST_SLIPS + 1) for plan in others}
        fewest = min(slips.values(), default=_MOST_SLIPS + 1)
        return [plan for plan in others if slips[id(plan)] == fewest] if fewest <= _MOST_SLIPS else []


def nearly(name: str, names: Iterable[str]) -> list[str]:
    """Those of the names of plans that `name` may be a slip for."""
    slips = {other: _slips(name, other) for other in names}
    fewest = min(slips.values(), default=_MOST_SLIPS + 1)
    return [other for other, count in slips.items() if count == fewest <= _MOST_SLIPS]


def _calls(plan: Plan) -> list[str]:
    aliases = [name.text for name in plan.short_names if not _OWN_AREA.made.fullmatch(name.text)]
    return [name for name in (plan.name, plan.full_name, *aliases) if name]


def _slips(written: str, name: str) -> int:
    """How many characters lie between two names of what may be one plan; more than `_MOST_SLIPS` for two plans."""
    one, other = (_ENDING.made.sub("", re.sub(r'["《》〈〉]', "", name_key(word))) for word in (written, name))
    if one == other:
        return 0
    too_many = _MOST_SLIPS + 1
    if abs(len(one) - len(other)) > _MOST_SLIPS or len(other) < _SHORTEST_ALIAS or not _of_one_sort(one, other):
        return too_many
    one_place, other_place = _place(one), _place(other)
    in_place = _distance(one_place, other_place)
    if 2 * in_place > max(len(one_place), len(other_place)) or _are_places(one_place, other_place):
        return too_many
    left, right = _apart(one, other)
    # Two characters side by side that are both other ones are another word.
    if len(left) == len(right) == _MOST_SLIPS and left != right[::-1]:
        return too_many
    if len(left) == len(right) == 1 and {left, right} <= _OPPOSED:
        return too_many
    return _distance(left, right)


def _of_one_sort(one: str, other: str) -> bool:
    """Whether period, kind of document and level are the same; a level may be left out."""
    kind, level = _KIND.made, _LEVEL.made
    if _NUMERAL.findall(one) != _NUMERAL.findall(other) or set(kind.findall(one)) != set(kind.findall(other)):
        return False
    levels, other_levels = level.findall(one), level.findall(other)
    return levels == other_levels or not levels or not other_levels


def _place(name: str) -> str:
    """What the name says before level and period: 云川 of 云川市十五五."""
    before = _NUMERAL.split(name, maxsplit=1)[0]
    return _LEVEL.made.split(before, maxsplit=1)[0]


def _are_places(one: str, other: str) -> bool:
    """Whether both are names of real places, and not the same one."""
    return one != other and {one, other} <= _real_places()


@cache
def _real_places() -> frozenset[str]:
    names: set[str] = set()
    for province in resources.read_data("divisions.toml")["province"]:
        names.update([province["name"], *(name for city in province["cities"] for name in city)])
    return frozenset(part for name in names for part in (name, _LEVEL.made.split(name, maxsplit=1)[0]) if part)


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of two names without their common beginning and end."""
    least = min(len(one), len(other))
    start = next((at for at in range(least) if one[at] != other[at]), least)
    end = next((at for at in range(least - start) if one[-1 - at] != other[-1 - at]), least - start)
    return one[start : len(one) - end], other[start : len(other) - end]


def _distance(one: str, other: str) -> int:
    """How many characters have to be put in, left out, changed, or changed with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != wanted))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
