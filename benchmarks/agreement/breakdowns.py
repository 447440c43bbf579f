"""Random breakdowns: the target of an indicator shared out over places, of which one may have a plan of its own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from benchmarks.agreement.relations import one_price
from benchmarks.agreement.world import LAST, PLANS, Indicator, Stated, World

_PLACES = ("东片区", "西片区", "南片区")
#: How the number of a part may be written; a range only where it is above zero.
_SORTS = ("=", "=", "=", "≥", "≤", "—", "左右", "以上")
#: Writes a value of an indicator, in its unit, in one of some ways: the words; what they allow is set.
Write = Callable[[Stated, Indicator, Fraction, tuple[str, ...]], str]


class Breakdowns:
    """Makes breakdowns; `chance` decides what they are, `write` writes their numbers."""

    def __init__(self, chance: Random, write: Write) -> None:
        self.chance, self.write = chance, write

    def often(self, share: float) -> bool:
        """True so often."""
        return self.chance.random() < share

    def make(self, world: World, plan: int) -> None:
        """Break one indicator of a plan down, or none."""
        fit = [one for one in world.indicators if one.plan == plan and one.kind in ("amount", "flow", "count")]
        # A part below zero cannot be written.
        fit = [one for one in fit if not one.alone and min(one.hidden.values()) >= 0]
        if not fit or not self.often(0.55):
            return
        whole = self.chance.choice(fit)
        made = Stated("breakdown", "", whole, "target", breakdown_year(whole), whole.price)
        made.complete = self.often(0.8)
        places = list(_PLACES[: self.chance.choice([1, 2, 2, 3])])
        below = None
        if plan and self.often(0.75):
            below = self._below(world, whole)
            places.insert(0, PLANS[plan - 1])
        elif len(places) == 1:
            places.append(_PLACES[1])
        made.parts = [self._part(made, place) for place in places]
        self._share_out(made, below)
        made.parts[-1].text += "（完整）" if made.complete else ""
        whole.stated.append(made)

    def _below(self, world: World, whole: Indicator) -> Indicator | None:
        """What stands for the part with a plan: the first there that carries the whole, if both are of one thing."""
        others = [one for one in world.indicators if one.plan == whole.plan - 1]
        if not any(_carries(one, whole) for one in others):
            free = [one for one in others if one.kind == whole.kind and not one.alone and not _ties(one)]
            for one in free[:1]:
                tie = Stated("tie", f"承接：{PLANS[whole.plan]}.{whole.name}（参考）", one, upper=whole, plan=one.plan)
                tie.mode = "参考"
                one.stated.append(tie)
        first = next((one for one in others if _carries(one, whole)), None)
        return first if first is not None and first.base_unit == whole.base_unit and one_price([first, whole]) else None

    def _part(self, made: Stated, place: str) -> Stated:
        part = Stated("part_of", "", made.owner, "target", made.year, made.price)
        part.place = place
        return part

    def _share_out(self, made: Stated, below: Indicator | None) -> None:
        """Write the parts so that they mostly come to the whole."""
        assert made.owner is not None
        left = made.owner.hidden[made.year]
        for number, part in enumerate(made.parts):
            last = number + 1 == len(made.parts)
            value = left if last else left * Fraction(self.chance.randint(10, 70), 100)
            if number == 0 and below is not None:
                part.below = below
                value = below.hidden[made.year] * Fraction(self.chance.choice([90, 95, 100, 100, 110]), 100)
            left -= value
            if self.often(0.12):
                value *= Fraction(self.chance.choice([50, 90, 130, 300]), 100)
            if self.often(0.45 if part.below is not None else 0.08):
                part.silent, part.text = True, f"{part.place} 未公开"
                continue
            words = self.write(part, made.owner, max(value, Fraction(0)), _SORTS if value > 0 else ("=",))
            part.text = f"{part.place} {words}"
            if "左右" in words:
                # How far about so much may be off is said of the indicator's own numbers alone.
                part.silent = True


def breakdown_year(whole: Indicator) -> int:
    """Which target is shared out: that of the last year of the plan, or the latest that there is."""
    told = {one.year for one in whole.stated if one.kind in ("figure", "multiple") and one.tense == "target"}
    return LAST if LAST in told or not told else max(told)


def _ties(one: Indicator) -> list[Stated]:
    return [stated for stated in one.stated if stated.kind == "tie"]


def _carries(one: Indicator, whole: Indicator) -> bool:
    return any(tie.upper is whole for tie in _ties(one))
