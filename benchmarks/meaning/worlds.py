"""Random workspaces, drawn choice by choice, so that hypothesis can make a failing one small."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.meaning.world import BASE, CITY, FIRST, LAST, PROVINCE, Figure, Indicator, Told, World

Choose = Callable[[Sequence[Any]], Any]
#: Names that no definition and no rule on names knows.
_NAMES = {
    "amount": ("甲类产值", "乙类产值", "丙类产值"),
    "ratio": ("甲类覆盖率", "乙类覆盖率", "丙类覆盖率"),
    "rank": ("甲类位次", "乙类位次", "丙类位次"),
    "count": ("甲类人数", "乙类人数", "丙类人数"),
}
_FIGURE_PRICES = ("现价", "当年价", "不变价", "可比价", "不变价 2020年", "不变价 2015年")
_UNITS = {"amount": ("亿元", "万元", "万亿元"), "ratio": ("%",), "rank": ("位",), "count": ("万人", "人")}
_PRICES = ("现价", "现行价格", "当年价", "2020年价", "2020年不变价", "2015年价", "不变价")
_SCALE = {
    **dict.fromkeys(("亿元", "万人", "%", "位"), Fraction(1)),
    **dict.fromkeys(("万元", "人"), Fraction(10_000)),
    "万亿元": Fraction(1, 10_000),
}


def random_world(seed: int) -> World:
    """The workspace of a seed."""
    return make_world(Random(seed).choice)


def make_world(choose: Choose) -> World:
    """A workspace; each choice is drawn by `choose`, the plainest thing first."""
    return _Maker(choose).made()


class _Maker:
    def __init__(self, choose: Choose) -> None:
        self.choose = choose
        self.world = World(*choose([("云川开发区", "开发区", "全区"), ("云溪县", "县区", "全县")]))

    def made(self) -> World:
        choose, world = self.choose, self.world
        for number, kind in enumerate(
            choose([["amount"], ["ratio"], ["amount", "ratio"], ["rank", "ratio", "amount", "count"]])
        ):
            one = self._indicator(_NAMES[kind][number % 3], kind)
            size = choose(range(20, 61))
            if choose([True, False, False]):
                self._carry(one, size)
            one.stated = self._stated(one, size, own=True)
            world.own.append(one)
            # How the text writes a rank is another matter.
            if kind != "rank" and choose([False, True]):
                told = self._figure(one, "目标", choose([LAST, 2023, BASE]), size, text=True)
                told.tense = "实际" if told.year == BASE else "目标"
                told.scope = choose([None, None, world.short, "规模以上"])
                world.told.append(Told(one, told))
        for _ in range(choose([0, 1, 3])):
            self._hand_down()
        return world

    def _indicator(self, name: str, kind: str) -> Indicator:
        choose = self.choose
        one = Indicator(name, kind, choose(_UNITS[kind]) if kind != "amount" else choose(("亿元", "亿元", "万元")))
        one.direction = choose(["", "越高越好", "越低越好"]) if kind != "rank" else choose(["", "越低越好"])
        if kind != "rank":
            one.scope = choose(["", "", "", "规模以上", self.world.short])
            one.reckoning = choose(["", "", "", "增加值"])
        if kind == "amount":
            one.price = choose(["", "", *_PRICES])
        if kind in ("ratio", "amount") and choose([False, False, True]):
            one.tolerance = Fraction(choose([1, 2, 5]))
            one.tolerance_unit = choose(["", "%", "个百分点"] if kind == "ratio" else ["", "%", "亿元"])
        one.reason = choose([False] * 9 + [True])
        return one

    def _carry(self, one: Indicator, size: int) -> None:
        choose = self.choose
        upper = self._indicator(f"市{one.name}", one.kind)
        upper.plan, upper.direction, upper.reason = CITY, one.direction, False
        # What the place below calls itself is another area in the city's plan.
        upper.scope = "" if one.scope == self.world.short else one.scope
        upper.binding, upper.handed = choose([True, False]), choose(["", "各开发区", "县区"])
        one.carries = upper
        one.mode = choose(
            ["不低于", "同值", "参考", "不高于" if one.direction != "越高越好" and one.kind != "rank" else "同值"]
        )
        if one.kind in ("amount", "count") and choose([True, True, False]):
            one.mode, one.share = "份额", choose([5, 10, 25])
        upper.stated = self._stated(upper, size * 100 // (one.share or 100), own=False)
        for figure in upper.stated:
            figure.scope = None if figure.scope == self.world.short else figure.scope
        self.world.above.append(upper)

    def _hand_down(self) -> None:
        choose, world = self.choose, self.world
        upper = Indicator(
            f"第{'一二三四五'[len(world.above) % 5]}项约束值", "ratio", "%", plan=choose([CITY, CITY, PROVINCE])
        )
        upper.binding = choose([True, True, False])
        upper.handed = choose(
            ["开发区", "", "县区", world.name, "县区、开发区", "全市各开发区", "各县区", "云东县", "云东开发区"]
        )
        upper.declined = choose([False, False, True])
        if not upper.declined and choose([False, False, True]):
            carrier = Indicator(f"承{upper.name}", "ratio", "%", carries=upper, mode=choose(["不低于", "参考", "同值"]))
            world.own.append(carrier)
        world.above.append(upper)

    def _stated(self, one: Indicator, size: int, *, own: bool) -> list[Figure]:
        choose = self.choose
        found: list[Figure] = []
        if choose([True, True, False]):
            found.append(self._figure(one, choose(["实际", "实际", "预计"]), BASE, size))
        if own and choose([False, False, True]):
            found.append(self._figure(one, "实际", BASE - 1, size))
        for year, odds in ((FIRST, 5), (2023, 3), (LAST, 1)):
            if choose([True] + [False] * odds if odds > 1 else [True, True, False]):
                found.append(self._figure(one, "目标", year, size))
                if choose([False] * 3 + [True]):
                    found.append(self._figure(one, choose(["目标", "力争"]), year, size))
        if one.kind != "rank" and choose([False, True]):
            found.append(self._growth(one))
        return found

    def _growth(self, one: Indicator) -> Figure:
        choose = self.choose
        points = one.kind == "ratio"
        number, places = Fraction(choose(range(-20, 81)), 10 if not points else 20), 1
        number = Fraction(round(number * 10), 10)
        made = Figure("points" if points else "growth", "目标", 0, number, places, "=")
        made.sign = choose(["=", "=", "=", "≥", "≤", "—", "左右", "左右"])
        if made.sign == "—":
            made.sign, made.upper = ("—", number + choose([1, 2])) if number >= 0 else ("=", None)
        if made.sign == "左右" and choose([True, False]):
            made.tolerance, made.tolerance_unit = Fraction(1, 2), choose(["个百分点", "%", ""])
        if one.kind == "amount":
            made.price = choose([None, None, None, *_FIGURE_PRICES])
        return made

    def _figure(self, one: Indicator, tense: str, year: int, size: int, *, text: bool = False) -> Figure:
        choose = self.choose
        moved = size + choose([0, 0, 1, -1, 2, -2, 5, -5, 10, -10, 15])
        places = choose([0, 0, 1]) if one.kind not in ("rank", "count") else 0
        number = Fraction(max(moved, 1)) + (Fraction(choose(range(10)), 10) if places else 0)
        unit = (
            one.unit if one.kind in ("rank", "ratio") or not choose([False, False, True]) else choose(_UNITS[one.kind])
        )
        scale = _SCALE[unit]
        number *= scale
        while (number * 10**places).denominator != 1:
            places += 1
        made = Figure("figure", tense, year, number, places, "=", unit)
        if one.kind == "rank":
            made.sign = choose(["=", "前", "≤"])
            if text and made.sign == "≤":
                made.sign = "前"
            return made
        made.sign = choose(
            ["=", "=", "=", "=", "≥", "≤", "左右", "以上", "—" if not text else "=", "<" if not text else "="]
        )
        if made.sign == "—":
            made.upper = number + choose([1, 3, 10]) * max(scale, Fraction(1, 10**places))
        if text:
            return made
        if made.sign in ("=", "左右") and choose([False, False, True]):
            made.tolerance = choose([Fraction(1, 2), Fraction(1), Fraction(3)])
            made.tolerance_unit = choose(["", "%", "个百分点"] if one.kind == "ratio" else ["", "%", unit])
        if one.kind == "amount":
            made.price = choose([None, None, None, None, *_FIGURE_PRICES])
        made.scope = choose([None] * 6 + ["规模以上", self.world.short])
        made.reckoning = choose([None] * 6 + ["增加值", "产值"])
        made.reason = choose([False] * 9 + [True])
        return made
