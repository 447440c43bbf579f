"""A draft held against a gold: how much of each kind it has, how much it has beside, what it says wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.drafting.gold import Gold
from checker.model import Chapter, Goal, Indicator, Measure, Part, Plan, Section, Slogan, build_plan, parse_plan
from checker.model.figure import Figure
from checker.quantity import Quantity
from checker.source import SourceText

_MARKS = re.compile(r"[\s“”「」『』‘’《》、，。：:；（）()〔〕\[\]—–\-·.．]")
_COMPARED = re.compile(r"(?P<sign>[<>≤≥]?)(?P<number>[0-9.]+(?:—[0-9.]+)?)(?P<unit>.*)")
_OPEN = ("待定", "与", "稳步")
#: Of the longer of two names that one holds the other, so much is the same thing.
_SAME = 0.6
_KINDS = ("部分", "章", "节", "指标行", "单位", "属性", "基期", "目标值", "目标", "提法", "正文指标", "举措")


@dataclass
class Count:
    """How many there are, were found, and were drafted; what was missed, and what the gold has not."""

    there: int = 0
    found: int = 0
    drafted: int = 0
    missed: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@dataclass
class Measured:
    """The counts by kind, and the figures that say what the text does not."""

    counts: dict[str, Count]
    wrong: list[str]


def plan_of(text: str) -> Plan:
    """The plan in the text of a draft; a draft that cannot be read is no draft."""
    tree = parse_plan(SourceText("草.plan", text))
    read = build_plan(tree)
    assert not tree.problems, tree.problems
    return read.plan


def measure(gold: Gold, text: str, *, parts: bool = True) -> Measured:
    """What the draft `text` holds of `gold`."""
    plan = plan_of(text)
    counts = {
        "部分": _named(gold.parts if parts else (), _titles(plan, Part)),
        "章": _named(gold.chapters, _titles(plan, Chapter)),
        "节": _named(gold.sections, _titles(plan, Section)),
        **_rows(gold, plan),
        "目标": _named(gold.goals, [one.name for one in plan.elements if _is_goal(one)]),
        "提法": _slogans(gold, plan),
        "正文指标": _prose(gold, plan),
        "举措": _named(gold.measures, [one.name for one in plan.elements if isinstance(one, Measure)]),
    }
    return Measured({kind: counts[kind] for kind in _KINDS}, list(_wrong(gold, plan)))


def _is_goal(one: object) -> bool:
    return isinstance(one, Goal) and one.type != "overall"


def _titles(plan: Plan, kind: type[Part | Chapter | Section]) -> list[str]:
    return [one.title for one in plan.elements if isinstance(one, kind)]


def plain(name: str) -> str:
    """A name without marks and blanks, for comparing."""
    return _MARKS.sub("", name).lower()


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((plain(one), plain(other)), key=len)
    return short == long or (bool(short) and short in long and len(short) >= _SAME * len(long))


def _named(wanted: Sequence[str], names: Sequence[str]) -> Count:
    free = list(names)
    count = Count(len(wanted), drafted=len(names))
    for name in wanted:
        same = next((one for one in free if plain(one) == plain(name)), None)
        same = same or next((one for one in free if _is_same(one, name)), None)
        if same is None:
            count.missed.append(name)
        else:
            count.found += 1
            free.remove(same)
    count.beside = free
    return count


# ---- figures


def _when(figure: Figure) -> str:
    return {"annual": "年均", "cumulative": "累计"}.get(figure.basis, str(figure.year))


def _figures(indicator: Indicator, *, actual: bool | None = None) -> Iterator[Figure]:
    for figure in indicator.figures:
        if actual is None or (figure.tense in ("actual", "expected")) == actual:
            yield figure


def _says(figure: Figure, value: str) -> bool:
    """Whether a figure of a draft says `value`: the number in the same unit, the bound as told."""
    found = _COMPARED.match(value)
    quantity = figure.quantity
    if found is None:
        return quantity is None
    if quantity is None:
        return False
    wanted = _quantity(f"{found['number']}{found['unit']}", figure.unit_text)
    if wanted is None or not _is_bounded(quantity, found["sign"]):
        return False
    return _base(quantity) == _base(wanted)


def _quantity(words: str, unit: str) -> Quantity | None:
    """`52`, `1万亿元左右` as a quantity, in `unit` where no other is told."""
    bare = re.fullmatch(r"[0-9.—]+(?:左右)?", words)
    told = words.replace("左右", "") + (unit if bare else "")
    nearly = "左右" if words.endswith("左右") else ""
    made = plan_of(f"规划 甲 {{ 规划期：2026年—2030年 }}\n指标 甲 {{ 2030年：目标 {told}{nearly} }}\n")
    indicator = next(one for one in made.elements if isinstance(one, Indicator))
    return indicator.figures[0].quantity if indicator.figures else None


def _base(quantity: Quantity) -> object:
    scale = quantity.unit.factor if quantity.unit is not None else 1
    interval = quantity.interval
    if quantity.point is not None:
        return quantity.point * scale
    return tuple(end * scale if end is not None else None for end in (interval.low, interval.high))


def _is_bounded(quantity: Quantity, sign: str) -> bool:
    low, high = quantity.interval.low, quantity.interval.high
    if sign in (">", "≥"):
        return high is None
    if sign in ("<", "≤"):
        return low is None or low == 0
    return low is not None and high is not None


def _slots(told: str) -> Iterator[tuple[str, str]]:
    for one in filter(None, told.split("；")):
        when, _, value = one.partition(" ")
        yield (when, value) if value else ("", when)


def _matches(indicator: Indicator, told: str, *, actual: bool) -> bool:
    """Whether an indicator has each figure of a cell; nothing in the cell, nothing in the indicator."""
    figures = list(_figures(indicator, actual=actual))
    if not told:
        return all(figure.quantity is None for figure in figures)
    for when, value in _slots(told):
        if value.startswith(_OPEN) or not when:
            held = any(figure.quantity is None and (figure.in_words or figure.missing) for figure in figures)
        else:
            held = any(_when(figure) == when and _says(figure, value) for figure in figures)
        if not held:
            return False
    return True


def _indicators(plan: Plan) -> list[Indicator]:
    return [one for one in plan.elements if isinstance(one, Indicator)]


def _rows(gold: Gold, plan: Plan) -> dict[str, Count]:
    tabled = [one for one in _indicators(plan) if one.in_table != "no"]
    counts = {kind: Count(len(gold.rows), drafted=len(tabled)) for kind in ("指标行", "单位", "属性", "基期", "目标值")}
    free = list(tabled)
    for row in gold.rows:
        one = next((one for one in free if plain(one.name) == plain(row.name)), None)
        one = one or next((one for one in free if _is_same(one.name, row.name)), None)
        if one is not None:
            free.remove(one)
        natures = {"anticipated": "预期性", "binding": "约束性"}
        held = {
            "指标行": one is not None,
            "单位": one is not None and plain(one.unit_text) == plain(row.unit),
            "属性": one is not None and natures.get(one.nature or "", "") == row.nature,
            "基期": one is not None and _matches(one, row.base, actual=True),
            "目标值": one is not None and _matches(one, row.target, actual=False),
        }
        for kind, is_held in held.items():
            counts[kind].found += is_held
            if not is_held:
                counts[kind].missed.append(row.name)
    counts["指标行"].beside = [one.name for one in free]
    return counts


def _prose(gold: Gold, plan: Plan) -> Count:
    names = {one.name for one in _indicators(plan)}
    free = [one for one in _indicators(plan) if one.in_table == "no" or not gold.rows]
    count = Count(len(gold.prose), drafted=len(free))
    for told in gold.prose:
        same = [one for one in _indicators(plan) if _is_same(one.name, told.name)]
        same = [
            one for one in same if any(_when(f) in told.when.split("/") and _says(f, told.value) for f in one.figures)
        ]
        if same:
            count.found += 1
            free = [one for one in free if one is not same[0]]
        else:
            count.missed.append(f"{told.name} {told.when} {told.value}")
    tabled = {plain(row.name) for row in gold.rows}
    count.beside = [_shown(one) for one in free if one.name in names and plain(one.name) not in tabled]
    return count


def _shown(one: Indicator) -> str:
    return f"{one.name}（{'、'.join(f'{_when(f)} {_text(f)}' for f in one.figures)}）"


def _text(figure: Figure) -> str:
    return figure.source.text[figure.start : figure.end].rpartition("：")[2].strip()


def _wrong(gold: Gold, plan: Plan) -> Iterator[str]:
    """Figures that say of a thing of the gold, at a time of the gold, something else; and what is told as untrue."""
    told: dict[tuple[str, str], list[str]] = {}
    for row in gold.rows:
        for when, value in (*_slots(row.base), *_slots(row.target)):
            told.setdefault((plain(row.name), when), []).append(value)
    for one in gold.prose:
        for when in one.when.split("/"):
            told.setdefault((plain(one.name), when), []).append(one.value)
    for indicator in _indicators(plan):
        for figure in indicator.figures:
            values = told.get((plain(indicator.name), _when(figure)))
            if values and figure.quantity is not None and not any(_says(figure, value) for value in values):
                yield f"{indicator.name} {_when(figure)} {_text(figure)}"
    yield from _untrue(gold.untrue, _indicators(plan))


def _untrue(untrue: Iterable[str], indicators: Sequence[Indicator]) -> Iterator[str]:
    for told in untrue:
        name, _, value = told.partition("=")
        for one in indicators:
            if plain(one.name) == plain(name) and (not value or any(value in _text(f) for f in one.figures)):
                yield _shown(one)


def _slogans(gold: Gold, plan: Plan) -> Count:
    drafted = [one for one in plan.elements if isinstance(one, Slogan)]
    count = Count(len(gold.slogans), drafted=len(drafted))
    free = list(drafted)
    for wanted in gold.slogans:
        members = {plain(one) for one in wanted.members}
        same = next((one for one in free if _is_same(one.name, wanted.name) and _members(one) == members), None)
        if same is None:
            same = next(
                (one for one in free if _members(one) == members and plain(wanted.name) in plain(one.name)), None
            )
        if same is None:
            count.missed.append(wanted.name)
        else:
            count.found += 1
            free.remove(same)
    count.beside = [f"{one.name}（{'、'.join(_names(one))}）" for one in free]
    return count


def _names(slogan: Slogan) -> list[str]:
    return [one.text or (one.path.text if one.path is not None else "") for one in slogan.members]


def _members(slogan: Slogan) -> set[str]:
    return {plain(one) for one in _names(slogan)}
