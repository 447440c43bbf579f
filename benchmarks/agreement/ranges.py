"""What `range` says of a value, held against the judge: what is within can be stated, what is beyond cannot."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

from benchmarks.agreement.judge import Undecided, everything, holds, surely_holds
from benchmarks.agreement.world import FIRST, LAST, Indicator, Stated, World, write


def compare_range(world: World, folder: Path, seed: int) -> list[str]:
    """The range of one indicator of the checked plan in a year, with or without a figure of its own."""
    from checker.meaning.plan_statements import plan_statements
    from checker.solve.feasible import feasible_range
    from checker.workspace import load_workspace

    for name, text in write(world).items():
        (folder / name).write_text(text, encoding="utf-8")
    chance = Random(seed)
    one = chance.choice([each for each in world.indicators if each.plan == 0])
    year = chance.choice([FIRST, 2023, LAST, LAST])
    plans = load_workspace([folder / "示例区.plan"], folder).plans
    made = plan_statements(plans)
    indicator = next(each for each in made.subjects if each.plan is plans[0] and each.name == one.name)
    found = feasible_range(made.given, made.subject(indicator), year)
    rest = [stated for stated in world.statements if not _is_own(stated, one, year)]
    if any(stated.kind == "figure" and stated.tense == "actual" and stated.year == year for stated in one.stated):
        return []
    if found.interval is None:
        try:
            return ["the rest is said to contradict itself"] if surely_holds(world, rest, everything(world)) else []
        except Undecided:
            return []
    if not found.exact or not holds(world, rest, everything(world)):
        return []
    low, high = found.interval.low, found.interval.high
    return [
        f"{one.name} {year} {found.interval} {value}"
        for value in _values(low, high)
        if _can_be(world, rest, one, year, value) is not found.interval.contains(value)
    ]


def _is_own(stated: Stated, one: Indicator, year: int) -> bool:
    told = (stated.kind, stated.tense, stated.year, stated.price, stated.apart)
    return stated.owner is one and told == ("figure", "target", year, one.price, "")


def _values(low: Fraction | None, high: Fraction | None) -> Iterator[Fraction]:
    for end in (low, high):
        if end is not None:
            step = max(abs(end) / 1000, Fraction(1))
            yield from (end, end + step, end - step)
    if low is None or high is None:
        yield from ((high or low or Fraction(0)) + sign * 10**20 for sign in ((-1,) if low is None else (1,)))


def _can_be(world: World, rest: list[Stated], one: Indicator, year: int, value: Fraction) -> bool:
    figure = Stated("figure", "", one, "target", year, one.price, low=value, high=value)
    return holds(world, [*rest, figure], everything(world))
