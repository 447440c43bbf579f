"""Random workspaces of one to three levels.

Most numbers come of hidden ones that hold together, so that about as many workspaces hold as do not.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.agreement.breakdowns import Breakdowns
from benchmarks.agreement.relations import Relations, one_price, printed
from benchmarks.agreement.world import BASE, FAR, FIRST, LAST, PLANS, UNITS, Indicator, Stated, World

_OTHER_UNITS = {
    "亿元": ("亿元", "万元"),
    "万元": ("万元", "亿元"),
    "家": ("家",),
    "万人": ("万人", "人"),
    "%": ("%",),
    "元": ("元", "万元"),
    "元/人": ("元/人", "元"),
}
_LETTERS = "甲乙丙丁戊己庚辛壬癸"
_PRICES = ("现价", "2020年价", "2015年价")
#: How a number may be written.
_SORTS = ("=", "=", "=", "=", "=", "=", "≥", "≥", "≤", ">", "<", "—", "±", "±", "左右", "以上")
_WORDS = {
    "≥": ["≥", "≥", "不低于", "不少于"],
    "≤": ["≤", "≤", "不高于", "不超过"],
    ">": [">", "超过"],
    "<": ["<", "低于"],
}


def make_world(seed: int) -> World:
    """The workspace of a seed."""
    return _Maker(Random(seed)).world()


class _Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.scale = chance.choice(
            [Fraction(1)] * 8 + [Fraction(1, 10**6), Fraction(1, 1000), Fraction(10**6), Fraction(10**12)]
        )
        self.slips = chance.choice([0, 0, 1, 1, 2])

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    # ---- the whole

    def world(self) -> World:
        world = World(self.chance.choice([1, 1, 1, 2, 2, 3]))
        for plan in range(world.levels):
            for number in range(self.chance.randint(2, 5 if plan == 0 else 3)):
                self._indicator(world, plan, number)
        for plan in range(world.levels):
            own = [one for one in world.indicators if one.plan == plan]
            for _ in range(self.chance.choice([0, 1, 1, 2, 2, 3] if plan == 0 else [0, 0, 1])):
                made = Relations(self.chance).make(own)
                if made is not None and all(made.text != other.text for other in world.relations):
                    made.plan = plan
                    for _, one, _ in made.terms:
                        one.used = True
                    world.relations.append(made)
        for one in world.indicators:
            self._state(one)
        for plan in range(world.levels - 1):
            self._ties(world, plan)
        breakdowns = Breakdowns(self.chance, self._part)
        for plan in range(world.levels):
            breakdowns.make(world, plan)
        self._slip(world)
        return world

    def _indicator(self, world: World, plan: int, number: int) -> None:
        kind = self.chance.choice(
            ["amount"] * 6 + ["flow"] * 2 + ["count", "count", "ratio", "ratio", "share", "share"]
        )
        if self.often(0.12):
            kind = self.chance.choice(["people", "perhead"])
        ends = {"amount": "量", "flow": "投资", "count": "企业", "ratio": "系数", "share": "占比"}
        end = ends.get(kind) or {"people": "人口", "perhead": "人均收入"}[kind]
        unit = {"count": "家", "people": "万人", "ratio": "%", "share": "%"}.get(kind)
        unit = unit or self.chance.choice(["元", "元/人"] if kind == "perhead" else ["亿元", "亿元", "万元"])
        kind = "count" if kind == "people" else kind
        one = Indicator(plan, f"{_LETTERS[number]}{'' if plan == 0 else PLANS[plan][2]}{end}", kind, unit)
        if kind in ("amount", "flow", "perhead") and self.often(0.2):
            one.price = self.chance.choice(_PRICES)
        if self.often(0.25):
            one.direction = self.chance.choice(["越高越好", "越低越好"])
        if kind in ("amount", "flow", "count") and self.often(0.2):
            one.room, one.room_unit = Fraction(self.chance.randint(1, 10)), self.chance.choice(["%", "%", unit])
            one.room_text = f"{one.room}{one.room_unit}"
        self._hide(one)
        world.indicators.append(one)

    def _hide(self, one: Indicator) -> None:
        chance = self.chance
        if one.kind in ("ratio", "share"):
            start, step = Fraction(chance.randint(5, 70), 100), Fraction(chance.randint(-10, 20), 1000)
            one.hidden = {year: start + step * (year - BASE) for year in (*range(BASE, LAST + 1), FAR)}
            return
        start = Fraction(chance.choice([0, 40, 100, 250, 800]) + chance.randint(1, 99))
        size = start * UNITS[one.unit] * (self.scale if one.kind in ("amount", "flow") else 1)
        size *= 100 if one.kind == "perhead" else 1
        if one.kind == "amount" and self.often(0.08):
            size = -size
        rate = 1 + Fraction(chance.randint(-30, 160), 1000)
        one.hidden = {year: size * rate ** (year - BASE) for year in range(BASE, LAST + 1)}
        one.hidden[FAR] = size * rate ** (FAR - BASE)

    # ---- figures

    def _state(self, one: Indicator) -> None:
        chance = self.chance
        if self.often(0.7):
            one.stated.append(self._figure(one, "actual" if self.often(0.85) else "expected", BASE))
        for year, share in ((FIRST, 0.12), (2022, 0.07), (2023, 0.12), (2024, 0.06), (LAST, 0.65), (FAR, 0.08)):
            if self.often(share):
                one.stated.append(self._figure(one, "target", year))
                if self.often(0.06):
                    one.stated.append(self._figure(one, "target", year))
                if self.often(0.05):
                    one.stated.append(self._figure(one, "actual" if year < LAST else "striving", year))
        self._state_period(one)
        chance.shuffle(one.stated)

    def _state_period(self, one: Indicator) -> None:
        """What speaks of several years at once."""
        if one.kind not in ("ratio", "share") and self.often(0.4):
            one.stated.append(self._growth(one))
        if one.kind in ("ratio", "share") and not one.alone and self.often(0.25):
            one.stated.append(self._points(one))
        if one.kind == "flow" or (one.kind in ("amount", "count") and self.often(0.1)):
            whole = sum((one.hidden[year] for year in range(FIRST, LAST + 1)), Fraction(0))
            if self.often(0.4):
                one.stated.append(self._whole(one, "total", whole))
            if self.often(0.3) and not any(stated.kind == "growth" for stated in one.stated):
                one.stated.append(self._whole(one, "average", whole / 5))
        if one.kind not in {"ratio", "share"} and self.often(0.08):
            one.stated.append(self._multiple(one))

    def _figure(self, one: Indicator, tense: str, year: int) -> Stated:
        made = Stated("figure", "", one, tense, year, one.price)
        words = self._number(made, one, one.hidden[year], one.unit)
        if one.kind in ("amount", "flow") and self.often(0.06):
            made.price = self.chance.choice(_PRICES)
            words += _price_note(made.price)
        elif one.kind in ("amount", "flow") and self.often(0.02):
            made.apart = self.chance.choice(["口径 营业收入", "范围 规上企业"])
            words += f"（{made.apart}）"
        word = {"actual": "实际", "expected": "预计", "target": "目标", "striving": "力争"}[tense]
        made.text = f"{year}年：{word} {words}"
        return made

    def _whole(self, one: Indicator, kind: str, value: Fraction) -> Stated:
        made = Stated(kind, "", one, price=one.price)
        words = self._number(made, one, value, one.unit, always=True)
        made.text = f"{'五年累计' if kind == 'total' else '年均'}：目标 {words}"
        return made

    def _number(
        self,
        made: Stated,
        one: Indicator,
        value: Fraction,
        unit: str,
        sorts: tuple[str, ...] = _SORTS,
        *,
        always: bool = False,
    ) -> str:
        """Write a value as exact, bound, range or about; sets what that allows."""
        chance = self.chance
        other = chance.choice(_OTHER_UNITS[unit]) if self.often(0.25) else unit
        factor = Fraction(UNITS[other])
        places = chance.choice([0, 0, 0, 1, 2]) if one.kind != "count" or one.unit != "家" else 0
        text, shown = printed(value / factor, places)
        tail = other if other != unit or always else ""
        half = Fraction(1, 2 * 10**places)
        sort = chance.choice(sorts)
        room = printed(abs(shown) / chance.choice([10, 20, 50]), 1)
        if sort == "=":
            made.low, made.high = (shown - half) * factor, (shown + half) * factor
            made.low_open, made.high_open = shown <= 0, shown >= 0
            return text + tail
        if sort in ("≥", ">", "以上"):
            made.low, made.low_open = shown * factor, sort == ">"
            return f"{text}{tail}以上" if sort == "以上" else f"{chance.choice(_WORDS[sort])}{text}{tail}"
        if sort in ("≤", "<"):
            made.high, made.high_open = shown * factor, sort == "<"
            return f"{chance.choice(_WORDS[sort])}{text}{tail}"
        if sort == "—" and shown >= 0:
            upper, high = printed(shown * Fraction(chance.choice([101, 110, 130]), 100), places)
            if high > shown or "±" not in sorts:
                made.low, made.high = shown * factor, high * factor
                return f"{text}—{upper}{tail}"
        if sort == "左右":
            off = _room(one, made, shown, other)
            made.silent = off is None
            if off is not None:
                made.low, made.high = (shown - off) * factor, (shown + off) * factor
            return f"{text}{tail}左右"
        points = one.kind in ("ratio", "share")
        made.low, made.high = (shown - room[1]) * factor, (shown + room[1]) * factor
        about = chance.choice(["", "左右"])
        return f"{text}{tail}{about}（容差 {room[0]}{'个百分点' if points else other}）"

    def _part(self, made: Stated, one: Indicator, value: Fraction, sorts: tuple[str, ...]) -> str:
        return self._number(made, one, value, one.unit, sorts)

    def _growth(self, one: Indicator) -> Stated:
        chance = self.chance
        made = Stated("growth", "", one, price=one.price)
        ratio = one.hidden[LAST] / (one.hidden[BASE] or 1)
        rate = Fraction(round((float(max(ratio, Fraction(1, 100))) ** 0.2 - 1) * 1000), 10)
        places = chance.choice([0, 1, 1, 2])
        text, shown = printed(rate, places)
        half = Fraction(1, 2 * 10**places)
        sort = chance.choice(["="] * 5 + ["—", "≥", "≤", ">", "±", "左右"])
        low: Fraction | None = shown - half
        high: Fraction | None = shown + half
        if sort == "=":
            words, made.low_open, made.high_open = f"{text}%", shown <= 0, shown >= 0
        elif sort == "—" and shown >= 0:
            upper, high = printed(shown + chance.choice([1, 2, 3]), places)
            low, words = shown, f"{text}%—{upper}%"
        elif sort in ("≥", ">"):
            low, high, made.low_open = shown, None, sort == ">"
            words = f"{text}%以上" if sort == "≥" and self.often(0.3) else f"{chance.choice(_WORDS[sort])}{text}%"
        elif sort == "≤":
            low, high, words = None, shown, f"{chance.choice(_WORDS[sort])}{text}%"
        elif sort == "左右":
            made.silent, words = True, f"{text}%左右"
        else:
            low, high = shown - Fraction(1, 2), shown + Fraction(1, 2)
            words = f"{text}%左右（容差 {chance.choice(['0.5个百分点', '0.5%'])}）"
        made.low = None if low is None else low / 100
        made.high = None if high is None else high / 100
        if one.price and self.often(0.15):
            made.price = chance.choice([price for price in _PRICES if price != one.price])
            words += _price_note(made.price)
        made.text = f"年均：目标 {words}"
        return made

    def _points(self, one: Indicator) -> Stated:
        made = Stated("points", "", one)
        step = (one.hidden[LAST] - one.hidden[BASE]) * 20
        text, shown = printed(step, 1)
        made.low, made.high = (shown - Fraction(1, 20)) / 100, (shown + Fraction(1, 20)) / 100
        made.low_open, made.high_open = shown <= 0, shown >= 0
        made.text = f"年均：目标 {text}个百分点"
        return made

    def _multiple(self, one: Indicator) -> Stated:
        made = Stated("multiple", "", one, "target", LAST, one.price)
        more = self.often(0.3)
        made.floor = more or one.direction == "越高越好"
        words, times = self.chance.choice([("翻一番", 2), ("翻一番", 2), ("翻两番", 4), ("增长一倍", 2)])
        made.number, start = Fraction(times), ""
        if self.often(0.25):
            made.base = self.chance.choice([BASE, FIRST, 2022])
            start = f"比{made.base}年"
        made.text = f"{LAST}年：目标 {start}{words}{'以上' if more else ''}"
        return made

    # ---- plans above

    def _ties(self, world: World, plan: int) -> None:
        kinds = ("amount", "flow", "ratio")
        own = [one for one in world.indicators if one.plan == plan and one.kind in kinds and not one.alone]
        above = [one for one in world.indicators if one.plan == plan + 1 and not one.alone]
        for one in own[:2]:
            alike = [upper for upper in above if upper.kind == one.kind and one_price([one, upper])]
            if not alike or not self.often(0.6):
                continue
            upper = self.chance.choice(alike)
            made = Stated("tie", "", one, upper=upper, plan=plan)
            if one.kind == "ratio":
                made.mode = self.chance.choice(["不低于", "不高于", "同值"])
                words, made.number = made.mode, Fraction(1)
            else:
                text, share = printed(Fraction(self.chance.randint(5, 60)), 0)
                made.mode, made.number = "份额", share / 100
                words = f"份额 {text}%"
            made.text = f"承接：{PLANS[plan + 1]}.{upper.name}（{words}）"
            one.stated.append(made)

    def _slip(self, world: World) -> None:
        """State some numbers otherwise than they were hidden."""
        figures = [one for one in world.statements if one.kind in ("figure", "total", "average") and not one.silent]
        for one in self.chance.sample(figures, min(self.slips, len(figures))):
            assert one.owner is not None
            factor = self.chance.choice(
                [Fraction(6, 5), Fraction(4, 5), Fraction(3), Fraction(0), Fraction(-1), Fraction(99, 100)]
            )
            if factor <= 0 and one.owner.kind != "amount":
                factor = Fraction(11, 10)
            if one.kind == "figure":
                keep = one.owner.hidden[one.year]
                one.owner.hidden[one.year] = keep * factor
                again = self._figure(one.owner, one.tense, one.year)
                one.owner.hidden[one.year] = keep
                again.start = 0
                one.owner.stated[one.owner.stated.index(one)] = again


def _price_note(price: str) -> str:
    return f"（{price}）" if price == "现价" else f"（不变价 {price[:5]}）"


def _room(one: Indicator, made: Stated, shown: Fraction, unit: str) -> Fraction | None:
    """How far about so much may be off, in that unit, where the indicator says it; a part of it is none of 年均."""
    if one.room is None or (one.room_unit == "%" and made.kind == "average"):
        return None
    if one.room_unit == "%":
        return abs(shown) * one.room / 100
    return one.room * UNITS[one.room_unit] / UNITS[unit]
