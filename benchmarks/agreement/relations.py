"""Random relations between the indicators of a plan, as a formula in words and as what that means."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.agreement.world import BASE, FIRST, LAST, UNITS, Indicator, Stated


class Relations:
    """Makes relations; `chance` decides what they are."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def often(self, share: float) -> bool:
        """True so often."""
        return self.chance.random() < share

    def make(self, own: list[Indicator]) -> Stated | None:
        """A relation between some of these; None where they do for none of the sort that chance asks for."""
        amounts = [one for one in own if one.kind in ("amount", "flow")]
        counts = [one for one in own if one.unit == "家"]
        ratios = [one for one in own if one.kind in ("ratio", "share") and not one.alone]
        sort = self.chance.choice(
            [
                *("sum", "sum", "compare", "compare", "quotient", "product", "growths", "累计", "share"),
                *("rate", "part", "part", "years", "years", "mixed", "mixed", "perhead", "perhead"),
                *("category", "category"),
            ]
        )
        pool = [one for one in (counts if len(counts) > 1 and self.often(0.3) else amounts) if not one.alone]
        self.chance.shuffle(pool)
        if sort in ("quotient", "product"):
            return self._ratio(sort, pool, ratios)
        if sort == "perhead":
            return self._per_head([one for one in amounts if not one.alone], own)
        if sort in ("growths", "rate"):
            free = [one for one in amounts if one.kind == "amount" and not one.used and not one.alone]
            return self._growths(free) if sort == "growths" else self._growth_beside_rate(free)
        if sort == "part":
            return self._part(pool)
        if sort in ("years", "mixed"):
            return self._years(pool) if sort == "years" else self._mixed(pool)
        if sort == "累计":
            flows = [one for one in pool if one.kind == "flow"]
            return self._total(flows[0], pool) if flows else None
        if sort == "category":
            return self._category(own)
        if sort == "share":
            return self._linear(ratios, compare=True) if len(ratios) > 1 else None
        return self._linear(pool, compare=sort == "compare")

    def _growths(self, pool: list[Indicator]) -> Stated | None:
        if len(pool) < 2 or not one_price(pool[:2]):
            return None
        sign = self.chance.choice(["≥", ">", "≤", "<"])
        made = Stated("growths", f"年均增速（{pool[0].name}） {sign} 年均增速（{pool[1].name}）", sign=sign)
        made.terms = [(Fraction(1), pool[0], 0), (Fraction(-1), pool[1], 0)]
        pool[0].alone = pool[1].alone = True
        return made

    def _growth_beside_rate(self, pool: list[Indicator]) -> Stated | None:
        if not pool:
            return None
        sign = self.chance.choice(["≥", ">", "≤", "<", "="])
        text, rate = printed(Fraction(self.chance.randint(-60, 150), 10), self.chance.choice([0, 1]))
        made = Stated("growths", f"年均增速（{pool[0].name}） {sign} {text}%", sign=sign, number=(1 + rate / 100) ** 5)
        made.terms = [(Fraction(1), pool[0], 0)]
        pool[0].alone = True
        return made

    def _part(self, pool: list[Indicator]) -> Stated | None:
        """甲 ÷ 乙 ≥ 35%: of two unknowns, with no indicator that stands for the quotient."""
        if len(pool) < 2 or not one_price(pool[:2]):
            return None
        part, whole = pool[:2]
        sign = self.chance.choice(["≥", ">", "≤", "<"])
        ratio = part.hidden[LAST] / (whole.hidden[LAST] or 1) * 100
        text, share = printed(ratio * Fraction(self.chance.randint(60, 140), 100), self.chance.choice([0, 1]))
        made = Stated("part", f"{part.name} ÷ {whole.name} {sign} {text}%", sign=sign, number=share / 100)
        made.terms = [(Fraction(1), part, 0), (Fraction(1), whole, 0)]
        return made

    def _years(self, pool: list[Indicator]) -> Stated | None:
        """One indicator, or two, in connected years: 甲.2025年 ≥ 甲.2020年 × 1.5."""
        if not pool:
            return None
        chance = self.chance
        first = pool[0]
        second = pool[1] if len(pool) > 1 and one_price(pool[:2]) and self.often(0.4) else first
        early, late = chance.choice([(BASE, LAST), (FIRST, 2022), (2022, 2023), (2023, LAST), (BASE, FIRST)])
        text, factor = printed(Fraction(chance.randint(60, 180), 100), chance.choice([0, 1, 2]))
        sign = chance.choice(["≥", ">", "≤", "<", "="])
        made = Stated("linear", f"{first.name}.{late}年 {sign} {second.name}.{early}年 × {text}", sign=sign)
        made.terms = [(Fraction(1), first, late), (-factor, second, early)]
        return made

    def _mixed(self, pool: list[Indicator]) -> Stated | None:
        """Brackets, numbers before names, division by numbers, several names on both sides."""
        if len(pool) < 2 or not one_price(pool[:3]):
            return None
        chance, one, two, last = self.chance, pool[0], pool[1], pool[min(2, len(pool) - 1)]
        sign = chance.choice(["≥", ">", "≤", "<", "="])
        text, share = printed(Fraction(chance.randint(5, 120)), 0)
        whole = Fraction(chance.randint(2, 5))
        minus = self.often(0.3)
        right, by = (f"{last.name} ÷ {whole}", 1 / whole) if self.often(0.5) else (f"{whole} × {last.name}", whole)
        made = Stated(
            "linear", f"（{one.name} {'-' if minus else '+'} {two.name}） × {text}% {sign} {right}", sign=sign
        )
        made.terms = [(share / 100, one, 0), (-share / 100 if minus else share / 100, two, 0), (-by, last, 0)]
        return made

    def _per_head(self, pool: list[Indicator], own: list[Indicator]) -> Stated | None:
        people = [one for one in own if one.unit == "万人"]
        heads = [one for one in own if one.kind == "perhead" and not one.used]
        if not pool or not people or not heads or not one_price([pool[0], heads[0]]):
            return None
        total, per, many = pool[0], heads[0], people[0]
        kind = self.chance.choice(["quotient", "product"])
        words = f"{per.name} = {total.name} ÷ {many.name}"
        if kind == "product":
            words = f"{total.name} = {self.chance.choice([f'{many.name} × {per.name}', f'{per.name} × {many.name}'])}"
        made = Stated(kind, words, terms=[(Fraction(1), total, 0), (Fraction(1), per, 0), (Fraction(1), many, 0)])
        per.alone = True
        if self.often(0.85):
            for year in total.hidden:
                total.hidden[year] = per.hidden[year] * many.hidden[year]
        return made

    def _category(self, own: list[Indicator]) -> Stated | None:
        """甲 = 合计（主要）, where some are in one category that all others are not in."""
        free = [one for one in own if not one.alone and not one.category and one.kind in ("amount", "flow", "count")]
        first = self.chance.choice(free) if free else None
        alike = [one for one in free if one is not first and first is not None and one.base_unit == first.base_unit]
        if first is None or not alike or not one_price([first, *alike]):
            return None
        chance = self.chance
        name = next(one for one in ("主要", "其他", "另外") if all(one != each.category for each in own))
        for one in alike:
            one.category = name
        words = f"合计（{chance.choice(['', '', '类别.'])}{name}）"
        sign, factor = chance.choice(["=", "=", "=", "≥", "≤", ">", "<"]), Fraction(1)
        if sign != "=" and self.often(0.5):
            text, factor = printed(Fraction(chance.randint(20, 150)), 0)
            words, factor = f"{words} × {text}%", factor / 100
        made = Stated("linear", f"{first.name} {sign} {words}", sign=sign)
        made.terms = [(Fraction(1), first, 0), *((-factor, one, 0) for one in alike)]
        if self.often(0.15):
            text, room = printed(Fraction(chance.randint(1, 20)), 0)
            made.tolerance = room * UNITS[first.unit]
            made.text += f" {{ 容差：{text}{first.unit} }}"
        self._fit(first, made)
        return made

    def _linear(self, pool: list[Indicator], *, compare: bool) -> Stated | None:
        if len(pool) < 2 or not one_price(pool):
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
                text, factor = printed(Fraction(chance.randint(1, 250), 100), chance.choice([0, 1, 2]))
                if not factor:
                    text, factor = "1", Fraction(1)
                name = (
                    f"{name} × {text}" if self.often(0.5) or factor.denominator == 1 else f"{name} × {percent(factor)}"
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
            text, added = printed(Fraction(chance.randint(1, 60)), 0)
            made.number = added * UNITS[unit]
            words += f" + {text}{unit}"
        made.text = f"{first.name} {made.sign} {words}"
        if self.often(0.15):
            text, room = printed(Fraction(chance.randint(1, 20)), 0)
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
        if len(pool) < 2 or not free or not one_price(pool[:2]):
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
        if others and self.often(0.5) and one_price([flow, others[0]]):
            made = Stated("linear", f"{others[0].name} {sign} 累计（{flow.name}）", sign=sign)
            made.terms = [(Fraction(1), others[0], 0), (Fraction(-1), flow, "累计")]
            if sign == "=" and self.often(0.8):
                others[0].hidden[LAST] = whole
            return made
        text, number = printed(whole / Fraction(UNITS[flow.unit]), 0)
        made = Stated("linear", f"累计（{flow.name}） {sign} {text}{flow.unit}", sign=sign)
        made.terms, made.number = [(Fraction(1), flow, "累计")], number * Fraction(UNITS[flow.unit])
        return made


def one_price(members: list[Indicator]) -> bool:
    return len({one.price for one in members} - {""}) <= 1


def printed(value: Fraction, places: int) -> tuple[str, Fraction]:
    """A number to so many decimals, with the value that it then has."""
    shown = Fraction(round(value * 10**places), 10**places)
    digits = str(abs(shown.numerator * 10**places // shown.denominator)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("-" if shown < 0 else "") + text, shown


def percent(factor: Fraction) -> str:
    return f"{printed(factor * 100, 0 if (factor * 100).denominator == 1 else 2)[0]}%"
