"""Makes plans of any size, the same for the same seed, as plancheck and as TRLC read them.

    python -m benchmarks.generate FOLDER --size 10000 --shape tree

A size counts records: goals, indicators and measures. Shapes: `tree` (goals branch, measures spread),
`hub` (one goal that every measure and indicator hangs on), `chain` (each goal under the one before it).
One measure in a hundred serves no goal and one indicator in a hundred has no baseline, so that there is
something to find.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.vocabulary import (
    ACTIONS,
    AIMS,
    CATEGORIES,
    CHAPTERS,
    FIELDS,
    METRICS,
    OFFICES,
    PLACES_HEAD,
    PLACES_TAIL,
    PURPOSES,
)

SHAPES = ("tree", "hub", "chain")
#: Shares of goals and indicators; the rest are measures. 0 stands for one goal.
_SHARES = {"tree": (0.15, 0.25), "hub": (0.0, 0.25), "chain": (0.5, 0.1)}
_BRANCHES = 5
_FLAW_EVERY = 100
_PLACES = tuple(head + tail for head in PLACES_HEAD for tail in PLACES_TAIL)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal; the others are meant by their numbers within the plan."""

    name: str
    parent: int | None
    measured_by: tuple[int, ...]
    chapter: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its two figures as printed; `baseline` is None where the plan lacks it."""

    name: str
    category: str
    unit: str
    nature: str
    rising: bool
    owner: str
    baseline: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure; it `supports` no goal where the plan is faulty."""

    name: str
    kind: str
    supports: tuple[int, ...]
    inferred: bool
    purpose: str
    chapter: str
    deadline: int
    owner: str


@dataclass(frozen=True, slots=True)
class MadePlan:
    """One plan: what a `.plan` file or a few TRLC records tell."""

    name: str
    goals: list[Goal]
    indicators: list[Indicator]
    measures: list[Measure]


def make_plans(size: int, shape: str = "tree", seed: int = 1, count: int = 1) -> list[MadePlan]:
    """`count` plans with `size` records between them."""
    # Not for secrets: the same seed has to give the same plans.
    rng = random.Random(f"{seed} {shape} {size} {count}")
    shares = [size // count + (number < size % count) for number in range(count)]
    return [_make_plan(f"{_PLACES[number % len(_PLACES)]}开发区十四五{number or ''}", share, shape, rng)
            for number, share in enumerate(shares)]  # fmt: skip


def _make_plan(name: str, size: int, shape: str, rng: random.Random) -> MadePlan:
    goal_share, indicator_share = _SHARES[shape]
    goals = max(1, int(size * goal_share))
    indicators = max(1, int(size * indicator_share))
    measured: list[list[int]] = [[] for _ in range(goals)]
    for number in range(max(goals, indicators)):
        measured[number % goals].append(number % indicators)
    return MadePlan(
        name,
        [
            Goal(_name(number, AIMS), _parent(number, shape), tuple(by), rng.choice(CHAPTERS))
            for number, by in enumerate(measured)
        ],
        [_make_indicator(number, rng) for number in range(indicators)],
        [_make_measure(number, goals, rng) for number in range(size - goals - indicators)],
    )


def _parent(number: int, shape: str) -> int | None:
    if number == 0:
        return None
    return number - 1 if shape == "chain" else (number - 1) // _BRANCHES


def _name(number: int, ends: Sequence[str]) -> str:
    """The name with this number: place, field and end; told apart by the number where these run out."""
    rest, end = divmod(number, len(ends))
    rest, field = divmod(rest, len(FIELDS))
    again, place = divmod(rest, len(_PLACES))
    return f"{_PLACES[place]}{FIELDS[field]}{ends[end]}{again or ''}"


def _make_indicator(number: int, rng: random.Random) -> Indicator:
    _, unit, rising = METRICS[number % len(METRICS)]
    share = unit == "%"
    baseline = rng.uniform(5, 60 if share else 2000)
    target = baseline * (rng.uniform(1.05, 1.6) if rising else rng.uniform(0.6, 0.95))
    digits = 1 if share or unit in {"亿元", "万人"} else 2 if "/" in unit else 0
    return Indicator(
        _name(number, [metric[0] for metric in METRICS]),
        rng.choice(CATEGORIES),
        unit,
        "约束性" if rng.random() < 0.2 else "预期性",
        rising,
        rng.choice(OFFICES),
        None if number % _FLAW_EVERY == _FLAW_EVERY - 1 else f"{baseline:.{digits}f}",
        f"{target:.{digits}f}",
    )


def _make_measure(number: int, goals: int, rng: random.Random) -> Measure:
    supports = {rng.randrange(goals)}
    if rng.random() < 0.1:
        supports.add(rng.randrange(goals))
    return Measure(
        _name(number, [action[0] for action in ACTIONS]),
        ACTIONS[number % len(ACTIONS)][1],
        () if number % _FLAW_EVERY == _FLAW_EVERY - 1 else tuple(sorted(supports)),
        rng.random() < 0.3,
        rng.choice(PURPOSES),
        rng.choice(CHAPTERS),
        rng.randint(2021, 2025),
        rng.choice(OFFICES),
    )


# ---- as plancheck reads it


def write_plans(plans: Sequence[MadePlan], folder: Path) -> list[Path]:
    """One `.plan` file a plan; all but the first carry down the first."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, plan in enumerate(plans):
        path = folder / f"{plan.name}.plan"
        path.write_text("\n".join(_plan_lines(plan, plans[0] if number else None)) + "\n", encoding="utf-8")
        paths.append(path)
    if len(plans) > 1:
        # Without a list of what to check, the plan above the others would only be read.
        listed = ", ".join(f'"{path.name}"' for path in paths)
        (folder / "plancheck.toml").write_text(f"[workspace]\nplans = [{listed}]\n", encoding="utf-8")
    return paths


def _plan_lines(plan: MadePlan, upper: MadePlan | None) -> Iterator[str]:
    binding = sum(indicator.nature == "约束性" for indicator in plan.indicators)
    total = len(plan.indicators)
    yield f"规划 {plan.name} {{"
    yield "  文种：纲要    层级：开发区    规划期：2021年—2025年    远景年：2035年    阶段：送审稿    成稿：2021年4月"
    if upper is not None:
        yield f"  上位规划：{upper.name}"
    yield f"  指标数：{total}（预期性{total - binding}、约束性{binding}；列出：全部）"
    yield f"  指标类别：{'、'.join(CATEGORIES)}"
    yield "}"
    yield "部分 分论 {"
    yield from (f"  章 {chapter} {{ }}" for chapter in CHAPTERS)
    yield "}"
    for goal in plan.goals:
        yield from _goal_lines(plan, goal, upper)
    for indicator in plan.indicators:
        yield from _indicator_lines(indicator)
    for measure in plan.measures:
        yield from _measure_lines(plan, measure)


def _goal_lines(plan: MadePlan, goal: Goal, upper: MadePlan | None) -> Iterator[str]:
    yield f"目标 {goal.name} {{"
    yield "  类型：总目标" if goal.parent is None else f"  上级目标：{plan.goals[goal.parent].name}"
    yield f"  衡量指标：{'、'.join(plan.indicators[number].name for number in goal.measured_by)}"
    if goal.parent is None and upper is not None:
        yield f"  承接：{upper.name}.{upper.goals[0].name}（参考）"
    yield f"  章：{goal.chapter}    来源：《起草说明》（官方）"
    yield "}"


def _indicator_lines(indicator: Indicator) -> Iterator[str]:
    baseline = f"2020年：实际 {indicator.baseline}    " if indicator.baseline else ""
    sign = "≥" if indicator.rising else "≤"
    direction = "越高越好" if indicator.rising else "越低越好"
    yield f"指标 {indicator.name} {{"
    yield f"  类别：{indicator.category}    单位：{indicator.unit}    属性：{indicator.nature}    方向：{direction}"
    yield f"  列入指标表：是    责任：{indicator.owner}"
    yield f"  {baseline}2025年：目标 {sign}{indicator.target}    来源：《统计公报》（官方，2021年3月）"
    yield "}"


def _measure_lines(plan: MadePlan, measure: Measure) -> Iterator[str]:
    inferred = "（推断）" if measure.inferred else ""
    supports = "、".join(plan.goals[number].name + inferred for number in measure.supports)
    yield f"举措 {measure.name} {{"
    yield f"  类型：{measure.kind}" + (f"    支撑：{supports}" if supports else "")
    yield f"  旨在：“{measure.purpose}”    章：{measure.chapter}"
    yield f"  期限：{measure.deadline}年    责任：{measure.owner}    来源：《起草说明》（官方）"
    yield "}"


# ---- as TRLC reads it

_TRLC_MODEL = """package Outline

enum Nature { anticipated binding }
enum Kind { programme action project policy task carrier }

type Indicator {
  title String
  category String
  unit String
  nature Nature
  rising Boolean
  in_table Boolean
  owner String
  baseline optional Decimal
  target optional Decimal
  source String
}

type Goal {
  title String
  overall Boolean
  parent optional Goal
  measured_by Indicator [0 .. *]
  chapter String
  source String
}

type Measure {
  title String
  kind Kind
  supports Goal [0 .. *]
  inferred Boolean
  purpose String
  chapter String
  deadline Integer
  owner String
  source String
}

checks Indicator {
  len(title) > 0, error "an indicator without a name"
  in_table implies baseline != null, warning "no baseline"
  in_table implies target != null, warning "no target"
  len(unit) > 0, warning "no unit"
  (baseline != null and target != null and rising) implies target >= baseline, warning "target below baseline"
  (baseline != null and target != null and not rising) implies target <= baseline, warning "target above baseline"
  (target != null and unit == "%") implies target <= 100.0, warning "a share above 100 %"
  (baseline != null and unit == "%") implies baseline <= 100.0, warning "a share above 100 %"
  target != null implies target >= 0.0, warning "a negative count"
}

checks Goal {
  len(title) > 0, error "a goal without a name"
  overall or parent != null, warning "leads to no overall goal"
  len(measured_by) > 0, warning "measured by no indicator"
}

checks Measure {
  len(title) > 0, error "a measure without a name"
  len(supports) > 0, warning "supports no goal"
  deadline <= 2025, warning "ends after the period"
  len(owner) > 0, warning "no office"
}
"""

_KINDS = {"工程": "programme", "行动": "action", "项目": "project", "政策": "policy", "任务": "task", "载体": "carrier"}


def write_trlc(plans: Sequence[MadePlan], folder: Path) -> list[Path]:
    """The same records and ties as TRLC: one model, one file a plan."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / "outline.rsl"
    model.write_text(_TRLC_MODEL, encoding="utf-8")
    paths = [model]
    for number, plan in enumerate(plans):
        path = folder / f"plan{number}.trlc"
        path.write_text("\n".join(_trlc_lines(plan, f"p{number}_")) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _trlc_lines(plan: MadePlan, prefix: str) -> Iterator[str]:
    yield "package Outline"
    for number, goal in enumerate(plan.goals):
        yield f"Goal {prefix}g{number} {{"
        yield f'  title = "{goal.name}"'
        yield f"  overall = {_truth(goal.parent is None)}"
        if goal.parent is not None:
            yield f"  parent = {prefix}g{goal.parent}"
        yield f"  measured_by = [{', '.join(f'{prefix}i{index}' for index in goal.measured_by)}]"
        yield f'  chapter = "{goal.chapter}"'
        yield '  source = "起草说明"'
        yield "}"
    for number, indicator in enumerate(plan.indicators):
        yield f"Indicator {prefix}i{number} {{"
        yield f'  title = "{indicator.name}"'
        yield f'  category = "{indicator.category}"'
        yield f'  unit = "{indicator.unit}"'
        yield f"  nature = Nature.{'binding' if indicator.nature == '约束性' else 'anticipated'}"
        yield f"  rising = {_truth(indicator.rising)}"
        yield "  in_table = true"
        yield f'  owner = "{indicator.owner}"'
        if indicator.baseline is not None:
            yield f"  baseline = {_decimal(indicator.baseline)}"
        yield f"  target = {_decimal(indicator.target)}"
        yield '  source = "统计公报"'
        yield "}"
    for number, measure in enumerate(plan.measures):
        yield f"Measure {prefix}m{number} {{"
        yield f'  title = "{measure.name}"'
        yield f"  kind = Kind.{_KINDS[measure.kind]}"
        yield f"  supports = [{', '.join(f'{prefix}g{index}' for index in measure.supports)}]"
        yield f"  inferred = {_truth(measure.inferred)}"
        yield f'  purpose = "{measure.purpose}"'
        yield f'  chapter = "{measure.chapter}"'
        yield f"  deadline = {measure.deadline}"
        yield f'  owner = "{measure.owner}"'
        yield '  source = "起草说明"'
        yield "}"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _decimal(printed: str) -> str:
    return printed if "." in printed else f"{printed}.0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=10_000, help="goals, indicators and measures together")
    parser.add_argument("--shape", choices=SHAPES, default="tree")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=1, help="how many plans the records are spread over")
    parser.add_argument("--trlc", action="store_true", help="write the same plan as TRLC instead")
    options = parser.parse_args()
    plans = make_plans(options.size, options.shape, options.seed, options.files)
    for path in write_trlc(plans, options.folder) if options.trlc else write_plans(plans, options.folder):
        print(path)


if __name__ == "__main__":
    main()
