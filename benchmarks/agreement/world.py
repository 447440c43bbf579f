"""A workspace as data: its indicators and what it states; and the same as plan files.

Every statement stands on a line of its own, by which a finding's places are told apart again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

FIRST, LAST, FAR = 2021, 2025, 2035
BASE = FIRST - 1
#: Unit → how much of 元, 家, 人 or 1 it is.
UNITS = {
    "万亿元": Fraction(10**12),
    "亿元": Fraction(10**8),
    "万元": Fraction(10**4),
    "元": Fraction(1),
    "元/人": Fraction(1),
    "家": Fraction(1),
    "人": Fraction(1),
    "万人": Fraction(10**4),
    "%": Fraction(1, 100),
    "个百分点": Fraction(1, 100),
    "倍": Fraction(1),
}
PLANS = ("示例区", "示例市", "示例省")


@dataclass(eq=False)
class Indicator:
    """`kind` is amount, flow, perhead, count, ratio or share (a ratio of 0 to 100 %).

    `room` is how far its 左右 may be off: a number in its unit, or in % where `room_unit` says so.
    """

    plan: int
    name: str
    kind: str
    unit: str
    price: str = ""
    direction: str = ""
    room: Fraction | None = None
    room_unit: str = ""
    room_text: str = ""
    #: Which of the categories of its plan it is in, if any.
    category: str = ""
    #: Whether a relation or a tie is about it; whether nothing but one relation may be.
    used: bool = False
    alone: bool = False
    hidden: dict[int, Fraction] = field(default_factory=dict)
    stated: list[Stated] = field(default_factory=list)

    @property
    def base_unit(self) -> str:
        """What its numbers are of: 元, 元/人, 家, 人 or %."""
        return self.unit.lstrip("万亿")


@dataclass(eq=False)
class Stated:
    """One statement; `low` to `high` is what it allows in base units, after rounding; None bounds nothing.

    `kind`: figure, growth, points, total, average, multiple, linear, quotient, product, part, growths, tie, breakdown
    or part_of.
    `apart` is what tells it apart from the indicator's own figures, and `base` the year that a multiple starts from.
    """

    kind: str
    text: str
    owner: Indicator | None = None
    tense: str = "target"
    year: int = 0
    price: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    silent: bool = False
    floor: bool = False
    apart: str = ""
    base: int = BASE
    #: Of relations: (coefficient, indicator, pinned year or 0, or "累计") on both sides joined, sign, number.
    terms: list[tuple[Fraction, Indicator, int | str]] = field(default_factory=list)
    sign: str = "="
    number: Fraction = Fraction(0)
    tolerance: Fraction = Fraction(0)
    upper: Indicator | None = None
    mode: str = ""
    plan: int = 0
    #: Of a breakdown: its parts, and whether they are all; of a part: its place, and what stands for it in its plan.
    parts: list[Stated] = field(default_factory=list)
    complete: bool = False
    place: str = ""
    below: Indicator | None = None
    path: str = ""
    start: int = 0
    end: int = 0


@dataclass(eq=False)
class World:
    """A workspace; the plan of number 0 is the one that is checked."""

    levels: int
    indicators: list[Indicator] = field(default_factory=list)
    relations: list[Stated] = field(default_factory=list)

    @property
    def statements(self) -> list[Stated]:
        """All that is stated anywhere."""
        own = [one for each in self.indicators for one in each.stated]
        return [*own, *(part for one in own for part in one.parts), *self.relations]

    def categories(self, plan: int) -> list[str]:
        """The categories of a plan, in the order in which indicators are in them."""
        return list(dict.fromkeys(one.category for one in self.indicators if one.plan == plan and one.category))


def write(world: World) -> dict[str, str]:
    """File name → text; sets where each statement stands."""
    return {f"{PLANS[plan]}.plan": _write_plan(world, plan) for plan in range(world.levels)}


def _write_plan(world: World, plan: int) -> str:
    above = f"  上位规划：{PLANS[plan + 1]}" if plan + 1 < world.levels else ""
    levels = ("县区", "市", "省")
    kinds = "、".join(world.categories(plan))
    kinds = f"  指标类别：{kinds}" if kinds else ""
    text = f"规划 {PLANS[plan]} {{ 层级：{levels[plan]}  规划期：{FIRST}—{LAST}{above}{kinds} }}\n"
    path = f"{PLANS[plan]}.plan"
    for one in world.indicators:
        if one.plan != plan:
            continue
        text += f"指标 {one.name} {{ 单位：{one.unit}"
        text += f"  类别：{one.category}" if one.category else ""
        text += f"  价格：{one.price}" if one.price else ""
        text += f"  容差：{one.room_text}" if one.room is not None else ""
        text += f"  方向：{one.direction}\n" if one.direction else "\n"
        for stated in one.stated:
            text += "  "
            stated.path, stated.start = path, len(text)
            text += stated.text if not stated.parts else _write_parts(stated, len(text))
            stated.end = len(text)
            text += "\n"
        text += "}\n"
    for relation in world.relations:
        if relation.plan == plan:
            text += "关系 "
            relation.path, relation.start = path, len(text)
            text += relation.text
            relation.end = len(text)
            text += "\n"
    return text


def _write_parts(breakdown: Stated, start: int) -> str:
    text = "分解："
    for number, part in enumerate(breakdown.parts):
        text += "、" if number else ""
        part.path, part.start = breakdown.path, start + len(text)
        text += part.text
        part.end = start + len(text)
    return text
