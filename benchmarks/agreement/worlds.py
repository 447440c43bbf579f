"""Random workspaces of one to three levels.

Most numbers come of hidden ones that hold together, so that about as many workspaces hold as do not.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.agreement.world import BASE, FAR, FIRST, LAST, PLANS, UNITS, Indicator, Stated, World

_OTHER_UNITS = {"亿元": ("亿元", "万元"), "万元": ("万元", "亿元"), "家": ("家",), "万人": ("万人", "人"), "%": ("%",)}
_LETTERS = "甲乙丙丁戊己庚辛壬癸"
_PRICES = ("现价", "2020年价")


def make_world(seed: int) -> World:
    """The workspace of a seed."""
    return _Maker(Random(seed)).world()


class _Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.scale = chance.choice([Fraction(1)] * 8 + [Fraction(1, 1000), Fraction(10**6), Fraction(10**12)])
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
                made = self._relation(own)
                if made is not None and all(made.text != other.text for other in world.relations):
                    made.plan = plan
                    for _, one, _ in made.terms:
                        one.used = True
                    world.relations.append(made)
        for one in world.indicators:
            self._state(one)
        for plan in range(world.levels - 1):
            self._ties(world, plan)
        self._slip(world)
        return world

    def _indicator(self, world: World, plan: int, number: int) -> None:
        kind = self.chance.choice(["amount", "amount", "amount", "flow", "count", "ratio", "share"])
        ends = {"amount": "量", "flow": "投资", "count": "企业", "ratio": "系数", "share": "占比"}
        unit = {"count": "家", "ratio": "%", "share": "%"}.get(kind) or self.chance.choice(["亿元", "亿元", "万元"])
        one = Indicator(plan, f"{_LETTERS[number]}{'' if plan == 0 else PLANS[plan][2]}{ends[kind]}", kind, unit)
        if kind in ("amount", "flow") and self.often(0.2):
            one.price = self.chance.choice(_PRICES)
        if self.often(0.25):
            one.direction = self.chance.choice(["越高越好", "越低越好"])
        self._hide(one)
        world.indicators.append(one)

    def _hide(self, one: Indicator) -> None:
        chance = self.chance
        if one.kind in ("ratio", "share"):
            start, step = Fraction(chance.randint(5, 70), 100), Fraction(chance.randint(-10, 20), 1000)
            one.hidden = {year: start + step * (year - BASE) for year in (*range(BASE, LAST + 1), FAR)}
            return
        start = Fraction(chance.choice([0, 40, 100, 250, 800]) + chance.randint(1, 99))
        size = start * UNITS[one.unit] * (self.scale if one.kind != "count" else 1)
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
        for year in (FIRST, 2023, LAST, FAR):
            if self.often({LAST: 0.65, 2023: 0.15, FIRST: 0.12, FAR: 0.08}[year]):
                one.stated.append(self._figure(one, "target", year))
                if self.often(0.06):
                    one.stated.append(self._figure(one, "target", year))
                if self.often(0.05):
                    one.stated.append(self._figure(one, "actual" if year < LAST else "striving", year))
        if one.kind in ("amount", "flow", "count") and self.often(0.4):
            one.stated.append(self._growth(one))
        if one.kind in ("ratio", "share") and not one.alone and self.often(0.25):
            one.stated.append(self._points(one))
        if one.kind == "flow":
            whole = sum((one.hidden[year] for year in range(FIRST, LAST + 1)), Fraction(0))
            if self.often(0.4):
                one.stated.append(self._whole(one, "total", whole))
            if self.often(0.3) and not any(stated.kind == "growth" for stated in one.stated):
                one.stated.append(self._whole(one, "average", whole / 5))
        if one.kind not in {"ratio", "share"} and self.often(0.08):
            one.stated.append(self._multiple(one))
        chance.shuffle(one.stated)

    def _figure(self, one: Indicator, tense: str, year: int) -> Stated:
        made = Stated("figure", "", one, tense, year, one.price)
        words = self._number(made, one, one.hidden[year], one.unit)
        if one.kind in ("amount", "flow") and self.often(0.06):
            made.price = self.chance.choice(_PRICES)
            words += f"（{made.price}）" if made.price == "现价" else "（不变价 2020年）"
        word = {"actual": "实际", "expected": "预计", "target": "目标", "striving": "力争"}[tense]
        made.text = f"{year}年：{word} {words}"
        return made

    def _whole(self, one: Indicator, kind: str, value: Fraction) -> Stated:
        made = Stated(kind, "", one, price=one.price)
        words = self._number(made, one, value, one.unit, always=True)
        made.text = f"{'五年累计' if kind == 'total' else '年均'}：目标 {words}"
        return made

    def _number(self, made: Stated, one: Indicator, value: Fraction, unit: str, *, always: bool = False) -> str:
        """Write a value as exact, bound, range or about; sets what that allows."""
        chance = self.chance
        other = chance.choice(_OTHER_UNITS[unit]) if self.often(0.25) else unit
        factor = Fraction(UNITS[other])
        places = chance.choice([0, 0, 0, 1, 2]) if one.kind != "count" else 0
        text, shown = _printed(value / factor, places)
        tail = other if other != unit or always else ""
        half = Fraction(1, 2 * 10**places)
        sort = chance.choice(["="] * 6 + ["≥"] * 2 + ["≤", ">", "<", "—", "±", "±", "左右", "以上"])
        room = _printed(abs(shown) / chance.choice([10, 20, 50]), 1)
        if sort == "=":
            made.low, made.high = (shown - half) * factor, (shown + half) * factor
            made.low_open, made.high_open = shown <= 0, shown >= 0
            return text + tail
        if sort in ("≥", ">", "以上"):
            made.low, made.low_open = shown * factor, sort == ">"
            return f"{text}{tail}以上" if sort == "以上" else f"{sort}{text}{tail}"
        if sort in ("≤", "<"):
            made.high, made.high_open = shown * factor, sort == "<"
            return f"{sort}{text}{tail}"
        if sort == "—" and shown >= 0:
            upper, high = _printed(shown * Fraction(chance.choice([101, 110, 130]), 100), places)
            if high > shown:
                made.low, made.high = shown * factor, high * factor
                return f"{text}—{upper}{tail}"
        if sort == "左右":
            made.silent = True
            return f"{text}{tail}左右"
        points = one.kind in ("ratio", "share")
        made.low, made.high = (shown - room[1]) * factor, (shown + room[1]) * factor
        about = chance.choice(["", "左右"])
        return f"{text}{tail}{about}（容差 {room[0]}{'个百分点' if points else other}）"

    def _growth(self, one: Indicator) -> Stated:
        chance = self.chance
        made = Stated("growth", "", one, price=one.price)
        ratio = one.hidden[LAST] / (one.hidden[BASE] or 1)
        rate = Fraction(round((float(max(ratio, Fraction(1, 100))) ** 0.2 - 1) * 1000), 10)
        places = chance.choice([0, 1, 1, 2])
        text, shown = _printed(rate, places)
        half = Fraction(1, 2 * 10**places)
        sort = chance.choice(["="] * 5 + ["—", "≥", "≤", ">", "±", "左右"])
        low: Fraction | None = shown - half
        high: Fraction | None = shown + half
        if sort == "=":
            words, made.low_open, made.high_open = f"{text}%", shown <= 0, shown >= 0
        elif sort == "—" and shown >= 0:
            upper, high = _printed(shown + chance.choice([1, 2, 3]), places)
            low, words = shown, f"{text}%—{upper}%"
        elif sort in ("≥", ">"):
            low, high, made.low_open, words = shown, None, sort == ">", f"{sort}{text}%"
        elif sort == "≤":
            low, high, words = None, shown, f"≤{text}%"
        elif sort == "左右":
            made.silent, words = True, f"{text}%左右"
        else:
            low, high, words = shown - Fraction(1, 2), shown + Fraction(1, 2), f"{text}%左右（容差 0.5个百分点）"
        made.low = None if low is None else low / 100
        made.high = None if high is None else high / 100
        if one.price and self.often(0.15):
            made.price = next(price for price in _PRICES if price != one.price)
            words += f"（{made.price}）" if made.price == "现价" else "（不变价 2020年）"
        made.text = f"年均：目标 {words}"
        return made

    def _points(self, one: Indicator) -> Stated:
        made = Stated("points", "", one)
        step = (one.hidden[LAST] - one.hidden[BASE]) * 20
        text, shown = _printed(step, 1)
        made.low, made.high = (shown - Fraction(1, 20)) / 100, (shown + Fraction(1, 20)) / 100
        made.low_open, made.high_open = shown <= 0, shown >= 0
        made.text = f"年均：目标 {text}个百分点"
        return made

    def _multiple(self, one: Indicator) -> Stated:
        made = Stated("multiple", "", one, "target", LAST, one.price, low=Fraction(2), high=Fraction(2))
        more = self.often(0.3)
        made.floor = more or one.direction == "越高越好"
        made.text = f"{LAST}年：目标 翻一番{'以上' if more else ''}"
        return made

    # ---- relations

    def _relation(self, own: list[Indicator]) -> Stated | None:
        amounts = [one for one in own if one.kind in ("amount", "flow")]
        counts = [one for one in own if one.kind == "count"]
        ratios = [one for one in own if one.kind in ("ratio", "share") and not one.alone]
        sort = self.chance.choice(
            ["sum", "sum", "compare", "compare", "quotient", "product", "growths", "累计", "share"]
        )
        pool = [one for one in (counts if len(counts) > 1 and self.often(0.3) else amounts) if not one.alone]
        self.chance.shuffle(pool)
        if sort in ("quotient", "product"):
            return self._ratio(sort, pool, ratios)
        if sort == "growths":
            return self._growths([one for one in amounts if one.kind == "amount" and not one.used])
        if sort == "累计":
            flows = [one for one in pool if one.kind == "flow"]
            return self._total(flows[0], pool) if flows else None
        if sort == "share":
            return self._linear(ratios, compare=True) if len(ratios) > 1 else None
        return self._linear(pool, compare=sort == "compare")

    def _growths(self, pool: list[Indicator]) -> Stated | None:
        if len(pool) < 2 or not _one_price(pool[:2]):
            return None
        sign = self.chance.choice(["≥", ">", "≤", "<"])
        made = Stated("growths", f"年均增速（{pool[0].name}） {sign} 年均增速（{pool[1].name}）", sign=sign)
        made.terms = [(Fraction(1), pool[0], 0), (Fraction(-1), pool[1], 0)]
        pool[0].alone = pool[1].alone = True
        return made

    def _linear(self, pool: list[Indicator], *, compare: bool) -> Stated | None:
        if len(pool) < 2 or not _one_price(pool):
            return None
        chance, unit = self.chance, "%" if pool[0].kind in ("ratio", "share") else pool[0].unit
        members = pool[: chance.choice([2, 3])] if len(pool) > 2 else pool[:2]
        first, rest = members[0], members[1:]
        made = Stated("linear", "", sign="=", terms=[(Fraction(1), first, 0)])
        pin = LAST if self.often(0.1) else 0
        right: list[str] = []
        for number, one in enumerate(rest):
            factor = Fraction(1)
            name = f"{one.name}.{pin}年" if pin else one.name
            if compare and self.often(0.6):
                text, factor = _printed(Fraction(chance.randint(1, 250), 100), chance.choice([0, 1, 2]))
                if not factor:
                    text, factor = "1", Fraction(1)
                name = (
                    f"{name} × {text}" if self.often(0.5) or factor.denominator == 1 else f"{name} × {_percent(factor)}"
                )
            minus = number > 0 and self.often(0.2)
            right.append(f"{' - ' if minus else ' + ' if number else ''}{name}")
            made.terms.append((factor if minus else -factor, one, pin))
        if compare:
            made.sign = chance.choice(["≥", ">", "≤", "<", "="])
        else:
            made.sign = chance.choice(["=", "=", "=", "≥", "≤"])
        words = "".join(right)
        if not compare and len(rest) > 1 and " - " not in words and self.often(0.4):
            words = f"合计（{'、'.join(one.name + (f'.{pin}年' if pin else '') for one in rest)}）"
        if self.often(0.15):
            text, added = _printed(Fraction(chance.randint(1, 60)), 0)
            made.number = added * UNITS[unit]
            words += f" + {text}{unit}"
        made.text = f"{first.name} {made.sign} {words}"
        if self.often(0.15):
            text, room = _printed(Fraction(chance.randint(1, 20)), 0)
            made.tolerance = room * UNITS[unit]
            made.text += f" {{ 容差：{text}{unit} }}"
        self._fit(first, made)
        return made

    def _fit(self, first: Indicator, made: Stated) -> None:
        """Let the hidden values mostly do what an equation says."""
        if made.sign != "=" or self.often(0.15):
            return
        for year in first.hidden:
            others = sum((part * one.hidden[int(pin) or year] for part, one, pin in made.terms[1:]), Fraction(0))
            first.hidden[year] = made.number - others

    def _ratio(self, sort: str, pool: list[Indicator], ratios: list[Indicator]) -> Stated | None:
        free = [one for one in ratios if not one.used]
        if len(pool) < 2 or not free or not _one_price(pool[:2]):
            return None
        part, whole, share = pool[0], pool[1], free[0]
        made = Stated(sort, "", terms=[(Fraction(1), part, 0), (Fraction(1), share, 0), (Fraction(1), whole, 0)])
        if sort == "quotient":
            made.text = f"{share.name} = {part.name} ÷ {whole.name}{self.chance.choice(['', '', ' × 100', ' × 100%'])}"
        elif self.often(0.5):
            made.text = f"{part.name} = {whole.name} × {share.name}"
        else:
            made.text = f"{part.name} = {share.name} × {whole.name}"
        # A share that nothing else ties: then all is decided.
        share.alone = True
        if self.often(0.85):
            for year in part.hidden:
                part.hidden[year] = share.hidden[year] * whole.hidden[year]
        return made

    def _total(self, flow: Indicator, pool: list[Indicator]) -> Stated | None:
        whole = sum((flow.hidden[year] for year in range(FIRST, LAST + 1)), Fraction(0))
        others = [one for one in pool if one is not flow]
        sign = self.chance.choice(["=", "≥", "≤"])
        if others and self.often(0.5) and _one_price([flow, others[0]]):
            made = Stated("linear", f"{others[0].name} {sign} 累计（{flow.name}）", sign=sign)
            made.terms = [(Fraction(1), others[0], 0), (Fraction(-1), flow, "累计")]
            if sign == "=" and self.often(0.8):
                others[0].hidden[LAST] = whole
            return made
        text, number = _printed(whole / Fraction(UNITS[flow.unit]), 0)
        made = Stated("linear", f"累计（{flow.name}） {sign} {text}{flow.unit}", sign=sign)
        made.terms, made.number = [(Fraction(1), flow, "累计")], number * Fraction(UNITS[flow.unit])
        return made

    # ---- plans above

    def _ties(self, world: World, plan: int) -> None:
        kinds = ("amount", "flow", "ratio")
        own = [one for one in world.indicators if one.plan == plan and one.kind in kinds and not one.alone]
        above = [one for one in world.indicators if one.plan == plan + 1 and not one.alone]
        for one in own[:2]:
            alike = [upper for upper in above if upper.kind == one.kind and _one_price([one, upper])]
            if not alike or one.direction or not self.often(0.6):
                continue
            upper = self.chance.choice(alike)
            if upper.direction:
                continue
            made = Stated("tie", "", one, upper=upper, plan=plan)
            if one.kind == "ratio":
                made.mode = self.chance.choice(["不低于", "不高于", "同值"])
                words, made.number = made.mode, Fraction(1)
            else:
                text, share = _printed(Fraction(self.chance.randint(5, 60)), 0)
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


def _one_price(members: list[Indicator]) -> bool:
    return len({one.price for one in members} - {""}) <= 1


def _printed(value: Fraction, places: int) -> tuple[str, Fraction]:
    """A number to so many decimals, with the value that it then has."""
    shown = Fraction(round(value * 10**places), 10**places)
    digits = str(abs(shown.numerator * 10**places // shown.denominator)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("-" if shown < 0 else "") + text, shown


def _percent(factor: Fraction) -> str:
    return f"{_printed(factor * 100, 0 if (factor * 100).denominator == 1 else 2)[0]}%"
