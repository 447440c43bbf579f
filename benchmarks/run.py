"""How plancheck's time and memory grow with a plan: `python -m benchmarks.run`. See docs/performance.md.

Every measurement is a process of its own. The processes of a round run one after another, all cases in turn,
so that a slow minute of the machine falls on all of them; of the rounds the median counts. Seconds are this
machine's; what can be held against each other are the ratios, within one run.

TRLC, a checker for requirements, reads the same plan in its own language as a yardstick. It is no dependency:
`pip install trlc` into the environment that runs this; without it, its row is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from math import log
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.generate import SHAPES
from benchmarks.processes import Failed, Usage, environment, run

SIZES = (1_000, 10_000, 100_000)
#: The size at which TRLC is run: large enough that its start does not count, small enough to wait for.
PEER_SIZE = 10_000
_SMALL_STARTS = 3  # short processes are run more often: their times scatter more
_NOT_GROWING = ("imports", "rulebook")

TEN_LINES = """规划 小镇十四五 {
  文种：纲要    层级：开发区    规划期：2021年—2025年    阶段：送审稿    成稿：2021年4月
  指标类别：经济发展
}
目标 总目标 { 类型：总目标    衡量指标：地区生产总值 }
指标 地区生产总值 {
  类别：经济发展    单位：亿元    属性：预期性    方向：越高越好
  2020年：实际 100    2025年：目标 ≥150
}
举措 产业培育工程 { 类型：工程    支撑：总目标 }
"""


@dataclass(slots=True)
class Case:
    """One plan and what its processes took, round by round."""

    shape: str
    size: int
    command: list[str]
    megabytes: float
    usages: list[Usage] = field(default_factory=list)
    phases: list[dict[str, float]] = field(default_factory=list)
    findings: int = 0

    def middle(self, attr: str) -> float:
        """The median of cpu, wall or memory."""
        return float(median(getattr(usage, attr) for usage in self.usages))

    def phase(self, name: str) -> float:
        """The median CPU seconds of a phase."""
        return median(phases[name] for phases in self.phases)

    def work(self) -> float:
        """CPU seconds of all that depends on the plan."""
        return sum(self.phase(name) for name in self.phases[0] if name not in _NOT_GROWING)


class Bench:
    """All cases of a run, and the folder they live in."""

    def __init__(self, folder: Path, sizes: list[int], shapes: list[str]) -> None:
        self.env = environment(folder / "compiled")
        self.cases: list[Case] = []
        self.peers: dict[str, Case] = {}
        self.starts: dict[str, list[Usage]] = defaultdict(list)
        self.small = folder / "ten-lines" / "小镇.plan"
        self.small.parent.mkdir()
        self.small.write_text(TEN_LINES, encoding="utf-8")
        peer = importlib.util.find_spec("trlc") is not None
        for shape in shapes:
            for size in sizes:
                paths = self._generate(folder / f"{shape}-{size}", shape, size)
                self.cases.append(self._case(shape, size, ["-m", "checker", "check", str(paths[0])], paths))
                if peer and size == PEER_SIZE:
                    paths = self._generate(folder / f"{shape}-{size}-trlc", shape, size, "--trlc")
                    self.peers[shape] = self._case(shape, size, ["-m", "trlc", str(paths[0].parent)], paths)

    def _generate(self, folder: Path, shape: str, size: int, *more: str) -> list[Path]:
        # In a process of its own: a child's peak memory counts from its parent's, which has to stay small.
        words = ["-m", "benchmarks.generate", str(folder), "--shape", shape, "--size", str(size), *more]
        return [Path(line) for line in run([sys.executable, *words], self.env)[1].splitlines()]

    def _case(self, shape: str, size: int, arguments: list[str], paths: list[Path]) -> Case:
        megabytes = sum(path.stat().st_size for path in paths) / 1e6
        return Case(shape, size, [sys.executable, *arguments], megabytes)

    def warm_up(self) -> None:
        """Have all modules compiled, and make sure that the parse tables need not be made anew at each start."""
        self._start_all()
        self.starts.clear()
        for peer in list(self.peers.values())[:1]:
            run(peer.command, self.env)
        if not self._phases(self.small)["prepared"]:
            raise Failed(
                "The parse tables are not those of the grammar: install again (pip install -e .), then measure."
            )

    def round(self) -> None:
        """Every process once, the short ones more often."""
        for case in self.cases:
            case.usages.append(run(case.command, self.env, fine=(0, 1))[0])
            told = self._phases(Path(case.command[-1]))
            case.phases.append(told["phases"])
            case.findings = told["findings"]
        for peer in self.peers.values():
            peer.usages.append(run(peer.command, self.env)[0])
        for _ in range(_SMALL_STARTS):
            self._start_all()

    def _start_all(self) -> None:
        commands = {
            "ten lines": ["-m", "checker", "check", str(self.small)],
            "import click": ["-c", "import click"],
            "nothing": ["-c", ""],
        }
        for name, arguments in commands.items():
            self.starts[name].append(run([sys.executable, *arguments], self.env, fine=(0, 1))[0])

    def _phases(self, path: Path) -> Any:
        return json.loads(run([sys.executable, "-m", "benchmarks.phases", str(path)], self.env)[1])


def exponent(points: list[tuple[int, float]]) -> float | None:
    """The slope of the least-squares line through the logarithms; None with fewer than two points."""
    if len(points) < 2:
        return None
    xs, ys = [log(size) for size, _ in points], [log(max(seconds, 1e-6)) for _, seconds in points]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - x_mean) ** 2 for x in xs)


# ---- tables


def table(rows: list[list[str]]) -> str:
    """A Markdown table; the first row is the heading, the first column is words."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if not i else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(f"| {' | '.join(cells)} |")
    lines.insert(
        1, f"|{'|'.join('-' * (width + 2) if not i else '-' * (width + 1) + ':' for i, width in enumerate(widths))}|"
    )
    return "\n".join(lines)


def whole_table(bench: Bench) -> str:
    rows = [["shape, declarations", "MB", "CPU s", "wall s", "peak MB", "findings", "CPU to TRLC's"]]
    for case in bench.cases:
        peer = bench.peers.get(case.shape) if case.size == PEER_SIZE else None
        ratio = f"{case.middle('cpu') / peer.middle('cpu'):.2f}" if peer else "–"
        rows.append([*_whole(f"{case.shape}, {case.size:,}", case), str(case.findings), ratio])
    rows += [[*_whole(f"TRLC, {peer.shape}, {peer.size:,}", peer), "–", "1"] for peer in bench.peers.values()]
    return table(rows)


def _whole(name: str, case: Case) -> list[str]:
    memory = f"{case.middle('memory'):.0f}"
    return [name, f"{case.megabytes:.1f}", f"{case.middle('cpu'):.2f}", f"{case.middle('wall'):.2f}", memory]


def phase_table(bench: Bench, shapes: list[str]) -> str:
    names = list(bench.cases[0].phases[0])
    rows = [["CPU s", *names, "growing"]]
    for shape in shapes:
        cases = [case for case in bench.cases if case.shape == shape]
        for case in cases:
            seconds = [f"{case.phase(name):.3f}" for name in names]
            rows.append([f"{shape}, {case.size:,}", *seconds, f"{case.work():.3f}"])
        slopes = [exponent([(case.size, case.phase(name)) for case in cases]) for name in names]
        whole = exponent([(case.size, case.work()) for case in cases])
        told = [
            "–" if slope is None or name in _NOT_GROWING else f"{slope:.2f}"
            for name, slope in zip(names, slopes, strict=True)
        ]
        rows.append([f"{shape}: exponent", *told, "–" if whole is None else f"{whole:.2f}"])
    return table(rows)


def start_table(bench: Bench) -> str:
    cpu = {name: median(usage.cpu for usage in usages) for name, usages in bench.starts.items()}
    rows = [["start", "CPU ms", "to `import click`"]]
    rows += [[name, f"{seconds * 1000:.0f}", f"{seconds / cpu['import click']:.2f}"] for name, seconds in cpu.items()]
    return table(rows)


def as_json(bench: Bench) -> str:
    """Everything measured, not only the medians."""
    cases = [{**asdict(case), "command": case.command[1:]} for case in (*bench.cases, *bench.peers.values())]
    starts = {name: [asdict(usage) for usage in usages] for name, usages in bench.starts.items()}
    return json.dumps({"cases": cases, "starts": starts}, ensure_ascii=False, indent=1)


def _list_of(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_list_of, default=[str(size) for size in SIZES], help="1000,10000")
    parser.add_argument("--shapes", type=_list_of, default=list(SHAPES), help="tree,hub,chain")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write every measurement to this file")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes]
    if unknown := set(options.shapes) - set(SHAPES):
        parser.error(f"no such shape: {', '.join(sorted(unknown))}; there are {', '.join(SHAPES)}")
    with tempfile.TemporaryDirectory(prefix="plancheck-bench-") as folder:
        try:
            bench = Bench(Path(folder), sizes, options.shapes)
            bench.warm_up()
            for number in range(options.rounds):
                print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
                bench.round()
        except Failed as failed:
            print(failed, file=sys.stderr)
            return 2
    print(f"Median of {options.rounds} rounds, Python {sys.version.split()[0]}\n")
    print(whole_table(bench), phase_table(bench, options.shapes), start_table(bench), sep="\n\n")
    if not bench.peers and PEER_SIZE in sizes:
        print("\nTRLC is not installed here (pip install trlc): its rows are left out.")
    if options.json:
        options.json.write_text(as_json(bench) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
